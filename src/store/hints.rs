//! Hints between the processes over one PostgreSQL: which cases moved, and to which version. They make a word of one
//! process seen at another within milliseconds. A hint may be lost: asking once a second (`follow`) is what is relied on.
//!
//! They go by `NOTIFY`, a few for many commits, after these are durable, and only while another process is there.

use super::pg_server::PgServer;
use acordo_domain::id::CaseId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::Notify;
use tokio_postgres::Client;
use uuid::Uuid;

/// The channel of PostgreSQL, in this database alone.
pub(super) const CHANNEL: &str = "acordo_moved";
/// How long a process is believed to be there.
const PRESENT: Duration = Duration::from_secs(35);
/// A notification has less than 8,000 bytes.
const CASES_MAX: usize = 120;

/// Of one process.
#[derive(Debug)]
pub(crate) struct Hints {
    pub process: Uuid,
    pub server: PgServer,
    moved: Mutex<HashMap<CaseId, u64>>,
    pub more: Notify,
    others_until: Mutex<Option<Instant>>,
}

/// What one process says to the others.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Hint {
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
    pub fn heard_another(&self) -> bool {
        let news = !self.others_are_there();
        *self.others_until.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now() + PRESENT);
        news
    }

    pub async fn say(&self, client: &Client, said: &Hint) -> Result<(), tokio_postgres::Error> {
        let text = said.text(self.process);
        client.execute("SELECT pg_notify($1, $2)", &[&CHANNEL, &text]).await.map(drop)
    }

    pub async fn say_what_moved(&self, client: &Client) -> Result<(), tokio_postgres::Error> {
        let moved = std::mem::take(&mut *self.moved.lock().unwrap_or_else(PoisonError::into_inner));
        let moved: Vec<(CaseId, u64)> = moved.into_iter().collect();
        for some in moved.chunks(CASES_MAX) {
            self.say(client, &Hint::Moved(some.to_vec())).await?;
        }
        Ok(())
    }
}

impl Hint {
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
    pub fn parse(text: &str) -> Option<(Uuid, Self)> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_heard() {
        let process = Uuid::new_v4();
        let cases: Vec<_> = (0..CASES_MAX as u64).map(|number| (CaseId(Uuid::new_v4()), u64::MAX - number)).collect();
        for said in [Hint::Hello, Hint::Moved(cases)] {
            let text = said.text(process);
            assert!(text.len() < 8_000, "{}", text.len());
            assert_eq!(Hint::parse(&text), Some((process, said)));
        }
        for other in ["", "hello", "x hello", "0 1.2", &format!("{process} {process}.x")] {
            assert_eq!(Hint::parse(other), None, "{other}");
        }
    }
}
