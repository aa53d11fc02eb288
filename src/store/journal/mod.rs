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

/// The sending side of the journal's queue. When the last clone is dropped, the writer finishes what is queued and ends.
#[derive(Debug, Clone)]
pub(crate) struct Journal(mpsc::Sender<QueuedAppend>);

/// The queue is full, or the writer is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct QueueFull;

impl Journal {
    pub fn start(database: &Database, url: &str) -> Result<Self, OpenError> {
        let (sender, queue) = mpsc::channel(QUEUE_MAX);
        match database {
            Database::Lite(lite) => lite::start(&lite.path, lite.write_lock.clone(), queue)?,
            Database::Pg(_) => pg::start(url, queue)?,
        }
        Ok(Self(sender))
    }

    /// Queues an append. Its outcome arrives after the commit, never before.
    pub fn append(&self, append: Append) -> Result<oneshot::Receiver<AppendOutcome>, QueueFull> {
        let (reply, outcome) = oneshot::channel();
        let queued = QueuedAppend { append, reply, courier: Courier::here(), asked_in: tracing::Span::current() };
        self.0.try_send(queued).map_err(|_| QueueFull)?;
        Ok(outcome)
    }
}
