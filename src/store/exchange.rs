//! Says and hears hints, over a connection of its own.

use super::hints::{CHANNEL, Hint, Hints};
use super::{Store, StoreInner};
use acordo_domain::id::CaseId;
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio_postgres::Client;

/// What moves within this goes together.
const PAUSE: Duration = Duration::from_millis(4);
/// How often a process says that it is there.
const HELLO: Duration = Duration::from_secs(10);
/// Before the connection is made again.
const AGAIN: Duration = Duration::from_secs(5);

impl Store {
    /// Listens until the store is dropped. A process alone with its database has nobody to listen to.
    pub(crate) fn exchange_hints(&self) {
        if let Some(hints) = self.0.hints.clone() {
            tokio::spawn(exchange(Arc::downgrade(&self.0), hints));
        }
    }

    /// Another process says that this case is at this version.
    async fn catch_up_to(&self, case: CaseId, version: u64) {
        let Some(warm) = self.0.warm.known(case).filter(|warm| warm.version() < version) else { return };
        let mut writer = warm.writer.clone().lock_owned().await;
        if !writer.loaded || writer.version >= version {
            return;
        }
        writer.may_be_stale = true;
        drop(writer);
        if let Err(error) = self.lock_writer(&warm).await {
            tracing::warn!(%case, %error, "a case that moved elsewhere could not be followed");
        }
    }
}

async fn exchange(inner: Weak<StoreInner>, hints: Arc<Hints>) {
    while inner.strong_count() > 0 {
        match hints.server.listen(CHANNEL).await {
            Ok((client, heard)) => {
                if let Err(error) = converse(&inner, &hints, &client, heard).await {
                    tracing::warn!(%error, "hints to other processes are broken off");
                }
            }
            Err(error) => tracing::warn!(%error, "hints of other processes cannot be heard"),
        }
        tokio::time::sleep(AGAIN).await;
    }
}

/// Until the connection or the store ends.
async fn converse(
    inner: &Weak<StoreInner>,
    hints: &Hints,
    client: &Client,
    mut heard: mpsc::UnboundedReceiver<String>,
) -> Result<(), tokio_postgres::Error> {
    let mut hello = tokio::time::interval(HELLO);
    loop {
        tokio::select! {
            text = heard.recv() => {
                let Some(text) = text else { return Ok(()) };
                let Some((process, said)) = Hint::parse(&text).filter(|(process, _)| *process != hints.process) else { continue };
                let Some(store) = inner.upgrade().map(Store) else { return Ok(()) };
                tracing::trace!(%process, ?said, "heard");
                if hints.heard_another() {
                    hints.say(client, &Hint::Hello).await?;
                }
                if let Hint::Moved(cases) = said {
                    for (case, version) in cases {
                        let store = store.clone();
                        tokio::spawn(async move { store.catch_up_to(case, version).await });
                    }
                }
            }
            () = hints.more.notified() => {
                tokio::time::sleep(PAUSE).await;
                hints.say_what_moved(client).await?;
            }
            _ = hello.tick() => {
                if inner.strong_count() == 0 {
                    return Ok(());
                }
                hints.say(client, &Hint::Hello).await?;
            }
        }
    }
}
