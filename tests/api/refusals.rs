//! Requests that cannot be served: each gets a problem with a stable code and words in the caller's language.

use crate::support::app::{TestApp, run_set, run_with};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo::commands::pace::Rate;
use reqwest::Method;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use uuid::Uuid;

on_both! {
    a_body_that_does_not_fit_is_told_why,
    a_command_needs_an_id,
    an_address_that_is_none_is_404_and_a_wrong_method_405,
    another_sites_page_is_refused,
    an_address_in_another_spelling_is_checked_the_same,
    a_problem_speaks_the_callers_language,
    a_signed_out_session_is_told_so,
    health_and_numbers_are_there,
    every_answer_is_dressed,
}

async fn raw(
    person: &TestPerson,
    path: &str,
    content_type: &str,
    body: impl Into<reqwest::Body>,
) -> crate::support::person::Reply {
    TestPerson::send(person.request(Method::POST, path).header("content-type", content_type).body(body)).await
}

async fn a_body_that_does_not_fit_is_told_why(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let path = format!("cases/{case}/commands");
    let send = async |body: &str| raw(&consumer, &path, "application/json", body.to_owned()).await;
    send("{").await.refused(400, "broken_json");
    send("").await.refused(400, "broken_json");
    send("{\"type\":\"message.post\",\"channel\":\"joint\",\"text\":\"\\ud800\"}").await.refused(400, "broken_json");
    send("{\"type\":\"case.dance\"}").await.refused(400, "unknown_command");
    let unknown = send("{\"type\":\"floor.pause\",\"loud\":1}").await;
    assert_eq!(unknown.refused(400, "unknown_field")["errors"][0]["pointer"], "/loud");
    let missing = send("{\"type\":\"message.post\",\"channel\":\"joint\"}").await;
    assert_eq!(missing.refused(400, "missing_field")["errors"][0]["pointer"], "/text");
    send("{\"type\":\"message.post\",\"channel\":\"joint\",\"text\":7}").await.refused(400, "invalid_field");
    raw(&consumer, &path, "text/plain", "{}").await.refused(415, "unsupported_media");
    let long = format!("{{\"type\":\"message.post\",\"channel\":\"joint\",\"text\":\"{}\"}}", "x".repeat(300_000));
    send(&long).await.refused(413, "body_too_large");
    consumer.says(case, "joint", &"x".repeat(10_001)).await.refused(422, "text_too_long");
    consumer.says(case, "joint", "a\u{7}b").await.refused(422, "control_characters");
    consumer.says(case, "joint", "tudo em ordem").await.is(200);
}

async fn a_command_needs_an_id(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let url = format!("{}/api/v1/cases/{case}/commands", app.base);
    let send = async |key: Option<&str>| {
        let request = reqwest::Client::new().post(&url).bearer_auth(consumer.token.as_deref().unwrap());
        let request = key.iter().fold(request, |request, key| request.header("idempotency-key", *key));
        TestPerson::send(request.json(&json!({"type": "mediator.request"}))).await
    };
    send(None).await.refused(400, "id_required");
    send(Some("not-a-uuid")).await.refused(400, "id_required");
}

async fn an_address_that_is_none_is_404_and_a_wrong_method_405(app: &TestApp) {
    let nobody = app.nobody();
    nobody.get("nothing/here").await.refused(404, "route_not_found");
    let wrong = TestPerson::send(nobody.request(Method::DELETE, &format!("cases/{}", Uuid::now_v7()))).await;
    wrong.refused(405, "method_not_allowed");
    assert_eq!(wrong.header("allow"), "GET");
    let wrong = TestPerson::send(nobody.request(Method::PUT, "complaints")).await;
    wrong.refused(405, "method_not_allowed");
    assert_eq!(wrong.header("allow"), "POST");
    let trace = TestPerson::send(reqwest::Client::new().request(Method::TRACE, format!("{}/cases", app.base))).await;
    trace.refused(405, "method_not_allowed");
    app.rep().await.get("cases/not-a-case").await.refused(404, "not_found");
}

async fn another_sites_page_is_refused(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let send = async |headers: &[(&'static str, &str)]| {
        let mut request = reqwest::Client::new().post(format!("{}/api/v1/cases/{case}/commands", app.base));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let cookie = format!("acordo_access={}", consumer.token.as_deref().unwrap());
        let request = request.header("cookie", cookie).header("idempotency-key", Uuid::now_v7().to_string());
        TestPerson::send(request.json(&json!({"type": "message.post", "channel": "joint", "text": "x"}))).await
    };
    send(&[("origin", "https://evil.example")]).await.refused(403, "origin_refused");
    send(&[("origin", "null")]).await.refused(403, "origin_refused");
    send(&[("sec-fetch-site", "cross-site")]).await.refused(403, "origin_refused");
    send(&[]).await.refused(403, "origin_refused");
    send(&[("origin", &app.base)]).await.is(200);
    send(&[("sec-fetch-site", "same-origin")]).await.is(200);
}

/// The raw response to a request whose path no client library has normalised.
async fn answer_to(app: &TestApp, method: &str, path: &str) -> String {
    let mut connection = tokio::net::TcpStream::connect(app.base.trim_start_matches("http://")).await.unwrap();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: x\r\norigin: https://evil.example\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
    );
    connection.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// The path with the byte at `place` percent-encoded.
fn encoded(path: &str, place: usize) -> String {
    format!("{}%{:02x}{}", &path[..place], path.as_bytes()[place], &path[place + 1..])
}

async fn an_address_in_another_spelling_is_checked_the_same(app: &TestApp) {
    let document = serde_json::to_value(acordo::http::openapi()).unwrap();
    let mut tried = 0;
    for (path, item) in document["paths"].as_object().unwrap().iter().filter(|(path, _)| path.starts_with("/api/")) {
        let path =
            path.split('/').map(|step| if step.starts_with('{') { "x" } else { step }).collect::<Vec<_>>().join("/");
        for method in ["post", "put", "patch", "delete"].into_iter().filter(|method| item.get(method).is_some()) {
            let method = method.to_uppercase();
            let last = path.rfind('/').unwrap() + 1;
            // Spellings that the router resolves to this address.
            for spelling in [path.clone(), encoded(&path, 1), encoded(&path, 5), encoded(&path, last)] {
                let answer = answer_to(app, &method, &spelling).await;
                assert!(answer.contains("\"code\":\"origin_refused\""), "{method} {spelling}: {answer}");
                assert!(
                    answer.contains("content-security-policy: default-src 'none'"),
                    "{method} {spelling}: {answer}"
                );
                tried += 1;
            }
            // Other spellings may resolve to nothing, but never reach the handler.
            let others = [
                format!("/{path}"),
                path.replacen("/api", "//api", 1),
                path.replacen("/v1/", "/v1//", 1),
                path.replacen("/v1/", "/./v1/", 1),
                format!("/pages/..{path}"),
                path.replacen("/api", "/API", 1),
                path.replacen("/v1/", "/%2e/v1/", 1),
                path.replacen("/v1/", "/v1%2f", 1),
                format!("{path}/"),
                format!("{path};a=b"),
            ];
            for spelling in others {
                let answer = answer_to(app, &method, &spelling).await;
                let refused = ["origin_refused", "route_not_found", "method_not_allowed"];
                assert!(
                    refused.iter().any(|code| answer.contains(&format!("\"code\":\"{code}\""))),
                    "{method} {spelling}: {answer}"
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 200, "{tried}");
}

async fn a_problem_speaks_the_callers_language(app: &TestApp) {
    let asked = async |language: &str| {
        let request = app.nobody().request(Method::GET, "cases").header("accept-language", language);
        let answer = TestPerson::send(request).await;
        (
            answer.refused(401, "unauthenticated")["detail"].as_str().unwrap().to_owned(),
            answer.header("content-language").to_owned(),
        )
    };
    let (portuguese, english, spanish) = (asked("pt-BR").await, asked("en-GB,en;q=0.8").await, asked("es").await);
    assert_eq!((&*portuguese.1, &*english.1, &*spanish.1), ("pt-BR", "en", "es"));
    assert!(portuguese.0 != english.0 && english.0 != spanish.0);
    assert_eq!(asked("fr").await, portuguese, "the house speaks Portuguese where nothing else is asked");
}

async fn a_signed_out_session_is_told_so(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    app.running.state.identity.sign_out(consumer.session, consumer.id).await.unwrap();
    consumer.get(&format!("cases/{case}")).await.refused(401, "session_ended");
    let mut forged = consumer.clone();
    forged.token = Some("x.y.z".to_owned());
    forged.get(&format!("cases/{case}")).await.refused(401, "unauthenticated");
    app.clock.advance_millis(601_000);
    consumer.get(&format!("cases/{case}")).await.refused(401, "session_expired");
}

async fn health_and_numbers_are_there(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    consumer.says(case, "joint", "palavra-canario").await.is(200);
    let get = async |path: &str| TestPerson::send(reqwest::Client::new().get(format!("{}{path}", app.base))).await;
    assert_eq!(get("/healthz").await.bytes, b"ok\n");
    assert_eq!(get("/readyz").await.bytes, b"ready\n");
    let numbers = get("/metrics").await;
    let numbers = String::from_utf8_lossy(&numbers.bytes).into_owned();
    assert!(numbers.contains("acordo_http_seconds"), "{numbers}");
    assert!(!numbers.contains("canario") && !numbers.contains(&case.to_string()));
    // A request that came through a proxy may come from anywhere.
    for header in ["x-forwarded-for", "forwarded"] {
        let request = reqwest::Client::new().get(format!("{}/metrics", app.base)).header(header, "for=192.0.2.1");
        TestPerson::send(request).await.refused(404, "route_not_found");
    }
    let keys = get("/.well-known/acordo-keys").await;
    assert!(acordo_record::KeyFile::parse(&String::from_utf8_lossy(&keys.bytes)).is_ok());
    let document = get("/api/openapi.json").await;
    assert_eq!(document.is(200)["openapi"], "3.1.0");
    let viewer = get("/api/docs/").await;
    assert_eq!(viewer.status, 200);
    assert!(!String::from_utf8_lossy(&viewer.bytes).contains("https://"), "the viewer asks nobody else");
}

async fn every_answer_is_dressed(app: &TestApp) {
    for path in ["/", "/api/v1/cases", "/healthz", "/nothing.png"] {
        let answer = TestPerson::send(reqwest::Client::new().get(format!("{}{path}", app.base))).await;
        for (name, value) in
            [("x-content-type-options", "nosniff"), ("x-frame-options", "DENY"), ("referrer-policy", "no-referrer")]
        {
            assert_eq!(answer.header(name), value, "{path}");
        }
        assert!(!answer.header("x-request-id").is_empty());
    }
    let page = TestPerson::send(reqwest::Client::new().get(format!("{}/cases/anything", app.base))).await;
    assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"));
    // Either the built page or the one that says how to build it.
    let html = String::from_utf8_lossy(&page.bytes);
    assert!(html.contains("/_app/") || html.contains("npm run build"), "a blank page");
}

#[test]
fn too_many_requests_are_told_when_to_come_back() {
    let few = |tuning: &mut acordo::app::Tuning| tuning.rates.complaints = Rate { burst: 2.0, per_second: 0.01 };
    run_with(Engine::Sqlite, few, async |app: &TestApp| {
        for _ in 0..2 {
            app.file_complaint().await;
        }
        let answer = app.nobody().post("complaints", &app.complaint("x@example.org")).await;
        let wait = answer.refused(429, "rate_limited")["retry_after"].as_u64().unwrap();
        assert_eq!(answer.header("retry-after"), wait.to_string());
        let spelled_otherwise = app.nobody().post("c%6fmplaints", &app.complaint("x@example.org")).await;
        spelled_otherwise.refused(429, "rate_limited");
        assert!(answer.header("ratelimit").starts_with("\"rate_limited\";r=0;t="), "{}", answer.header("ratelimit"));
        let other = app.nobody().get("companies").await;
        other.is(200);
        assert!(other.header("ratelimit-policy").starts_with("\"address\";q="), "{}", other.header("ratelimit-policy"));
    });
}

#[test]
fn with_a_token_the_numbers_are_for_its_holder_alone() {
    let settings = [("ACORDO_METRICS_TOKEN", "um-segredo-bem-longo".to_owned())];
    run_set(
        Engine::Sqlite,
        &settings,
        |_| {},
        async |app: &TestApp| {
            let ask = async |token: Option<&str>| {
                let request = reqwest::Client::new().get(format!("{}/metrics", app.base));
                TestPerson::send(match token {
                    Some(token) => request.bearer_auth(token),
                    None => request,
                })
                .await
            };
            ask(None).await.refused(401, "unauthenticated");
            ask(Some("um-segredo-bem-long")).await.refused(401, "unauthenticated");
            assert_eq!(ask(Some("um-segredo-bem-longo")).await.status, 200);
        },
    );
}

#[test]
fn an_address_counts_as_our_proxy_reports_it_and_not_as_the_caller_does() {
    let few = |tuning: &mut acordo::app::Tuning| tuning.rates.complaints = Rate { burst: 2.0, per_second: 0.01 };
    let settings = [("ACORDO_TRUST_PROXY", "127.0.0.0/8, 10.0.0.0/8".to_owned())];
    run_set(Engine::Sqlite, &settings, few, async |app: &TestApp| {
        let files = async |hops: &str| {
            let form = app.complaint(&format!("{}@example.org", Uuid::now_v7().simple()));
            let request = app.nobody().request(Method::POST, "complaints").header("x-forwarded-for", hops);
            TestPerson::send(request.json(&form)).await
        };
        files("192.0.2.1").await.is(201);
        files("203.0.113.1, 192.0.2.1, 10.0.0.7").await.is(201);
        files("203.0.113.2, 192.0.2.1").await.refused(429, "rate_limited");
        files("192.0.2.2").await.is(201);
    });
}

#[test]
fn the_cases_that_begin_with_a_mail_to_one_address_come_to_an_end() {
    let few = |tuning: &mut acordo::app::Tuning| {
        tuning.rates.recipient = Rate { burst: 2.0, per_second: 2.0 / 86_400.0 };
    };
    run_with(Engine::Sqlite, few, async |app: &TestApp| {
        let files = async |email: &str| app.nobody().post("complaints", &app.complaint(email)).await;
        for _ in 0..2 {
            files("ana@example.org").await.is(201);
        }
        let answer = files("Ana+outra@Example.org").await;
        answer.refused(429, "address_quota_used");
        assert!(answer.header("retry-after").parse::<u64>().unwrap() > 3_600);
        files("rui@example.org").await.is(201);
    });
}
