//! A store without a server around it. Every test gets a database of its own, on SQLite and on
//! PostgreSQL, and leaves nothing behind.

use crate::support::app::BEGINNING;
use crate::support::database;
pub use crate::support::database::Engine;
use acordo::store::{HandClock, Store, StoreSettings, StoredSeals};
use acordo_domain::rules::Rules;
use acordo_record::{HeadKeys, LogKey, Vkey};
use std::sync::Arc;

pub const INSTANCE: &str = "test.example/log";

/// An empty database, given by its URL, and a clock that moves only when told.
#[derive(Debug)]
pub struct TestDatabase {
    pub engine: Engine,
    pub url: String,
    pub clock: Arc<HandClock>,
    _folder: tempfile::TempDir,
}

impl TestDatabase {
    /// `None` where PostgreSQL is to be left out.
    pub async fn new(engine: Engine) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let url = database::fresh(engine, folder.path()).await?;
        let clock = Arc::new(HandClock::at(BEGINNING.parse().unwrap()));
        Some(Self { engine, url, clock, _folder: folder })
    }

    pub async fn open(&self) -> Store {
        self.try_open().await.unwrap()
    }

    pub async fn try_open(&self) -> Result<Store, acordo::store::OpenError> {
        Store::open(self.settings()).await
    }

    /// Opens the store as a version does that creates its head key at this start.
    pub async fn open_with_new_head_key(&self) -> Store {
        let head_keys = HeadKeys::new([9; 32], Vec::new());
        Store::open(StoreSettings { head_keys, seals: StoredSeals::None, ..self.settings() }).await.unwrap()
    }

    /// Opens the store as a version does that finds what an earlier one stored with these seals.
    pub async fn open_with_seals(&self, seals: StoredSeals) -> Store {
        self.try_open_with_seals(seals).await.unwrap()
    }

    pub async fn try_open_with_seals(&self, seals: StoredSeals) -> Result<Store, acordo::store::OpenError> {
        Store::open(StoreSettings { seals, ..self.settings() }).await
    }

    /// Opens the store with another log key, and with these as its predecessors.
    pub async fn try_open_with(&self, seed: u8, former_log_keys: Vec<Vkey>) -> Result<Store, acordo::store::OpenError> {
        let log_key = LogKey::from_seed(INSTANCE, &[seed; 32]).unwrap();
        Store::open(StoreSettings { log_key, former_log_keys, ..self.settings() }).await
    }

    fn settings(&self) -> StoreSettings {
        StoreSettings {
            url: self.url.clone(),
            clock: self.clock.clone(),
            log_key: LogKey::from_seed(INSTANCE, &[7; 32]).unwrap(),
            head_keys: HeadKeys::new([8; 32], Vec::new()),
            former_log_keys: Vec::new(),
            seals: StoredSeals::Current,
            rules: Rules::default(),
            warm_cases_max: 100,
        }
    }

    /// Of an SQLite database.
    pub fn file(&self) -> &str {
        self.url.strip_prefix("sqlite:").unwrap()
    }

    async fn remove(&self) {
        if self.engine == Engine::Postgres {
            let name = self.url.rsplit('/').next().unwrap().split('?').next().unwrap();
            administer(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        }
    }
}

/// Runs a test on a fresh database and removes it, however the test ends.
pub async fn on<T: Future<Output = ()> + Send + 'static>(
    engine: Engine,
    test: impl FnOnce(Arc<TestDatabase>) -> T + Send + 'static,
) {
    let Some(database) = TestDatabase::new(engine).await.map(Arc::new) else { return };
    let ended = tokio::spawn(test(database.clone())).await;
    database.remove().await;
    if let Err(failed) = ended {
        std::panic::resume_unwind(failed.into_panic());
    }
}

/// Runs the same test on both databases.
macro_rules! on_both {
    ($($(#[$doc:meta])* async fn $name:ident($database:ident) $body:block)*) => { $(
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            async fn test($database: std::sync::Arc<crate::store::bare::TestDatabase>) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                crate::store::bare::on(crate::store::bare::Engine::Sqlite, test).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                crate::store::bare::on(crate::store::bare::Engine::Postgres, test).await;
            }
        }
    )* };
}
pub(crate) use on_both;

async fn administer(statement: &str) {
    let Some(server) = database::postgres() else { return };
    let (client, connection) = tokio_postgres::connect(&server, tokio_postgres::NoTls).await.unwrap();
    let driver = tokio::spawn(connection);
    client.batch_execute(statement).await.unwrap();
    drop(client);
    driver.await.unwrap().unwrap();
}

/// Counts over a connection of the test's own, which sees only what is committed.
pub async fn count(database: &TestDatabase, query: &str) -> i64 {
    match database.engine {
        Engine::Postgres => {
            let (client, connection) = tokio_postgres::connect(&database.url, tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(connection);
            client.query(query, &[]).await.unwrap()[0].get(0)
        }
        Engine::Sqlite => {
            use diesel::{Connection, RunQueryDsl};
            let (path, query) = (database.file().to_owned(), query.to_owned());
            tokio::task::spawn_blocking(move || {
                let mut conn = diesel::SqliteConnection::establish(&path).unwrap();
                diesel::sql_query("PRAGMA busy_timeout = 5000").execute(&mut conn).unwrap();
                #[derive(diesel::QueryableByName)]
                struct Count {
                    #[diesel(sql_type = diesel::sql_types::BigInt)]
                    count: i64,
                }
                let found: Count = diesel::sql_query(query).get_result(&mut conn).unwrap();
                found.count
            })
            .await
            .unwrap()
        }
    }
}
