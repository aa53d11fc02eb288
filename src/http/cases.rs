//! Cases: the list, one case, its commands, its channels.

use crate::commands::act;
use crate::frames::Written;
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::body::{
    CasePage, CasesQuery, CommandDone, CommandWithdrawal, EventPage, EventsQuery, Sort, Tab, TabCounts,
};
use crate::http::limits::{EVENTS_DEFAULT, EVENTS_MAX, ROWS_DEFAULT, ROWS_MAX, SEARCH_CHARS_MAX};
use crate::http::read::{CurrentUser, IdempotencyKey, Json};
use crate::problem::{Fault, Problem, Shell};
use crate::store;
use crate::store::{Arrival, Filter};
use acordo_domain::case::command::Command;
use acordo_domain::id::{CaseId, CommandId};
use acordo_domain::seat::Channel;
use acordo_domain::view::CaseView;
use actix_web::{HttpResponse, delete, get, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list_cases).service(show_case).service(give_command).service(withdraw_command).service(list_events);
}

/// The cases that this person may see.
#[utoipa::path(tag = "cases", params(CasesQuery), responses((status = 200, body = CasePage), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/cases")]
pub async fn list_cases(
    state: web::Data<AppState>,
    someone: CurrentUser,
    query: web::Query<CasesQuery>,
) -> HandlerResult {
    let query = query.into_inner();
    let limit = within(query.limit, ROWS_DEFAULT, ROWS_MAX)?;
    if query.q.as_ref().is_some_and(|words| words.chars().count() > SEARCH_CHARS_MAX) {
        return Err(Fault::new(Shell::InvalidParameter).at("/q"));
    }
    let filter = Filter {
        tab: match query.tab.unwrap_or_default() {
            Tab::MyTurn => store::CaseTab::MyTurn,
            Tab::Waiting => store::CaseTab::Waiting,
            Tab::DueToday => store::CaseTab::DueToday,
            Tab::All => store::CaseTab::All,
        },
        phase: query.phase,
        words: query.q,
        sort: match query.sort.unwrap_or_default() {
            Sort::Due => store::CaseSort::Due,
            Sort::Newest => store::CaseSort::Newest,
            Sort::Oldest => store::CaseSort::Oldest,
        },
        cursor: query.cursor,
        limit: u32::from(limit),
        only: someone.0.who.case,
    };
    let rows = state.store.rows(&someone.actor(), &filter).await?;
    let counts = TabCounts {
        my_turn: rows.counts.my_turn,
        waiting: rows.counts.waiting,
        due_today: rows.counts.due_today,
        all: rows.counts.all,
    };
    Ok(HttpResponse::Ok().json(CasePage { cases: rows.cases, next: rows.next, counts, cut: rows.cut }))
}

/// One case as this person may see it.
#[utoipa::path(tag = "cases", params(("case" = CaseId, Path)), responses((status = 200, body = CaseView), (status = 404, body = Problem, content_type = "application/problem+json")))]
#[get("/cases/{case}")]
pub async fn show_case(state: web::Data<AppState>, case: web::Path<CaseId>, someone: CurrentUser) -> HandlerResult {
    let view = state.store.view(case.into_inner(), &someone.actor()).await?;
    Ok(HttpResponse::Ok().json(view))
}

/// Do something in a case.
#[utoipa::path(
    tag = "cases",
    params(
        ("case" = CaseId, Path),
        ("Idempotency-Key" = uuid::Uuid, Header, description = "Chosen by the client: sent twice, it happens once and answers the same"),
    ),
    request_body = Command,
    responses((status = 200, body = CommandDone), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/cases/{case}/commands")]
pub async fn give_command(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
    key: IdempotencyKey,
    command: Json<Command>,
) -> HandlerResult {
    let case = case.into_inner();
    let done = act(&state.store, &state.identity, &someone.0, case, key.0, &command.0).await?;
    // A person whose command was to leave has no view any more; the command succeeded all the same.
    let shown = state.store.view(case, &someone.actor()).await.ok();
    let events = done.events.iter().map(|recorded| Written(&recorded.wire)).collect();
    Ok(HttpResponse::Ok().json(CommandDone { events, at: &done.at, case: shown }))
}

/// Take back a command of which no answer came. Either it has happened, or it never will.
///
/// Afterwards a request with this id, however late it arrives, is refused with `command_withdrawn`.
#[utoipa::path(
    tag = "cases",
    params(("case" = CaseId, Path), ("id" = uuid::Uuid, Path, description = "The command's id or Idempotency-Key")),
    responses((status = 200, body = CommandWithdrawal), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[delete("/cases/{case}/commands/{id}")]
pub async fn withdraw_command(
    state: web::Data<AppState>,
    path: web::Path<(CaseId, CommandId)>,
    someone: CurrentUser,
) -> HandlerResult {
    let (case, id) = path.into_inner();
    // It says something about the asker's own command alone, so it asks for no part in the case: a command may have
    // ended that.
    let arrival = state.store.withdraw_command(case, &someone.actor(), id).await?;
    Ok(HttpResponse::Ok().json(CommandWithdrawal { happened: arrival == Arrival::Happened }))
}

/// A page of one channel.
#[utoipa::path(
    tag = "cases",
    params(("case" = CaseId, Path), ("channel" = Channel, Path), EventsQuery),
    responses((status = 200, body = EventPage), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/channels/{channel}/events")]
pub async fn list_events(
    state: web::Data<AppState>,
    path: web::Path<(CaseId, Channel)>,
    someone: CurrentUser,
    query: web::Query<EventsQuery>,
) -> HandlerResult {
    let (case, channel) = path.into_inner();
    let limit = within(query.limit, EVENTS_DEFAULT, EVENTS_MAX)?;
    let (actor, limit) = (someone.actor(), u32::from(limit));
    let page = match (query.after, query.before) {
        (Some(_), Some(_)) => return Err(Fault::new(Shell::InvalidParameter).at("/before")),
        (after, None) => state.store.page(case, &actor, channel, after.unwrap_or(0), limit).await?,
        (None, Some(before)) => state.store.page_before(case, &actor, channel, before, limit).await?,
    };
    let events = page.events.iter().map(|(_, frame)| Written(frame)).collect();
    Ok(HttpResponse::Ok().json(EventPage { events, head: page.head }))
}

fn within(asked: Option<u16>, default: u16, most: u16) -> Result<u16, Fault> {
    match asked.unwrap_or(default) {
        limit if (1..=most).contains(&limit) => Ok(limit),
        _ => Err(Fault::new(Shell::InvalidParameter).at("/limit")),
    }
}
