//! The queues of ombudsman and legal teams, and the people whom a command may name.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::limits::{ENTRIES_DEFAULT, ENTRIES_MAX};
use crate::http::read::CurrentUser;
use crate::problem::{Fault, Problem, Shell};
use crate::store::QueuePage;
use acordo_domain::case::command::Queue;
use acordo_domain::id::{CaseId, OrganisationId, UserId};
use acordo_domain::seat::{OrganisationKind, Role};
use acordo_domain::view::CaseRow;
use actix_web::{HttpResponse, get, web};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list_queues).service(list_queue_entries).service(list_candidates);
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct QueueList {
    pub queues: Vec<QueueItem>,
}

/// One team's queue, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QueueItem {
    /// `<organisation>:ombudsman` or `<organisation>:legal`.
    pub id: String,
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub queue: Queue,
    pub waiting: u32,
    pub claimed: u32,
    pub waiting_for_party: u32,
    /// Resolved, forwarded or remitted.
    pub ended: u32,
    /// Of those that are open.
    pub breached: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct QueueEntries {
    /// Breached first, then by priority, then by age; what is over comes last, the last first.
    pub rows: Vec<CaseRow>,
    /// The cursor of the next page; null on the last.
    #[schema(required)]
    pub next: Option<String>,
}

#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct QueueQuery {
    /// `next` of the page before.
    #[param(max_length = 100)]
    pub cursor: Option<String>,
    /// At most 500; 100 if left out.
    #[param(minimum = 1, maximum = 500)]
    pub limit: Option<u16>,
}

const fn queue_of(kind: OrganisationKind, role: Role) -> Option<Queue> {
    let (ombudsman, legal) = match kind {
        OrganisationKind::Company => (Queue::CompanyOmbudsman, Queue::CompanyLegal),
        OrganisationKind::Operator => (Queue::OperatorOmbudsman, Queue::OperatorLegal),
    };
    match role {
        Role::Ombudsman => Some(ombudsman),
        Role::Legal => Some(legal),
        Role::Manager | Role::Rep | Role::Viewer | Role::Admin | Role::Coordinator | Role::Mediator | Role::Auditor => {
            None
        }
    }
}

fn id_of(organisation: OrganisationId, queue: Queue) -> String {
    format!("{organisation}:{}", if queue.is_legal() { "legal" } else { "ombudsman" })
}

/// The queues of the teams that this person belongs to.
#[utoipa::path(tag = "queues", responses((status = 200, body = QueueList), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/queues")]
pub async fn list_queues(state: web::Data<AppState>, someone: CurrentUser) -> HandlerResult {
    let user = someone.0.who.user.id;
    let mut list = Vec::new();
    for member in state.store.accounts().member_of(user).await? {
        let membership = &member.membership;
        let Some(queue) = queue_of(membership.kind, membership.role) else { continue };
        let counts = state.store.queue_counts(user, membership.organisation, membership.role).await?;
        let told = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        list.push(QueueItem {
            id: id_of(membership.organisation, queue),
            organisation: membership.organisation,
            organisation_name: member.organisation_name,
            queue,
            waiting: told(counts.waiting),
            claimed: told(counts.claimed),
            waiting_for_party: told(counts.waiting_for_party),
            ended: told(counts.ended),
            breached: told(counts.breached),
        });
    }
    Ok(HttpResponse::Ok().json(QueueList { queues: list }))
}

/// What stands in one queue, in the order in which it is served.
#[utoipa::path(
    tag = "queues",
    params(("queue" = String, Path, description = "`<organisation>:ombudsman` or `<organisation>:legal`"), QueueQuery),
    responses((status = 200, body = QueueEntries), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/queues/{queue}/entries")]
pub async fn list_queue_entries(
    state: web::Data<AppState>,
    queue: web::Path<String>,
    someone: CurrentUser,
    query: web::Query<QueueQuery>,
) -> HandlerResult {
    let limit = query.limit.unwrap_or(ENTRIES_DEFAULT);
    if !(1..=ENTRIES_MAX).contains(&limit) {
        return Err(Fault::new(Shell::InvalidParameter).at("/limit"));
    }
    let user = someone.0.who.user.id;
    let memberships = state.store.accounts().member_of(user).await?;
    let member = memberships
        .iter()
        .map(|member| &member.membership)
        .find(|member| {
            queue_of(member.kind, member.role).is_some_and(|kind| id_of(member.organisation, kind) == *queue)
        })
        .ok_or(Shell::NotFound)?;
    let cursor = query.cursor.as_deref();
    let QueuePage { rows, next } = state.store.queue(user, member.organisation, member.role, cursor, limit).await?;
    Ok(HttpResponse::Ok().json(QueueEntries { rows, next }))
}

#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CandidatesQuery {
    /// The command that names a person: `seat.hand_over`, `escalation.hand_over`, `mediator.assign`, `mediator.replace`,
    /// `escalation.remit`.
    #[serde(rename = "for")]
    pub command: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Candidates {
    pub people: Vec<Candidate>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub struct Candidate {
    pub name: String,
    pub id: UserId,
    /// Open cases that this person mediates or was asked to; told where a mediator is named.
    pub open_cases: Option<u32>,
}

/// Whom a command could name, for those who may give it now.
#[utoipa::path(
    tag = "queues",
    params(("case" = CaseId, Path), CandidatesQuery),
    responses((status = 200, body = Candidates), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/candidates")]
pub async fn list_candidates(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
    query: web::Query<CandidatesQuery>,
) -> HandlerResult {
    let case = case.into_inner();
    let view = state.store.view(case, &someone.actor()).await?;
    let command = query.into_inner().command;
    if !view.allowed.contains(&command) {
        return Err(Fault::new(Shell::InvalidParameter).at("/for"));
    }
    let folded = state.store.case(case).await?;
    let procedure = &folded.procedure;
    let Some(filed) = &procedure.filed else { return Err(Shell::NotFound.into()) };
    let entry = procedure.open_entry();
    let (organisation, roles): (OrganisationId, &[Role]) = match (command.as_str(), entry) {
        ("mediator.assign" | "mediator.replace" | "escalation.remit", _) => (filed.operator, &[Role::Mediator]),
        ("escalation.hand_over", Some(entry)) => {
            (entry.organisation, if entry.queue.is_legal() { &[Role::Legal] } else { &[Role::Ombudsman] })
        }
        // A mediator hands over to a mediator, a rep to somebody of the company.
        ("seat.hand_over", _) if view.side.is_none() => (filed.operator, &[Role::Mediator]),
        ("seat.hand_over", _) => (filed.company, &[Role::Manager, Role::Rep]),
        _ => return Err(Fault::new(Shell::InvalidParameter).at("/for")),
    };
    let seated = |user| procedure.seats.iter().any(|tenure| tenure.person.id == user);
    let mediates = roles.contains(&Role::Mediator);
    let mut people: Vec<Candidate> = state
        .store
        .accounts()
        .members(organisation)
        .await?
        .into_iter()
        .filter(|member| roles.contains(&member.role) && !seated(member.user.id))
        .filter(|member| !procedure.is_barred(member.user.id))
        .filter(|member| !mediates || !procedure.mediation.former.contains(&member.user.id))
        .map(|member| Candidate { id: member.user.id, name: member.user.name, open_cases: None })
        .collect();
    people.sort();
    people.dedup();
    if mediates {
        // Whom the command would refuse is not offered.
        let assigned = procedure.mediation.assigned.as_ref().map(|assigned| assigned.person.id);
        let mut free = Vec::with_capacity(people.len());
        for candidate in people {
            let user = candidate.id;
            let stood = procedure.side_of(user).is_some() || procedure.mediation.declined.contains(&user);
            if !stood && assigned != Some(user) && !state.store.bars_mediation(&folded, user).await? {
                let named = state.store.person_named(user, Some(organisation)).await?;
                free.push(Candidate { open_cases: named.map(|named| named.load), ..candidate });
            }
        }
        people = free;
    }
    Ok(HttpResponse::Ok().json(Candidates { people }))
}
