//! No word of a private channel reaches anybody else, whatever way they try.

use crate::api::agreement::letters;
use crate::api::owed::days;
use crate::support::app::{Story, TestApp};
use crate::support::on_both;
use crate::support::person::{Reply, TestPerson};
use crate::support::room::TestSocket;
use acordo_domain::seat::Role;
use acordo_record::bundle::zip;
use serde_json::{Value, json};
use std::io::Cursor;

on_both! {
    a_canary_in_each_private_channel_sings_only_to_its_own,
    officers_and_the_register_take_what_the_table_gives_them_and_no_word_more,
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
    paths.extend(
        ["agreement.json", "agreement.pdf", "agreement/text", "access"].map(|end| format!("cases/{case}/{end}")),
    );
    paths.extend(["agreements", "queues"].map(str::to_owned));
    for path in paths {
        got.push_str(&String::from_utf8_lossy(&person.get(&path).await.bytes));
    }
    let caucuses = ["consumer", "company"].map(|side| format!("caucus&channel=caucus:{side}"));
    let profiles = ["agreement", "procedural", "joint"].map(str::to_owned);
    for profile in profiles.into_iter().chain(caucuses) {
        got.push_str(&opened(&person.get(&format!("cases/{case}/record.zip?profile={profile}")).await.bytes));
    }
    let volume = person.get(&format!("cases/{case}/volume.pdf")).await;
    got.push_str(&if volume.status == 200 { letters(&volume.bytes) } else { String::new() });
    let final_paper = person.get(&format!("cases/{case}/agreement.pdf")).await;
    got.push_str(&if final_paper.status == 200 { letters(&final_paper.bytes) } else { String::new() });
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

/// Who takes which profile of the record, and the agreement's PDF: a row for everybody beside the parties and the mediator.
/// The words that were said are looked for in all that they get.
async fn officers_and_the_register_take_what_the_table_gives_them_and_no_word_more(app: &TestApp) {
    let mut story = app.mediation().await;
    let case = story.case;
    let keepers = [
        ("the company's ombudsman", app.member("Otília", &app.company, Role::Ombudsman).await),
        ("the company's legal team", app.member("Júlia", &app.company, Role::Legal).await),
        ("the company's viewer", app.member("Vera", &app.company, Role::Viewer).await),
        ("the operator's ombudsman", app.member("Olga", &app.operator, Role::Ombudsman).await),
    ];
    let (legal, colleague) =
        (app.member("Luís", &app.operator, Role::Legal).await, app.member("Lia", &app.operator, Role::Legal).await);
    let manager = app.member("Marta", &app.company, Role::Manager).await;
    let coordinator = app.coordinator().await;
    for (person, channel, text) in [
        (&story.consumer, "caucus:consumer", "canario-caucus-consumer"),
        (&story.rep, "caucus:company", "canario-caucus-company"),
        (&story.consumer, "joint", "canario-joint"),
    ] {
        person.says(case, channel, text).await.is(200);
    }
    for (person, channel, text) in
        [(&story.rep, "internal:company", "canario-internal"), (&story.mediator, "notes:mediator", "canario-notes")]
    {
        person.does(case, json!({"type": "note.put", "channel": channel, "text": text})).await.is(200);
    }
    app.sealed(&story).await;
    // Broken: the case goes to the operator's legal team, one of whom takes it in hand.
    days(app, &mut story, 15).await;
    let mut again = Vec::new();
    for person in [&legal, &colleague, &manager, &coordinator].into_iter().chain(keepers.iter().map(|keeper| &keeper.1))
    {
        again.push(app.again(person).await);
    }
    let [legal, colleague, manager, coordinator, keepers @ ..] = again.as_slice() else { panic!("nobody") };
    legal.does(case, json!({"type": "escalation.claim"})).await.is(200);
    app.running.state.exporter.hand_over(case, 1).await.unwrap();
    legal.does(case, json!({"type": "escalation.note", "text": "canario-desk"})).await.is(200);
    let words = [
        "canario-caucus-consumer",
        "canario-caucus-company",
        "canario-internal",
        "canario-notes",
        "canario-joint",
        "canario-desk",
    ];
    // agreement, agreement.pdf, procedural, joint, volume.pdf; and which of the words they get at all.
    let none: &[&str] = &[];
    let mut rows: Vec<(&str, &TestPerson, [u16; 5], &[&str])> = vec![
        ("who holds the entry", legal, [200, 200, 200, 409, 200], &["canario-desk"]),
        ("the rest of the team", colleague, [200, 200, 403, 403, 403], none),
        ("the company's manager", manager, [200, 200, 200, 403, 200], &["canario-internal"]),
        ("the coordinator", coordinator, [403, 403, 403, 403, 403], none),
    ];
    rows.extend(keepers.iter().map(|keeper| ("the register", keeper, [200, 200, 404, 404, 404], none)));
    for (who, person, expected, reads) in &rows {
        let mut got = Vec::new();
        for path in
            ["record.zip", "agreement.pdf", "record.zip?profile=procedural", "record.zip?profile=joint", "volume.pdf"]
        {
            got.push(person.get(&format!("cases/{case}/{path}")).await.status.as_u16());
        }
        assert_eq!(got, expected, "{who}");
        for side in ["consumer", "company"] {
            let caucus = person.get(&format!("cases/{case}/record.zip?profile=caucus&channel=caucus:{side}")).await;
            caucus.refused(404, "not_found");
        }
        let all = all_of(person, &story).await;
        for word in words {
            assert_eq!(all.contains(word), reads.contains(&word), "{who}: {word}");
        }
    }
    // With both consents the officer in hand takes the joint room, and nobody else does.
    for side in [&story.consumer, &story.rep] {
        side.does(case, json!({"type": "consent.give", "scope": "joint_export"})).await.is(200);
    }
    let joint = format!("cases/{case}/record.zip?profile=joint");
    assert!(opened(&legal.get(&joint).await.bytes).contains("canario-joint"));
    for (person, status) in
        [(colleague, 403), (manager, 403), (coordinator, 403), (&keepers[0], 404), (&keepers[3], 404)]
    {
        assert_eq!(person.get(&joint).await.status.as_u16(), status);
    }
    for word in ["canario-caucus-consumer", "canario-caucus-company", "canario-internal", "canario-notes"] {
        assert!(!all_of(legal, &story).await.contains(word), "{word}");
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
