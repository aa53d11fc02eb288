//! Signing challenges: presence proven once, for one document. They are used up in the
//! transaction of the signature itself.

use super::Accounts;
use crate::store::connect::{reading, writing};
use crate::store::error::StoreError;
use crate::store::schema::signing_challenges as challenges;
use crate::store::sql::{At, Key};
use acordo_domain::case::event::SigningMethod;
use acordo_domain::id::{CaseId, ChallengeId, UserId};
use acordo_domain::moment::Moment;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::store::code::{name_of, named};

/// After this many wrong codes the challenge is void.
pub const ATTEMPTS_MAX: i32 = 5;

#[derive(Debug, Clone)]
pub struct NewChallenge {
    pub case: CaseId,
    pub user: UserId,
    pub version: u32,
    pub document_hash: String,
    pub method: SigningMethod,
    pub code_hash: [u8; 32],
    pub expires_at: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    pub id: ChallengeId,
    pub method: SigningMethod,
    pub expires_at: Moment,
}

/// The verdict on a response to a challenge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChallengeAnswer {
    /// Right. It is used up by the execution that carries it, not before.
    Right(SigningMethod),
    Wrong {
        attempts_left: u32,
    },
    /// Expired, used, for another document or person, or tried too often.
    Void,
}

impl Accounts<'_> {
    pub async fn add_challenge(&self, new: &NewChallenge) -> Result<Challenge, StoreError> {
        let id = Uuid::now_v7();
        let now = At(self.0.now());
        writing!(&self.0.0.database, |conn| {
            diesel::insert_into(challenges::table)
                .values((
                    challenges::case_id.eq(Key(new.case.0)),
                    challenges::id.eq(Key(id)),
                    challenges::user_id.eq(Key(new.user.0)),
                    challenges::version.eq(i64::from(new.version)),
                    challenges::document_hash.eq(&new.document_hash),
                    challenges::method.eq(name_of(&new.method)),
                    challenges::code_hash.eq(new.code_hash.to_vec()),
                    challenges::created_at.eq(now),
                    challenges::expires_at.eq(At(new.expires_at)),
                    challenges::attempts.eq(0),
                ))
                .execute(conn)
                .await?
        });
        Ok(Challenge { id: ChallengeId(id), method: new.method, expires_at: new.expires_at })
    }

    /// How many challenges this person asked for in this case since then: for rate limits.
    pub async fn challenges_since(&self, case_id: CaseId, user: UserId, since: Moment) -> Result<u64, StoreError> {
        let count: i64 = reading!(&self.0.0.database, |conn| {
            challenges::table
                .filter(challenges::case_id.eq(Key(case_id.0)))
                .filter(challenges::user_id.eq(Key(user.0)))
                .filter(challenges::created_at.ge(At(since)))
                .count()
                .get_result(conn)
                .await?
        });
        Ok(count.unsigned_abs())
    }

    /// Checks a response. Each call is counted before it is compared, so that concurrent guesses count as well.
    pub async fn answer_challenge(
        &self,
        case_id: CaseId,
        id: ChallengeId,
        user: UserId,
        document_hash: &str,
        code_hash: [u8; 32],
    ) -> Result<ChallengeAnswer, StoreError> {
        let now = At(self.0.now());
        let row: Option<(Vec<u8>, String, i32)> = writing!(&self.0.0.database, |conn| {
            diesel::update(challenges::table.find((Key(case_id.0), Key(id.0))))
                .filter(challenges::used_at.is_null())
                .filter(challenges::expires_at.gt(now))
                .filter(challenges::user_id.eq(Key(user.0)))
                .filter(challenges::document_hash.eq(document_hash))
                .filter(challenges::attempts.lt(ATTEMPTS_MAX))
                .set(challenges::attempts.eq(challenges::attempts + 1))
                .returning((challenges::code_hash, challenges::method, challenges::attempts))
                .get_result(conn)
                .await
                .optional()?
        });
        let Some((stored, method, attempts)) = row else { return Ok(ChallengeAnswer::Void) };
        // Both are hashes keyed with a secret; a timing difference between them reveals nothing about the code.
        if stored == code_hash {
            Ok(ChallengeAnswer::Right(named(&method)?))
        } else {
            Ok(ChallengeAnswer::Wrong { attempts_left: (ATTEMPTS_MAX - attempts).unsigned_abs() })
        }
    }
}
