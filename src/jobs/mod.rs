//! Background work: drafts and seals, mediators by rotation, mail, and commands that are due.
//!
//! Work is claimed from the database, so several processes share it and a crash loses nothing.

mod assign;
mod audit;
pub mod dates;
mod exports;

use crate::export::{ExportError, Exporter};
use crate::notify::{MailError, Post};
use crate::store::{ClockGuard, Execution, Origin, Store, StoreError, Work};
use acordo_domain::case::command::Command;
use acordo_domain::case::owed::Owed;
use acordo_domain::id::{CaseId, CommandId};
use acordo_domain::moment::DAY_MILLIS;
use acordo_domain::seat::Actor;
use futures_util::StreamExt;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Pieces of work taken at once.
const CLAIM_MAX: u32 = 16;
/// Pieces of work done concurrently: mail servers are slow, and typesetting is expensive.
const AT_ONCE: usize = 4;
/// How often this process looks for work that another one committed.
const LOOK_EVERY: Duration = Duration::from_secs(1);
const COUNT_EVERY: Duration = Duration::from_secs(15);
const TIDY_EVERY: Duration = Duration::from_secs(3_600);
/// How long it is remembered which command opened a case, and which were withdrawn. A client that lost an answer asks
/// again much sooner.
const COMMANDS_DAYS: i64 = 30;
const SESSIONS_DAYS: i64 = 90;
/// How long an ended draft of a complaint still says that it has ended.
const DRAFTS_DAYS: i64 = 90;

/// Why a piece of work was not done, and whether another try may help.
#[derive(Debug, Clone, PartialEq, Eq)]
struct WorkError {
    why: String,
    again: Again,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Again {
    Never,
    /// So many times.
    Some,
    /// Until what it waits for is mended.
    Always,
}

impl From<StoreError> for WorkError {
    fn from(error: StoreError) -> Self {
        let again = match error {
            StoreError::NotFound | StoreError::Corrupt(_) | StoreError::Altered(_) => Again::Never,
            _ => Again::Some,
        };
        Self { why: error.to_string(), again }
    }
}
impl From<MailError> for WorkError {
    fn from(error: MailError) -> Self {
        let again = match error {
            MailError::Never(_) => Again::Never,
            MailError::Later(_) => Again::Some,
            MailError::Server(_) => Again::Always,
        };
        Self { again, why: error.to_string() }
    }
}
impl From<ExportError> for WorkError {
    fn from(error: ExportError) -> Self {
        Self { why: error.to_string(), again: Again::Some }
    }
}

/// Everything the worker needs.
#[derive(Debug, Clone)]
pub struct Worker {
    pub store: Store,
    pub post: Post,
    pub exporter: Exporter,
    pub clock: ClockGuard,
}

/// Starts the worker of this process.
pub fn start(store: Store, exporter: Exporter, post: Post, clock: ClockGuard) -> RunningWorker {
    let beside = vec![audit::start(exporter.audit()), exports::start(exporter.clone())];
    RunningWorker { beside, ..Worker { store, post, exporter, clock }.start() }
}

/// A running worker. Dropping this does not stop it; [`RunningWorker::stop`] waits for work under way.
#[derive(Debug)]
pub struct RunningWorker {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
    /// What may be aborted in the middle.
    beside: Vec<JoinHandle<()>>,
}

impl RunningWorker {
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        for task in self.beside {
            task.abort();
            let _ = task.await;
        }
        if let Err(error) = self.task.await {
            tracing::error!(%error, "the worker panicked");
        }
    }
}

impl Worker {
    /// Runs until it is told to stop, on the runtime of the caller.
    pub fn start(self) -> RunningWorker {
        let (stop, stopped) = watch::channel(false);
        RunningWorker { stop, task: tokio::spawn(self.run(stopped)), beside: Vec::new() }
    }

    async fn run(self, mut stopped: watch::Receiver<bool>) {
        let (mut tidied, mut counted): (Option<tokio::time::Instant>, Option<tokio::time::Instant>) = (None, None);
        while !*stopped.borrow() {
            let outbox = self.store.outbox();
            // Created before looking for work, so that a commit in between is noticed.
            let woken = outbox.woken();
            let mut did = match self.work().await {
                Ok(did) => did,
                Err(error) => {
                    tracing::warn!(%error, "owed work cannot be claimed");
                    0
                }
            };
            did += self.due().await;
            if tidied.is_none_or(|at| at.elapsed() >= TIDY_EVERY) {
                tidied = Some(tokio::time::Instant::now());
                self.tidy().await;
            }
            if counted.is_none_or(|at| at.elapsed() >= COUNT_EVERY) {
                counted = Some(tokio::time::Instant::now());
                self.count().await;
            }
            if did == 0 {
                tokio::select! {
                    () = woken => {}
                    () = tokio::time::sleep(LOOK_EVERY) => {}
                    _ = stopped.changed() => {}
                }
            }
        }
    }

    /// Does all work that is owed now; for tests and for the demonstration's first start.
    pub async fn catch_up(&self) -> Result<(), StoreError> {
        while self.work().await? + self.due().await > 0 {}
        Ok(())
    }

    /// Does one batch of owed work; returns its size.
    async fn work(&self) -> Result<usize, StoreError> {
        let claimed = self.store.outbox().claim(CLAIM_MAX).await?;
        let count = claimed.len();
        futures_util::stream::iter(claimed).for_each_concurrent(AT_ONCE, |work| self.run_one(work)).await;
        Ok(count)
    }

    async fn run_one(&self, work: Work) {
        let outbox = self.store.outbox();
        let kept = match self.dispatch(&work).await {
            Ok(()) => outbox.finish(&work).await.map(|_| ()),
            Err(error) => {
                metrics::counter!("acordo_work_failed_total", "kind" => work.kind.clone()).increment(1);
                tracing::warn!(kind = work.kind, id = %work.id, attempts = work.attempts + 1, again = ?error.again, why = error.why, "owed work failed");
                match error.again {
                    Again::Always => outbox.hold(&work, &error.why).await,
                    Again::Some => outbox.fail(&work, &error.why, true).await,
                    Again::Never => outbox.fail(&work, &error.why, false).await,
                }
            }
        };
        if let Err(error) = kept {
            // The claim expires by itself and the work is claimed again.
            tracing::warn!(kind = work.kind, id = %work.id, %error, "the result of owed work was not stored");
        }
    }

    async fn dispatch(&self, work: &Work) -> Result<(), WorkError> {
        if matches!(work.kind.as_str(), "notice" | "link") {
            return Ok(self.post.deliver(work).await?);
        }
        let owed: Owed = serde_json::from_str(&work.payload)
            .map_err(|error| WorkError { why: error.to_string(), again: Again::Never })?;
        let case = work.case.ok_or(WorkError { why: "work without a case".to_owned(), again: Again::Never })?;
        match owed {
            Owed::Draft { version } => self.exporter.draft(case, version).await.map(|_| ())?,
            Owed::Seal { version } => self.exporter.seal(case, version).await.map(|_| ())?,
            Owed::Handover { entry } => self.exporter.hand_over(case, entry).await.map(|_| ())?,
            Owed::Paper { paper, number } => self.exporter.file_paper(case, paper, number).await.map(|_| ())?,
            Owed::AssignMediator => assign::assign(&self.store, case, work.id).await?,
            Owed::Notice(_) => {
                return Err(WorkError { why: "a notice under another name".to_owned(), again: Again::Never });
            }
        }
        Ok(())
    }

    /// Executes the commands that are due; returns how many. While the clock is not believed, none is.
    async fn due(&self) -> usize {
        // What is due is due by the time that was looked at: the clock may jump in the next moment.
        let Ok(now) = self.clock.look(&self.store).await else { return 0 };
        dates::strike(&self.store, now).await
    }

    /// How many mails wait and were given up, for the operator's graphs.
    async fn count(&self) {
        match self.store.outbox().mails_stuck().await {
            Ok((waiting, dead)) => {
                metrics::gauge!("acordo_mails_waiting").set(waiting as f64);
                metrics::gauge!("acordo_mails_given_up").set(dead as f64);
            }
            Err(error) => tracing::warn!(%error, "mails cannot be counted"),
        }
    }

    async fn tidy(&self) {
        if self.clock.jump().is_some() {
            return;
        }
        let now = self.store.now();
        let commands = self.store.forget_commands(now.plus_millis(-COMMANDS_DAYS * DAY_MILLIS)).await;
        let accounts = self.store.accounts();
        let sessions = accounts.forget_expired(now.plus_millis(-SESSIONS_DAYS * DAY_MILLIS)).await;
        let drafts = self.store.drafts().tidy(now.plus_millis(-DRAFTS_DAYS * DAY_MILLIS)).await;
        match (commands, sessions, drafts) {
            (Ok(commands), Ok(sessions), Ok(drafts)) => tracing::debug!(commands, sessions, drafts, "tidied"),
            (Err(error), _, _) | (_, Err(error), _) | (_, _, Err(error)) => tracing::warn!(%error, "tidying failed"),
        }
    }
}

fn fresh() -> CommandId {
    CommandId(uuid::Uuid::now_v7())
}

/// Executes a command as the system. The same id makes it happen once.
async fn command(store: &Store, case_id: CaseId, id: CommandId, command: &Command) -> Result<(), StoreError> {
    let execution = Execution {
        case: case_id,
        actor: &Actor::System,
        id,
        command,
        origin: Origin::default(),
        signing: None,
        addressee_shown: false,
    };
    store.execute(execution).await.map(|_| ())
}
