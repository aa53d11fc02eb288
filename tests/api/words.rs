//! The lists of phrases before which the page asks again.

use crate::support::app::{BEGINNING, TestApp, on_a_runtime, run_set};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::person::{Reply, TestPerson};
use acordo::app::{StartError, Tuning, start};
use acordo::config::Config;
use acordo::store::HandClock;
use reqwest::Method;
use std::net::TcpListener;
use std::sync::Arc;

on_both! {
    a_list_is_for_everybody_and_is_sent_once,
    a_language_without_a_list_is_refused,
}

async fn again(app: &TestApp, tag: &str) -> Reply {
    TestPerson::send(app.nobody().request(Method::GET, "words/pt-BR").header("if-none-match", tag)).await
}

async fn a_list_is_for_everybody_and_is_sent_once(app: &TestApp) {
    for language in ["pt-BR", "es", "en"] {
        let list = app.nobody().get(&format!("words/{language}")).await;
        list.is(200);
        assert_eq!(list.header("content-type"), "text/plain; charset=utf-8");
        assert_eq!(list.header("cache-control"), "public, max-age=3600");
        let file = format!("{}/src/words/{language}.txt", env!("CARGO_MANIFEST_DIR"));
        assert!(list.bytes == std::fs::read(file).unwrap(), "{language}");
    }
    let tag = app.nobody().get("words/pt-BR").await.header("etag").to_owned();
    for known in [tag.clone(), format!("\"other\", W/{tag}"), "*".to_owned()] {
        let answer = again(app, &known).await;
        answer.is(304);
        assert_eq!((answer.header("etag"), answer.bytes.len()), (tag.as_str(), 0));
    }
    again(app, "\"other\"").await.is(200);
    assert_ne!(app.nobody().get("words/es").await.header("etag"), tag);
}

async fn a_language_without_a_list_is_refused(app: &TestApp) {
    for language in ["fr", "pt", "PT-BR", "pt-BR.txt", "..%2Fes", "%00"] {
        app.nobody().get(&format!("words/{language}")).await.refused(404, "not_found");
    }
    app.nobody().get("words").await.refused(404, "route_not_found");
    app.nobody().post("words/es", &serde_json::json!({})).await.refused(405, "method_not_allowed");
}

#[test]
fn the_operators_list_is_served_in_place_of_acordos() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("es.txt"), "[insult]\nzoquetes?\n").unwrap();
    let set = [("ACORDO_WORDS_FOLDER", folder.path().display().to_string())];
    run_set(
        Engine::Sqlite,
        &set,
        |_| {},
        async |app| {
            assert_eq!(app.nobody().get("words/es").await.bytes, b"[insult]\nzoquetes?\n");
            assert!(app.nobody().get("words/en").await.bytes.len() > 1000);
        },
    );
}

#[test]
fn with_a_list_that_is_wrong_nothing_starts() {
    let (folder, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::write(folder.path().join("en.txt"), "[insult]\nfools?\n[insults]\n").unwrap();
    let settings = [("ACORDO_WORDS_FOLDER", folder.path()), ("ACORDO_DATA_DIR", data.path())];
    let settings = settings.map(|(name, path)| (name.to_owned(), path.display().to_string()));
    let config = Config::from_sources(None, settings).unwrap();
    let tuning = Tuning::of(&config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let clock = Arc::new(HandClock::at(BEGINNING.parse().unwrap()));
    let refused = on_a_runtime(start(config, tuning, listener, clock)).unwrap_err();
    let told = refused.to_string();
    assert!(matches!(refused, StartError::Words(_)) && told.contains("en.txt") && told.contains("line 3"), "{told}");
    assert_eq!(std::fs::read_dir(data.path()).unwrap().count(), 0);
}
