//! Evidence: files that belong to one channel.

use crate::http::answer::Answer;
use crate::http::body::{EvidenceDone, EvidenceForm, ShareInto};
use crate::problem::{Problem, Shell};
use acordo_domain::id::{CaseId, EvidenceId};
use acordo_domain::seat::Channel;
use actix_web::{get, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(upload).service(download).service(share);
}

/// Put a file into a channel.
#[utoipa::path(
    tag = "evidence",
    params(
        ("case" = CaseId, Path), ("channel" = Channel, Path),
        ("Idempotency-Key" = uuid::Uuid, Header, description = "Chosen by the client: sent twice, it happens once"),
    ),
    request_body(content = EvidenceForm, content_type = "multipart/form-data"),
    responses((status = 201, body = EvidenceDone), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/cases/{case}/channels/{channel}/evidence")]
pub async fn upload(_path: web::Path<(CaseId, Channel)>) -> Answer {
    Err(Shell::Unavailable.into())
}

/// A file: the original for its owner, a copy without metadata for others.
#[utoipa::path(
    tag = "evidence",
    params(("case" = CaseId, Path), ("id" = EvidenceId, Path)),
    responses((status = 200, content_type = "application/octet-stream"), (status = 404, body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/evidence/{id}")]
pub async fn download(_path: web::Path<(CaseId, EvidenceId)>) -> Answer {
    Err(Shell::Unavailable.into())
}

/// Share a file of yours into another channel, under a new id.
#[utoipa::path(
    tag = "evidence",
    params(
        ("case" = CaseId, Path), ("id" = EvidenceId, Path),
        ("Idempotency-Key" = uuid::Uuid, Header, description = "Chosen by the client: sent twice, it happens once"),
    ),
    request_body = ShareInto,
    responses((status = 201, body = EvidenceDone), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/cases/{case}/evidence/{id}/share")]
pub async fn share(_path: web::Path<(CaseId, EvidenceId)>, _into: web::Json<ShareInto>) -> Answer {
    Err(Shell::Unavailable.into())
}
