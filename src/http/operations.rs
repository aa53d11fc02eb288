//! For operators: health, readiness, metrics, keys, and the reference of the API.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::proxies::FORWARDED_BY;
use crate::problem::{Problem, Shell};
use crate::store::ClockJump;
use actix_web::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, AUTHORIZATION, CACHE_CONTROL};
use actix_web::{HttpRequest, HttpResponse, get, web};
use sha2::{Digest, Sha256};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(healthz).service(readyz).service(show_metrics).service(list_public_keys);
}

const PLAIN: &str = "text/plain; charset=utf-8";

/// Is the process alive?
#[utoipa::path(tag = "operations", responses((status = 200, content_type = "text/plain")))]
#[get("/healthz")]
pub async fn healthz() -> HttpResponse {
    HttpResponse::Ok().content_type(PLAIN).body("ok\n")
}

/// Does it answer requests: is the database there?
#[utoipa::path(tag = "operations", responses((status = 200, content_type = "text/plain"), (status = 503, body = Problem, content_type = "application/problem+json")))]
#[get("/readyz")]
pub async fn readyz(state: web::Data<AppState>) -> HandlerResult {
    if state.rooms.is_stopping() {
        return Err(Shell::Unavailable.into());
    }
    state.store.ready().await?;
    let mut but = String::new();
    if let Some(ClockJump { expected, shown }) = state.clock.jump() {
        but.push_str(&format!(
            ", but the clock shows {shown} where {expected} was expected: no deadline has any effect until it is right, \
             or `acordo clock confirm` says that it is"
        ));
    }
    if let Some(ClockJump { expected, shown }) = state.clock.behind() {
        but.push_str(&format!(
            ", but the clock shows {shown}, behind the last known time, {expected}: set it right, or say with \
             `acordo clock confirm` that it is"
        ));
    }
    if state.writing.is_full(&state.store, &state.files).await {
        but.push_str(", but the disk is full: what is there can be read, nothing can be written");
    }
    Ok(HttpResponse::Ok().content_type(PLAIN).body(format!("ready{but}\n")))
}

/// Numbers for Prometheus. They name routes and codes, never a case or a person. For the holder of the token that is
/// configured, or for this machine alone.
#[utoipa::path(tag = "operations", responses((status = 200, content_type = "text/plain"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/metrics")]
pub async fn show_metrics(state: web::Data<AppState>, request: HttpRequest) -> HandlerResult {
    // They move when people act: who sees them move learns when others talk.
    match &state.config.metrics_token {
        Some(token) => {
            let shown = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
            let shown = shown.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
            if Sha256::digest(shown) != Sha256::digest(token.reveal()) {
                return Err(Shell::Unauthenticated.into());
            }
        }
        None => {
            let here = request.peer_addr().is_some_and(|peer| peer.ip().to_canonical().is_loopback());
            let forwarded = FORWARDED_BY.iter().any(|name| request.headers().contains_key(*name));
            if !here || forwarded {
                return Err(Shell::RouteNotFound.into());
            }
        }
    }
    let numbers = state.numbers.as_ref().ok_or(Shell::RouteNotFound)?;
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(numbers.render()))
}

/// The public keys of this installation, as a verifier wants them.
#[utoipa::path(tag = "record", responses((status = 200, content_type = "text/plain")))]
#[get("/.well-known/acordo-keys")]
pub async fn list_public_keys(state: web::Data<AppState>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(PLAIN)
        .insert_header((CACHE_CONTROL, "public, max-age=300"))
        // A verifier may run on any page.
        .insert_header((ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .insert_header(("cross-origin-resource-policy", "cross-origin"))
        .body(state.keys_text.clone())
}
