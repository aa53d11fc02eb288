//! What is owed after an agreement, and how far it is.

use crate::moment::Moment;
use crate::seat::Side;
use crate::terms::ObligationKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An obligation of the concluded agreement, without its figure: who owes what kind of thing until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DueObligation {
    /// Its place in the terms, from 1.
    pub id: u16,
    pub kind: ObligationKind,
    pub debtor: Side,
    pub due: Moment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ObligationState {
    Due,
    Reported,
    Disputed,
    Confirmed,
    /// Reported done, reminded twice, never answered.
    Presumed,
}

impl ObligationState {
    /// Does the debtor still owe a deed?
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Due | Self::Disputed)
    }
    /// Is nothing awaited from anybody any more?
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Confirmed | Self::Presumed)
    }
}
