//! The members of an organisation, for its managers and admins.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::read::CurrentUser;
use crate::http::roles::holds;
use crate::identity::staff;
use crate::problem::{Fault, Problem, Shell};
use acordo_domain::id::{OrganisationId, UserId};
use acordo_domain::language::Language;
use acordo_domain::seat::{OrganisationKind, Role};
use actix_web::{HttpResponse, delete, get, web};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list_members).service(remove_member).service(list_mediators);
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MemberList {
    /// By name; who has two roles stands here twice.
    pub members: Vec<MemberItem>,
}

/// Somebody in one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MemberItem {
    pub user: UserId,
    pub name: String,
    pub email: String,
    pub role: Role,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MediatorList {
    /// By name.
    pub mediators: Vec<MediatorItem>,
}

/// A mediator as the coordination sees one: how much they have in hand, and in which language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MediatorItem {
    pub user: UserId,
    pub name: String,
    pub language: Language,
    /// Open cases that this person mediates or was asked to.
    pub open_cases: u32,
}

#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LeaveQuery {
    /// The role that is taken away.
    pub role: Role,
}

/// A company's managers and the operator's admins answer for its people. To everybody else there is no such page.
pub(super) async fn answers_for(
    state: &AppState,
    someone: &CurrentUser,
    organisation: OrganisationId,
) -> Result<(), Fault> {
    holds(state, someone, |held| held.organisation == organisation && matches!(held.role, Role::Manager | Role::Admin))
        .await
}

/// Who is what in an organisation.
#[utoipa::path(
    tag = "organisations",
    params(("organisation" = OrganisationId, Path)),
    responses((status = 200, body = MemberList), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/organisations/{organisation}/members")]
pub async fn list_members(
    state: web::Data<AppState>,
    organisation: web::Path<OrganisationId>,
    someone: CurrentUser,
) -> HandlerResult {
    let organisation = organisation.into_inner();
    answers_for(&state, &someone, organisation).await?;
    let members = state.store.accounts().members(organisation).await?;
    let members = members
        .into_iter()
        .map(|member| MemberItem {
            user: member.user.id,
            name: member.user.name,
            email: member.user.email,
            role: member.role,
        })
        .collect();
    Ok(HttpResponse::Ok().json(MemberList { members }))
}

/// The mediators of the operator and what each has in hand, for its coordinators and admins.
#[utoipa::path(
    tag = "organisations",
    params(("organisation" = OrganisationId, Path)),
    responses((status = 200, body = MediatorList), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/organisations/{organisation}/mediators")]
pub async fn list_mediators(
    state: web::Data<AppState>,
    organisation: web::Path<OrganisationId>,
    someone: CurrentUser,
) -> HandlerResult {
    let organisation = organisation.into_inner();
    holds(&state, &someone, |held| {
        held.organisation == organisation
            && held.kind == OrganisationKind::Operator
            && matches!(held.role, Role::Coordinator | Role::Admin)
    })
    .await?;
    let mut mediators = Vec::new();
    for member in state.store.accounts().members(organisation).await? {
        if member.role != Role::Mediator {
            continue;
        }
        let (user, language) = (member.user.id, member.user.language);
        // Whose account was ended meanwhile has nothing in hand.
        let Some(named) = state.store.person_named(user, Some(organisation)).await? else { continue };
        mediators.push(MediatorItem { user, name: member.user.name, language, open_cases: named.load });
    }
    Ok(HttpResponse::Ok().json(MediatorList { mediators }))
}

/// Take a role away, and with it the seats it gave: a company is asked for somebody else, a mediator is
/// replaced, an officer's entry goes back to its queue.
#[utoipa::path(
    tag = "organisations",
    params(("organisation" = OrganisationId, Path), ("user" = UserId, Path), LeaveQuery),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[delete("/organisations/{organisation}/members/{user}")]
pub async fn remove_member(
    state: web::Data<AppState>,
    path: web::Path<(OrganisationId, UserId)>,
    someone: CurrentUser,
    query: web::Query<LeaveQuery>,
) -> HandlerResult {
    let (organisation, user) = path.into_inner();
    answers_for(&state, &someone, organisation).await?;
    let left = staff::leave(&state.store, organisation, user, query.role).await?;
    state.identity.tell_roles(user);
    if left { Ok(HttpResponse::NoContent().finish()) } else { Err(Shell::NotFound.into()) }
}
