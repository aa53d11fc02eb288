//! Documents: the agreement and the papers of procedure, as PDF, as data, and as one ZIP with the record that
//! proves them.

use crate::export::{Exporter, PaperFiles, is_filer};
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::body::{PdfQuery, WhichPdf};
use crate::http::read::CurrentUser;
use crate::problem::{Fault, Problem, Shell};
use crate::store::StoredDocument;
use acordo_domain::case::audience::Readable;
use acordo_domain::case::command::PaperKind;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::Case;
use acordo_domain::case::take::may_take_paper;
use acordo_domain::id::CaseId;
use acordo_record::bundle::Profile;
use actix_web::http::header::{Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue};
use actix_web::{HttpResponse, get, web};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(agreement_pdf).service(agreement_json).service(procedural_paper).service(complaint_receipt);
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
    let (folded, name) = readable(&state, case.into_inner(), &someone).await?;
    let found = match query.which.unwrap_or_default() {
        WhichPdf::Shown => shown(&state.exporter, &folded).await?,
        WhichPdf::Final => sealed(&state.exporter, &folded).await?,
    };
    Ok(HttpResponse::Ok().content_type("application/pdf").insert_header(saved_as(&format!("{name}.pdf"))).body(found))
}

/// The agreement in canonical form: the bytes whose hash is signed.
#[utoipa::path(
    tag = "agreement",
    params(("case" = CaseId, Path)),
    responses((status = 200, content_type = "application/json"), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/agreement.json")]
pub async fn agreement_json(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
) -> HandlerResult {
    let (folded, name) = readable(&state, case.into_inner(), &someone).await?;
    let (version, hash, _) = newest(&folded).ok_or(Shell::NotReady)?;
    let found = state.exporter.json(folded.id, version, &hash).await?;
    Ok(HttpResponse::Ok().content_type("application/json").insert_header(saved_as(&format!("{name}.json"))).body(found))
}

/// The case, for a reader of the agreement's channel, and the name of its files.
async fn readable(state: &AppState, case: CaseId, someone: &CurrentUser) -> Result<(Arc<Case>, String), Fault> {
    let folded = state.store.case(case).await?;
    let reader = Readable::of(&folded, &someone.actor()).ok_or(Shell::NotFound)?;
    reader.joint().ok_or(Refusal::NotYours)?;
    let reference = folded.procedure.filed.as_ref().map(|filed| filed.reference.to_string()).unwrap_or_default();
    Ok((folded, format!("acordo-{reference}")))
}

/// Version, document hash and hash of the shown PDF: of what was concluded, else of the draft.
fn newest(case: &Case) -> Option<(u32, String, String)> {
    if let Some(concluded) = &case.procedure.concluded {
        return Some((concluded.version, concluded.document_hash.clone(), concluded.pdf_hash.clone()));
    }
    let draft = case.joint().deal.as_ref()?.draft.as_ref()?;
    Some((draft.version, draft.document_hash.clone(), draft.pdf_hash.clone()))
}

async fn shown(exporter: &Exporter, case: &Case) -> Result<Vec<u8>, Fault> {
    let (version, _, hash) = newest(case).ok_or(Shell::NotReady)?;
    Ok(exporter.document(case.id, version, StoredDocument::Shown, &hash).await?)
}

async fn sealed(exporter: &Exporter, case: &Case) -> Result<Vec<u8>, Fault> {
    let concluded = case.procedure.concluded.as_ref().ok_or(Refusal::AgreementNotConcluded)?;
    let hash = concluded.sealed_pdf_hash.as_ref().ok_or(Shell::NotReady)?;
    Ok(exporter.document(case.id, concluded.version, StoredDocument::Final, hash).await?)
}

#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PaperQuery {
    /// Which of several; a remitted mediation has a final term of its own. The newest if left out.
    #[param(minimum = 1)]
    pub number: Option<u16>,
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
    if !may_take_paper(&reader, kind) {
        return Err(Refusal::NotYours.into());
    }
    let papers = &reader.procedure().papers;
    let newest = papers.iter().filter(|paper| paper.paper == kind).map(|paper| paper.number).max();
    // The record of a case that is open is made as it stands, also where one was made of an earlier end.
    let open = reader.procedure().closed_at.is_none();
    let next = u16::try_from(reader.procedure().closings.len() + 1).unwrap_or(u16::MAX);
    let present = (kind == PaperKind::Procedure && open).then_some(next);
    let number = query.number.or(present).or(newest).unwrap_or(1);
    let files = state.exporter.paper(&folded, kind, number).await?.ok_or(Shell::NotReady)?;
    let reference = reader.procedure().filed.as_ref().map(|filed| filed.reference.to_string()).unwrap_or_default();
    let saved = format!("acordo-{reference}-{name}-{number}");
    let (media_type, bytes) = match format {
        "pdf" => ("application/pdf", files.pdf),
        "json" => ("application/json", files.json),
        "zip" => ("application/zip", packed(&state, case, kind, &saved, files, &someone).await?),
        _ => return Err(Shell::NotFound.into()),
    };
    Ok(HttpResponse::Ok().content_type(media_type).insert_header(saved_as(&format!("{saved}.{format}"))).body(bytes))
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
    let files = state.exporter.receipt(&folded).await?.ok_or(Shell::NotReady)?;
    let reference = reader.procedure().filed.as_ref().map(|filed| filed.reference.to_string()).unwrap_or_default();
    let saved = saved_as(&format!("acordo-{reference}-receipt.pdf"));
    Ok(HttpResponse::Ok().content_type("application/pdf").insert_header(saved).body(files.pdf))
}

/// The paper, the same as data, the record of the procedure, and with a breach the signed agreement.
async fn packed(
    state: &AppState,
    case: CaseId,
    kind: PaperKind,
    name: &str,
    files: PaperFiles,
    someone: &CurrentUser,
) -> Result<Vec<u8>, Fault> {
    let language = someone.0.who.user.language;
    let mut list = vec![(format!("{name}.pdf"), files.pdf), (format!("{name}.json"), files.json)];
    let record = state.exporter.bundle(case, Profile::Procedural, language).await?;
    list.push((record.name, record.bytes));
    if kind == PaperKind::Enforcement {
        let agreement = state.exporter.bundle(case, Profile::Agreement, language).await?;
        list.push((agreement.name, agreement.bytes));
    }
    acordo_record::bundle::pack(&list).map_err(Fault::internal)
}

/// As an attachment: saved by the browser, never rendered.
pub fn saved_as(name: &str) -> ContentDisposition {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '%') { c } else { '_' }).collect();
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![
            DispositionParam::Filename(plain),
            DispositionParam::FilenameExt(ExtendedValue {
                charset: Charset::Ext("UTF-8".to_owned()),
                language_tag: None,
                value: name.as_bytes().to_vec(),
            }),
        ],
    }
}
