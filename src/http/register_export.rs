//! Many agreements of the register in one file: asked for, made in the background, kept for a day.

use crate::evidence::part_of;
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::download::{asked_range, saved_as};
use crate::http::language;
use crate::http::read::{CurrentUser, IdempotencyKey, Json};
use crate::http::register::{AgreementsFilter, reader};
use crate::problem::{Fault, Problem, Shell};
use crate::store::{ExportJob, JobState, NewExportJob, NoJob};
use acordo_domain::case::register::{Registered, registers};
use acordo_domain::id::{CaseId, OrganisationId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::seat::Actor;
use acordo_record::hex;
use actix_web::http::header::{ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, ETag, EntityTag};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use futures_util::StreamExt;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Agreements of one export; those that are named one by one.
pub const AGREEMENTS_MAX: usize = 2_000;
pub const NAMED_MAX: usize = 500;
/// How long somebody waits for room among the exports that are kept.
const WAIT_SECONDS: u64 = 60;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(begin_export).service(list_exports).service(show_export);
    config.service(download_export).service(remove_export);
}

/// Either agreements by name, or all that a filter finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportWanted {
    #[serde(default)]
    #[schema(min_items = 1, max_items = 500)]
    pub agreements: Option<Vec<AgreementRef>>,
    #[serde(default)]
    pub filter: Option<AgreementsFilter>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgreementRef {
    pub case: CaseId,
    #[schema(minimum = 1)]
    pub version: u32,
}

/// How far an export of many agreements is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportJobView {
    pub job: Uuid,
    pub state: JobState,
    pub total: u32,
    /// Looked at so far, and those of them that could not be taken along; the file's index says why.
    pub done: u32,
    pub left_out: u32,
    /// Of the file, once it is there.
    #[schema(required)]
    pub size: Option<u64>,
    /// In lower-case hex.
    #[schema(required)]
    pub sha256: Option<String>,
    /// Why it failed.
    #[schema(required)]
    pub problem: Option<String>,
    pub created_at: Moment,
    /// Until when the file can be had.
    pub expires_at: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportJobList {
    pub jobs: Vec<ExportJobView>,
}

fn shown(job: &ExportJob) -> ExportJobView {
    ExportJobView {
        job: job.id,
        state: job.state,
        total: u32::try_from(job.selection.len()).unwrap_or(u32::MAX),
        done: job.done,
        left_out: job.left_out,
        size: job.size,
        sha256: job.sha256.as_ref().map(|hash| hex(hash)),
        problem: job.problem.clone(),
        created_at: job.created_at,
        expires_at: job.expires_at,
    }
}

/// Ask for many agreements in one ZIP, each with the record that proves it, and an index. It is made in the background.
#[utoipa::path(
    tag = "register",
    params(("Idempotency-Key" = uuid::Uuid, Header, description = "Chosen by the client: sent twice, it is one export")),
    request_body = ExportWanted,
    responses((status = 202, body = ExportJobView), (status = "4XX", body = Problem, content_type = "application/problem+json"), (status = 503, body = Problem, content_type = "application/problem+json")),
)]
#[post("/agreements/export")]
pub async fn begin_export(
    state: web::Data<AppState>,
    someone: CurrentUser,
    key: IdempotencyKey,
    wanted: Json<ExportWanted>,
    request: HttpRequest,
) -> HandlerResult {
    let (actor, user) = (reader(&someone)?, &someone.0.who.user);
    let selection = match wanted.0 {
        ExportWanted { agreements: Some(named), filter: None } => by_name(&state, &actor, named).await?,
        ExportWanted { agreements: None, filter: Some(filter) } => {
            let filter = filter.read(state.store.rules())?;
            let (selection, more) = state.store.register_selection(&actor, &filter, AGREEMENTS_MAX).await?;
            if more.is_some() {
                return Err(Shell::TooManyAgreements.into());
            }
            selection
        }
        ExportWanted { .. } => return Err(Fault::new(Shell::InvalidField).at("/agreements")),
    };
    if selection.is_empty() {
        return Err(Shell::NothingSelected.into());
    }
    let language = language::requested(request.headers()).unwrap_or(user.language);
    let (id, organisations) = (job_id(user.id, key.0.0), read_by(&actor));
    let new = NewExportJob { id, user: user.id, language, organisations, selection };
    let job = state.store.export_jobs().add(new).await?.map_err(|none| match none {
        NoJob::OfPerson => Fault::new(Shell::TooManyJobs).after_seconds(WAIT_SECONDS),
        NoJob::OfAll => Fault::new(Shell::ExportsBusy).after_seconds(WAIT_SECONDS),
        NoJob::IdReused => Fault::new(Shell::IdReused),
    })?;
    state.exporter.jobs_wanted().notify_one();
    Ok(HttpResponse::Accepted().json(shown(&job)))
}

/// Agreements that are in this person's register, each once. Which are not is told as if there were none.
async fn by_name(state: &AppState, actor: &Actor, named: Vec<AgreementRef>) -> Result<Vec<(CaseId, u32)>, Fault> {
    if named.len() > NAMED_MAX {
        return Err(Fault::new(Shell::TooManyAgreements).at("/agreements"));
    }
    let mut chosen = BTreeSet::new();
    let mut selection = Vec::with_capacity(named.len());
    for (place, AgreementRef { case, version }) in named.into_iter().enumerate() {
        let folded = state.store.case(case).await;
        let registered = folded.as_ref().ok().and_then(|folded| Registered::of(folded, actor));
        if registered.is_none_or(|registered| registered.agreement(version).is_none()) {
            return Err(Fault::new(Shell::NotFound).at(format!("/agreements/{place}")));
        }
        if chosen.insert((case, version)) {
            selection.push((case, version));
        }
    }
    Ok(selection)
}

/// The same for the same person and key, so that what is sent twice is one job. Version 8 of RFC 9562: the bits are a hash.
fn job_id(user: UserId, key: Uuid) -> Uuid {
    let digest = Sha256::new()
        .chain_update(b"acordo/export-job")
        .chain_update(user.0.as_bytes())
        .chain_update(key.as_bytes())
        .finalize();
    let mut bits = [0; 16];
    bits.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bits).into_uuid()
}

/// This person's exports of many agreements that are kept, the newest first.
#[utoipa::path(
    tag = "register",
    responses((status = 200, body = ExportJobList), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/agreements/export")]
pub async fn list_exports(state: web::Data<AppState>, someone: CurrentUser) -> HandlerResult {
    let read = read_by(&reader(&someone)?);
    let jobs = state.store.export_jobs().all_of(someone.0.who.user.id).await?;
    let jobs = jobs.iter().filter(|job| job.organisations.is_subset(&read)).map(shown).collect();
    Ok(HttpResponse::Ok().json(ExportJobList { jobs }))
}

/// How far one export is.
#[utoipa::path(
    tag = "register",
    params(("job" = Uuid, Path)),
    responses((status = 200, body = ExportJobView), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/agreements/export/{job}")]
pub async fn show_export(state: web::Data<AppState>, job: web::Path<Uuid>, someone: CurrentUser) -> HandlerResult {
    Ok(HttpResponse::Ok().json(shown(&find(&state, &someone, *job).await?)))
}

/// The file of an export that is ready; a download that broke off goes on where it stopped.
#[utoipa::path(
    tag = "register",
    params(
        ("job" = Uuid, Path),
        ("Range" = Option<String>, Header, description = "One range of bytes, `bytes=0-1023`; of several the whole file is sent"),
    ),
    responses((status = 200, content_type = "application/zip"), (status = 206, content_type = "application/zip"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/agreements/export/{job}/file")]
pub async fn download_export(
    state: web::Data<AppState>,
    job: web::Path<Uuid>,
    someone: CurrentUser,
    request: HttpRequest,
) -> HandlerResult {
    let job = find(&state, &someone, *job).await?;
    let (Some(whole), Some(sha256), JobState::Ready) = (job.size, job.sha256, job.state) else {
        return Err(Shell::NotReady.into());
    };
    let tag = EntityTag::new_strong(hex(&sha256));
    let asked = asked_range(&request, whole, &tag)?;
    let (from, size) = asked.unwrap_or((0, whole));
    let place = state.exporter.download_place(someone.0.who.user.id)?;
    let file = state.exporter.job_file(job.id).await?.ok_or(Shell::NoDocument)?;
    let bytes = part_of(tokio::fs::File::from_std(file), from, size).await?;
    let held = bytes.inspect(move |_| {
        let _until_then = &place;
    });
    let mut answer = if asked.is_some() { HttpResponse::PartialContent() } else { HttpResponse::Ok() };
    if asked.is_some() {
        answer.insert_header((CONTENT_RANGE, format!("bytes {from}-{}/{whole}", from + size - 1)));
    }
    let day = job.created_at.to_string();
    let name = format!("acordo-agreements-{}.zip", day.get(..10).unwrap_or(&day));
    Ok(answer
        .content_type("application/zip")
        .insert_header((CONTENT_LENGTH, size))
        .insert_header((ACCEPT_RANGES, "bytes"))
        .insert_header(ETag(tag))
        .insert_header(saved_as(&name))
        .no_chunking(size)
        .streaming(held))
}

/// Take an export away before its day is over, or before it is made.
#[utoipa::path(
    tag = "register",
    params(("job" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[delete("/agreements/export/{job}")]
pub async fn remove_export(state: web::Data<AppState>, job: web::Path<Uuid>, someone: CurrentUser) -> HandlerResult {
    if !state.store.export_jobs().remove(someone.0.who.user.id, *job).await? {
        return Err(Shell::NotFound.into());
    }
    state.exporter.forget_job(*job).await;
    Ok(HttpResponse::NoContent().finish())
}

/// A job of this person, who still reads every register that it was made from.
async fn find(state: &AppState, someone: &CurrentUser, id: Uuid) -> Result<ExportJob, Fault> {
    let read = read_by(&reader(someone)?);
    let job = state.store.export_jobs().of(someone.0.who.user.id, id).await?;
    Ok(job.filter(|job| job.organisations.is_subset(&read)).ok_or(Shell::NotFound)?)
}

fn read_by(actor: &Actor) -> BTreeSet<OrganisationId> {
    registers(actor).into_iter().map(|(_, organisation)| organisation).collect()
}
