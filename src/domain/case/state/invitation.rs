//! The invitation of the side that did not file: its mail, its answer, its last day.

use crate::moment::Moment;
use crate::rules::Rules;
use crate::seat::Side;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub side: Side,
    pub since: Moment,
    pub until: Moment,
    pub state: InvitationState,
    /// What became of its mail, as far as that is known.
    #[serde(default)]
    pub mail: Option<Mailed>,
    /// When it was refused, or lapsed.
    pub turned_down_at: Option<Moment>,
    /// When it was shown that it reached the right person.
    #[serde(default)]
    pub confirmed_at: Option<Moment>,
}

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailed {
    pub delivered: bool,
    pub at: Moment,
}

impl Invitation {
    /// When it was received, as far as a mail server can tell.
    pub fn received_at(&self) -> Option<Moment> {
        self.mail.filter(|mail| mail.delivered).map(|mail| mail.at)
    }

    /// A refusal, and a silence, can be undone for as long as the invitation had been open.
    pub fn back_until(&self, rules: &Rules) -> Option<Moment> {
        self.turned_down_at.map(|at| rules.calendar.deadline(at, rules.invitation_days))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    Open,
    Accepted,
    Refused,
    Lapsed,
    /// It reached somebody else.
    Misdirected,
    /// The company that invited took it back.
    CalledBack,
}
