//! The row of a case, and its seal.

use super::bytes::corrupt;
use crate::store::error::StoreError;
use crate::store::journal::rows::{Append, BeginRow};
use crate::store::schema::cases;
use crate::store::sql::{At, Key};
use acordo_record::{Hash, HeadKeys};
use diesel::prelude::*;

/// The row of a case with its seal, which covers the row and the order of all events of the case: no channel can be put
/// back, taken away or moved against the others alone.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = cases)]
pub(crate) struct SealedCase {
    pub version: i64,
    pub reference: String,
    pub company_id: Key,
    pub operator_id: Key,
    pub phase: String,
    pub filed_at: At,
    pub next_due_at: Option<At>,
    pub seal: Vec<u8>,
    pub number: i64,
    pub withdrawals: i64,
}

impl SealedCase {
    /// The row of the case as this append leaves it, without version and seal.
    pub fn after(before: Option<&Self>, append: &Append) -> Result<Self, StoreError> {
        let mut row = match (&append.begin, before) {
            (Some(begin), _) => Self::begun(begin),
            (None, Some(row)) => row.clone(),
            (None, None) => return Err(corrupt("a case without its row")),
        };
        if let Some(head) = &append.head {
            row.phase = head.phase.to_owned();
            row.next_due_at = head.next_due_at;
        }
        Ok(row)
    }

    /// The row that a case begins with.
    fn begun(begin: &BeginRow) -> Self {
        Self {
            version: 0,
            reference: begin.reference.clone(),
            company_id: begin.company,
            operator_id: begin.operator,
            phase: BeginRow::PHASE.to_owned(),
            filed_at: begin.filed_at,
            next_due_at: None,
            seal: Vec::new(),
            number: begin.number.get(),
            withdrawals: 0,
        }
    }

    /// The row after an append, sealed anew.
    pub fn sealed(mut self, keys: &HeadKeys, case: &str, version: u64, order: &Hash) -> Self {
        self.version = version.cast_signed();
        self.seal = self.with_fields(case, order, |fields| keys.seal_row("cases", fields)).to_vec();
        self
    }

    pub fn holds(&self, keys: &HeadKeys, case: &str, order: &Hash) -> bool {
        self.with_fields(case, order, |fields| keys.holds_row("cases", fields, &self.seal))
    }

    fn with_fields<T>(&self, case: &str, order: &Hash, work: impl FnOnce(&[&[u8]]) -> T) -> T {
        let due = self.next_due_at.map(|at| at.0.millis().to_be_bytes());
        work(&[
            case.as_bytes(),
            &self.version.to_be_bytes(),
            order,
            self.reference.as_bytes(),
            self.company_id.0.as_bytes(),
            self.operator_id.0.as_bytes(),
            self.phase.as_bytes(),
            &self.filed_at.0.millis().to_be_bytes(),
            due.as_ref().map_or(&[][..], |due| due),
        ])
    }
}
