//! What a person gets of what is held about them, and what nobody else does.

use crate::support::app::{Story, TestApp, run_with};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::person::{Reply, TestPerson};
use acordo::commands::pace::Rate;
use acordo::identity::Device;
use acordo_record::bundle::zip;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Cursor;

on_both! {
    what_one_said_signed_and_decided_comes_along_and_what_others_said_does_not,
    a_session_of_one_case_gets_that_case_alone,
    who_left_a_case_gets_nothing_of_its_rooms_any_more,
}

fn unpacked(reply: &Reply) -> BTreeMap<String, String> {
    reply.is(200);
    assert_eq!(reply.header("content-type"), "application/zip");
    assert!(reply.header("content-disposition").starts_with("attachment"), "{:?}", reply.headers);
    let files = zip::read(&mut Cursor::new(&reply.bytes), |_| true).unwrap();
    files.into_iter().map(|file| (file.name, String::from_utf8(file.data).unwrap())).collect()
}

async fn taken(person: &TestPerson) -> BTreeMap<String, String> {
    unpacked(&person.get("my_data.zip").await)
}

fn read(files: &BTreeMap<String, String>, name: &str) -> Value {
    serde_json::from_str(files.get(name).unwrap_or_else(|| panic!("no {name} in {:?}", files.keys()))).unwrap()
}

async fn reference(person: &TestPerson, story: &Story) -> String {
    let view = person.get(&format!("cases/{}", story.case)).await;
    view.is(200)["reference"].as_str().unwrap().to_owned()
}

async fn what_one_said_signed_and_decided_comes_along_and_what_others_said_does_not(app: &TestApp) {
    let story = app.mediation().await;
    let Story { case, consumer, rep, mediator } = &story;
    consumer.says(*case, "caucus:consumer", "canario <b>meu</b> segredo").await.is(200);
    consumer.says(*case, "joint", "canario da consumidora").await.is(200);
    rep.says(*case, "joint", "canario da empresa").await.is(200);
    rep.says(*case, "caucus:company", "canario reservado da empresa").await.is(200);
    let note = json!({"type": "note.put", "channel": "notes:mediator", "text": "canario da mediadora"});
    mediator.does(*case, note).await.is(200);
    app.sealed(&story).await;
    let file = format!("cases/{}", reference(consumer, &story).await);

    let mine = taken(consumer).await;
    let data = read(&mine, "data.json");
    assert_eq!((&data["person"]["name"], &data["of_one_case"]), (&json!("Ana Souza"), &json!(false)));
    assert!(!data["account"]["sessions"].as_array().unwrap().is_empty());
    assert_eq!(data["cases"][0]["file"], format!("{file}.json"));
    let told = read(&mine, &format!("{file}.json"));
    let kinds: Vec<&str> =
        told["events"].as_array().unwrap().iter().map(|event| event["event"]["type"].as_str().unwrap()).collect();
    for kind in ["complaint_filed", "message_posted", "proposal_accepted", "agreement_signed", "rules_accepted"] {
        assert!(kinds.contains(&kind), "no {kind} in {kinds:?}");
    }
    assert_eq!(told["held"]["codes"].as_array().unwrap().len(), 1, "the code of the signature: {}", told["held"]);
    assert!(mine[&format!("{file}.json")].contains("529.982.247-25"), "one's own number is one's own");
    // The pages say the same, and words are never markup.
    let page = &mine[&format!("{file}.html")];
    assert!(page.contains("canario &lt;b&gt;meu&lt;/b&gt; segredo") && page.contains("Chegou com a porta amassada."));
    assert!(mine.keys().any(|name| name.ends_with(".html") && !name.contains('/')));

    for (person, own, not) in [
        (consumer, "canario da consumidora", ["canario da empresa", "canario reservado", "canario da mediadora"]),
        (rep, "canario reservado da empresa", ["canario da consumidora", "segredo", "canario da mediadora"]),
        (mediator, "canario da mediadora", ["canario da consumidora", "segredo", "canario da empresa"]),
    ] {
        let files: String = taken(person).await.into_values().collect();
        assert!(files.contains(own), "{own}");
        for canary in not {
            assert!(!files.contains(canary), "{canary} stands among the data of who said {own}");
        }
        for other in [consumer, rep, mediator].into_iter().filter(|other| other.id != person.id) {
            assert!(!files.contains(&format!("\"id\": \"{}\"\n      }}", other.id)), "an act of somebody else");
        }
    }
    // A colleague lists the case by their role alone, and has no part in it.
    let colleague = taken(&app.rep().await).await;
    assert_eq!(read(&colleague, "data.json")["cases"], json!([]));
    assert_eq!(read(&colleague, "data.json")["account"]["roles"][0]["role"], "rep");
}

async fn a_session_of_one_case_gets_that_case_alone(app: &TestApp) {
    let email = "ana.dados@example.org";
    let mut cases = Vec::new();
    for _ in 0..2 {
        cases.push(app.files(&app.complaint(email)).await);
    }
    let user = app.running.state.store.accounts().user_by_email(email).await.unwrap().unwrap();
    let identity = &app.running.state.identity;
    let link = identity.make_link(user.id, Some(cases[0])).await.unwrap();
    let came = identity.redeem(&link.text(), Device::default()).await.unwrap();
    let limited = TestPerson::new(&app.base, &came.begun);
    let data = read(&taken(&limited).await, "data.json");
    assert_eq!((&data["of_one_case"], data["cases"].as_array().unwrap().len()), (&json!(true), 1));
    for session in data["account"]["sessions"].as_array().unwrap() {
        assert_eq!(session["case"], json!(cases[0]));
    }
    let whole = taken(&app.sign_in(email).await).await;
    assert_eq!(read(&whole, "data.json")["cases"].as_array().unwrap().len(), 2);
}

async fn who_left_a_case_gets_nothing_of_its_rooms_any_more(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mediator = app.mediator().await;
    consumer.does(case, json!({"type": "mediator.request"})).await.is(200);
    app.assign(case, &mediator).await;
    mediator.does(case, json!({"type": "mediator.decline"})).await.is(200);
    mediator.get(&format!("cases/{case}")).await.refused(404, "not_found");
    let files = taken(&mediator).await;
    assert_eq!(read(&files, "data.json")["cases"], json!([]));
    assert!(!files.into_values().any(|file| file.contains("amassada")));
}

#[test]
fn whoever_is_not_signed_in_or_asks_without_end_gets_nothing() {
    let few = |tuning: &mut acordo::app::Tuning| tuning.rates.exports = Rate { burst: 2.0, per_second: 1e-5 };
    run_with(Engine::Sqlite, few, async |app: &TestApp| {
        app.nobody().get("my_data.zip").await.refused(401, "unauthenticated");
        let (_, consumer) = app.file_complaint().await;
        for _ in 0..2 {
            taken(&consumer).await;
        }
        consumer.get("my_data.zip").await.refused(429, "quota_used");
        consumer.post("my_data.zip", &json!({})).await.refused(405, "method_not_allowed");
        let turns = [app.running.state.exporter.turn(consumer.id), app.running.state.exporter.turn(consumer.id)];
        assert!(turns.iter().all(Result::is_ok));
        let other = app.file_complaint().await.1;
        taken(&other).await;
    });
}
