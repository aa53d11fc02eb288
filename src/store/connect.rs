//! Connections: one SQLite file or a PostgreSQL server, chosen by the URL, with their migrations.

use super::error::{OpenError, StoreError};
use super::pg_server::PgServer;
use super::schema::cases;
use crate::private;
use diesel::dsl::max;
use diesel::sqlite::{Sqlite, SqliteConnection};
use diesel::{Connection, ConnectionError, ConnectionResult, QueryDsl as _, RunQueryDsl as _, pg::Pg};
use diesel_async::pooled_connection::deadpool::Pool;
use diesel_async::pooled_connection::{AsyncDieselConnectionManager, ManagerConfig};
use diesel_async::sync_connection_wrapper::SyncConnectionWrapper;
use diesel_async::{AsyncMigrationHarness, AsyncPgConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use futures_util::FutureExt;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use tokio::runtime::Handle;
use tokio::sync::Mutex;

const LITE_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const PG_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Below it a restart of the write-ahead log can corrupt the file.
const SQLITE_LEAST: (u32, u32, u32) = (3, 51, 3);

/// Looked through in a fraction of a second.
const LOOKED_THROUGH_BYTES_MAX: u64 = 128 * 1024 * 1024;
const DAMAGED: &str = "damaged";

const LITE_READERS: usize = 4;
const PG_READERS: usize = 8;

pub(crate) type LiteConn = SyncConnectionWrapper<SqliteConnection>;

pub(crate) enum Database {
    Lite(Lite),
    Pg(Pool<AsyncPgConnection>),
}

pub(crate) struct Lite {
    pub reads: Pool<LiteConn>,
    /// One connection for everything but events: accounts, claims, files.
    pub writes: Pool<LiteConn>,
    /// SQLite has one writer at a time. Every writer takes this lock first: it is fair, SQLite's own waiting is not.
    pub write_lock: Arc<Mutex<()>>,
    /// The number of the next case.
    pub case_numbers: AtomicI64,
    pub path: PathBuf,
    /// Kept locked while the store lives: it keeps a second process out.
    _lock: File,
}

/// Runs a query on a connection that only reads.
macro_rules! reading {
    ($database:expr, |$conn:ident| $body:expr) => {
        match $database {
            $crate::store::connect::Database::Lite(lite) => {
                let mut held = lite.reads.get().await.map_err($crate::store::StoreError::from)?;
                let $conn = &mut *held;
                $body
            }
            $crate::store::connect::Database::Pg(pool) => {
                let mut held = pool.get().await.map_err($crate::store::StoreError::from)?;
                let $conn = &mut *held;
                $body
            }
        }
    };
}

/// Runs one statement that writes. For more than one, `transaction!`.
macro_rules! writing {
    ($database:expr, |$conn:ident| $body:expr) => {
        match $database {
            $crate::store::connect::Database::Lite(lite) => {
                let _write_lock = lite.write_lock.lock().await;
                let mut held = lite.writes.get().await.map_err($crate::store::StoreError::from)?;
                let $conn = &mut *held;
                $body
            }
            $crate::store::connect::Database::Pg(pool) => {
                let mut held = pool.get().await.map_err($crate::store::StoreError::from)?;
                let $conn = &mut *held;
                $body
            }
        }
    };
}

/// Runs several statements as one, in a task of its own: a caller who hangs up leaves no
/// transaction open. The body owns what it names.
macro_rules! transaction {
    ($store:expr, |$conn:ident| $body:block) => {{
        let inner = $store.0.clone();
        let task = async move {
            match &inner.database {
                $crate::store::connect::Database::Lite(lite) => {
                    let _write_lock = lite.write_lock.lock().await;
                    let mut held = lite.writes.get().await.map_err($crate::store::StoreError::from)?;
                    held.immediate_transaction(async |$conn| $body).await
                }
                $crate::store::connect::Database::Pg(pool) => {
                    let mut held = pool.get().await.map_err($crate::store::StoreError::from)?;
                    diesel_async::AsyncConnection::transaction(&mut *held, async |$conn| $body).await
                }
            }
        };
        match tokio::spawn(task).await {
            Ok(answer) => answer,
            Err(stopped) => Err($crate::store::StoreError::Unavailable(stopped.to_string())),
        }
    }};
}

pub(crate) use {reading, transaction, writing};

/// Without what diesel says before it.
fn reason(error: ConnectionError) -> OpenError {
    OpenError::Database(match error {
        ConnectionError::BadConnection(why) => why,
        other => other.to_string(),
    })
}

fn failed(error: impl std::fmt::Display) -> ConnectionError {
    ConnectionError::BadConnection(error.to_string())
}

impl Database {
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Self::open_postgres(url).await
        } else {
            let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")).unwrap_or(url);
            if path.is_empty() || path.contains("://") || path.contains(":memory:") {
                return Err(OpenError::Url(url.to_owned()));
            }
            Self::open_sqlite(Path::new(path)).await
        }
    }

    pub const fn is_shared(&self) -> bool {
        matches!(self, Self::Pg(_))
    }

    async fn open_sqlite(path: &Path) -> Result<Self, OpenError> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)?;
        }
        let lock = keep_others_out(path)?;
        // SQLite gives its other files the rights of this one.
        private::file(path)?;
        let file = path.to_owned();
        let next_case = tokio::task::spawn_blocking(move || prepare_sqlite(&file))
            .await
            .map_err(|error| OpenError::Database(error.to_string()))??;
        let pool = |size: usize| {
            let mut config = ManagerConfig::default();
            config.custom_setup = Box::new(|url: &str| {
                let path = PathBuf::from(url);
                async move {
                    let conn = tokio::task::spawn_blocking(move || lite_connection(&path)).await.map_err(failed)??;
                    Ok(LiteConn::new(conn))
                }
                .boxed()
            });
            Pool::builder(AsyncDieselConnectionManager::new_with_config(path.to_string_lossy(), config))
                .max_size(size)
                .build()
                .map_err(|error| OpenError::Database(error.to_string()))
        };
        Ok(Self::Lite(Lite {
            reads: pool(LITE_READERS)?,
            writes: pool(1)?,
            write_lock: Arc::new(Mutex::new(())),
            case_numbers: AtomicI64::new(next_case),
            path: path.to_owned(),
            _lock: lock,
        }))
    }

    async fn open_postgres(url: &str) -> Result<Self, OpenError> {
        let server = PgServer::of(url).map_err(OpenError::Database)?;
        if server.is_in_clear() {
            tracing::warn!(
                ?server,
                "the database is reached in clear: whoever reads that network reads every case. Add sslmode=verify-full to database_url"
            );
        }
        let conn = server.connect().await.map_err(reason)?;
        let mut harness = AsyncMigrationHarness::new(conn);
        MigrationHarness::<Pg>::run_pending_migrations(&mut harness, PG_MIGRATIONS)
            .map_err(|error| OpenError::Migration(error.to_string()))?;
        // A connection's driver lives on the runtime that opened it. Opened on a worker that is
        // busy, it would make all others wait; so all are opened on this one.
        let home = Handle::current();
        let mut config = ManagerConfig::default();
        config.custom_setup = Box::new(move |_: &str| {
            let server = server.clone();
            let opening = home.spawn(async move { server.connect().await });
            async move { opening.await.map_err(failed)? }.boxed()
        });
        let pool = Pool::builder(AsyncDieselConnectionManager::new_with_config(url, config))
            .max_size(PG_READERS)
            .build()
            .map_err(|error| OpenError::Database(error.to_string()))?;
        Ok(Self::Pg(pool))
    }
}

fn keep_others_out(path: &Path) -> Result<File, OpenError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let lock = File::options().create(true).truncate(false).write(true).open(&name)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse(path.display().to_string())),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Brings the file to the newest schema; gives the number of the next case.
fn prepare_sqlite(path: &Path) -> Result<i64, OpenError> {
    let mut conn = lite_connection(path).map_err(|error| unusable(path, &error.to_string()))?;
    if std::fs::metadata(path)?.len() <= LOOKED_THROUGH_BYTES_MAX {
        look_through(&mut conn).map_err(|why| unusable(path, &why))?;
    }
    let version = diesel::select(diesel::dsl::sql::<diesel::sql_types::Text>("sqlite_version()"))
        .get_result::<String>(&mut conn)
        .map_err(|error| OpenError::Database(error.to_string()))?;
    let mut numbers = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || numbers.next().unwrap_or(0);
    if (next(), next(), next()) < SQLITE_LEAST {
        return Err(OpenError::OldSqlite(version));
    }
    MigrationHarness::<Sqlite>::run_pending_migrations(&mut conn, LITE_MIGRATIONS)
        .map_err(|error| OpenError::Migration(error.to_string()))?;
    let last: Option<i64> = cases::table
        .select(max(cases::number))
        .first(&mut conn)
        .map_err(|error| OpenError::Database(error.to_string()))?;
    Ok(last.unwrap_or(0) + 1)
}

/// A copy of the database as it is at one moment, whoever writes into it meanwhile.
pub fn copy_sqlite(from: &Path, to: &Path) -> Result<(), String> {
    if !from.exists() {
        return Err(format!("there is no database {}", from.display()));
    }
    let mut conn = SqliteConnection::establish(&from.to_string_lossy()).map_err(|error| error.to_string())?;
    diesel::sql_query("PRAGMA busy_timeout = 60000").execute(&mut conn).map_err(|error| error.to_string())?;
    diesel::sql_query("VACUUM INTO ?")
        .bind::<diesel::sql_types::Text, _>(to.to_string_lossy())
        .execute(&mut conn)
        .map_err(|error| error.to_string())?;
    File::open(to).and_then(|file| file.sync_all()).map_err(|error| error.to_string())
}

fn unusable(path: &Path, why: &str) -> OpenError {
    if why.contains("not a database") || why.contains("malformed") || why.contains(DAMAGED) {
        OpenError::Damaged(path.display().to_string(), why.to_owned())
    } else {
        OpenError::Database(why.to_owned())
    }
}

#[derive(diesel::QueryableByName)]
struct LookedThrough {
    #[diesel(sql_type = diesel::sql_types::Text)]
    quick_check: String,
}

/// Whether every page of the file is what SQLite wrote, as far as it can tell.
fn look_through(conn: &mut SqliteConnection) -> Result<(), String> {
    let found: Vec<LookedThrough> =
        diesel::sql_query("PRAGMA quick_check(1)").load(conn).map_err(|error| format!("{DAMAGED}: {error}"))?;
    match found.first() {
        Some(row) if row.quick_check == "ok" => Ok(()),
        Some(row) => Err(format!("{DAMAGED}: {}", row.quick_check)),
        None => Err(format!("{DAMAGED}: no answer")),
    }
}

impl Database {
    /// A large file takes longer than a start may: it is looked through meanwhile, on a thread that no stop waits for.
    pub fn look_through_meanwhile(&self) -> std::io::Result<()> {
        let Self::Lite(lite) = self else { return Ok(()) };
        let path = lite.path.clone();
        if std::fs::metadata(&path)?.len() <= LOOKED_THROUGH_BYTES_MAX {
            return Ok(());
        }
        std::thread::Builder::new().name("look through".to_owned()).spawn(move || {
            let found =
                lite_connection(&path).map_err(|error| error.to_string()).and_then(|mut conn| look_through(&mut conn));
            if let Err(why) = found {
                metrics::gauge!("acordo_database_damaged").set(1.0);
                tracing::error!(path = %path.display(), why, "the database is damaged: keep a copy of it, and restore it from a backup");
            }
        })?;
        Ok(())
    }
}

/// A connection with all settings that durability needs. The journal has the write-ahead log checkpointed beside its
/// commits; a connection does it itself only where nobody else did for long.
pub(crate) fn lite_connection(path: &Path) -> ConnectionResult<SqliteConnection> {
    use diesel::connection::SimpleConnection;
    let mut conn = SqliteConnection::establish(&path.to_string_lossy())?;
    conn.batch_execute(
        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 65536; \
         PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -16384;",
    )
    .map_err(ConnectionError::CouldntSetupConfiguration)?;
    Ok(conn)
}

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Lite(_) => "Database::Lite",
            Self::Pg(_) => "Database::Pg",
        })
    }
}

impl Database {
    /// Fails unless the database answers a query.
    pub async fn ping(&self) -> Result<(), StoreError> {
        use diesel::dsl::sql;
        use diesel::sql_types::Integer;
        let one: i32 = reading!(self, |conn| {
            diesel_async::RunQueryDsl::get_result(diesel::select(sql::<Integer>("1")), conn).await?
        });
        if one == 1 { Ok(()) } else { Err(StoreError::Corrupt("1 is not 1".to_owned())) }
    }
}
