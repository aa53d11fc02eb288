//! A line of the register of agreements.

use crate::case::command::Language;
use crate::id::{CaseId, Reference};
use crate::moment::Moment;
use crate::money::Money;
use crate::obligation::{ObligationState, ObligationStep};
use crate::seat::Side;
use crate::terms::ObligationKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A concluded agreement and what became of it. It says nothing of how it came about, nor of the case's course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RegisterRow {
    pub case: CaseId,
    /// A case may come to several agreements.
    pub version: u32,
    pub reference: Reference,
    pub company_name: String,
    pub consumer_name: String,
    pub language: Language,
    pub concluded_at: Moment,
    /// Its final document is there; until it is made nothing can be taken along.
    pub sealed: bool,
    pub state: RegisterState,
    /// IANA name of the zone in which its dates are told.
    pub zone: String,
    pub obligations: Vec<RegisterObligation>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RegisterState {
    /// Something is still owed, and nothing of it is in breach.
    #[default]
    Owed,
    /// Something in breach is still owed.
    Breached,
    /// Nothing is owed any more: confirmed, released, or counted as done by silence.
    Done,
}

impl RegisterState {
    pub const ALL: [Self; 3] = [Self::Owed, Self::Breached, Self::Done];
}

/// What is owed, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RegisterObligation {
    pub id: u16,
    pub kind: ObligationKind,
    pub debtor: Side,
    pub due: Moment,
    pub state: ObligationState,
    /// The date has passed, and the debtor has not reported the whole.
    pub overdue: bool,
    /// It was once five days late: said for ever, also where it was paid later.
    pub breached: bool,
    #[schema(required)]
    pub money: Option<Money>,
    #[schema(required)]
    pub owed: Option<Money>,
    #[schema(required)]
    pub reported: Option<Money>,
    #[schema(required)]
    pub confirmed: Option<Money>,
    #[schema(required)]
    pub released: Option<Money>,
    #[schema(required)]
    pub presumed: Option<Money>,
    pub steps: Vec<ObligationStep>,
}
