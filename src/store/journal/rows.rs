//! The rows that one append writes. Built while the case is locked, written by the journal.

use crate::store::error::StoreError;
use crate::store::event_id::CaseNumber;
use crate::store::sql::{At, Key};
use std::borrow::Cow;

/// All that one command changes, written whole or not at all.
#[derive(Debug)]
pub(crate) struct Append {
    pub case: Key,
    /// The version it was decided on, and how many commands had been withdrawn then. The case must still be there.
    pub base: i64,
    pub withdrawals: i64,
    pub events: Vec<EventRow>,
    /// The new ends of the channels that grow, sealed.
    pub heads: Vec<HeadRow>,
    /// Over the whole case after it.
    pub seal: [u8; 32],
    /// Only for the first append of a case.
    pub begin: Option<BeginRow>,
    pub head: Option<HeadChange>,
    pub rows: Vec<ListRow>,
    pub rows_gone: Vec<String>,
    /// Audiences for which only the time of the row changed.
    pub touched: Vec<(String, At)>,
    pub access: Vec<AccessRow>,
    pub access_gone: Vec<String>,
    /// Everybody who may list the case: after a cold start this process does not know who could before.
    pub access_only: Option<Vec<String>>,
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
}

impl Append {
    /// What leaves the case as it is, at this version.
    pub fn empty(case: Key, version: u64, withdrawals: i64, seal: [u8; 32]) -> Self {
        Self {
            case,
            base: version.cast_signed(),
            withdrawals,
            events: Vec::new(),
            heads: Vec::new(),
            seal,
            begin: None,
            head: None,
            rows: Vec::new(),
            rows_gone: Vec::new(),
            touched: Vec::new(),
            access: Vec::new(),
            access_gone: Vec::new(),
            access_only: None,
            standings: Vec::new(),
            register: None,
            owed: Vec::new(),
            challenge: None,
            snapshot: None,
            unlisted: None,
            listed: false,
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
            || !(self.rows.is_empty()
                && self.rows_gone.is_empty()
                && self.touched.is_empty()
                && self.access.is_empty()
                && self.access_gone.is_empty()
                && self.access_only.is_none()
                && self.standings.is_empty()
                && self.register.is_none()
                && self.owed.is_empty())
    }
}

/// The end of a channel after an append.
#[derive(Debug)]
pub(crate) struct HeadRow {
    pub channel: String,
    pub size: i64,
    pub frontier: Vec<u8>,
    pub seal: Vec<u8>,
    /// That nothing was signed yet, sealed: for the first append to a channel.
    pub unsigned_seal: Vec<u8>,
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

#[derive(Debug)]
pub(crate) struct ListRow {
    pub audience: String,
    pub body: String,
    pub last_at: At,
    /// Present only where they changed.
    pub words: Option<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AccessRow {
    pub holder: String,
    pub audience: String,
    pub capacity: String,
    pub channels: String,
    pub turn: i32,
    pub phase: &'static str,
    pub due_at: Option<At>,
    pub last_at: At,
    /// Where the case stands in the queue of a team, the smallest first, and how its entry is.
    pub queue_place: Option<i64>,
    pub entry_state: Option<String>,
}

/// The audience of the words by which the register finds a case.
pub(crate) const REGISTER_WORDS: &str = "register";

/// Where the register finds a case's agreements, and by which words.
#[derive(Debug)]
pub(crate) struct RegisterRows {
    pub company: Key,
    pub operator: Key,
    pub lines: Vec<RegisterLine>,
    pub words: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RegisterLine {
    pub version: i64,
    pub state: String,
    /// From when on what is still owed counts as in breach, though no event says so.
    pub breach_from: Option<At>,
    pub concluded_at: At,
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
