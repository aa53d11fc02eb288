//! Warm cases: folded, in memory, each with a writer lock that is held from decide to commit.

use super::command_index::{CommandIndex, CommandMade};
use super::listed::ListState;
use super::row::{LastSigned, SealedCase, SealedOver};
use crate::store::event_id::CaseNumber;
use crate::store::journal::rows::HeadChange;
use acordo_domain::case::owed::NoticeTo;
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use acordo_domain::moment::Moment;
use acordo_domain::seat::Channel;
use acordo_record::{ChannelHead, Hash};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock, Weak};
use tokio::sync::Mutex as AsyncMutex;
use uuid::Uuid;

/// Commands of a case whose hashes are remembered without asking the database.
const RECENT_MAX: usize = 32;

#[derive(Debug)]
pub(crate) struct WarmCase {
    pub id: CaseId,
    /// The id as the record writes it.
    pub name: String,
    /// What the ids of its events begin with; set before any of them is read or written.
    pub number: OnceLock<CaseNumber>,
    pub writer: Arc<AsyncMutex<CaseWriter>>,
    /// The committed state, for readers. They never wait for a commit.
    committed: RwLock<Option<Arc<Case>>>,
    version: AtomicU64,
    /// The leaves of each channel, compared with the seal when the case was loaded: what is served is compared with them.
    leaves: RwLock<Leaves>,
}

/// The leaves of a case's channels, `seq` 1 first.
pub(crate) type Leaves = BTreeMap<Channel, Vec<Hash>>;

/// The state behind the writer lock.
#[derive(Debug)]
pub(crate) struct CaseWriter {
    pub loaded: bool,
    /// Another process may have committed: catch up before anything else.
    pub may_be_stale: bool,
    /// A conclusion may have no kept checkpoint yet: it is signed before anything else.
    pub unkept: bool,
    pub version: u64,
    /// The row of the case as it is stored; none before the first append.
    pub row: Option<SealedCase>,
    /// The hash over all events in the order of the case.
    pub order: Hash,
    /// Over what was signed last of the channels.
    pub signed: Hash,
    /// Equal to the committed state except between decide and commit.
    pub speculative: Case,
    pub heads: BTreeMap<Channel, ChannelHead>,
    /// Lists do not say yet what the last messages changed.
    pub unlisted: bool,
    /// What the list tables hold; absent where another process may have written them.
    pub listed: Option<ListState>,
    pub head: Option<HeadChange>,
    pub recent: VecDeque<RecentCommand>,
    pub commands: CommandIndex,
    pub snapshot_version: u64,
    /// Letters about messages that are not sent yet, and until when they wait.
    pub letters: HashMap<LetterTo, Moment>,
}

/// To whom a waiting letter goes, about which channel.
pub(crate) type LetterTo = (String, Channel);

/// A letter's recipient as a key.
pub(crate) fn recipient(to: &NoticeTo) -> String {
    match to {
        NoticeTo::User(user) => user.to_string(),
        NoticeTo::Members { organisation, roles } => format!("{organisation}:{roles:?}"),
    }
}

/// A command that happened, with the hash that tells it from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RecentCommand {
    pub actor: Uuid,
    pub id: Uuid,
    pub hash: [u8; 32],
    pub first_version: u64,
    pub event_count: u64,
}

impl RecentCommand {
    const fn made(&self) -> CommandMade {
        CommandMade { actor: self.actor, id: self.id, first_version: self.first_version, event_count: self.event_count }
    }
}

impl WarmCase {
    fn new(id: CaseId) -> Self {
        let writer = CaseWriter {
            loaded: false,
            may_be_stale: false,
            unkept: false,
            version: 0,
            row: None,
            order: [0; 32],
            signed: LastSigned::hash_of_all(&[]),
            speculative: Case::new(id),
            heads: BTreeMap::new(),
            unlisted: false,
            listed: None,
            head: None,
            recent: VecDeque::new(),
            commands: CommandIndex::default(),
            snapshot_version: 0,
            letters: HashMap::new(),
        };
        Self {
            id,
            name: id.to_string(),
            number: OnceLock::new(),
            writer: Arc::new(AsyncMutex::new(writer)),
            committed: RwLock::new(None),
            version: AtomicU64::new(0),
            leaves: RwLock::default(),
        }
    }

    pub fn committed(&self) -> Option<Arc<Case>> {
        self.committed.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The version of the committed state.
    pub fn version(&self) -> u64 {
        self.version.load(Ordering::Acquire)
    }

    pub fn set_committed(&self, case: Case, version: u64) {
        *self.committed.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(case));
        self.version.store(version, Ordering::Release);
    }

    pub fn set_leaves(&self, leaves: Leaves) {
        *self.leaves.write().unwrap_or_else(PoisonError::into_inner) = leaves;
    }

    pub fn add_leaves(&self, new: impl IntoIterator<Item = (Channel, Hash)>) {
        let mut leaves = self.leaves.write().unwrap_or_else(PoisonError::into_inner);
        new.into_iter().for_each(|(channel, leaf)| leaves.entry(channel).or_default().push(leaf));
    }

    /// Looks at the leaves without cloning them.
    pub fn with_leaves<T>(&self, see: impl FnOnce(&Leaves) -> T) -> T {
        see(&self.leaves.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the committed state in place; a reader that still holds the former one keeps it.
    pub fn update_committed(&self, version: u64, change: impl FnOnce(&mut Case)) {
        let mut committed = self.committed.write().unwrap_or_else(PoisonError::into_inner);
        let committed = committed.get_or_insert_with(|| Arc::new(Case::new(self.id)));
        change(Arc::make_mut(committed));
        self.version.store(version, Ordering::Release);
    }

    /// Looks at the committed state without cloning the `Arc`.
    pub fn with_committed<T>(&self, see: impl FnOnce(&Case) -> T) -> Option<T> {
        self.committed.read().unwrap_or_else(PoisonError::into_inner).as_deref().map(see)
    }
}

impl CaseWriter {
    /// The seal that the case is under; empty before its first append.
    pub fn seal(&self) -> Vec<u8> {
        self.row.as_ref().map(|row| row.seal.clone()).unwrap_or_default()
    }

    /// What the seal is over beside the row.
    pub fn sealed_over<'a>(&'a self, case: &'a str) -> SealedOver<'a> {
        SealedOver { case, order: &self.order, signed: &self.signed }
    }

    pub fn recent(&self, actor: Uuid, id: Uuid) -> Option<RecentCommand> {
        self.recent.iter().rev().find(|recent| recent.id == id && recent.actor == actor).copied()
    }

    pub fn remember(&mut self, recent: RecentCommand) {
        if self.recent.len() == RECENT_MAX {
            self.recent.pop_front();
        }
        self.recent.push_back(recent);
        self.commands.add(recent.made());
    }
}

/// The cases in memory. Cases unused for long are evicted; while anybody holds one, `get` returns that one
/// and never a second.
#[derive(Debug)]
pub(crate) struct WarmCases {
    kept: moka::sync::Cache<CaseId, Arc<WarmCase>>,
    alive: Mutex<HashMap<CaseId, Weak<WarmCase>>>,
}

impl WarmCases {
    pub fn new(max: u64) -> Self {
        Self { kept: moka::sync::Cache::new(max), alive: Mutex::default() }
    }

    pub fn get(&self, id: CaseId) -> Arc<WarmCase> {
        if let Some(warm) = self.kept.get(&id) {
            return warm;
        }
        let mut alive = self.alive.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(warm) = alive.get(&id).and_then(Weak::upgrade) {
            return warm;
        }
        if alive.len() >= 1_024 && alive.len() as u64 >= 2 * self.kept.entry_count() {
            alive.retain(|_, weak| weak.strong_count() > 0);
        }
        let warm = Arc::new(WarmCase::new(id));
        alive.insert(id, Arc::downgrade(&warm));
        warm
    }

    /// A case that is in memory.
    pub fn known(&self, id: CaseId) -> Option<Arc<WarmCase>> {
        let alive = || self.alive.lock().unwrap_or_else(PoisonError::into_inner).get(&id).and_then(Weak::upgrade);
        self.kept.get(&id).or_else(alive)
    }

    /// Keeps a case that exists.
    pub fn keep(&self, warm: &Arc<WarmCase>) {
        self.kept.insert(warm.id, warm.clone());
    }
}
