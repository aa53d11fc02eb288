//! The handshake of the live room; what happens then is in `rooms`.

use crate::http::answer::Answer;
use crate::problem::{Problem, Shell};
use acordo_domain::id::CaseId;
use actix_web::{get, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(live);
}

/// The websocket of a case, subprotocol `acordo.v1`: `ClientFrame` up, `ServerFrame` down.
#[utoipa::path(
    tag = "live",
    params(("case" = CaseId, Path)),
    responses((status = 101, description = "Switching protocols"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/live")]
pub async fn live(_case: web::Path<CaseId>) -> Answer {
    Err(Shell::Unavailable.into())
}
