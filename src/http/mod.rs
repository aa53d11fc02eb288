//! HTTP: routes, problem details, the OpenAPI document, the embedded pages. One file a resource.

pub mod agreement;
pub mod answer;
pub mod auth;
pub mod body;
pub mod bundle;
pub mod cases;
pub mod companies;
pub mod complaints;
pub mod demo;
pub mod evidence;
pub mod limits;
pub mod live;
pub mod operations;

use utoipa::OpenApi;
use utoipa_actix_web::AppExt;
use utoipa_actix_web::service_config::ServiceConfig;

/// Everything under `/api/v1`.
pub fn api(config: &mut ServiceConfig<'_>) {
    config
        .configure(auth::routes)
        .configure(companies::routes)
        .configure(complaints::routes)
        .configure(cases::routes)
        .configure(evidence::routes)
        .configure(agreement::routes)
        .configure(bundle::routes)
        .configure(live::routes)
        .configure(demo::routes);
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "acordo",
        description = "Online mediation between a consumer and a company. Commands over HTTP and over the websocket end in the same call; errors are problem details with stable codes.",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later"),
    ),
    components(schemas(
        crate::problem::Problem,
        body::Tab,
        body::Sort,
        body::WhichPdf,
        body::BundleProfile,
        crate::rooms::frame::ClientFrame,
        crate::rooms::frame::ServerFrame,
        acordo_domain::case::refusal::Refusal,
    ))
)]
struct Document;

/// The OpenAPI 3.1 document, made from the handlers without a database or a socket.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let (_, document) = actix_web::App::new()
        .into_utoipa_app()
        .openapi(Document::openapi())
        .configure(operations::routes)
        .service(utoipa_actix_web::scope("/api/v1").configure(api))
        .split_for_parts();
    document
}

/// The document as it is served and committed: indented, with a last newline.
pub fn openapi_text() -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&openapi())?;
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_document_is_the_one_the_handlers_make() {
        let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/frontend/openapi.json");
        let committed = std::fs::read_to_string(committed).unwrap();
        assert!(
            committed == openapi_text().unwrap(),
            "the handlers moved: run `cargo run -- openapi > frontend/openapi.json` and `npm run types` in frontend"
        );
    }
}
