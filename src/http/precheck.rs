//! Checks before any handler runs: requests by other sites' pages, and too many requests, are refused.

use crate::http::app_state::AppState;
use crate::http::arrival::paced;
use crate::http::throttle::{RateLeft, TakenExport, What, Whose, counted};
use crate::problem::{Fault, Shell};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderName, HeaderValue, ORIGIN, UPGRADE};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse, web};
use std::net::IpAddr;

/// The address of the client, as the record keeps it and limits count it.
pub fn address_of(state: &AppState, request: &HttpRequest) -> IpAddr {
    state.proxies.client(request.headers(), request.peer_addr())
}

/// The layer around the interface: nothing reaches one of its handlers past these checks. It hangs on the scope, so
/// that an address which the router takes for the interface, in whatever spelling, is checked as such.
pub async fn check(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    match allowed(&request) {
        Ok(told) => {
            if let Some(pace) = request.app_data::<web::Data<AppState>>().map(|state| state.body_pace) {
                paced(&mut request, pace);
            }
            let mut response = next.call(request).await?.map_into_boxed_body();
            tell(&mut response, told);
            give_back(&response);
            Ok(response)
        }
        Err(fault) => Ok(ServiceResponse::new(request.into_parts().0, HttpResponse::from_error(fault))),
    }
}

/// Whoever is refused an export has had none.
fn give_back(response: &ServiceResponse<BoxBody>) {
    let taken = response.request().extensions().get::<TakenExport>().copied();
    if let (Some(TakenExport(whose)), true) = (taken, response.status().is_client_error())
        && let Some(state) = response.request().app_data::<web::Data<AppState>>()
    {
        state.throttle.give_back(What::Exports, whose);
    }
}

/// What is left of the narrowest limit, in the form of draft-ietf-httpapi-ratelimit-headers.
fn tell(response: &mut ServiceResponse<BoxBody>, told: RateLeft) {
    let RateLeft { name, quota, window_seconds, left } = told;
    let values = [
        ("ratelimit-policy", format!("\"{name}\";q={quota};w={window_seconds}")),
        ("ratelimit", format!("\"{name}\";r={left}")),
    ];
    for (header, value) in values {
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().insert(HeaderName::from_static(header), value);
        }
    }
}

fn allowed(request: &ServiceRequest) -> Result<RateLeft, Fault> {
    let Some(state) = request.app_data::<web::Data<AppState>>() else {
        return Err(Fault::internal("the application state is not set up"));
    };
    let headers = request.headers();
    let upgrade = headers.contains_key(UPGRADE);
    if upgrade || !request.method().is_safe() {
        same_site(&state.origins, headers)?;
    }
    let whose = Whose::Address(counted(state.proxies.client(headers, request.peer_addr())));
    let told = state.throttle.take(What::Address, whose)?;
    match counted_apart(request.method(), request.match_info().unprocessed()) {
        Some(what) => state.throttle.take(what, whose),
        None => Ok(told),
    }
}

/// Renewing a session and ending it count by what is shown, not by where from: everybody in an office does it at nine.
/// The route is what the router has still to match, decoded as the router decodes it.
fn counted_apart(method: &Method, route: &str) -> Option<What> {
    match *method {
        Method::POST if route == "/auth/refresh" || route == "/auth/sign_out" => None,
        Method::POST if route.starts_with("/auth/") => Some(What::Auth),
        Method::GET if route.starts_with("/auth/link/") => Some(What::Auth),
        Method::POST if route == "/complaints" || route == "/complaints/invite" => Some(What::Complaints),
        _ if route == "/complaints/draft" || route == "/complaints/confirm" => Some(What::Auth),
        Method::PATCH | Method::DELETE if route.starts_with("/complaints/") => Some(What::Auth),
        Method::POST if route == "/verify" => Some(What::Verify),
        _ => None,
    }
}

/// A browser says from which page a request comes; another site's page is refused. A program that
/// says nothing and brings no cookie has nothing that could be misused.
fn same_site(origins: &[String], headers: &HeaderMap) -> Result<(), Fault> {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let fine = match (text(ORIGIN.as_str()), text("sec-fetch-site")) {
        (Some(origin), _) => origins.iter().any(|known| known == origin),
        (None, Some(fetch_site)) => matches!(fetch_site, "same-origin" | "none"),
        (None, None) => headers.contains_key(AUTHORIZATION) || !headers.contains_key(COOKIE),
    };
    if fine { Ok(()) } else { Err(Shell::OriginRefused.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(pairs: &[(&str, &str)]) -> bool {
        let headers: HeaderMap = pairs
            .iter()
            .map(|(name, value)| (HeaderName::try_from(*name).unwrap(), HeaderValue::try_from(*value).unwrap()))
            .collect();
        same_site(&["https://acordo.example".to_owned()], &headers).is_ok()
    }

    #[test]
    fn another_sites_page_is_refused() {
        assert!(allowed(&[("origin", "https://acordo.example"), ("cookie", "a=b")]));
        assert!(!allowed(&[("origin", "https://acordo.example.evil.test")]));
        assert!(!allowed(&[("origin", "http://acordo.example")]));
        assert!(!allowed(&[("origin", "null")]));
        assert!(!allowed(&[("origin", "https://evil.test"), ("sec-fetch-site", "same-origin")]));
        assert!(allowed(&[("sec-fetch-site", "same-origin"), ("cookie", "a=b")]));
        assert!(!allowed(&[("sec-fetch-site", "same-site"), ("cookie", "a=b")]));
        assert!(!allowed(&[("sec-fetch-site", "cross-site")]));
    }

    #[test]
    fn renewing_a_session_is_not_counted_by_address() {
        for route in ["/auth/refresh", "/auth/sign_out", "/cases"] {
            assert_eq!(counted_apart(&Method::POST, route), None, "{route}");
        }
        assert_eq!(counted_apart(&Method::POST, "/auth/sign_in"), Some(What::Auth));
        assert_eq!(counted_apart(&Method::POST, "/auth/link/redeem"), Some(What::Auth));
    }

    #[test]
    fn a_program_without_a_cookie_needs_no_origin() {
        assert!(allowed(&[]));
        assert!(allowed(&[("authorization", "Bearer x"), ("cookie", "a=b")]));
        assert!(!allowed(&[("cookie", "a=b")]));
    }
}
