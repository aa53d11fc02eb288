//! One websocket: the task that speaks the protocol of docs/api.md with one viewer.

use crate::commands::pace::Bucket;
use crate::commands::{Visitor, act};
use crate::frames::{ByeCode, ClientFrame, ReadMarks, ServerFrame, You};
use crate::identity::Identity;
use crate::problem::{Fault, Shell};
use crate::rooms::decode::{self, BadFrame};
use crate::rooms::ending::{End, SEND_WAIT, still_present};
use crate::rooms::subscriber::Pending;
use crate::rooms::{Registration, Rooms, SocketPlace, encode, occupied};
use crate::store::Done;
use crate::texts::Language;
use acordo_domain::case::command::Command;
use acordo_domain::id::{CaseId, CommandId};
use acordo_domain::seat::{Actor, Channel};
use actix_ws::{AggregatedMessage, AggregatedMessageStream, MessageStream, Session};
use bytestring::ByteString;
use futures_util::StreamExt;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep};
use tracing::Instrument;

/// One frame, whole or in pieces.
pub const FRAME_BYTES_MAX: usize = 64 * 1024;
/// How many events of a channel a first visit gets; older ones come over HTTP.
const FIRST_EVENTS: u64 = 100;
const PAGE_EVENTS: u32 = 200;
/// The first frame has to come within this.
const RESUME_WAIT: Duration = Duration::from_secs(15);
/// A ping goes out this often; a peer silent through three of them is gone.
pub(super) const BEAT: Duration = Duration::from_secs(20);
pub(super) const BEATS_SILENT_MAX: u32 = 3;
/// After a message that moved the turn, the whole case follows so many milliseconds later, once for all that came
/// meanwhile; not to all at once.
const CASE_WAIT_MILLIS: std::ops::RangeInclusive<u64> = 5_000..=9_000;
/// How often one socket's "read up to here" is written down.
const MARKS_WAIT: Duration = Duration::from_secs(2);

type RunningCommand = Pin<Box<dyn Future<Output = (CommandId, Result<Done, Fault>)>>>;

struct Socket {
    rooms: Rooms,
    identity: Identity,
    registration: Registration,
    visitor: Visitor,
    language: Language,
    ws: Session,
    bucket: Bucket,
    began: Instant,
    running: Option<RunningCommand>,
    marks: BTreeMap<Channel, u64>,
    marked_at: Option<Instant>,
    /// When the case is shown again that messages alone have moved.
    shown_next: Option<Pin<Box<Sleep>>>,
}

/// Serves the socket until it ends. Runs as a task of the worker that took the connection.
pub async fn serve(
    place: SocketPlace,
    identity: Identity,
    case: CaseId,
    visitor: Visitor,
    language: Language,
    ws: Session,
    stream: MessageStream,
) {
    let (rooms, who) = (place.rooms.clone(), &visitor.who);
    let registration = rooms.register(case, who.actor(), place, who.session);
    let mut stream =
        stream.max_frame_size(FRAME_BYTES_MAX).aggregate_continuations().max_continuation_size(FRAME_BYTES_MAX);
    let mut socket = Socket {
        bucket: Bucket::full(rooms.0.limits.frames, 0.0),
        began: Instant::now(),
        running: None,
        marks: BTreeMap::new(),
        marked_at: None,
        shown_next: None,
        rooms,
        identity,
        registration,
        visitor,
        language,
        ws,
    };
    let end = match Box::pin(socket.join(&mut stream)).await {
        Ok(()) => match socket.run(&mut stream).await {
            Ok(never) => match never {},
            Err(end) => end,
        },
        Err(end) => end,
    };
    Box::pin(socket.close(end)).await;
}

impl Socket {
    /// Waits for `resume`, then welcomes.
    async fn join(&mut self, stream: &mut AggregatedMessageStream) -> Result<(), End> {
        let deadline = sleep(RESUME_WAIT);
        tokio::pin!(deadline);
        let after = loop {
            let subscriber = self.registration.subscriber.clone();
            let message = tokio::select! {
                message = stream.next() => message,
                () = subscriber.wake.notified() => match subscriber.bye() {
                    Some(bye) => return Err(End::Bye(bye)),
                    None => continue,
                },
                () = &mut deadline => return Err(End::Bye(ByeCode::Protocol)),
            };
            match message {
                Some(Ok(AggregatedMessage::Text(text))) => match decode::frame(&text) {
                    Ok(ClientFrame::Resume { after }) => break after,
                    Ok(_) => return Err(End::Bye(ByeCode::Protocol)),
                    Err(BadFrame { id, fault }) => self.refuse(id, &fault).await?,
                },
                Some(Ok(AggregatedMessage::Ping(bytes))) => self.pong(&bytes).await?,
                Some(Ok(AggregatedMessage::Pong(_))) => {}
                Some(Ok(AggregatedMessage::Binary(_)) | Err(_)) => return Err(End::Bye(ByeCode::Protocol)),
                Some(Ok(AggregatedMessage::Close(_))) | None => return Err(End::Gone),
            }
        };
        self.welcome(&after).await
    }

    async fn welcome(&mut self, after: &BTreeMap<Channel, u64>) -> Result<(), End> {
        let subscriber = self.registration.subscriber.clone();
        // The subscriber is registered already: every commit from here on reaches it.
        let case = self.rooms.store().case(subscriber.case).await.map_err(failed)?;
        let view = self.rooms.store().view(subscriber.case, &subscriber.actor).await.map_err(|error| match error {
            crate::store::StoreError::NotFound => End::Bye(ByeCode::SeatLost),
            other => failed(other),
        })?;
        subscriber.join(&case, self.rooms.turn(&case, &subscriber.actor), |channel, head| match after.get(&channel) {
            Some(told) if *told <= head => *told,
            Some(_) | None => head.saturating_sub(FIRST_EVENTS),
        });
        let heads = view.heads.clone();
        let resets: Vec<Channel> = heads
            .iter()
            .filter(|(channel, head)| after.get(channel).is_some_and(|told| told > head))
            .map(|(channel, _)| *channel)
            .collect();
        let Actor::Person { person, .. } = &subscriber.actor else { return Err(End::Failed) };
        let you = You { person: person.clone(), seat: subscriber.seat() };
        let seats = occupied(&case);
        drop(case);
        let marks = ReadMarks::shown(&view, you.person.id, &self.rooms.store().marks_of(subscriber.case).await);
        self.send(encode::frame(&ServerFrame::Welcome { you, case: Box::new(view), heads, marks })).await?;
        for channel in resets {
            self.send(encode::frame(&ServerFrame::Reset { channel })).await?;
        }
        self.rooms.show_presence(subscriber.case, Some(seats), Some(&subscriber));
        Ok(())
    }

    async fn run(&mut self, stream: &mut AggregatedMessageStream) -> Result<std::convert::Infallible, End> {
        let mut beat = tokio::time::interval_at(Instant::now() + BEAT, BEAT);
        beat.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut silent = 0;
        let subscriber = self.registration.subscriber.clone();
        loop {
            self.flush().await?;
            tokio::select! {
                biased;
                () = subscriber.cut.notified() => return Err(self.end()),
                (id, done) = finished(&mut self.running) => {
                    self.running = None;
                    // What the command did was queued before it was answered, and goes out before.
                    self.flush().await?;
                    self.answer(id, done).await?;
                }
                () = subscriber.wake.notified() => {}
                () = due(&mut self.shown_next) => Box::pin(self.show_case()).await?,
                message = stream.next(), if self.running.is_none() => {
                    silent = 0;
                    self.receive(message).await?;
                }
                _ = beat.tick() => {
                    silent += 1;
                    if silent > BEATS_SILENT_MAX {
                        return Err(End::Gone);
                    }
                    Box::pin(self.heartbeat()).await?;
                }
            }
        }
    }

    fn end(&self) -> End {
        self.registration.subscriber.bye().map_or(End::Gone, End::Bye)
    }

    /// Sends everything that waits, in order, and catches up where a channel is behind.
    async fn flush(&mut self) -> Result<(), End> {
        loop {
            let Pending { frames, case_moved, turn_moved, behind, recheck_session, bye } =
                self.registration.subscriber.take();
            if turn_moved && self.shown_next.is_none() {
                let wait = Duration::from_millis(rand::random_range(CASE_WAIT_MILLIS));
                self.shown_next = Some(Box::pin(sleep(wait)));
            }
            let nothing = frames.is_empty() && !case_moved && behind.is_none();
            if recheck_session {
                Box::pin(self.check_session()).await?;
            }
            if !frames.is_empty() {
                self.rooms.note_read(&self.registration.subscriber).await.map_err(failed)?;
            }
            for frame in frames {
                self.send(frame).await?;
            }
            match bye {
                // A command that was accepted is finished and answered first.
                Some(ByeCode::ServerStopping) => {
                    if let Some(running) = self.running.take() {
                        let (id, done) = running.await;
                        for frame in self.registration.subscriber.take().frames {
                            self.send(frame).await?;
                        }
                        self.answer(id, done).await?;
                    }
                    return Err(End::Bye(ByeCode::ServerStopping));
                }
                Some(why) => return Err(End::Bye(why)),
                None => {}
            }
            if let Some((channel, told)) = behind {
                Box::pin(self.catch_up(channel, told)).await?;
            }
            if case_moved {
                Box::pin(self.show_case()).await?;
            }
            if nothing {
                return Ok(());
            }
        }
    }

    /// One page of a channel that is behind.
    async fn catch_up(&mut self, channel: Channel, told: u64) -> Result<(), End> {
        let subscriber = self.registration.subscriber.clone();
        let page = self.rooms.store().page(subscriber.case, &subscriber.actor, channel, told, PAGE_EVENTS).await;
        let page = match page {
            Ok(page) => page,
            Err(crate::store::StoreError::Unavailable(cause)) => {
                tracing::warn!(cause, "a socket could not catch up");
                return Err(End::Failed);
            }
            // The right ended meanwhile; the room has taken the channel away or closes this socket.
            Err(_) => {
                subscriber.caught_up(channel, u64::MAX, 0);
                return Ok(());
            }
        };
        let mut last = told;
        for (seq, frame) in page.events {
            last = seq;
            self.send(frame).await?;
        }
        subscriber.caught_up(channel, last.max(if last == told { page.head } else { last }), page.head);
        Ok(())
    }

    async fn show_case(&mut self) -> Result<(), End> {
        self.shown_next = None;
        let subscriber = &self.registration.subscriber;
        let view = self.rooms.store().view(subscriber.case, &subscriber.actor).await.map_err(|error| match error {
            crate::store::StoreError::NotFound => End::Bye(ByeCode::SeatLost),
            other => failed(other),
        })?;
        self.send(encode::frame(&ServerFrame::Case { case: Box::new(view) })).await
    }

    async fn receive(
        &mut self,
        message: Option<Result<AggregatedMessage, actix_ws::ProtocolError>>,
    ) -> Result<(), End> {
        let text = match message {
            Some(Ok(AggregatedMessage::Text(text))) => text,
            Some(Ok(AggregatedMessage::Ping(bytes))) => return self.pong(&bytes).await,
            Some(Ok(AggregatedMessage::Pong(_))) => return Ok(()),
            Some(Ok(AggregatedMessage::Binary(_)) | Err(_)) => return Err(End::Bye(ByeCode::Protocol)),
            Some(Ok(AggregatedMessage::Close(_))) | None => return Err(End::Gone),
        };
        let heard = decode::frame(&text);
        drop(text);
        if let Err(seconds) = self.bucket.take(self.rooms.0.limits.frames, self.began.elapsed().as_secs_f64()) {
            let id = match &heard {
                Ok(ClientFrame::Do { id, .. }) => Some(*id),
                Ok(_) => None,
                Err(bad_frame) => bad_frame.id,
            };
            return self.refuse(id, &Fault::new(Shell::RateLimited).after_seconds(seconds)).await;
        }
        match heard {
            Ok(ClientFrame::Do { id, command }) => {
                self.begin(id, command);
                Ok(())
            }
            Ok(ClientFrame::Typing { channel }) => {
                let subscriber = &self.registration.subscriber;
                if let (Some(seat), Some(_)) = (subscriber.seat(), subscriber.head(channel)) {
                    self.rooms.broadcast(subscriber, channel, &encode::frame(&ServerFrame::Typing { channel, seat }));
                }
                Ok(())
            }
            Ok(ClientFrame::Seen { channel, seq }) => Box::pin(self.seen(channel, seq)).await,
            Ok(ClientFrame::Ping { n }) => self.send(encode::frame(&ServerFrame::Pong { n })).await,
            // `resume` is the first frame and no other.
            Ok(ClientFrame::Resume { .. }) => Err(End::Bye(ByeCode::Protocol)),
            Err(BadFrame { id, fault }) => self.refuse(id, &fault).await,
        }
    }

    fn begin(&mut self, id: CommandId, command: Box<Command>) {
        let (store, identity) = (self.rooms.store().clone(), self.identity.clone());
        let (visitor, case) = (self.visitor.clone(), self.registration.subscriber.case);
        // A task of its own: a socket that waits for the writer lock must not stop the command that holds it.
        let acting = async move { act(&store, &identity, &visitor, case, id, &command).await };
        let task = actix_web::rt::spawn(acting.in_current_span());
        self.running = Some(Box::pin(async move {
            let done = task.await.unwrap_or_else(|error| Err(Fault::internal(error)));
            (id, done)
        }));
    }

    async fn answer(&mut self, id: CommandId, done: Result<Done, Fault>) -> Result<(), End> {
        match done {
            Ok(done) => self.send(encode::frame(&ServerFrame::Done { id, at: done.at })).await,
            Err(fault) => self.refuse(Some(id), &fault).await,
        }
    }

    async fn seen(&mut self, channel: Channel, seq: u64) -> Result<(), End> {
        let subscriber = &self.registration.subscriber;
        let Some(head) = subscriber.head(channel) else { return Ok(()) };
        let seq = seq.min(head);
        let mark = self.marks.entry(channel).or_insert(0);
        *mark = seq.max(*mark);
        if let Some(seat) = subscriber.seat() {
            self.rooms.broadcast(subscriber, channel, &encode::frame(&ServerFrame::Seen { channel, seat, seq }));
        }
        if self.marked_at.is_none_or(|at| at.elapsed() >= MARKS_WAIT) {
            self.write_marks().await;
        }
        Ok(())
    }

    /// Best effort: a mark that is lost costs a wrong number of unread messages.
    async fn write_marks(&mut self) {
        if self.marks.is_empty() {
            return;
        }
        self.marked_at = Some(Instant::now());
        let marks = std::mem::take(&mut self.marks);
        let user = self.visitor.who.user.id;
        match self.rooms.store().mark_read(self.registration.subscriber.case, user, &marks).await {
            Ok(()) => self.rooms.has_read(user),
            Err(error) => tracing::debug!(%error, "a read mark was not kept"),
        }
    }

    /// Pings the peer and checks its session.
    async fn heartbeat(&mut self) -> Result<(), End> {
        self.write_marks().await;
        self.ws.ping(b"").await.map_err(|_| End::Gone)?;
        self.check_session().await
    }

    async fn check_session(&self) -> Result<(), End> {
        still_present(&self.identity, self.visitor.who.session, &self.registration.subscriber.actor).await
    }

    async fn refuse(&mut self, id: Option<CommandId>, fault: &Fault) -> Result<(), End> {
        let frame = encode::refused(id, fault, self.language);
        self.send(frame).await
    }

    async fn pong(&mut self, bytes: &[u8]) -> Result<(), End> {
        self.ws.pong(bytes).await.map_err(|_| End::Gone)
    }

    /// Waits for space in the connection's own small queue, up to a limit.
    async fn send(&mut self, frame: ByteString) -> Result<(), End> {
        let subscriber = self.registration.subscriber.clone();
        tokio::select! {
            biased;
            sent = self.ws.text(frame) => sent.map_err(|_| End::Gone),
            () = subscriber.cut.notified() => Err(self.end()),
            () = sleep(SEND_WAIT) => Err(End::Bye(ByeCode::SlowConsumer)),
        }
    }

    async fn close(mut self, end: End) {
        self.write_marks().await;
        let Self { registration, ws, running, .. } = self;
        // The room forgets this socket first, so that nobody is shown as present who is being closed.
        drop(registration);
        end.close(ws).await;
        // A command that was accepted is finished even when nobody waits for its answer.
        if let Some(running) = running {
            let _ = running.await;
        }
    }
}

/// Never ready without a time to wait for.
async fn due(sleep: &mut Option<Pin<Box<Sleep>>>) {
    match sleep {
        Some(sleep) => sleep.await,
        None => std::future::pending().await,
    }
}

/// Never ready without a command under way.
async fn finished(running: &mut Option<RunningCommand>) -> (CommandId, Result<Done, Fault>) {
    match running {
        Some(running) => running.await,
        None => std::future::pending().await,
    }
}

fn failed(error: crate::store::StoreError) -> End {
    tracing::error!(%error, "a socket failed");
    End::Failed
}
