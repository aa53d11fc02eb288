//! What is said in a room, and what is refused there.

use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::room::{TestSocket, seqs};
use serde_json::json;
use uuid::Uuid;

on_both! {
    a_message_reaches_everybody_in_the_room,
    done_comes_after_the_event_and_says_where_it_stands,
    a_command_sent_twice_over_a_socket_happens_once,
    a_refusal_leaves_the_socket_open,
    broken_json_keeps_the_socket_open,
    typing_and_seen_stay_in_their_channel,
    presence_says_who_is_here_and_never_where,
    a_case_that_moved_is_shown_to_all_who_may_see_it,
    frames_without_measure_are_slowed_down,
    the_handshake_lets_in_only_who_may_come,
}

async fn a_message_reaches_everybody_in_the_room(app: &TestApp) {
    let story = app.mediation().await;
    let mut rooms = Vec::new();
    for person in [&story.consumer, &story.rep, &story.mediator] {
        let mut room = person.enters(story.case, json!({})).await;
        let welcome = room.until("welcome").await;
        assert_eq!(welcome["you"]["id"], json!(person.id));
        assert_eq!(welcome["case"]["id"], json!(story.case));
        room.settled().await;
        rooms.push(room);
    }
    rooms[0].says("joint", "Bom dia a todos").await;
    for room in &mut rooms {
        let event = room.until("event").await;
        assert_eq!(event["event"], json!({"type": "message_posted", "text": "Bom dia a todos"}));
        assert_eq!((&event["channel"], &event["seat"]), (&json!("joint"), &json!("consumer")));
        assert_eq!(event["by"]["name"], "Ana Souza");
        // A side's first words are an event of the procedure as well.
        room.settled().await;
    }
    rooms[2].says("caucus:company", "Uma palavra à parte").await;
    assert_eq!(rooms[1].until("event").await["channel"], "caucus:company");
    assert!(
        rooms[0].settled().await.iter().all(|frame| frame["t"] != "event"),
        "the consumer heard the company's caucus"
    );
}

async fn done_comes_after_the_event_and_says_where_it_stands(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mut room = consumer.enters(case, json!({})).await;
    room.until("welcome").await;
    room.settled().await;
    let id = room.says("joint", "Olá").await;
    let event = room.until("event").await;
    let done = room.until("done").await;
    assert_eq!((&done["id"], &done["at"]["joint"]), (&json!(id), &event["seq"]));
    let page =
        consumer.get(&format!("cases/{case}/channels/joint/events?after={}", event["seq"].as_u64().unwrap() - 1)).await;
    assert_eq!(page.is(200)["events"][0], event, "the same bytes over HTTP and over the socket");
}

async fn a_command_sent_twice_over_a_socket_happens_once(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mut room = consumer.enters(case, json!({})).await;
    room.until("welcome").await;
    let id = Uuid::now_v7();
    let frame = |text: &str| json!({"t": "do", "id": id, "command": {"type": "message.post", "channel": "joint", "text": text}});
    room.send(&frame("uma vez")).await;
    let first = room.until("done").await;
    room.send(&frame("uma vez")).await;
    assert_eq!(room.until("done").await, first);
    room.send(&frame("duas vezes")).await;
    let refused = room.until("refused").await;
    assert_eq!((&refused["id"], &refused["problem"]["code"]), (&json!(id), &json!("id_reused")));
    let again = consumer.does_under(id, case, &frame("uma vez")["command"]).await;
    assert_eq!(again.is(200)["at"], first["at"], "the same over HTTP");
}

async fn a_refusal_leaves_the_socket_open(app: &TestApp) {
    let story = app.mediation().await;
    let mut room = story.rep.enters(story.case, json!({})).await;
    room.until("welcome").await;
    for (command, code) in [
        (json!({"type": "floor.pause"}), "not_yours"),
        (json!({"type": "mediator.request"}), "wrong_phase"),
        (json!({"type": "message.post", "channel": "caucus:consumer", "text": "oi"}), "channel_not_found"),
        (json!({"type": "message.post", "channel": "joint", "text": " "}), "text_empty"),
        (json!({"type": "proposal.accept", "channel": "joint", "number": 9, "terms_hash": "x"}), "proposal_not_found"),
        (
            json!({"type": "agreement.seal", "version": 1, "document_hash": "x", "pdf_hash": "x"}),
            "command_not_for_clients",
        ),
        (json!({"type": "case.dance"}), "unknown_command"),
        (json!({"type": "floor.pause", "x": 1}), "unknown_field"),
    ] {
        let id = room.does(command.clone()).await;
        let refused = room.until("refused").await;
        assert_eq!((&refused["id"], &refused["problem"]["code"]), (&json!(id), &json!(code)), "{command}");
        assert!(refused["problem"]["detail"].as_str().unwrap().len() > 10);
        let over_http = story.rep.does(story.case, command).await;
        assert_eq!(over_http.json["code"], code, "another answer over HTTP");
    }
    let id = room.says("joint", "ainda aqui").await;
    assert_eq!(room.until("done").await["id"], json!(id));
}

async fn broken_json_keeps_the_socket_open(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mut room = consumer.enters(case, json!({})).await;
    room.until("welcome").await;
    for (text, code) in [("{", "broken_json"), ("[1]", "broken_json"), ("{\"t\":\"dance\"}", "unknown_frame")] {
        room.send_text(text).await;
        let refused = room.until("refused").await;
        assert_eq!((&refused["id"], &refused["problem"]["code"]), (&json!(null), &json!(code)));
    }
    room.send(&json!({"t": "ping", "n": 7})).await;
    assert_eq!(room.until("pong").await["n"], 7);
}

async fn typing_and_seen_stay_in_their_channel(app: &TestApp) {
    let story = app.mediation().await;
    let mut consumer = story.consumer.enters(story.case, json!({})).await;
    let mut rep = story.rep.enters(story.case, json!({})).await;
    let mut mediator = story.mediator.enters(story.case, json!({})).await;
    for room in [&mut consumer, &mut rep, &mut mediator] {
        room.until("welcome").await;
        room.settled().await;
    }
    consumer.send(&json!({"t": "typing", "channel": "caucus:consumer"})).await;
    assert_eq!(
        mediator.until("typing").await,
        json!({"t": "typing", "channel": "caucus:consumer", "seat": "consumer"})
    );
    mediator.send(&json!({"t": "seen", "channel": "caucus:consumer", "seq": 999})).await;
    let seen = consumer.until("seen").await;
    assert_eq!((&seen["channel"], &seen["seat"]), (&json!("caucus:consumer"), &json!("mediator")));
    assert!(seen["seq"].as_u64().unwrap() < 999, "nobody has seen what is not there");
    rep.send(&json!({"t": "typing", "channel": "caucus:consumer"})).await;
    let heard = rep.settled().await;
    assert!(heard.iter().all(|frame| frame["t"] != "typing" && frame["t"] != "seen"), "{heard:?}");
    let heard = mediator.settled().await;
    assert!(heard.iter().all(|frame| frame["t"] != "typing"), "the company typed in the consumer's caucus");
}

async fn presence_says_who_is_here_and_never_where(app: &TestApp) {
    let story = app.mediation().await;
    let mut consumer = story.consumer.enters(story.case, json!({})).await;
    let shown = consumer.until("presence").await;
    assert_eq!(shown["seats"], json!({"consumer": "online", "company": "away", "mediator": "away"}));
    let mut mediator = story.mediator.enters(story.case, json!({})).await;
    assert_eq!(mediator.until("presence").await["seats"]["consumer"], "online");
    let shown = consumer.until("presence").await;
    assert_eq!(
        shown,
        json!({"t": "presence", "seats": {"consumer": "online", "company": "away", "mediator": "online"}})
    );
    mediator.socket.close(None).await.unwrap();
    assert_eq!(consumer.until("presence").await["seats"]["mediator"], "away");
}

async fn a_case_that_moved_is_shown_to_all_who_may_see_it(app: &TestApp) {
    let story = app.mediation().await;
    let mut consumer = story.consumer.enters(story.case, json!({})).await;
    let mut rep = story.rep.enters(story.case, json!({})).await;
    for room in [&mut consumer, &mut rep] {
        room.until("welcome").await;
        room.settled().await;
    }
    story.mediator.does(story.case, json!({"type": "floor.pause"})).await.is(200);
    for room in [&mut consumer, &mut rep] {
        assert_eq!(room.until("case").await["case"]["floor_paused"], true);
    }
    let ask = json!({"type": "disclosure.ask", "side": "consumer", "words": "aceitaria um conserto"});
    story.mediator.does(story.case, ask).await.is(200);
    assert_eq!(consumer.until("case").await["case"]["disclosures"][0]["words"], "aceitaria um conserto");
    assert_eq!(rep.settled().await, Vec::<serde_json::Value>::new(), "the company noticed the consumer's caucus");
}

async fn frames_without_measure_are_slowed_down(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mut room = consumer.enters(case, json!({})).await;
    room.until("welcome").await;
    for n in 0..150 {
        room.send(&json!({"t": "ping", "n": n})).await;
    }
    let refused = room.until("refused").await;
    assert_eq!(refused["problem"]["code"], "rate_limited");
    assert!(refused["problem"]["retry_after"].as_u64().unwrap() >= 1);
}

async fn the_handshake_lets_in_only_who_may_come(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let (_, stranger) = app.file_complaint().await;
    let protocol = ("sec-websocket-protocol", "acordo.v1");
    let refused = async |person, headers: &[(&'static str, &str)]| {
        let refusal = TestSocket::open_with(person, case, headers).await.err().expect("let in");
        let body: serde_json::Value =
            serde_json::from_slice(&refusal.into_body().unwrap_or_default()).unwrap_or_default();
        body["code"].as_str().unwrap_or_default().to_owned()
    };
    let nobody = app.nobody();
    assert_eq!(refused(&nobody, &[protocol]).await, "unauthenticated");
    assert_eq!(refused(&stranger, &[protocol]).await, "not_found");
    assert_eq!(refused(&consumer, &[protocol, ("origin", "https://evil.example")]).await, "origin_refused");
    assert_eq!(refused(&consumer, &[]).await, "upgrade_required");
    let cookie = format!("acordo_access={}", consumer.token.as_deref().unwrap());
    let mut browser = consumer.clone();
    browser.token = None;
    assert_eq!(refused(&browser, &[protocol, ("cookie", &cookie)]).await, "origin_refused");
    let mut room =
        TestSocket::open_with(&browser, case, &[protocol, ("cookie", &cookie), ("origin", &app.base)]).await.unwrap();
    room.send(&json!({"t": "resume", "after": {}})).await;
    let welcome = room.until("welcome").await;
    let joint = welcome["heads"]["joint"].as_u64().unwrap();
    assert_eq!(seqs(&room.events("joint", joint as usize).await), (1..=joint).collect::<Vec<_>>());
}
