//! The only writer of events. Appends that arrive while one commit runs go into the next, so that a
//! busy server syncs once a batch and an idle one once a message.

mod checkpoint;
pub(crate) mod lists;
mod lite;
mod pg;
pub(crate) mod rows;
pub(crate) mod statements;

use super::connect::Database;
use super::error::OpenError;
use crate::courier::Courier;
use rows::{Append, AppendOutcome};
use std::thread::JoinHandle;
use tokio::sync::{mpsc, oneshot};

/// Appends that may wait; past it a caller is told to come back.
const QUEUE_MAX: usize = 4_096;
/// Appends in one transaction.
const BATCH_MAX: usize = 256;
/// Connections that commit side by side where the database can.
const PG_WRITERS: usize = 3;

#[derive(Debug)]
pub(crate) struct QueuedAppend {
    append: Append,
    reply: oneshot::Sender<AppendOutcome>,
    /// Of the thread that waits.
    courier: Option<Courier>,
    /// What asked for it: the writer's log lines bear its case and its request.
    asked_in: tracing::Span,
}

impl QueuedAppend {
    fn finish(self, outcome: AppendOutcome) {
        match &outcome {
            AppendOutcome::Failed(error) => {
                let _span =
                    tracing::error_span!(parent: &self.asked_in, "journal", case = %self.append.case.0).entered();
                tracing::error!(%error, "an append failed");
            }
            AppendOutcome::Written => {
                let (base, events) = (self.append.base, self.append.events.len());
                tracing::debug!(parent: &self.asked_in, base, events, "appended");
            }
            AppendOutcome::Conflict
            | AppendOutcome::AlreadyOpened
            | AppendOutcome::ChallengeVoid
            | AppendOutcome::ReferenceTaken => {}
        }
        let reply = self.reply;
        // Who hung up is caught up by the case itself.
        let tell = move || drop(reply.send(outcome));
        match self.courier {
            Some(courier) => courier.bring(tell),
            None => tell(),
        }
    }
}

/// The sending side of the journal's queue. When it is dropped, the writer finishes what is queued and ends; on SQLite it
/// is waited for, so that the file holds everything and is free for another process.
#[derive(Debug)]
pub(crate) struct Journal {
    queue: mpsc::Sender<QueuedAppend>,
    // Dropped after the queue, whose end it waits for.
    _thread: Option<EndedThread>,
}

/// A thread that is waited for.
#[derive(Debug)]
pub(super) struct EndedThread(Option<JoinHandle<()>>);

impl EndedThread {
    pub fn start(name: &str, work: impl FnOnce() + Send + 'static) -> std::io::Result<Self> {
        Ok(Self(Some(std::thread::Builder::new().name(name.to_owned()).spawn(work)?)))
    }
}

impl Drop for EndedThread {
    fn drop(&mut self) {
        // A thread cannot wait for itself; one that panicked has ended too.
        if let Some(thread) = self.0.take().filter(|thread| thread.thread().id() != std::thread::current().id()) {
            thread.join().ok();
        }
    }
}

/// The queue is full, or the writer is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct QueueFull;

impl Journal {
    pub fn start(database: &Database, url: &str) -> Result<Self, OpenError> {
        let (sender, queue) = mpsc::channel(QUEUE_MAX);
        let thread = match database {
            Database::Lite(lite) => Some(lite::start(&lite.path, lite.write_lock.clone(), queue)?),
            Database::Pg(_) => {
                pg::start(url, queue)?;
                None
            }
        };
        Ok(Self { queue: sender, _thread: thread })
    }

    /// Queues an append. Its outcome arrives after the commit, never before.
    pub fn append(&self, append: Append) -> Result<oneshot::Receiver<AppendOutcome>, QueueFull> {
        let (reply, outcome) = oneshot::channel();
        let queued = QueuedAppend { append, reply, courier: Courier::here(), asked_in: tracing::Span::current() };
        self.queue.try_send(queued).map_err(|_| QueueFull)?;
        Ok(outcome)
    }
}
