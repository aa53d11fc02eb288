//! How far a person has read. Best effort, and no part of the record.

use super::Store;
use super::connect::{reading, transaction};
use super::error::StoreError;
use super::schema::read_marks;
use super::sql::{At, Key};
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::seat::Channel;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::BTreeMap;

impl Store {
    /// Moves marks forward; never back.
    pub async fn mark_read(
        &self,
        case_id: CaseId,
        user: UserId,
        marks: &BTreeMap<Channel, u64>,
    ) -> Result<(), StoreError> {
        if marks.is_empty() {
            return Ok(());
        }
        let now = At(self.now());
        let marks: Vec<(String, i64)> =
            marks.iter().map(|(channel, seq)| (channel.to_string(), seq.cast_signed())).collect();
        transaction!(self, |conn| {
            for (channel, seq) in &marks {
                let mark = read_marks::table.find((Key(case_id.0), Key(user.0), channel));
                diesel::insert_into(read_marks::table)
                    .values((
                        read_marks::case_id.eq(Key(case_id.0)),
                        read_marks::user_id.eq(Key(user.0)),
                        read_marks::channel.eq(channel),
                        read_marks::seq.eq(0),
                        read_marks::at.eq(now),
                    ))
                    .on_conflict_do_nothing()
                    .execute(conn)
                    .await?;
                diesel::update(mark)
                    .filter(read_marks::seq.lt(*seq))
                    .set((read_marks::seq.eq(*seq), read_marks::at.eq(now)))
                    .execute(conn)
                    .await?;
            }
            Ok::<_, StoreError>(())
        })
    }

    pub async fn read_marks(&self, case_id: CaseId, user: UserId) -> Result<BTreeMap<Channel, u64>, StoreError> {
        let rows: Vec<(String, i64)> = reading!(&self.0.database, |conn| {
            read_marks::table
                .filter(read_marks::case_id.eq(Key(case_id.0)))
                .filter(read_marks::user_id.eq(Key(user.0)))
                .select((read_marks::channel, read_marks::seq))
                .load(conn)
                .await?
        });
        rows.into_iter().map(|(channel, seq)| Ok((super::code::named(&channel)?, seq.unsigned_abs()))).collect()
    }

    /// How far everybody has read in this case; nothing where that cannot be read now.
    pub async fn marks_of(&self, case_id: CaseId) -> Vec<(UserId, Channel, u64)> {
        self.all_marks(case_id).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "read marks could not be read");
            Vec::new()
        })
    }

    async fn all_marks(&self, case_id: CaseId) -> Result<Vec<(UserId, Channel, u64)>, StoreError> {
        let rows: Vec<(Key, String, i64)> = reading!(&self.0.database, |conn| {
            read_marks::table
                .filter(read_marks::case_id.eq(Key(case_id.0)))
                .select((read_marks::user_id, read_marks::channel, read_marks::seq))
                .load(conn)
                .await?
        });
        rows.into_iter()
            .map(|(user, channel, seq)| Ok((UserId(user.0), super::code::named(&channel)?, seq.unsigned_abs())))
            .collect()
    }
}
