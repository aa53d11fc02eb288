//! What is owed after an agreement, and how far it is.

use crate::moment::Moment;
use crate::money::Money;
use crate::seat::Side;
use crate::terms::ObligationKind;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An obligation of the concluded agreement: who owes what kind of thing, and what sum of it, until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DueObligation {
    /// From 1; those of a later agreement of the same case go on counting.
    pub id: u16,
    pub kind: ObligationKind,
    pub debtor: Side,
    pub due: Moment,
    /// Absent where no sum is owed, and in records of before sums were kept here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money: Option<Money>,
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
    /// The creditor let go of what was still owed.
    Released,
}

/// One word about an obligation, as it was given. They are never changed: a confirmation is a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ObligationStep {
    pub what: ObligationStepKind,
    /// Absent where no sum is owed: then it is about the whole.
    pub money: Option<Money>,
    /// The day on which it was paid or done, where the word says one.
    #[schema(value_type = Option<String>, format = Date)]
    pub on: Option<Date>,
    pub at: Moment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ObligationStepKind {
    Reported,
    Disputed,
    Confirmed,
    Released,
    Presumed,
    /// The case was taken up again: what nobody confirmed waits for its answer once more.
    Reopened,
}

/// What was reported and waits for the creditor's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitingReport {
    /// Minor units; 1 where no sum is owed.
    pub units: i64,
    pub on: Option<Date>,
    pub at: Moment,
}

/// How an obligation stands after everything that was said about it. Counted in minor units of its currency; where no
/// sum is owed the whole is 1, and nothing is less than the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Performance {
    pub whole: i64,
    pub confirmed: i64,
    pub released: i64,
    /// Reported, never confirmed, and counted as done by silence.
    pub presumed: i64,
    pub waiting: Vec<WaitingReport>,
    /// Since when the creditor says that what was reported is not so.
    pub disputed_at: Option<Moment>,
}

impl Performance {
    /// The only place that says what is still owed.
    pub fn of(what: &DueObligation, steps: &[ObligationStep]) -> Self {
        let whole = what.money.map_or(1, |money| money.amount).max(1);
        let start = Self { whole, confirmed: 0, released: 0, presumed: 0, waiting: Vec::new(), disputed_at: None };
        steps.iter().fold(start, |account, step| account.after(step))
    }

    fn after(mut self, step: &ObligationStep) -> Self {
        let said = |otherwise: i64| step.money.map_or(otherwise, |money| money.amount).max(0);
        match step.what {
            ObligationStepKind::Reported => {
                let units = said(self.unreported()).min(self.unreported());
                if units > 0 {
                    self.waiting.push(WaitingReport { units, on: step.on, at: step.at });
                }
            }
            ObligationStepKind::Disputed => {
                self.waiting.clear();
                self.disputed_at = Some(step.at);
            }
            ObligationStepKind::Confirmed => {
                let units = said(self.unconfirmed()).min(self.unconfirmed());
                self.take(units);
                self.confirmed += units;
                self.presumed = self.presumed.min(self.unconfirmed());
            }
            ObligationStepKind::Released => {
                self.released += said(self.owed()).min(self.owed());
                self.take((self.reported() - self.owed()).max(0));
            }
            ObligationStepKind::Presumed => {
                let units = said(self.reported()).min(self.reported());
                self.take(units);
                self.presumed += units;
            }
            ObligationStepKind::Reopened => {
                if self.presumed > 0 {
                    self.waiting.push(WaitingReport { units: self.presumed, on: step.on, at: step.at });
                    self.presumed = 0;
                }
            }
        }
        self
    }

    /// The oldest reports are answered first.
    fn take(&mut self, mut units: i64) {
        for report in &mut self.waiting {
            let answered = report.units.min(units);
            report.units -= answered;
            units -= answered;
        }
        self.waiting.retain(|report| report.units > 0);
    }

    /// Still owed: neither confirmed nor released, nor counted as done by silence.
    pub const fn owed(&self) -> i64 {
        self.unconfirmed() - self.presumed
    }
    /// What a receipt or a release can still be given for.
    pub const fn unconfirmed(&self) -> i64 {
        self.whole - self.confirmed - self.released
    }
    /// Said to be done, and not answered.
    pub fn reported(&self) -> i64 {
        self.waiting.iter().map(|report| report.units).sum()
    }
    /// What the debtor has yet to do.
    pub fn unreported(&self) -> i64 {
        self.owed() - self.reported()
    }
    pub fn reported_at(&self) -> Option<Moment> {
        self.waiting.last().map(|report| report.at)
    }
    /// Is nothing awaited from anybody any more?
    pub const fn is_done(&self) -> bool {
        self.owed() == 0
    }
    pub fn state(&self) -> ObligationState {
        if self.is_done() {
            match (self.presumed, self.released) {
                (0, 0) => ObligationState::Confirmed,
                (0, _) => ObligationState::Released,
                _ => ObligationState::Presumed,
            }
        } else if self.unreported() == 0 {
            ObligationState::Reported
        } else if self.disputed_at.is_some() {
            ObligationState::Disputed
        } else {
            ObligationState::Due
        }
    }
}
