//! What the viewer's part in the case is: who listens with them, where they may pass it on, what they may take along.

use crate::case::command::{EvidencePart, Queue};
use crate::seat::{Channel, Seat};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Somebody who reads a channel from a seat. Whoever reads by a role alone (a manager of the company its notes, a
/// coordinator the procedure) is not named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ListenerView {
    pub seat: Seat,
    pub name: String,
    /// Is it the viewer?
    pub you: bool,
}

/// A file of a channel that the viewer reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileView {
    pub channel: Channel,
    /// Its event in the channel.
    pub seq: u64,
    pub evidence: EvidencePart,
    /// Did the viewer add it?
    pub yours: bool,
    /// Its owner lets it be passed on with the case.
    pub may_be_shared: bool,
}

/// A queue to which the officer may pass the case on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ForwardView {
    pub queue: Queue,
    /// May a note for the team there go along?
    pub note: bool,
}

/// How much of the record somebody takes along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecordProfile {
    Agreement,
    /// Facts and dates alone: nobody's words.
    Procedural,
    Joint,
    /// One private conversation, for those who had it.
    Caucus,
}

impl RecordProfile {
    /// Those that need nothing besides their name.
    pub const ALL: [Self; 3] = [Self::Agreement, Self::Procedural, Self::Joint];
}
