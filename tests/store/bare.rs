//! A store without a server around it. Every test gets a database of its own, on SQLite and on
//! PostgreSQL, and leaves nothing behind.

use crate::support::app::BEGINNING;
use crate::support::database;
pub use crate::support::database::Engine;
use acordo::store::{Clock, HandClock, Store, StoreSettings};
use acordo_domain::rules::Rules;
use acordo_record::LogKey;
use std::sync::Arc;

pub const INSTANCE: &str = "test.example/log";

/// An empty database, by its URL, and a clock that stands still.
#[derive(Debug)]
pub struct TestDatabase {
    pub engine: Engine,
    pub url: String,
    pub clock: Arc<HandClock>,
    _folder: tempfile::TempDir,
}

impl TestDatabase {
    /// None where PostgreSQL is to be left out.
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
        let clock: Arc<dyn Clock> = self.clock.clone();
        Store::open(StoreSettings {
            url: self.url.clone(),
            clock,
            log_key: LogKey::from_seed(INSTANCE, &[7; 32]).unwrap(),
            rules: Rules::default(),
            warm_cases_max: 100,
        })
        .await
    }

    /// The path of an SQLite database.
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

/// The same test on both databases.
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

/// A connection of the test's own, beside the store's: it sees what is committed and nothing else.
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
