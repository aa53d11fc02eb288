//! What `bench --bare --store` measures against: group commit into one SQLite table, with the same durability and
//! nothing else.

use super::connect::lite_connection;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::path::Path;
use tokio::sync::{mpsc, oneshot};

const BATCH_MAX: usize = 256;

diesel::table! {
    messages (place) {
        place -> BigInt,
        room -> Text,
        seq -> BigInt,
        text -> Text,
        hash -> Binary,
    }
}

/// One message as it is stored.
#[derive(Debug)]
pub struct TableRow {
    pub room: String,
    pub seq: i64,
    pub text: String,
    pub hash: [u8; 32],
}

type QueuedRow = (TableRow, oneshot::Sender<()>);

/// The table and its only writer.
#[derive(Debug)]
pub struct OneTable(mpsc::Sender<QueuedRow>);

impl OneTable {
    pub fn open(file: &Path) -> Result<Self, String> {
        let mut conn = lite_connection(file).map_err(|error| error.to_string())?;
        let table = "CREATE TABLE messages (place INTEGER PRIMARY KEY, room TEXT, seq INTEGER, text TEXT, hash BLOB)";
        conn.batch_execute(table).map_err(|error| error.to_string())?;
        let (sender, queue) = mpsc::channel(4_096);
        std::thread::Builder::new()
            .name("one table".to_owned())
            .spawn(move || write(conn, queue))
            .map_err(|error| error.to_string())?;
        Ok(Self(sender))
    }

    /// Whether it is durable.
    pub async fn append(&self, row: TableRow) -> bool {
        let (reply, done) = oneshot::channel();
        self.0.send((row, reply)).await.is_ok() && done.await.is_ok()
    }
}

fn write(mut conn: SqliteConnection, mut queue: mpsc::Receiver<QueuedRow>) {
    let mut batch: Vec<QueuedRow> = Vec::with_capacity(BATCH_MAX);
    while queue.blocking_recv_many(&mut batch, BATCH_MAX) > 0 {
        let written = conn.immediate_transaction(|conn| {
            batch.iter().try_for_each(|(row, _)| {
                let values = (
                    messages::room.eq(&row.room),
                    messages::seq.eq(row.seq),
                    messages::text.eq(&row.text),
                    messages::hash.eq(row.hash.as_slice()),
                );
                diesel::insert_into(messages::table).values(values).execute(conn).map(drop)
            })
        });
        match written {
            Ok(()) => {
                for (_, reply) in batch.drain(..) {
                    reply.send(()).ok();
                }
            }
            // Whoever waits is told by the dropped answer.
            Err(_) => batch.clear(),
        }
    }
}
