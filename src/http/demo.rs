//! Trying it out: the people and cases of a demo installation. Elsewhere these routes do not exist.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::auth;
use crate::http::demo_backend::{DemoBackend, DemoCase, DemoFiled, DemoPerson};
use crate::http::read::Json;
use crate::http::tokens::entered;
use crate::problem::{Fault, Problem, Shell};
use acordo_domain::case::event::IdentityLevel;
use acordo_domain::id::UserId;
use acordo_domain::moment::Moment;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(show_demo).service(enter_demo).service(open_demo_case).service(forward_demo_clock);
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DemoView {
    /// What the demonstration takes for now; visitors put it forward.
    pub now: Moment,
    pub people: Vec<DemoPerson>,
    pub cases: Vec<DemoCase>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DemoEnter {
    pub person: UserId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DemoHours {
    /// At most a year at once.
    #[schema(minimum = 1, maximum = 8784)]
    pub hours: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DemoClock {
    /// What the demonstration takes for now.
    pub now: Moment,
}

/// Absent where this is no demonstration; while its people are still arriving it is to be asked again.
fn backend(state: &AppState) -> Result<&Arc<dyn DemoBackend>, Fault> {
    if !state.config.demo {
        return Err(Shell::DemoOnly.into());
    }
    state.demo.get().ok_or_else(|| Shell::Unavailable.into())
}

/// Who can be played and what there is to see.
#[utoipa::path(tag = "demo", responses((status = 200, body = DemoView), (status = 404, body = Problem, content_type = "application/problem+json")))]
#[get("/demo")]
pub async fn show_demo(state: web::Data<AppState>) -> HandlerResult {
    let backend = backend(&state)?;
    Ok(HttpResponse::Ok().json(DemoView {
        now: state.store.now(),
        people: backend.people(),
        cases: backend.cases().await?,
    }))
}

/// Sign in as one of them, on the host this is asked from.
#[utoipa::path(tag = "demo", request_body = DemoEnter, responses((status = 200, body = crate::http::session_view::SessionView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/demo/enter")]
pub async fn enter_demo(state: web::Data<AppState>, form: Json<DemoEnter>, request: HttpRequest) -> HandlerResult {
    let people = backend(&state)?.people();
    let person = people.iter().find(|person| person.person == form.0.person);
    let person = person.ok_or_else(|| Fault::new(Shell::NotFound).at("/person"))?;
    // As if they had come the way they usually do: consumers by a link, staff by a password.
    let level = if person.role == "consumer" { IdentityLevel::Email } else { IdentityLevel::Password };
    let begun = state.identity.begin(person.person, level, auth::device(&state, &request)).await?;
    Ok(entered(&state, &request, &begun, |session| session))
}

/// A fresh case, filed through the same commands as any other.
#[utoipa::path(tag = "demo", responses((status = 201, body = DemoFiled), (status = 404, body = Problem, content_type = "application/problem+json")))]
#[post("/demo/cases")]
pub async fn open_demo_case(state: web::Data<AppState>) -> HandlerResult {
    Ok(HttpResponse::Created().json(backend(&state)?.fresh_case().await?))
}

const HOURS_MAX: u32 = 8_784;

/// Let time pass in the demonstration: deadlines strike as they would.
#[utoipa::path(tag = "demo", request_body = DemoHours, responses((status = 200, body = DemoClock), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/demo/clock")]
pub async fn forward_demo_clock(state: web::Data<AppState>, form: Json<DemoHours>) -> HandlerResult {
    let backend = backend(&state)?;
    if !(1..=HOURS_MAX).contains(&form.0.hours) {
        return Err(Fault::new(Shell::InvalidParameter).at("/hours"));
    }
    Ok(HttpResponse::Ok().json(DemoClock { now: backend.pass(form.0.hours).await? }))
}
