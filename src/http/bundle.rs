//! The record to take away, and the check of one.

use crate::export::is_sealed;
use crate::http::answer::Answer;
use crate::http::body::{BundleProfile, BundleQuery, VerifyReport};
use crate::http::evidence::saved_as;
use crate::http::limits::BUNDLE_BYTES_MAX;
use crate::http::read::SignedIn;
use crate::http::site::Site;
use crate::http::tongue;
use crate::problem::{Fault, Problem, Shell};
use acordo_domain::case::audience::Readable;
use acordo_domain::case::command::ConsentScope;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::CaseId;
use acordo_domain::seat::{Seat, Side};
use acordo_record::bundle::Profile;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use futures_util::StreamExt;
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
pub async fn record(
    site: web::Data<Site>,
    case: web::Path<CaseId>,
    someone: SignedIn,
    query: web::Query<BundleQuery>,
    request: HttpRequest,
) -> Answer {
    let case = case.into_inner();
    let folded = site.store.case(case).await?;
    let of = Readable::of(&folded, &someone.actor()).ok_or(Shell::NotFound)?;
    of.seat().ok_or(Refusal::NotYours)?;
    let asked = query.profile.unwrap_or_default();
    // The parties and the mediator take what they read; anybody else needs both sides' consent for the room.
    let takes_part = matches!(of.seat(), Some(Seat::Consumer | Seat::Company | Seat::Mediator));
    let consent = Side::BOTH.iter().all(|side| of.procedure().consents(*side, ConsentScope::JointExport));
    // What was breached is enforced: the legal team has the agreement (Lei 13.140, art. 30, § 1, IV).
    let enforces = of.seat() == Some(Seat::Legal) && breached(of.procedure());
    match asked {
        // With an agreement the record of the procedure holds its documents.
        BundleProfile::Procedural if takes_part || enforces || !is_sealed(&folded) => {}
        BundleProfile::Joint if takes_part || consent => {}
        BundleProfile::Agreement if takes_part || enforces => {}
        _ => return Err(Refusal::ConsentNotGiven.into()),
    }
    let profile = match asked {
        BundleProfile::Agreement if !is_sealed(&folded) => return Err(Shell::NotReady.into()),
        BundleProfile::Agreement => Profile::Agreement,
        BundleProfile::Procedural => Profile::Procedural,
        BundleProfile::Joint => Profile::Joint,
    };
    drop(folded);
    let reader = tongue::asked(request.headers()).unwrap_or(someone.0.who.user.language);
    let bundle = site.exporter.bundle(case, profile, reader).await?;
    Ok(HttpResponse::Ok().content_type("application/zip").insert_header(saved_as(&bundle.name)).body(bundle.bytes))
}

/// Was something owed not done?
pub(super) fn breached(procedure: &acordo_domain::case::state::Procedure) -> bool {
    procedure.obligations.iter().any(|owing| owing.breached_at.is_some())
}

/// Check a bundle with this installation's keys. Nothing is kept.
#[utoipa::path(
    tag = "record",
    request_body(content = Vec<u8>, content_type = "application/zip"),
    responses((status = 200, body = VerifyReport), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/verify")]
pub async fn verify(site: web::Data<Site>, mut body: web::Payload) -> Answer {
    let mut bytes = Vec::new();
    while let Some(chunk) = body.next().await {
        let chunk = chunk.map_err(|error| Fault::new(Shell::BundleInvalid).because(error))?;
        if bytes.len() + chunk.len() > BUNDLE_BYTES_MAX {
            return Err(Shell::BodyTooLarge.into());
        }
        bytes.extend_from_slice(&chunk);
    }
    if !bytes.starts_with(b"PK") {
        return Err(Shell::BundleInvalid.into());
    }
    let keys = site.keys.clone();
    let report = tokio::task::spawn_blocking(move || acordo_record::verify(&bytes, &keys, None))
        .await
        .map_err(Fault::internal)?;
    Ok(HttpResponse::Ok().json(report))
}
