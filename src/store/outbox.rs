//! Work that events owe: claimed, done once, retried with growing pauses, and listed where it was given up.

use super::Store;
use super::connect::{Database, reading, writing};
use super::error::StoreError;
use super::schema::owed;
use super::sql::{At, Key};
use acordo_domain::id::CaseId;
use acordo_domain::moment::{HOUR_MILLIS, Moment, SECOND_MILLIS};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use tokio::sync::futures::Notified;
use uuid::Uuid;

/// A claim older than this belongs to a worker that died.
const CLAIM_MILLIS: i64 = 120 * SECOND_MILLIS;
/// Tries before a piece of work is put on the dead-letter list: about two days of waiting.
pub const ATTEMPTS_MAX: i32 = 12;

/// A claimed piece of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    pub id: Uuid,
    /// None where the work belongs to no case.
    pub case: Option<CaseId>,
    /// The `type` of the payload.
    pub kind: String,
    /// JSON, ids only: the domain's `Owed`, or what identity and notify put in themselves.
    pub payload: String,
    /// How often it was tried before.
    pub attempts: u32,
    pub created_at: Moment,
    claim: Uuid,
}

/// Work that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadWork {
    pub id: Uuid,
    pub case: Option<CaseId>,
    pub kind: String,
    pub payload: String,
    pub attempts: u32,
    pub created_at: Moment,
    pub last_error: Option<String>,
}

#[derive(Debug, Clone, Copy)]
pub struct Outbox<'s>(pub(crate) &'s Store);

type WorkRow = (Key, Key, String, String, i32, At);
type WorkColumns = (owed::case_id, owed::id, owed::kind, owed::payload, owed::attempts, owed::created_at);
const COLUMNS: WorkColumns = (owed::case_id, owed::id, owed::kind, owed::payload, owed::attempts, owed::created_at);

fn case(key: Key) -> Option<CaseId> {
    (!key.0.is_nil()).then_some(CaseId(key.0))
}

/// The kinds of work that end in a mail.
const MAILS: [&str; 2] = ["notice", "link"];

fn dead_work(((case_id, id, kind, payload, attempts, created), last_error): (WorkRow, Option<String>)) -> DeadWork {
    DeadWork {
        id: id.0,
        case: case(case_id),
        kind,
        payload,
        attempts: attempts.unsigned_abs(),
        created_at: created.0,
        last_error,
    }
}

/// A row of work that may be done from now on.
#[derive(Debug, Insertable)]
#[diesel(table_name = owed)]
pub(super) struct WaitingRow<'r> {
    case_id: Key,
    id: Key,
    kind: &'r str,
    payload: &'r str,
    state: &'static str,
    attempts: i32,
    not_before: At,
    created_at: At,
}

pub(super) fn waiting<'r>(
    case_id: Option<CaseId>,
    id: Uuid,
    kind: &'r str,
    payload: &'r str,
    now: At,
) -> WaitingRow<'r> {
    WaitingRow {
        case_id: Key(case_id.map_or(Uuid::nil(), |case| case.0)),
        id: Key(id),
        kind,
        payload,
        state: "waiting",
        attempts: 0,
        not_before: now,
        created_at: now,
    }
}

impl Outbox<'_> {
    /// Owes work that follows from no event, such as a sign-in link.
    pub async fn owe(&self, case_id: Option<CaseId>, kind: &str, payload: &str) -> Result<Uuid, StoreError> {
        let id = Uuid::now_v7();
        let now = At(self.0.now());
        writing!(&self.0.0.database, |conn| {
            diesel::insert_into(owed::table).values(waiting(case_id, id, kind, payload, now)).execute(conn).await?
        });
        self.0.0.work.notify_waiters();
        Ok(id)
    }

    /// Resolves when this process commits new work. Create it before looking for work, so that nothing slips between.
    pub fn woken(&self) -> Notified<'_> {
        self.0.0.work.notified()
    }

    /// When the next open piece may be tried.
    pub async fn next_at(&self) -> Result<Option<Moment>, StoreError> {
        let at: Option<At> = reading!(&self.0.0.database, |conn| {
            owed::table
                .filter(owed::state.eq_any(["waiting", "claimed"]))
                .order(owed::not_before)
                .select(owed::not_before)
                .first(conn)
                .await
                .optional()?
        });
        Ok(at.map(|at| at.0))
    }

    /// Takes up to `limit` pieces that are due. Two workers never hold the same piece: where several
    /// processes claim, each skips what another is just taking; a claim that was lost is given again.
    pub async fn claim(&self, limit: u32) -> Result<Vec<Work>, StoreError> {
        let now = self.0.now();
        let claim = Uuid::now_v7();
        let until = now.plus_millis(CLAIM_MILLIS);
        let rows: Vec<WorkRow> = match &self.0.0.database {
            database @ Database::Lite(_) => writing!(database, |conn| {
                // Nobody else writes in between: the write lock is held.
                let due: Vec<Key> = owed::table
                    .filter(owed::state.eq_any(["waiting", "claimed"]))
                    .filter(owed::not_before.le(At(now)))
                    .order(owed::not_before)
                    .limit(i64::from(limit))
                    .select(owed::id)
                    .load(conn)
                    .await?;
                diesel::update(owed::table.filter(owed::id.eq_any(due)))
                    .set((
                        owed::state.eq("claimed"),
                        owed::claim.eq(Key(claim)),
                        owed::attempts.eq(owed::attempts + 1),
                        owed::not_before.eq(At(until)),
                    ))
                    .returning(COLUMNS)
                    .get_results(conn)
                    .await?
            }),
            Database::Pg(pool) => {
                let mut conn = pool.get().await?;
                diesel::sql_query(
                    "UPDATE owed SET state = 'claimed', claim = $1, attempts = attempts + 1, not_before = $2 \
                     FROM (SELECT case_id, id FROM owed WHERE state IN ('waiting', 'claimed') AND not_before <= $3 \
                           ORDER BY not_before LIMIT $4 FOR UPDATE SKIP LOCKED) AS due \
                     WHERE owed.case_id = due.case_id AND owed.id = due.id \
                     RETURNING owed.case_id, owed.id, owed.kind, owed.payload, owed.attempts, owed.created_at",
                )
                .bind::<super::sql::Uid, _>(Key(claim))
                .bind::<super::sql::Instant, _>(At(until))
                .bind::<super::sql::Instant, _>(At(now))
                .bind::<diesel::sql_types::BigInt, _>(i64::from(limit))
                .get_results::<Claimed>(&mut conn)
                .await?
                .into_iter()
                .map(|row| (row.case_id, row.id, row.kind, row.payload, row.attempts, row.created_at))
                .collect()
            }
        };
        let mut claimed: Vec<Work> = rows
            .into_iter()
            .map(|(case_id, id, kind, payload, attempts, created)| Work {
                id: id.0,
                case: case(case_id),
                kind,
                payload,
                attempts: attempts.saturating_sub(1).unsigned_abs(),
                created_at: created.0,
                claim,
            })
            .collect();
        claimed.sort_by_key(|work| work.id);
        Ok(claimed)
    }

    /// Removes finished work. False if the claim was lost meanwhile: then another worker does it.
    pub async fn finish(&self, work: &Work) -> Result<bool, StoreError> {
        let finished = writing!(&self.0.0.database, |conn| {
            diesel::delete(owed::table.find((Key(work.case.map_or(Uuid::nil(), |case| case.0)), Key(work.id))))
                .filter(owed::claim.eq(Key(work.claim)))
                .execute(conn)
                .await?
        });
        Ok(finished == 1)
    }

    /// Records a failed try. The wait before the next doubles, from ten seconds to six hours; after the
    /// last try, or where trying again is of no use, it goes on the dead-letter list.
    pub async fn fail(&self, work: &Work, why: &str, again: bool) -> Result<(), StoreError> {
        let attempts = work.attempts + 1;
        let dead = !again || i32::try_from(attempts).is_ok_and(|tried| tried >= ATTEMPTS_MAX);
        let wait =
            (10 * SECOND_MILLIS).saturating_mul(1_i64 << attempts.min(12).saturating_sub(1)).min(6 * HOUR_MILLIS);
        let not_before = At(self.0.now().plus_millis(wait));
        let state = if dead { "dead" } else { "waiting" };
        let why: String = why.chars().take(500).collect();
        writing!(&self.0.0.database, |conn| {
            diesel::update(owed::table.find((Key(work.case.map_or(Uuid::nil(), |case| case.0)), Key(work.id))))
                .filter(owed::claim.eq(Key(work.claim)))
                .set((
                    owed::state.eq(state),
                    owed::not_before.eq(not_before),
                    owed::claim.eq(None::<Key>),
                    owed::last_error.eq(why),
                ))
                .execute(conn)
                .await?
        });
        Ok(())
    }

    /// Puts work back until what it waits for is mended, without counting a try. The older it is, the longer the wait,
    /// up to five minutes.
    pub async fn hold(&self, work: &Work, why: &str) -> Result<(), StoreError> {
        let now = self.0.now();
        let age = now.millis() - work.created_at.millis();
        let until = At(now.plus_millis((age / 4).clamp(10 * SECOND_MILLIS, 300 * SECOND_MILLIS)));
        let why: String = why.chars().take(500).collect();
        writing!(&self.0.0.database, |conn| {
            diesel::update(owed::table.find((Key(work.case.map_or(Uuid::nil(), |case| case.0)), Key(work.id))))
                .filter(owed::claim.eq(Key(work.claim)))
                .set((
                    owed::state.eq("waiting"),
                    owed::not_before.eq(until),
                    owed::claim.eq(None::<Key>),
                    owed::attempts.eq(owed::attempts - 1),
                    owed::last_error.eq(why),
                ))
                .execute(conn)
                .await?
        });
        Ok(())
    }

    /// How many mails failed at least once and wait, and how many were given up.
    pub async fn mails_stuck(&self) -> Result<(i64, i64), StoreError> {
        let mails = || owed::table.filter(owed::kind.eq_any(MAILS));
        let counts: (i64, i64) = reading!(&self.0.0.database, |conn| {
            let failed = mails().filter(owed::state.ne("dead")).filter(owed::last_error.is_not_null());
            let waiting = failed.count().get_result(conn).await?;
            (waiting, mails().filter(owed::state.eq("dead")).count().get_result(conn).await?)
        });
        Ok(counts)
    }

    /// Mails that failed: those that were given up, and those that wait for another try. Oldest first.
    pub async fn failed_mails(&self, limit: u32) -> Result<Vec<(DeadWork, bool)>, StoreError> {
        let rows: Vec<(WorkRow, Option<String>, String)> = reading!(&self.0.0.database, |conn| {
            owed::table
                .filter(owed::kind.eq_any(MAILS))
                .filter(owed::state.eq("dead").or(owed::last_error.is_not_null()))
                .order(owed::created_at)
                .limit(i64::from(limit))
                .select((COLUMNS, owed::last_error, owed::state))
                .load(conn)
                .await?
        });
        Ok(rows.into_iter().map(|(row, error, state)| (dead_work((row, error)), state == "dead")).collect())
    }

    /// Puts work back without counting a try, because its time has not come.
    pub async fn postpone(&self, work: &Work, until: Moment) -> Result<(), StoreError> {
        writing!(&self.0.0.database, |conn| {
            diesel::update(owed::table.find((Key(work.case.map_or(Uuid::nil(), |case| case.0)), Key(work.id))))
                .filter(owed::claim.eq(Key(work.claim)))
                .set((
                    owed::state.eq("waiting"),
                    owed::not_before.eq(At(until)),
                    owed::claim.eq(None::<Key>),
                    owed::attempts.eq(owed::attempts - 1),
                ))
                .execute(conn)
                .await?
        });
        Ok(())
    }

    /// Dead work, oldest first.
    pub async fn dead(&self, limit: u32) -> Result<Vec<DeadWork>, StoreError> {
        let rows: Vec<(WorkRow, Option<String>)> = reading!(&self.0.0.database, |conn| {
            owed::table
                .filter(owed::state.eq("dead"))
                .order(owed::created_at)
                .limit(i64::from(limit))
                .select((COLUMNS, owed::last_error))
                .load(conn)
                .await?
        });
        Ok(rows.into_iter().map(dead_work).collect())
    }

    /// Queues work again, at once, that was given up or waits.
    pub async fn revive(&self, id: Uuid) -> Result<bool, StoreError> {
        let now = At(self.0.now());
        let revived = writing!(&self.0.0.database, |conn| {
            diesel::update(owed::table.filter(owed::id.eq(Key(id))).filter(owed::state.ne("claimed")))
                .set((owed::state.eq("waiting"), owed::attempts.eq(0), owed::not_before.eq(now)))
                .execute(conn)
                .await?
        });
        self.0.0.work.notify_waiters();
        Ok(revived == 1)
    }
}

#[derive(QueryableByName)]
#[diesel(table_name = owed)]
struct Claimed {
    case_id: Key,
    id: Key,
    kind: String,
    payload: String,
    attempts: i32,
    created_at: At,
}
