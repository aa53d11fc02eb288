//! How many exports are under way: each keeps a thread busy while it is made, and room on the disk until it is sent.

use acordo_domain::id::UserId;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Made and not yet sent, for everybody together and for one person.
pub const EXPORTS_MAX: usize = 12;
pub const EXPORTS_OF_PERSON_MAX: usize = 2;
/// Made at the same time; the others wait for their turn.
const MADE_AT_ONCE: usize = 2;

/// Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct ExportTurns {
    all: Arc<Semaphore>,
    made: Arc<Semaphore>,
    of_person: Arc<Mutex<BTreeMap<UserId, usize>>>,
}

/// Room for one export, until it is dropped.
#[derive(Debug)]
pub struct ExportTurn {
    person: UserId,
    of_person: Arc<Mutex<BTreeMap<UserId, usize>>>,
    _room: OwnedSemaphorePermit,
}

/// Why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoTurn {
    /// This person has as many as one may have.
    OfPerson,
    All,
}

impl Default for ExportTurns {
    fn default() -> Self {
        Self {
            all: Arc::new(Semaphore::new(EXPORTS_MAX)),
            made: Arc::new(Semaphore::new(MADE_AT_ONCE)),
            of_person: Arc::default(),
        }
    }
}

impl ExportTurns {
    pub fn take(&self, person: UserId) -> Result<ExportTurn, NoTurn> {
        let mut all = self.of_person.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = all.get(&person).copied().unwrap_or_default();
        if taken >= EXPORTS_OF_PERSON_MAX {
            return Err(NoTurn::OfPerson);
        }
        let room = self.all.clone().try_acquire_owned().map_err(|_| NoTurn::All)?;
        all.insert(person, taken + 1);
        Ok(ExportTurn { person, of_person: self.of_person.clone(), _room: room })
    }

    /// Waits until another may be made.
    pub async fn to_make(&self) -> Option<OwnedSemaphorePermit> {
        self.made.clone().acquire_owned().await.ok()
    }
}

impl Drop for ExportTurn {
    fn drop(&mut self) {
        let mut all = self.of_person.lock().unwrap_or_else(PoisonError::into_inner);
        let left = all.get(&self.person).copied().unwrap_or_default().saturating_sub(1);
        if left == 0 {
            all.remove(&self.person);
        } else {
            all.insert(self.person, left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn one_person_has_two_and_all_together_have_twelve() {
        let turns = ExportTurns::default();
        let person = |n: u128| UserId(Uuid::from_u128(n));
        let mut held: Vec<ExportTurn> =
            (0..6).flat_map(|n| [turns.take(person(n)).unwrap(), turns.take(person(n)).unwrap()]).collect();
        assert_eq!(turns.take(person(0)).unwrap_err(), NoTurn::OfPerson);
        assert_eq!(turns.take(person(6)).unwrap_err(), NoTurn::All);
        held.remove(0);
        let again = turns.take(person(0)).unwrap();
        assert_eq!(turns.take(person(0)).unwrap_err(), NoTurn::OfPerson);
        drop((again, held));
        assert!(turns.of_person.lock().unwrap().is_empty());
        assert_eq!(turns.all.available_permits(), EXPORTS_MAX);
    }
}
