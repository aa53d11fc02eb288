//! The load: rooms of three over real sockets, in a closed loop or at a fixed rate.
//!
//! Every socket checks for itself that a channel's events come in order, without gap and without repeat.

use super::measure::Latencies;
use futures_util::{SinkExt, StreamExt};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

/// One room: its case and the access tokens of consumer, company and mediator.
#[derive(Debug, Clone)]
pub struct Room {
    pub case: String,
    pub tokens: [String; 3],
    pub people: [uuid::Uuid; 3],
}

#[derive(Debug, Clone, Copy)]
pub enum Pace {
    /// Each room keeps this many messages under way.
    Closed { outstanding: usize },
    /// Messages a second over all rooms, whatever the answers do.
    Fixed { per_second: u32 },
}

/// What one room saw.
#[derive(Debug, Default)]
pub struct Seen {
    pub sent: u64,
    /// Acknowledged by `done`, by the command's id.
    pub acknowledged: Vec<String>,
    pub deliveries: u64,
    pub latencies: Latencies,
    pub refused: u64,
    /// Breaches of order, gaps and repeats, in words.
    pub faults: Vec<String>,
}

enum News {
    Joined,
    Event { seq: u64, text: String },
    Done { id: String },
    Refused { why: String },
    Fault(String),
    Closed,
}

type Socket = tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error("a socket could not be opened: {0}")]
    Socket(#[from] Box<tokio_tungstenite::tungstenite::Error>),
    #[error("a room did not open: {0}")]
    Room(String),
}

/// Opens one socket and joins the room from its beginning.
pub async fn join(address: &str, case: &str, token: &str, after: u64) -> Result<Socket, LoadError> {
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
    seq: Option<u64>,
    #[serde(borrow, default)]
    id: Option<&'a str>,
    #[serde(default)]
    event: Option<Said>,
}

#[derive(serde::Deserialize)]
struct Said {
    #[serde(default)]
    text: String,
}

fn read(frame: &str) -> Option<News> {
    let parsed: Frame<'_> = match serde_json::from_str(frame) {
        Ok(parsed) => parsed,
        Err(error) => return Some(News::Fault(format!("unreadable frame ({error}): {frame}"))),
    };
    match parsed.t {
        "event" if parsed.channel == Some("joint") => {
            let text = parsed.event.map(|said| said.text).unwrap_or_default();
            Some(News::Event { seq: parsed.seq.unwrap_or_default(), text })
        }
        "done" => parsed.id.map(|id| News::Done { id: id.to_owned() }),
        "refused" => Some(News::Refused { why: frame.to_owned() }),
        "welcome" => Some(News::Joined),
        "bye" => Some(News::Fault(format!("bye: {frame}"))),
        _ => None,
    }
}

/// Plays one room until told to stop and until what was sent has come back, or the server is gone.
pub async fn play(address: Arc<str>, room: Room, pace: Pace, rooms: usize, run: Arc<Run>) -> Result<Seen, LoadError> {
    let (news, mut inbox) = mpsc::channel::<(usize, News)>(1_024);
    let mut outboxes = Vec::with_capacity(3);
    let mut readers = Vec::new();
    for (member, token) in room.tokens.iter().enumerate() {
        let socket = join(&address, &room.case, token, run.after).await?;
        let (write, mut read_half) = socket.split();
        outboxes.push(write);
        let news = news.clone();
        readers.push(tokio::spawn(async move {
            while let Some(Ok(message)) = read_half.next().await {
                if let Message::Text(text) = message
                    && let Some(item) = read(&text)
                    && news.send((member, item)).await.is_err()
                {
                    return;
                }
            }
            // The room may be over already: then nobody reads this.
            news.send((member, News::Closed)).await.ok();
        }));
    }
    drop(news);

    let mut seen = Seen::default();
    let mut last = [None::<u64>; 3];
    let mut under_way: HashMap<String, (Instant, u8)> = HashMap::new();
    let mut joined = 0;
    while joined < 3 {
        match inbox.recv().await {
            Some((_, News::Joined)) => joined += 1,
            Some((member, News::Event { seq, .. })) => last[member] = Some(seq),
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
    loop {
        let stopping = run.stop.load(Ordering::Relaxed);
        if stopping && closing.is_none() {
            closing = Some(tokio::time::Instant::now() + Duration::from_secs(10));
        }
        while !stopping && interval.is_none() && under_way.len() < target {
            say(&mut outboxes, &mut number, &filler, &mut under_way, &mut seen).await;
        }
        if stopping && (under_way.is_empty() || run.dies) {
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
        let patience = closing.unwrap_or_else(|| tokio::time::Instant::now() + Duration::from_millis(200));
        tokio::select! {
            () = tick => say(&mut outboxes, &mut number, &filler, &mut under_way, &mut seen).await,
            item = inbox.recv() => match item {
                Some((member, News::Event { seq, text })) => {
                    if last[member].is_some_and(|before| seq != before + 1) {
                        seen.faults.push(format!("case {}: member {member} saw {seq} after {:?}", room.case, last[member]));
                    }
                    last[member] = Some(seq);
                    seen.deliveries += 1;
                    let key = text.split(' ').next().unwrap_or_default();
                    if let Some((since, left)) = under_way.get_mut(key) {
                        *left -= 1;
                        if *left == 0 {
                            if run.measured.load(Ordering::Relaxed) {
                                seen.latencies.add(since.elapsed());
                            }
                            under_way.remove(key);
                        }
                    }
                }
                Some((_, News::Done { id })) => seen.acknowledged.push(id),
                Some((_, News::Refused { why })) => {
                    seen.refused += 1;
                    seen.faults.push(why);
                    under_way.clear();
                }
                Some((_, News::Fault(fault))) => seen.faults.push(fault),
                Some((_, News::Joined)) => {}
                Some((_, News::Closed)) | None => {
                    if !run.dies {
                        seen.faults.push(format!("case {}: the socket closed under load", room.case));
                    }
                    break;
                }
            },
            () = tokio::time::sleep_until(patience) => if closing.is_some_and(|end| tokio::time::Instant::now() >= end) {
                seen.faults.push(format!("case {}: {} messages never came back", room.case, under_way.len()));
                break;
            },
        }
    }
    for reader in readers {
        reader.abort();
    }
    Ok(seen)
}

async fn say<S>(
    outboxes: &mut [S],
    number: &mut u64,
    filler: &str,
    under_way: &mut HashMap<String, (Instant, u8)>,
    seen: &mut Seen,
) where
    S: futures_util::Sink<Message> + Unpin,
{
    let id = uuid::Uuid::now_v7();
    let text: String = format!("{id} {filler}").chars().take(200).collect();
    let frame =
        format!(r#"{{"t":"do","id":"{id}","command":{{"type":"message.post","channel":"joint","text":"{text}"}}}}"#);
    let member = (*number % 3) as usize;
    *number += 1;
    under_way.insert(id.to_string(), (Instant::now(), 3));
    if outboxes[member].send(Message::text(frame)).await.is_ok() {
        seen.sent += 1;
    } else {
        // The socket is gone; its reader tells that as well.
        under_way.remove(&id.to_string());
    }
}

/// What all rooms of one run share: start together, stop together.
#[derive(Debug, Default)]
pub struct Run {
    pub after: u64,
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
