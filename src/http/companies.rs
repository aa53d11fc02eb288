//! Who can be complained about, and which rules apply.

use crate::http::answer::Answer;
use crate::http::body::{CompanyItem, CompanyQuery, RulesVersions};
use crate::problem::{Problem, Shell};
use actix_web::{get, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(companies).service(rules);
}

/// Companies that can be complained about.
#[utoipa::path(tag = "complaints", params(CompanyQuery), responses((status = 200, body = Vec<CompanyItem>), (status = 400, body = Problem, content_type = "application/problem+json")))]
#[get("/companies")]
pub async fn companies(_query: web::Query<CompanyQuery>) -> Answer {
    Err(Shell::Unavailable.into())
}

/// Versions of the texts that people accept.
#[utoipa::path(tag = "complaints", responses((status = 200, body = RulesVersions)))]
#[get("/rules")]
pub async fn rules() -> Answer {
    Err(Shell::Unavailable.into())
}
