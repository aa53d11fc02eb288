//! Exports of many agreements: what was asked for, how far it is, and until when its file is kept. A job is claimed by one
//! process for a short while at a time, so that what a process leaves half-done another one, or its successor, makes anew.

use super::Store;
use super::code::{name_of, named};
use super::connect::{reading, transaction, writing};
use super::error::StoreError;
use super::schema::{export_jobs, instance};
use super::sql::{At, Key};
use acordo_domain::id::{CaseId, OrganisationId, UserId};
use acordo_domain::language::Language;
use acordo_domain::moment::{DAY_MILLIS, Moment, SECOND_MILLIS};
use acordo_record::Hash;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;
use uuid::Uuid;

/// Jobs of one person that are not made yet or whose file is kept, and of all people together.
const OF_PERSON_MAX: i64 = 3;
const OF_ALL_MAX: i64 = 60;
/// After its last sign of life a process may take this long before another one makes the job anew.
const CLAIM_MILLIS: i64 = 120 * SECOND_MILLIS;
/// How often a job is begun before it is said to have failed.
const TRIES_MAX: i32 = 3;
/// How long a file is kept, and a job that failed is told.
const KEPT_MILLIS: i64 = DAY_MILLIS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// Nobody has begun it.
    Waiting,
    Making,
    /// Its file can be had.
    Ready,
    Failed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportJob {
    pub id: Uuid,
    pub user: UserId,
    /// Of the file's index.
    pub language: Language,
    /// Whose registers this person read when they asked: who reads one of them no more gets no file.
    pub organisations: BTreeSet<OrganisationId>,
    pub selection: Vec<(CaseId, u32)>,
    pub state: JobState,
    /// Agreements that were looked at so far, and those of them that could not be taken along.
    pub done: u32,
    pub left_out: u32,
    pub size: Option<u64>,
    pub sha256: Option<Hash>,
    /// Why it failed, as a stable code.
    pub problem: Option<String>,
    pub created_at: Moment,
    /// When the file goes, or what is said of it.
    pub expires_at: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewExportJob {
    pub id: Uuid,
    pub user: UserId,
    pub language: Language,
    /// Whose registers this person read when they asked: who reads one of them no more gets no file.
    pub organisations: BTreeSet<OrganisationId>,
    pub selection: Vec<(CaseId, u32)>,
}

/// Why there is no such job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoJob {
    /// This person has as many as one may have.
    OfPerson,
    OfAll,
    /// The same id was used for another selection.
    IdReused,
}

#[derive(Debug, Clone, Copy)]
pub struct ExportJobs<'s>(pub(crate) &'s Store);

#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = export_jobs)]
struct JobRow {
    id: Key,
    user_id: Key,
    language: String,
    organisations: String,
    selection: String,
    state: String,
    done: i32,
    left_out: i32,
    size: Option<i64>,
    sha256: Option<Vec<u8>>,
    problem: Option<String>,
    created_at: At,
    expires_at: At,
}

fn job(row: JobRow) -> Result<ExportJob, StoreError> {
    let corrupt = |error: String| StoreError::Corrupt(format!("export job {}: {error}", row.id.0));
    let selection: Vec<(Uuid, u32)> =
        serde_json::from_str(&row.selection).map_err(|error| corrupt(error.to_string()))?;
    let sha256 = row.sha256.map(Hash::try_from).transpose().map_err(|_| corrupt("its hash".to_owned()))?;
    Ok(ExportJob {
        id: row.id.0,
        user: UserId(row.user_id.0),
        language: named(&row.language)?,
        organisations: serde_json::from_str(&row.organisations).map_err(|error| corrupt(error.to_string()))?,
        selection: selection.into_iter().map(|(case, version)| (CaseId(case), version)).collect(),
        state: named(&row.state)?,
        done: row.done.unsigned_abs(),
        left_out: row.left_out.unsigned_abs(),
        size: row.size.map(i64::unsigned_abs),
        sha256,
        problem: row.problem,
        created_at: row.created_at.0,
        expires_at: row.expires_at.0,
    })
}

impl ExportJobs<'_> {
    /// Takes a job on, if there may be one more; the same id with the same selection is the same job.
    pub async fn add(&self, new: NewExportJob) -> Result<Result<ExportJob, NoJob>, StoreError> {
        let now = self.0.now();
        let NewExportJob { id, user, language, organisations, selection } = new;
        let chosen: Vec<(Uuid, u32)> = selection.iter().map(|(case, version)| (case.0, *version)).collect();
        let text = serde_json::to_string(&chosen).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        let organisations =
            serde_json::to_string(&organisations).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        let (waiting, failed) = (name_of(&JobState::Waiting), name_of(&JobState::Failed));
        let refused = transaction!(self.0, |conn| {
            // Whoever comes at the same time waits here, so that none is counted too few.
            diesel::update(instance::table.find("name")).set(instance::value.eq(instance::value)).execute(conn).await?;
            let known: Option<(Key, String)> = export_jobs::table
                .find(Key(id))
                .select((export_jobs::user_id, export_jobs::selection))
                .first(conn)
                .await
                .optional()?;
            if let Some((owner, selection)) = known {
                let same = owner == Key(user.0) && selection == text;
                return Ok::<_, StoreError>((!same).then_some(NoJob::IdReused));
            }
            let kept = || {
                export_jobs::table.filter(export_jobs::state.ne(&failed)).filter(export_jobs::expires_at.gt(At(now)))
            };
            let theirs: i64 = kept().filter(export_jobs::user_id.eq(Key(user.0))).count().get_result(conn).await?;
            if theirs >= OF_PERSON_MAX {
                return Ok(Some(NoJob::OfPerson));
            }
            let all: i64 = kept().count().get_result(conn).await?;
            if all >= OF_ALL_MAX {
                return Ok(Some(NoJob::OfAll));
            }
            diesel::insert_into(export_jobs::table)
                .values((
                    export_jobs::id.eq(Key(id)),
                    export_jobs::user_id.eq(Key(user.0)),
                    export_jobs::language.eq(name_of(&language)),
                    export_jobs::organisations.eq(&organisations),
                    export_jobs::selection.eq(&text),
                    export_jobs::done.eq(0),
                    export_jobs::left_out.eq(0),
                    export_jobs::state.eq(&waiting),
                    export_jobs::tries.eq(0),
                    export_jobs::created_at.eq(At(now)),
                    export_jobs::expires_at.eq(At(now.plus_millis(KEPT_MILLIS))),
                ))
                .execute(conn)
                .await?;
            Ok(None)
        })?;
        match refused {
            Some(refused) => Ok(Err(refused)),
            None => Ok(Ok(self.of(user, id).await?.ok_or(StoreError::NotFound)?)),
        }
    }

    /// A job of this person that is not over yet.
    pub async fn of(&self, user: UserId, id: Uuid) -> Result<Option<ExportJob>, StoreError> {
        let now = At(self.0.now());
        let row: Option<JobRow> = reading!(&self.0.0.database, |conn| {
            export_jobs::table
                .find(Key(id))
                .filter(export_jobs::user_id.eq(Key(user.0)))
                .filter(export_jobs::expires_at.gt(now))
                .select(JobRow::as_select())
                .first(conn)
                .await
                .optional()?
        });
        row.map(job).transpose()
    }

    /// All jobs of this person that are not over yet, the newest first.
    pub async fn all_of(&self, user: UserId) -> Result<Vec<ExportJob>, StoreError> {
        let now = At(self.0.now());
        let rows: Vec<JobRow> = reading!(&self.0.0.database, |conn| {
            export_jobs::table
                .filter(export_jobs::user_id.eq(Key(user.0)))
                .filter(export_jobs::expires_at.gt(now))
                .order((export_jobs::created_at.desc(), export_jobs::id))
                .select(JobRow::as_select())
                .load(conn)
                .await?
        });
        rows.into_iter().map(job).collect()
    }

    /// Takes a job of this person away; whoever makes it notices at the next agreement.
    pub async fn remove(&self, user: UserId, id: Uuid) -> Result<bool, StoreError> {
        let gone = writing!(&self.0.0.database, |conn| {
            diesel::delete(export_jobs::table.find(Key(id)).filter(export_jobs::user_id.eq(Key(user.0))))
                .execute(conn)
                .await?
        });
        Ok(gone > 0)
    }

    /// The oldest job that nobody makes, with the claim under which this process does. One that was begun too often has
    /// failed.
    pub async fn claim(&self) -> Result<Option<(ExportJob, Uuid)>, StoreError> {
        let (now, claim) = (self.0.now(), Uuid::now_v7());
        let (waiting, making, failed) =
            (name_of(&JobState::Waiting), name_of(&JobState::Making), name_of(&JobState::Failed));
        let row: Option<JobRow> = transaction!(self.0, |conn| {
            let left = export_jobs::claimed_until.is_null().or(export_jobs::claimed_until.le(At(now)));
            let open = export_jobs::state.eq(&waiting).or(export_jobs::state.eq(&making).and(left.assume_not_null()));
            diesel::update(export_jobs::table.filter(open).filter(export_jobs::tries.ge(TRIES_MAX)))
                .set((
                    export_jobs::state.eq(&failed),
                    export_jobs::problem.eq("internal"),
                    export_jobs::expires_at.eq(At(now.plus_millis(KEPT_MILLIS))),
                ))
                .execute(conn)
                .await?;
            let next: Option<Key> = export_jobs::table
                .filter(open)
                .filter(export_jobs::expires_at.gt(At(now)))
                .order((export_jobs::created_at, export_jobs::id))
                .select(export_jobs::id)
                .first(conn)
                .await
                .optional()?;
            let Some(next) = next else { return Ok::<_, StoreError>(None) };
            let claimed = diesel::update(export_jobs::table.find(next).filter(open))
                .set((
                    export_jobs::state.eq(&making),
                    export_jobs::claim.eq(Key(claim)),
                    export_jobs::claimed_until.eq(At(now.plus_millis(CLAIM_MILLIS))),
                    export_jobs::tries.eq(export_jobs::tries + 1),
                    export_jobs::done.eq(0),
                    export_jobs::left_out.eq(0),
                ))
                .execute(conn)
                .await?;
            if claimed == 0 {
                return Ok(None);
            }
            Ok(Some(export_jobs::table.find(next).select(JobRow::as_select()).first::<JobRow>(conn).await?))
        })?;
        row.map(|row| Ok((job(row)?, claim))).transpose()
    }

    /// Says how far a job is; `false` where it is another's now, or was taken away.
    pub async fn progress(&self, id: Uuid, claim: Uuid, done: u32, left_out: u32) -> Result<bool, StoreError> {
        let until = At(self.0.now().plus_millis(CLAIM_MILLIS));
        let (done, left_out) = (count(done), count(left_out));
        let ours = export_jobs::table.find(Key(id)).filter(export_jobs::claim.eq(Key(claim)));
        let moved = writing!(&self.0.0.database, |conn| {
            diesel::update(ours)
                .set((
                    export_jobs::done.eq(done),
                    export_jobs::left_out.eq(left_out),
                    export_jobs::claimed_until.eq(until),
                ))
                .execute(conn)
                .await?
        });
        Ok(moved > 0)
    }

    /// The file is there, and is kept from now on for a day.
    pub async fn ready(&self, id: Uuid, claim: Uuid, size: u64, sha256: Hash) -> Result<bool, StoreError> {
        let until = At(self.0.now().plus_millis(KEPT_MILLIS));
        let ours = export_jobs::table.find(Key(id)).filter(export_jobs::claim.eq(Key(claim)));
        let moved = writing!(&self.0.0.database, |conn| {
            diesel::update(ours)
                .set((
                    export_jobs::state.eq(name_of(&JobState::Ready)),
                    export_jobs::size.eq(size.cast_signed()),
                    export_jobs::sha256.eq(sha256.to_vec()),
                    export_jobs::expires_at.eq(until),
                ))
                .execute(conn)
                .await?
        });
        Ok(moved > 0)
    }

    /// It could not be made, for this reason. Where another try may help, it waits for one.
    pub async fn failed(&self, id: Uuid, claim: Uuid, problem: &str, again: bool) -> Result<(), StoreError> {
        let until = At(self.0.now().plus_millis(KEPT_MILLIS));
        let state = name_of(if again { &JobState::Waiting } else { &JobState::Failed });
        let ours = export_jobs::table.find(Key(id)).filter(export_jobs::claim.eq(Key(claim)));
        writing!(&self.0.0.database, |conn| {
            diesel::update(ours)
                .set((
                    export_jobs::state.eq(state),
                    export_jobs::problem.eq((!again).then_some(problem)),
                    export_jobs::expires_at.eq(until),
                ))
                .execute(conn)
                .await?
        });
        Ok(())
    }

    /// Forgets the jobs that are over.
    pub async fn forget_expired(&self) -> Result<usize, StoreError> {
        let now = At(self.0.now());
        Ok(writing!(&self.0.0.database, |conn| {
            diesel::delete(export_jobs::table.filter(export_jobs::expires_at.le(now))).execute(conn).await?
        }))
    }

    /// The jobs whose file should be there.
    pub async fn all_ready(&self) -> Result<Vec<Uuid>, StoreError> {
        let ready = name_of(&JobState::Ready);
        let found: Vec<Key> = reading!(&self.0.0.database, |conn| {
            export_jobs::table.filter(export_jobs::state.eq(ready)).select(export_jobs::id).load(conn).await?
        });
        Ok(found.into_iter().map(|key| key.0).collect())
    }

    /// The file of this job is gone: after a restored backup, or somebody deleted it.
    pub async fn lost(&self, id: Uuid) -> Result<(), StoreError> {
        let (ready, failed) = (name_of(&JobState::Ready), name_of(&JobState::Failed));
        writing!(&self.0.0.database, |conn| {
            diesel::update(export_jobs::table.find(Key(id)).filter(export_jobs::state.eq(ready)))
                .set((export_jobs::state.eq(failed), export_jobs::problem.eq("no_document")))
                .execute(conn)
                .await?
        });
        Ok(())
    }

    /// Those of these jobs that are still there.
    pub async fn known(&self, ids: &[Uuid]) -> Result<Vec<Uuid>, StoreError> {
        let keys: Vec<Key> = ids.iter().map(|id| Key(*id)).collect();
        let found: Vec<Key> = reading!(&self.0.0.database, |conn| {
            export_jobs::table.filter(export_jobs::id.eq_any(keys)).select(export_jobs::id).load(conn).await?
        });
        Ok(found.into_iter().map(|key| key.0).collect())
    }
}

fn count(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
