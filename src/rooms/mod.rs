//! Who watches which case: one websocket a viewer, frames, resume.
//!
//! The store calls [`Rooms::committed`] in case order while the case is locked; it only queues.
//! Each socket has one task that sends what is queued and pages up what was missed.

pub mod handshake;
pub mod hear;
mod link;
mod say;
pub mod socket;

use crate::commands::pace::Rate;
use crate::frames::{ByeCode, Presence, ServerFrame};
use crate::store::{Recorded, Store, Watcher};
use acordo_domain::case::audience::Readable;
use acordo_domain::case::state::Case;
use acordo_domain::case::turn::turn;
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::seat::{Actor, Channel, Seat};
use acordo_domain::view::Turn;
use bytestring::ByteString;
use link::Link;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

const SHARDS: usize = 32;

/// What one socket and one person may use up.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub sockets_per_user_max: usize,
    /// Frames from one socket.
    pub frames: Rate,
}

impl Default for Limits {
    fn default() -> Self {
        Self { sockets_per_user_max: 20, frames: Rate { burst: 100.0, per_second: 20.0 } }
    }
}

/// All rooms of this process. Cheap to clone; all clones are one.
#[derive(Debug, Clone)]
pub struct Rooms(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    store: Store,
    limits: Limits,
    shards: [Mutex<HashMap<CaseId, Room>>; SHARDS],
    users: Mutex<HashMap<UserId, usize>>,
    numbers: AtomicU64,
    open: AtomicUsize,
    stopping: AtomicBool,
}

/// Everybody who has one case's page open.
#[derive(Debug, Default)]
struct Room {
    links: Vec<Arc<Link>>,
    /// Seats that somebody holds.
    held: Vec<Seat>,
    shown: BTreeMap<Seat, Presence>,
}

/// A place in the registry; dropping it leaves the room.
#[derive(Debug)]
struct Place {
    rooms: Rooms,
    link: Arc<Link>,
    user: UserId,
}

impl Rooms {
    /// Follows the store from now on.
    pub fn over(store: Store, limits: Limits) -> Self {
        let rooms = Self(Arc::new(Inner {
            store: store.clone(),
            limits,
            shards: std::array::from_fn(|_| Mutex::default()),
            users: Mutex::default(),
            numbers: AtomicU64::new(1),
            open: AtomicUsize::new(0),
            stopping: AtomicBool::new(false),
        }));
        store.on_commit(Arc::new(rooms.clone()));
        rooms
    }

    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// Whose turn it is, as this viewer may know.
    fn turn(&self, case: &Case, actor: &Actor) -> Option<Turn> {
        let of = Readable::of(case, actor)?;
        Some(turn(&of, self.0.store.rules(), self.0.store.now()))
    }

    pub fn is_stopping(&self) -> bool {
        self.0.stopping.load(Ordering::Acquire)
    }

    /// How many sockets are open.
    pub fn open(&self) -> usize {
        self.0.open.load(Ordering::Acquire)
    }

    /// May this person open one more?
    pub fn has_place_for(&self, user: UserId) -> bool {
        let users = self.0.users.lock().unwrap_or_else(PoisonError::into_inner);
        users.get(&user).copied().unwrap_or(0) < self.0.limits.sockets_per_user_max
    }

    /// A session is over: its sockets close at once.
    pub fn end_session(&self, session: Uuid) {
        self.close_where(ByeCode::SessionEnded, |link| link.session == session);
    }

    /// What a person is may have changed: their sockets look, and come back as what the person is now.
    pub fn look_again(&self, user: UserId) {
        let theirs = |link: &&Arc<Link>| matches!(&link.actor, Actor::Person { person, .. } if person.id == user);
        for shard in &self.0.shards {
            let shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            shard.values().flat_map(|room| &room.links).filter(theirs).for_each(|link| link.look_again());
        }
    }

    /// Closes every socket with 1012 and takes no more.
    pub fn stop(&self) {
        self.0.stopping.store(true, Ordering::Release);
        self.close_where(ByeCode::ServerStopping, |_| true);
    }

    fn close_where(&self, why: ByeCode, which: impl Fn(&Link) -> bool) {
        for shard in &self.0.shards {
            let shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            for link in shard.values().flat_map(|room| &room.links).filter(|link| which(link)) {
                link.close(why);
            }
        }
    }

    fn shard(&self, case: CaseId) -> MutexGuard<'_, HashMap<CaseId, Room>> {
        let place = (case.0.as_u128() as usize) % SHARDS;
        self.0.shards[place].lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, case: CaseId, actor: Actor, user: UserId, session: Uuid) -> Place {
        let number = self.0.numbers.fetch_add(1, Ordering::Relaxed);
        let link = Arc::new(Link::new(number, case, actor, session));
        *self.0.users.lock().unwrap_or_else(PoisonError::into_inner).entry(user).or_default() += 1;
        metrics::gauge!("acordo_sockets").set((self.0.open.fetch_add(1, Ordering::AcqRel) + 1) as f64);
        self.shard(case).entry(case).or_default().links.push(link.clone());
        Place { rooms: self.clone(), link, user }
    }

    /// Tells the room who is here, when that changed. `held` are the seats that somebody holds.
    fn show_presence(&self, case: CaseId, held: Option<Vec<Seat>>, newcomer: Option<&Link>) {
        let mut shard = self.shard(case);
        let Some(room) = shard.get_mut(&case) else { return };
        if let Some(held) = held {
            room.held = held;
        }
        let seats = room.presence();
        if seats != room.shown {
            let frame = say::frame(&ServerFrame::Presence { seats: seats.clone() });
            room.links.iter().for_each(|link| link.announce(&frame));
            room.shown = seats;
        } else if let Some(newcomer) = newcomer {
            newcomer.announce(&say::frame(&ServerFrame::Presence { seats }));
        }
    }

    /// To everybody else in the room who reads this channel.
    fn whisper(&self, from: &Link, channel: Channel, frame: &ByteString) {
        if let Some(room) = self.shard(from.case).get(&from.case) {
            room.links.iter().filter(|link| link.number != from.number).for_each(|link| link.whisper(channel, frame));
        }
    }
}

impl Room {
    fn presence(&self) -> BTreeMap<Seat, Presence> {
        let here: Vec<Seat> = self.links.iter().filter_map(|link| link.seat()).collect();
        let state = |seat| if here.contains(&seat) { Presence::Online } else { Presence::Away };
        self.held.iter().map(|seat| (*seat, state(*seat))).collect()
    }
}

impl Watcher for Rooms {
    fn watched(&self) -> Vec<CaseId> {
        let cases = |shard: &Mutex<HashMap<CaseId, Room>>| {
            shard.lock().unwrap_or_else(PoisonError::into_inner).keys().copied().collect::<Vec<_>>()
        };
        self.0.shards.iter().flat_map(cases).collect()
    }

    fn committed(&self, case: &Case, events: &[Arc<Recorded>]) {
        let mut seats_moved = false;
        {
            let shard = self.shard(case.id);
            let Some(room) = shard.get(&case.id) else { return };
            let plain = events.iter().all(|recorded| recorded.event.kind.is_words());
            for link in &room.links {
                let turn = self.turn(case, &link.actor);
                link.committed(case, events, turn.as_ref(), plain);
            }
            seats_moved |= events.iter().any(|recorded| recorded.event.channel == Channel::Procedure);
        }
        if seats_moved {
            self.show_presence(case.id, Some(held(case)), None);
        }
    }
}

/// The seats that somebody holds now.
fn held(case: &Case) -> Vec<Seat> {
    let mut seats: Vec<Seat> = case.procedure.seats.iter().map(|tenure| tenure.seat).collect();
    seats.sort_unstable();
    seats.dedup();
    seats
}

impl Drop for Place {
    fn drop(&mut self) {
        let case = self.link.case;
        {
            let mut shard = self.rooms.shard(case);
            if let Some(room) = shard.get_mut(&case) {
                room.links.retain(|link| link.number != self.link.number);
                if room.links.is_empty() {
                    shard.remove(&case);
                }
            }
        }
        let mut users = self.rooms.0.users.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = users.get_mut(&self.user) {
            *count -= 1;
            if *count == 0 {
                users.remove(&self.user);
            }
        }
        drop(users);
        let left = self.rooms.0.open.fetch_sub(1, Ordering::AcqRel) - 1;
        metrics::gauge!("acordo_sockets").set(left as f64);
        self.rooms.show_presence(case, None, None);
    }
}
