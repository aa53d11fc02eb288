//! Downloads of the record as a bundle.

use crate::export::BundleWanted;
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::body::BundleQuery;
use crate::http::documents::no_agreement;
use crate::http::download::sent;
use crate::http::language;
use crate::http::read::CurrentUser;
use crate::problem::{Fault, Problem, Shell};
use acordo_domain::case::audience::Readable;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::take::{is_sealed, may_take_caucus, may_take_record};
use acordo_domain::id::CaseId;
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
    let viewer = Readable::of(&folded, &someone.actor()).ok_or(Shell::NotFound)?;
    let asked = query.profile.unwrap_or(RecordProfile::Agreement);
    let profile = match (asked, query.channel) {
        (RecordProfile::Caucus, Some(channel)) if may_take_caucus(&viewer, channel) => Profile::Caucus,
        (RecordProfile::Caucus, Some(_)) => return Err(Shell::NotFound.into()),
        (RecordProfile::Caucus, None) | (_, Some(_)) => return Err(Shell::InvalidParameter.into()),
        (asked, None) => profile_of(&viewer, asked)?,
    };
    let agreement = match (profile, query.version) {
        (Profile::Agreement, Some(version)) => {
            let found = viewer.procedure().concluded_as(version).ok_or(Shell::NoDocument)?;
            found.sealed_pdf_hash.as_ref().ok_or(Shell::NotReady)?;
            Some(version)
        }
        (_, None) => None,
        (_, Some(_)) => return Err(Shell::InvalidParameter.into()),
    };
    let taker = state.exporter.taker(&folded, viewer.capacity(), someone.0.who.user.id, profile, agreement).await?;
    let taker = taker.ok_or(Refusal::NotYours)?;
    drop(folded);
    let reader = language::requested(request.headers()).unwrap_or(someone.0.who.user.language);
    let turn = state.exporter.turn(someone.0.who.user.id)?;
    let wanted = BundleWanted { case, profile, caucus: query.channel, agreement, taker, reader };
    sent(state.exporter.bundle(wanted, turn).await?).await
}

/// The profile, for whom it is.
fn profile_of(viewer: &Readable<'_>, asked: RecordProfile) -> Result<Profile, Fault> {
    may_take_record(viewer, asked)?;
    Ok(match asked {
        RecordProfile::Agreement if !is_sealed(viewer.procedure()) => return Err(no_agreement(viewer.procedure())),
        RecordProfile::Agreement => Profile::Agreement,
        RecordProfile::Procedural => Profile::Procedural,
        RecordProfile::Joint => Profile::Joint,
        RecordProfile::Caucus => return Err(Shell::InvalidParameter.into()),
    })
}
