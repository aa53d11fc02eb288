//! The mails of a demonstration, as a page: it has no mail server, so they are read here.

use crate::contact;
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::language;
use crate::notify::outgoing::{KeptMail, read_folder};
use crate::problem::Shell;
use crate::texts::{self, Language, escape};
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::Deserialize;

const MAILS_MAX: usize = 200;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailQuery {
    /// Only mails to this address.
    pub to: Option<String>,
}

/// Newest first. Elsewhere than in a demonstration this address does not exist.
#[get("/dev/mail")]
pub async fn show_mailbox(
    state: web::Data<AppState>,
    query: web::Query<MailQuery>,
    request: HttpRequest,
) -> HandlerResult {
    let folder = state.post.outgoing().folder().filter(|_| state.config.demo).ok_or(Shell::RouteNotFound)?.to_owned();
    let language = language::requested(request.headers()).unwrap_or(state.config.language);
    let to = query.into_inner().to.map(|to| contact::as_looked_up(&to));
    let mails = tokio::task::spawn_blocking(move || read_folder(&folder, None, usize::MAX)).await.unwrap_or_default();
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"))
        .body(page(&mails, to.as_deref(), language)))
}

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#16202a;background:#f4f6f7}\
h1{font-size:1.5rem}nav a{margin-right:.75rem;white-space:nowrap}article{background:#fff;border:1px solid #c9d0d6;border-radius:12px;padding:1rem 1.25rem;margin:1rem 0}\
h2{font-size:1.1rem;margin:0 0 .25rem}.to{color:#4a5560;margin:0 0 .75rem;font-size:.9rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}\
a{color:#0b5a54}a:focus-visible{outline:3px solid #16202a;outline-offset:2px}\
@media(prefers-color-scheme:dark){body{background:#10171d;color:#e8edf0}article{background:#18222a;border-color:#3b4854}.to{color:#b6c2cb}a{color:#7fd6cd}a:focus-visible{outline-color:#ffd84d}}";

fn page(mails: &[KeptMail], to: Option<&str>, language: Language) -> String {
    let say = |key: &str| escape(&texts::text(language, key, &[]));
    let mut people: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
    people.sort_unstable();
    people.dedup();
    let mut nav = link("/dev/mail", &say("mail-page-all"), to.is_none());
    for address in people {
        let href = format!("/dev/mail?to={}", escape(&in_query(address)));
        nav.push_str(&link(&href, &escape(address), is_to(address, to)));
    }
    let mut list = String::new();
    for mail in mails.iter().filter(|mail| to.is_none() || is_to(&mail.to, to)).take(MAILS_MAX) {
        list.push_str(&article(mail));
    }
    if list.is_empty() {
        list = format!("<p>{}</p>", say("mail-page-none"));
    }
    format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><style>{STYLE}</style></head><body><main><h1>{title}</h1><p>{}</p><nav aria-label=\"{title}\">{nav}</nav>{list}</main></body></html>\n",
        language.tag(),
        say("mail-page-intro"),
        title = say("mail-page-title"),
    )
}

/// Is this the address that is asked for, however it is written?
fn is_to(address: &str, to: Option<&str>) -> bool {
    to.is_some_and(|to| contact::as_looked_up(address) == to)
}

fn link(href: &str, label: &str, current: bool) -> String {
    let current = if current { " aria-current=\"page\"" } else { "" };
    format!("<a href=\"{href}\"{current}>{label}</a> ")
}

fn article(mail: &KeptMail) -> String {
    let text = escape(&mail.text);
    let text = match &mail.link {
        Some(url) => {
            let url = escape(url);
            text.replacen(&url, &format!("<a href=\"{url}\">{url}</a>"), 1)
        }
        None => text,
    };
    format!(
        "<article><h2>{}</h2><p class=\"to\">{} &lt;{}&gt; · {}</p><pre>{text}</pre></article>",
        escape(&mail.subject),
        escape(&mail.to_name),
        escape(&mail.to),
        escape(&mail.at),
    )
}

/// Percent-encodes the characters that would end or change a query.
fn in_query(text: &str) -> String {
    text.replace('%', "%25").replace('+', "%2B").replace('&', "%26").replace('#', "%23")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_mails_are_never_markup_and_links_can_be_followed() {
        let mail = KeptMail {
            id: "1".to_owned(),
            at: "2026-11-21T18:00:00Z".to_owned(),
            to_name: "<script>".to_owned(),
            to: "a&b@example.org".to_owned(),
            subject: "x".to_owned(),
            text: "Abrir:\nhttp://consumer.localhost:8080/l/abc\n<b>".to_owned(),
            link: Some("http://consumer.localhost:8080/l/abc".to_owned()),
        };
        let html = page(std::slice::from_ref(&mail), None, Language::PtBr);
        assert!(html.contains("<a href=\"http://consumer.localhost:8080/l/abc\">"));
        assert!(!html.contains("<script>") && !html.contains("<b>"));
        assert!(page(std::slice::from_ref(&mail), Some("a&b@example.org"), Language::En).contains("Abrir:"));
        assert!(page(&[mail], Some("c@example.org"), Language::En).contains("No mail yet."));
    }
}
