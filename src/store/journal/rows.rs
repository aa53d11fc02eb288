//! The rows that one append writes. Built while the case is locked, written by the journal.

use super::lists::{ListChange, RegisterRows};
use crate::store::error::StoreError;
use crate::store::event_id::CaseNumber;
use crate::store::sql::{At, Key};
use std::borrow::Cow;

/// All that one command changes, written whole or not at all.
#[derive(Debug)]
pub(crate) struct Append {
    pub case: Key,
    /// The version it was decided on.
    pub base: i64,
    /// The seal of the case as it was then, empty before its first append. The case must still be under it.
    pub base_seal: Vec<u8>,
    pub events: Vec<EventRow>,
    /// Over the whole case after it.
    pub seal: [u8; 32],
    /// Only for the first append of a case.
    pub begin: Option<BeginRow>,
    pub head: Option<HeadChange>,
    pub lists: ListChange,
    pub standings: Vec<StandingRow>,
    /// Where the register finds the case's agreements; present only where that changed.
    pub register: Option<RegisterRows>,
    pub owed: Vec<OwedRow>,
    /// The signing challenge that this append uses up, and when.
    pub challenge: Option<(Key, At)>,
    pub snapshot: Option<SnapshotRow>,
    /// Since when lists do not say what this append changed; present only where they said everything before.
    pub unlisted: Option<At>,
    /// Lists say everything again.
    pub listed: bool,
    /// How often they were written alone, where they are now.
    pub lists_written: Option<i64>,
}

impl Append {
    /// What leaves the case as it is, at this version.
    pub fn empty(case: Key, version: u64, base_seal: Vec<u8>, seal: [u8; 32]) -> Self {
        Self {
            case,
            base: version.cast_signed(),
            base_seal,
            events: Vec::new(),
            seal,
            begin: None,
            head: None,
            lists: ListChange::default(),
            standings: Vec::new(),
            register: None,
            owed: Vec::new(),
            challenge: None,
            snapshot: None,
            unlisted: None,
            listed: false,
            lists_written: None,
        }
    }

    pub fn next(&self) -> i64 {
        self.base + self.events.len() as i64
    }

    /// Is there more than events, their parts and the command?
    pub fn has_more(&self) -> bool {
        self.head.is_some()
            || self.snapshot.is_some()
            || self.unlisted.is_some()
            || self.listed
            || !(self.lists.is_empty() && self.standings.is_empty() && self.register.is_none() && self.owed.is_empty())
    }
}

#[derive(Debug)]
pub(crate) struct EventRow {
    pub id: i64,
    pub version: i64,
    pub channel: Cow<'static, str>,
    pub seq: i64,
    pub kind: &'static str,
    pub seat: &'static str,
    pub at: At,
    pub header: Vec<u8>,
    pub parts: PartsRow,
    /// Of the first event of a command.
    pub command: Option<Vec<u8>>,
}

/// The parts as they are stored: bytes, then salt.
#[derive(Debug, Default)]
pub(crate) struct PartsRow {
    pub author: Option<Vec<u8>>,
    pub content: Option<Vec<u8>>,
    pub origin: Option<Vec<u8>>,
    pub evidence: Option<Vec<u8>>,
}

#[derive(Debug)]
pub(crate) struct BeginRow {
    pub number: CaseNumber,
    /// By whom the case is opened, and by which command.
    pub actor: Key,
    pub command: Key,
    pub hash: [u8; 32],
    pub reference: String,
    pub company: Key,
    pub operator: Key,
    pub filed_at: At,
}

impl BeginRow {
    /// What a case begins in.
    pub const PHASE: &'static str = "intake";
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HeadChange {
    pub phase: &'static str,
    pub next_due_at: Option<At>,
}

/// Somebody took a seat, or left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StandingRow {
    pub user: Key,
    pub seat: String,
    pub until: Option<At>,
}

#[derive(Debug)]
pub(crate) struct OwedRow {
    pub id: Key,
    pub kind: String,
    pub payload: String,
    pub not_before: At,
    pub created_at: At,
}

/// The fold of a case, and its seal.
#[derive(Debug)]
pub(crate) struct SnapshotRow {
    pub state: Vec<u8>,
    pub seal: [u8; 32],
}

/// What became of an append.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AppendOutcome {
    /// Durable.
    Written,
    /// Somebody else moved the case first.
    Conflict,
    /// This case was opened before.
    AlreadyOpened,
    /// The signing challenge was used already.
    ChallengeVoid,
    ReferenceTaken,
    /// Not written, or the database failed before it said.
    Failed(StoreError),
}

/// Why a write stopped: this append has an outcome of its own, or the database failed.
#[derive(Debug)]
pub(crate) enum WriteError {
    Outcome(AppendOutcome),
    Database(diesel::result::Error),
}

impl From<diesel::result::Error> for WriteError {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind, Error};
        match error {
            Error::DatabaseError(DatabaseErrorKind::UniqueViolation, ref info) => {
                let rule = info.constraint_name().unwrap_or_else(|| info.message());
                Self::Outcome(if rule.contains("openings") {
                    AppendOutcome::AlreadyOpened
                } else if rule.contains("reference") {
                    AppendOutcome::ReferenceTaken
                } else {
                    AppendOutcome::Conflict
                })
            }
            // Two nodes took the same cases in another order; one of them is asked to try again.
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => Self::Outcome(AppendOutcome::Conflict),
            error if error.to_string().contains("deadlock detected") => Self::Outcome(AppendOutcome::Conflict),
            error => Self::Database(error),
        }
    }
}
