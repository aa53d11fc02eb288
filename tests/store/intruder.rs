//! Somebody who can write to the database but has no key, on both databases.

use crate::identity::demo::copied;
use crate::store::bare::TestDatabase;
use crate::support::database::Engine;
use std::path::Path;
use uuid::Uuid;

/// Runs statements, each of which must change something or create a table.
pub async fn runs(database: &TestDatabase, sql: &str) {
    for statement in sql.split(';').map(str::trim).filter(|statement| !statement.is_empty()) {
        let changed = run(database.engine, &database.url, statement).await;
        assert!(changed > 0 || statement.starts_with("CREATE"), "{statement} changed nothing");
    }
}

/// Runs one statement and returns how many rows it changed.
pub async fn run(engine: Engine, url: &str, statement: &str) -> u64 {
    match engine {
        Engine::Postgres => {
            let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
            let driver = tokio::spawn(connection);
            let changed = client.execute(statement, &[]).await.unwrap_or_else(|error| panic!("{statement}: {error:?}"));
            drop(client);
            driver.await.unwrap().unwrap();
            changed
        }
        Engine::Sqlite => {
            use diesel::{Connection, RunQueryDsl, SqliteConnection};
            let (path, statement) = (url.strip_prefix("sqlite:").unwrap().to_owned(), statement.to_owned());
            let work = tokio::task::spawn_blocking(move || {
                let mut conn = SqliteConnection::establish(&path).unwrap();
                diesel::sql_query("PRAGMA busy_timeout = 5000").execute(&mut conn).unwrap();
                let changed = diesel::sql_query(&statement).execute(&mut conn);
                changed.unwrap_or_else(|error| panic!("{statement}: {error}")) as u64
            });
            work.await.unwrap()
        }
    }
}

/// Copies the rows of a table, to put them back later.
pub async fn keeps(database: &TestDatabase, table: &str) {
    runs(database, &format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}")).await;
}

/// Renumbers the events of the only case, without gaps, in the order in which they are left.
pub async fn renumbers(database: &TestDatabase) {
    runs(
        database,
        "CREATE TABLE renumbered AS SELECT channel, seq, row_number() OVER (ORDER BY version) AS version FROM events; \
         UPDATE events SET version = (SELECT r.version FROM renumbered r WHERE r.channel = events.channel AND r.seq = events.seq); \
         UPDATE cases SET version = (SELECT count(*) FROM events)",
    )
    .await;
}

/// A connection for somebody who writes what they like.
pub enum Hand {
    Lite(diesel::SqliteConnection),
    Pg(tokio_postgres::Client),
}

impl Hand {
    pub async fn on(url: &str) -> Self {
        use diesel::{Connection, RunQueryDsl, SqliteConnection};
        if let Some(path) = url.strip_prefix("sqlite:") {
            let mut conn = SqliteConnection::establish(path).unwrap();
            diesel::sql_query("PRAGMA busy_timeout = 5000").execute(&mut conn).unwrap();
            return Self::Lite(conn);
        }
        let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
        tokio::spawn(connection);
        Self::Pg(client)
    }

    /// How many rows it changed; `None` where the database refused.
    pub async fn runs(&mut self, sql: &str) -> Option<u64> {
        use diesel::RunQueryDsl;
        match self {
            Self::Lite(conn) => diesel::sql_query(sql).execute(conn).ok().map(|rows| rows as u64),
            Self::Pg(client) => client.execute(sql, &[]).await.ok(),
        }
    }

    /// Runs several statements, each of which must change something.
    pub async fn runs_all(&mut self, statements: &[String]) -> Option<()> {
        for statement in statements {
            let changed = self.runs(statement).await?;
            (changed > 0 || statement.starts_with("CREATE")).then_some(())?;
        }
        Some(())
    }

    /// Runs a script of several statements.
    pub async fn runs_script(&mut self, script: &str) {
        use diesel::connection::SimpleConnection;
        match self {
            Self::Lite(conn) => conn.batch_execute(script).unwrap(),
            Self::Pg(client) => client.batch_execute(script).await.unwrap(),
        }
    }

    pub async fn count(&mut self, table: &str) -> u64 {
        use diesel::{QueryableByName, RunQueryDsl};
        #[derive(QueryableByName)]
        struct CountedRows {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            count: i64,
        }
        let sql = format!("SELECT count(*) AS count FROM {table}");
        let count = match self {
            Self::Lite(conn) => diesel::sql_query(sql).get_result::<CountedRows>(conn).unwrap().count,
            Self::Pg(client) => client.query_one(&sql, &[]).await.unwrap().get(0),
        };
        count.unsigned_abs()
    }

    /// One column of some rows, as bytes.
    pub async fn column(&mut self, column: &str, rest: &str, is_text: bool) -> Vec<Option<Vec<u8>>> {
        use diesel::{QueryableByName, RunQueryDsl};
        #[derive(QueryableByName)]
        struct Value {
            #[diesel(sql_type = diesel::sql_types::Nullable<diesel::sql_types::Binary>)]
            value: Option<Vec<u8>>,
        }
        match self {
            Self::Lite(conn) => {
                let sql = format!("SELECT CAST({column} AS BLOB) AS value FROM {rest}");
                let rows = diesel::sql_query(sql).load::<Value>(conn).unwrap();
                rows.into_iter().map(|row| row.value).collect()
            }
            Self::Pg(client) => {
                let column = if is_text { format!("convert_to({column}, 'UTF8')") } else { column.to_owned() };
                let rows = client.query(&format!("SELECT {column} FROM {rest}"), &[]).await.unwrap();
                rows.iter().map(|row| row.get(0)).collect()
            }
        }
    }

    /// These bytes as an SQL literal.
    pub fn literal(&self, bytes: &[u8]) -> String {
        let hex = acordo_record::hex(bytes);
        match self {
            Self::Lite(_) => format!("x'{hex}'"),
            Self::Pg(_) => format!("'\\x{hex}'::bytea"),
        }
    }

    /// An id as an SQL literal.
    pub fn id(&self, id: uuid::Uuid) -> String {
        match self {
            Self::Lite(_) => format!("x'{}'", id.simple()),
            Self::Pg(_) => format!("'{id}'::uuid"),
        }
    }

    /// The expression for a column of times, a day later; the beginning of time where it is null.
    pub fn day_later(&self, column: &str) -> String {
        match self {
            Self::Lite(_) => format!("coalesce({column} + 86400000, 0)"),
            Self::Pg(_) => format!("coalesce({column} + interval '1 day', to_timestamp(0))"),
        }
    }
}

/// A copy of the database and the folder, removed when dropped.
pub struct Copy {
    pub url: String,
    pub data: std::path::PathBuf,
    _folder: tempfile::TempDir,
    name: Option<(String, String)>,
}

impl Copy {
    pub async fn of(original: &Path, url: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        copied(original, &data);
        if let Some(path) = url.strip_prefix("sqlite:") {
            let name = Path::new(path).file_name().unwrap();
            let url = format!("sqlite:{}", data.join(name).display());
            return Self { url, data, _folder: folder, name: None };
        }
        let (front, template) = url.rsplit_once('/').unwrap();
        let name = format!("acordo_copy_{}", Uuid::now_v7().simple());
        let mut hand = Hand::on(&format!("{front}/postgres")).await;
        let close = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{template}'");
        hand.runs(&close).await;
        let mut made = None;
        for _ in 0..100 {
            made = hand.runs(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
            if made.is_some() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        made.expect("the database could not be copied");
        Self { url: format!("{front}/{name}"), data, _folder: folder, name: Some((front.to_owned(), name)) }
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let Some((front, name)) = self.name.take() else { return };
        tokio::spawn(async move {
            let mut hand = Hand::on(&format!("{front}/postgres")).await;
            hand.runs(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        });
    }
}
