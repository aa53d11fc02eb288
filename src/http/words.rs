//! The lists of phrases before which the page asks once whether the writer wants to look again.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::problem::{Fault, Problem, Shell};
use crate::texts::Language;
use actix_web::http::header::{CacheControl, CacheDirective, ETag, EntityTag, Header, IfNoneMatch};
use actix_web::{HttpRequest, HttpResponse, get, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(show_words);
}

/// An operator who changes a list is not in a hurry.
const FRESH_SECONDS: u32 = 60 * 60;

/// The phrases that the page marks before a message goes, in one language: plain text whose first lines say how it is
/// read. The list is the same for everybody.
#[utoipa::path(
    tag = "complaints",
    params(("language" = Language, Path)),
    responses(
        (status = 200, body = String, content_type = "text/plain"),
        (status = 304),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ),
)]
#[get("/words/{language}")]
pub async fn show_words(
    state: web::Data<AppState>,
    language: web::Path<Language>,
    request: HttpRequest,
) -> HandlerResult {
    let list = state.words.of(language.into_inner()).ok_or_else(|| Fault::new(Shell::NotFound))?;
    let tag = EntityTag::new_strong(list.tag.clone());
    let known = match IfNoneMatch::parse(&request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(&tag)),
        Err(_) => false,
    };
    let mut answer = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer
        .insert_header(ETag(tag))
        .insert_header(CacheControl(vec![CacheDirective::Public, CacheDirective::MaxAge(FRESH_SECONDS)]));
    if known {
        return Ok(answer.finish());
    }
    Ok(answer.content_type("text/plain; charset=utf-8").body(list.text.clone()))
}
