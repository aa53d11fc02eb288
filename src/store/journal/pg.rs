//! The journal on PostgreSQL: a few connections, each committing what gathered in one statement.

use super::lists::{write_lists, write_register};
use super::rows::{Append, AppendOutcome, WriteError};
use super::statements::{write_first, write_more};
use super::{BATCH_MAX, PG_WRITERS, QueuedAppend};
use crate::store::error::{OpenError, StoreError};
use crate::store::pg_server::PgServer;
use crate::store::sql::{At, Instant, Key, Uid};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::{Array, BigInt, Binary, Nullable, Text};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use std::collections::HashSet;
use std::sync::Arc;
use tokio::sync::{Mutex, mpsc};

pub(super) fn start(url: &str, queue: mpsc::Receiver<QueuedAppend>) -> Result<(), OpenError> {
    let (server, queue) = (PgServer::of(url).map_err(OpenError::Database)?, Arc::new(Mutex::new(queue)));
    for _ in 0..PG_WRITERS {
        tokio::spawn(run(server.clone(), queue.clone()));
    }
    Ok(())
}

async fn run(server: PgServer, queue: Arc<Mutex<mpsc::Receiver<QueuedAppend>>>) {
    let mut conn: Option<AsyncPgConnection> = None;
    let mut batch = Vec::with_capacity(BATCH_MAX);
    loop {
        if queue.lock().await.recv_many(&mut batch, BATCH_MAX).await == 0 {
            return;
        }
        let open = match conn.take() {
            Some(open) => Ok(open),
            None => server.connect().await,
        };
        let outcomes = match open {
            Ok(mut open) => {
                let outcomes = commit(&mut open, &batch).await;
                // After a failure a connection may be half dead; the next batch gets a new one.
                if !outcomes.iter().any(|outcome| matches!(outcome, AppendOutcome::Failed(_))) {
                    conn = Some(open);
                }
                outcomes
            }
            Err(error) => vec![AppendOutcome::Failed(StoreError::Unavailable(error.to_string())); batch.len()],
        };
        metrics::histogram!("acordo_journal_batch").record(batch.len() as f64);
        for (queued, outcome) in batch.drain(..).zip(outcomes) {
            queued.finish(outcome);
        }
    }
}

async fn commit(conn: &mut AsyncPgConnection, batch: &[QueuedAppend]) -> Vec<AppendOutcome> {
    let appends: Vec<&Append> = batch.iter().map(|queued| &queued.append).collect();
    match write_together(conn, &appends).await {
        Ok(outcomes) => outcomes,
        Err(WriteError::Database(error)) => vec![AppendOutcome::Failed(StoreError::from(error)); batch.len()],
        Err(WriteError::Outcome(outcome)) if batch.len() == 1 => vec![outcome],
        // One of them failed, so each gets a transaction: a failing append alone fails.
        Err(WriteError::Outcome(_)) => {
            let mut outcomes = Vec::with_capacity(batch.len());
            for append in &appends {
                outcomes.push(match write_together(conn, std::slice::from_ref(append)).await {
                    Ok(outcome) => outcome.into_iter().next().unwrap_or(AppendOutcome::Conflict),
                    Err(WriteError::Outcome(outcome)) => outcome,
                    Err(WriteError::Database(error)) => AppendOutcome::Failed(StoreError::from(error)),
                });
            }
            outcomes
        }
    }
}

async fn write_together(conn: &mut AsyncPgConnection, appends: &[&Append]) -> Result<Vec<AppendOutcome>, WriteError> {
    let simple = |append: &&Append| append.begin.is_none() && append.challenge.is_none() && !append.has_more();
    let batch = AppendBatch::of(appends);
    let moved: Vec<Key> = if appends.iter().all(simple) {
        batch.get_results(conn).await?
    } else {
        conn.transaction(async |conn| write_all(conn, appends, batch).await).await?
    };
    let moved: HashSet<Key> = moved.into_iter().collect();
    let outcome =
        |append: &&Append| if moved.contains(&append.case) { AppendOutcome::Written } else { AppendOutcome::Conflict };
    Ok(appends.iter().map(outcome).collect())
}

async fn write_all(
    conn: &mut AsyncPgConnection,
    appends: &[&Append],
    batch: AppendBatch,
) -> Result<Vec<Key>, WriteError> {
    for append in appends {
        write_first!(conn, append, await);
    }
    let moved: Vec<Key> = batch.get_results(conn).await?;
    for append in appends {
        if moved.contains(&append.case) {
            if append.has_more() {
                write_more!(conn, append, await);
            }
        } else if append.challenge.is_some() || append.begin.is_some() {
            // The case row or the used challenge written before must not stay without the events.
            return Err(WriteError::Outcome(AppendOutcome::Conflict));
        }
    }
    Ok(moved)
}

/// Moves the cases that are still as they were read, and writes the events of these
/// cases alone, in one statement. Returns the cases that moved.
#[derive(Debug, Default)]
struct AppendBatch {
    head_case: Vec<Key>,
    head_base_seal: Vec<Vec<u8>>,
    head_next: Vec<i64>,
    head_seal: Vec<Vec<u8>>,
    event_id: Vec<i64>,
    event_case: Vec<Key>,
    event_version: Vec<i64>,
    event_channel: Vec<String>,
    event_seq: Vec<i64>,
    event_kind: Vec<String>,
    event_seat: Vec<String>,
    event_at: Vec<At>,
    event_header: Vec<Vec<u8>>,
    event_author: Vec<Option<Vec<u8>>>,
    event_content: Vec<Option<Vec<u8>>>,
    event_origin: Vec<Option<Vec<u8>>>,
    event_evidence: Vec<Option<Vec<u8>>>,
    event_command: Vec<Option<Vec<u8>>>,
}

impl AppendBatch {
    fn of(appends: &[&Append]) -> Self {
        let mut batch = Self::default();
        // Sorted, so that two nodes lock the same cases in the same order and never deadlock.
        let mut sorted: Vec<&&Append> = appends.iter().collect();
        sorted.sort_unstable_by_key(|append| append.case);
        for append in sorted {
            batch.add(append);
        }
        batch
    }

    fn add(&mut self, append: &Append) {
        self.head_case.push(append.case);
        self.head_base_seal.push(append.base_seal.clone());
        self.head_next.push(append.next());
        self.head_seal.push(append.seal.to_vec());
        for event in &append.events {
            self.event_id.push(event.id);
            self.event_case.push(append.case);
            self.event_version.push(event.version);
            self.event_channel.push(event.channel.clone().into_owned());
            self.event_seq.push(event.seq);
            self.event_kind.push(event.kind.to_owned());
            self.event_seat.push(event.seat.to_owned());
            self.event_at.push(event.at);
            self.event_header.push(event.header.clone());
            self.event_author.push(event.parts.author.clone());
            self.event_content.push(event.parts.content.clone());
            self.event_origin.push(event.parts.origin.clone());
            self.event_evidence.push(event.parts.evidence.clone());
            self.event_command.push(event.command.clone());
        }
    }
}

impl QueryId for AppendBatch {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl Query for AppendBatch {
    type SqlType = Uid;
}

impl QueryFragment<Pg> for AppendBatch {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("WITH moved AS (UPDATE cases SET version = h.next, seal = h.seal FROM unnest(");
        out.push_bind_param::<Array<Uid>, Vec<Key>>(&self.head_case)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Binary>, Vec<Vec<u8>>>(&self.head_base_seal)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<BigInt>, Vec<i64>>(&self.head_next)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Binary>, Vec<Vec<u8>>>(&self.head_seal)?;
        out.push_sql(
            ") AS h (case_id, base_seal, next, seal) WHERE cases.case_id = h.case_id \
             AND cases.seal = h.base_seal RETURNING cases.case_id), \
             stored AS (INSERT INTO events (case_id, id, version, channel, seq, kind, seat, at, header, author, content, \
             origin, evidence, command) \
             SELECT e.* FROM unnest(",
        );
        out.push_bind_param::<Array<Uid>, Vec<Key>>(&self.event_case)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<BigInt>, Vec<i64>>(&self.event_id)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<BigInt>, Vec<i64>>(&self.event_version)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Text>, Vec<String>>(&self.event_channel)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<BigInt>, Vec<i64>>(&self.event_seq)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Text>, Vec<String>>(&self.event_kind)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Text>, Vec<String>>(&self.event_seat)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Instant>, Vec<At>>(&self.event_at)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Binary>, Vec<Vec<u8>>>(&self.event_header)?;
        let blobs =
            [&self.event_author, &self.event_content, &self.event_origin, &self.event_evidence, &self.event_command];
        for parts in blobs {
            out.push_sql(", ");
            out.push_bind_param::<Array<Nullable<Binary>>, Vec<Option<Vec<u8>>>>(parts)?;
        }
        out.push_sql(
            ") AS e (case_id, id, version, channel, seq, kind, seat, at, header, author, content, origin, evidence, \
             command) JOIN moved USING (case_id)) \
             SELECT case_id FROM moved",
        );
        Ok(())
    }
}
