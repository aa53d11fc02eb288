//! Filing a complaint: the way into a case.

use crate::commands::{self, NewComplaint, NewInvitation};
use crate::contact::{EmailAddress, PersonName, masked};
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::body::{ComplaintForm, Filed, InvitationForm};
use crate::http::read::{self, CurrentUser, IdempotencyKey, Json};
use crate::http::throttle::{What, Whose};
use crate::problem::{Fault, Problem, Shell};
use actix_web::{HttpRequest, HttpResponse, post, web};
use sha2::{Digest, Sha256};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(file_complaint).service(invite_consumer);
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
    one_more_to(&state, &new.email)?;
    let (case, reference) = commands::file_complaint(&state.store, new, key.0, read::origin(&state, &request)).await?;
    Ok(HttpResponse::Created().json(Filed { case, reference, sent_to }))
}

/// A company invites one consumer, with its own account of the matter. Its manager or rep who files takes its seat.
#[utoipa::path(
    tag = "complaints",
    params(("Idempotency-Key" = uuid::Uuid, Header, description = "Chosen by the client: sent twice, it happens once")),
    request_body = InvitationForm,
    responses((status = 201, body = Filed), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/complaints/invite")]
pub async fn invite_consumer(
    state: web::Data<AppState>,
    key: IdempotencyKey,
    someone: CurrentUser,
    form: Json<InvitationForm>,
) -> HandlerResult {
    let new = NewInvitation::try_from(form.0)?;
    let sent_to = masked(new.email.as_str());
    one_more_to(&state, &new.email)?;
    let (case, reference) = commands::invite_consumer(&state.store, &state.identity, &someone.0, new, key.0).await?;
    Ok(HttpResponse::Created().json(Filed { case, reference, sent_to }))
}

/// Nobody has shown yet that the address is theirs: whose it is shall not be flooded.
fn one_more_to(state: &AppState, address: &EmailAddress) -> Result<(), Fault> {
    state.throttle.take(What::Recipient, Whose::Token(Sha256::digest(address.as_str()).into())).map(|_| ())
}

impl TryFrom<InvitationForm> for NewInvitation {
    type Error = Fault;

    fn try_from(form: InvitationForm) -> Result<Self, Fault> {
        let InvitationForm { company, consumer, account, proof, rules_version, online } = form;
        let email = EmailAddress::parse(&consumer.email);
        Ok(Self {
            company,
            email: email.ok_or_else(|| Fault::new(Shell::EmailInvalid).at("/consumer/email"))?,
            name: PersonName::parse(&consumer.name).map_err(|error| Fault::from(error).at("/consumer/name"))?,
            language: consumer.language,
            account,
            proof: proof.kind,
            answer: proof.answer,
            rules_version,
            online,
        })
    }
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
