//! Trying it out: the people and cases of a demo installation. Elsewhere these routes do not exist.

use crate::http::answer::Answer;
use crate::http::auth;
use crate::http::read::Json;
use crate::http::site::Site;
use crate::problem::{Fault, Problem, Shell};
use acordo_domain::case::event::IdentityLevel;
use acordo_domain::id::{CaseId, Reference, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::phase::Phase;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(demo).service(enter).service(fresh_case).service(clock);
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DemoView {
    /// What the demonstration takes for now; visitors put it forward.
    pub now: Moment,
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

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DemoFiled {
    pub case: CaseId,
    pub reference: Reference,
}

/// What the composition root knows of a demonstration's people and cases.
pub trait Stage: Send + Sync {
    fn people(&self) -> Vec<DemoPerson>;
    fn cases(&self) -> BoxFuture<'_, Result<Vec<DemoCase>, Fault>>;
    fn fresh_case(&self) -> BoxFuture<'_, Result<DemoFiled, Fault>>;
    /// Lets time pass; what became due is done before this answers.
    fn pass(&self, hours: u32) -> BoxFuture<'_, Result<Moment, Fault>>;
}

/// Absent where this is no demonstration, and until its people are there.
fn stage(site: &Site) -> Result<&Arc<dyn Stage>, Fault> {
    site.demo.get().filter(|_| site.config.demo).ok_or_else(|| Shell::DemoOnly.into())
}

/// Who can be played and what there is to see.
#[utoipa::path(tag = "demo", responses((status = 200, body = DemoView), (status = 404, body = Problem, content_type = "application/problem+json")))]
#[get("/demo")]
pub async fn demo(site: web::Data<Site>) -> Answer {
    let stage = stage(&site)?;
    Ok(HttpResponse::Ok().json(DemoView { now: site.store.now(), people: stage.people(), cases: stage.cases().await? }))
}

/// Sign in as one of them, on the host this is asked from.
#[utoipa::path(tag = "demo", request_body = DemoEnter, responses((status = 200, body = crate::http::auth::SessionView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/demo/enter")]
pub async fn enter(site: web::Data<Site>, form: Json<DemoEnter>, request: HttpRequest) -> Answer {
    let people = stage(&site)?.people();
    let person = people.iter().find(|person| person.person == form.0.person);
    let person = person.ok_or_else(|| Fault::new(Shell::NotFound).at("/person"))?;
    // As if they had come the way they usually do: consumers by a link, staff by a password.
    let level = if person.role == "consumer" { IdentityLevel::Email } else { IdentityLevel::Password };
    let begun = site.identity.begin(person.person, level, auth::device(&site, &request)).await?;
    let view = auth::shown(&site, &begun.who);
    Ok(auth::with_cookies(&site, &begun).json(view))
}

/// A fresh case, filed through the same commands as any other.
#[utoipa::path(tag = "demo", responses((status = 201, body = DemoFiled), (status = 404, body = Problem, content_type = "application/problem+json")))]
#[post("/demo/cases")]
pub async fn fresh_case(site: web::Data<Site>) -> Answer {
    Ok(HttpResponse::Created().json(stage(&site)?.fresh_case().await?))
}

const HOURS_MAX: u32 = 8_784;

/// Let time pass in the demonstration: deadlines strike as they would.
#[utoipa::path(tag = "demo", request_body = DemoHours, responses((status = 200, body = DemoClock), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/demo/clock")]
pub async fn clock(site: web::Data<Site>, form: Json<DemoHours>) -> Answer {
    let stage = stage(&site)?;
    if !(1..=HOURS_MAX).contains(&form.0.hours) {
        return Err(Fault::new(Shell::InvalidParameter).at("/hours"));
    }
    Ok(HttpResponse::Ok().json(DemoClock { now: stage.pass(form.0.hours).await? }))
}
