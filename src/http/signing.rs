//! Signing codes: what a signer needs to sign the agreement.

use crate::contact::masked;
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::body::{ChallengeAsk, ChallengeSent};
use crate::http::read::{CurrentUser, Json};
use crate::problem::{Fault, Problem, Shell};
use acordo_domain::case::audience::Readable;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use actix_web::{HttpResponse, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(send_signing_code);
}

/// Send a signing code for exactly this document.
#[utoipa::path(
    tag = "agreement",
    params(("case" = CaseId, Path)),
    request_body = ChallengeAsk,
    responses((status = 201, body = ChallengeSent), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/cases/{case}/agreement/challenges")]
pub async fn send_signing_code(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
    ask: Json<ChallengeAsk>,
) -> HandlerResult {
    let (case, who) = (case.into_inner(), &someone.0.who);
    let folded = state.store.case(case).await?;
    may_sign(&folded, &someone, &ask.0)?;
    let issued = state.identity.issue_code(who, case, ask.0.version, &ask.0.document_hash).await?;
    state.post.signing_code(who, case, &issued).await?;
    Ok(HttpResponse::Created().json(ChallengeSent {
        challenge: issued.challenge.id,
        method: issued.challenge.method,
        sent_to: masked(&who.user.email),
        expires_at: issued.challenge.expires_at,
    }))
}

/// A code is mailed only to a signer of this draft.
fn may_sign(case: &Case, someone: &CurrentUser, ask: &ChallengeAsk) -> Result<(), Fault> {
    let reader = Readable::of(case, &someone.actor()).ok_or(Shell::NotFound)?;
    let joint = reader.joint().ok_or(Refusal::NotYours)?;
    let seat = reader.seat().filter(|seat| reader.procedure().is_signer(*seat)).ok_or(Refusal::NotYours)?;
    let deal = joint.deal.as_ref().ok_or(Refusal::NoDraft)?;
    let draft = deal.draft.as_ref().ok_or(Refusal::NoDraft)?;
    if reader.procedure().concluded_and_not_signing().is_some()
        || deal.signatures.iter().any(|signature| signature.seat == seat)
    {
        return Err(Refusal::AlreadySigned.into());
    }
    if draft.version != ask.version {
        return Err(Fault::new(Refusal::DraftReplaced).at("/version"));
    }
    if draft.document_hash != ask.document_hash {
        return Err(Fault::new(Refusal::DocumentHashMismatch).at("/document_hash"));
    }
    Ok(())
}
