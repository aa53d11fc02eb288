//! Which commands have happened in a case, in memory: a command happens once per actor and id.

use super::bytes::altered;
use crate::store::error::StoreError;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use uuid::Uuid;

/// Keyed, so that nobody can choose an id that takes the place of somebody else's.
static KEYED: LazyLock<RandomState> = LazyLock::new(RandomState::new);

/// The commands of a warm case. It says where a command's events are; the row of the first says whether it is the one.
#[derive(Debug, Default)]
pub(crate) struct CommandIndex {
    made: HashMap<u64, (u32, u32)>,
    /// Given up by their senders before they had arrived: these never happen.
    withdrawn: HashSet<(Uuid, Uuid)>,
    /// How many were withdrawn, as the row of the case counts them.
    pub withdrawals: i64,
}

/// A command and the events that it made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CommandMade {
    pub actor: Uuid,
    pub id: Uuid,
    pub first_version: u64,
    pub event_count: u64,
}

/// A command as the row of its first event holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StoredCommand {
    pub actor: Uuid,
    pub id: Uuid,
    pub hash: [u8; 32],
}

impl CommandIndex {
    pub fn add(&mut self, made: CommandMade) {
        let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        let events = (number(made.first_version), number(made.event_count));
        self.made.insert(KEYED.hash_one((made.actor, made.id)), events);
    }

    /// The version of the first of its events, and their number.
    pub fn find(&self, actor: Uuid, id: Uuid) -> Option<(u64, u64)> {
        let (first, count) = self.made.get(&KEYED.hash_one((actor, id)))?;
        Some((u64::from(*first), u64::from(*count)))
    }

    pub fn is_withdrawn(&self, actor: Uuid, id: Uuid) -> bool {
        self.withdrawn.contains(&(actor, id))
    }

    pub fn withdraw(&mut self, actor: Uuid, id: Uuid) {
        self.withdrawn.insert((actor, id));
        self.withdrawals += 1;
    }

    pub fn set_withdrawn(&mut self, withdrawals: i64, withdrawn: impl IntoIterator<Item = (Uuid, Uuid)>) {
        self.withdrawals = withdrawals;
        self.withdrawn = withdrawn.into_iter().collect();
    }
}

impl CommandMade {
    /// Takes over the next event of a case: the first of another command, or one more of the last.
    pub fn follow(made: &mut Vec<Self>, version: u64, command: Option<StoredCommand>) {
        if let Some(StoredCommand { actor, id, .. }) = command {
            made.push(Self { actor, id, first_version: version, event_count: 1 });
        } else if let Some(last) = made.last_mut() {
            last.event_count += 1;
        }
    }
}

impl StoredCommand {
    pub fn bytes(&self) -> Vec<u8> {
        [self.actor.as_bytes().as_slice(), self.id.as_bytes(), &self.hash].concat()
    }

    pub fn parse(stored: &[u8]) -> Result<Self, StoreError> {
        let uuid = |bytes: &[u8]| Uuid::from_slice(bytes).map_err(altered);
        let (actor, rest) = stored.split_at_checked(16).ok_or_else(|| altered("a command without its actor"))?;
        let (id, hash) = rest.split_at_checked(16).ok_or_else(|| altered("a command without its id"))?;
        let hash = hash.try_into().map_err(|_| altered("a command without its hash"))?;
        Ok(Self { actor: uuid(actor)?, id: uuid(id)?, hash })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(id: u128) -> StoredCommand {
        StoredCommand { actor: Uuid::from_u128(1), id: Uuid::from_u128(id), hash: [7; 32] }
    }

    #[test]
    fn a_command_is_found_with_the_events_that_it_made() {
        let mut made = Vec::new();
        for (version, first) in (1..).zip([Some(command(10)), None, Some(command(11)), None, None]) {
            CommandMade::follow(&mut made, version, first);
        }
        let mut index = CommandIndex::default();
        made.into_iter().for_each(|made| index.add(made));
        let find = |actor, id| index.find(Uuid::from_u128(actor), Uuid::from_u128(id));
        assert_eq!([find(1, 10), find(1, 11)], [Some((1, 2)), Some((3, 3))]);
        assert_eq!([find(2, 10), find(1, 12)], [None, None], "another actor's id is another command");
    }

    #[test]
    fn what_is_stored_is_read_back() {
        let stored = command(10);
        assert_eq!(StoredCommand::parse(&stored.bytes()), Ok(stored));
        assert!(StoredCommand::parse(&stored.bytes()[..63]).is_err());
        assert!(StoredCommand::parse(&[]).is_err());
    }
}
