//! The papers of procedure, as PDF, as data, and as one ZIP with the record that proves them.

use crate::export::PaperFiles;
use crate::http::answer::Answer;
use crate::http::evidence::saved_as;
use crate::http::read::SignedIn;
use crate::http::site::Site;
use crate::problem::{Fault, Problem, Shell};
use acordo_domain::case::audience::Readable;
use acordo_domain::case::command::PaperKind;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::take::may_take_paper;
use acordo_domain::id::CaseId;
use acordo_record::bundle::Profile;
use actix_web::{HttpResponse, get, web};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(paper);
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
pub async fn paper(
    site: web::Data<Site>,
    path: web::Path<(CaseId, String)>,
    someone: SignedIn,
    query: web::Query<PaperQuery>,
) -> Answer {
    let (case, file) = path.into_inner();
    let (name, format) = file.rsplit_once('.').ok_or(Shell::NotFound)?;
    let kind = PaperKind::from_name(name).ok_or(Shell::NotFound)?;
    let folded = site.store.case(case).await?;
    let of = Readable::of(&folded, &someone.actor()).ok_or(Shell::NotFound)?;
    if !may_take_paper(&of, kind) {
        return Err(Refusal::NotYours.into());
    }
    let papers = &of.procedure().papers;
    let newest = papers.iter().filter(|of| of.paper == kind).map(|of| of.number).max();
    let number = query.number.or(newest).unwrap_or(1);
    let files = site.exporter.paper(&folded, kind, number).await?.ok_or(Shell::NotReady)?;
    let reference = of.procedure().filed.as_ref().map(|filed| filed.reference.to_string()).unwrap_or_default();
    let saved = format!("acordo-{reference}-{name}-{number}");
    let (media_type, bytes) = match format {
        "pdf" => ("application/pdf", files.pdf),
        "json" => ("application/json", files.json),
        "zip" => ("application/zip", packed(&site, case, kind, &saved, files, &someone).await?),
        _ => return Err(Shell::NotFound.into()),
    };
    Ok(HttpResponse::Ok().content_type(media_type).insert_header(saved_as(&format!("{saved}.{format}"))).body(bytes))
}

/// The paper, the same as data, the record of the procedure, and with a breach the signed agreement.
async fn packed(
    site: &Site,
    case: CaseId,
    kind: PaperKind,
    name: &str,
    files: PaperFiles,
    someone: &SignedIn,
) -> Result<Vec<u8>, Fault> {
    let language = someone.0.who.user.language;
    let mut list = vec![(format!("{name}.pdf"), files.pdf), (format!("{name}.json"), files.json)];
    let record = site.exporter.bundle(case, Profile::Procedural, language).await?;
    list.push((record.name, record.bytes));
    if kind == PaperKind::Enforcement {
        let agreement = site.exporter.bundle(case, Profile::Agreement, language).await?;
        list.push((agreement.name, agreement.bytes));
    }
    acordo_record::bundle::pack(&list).map_err(Fault::internal)
}
