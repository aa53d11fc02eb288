//! Hints between the processes over one PostgreSQL: which cases moved, and to which version. They make a word of one
//! process seen at another within milliseconds. A hint may be lost: asking once a second (`follow`) is what is relied on.
//!
//! They go by `NOTIFY`, a few for many commits, after these are durable, and only while another process is there.

use super::pg_server::PgServer;
use super::{Store, StoreInner};
use acordo_domain::id::CaseId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};
use tokio::sync::{Notify, mpsc};
use tokio_postgres::Client;
use uuid::Uuid;

/// The channel of PostgreSQL, in this database alone.
const CHANNEL: &str = "acordo_moved";
/// What moves within this goes together.
const PAUSE: Duration = Duration::from_millis(4);
/// How often a process says that it is there, and how long that is believed.
const HELLO: Duration = Duration::from_secs(10);
const PRESENT: Duration = Duration::from_secs(35);
/// Before the connection is made again.
const AGAIN: Duration = Duration::from_secs(5);
/// A notification has less than 8,000 bytes.
const CASES_MAX: usize = 120;

/// Of one process.
#[derive(Debug)]
pub(crate) struct Hints {
    process: Uuid,
    server: PgServer,
    moved: Mutex<HashMap<CaseId, u64>>,
    more: Notify,
    others_until: Mutex<Option<Instant>>,
}

/// What one process says to the others.
#[derive(Debug, PartialEq, Eq)]
enum Said {
    Hello,
    Moved(Vec<(CaseId, u64)>),
}

impl Hints {
    pub fn over(server: PgServer) -> Arc<Self> {
        Arc::new(Self {
            process: Uuid::new_v4(),
            server,
            moved: Mutex::default(),
            more: Notify::new(),
            others_until: Mutex::default(),
        })
    }

    /// A commit of this process is durable.
    pub fn moved(&self, case: CaseId, version: u64) {
        if self.others_are_there() {
            self.moved.lock().unwrap_or_else(PoisonError::into_inner).insert(case, version);
            self.more.notify_one();
        }
    }

    fn others_are_there(&self) -> bool {
        let until = *self.others_until.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| Instant::now() < until)
    }

    /// Another process was heard; says whether it is news that there is one.
    fn heard_another(&self) -> bool {
        let news = !self.others_are_there();
        *self.others_until.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now() + PRESENT);
        news
    }

    async fn say(&self, client: &Client, said: &Said) -> Result<(), tokio_postgres::Error> {
        let text = said.text(self.process);
        client.execute("SELECT pg_notify($1, $2)", &[&CHANNEL, &text]).await.map(drop)
    }

    async fn say_what_moved(&self, client: &Client) -> Result<(), tokio_postgres::Error> {
        let moved = std::mem::take(&mut *self.moved.lock().unwrap_or_else(PoisonError::into_inner));
        let moved: Vec<(CaseId, u64)> = moved.into_iter().collect();
        for some in moved.chunks(CASES_MAX) {
            self.say(client, &Said::Moved(some.to_vec())).await?;
        }
        Ok(())
    }
}

impl Said {
    fn text(&self, process: Uuid) -> String {
        let mut text = process.simple().to_string();
        match self {
            Self::Hello => text.push_str(" hello"),
            Self::Moved(cases) => {
                for (case, version) in cases {
                    text.push_str(&format!(" {}.{version}", case.0.simple()));
                }
            }
        }
        text
    }

    /// By which process, and what.
    fn parse(text: &str) -> Option<(Uuid, Self)> {
        let (process, said) = text.split_once(' ')?;
        let process = Uuid::try_parse(process).ok()?;
        if said == "hello" {
            return Some((process, Self::Hello));
        }
        let case = |word: &str| {
            let (case, version) = word.split_once('.')?;
            Some((CaseId(Uuid::try_parse(case).ok()?), version.parse().ok()?))
        };
        Some((process, Self::Moved(said.split(' ').map(case).collect::<Option<_>>()?)))
    }
}

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
                let Some((process, said)) = Said::parse(&text).filter(|(process, _)| *process != hints.process) else { continue };
                let Some(store) = inner.upgrade().map(Store) else { return Ok(()) };
                tracing::trace!(%process, ?said, "heard");
                if hints.heard_another() {
                    hints.say(client, &Said::Hello).await?;
                }
                if let Said::Moved(cases) = said {
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
                hints.say(client, &Said::Hello).await?;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_heard() {
        let process = Uuid::new_v4();
        let cases: Vec<_> = (0..CASES_MAX as u64).map(|number| (CaseId(Uuid::new_v4()), u64::MAX - number)).collect();
        for said in [Said::Hello, Said::Moved(cases)] {
            let text = said.text(process);
            assert!(text.len() < 8_000, "{}", text.len());
            assert_eq!(Said::parse(&text), Some((process, said)));
        }
        for other in ["", "hello", "x hello", "0 1.2", &format!("{process} {process}.x")] {
            assert_eq!(Said::parse(other), None, "{other}");
        }
    }
}
