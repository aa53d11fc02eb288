//! Who has a list of cases open, and is told that it may have changed.
//!
//! A hint says that something moved which its receiver may read, and nothing more: neither which case, nor what. Who
//! may read what is the domain's one function, asked of the case before and after the commit.

use crate::frames::ByeCode;
use crate::store::Recorded;
use acordo_domain::case::audience::may_read;
use acordo_domain::case::state::Case;
use acordo_domain::id::{OrganisationId, UserId};
use acordo_domain::seat::Actor;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;
use uuid::Uuid;

/// Under what an open list is found: whoever reads a case is named in it, or belongs to one of its organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum ListPlace {
    Person(UserId),
    Organisation(OrganisationId),
}

/// One open list.
#[derive(Debug)]
pub struct ListWatcher {
    number: u64,
    pub actor: Actor,
    pub session: Uuid,
    state: Mutex<WatcherState>,
    pub wake: Notify,
}

#[derive(Debug, Default)]
struct WatcherState {
    /// A hint is owed.
    stale: bool,
    recheck_session: bool,
    bye: Option<ByeCode>,
}

/// What the socket's task has to do.
#[derive(Debug, Clone, Copy)]
pub struct PendingHint {
    pub stale: bool,
    pub recheck_session: bool,
    pub bye: Option<ByeCode>,
}

impl ListWatcher {
    pub fn new(number: u64, actor: Actor, session: Uuid) -> Self {
        Self { number, actor, session, state: Mutex::default(), wake: Notify::new() }
    }

    fn state(&self) -> MutexGuard<'_, WatcherState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn places(&self) -> Vec<ListPlace> {
        let Actor::Person { person, memberships } = &self.actor else { return Vec::new() };
        let mut places = vec![ListPlace::Person(person.id)];
        for membership in memberships {
            let place = ListPlace::Organisation(membership.organisation);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    fn hint(&self) {
        self.state().stale = true;
        self.wake.notify_one();
    }

    pub fn close(&self, why: ByeCode) {
        self.state().bye.get_or_insert(why);
        self.wake.notify_one();
    }

    /// `with_hint`: a hint that is owed may go out now, and stays owed otherwise.
    pub fn take(&self, with_hint: bool) -> PendingHint {
        let mut state = self.state();
        let stale = state.stale;
        state.stale &= !with_hint;
        PendingHint { stale, recheck_session: std::mem::take(&mut state.recheck_session), bye: state.bye }
    }
}

/// Every open list of this process.
#[derive(Debug, Default)]
pub struct Lists(Mutex<HashMap<ListPlace, Vec<Arc<ListWatcher>>>>);

impl Lists {
    fn open(&self) -> MutexGuard<'_, HashMap<ListPlace, Vec<Arc<ListWatcher>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn add(&self, watcher: &Arc<ListWatcher>) {
        let mut open = self.open();
        for place in watcher.places() {
            open.entry(place).or_default().push(watcher.clone());
        }
    }

    pub fn remove(&self, watcher: &ListWatcher) {
        let mut open = self.open();
        for place in watcher.places() {
            if let Some(there) = open.get_mut(&place) {
                there.retain(|other| other.number != watcher.number);
                if there.is_empty() {
                    open.remove(&place);
                }
            }
        }
    }

    /// Gives a hint to everybody who may read one of these events.
    pub fn tell(&self, case: &Case, events: &[Arc<Recorded>]) {
        let Some(filed) = &case.procedure.filed else { return };
        let seated = case.procedure.seats.iter().map(|tenure| ListPlace::Person(tenure.person.id));
        let places = [
            ListPlace::Person(filed.consumer.id),
            ListPlace::Organisation(filed.company),
            ListPlace::Organisation(filed.operator),
        ];
        let watchers: Vec<Arc<ListWatcher>> = {
            let open = self.open();
            if open.is_empty() {
                return;
            }
            places.into_iter().chain(seated).filter_map(|place| open.get(&place)).flatten().cloned().collect()
        };
        for watcher in watchers {
            let reads = |recorded: &Arc<Recorded>| {
                may_read(&case.procedure, &watcher.actor, recorded.event.channel, recorded.event.seq)
            };
            if !watcher.state().stale && events.iter().any(reads) {
                watcher.hint();
            }
        }
    }

    /// What this person did on another device shows in their lists.
    pub fn tell_person(&self, user: UserId) {
        self.of(user).iter().for_each(|watcher| watcher.hint());
    }

    pub fn recheck_session(&self, user: UserId) {
        for watcher in self.of(user) {
            watcher.state().recheck_session = true;
            watcher.wake.notify_one();
        }
    }

    pub fn close_where(&self, why: ByeCode, which: impl Fn(&ListWatcher) -> bool) {
        let open = self.open();
        open.values().flatten().filter(|watcher| which(watcher)).for_each(|watcher| watcher.close(why));
    }

    fn of(&self, user: UserId) -> Vec<Arc<ListWatcher>> {
        self.open().get(&ListPlace::Person(user)).cloned().unwrap_or_default()
    }
}
