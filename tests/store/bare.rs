//! A store without a server around it. Every test gets a database of its own, on SQLite and on
//! PostgreSQL, and leaves nothing behind.

use acordo::store::{Clock, HandClock, Store, StoreSettings};
use acordo_domain::moment::Moment;
use acordo_domain::rules::Rules;
use acordo_record::LogKey;
use std::sync::Arc;
use uuid::Uuid;

pub const INSTANCE: &str = "test.example/log";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// An empty database, by its URL, and a clock that stands still.
#[derive(Debug)]
pub struct Database {
    pub engine: Engine,
    pub url: String,
    pub clock: Arc<HandClock>,
    _folder: tempfile::TempDir,
}

impl Database {
    pub async fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = match engine {
            Engine::Sqlite => format!("sqlite:{}", folder.path().join("acordo.sqlite3").display()),
            Engine::Postgres => {
                let name = format!("acordo_{}", Uuid::now_v7().simple());
                administer(&format!("CREATE DATABASE {name}")).await;
                let server = server();
                let (front, _) = server.rsplit_once('/').unwrap();
                format!("{front}/{name}")
            }
        };
        let start: Moment = "2026-11-23T12:00:00.000Z".parse().unwrap();
        Self { engine, url, clock: Arc::new(HandClock::at(start)), _folder: folder }
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
    test: impl FnOnce(Arc<Database>) -> T + Send + 'static,
) {
    let database = Arc::new(Database::new(engine).await);
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
            async fn test($database: std::sync::Arc<crate::store::bare::Database>) $body
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

/// A server where tests may make databases. Without one the tests fail: half of them unseen is worse.
fn server() -> String {
    std::env::var("ACORDO_TEST_POSTGRES").expect("ACORDO_TEST_POSTGRES names no server; tests/run starts one")
}

async fn administer(statement: &str) {
    let server = server();
    let (client, connection) = tokio_postgres::connect(&server, tokio_postgres::NoTls).await.unwrap();
    let driver = tokio::spawn(connection);
    client.batch_execute(statement).await.unwrap();
    drop(client);
    driver.await.unwrap().unwrap();
}

/// A connection of the test's own, beside the store's: it sees what is committed and nothing else.
pub async fn count(database: &Database, query: &str) -> i64 {
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
