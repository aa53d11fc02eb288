//! A database of its own for each test.

use std::path::Path;
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The PostgreSQL server in which tests may make databases. Without it tests fail, because half of them silently
/// skipped is worse than a red run; whoever has no PostgreSQL must say so, and only then are they left out.
pub fn postgres() -> Option<String> {
    match std::env::var("ACORDO_TEST_POSTGRES") {
        Ok(server) => Some(server),
        Err(_) if std::env::var_os("ACORDO_TEST_WITHOUT_POSTGRES").is_some() => {
            println!("left out: ACORDO_TEST_WITHOUT_POSTGRES is set");
            None
        }
        Err(_) => panic!(
            "ACORDO_TEST_POSTGRES names no server. tests/run starts one; set ACORDO_TEST_WITHOUT_POSTGRES=1 to leave these tests out."
        ),
    }
}

/// The URL of a fresh database; `None` where PostgreSQL is to be left out.
pub async fn fresh(engine: Engine, folder: &Path) -> Option<String> {
    match engine {
        Engine::Sqlite => Some(format!("sqlite:{}", folder.join("acordo.sqlite3").display())),
        Engine::Postgres => {
            let server = postgres()?;
            let (client, connection) = tokio_postgres::connect(&server, tokio_postgres::NoTls).await.unwrap();
            let driver = tokio::spawn(connection);
            let name = format!("acordo_{}", Uuid::now_v7().simple());
            client.batch_execute(&format!("CREATE DATABASE {name}")).await.unwrap();
            drop(client);
            driver.await.unwrap().unwrap();
            let (front, _) = server.rsplit_once('/').unwrap();
            Some(format!("{front}/{name}"))
        }
    }
}
