//! What is owed after an agreement, over HTTP and with the clock moved: part payments, late ones, receipts, releases.

use crate::support::app::{Story, TestApp};
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo_domain::moment::DAY_MILLIS;
use serde_json::{Value, json};
use std::time::Duration;

on_both! {
    what_is_paid_late_and_in_part_is_on_the_packet_with_its_days,
    what_was_reported_in_time_is_never_called_late,
    a_consumer_who_owes_pays_in_part_and_the_company_enforces_the_rest,
    a_payment_that_nobody_reported_is_confirmed_with_its_day,
    who_is_released_is_not_called_somebody_who_paid,
    what_was_confirmed_stays_confirmed_when_the_consumer_is_not_satisfied,
}

pub(super) fn brl(amount: i64) -> Value {
    json!({"amount": amount, "currency": "BRL"})
}

/// Moves the clock day by day, so that each deadline is handled on its own day.
pub(crate) async fn days(app: &TestApp, story: &mut Story, count: i64) {
    for _ in 0..count {
        app.clock.advance_millis(DAY_MILLIS);
        let struck = async {
            while app.running.state.store.is_any_due().await.unwrap() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), struck).await.expect("a date did not strike");
    }
    story.consumer = app.again(&story.consumer).await;
    story.rep = app.again(&story.rep).await;
    story.mediator = app.again(&story.mediator).await;
}

pub(super) async fn view(person: &TestPerson, story: &Story) -> Value {
    person.get(&format!("cases/{}", story.case)).await.is(200).clone()
}

/// Waits until this paper is made, as PDF and as data, and returns the data.
pub(super) async fn paper(person: &TestPerson, story: &Story, name: &str) -> Value {
    let path = |end: &str| format!("cases/{}/papers/{name}.{end}", story.case);
    for _ in 0..600 {
        let found = person.get(&path("json")).await;
        if found.status == 200 {
            assert!(person.get(&path("pdf")).await.bytes.starts_with(b"%PDF-"));
            return found.json;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{name} was never made");
}

async fn what_is_paid_late_and_in_part_is_on_the_packet_with_its_days(app: &TestApp) {
    let mut story = app.mediation().await;
    app.sealed(&story).await;
    let case = story.case;
    let report = |money: Value| json!({"type": "obligation.report_done", "id": 1, "money": money});
    story.rep.does(case, report(brl(50_001))).await.refused(422, "amount_more_than_owed");
    story.rep.does(case, report(json!({"amount": 1, "currency": "USD"}))).await.refused(422, "currency_not_owed");
    let early = json!({"type": "obligation.report_done", "id": 1, "on": "2026-11-22"});
    story.rep.does(case, early).await.refused(422, "date_before_agreement");
    let late = json!({"type": "obligation.report_done", "id": 1, "on": "2026-11-24"});
    let refused = story.rep.does(case, late).await;
    assert_eq!(refused.refused(422, "date_in_the_future")["errors"][0]["pointer"], "/on");
    // Due at the end of 30 November; R$ 200,00 were paid on 2 December.
    days(app, &mut story, 9).await;
    let part = json!({"type": "obligation.report_done", "id": 1, "money": brl(20_000), "on": "2026-12-02"});
    story.rep.does(case, part).await.is(200);
    let confirmed = story.consumer.does(case, json!({"type": "obligation.confirm", "id": 1})).await;
    let shown = &confirmed.is(200)["case"]["obligations"][0];
    assert_eq!((&shown["owed"], &shown["confirmed"], &shown["state"]), (&brl(30_000), &brl(20_000), &json!("due")));
    days(app, &mut story, 12).await;
    let shown = view(&story.consumer, &story).await;
    assert_eq!((&shown["phase"], &shown["turn"]["what"]), (&json!("escalated_legal"), &json!("perform")));
    let packet = paper(&story.consumer, &story, "enforcement").await;
    let owed = &packet["obligations"][0];
    assert_eq!((&owed["money"], &owed["owed"]), (&brl(50_000), &brl(30_000)));
    let steps: Vec<_> = owed["steps"].as_array().unwrap().iter().map(|step| (&step["what"], &step["on"])).collect();
    assert_eq!(steps, [(&json!("reported"), &json!("2026-12-02")), (&json!("confirmed"), &json!("2026-12-02"))]);
    // What is paid after the enforcement packet was made still closes the case as kept.
    story.rep.does(case, json!({"type": "obligation.report_done", "id": 1})).await.is(200);
    let closed = story.consumer.does(case, json!({"type": "obligation.confirm", "id": 1})).await;
    assert_eq!(closed.is(200)["case"]["phase"], "closed_fulfilled");
}

/// A case settled in negotiation in which the consumer has to pay.
async fn consumer_owes(app: &TestApp) -> Story {
    agreed(app, json!([{"kind": "pay", "debtor": "consumer", "money": brl(90_000), "due": {"on": "2026-12-01"}}])).await
}

pub(super) async fn agreed(app: &TestApp, obligations: Value) -> Story {
    let (case, consumer, rep) = app.negotiation().await;
    let story = Story { case, consumer, rep, mediator: app.mediator().await };
    let (consumer, rep) = (&story.consumer, &story.rep);
    let terms = json!({"obligations": obligations, "clauses": []});
    let made = rep.does(case, json!({"type": "proposal.make", "channel": "joint", "terms": terms})).await;
    let hash = made.is(200)["case"]["proposals"][0]["terms_hash"].clone();
    let accept = json!({"type": "proposal.accept", "channel": "joint", "number": 1, "terms_hash": hash});
    consumer.does(case, accept).await.is(200);
    app.running.state.exporter.draft(case, 1).await.unwrap();
    let draft = view(consumer, &story).await["agreement"].clone();
    consumer.does(case, json!({"type": "agreement.waive_reflection", "version": draft["version"]})).await.is(200);
    app.sign(consumer, case, &draft, "Ana Souza").await.is(200);
    app.sign(rep, case, &draft, "Rita Rep").await.is(200);
    app.running.state.exporter.seal(case, 1).await.unwrap();
    story
}

async fn what_was_reported_in_time_is_never_called_late(app: &TestApp) {
    let obligations = json!([
        {"kind": "pay", "debtor": "company", "money": brl(50_000), "due": {"on": "2026-12-01"}},
        {"kind": "repair", "debtor": "company", "due": {"on": "2026-12-01"}},
    ]);
    let mut story = agreed(app, obligations).await;
    days(app, &mut story, 7).await;
    story.rep.does(story.case, json!({"type": "obligation.report_done", "id": 2})).await.is(200);
    days(app, &mut story, 8).await;
    let packet = paper(&story.consumer, &story, "enforcement").await;
    assert_eq!(
        (&packet["obligations"][0]["state"], &packet["obligations"][1]["state"]),
        (&json!("due"), &json!("reported"))
    );
    let pdf = story.consumer.get(&format!("cases/{}/papers/enforcement.pdf", story.case)).await.bytes;
    let letters = super::agreement::letters(&pdf);
    assert_eq!(letters.matches("diasdeatraso").count(), 1, "only what nobody reported is late: {letters}");
    assert!(letters.contains("RuadasFlores,1"), "where the company is: {letters}");
}

async fn a_consumer_who_owes_pays_in_part_and_the_company_enforces_the_rest(app: &TestApp) {
    let mut story = consumer_owes(app).await;
    let case = story.case;
    story
        .rep
        .does(case, json!({"type": "obligation.report_done", "id": 1}))
        .await
        .refused(403, "obligation_not_debtor");
    story
        .consumer
        .does(case, json!({"type": "obligation.release", "id": 1}))
        .await
        .refused(403, "release_not_creditor");
    let part = json!({"type": "obligation.report_done", "id": 1, "money": brl(40_000)});
    story.consumer.does(case, part).await.is(200);
    story.rep.does(case, json!({"type": "obligation.confirm", "id": 1})).await.is(200);
    story.consumer.does(case, json!({"type": "case.withdraw"})).await.refused(409, "agreement_stands");
    days(app, &mut story, 16).await;
    // Nor can the consumer get out by leaving once the breach is with the legal team.
    story.consumer.does(case, json!({"type": "case.withdraw"})).await.refused(409, "agreement_stands");
    assert_eq!(view(&story.rep, &story).await["phase"], "escalated_legal");
    let packet = paper(&story.rep, &story, "enforcement").await;
    assert_eq!(packet["obligations"][0]["owed"], brl(50_000));
    assert_eq!(packet["obligations"][0]["debtor"], "consumer");
}

async fn a_payment_that_nobody_reported_is_confirmed_with_its_day(app: &TestApp) {
    let mut story = app.mediation().await;
    app.sealed(&story).await;
    days(app, &mut story, 3).await;
    let received = json!({"type": "obligation.confirm", "id": 1, "money": brl(50_000), "on": "2026-11-25"});
    let closed = story.consumer.does(story.case, received).await;
    assert_eq!(closed.is(200)["case"]["phase"], "closed_fulfilled");
    let step = &closed.json["case"]["obligations"][0]["steps"][0];
    assert_eq!((&step["what"], &step["money"], &step["on"]), (&json!("confirmed"), &brl(50_000), &json!("2026-11-25")));
}

async fn who_is_released_is_not_called_somebody_who_paid(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let case = story.case;
    let release = |money: Value| json!({"type": "obligation.release", "id": 1, "money": money});
    story.rep.does(case, release(Value::Null)).await.refused(403, "release_not_creditor");
    story.consumer.does(case, release(brl(50_001))).await.refused(422, "amount_more_than_owed");
    story.consumer.does(case, release(brl(20_000))).await.is(200);
    assert_eq!(view(&story.rep, &story).await["obligations"][0]["owed"], brl(30_000));
    let closed = story.consumer.does(case, release(Value::Null)).await;
    assert_eq!(closed.is(200)["case"]["phase"], "closed_released");
    assert_eq!(closed.json["case"]["obligations"][0]["state"], "released");
}

async fn what_was_confirmed_stays_confirmed_when_the_consumer_is_not_satisfied(app: &TestApp) {
    let mut story = app.mediation().await;
    app.sealed(&story).await;
    let case = story.case;
    story.consumer.does(case, json!({"type": "obligation.confirm", "id": 1})).await.is(200);
    days(app, &mut story, 8).await;
    let unsatisfied =
        |unsolved: Value| json!({"type": "feedback.give", "score": 2, "solved": false, "unsolved": unsolved});
    story.consumer.does(case, unsatisfied(Value::Null)).await.refused(422, "text_empty");
    let opened = story.consumer.does(case, unsatisfied(json!("A porta veio riscada."))).await;
    assert_eq!(opened.is(200)["case"]["phase"], "negotiation");
    days(app, &mut story, 45).await;
    let shown = view(&story.consumer, &story).await;
    assert_eq!((&shown["phase"], &shown["obligations"][0]["state"]), (&json!("negotiation"), &json!("confirmed")));
    assert!(!shown["papers"].as_array().unwrap().iter().any(|paper| paper["paper"] == "enforcement"));
    let record = paper(&story.consumer, &story, "procedure").await;
    let kinds: Vec<_> = record["events"].as_array().unwrap().iter().map(|event| event["kind"].clone()).collect();
    assert!(kinds.contains(&json!("obligation_confirmed")));
    assert!(!kinds.contains(&json!("obligation_disputed")) && !kinds.contains(&json!("obligation_breached")));
    let confirmed = &record["obligations"][0];
    assert_eq!((&confirmed["confirmed"], &confirmed["steps"][0]["on"]), (&brl(50_000), &json!("2026-11-23")));
    let solved = json!({"type": "feedback.give", "score": 4, "solved": true});
    let closed = story.consumer.does(case, solved).await;
    assert_eq!(
        (&closed.is(200)["case"]["phase"], &closed.json["case"]["feedback"]),
        (&json!("closed_fulfilled"), &json!(4))
    );
}
