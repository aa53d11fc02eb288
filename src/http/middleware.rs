//! The request middleware: gives each request an id, words errors, sets default headers, counts and logs.
//!
//! A log line holds the route's pattern, never its ids, and never content.

use crate::http::app_state::AppState;
use crate::http::language;
use crate::problem::{Fault, Shell};
use crate::texts::Language;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::QueryPayloadError;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpResponse, ResponseError, web};
use std::time::Instant;
use tracing::Instrument;
use uuid::Uuid;

/// Set by the extractor that found the user.
#[derive(Debug, Clone, Copy)]
pub struct UserLanguage(pub Language);

pub async fn request_middleware(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let began = Instant::now();
    let Some(state) = request.app_data::<web::Data<AppState>>().map(|state| state.get_ref().clone()) else {
        return Err(Fault::internal("the application state is not set up").into());
    };
    let id = Uuid::now_v7().simple().to_string();
    let span = tracing::info_span!("request", request_id = id);
    let asked = language::requested(request.headers());
    let method = request.method().clone();
    // A task of its own, so that a client that hangs up does not stop it halfway, and a panic becomes a 500.
    let mut response = match actix_web::rt::spawn(next.call(request).instrument(span)).await {
        Ok(response) => response?.map_into_boxed_body(),
        Err(stopped) => return Err(Fault::internal(stopped).into()),
    };
    if let Some(fault) = fault_of(&response) {
        let kept = response.request().extensions().get::<UserLanguage>().map(|language| language.0);
        let language = asked.or(kept).unwrap_or(state.config.language);
        if fault.code.status() >= 500 {
            tracing::error!(request_id = id, fault = %fault, "a request failed");
        }
        metrics::counter!("acordo_refused_total", "code" => fault.code.text(), "way" => "http").increment(1);
        let problem_response = problem_response(&fault, language, &id);
        response = response.into_response(problem_response);
    }
    // As the router decoded it; the path as it was sent may be spelled otherwise.
    let path_is_api = response.request().match_info().as_str().starts_with("/api/");
    set_default_headers(response.headers_mut(), path_is_api, state.config.secure_cookies);
    if let Ok(value) = HeaderValue::try_from(id.as_str()) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), value);
    }
    let route = response.request().match_pattern().unwrap_or_else(|| "pages".to_owned());
    let status = response.status().as_u16();
    let seconds = began.elapsed().as_secs_f64();
    metrics::histogram!("acordo_http_seconds", "route" => route.clone(), "status" => class(status)).record(seconds);
    tracing::info!(request_id = id, method = method.as_str(), route, status, ms = (seconds * 1e3) as u64, "answered");
    Ok(response)
}

const fn class(status: u16) -> &'static str {
    match status / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}

/// The fault of a response, also where a library reported it in its own way.
fn fault_of(response: &ServiceResponse) -> Option<Fault> {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return None;
    }
    let error = response.response().error()?;
    if let Some(fault) = error.as_error::<Fault>() {
        return Some(fault.clone());
    }
    if error.as_error::<QueryPayloadError>().is_some() {
        return Some(Shell::InvalidParameter.into());
    }
    Some(match status {
        StatusCode::NOT_FOUND => Shell::NotFound.into(),
        StatusCode::METHOD_NOT_ALLOWED => Shell::MethodNotAllowed.into(),
        StatusCode::PAYLOAD_TOO_LARGE => Shell::BodyTooLarge.into(),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Shell::UnsupportedMedia.into(),
        status if status.is_client_error() => Shell::InvalidParameter.into(),
        _ => Fault::internal(error),
    })
}

fn problem_response(fault: &Fault, language: Language, id: &str) -> HttpResponse {
    let mut answer = HttpResponse::build(fault.status_code());
    answer.insert_header((header::CONTENT_LANGUAGE, language.tag()));
    if let Some(seconds) = fault.retry_after_seconds {
        answer.insert_header((header::RETRY_AFTER, seconds));
        if fault.code.status() == 429 {
            answer.insert_header((
                HeaderName::from_static("ratelimit"),
                format!("\"{}\";r=0;t={seconds}", fault.code.text()),
            ));
        }
    }
    if let Some(methods) = &fault.allow {
        answer.insert_header((header::ALLOW, methods.as_str()));
    }
    if fault.code.status() == 401 {
        answer.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
    }
    if fault.code.status() == 408 {
        // What is still to come of it is not waited for.
        answer.force_close();
    }
    let problem = fault.to_problem(language, Some(id.to_owned()));
    answer.content_type("application/problem+json").body(serde_json::to_string(&problem).unwrap_or_default())
}

/// Sets the headers that every response has, unless the handler set them.
fn set_default_headers(headers: &mut HeaderMap, api: bool, https: bool) {
    let mut set = |name: &'static str, value: &'static str| {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    set("x-content-type-options", "nosniff");
    set("x-frame-options", "DENY");
    // Addresses of links hold tokens.
    set("referrer-policy", "no-referrer");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    if https {
        set("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
    if api {
        set("cache-control", "no-store");
        set("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    }
}
