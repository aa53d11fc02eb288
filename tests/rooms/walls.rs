//! No word of a private channel reaches anybody else, whatever way they try.

use crate::support::app::{Story, TestApp};
use crate::support::on_both;
use crate::support::person::{Reply, TestPerson};
use crate::support::room::TestSocket;
use acordo_record::bundle::zip;
use serde_json::{Value, json};
use std::io::Cursor;

on_both! {
    a_canary_in_each_private_channel_sings_only_to_its_own,
    who_follows_the_dates_alone_gets_no_sum_and_no_signature,
}

/// Everything that this person can fetch over HTTP.
async fn all_of(person: &TestPerson, story: &Story) -> String {
    let case = story.case;
    let mut got = String::new();
    let channels = [
        "procedure",
        "joint",
        "caucus:consumer",
        "caucus:company",
        "internal:company",
        "notes:mediator",
        "sealed:consumer",
        "sealed:company",
        "review:1",
        "desk:1",
        "challenge:consumer",
        "challenge:company",
    ];
    let mut paths = vec![format!("cases/{case}"), "cases".to_owned(), "cases?q=canario".to_owned()];
    paths.extend(channels.map(|channel| format!("cases/{case}/channels/{channel}/events?limit=500")));
    paths.extend(["agreement.json", "agreement.pdf"].map(|end| format!("cases/{case}/{end}")));
    for path in paths {
        got.push_str(&String::from_utf8_lossy(&person.get(&path).await.bytes));
    }
    let caucuses = ["consumer", "company"].map(|side| format!("caucus&channel=caucus:{side}"));
    let profiles = ["agreement", "procedural", "joint"].map(str::to_owned);
    for profile in profiles.into_iter().chain(caucuses) {
        got.push_str(&opened(&person.get(&format!("cases/{case}/record.zip?profile={profile}")).await.bytes));
    }
    got
}

/// What a bundle says in clear: its files, and in place of the lines the parts that are opened in them.
fn opened(bundle: &[u8]) -> String {
    let Ok(entries) = zip::read(&mut Cursor::new(bundle), |_| true) else { return String::new() };
    let mut got = String::new();
    for entry in entries {
        got.push_str(&String::from_utf8_lossy(&entry.data));
        for line in entry.data.split(|byte| *byte == b'\n').filter(|_| entry.name.ends_with(".jsonl")) {
            let line: Value = serde_json::from_slice(line).unwrap_or_default();
            for part in line["parts"].as_object().into_iter().flat_map(|parts| parts.values()) {
                let bytes = acordo_record::from_base64(part["bytes"].as_str().unwrap()).unwrap();
                got.push_str(&String::from_utf8_lossy(&bytes));
            }
        }
    }
    got
}

async fn a_canary_in_each_private_channel_sings_only_to_its_own(app: &TestApp) {
    let story = app.mediation().await;
    let people = [&story.consumer, &story.rep, &story.mediator];
    let mut rooms: Vec<TestSocket> = Vec::new();
    for person in people {
        let mut room = person.enters(story.case, json!({})).await;
        room.until("welcome").await;
        rooms.push(room);
    }
    let say = |channel: &str, text: &str| json!({"type": "message.post", "channel": channel, "text": text});
    let note = |channel: &str, text: &str| json!({"type": "note.put", "channel": channel, "text": text});
    rooms[0].does(say("caucus:consumer", "canario-caucus-consumer")).await;
    rooms[1].does(say("caucus:company", "canario-caucus-company")).await;
    rooms[1].does(note("internal:company", "canario-internal")).await;
    rooms[2].does(say("caucus:company", "canario-mediator-to-company")).await;
    rooms[2].does(note("notes:mediator", "canario-notes")).await;
    rooms[2].does(json!({"type": "summary.write", "side": "consumer", "text": "canario-summary"})).await;
    let idea = json!({"obligations": [], "clauses": ["canario-idea"]});
    rooms[0].does(json!({"type": "idea.give", "terms": idea})).await;
    rooms[0].does(say("joint", "para todos")).await;
    for (room, commands) in rooms.iter_mut().zip([3, 2, 3]) {
        for _ in 0..commands {
            room.until("done").await;
        }
    }
    for room in &mut rooms {
        room.settled().await;
    }
    // Who reads what: the consumer, the company, the mediator.
    let canaries = [
        ("canario-caucus-consumer", [true, false, true]),
        ("canario-caucus-company", [false, true, true]),
        ("canario-internal", [false, true, false]),
        ("canario-mediator-to-company", [false, true, true]),
        ("canario-notes", [false, false, true]),
        ("canario-summary", [true, false, true]),
        ("canario-idea", [true, false, true]),
        ("para todos", [true, true, true]),
    ];
    for (place, person) in people.into_iter().enumerate() {
        let over_http = all_of(person, &story).await;
        for (canary, readers) in canaries {
            let heard = rooms[place].heard.contains(canary);
            assert_eq!(heard, readers[place], "{canary} over the socket of {place}");
            assert_eq!(over_http.contains(canary), readers[place], "{canary} over HTTP to {place}");
        }
    }
    let (_, stranger) = app.file_complaint().await;
    let strangers = all_of(&stranger, &story).await;
    let coordinators = all_of(&app.coordinator().await, &story).await;
    for (canary, _) in canaries {
        assert!(!strangers.contains(canary) && !coordinators.contains(canary), "{canary}");
    }
}

/// A coordinator reads `procedure` for its names, phases and dates; what was agreed belongs to the parties.
async fn who_follows_the_dates_alone_gets_no_sum_and_no_signature(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let coordinator = app.coordinator().await;
    let path = format!("cases/{}/channels/procedure/events?limit=500", story.case);
    let text = |reply: &Reply| String::from_utf8_lossy(&reply.bytes).into_owned();
    let over_http = coordinator.get(&path).await;
    over_http.is(200);
    let mut room = coordinator.enters(story.case, json!({"procedure": 0})).await;
    room.until("welcome").await;
    room.settled().await;
    let of_a_party = text(&story.consumer.get(&path).await);
    let kinds = ["agreement_concluded", "obligations_started"];
    for told in [text(&over_http), room.heard.clone()] {
        assert!(kinds.iter().all(|kind| told.contains(kind)), "{told}");
        assert!(!told.contains("\"amount\"") && !told.contains("\"signatures\":[{"), "{told}");
    }
    assert!(of_a_party.contains("\"amount\"") && of_a_party.contains("\"signatures\":[{"), "{of_a_party}");
}
