//! The rows that one append writes. Built while the case is locked, written by the journal.

use super::lists::{ListChange, RegisterRows};
use crate::store::error::StoreError;
use crate::store::sql::{At, Key};
use std::borrow::Cow;

/// All that one command changes, written whole or not at all.
#[derive(Debug)]
pub(crate) struct Append {
    pub case: Key,
    /// The version it was decided on. The case must still be at this version.
    pub base: i64,
    pub events: Vec<EventRow>,
    /// The new ends of the channels that grow, sealed.
    pub heads: Vec<HeadRow>,
    /// Over the whole case after it.
    pub seal: [u8; 32],
    pub command: CommandRow,
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
}

impl Append {
    pub fn next(&self) -> i64 {
        self.base + self.events.len() as i64
    }

    /// Is there more than events, their parts and the command?
    pub fn has_more(&self) -> bool {
        self.head.is_some()
            || self.snapshot.is_some()
            || !(self.lists.is_empty() && self.standings.is_empty() && self.register.is_none() && self.owed.is_empty())
    }
}

/// The end of a channel after an append.
#[derive(Debug)]
pub(crate) struct HeadRow {
    pub channel: String,
    pub size: i64,
    pub frontier: Vec<u8>,
    pub seal: [u8; 32],
    /// That nothing was signed yet, sealed: for the first append to a channel.
    pub unsigned_seal: [u8; 32],
}

#[derive(Debug)]
pub(crate) struct EventRow {
    pub version: i64,
    pub channel: Cow<'static, str>,
    pub seq: i64,
    pub kind: &'static str,
    pub seat: &'static str,
    pub at: At,
    pub header: Vec<u8>,
    pub parts: PartsRow,
}

/// The parts as they are stored: bytes, then salt.
#[derive(Debug, Default)]
pub(crate) struct PartsRow {
    pub author: Option<Vec<u8>>,
    pub content: Option<Vec<u8>>,
    pub origin: Option<Vec<u8>>,
    pub evidence: Option<Vec<u8>>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct CommandRow {
    pub actor: Key,
    pub id: Key,
    pub hash: [u8; 32],
    pub at: At,
}

#[derive(Debug)]
pub(crate) struct BeginRow {
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
    /// This command happened before.
    CommandKnown,
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
                Self::Outcome(if rule.contains("commands") {
                    AppendOutcome::CommandKnown
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

/// The statements for rows that seldom change, written once for both databases; the asynchronous side adds its `.await`.
macro_rules! write_more {
    ($conn:ident, $append:ident $(, $await:tt)*) => {{
        use crate::store::schema::{cases, owed, snapshots, standings};
        use diesel::upsert::excluded;
        let case = $append.case;
        if let Some(head) = &$append.head {
            diesel::update(cases::table.find(case))
                .set((cases::phase.eq(head.phase), cases::next_due_at.eq(head.next_due_at)))
                .execute($conn) $(.$await)* ?;
        }
        write_lists!($conn, case, &$append.lists $(, $await)*);
        for row in &$append.standings {
            diesel::insert_into(standings::table)
                .values((
                    standings::case_id.eq(case),
                    standings::user_id.eq(row.user),
                    standings::seat.eq(&row.seat),
                    standings::until.eq(row.until),
                ))
                .on_conflict((standings::case_id, standings::user_id, standings::seat))
                .do_update()
                .set(standings::until.eq(excluded(standings::until)))
                .execute($conn) $(.$await)* ?;
        }
        if let Some(rows) = &$append.register {
            write_register!($conn, case, rows $(, $await)*);
        }
        for row in &$append.owed {
            diesel::insert_into(owed::table)
                .values((
                    owed::case_id.eq(case),
                    owed::id.eq(row.id),
                    owed::kind.eq(&row.kind),
                    owed::payload.eq(&row.payload),
                    owed::state.eq("waiting"),
                    owed::attempts.eq(0),
                    owed::not_before.eq(row.not_before),
                    owed::created_at.eq(row.created_at),
                ))
                .execute($conn) $(.$await)* ?;
        }
        if let Some(fold) = &$append.snapshot {
            diesel::insert_into(snapshots::table)
                .values((
                    snapshots::case_id.eq(case),
                    snapshots::version.eq($append.next()),
                    snapshots::form.eq(crate::store::cases::SNAPSHOT_FORM),
                    snapshots::state.eq(fold.state.as_slice()),
                    snapshots::seal.eq(fold.seal.as_slice()),
                ))
                .on_conflict(snapshots::case_id)
                .do_update()
                .set((
                    snapshots::version.eq(excluded(snapshots::version)),
                    snapshots::form.eq(excluded(snapshots::form)),
                    snapshots::state.eq(excluded(snapshots::state)),
                    snapshots::seal.eq(excluded(snapshots::seal)),
                ))
                .execute($conn) $(.$await)* ?;
        }
    }};
}

/// What must be written before the events: the case itself, and the use of a challenge that is still good.
macro_rules! write_first {
    ($conn:ident, $append:ident $(, $await:tt)*) => {{
        use crate::store::schema::{cases, signing_challenges};
        if let Some(begin) = &$append.begin {
            diesel::insert_into(cases::table)
                .values((
                    cases::case_id.eq($append.case),
                    cases::version.eq(0),
                    cases::reference.eq(&begin.reference),
                    cases::company_id.eq(begin.company),
                    cases::operator_id.eq(begin.operator),
                    cases::phase.eq(crate::store::journal::rows::BeginRow::PHASE),
                    cases::filed_at.eq(begin.filed_at),
                ))
                .execute($conn) $(.$await)* ?;
        }
        if let Some((challenge, at)) = $append.challenge {
            let used = diesel::update(signing_challenges::table.find(($append.case, challenge)))
                .filter(signing_challenges::used_at.is_null())
                .set(signing_challenges::used_at.eq(at))
                .execute($conn) $(.$await)* ?;
            if used != 1 {
                return Err(WriteError::Outcome(AppendOutcome::ChallengeVoid));
            }
        }
    }};
}

pub(crate) use {write_first, write_more};
