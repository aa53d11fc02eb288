//! The row of a case with its seal, and what else the seal is over.

use super::bytes::{altered, corrupt};
use crate::store::error::StoreError;
use crate::store::journal::rows::{Append, BeginRow};
use crate::store::schema::{cases, signed_heads};
use crate::store::sql::{At, Key};
use acordo_record::{Hash, HeadKeys};
use diesel::prelude::*;

/// So many of the sealed fields an earlier version sealed.
const FORMER_FIELDS: usize = 9;

/// What else is under the seal of a case's row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SealedOver<'a> {
    /// The id as the record writes it.
    pub case: &'a str,
    /// Over all events and their commands, in the order of the case.
    pub order: &'a Hash,
    /// Over the heads that were signed last.
    pub signed: &'a Hash,
}

/// The row of a case with its seal, which covers the row, the order of all events of the case and what was signed of
/// them: no channel can be put back, taken away or moved against the others alone.
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
    pub lists: i64,
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
            lists: 0,
        }
    }

    /// The row sealed anew, over these events and signed heads.
    pub fn sealed(mut self, keys: &HeadKeys, over: SealedOver<'_>, version: u64) -> Self {
        self.version = version.cast_signed();
        self.seal = self.with_fields(over, |fields| keys.seal_row("cases", fields)).to_vec();
        self
    }

    pub fn holds(&self, keys: &HeadKeys, over: SealedOver<'_>) -> bool {
        self.with_fields(over, |fields| keys.holds_row("cases", fields, &self.seal))
    }

    /// Under the seal of an earlier version, over fewer fields and the order of the events alone.
    pub fn held_formerly(&self, keys: &HeadKeys, over: SealedOver<'_>) -> bool {
        self.with_fields(over, |fields| keys.holds_row("cases", &fields[..FORMER_FIELDS], &self.seal))
    }

    fn with_fields<T>(&self, over: SealedOver<'_>, work: impl FnOnce(&[&[u8]]) -> T) -> T {
        let due = self.next_due_at.map(|at| at.0.millis().to_be_bytes());
        work(&[
            over.case.as_bytes(),
            &self.version.to_be_bytes(),
            over.order,
            self.reference.as_bytes(),
            self.company_id.0.as_bytes(),
            self.operator_id.0.as_bytes(),
            self.phase.as_bytes(),
            &self.filed_at.0.millis().to_be_bytes(),
            due.as_ref().map_or(&[][..], |due| due),
            &self.number.to_be_bytes(),
            &self.withdrawals.to_be_bytes(),
            &self.lists.to_be_bytes(),
            over.signed,
        ])
    }
}

/// The head of a channel that was signed last.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = signed_heads)]
pub(crate) struct LastSigned {
    pub channel: String,
    size: i64,
    root: Vec<u8>,
}

impl LastSigned {
    pub fn new(channel: &str, size: u64, root: &Hash) -> Self {
        Self { channel: channel.to_owned(), size: size.cast_signed(), root: root.to_vec() }
    }

    pub fn size(&self) -> u64 {
        self.size.unsigned_abs()
    }

    /// It is one that this record had.
    pub fn check(&self, leaves: &[Hash]) -> Result<(), StoreError> {
        let root = self.root.as_slice().try_into().map_err(|_| altered("a signed root"))?;
        acordo_record::may_sign(Some((self.size(), root)), leaves)
            .map_err(|refused| altered(format!("{}: {refused}", self.channel)))
    }

    /// Over all of a case.
    pub fn hash_of_all(all: &[Self]) -> Hash {
        let mut fields = b"acordo/signed-heads/v1\0".to_vec();
        // Databases sort text in orders of their own.
        let mut sorted: Vec<&Self> = all.iter().collect();
        sorted.sort_unstable_by(|one, other| one.channel.cmp(&other.channel));
        for Self { channel, size, root } in sorted {
            for field in [channel.as_bytes(), &size.to_be_bytes(), root] {
                fields.extend_from_slice(&(field.len() as u64).to_be_bytes());
                fields.extend_from_slice(field);
            }
        }
        acordo_record::sha256(&fields)
    }
}
