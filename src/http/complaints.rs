//! Filing a complaint: the way into a case.

use crate::commands::{self, NewComplaint};
use crate::contact::{EmailAddress, PersonName, masked};
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::body::{ComplaintForm, Filed};
use crate::http::read::{self, IdempotencyKey, Json};
use crate::problem::{Fault, Problem, Shell};
use actix_web::{HttpRequest, HttpResponse, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(file_complaint);
}

/// File a complaint. The consumer gets a link by mail; no account is needed.
#[utoipa::path(
    tag = "complaints",
    params(("Idempotency-Key" = uuid::Uuid, Header, description = "Chosen by the client: sent twice, it happens once")),
    request_body = ComplaintForm,
    responses((status = 201, body = Filed), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/complaints")]
pub async fn file_complaint(
    state: web::Data<AppState>,
    key: IdempotencyKey,
    form: Json<ComplaintForm>,
    request: HttpRequest,
) -> HandlerResult {
    let new = NewComplaint::try_from(form.0)?;
    let sent_to = masked(new.email.as_str());
    let (case, reference) = commands::file_complaint(&state.store, new, key.0, read::origin(&state, &request)).await?;
    Ok(HttpResponse::Created().json(Filed { case, reference, sent_to }))
}

impl TryFrom<ComplaintForm> for NewComplaint {
    type Error = Fault;

    fn try_from(form: ComplaintForm) -> Result<Self, Fault> {
        let ComplaintForm { consumer, company, complaint, rules_version, online } = form;
        let email = EmailAddress::parse(&consumer.email);
        Ok(Self {
            email: email.ok_or_else(|| Fault::new(Shell::EmailInvalid).at("/consumer/email"))?,
            name: PersonName::parse(&consumer.name).map_err(|error| Fault::from(error).at("/consumer/name"))?,
            identifier: consumer.identifier,
            language: consumer.language,
            company,
            complaint,
            rules_version,
            online,
        })
    }
}
