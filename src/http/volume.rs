//! An agreement with the record of its procedure as one PDF.

use crate::export::VolumeWanted;
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::body::VersionQuery;
use crate::http::documents::sealed_for;
use crate::http::download::saved_as;
use crate::http::read::CurrentUser;
use crate::problem::{Problem, Shell};
use acordo_domain::case::audience::Readable;
use acordo_domain::case::command::PaperKind;
use acordo_domain::case::take::{listed_in_volume, may_take_record};
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_domain::view::RecordProfile;
use actix_web::{HttpResponse, get, web};
use std::collections::BTreeSet;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(case_volume);
}

/// The agreement, the record of the procedure and a list of the files in one PDF with page numbers and bookmarks, for
/// courts that take no other file. It proves nothing by itself.
#[utoipa::path(
    tag = "record",
    params(("case" = CaseId, Path), VersionQuery),
    responses((status = 200, content_type = "application/pdf"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/volume.pdf")]
pub async fn case_volume(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
    query: web::Query<VersionQuery>,
) -> HandlerResult {
    let (folded, actor) = (state.store.case(case.into_inner()).await?, someone.actor());
    let reader = Readable::of(&folded, &actor).ok_or(Shell::NotFound)?;
    may_take_record(&reader, RecordProfile::Procedural)?;
    sealed_for(&folded, &actor)?;
    let procedure = reader.procedure();
    let concluded = match query.version {
        Some(version) => procedure.concluded_as(version).ok_or(Shell::NoDocument)?,
        None => procedure.concluded.as_ref().ok_or(Shell::NoDocument)?,
    };
    let final_pdf_hash = concluded.sealed_pdf_hash.clone().ok_or(Shell::NotReady)?;
    let channels = listed_in_volume(&reader);
    let files: BTreeSet<(Channel, u64)> = channels
        .iter()
        .flat_map(|channel| reader.exhibits(*channel).map(|(_, exhibit)| (*channel, exhibit.seq)))
        .collect();
    let filed = procedure.papers.iter().filter(|paper| paper.paper == PaperKind::Procedure);
    let last = || filed.map(|paper| paper.number).max();
    let number = procedure.record_as_it_stands().or_else(last).ok_or(Shell::NotReady)?;
    let turn = state.exporter.turn(someone.0.who.user.id)?;
    let read = channels.iter().copied().filter(|channel| files.iter().any(|(listed, _)| listed == channel));
    state.store.note_read(&folded, &actor, read.chain([Channel::Procedure])).await?;
    let (case, version) = (folded.id, concluded.version);
    let joint = channels.contains(&Channel::Joint);
    let wanted = VolumeWanted { case, version, final_pdf_hash, procedure: number, files, joint };
    let volume = state.exporter.volume(wanted, turn).await?.ok_or(Shell::NotReady)?;
    let reference = procedure.filed.as_ref().map(|filed| filed.reference.to_string()).unwrap_or_default();
    let saved = saved_as(&format!("acordo-{reference}-volume-{version}.pdf"));
    Ok(HttpResponse::Ok().content_type("application/pdf").insert_header(saved).body(volume))
}
