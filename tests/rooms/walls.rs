//! No word of a private channel reaches anybody else, by whatever way it may try.

use crate::support::app::{Story, TestApp};
use crate::support::on_both;
use crate::support::person::TestPerson;
use crate::support::room::TestSocket;
use serde_json::json;

on_both! { a_canary_in_each_private_channel_sings_only_to_its_own }

/// Everything that this person can lay hands on over HTTP.
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
    paths.extend(
        ["agreement.json", "agreement.pdf", "record.zip?profile=joint"].map(|end| format!("cases/{case}/{end}")),
    );
    for path in paths {
        got.push_str(&String::from_utf8_lossy(&person.get(&path).await.bytes));
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
