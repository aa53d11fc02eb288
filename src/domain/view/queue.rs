//! What a viewer is shown of a case in a queue: its entries, the officer's question, what was released, the papers.

use crate::case::command::{ClosingOutcome, ConsentScope, EscalationGround, PaperKind, Priority, Queue};
use crate::case::state::EntryState;
use crate::id::OrganisationId;
use crate::moment::Moment;
use crate::rules::DeadlineRule;
use crate::seat::{Channel, Person, Side};
use crate::view::ForwardView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The case's stay in a queue. `procedure` tells it; what is said there stays in `review` and `desk`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EntryView {
    pub number: u16,
    pub queue: Queue,
    pub organisation: OrganisationId,
    pub ground: EscalationGround,
    pub state: EntryState,
    pub priority: Priority,
    /// Who has it in hand, or had it last.
    pub officer: Option<Person>,
    pub since: Moment,
    /// The service deadline; it stands still in `waiting_for_party`.
    pub due: Moment,
    pub breached: bool,
    pub waiting_for: Option<Side>,
    pub ended_at: Option<Moment>,
    pub outcome: Option<ClosingOutcome>,
    /// Is the handover file there? Only where the review is readable.
    pub handed_over: bool,
    /// Is the viewer its officer?
    pub yours: bool,
    /// It has not ended: it waits for an officer or is in the hands of one.
    pub open: bool,
    /// Is its team the company's own, as against the operator's?
    pub of_company: bool,
    /// Where its officer may pass the case on, while `allowed` says that they may.
    pub forwards: Vec<ForwardView>,
    /// How its officer may end it, likewise.
    pub closings: Vec<ClosingOutcome>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QuestionView {
    pub channel: Channel,
    pub seq: u64,
    pub side: Side,
    pub question: String,
    pub asked_at: Moment,
    pub due: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReleaseView {
    pub channel: Channel,
    pub seq: u64,
    /// The sides that allowed it so far.
    pub allowed: Vec<Side>,
    pub done: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PaperView {
    pub paper: PaperKind,
    pub number: u16,
    pub pdf_hash: String,
    pub at: Moment,
    /// May the viewer take it along?
    pub may_take: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ConsentView {
    pub side: Side,
    pub scope: ConsentScope,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AwaitedView {
    pub side: Side,
    pub until: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExtensionView {
    pub rule: DeadlineRule,
    pub days: u32,
    pub asked_by: Side,
}

/// A case on the board of a queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EntryRow {
    pub number: u16,
    pub queue: Queue,
    pub ground: EscalationGround,
    pub state: EntryState,
    pub priority: Priority,
    pub officer: Option<Person>,
    pub since: Moment,
    pub due: Moment,
    pub breached: bool,
    pub ended_at: Option<Moment>,
}
