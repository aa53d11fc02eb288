//! One row per refusal: who tried what, in which world, and why not.

mod case;
mod owed;
mod paper;
mod queue;
mod room;

pub use case::{filings, invitations};

use crate::world::*;
use acordo_domain::case::command::{Command, CommandKind};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::terms::{Obligation, Terms};
use std::sync::LazyLock;

pub struct Row {
    pub world: World,
    pub who: Who,
    pub command: Command,
    pub code: Refusal,
    pub pointer: Option<&'static str>,
}

pub fn row(world: World, who: Who, command: Command, code: Refusal) -> Row {
    Row { world, who, command, code, pointer: None }
}

pub fn at(world: World, who: Who, command: Command, code: Refusal, pointer: &'static str) -> Row {
    Row { world, who, command, code, pointer: Some(pointer) }
}

/// The world after one more command.
pub fn after(mut world: World, who: Who, command: Command) -> World {
    world.does(who, command);
    world
}

pub fn one(change: impl FnOnce(&mut Obligation)) -> Terms {
    let mut terms = refund(100);
    change(&mut terms.obligations[0]);
    terms
}

pub fn long(chars: usize) -> String {
    "á".repeat(chars)
}

pub fn rows() -> Vec<Row> {
    let mut all = case::intake_rows();
    all.extend(case::mediator_rows());
    all.extend(room::talk_rows());
    all.extend(room::terms_rows());
    all.extend(room::proposal_rows());
    all.extend(paper::agreement_rows());
    all.extend(case::end_rows());
    all.extend(owed::owed_rows());
    all.extend(queue::officer_rows());
    all.extend(queue::officer_until_rows());
    all.extend(queue::review_file_rows());
    all.extend(queue::officer_offer_rows());
    all.extend(queue::time_rows());
    all
}

/// A command of this kind from its rows, preferably one whose arguments are not at fault. Random play uses it where no
/// argument has to fit the world.
pub fn example(kind: CommandKind) -> Command {
    static ROWS: LazyLock<Vec<Row>> = LazyLock::new(rows);
    let mut rows: Vec<&Row> = ROWS.iter().filter(|row| row.command.kind() == kind).collect();
    rows.sort_by_key(|row| row.pointer.is_some());
    rows.first().unwrap_or_else(|| panic!("{} has no refusal row", kind.name())).command.clone()
}
