//! For operators: health, readiness, metrics, keys, and the reference of the API.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::problem::{Problem, Shell};
use actix_web::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL};
use actix_web::{HttpResponse, get, web};
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
    Ok(HttpResponse::Ok().content_type(PLAIN).body("ready\n"))
}

/// Numbers for Prometheus. They name routes and codes, never a case or a person.
#[utoipa::path(tag = "operations", responses((status = 200, content_type = "text/plain")))]
#[get("/metrics")]
pub async fn show_metrics(state: web::Data<AppState>) -> HandlerResult {
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
