//! The agreement: signing codes and the documents.

use crate::http::answer::Answer;
use crate::http::body::{ChallengeAsk, ChallengeSent, PdfQuery};
use crate::problem::{Problem, Shell};
use acordo_domain::id::CaseId;
use actix_web::{get, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(challenge).service(pdf).service(json);
}

/// Send a signing code for exactly this document.
#[utoipa::path(
    tag = "agreement",
    params(("case" = CaseId, Path)),
    request_body = ChallengeAsk,
    responses((status = 201, body = ChallengeSent), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/cases/{case}/agreement/challenges")]
pub async fn challenge(_case: web::Path<CaseId>, _ask: web::Json<ChallengeAsk>) -> Answer {
    Err(Shell::Unavailable.into())
}

/// The agreement as PDF/A: what was shown, or what was concluded.
#[utoipa::path(
    tag = "agreement",
    params(("case" = CaseId, Path), PdfQuery),
    responses((status = 200, content_type = "application/pdf"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/agreement.pdf")]
pub async fn pdf(_case: web::Path<CaseId>, _query: web::Query<PdfQuery>) -> Answer {
    Err(Shell::Unavailable.into())
}

/// The agreement in canonical form: the bytes whose hash is signed.
#[utoipa::path(
    tag = "agreement",
    params(("case" = CaseId, Path)),
    responses((status = 200, content_type = "application/json"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/agreement.json")]
pub async fn json(_case: web::Path<CaseId>) -> Answer {
    Err(Shell::Unavailable.into())
}
