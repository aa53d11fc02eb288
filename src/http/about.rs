//! Who runs this installation, how to reach a person there, and where its notice on personal data is.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use acordo_domain::identifier::Scheme;
use acordo_domain::law::PackId;
use actix_web::{HttpResponse, get, web};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(show_about);
}

/// What anybody may know of this installation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct About {
    /// The mediation centre; none before it was entered.
    pub operator: Option<AboutOperator>,
    /// How to reach somebody of its team, in its own words (setting `contact`).
    pub contact: Option<String>,
    /// Its notice on personal data (setting `privacy_url`).
    pub privacy_url: Option<String>,
    /// The legal order of new cases.
    #[schema(value_type = String)]
    pub law: PackId,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AboutOperator {
    pub name: String,
    /// Of the newest version that was checked.
    pub legal: Option<AboutLegal>,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AboutLegal {
    /// The registered name.
    pub name: String,
    pub scheme: Scheme,
    pub identifier: String,
    pub address: String,
}

/// Who runs this installation.
#[utoipa::path(tag = "operations", responses((status = 200, body = About)))]
#[get("/about")]
pub async fn show_about(state: web::Data<AppState>) -> HandlerResult {
    let accounts = state.store.accounts();
    let operator = match accounts.operator().await? {
        Some(operator) => {
            let legal = accounts.legal_identity(operator.id).await?.map(|identity| AboutLegal {
                name: identity.name,
                scheme: identity.scheme,
                identifier: identity.identifier,
                address: identity.address,
            });
            Some(AboutOperator { name: operator.name, legal })
        }
        None => None,
    };
    Ok(HttpResponse::Ok().json(About {
        operator,
        contact: state.config.contact.clone(),
        privacy_url: state.config.privacy_url.clone(),
        law: state.config.law,
    }))
}
