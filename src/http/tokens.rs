//! The two tokens of a session: in cookies that scripts cannot read, or, for a program that asks so, in the body.

use crate::http::app_state::AppState;
use crate::http::read;
use crate::http::session_view::{SessionView, TokensView, shown};
use crate::identity::Begun;
use crate::identity::device::DEVICE_DAYS;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use serde::Serialize;

/// With the value `body`, a program asks for the tokens in the body.
const ASKED: &str = "tokens";

/// The answer to whoever just came in by a password, a link or a key: with cookies, or with the tokens in the body.
pub fn entered<T: Serialize>(
    state: &AppState,
    request: &HttpRequest,
    begun: &Begun,
    answer: impl FnOnce(SessionView) -> T,
) -> HttpResponse {
    let view = shown(state, &begun.who);
    if request.headers().get(ASKED).is_some_and(|value| value.as_bytes() == b"body") {
        with_tokens(begun, view, answer)
    } else {
        with_cookies(state, begun).json(answer(view))
    }
}

/// An answer that sets no cookie.
pub fn with_tokens<T: Serialize>(
    begun: &Begun,
    view: SessionView,
    answer: impl FnOnce(SessionView) -> T,
) -> HttpResponse {
    let tokens = TokensView {
        access_token: begun.access.clone(),
        token_type: "Bearer".to_owned(),
        expires_in: begun.access_seconds,
        refresh_token: begun.refresh.clone(),
        refresh_expires_in: begun.refresh_seconds,
    };
    HttpResponse::Ok().json(answer(SessionView { tokens: Some(tokens), ..view }))
}

/// A response that sets both tokens as cookies that scripts cannot read.
pub fn with_cookies(state: &AppState, begun: &Begun) -> HttpResponseBuilder {
    let secure = state.config.secure_cookies;
    let mut answer = HttpResponse::Ok();
    if let Some(mark) = &begun.mark {
        answer.cookie(cookie(device_cookie(secure), mark.clone(), DEVICE_DAYS * 86_400, secure));
    }
    answer
        .cookie(cookie(read::access_cookie(secure), begun.access.clone(), begun.access_seconds, secure))
        .cookie(cookie(refresh_cookie(secure), begun.refresh.clone(), begun.refresh_seconds, secure));
    answer
}

/// A response that takes both tokens away.
pub fn without_cookies(state: &AppState) -> HttpResponseBuilder {
    let secure = state.config.secure_cookies;
    let mut answer = HttpResponse::NoContent();
    for name in [read::access_cookie(secure), refresh_cookie(secure)] {
        answer.cookie(cookie(name, String::new(), 0, secure));
    }
    answer
}

/// The same rule as for the access cookie: bound to this very host where there is HTTPS.
const fn refresh_cookie(secure: bool) -> &'static str {
    if secure { "__Host-acordo_refresh" } else { "acordo_refresh" }
}

/// Stays when somebody signs out: the device is still known.
const fn device_cookie(secure: bool) -> &'static str {
    if secure { "__Host-acordo_device" } else { "acordo_device" }
}

pub fn refresh_token(state: &AppState, request: &HttpRequest) -> Option<String> {
    request.cookie(refresh_cookie(state.config.secure_cookies)).map(|cookie| cookie.value().to_owned())
}

/// The mark of a device on which somebody signed in before.
pub fn device_mark(state: &AppState, request: &HttpRequest) -> Option<String> {
    request.cookie(device_cookie(state.config.secure_cookies)).map(|cookie| cookie.value().to_owned())
}

fn cookie(name: &'static str, value: String, seconds: i64, secure: bool) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(secure)
        .max_age(Duration::seconds(seconds))
        .finish()
}
