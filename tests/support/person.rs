//! Somebody with a session, over HTTP.

use super::room::TestSocket;
use acordo::identity::Begun;
use acordo_domain::id::{CaseId, UserId};
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

#[derive(Clone)]
pub struct TestPerson {
    pub base: String,
    pub token: Option<String>,
    pub id: UserId,
    pub session: Uuid,
    client: Client,
}

/// A response, read to its end.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: reqwest::header::HeaderMap,
    pub bytes: Vec<u8>,
    pub json: Value,
}

impl Reply {
    /// The body, after a check of the status.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Value {
        assert_eq!(self.status.as_u16(), status, "{}", String::from_utf8_lossy(&self.bytes));
        &self.json
    }

    /// A problem with this status and code, in words and in its own media type.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> &Value {
        self.is(status);
        assert_eq!(self.json["code"], code, "{}", self.json);
        assert_eq!(self.headers["content-type"], "application/problem+json");
        assert_eq!(self.json["status"], status);
        assert!(self.json["detail"].as_str().is_some_and(|detail| detail.len() > 10), "{}", self.json);
        assert!(self.json["request_id"].is_string());
        &self.json
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
}

impl TestPerson {
    pub fn new(base: &str, begun: &Begun) -> Self {
        Self {
            token: Some(begun.access.clone()),
            id: begun.who.user.id,
            session: begun.who.session,
            ..Self::nobody(base)
        }
    }

    pub fn nobody(base: &str) -> Self {
        Self {
            base: base.to_owned(),
            token: None,
            id: UserId(Uuid::nil()),
            session: Uuid::nil(),
            client: Client::new(),
        }
    }

    /// A signed-in request to the API, with a fresh idempotency key.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}/api/v1/{path}", self.base));
        let request = request.header("idempotency-key", Uuid::now_v7().to_string());
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn send(request: RequestBuilder) -> Reply {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.bytes().await.unwrap().to_vec();
        let json = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Reply { status, headers, bytes, json }
    }

    pub async fn get(&self, path: &str) -> Reply {
        Self::send(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        Self::send(self.request(Method::POST, path).json(body)).await
    }

    /// Sends a command over HTTP.
    pub async fn does(&self, case: CaseId, command: Value) -> Reply {
        self.post(&format!("cases/{case}/commands"), &command).await
    }

    /// The same under an idempotency key of the caller's.
    pub async fn does_under(&self, key: Uuid, case: CaseId, command: &Value) -> Reply {
        self.post_once(&format!("cases/{case}/commands"), command, key).await
    }

    /// A post under an idempotency key of the caller's.
    pub async fn post_once(&self, path: &str, body: &Value, key: Uuid) -> Reply {
        let mut request = self.request(Method::POST, path).json(body).build().unwrap();
        request.headers_mut().insert("idempotency-key", key.to_string().parse().unwrap());
        Self::send(RequestBuilder::from_parts(self.client.clone(), request)).await
    }

    pub async fn says(&self, case: CaseId, channel: &str, text: &str) -> Reply {
        self.does(case, json!({"type": "message.post", "channel": channel, "text": text})).await
    }

    /// The same person at another server.
    pub fn at(&self, base: &str) -> Self {
        Self { base: base.to_owned(), ..self.clone() }
    }

    /// Opens the room's socket and resumes from `after`.
    pub async fn enters(&self, case: CaseId, after: Value) -> TestSocket {
        let mut room = TestSocket::open(self, case).await.expect("the handshake was refused");
        room.send(&json!({"t": "resume", "after": after})).await;
        room
    }
}
