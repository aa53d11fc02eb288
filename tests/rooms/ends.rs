//! How a socket ends.

use crate::support::app::{TestApp, run_with};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::room::{PATIENCE, TestSocket};
use futures_util::SinkExt;
use serde_json::json;
use tokio::io::AsyncWriteExt;
use tokio_tungstenite::MaybeTlsStream;
use tokio_tungstenite::tungstenite::Message;

on_both! {
    signing_out_closes_the_sockets_of_that_session_at_once,
    losing_the_seat_closes_the_socket,
    a_binary_frame_breaks_the_protocol,
    an_oversized_frame_breaks_the_protocol,
    a_frame_that_announces_too_much_ends_with_its_header,
    no_resume_first_breaks_the_protocol,
    a_second_resume_breaks_the_protocol,
    a_reader_who_does_not_read_is_cut_off_and_resumes,
    a_server_that_stops_says_so,
}

async fn signing_out_closes_the_sockets_of_that_session_at_once(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let mut leaving = consumer.enters(case, json!({})).await;
    let mut waiting = TestSocket::open(&consumer, case).await.ok().unwrap();
    let mut staying = rep.enters(case, json!({})).await;
    leaving.until("welcome").await;
    staying.until("welcome").await;
    app.running.state.identity.sign_out(consumer.session, consumer.id).await.unwrap();
    assert_eq!(leaving.until_bye().await, ("session_ended".to_owned(), 4001));
    assert_eq!(waiting.until_bye().await, ("session_ended".to_owned(), 4001), "also before its first frame");
    staying.settled().await;
}

async fn losing_the_seat_closes_the_socket(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let other = app.rep().await;
    let mut leaving = rep.enters(case, json!({})).await;
    let mut staying = consumer.enters(case, json!({})).await;
    leaving.until("welcome").await;
    staying.until("welcome").await;
    let over = json!({"type": "seat.hand_over", "to": other.id, "note": "Férias", "reason": "absence"});
    rep.does(case, over).await.is(200);
    let capacity = rep.get(&format!("cases/{case}")).await;
    if capacity.status == 404 {
        assert_eq!(leaving.until_bye().await, ("seat_lost".to_owned(), 4003));
    } else {
        // A colleague from the company may still see the case from outside, but no longer any word of the room.
        leaving.until("case").await;
        leaving.settled().await;
        consumer.says(case, "joint", "depois da troca").await.is(200);
        let heard = leaving.settled().await;
        assert!(heard.iter().all(|frame| frame["channel"] != "joint"), "{heard:?}");
    }
    staying.settled().await;
}

async fn a_binary_frame_breaks_the_protocol(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mut room = consumer.enters(case, json!({})).await;
    room.until("welcome").await;
    room.socket.send(Message::Binary(vec![1, 2, 3].into())).await.unwrap();
    assert_eq!(room.until_bye().await, ("protocol".to_owned(), 4000));
}

async fn an_oversized_frame_breaks_the_protocol(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mut room = consumer.enters(case, json!({})).await;
    room.until("welcome").await;
    room.send_text("x".repeat(70_000)).await;
    assert_eq!(room.until_bye().await, ("protocol".to_owned(), 4000));
}

/// No payload follows, so only a server that acts on the header alone can close this.
async fn a_frame_that_announces_too_much_ends_with_its_header(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mut room = consumer.enters(case, json!({})).await;
    room.until("welcome").await;
    let MaybeTlsStream::Plain(connection) = room.socket.get_mut() else { panic!("no plain connection") };
    let mut header = vec![0x81, 0x80 | 127];
    header.extend(800_000_000u64.to_be_bytes());
    header.extend([1, 2, 3, 4]);
    connection.write_all(&header).await.unwrap();
    assert_eq!(room.until_bye().await, ("protocol".to_owned(), 4000));
}

async fn no_resume_first_breaks_the_protocol(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mut room = TestSocket::open(&consumer, case).await.ok().unwrap();
    room.says("joint", "oi").await;
    assert_eq!(room.until_bye().await, ("protocol".to_owned(), 4000));
}

async fn a_second_resume_breaks_the_protocol(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mut room = consumer.enters(case, json!({})).await;
    room.until("welcome").await;
    room.send(&json!({"t": "resume", "after": {}})).await;
    assert_eq!(room.until_bye().await, ("protocol".to_owned(), 4000));
}

async fn a_reader_who_does_not_read_is_cut_off_and_resumes(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let mut slow = consumer.enters(case, json!({})).await;
    let start = slow.until("welcome").await["heads"]["joint"].as_u64().unwrap();
    slow.settled().await;
    // More than the kernel's buffers and the server's own limit hold together, with nobody reading.
    let text = "x".repeat(9_900);
    let mut said = 0;
    while app.running.state.rooms.open() > 0 {
        rep.says(case, "joint", &text).await.is(200);
        said += 1;
        assert!(said < 4_000, "a slow reader was never cut off");
    }
    let mut last = start;
    let (bye, code) = loop {
        match slow.next().await {
            Ok(frame) if frame["t"] == "event" && frame["channel"] == "joint" => {
                assert_eq!(frame["seq"], last + 1, "out of order");
                last += 1;
            }
            Ok(frame) if frame["t"] == "bye" => break (frame["code"].clone(), slow.next().await.unwrap_err()),
            Ok(_) => {}
            Err(code) => panic!("closed with {code} and without a word"),
        }
    };
    assert_eq!((bye, code), (json!("slow_consumer"), 4008));
    let mut back = consumer.enters(case, json!({"joint": last})).await;
    back.until("welcome").await;
    let missing = usize::try_from(start + said - last).unwrap();
    let events = back.events("joint", missing).await;
    assert_eq!(events.last().unwrap()["seq"], start + said);
}

async fn a_server_that_stops_says_so(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mut room = consumer.enters(case, json!({})).await;
    room.until("welcome").await;
    app.running.state.rooms.stop();
    assert_eq!(room.until_bye().await, ("server_stopping".to_owned(), 1012));
    assert!(TestSocket::open(&consumer, case).await.is_err(), "a server that stops takes nobody in");
}

#[test]
fn nobody_opens_rooms_without_end() {
    let few = |tuning: &mut acordo::app::Tuning| tuning.rooms.sockets_per_user_max = 2;
    run_with(Engine::Sqlite, few, async |app: &TestApp| {
        let (case, consumer, rep) = app.negotiation().await;
        let mut open = Vec::new();
        for _ in 0..2 {
            let mut room = consumer.enters(case, json!({})).await;
            room.until("welcome").await;
            open.push(room);
        }
        let refusal = TestSocket::open(&consumer, case).await.err().unwrap();
        assert_eq!(refusal.status(), 429);
        rep.enters(case, json!({})).await.until("welcome").await;
    });
}

#[test]
fn who_knocks_many_times_at_once_gets_no_more_rooms_than_one_after_the_other() {
    let few = |tuning: &mut acordo::app::Tuning| tuning.rooms.sockets_per_user_max = 4;
    run_with(Engine::Sqlite, few, async |app: &TestApp| {
        let (case, consumer, _) = app.negotiation().await;
        let knocks: Vec<_> = (0..40)
            .map(|_| {
                let consumer = consumer.clone();
                tokio::spawn(async move { TestSocket::open(&consumer, case).await })
            })
            .collect();
        let mut open = Vec::new();
        for knock in knocks {
            if let Ok(room) = knock.await.unwrap() {
                open.push(room);
            }
        }
        assert_eq!(open.len(), 4);
        drop(open);
        // Places are given back.
        let again = async { while TestSocket::open(&consumer, case).await.is_err() {} };
        tokio::time::timeout(PATIENCE, again).await.unwrap();
    });
}
