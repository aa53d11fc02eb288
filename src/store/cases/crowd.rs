//! Lists of very many cases that have no record: to measure what lists, searches and counts take.

use super::listed;
use crate::store::Store;
use crate::store::connect::{Database, lite_connection, reading};
use crate::store::error::StoreError;
use crate::store::journal::lists::{AccessRow, FindRow, ListChange, ListRow, write_lists};
use crate::store::schema::{case_access, case_finds, case_rows};
use crate::store::sql::Key;
use acordo_domain::case::state::Case;
use diesel::sql_types::BigInt;
use diesel::{ExpressionMethods, QueryDsl, QueryableByName, SqliteConnection};
use std::collections::BTreeSet;

/// Rows of one statement: PostgreSQL takes 65,535 values.
const ROWS_AT_ONCE: usize = 4_000;

#[derive(Debug, QueryableByName)]
struct Measured {
    #[diesel(sql_type = BigInt)]
    bytes: i64,
}

impl Store {
    /// Writes the lists of these new cases, as their appends would.
    pub(crate) async fn write_crowd(&self, cases: &[Case]) -> Result<(), StoreError> {
        let mut changes = Vec::with_capacity(cases.len());
        for case in cases {
            let lists = listed::update(None, case, &self.0.rules, case.procedure.last_at, &BTreeSet::new())?;
            changes.push((Key(case.id.0), lists.change));
        }
        match &self.0.database {
            Database::Lite(lite) => {
                let path = lite.path.clone();
                let _write_lock = lite.write_lock.lock().await;
                let written = tokio::task::spawn_blocking(move || {
                    let mut conn = lite_connection(&path).map_err(|error| StoreError::Corrupt(error.to_string()))?;
                    write_lite(&mut conn, &changes)
                });
                written.await.map_err(|error| StoreError::Unavailable(error.to_string()))?
            }
            Database::Pg(pool) => {
                use diesel_async::RunQueryDsl;
                let mut held = pool.get().await.map_err(StoreError::from)?;
                let row = |(case, row): (Key, &ListRow)| {
                    (
                        case_rows::case_id.eq(case),
                        case_rows::audience.eq(row.audience.clone()),
                        case_rows::body.eq(row.body.clone()),
                    )
                };
                for rows in flat(&changes, |change| &change.rows).chunks(ROWS_AT_ONCE) {
                    let rows: Vec<_> = rows.iter().copied().map(row).collect();
                    diesel::insert_into(case_rows::table).values(rows).execute(&mut *held).await?;
                }
                let access = |(case, row): (Key, &AccessRow)| {
                    (
                        case_access::case_id.eq(case),
                        case_access::holder.eq(row.holder),
                        case_access::audience.eq(row.audience.clone()),
                        case_access::capacity.eq(row.capacity.clone()),
                        case_access::channels.eq(row.channels.clone()),
                        case_access::turn.eq(row.turn),
                        case_access::phase.eq(row.phase),
                        case_access::due_place.eq(row.due_place),
                        case_access::last_at.eq(row.last_at),
                        case_access::queue_place.eq(row.queue_place),
                        case_access::entry_state.eq(row.entry_state.clone()),
                    )
                };
                for rows in flat(&changes, |change| &change.access).chunks(ROWS_AT_ONCE) {
                    let rows: Vec<_> = rows.iter().copied().map(access).collect();
                    diesel::insert_into(case_access::table).values(rows).execute(&mut *held).await?;
                }
                let find = |(case, row): (Key, &FindRow)| {
                    (
                        case_finds::case_id.eq(case),
                        case_finds::part.eq(row.part),
                        case_finds::audiences.eq(row.audiences.clone()),
                        case_finds::words.eq(row.words.clone()),
                    )
                };
                for rows in flat(&changes, |change| &change.finds).chunks(ROWS_AT_ONCE) {
                    let rows: Vec<_> = rows.iter().copied().map(find).collect();
                    diesel::insert_into(case_finds::table).values(rows).execute(&mut *held).await?;
                }
                Ok(())
            }
        }
    }

    /// What the planner is told after much was written, as each database does by itself in time.
    pub(crate) async fn settle_crowd(&self) -> Result<(), StoreError> {
        use diesel_async::RunQueryDsl;
        let statements: &[&str] = if self.is_shared() {
            &["VACUUM ANALYZE case_access", "VACUUM ANALYZE case_rows", "VACUUM ANALYZE case_finds"]
        } else {
            &["PRAGMA wal_checkpoint(TRUNCATE)"]
        };
        for statement in statements {
            reading!(&self.0.database, |conn| {
                diesel::sql_query(*statement).execute(conn).await?;
            });
        }
        Ok(())
    }

    /// Bytes of everything that lists keep, with its indexes.
    pub(crate) async fn list_bytes(&self) -> Result<u64, StoreError> {
        use diesel_async::RunQueryDsl;
        let query = if self.is_shared() {
            "SELECT (pg_total_relation_size('case_access') + pg_total_relation_size('case_rows') \
             + pg_total_relation_size('case_finds'))::bigint AS bytes"
        } else {
            "SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size"
        };
        let measured: Measured = reading!(&self.0.database, |conn| diesel::sql_query(query).get_result(conn).await?);
        Ok(measured.bytes.unsigned_abs())
    }
}

fn write_lite(conn: &mut SqliteConnection, changes: &[(Key, ListChange)]) -> Result<(), StoreError> {
    use diesel::RunQueryDsl;
    conn.immediate_transaction(|conn| {
        for (case, change) in changes {
            write_lists!(conn, *case, change);
        }
        Ok(())
    })
}

fn flat<T>(changes: &[(Key, ListChange)], rows: impl Fn(&ListChange) -> &Vec<T>) -> Vec<(Key, &T)> {
    changes.iter().flat_map(|(case, change)| rows(change).iter().map(|row| (*case, row))).collect()
}
