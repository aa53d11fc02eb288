//! A list of cases is told that it may have changed, and of what nobody is told.

use crate::notify::mailbox::until;
use crate::support::app::{Story, TestApp, run, run_with};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::person::TestPerson;
use crate::support::room::{PATIENCE, TestSocket};
use acordo::identity::staff;
use acordo_domain::seat::Role;
use serde_json::json;
use std::time::{Duration, Instant};

on_both! {
    what_others_say_where_one_reads_is_a_hint,
    what_one_cannot_read_is_no_hint,
    whoever_gains_or_loses_a_case_gets_a_hint,
    many_events_are_few_hints,
    what_is_read_on_one_device_is_a_hint_to_the_others,
    a_session_that_ends_ends_its_lists,
    anything_but_a_ping_breaks_the_protocol,
    a_list_that_must_not_open_does_not,
}

/// The list's socket, from its first frame on.
async fn list(person: &TestPerson) -> TestSocket {
    let mut list = TestSocket::of_lists(person).await.expect("the handshake was refused");
    list.until("watching").await;
    list
}

/// All that the server has said by now.
async fn heard(list: &mut TestSocket) -> String {
    list.send(&json!({"t": "ping", "n": 1})).await;
    list.until("pong").await;
    list.heard.clone()
}

/// Until everything that the cases owed by now is done: letters and dates move a case too. What is under way is due
/// again in two minutes.
async fn at_rest(app: &TestApp) {
    let store = &app.running.state.store;
    let rest = store.now().plus_millis(120_000);
    until("rest", async || {
        let owed = store.outbox().next_at().await.unwrap().is_some_and(|at| at <= rest);
        let due = store.is_any_due().await.unwrap();
        (!owed && !due).then_some(())
    })
    .await;
}

const SILENT: &str = "{\"t\":\"watching\",\"ask_again_seconds\":SECONDS}\n{\"t\":\"pong\",\"n\":1}\n";

fn silent(app: &TestApp) -> String {
    SILENT.replace("SECONDS", if app.running.state.store.is_shared() { "10" } else { "60" })
}

async fn what_others_say_where_one_reads_is_a_hint(app: &TestApp) {
    let Story { case, consumer, rep, mediator } = app.mediation().await;
    let mut lists = [list(&consumer).await, list(&rep).await, list(&mediator).await];
    consumer.says(case, "joint", "canario bom dia").await.is(200);
    for list in &mut lists {
        list.until("changed").await;
        assert!(!list.heard.contains("canario") && !list.heard.contains(&case.to_string()), "{}", list.heard);
    }
}

/// Two stories that differ in what the rep, the coordinator and a stranger cannot read: each gets the same bytes.
async fn what_one_cannot_read_is_no_hint(app: &TestApp) {
    let mut told = Vec::new();
    for with_secrets in [false, true] {
        let Story { case, consumer, rep, mediator } = app.mediation().await;
        let (coordinator, (_, stranger)) = (app.coordinator().await, app.file_complaint().await);
        at_rest(app).await;
        let mut outside = [list(&coordinator).await, list(&stranger).await];
        let mut reps = list(&rep).await;
        let mut mediators = list(&mediator).await;
        if with_secrets {
            consumer.says(case, "caucus:consumer", "Aceito menos").await.is(200);
            mediators.until("changed").await;
            let note = json!({"type": "note.put", "channel": "notes:mediator", "text": "Aceita menos"});
            mediator.does(case, note).await.is(200);
            let summary = json!({"type": "summary.write", "side": "consumer", "text": "Aceita menos"});
            mediator.does(case, summary).await.is(200);
        }
        for list in outside.iter_mut().chain([&mut reps]) {
            assert_eq!(heard(list).await, silent(app), "with secrets: {with_secrets}");
        }
        consumer.says(case, "joint", "Bom dia a todos").await.is(200);
        reps.until("changed").await;
        let [coordinators, strangers] = &mut outside;
        // That somebody has begun to write there is of the procedure; what and to whom is not.
        coordinators.until("changed").await;
        told.push([heard(&mut reps).await, heard(coordinators).await]);
        assert_eq!(heard(strangers).await.matches("changed").count(), 0, "with secrets: {with_secrets}");
    }
    assert_eq!(told[0], told[1]);
}

async fn whoever_gains_or_loses_a_case_gets_a_hint(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mediator = app.mediator().await;
    consumer.does(case, json!({"type": "mediator.request"})).await.is(200);
    let mut mediators = list(&mediator).await;
    app.assign(case, &mediator).await;
    mediators.until("changed").await;
    let mut others = list(&mediator).await;
    mediator.does(case, json!({"type": "mediator.decline"})).await.is(200);
    // From here on the case is none of theirs: only that it was tells them.
    mediator.get(&format!("cases/{case}")).await.refused(404, "not_found");
    others.until("changed").await;
}

async fn many_events_are_few_hints(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let mut reps = list(&rep).await;
    let began = Instant::now();
    for n in 0..30 {
        consumer.says(case, "joint", &format!("Mensagem {n}")).await.is(200);
    }
    reps.until("changed").await;
    // The last hint comes after the last message: whoever asks upon it has seen them all.
    let hints = heard(&mut reps).await.matches("changed").count() as u64;
    assert!(hints <= began.elapsed().as_secs() + 1, "{hints} hints in {:?}", began.elapsed());
}

async fn what_is_read_on_one_device_is_a_hint_to_the_others(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    at_rest(app).await;
    consumer.says(case, "joint", "Bom dia").await.is(200);
    let mut room = rep.enters(case, json!({})).await;
    let seq = room.until("welcome").await["heads"]["joint"].clone();
    let (mut reps, mut consumers) = (list(&rep).await, list(&consumer).await);
    room.send(&json!({"t": "seen", "channel": "joint", "seq": seq})).await;
    reps.until("changed").await;
    assert_eq!(heard(&mut consumers).await, silent(app), "who has read is for the room, not for others' lists");
}

async fn a_session_that_ends_ends_its_lists(app: &TestApp) {
    let (_, consumer, rep) = app.negotiation().await;
    at_rest(app).await;
    let (mut leaving, mut staying) = (list(&consumer).await, list(&rep).await);
    app.running.state.identity.sign_out(consumer.session, consumer.id).await.unwrap();
    assert_eq!(leaving.until_bye().await, ("session_ended".to_owned(), 4001));
    assert_eq!(heard(&mut staying).await, silent(app));
    // Other roles are other cases: the list reconnects with them.
    let identity = &app.running.state.identity;
    staff::leave(&app.running.state.store, app.company.id, rep.id, Role::Rep).await.unwrap();
    identity.tell_roles(rep.id);
    assert_eq!(staying.until_closed().await.1, 1013);
    let mut there = list(&app.rep().await).await;
    app.running.state.rooms.stop();
    assert_eq!(there.until_bye().await, ("server_stopping".to_owned(), 1012));
}

async fn anything_but_a_ping_breaks_the_protocol(app: &TestApp) {
    let rep = app.rep().await;
    for said in [json!({"t": "resume", "after": {}}).to_string(), "{".to_owned(), "{\"t\":\"ping\"}".to_owned()] {
        let mut reps = list(&rep).await;
        reps.send_text(said).await;
        assert_eq!(reps.until_bye().await, ("protocol".to_owned(), 4000));
    }
    let mut reps = list(&rep).await;
    reps.send_text("x".repeat(70_000)).await;
    assert_eq!(reps.until_bye().await, ("protocol".to_owned(), 4000));
}

async fn a_list_that_must_not_open_does_not(app: &TestApp) {
    let rep = app.rep().await;
    let refused = async |person: &TestPerson, headers: &[(&'static str, &str)]| {
        TestSocket::open_at(person, "cases/live", headers).await.err().map(|refusal| refusal.status().as_u16())
    };
    let protocol = ("sec-websocket-protocol", "acordo.v1");
    assert_eq!(refused(&app.nobody(), &[protocol]).await, Some(401));
    assert_eq!(refused(&rep, &[]).await, Some(426));
    assert_eq!(refused(&rep, &[protocol, ("origin", "https://elsewhere.example")]).await, Some(403));
    assert_eq!(refused(&rep, &[protocol, ("origin", &app.base)]).await, None);
    rep.get("cases/live").await.refused(426, "upgrade_required");
    app.running.state.rooms.stop();
    assert_eq!(refused(&rep, &[protocol]).await, Some(503));
}

#[test]
fn lists_and_rooms_share_the_places_of_a_person() {
    let few = |tuning: &mut acordo::app::Tuning| tuning.rooms.sockets_per_user_max = 2;
    run_with(Engine::Sqlite, few, async |app: &TestApp| {
        let (case, consumer, rep) = app.negotiation().await;
        let first = list(&consumer).await;
        let mut room = consumer.enters(case, json!({})).await;
        room.until("welcome").await;
        for refusal in [TestSocket::of_lists(&consumer).await, TestSocket::open(&consumer, case).await] {
            assert_eq!(refusal.err().unwrap().status(), 429);
        }
        list(&rep).await;
        drop(first);
        let again = async { while TestSocket::of_lists(&consumer).await.is_err() {} };
        tokio::time::timeout(PATIENCE, again).await.unwrap();
    });
}

/// A list socket looks at its session every 20 seconds; what it knows sooner it was told.
const BEFORE_IT_LOOKS: Duration = Duration::from_secs(10);

#[test]
fn a_session_ended_at_one_server_closes_its_lists_at_the_other() {
    run(Engine::Postgres, async |here| {
        let there = here.another().await;
        let rep = here.rep().await;
        let mut reps = list(&rep.at(&there.base)).await;
        here.running.state.identity.sign_out(rep.session, rep.id).await.unwrap();
        let bye = tokio::time::timeout(BEFORE_IT_LOOKS, reps.until_bye()).await.unwrap();
        assert_eq!(bye, ("session_ended".to_owned(), 4001));
        there.running.abort().await;
    });
}
