//! The demonstration: everybody can enter, every case came about by commands, and no other installation has it.

use super::browser::Browser;
use crate::store::intruder;
use crate::support::app::{self, BEGINNING, TestApp};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo::app::{Tuning, start};
use acordo::config::Config;
use acordo::demo;
use acordo::identity::Device;
use acordo::store::AheadClock;
use acordo_domain::case::event::IdentityLevel;
use reqwest::Client;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::net::TcpListener;
use std::sync::Arc;

on_both! { its_routes_do_not_exist_elsewhere }

async fn its_routes_do_not_exist_elsewhere(app: &TestApp) {
    let browser = Browser::new(app);
    let rep = app.rep().await;
    browser.get("demo").await.refused(404, "demo_only");
    browser.post("demo/enter", &json!({"person": rep.id})).await.refused(404, "demo_only");
    browser.post("demo/cases", &json!({})).await.refused(404, "demo_only");
    let page = Client::new().get(format!("{}/dev/mail", app.base)).send().await.unwrap();
    assert_eq!(page.status(), 404);
}

#[test]
fn everybody_enters_and_finds_cases_in_many_phases() {
    app::on_a_runtime(async {
        let folder = tempfile::tempdir().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let listen = listener.local_addr().unwrap().to_string();
        let config = Config::from_sources(None, [("ACORDO_LISTEN".to_owned(), listen.clone())]).unwrap();
        let config = demo::settings(config, folder.path().join("demo"), false).unwrap();
        let tuning = Tuning { workers: Some(1), ..Tuning::of(&config) };
        let clock = Arc::new(AheadClock::from(BEGINNING.parse().unwrap()));
        let running = start(config, tuning, listener, clock.clone()).await.unwrap();
        let shown = demo::open(&running.state, clock).await.unwrap();
        assert!(shown.contains("/dev/mail") && shown.lines().count() < 24, "{shown}");

        let base = format!("http://{listen}");
        let api = |path: &str| format!("{base}/api/v1/{path}");
        let answer = TestPerson::send(Client::new().get(api("demo"))).await;
        let cases = answer.is(200)["cases"].as_array().unwrap().clone();
        let phases: BTreeSet<&str> = cases.iter().map(|case| case["phase"].as_str().unwrap()).collect();
        assert!(cases.len() >= 12 && phases.len() >= 8, "{phases:?}");
        let companies: BTreeSet<&str> = cases.iter().map(|case| case["company_name"].as_str().unwrap()).collect();
        assert!(companies.len() >= 5);

        for person in answer.json["people"].as_array().unwrap() {
            let entered = enter(&api("demo/enter"), &person["person"]).await;
            assert_eq!(entered.is(200)["user"]["name"], person["name"]);
            assert_eq!(entered.json["demo"], true);
        }
        enter(&api("demo/enter"), &json!(uuid::Uuid::now_v7())).await.refused(404, "not_found");

        let fresh = TestPerson::send(Client::new().post(api("demo/cases"))).await;
        fresh.is(201);
        let again = TestPerson::send(Client::new().get(api("demo"))).await;
        assert_eq!(again.is(200)["cases"][0]["case"], fresh.json["case"]);
        assert_eq!(again.json["cases"][0]["phase"], "intake");

        // Months pass in the demonstration without anybody being signed out.
        let somebody = running.state.store.accounts().user_by_email("bruna@lojaaurora.example").await.unwrap().unwrap();
        let identity = &running.state.identity;
        let begun = identity.begin(somebody.id, IdentityLevel::Password, Device::default()).await.unwrap();
        let passed = TestPerson::send(Client::new().post(api("demo/clock")).json(&json!({"hours": 24 * 90}))).await;
        assert!(passed.is(200)["now"].as_str().unwrap().starts_with("2027-02-21T"), "{}", passed.json);
        identity.refresh(&begun.refresh).await.unwrap();

        // All of its records are sound.
        for case in again.json["cases"].as_array().unwrap() {
            let case = case["case"].as_str().unwrap().parse().unwrap();
            running.state.store.verify_case(case).await.unwrap();
        }

        // A case that somebody altered does not hide the others.
        let altered = again.json["cases"][0]["case"].as_str().unwrap().replace('-', "");
        running.stop().await;
        let copy = folder.path().join("copy");
        copied(&folder.path().join("demo"), &copy);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let listen = listener.local_addr().unwrap().to_string();
        let config = Config::from_sources(None, [("ACORDO_LISTEN".to_owned(), listen.clone())]).unwrap();
        let config = demo::settings(config, copy, false).unwrap();
        let change = format!("UPDATE cases SET phase = 'agreed' WHERE case_id = x'{altered}'");
        assert_eq!(intruder::run(Engine::Sqlite, config.database_url.reveal(), &change).await, 1);
        let tuning = Tuning { workers: Some(1), ..Tuning::of(&config) };
        let clock = Arc::new(AheadClock::from("2027-02-21T12:00:00.000Z".parse().unwrap()));
        let running = start(config, tuning, listener, clock.clone()).await.unwrap();
        let early = TestPerson::send(Client::new().get(format!("http://{listen}/api/v1/demo"))).await;
        early.refused(503, "unavailable");
        demo::open(&running.state, clock).await.unwrap();
        let left = TestPerson::send(Client::new().get(format!("http://{listen}/api/v1/demo"))).await;
        assert_eq!(left.is(200)["cases"].as_array().unwrap().len(), again.json["cases"].as_array().unwrap().len() - 1);
        running.stop().await;
    });
}

pub fn copied(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let (path, place) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copied(&path, &place);
        } else if let Err(error) = std::fs::copy(&path, &place) {
            // SQLite removes its journal when the last reader leaves.
            assert_eq!(error.kind(), std::io::ErrorKind::NotFound, "{}", path.display());
        }
    }
}

async fn enter(url: &str, person: &Value) -> crate::support::person::Reply {
    TestPerson::send(Client::new().post(url).json(&json!({"person": person}))).await
}
