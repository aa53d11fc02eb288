//! The check of a bundle or of a final PDF that somebody hands in.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::arrival::unread;
use crate::http::limits::BUNDLE_BYTES_MAX;
use crate::http::report::VerifyReport;
use crate::http::throttle::counted;
use crate::problem::{Fault, Problem, Shell};
use acordo_record::{Inquiry, Time};
use actix_web::{HttpRequest, post, web};
use futures_util::StreamExt;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(verify_bundle);
}

/// Enough to see what kind of file it says it is.
const HEAD_BYTES: usize = 8;

/// Check a bundle, or the final PDF of an agreement, with this installation's keys. Nothing is kept.
#[utoipa::path(
    tag = "record",
    request_body(content(
        (Vec<u8> = "application/zip"),
        (Vec<u8> = "application/pdf"),
    )),
    responses((status = 200, body = VerifyReport), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/verify")]
pub async fn verify_bundle(state: web::Data<AppState>, request: HttpRequest, mut body: web::Payload) -> HandlerResult {
    let _place = state.verifications.enter(counted(state.proxies.client(request.headers(), request.peer_addr())))?;
    let mut arriving = state.files.scratch().await?;
    let mut head = Vec::new();
    let mut size = 0;
    while let Some(chunk) = body.next().await {
        let chunk = chunk.map_err(|error| unread(error, Shell::BundleInvalid))?;
        size += chunk.len();
        if size > BUNDLE_BYTES_MAX {
            return Err(Shell::BodyTooLarge.into());
        }
        head.extend_from_slice(&chunk[..chunk.len().min(HEAD_BYTES - head.len())]);
        arriving.write(&chunk).await?;
    }
    if !head.starts_with(b"PK") && !head.starts_with(b"%PDF-") {
        return Err(Shell::BundleInvalid.into());
    }
    let (keys, now) = (state.keys.clone(), Time::from_unix_millis(state.store.now().millis()).ok());
    let _turn = state.verifications.turn().await?;
    let mut file = arriving.reader().await?;
    let report = tokio::task::spawn_blocking(move || {
        acordo_record::verify_from(&mut file, &Inquiry { now, ..Inquiry::of(&keys) })
    });
    let report = report.await.map_err(Fault::internal)?.map_err(Fault::internal)?;
    Ok(actix_web::HttpResponse::Ok().json(report))
}
