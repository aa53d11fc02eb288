//! Downloads of the record as a bundle, and the check of one.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::body::{BundleQuery, VerifyReport};
use crate::http::documents::saved_as;
use crate::http::language;
use crate::http::limits::BUNDLE_BYTES_MAX;
use crate::http::read::CurrentUser;
use crate::problem::{Fault, Problem, Shell};
use acordo_domain::case::audience::Readable;
use acordo_domain::case::take::{is_sealed, may_take_record};
use acordo_domain::id::CaseId;
use acordo_domain::view::RecordProfile;
use acordo_record::bundle::Profile;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use futures_util::StreamExt;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(record_bundle).service(verify_bundle);
}

/// The record as one ZIP that anyone can check.
#[utoipa::path(
    tag = "record",
    params(("case" = CaseId, Path), BundleQuery),
    responses((status = 200, content_type = "application/zip"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/record.zip")]
pub async fn record_bundle(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
    query: web::Query<BundleQuery>,
    request: HttpRequest,
) -> HandlerResult {
    let case = case.into_inner();
    let folded = state.store.case(case).await?;
    let viewer = Readable::of(&folded, &someone.actor()).ok_or(Shell::NotFound)?;
    let asked = query.profile.unwrap_or(RecordProfile::Agreement);
    may_take_record(&viewer, asked)?;
    let profile = match asked {
        RecordProfile::Agreement if !is_sealed(viewer.procedure()) => return Err(Shell::NotReady.into()),
        RecordProfile::Agreement => Profile::Agreement,
        RecordProfile::Procedural => Profile::Procedural,
        RecordProfile::Joint => Profile::Joint,
    };
    drop(folded);
    let reader = language::requested(request.headers()).unwrap_or(someone.0.who.user.language);
    let bundle = state.exporter.bundle(case, profile, reader).await?;
    Ok(HttpResponse::Ok().content_type("application/zip").insert_header(saved_as(&bundle.name)).body(bundle.bytes))
}

/// Check a bundle with this installation's keys. Nothing is kept.
#[utoipa::path(
    tag = "record",
    request_body(content = Vec<u8>, content_type = "application/zip"),
    responses((status = 200, body = VerifyReport), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/verify")]
pub async fn verify_bundle(state: web::Data<AppState>, mut body: web::Payload) -> HandlerResult {
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
    let keys = state.keys.clone();
    let report = tokio::task::spawn_blocking(move || acordo_record::verify(&bytes, &keys, None))
        .await
        .map_err(Fault::internal)?;
    Ok(HttpResponse::Ok().json(report))
}
