//! The register of agreements: what a company's and the mediation centre's teams see of what was concluded.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::limits::{ROWS_DEFAULT, ROWS_MAX, SEARCH_CHARS_MAX};
use crate::http::read::CurrentUser;
use crate::problem::{Fault, Problem, Shell};
use crate::store::RegisterFilter;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::register::registers;
use acordo_domain::moment::Moment;
use acordo_domain::rules::Rules;
use acordo_domain::seat::Actor;
use acordo_domain::view::{RegisterRow, RegisterState};
use actix_web::{HttpResponse, get, web};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list_agreements);
}

/// Which agreements of the register.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AgreementsFilter {
    #[serde(default)]
    pub state: Option<RegisterState>,
    /// Beginnings of words of the reference or of a name.
    #[serde(default)]
    pub q: Option<String>,
    /// Concluded on this day or later, and on that day or before, in the house's zone.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    #[param(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    #[param(value_type = Option<String>, format = Date)]
    pub to: Option<Date>,
}

impl AgreementsFilter {
    pub(super) fn read(self, rules: &Rules) -> Result<RegisterFilter, Fault> {
        let Self { state, q: words, from, to } = self;
        if words.as_ref().is_some_and(|words| words.chars().count() > SEARCH_CHARS_MAX) {
            return Err(Fault::new(Shell::InvalidParameter).at("/q"));
        }
        let end = |day: Date| rules.calendar.end_of(day);
        // A day begins where the one before it ends.
        let from: Option<Moment> = from.map(|day| day.yesterday().map_or(Moment::from_millis(i64::MIN), end));
        Ok(RegisterFilter { state, words, from, until: to.map(end), ..RegisterFilter::default() })
    }
}

#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AgreementsQuery {
    pub state: Option<RegisterState>,
    /// Beginnings of words of the reference or of a name.
    pub q: Option<String>,
    /// Concluded on this day or later, in the house's zone.
    #[param(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
    /// Concluded on this day or before.
    #[param(value_type = Option<String>, format = Date)]
    pub to: Option<Date>,
    /// From the page before.
    pub cursor: Option<String>,
    /// At most 100; 50 if left out.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u16>,
}

/// A page of the register, the agreements concluded last first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AgreementsPage {
    pub agreements: Vec<RegisterRow>,
    #[schema(required)]
    pub next: Option<String>,
    pub counts: StateCounts,
    /// Agreements of this page that are not shown, because what is stored of their case is not what was written.
    pub altered: u32,
    /// IANA name of the zone in which the days of the filter are counted.
    pub zone: String,
}

/// Of the agreements that fit, whatever state is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StateCounts {
    pub owed: u64,
    pub breached: u64,
    pub done: u64,
}

/// The concluded agreements of the organisations whose register this person reads.
#[utoipa::path(
    tag = "register",
    params(AgreementsQuery),
    responses((status = 200, body = AgreementsPage), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/agreements")]
pub async fn list_agreements(
    state: web::Data<AppState>,
    someone: CurrentUser,
    query: web::Query<AgreementsQuery>,
) -> HandlerResult {
    let actor = reader(&someone)?;
    let AgreementsQuery { state: wanted, q, from, to, cursor, limit } = query.into_inner();
    let limit = limit.unwrap_or(ROWS_DEFAULT);
    if !(1..=ROWS_MAX).contains(&limit) {
        return Err(Fault::new(Shell::InvalidParameter).at("/limit"));
    }
    let rules = state.store.rules();
    let filter = AgreementsFilter { state: wanted, q, from, to }.read(rules)?;
    let filter = RegisterFilter { cursor, limit: limit.into(), ..filter };
    let page = state.store.register(&actor, &filter).await?;
    Ok(HttpResponse::Ok().json(AgreementsPage {
        agreements: page.agreements,
        next: page.next,
        counts: StateCounts { owed: page.counts.owed, breached: page.counts.breached, done: page.counts.done },
        altered: page.altered,
        zone: rules.calendar.zone_name().to_owned(),
    }))
}

/// Somebody who reads a register at all.
pub(super) fn reader(someone: &CurrentUser) -> Result<Actor, Fault> {
    let actor = someone.actor();
    if registers(&actor).is_empty() { Err(Refusal::NotYours.into()) } else { Ok(actor) }
}
