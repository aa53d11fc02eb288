//! Live rooms: one websocket a viewer, frames, resume; and lists of cases that are told when to look again.
//!
//! The store calls [`Rooms::committed`] in case order while the case is locked; it only queues.
//! Each socket has one task that sends what is queued and pages up what was missed.

pub mod decode;
mod encode;
mod ending;
mod frame_guard;
pub mod handshake;
pub mod list_socket;
mod lists;
pub mod socket;
mod subscriber;

use crate::commands::pace::Rate;
use crate::frames::{ByeCode, Presence, ServerFrame};
use crate::places::{HeldPlace, Places};
use crate::store::{Recorded, Store, StoreError, Watcher};
use acordo_domain::case::audience::Readable;
use acordo_domain::case::state::Case;
use acordo_domain::case::turn::turn;
use acordo_domain::case::watched::shown_channels;
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::seat::{Actor, Channel, Seat};
use acordo_domain::view::Turn;
use bytestring::ByteString;
use lists::Lists;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use subscriber::Subscriber;
use uuid::Uuid;

const SHARDS: usize = 32;

/// Limits per socket and per person.
#[derive(Debug, Clone, Copy)]
pub struct RoomLimits {
    pub sockets_per_user_max: usize,
    /// Frames from one socket.
    pub frames: Rate,
}

impl Default for RoomLimits {
    fn default() -> Self {
        Self { sockets_per_user_max: 20, frames: Rate { burst: 100.0, per_second: 20.0 } }
    }
}

/// All rooms of this process. Cheap to clone; all clones are one.
#[derive(Debug, Clone)]
pub struct Rooms(Arc<RoomsInner>);

#[derive(Debug)]
struct RoomsInner {
    store: Store,
    limits: RoomLimits,
    shards: [Mutex<HashMap<CaseId, Room>>; SHARDS],
    lists: Lists,
    sockets: Places<UserId>,
    numbers: AtomicU64,
    open: AtomicUsize,
    stopping: AtomicBool,
}

/// Everybody who has one case's page open.
#[derive(Debug, Default)]
struct Room {
    subscribers: Vec<Arc<Subscriber>>,
    /// Seats that somebody holds.
    occupied: Vec<Seat>,
    shown: BTreeMap<Seat, Presence>,
}

/// The registration of a subscriber in its room; dropping it leaves the room.
#[derive(Debug)]
struct Registration {
    rooms: Rooms,
    subscriber: Arc<Subscriber>,
    _place: SocketPlace,
}

/// One of the sockets that a person may have, in these rooms.
#[derive(Debug)]
pub struct SocketPlace {
    rooms: Rooms,
    _one: HeldPlace<UserId>,
}

impl Rooms {
    /// Follows the store from now on.
    pub fn over(store: Store, limits: RoomLimits) -> Self {
        let rooms = Self(Arc::new(RoomsInner {
            store: store.clone(),
            limits,
            shards: std::array::from_fn(|_| Mutex::default()),
            lists: Lists::default(),
            sockets: Places::for_each(limits.sockets_per_user_max),
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
        let readable = Readable::of(case, actor)?;
        Some(turn(&readable, self.0.store.rules(), self.0.store.now()))
    }

    /// Whoever follows a room by a role, and not from a seat in it, reads on as long as something is sent.
    async fn note_read(&self, subscriber: &Subscriber) -> Result<(), StoreError> {
        if subscriber.is_of_the_room() {
            return Ok(());
        }
        let case = self.0.store.case(subscriber.case).await?;
        self.0.store.note_read(&case, &subscriber.actor, shown_channels(&case, &subscriber.actor)).await
    }

    pub fn is_stopping(&self) -> bool {
        self.0.stopping.load(Ordering::Acquire)
    }

    /// How many sockets are open.
    pub fn open(&self) -> usize {
        self.0.open.load(Ordering::Acquire)
    }

    /// One more socket of this person, if there may be one. It is counted from here on, before the socket is open:
    /// of many that knock at once not all find the last place free.
    pub fn take_place(&self, user: UserId) -> Option<SocketPlace> {
        Some(SocketPlace { rooms: self.clone(), _one: self.0.sockets.take(user).ok()? })
    }

    /// A session is over: its sockets close at once.
    pub fn end_session(&self, session: Uuid) {
        self.close_where(ByeCode::SessionEnded, |subscriber| subscriber.session == session);
        self.0.lists.close_where(ByeCode::SessionEnded, |watcher| watcher.session == session);
    }

    /// A user's roles may have changed: their sockets check, and reconnect with the new ones.
    pub fn recheck_session(&self, user: UserId) {
        let theirs = |subscriber: &&Arc<Subscriber>| matches!(&subscriber.actor, Actor::Person { person, .. } if person.id == user);
        for shard in &self.0.shards {
            let shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            shard
                .values()
                .flat_map(|room| &room.subscribers)
                .filter(theirs)
                .for_each(|subscriber| subscriber.recheck_session());
        }
        self.0.lists.recheck_session(user);
    }

    /// What this person has read on one device is not unread on the others.
    fn has_read(&self, user: UserId) {
        self.0.lists.tell_person(user);
    }

    /// Closes every socket with 1012 and takes no more.
    pub fn stop(&self) {
        self.0.stopping.store(true, Ordering::Release);
        self.close_where(ByeCode::ServerStopping, |_| true);
        self.0.lists.close_where(ByeCode::ServerStopping, |_| true);
    }

    fn close_where(&self, why: ByeCode, which: impl Fn(&Subscriber) -> bool) {
        for shard in &self.0.shards {
            let shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            for subscriber in shard.values().flat_map(|room| &room.subscribers).filter(|subscriber| which(subscriber)) {
                subscriber.close(why);
            }
        }
    }

    fn shard(&self, case: CaseId) -> MutexGuard<'_, HashMap<CaseId, Room>> {
        let place = (case.0.as_u128() as usize) % SHARDS;
        self.0.shards[place].lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next_number(&self) -> u64 {
        self.0.numbers.fetch_add(1, Ordering::Relaxed)
    }

    fn count_one_more(&self) {
        metrics::gauge!("acordo_sockets").set((self.0.open.fetch_add(1, Ordering::AcqRel) + 1) as f64);
    }

    fn count_one_less(&self) {
        metrics::gauge!("acordo_sockets").set((self.0.open.fetch_sub(1, Ordering::AcqRel) - 1) as f64);
    }

    fn register(&self, case: CaseId, actor: Actor, place: SocketPlace, session: Uuid) -> Registration {
        let subscriber = Arc::new(Subscriber::new(self.next_number(), case, actor, session));
        self.count_one_more();
        self.shard(case).entry(case).or_default().subscribers.push(subscriber.clone());
        if self.is_stopping() {
            subscriber.close(ByeCode::ServerStopping);
        }
        Registration { rooms: self.clone(), subscriber, _place: place }
    }

    /// Announces presence when it changed. `occupied` are the seats that somebody holds.
    fn show_presence(&self, case: CaseId, occupied: Option<Vec<Seat>>, newcomer: Option<&Subscriber>) {
        let mut shard = self.shard(case);
        let Some(room) = shard.get_mut(&case) else { return };
        if let Some(occupied) = occupied {
            room.occupied = occupied;
        }
        let seats = room.presence();
        if seats != room.shown {
            let frame = encode::frame(&ServerFrame::Presence { seats: seats.clone() });
            room.subscribers.iter().for_each(|subscriber| subscriber.announce(&frame));
            room.shown = seats;
        } else if let Some(newcomer) = newcomer {
            newcomer.announce(&encode::frame(&ServerFrame::Presence { seats }));
        }
    }

    /// Sends a frame to everybody else in the room who reads this channel, unless they are slow.
    fn broadcast(&self, from: &Subscriber, channel: Channel, frame: &ByteString) {
        if let Some(room) = self.shard(from.case).get(&from.case) {
            room.subscribers
                .iter()
                .filter(|subscriber| subscriber.number != from.number)
                .for_each(|subscriber| subscriber.send_best_effort(channel, frame));
        }
    }
}

impl Room {
    fn presence(&self) -> BTreeMap<Seat, Presence> {
        let here: Vec<Seat> = self.subscribers.iter().filter_map(|subscriber| subscriber.seat()).collect();
        let state = |seat| if here.contains(&seat) { Presence::Online } else { Presence::Away };
        self.occupied.iter().map(|seat| (*seat, state(*seat))).collect()
    }
}

impl Watcher for Rooms {
    fn watched(&self) -> Vec<CaseId> {
        let cases = |shard: &Mutex<HashMap<CaseId, Room>>| {
            shard.lock().unwrap_or_else(PoisonError::into_inner).keys().copied().collect::<Vec<_>>()
        };
        self.0.shards.iter().flat_map(cases).collect()
    }

    fn committing(&self, before: &Case, events: &[Arc<Recorded>]) {
        self.0.lists.tell(before, events);
    }

    fn committed(&self, case: &Case, events: &[Arc<Recorded>]) {
        self.0.lists.tell(case, events);
        let mut seats_moved = false;
        {
            let shard = self.shard(case.id);
            let Some(room) = shard.get(&case.id) else { return };
            let plain = events.iter().all(|recorded| recorded.event.kind.is_message_or_note());
            for subscriber in &room.subscribers {
                let turn = self.turn(case, &subscriber.actor);
                subscriber.committed(case, events, turn.as_ref(), plain);
            }
            seats_moved |= events.iter().any(|recorded| recorded.event.channel == Channel::Procedure);
        }
        if seats_moved {
            self.show_presence(case.id, Some(occupied(case)), None);
        }
    }
}

/// The seats that somebody holds now.
fn occupied(case: &Case) -> Vec<Seat> {
    let mut seats: Vec<Seat> = case.procedure.seats.iter().map(|tenure| tenure.seat).collect();
    seats.sort_unstable();
    seats.dedup();
    seats
}

impl Drop for Registration {
    fn drop(&mut self) {
        let case = self.subscriber.case;
        {
            let mut shard = self.rooms.shard(case);
            if let Some(room) = shard.get_mut(&case) {
                room.subscribers.retain(|subscriber| subscriber.number != self.subscriber.number);
                if room.subscribers.is_empty() {
                    shard.remove(&case);
                }
            }
        }
        self.rooms.count_one_less();
        self.rooms.show_presence(case, None, None);
    }
}
