//! People in one room on different servers over one PostgreSQL: each hears what the other server committed, and a right
//! that ends at one ends at the other.

use crate::support::app::{Story, TestApp, run};
use crate::support::database::Engine;
use crate::support::person::Reply;
use crate::support::room::TestSocket;
use acordo::identity::staff;
use acordo_domain::case::event::FactKind;
use acordo_domain::seat::{Channel, Role};
use futures_util::future::join_all;
use serde_json::json;
use std::time::Duration;
use tokio::time::timeout;

/// A socket checks its session by itself every 20 seconds; what it knows sooner it was told.
const BEFORE_IT_LOOKS: Duration = Duration::from_secs(10);

/// Two servers, the second stopped before the first.
fn on_two(test: impl AsyncFnOnce(&TestApp, &TestApp)) {
    run(Engine::Postgres, async |here| {
        let there = here.another().await;
        test(here, &there).await;
        there.running.abort().await;
    });
}

/// Reads on until this was said in that channel.
async fn until_said(room: &mut TestSocket, channel: &str, text: &str) {
    while room.events(channel, 1).await[0]["event"]["text"] != text {}
}

#[test]
fn a_room_over_two_servers_is_one_room_and_a_caucus_stays_a_caucus() {
    on_two(async |here, there| {
        let story = here.mediation().await;
        let (case, rep) = (story.case, story.rep.at(&there.base));
        let mut consumer = story.consumer.enters(case, json!({})).await;
        let mut company = rep.enters(case, json!({})).await;
        let mut mediator = story.mediator.at(&there.base).enters(case, json!({})).await;
        for room in [&mut consumer, &mut company, &mut mediator] {
            room.until("welcome").await;
        }
        // Said here, in the caucus with the consumer: over there only the mediator's socket may show it.
        story.consumer.says(case, "caucus:consumer", "canario-aceito-menos").await.is(200);
        story.consumer.says(case, "joint", "Bom dia a todos").await.is(200);
        until_said(&mut mediator, "caucus:consumer", "canario-aceito-menos").await;
        until_said(&mut company, "joint", "Bom dia a todos").await;
        // The other way round too.
        company.says("joint", "Bom dia, Ana").await;
        until_said(&mut consumer, "joint", "Bom dia, Ana").await;
        company.settled().await;
        assert!(!company.heard.contains("canario"), "a caucus crossed over: {}", company.heard);
    });
}

#[test]
fn a_seat_handed_over_at_one_server_is_lost_at_the_other() {
    on_two(async |here, there| {
        let (case, consumer, rep) = here.negotiation().await;
        let successor = here.rep().await;
        let mut leaving = rep.at(&there.base).enters(case, json!({})).await;
        leaving.until("welcome").await;
        let over = json!({"type": "seat.hand_over", "to": successor.id, "note": "Férias", "reason": "absence"});
        rep.does(case, over).await.is(200);
        consumer.says(case, "joint", "canario depois da troca").await.is(200);
        // The successor's socket over there shows that the news has come; the person who left has not heard it.
        let mut staying = successor.at(&there.base).enters(case, json!({})).await;
        until_said(&mut staying, "joint", "canario depois da troca").await;
        consumer.says(case, "joint", "canario e ainda mais").await.is(200);
        until_said(&mut staying, "joint", "canario e ainda mais").await;
        leaving.until("case").await;
        leaving.settled().await;
        assert!(!leaving.heard.contains("canario"), "{}", leaving.heard);
    });
}

#[test]
fn a_session_ended_at_one_server_closes_its_sockets_at_the_other() {
    on_two(async |here, there| {
        let (case, consumer, rep) = here.negotiation().await;
        let mut leaving = consumer.at(&there.base).enters(case, json!({})).await;
        let mut staying = rep.at(&there.base).enters(case, json!({})).await;
        leaving.until("welcome").await;
        staying.until("welcome").await;
        here.running.state.identity.sign_out(consumer.session, consumer.id).await.unwrap();
        let bye = timeout(BEFORE_IT_LOOKS, leaving.until_bye()).await.expect("nobody told the socket");
        assert_eq!(bye, ("session_ended".to_owned(), 4001));
        staying.settled().await;
    });
}

#[test]
fn a_role_taken_at_one_server_shows_its_holder_out_at_the_other() {
    on_two(async |here, there| {
        let (case, consumer, _) = here.negotiation().await;
        consumer.does(case, json!({"type": "mediator.request"})).await.is(200);
        let coordinator = here.coordinator().await;
        let mut watching = coordinator.at(&there.base).enters(case, json!({})).await;
        watching.until("welcome").await;
        let store = &here.running.state.store;
        assert!(staff::leave(store, here.operator.id, coordinator.id, Role::Coordinator).await.unwrap());
        let (_, code) = timeout(BEFORE_IT_LOOKS, watching.until_closed()).await.expect("nobody told the socket");
        assert_eq!(code, 1013, "come back as what you are now");
        coordinator.at(&there.base).get(&format!("cases/{case}")).await.is(404);
    });
}

#[test]
fn signatures_race_over_two_servers_and_conclude_one_agreement() {
    on_two(async |here, there| {
        for round in 0..5 {
            let story = here.mediation().await;
            let draft = here.drafted(&story).await;
            let Story { case, consumer, rep, mediator } = &story;
            consumer.does(*case, json!({"type": "agreement.waive_reflection"})).await.is(200);
            let (one, two) = if round % 2 == 0 { (here, there) } else { (there, here) };
            let (consumer, rep, mediator) = (consumer.at(&one.base), rep.at(&two.base), mediator.at(&one.base));
            let (first, second, third, again) = tokio::join!(
                one.sign(&consumer, *case, &draft, "Ana Souza"),
                two.sign(&rep, *case, &draft, "Rita Rep"),
                one.sign(&mediator, *case, &draft, "Marta Mediadora"),
                two.sign(&consumer, *case, &draft, "Ana Souza"),
            );
            second.is(200);
            third.is(200);
            let signed = [first.status.as_u16(), again.status.as_u16()];
            assert!(signed.contains(&200) && signed.iter().any(|status| *status != 200), "one signs once: {signed:?}");
            let mut told = Vec::new();
            for server in [here, there] {
                let events = server.running.state.store.whole_channel(*case, Channel::Joint).await.unwrap();
                let kinds = events.iter().map(|recorded| recorded.event.kind);
                told.push(kinds.clone().filter(|kind| *kind == FactKind::AgreementConcluded).count());
                assert_eq!(kinds.filter(|kind| *kind == FactKind::AgreementSigned).count(), 3);
                server.running.state.store.verify_case(*case).await.unwrap();
            }
            let concluded = here.running.state.store.whole_channel(*case, Channel::Procedure).await.unwrap();
            told.push(concluded.iter().filter(|is| is.event.kind == FactKind::AgreementConcluded).count());
            assert_eq!(told.iter().max(), Some(&1), "{told:?}");
        }
    });
}

/// How many of these answers succeeded; every other one must have been refused with this code.
fn taken(answers: &[Reply], code: &str) -> usize {
    let (done, refused): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status == 200);
    for answer in refused {
        answer.refused(409, code);
    }
    done.len()
}

#[test]
fn claims_and_answers_race_over_two_processes_and_one_wins() {
    run(Engine::Postgres, async |here| {
        let mut stories = Vec::new();
        for _ in 0..5 {
            stories.push(here.mediation().await);
        }
        let process = here.process().await;
        let mut team = Vec::new();
        for at in 0..10 {
            team.push(here.member(&format!("Olga {at}"), &here.operator, Role::Ombudsman).await);
        }
        for Story { case, consumer, rep, mediator } in stories {
            let make = json!({"type": "proposal.make", "channel": "joint", "terms": {
                "obligations": [{"kind": "apologise", "debtor": "company",
                    "due": {"days_after_signature": 5, "working_days": true}}],
                "clauses": []
            }});
            let made = rep.does(case, make).await;
            let hash = made.is(200)["case"]["proposals"][0]["terms_hash"].clone();
            let decline = json!({"type": "proposal.decline", "channel": "joint", "number": 1});
            let withdraw = json!({"type": "proposal.withdraw", "channel": "joint", "number": 1});
            assert!(hash.is_string());
            let far = rep.at(&process.base);
            let answers =
                (0..25).flat_map(|_| [consumer.does(case, decline.clone()), far.does(case, withdraw.clone())]);
            let answers = join_all(answers).await;
            assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "declined or withdrawn");

            mediator.does(case, json!({"type": "impasse.declare", "ground": "no_agreement"})).await.is(200);
            let mut claims = Vec::new();
            for (at, officer) in std::iter::repeat_n(&team, 10).flatten().enumerate() {
                let officer = if at % 2 == 0 { officer.clone() } else { officer.at(&process.base) };
                claims.push(async move { officer.does(case, json!({"type": "escalation.claim"})).await });
            }
            assert_eq!(taken(&join_all(claims).await, "entry_claimed"), 1);
            here.running.state.store.verify_case(case).await.unwrap();
        }
    });
}
