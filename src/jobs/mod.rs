//! Background work: drafts and seals, mediators by rotation, mail, and commands that are due.
//!
//! Work is claimed from the database, so several processes share it and a crash loses nothing.

mod assign;

use crate::export::{ExportError, Exporter};
use crate::notify::{MailError, Post};
use crate::store::{Execution, Origin, Store, StoreError, Work};
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
const DUE_MAX: u32 = 64;
const TIDY_EVERY: Duration = Duration::from_secs(3_600);
/// How long commands are remembered. A client that lost an answer repeats its command much sooner.
const COMMANDS_DAYS: i64 = 30;
const SESSIONS_DAYS: i64 = 90;

/// Why a piece of work was not done, and whether another try may help.
#[derive(Debug, Clone, PartialEq, Eq)]
struct WorkError {
    why: String,
    again: bool,
}

impl From<StoreError> for WorkError {
    fn from(error: StoreError) -> Self {
        let again = !matches!(error, StoreError::NotFound | StoreError::Corrupt(_));
        Self { why: error.to_string(), again }
    }
}
impl From<MailError> for WorkError {
    fn from(error: MailError) -> Self {
        Self { again: matches!(error, MailError::Later(_)), why: error.to_string() }
    }
}
impl From<ExportError> for WorkError {
    fn from(error: ExportError) -> Self {
        Self { why: error.to_string(), again: true }
    }
}

/// Everything the worker needs.
#[derive(Debug, Clone)]
pub struct Worker {
    pub store: Store,
    pub post: Post,
    pub exporter: Exporter,
}

/// Starts the worker of this process.
pub fn start(store: Store, exporter: Exporter, post: Post) -> RunningWorker {
    Worker { store, post, exporter }.start()
}

/// A running worker. Dropping this does not stop it; [`RunningWorker::stop`] waits for work under way.
#[derive(Debug)]
pub struct RunningWorker {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl RunningWorker {
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        if let Err(error) = self.task.await {
            tracing::error!(%error, "the worker panicked");
        }
    }
}

impl Worker {
    /// Runs until it is told to stop, on the runtime of the caller.
    pub fn start(self) -> RunningWorker {
        let (stop, stopped) = watch::channel(false);
        RunningWorker { stop, task: tokio::spawn(self.run(stopped)) }
    }

    async fn run(self, mut stopped: watch::Receiver<bool>) {
        let mut tidied: Option<tokio::time::Instant> = None;
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
                tracing::warn!(kind = work.kind, id = %work.id, attempts = work.attempts + 1, again = error.again, why = error.why, "owed work failed");
                outbox.fail(&work, &error.why, error.again).await
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
        let owed: Owed =
            serde_json::from_str(&work.payload).map_err(|error| WorkError { why: error.to_string(), again: false })?;
        let case = work.case.ok_or(WorkError { why: "work without a case".to_owned(), again: false })?;
        match owed {
            Owed::Draft { version } => self.exporter.draft(case, version).await.map(|_| ())?,
            Owed::Seal { version } => self.exporter.seal(case, version).await.map(|_| ())?,
            Owed::Handover { entry } => self.exporter.hand_over(case, entry).await.map(|_| ())?,
            Owed::Paper { paper, number } => self.exporter.file_paper(case, paper, number).await.map(|_| ())?,
            Owed::AssignMediator => assign::assign(&self.store, case, work.id).await?,
            Owed::Notice(_) => return Err(WorkError { why: "a notice under another name".to_owned(), again: false }),
        }
        Ok(())
    }

    /// Executes the commands that are due; returns how many.
    async fn due(&self) -> usize {
        let due = match self.store.due_cases(DUE_MAX).await {
            Ok(due) => due,
            Err(error) => {
                tracing::warn!(%error, "due cases cannot be read");
                return 0;
            }
        };
        let mut did = 0;
        for case in due {
            let command = match self.store.due_command(case).await {
                Ok(Some(command)) => command,
                Ok(None) => continue,
                Err(error) => {
                    tracing::warn!(%case, %error, "a due command cannot be read");
                    continue;
                }
            };
            let execution = Execution {
                case,
                actor: &Actor::System,
                id: fresh(),
                command: &command,
                origin: Origin::default(),
                signing: None,
                addressee_shown: false,
            };
            match self.store.execute(execution).await {
                Ok(_) => did += 1,
                // Somebody acted in the same moment; the next round sees what is due then.
                Err(StoreError::Refused(refused)) => {
                    tracing::info!(%case, code = refused.code.code(), "a due command came too late");
                }
                Err(error) => tracing::warn!(%case, %error, "a due command failed"),
            }
        }
        did
    }

    async fn tidy(&self) {
        let now = self.store.now();
        let commands = self.store.forget_commands(now.plus_millis(-COMMANDS_DAYS * DAY_MILLIS)).await;
        let accounts = self.store.accounts();
        let sessions = accounts.forget_expired(now.plus_millis(-SESSIONS_DAYS * DAY_MILLIS)).await;
        match (commands, sessions) {
            (Ok(commands), Ok(sessions)) => tracing::debug!(commands, sessions, "tidied"),
            (Err(error), _) | (_, Err(error)) => tracing::warn!(%error, "tidying failed"),
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
