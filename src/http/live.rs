//! The handshakes of the live room and of a live list; what happens then is in `rooms`.

use crate::commands::Visitor;
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::language;
use crate::http::read::CurrentUser;
use crate::problem::{Fault, Problem, Shell};
use crate::rooms::handshake::{self, SUBPROTOCOL};
use crate::rooms::{SocketPlace, list_socket, socket};
use acordo_domain::id::CaseId;
use actix_web::http::header::SEC_WEBSOCKET_PROTOCOL;
use actix_web::{HttpRequest, get, web};
use serde::Deserialize;
use tracing::Instrument;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(watch_lists).service(join_live);
}

#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LiveQuery {
    /// In which language refusals are worded; a browser cannot set the header of a handshake.
    pub language: Option<String>,
}

/// The websocket of a case, subprotocol `acordo.v1`: `ClientFrame` up, `ServerFrame` down.
#[utoipa::path(
    tag = "live",
    params(("case" = CaseId, Path), LiveQuery),
    responses((status = 101, description = "Switching protocols"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/live")]
pub async fn join_live(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
    query: web::Query<LiveQuery>,
    request: HttpRequest,
    body: web::Payload,
) -> HandlerResult {
    let (case, visitor) = (case.into_inner(), someone.0);
    // Without a capacity the case does not exist, for a handshake too.
    state.store.view(case, &visitor.who.actor()).await?;
    let place = admitted(&state, &visitor, &request)?;
    let language = query.language.as_deref().and_then(language::named);
    let language = language.or_else(|| language::requested(request.headers())).unwrap_or(visitor.who.user.language);
    let (response, session, stream) = handshake::shake_hands(&request, body).await.map_err(not_upgraded)?;
    let identity = state.identity.clone();
    let span = tracing::info_span!("socket", %case);
    actix_web::rt::spawn(socket::serve(place, identity, case, visitor, language, session, stream).instrument(span));
    Ok(response)
}

/// The websocket of a list of cases, subprotocol `acordo.v1`: `ListClientFrame` up, `ListServerFrame` down.
///
/// `changed` says that something moved in a case that you may read there, and nothing else; the list is asked for again.
#[utoipa::path(
    tag = "live",
    responses((status = 101, description = "Switching protocols"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/live")]
pub async fn watch_lists(
    state: web::Data<AppState>,
    someone: CurrentUser,
    request: HttpRequest,
    body: web::Payload,
) -> HandlerResult {
    let visitor = someone.0;
    let place = admitted(&state, &visitor, &request)?;
    let (response, session, stream) = handshake::shake_hands(&request, body).await.map_err(not_upgraded)?;
    let identity = state.identity.clone();
    let span = tracing::info_span!("list_socket");
    actix_web::rt::spawn(list_socket::serve(place, identity, visitor, session, stream).instrument(span));
    Ok(response)
}

/// A place among the person's sockets, counted before the socket is open; of a room or of a list, they are the same.
fn admitted(state: &AppState, visitor: &Visitor, request: &HttpRequest) -> Result<SocketPlace, Fault> {
    if state.rooms.is_stopping() {
        return Err(Fault::new(Shell::Unavailable).after_seconds(1));
    }
    let place = state.rooms.take_place(visitor.who.user.id);
    let place = place.ok_or_else(|| Fault::new(Shell::TooManySockets).after_seconds(5))?;
    let offers = request.headers().get_all(SEC_WEBSOCKET_PROTOCOL).filter_map(|value| value.to_str().ok());
    if !offers.flat_map(|list| list.split(',')).any(|offer| offer.trim() == SUBPROTOCOL) {
        return Err(Shell::UpgradeRequired.into());
    }
    Ok(place)
}

fn not_upgraded(error: actix_web::Error) -> Fault {
    Fault::new(Shell::UpgradeRequired).because(error)
}
