//! Downloads of the record as a bundle.

use crate::export::BundleWanted;
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::body::BundleQuery;
use crate::http::documents::{note_taking, sealed_for};
use crate::http::download::sent;
use crate::http::language;
use crate::http::read::CurrentUser;
use crate::problem::{Fault, Problem, Shell};
use acordo_domain::case::audience::Readable;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::take::{may_take_caucus, may_take_record};
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_domain::view::RecordProfile;
use acordo_record::bundle::Profile;
use actix_web::{HttpRequest, get, web};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(record_bundle);
}

/// The record as one ZIP that anyone can check.
#[utoipa::path(
    tag = "record",
    params(("case" = CaseId, Path), BundleQuery),
    responses((status = 200, content_type = "application/zip"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/record.zip")]
pub async fn record_bundle(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
    query: web::Query<BundleQuery>,
    request: HttpRequest,
) -> HandlerResult {
    let case = case.into_inner();
    let folded = state.store.case(case).await?;
    let actor = someone.actor();
    let asked = query.profile.unwrap_or(RecordProfile::Agreement);
    let (profile, capacity) = match (asked, query.channel) {
        (RecordProfile::Agreement, None) => (Profile::Agreement, sealed_for(&folded, &actor)?),
        (asked, channel) => {
            let viewer = Readable::of(&folded, &actor).ok_or(Shell::NotFound)?;
            (profile_of(&viewer, asked, channel)?, viewer.capacity())
        }
    };
    let agreement = match (profile, query.version) {
        (Profile::Agreement, Some(version)) => {
            let found = folded.procedure.concluded_as(version).ok_or(Shell::NoDocument)?;
            found.sealed_pdf_hash.as_ref().ok_or(Shell::NotReady)?;
            Some(version)
        }
        (_, None) => None,
        (_, Some(_)) => return Err(Shell::InvalidParameter.into()),
    };
    let taker = state.exporter.taker(&folded, capacity, someone.0.who.user.id, profile, agreement).await?;
    let taker = taker.ok_or(Refusal::NotYours)?;
    let turn = state.exporter.turn(someone.0.who.user.id)?;
    let channels = match (profile, query.channel) {
        (Profile::Joint, _) => vec![Channel::Procedure, Channel::Joint],
        (_, Some(caucus)) => vec![caucus],
        (_, None) => vec![Channel::Procedure],
    };
    note_taking(&state.store, &folded, &actor, capacity, channels).await?;
    drop(folded);
    let reader = language::requested(request.headers()).unwrap_or(someone.0.who.user.language);
    let wanted = BundleWanted { case, profile, caucus: query.channel, agreement, taker, reader };
    sent(state.exporter.bundle(wanted, turn).await?).await
}

/// The profile, for whom it is.
fn profile_of(viewer: &Readable<'_>, asked: RecordProfile, channel: Option<Channel>) -> Result<Profile, Fault> {
    match (asked, channel) {
        (RecordProfile::Caucus, Some(channel)) if may_take_caucus(viewer, channel) => return Ok(Profile::Caucus),
        (RecordProfile::Caucus, Some(_)) => return Err(Shell::NotFound.into()),
        (RecordProfile::Caucus, None) | (_, Some(_)) => return Err(Shell::InvalidParameter.into()),
        (_, None) => may_take_record(viewer, asked)?,
    }
    Ok(match asked {
        RecordProfile::Procedural => Profile::Procedural,
        RecordProfile::Joint => Profile::Joint,
        RecordProfile::Agreement | RecordProfile::Caucus => return Err(Shell::InvalidParameter.into()),
    })
}
