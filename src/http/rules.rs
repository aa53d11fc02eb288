//! The texts that people accept: which versions are accepted now, and every version for ever.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::body::{AcceptedDocument, RulesVersions};
use crate::problem::{Fault, Problem, Shell};
use acordo_domain::accepted::AcceptedText;
use actix_web::http::header::{CacheControl, CacheDirective};
use actix_web::{HttpResponse, get, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(show_rules_versions).service(show_accepted_text);
}

/// A version never changes: whoever has it need not ask again for a year.
const YEAR_SECONDS: u32 = 365 * 24 * 60 * 60;

/// Versions of the texts that people accept.
#[utoipa::path(tag = "complaints", responses((status = 200, body = RulesVersions)))]
#[get("/rules")]
pub async fn show_rules_versions(state: web::Data<AppState>) -> HandlerResult {
    let rules = state.store.rules();
    Ok(HttpResponse::Ok()
        .json(RulesVersions { rules_version: rules.rules_version, ground_rules_version: rules.ground_rules_version }))
}

/// A version of a text that people accept, in all languages: exactly the bytes (canonical JSON, RFC 8785) whose
/// SHA-256 the acceptance has as `text_hash` in the record.
#[utoipa::path(tag = "complaints", params(("text" = AcceptedText, Path), ("version" = u32, Path)), responses((status = 200, body = AcceptedDocument), (status = 404, body = Problem, content_type = "application/problem+json")))]
#[get("/texts/{text}/{version}")]
pub async fn show_accepted_text(path: web::Path<(AcceptedText, u32)>) -> HandlerResult {
    let (text, version) = path.into_inner();
    let document = text.document(version).ok_or_else(|| Fault::new(Shell::NotFound))?;
    Ok(HttpResponse::Ok()
        .insert_header(CacheControl(vec![CacheDirective::Public, CacheDirective::MaxAge(YEAR_SECONDS)]))
        .content_type("application/json")
        .body(document))
}
