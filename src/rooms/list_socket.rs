//! The websocket of a list of cases: says that the list may have changed, at most once a second, and nothing of what.

use crate::commands::Visitor;
use crate::commands::pace::Bucket;
use crate::frames::{ByeCode, ListClientFrame, ListServerFrame};
use crate::identity::Identity;
use crate::rooms::ending::{End, SEND_WAIT, still_present};
use crate::rooms::lists::{ListWatcher, PendingHint};
use crate::rooms::socket::{BEAT, BEATS_SILENT_MAX, FRAME_BYTES_MAX};
use crate::rooms::{Rooms, SocketPlace};
use actix_ws::{AggregatedMessage, AggregatedMessageStream, MessageStream, ProtocolError, Session};
use futures_util::StreamExt;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval_at, sleep_until, timeout};

/// Whatever happens meanwhile is one hint.
const HINT_PAUSE: Duration = Duration::from_secs(1);
/// A page asks by itself this often, for what no hint tells: the day that begins, and, where other processes serve from
/// the same database, what those did.
const ASK_AGAIN_SECONDS: u32 = 60;
const ASK_AGAIN_SECONDS_SHARED: u32 = 10;

struct ListSocket {
    rooms: Rooms,
    identity: Identity,
    watcher: Arc<ListWatcher>,
    ws: Session,
    bucket: Bucket,
    began: Instant,
    /// The place among the sockets of this person, held while this lives.
    _place: SocketPlace,
}

/// Serves the socket until it ends. Runs as a task of the worker that took the connection.
pub async fn serve(place: SocketPlace, identity: Identity, visitor: Visitor, ws: Session, stream: MessageStream) {
    let rooms = place.rooms.clone();
    let watcher = Arc::new(ListWatcher::new(rooms.next_number(), visitor.who.actor(), visitor.who.session));
    let mut socket = ListSocket {
        bucket: Bucket::full(rooms.0.limits.frames, 0.0),
        began: Instant::now(),
        rooms,
        identity,
        watcher,
        ws: ws.clone(),
        _place: place,
    };
    socket.rooms.count_one_more();
    socket.rooms.0.lists.add(&socket.watcher);
    if socket.rooms.is_stopping() {
        socket.watcher.close(ByeCode::ServerStopping);
    }
    let stream =
        stream.max_frame_size(FRAME_BYTES_MAX).aggregate_continuations().max_continuation_size(FRAME_BYTES_MAX);
    let end = match socket.run(stream).await {
        Ok(never) => match never {},
        Err(end) => end,
    };
    drop(socket);
    end.close(ws).await;
}

impl ListSocket {
    async fn run(&mut self, mut stream: AggregatedMessageStream) -> Result<std::convert::Infallible, End> {
        let shared = self.rooms.store().is_shared();
        let ask_again_seconds = if shared { ASK_AGAIN_SECONDS_SHARED } else { ASK_AGAIN_SECONDS };
        // A session that ended between the handshake and here had nobody to tell.
        self.check_session().await?;
        // Whoever is welcomed is told of everything that is committed from here on.
        self.send(&ListServerFrame::Watching { ask_again_seconds }).await?;
        let mut beat = interval_at(Instant::now() + BEAT, BEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (mut silent, mut hint_at) = (0, Instant::now());
        let watcher = self.watcher.clone();
        loop {
            let PendingHint { stale, recheck_session, bye } = watcher.take(Instant::now() >= hint_at);
            if let Some(bye) = bye {
                return Err(End::Bye(bye));
            }
            if recheck_session {
                self.check_session().await?;
            }
            if stale && Instant::now() >= hint_at {
                self.send(&ListServerFrame::Changed).await?;
                hint_at = Instant::now() + HINT_PAUSE;
            }
            tokio::select! {
                () = watcher.wake.notified() => {}
                () = sleep_until(hint_at), if stale => {}
                message = stream.next() => {
                    silent = 0;
                    self.receive(message).await?;
                }
                _ = beat.tick() => {
                    silent += 1;
                    if silent > BEATS_SILENT_MAX {
                        return Err(End::Gone);
                    }
                    self.ws.ping(b"").await.map_err(|_| End::Gone)?;
                    self.check_session().await?;
                }
            }
        }
    }

    async fn receive(&mut self, message: Option<Result<AggregatedMessage, ProtocolError>>) -> Result<(), End> {
        // Nothing is asked here that could wait: whoever beats too fast breaks the protocol.
        let now = self.began.elapsed().as_secs_f64();
        if self.bucket.take(self.rooms.0.limits.frames, now).is_err() {
            return Err(End::Bye(ByeCode::Protocol));
        }
        match message {
            Some(Ok(AggregatedMessage::Text(text))) => match serde_json::from_str(&text) {
                Ok(ListClientFrame::Ping { n }) => self.send(&ListServerFrame::Pong { n }).await,
                Err(_) => Err(End::Bye(ByeCode::Protocol)),
            },
            Some(Ok(AggregatedMessage::Ping(bytes))) => self.ws.pong(&bytes).await.map_err(|_| End::Gone),
            Some(Ok(AggregatedMessage::Pong(_))) => Ok(()),
            Some(Ok(AggregatedMessage::Binary(_)) | Err(_)) => Err(End::Bye(ByeCode::Protocol)),
            Some(Ok(AggregatedMessage::Close(_))) | None => Err(End::Gone),
        }
    }

    async fn check_session(&self) -> Result<(), End> {
        still_present(&self.identity, self.watcher.session, &self.watcher.actor).await
    }

    async fn send(&mut self, frame: &ListServerFrame) -> Result<(), End> {
        match timeout(SEND_WAIT, self.ws.text(frame.text())).await {
            Ok(sent) => sent.map_err(|_| End::Gone),
            Err(_) => Err(End::Bye(ByeCode::SlowConsumer)),
        }
    }
}

impl Drop for ListSocket {
    fn drop(&mut self) {
        self.rooms.0.lists.remove(&self.watcher);
        self.rooms.count_one_less();
    }
}
