//! Who looked into a case by a role is written down, and told to those who read what was looked at.

use crate::support::app::{Story, TestApp};
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo_domain::id::CaseId;
use acordo_domain::moment::HOUR_MILLIS;
use acordo_domain::seat::Role;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use std::collections::BTreeSet;

on_both! {
    every_way_into_a_case_leaves_an_entry_of_the_channels_that_were_read,
    an_entry_tells_nobody_of_a_channel_that_they_do_not_read,
    who_takes_part_leaves_no_entry_and_nothing_becomes_new_by_a_read,
    a_reload_adds_nothing_and_another_hour_does,
    whoever_follows_a_room_goes_on_reading_it,
    many_entries_come_page_by_page,
}

async fn entries(person: &TestPerson, case: CaseId) -> Vec<Value> {
    let page = person.get(&format!("cases/{case}/access")).await;
    assert_eq!(page.is(200)["zone"], "America/Sao_Paulo");
    page.json["entries"].as_array().unwrap().clone()
}

/// What this person is told that somebody of this name read, all entries together.
async fn told(person: &TestPerson, case: CaseId, name: &str) -> BTreeSet<String> {
    let entries = entries(person, case).await;
    let theirs = entries.iter().filter(|entry| entry["name"] == name);
    let channels = theirs.flat_map(|entry| entry["channels"].as_array().unwrap());
    channels.map(|channel| channel.as_str().unwrap().to_owned()).collect()
}

async fn put(person: &TestPerson, case: CaseId, channel: &str) -> Value {
    let form = Form::new().part("file", Part::bytes(b"recibo".to_vec()).file_name("recibo.txt"));
    let sent = person.request(Method::POST, &format!("cases/{case}/channels/{channel}/evidence")).multipart(form);
    TestPerson::send(sent).await.is(201)["evidence"]["id"].clone()
}

/// An impasse, taken in hand by the company's own ombudsman, who reads `joint` and `internal:company`.
async fn reviewed_by_the_company(app: &TestApp) -> (Story, TestPerson) {
    let story = app.mediation().await;
    let officer = app.member("Otília Ramos", &app.company, Role::Ombudsman).await;
    story
        .rep
        .does(story.case, json!({"type": "note.put", "channel": "internal:company", "text": "nota"}))
        .await
        .is(200);
    story.mediator.does(story.case, json!({"type": "impasse.declare", "ground": "no_agreement"})).await.is(200);
    officer.does(story.case, json!({"type": "escalation.claim"})).await.is(200);
    app.running.state.exporter.hand_over(story.case, 1).await.unwrap();
    (story, officer)
}

async fn every_way_into_a_case_leaves_an_entry_of_the_channels_that_were_read(app: &TestApp) {
    let (story, officer) = reviewed_by_the_company(app).await;
    let case = story.case;
    let file = put(&story.consumer, case, "joint").await;
    let settled = app.mediation().await;
    app.sealed(&settled).await;
    let reviewed = ["procedure", "joint", "internal:company", "review:1"].as_slice();
    // Each way to read: who, in which case, by which address, and what of it is written down.
    let (by_role, of_agreements) = (officer.clone(), app.member("Marta Reis", &app.company, Role::Manager).await);
    let keeper = app.member("Vera Sá", &app.company, Role::Viewer).await;
    let ways: Vec<(&str, &TestPerson, CaseId, String, &[&str])> = vec![
        ("/", &by_role, case, String::new(), reviewed),
        ("/access", &by_role, case, "/access".to_owned(), &[]),
        ("/clauses", &by_role, case, "/clauses?language=en".to_owned(), &[]),
        ("/candidates", &by_role, case, "/candidates?for=escalation.hand_over".to_owned(), reviewed),
        ("/channels/{channel}/events", &by_role, case, "/channels/joint/events".to_owned(), &["joint"]),
        ("/evidence/{id}", &by_role, case, format!("/evidence/{}", file.as_str().unwrap()), &["joint"]),
        ("/papers/{file}", &by_role, case, "/papers/procedure.pdf".to_owned(), &["procedure"]),
        ("/record.zip", &by_role, case, "/record.zip?profile=procedural".to_owned(), &["procedure"]),
        ("/record.zip", &of_agreements, settled.case, "/record.zip".to_owned(), &["procedure"]),
        ("/agreement.pdf", &of_agreements, settled.case, "/agreement.pdf".to_owned(), &["procedure"]),
        ("/agreement.json", &of_agreements, settled.case, "/agreement.json".to_owned(), &["procedure"]),
        ("/agreement/text", &of_agreements, settled.case, "/agreement/text".to_owned(), &["procedure"]),
        ("/volume.pdf", &of_agreements, settled.case, "/volume.pdf".to_owned(), &["procedure"]),
        ("/agreement.pdf", &keeper, settled.case, "/agreement.pdf".to_owned(), &["procedure"]),
    ];
    for (route, person, case, path, expected) in &ways {
        app.clock.advance_millis(HOUR_MILLIS);
        let (person, rep) = (app.again(person).await, app.again(&story.rep).await);
        let reader = if *case == settled.case { app.again(&settled.rep).await } else { rep };
        let before = entries(&reader, *case).await.len();
        assert_eq!(person.get(&format!("cases/{case}{path}")).await.status, 200, "{path}");
        let after = entries(&reader, *case).await;
        assert_eq!(after.len() - before, usize::from(!expected.is_empty()), "{route}: {after:?}");
        if !expected.is_empty() {
            assert_eq!(after[0]["channels"], json!(expected), "{route}");
        }
    }
    // What is refused was not read.
    app.clock.advance_millis(HOUR_MILLIS);
    let (officer, rep) = (app.again(&officer).await, app.again(&story.rep).await);
    let before = entries(&rep, case).await;
    officer.get(&format!("cases/{case}/channels/caucus:company/events")).await.refused(404, "not_found");
    officer.get(&format!("cases/{case}/record.zip?profile=joint")).await.refused(409, "consent_not_given");
    officer.get(&format!("cases/{case}/agreement.pdf")).await.refused(404, "no_document");
    assert_eq!(entries(&rep, case).await, before);
    // Whoever adds a way to read a case says here what is written down of it. The live room has a test of its own, the
    // receipt is for the filer alone.
    let document = serde_json::to_value(acordo::http::openapi()).unwrap();
    let routes = document["paths"].as_object().unwrap().iter().filter(|(_, item)| item.get("get").is_some());
    let routes: BTreeSet<String> = routes
        .filter_map(|(path, _)| path.strip_prefix("/api/v1/cases/{case}"))
        .filter(|route| !["/live", "/receipt.pdf"].contains(route))
        .map(|route| if route.is_empty() { "/".to_owned() } else { route.to_owned() })
        .collect();
    let tried: BTreeSet<String> = ways.iter().map(|way| way.0.to_owned()).collect();
    assert_eq!(routes, tried);
}

async fn an_entry_tells_nobody_of_a_channel_that_they_do_not_read(app: &TestApp) {
    let (story, officer) = reviewed_by_the_company(app).await;
    let case = story.case;
    let coordinator = app.coordinator().await;
    let manager = app.member("Marta Reis", &app.company, Role::Manager).await;
    officer.does(case, json!({"type": "escalation.note", "text": "nota da ouvidoria"})).await.is(200);
    officer.get(&format!("cases/{case}")).await.is(200);
    manager.get(&format!("cases/{case}")).await.is(200);
    coordinator.get(&format!("cases/{case}")).await.is(200);
    let set = |channels: &[&str]| channels.iter().map(|channel| (*channel).to_owned()).collect::<BTreeSet<_>>();
    let of_officer = async |person: &TestPerson| told(person, case, "Otília Ramos").await;
    assert_eq!(of_officer(&story.consumer).await, set(&["joint", "procedure", "review:1"]));
    assert_eq!(of_officer(&story.rep).await, set(&["internal:company", "joint", "procedure", "review:1"]));
    assert_eq!(of_officer(&officer).await, set(&["desk:1", "internal:company", "joint", "procedure", "review:1"]));
    // A manager without the seat reads the company's notes whole, and of the joint room the first words alone.
    assert_eq!(of_officer(&manager).await, set(&["internal:company", "procedure"]));
    assert_eq!(of_officer(&coordinator).await, set(&["procedure"]));
    assert_eq!(told(&story.consumer, case, "Marta Reis").await, set(&["joint", "procedure"]));
    assert_eq!(told(&story.consumer, case, "Caio Coordenador").await, set(&["procedure"]));
    let mine = entries(&manager, case).await.into_iter().find(|entry| entry["you"] == true).unwrap();
    assert_eq!((&mine["capacity"], &mine["organisation_kind"]), (&json!("approver"), &json!("company")));
    assert_eq!((&mine["name"], &mine["organisation_name"]), (&json!("Marta Reis"), &json!("Loja Ipê")));
    for nobody in [app.file_complaint().await.1, app.member("Vera Sá", &app.company, Role::Viewer).await] {
        nobody.get(&format!("cases/{case}/access")).await.refused(404, "not_found");
    }
    manager.get(&format!("cases/{case}/access?cursor=x")).await.refused(400, "invalid_parameter");
    app.nobody().get(&format!("cases/{case}/access")).await.refused(401, "unauthenticated");
}

async fn who_takes_part_leaves_no_entry_and_nothing_becomes_new_by_a_read(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    let coordinator = app.coordinator().await;
    // What the others get, before and after a coordinator looked.
    let seen = async || {
        let mut seen = Vec::new();
        for person in [&story.consumer, &story.rep, &story.mediator] {
            seen.push(person.get(&format!("cases/{case}")).await.bytes);
            seen.push(person.get("cases").await.bytes);
            seen.push(person.get(&format!("cases/{case}/channels/procedure/events?limit=500")).await.bytes);
        }
        seen
    };
    let before = seen().await;
    let assigned = entries(&story.consumer, case).await;
    assert!(assigned.iter().all(|entry| entry["capacity"] == "coordinator"), "{assigned:?}");
    coordinator.get(&format!("cases/{case}")).await.is(200);
    assert!(told(&story.consumer, case, "Caio Coordenador").await.contains("procedure"));
    assert!(before == seen().await, "a read shows nowhere but in its own list");
}

async fn a_reload_adds_nothing_and_another_hour_does(app: &TestApp) {
    let story = app.mediation().await;
    let manager = app.member("Marta Reis", &app.company, Role::Manager).await;
    let count = async |person: &TestPerson| {
        entries(person, story.case).await.iter().filter(|entry| entry["name"] == "Marta Reis").count()
    };
    for _ in 0..5 {
        manager.get(&format!("cases/{}", story.case)).await.is(200);
    }
    assert_eq!(count(&story.rep).await, 1);
    app.clock.advance_millis(HOUR_MILLIS);
    app.again(&manager).await.get(&format!("cases/{}", story.case)).await.is(200);
    let rep = app.again(&story.rep).await;
    assert_eq!(count(&rep).await, 2);
    let newest = entries(&rep, story.case).await;
    assert_eq!(newest[0]["at"], "2026-11-23T13:00:00.000Z");
}

async fn whoever_follows_a_room_goes_on_reading_it(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let coordinator = app.coordinator().await;
    let mut room = coordinator.enters(case, json!({})).await;
    room.until("welcome").await;
    room.settled().await;
    let entered = told(&consumer, case, "Caio Coordenador").await;
    assert_eq!(entered, BTreeSet::from(["procedure".to_owned()]));
    app.clock.advance_millis(HOUR_MILLIS);
    let (consumer, rep) = (app.again(&consumer).await, app.again(&rep).await);
    let before = entries(&rep, case).await.len();
    consumer.does(case, json!({"type": "mediator.request"})).await.is(200);
    room.until("event").await;
    assert_eq!(entries(&rep, case).await.len(), before + 1, "what came in the second hour was read then");
}

async fn many_entries_come_page_by_page(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    let store = &app.running.state.store;
    let manager = app.member("Marta Reis", &app.company, Role::Manager).await;
    let actor = store.accounts().actor(manager.id).await.unwrap().unwrap();
    let folded = store.case(case).await.unwrap();
    for _ in 0..230 {
        app.clock.advance_millis(HOUR_MILLIS);
        store.note_read(&folded, &actor, acordo_domain::case::watched::shown_channels(&folded, &actor)).await.unwrap();
    }
    let rep = app.again(&story.rep).await;
    let (mut all, mut cursor, mut pages) = (Vec::new(), String::new(), 0);
    loop {
        let page = rep.get(&format!("cases/{case}/access{cursor}")).await.is(200).clone();
        all.extend(page["entries"].as_array().unwrap().clone());
        pages += 1;
        let Some(next) = page["next"].as_str() else { break };
        cursor = format!("?cursor={next}");
    }
    let theirs: Vec<&Value> = all.iter().filter(|entry| entry["name"] == "Marta Reis").collect();
    assert_eq!((theirs.len(), pages), (230, 3));
    assert!(theirs.windows(2).all(|pair| pair[0]["at"].as_str() > pair[1]["at"].as_str()));
}
