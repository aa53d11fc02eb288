//! The record to take away, and the check of one.

use crate::http::answer::Answer;
use crate::http::body::BundleQuery;
use crate::problem::{Problem, Shell};
use acordo_domain::id::CaseId;
use actix_web::{get, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(record).service(verify);
}

/// The record as one ZIP that anyone can check.
#[utoipa::path(
    tag = "record",
    params(("case" = CaseId, Path), BundleQuery),
    responses((status = 200, content_type = "application/zip"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/record.zip")]
pub async fn record(_case: web::Path<CaseId>, _query: web::Query<BundleQuery>) -> Answer {
    Err(Shell::Unavailable.into())
}

/// Check a bundle with this installation's keys. Nothing is kept.
#[utoipa::path(
    tag = "record",
    request_body(content = Vec<u8>, content_type = "application/zip"),
    responses((status = 200, description = "The report", body = serde_json::Value), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/verify")]
pub async fn verify(_body: web::Payload) -> Answer {
    Err(Shell::Unavailable.into())
}
