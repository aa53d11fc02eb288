//! What this site holds about a person, for that person (LGPD art. 18, II and V; GDPR arts. 15 and 20).

use crate::export::MyDataWanted;
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::download::sent;
use crate::http::language;
use crate::http::read::CurrentUser;
use crate::problem::Problem;
use actix_web::{HttpRequest, get, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(my_data);
}

/// What the site holds about you, as one ZIP: JSON for programs, and the same as pages to read.
///
/// Your account, ways in and codes, and of each case in which you have or had a part what you yourself said, sent,
/// signed and decided there, as far as you still read it. A session that began with the link of one case gets that case.
#[utoipa::path(
    tag = "auth",
    responses((status = 200, content_type = "application/zip"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/my_data.zip")]
pub async fn my_data(state: web::Data<AppState>, someone: CurrentUser, request: HttpRequest) -> HandlerResult {
    let who = &someone.0.who;
    let reader = language::requested(request.headers()).unwrap_or(who.user.language);
    let turn = state.exporter.turn(who.user.id)?;
    let wanted = MyDataWanted { actor: who.actor(), user: who.user.clone(), only: who.case, reader };
    sent(state.exporter.my_data(wanted, turn).await?).await
}
