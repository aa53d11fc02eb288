//! The companies that can be complained about.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::body::{CompanyItem, CompanyQuery};
use crate::http::limits::{ROWS_DEFAULT, SEARCH_CHARS_MAX};
use crate::problem::{Fault, Problem, Shell};
use actix_web::{HttpResponse, get, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(find_companies);
}

/// Companies that can be complained about.
#[utoipa::path(tag = "complaints", params(CompanyQuery), responses((status = 200, body = Vec<CompanyItem>), (status = 400, body = Problem, content_type = "application/problem+json")))]
#[get("/companies")]
pub async fn find_companies(state: web::Data<AppState>, query: web::Query<CompanyQuery>) -> HandlerResult {
    let words = query.q.as_deref().unwrap_or_default();
    if words.chars().count() > SEARCH_CHARS_MAX {
        return Err(Fault::new(Shell::InvalidParameter).at("/q"));
    }
    let found = state.store.accounts().companies(words, u32::from(ROWS_DEFAULT)).await?;
    let items: Vec<CompanyItem> = found
        .into_iter()
        .map(|company| CompanyItem { id: company.id, name: company.name, trade: company.trade })
        .collect();
    Ok(HttpResponse::Ok().json(items))
}
