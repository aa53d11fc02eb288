//! Brings what the write-ahead log of SQLite holds into the file, beside the commits: within one, everybody who writes
//! would wait for it.

use super::EndedThread;
use crate::store::connect::lite_connection;
use crate::store::error::OpenError;
use diesel::connection::SimpleConnection;
use diesel::{RunQueryDsl, SqliteConnection};
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::sync::Mutex;

/// How often the length of the log is looked at.
const LOOK: Duration = Duration::from_millis(200);
/// Pages that wait, from which on they are brought over: 32 MiB.
const WAITING_PAGES: i64 = 8_192;

/// How many pages the log holds, and how many of them are in the file.
#[derive(Debug, diesel::QueryableByName)]
struct LogLength {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    log: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    checkpointed: i64,
}

/// The thread that does it; dropping this ends it and waits for it.
#[derive(Debug)]
pub(super) struct Checkpoints {
    _end: Sender<()>,
    // Dropped after the sender, whose end it waits for.
    _thread: EndedThread,
}

impl Checkpoints {
    pub fn start(path: &Path, write_lock: &Arc<Mutex<()>>) -> Result<Self, OpenError> {
        let mut conn = lite_connection(path).map_err(|error| OpenError::Database(error.to_string()))?;
        let write_lock = Arc::downgrade(write_lock);
        let (end, ended) = channel::<()>();
        let thread = EndedThread::start("checkpoint", move || {
            while ended.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                if let Err(error) = look(&mut conn, &write_lock) {
                    tracing::warn!(%error, "the write-ahead log could not be brought into the file yet");
                }
            }
        })?;
        Ok(Self { _end: end, _thread: thread })
    }
}

fn look(conn: &mut SqliteConnection, write_lock: &Weak<Mutex<()>>) -> diesel::QueryResult<()> {
    let length: LogLength = diesel::sql_query("PRAGMA wal_checkpoint(NOOP)").get_result(conn)?;
    if length.log - length.checkpointed >= WAITING_PAGES { checkpoint(conn, write_lock) } else { Ok(()) }
}

/// Most of it while others write, the rest while nobody does: then the log begins anew.
fn checkpoint(conn: &mut SqliteConnection, write_lock: &Weak<Mutex<()>>) -> diesel::QueryResult<()> {
    conn.batch_execute("PRAGMA wal_checkpoint(PASSIVE)")?;
    let Some(write_lock) = write_lock.upgrade() else { return Ok(()) };
    let _write_lock = write_lock.blocking_lock();
    conn.batch_execute("PRAGMA wal_checkpoint(PASSIVE)")
}
