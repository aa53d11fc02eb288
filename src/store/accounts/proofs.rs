//! What a company knows of a consumer whom it invited: the consumer's answers are compared with it, and counted.

use super::Accounts;
use crate::store::connect::writing;
use crate::store::error::StoreError;
use crate::store::schema::invitation_proofs as proofs;
use crate::store::sql::{At, Key};
use acordo_domain::id::{CaseId, UserId};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

/// After this many wrong answers in a row nothing is compared for a day.
pub const IN_ROW_MAX: i32 = 5;
/// After this many in all nothing is compared any more: three digits are not to be found by trying.
pub const IN_ALL_MAX: i32 = 15;
pub const PAUSE_HOURS: i64 = 24;

/// The verdict on an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProofAnswer {
    Right,
    Wrong {
        attempts_left: u32,
    },
    /// Nobody is asked here, somebody else is, or too often.
    Void,
}

impl Accounts<'_> {
    pub async fn add_proof(&self, case_id: CaseId, user: UserId, answer_hash: [u8; 32]) -> Result<(), StoreError> {
        writing!(&self.0.0.database, |conn| {
            diesel::insert_into(proofs::table)
                .values((
                    proofs::case_id.eq(Key(case_id.0)),
                    proofs::user_id.eq(Key(user.0)),
                    proofs::answer_hash.eq(answer_hash.to_vec()),
                    proofs::attempts.eq(0),
                    proofs::attempts_in_row.eq(0),
                ))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?
        });
        Ok(())
    }

    /// Without its case, which was never opened.
    pub async fn drop_proof(&self, case_id: CaseId) -> Result<(), StoreError> {
        writing!(&self.0.0.database, |conn| {
            diesel::delete(proofs::table.find(Key(case_id.0))).execute(conn).await?
        });
        Ok(())
    }

    /// Compares an answer. Each call is counted before it is compared, so that concurrent guesses count as well.
    pub async fn answer_proof(
        &self,
        case_id: CaseId,
        user: UserId,
        answer_hash: [u8; 32],
    ) -> Result<ProofAnswer, StoreError> {
        let now = self.0.now();
        let rested = At(now.plus_hours(-PAUSE_HOURS));
        writing!(&self.0.0.database, |conn| {
            diesel::update(proofs::table.find(Key(case_id.0)))
                .filter(proofs::tried_at.le(rested))
                .set(proofs::attempts_in_row.eq(0))
                .execute(conn)
                .await?
        });
        let row: Option<(Vec<u8>, i32, i32)> = writing!(&self.0.0.database, |conn| {
            diesel::update(proofs::table.find(Key(case_id.0)))
                .filter(proofs::user_id.eq(Key(user.0)))
                .filter(proofs::attempts_in_row.lt(IN_ROW_MAX))
                .filter(proofs::attempts.lt(IN_ALL_MAX))
                .set((
                    proofs::attempts.eq(proofs::attempts + 1),
                    proofs::attempts_in_row.eq(proofs::attempts_in_row + 1),
                    proofs::tried_at.eq(At(now)),
                ))
                .returning((proofs::answer_hash, proofs::attempts, proofs::attempts_in_row))
                .get_result(conn)
                .await
                .optional()?
        });
        let Some((stored, attempts, in_row)) = row else { return Ok(ProofAnswer::Void) };
        // Both are hashes keyed with a secret; a timing difference between them reveals nothing about the answer.
        if stored == answer_hash {
            Ok(ProofAnswer::Right)
        } else {
            let left = (IN_ROW_MAX - in_row).min(IN_ALL_MAX - attempts);
            Ok(ProofAnswer::Wrong { attempts_left: left.unsigned_abs() })
        }
    }
}
