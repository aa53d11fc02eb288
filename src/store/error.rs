//! Errors of the store, told apart as far as callers act differently on them.

use acordo_domain::case::refusal::Refused;
use diesel::result::{DatabaseErrorKind, Error};
use thiserror::Error as ThisError;

#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub enum StoreError {
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error("not found")]
    NotFound,
    #[error("the command id was used with another body")]
    IdReused,
    #[error("the command was withdrawn before it arrived")]
    Withdrawn,
    /// A company always has somebody who answers for its people.
    #[error("nobody else manages this organisation; give somebody else that role first")]
    LastManager,
    #[error("the write queue is full, or the case keeps changing; try again")]
    Busy,
    #[error("an event would be larger than the record allows")]
    TooLarge,
    #[error("the disk is full")]
    Full,
    /// Not done, or done without an answer from the database: repeat it with the same id.
    #[error("the database cannot be reached: {0}")]
    Unavailable(String),
    #[error("stored data is corrupt: {0}")]
    Corrupt(String),
    /// Somebody without the keys wrote into the store. It is neither shown nor signed nor appended to.
    #[error("the stored record is not what was written: {0}")]
    Altered(String),
}

/// What is stored is not what was written: the operator hears of it each time.
pub(crate) fn altered(what: impl std::fmt::Display) -> StoreError {
    metrics::counter!("acordo_record_altered_total").increment(1);
    tracing::error!(%what, "the store is not what was written");
    StoreError::Altered(what.to_string())
}

/// Why the store did not open.
#[derive(Debug, ThisError)]
pub enum OpenError {
    #[error("the database URL is neither a file nor postgres://…: {0}")]
    Url(String),
    #[error("another process has this database open ({0})")]
    InUse(String),
    #[error("SQLite {0} can corrupt a write-ahead log; at least 3.51.3 is needed")]
    OldSqlite(String),
    #[error("this database belongs to the instance {0}; its name is fixed at the first start")]
    OtherInstance(String),
    #[error(
        "this database was written with keys that are not in the keys folder ({0}). Restore the folder from a backup, or use the folder of the process that writes into it; new keys would sign the same history anew."
    )]
    OtherKeys(String),
    #[error(
        "the database holds sealed cases, but does not say whose it is any more: {0} of its table instance is gone, and somebody took it away. Nothing was written. Restore the database from a backup."
    )]
    InstanceLost(&'static str),
    #[error(
        "the folder of keys does not say which seals the database has (its file \"seals\" is missing or says something else), and the database has seals. Put the file back from where the keys are kept; nothing is sealed without it."
    )]
    SealsUnknown,
    #[error(
        "the database {0} is damaged ({1}). Nothing was changed. Keep a copy of it, look at the disk, and restore it from a backup (docs/operating.md)"
    )]
    Damaged(String, String),
    #[error("the migrations failed: {0}")]
    Migration(String),
    #[error("the database cannot be opened: {0}")]
    Database(String),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        Self::Database(error.to_string())
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Self::NotFound,
            Error::DeserializationError(reason) => Self::Corrupt(reason.to_string()),
            Error::DatabaseError(
                DatabaseErrorKind::UnableToSendCommand | DatabaseErrorKind::ClosedConnection,
                info,
            ) => Self::Unavailable(info.message().to_owned()),
            other => {
                let text = other.to_string();
                if text.contains("disk is full") || text.contains("No space left") {
                    Self::Full
                } else if text.contains("malformed") {
                    Self::Corrupt(text)
                } else {
                    Self::Unavailable(text)
                }
            }
        }
    }
}

impl From<diesel_async::pooled_connection::deadpool::PoolError> for StoreError {
    fn from(error: diesel_async::pooled_connection::deadpool::PoolError) -> Self {
        Self::Unavailable(error.to_string())
    }
}
