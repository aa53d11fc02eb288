//! Who looked into a case by a role, for those who read what was looked at.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::read::CurrentUser;
use crate::problem::{Fault, Problem, Shell};
use crate::store::CaseRead;
use acordo_domain::case::audience::Readable;
use acordo_domain::id::{CaseId, OrganisationId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Capacity, Channel, OrganisationKind};
use actix_web::{HttpResponse, get, web};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list_reads);
}

#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AccessQuery {
    /// From the page before.
    pub cursor: Option<String>,
}

/// Reads of the case, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccessPage {
    pub entries: Vec<AccessEntry>,
    #[schema(required)]
    pub next: Option<String>,
    /// IANA name of the zone in which the case's days are told.
    pub zone: String,
}

/// Somebody looked into these channels within one hour. Of what else they read in it nothing is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccessEntry {
    /// The first time in that hour.
    pub at: Moment,
    /// Absent where the person has no account any more, or it is not what was written.
    #[schema(required)]
    pub name: Option<String>,
    /// Is it the asker?
    pub you: bool,
    pub capacity: Capacity,
    #[schema(required)]
    pub organisation_name: Option<String>,
    /// Of the company, or of the mediation centre?
    pub organisation_kind: OrganisationKind,
    /// In the capacity `register` they took the agreement along and read nothing else; its place is `procedure`.
    pub channels: Vec<Channel>,
}

/// Who looked into the case as officer, manager or coordinator, or took its agreement along by the register.
#[utoipa::path(
    tag = "cases",
    params(("case" = CaseId, Path), AccessQuery),
    responses((status = 200, body = AccessPage), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/access")]
pub async fn list_reads(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
    query: web::Query<AccessQuery>,
) -> HandlerResult {
    let cursor = query.cursor.as_deref().map(str::parse).transpose();
    let cursor = cursor.map_err(|_| Fault::new(Shell::InvalidParameter).at("/cursor"))?;
    let (folded, actor) = (state.store.case(case.into_inner()).await?, someone.actor());
    let reader = Readable::of(&folded, &actor).ok_or(Shell::NotFound)?;
    let filed = reader.procedure().filed.as_ref().ok_or(Shell::NotFound)?;
    let zone = reader.procedure().rules(state.store.rules()).calendar.zone_name().to_owned();
    let reads = state.store.reads_of(&folded, &actor, cursor.as_ref()).await?;
    let (people, organisations) = named(&state, &reads.entries).await?;
    let entry = |read: CaseRead| AccessEntry {
        at: read.at,
        name: people.get(&read.user).cloned(),
        you: read.user == someone.0.who.user.id,
        capacity: read.capacity,
        organisation_name: organisations.get(&read.organisation).cloned(),
        organisation_kind: if read.organisation == filed.company {
            OrganisationKind::Company
        } else {
            OrganisationKind::Operator
        },
        channels: read.channels,
    };
    let entries = reads.entries.into_iter().map(entry).collect();
    Ok(HttpResponse::Ok().json(AccessPage { entries, next: reads.next.map(|next| next.to_string()), zone }))
}

/// The names of whoever is named in these entries, as far as there are any.
async fn named(
    state: &AppState,
    entries: &[CaseRead],
) -> Result<(BTreeMap<UserId, String>, BTreeMap<OrganisationId, String>), Fault> {
    let accounts = state.store.accounts();
    let mut ids: Vec<UserId> = entries.iter().map(|read| read.user).collect();
    ids.sort_unstable();
    ids.dedup();
    let people = accounts.users(&ids).await?.into_iter().map(|user| (user.id, user.name)).collect();
    let mut organisations = BTreeMap::new();
    for read in entries {
        if !organisations.contains_key(&read.organisation)
            && let Some(organisation) = accounts.organisation(read.organisation).await?
        {
            organisations.insert(read.organisation, organisation.name);
        }
    }
    Ok((people, organisations))
}
