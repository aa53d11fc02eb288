//! A folded case that was stored is read again after a restart without its events. So the form of what is stored, and
//! what the same events fold to, change only together with `Case::FORM`.
//!
//! `tests/golden/case.json` holds histories and the cases that they fold to. Once the form has changed,
//! `GOLDEN=write cargo test -p acordo-domain kept` makes it anew under the next number.

#![allow(clippy::disallowed_methods, reason = "the golden file is no part of the domain")]

use crate::play::{start, step};
use crate::world::*;
use acordo_domain::case::apply::apply;
use acordo_domain::case::command::{Command, EvidencePart};
use acordo_domain::case::event::{Event, Fact};
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use acordo_domain::moment::Moment;
use acordo_domain::seat::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

#[derive(Serialize, Deserialize)]
struct Golden {
    form: i64,
    histories: Vec<History>,
}

#[derive(Serialize, Deserialize)]
struct History {
    case: CaseId,
    events: Vec<KeptEvent>,
    folded: Value,
}

/// An event as the golden file writes it.
#[derive(Serialize, Deserialize)]
struct KeptEvent {
    channel: Channel,
    seq: u64,
    at: Moment,
    seat: Voice,
    by: Option<Person>,
    fact: Fact,
    evidence: Option<EvidencePart>,
}

impl From<&Event> for KeptEvent {
    fn from(event: &Event) -> Self {
        let Event { channel, seq, at, seat, by, fact, evidence, kind: _ } = event.clone();
        Self { channel, seq, at, seat, by, fact: fact.unwrap(), evidence }
    }
}

impl KeptEvent {
    fn event(&self) -> Event {
        let (fact, by, evidence) = (self.fact.clone(), self.by.clone(), self.evidence.clone());
        let (channel, seq, at, seat) = (self.channel, self.seq, self.at, self.seat);
        Event { channel, seq, at, seat, by, kind: fact.kind(), fact: Some(fact), evidence }
    }
}

impl History {
    fn of(world: &World) -> Self {
        let folded = serde_json::to_value(&world.case).unwrap();
        Self { case: world.case.id, events: world.history.iter().map(KeptEvent::from).collect(), folded }
    }
    fn fold(&self) -> Case {
        let mut case = Case::new(self.case);
        self.events.iter().for_each(|told| apply(&mut case, &told.event()));
        case
    }
}

const NUMBER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/case/state/form.in");

fn file() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/case.json"))
}

fn committed() -> Golden {
    serde_json::from_slice(&std::fs::read(file()).unwrap()).unwrap()
}

/// Each path in a stored case with the kind of value found there; all keys of a map, like all items of a list, are one.
fn form(value: &Value, place: &str, found: &mut BTreeSet<String>) {
    let kind = match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let is_field = place != ".talks" && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
                form(value, &format!("{place}.{}", if is_field { name } else { "*" }), found);
            }
            return;
        }
        Value::Array(list) if !list.is_empty() => {
            return list.iter().for_each(|value| form(value, &format!("{place}[]"), found));
        }
        Value::Array(_) | Value::Null => EMPTY,
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "text",
    };
    found.insert(format!("{place} {kind}"));
}

const EMPTY: &str = "empty";

fn filled(history: &History) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    form(&history.folded, "", &mut found);
    found.retain(|entry| !entry.ends_with(EMPTY));
    found
}

/// A few histories that together fill every path that random play fills.
fn made() -> Vec<History> {
    let mut runner = TestRunner::deterministic();
    let strategy = prop::collection::vec(step(), 20..90);
    let played = (0..2_000u16).map(|round| {
        let mut world = start((round % 256) as u8);
        for step in strategy.new_tree(&mut runner).unwrap().current() {
            step.pass(&mut world);
            let command = step.command(&world);
            let _ = world.tells(step.who(), &command);
        }
        world
    });
    let mut without_representative = World::mediation();
    without_representative.does(Who::System, Command::SeatVacate { user: Who::Bruna.id() });
    let mut wordy = filing();
    wordy.complaint.remedy_words = Some("Com o frete.".to_owned());
    wordy.complaint.accessibility = Some("Letras grandes.".to_owned());
    let further = crate::owed::with_a_further_agreement();
    let odd = [without_representative, World::filed(&wordy), further, crate::owed::signing_beside_a_worded_agreement()];
    let mut left: Vec<_> = played.chain(odd).map(|world| History::of(&world)).collect();
    let mut kept = Vec::new();
    let mut known = BTreeSet::new();
    loop {
        let news = |history: &History| filled(history).difference(&known).count();
        let Some((at, _)) = left.iter().map(news).enumerate().filter(|(_, news)| *news > 0).max_by_key(|(_, n)| *n)
        else {
            return kept;
        };
        let history = left.swap_remove(at);
        known.extend(filled(&history));
        kept.push(history);
    }
}

fn changed(golden: &Golden) -> Vec<usize> {
    let folded = golden.histories.iter().map(|history| serde_json::to_value(history.fold()).unwrap());
    folded.zip(&golden.histories).enumerate().filter(|(_, (now, then))| *now != then.folded).map(|(at, _)| at).collect()
}

#[test]
fn kept_cases_have_the_form_of_their_number() {
    let golden = committed();
    let changed = changed(&golden);
    if !changed.is_empty() && std::env::var("GOLDEN").is_ok_and(|set| set == "write") {
        let next = Golden { form: golden.form + 1, histories: made() };
        std::fs::write(file(), serde_json::to_string(&next).unwrap() + "\n").unwrap();
        std::fs::write(NUMBER, format!("{}\n", next.form)).unwrap();
        return;
    }
    assert_eq!(
        golden.form,
        Case::FORM,
        "src/domain/case/state/form.in and tests/golden/case.json are written together"
    );
    assert!(
        changed.is_empty(),
        "histories {changed:?} of tests/golden/case.json fold to another state, or one that is written differently, \
         than when they were kept under form {}. A server would read such kept cases wrongly. If that is meant, run \
         `GOLDEN=write cargo test -p acordo-domain kept` and commit both files.",
        golden.form
    );
}

#[test]
fn the_golden_cases_fill_every_place() {
    let mut found = BTreeSet::new();
    committed().histories.iter().for_each(|history| form(&history.folded, "", &mut found));
    let (empty, filled): (Vec<_>, Vec<_>) = found.iter().partition(|entry| entry.ends_with(EMPTY));
    let places = empty.iter().map(|entry| entry.trim_end_matches(EMPTY).trim_end());
    // A list is filled by its items, an object by its fields.
    let is_filled = |place: &str| filled.iter().any(|entry| entry.strip_prefix(place).is_some_and(starts_a_value));
    // What an invited consumer knows is a procedure of its own, whose paths the case's own procedure fills.
    let own = places.filter(|place| !place.starts_with(".procedure.invitee.sight."));
    let never: Vec<_> = own.filter(|place| !is_filled(place)).collect();
    assert_eq!(never, Vec::<&str>::new(), "nothing is ever there, so a change of its form would not be seen");
}

fn starts_a_value(rest: &str) -> bool {
    rest.starts_with([' ', '.', '['])
}
