//! A real websocket, as a page would open it.

use super::person::TestPerson;
use acordo_domain::id::CaseId;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::Response;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};
use uuid::Uuid;

/// How long anything may take before a test gives up; nothing that works takes this long.
pub const PATIENCE: Duration = Duration::from_secs(20);

pub struct TestSocket {
    pub socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    /// All text received, for tests that search it.
    pub heard: String,
}

/// The response to a refused handshake.
pub type RefusedUpgrade = Response<Option<Vec<u8>>>;

impl TestSocket {
    pub async fn open(person: &TestPerson, case: CaseId) -> Result<Self, RefusedUpgrade> {
        Self::open_with(person, case, &[("sec-websocket-protocol", "acordo.v1")]).await
    }

    pub async fn open_with(
        person: &TestPerson,
        case: CaseId,
        headers: &[(&'static str, &str)],
    ) -> Result<Self, RefusedUpgrade> {
        Self::open_at(person, &format!("cases/{case}/live"), headers).await
    }

    /// The socket of this person's lists of cases.
    pub async fn of_lists(person: &TestPerson) -> Result<Self, RefusedUpgrade> {
        Self::open_at(person, "cases/live", &[("sec-websocket-protocol", "acordo.v1")]).await
    }

    pub async fn open_at(
        person: &TestPerson,
        path: &str,
        headers: &[(&'static str, &str)],
    ) -> Result<Self, RefusedUpgrade> {
        let url = format!("{}/api/v1/{path}", person.base.replace("http", "ws"));
        let mut request = url.into_client_request().unwrap();
        if let Some(token) = &person.token {
            request.headers_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        }
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        match tokio::time::timeout(PATIENCE, tokio_tungstenite::connect_async(request)).await.unwrap() {
            Ok((socket, _)) => Ok(Self { socket, heard: String::new() }),
            Err(Error::Http(refusal)) => Err(*refusal),
            Err(error) => panic!("{error}"),
        }
    }

    pub async fn send(&mut self, frame: &Value) {
        self.send_text(frame.to_string()).await;
    }

    pub async fn send_text(&mut self, text: impl Into<String>) {
        self.socket.send(Message::Text(text.into().into())).await.unwrap();
    }

    /// Sends a command and returns its id.
    pub async fn does(&mut self, command: Value) -> String {
        let id = Uuid::now_v7().to_string();
        self.send(&json!({"t": "do", "id": id, "command": command})).await;
        id
    }

    pub async fn says(&mut self, channel: &str, text: &str) -> String {
        self.does(json!({"type": "message.post", "channel": channel, "text": text})).await
    }

    /// The next text frame, or the close code.
    pub async fn next(&mut self) -> Result<Value, u16> {
        loop {
            let message = tokio::time::timeout(PATIENCE, self.socket.next()).await;
            let message = message.unwrap_or_else(|_| {
                let last: Vec<&str> = self.heard.lines().rev().take(3).collect();
                panic!("the room fell silent after {last:#?}")
            });
            match message {
                Some(Ok(Message::Text(text))) => {
                    self.heard.push_str(&text);
                    self.heard.push('\n');
                    return Ok(serde_json::from_str(&text).unwrap());
                }
                Some(Ok(Message::Close(frame))) => return Err(frame.map_or(1005, |frame| frame.code.into())),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Err(1006),
            }
        }
    }

    /// Reads on until a frame of this type comes.
    pub async fn until(&mut self, t: &str) -> Value {
        loop {
            let frame = self.next().await.unwrap_or_else(|code| panic!("closed with {code} before {t}"));
            if frame["t"] == t {
                return frame;
            }
        }
    }

    /// Reads on until the server closes; returns its last frame and the close code.
    pub async fn until_closed(&mut self) -> (Option<Value>, u16) {
        let mut last = None;
        loop {
            match self.next().await {
                Ok(frame) => last = Some(frame),
                Err(code) => return (last, code),
            }
        }
    }

    /// The `bye` of a server that closes, with the close code.
    pub async fn until_bye(&mut self) -> (String, u16) {
        let (last, code) = self.until_closed().await;
        let last = last.expect("closed without a word");
        assert_eq!(last["t"], "bye", "{last}");
        (last["code"].as_str().unwrap().to_owned(), code)
    }

    /// The next `count` events of a channel.
    pub async fn events(&mut self, channel: &str, count: usize) -> Vec<Value> {
        let mut events = Vec::new();
        while events.len() < count {
            let frame = self.until("event").await;
            if frame["channel"] == channel {
                events.push(frame);
            }
        }
        events
    }

    /// Everything that the server sent before it answered this ping.
    pub async fn settled(&mut self) -> Vec<Value> {
        let n = u64::from(Uuid::now_v7().as_fields().0);
        self.send(&json!({"t": "ping", "n": n})).await;
        let mut frames = Vec::new();
        loop {
            let frame = self.next().await.unwrap();
            if frame == json!({"t": "pong", "n": n}) {
                return frames;
            }
            frames.push(frame);
        }
    }
}

pub fn seqs(events: &[Value]) -> Vec<u64> {
    events.iter().map(|event| event["seq"].as_u64().unwrap()).collect()
}
