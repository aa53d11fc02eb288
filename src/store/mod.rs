//! The only place that knows SQL: cases and their events, accounts, owed work, files.
//!
//! A case changes by [`Store::execute`] alone. Everything else reads, or keeps what is no event.

pub mod accounts;
mod cases;
mod clock;
mod code;
mod connect;
mod drafts;
mod error;
mod event_id;
mod exchange;
mod export_jobs;
mod files;
mod guard;
mod hints;
mod instance;
mod journal;
mod known_time;
mod libpq;
mod marks;
mod outbox;
mod pg_server;
mod reads;
#[rustfmt::skip]
pub mod schema;
pub mod sql;
#[cfg(feature = "bench")]
pub mod yardstick;

pub use cases::{
    Arrival, COUNT_MAX, CaseCounts, CaseSort, CaseTab, CasesPage, Checked, Done, DueCase, Execution, Filter, OpenPart,
    Origin, Page, QueueCounts, QueuePage, RecordLine, Recorded, RegisterCounts, RegisterFilter, RegisterPage, Watcher,
};
pub use clock::{AheadClock, Clock, HandClock, SystemClock};
pub use connect::copy_sqlite;
pub use drafts::{ComplaintDraft, DraftEnd, DraftHolder, Drafts, NewDraft, OwedMail, Revision};
pub(crate) use error::altered;
pub use error::{OpenError, StoreError};
pub use export_jobs::{ExportJob, ExportJobs, JobState, NewExportJob, NoJob};
pub use files::{Documents, EvidenceFile, EvidenceRows, StoredDocument};
pub use guard::{ClockGuard, ClockJump};
pub use libpq::LibpqEnvironment;
pub use outbox::{DeadWork, Outbox, Work};
pub use reads::{BadCursor, CaseRead, CaseReads, ReadCursor, note_by_register};

use acordo_domain::moment::Moment;
use acordo_domain::rules::Rules;
use acordo_record::{HeadKeys, LogKey, Vkey};
use connect::Database;
use pg_server::PgServer;
use std::sync::Arc;

/// Which seals everything in the database has, as is known from outside the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoredSeals {
    /// An earlier version stored it without.
    None,
    /// Those of an earlier version.
    Former,
    Current,
}

/// How a store is opened.
#[derive(Debug)]
pub struct StoreSettings {
    /// A file (`acordo.db`, `sqlite:acordo.db`) or `postgres://…`.
    pub url: String,
    pub clock: Arc<dyn Clock>,
    /// Signs checkpoints. Its name is the instance's, fixed at the first start.
    pub log_key: LogKey,
    /// Seal cases, what was signed of them, and people's names and powers.
    pub head_keys: HeadKeys,
    /// Log keys that signed before.
    pub former_log_keys: Vec<Vkey>,
    /// What an earlier version stored without these seals is sealed at the opening.
    pub seals: StoredSeals,
    pub rules: Rules,
    /// Cases that are kept in memory.
    pub warm_cases_max: u64,
}

/// Cheap to clone; all clones are one store.
#[derive(Debug, Clone)]
pub struct Store(Arc<StoreInner>);

#[derive(Debug)]
pub(crate) struct StoreInner {
    pub database: Database,
    pub clock: Arc<dyn Clock>,
    pub log_key: LogKey,
    /// All that ever signed.
    pub log_keys: Vec<Vkey>,
    pub head_keys: HeadKeys,
    pub rules: Rules,
    pub warm: cases::WarmCases,
    pub watchers: cases::Watchers,
    pub behind: Arc<cases::ListsBehind>,
    /// Only where other processes may write.
    pub hints: Option<Arc<hints::Hints>>,
    pub reads: reads::KnownReads,
    pub journal: journal::Journal,
    /// Rung when this process commits owed work.
    pub work: tokio::sync::Notify,
}

impl Store {
    /// Opens the database and runs the migrations that it lacks. Call it on a runtime with
    /// several threads: PostgreSQL's migrations need one.
    pub async fn open(settings: StoreSettings) -> Result<Self, OpenError> {
        let database = Database::open(&settings.url).await?;
        let journal = journal::Journal::start(&database, &settings.url)?;
        let hints = database.is_shared().then(|| PgServer::of(&settings.url)).transpose();
        let hints = hints.map_err(OpenError::Database)?.map(hints::Hints::over);
        let store = Self(Arc::new(StoreInner {
            database,
            clock: settings.clock,
            log_keys: [&[settings.log_key.vkey().clone()], settings.former_log_keys.as_slice()].concat(),
            log_key: settings.log_key,
            head_keys: settings.head_keys,
            rules: settings.rules,
            warm: cases::WarmCases::new(settings.warm_cases_max),
            watchers: cases::Watchers::default(),
            behind: Arc::default(),
            hints,
            reads: reads::KnownReads::default(),
            journal,
            work: tokio::sync::Notify::new(),
        }));
        store.fix_instance(&settings.former_log_keys, settings.seals).await?;
        if settings.seals != StoredSeals::Current {
            store.seal_anew(settings.seals).await?;
        }
        store.write_lists_anew().await?;
        store.write_lists_behind().await?;
        store.follow_others();
        store.exchange_hints();
        Ok(store)
    }

    /// For a process that stays: looks through a large SQLite file while it works.
    pub fn look_through_meanwhile(&self) -> std::io::Result<()> {
        self.0.database.look_through_meanwhile()
    }

    /// May other processes write into this database?
    pub fn is_shared(&self) -> bool {
        self.0.database.is_shared()
    }

    pub fn now(&self) -> Moment {
        self.0.clock.now()
    }

    /// The key that signs this installation's notes.
    pub fn log_key(&self) -> &LogKey {
        &self.0.log_key
    }

    pub fn rules(&self) -> &Rules {
        &self.0.rules
    }

    /// Drops the watchers, which hold the store as it holds them. Accepted appends are still written;
    /// with the last clone the database is closed and free for another process.
    pub fn close(&self) {
        self.0.watchers.clear();
    }

    /// Does the database answer?
    pub async fn ready(&self) -> Result<(), StoreError> {
        self.0.database.ping().await
    }

    pub const fn drafts(&self) -> Drafts<'_> {
        Drafts(self)
    }

    pub const fn accounts(&self) -> accounts::Accounts<'_> {
        accounts::Accounts(self)
    }

    pub const fn outbox(&self) -> Outbox<'_> {
        Outbox(self)
    }

    pub const fn documents(&self) -> Documents<'_> {
        Documents(self)
    }

    pub const fn export_jobs(&self) -> ExportJobs<'_> {
        ExportJobs(self)
    }

    pub const fn evidence(&self) -> EvidenceRows<'_> {
        EvidenceRows(self)
    }
}
