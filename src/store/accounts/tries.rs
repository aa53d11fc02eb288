//! Wrong passwords, counted in the database, so that every process counts the same ones.

use super::Accounts;
use crate::store::connect::{transaction, writing};
use crate::store::error::StoreError;
use crate::store::schema::sign_in_tries as counted;
use crate::store::sql::At;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

impl Accounts<'_> {
    /// Counts a try before its password is compared, so that concurrent guesses count as well. Answers for how many
    /// seconds nothing is compared, if there were too many.
    pub async fn count_try(
        &self,
        account: [u8; 32],
        source: [u8; 32],
        max: i32,
        seconds: u64,
    ) -> Result<Option<u64>, StoreError> {
        let now = self.0.now();
        let millis = i64::try_from(seconds.saturating_mul(1_000)).unwrap_or(i64::MAX);
        let oldest = now.plus_millis(-millis);
        transaction!(self.0, |conn| {
            let key = (account.to_vec(), source.to_vec());
            // Each statement is whole in itself: of two at once, one waits for the other and sees its count. The first
            // try comes first, so that those in the same moment find its row.
            let first = diesel::insert_into(counted::table)
                .values((
                    counted::account.eq(key.0.clone()),
                    counted::source.eq(key.1.clone()),
                    counted::begun_at.eq(At(now)),
                    counted::tries.eq(1),
                ))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?;
            if first == 1 {
                return Ok(None);
            }
            let more = diesel::update(counted::table.find(key.clone()))
                .filter(counted::begun_at.gt(At(oldest)))
                .filter(counted::tries.lt(max))
                .set(counted::tries.eq(counted::tries + 1))
                .execute(conn)
                .await?;
            if more == 1 {
                return Ok(None);
            }
            let anew = diesel::update(counted::table.find(key.clone()))
                .filter(counted::begun_at.le(At(oldest)))
                .set((counted::tries.eq(1), counted::begun_at.eq(At(now))))
                .execute(conn)
                .await?;
            if anew == 1 {
                return Ok(None);
            }
            let begun: At = counted::table.find(key).select(counted::begun_at).first(conn).await?;
            let left = begun.0.millis() + millis - now.millis();
            Ok::<_, StoreError>(Some(u64::try_from(left / 1_000 + 1).unwrap_or(1)))
        })
    }

    /// Somebody came in from there.
    pub async fn forget_tries(&self, account: [u8; 32], source: [u8; 32]) -> Result<(), StoreError> {
        writing!(&self.0.0.database, |conn| {
            diesel::delete(counted::table.find((account.to_vec(), source.to_vec()))).execute(conn).await?
        });
        Ok(())
    }
}
