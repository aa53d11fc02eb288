//! The agreement: signing codes and the documents.

use crate::export::Exporter;
use crate::http::answer::Answer;
use crate::http::body::{ChallengeAsk, ChallengeSent, PdfQuery, WhichPdf};
use crate::http::complaints::masked;
use crate::http::evidence::saved_as;
use crate::http::read::{Json, SignedIn};
use crate::http::site::Site;
use crate::problem::{Fault, Problem, Shell};
use crate::store::Which;
use acordo_domain::case::audience::Readable;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use actix_web::{HttpResponse, get, post, web};
use std::sync::Arc;
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
pub async fn challenge(
    site: web::Data<Site>,
    case: web::Path<CaseId>,
    someone: SignedIn,
    ask: Json<ChallengeAsk>,
) -> Answer {
    let (case, who) = (case.into_inner(), &someone.0.who);
    let folded = site.store.case(case).await?;
    may_sign(&folded, &someone, &ask.0)?;
    let issued = site.identity.issue_code(who, case, ask.0.version, &ask.0.document_hash).await?;
    site.post.signing_code(who, case, &issued).await?;
    Ok(HttpResponse::Created().json(ChallengeSent {
        challenge: issued.challenge.id,
        method: issued.challenge.method,
        sent_to: masked(&who.user.email),
        expires_at: issued.challenge.expires_at,
    }))
}

/// A code is mailed only to whom it could serve: a signer of this very draft.
fn may_sign(case: &Case, someone: &SignedIn, ask: &ChallengeAsk) -> Result<(), Fault> {
    let of = Readable::of(case, &someone.actor()).ok_or(Shell::NotFound)?;
    let joint = of.joint().ok_or(Refusal::NotYours)?;
    let seat = of.seat().filter(|seat| of.procedure().is_signer(*seat)).ok_or(Refusal::NotYours)?;
    let deal = joint.deal.as_ref().ok_or(Refusal::NoDraft)?;
    let draft = deal.draft.as_ref().ok_or(Refusal::NoDraft)?;
    if of.procedure().concluded.is_some() || deal.signatures.iter().any(|signature| signature.seat == seat) {
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

/// The agreement as PDF/A: what was shown, or what was concluded.
#[utoipa::path(
    tag = "agreement",
    params(("case" = CaseId, Path), PdfQuery),
    responses((status = 200, content_type = "application/pdf"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/agreement.pdf")]
pub async fn pdf(
    site: web::Data<Site>,
    case: web::Path<CaseId>,
    someone: SignedIn,
    query: web::Query<PdfQuery>,
) -> Answer {
    let (folded, name) = readable(&site, case.into_inner(), &someone).await?;
    let found = match query.which.unwrap_or_default() {
        WhichPdf::Shown => shown(&site.exporter, &folded).await?,
        WhichPdf::Final => sealed(&site.exporter, &folded).await?,
    };
    Ok(HttpResponse::Ok().content_type("application/pdf").insert_header(saved_as(&format!("{name}.pdf"))).body(found))
}

/// The agreement in canonical form: the bytes whose hash is signed.
#[utoipa::path(
    tag = "agreement",
    params(("case" = CaseId, Path)),
    responses((status = 200, content_type = "application/json"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/agreement.json")]
pub async fn json(site: web::Data<Site>, case: web::Path<CaseId>, someone: SignedIn) -> Answer {
    let (folded, name) = readable(&site, case.into_inner(), &someone).await?;
    let (version, hash, _) = newest(&folded).ok_or(Shell::NotReady)?;
    let found = site.exporter.json(folded.id, version, &hash).await?;
    Ok(HttpResponse::Ok().content_type("application/json").insert_header(saved_as(&format!("{name}.json"))).body(found))
}

/// The case, for somebody who reads the agreement's channel, and what its files are called.
async fn readable(site: &Site, case: CaseId, someone: &SignedIn) -> Result<(Arc<Case>, String), Fault> {
    let folded = site.store.case(case).await?;
    let of = Readable::of(&folded, &someone.actor()).ok_or(Shell::NotFound)?;
    of.joint().ok_or(Refusal::NotYours)?;
    let reference = folded.procedure.filed.as_ref().map(|filed| filed.reference.to_string()).unwrap_or_default();
    Ok((folded, format!("acordo-{reference}")))
}

/// Version, document hash and hash of the shown PDF: of what was concluded, else of the draft.
fn newest(case: &Case) -> Option<(u32, String, String)> {
    if let Some(concluded) = &case.procedure.concluded {
        return Some((concluded.version, concluded.document_hash.clone(), concluded.pdf_hash.clone()));
    }
    let draft = case.joint().deal.as_ref()?.draft.as_ref()?;
    Some((draft.version, draft.document_hash.clone(), draft.pdf_hash.clone()))
}

async fn shown(exporter: &Exporter, case: &Case) -> Result<Vec<u8>, Fault> {
    let (version, _, hash) = newest(case).ok_or(Shell::NotReady)?;
    Ok(exporter.document(case.id, version, Which::Shown, &hash).await?)
}

async fn sealed(exporter: &Exporter, case: &Case) -> Result<Vec<u8>, Fault> {
    let concluded = case.procedure.concluded.as_ref().ok_or(Refusal::AgreementNotConcluded)?;
    let hash = concluded.sealed_pdf_hash.as_ref().ok_or(Shell::NotReady)?;
    Ok(exporter.document(case.id, concluded.version, Which::Final, hash).await?)
}
