//! The journal on SQLite: one thread, one plain connection, one transaction a batch.

use super::rows::{Append, Fate, Stop, write_first, write_more};
use super::{BATCH_MAX, Job};
use crate::store::connect::lite_connection;
use crate::store::error::{OpenError, StoreError};
use crate::store::schema::{cases, commands, events};
use diesel::prelude::*;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::{Mutex, mpsc};

pub(super) fn start(path: &Path, turn: Arc<Mutex<()>>, jobs: mpsc::Receiver<Job>) -> Result<(), OpenError> {
    let conn = lite_connection(path).map_err(|error| OpenError::Database(error.to_string()))?;
    let path = path.to_owned();
    std::thread::Builder::new().name("journal".to_owned()).spawn(move || run(conn, &path, &turn, jobs))?;
    Ok(())
}

fn run(mut conn: SqliteConnection, path: &Path, turn: &Mutex<()>, mut queue: mpsc::Receiver<Job>) {
    let mut jobs = Vec::with_capacity(BATCH_MAX);
    while queue.blocking_recv_many(&mut jobs, BATCH_MAX) > 0 {
        let fates = {
            let _turn = turn.blocking_lock();
            commit(&mut conn, &jobs)
        };
        metrics::histogram!("acordo_journal_batch").record(jobs.len() as f64);
        let failed = fates.iter().any(|fate| matches!(fate, Fate::Failed(_)));
        for (job, fate) in jobs.drain(..).zip(fates) {
            // Who hung up is caught up by the case itself.
            let _ = job.answer.send(fate);
        }
        if failed && let Ok(fresh) = lite_connection(path) {
            // SQLite ends a transaction by itself on some failures; a new connection knows where it stands.
            conn = fresh;
        }
    }
}

fn commit(conn: &mut SqliteConnection, jobs: &[Job]) -> Vec<Fate> {
    let together = conn.immediate_transaction(|conn| jobs.iter().try_for_each(|job| write(conn, &job.append)));
    match together {
        Ok(()) => vec![Fate::Written; jobs.len()],
        Err(Stop::Failed(error)) => vec![Fate::Failed(StoreError::from(error)); jobs.len()],
        Err(Stop::Fate(fate)) if jobs.len() == 1 => vec![fate],
        Err(Stop::Fate(_)) => one_by_one(conn, jobs),
    }
}

/// One of them failed, so each gets a savepoint: a failing append alone fails.
fn one_by_one(conn: &mut SqliteConnection, jobs: &[Job]) -> Vec<Fate> {
    let fates = conn.immediate_transaction(|conn| {
        let each = |job: &Job| match conn.transaction(|conn| write(conn, &job.append)) {
            Ok(()) => Ok(Fate::Written),
            Err(Stop::Fate(fate)) => Ok(fate),
            Err(failed) => Err(failed),
        };
        jobs.iter().map(each).collect::<Result<Vec<_>, Stop>>()
    });
    match fates {
        Ok(fates) => fates,
        Err(Stop::Fate(fate)) => vec![fate; jobs.len()],
        Err(Stop::Failed(error)) => vec![Fate::Failed(StoreError::from(error)); jobs.len()],
    }
}

fn write(conn: &mut SqliteConnection, append: &Append) -> Result<(), Stop> {
    write_first!(conn, append);
    let moved = diesel::update(cases::table.find(append.case))
        .filter(cases::version.eq(append.base))
        .set(cases::version.eq(append.next()))
        .execute(conn)?;
    if moved != 1 {
        return Err(Stop::Fate(Fate::Clash));
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
    if append.has_more() {
        write_more!(conn, append);
    }
    Ok(())
}
