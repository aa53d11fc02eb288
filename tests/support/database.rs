//! A database of its own for each test.

use std::path::Path;
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The URL of a fresh database, or none where PostgreSQL was not started; `tests/run` starts it.
pub async fn fresh(engine: Engine, folder: &Path) -> Option<String> {
    match engine {
        Engine::Sqlite => Some(format!("sqlite:{}", folder.join("acordo.sqlite3").display())),
        Engine::Postgres => {
            let server = std::env::var("ACORDO_TEST_POSTGRES").ok()?;
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
