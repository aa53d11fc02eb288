//! An obligation of the concluded agreement, and what was said about it.

use crate::case::event::Fact;
use crate::moment::Moment;
use crate::money::Money;
use crate::obligation::{DueObligation, ObligationState, ObligationStep, ObligationStepKind, Performance};
use serde::{Deserialize, Serialize};

/// An obligation with all that was said about it. How it stands is its `account`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owing {
    pub what: DueObligation,
    /// The version of the agreement that it comes from.
    pub version: u32,
    /// Its place in the terms of that agreement, from 1.
    pub place: u16,
    pub steps: Vec<ObligationStep>,
    pub overdue_at: Option<Moment>,
    pub breached_at: Option<Moment>,
}

impl Owing {
    pub const fn due(what: DueObligation, version: u32, place: u16) -> Self {
        Self { what, version, place, steps: Vec::new(), overdue_at: None, breached_at: None }
    }
    pub fn account(&self) -> Performance {
        Performance::of(&self.what, &self.steps)
    }
    pub fn state(&self) -> ObligationState {
        self.account().state()
    }
    /// So many units of it as a sum; nothing where no sum is owed.
    pub fn sum(&self, units: i64) -> Option<Money> {
        self.what.money.map(|money| Money { amount: units, currency: money.currency })
    }
    /// Adds what this fact says about the obligation.
    pub(in crate::case) fn follow(&mut self, fact: &Fact, at: Moment) {
        let (what, money, on) = if let Fact::ObligationReported { money, on, .. } = fact {
            (ObligationStepKind::Reported, *money, *on)
        } else if let Fact::ObligationConfirmed { money, on, .. } = fact {
            (ObligationStepKind::Confirmed, *money, *on)
        } else if let Fact::ObligationReleased { money, .. } = fact {
            (ObligationStepKind::Released, *money, None)
        } else if let Fact::ObligationPresumed { money, .. } = fact {
            (ObligationStepKind::Presumed, *money, None)
        } else if let Fact::ObligationDisputed { .. } = fact {
            (ObligationStepKind::Disputed, None, None)
        } else if let Fact::ObligationOverdue { .. } = fact {
            self.overdue_at = Some(at);
            return;
        } else {
            if let Fact::ObligationBreached { .. } = fact {
                self.breached_at = Some(at);
            }
            return;
        };
        // A record of before sums were kept says nothing but the whole.
        let money = money.filter(|money| self.what.money.is_some_and(|owed| owed.currency == money.currency));
        self.steps.push(ObligationStep { what, money, on, at });
    }
}
