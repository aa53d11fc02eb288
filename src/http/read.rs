//! Extractors: the signed-in user, the body, the idempotency key.

use crate::commands::{Visitor, json};
use crate::http::app_state::AppState;
use crate::http::arrival::unread;
use crate::http::limits::JSON_BYTES_MAX;
use crate::http::middleware::UserLanguage;
use crate::http::precheck;
use crate::http::throttle::{TakenExport, What, Whose};
use crate::problem::{Fault, Shell};
use crate::store::Origin;
use acordo_domain::id::{CaseId, CommandId};
use actix_web::dev::Payload;
use actix_web::http::header::{AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use std::future::{Ready, ready};

const USER_AGENT_CHARS_MAX: usize = 300;

/// A `__Host-` cookie is bound to this very host, and needs HTTPS; over plain HTTP on localhost it has its plain name.
pub const fn access_cookie(secure: bool) -> &'static str {
    if secure { "__Host-acordo_access" } else { "acordo_access" }
}

pub fn state(request: &HttpRequest) -> Result<&AppState, Fault> {
    request
        .app_data::<web::Data<AppState>>()
        .map(web::Data::get_ref)
        .ok_or_else(|| Fault::internal("the application state is not set up"))
}

/// Where a request comes from, as the record keeps it beside a signature.
pub fn origin(state: &AppState, request: &HttpRequest) -> Origin {
    let agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok());
    Origin {
        address: Some(precheck::address_of(state, request).to_string()),
        user_agent: agent.map(|text| text.chars().take(USER_AGENT_CHARS_MAX).collect()),
    }
}

/// The signed-in user. A handler that takes this answers 401 to everybody else.
#[derive(Debug, Clone)]
pub struct CurrentUser(pub Visitor);

impl CurrentUser {
    pub fn actor(&self) -> acordo_domain::seat::Actor {
        self.0.who.actor()
    }
}

fn token(state: &AppState, request: &HttpRequest) -> Option<String> {
    let bearer = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    match bearer.and_then(|value| value.strip_prefix("Bearer ")) {
        Some(token) => Some(token.trim().to_owned()),
        None => request.cookie(access_cookie(state.config.secure_cookies)).map(|cookie| cookie.value().to_owned()),
    }
}

/// A session of one case leads there, to its own session, and to nothing else.
fn within_its_case(request: &HttpRequest, only: Option<CaseId>) -> Result<(), Fault> {
    let Some(only) = only else { return Ok(()) };
    let route = request.match_pattern().unwrap_or_default();
    let fits = match request.match_info().get("case") {
        Some(case) => case.parse() == Ok(only),
        None => route.starts_with("/api/v1/auth/") || matches!(&*route, "/api/v1/cases" | "/api/v1/my_data.zip"),
    };
    if fits { Ok(()) } else { Err(Shell::OneCaseOnly.into()) }
}

impl FromRequest for CurrentUser {
    type Error = Fault;
    type Future = LocalBoxFuture<'static, Result<Self, Fault>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let state = state(&request)?;
            let token = token(state, &request).ok_or(Fault::new(Shell::Unauthenticated))?;
            // If another extractor refuses, this future is dropped, and the database query with it.
            let identity = state.identity.clone();
            let who = actix_web::rt::spawn(async move { identity.verify(&token).await });
            let who = who.await.map_err(Fault::internal)??;
            within_its_case(&request, who.case)?;
            request.extensions_mut().insert(UserLanguage(who.user.language));
            let whose = Whose::Person(who.user.id.0);
            state.throttle.take(What::Person, whose)?;
            let route = request.match_pattern().unwrap_or_default();
            if let Some(what) = What::of_a_day(request.method(), &route, request.match_info().get("file")) {
                state.throttle.take(what, whose)?;
                if what == What::Exports {
                    request.extensions_mut().insert(TakenExport(whose));
                }
            }
            let origin = origin(state, &request);
            Ok(Self(Visitor { who, origin }))
        })
    }
}

/// A JSON body within its limit. A fault names the field.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Json<T> {
    type Error = Fault;
    type Future = LocalBoxFuture<'static, Result<Self, Fault>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|text| {
            let essence = text.split(';').next().unwrap_or_default().trim();
            essence.eq_ignore_ascii_case("application/json")
        });
        let mut payload = payload.take();
        Box::pin(async move {
            if !is_json {
                return Err(Shell::UnsupportedMedia.into());
            }
            let mut bytes = web::BytesMut::new();
            while let Some(chunk) = payload.next().await {
                let chunk = chunk.map_err(|error| unread(error, Shell::BrokenJson))?;
                if bytes.len() + chunk.len() > JSON_BYTES_MAX {
                    return Err(Shell::BodyTooLarge.into());
                }
                bytes.extend_from_slice(&chunk);
            }
            let text = std::str::from_utf8(&bytes).map_err(|_| Fault::new(Shell::BrokenJson))?;
            json::read(text).map(Self)
        })
    }
}

/// A JSON body, where one was sent: a request that names no type of its body has none.
#[derive(Debug)]
pub struct SentJson<T>(pub Option<T>);

impl<T: DeserializeOwned + 'static> FromRequest for SentJson<T> {
    type Error = Fault;
    type Future = LocalBoxFuture<'static, Result<Self, Fault>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if !request.headers().contains_key(CONTENT_TYPE) {
            return Box::pin(async { Ok(Self(None)) });
        }
        let read = Json::from_request(request, payload);
        Box::pin(async move { Ok(Self(Some(read.await?.0))) })
    }
}

/// The header `Idempotency-Key`: sent twice, a thing happens once and answers the same.
#[derive(Debug, Clone, Copy)]
pub struct IdempotencyKey(pub CommandId);

impl FromRequest for IdempotencyKey {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let key = request.headers().get("idempotency-key").and_then(|value| value.to_str().ok());
        ready(match key.and_then(|text| text.parse().ok()) {
            Some(id) => Ok(Self(id)),
            None => Err(Shell::IdRequired.into()),
        })
    }
}
