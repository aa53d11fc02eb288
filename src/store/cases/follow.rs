//! Follows what other processes commit to the cases that are watched here: once a second, one indexed
//! statement asks for their versions.

use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::cases;
use crate::store::sql::Key;
use crate::store::{Store, StoreInner};
use acordo_domain::id::CaseId;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::sync::{Arc, Weak};
use std::time::Duration;

/// A message committed by another process is shown at most twice this later.
const PAUSE: Duration = Duration::from_secs(1);
/// Cases in one statement.
const CASES_MAX: usize = 1_000;

impl Store {
    /// Follows the watched cases until the store is dropped. A process alone with its database has nothing to follow.
    pub(crate) fn follow_others(&self) {
        if self.0.database.is_shared() {
            tokio::spawn(follow(Arc::downgrade(&self.0)));
        }
    }

    /// Reads what other processes committed to the watched cases, and tells the watchers.
    pub async fn catch_up_watched(&self) -> Result<(), StoreError> {
        let watched = self.0.watchers.watched();
        for some in watched.chunks(CASES_MAX) {
            let keys: Vec<Key> = some.iter().map(|case| Key(case.0)).collect();
            let versions: Vec<(Key, i64)> = reading!(&self.0.database, |conn| {
                cases::table
                    .filter(cases::case_id.eq_any(keys))
                    .select((cases::case_id, cases::version))
                    .load(conn)
                    .await?
            });
            for (case, version) in versions {
                let warm = self.0.warm.get(CaseId(case.0));
                if warm.version() < version.unsigned_abs() {
                    warm.writer.lock().await.may_be_stale = true;
                    drop(self.lock_writer(&warm).await?);
                }
            }
        }
        Ok(())
    }
}

async fn follow(inner: Weak<StoreInner>) {
    loop {
        tokio::time::sleep(PAUSE).await;
        let Some(inner) = inner.upgrade() else { return };
        if let Err(error) = Store(inner).catch_up_watched().await {
            tracing::warn!(%error, "watched cases could not be followed");
        }
    }
}
