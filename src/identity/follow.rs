//! Follows the sessions that other processes end and the roles that they change: once a second, two indexed
//! statements ask what changed, so that the sockets of this process hear of it.

use super::Identity;
use super::session::IdentityInner;
use crate::store::StoreError;
use crate::store::accounts::Changes;
use std::sync::{Arc, Weak};
use std::time::Duration;

const PAUSE: Duration = Duration::from_secs(1);
/// How far back each query looks: the clocks of processes differ, and a commit becomes visible after its time.
const LOOK_BACK_MILLIS: i64 = 10_000;

impl Identity {
    /// Follows other processes until the last clone is dropped. A process alone with its database has nothing to follow.
    pub(super) fn follow_others(&self) {
        if self.store().is_shared() {
            tokio::spawn(follow(Arc::downgrade(&self.0)));
        }
    }

    async fn hear_others(&self, told: &mut Changes) -> Result<(), StoreError> {
        let since = self.store().now().plus_millis(-LOOK_BACK_MILLIS);
        let found = self.store().accounts().changes_since(since).await?;
        for ended in found.ended.iter().filter(|ended| !told.ended.contains(ended)) {
            self.tell_end(ended.0, ended.1);
        }
        for roles in found.roles.iter().filter(|roles| !told.roles.contains(roles)) {
            self.tell_roles(roles.0);
        }
        *told = found;
        Ok(())
    }
}

async fn follow(inner: Weak<IdentityInner>) {
    let mut told = Changes::default();
    loop {
        tokio::time::sleep(PAUSE).await;
        let Some(inner) = inner.upgrade() else { return };
        if let Err(error) = Identity(inner).hear_others(&mut told).await {
            tracing::warn!(%error, "ended sessions and changed roles could not be followed");
        }
    }
}
