//! Cases: the list, one case, its commands, its channels.

use crate::http::answer::Answer;
use crate::http::body::{CasePage, CasesQuery, CommandDone, EventPage, EventsQuery};
use crate::problem::{Problem, Shell};
use acordo_domain::case::command::Command;
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_domain::view::CaseView;
use actix_web::{get, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list).service(view).service(command).service(events);
}

/// The cases that this person may see.
#[utoipa::path(tag = "cases", params(CasesQuery), responses((status = 200, body = CasePage), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/cases")]
pub async fn list(_query: web::Query<CasesQuery>) -> Answer {
    Err(Shell::Unavailable.into())
}

/// One case as this person may see it.
#[utoipa::path(tag = "cases", params(("case" = CaseId, Path)), responses((status = 200, body = CaseView), (status = 404, body = Problem, content_type = "application/problem+json")))]
#[get("/cases/{case}")]
pub async fn view(_case: web::Path<CaseId>) -> Answer {
    Err(Shell::Unavailable.into())
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
pub async fn command(_case: web::Path<CaseId>, _command: web::Json<Command>) -> Answer {
    Err(Shell::Unavailable.into())
}

/// A page of one channel.
#[utoipa::path(
    tag = "cases",
    params(("case" = CaseId, Path), ("channel" = Channel, Path), EventsQuery),
    responses((status = 200, body = EventPage), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/channels/{channel}/events")]
pub async fn events(_path: web::Path<(CaseId, Channel)>, _query: web::Query<EventsQuery>) -> Answer {
    Err(Shell::Unavailable.into())
}
