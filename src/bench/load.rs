//! The load: rooms of three over real sockets, in a closed loop or at a fixed rate.
//!
//! Every socket checks for itself that a channel's events come in order, without gap and without repeat.

use super::ledger::{Ledger, Seen};
use futures_util::future::ready;
use futures_util::stream::{SelectAll, SplitStream, iter};
use futures_util::{SinkExt, Stream, StreamExt};
use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use uuid::Uuid;

const LOOK: Duration = Duration::from_millis(200);
/// How long the end waits for what is still under way.
const PATIENCE: Duration = Duration::from_secs(10);

/// One room: its case and the access tokens of consumer, company and mediator.
#[derive(Debug, Clone)]
pub struct LoadRoom {
    pub case: String,
    pub tokens: [String; 3],
    pub people: [Uuid; 3],
}

#[derive(Debug, Clone, Copy)]
pub enum Pace {
    /// Each room keeps this many messages under way.
    Closed { outstanding: usize },
    /// Messages a second over all rooms, whatever the answers do.
    Fixed { per_second: u32 },
}

enum News {
    Joined { head: u64 },
    Event { seq: u64, id: Option<Uuid> },
    Done { id: Uuid },
    Refused { why: String },
    Fault(String),
    Closed,
}

type LoadSocket = tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error("a socket could not be opened: {0}")]
    Socket(#[from] Box<tokio_tungstenite::tungstenite::Error>),
    #[error("a room did not open: {0}")]
    Room(String),
}

/// Opens one socket and joins the room from its beginning.
pub async fn join(address: &str, case: &str, token: &str, after: u64) -> Result<LoadSocket, LoadError> {
    let url = format!("ws://{address}/api/v1/cases/{case}/live");
    let mut request = url.into_client_request().map_err(Box::new)?;
    let headers = request.headers_mut();
    let header = |text: String| text.parse().map_err(|_| LoadError::Room("a token is no header value".into()));
    headers.insert("authorization", header(format!("Bearer {token}"))?);
    headers.insert("origin", header(format!("http://{address}"))?);
    headers.insert("sec-websocket-protocol", header("acordo.v1".into())?);
    let (mut socket, _) = tokio_tungstenite::connect_async(request).await.map_err(Box::new)?;
    socket.send(Message::text(format!(r#"{{"t":"resume","after":{{"joint":{after}}}}}"#))).await.map_err(Box::new)?;
    Ok(socket)
}

#[derive(serde::Deserialize)]
struct Frame<'a> {
    t: &'a str,
    #[serde(borrow, default)]
    channel: Option<&'a str>,
    #[serde(default)]
    seq: u64,
    #[serde(default)]
    id: Option<Uuid>,
    #[serde(borrow, default)]
    event: Option<Said<'a>>,
    #[serde(default)]
    heads: Heads,
}

#[derive(serde::Deserialize)]
struct Said<'a> {
    #[serde(borrow, default)]
    text: Option<Cow<'a, str>>,
}

#[derive(Default, serde::Deserialize)]
struct Heads {
    #[serde(default)]
    joint: u64,
}

fn read(frame: &str) -> Option<News> {
    let parsed: Frame<'_> = match serde_json::from_str(frame) {
        Ok(parsed) => parsed,
        Err(error) => return Some(News::Fault(format!("unreadable frame ({error}): {frame}"))),
    };
    match parsed.t {
        "event" if parsed.channel == Some("joint") => {
            let text = parsed.event.and_then(|said| said.text);
            let id = text.and_then(|text| text.get(..36)?.parse().ok());
            Some(News::Event { seq: parsed.seq, id })
        }
        "done" => parsed.id.map(|id| News::Done { id }),
        "refused" => Some(News::Refused { why: frame.to_owned() }),
        "welcome" => Some(News::Joined { head: parsed.heads.joint }),
        "bye" => Some(News::Fault(format!("bye: {frame}"))),
        _ => None,
    }
}

/// What one socket brings, and at its end that it closed.
fn news(member: usize, socket: SplitStream<LoadSocket>) -> impl Stream<Item = (usize, News)> + Unpin {
    let heard = socket.filter_map(move |message| {
        ready(match message {
            Ok(Message::Text(text)) => read(&text),
            Ok(_) => None,
            Err(_) => Some(News::Closed),
        })
    });
    heard.chain(iter([News::Closed])).map(move |news| (member, news))
}

/// Plays one room until told to stop and until what was sent has come back, or the server is gone.
pub async fn play(
    addresses: Vec<Arc<str>>,
    room: LoadRoom,
    pace: Pace,
    rooms: usize,
    run: Arc<Run>,
) -> Result<Seen, LoadError> {
    let mut outboxes = Vec::with_capacity(3);
    let mut inbox = SelectAll::new();
    // With more servers than one, the three of a room sit at different ones.
    for ((member, token), address) in room.tokens.iter().enumerate().zip(addresses.iter().cycle()) {
        let (write, read) = join(address, &room.case, token, run.after).await?.split();
        outboxes.push(write);
        inbox.push(news(member, read));
    }
    let mut seen = Seen::default();
    let mut ledger = Ledger::new(run.bare);
    let mut joined = 0;
    while joined < 3 {
        match inbox.next().await {
            Some((member, News::Joined { head })) => {
                ledger.joined(member, head);
                joined += 1;
            }
            Some((member, News::Event { seq, id })) => drop(ledger.event(member, seq, id, &mut seen)),
            Some((_, News::Fault(fault) | News::Refused { why: fault })) => return Err(LoadError::Room(fault)),
            Some((_, News::Done { .. })) => {}
            Some((_, News::Closed)) | None => return Err(LoadError::Room("closed before it opened".into())),
        }
    }
    run.ready.fetch_add(1, Ordering::Relaxed);
    run.started().await;

    let (mut interval, target) = match pace {
        Pace::Closed { outstanding } => (None, outstanding),
        Pace::Fixed { per_second } => {
            let every = Duration::from_secs_f64(rooms as f64 / f64::from(per_second.max(1)));
            let first = tokio::time::Instant::now()
                + every.mul_f64((run.started_rooms.fetch_add(1, Ordering::Relaxed) as f64 / rooms as f64).fract());
            (Some(tokio::time::interval_at(first, every)), 0)
        }
    };
    let filler = "a mensagem de teste tem duzentos bytes como manda a medida ".repeat(4);
    let mut number = 0_u64;
    let mut closing: Option<tokio::time::Instant> = None;
    // Looks up now and then, so that the end is noticed where nothing comes in.
    let mut look = tokio::time::interval(LOOK);
    loop {
        let stopping = run.stop.load(Ordering::Relaxed);
        if stopping && closing.is_none() {
            closing = Some(tokio::time::Instant::now() + PATIENCE);
        }
        while !stopping && interval.is_none() && ledger.under_way() < target {
            say(&mut outboxes, run.fresh_id(), &mut number, &filler, &mut ledger, &mut seen).await;
        }
        if stopping && (ledger.under_way() == 0 || run.dies) {
            break;
        }
        let tick = async {
            match interval.as_mut() {
                Some(interval) if !stopping => {
                    interval.tick().await;
                }
                _ => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            item = inbox.next() => match item {
                Some((member, News::Event { seq, id })) => {
                    let took = ledger.event(member, seq, id, &mut seen);
                    if let Some(took) = took.filter(|_| run.measured.load(Ordering::Relaxed)) {
                        seen.latencies.add(took);
                    }
                }
                Some((_, News::Done { id })) => ledger.acknowledged(id, &mut seen),
                Some((_, News::Refused { why })) => {
                    seen.faults.push(why);
                    ledger.give_up();
                }
                Some((_, News::Fault(fault))) => seen.faults.push(fault),
                Some((_, News::Joined { .. })) => {}
                Some((_, News::Closed)) | None => {
                    if !run.dies {
                        seen.faults.push("a socket closed under load".to_owned());
                    }
                    break;
                }
            },
            () = tick => say(&mut outboxes, run.fresh_id(), &mut number, &filler, &mut ledger, &mut seen).await,
            _ = look.tick() => if closing.is_some_and(|end| tokio::time::Instant::now() >= end) {
                seen.faults.push(format!("{} messages never came back whole", ledger.under_way()));
                break;
            },
        }
    }
    for fault in &mut seen.faults {
        fault.insert_str(0, &format!("case {}: ", room.case));
    }
    Ok(seen)
}

async fn say<S>(outboxes: &mut [S], id: Uuid, number: &mut u64, filler: &str, ledger: &mut Ledger, seen: &mut Seen)
where
    S: futures_util::Sink<Message> + Unpin,
{
    // 200 bytes of text, the first 36 of them the id: filler is ASCII.
    let filler = filler.get(..163).unwrap_or_default();
    let frame = format!(
        r#"{{"t":"do","id":"{id}","command":{{"type":"message.post","channel":"joint","text":"{id} {filler}"}}}}"#
    );
    let member = (*number % 3) as usize;
    *number += 1;
    ledger.sent(id, seen);
    if outboxes[member].send(Message::text(frame)).await.is_err() {
        // The socket is gone; its reader tells that as well.
        ledger.unsent(id, seen);
    }
}

/// What all rooms of one run share: start together, stop together.
#[derive(Debug, Default)]
pub struct Run {
    pub after: u64,
    /// The server answers no command with `done`.
    pub bare: bool,
    /// Message ids grow with time; otherwise they are random.
    pub ordered_ids: bool,
    /// The server will be killed: what is under way then never comes back, and that is no fault.
    pub dies: bool,
    /// Latencies count while this is set.
    pub measured: AtomicBool,
    pub ready: AtomicU64,
    pub started_rooms: AtomicU64,
    pub stop: AtomicBool,
    pub go: tokio::sync::Notify,
    pub gone: AtomicBool,
}

impl Run {
    fn fresh_id(&self) -> Uuid {
        if self.ordered_ids { Uuid::now_v7() } else { Uuid::new_v4() }
    }

    async fn started(&self) {
        let waiting = self.go.notified();
        if !self.gone.load(Ordering::Acquire) {
            waiting.await;
        }
    }
    pub fn start(&self) {
        self.gone.store(true, Ordering::Release);
        self.go.notify_waiters();
    }
}
