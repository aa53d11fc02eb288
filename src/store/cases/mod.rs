//! Cases: their warm state, commands, and what viewers read of them.

mod append;
mod behind;
mod bytes;
mod check;
mod command_index;
#[cfg(feature = "bench")]
mod crowd;
mod due;
mod execute;
mod filter;
mod follow;
mod holder;
mod known;
mod list;
mod listed;
mod load;
mod needs;
mod place;
mod queues;
mod read;
mod rebuilt;
mod recorder;
mod registered;
mod resealed;
mod row;
mod sealed;
mod search;
mod signed;
mod stored;
mod unlisted;
mod unread;
mod walk;
mod warm;
mod words;

pub use check::{Checked, OpenPart, RecordLine};
pub use due::DueCase;
pub use filter::{CaseSort, CaseTab, Filter};
pub(crate) use holder::own_holders;
pub use known::Arrival;
pub use list::{COUNT_MAX, CaseCounts, CasesPage};
pub use queues::{QueueCounts, QueuePage};
pub use read::Page;
pub use registered::{RegisterCounts, RegisterFilter, RegisterPage};
pub(crate) use unlisted::ListsBehind;
pub(crate) use warm::WarmCases;

use acordo_domain::case::command::Command;
use acordo_domain::case::decide::SigningProof;
use acordo_domain::case::event::Event;
use acordo_domain::case::state::Case;
use acordo_domain::id::{CaseId, CommandId};
use acordo_domain::seat::{Actor, Channel};
use bytestring::ByteString;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Snapshots of another form are folded anew.
pub(crate) const SNAPSHOT_FORM: i64 = acordo_domain::case::state::Case::FORM;

/// A command on its way into a case.
#[derive(Debug)]
pub struct Execution<'a> {
    pub case: CaseId,
    pub actor: &'a Actor,
    pub id: CommandId,
    pub command: &'a Command,
    pub origin: Origin,
    /// Checked by identity. Its challenge is used up in the same transaction.
    pub signing: Option<SigningProof>,
    /// Checked by identity: an invited consumer gave what the company knows of them.
    pub addressee_shown: bool,
}

/// Where a command came from; the record keeps it beside signatures, for no reader of the channel.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    pub address: Option<String>,
    pub user_agent: Option<String>,
}

/// What a command did, durably.
#[derive(Debug, Clone)]
pub struct Done {
    /// The events that the actor may read; for the system, all.
    pub events: Vec<Arc<Recorded>>,
    /// The last `seq` in each channel of these events.
    pub at: BTreeMap<Channel, u64>,
    /// It had happened before; nothing was done now.
    pub replayed: bool,
}

/// An event as it is stored, with the frame that every reader of its channel gets.
#[derive(Debug, Clone)]
pub struct Recorded {
    pub case: CaseId,
    /// The case's own order. It never leaves the server.
    pub version: u64,
    pub event: Event,
    /// `{"t":"event",…}`, serialised once.
    pub wire: ByteString,
}

/// Is told of each commit, in the order of the case and while it is locked. Must not block.
pub trait Watcher: Send + Sync {
    /// Said first, where `procedure` moved: `before` is the case without these events. Who loses sight of a case by a
    /// commit is known from it alone.
    fn committing(&self, before: &Case, events: &[Arc<Recorded>]) {
        let _ = (before, events);
    }

    fn committed(&self, case: &Case, events: &[Arc<Recorded>]);

    /// Cases of which it also wants to hear what other processes commit, within two seconds.
    fn watched(&self) -> Vec<CaseId> {
        Vec::new()
    }
}

#[derive(Default)]
pub(crate) struct Watchers(std::sync::RwLock<Vec<Arc<dyn Watcher>>>);

impl Watchers {
    pub fn add(&self, watcher: Arc<dyn Watcher>) {
        self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner).push(watcher);
    }
    pub fn clear(&self) {
        self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner).clear();
    }
    pub fn watched(&self) -> Vec<CaseId> {
        let watchers = self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        watchers.iter().flat_map(|watcher| watcher.watched()).collect()
    }
    /// What comes before [`Watchers::tell`]. Rights move in `procedure` alone.
    pub fn announce(&self, before: &Case, events: &[Arc<Recorded>]) {
        if events.iter().any(|recorded| recorded.event.channel == Channel::Procedure) {
            for watcher in self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).iter() {
                watcher.committing(before, events);
            }
        }
    }
    pub fn tell(&self, case: &Case, events: &[Arc<Recorded>]) {
        for watcher in self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).iter() {
            watcher.committed(case, events);
        }
    }
}

impl std::fmt::Debug for Watchers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watchers")
    }
}
