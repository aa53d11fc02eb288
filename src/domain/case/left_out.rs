//! What a handover file leaves out, as its first event lists it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What an officer is not given, and why. The list never depends on what a closed channel holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    pub what: LeftOutWhat,
    pub why: LeftOutWhy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutWhat {
    JointConversation,
    PrivateConversations,
    MediatorNotes,
    CompanyNotes,
    UnmarkedEvidence,
    FormerReview,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutWhy {
    /// Confidential unless both sides release it (Lei 13.140, art. 30).
    NeedsBothSides,
    /// Confidential unless the one who said it releases it (art. 31).
    NeedsItsSide,
    /// Never passed on.
    NeverPassedOn,
    /// Its owner did not mark it.
    NeedsItsOwner,
}
