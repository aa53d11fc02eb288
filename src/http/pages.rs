//! The pages, embedded in the binary: one page for every address that is neither a file nor the interface.

use crate::http::answer::HandlerResult;
use crate::problem::{Fault, Shell};
use acordo_record::{base64, sha256};
use actix_web::http::Method;
use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, ETAG, IF_NONE_MATCH, VARY,
};
use actix_web::{HttpRequest, HttpResponse};
use rust_embed::{Embed, EmbeddedFile};

#[derive(Embed)]
#[folder = "frontend/build"]
#[allow_missing = true]
struct Build;

const FIRST_PAGE: &str = "index.html";
/// What serves the pages without a network. It fetches this site's files, and has nothing else to do.
const WORKER: &str = "service-worker.js";
const WORKER_POLICY: &str = "default-src 'none'; connect-src 'self'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/// A text file of the pages, if they are built.
pub fn file_text(path: &str) -> Option<String> {
    Build::get(path).map(|file| String::from_utf8_lossy(&file.data).into_owned())
}

/// The default service, for every path without a route.
pub async fn page(request: HttpRequest) -> HandlerResult {
    let path = request.match_info().as_str().trim_start_matches('/');
    if path.starts_with("api/") || path == "api" || path.starts_with(".well-known/") {
        return Err(not_routed(&request));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(Fault { allow: Some("GET, HEAD".to_owned()), ..Shell::MethodNotAllowed.into() });
    }
    let file_asked = path.rsplit('/').next().unwrap_or_default().contains('.');
    if let Some(file) = Build::get(path).filter(|_| file_asked) {
        return Ok(answer(&request, path, file));
    }
    if file_asked {
        return Err(Shell::RouteNotFound.into());
    }
    match Build::get(FIRST_PAGE) {
        Some(file) => Ok(answer(&request, FIRST_PAGE, file)),
        None => Ok(not_built()),
    }
}

/// A path of the interface with another method is 405 and says which do; any other is 404.
fn not_routed(request: &HttpRequest) -> Fault {
    let methods = crate::http::methods_of(request.match_info().as_str());
    if methods.is_empty() {
        Shell::RouteNotFound.into()
    } else {
        Fault { allow: Some(methods.join(", ")), ..Shell::MethodNotAllowed.into() }
    }
}

fn answer(request: &HttpRequest, path: &str, file: EmbeddedFile) -> HttpResponse {
    let tag = format!("\"{}\"", &base64(&file.metadata.sha256_hash())[..22]);
    let known = request.headers().get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let mut answer = HttpResponse::Ok();
    answer.insert_header((ETAG, tag.clone())).insert_header((VARY, "accept-encoding"));
    // A file with a hash in its name never changes.
    let lasting = path.starts_with("_app/immutable/");
    answer.insert_header((CACHE_CONTROL, if lasting { "public, max-age=31536000, immutable" } else { "no-cache" }));
    if path.ends_with(".html") {
        answer.insert_header((CONTENT_SECURITY_POLICY, policy(&file.data)));
    } else if path == WORKER {
        answer.insert_header((CONTENT_SECURITY_POLICY, WORKER_POLICY));
    }
    if known.is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag)) {
        return answer.status(actix_web::http::StatusCode::NOT_MODIFIED).finish();
    }
    answer.content_type(media_type(path, &file));
    let takes_brotli =
        request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).is_some_and(|list| {
            list.split(',').any(|one| one.trim().split(';').next() == Some("br") && !one.contains("q=0"))
        });
    match Build::get(&format!("{path}.br")).filter(|_| takes_brotli) {
        Some(packed) => answer.insert_header((CONTENT_ENCODING, "br")).body(packed.data.into_owned()),
        None => answer.body(file.data.into_owned()),
    }
}

fn media_type(path: &str, file: &EmbeddedFile) -> String {
    let kind = file.metadata.mimetype();
    let is_text = kind.starts_with("text/") || matches!(kind, "application/javascript" | "application/json");
    let kind = if path.ends_with(".webmanifest") { "application/manifest+json" } else { kind };
    if is_text { format!("{kind}; charset=utf-8") } else { kind.to_owned() }
}

/// Only our own scripts run: our files, and the inline scripts of this page by their hash. Text becomes markup by
/// Svelte's own templates alone, and scripts by the ones that start the page's worker and the check of a file (Trusted
/// Types).
fn policy(html: &[u8]) -> String {
    let mut scripts = String::from("'self'");
    for script in inline_scripts(&String::from_utf8_lossy(html)) {
        scripts.push_str(" 'sha256-");
        scripts.push_str(&base64(&sha256(script.as_bytes())));
        scripts.push('\'');
    }
    format!(
        "default-src 'none'; script-src {scripts}; style-src 'self'; style-src-attr 'unsafe-inline'; \
         img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; \
         manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types svelte-trusted-html acordo-worker acordo-verifier"
    )
}

fn inline_scripts(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find("<script") {
        rest = &rest[at..];
        let Some(open) = rest.find('>') else { break };
        let Some(close) = rest.find("</script>") else { break };
        if open < close && !rest[..open].contains(" src=") {
            found.push(&rest[open + 1..close]);
        }
        rest = &rest[close + "</script>".len()..];
    }
    found
}

/// Instead of a blank page: what is missing, and what to run.
fn not_built() -> HttpResponse {
    const WORDS: &str = include_str!("not_built.html");
    HttpResponse::ServiceUnavailable()
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        ))
        .body(WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_inline_scripts_are_named_by_hash() {
        let html = "<script src=\"/a.js\"></script><script>one()</script><p><script type=\"module\">two()</script>";
        assert_eq!(inline_scripts(html), ["one()", "two()"]);
        assert_eq!(inline_scripts("<script>never closed"), Vec::<&str>::new());
        assert!(policy(html.as_bytes()).contains(" 'sha256-"));
        let policy = policy(html.as_bytes());
        let scripts = policy.split(';').find(|rule| rule.trim().starts_with("script-src ")).unwrap();
        assert!(!scripts.contains("unsafe"), "scripts are never unsafe: {scripts}");
        assert!(
            policy.contains(
                "require-trusted-types-for 'script'; trusted-types svelte-trusted-html acordo-worker acordo-verifier"
            ),
            "{policy}"
        );
    }
}
