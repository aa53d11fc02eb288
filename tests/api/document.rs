//! The OpenAPI document, as programs read it that know nothing of acordo.

use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::TestPerson;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

on_both! { who_may_ask_is_what_the_document_says }

#[test]
fn the_document_is_one_to_a_validator_from_outside() {
    let python = std::env::var("ACORDO_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("openapi.json");
    let check = |text: &str| {
        std::fs::write(&path, text).unwrap();
        let command = std::process::Command::new(&python).args(["-m", "openapi_spec_validator"]).arg(&path).output();
        command.expect("the validator of tests/requirements.txt")
    };
    let text = acordo::http::openapi_text().unwrap();
    let found = check(&text);
    assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stdout));
    let broken = text.replacen("\"description\": \"OK\"", "\"descriptio\": \"OK\"", 1);
    assert_ne!(broken, text);
    assert!(!check(&broken).status.success(), "the validator takes everything");
}

fn document() -> Value {
    serde_json::from_str(&acordo::http::openapi_text().unwrap()).unwrap()
}

fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            all.push((path.clone(), method.to_uppercase(), operation.clone()));
        }
    }
    all
}

#[test]
fn every_operation_says_what_may_come_of_it() {
    let document = document();
    let codes = document["components"]["schemas"]["ProblemCode"]["enum"].as_array().unwrap();
    for code in ["unauthenticated", "password_weak", "not_your_turn_to_be_tested"] {
        assert_eq!(codes.contains(&json!(code)), code != "not_your_turn_to_be_tested", "{code}");
    }
    for (path, method, operation) in operations(&document) {
        let what = format!("{method} {path}");
        assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{what}");
        for (status, response) in operation["responses"].as_object().unwrap() {
            assert!(response["description"].as_str().is_some_and(|text| !text.is_empty()), "{what} {status}");
        }
        if path.starts_with("/api/v1/") {
            for status in ["429", "503"] {
                assert!(operation["responses"][status].is_object(), "{what} {status}");
            }
            assert!(operation["security"].is_array(), "{what}");
        }
    }
}

async fn who_may_ask_is_what_the_document_says(app: &TestApp) {
    let (mut open, mut closed) = (0, 0);
    for (path, method, operation) in operations(&document()) {
        let Some(route) = path.strip_prefix("/api/v1/") else { continue };
        // Without a cookie and without a token these two say so, whoever asks; a socket asks for an upgrade first.
        if operation["responses"].get("101").is_some() || route == "auth/refresh" {
            continue;
        }
        let mut asked = route.to_owned();
        while let Some((before, rest)) = asked.split_once('{') {
            let (name, rest) = rest.split_once('}').unwrap();
            let value = match name {
                "channel" => "joint".to_owned(),
                "file" => "procedure.pdf".to_owned(),
                "version" => "1".to_owned(),
                _ => Uuid::now_v7().to_string(),
            };
            asked = format!("{before}{value}{rest}");
        }
        let method: Method = method.parse().unwrap();
        let request = app.nobody().request(method.clone(), &asked);
        let answer = TestPerson::send(if method == Method::GET { request } else { request.json(&json!({})) }).await;
        let stranger_is_refused = answer.status == 401 && answer.json["code"] == "unauthenticated";
        let needs_somebody = !operation["security"].as_array().unwrap().is_empty();
        assert_eq!(stranger_is_refused, needs_somebody, "{method} {asked}: {} {}", answer.status, answer.json);
        if needs_somebody { closed += 1 } else { open += 1 }
    }
    assert!(open > 15 && closed > 40, "{open} open, {closed} closed");
}
