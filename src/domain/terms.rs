//! What would settle the case: obligations, clauses chosen from the house's library, and free clauses.

use crate::money::Money;
use crate::seat::Side;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub const OBLIGATIONS_MAX: usize = 40;
pub const CLAUSES_MAX: usize = 40;
pub const DESCRIPTION_CHARS_MAX: usize = 2_000;

/// A list of obligations plus clauses, free or chosen. Valid terms hold at least one obligation or clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    #[schema(max_items = 40)]
    pub obligations: Vec<Obligation>,
    #[serde(default)]
    #[schema(max_items = 40)]
    pub clauses: Vec<String>,
    /// Of the house's clause library, as the case's jurisdiction pack has it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 40)]
    pub chosen: Vec<ChosenClause>,
}

/// A clause of the library, with its figure where it has one: `{"clause":"late_penalty","value":200}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChosenClause {
    /// Its id in the library.
    pub clause: String,
    /// Days, or hundredths of a percent: 200 is 2 %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<u32>,
}

impl Terms {
    pub const fn is_empty(&self) -> bool {
        self.obligations.is_empty() && self.clauses.is_empty() && self.chosen.is_empty()
    }
    /// The sum that this side is to pay or give in money; all figures of a case are of one currency.
    pub fn owed_by(&self, side: Side) -> Option<Money> {
        let figures = self.obligations.iter().filter(|owing| owing.debtor == side).filter_map(|owing| owing.money);
        figures.reduce(|sum, money| Money { amount: sum.amount.saturating_add(money.amount), ..sum })
    }
}

/// Who owes what to whom by when. The creditor is the other side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Obligation {
    pub kind: ObligationKind,
    pub debtor: Side,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money: Option<Money>,
    pub due: Due,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub description: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ObligationKind {
    Refund,
    Pay,
    Replace,
    Repair,
    RedoService,
    ReducePrice,
    Discount,
    Voucher,
    CancelContract,
    CorrectRecord,
    Deliver,
    Apologise,
    Explain,
    Other,
}

/// A date, or days after the last signature: `{"on":"2026-12-01"}` or
/// `{"days_after_signature":5,"working_days":true}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum Due {
    On(DueDate),
    After(DueAfter),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DueDate {
    /// A calendar day in the case's zone, `2026-12-01`.
    #[schema(value_type = String, format = Date)]
    pub on: jiff::civil::Date,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DueAfter {
    #[schema(minimum = 0, maximum = 3650)]
    pub days_after_signature: u16,
    #[serde(default)]
    pub working_days: bool,
}
