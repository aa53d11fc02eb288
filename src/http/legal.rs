//! What an organisation is before the law, and who may bind it: for its managers and the operator's admins.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::members::answers_for;
use crate::http::read::{CurrentUser, Json};
use crate::http::roles::holds;
use crate::identity::legal::{self, EnteredBy};
use crate::problem::{Fault, Problem, Shell};
use acordo_domain::case::decide::{LegalIdentityForm, PowerForm};
use acordo_domain::id::{OrganisationId, PowerId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::money::Money;
use acordo_domain::organisation::{LegalIdentity, Power};
use acordo_domain::seat::{OrganisationKind, Role};
use actix_web::{HttpResponse, delete, get, post, put, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(show_identity).service(enter_identity).service(check_identity);
    config.service(list_powers).service(give_power).service(end_power);
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IdentityHistory {
    /// What an agreement that is drafted now takes: the newest version that the operator has checked.
    pub stands: Option<u32>,
    /// The newest first.
    pub versions: Vec<IdentityItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IdentityItem {
    pub identity: LegalIdentity,
    pub entered_at: Moment,
    /// Absent where the command line did it.
    pub entered_by: Option<UserId>,
    pub checked_at: Option<Moment>,
    pub checked_by: Option<UserId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PowerList {
    /// Every power that was ever given, the newest first.
    pub powers: Vec<PowerItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PowerItem {
    pub power: Power,
    pub user: UserId,
    pub name: String,
    pub given_at: Moment,
    pub given_by: Option<UserId>,
    pub ended_at: Option<Moment>,
    pub ended_by: Option<UserId>,
}

/// A power for one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PowerGift {
    pub user: UserId,
    /// The most that may be owed by one signature; any amount where nothing is said.
    #[serde(default)]
    pub limit: Option<Money>,
    /// The document that gives it.
    #[schema(max_length = 200)]
    pub document: String,
    /// The last day on which it holds; without one it holds until it is ended.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<jiff::civil::Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PowerGiven {
    pub id: PowerId,
}

/// The operator's admins check what companies enter. To everybody else there is no such page.
async fn operator_admin(state: &AppState, someone: &CurrentUser) -> Result<UserId, Fault> {
    holds(state, someone, |held| held.kind == OrganisationKind::Operator && held.role == Role::Admin).await?;
    Ok(someone.0.who.user.id)
}

async fn history(state: &AppState, organisation: OrganisationId) -> Result<IdentityHistory, Fault> {
    let versions = state.store.accounts().identities(organisation).await?;
    let stands = versions.iter().find(|stored| stored.checked_at.is_some()).map(|stored| stored.identity.version);
    let versions = versions
        .into_iter()
        .map(|stored| IdentityItem {
            identity: stored.identity,
            entered_at: stored.entered_at,
            entered_by: stored.entered_by,
            checked_at: stored.checked_at,
            checked_by: stored.checked_by,
        })
        .collect();
    Ok(IdentityHistory { stands, versions })
}

/// The legal identity of an organisation, by version.
#[utoipa::path(
    tag = "organisations",
    params(("organisation" = OrganisationId, Path)),
    responses((status = 200, body = IdentityHistory), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/organisations/{organisation}/legal_identity")]
pub async fn show_identity(
    state: web::Data<AppState>,
    organisation: web::Path<OrganisationId>,
    someone: CurrentUser,
) -> HandlerResult {
    let organisation = organisation.into_inner();
    if answers_for(&state, &someone, organisation).await.is_err() {
        operator_admin(&state, &someone).await?;
    }
    Ok(HttpResponse::Ok().json(history(&state, organisation).await?))
}

/// Enter the legal identity: a new version, which agreements take once the operator has checked it. What was
/// drafted before keeps its own.
#[utoipa::path(
    tag = "organisations",
    params(("organisation" = OrganisationId, Path)),
    request_body = LegalIdentityForm,
    responses((status = 200, body = IdentityHistory), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[put("/organisations/{organisation}/legal_identity")]
pub async fn enter_identity(
    state: web::Data<AppState>,
    organisation: web::Path<OrganisationId>,
    someone: CurrentUser,
    form: Json<LegalIdentityForm>,
) -> HandlerResult {
    let organisation = organisation.into_inner();
    answers_for(&state, &someone, organisation).await?;
    let user = someone.0.who.user.id;
    let kind = state.store.accounts().organisation(organisation).await?.map(|organisation| organisation.kind);
    let by = if kind == Some(OrganisationKind::Operator) { EnteredBy::Admin(user) } else { EnteredBy::Member(user) };
    legal::enter_identity(&state.store, organisation, &form.0, by).await?;
    Ok(HttpResponse::Ok().json(history(&state, organisation).await?))
}

/// Say that a version was checked: drafts that waited for it are written now.
#[utoipa::path(
    tag = "organisations",
    params(("organisation" = OrganisationId, Path), ("version" = u32, Path)),
    responses((status = 200, body = IdentityHistory), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/organisations/{organisation}/legal_identity/{version}/check")]
pub async fn check_identity(
    state: web::Data<AppState>,
    path: web::Path<(OrganisationId, u32)>,
    someone: CurrentUser,
) -> HandlerResult {
    let (organisation, version) = path.into_inner();
    let user = operator_admin(&state, &someone).await?;
    if !legal::check_identity(&state.store, organisation, version, user).await? {
        let known = state.store.accounts().identities(organisation).await?;
        if known.iter().all(|stored| stored.identity.version != version) {
            return Err(Shell::NotFound.into());
        }
    }
    Ok(HttpResponse::Ok().json(history(&state, organisation).await?))
}

/// Who may bind the organisation, up to what amount, by which document, until when; those that ended too.
#[utoipa::path(
    tag = "organisations",
    params(("organisation" = OrganisationId, Path)),
    responses((status = 200, body = PowerList), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/organisations/{organisation}/powers")]
pub async fn list_powers(
    state: web::Data<AppState>,
    organisation: web::Path<OrganisationId>,
    someone: CurrentUser,
) -> HandlerResult {
    let organisation = organisation.into_inner();
    answers_for(&state, &someone, organisation).await?;
    let powers = state.store.accounts().powers(organisation, None).await?;
    let powers = powers
        .into_iter()
        .map(|given| PowerItem {
            power: given.power,
            user: given.user,
            name: given.user_name,
            given_at: given.given_at,
            given_by: given.given_by,
            ended_at: given.ended_at,
            ended_by: given.ended_by,
        })
        .collect();
    Ok(HttpResponse::Ok().json(PowerList { powers }))
}

/// Give a member the power to sign for the organisation.
#[utoipa::path(
    tag = "organisations",
    params(("organisation" = OrganisationId, Path)),
    request_body = PowerGift,
    responses((status = 201, body = PowerGiven), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/organisations/{organisation}/powers")]
pub async fn give_power(
    state: web::Data<AppState>,
    organisation: web::Path<OrganisationId>,
    someone: CurrentUser,
    gift: Json<PowerGift>,
) -> HandlerResult {
    let organisation = organisation.into_inner();
    answers_for(&state, &someone, organisation).await?;
    let PowerGift { user, limit, document, until } = gift.0;
    let power = PowerForm { limit, document, until };
    let by = Some(someone.0.who.user.id);
    let id = legal::give_power(&state.store, organisation, user, &power, by).await?;
    Ok(HttpResponse::Created().json(PowerGiven { id }))
}

/// End a power: nothing more is signed by it. What was signed stays.
#[utoipa::path(
    tag = "organisations",
    params(("organisation" = OrganisationId, Path), ("power" = PowerId, Path)),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[delete("/organisations/{organisation}/powers/{power}")]
pub async fn end_power(
    state: web::Data<AppState>,
    path: web::Path<(OrganisationId, PowerId)>,
    someone: CurrentUser,
) -> HandlerResult {
    let (organisation, power) = path.into_inner();
    answers_for(&state, &someone, organisation).await?;
    let ended = state.store.accounts().end_power(organisation, power, Some(someone.0.who.user.id)).await?;
    if ended { Ok(HttpResponse::NoContent().finish()) } else { Err(Shell::NotFound.into()) }
}
