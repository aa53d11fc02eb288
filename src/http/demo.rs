//! Trying it out: the people and cases of a demo installation. Elsewhere these routes do not exist.

use crate::http::answer::Answer;
use crate::problem::{Problem, Shell};
use acordo_domain::id::{CaseId, Reference, UserId};
use acordo_domain::phase::Phase;
use actix_web::{get, post, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(demo).service(enter).service(fresh_case);
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DemoView {
    pub people: Vec<DemoPerson>,
    pub cases: Vec<DemoCase>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DemoPerson {
    pub person: UserId,
    pub role: String,
    pub name: String,
    /// `consumer.localhost` and so on: each has its own cookies.
    pub host: String,
    pub enter_url: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DemoCase {
    pub case: CaseId,
    pub reference: Reference,
    pub phase: Phase,
    pub company_name: String,
    pub subject: String,
    pub consumer: UserId,
    pub consumer_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DemoEnter {
    pub person: UserId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DemoFiled {
    pub case: CaseId,
    pub reference: Reference,
}

/// Who can be played and what there is to see.
#[utoipa::path(tag = "demo", responses((status = 200, body = DemoView), (status = 404, body = Problem, content_type = "application/problem+json")))]
#[get("/demo")]
pub async fn demo() -> Answer {
    Err(Shell::DemoOnly.into())
}

/// Sign in as one of them, on the host this is asked from.
#[utoipa::path(tag = "demo", request_body = DemoEnter, responses((status = 200, body = crate::http::auth::SessionView), (status = 404, body = Problem, content_type = "application/problem+json")))]
#[post("/demo/enter")]
pub async fn enter(_form: web::Json<DemoEnter>) -> Answer {
    Err(Shell::DemoOnly.into())
}

/// A fresh case, filed through the same commands as any other.
#[utoipa::path(tag = "demo", responses((status = 201, body = DemoFiled), (status = 404, body = Problem, content_type = "application/problem+json")))]
#[post("/demo/cases")]
pub async fn fresh_case() -> Answer {
    Err(Shell::DemoOnly.into())
}
