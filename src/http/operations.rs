//! For those who run it: health, readiness, metrics, keys.

use crate::http::answer::Answer;
use crate::problem::{Problem, Shell};
use actix_web::{HttpResponse, get};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(healthz).service(readyz).service(metrics).service(keys);
}

/// Is the process alive?
#[utoipa::path(tag = "operations", responses((status = 200, content_type = "text/plain")))]
#[get("/healthz")]
pub async fn healthz() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// Does it answer requests: is the database there?
#[utoipa::path(tag = "operations", responses((status = 200, content_type = "text/plain"), (status = 503, body = Problem, content_type = "application/problem+json")))]
#[get("/readyz")]
pub async fn readyz() -> Answer {
    Err(Shell::Unavailable.into())
}

/// Numbers for Prometheus.
#[utoipa::path(tag = "operations", responses((status = 200, content_type = "text/plain")))]
#[get("/metrics")]
pub async fn metrics() -> Answer {
    Err(Shell::Unavailable.into())
}

/// The public keys of this installation, as a verifier wants them.
#[utoipa::path(tag = "record", responses((status = 200, content_type = "text/plain")))]
#[get("/.well-known/acordo-keys")]
pub async fn keys() -> Answer {
    Err(Shell::Unavailable.into())
}
