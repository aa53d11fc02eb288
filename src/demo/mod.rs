//! `acordo demo`: a real installation in one folder, with people, companies and cases in every
//! phase. Everything in it was done by commands, as in any installation.

mod cast;
mod plot;
mod scene;
mod told;

use crate::config::{Config, Secret};
use crate::http::app_state::AppState;
use crate::http::demo_backend::{DemoBackend, DemoCase, DemoFiled, DemoPerson};
use crate::identity::keys::KeysError;
use crate::identity::signing::CodeError;
use crate::identity::staff::StaffError;
use crate::identity::{AuthError, password::PasswordError};
use crate::notify::demo_url;
use crate::private;
use crate::problem::Fault;
use crate::store::{AheadClock, StoreError};
use acordo_domain::case::command::ProofKind;
use acordo_domain::case::state::{Invitation, InvitationState};
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::seat::Side;
use cast::{Cast, CastMember, CastRole};
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// The file that marks a folder as a demonstration's, and lists its people and cases.
const MARK: &str = "demo.json";
/// Cases that visitors opened, shown besides the prepared ones.
const FRESH_SHOWN_MAX: usize = 10;
/// The hosts of a demonstration: each has its own cookies.
pub const HOSTS: [&str; 5] = ["consumer", "company", "mediator", "ombudsman", "legal"];

const HOUR_MILLIS: i64 = 3_600_000;
/// A year of reminders in twenty cases takes seconds, not minutes.
const SETTLES_WITHIN: Duration = Duration::from_secs(30);

/// Why the demonstration does not start.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error("cannot use the folder {folder}: {source}")]
    Folder { folder: PathBuf, source: std::io::Error },
    #[error("{0} holds other things. Name another folder: acordo demo --folder FOLDER")]
    NotOurs(PathBuf),
    #[error("the demonstration cannot be read: {0}. Begin anew: acordo demo --fresh")]
    Mark(#[from] serde_json::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Staff(#[from] StaffError),
    #[error(transparent)]
    Auth(#[from] AuthError),
    #[error(transparent)]
    Code(#[from] CodeError),
    #[error(transparent)]
    Keys(#[from] KeysError),
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    Export(#[from] crate::export::ExportError),
    #[error("the story broke off: {0}")]
    Story(&'static str),
}

/// The content of the mark file.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Mark {
    /// Absent while the first start is under way: such a folder is begun anew.
    complete: bool,
    people: Vec<StoredMember>,
    /// Prepared cases, then those that visitors opened.
    cases: Vec<CaseId>,
    /// How far visitors have put the clock forward, in milliseconds.
    #[serde(default)]
    ahead: i64,
}

/// How far the clock of this demonstration was put forward.
pub fn ahead(config: &Config) -> i64 {
    read(&config.data_dir.join(MARK)).map_or(0, |mark| mark.ahead)
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct StoredMember {
    id: UserId,
    name: String,
    role: CastRole,
}

/// How people reach the centre of a demonstration, which nobody answers for.
const CONTACT: &str = "ajuda@camara.example, +55 11 5550-0100";

/// The settings of a demonstration: its own folder, its own database, mails on a page. What was
/// configured for a real installation is left alone.
pub fn settings(mut config: Config, folder: PathBuf, fresh: bool) -> Result<Config, DemoError> {
    let failed = |source| DemoError::Folder { folder: folder.clone(), source };
    let mark = folder.join(MARK);
    let holds_something = std::fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some());
    if holds_something && !mark.exists() {
        return Err(DemoError::NotOurs(folder));
    }
    let complete = holds_something && read(&mark).is_ok_and(|mark| mark.complete);
    if holds_something && (fresh || !complete) {
        std::fs::remove_dir_all(&folder).map_err(failed)?;
    }
    std::fs::create_dir_all(&folder).map_err(failed)?;
    // Nobody but this program fills the folder.
    private::narrow(&folder, 0o700).map_err(failed)?;
    let database = folder.join("acordo.sqlite3");
    if database.exists() {
        private::narrow(&database, 0o600).map_err(failed)?;
    }
    if !mark.exists() {
        write(&mark, &Mark::default())?;
    }
    let port = config.listen.port();
    config.public_url = format!("http://localhost:{port}");
    config.database_url = Secret::new(format!("sqlite:{}", folder.join("acordo.sqlite3").display()));
    config.data_dir = folder;
    config.instance = "demo.example/log".to_owned();
    config.secure_cookies = false;
    config.smtp = None;
    config.contact.get_or_insert_with(|| CONTACT.to_owned());
    config.demo = true;
    if std::env::var_os("ACORDO_LOG").is_none() {
        config.log = "warn".to_owned();
    }
    Ok(config)
}

/// Makes people and cases at the first start, finds them at every other, and opens the routes of
/// the demonstration. Returns what to print.
pub async fn open(state: &AppState, clock: Arc<AheadClock>) -> Result<String, DemoError> {
    let path = state.config.data_dir.join(MARK);
    let mut mark = read(&path)?;
    let cast = if mark.complete {
        Cast::find(state).await?
    } else {
        let cast = Cast::enter(state).await?;
        mark.people = cast.entries();
        mark.cases = plot::play(state, &cast).await?;
        mark.complete = true;
        write(&path, &mark)?;
        cast
    };
    let shown = screen(state, &mark);
    let demo = Demo { state: state.clone(), cast, path, mark: Mutex::new(mark), clock };
    // A second `set` keeps the first value.
    let _ = state.demo.set(Arc::new(demo));
    Ok(shown)
}

fn screen(state: &AppState, mark: &Mark) -> String {
    let url = |who: &str| format!("{}/demo", demo_url(&state.config.public_url, who));
    format!(
        "acordo is here to try out: {} people, {} cases, everything in {}.\n\n  \
         Consumer   {}\n  Company    {}\n  Mediator   {}\n  Ombudsman  {}\n  Legal      {}\n  Mails      {public}/dev/mail\n  Interface  {public}/api/docs\n\n  \
         Each address has its own session, so one browser plays them all side by side.\n  \
         By password at {public}/sign-in with the password {}:\n    {:<28} rep of Loja Aurora\n    {:<28} mediator\n    {:<28} coordinator\n    {:<28} independent ombudsman\n\n  \
         Stop with Ctrl+C. Begin anew: acordo demo --fresh",
        mark.people.len(),
        mark.cases.len(),
        state.config.data_dir.display(),
        url("consumer"),
        url("company"),
        url("mediator"),
        url("ombudsman"),
        url("legal"),
        cast::PASSWORD_OF_ALL,
        cast::REP_SHOWN,
        cast::MEDIATOR_SHOWN,
        cast::COORDINATOR_SHOWN,
        cast::OFFICER_SHOWN,
        public = state.config.public_url,
    )
}

struct Demo {
    state: AppState,
    cast: Cast,
    path: PathBuf,
    mark: Mutex<Mark>,
    clock: Arc<AheadClock>,
}

impl Demo {
    fn mark(&self) -> Mark {
        self.mark.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A visitor's case is remembered, so that it is found again after a restart.
    fn remember(&self, case: CaseId) {
        let mut mark = self.mark.lock().unwrap_or_else(PoisonError::into_inner);
        mark.cases.push(case);
        let over = mark.cases.len().saturating_sub(plot::CASES + FRESH_SHOWN_MAX);
        mark.cases.drain(plot::CASES..plot::CASES + over);
        if let Err(error) = write(&self.path, &mark) {
            tracing::warn!(%error, "a fresh case was not remembered");
        }
    }

    async fn shown(&self, id: CaseId) -> Result<Option<DemoCase>, StoreError> {
        let case = match self.state.store.case(id).await {
            Ok(case) => case,
            // One that somebody changed does not hide the others.
            Err(StoreError::NotFound | StoreError::Altered(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        let Some(filed) = &case.procedure.filed else { return Ok(None) };
        let waits = |invitation: &Invitation| {
            invitation.side == Side::Consumer
                && invitation.confirmed_at.is_none()
                && matches!(invitation.state, InvitationState::Open | InvitationState::Refused)
        };
        let asked = filed.proof.filter(|kind| {
            *kind == ProofKind::IdentifierStart && case.procedure.invitation.as_ref().is_some_and(waits)
        });
        Ok(Some(DemoCase {
            proof: asked.and_then(|_| self.cast.by_user(filed.consumer.id).ok()).map(|player| proof_of(player.who)),
            case: id,
            reference: filed.reference,
            phase: case.phase(),
            company_name: filed.company_name.clone(),
            subject: case.joint().subject.clone().unwrap_or_default(),
            consumer: filed.consumer.id,
            consumer_name: filed.consumer.name.clone(),
        }))
    }
}

/// By what the companies of the stories know their consumers: the first digits of the tax number.
fn proof_of(consumer: CastMember) -> String {
    consumer.legal().1.chars().take(3).collect()
}

impl DemoBackend for Demo {
    fn people(&self) -> Vec<DemoPerson> {
        let port = self.state.config.public_url.rsplit(':').next().unwrap_or_default().to_owned();
        let person = |entry: StoredMember| {
            let host = entry.role.host();
            DemoPerson {
                person: entry.id,
                role: entry.role.name().to_owned(),
                name: entry.name,
                host: format!("{host}.localhost:{port}"),
                enter_url: format!("http://{host}.localhost:{port}/demo?person={}", entry.id),
            }
        };
        self.mark().people.into_iter().map(person).collect()
    }

    fn cases(&self) -> BoxFuture<'_, Result<Vec<DemoCase>, Fault>> {
        Box::pin(async move {
            let mut cases = Vec::new();
            for id in self.mark().cases.into_iter().rev() {
                cases.extend(self.shown(id).await?);
            }
            Ok(cases)
        })
    }

    fn fresh_case(&self) -> BoxFuture<'_, Result<DemoFiled, Fault>> {
        Box::pin(async move {
            let scene = plot::fresh(&self.state, &self.cast).await.map_err(|error| match error {
                DemoError::Store(error) => error.into(),
                other => Fault::internal(other),
            })?;
            self.remember(scene.case);
            let case = self.state.store.case(scene.case).await?;
            let filed = case.procedure.filed.as_ref().ok_or_else(|| Fault::internal("a case without its filing"))?;
            Ok(DemoFiled { case: scene.case, reference: filed.reference })
        })
    }

    fn pass(&self, hours: u32) -> BoxFuture<'_, Result<Moment, Fault>> {
        Box::pin(async move {
            let millis = i64::from(hours) * HOUR_MILLIS;
            self.state.identity.extend_sessions(millis).await?;
            self.forward(millis).map_err(Fault::internal)?;
            self.settled().await?;
            Ok(self.state.store.now())
        })
    }
}

impl Demo {
    /// Stored as well, so that a restart does not turn time back.
    fn forward(&self, millis: i64) -> Result<(), DemoError> {
        let mut mark = self.mark.lock().unwrap_or_else(PoisonError::into_inner);
        mark.ahead = self.clock.forward(millis);
        write(&self.path, &mark)
    }

    /// The worker of this process executes what is due; this only waits for it.
    async fn settled(&self) -> Result<(), StoreError> {
        let until = tokio::time::Instant::now() + SETTLES_WITHIN;
        while tokio::time::Instant::now() < until && self.state.store.is_any_due().await? {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }
}

fn read(path: &Path) -> Result<Mark, DemoError> {
    let text = std::fs::read_to_string(path).map_err(|source| DemoError::Folder { folder: path.to_owned(), source })?;
    Ok(serde_json::from_str(&text)?)
}

/// Writes the whole file or nothing.
fn write(path: &Path, mark: &Mark) -> Result<(), DemoError> {
    let failed = |source| DemoError::Folder { folder: path.to_owned(), source };
    let draft = path.with_extension("new");
    std::fs::write(&draft, serde_json::to_vec_pretty(mark)?).map_err(failed)?;
    std::fs::rename(&draft, path).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain() -> Config {
        Config::from_sources(None, [("ACORDO_SMTP_URL".to_owned(), "smtp://mail".to_owned())]).unwrap()
    }

    #[test]
    fn a_folder_with_other_things_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let precious = folder.path().join("precious");
        std::fs::write(&precious, "x").unwrap();
        let refused = settings(plain(), folder.path().to_owned(), true);
        assert!(matches!(refused, Err(DemoError::NotOurs(_))));
        assert!(precious.exists());
    }

    #[test]
    fn fresh_forgets_what_was_there_and_a_second_start_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("demo");
        let config = settings(plain(), dir.clone(), false).unwrap();
        assert!(config.demo && config.smtp.is_none());
        assert_eq!(config.instance, "demo.example/log");
        let kept = dir.join("kept");
        std::fs::write(&kept, "x").unwrap();
        write(&dir.join(MARK), &Mark { complete: true, ..Mark::default() }).unwrap();
        settings(plain(), dir.clone(), false).unwrap();
        assert!(kept.exists());
        settings(plain(), dir.clone(), true).unwrap();
        assert!(!kept.exists());
    }

    #[test]
    fn a_first_start_that_broke_off_begins_anew() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("demo");
        settings(plain(), dir.clone(), false).unwrap();
        std::fs::write(dir.join("half"), "x").unwrap();
        settings(plain(), dir.clone(), false).unwrap();
        assert!(!dir.join("half").exists());
    }
}
