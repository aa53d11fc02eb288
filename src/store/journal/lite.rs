//! The journal on SQLite: one thread, one plain connection, one transaction a batch.

use super::lists::{write_lists, write_register};
use super::rows::{Append, AppendOutcome, WriteError, write_first, write_more};
use super::{BATCH_MAX, QueuedAppend};
use crate::store::connect::lite_connection;
use crate::store::error::{OpenError, StoreError};
use crate::store::schema::{commands, events, heads};
use crate::store::sql::{Key, Uid};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::{BigInt, Binary};
use diesel::sqlite::Sqlite;
use diesel::upsert::excluded;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::{Mutex, mpsc};

pub(super) fn start(
    path: &Path,
    write_lock: Arc<Mutex<()>>,
    queue: mpsc::Receiver<QueuedAppend>,
) -> Result<(), OpenError> {
    let conn = lite_connection(path).map_err(|error| OpenError::Database(error.to_string()))?;
    let path = path.to_owned();
    std::thread::Builder::new().name("journal".to_owned()).spawn(move || run(conn, &path, &write_lock, queue))?;
    Ok(())
}

fn run(mut conn: SqliteConnection, path: &Path, write_lock: &Mutex<()>, mut queue: mpsc::Receiver<QueuedAppend>) {
    let mut batch = Vec::with_capacity(BATCH_MAX);
    while queue.blocking_recv_many(&mut batch, BATCH_MAX) > 0 {
        let outcomes = {
            let _write_lock = write_lock.blocking_lock();
            commit(&mut conn, &batch)
        };
        metrics::histogram!("acordo_journal_batch").record(batch.len() as f64);
        let failed = outcomes.iter().any(|outcome| matches!(outcome, AppendOutcome::Failed(_)));
        for (queued, outcome) in batch.drain(..).zip(outcomes) {
            queued.finish(outcome);
        }
        if failed && let Ok(fresh) = lite_connection(path) {
            // SQLite ends a transaction by itself on some failures; a new connection starts from a known state.
            conn = fresh;
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
    if (MoveHead { case: append.case, base: append.base, next: append.next(), seal: append.seal.to_vec() })
        .execute(conn)?
        != 1
    {
        return Err(WriteError::Outcome(AppendOutcome::Conflict));
    }
    let command = append.command;
    diesel::insert_into(commands::table)
        .values((
            commands::actor.eq(command.actor),
            commands::id.eq(command.id),
            commands::hash.eq(command.hash.as_slice()),
            commands::case_id.eq(append.case),
            commands::first_version.eq(append.base + 1),
            commands::event_count.eq(append.events.len() as i64),
            commands::at.eq(command.at),
        ))
        .execute(conn)?;
    for event in &append.events {
        diesel::insert_into(events::table)
            .values((
                events::case_id.eq(append.case),
                events::version.eq(event.version),
                events::channel.eq(event.channel.as_ref()),
                events::seq.eq(event.seq),
                events::kind.eq(event.kind),
                events::seat.eq(event.seat),
                events::at.eq(event.at),
                events::header.eq(event.header.as_slice()),
                events::author.eq(event.parts.author.as_deref()),
                events::content.eq(event.parts.content.as_deref()),
                events::origin.eq(event.parts.origin.as_deref()),
                events::evidence.eq(event.parts.evidence.as_deref()),
            ))
            .execute(conn)?;
    }
    for head in &append.heads {
        diesel::insert_into(heads::table)
            .values((
                heads::case_id.eq(append.case),
                heads::channel.eq(&head.channel),
                heads::size.eq(head.size),
                heads::frontier.eq(head.frontier.as_slice()),
                heads::seal.eq(head.seal.as_slice()),
                heads::signed_size.eq(0),
                heads::signed_root.eq(&[0; 32][..]),
                heads::signed_seal.eq(head.unsigned_seal.as_slice()),
            ))
            .on_conflict((heads::case_id, heads::channel))
            .do_update()
            .set((
                heads::size.eq(excluded(heads::size)),
                heads::frontier.eq(excluded(heads::frontier)),
                heads::seal.eq(excluded(heads::seal)),
            ))
            .execute(conn)?;
    }
    if append.has_more() {
        write_more!(conn, append);
    }
    Ok(())
}

/// Moves a case from the version that the append was decided on. Diesel prepares its own updates anew each time;
/// this one is prepared once.
#[derive(QueryId)]
struct MoveHead {
    case: Key,
    base: i64,
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
        out.push_sql(" AND version = ");
        out.push_bind_param::<BigInt, i64>(&self.base)
    }
}
