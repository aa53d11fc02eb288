//! Filing a complaint: the way into a case.

use crate::http::answer::Answer;
use crate::http::body::{ComplaintForm, Filed};
use crate::problem::{Problem, Shell};
use actix_web::{post, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(file);
}

/// File a complaint. The consumer gets a link by mail; no account is needed.
#[utoipa::path(
    tag = "complaints",
    params(("Idempotency-Key" = uuid::Uuid, Header, description = "Chosen by the client: sent twice, it happens once")),
    request_body = ComplaintForm,
    responses((status = 201, body = Filed), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/complaints")]
pub async fn file(_form: web::Json<ComplaintForm>) -> Answer {
    Err(Shell::Unavailable.into())
}
