//! Every viewer gets a channel's events in order, without gaps and without repeats.

use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::room::seqs;
use serde_json::{Value, json};

on_both! {
    resume_sends_exactly_what_is_missing,
    a_first_visit_gets_the_last_hundred,
    beyond_the_head_a_channel_is_reset,
    nothing_is_lost_or_repeated_while_people_come_and_go,
    a_right_that_opens_brings_the_history_before_it,
}

async fn resume_sends_exactly_what_is_missing(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    for n in 0..5 {
        rep.says(case, "joint", &format!("{n}")).await.is(200);
    }
    let mut room = consumer.enters(case, json!({"joint": 4})).await;
    let head = room.until("welcome").await["heads"]["joint"].as_u64().unwrap();
    let count = usize::try_from(head - 4).unwrap();
    assert_eq!(seqs(&room.events("joint", count).await), (5..=head).collect::<Vec<_>>());
    drop(room);
    rep.says(case, "joint", "enquanto isso").await.is(200);
    let mut room = consumer.enters(case, json!({"joint": head, "procedure": 99})).await;
    room.until("welcome").await;
    let missed = room.events("joint", 1).await;
    assert_eq!((&missed[0]["seq"], &missed[0]["event"]["text"]), (&json!(head + 1), &json!("enquanto isso")));
    let rest = room.settled().await;
    assert!(rest.iter().all(|frame| frame["channel"] != "joint"), "{rest:?}");
}

async fn a_first_visit_gets_the_last_hundred(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    for n in 0..130 {
        rep.says(case, "joint", &format!("{n}")).await.is(200);
    }
    let mut room = consumer.enters(case, json!({})).await;
    let head = room.until("welcome").await["heads"]["joint"].as_u64().unwrap();
    let events = room.events("joint", 100).await;
    assert_eq!(seqs(&events), (head - 99..=head).collect::<Vec<_>>());
}

async fn beyond_the_head_a_channel_is_reset(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mut room = consumer.enters(case, json!({"joint": 1_000, "caucus:company": 5})).await;
    let head = room.until("welcome").await["heads"]["joint"].as_u64().unwrap();
    assert_eq!(room.until("reset").await, json!({"t": "reset", "channel": "joint"}));
    let events = room.events("joint", usize::try_from(head).unwrap()).await;
    assert_eq!(seqs(&events), (1..=head).collect::<Vec<_>>());
}

async fn nothing_is_lost_or_repeated_while_people_come_and_go(app: &TestApp) {
    const MESSAGES: u64 = 60;
    let (case, consumer, rep) = app.negotiation().await;
    let mut watcher = consumer.enters(case, json!({})).await;
    let start = watcher.until("welcome").await["heads"]["joint"].as_u64().unwrap();
    let talker = tokio::spawn(async move {
        for n in 0..MESSAGES {
            rep.says(case, "joint", &format!("{n}")).await.is(200);
        }
    });
    let mut seen: Vec<u64> = Vec::new();
    let mut reconnects = 0;
    while seen.last() != Some(&(start + MESSAGES)) {
        let frame = watcher.next().await.expect("closed");
        if frame["t"] == "event" && frame["channel"] == "joint" {
            seen.push(frame["seq"].as_u64().unwrap());
            // Disconnects in the middle and resumes from what was read.
            if seen.len().is_multiple_of(7) {
                drop(watcher);
                watcher = consumer.enters(case, json!({"joint": seen.last()})).await;
                reconnects += 1;
            }
        }
    }
    talker.await.unwrap();
    assert_eq!(seen, (1..=start + MESSAGES).collect::<Vec<_>>());
    assert!(reconnects > 5);
}

async fn a_right_that_opens_brings_the_history_before_it(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    for n in 0..3 {
        rep.says(case, "joint", &format!("antes {n}")).await.is(200);
    }
    let mediator = app.mediator().await;
    consumer.does(case, json!({"type": "mediator.request"})).await.is(200);
    app.assign(case, &mediator).await;
    let mut room = mediator.enters(case, json!({})).await;
    let welcome = room.until("welcome").await;
    assert_eq!(welcome["case"]["capacity"], "assigned_mediator");
    assert!(welcome["heads"].get("joint").is_none());
    let before = room.settled().await;
    assert!(before.iter().all(|frame: &Value| frame["t"] != "event" || frame["channel"] == "procedure"), "{before:?}");
    let id = room.does(json!({"type": "mediator.accept", "no_conflict": true, "disclosure": "Nenhum."})).await;
    let mut joint = Vec::new();
    let mut done = false;
    while !done || joint.len() < 5 {
        let frame = room.next().await.unwrap();
        done |= frame["t"] == "done" && frame["id"] == json!(id);
        if frame["t"] == "event" && frame["channel"] == "joint" {
            joint.push(frame);
        }
    }
    assert_eq!(seqs(&joint), (1..=joint.len() as u64).collect::<Vec<_>>(), "from the first event on, in order");
    assert_eq!(joint[0]["event"]["type"], "complaint_filed");
}
