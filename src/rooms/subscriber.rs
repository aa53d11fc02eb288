//! One open socket as the room sees it: what its viewer may read, how far it was sent, and the queue.
//!
//! The room writes here while a case is locked and never waits; the socket's own task empties it.

use crate::courier::Courier;
use crate::frames::{ByeCode, ServerFrame};
use crate::rooms::encode;
use crate::store::Recorded;
use acordo_domain::case::audience::{self, Shown, Span};
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use acordo_domain::seat::{Actor, Capacity, Channel, Seat};
use acordo_domain::view::Turn;
use bytestring::ByteString;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;
use uuid::Uuid;

/// Limits of one reader's queue; past them the reader is disconnected with 4008.
pub const QUEUE_FRAMES_MAX: usize = 256;
pub const QUEUE_BYTES_MAX: usize = 1024 * 1024;

#[derive(Debug)]
pub struct Subscriber {
    pub number: u64,
    pub case: CaseId,
    pub actor: Actor,
    pub session: Uuid,
    state: Mutex<State>,
    /// There is something to do.
    pub wake: Arc<Notify>,
    /// Of the thread in which its task runs.
    courier: Option<Courier>,
    /// Stop at once: the reader is too slow, or its right ended.
    pub cut: Notify,
}

/// How far one readable channel was sent.
#[derive(Debug, Clone, Copy)]
struct ChannelCursor {
    span: Span,
    /// Everything up to here was sent or is queued.
    sent: u64,
    /// The channel's last known `seq`.
    head: u64,
    /// Events are queued as they happen. Otherwise the task pages from the store until it has caught up.
    live: bool,
}

#[derive(Debug, Default)]
struct State {
    /// The size of `procedure` that the spans below were computed at: an older state never replaces a newer.
    rights_at: u64,
    joined: bool,
    seat: Option<Seat>,
    cursors: Vec<ChannelCursor>,
    queue: VecDeque<ByteString>,
    queued_bytes: usize,
    turn: Option<Turn>,
    case_moved: bool,
    turn_moved: bool,
    recheck_session: bool,
    bye: Option<ByeCode>,
}

/// What the task has to do.
#[derive(Debug, Default)]
pub struct Pending {
    pub frames: VecDeque<ByteString>,
    pub case_moved: bool,
    /// A message moved whose turn it is, and what depends on it.
    pub turn_moved: bool,
    /// A channel that is behind, and after which `seq`.
    pub behind: Option<(Channel, u64)>,
    /// The viewer's roles may have changed.
    pub recheck_session: bool,
    pub bye: Option<ByeCode>,
}

impl Subscriber {
    /// Made in the thread in which its task runs.
    pub fn new(number: u64, case: CaseId, actor: Actor, session: Uuid) -> Self {
        Self {
            number,
            case,
            actor,
            session,
            state: Mutex::new(State::default()),
            wake: Arc::default(),
            courier: Courier::here(),
            cut: Notify::new(),
        }
    }

    /// A panic elsewhere leaves whole values here: every change below is complete before the lock opens.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake_up(&self) {
        match &self.courier {
            Some(courier) => {
                let wake = self.wake.clone();
                courier.bring(move || wake.notify_one());
            }
            None => self.wake.notify_one(),
        }
    }

    pub fn seat(&self) -> Option<Seat> {
        self.state().seat
    }

    /// Do they sit here as a party or as the mediator?
    pub fn is_of_the_room(&self) -> bool {
        matches!(self.seat(), Some(Seat::Consumer | Seat::Company | Seat::Mediator))
    }

    /// Begins to follow the case from `start(channel, head)` in each readable channel.
    pub fn join(&self, case: &Case, turn: Option<Turn>, start: impl Fn(Channel, u64) -> u64) {
        let mut state = self.state();
        if state.rights_at <= case.procedure.size {
            state.set_rights(case, &self.actor);
        }
        for cursor in &mut state.cursors {
            cursor.sent = start(cursor.span.channel, cursor.head);
            cursor.live = cursor.sent == cursor.head;
        }
        state.turn = turn;
        state.joined = true;
        self.wake_up();
    }

    /// New events, with the case after them. Called in case order.
    pub fn committed(&self, case: &Case, events: &[Arc<Recorded>], turn: Option<&Turn>, plain: bool) {
        let mut state = self.state();
        if state.bye.is_some() {
            return;
        }
        if events.iter().any(|recorded| recorded.event.channel == Channel::Procedure) {
            let joined = state.joined;
            state.set_rights(case, &self.actor);
            if joined && state.cursors.is_empty() {
                drop(state);
                return self.close(ByeCode::SeatLost);
            }
        }
        let mut readable = false;
        for recorded in events {
            let (channel, seq) = (recorded.event.channel, recorded.event.seq);
            let shown = audience::shown(case, &self.actor, channel, seq, recorded.event.kind);
            readable |= state.queue(recorded, shown == Shown::Whole);
        }
        if !readable || !state.joined {
            return;
        }
        let turned = state.turn.as_ref() != turn;
        if turned {
            state.turn = turn.cloned();
        }
        if !plain {
            state.case_moved = true;
        } else if let Some(turn) = turn.filter(|_| turned) {
            // In a lively talk the turn moves with each message: it is told at once, and the whole case once for many.
            state.push(encode::frame(&ServerFrame::Turn { turn: turn.clone() }));
            state.turn_moved = true;
        }
        let full = state.is_full();
        drop(state);
        if full { self.close(ByeCode::SlowConsumer) } else { self.wake_up() }
    }

    /// Best effort: frames about typing and reading are dropped before they make a reader slow.
    pub fn send_best_effort(&self, channel: Channel, frame: &ByteString) {
        let mut state = self.state();
        let reads = state.cursors.iter().any(|cursor| cursor.span.channel == channel && cursor.span.to.is_none());
        if reads && state.joined && state.queue.len() < QUEUE_FRAMES_MAX / 4 {
            state.push(frame.clone());
            drop(state);
            self.wake_up();
        }
    }

    /// For everybody of a seat in the room.
    pub fn announce(&self, frame: &ByteString) {
        let mut state = self.state();
        if state.joined && state.seat.is_some() && state.queue.len() < QUEUE_FRAMES_MAX / 2 {
            state.push(frame.clone());
            drop(state);
            self.wake_up();
        }
    }

    /// The head of a channel that this viewer reads now.
    pub fn head(&self, channel: Channel) -> Option<u64> {
        let state = self.state();
        let cursor = state.cursors.iter().find(|cursor| cursor.span.channel == channel)?;
        cursor.span.to.is_none().then_some(cursor.head)
    }

    /// The first reason to close is the one that is sent.
    pub fn close(&self, why: ByeCode) {
        let mut state = self.state();
        if state.bye.is_none() {
            state.bye = Some(why);
            // A server that stops still sends what is queued.
            if why != ByeCode::ServerStopping {
                state.queue = VecDeque::new();
                state.queued_bytes = 0;
                drop(state);
                self.cut.notify_one();
            } else {
                drop(state);
            }
            self.wake_up();
        }
    }

    pub fn recheck_session(&self) {
        self.state().recheck_session = true;
        self.wake_up();
    }

    pub fn bye(&self) -> Option<ByeCode> {
        self.state().bye
    }

    pub fn take(&self) -> Pending {
        let mut state = self.state();
        state.queued_bytes = 0;
        let behind = state.cursors.iter().find(|cursor| !cursor.live).filter(|_| state.joined);
        Pending {
            behind: behind.map(|cursor| (cursor.span.channel, cursor.sent)),
            frames: std::mem::take(&mut state.queue),
            case_moved: std::mem::take(&mut state.case_moved),
            turn_moved: std::mem::take(&mut state.turn_moved),
            recheck_session: std::mem::take(&mut state.recheck_session),
            bye: state.bye,
        }
    }

    /// The task sent everything up to `told`, where `head` was the end of the channel.
    pub fn caught_up(&self, channel: Channel, sent: u64, head: u64) {
        let mut state = self.state();
        if let Some(cursor) = state.cursors.iter_mut().find(|cursor| cursor.span.channel == channel) {
            cursor.sent = cursor.sent.max(sent);
            cursor.head = cursor.head.max(head);
            let end = cursor.span.to.map_or(cursor.head, |to| to.min(cursor.head));
            cursor.live = cursor.sent >= end;
        }
    }
}

impl State {
    fn set_rights(&mut self, case: &Case, actor: &Actor) {
        self.rights_at = case.procedure.size;
        self.seat = audience::capacity(&case.procedure, actor).and_then(seat_of);
        let spans = audience::readable(&case.procedure, actor);
        self.cursors.retain_mut(|cursor| match spans.iter().find(|span| span.channel == cursor.span.channel) {
            Some(span) => {
                cursor.span = *span;
                true
            }
            None => false,
        });
        for span in spans {
            if self.cursors.iter().all(|cursor| cursor.span.channel != span.channel) {
                let size = case.size(span.channel);
                let head = span.to.map_or(size, |to| to.min(size));
                let sent = span.from.saturating_sub(1);
                self.cursors.push(ChannelCursor { span, sent, head, live: sent >= head });
            }
        }
    }

    /// Queues the event where the channel is live; elsewhere the task will page up to it, and so it does where this
    /// viewer does not get the whole of it: a page leaves out what is not theirs.
    fn queue(&mut self, recorded: &Recorded, whole: bool) -> bool {
        let event = &recorded.event;
        let Some(cursor) = self.cursors.iter_mut().find(|cursor| cursor.span.channel == event.channel) else {
            return false;
        };
        if !cursor.span.holds(event.seq) {
            return false;
        }
        cursor.head = cursor.head.max(event.seq);
        if !self.joined {
            // Nothing goes out before the welcome; joining starts from this head.
            return true;
        }
        if cursor.live && cursor.sent + 1 == event.seq && whole {
            cursor.sent = event.seq;
            let frame = recorded.wire.clone();
            self.push(frame);
        } else if event.seq > cursor.sent {
            cursor.live = false;
        }
        true
    }

    fn push(&mut self, frame: ByteString) {
        self.queued_bytes += frame.len();
        self.queue.push_back(frame);
    }

    fn is_full(&self) -> bool {
        self.queue.len() > QUEUE_FRAMES_MAX || self.queued_bytes > QUEUE_BYTES_MAX
    }
}

pub const fn seat_of(capacity: Capacity) -> Option<Seat> {
    match capacity {
        Capacity::Consumer => Some(Seat::Consumer),
        Capacity::Company => Some(Seat::Company),
        Capacity::Mediator => Some(Seat::Mediator),
        Capacity::Ombudsman => Some(Seat::Ombudsman),
        Capacity::Legal => Some(Seat::Legal),
        Capacity::Coordinator
        | Capacity::AssignedMediator
        | Capacity::Approver
        | Capacity::QueueOfficer
        | Capacity::Companion
        | Capacity::Register
        | Capacity::Invited
        | Capacity::System => None,
    }
}
