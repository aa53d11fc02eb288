//! Filing a complaint: the way into a case.

use crate::commands::{self, Confirmed, DraftedComplaint, Entrance, HeldDraft, NewComplaint, NewInvitation};
use crate::contact::{EmailAddress, PersonName, masked};
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::auth;
use crate::http::body::{
    ComplaintForm, ConfirmForm, ConsumerForm, CorrectionQuery, DraftView, Drafted, Filed, InvitationForm,
};
use crate::http::read::{self, CurrentUser, IdempotencyKey, Json};
use crate::http::session_view::SessionView;
use crate::http::throttle::{What, Whose};
use crate::http::tokens::entered;
use crate::problem::{Fault, Problem, Shell};
use crate::store::DraftHolder;
use acordo_domain::id::{CaseId, Reference};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, delete, get, patch, post, web};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::future::{Ready, ready};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(file_complaint)
        .service(show_draft)
        .service(confirm_complaint)
        .service(invite_consumer)
        .service(correct_complaint)
        .service(drop_complaint);
}

/// File a complaint. Its address gets a link by mail; until the filer confirms on the page of that link, nobody else is
/// told anything. No account is needed.
#[utoipa::path(
    tag = "complaints",
    params(("Idempotency-Key" = uuid::Uuid, Header, description = "Chosen by the client: sent twice, it happens once")),
    request_body = ComplaintForm,
    responses((status = 201, body = Drafted), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/complaints")]
pub async fn file_complaint(
    state: web::Data<AppState>,
    key: IdempotencyKey,
    form: Json<ComplaintForm>,
) -> HandlerResult {
    let new = NewComplaint::try_from(form.0)?;
    // What was asked for twice is mailed once.
    if state.store.drafts().get(key.0).await?.is_none() {
        one_more_to(&state, &new.email)?;
    }
    let DraftedComplaint { draft, key } = commands::draft_complaint(&state.store, new, key.0).await?;
    Ok(HttpResponse::Created().json(Drafted {
        case: draft.case,
        reference: draft.reference,
        revision: draft.revision,
        sent_to: masked(draft.email.as_deref().unwrap_or_default()),
        confirm_by: draft.expires_at,
        draft_key: key.text(),
    }))
}

/// A complaint that waits for its filer. Reading it confirms nothing: mail scanners follow links.
#[utoipa::path(
    tag = "complaints",
    params(("Draft-Key" = String, Header, description = "From the answer to the filing, or from the mailed link")),
    responses((status = 200, body = DraftView), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/complaints/draft")]
pub async fn show_draft(state: web::Data<AppState>, key: DraftKey) -> HandlerResult {
    let held = HeldDraft::by_key(&state.store, &key.0).await?;
    Ok(HttpResponse::Ok().json(DraftView {
        reference: held.draft.reference,
        revision: held.draft.revision,
        confirm_by: held.draft.expires_at,
        confirms: held.holder == DraftHolder::Mailbox,
        company_name: held.company_name,
        form: held.complaint.into(),
    }))
}

/// Correct a complaint that is not confirmed yet, its address too. Who reads the mails of the address goes on with the
/// same link; otherwise the address is mailed another one, also where nothing else was changed.
#[utoipa::path(
    tag = "complaints",
    params(("reference" = Reference, Path), CorrectionQuery, ("Draft-Key" = String, Header, description = "From the answer to the filing, or from the mailed link")),
    request_body = ComplaintForm,
    responses((status = 200, body = Drafted), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[patch("/complaints/{reference}")]
pub async fn correct_complaint(
    state: web::Data<AppState>,
    reference: web::Path<Reference>,
    key: DraftKey,
    query: web::Query<CorrectionQuery>,
    form: Json<ComplaintForm>,
) -> HandlerResult {
    let held = named(&state, *reference, &key).await?;
    let new = NewComplaint::try_from(form.0)?;
    if held.holder == DraftHolder::Filer || held.complaint.email != new.email {
        one_more_to(&state, &new.email)?;
    }
    let draft = held.revise(&state.store, &new, query.revision).await?;
    Ok(HttpResponse::Ok().json(Drafted {
        case: draft.case,
        reference: draft.reference,
        revision: draft.revision,
        sent_to: masked(new.email.as_str()),
        confirm_by: draft.expires_at,
        draft_key: key.0,
    }))
}

/// Drop a complaint that is not confirmed yet. Nobody was told of it.
#[utoipa::path(
    tag = "complaints",
    params(("reference" = Reference, Path), ("Draft-Key" = String, Header, description = "From the answer to the filing, or from the mailed link")),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[delete("/complaints/{reference}")]
pub async fn drop_complaint(
    state: web::Data<AppState>,
    reference: web::Path<Reference>,
    key: DraftKey,
) -> HandlerResult {
    named(&state, *reference, &key).await?.drop(&state.store).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Confirm a complaint with the key of the mailed link: the case begins, and its filer is signed in to it, unless they
/// have a password.
#[utoipa::path(
    tag = "complaints",
    request_body = ConfirmForm,
    responses((status = 200, body = ConfirmedView), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/complaints/confirm")]
pub async fn confirm_complaint(
    state: web::Data<AppState>,
    form: Json<ConfirmForm>,
    request: HttpRequest,
) -> HandlerResult {
    let from = (read::origin(&state, &request), auth::device(&state, &request));
    let ConfirmForm { draft_key, revision } = form.0;
    let Confirmed { case, reference, user, entrance } =
        commands::confirm_complaint(&state.store, &state.identity, &draft_key, revision, from).await?;
    match entrance {
        Entrance::Session(begun) => {
            let answer = |session| ConfirmedView { case, reference, session: Some(session) };
            Ok(entered(&state, &request, &begun, answer))
        }
        Entrance::Password => Ok(HttpResponse::Ok().json(ConfirmedView { case, reference, session: None })),
        Entrance::LinkUsed => {
            state.post.owe_link(user, Some(case)).await?;
            Err(Shell::LinkUsed.into())
        }
    }
}

/// The draft that the key opens; under another reference there is none.
async fn named(state: &AppState, reference: Reference, key: &DraftKey) -> Result<HeldDraft, Fault> {
    let held = HeldDraft::by_key(&state.store, &key.0).await?;
    if held.draft.reference == reference { Ok(held) } else { Err(Shell::NotFound.into()) }
}

/// What somebody shows who is not signed in, and who has filed a complaint.
#[derive(Clone)]
pub struct DraftKey(String);

/// The key never reaches a log.
impl std::fmt::Debug for DraftKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DraftKey")
    }
}

impl FromRequest for DraftKey {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let key = request.headers().get("draft-key").and_then(|value| value.to_str().ok());
        ready(key.map(|key| Self(key.to_owned())).ok_or_else(|| Shell::LinkUnknown.into()))
    }
}

/// The case that a complaint became.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConfirmedView {
    pub case: CaseId,
    pub reference: Reference,
    /// Null for somebody who has a password: they sign in with it.
    #[schema(required)]
    pub session: Option<SessionView>,
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
    state.throttle.take(What::Recipient, Whose::Token(Sha256::digest(address.mailbox()).into())).map(|_| ())
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

impl From<NewComplaint> for ComplaintForm {
    fn from(new: NewComplaint) -> Self {
        let NewComplaint { name, email, identifier, language, company, complaint, rules_version, online } = new;
        let consumer = ConsumerForm { name: name.into_string(), email: email.to_string(), identifier, language };
        Self { consumer, company, complaint, rules_version, online }
    }
}
