//! Commands, pages and lists of cases.

use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::TestPerson;
use crate::support::room::seqs;
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

on_both! {
    what_was_hidden_is_read_by_the_mediator_alone,
    a_command_sent_twice_happens_once_and_answers_the_same,
    the_same_id_with_another_body_is_refused,
    a_withdrawn_command_never_happens_and_one_that_happened_stays,
    of_a_command_and_its_withdrawal_one_wins,
    a_channel_is_paged_from_either_end,
    a_caucus_is_not_there_for_the_other_side,
    the_list_is_filtered_and_paged,
    a_proposal_is_accepted_by_its_hash_alone,
    a_command_that_a_side_may_not_give_is_refused_with_a_reason,
}

async fn a_command_sent_twice_happens_once_and_answers_the_same(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let (key, command) = (Uuid::now_v7(), json!({"type": "message.post", "channel": "joint", "text": "uma vez"}));
    let first = consumer.does_under(key, case, &command).await;
    let again = consumer.does_under(key, case, &command).await;
    assert_eq!(first.is(200)["events"], again.is(200)["events"]);
    assert_eq!(first.json["at"], again.json["at"]);
    let page = consumer.get(&format!("cases/{case}/channels/joint/events")).await;
    let texts: Vec<_> =
        page.is(200)["events"].as_array().unwrap().iter().filter(|e| e["event"]["text"] == "uma vez").collect();
    assert_eq!(texts.len(), 1);
}

async fn the_same_id_with_another_body_is_refused(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let key = Uuid::now_v7();
    let say = |text: &str| json!({"type": "message.post", "channel": "joint", "text": text});
    consumer.does_under(key, case, &say("um")).await.is(200);
    consumer.does_under(key, case, &say("dois")).await.refused(422, "id_reused");
    rep.does_under(key, case, &say("dois")).await.is(200);
}

async fn a_withdrawn_command_never_happens_and_one_that_happened_stays(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let withdraw = async |person: &TestPerson, key: Uuid| {
        let path = format!("cases/{case}/commands/{key}");
        let answer = TestPerson::send(person.request(Method::DELETE, &path)).await;
        answer.is(200)["happened"].as_bool().unwrap()
    };
    let say = |text: &str| json!({"type": "message.post", "channel": "joint", "text": text});
    let late = Uuid::now_v7();
    assert!(!withdraw(&consumer, late).await);
    consumer.does_under(late, case, &say("tarde")).await.refused(409, "command_withdrawn");
    assert!(!withdraw(&consumer, late).await, "asked again, it answers the same");
    // The socket refuses it too, even for a command that would be refused anyway.
    let mut room = consumer.enters(case, json!({})).await;
    room.until("welcome").await;
    let frame = json!({"t": "do", "id": late, "command": say("tarde")});
    room.send(&frame).await;
    assert_eq!(room.until("refused").await["problem"]["code"], "command_withdrawn");
    // Ids are scoped to their sender: the same id from somebody else is another command.
    rep.does_under(late, case, &say("de outra pessoa")).await.is(200);
    let done = Uuid::now_v7();
    let first = consumer.does_under(done, case, &say("chegou")).await;
    assert!(withdraw(&consumer, done).await);
    let again = consumer.does_under(done, case, &say("chegou")).await;
    assert_eq!(first.is(200)["events"], again.is(200)["events"]);
    let page = consumer.get(&format!("cases/{case}/channels/joint/events")).await;
    let page = page.is(200)["events"].to_string();
    assert_eq!((page.matches("tarde").count(), page.matches("chegou").count()), (0, 1));
    let nobody = app.nobody();
    TestPerson::send(nobody.request(Method::DELETE, &format!("cases/{case}/commands/{done}")))
        .await
        .refused(401, "unauthenticated");
}

async fn of_a_command_and_its_withdrawal_one_wins(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    for round in 0..20 {
        let (key, text) = (Uuid::now_v7(), format!("corrida {round}."));
        let command = json!({"type": "message.post", "channel": "joint", "text": text});
        let path = format!("cases/{case}/commands/{key}");
        let (sent, withdrawn) = tokio::join!(
            consumer.does_under(key, case, &command),
            TestPerson::send(consumer.request(Method::DELETE, &path))
        );
        let happened = withdrawn.is(200)["happened"].as_bool().unwrap();
        if happened {
            sent.is(200);
        } else {
            sent.refused(409, "command_withdrawn");
        }
        let page = consumer.get(&format!("cases/{case}/channels/joint/events?limit=500")).await;
        assert_eq!(page.is(200)["events"].to_string().contains(&text), happened, "round {round}");
    }
}

async fn a_channel_is_paged_from_either_end(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    for n in 0..12 {
        consumer.says(case, "joint", &format!("mensagem {n}")).await.is(200);
    }
    let path = |query: &str| format!("cases/{case}/channels/joint/events?{query}");
    let all = consumer.get(&path("limit=500")).await;
    let head = all.is(200)["head"].as_u64().unwrap();
    assert_eq!(seqs(all.json["events"].as_array().unwrap()), (1..=head).collect::<Vec<_>>());
    let page = consumer.get(&path("after=3&limit=2")).await;
    assert_eq!(seqs(page.is(200)["events"].as_array().unwrap()), [4, 5]);
    let page = consumer.get(&path("before=6&limit=2")).await;
    assert_eq!(seqs(page.is(200)["events"].as_array().unwrap()), [4, 5]);
    let page = consumer.get(&path("before=2&limit=50")).await;
    assert_eq!(seqs(page.is(200)["events"].as_array().unwrap()), [1]);
    let page = consumer.get(&path(&format!("after={head}"))).await;
    assert_eq!(page.is(200)["events"], json!([]));
    consumer.get(&path("limit=0")).await.refused(400, "invalid_parameter");
    consumer.get(&path("limit=501")).await.refused(400, "invalid_parameter");
    consumer.get(&path("after=1&before=2")).await.refused(400, "invalid_parameter");
    consumer.get(&path("colour=red")).await.refused(400, "invalid_parameter");
}

async fn a_caucus_is_not_there_for_the_other_side(app: &TestApp) {
    let story = app.mediation().await;
    story.consumer.says(story.case, "caucus:consumer", "só para a mediadora").await.is(200);
    story.mediator.get(&format!("cases/{}/channels/caucus:consumer/events", story.case)).await.is(200);
    let hidden = story.rep.get(&format!("cases/{}/channels/caucus:consumer/events", story.case)).await;
    hidden.refused(404, "not_found");
    story.rep.says(story.case, "caucus:consumer", "oi").await.refused(404, "channel_not_found");
    let view = story.rep.get(&format!("cases/{}", story.case)).await;
    assert!(view.is(200)["heads"].get("caucus:consumer").is_none());
    let odd = story.mediator.get(&format!("cases/{}/channels/caucus:nobody/events", story.case)).await;
    odd.refused(404, "not_found");
}

async fn the_list_is_filtered_and_paged(app: &TestApp) {
    let rep = app.rep().await;
    let mut cases = Vec::new();
    for _ in 0..5 {
        cases.push(app.file_complaint().await.0);
    }
    let all = rep.get("cases?limit=2").await;
    assert_eq!(all.is(200)["counts"]["all"], 5);
    assert_eq!(all.json["counts"]["my_turn"], 5, "an invitation waits for an answer");
    let mut seen: Vec<String> = Vec::new();
    let mut next = Some(String::new());
    while let Some(cursor) = next {
        let cursor = if cursor.is_empty() { cursor } else { format!("&cursor={cursor}") };
        let page = rep.get(&format!("cases?limit=2{cursor}")).await;
        seen.extend(page.is(200)["cases"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()));
        next = page.json["next"].as_str().map(str::to_owned);
    }
    seen.sort();
    let mut cases: Vec<String> = cases.iter().map(ToString::to_string).collect();
    cases.sort();
    assert_eq!(seen, cases);
    assert_eq!(rep.get("cases?phase=mediation").await.is(200)["cases"], json!([]));
    rep.get("cases?tab=yesterday").await.refused(400, "invalid_parameter");
    rep.get("cases?limit=101").await.refused(400, "invalid_parameter");
}

async fn a_proposal_is_accepted_by_its_hash_alone(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let terms = json!({"obligations": [{
        "kind": "refund", "debtor": "company", "money": {"amount": 50_000, "currency": "BRL"},
        "due": {"days_after_signature": 5, "working_days": true}
    }]});
    let made = rep.does(case, json!({"type": "proposal.make", "channel": "joint", "terms": terms})).await;
    let proposal = made.is(200)["case"]["proposals"][0].clone();
    let accept = |hash: &str| json!({"type": "proposal.accept", "channel": "joint", "number": proposal["number"], "terms_hash": hash});
    let wrong = acordo_record::base64(&[7; 32]);
    consumer.does(case, accept(&wrong)).await.refused(422, "terms_hash_mismatch");
    rep.does(case, accept(proposal["terms_hash"].as_str().unwrap())).await.refused(403, "proposal_is_yours");
    let done = consumer.does(case, accept(proposal["terms_hash"].as_str().unwrap())).await;
    assert_eq!(done.is(200)["case"]["phase"], "agreed");
}

async fn a_command_that_a_side_may_not_give_is_refused_with_a_reason(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    story.consumer.does(case, json!({"type": "floor.pause"})).await.refused(403, "not_yours");
    story.mediator.does(case, json!({"type": "floor.pause"})).await.is(200);
    story.consumer.says(case, "joint", "posso?").await.refused(409, "floor_paused");
    story.rep.does(case, json!({"type": "mediator.request"})).await.refused(409, "wrong_phase");
    story.mediator.does(case, json!({"type": "floor.open"})).await.is(200);
    story.rep.says(case, "joint", "").await.refused(422, "text_empty");
    let draft =
        json!({"type": "agreement.draft", "version": 1, "document_hash": "x", "pdf_hash": "x", "joint_size": 1});
    story.mediator.does(case, draft).await.refused(400, "command_not_for_clients");
    let evidence = json!({"id": Uuid::now_v7(), "media_type": "text/plain", "name": "a", "original_sha256": "a", "sha256": "a", "size": 1});
    let add = json!({"type": "evidence.add", "channel": "joint", "evidence": evidence});
    story.rep.does(case, add).await.refused(400, "command_not_for_clients");
}

async fn what_was_hidden_is_read_by_the_mediator_alone(app: &TestApp) {
    let story = app.mediation().await;
    let (case, canary) = (story.case, "palavra-canario");
    let said = story.rep.says(case, "joint", canary).await;
    let seq = said.is(200)["at"]["joint"].as_u64().unwrap();
    let hide = json!({"type": "message.hide", "channel": "joint", "seq": seq, "ground": "insult"});
    story.rep.does(case, hide.clone()).await.refused(403, "not_yours");
    story.mediator.does(case, hide).await.is(200);
    let reads = async |person: &TestPerson, range: &str| {
        let page = person.get(&format!("cases/{case}/channels/joint/events?{range}&limit=500")).await;
        let events = page.is(200)["events"].as_array().unwrap().clone();
        let message = events.iter().find(|event| event["seq"] == seq).unwrap().clone();
        (String::from_utf8_lossy(&page.bytes).contains(canary), message)
    };
    for range in ["after=0", "before=100000"] {
        for person in [&story.consumer, &story.rep] {
            let (held, message) = reads(person, range).await;
            assert!(!held, "{range}");
            assert_eq!((&message["event"]["type"], &message["event"]["text"]), (&json!("message_posted"), &json!("")));
            assert_eq!(message["seat"], "company");
        }
        assert!(reads(&story.mediator, range).await.0);
    }
}
