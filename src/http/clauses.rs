//! The house's clause library, as the law of a case has it.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::read::CurrentUser;
use crate::problem::Problem;
use acordo_domain::case::command::Language;
use acordo_domain::id::CaseId;
use acordo_domain::law::{ClauseFigure, ClauseKind, ClauseUnit, LibraryClause, PackId};
use actix_web::{HttpResponse, get, web};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(show_clauses);
}

#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ClausesQuery {
    /// Without it, that of the case.
    pub language: Option<Language>,
}

/// The clauses that terms may choose from. `{value}` in their words is the figure.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ClauseLibrary {
    /// The jurisdiction pack, which the case keeps.
    #[schema(value_type = String)]
    pub law: PackId,
    pub language: Language,
    pub clauses: Vec<ClauseItem>,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ClauseItem {
    pub clause: String,
    pub kind: ClauseKind,
    /// A few words, for a button.
    pub label: String,
    /// What it means, in plain words.
    pub plain: String,
    /// As it stands in the agreement.
    pub wording: String,
    pub figure: Option<FigureItem>,
    /// The clauses that cannot stand beside it.
    pub excludes: Vec<String>,
    /// What a side gives up by it.
    pub caution: Option<String>,
    pub sources: Vec<String>,
}

/// The number that goes with a clause.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FigureItem {
    pub unit: ClauseUnit,
    pub least: u32,
    pub greatest: u32,
    pub usual: u32,
    /// The law that sets the greatest; none where it is a rule of the house.
    pub sources: Vec<String>,
}

fn item(clause: &LibraryClause, language: Language) -> ClauseItem {
    ClauseItem {
        clause: clause.id.clone(),
        kind: clause.kind,
        label: clause.label.text(language).to_owned(),
        plain: clause.plain.text(language).to_owned(),
        wording: clause.wording.text(language).to_owned(),
        figure: clause.figure.clone().map(|ClauseFigure { unit, least, greatest, usual, sources }| FigureItem {
            unit,
            least,
            greatest,
            usual,
            sources,
        }),
        excludes: clause.excludes.clone(),
        caution: clause.caution.as_ref().map(|stated| stated.wording.text(language).to_owned()),
        sources: clause.sources.clone(),
    }
}

/// The clauses that terms of this case may choose from, as the law of the case has them.
#[utoipa::path(
    tag = "cases",
    params(("case" = CaseId, Path), ClausesQuery),
    responses((status = 200, body = ClauseLibrary), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/cases/{case}/clauses")]
pub async fn show_clauses(
    state: web::Data<AppState>,
    case: web::Path<CaseId>,
    someone: CurrentUser,
    query: web::Query<ClausesQuery>,
) -> HandlerResult {
    let (law, language) = state.store.law_and_language(case.into_inner(), &someone.actor()).await?;
    let language = query.language.unwrap_or(language);
    let clauses = law.pack().clauses.iter().map(|clause| item(clause, language)).collect();
    Ok(HttpResponse::Ok().json(ClauseLibrary { law, language, clauses }))
}
