//! Documents: the agreement and the papers of procedure, as PDF, as data, and as one ZIP with the record that
//! proves them.

use crate::export::{AgreementText, Exporter, PacketWanted, is_filer};
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::body::{PdfQuery, VersionQuery, WhichPdf};
use crate::http::download::{saved_as, sent};
use crate::http::read::CurrentUser;
use crate::problem::{Fault, Problem, Shell};
use crate::store::{Store, StoredDocument};
use acordo_domain::case::audience::Readable;
use acordo_domain::case::claims::{called_for, enforced};
use acordo_domain::case::command::PaperKind;
use acordo_domain::case::draft::joint_draft_input;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::{Case, Concluded, Procedure, Talk};
use acordo_domain::case::take::{agreement_taker, is_sealed, may_take_paper};
use acordo_domain::case::watched::WatchedReader;
use acordo_domain::id::CaseId;
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Actor, Capacity, Channel};
use acordo_record::bundle::Profile;
use actix_web::{HttpResponse, get, web};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(agreement_pdf).service(agreement_json).service(agreement_text);
    config.service(procedural_paper).service(complaint_receipt);
}

/// The agreement as PDF/A: what was shown, or what was concluded.
#[utoipa::path(
    tag = "agreement",
    params(("case" = CaseId, Path), PdfQuery),
    responses((status = 200, content_type = "application/pdf"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/agreement.pdf")]
pub async fn agreement_pdf(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
    query: web::Query<PdfQuery>,
) -> HandlerResult {
    let reading = readable(&state, case.into_inner(), &someone).await?;
    let (folded, name) = (&reading.case, &reading.name);
    let found = version_of(&state.exporter, folded, &someone, query.version).await?;
    let (version, found) = match query.which.unwrap_or_default() {
        WhichPdf::Shown => {
            let Version { version, pdf_hash, .. } = found.ok_or_else(|| no_draft(folded))?;
            (version, state.exporter.document(folded.id, version, StoredDocument::Shown, &pdf_hash).await?)
        }
        WhichPdf::Final => sealed(&state.exporter, folded, query.version).await?,
    };
    reading.note(&state.store).await?;
    let ending = if query.which.unwrap_or_default() == WhichPdf::Shown { "-shown" } else { "" };
    let saved = saved_as(&format!("{name}-{version}{ending}.pdf"));
    Ok(HttpResponse::Ok().content_type("application/pdf").insert_header(saved).body(found))
}

/// The agreement in canonical form: the bytes whose hash is signed.
#[utoipa::path(
    tag = "agreement",
    params(("case" = CaseId, Path), VersionQuery),
    responses((status = 200, content_type = "application/json"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/agreement.json")]
pub async fn agreement_json(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
    query: web::Query<VersionQuery>,
) -> HandlerResult {
    let reading = readable(&state, case.into_inner(), &someone).await?;
    let (folded, name) = (&reading.case, &reading.name);
    let found = version_of(&state.exporter, folded, &someone, query.version).await?;
    let Version { version, document_hash, .. } = found.ok_or_else(|| no_draft(folded))?;
    let found = state.exporter.json(folded.id, version, &document_hash).await?;
    reading.note(&state.store).await?;
    let saved = saved_as(&format!("{name}-{version}.json"));
    Ok(HttpResponse::Ok().content_type("application/json").insert_header(saved).body(found))
}

/// All that the agreement's document says, as text in its language.
#[utoipa::path(
    tag = "agreement",
    params(("case" = CaseId, Path), VersionQuery),
    responses((status = 200, body = AgreementText), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/agreement/text")]
pub async fn agreement_text(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
    query: web::Query<VersionQuery>,
) -> HandlerResult {
    let reading = readable(&state, case.into_inner(), &someone).await?;
    let folded = &reading.case;
    let found = version_of(&state.exporter, folded, &someone, query.version).await?;
    let Version { version, document_hash, .. } = found.ok_or_else(|| no_draft(folded))?;
    let text = state.exporter.text(folded.id, version, &document_hash).await?;
    reading.note(&state.store).await?;
    Ok(HttpResponse::Ok().json(text))
}

/// The case, for a reader of the agreement's channel or who takes the agreement along once it is sealed.
struct Reading {
    case: Arc<Case>,
    /// Of the agreement's files, without ending.
    name: String,
    actor: Actor,
    /// In which capacity they take it along; nothing for who reads its channel.
    taker: Option<Capacity>,
}

async fn readable(state: &AppState, case: CaseId, someone: &CurrentUser) -> Result<Reading, Fault> {
    let (case, actor) = (state.store.case(case).await?, someone.actor());
    let taker = if joint_of(&case, &actor).is_some() { None } else { Some(sealed_for(&case, &actor)?) };
    let reference = case.procedure.filed.as_ref().map(|filed| filed.reference.to_string()).unwrap_or_default();
    Ok(Reading { case, name: format!("acordo-{reference}-agreement"), actor, taker })
}

impl Reading {
    /// Writes down that they read it: once it was found, and before it is shown.
    async fn note(&self, store: &Store) -> Result<(), Fault> {
        match self.taker {
            Some(capacity) => note_taking(store, &self.case, &self.actor, capacity, [Channel::Procedure]).await,
            None => Ok(store.note_read(&self.case, &self.actor, [Channel::Joint]).await?),
        }
    }
}

fn joint_of<'a>(case: &'a Case, actor: &Actor) -> Option<&'a Talk> {
    Readable::of(case, actor)?.joint()
}

/// In which capacity this actor takes a sealed agreement of the case along.
pub(super) fn sealed_for(case: &Case, actor: &Actor) -> Result<Capacity, Fault> {
    let capacity = agreement_taker(case, actor).ok_or(Shell::NotFound)??;
    if is_sealed(&case.procedure) { Ok(capacity) } else { Err(no_agreement(&case.procedure)) }
}

/// Writes down who takes what along; by the register also where they have another part in the case.
pub(super) async fn note_taking(
    store: &Store,
    case: &Case,
    actor: &Actor,
    capacity: Capacity,
    channels: impl IntoIterator<Item = Channel>,
) -> Result<(), Fault> {
    let reader = match capacity {
        Capacity::Register => WatchedReader::by_register(&case.procedure, actor),
        _ => WatchedReader::of(&case.procedure, actor),
    };
    if let Some(reader) = reader {
        store.note_read_as(case.id, actor, reader, channels).await?;
    }
    Ok(())
}

/// One wording of the agreement: the hash that is signed, and that of the PDF as it was shown.
struct Version {
    version: u32,
    document_hash: String,
    pdf_hash: String,
}

impl From<&Concluded> for Version {
    fn from(concluded: &Concluded) -> Self {
        let Concluded { version, document_hash, pdf_hash, .. } = concluded.clone();
        Self { version, document_hash, pdf_hash }
    }
}

/// The wording that is asked for. Without a number what was concluded last, or what is being signed; by its number every
/// agreement that was concluded, and, for those in the joint room, what was only drafted and may have been signed by one.
async fn version_of(
    exporter: &Exporter,
    case: &Case,
    someone: &CurrentUser,
    wanted: Option<u32>,
) -> Result<Option<Version>, Fault> {
    let (procedure, joint) = (&case.procedure, joint_of(case, &someone.actor()));
    let Some(wanted) = wanted else {
        if let Some(concluded) = procedure.concluded_and_not_signing() {
            return Ok(Some(concluded.into()));
        }
        let draft = joint.and_then(|joint| joint.deal.as_ref()?.draft.as_ref());
        return Ok(match draft {
            Some(draft) => Some(Version {
                version: draft.version,
                document_hash: draft.document_hash.clone(),
                pdf_hash: draft.pdf_hash.clone(),
            }),
            // What is being signed is theirs who sign; the agreement of before stands for everybody.
            None => procedure.concluded.as_ref().filter(|_| joint.is_none()).map(Version::from),
        });
    };
    if let Some(concluded) = procedure.concluded_as(wanted) {
        return Ok(Some(concluded.into()));
    }
    if joint.is_none() {
        return Err(Refusal::NotYours.into());
    }
    let (document_hash, pdf_hash) = exporter.drafted(case.id, wanted).await?.ok_or(Shell::NoDocument)?;
    Ok(Some(Version { version: wanted, document_hash, pdf_hash }))
}

/// It is drafted as soon as both sides are named.
fn no_draft(case: &Case) -> Shell {
    if joint_draft_input(case).is_some() { Shell::NotReady } else { Shell::NoDocument }
}

/// Why there is no sealed agreement to hand out.
fn no_agreement(procedure: &Procedure) -> Fault {
    match (&procedure.concluded, procedure.phase()) {
        (Some(_), _) => Shell::NotReady.into(),
        (None, Phase::Agreed) => Refusal::AgreementNotConcluded.into(),
        (None, _) => Shell::NoDocument.into(),
    }
}

async fn sealed(exporter: &Exporter, case: &Case, wanted: Option<u32>) -> Result<(u32, Vec<u8>), Fault> {
    let concluded = match wanted {
        Some(version) => case.procedure.concluded_as(version),
        None => case.procedure.concluded.as_ref(),
    };
    let Some(concluded) = concluded else {
        return Err(if wanted.is_some() { Shell::NoDocument.into() } else { no_agreement(&case.procedure) });
    };
    let hash = concluded.sealed_pdf_hash.as_ref().ok_or(Shell::NotReady)?;
    Ok((concluded.version, exporter.document(case.id, concluded.version, StoredDocument::Final, hash).await?))
}

#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PaperQuery {
    /// Which of several; a remitted mediation has a final term of its own. The newest if left out.
    #[param(minimum = 1)]
    pub number: Option<u16>,
    /// Of a record as somebody took it along before, of the case as it stood: how many events of `procedure` it tells.
    /// The `paper_filed` of it says so.
    #[param(minimum = 1)]
    pub size: Option<u64>,
}

/// A paper of procedure.
#[utoipa::path(
    tag = "papers",
    params(
        ("case" = CaseId, Path),
        ("file" = String, Path, description = "`final_term`, `certificate`, `procedure` or `enforcement`, and `.pdf`, `.json` or `.zip`"),
        PaperQuery,
    ),
    responses((status = 200, content_type = "application/pdf"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/papers/{file}")]
pub async fn procedural_paper(
    state: web::Data<AppState>,
    path: web::Path<(CaseId, String)>,
    someone: CurrentUser,
    query: web::Query<PaperQuery>,
) -> HandlerResult {
    let (case, file) = path.into_inner();
    let (name, format) = file.rsplit_once('.').ok_or(Shell::NotFound)?;
    let kind = PaperKind::from_name(name).ok_or(Shell::NotFound)?;
    let folded = state.store.case(case).await?;
    let reader = Readable::of(&folded, &someone.actor()).ok_or(Shell::NotFound)?;
    let papers = &reader.procedure().papers;
    let takes = |number: &u16| may_take_paper(&reader, kind, *number);
    let newest = papers.iter().filter(|paper| paper.paper == kind).map(|paper| paper.number).filter(takes).max();
    // The record of a case that is open, or in which something was done since it closed, is taken as it stands.
    let present = reader.procedure().record_as_it_stands().filter(|_| kind == PaperKind::Procedure);
    let number = query.number.or(present).or(newest).unwrap_or(1);
    if !takes(&number) {
        return Err(Refusal::NotYours.into());
    }
    let called_for = called_for(reader.procedure(), kind, number).is_some();
    let missing = if called_for && query.size.is_none() { Shell::NotReady } else { Shell::NoDocument };
    let files = state.exporter.paper(&folded, kind, number, query.size).await?.ok_or(missing)?;
    state.store.note_read(&folded, &someone.actor(), [Channel::Procedure]).await?;
    let reference = reader.procedure().filed.as_ref().map(|filed| filed.reference.to_string()).unwrap_or_default();
    let stood = files.size.map(|size| format!("-at-{size}")).unwrap_or_default();
    let saved = format!("acordo-{reference}-{name}-{number}{stood}");
    let capacity = reader.capacity();
    let (media_type, bytes) = match format {
        "pdf" => ("application/pdf", files.pdf),
        "json" => ("application/json", files.json),
        "zip" => {
            let turn = state.exporter.turn(someone.0.who.user.id)?;
            let reader = someone.0.who.user.language;
            let taker =
                state.exporter.taker(&folded, capacity, someone.0.who.user.id, Profile::Procedural, None).await?;
            let taker = taker.ok_or(Refusal::NotYours)?;
            let agreement = broken_agreement(&folded.procedure, kind, number);
            let wanted = PacketWanted { case, name: saved, agreement, taker, reader };
            return sent(state.exporter.packet(wanted, files, turn).await?).await;
        }
        _ => return Err(Shell::NotFound.into()),
    };
    Ok(HttpResponse::Ok().content_type(media_type).insert_header(saved_as(&format!("{saved}.{format}"))).body(bytes))
}

/// The agreement that a packet enforces.
fn broken_agreement(procedure: &Procedure, kind: PaperKind, number: u16) -> Option<u32> {
    let of_breach = enforced(procedure, number).filter(|_| kind == PaperKind::Enforcement)?;
    Some(of_breach.version)
}

/// The receipt of the complaint as of now, for the consumer who filed it.
#[utoipa::path(
    tag = "papers",
    params(("case" = CaseId, Path)),
    responses((status = 200, content_type = "application/pdf"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/receipt.pdf")]
pub async fn complaint_receipt(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
) -> HandlerResult {
    let folded = state.store.case(case.into_inner()).await?;
    let reader = Readable::of(&folded, &someone.actor()).ok_or(Shell::NotFound)?;
    if !is_filer(&folded, someone.0.who.user.id) {
        return Err(Refusal::NotYours.into());
    }
    let files = state.exporter.receipt(&folded).await?.ok_or(Shell::NoDocument)?;
    let reference = reader.procedure().filed.as_ref().map(|filed| filed.reference.to_string()).unwrap_or_default();
    let saved = saved_as(&format!("acordo-{reference}-receipt.pdf"));
    Ok(HttpResponse::Ok().content_type("application/pdf").insert_header(saved).body(files.pdf))
}
