//! What would settle the case: obligations and free clauses.

use crate::money::Money;
use crate::seat::Side;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub const OBLIGATIONS_MAX: usize = 40;
pub const CLAUSES_MAX: usize = 40;
pub const DESCRIPTION_CHARS_MAX: usize = 2_000;

/// A list of obligations plus free clauses. Valid terms hold at least one obligation or clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    #[schema(max_items = 40)]
    pub obligations: Vec<Obligation>,
    #[serde(default)]
    #[schema(max_items = 40)]
    pub clauses: Vec<String>,
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
