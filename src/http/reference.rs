//! The reference of the interface: the OpenAPI document and its viewer, from the binary alone.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use actix_web::{HttpResponse, Scope, web};
use std::sync::{Arc, LazyLock};
use utoipa_swagger_ui::{Config, serve};

static DOCUMENT: LazyLock<String> = LazyLock::new(|| super::openapi_text().unwrap_or_default());
static VIEWER: LazyLock<Arc<Config<'static>>> =
    LazyLock::new(|| Arc::new(Config::from("/api/openapi.json").try_it_out_enabled(false)));

/// `/api/openapi.json` and `/api/docs`.
pub fn routes() -> Scope {
    web::scope("/api")
        .route("/openapi.json", web::get().to(document))
        .route("/docs", web::get().to(to_viewer))
        .route("/docs/{file:.*}", web::get().to(viewer))
        .default_service(web::to(super::pages::page))
}

async fn document() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((CACHE_CONTROL, "no-cache"))
        .body(DOCUMENT.as_str())
}

async fn to_viewer() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header(("location", "/api/docs/")).finish()
}

async fn viewer(file: web::Path<String>) -> HttpResponse {
    let name = if file.is_empty() { "index.html" } else { file.as_str() };
    match serve(name, VIEWER.clone()) {
        Ok(Some(found)) => HttpResponse::Ok()
            .content_type(found.content_type)
            .insert_header((CACHE_CONTROL, "no-cache"))
            // The viewer styles itself inline; it runs no script but its own files.
            .insert_header((
                CONTENT_SECURITY_POLICY,
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
                 connect-src 'self'; frame-ancestors 'none'; base-uri 'none'",
            ))
            .body(found.bytes.into_owned()),
        Ok(None) | Err(_) => HttpResponse::NotFound().finish(),
    }
}
