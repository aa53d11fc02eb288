//! The journal on SQLite: one thread, one plain connection, one transaction a batch.

use super::checkpoint::Checkpoints;
use super::lists::{write_lists, write_register};
use super::rows::{Append, AppendOutcome, EventRow, WriteError};
use super::statements::{write_first, write_more};
use super::{BATCH_MAX, EndedThread, QueuedAppend};
use crate::store::connect::lite_connection;
use crate::store::error::{OpenError, StoreError};
use crate::store::sql::{At, Instant, Key, Uid};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::{BigInt, Binary, Nullable, Text};
use diesel::sqlite::Sqlite;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::{Mutex, mpsc};

pub(super) fn start(
    path: &Path,
    write_lock: Arc<Mutex<()>>,
    queue: mpsc::Receiver<QueuedAppend>,
) -> Result<EndedThread, OpenError> {
    let conn = lite_connection(path).map_err(|error| OpenError::Database(error.to_string()))?;
    let path = path.to_owned();
    let checkpoints = Checkpoints::start(&path, &write_lock)?;
    Ok(EndedThread::start("journal", move || {
        let mut conn = conn;
        run(&mut conn, &path, &write_lock, queue);
        // The connection that closes last brings over what is left.
        drop(checkpoints);
    })?)
}

fn run(conn: &mut SqliteConnection, path: &Path, write_lock: &Mutex<()>, mut queue: mpsc::Receiver<QueuedAppend>) {
    let mut batch = Vec::with_capacity(BATCH_MAX);
    while queue.blocking_recv_many(&mut batch, BATCH_MAX) > 0 {
        let outcomes = {
            let _write_lock = write_lock.blocking_lock();
            commit(conn, &batch)
        };
        metrics::histogram!("acordo_journal_batch").record(batch.len() as f64);
        let failed = outcomes.iter().any(|outcome| matches!(outcome, AppendOutcome::Failed(_)));
        for (queued, outcome) in batch.drain(..).zip(outcomes) {
            queued.finish(outcome);
        }
        if failed && let Ok(fresh) = lite_connection(path) {
            // SQLite ends a transaction by itself on some failures; a new connection starts from a known state.
            *conn = fresh;
        }
    }
}

fn commit(conn: &mut SqliteConnection, batch: &[QueuedAppend]) -> Vec<AppendOutcome> {
    let together = conn.immediate_transaction(|conn| batch.iter().try_for_each(|queued| write(conn, &queued.append)));
    match together {
        Ok(()) => vec![AppendOutcome::Written; batch.len()],
        Err(WriteError::Database(error)) => vec![AppendOutcome::Failed(StoreError::from(error)); batch.len()],
        Err(WriteError::Outcome(outcome)) if batch.len() == 1 => vec![outcome],
        Err(WriteError::Outcome(_)) => one_by_one(conn, batch),
    }
}

/// One of them failed, so each gets a savepoint: a failing append alone fails.
fn one_by_one(conn: &mut SqliteConnection, batch: &[QueuedAppend]) -> Vec<AppendOutcome> {
    let outcomes = conn.immediate_transaction(|conn| {
        let each = |queued: &QueuedAppend| match conn.transaction(|conn| write(conn, &queued.append)) {
            Ok(()) => Ok(AppendOutcome::Written),
            Err(WriteError::Outcome(outcome)) => Ok(outcome),
            Err(failed) => Err(failed),
        };
        batch.iter().map(each).collect::<Result<Vec<_>, WriteError>>()
    });
    match outcomes {
        Ok(outcomes) => outcomes,
        Err(WriteError::Outcome(outcome)) => vec![outcome; batch.len()],
        Err(WriteError::Database(error)) => vec![AppendOutcome::Failed(StoreError::from(error)); batch.len()],
    }
}

fn write(conn: &mut SqliteConnection, append: &Append) -> Result<(), WriteError> {
    write_first!(conn, append);
    let moved = MoveHead {
        case: append.case,
        base_seal: append.base_seal.clone(),
        next: append.next(),
        seal: append.seal.to_vec(),
    };
    if moved.execute(conn)? != 1 {
        return Err(WriteError::Outcome(AppendOutcome::Conflict));
    }
    for event in &append.events {
        InsertEvent { case: append.case, event }.execute(conn)?;
    }
    if append.has_more() {
        write_more!(conn, append);
    }
    Ok(())
}

// The statements of every message. Diesel prepares updates and upserts anew each time, and builds the text of an insert
// to find the one that it prepared; these are found by their type.

/// Moves a case from where the append was decided on: its seal is over all of it.
#[derive(QueryId)]
struct MoveHead {
    case: Key,
    base_seal: Vec<u8>,
    next: i64,
    seal: Vec<u8>,
}

impl RunQueryDsl<SqliteConnection> for MoveHead {}

impl QueryFragment<Sqlite> for MoveHead {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        out.push_sql("UPDATE cases SET version = ");
        out.push_bind_param::<BigInt, i64>(&self.next)?;
        out.push_sql(", seal = ");
        out.push_bind_param::<Binary, Vec<u8>>(&self.seal)?;
        out.push_sql(" WHERE case_id = ");
        out.push_bind_param::<Uid, Key>(&self.case)?;
        out.push_sql(" AND seal = ");
        out.push_bind_param::<Binary, Vec<u8>>(&self.base_seal)
    }
}

struct InsertEvent<'a> {
    case: Key,
    event: &'a EventRow,
}

impl QueryId for InsertEvent<'_> {
    type QueryId = InsertEvent<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl RunQueryDsl<SqliteConnection> for InsertEvent<'_> {}

impl QueryFragment<Sqlite> for InsertEvent<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        let EventRow { id, version, channel, seq, kind, seat, at, header, parts, command } = self.event;
        out.push_sql(
            "INSERT INTO events (id, case_id, version, channel, seq, kind, seat, at, header, author, content, origin, \
             evidence, command) VALUES (",
        );
        out.push_bind_param::<BigInt, i64>(id)?;
        out.push_sql(", ");
        out.push_bind_param::<Uid, Key>(&self.case)?;
        out.push_sql(", ");
        out.push_bind_param::<BigInt, i64>(version)?;
        out.push_sql(", ");
        out.push_bind_param::<Text, str>(channel.as_ref())?;
        out.push_sql(", ");
        out.push_bind_param::<BigInt, i64>(seq)?;
        out.push_sql(", ");
        out.push_bind_param::<Text, str>(kind)?;
        out.push_sql(", ");
        out.push_bind_param::<Text, str>(seat)?;
        out.push_sql(", ");
        out.push_bind_param::<Instant, At>(at)?;
        out.push_sql(", ");
        out.push_bind_param::<Binary, Vec<u8>>(header)?;
        for blob in [&parts.author, &parts.content, &parts.origin, &parts.evidence, command] {
            out.push_sql(", ");
            out.push_bind_param::<Nullable<Binary>, Option<Vec<u8>>>(blob)?;
        }
        out.push_sql(")");
        Ok(())
    }
}
