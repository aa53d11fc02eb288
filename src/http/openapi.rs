//! The OpenAPI 3.1 document: what the handlers say of themselves, and what holds for all of them.

use actix_web::http::StatusCode;
use utoipa::OpenApi;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};
use utoipa_actix_web::AppExt;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "acordo",
        description = "Online mediation between a consumer and a company. Commands over HTTP and over the websocket end in the same call; errors are problem details with stable codes.",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later"),
    ),
    servers((url = "/", description = "This installation")),
    components(schemas(
        crate::problem::Problem,
        crate::http::body::Tab,
        crate::http::body::Sort,
        crate::http::body::WhichPdf,
        acordo_domain::view::RecordProfile,
        crate::frames::ClientFrame,
        crate::frames::ServerFrame,
        crate::frames::ListClientFrame,
        crate::frames::ListServerFrame,
        acordo_domain::case::refusal::Refusal,
    ))
)]
struct Document;

/// The OpenAPI 3.1 document, made from the handlers without a database or a socket.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let (_, mut document) = actix_web::App::new()
        .into_utoipa_app()
        .openapi(Document::openapi())
        .configure(crate::http::operations::routes)
        .service(utoipa_actix_web::scope("/api/v1").configure(crate::http::api))
        .split_for_parts();
    document.components.get_or_insert_default().security_schemes.extend(schemes());
    for (path, item) in &mut document.paths.paths {
        for operation in operations_of(item) {
            complete(path, operation);
        }
    }
    document
}

/// The document as it is served and committed: indented, with a last newline.
pub fn openapi_text() -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&openapi())?;
    text.push('\n');
    Ok(text)
}

const BEARER: &str = "access_token";
const COOKIE: &str = "session_cookie";

fn schemes() -> [(String, RefOr<SecurityScheme>); 2] {
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some("For programs, from `tokens.access_token` of the session (header `Tokens: body`)."));
    let cookie = ApiKeyValue::with_description(
        "__Host-acordo_access",
        "For browsers; `acordo_access` where the site has no HTTPS. A request that changes something names its `Origin`.",
    );
    [
        (BEARER.to_owned(), SecurityScheme::Http(bearer.build()).into()),
        (COOKIE.to_owned(), SecurityScheme::ApiKey(ApiKey::Cookie(cookie)).into()),
    ]
}

fn operations_of(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem { get, put, post, delete, patch, .. } = item;
    [get, put, post, delete, patch].into_iter().flatten()
}

/// Routes below `/api/v1` that ask nobody who they are; the others answer 401 to a stranger.
const OPEN: [&str; 23] = [
    "show_about",
    "sign_in",
    "send_link",
    "show_link",
    "redeem_link",
    "refresh_session",
    "sign_out",
    "ask_for_password",
    "choose_password",
    "find_companies",
    "file_complaint",
    "show_draft",
    "correct_complaint",
    "drop_complaint",
    "confirm_complaint",
    "show_rules_versions",
    "show_accepted_text",
    "show_words",
    "verify_bundle",
    "show_demo",
    "enter_demo",
    "open_demo_case",
    "forward_demo_clock",
];

fn complete(path: &str, operation: &mut Operation) {
    let open = operation.operation_id.as_deref().is_some_and(|id| OPEN.contains(&id));
    if path.starts_with("/api/v1/") {
        let none: [&str; 0] = [];
        operation.security = Some(if open {
            Vec::new()
        } else {
            [BEARER, COOKIE].map(|scheme| SecurityRequirement::new(scheme, none)).to_vec()
        });
        let responses = &mut operation.responses.responses;
        responses.entry("429".to_owned()).or_insert_with(|| RefOr::T(wait("Too many requests: wait and try again.")));
        responses.entry("503".to_owned()).or_insert_with(|| RefOr::T(wait("Not now: wait and try again.")));
    }
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && response.description.is_empty()
        {
            response.description = described(status).to_owned();
        }
    }
}

/// A problem with the time after which to try again.
fn wait(description: &str) -> Response {
    let seconds = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0)).build();
    let after = HeaderBuilder::new().schema(Some(seconds)).description(Some("Seconds.")).build();
    ResponseBuilder::new()
        .description(description)
        .header("Retry-After", after)
        .content(
            "application/problem+json",
            ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build(),
        )
        .build()
}

fn described(status: &str) -> &str {
    match status {
        "4XX" => "Refused: the code says why.",
        status => {
            let code = status.parse().ok().and_then(|status| StatusCode::from_u16(status).ok());
            code.and_then(|code| code.canonical_reason()).unwrap_or("As the status says.")
        }
    }
}
