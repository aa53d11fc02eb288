//! Nobody waits unseen: stories over HTTP in which somebody is late, ill or absent, and who is told.

use super::mailbox::{mail_to, mails_to, until};
use super::notices::{email, settled};
use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo_domain::id::CaseId;
use acordo_domain::moment::DAY_MILLIS;
use acordo_domain::phase::Phase;
use acordo_domain::seat::Role;
use reqwest::Method;
use serde_json::{Value, json};

on_both! {
    a_mediator_who_is_ill_is_replaced_and_reads_nothing_more,
    where_nobody_is_free_the_coordinator_is_told_daily_until_somebody_is,
    a_side_that_never_accepts_the_terms_leaves_the_mediation,
    what_the_page_promises_to_whoever_waits_happens,
    a_coordinator_admits_and_refuses_by_hand,
    nobody_mediates_who_lately_stood_in_a_case_with_the_company,
    the_operators_admin_sets_lengths_within_bounds_and_cases_keep_theirs,
    the_end_of_a_mediation_is_told_to_all_three_with_its_reason,
    whoever_was_asked_to_mediate_hears_that_the_case_went_another_way,
    settings_that_do_not_go_together_are_refused_though_two_admins_set_them_at_once,
}

fn days(app: &TestApp, days: i64) {
    app.clock.advance_millis(days * DAY_MILLIS);
}

/// The same person days later, with a new session.
async fn again(app: &TestApp, person: &TestPerson) -> TestPerson {
    app.sign_in(&email(app, person).await).await
}

async fn view(person: &TestPerson, case: CaseId) -> Value {
    person.get(&format!("cases/{case}")).await.is(200).clone()
}

async fn candidates(person: &TestPerson, case: CaseId, command: &str) -> Vec<Value> {
    let list = person.get(&format!("cases/{case}/candidates?for={command}")).await;
    list.is(200)["people"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect()
}

async fn settings(admin: &TestPerson, app: &TestApp, changes: Value) -> crate::support::person::Reply {
    let path = format!("organisations/{}/settings", app.operator.id);
    TestPerson::send(admin.request(Method::PATCH, &path).json(&json!({"changes": changes}))).await
}

async fn a_mediator_who_is_ill_is_replaced_and_reads_nothing_more(app: &TestApp) {
    let coordinator = app.coordinator().await;
    let story = app.mediation().await;
    let (case, ill) = (story.case, &story.mediator);
    let told = email(app, &coordinator).await;
    story.consumer.says(case, "caucus:consumer", "Só entre nós.").await.is(200);
    story.consumer.says(case, "joint", "Quando começamos?").await.is(200);
    days(app, 3);
    mail_to(app, &email(app, ill).await, "The case expected your answer by").await;
    days(app, 3);
    mail_to(app, &told, "did not come in spite of a reminder").await;
    mail_to(app, &email(app, &story.consumer).await, "quem medeia não respondeu no prazo").await;
    let successor = app.mediator().await;
    let coordinator = again(app, &coordinator).await;
    assert_eq!(candidates(&coordinator, case, "mediator.replace").await, [json!(successor.id)]);
    let replace = json!({"type": "mediator.replace", "user": successor.id});
    again(app, &story.rep).await.does(case, replace.clone()).await.refused(403, "not_yours");
    coordinator.does(case, replace).await.is(200);
    again(app, ill).await.get(&format!("cases/{case}")).await.is(404);
    mail_to(app, &email(app, &story.consumer).await, "A coordenação passou o caso").await;
    let accept = json!({"type": "mediator.accept", "no_conflict": true, "disclosure": "Nenhum."});
    successor.does(case, accept).await.is(200);
    let heads = view(&successor, case).await["heads"].clone();
    assert!(heads.get("caucus:consumer/2").is_some() && heads.get("caucus:consumer").is_none(), "{heads}");
    successor.get(&format!("cases/{case}/channels/caucus:consumer/events")).await.is(404);
}

async fn where_nobody_is_free_the_coordinator_is_told_daily_until_somebody_is(app: &TestApp) {
    let coordinator = app.coordinator().await;
    let told = email(app, &coordinator).await;
    let (case, consumer, _) = app.negotiation().await;
    consumer.does(case, json!({"type": "mediator.request"})).await.is(200);
    mail_to(app, &told, "nobody without a conflict is free").await;
    mail_to(app, &email(app, &consumer).await, "A coordenação recebe um aviso a cada dia útil").await;
    for day in 2..=3 {
        days(app, 1);
        until("the next day's mail", async || {
            let mails = mails_to(app, &told);
            let again = mails.iter().filter(|mail| mail.text.contains("nobody without a conflict is free")).count();
            (again >= day).then_some(())
        })
        .await;
    }
    // Once a mediator is entered, the rotation finds them the next day, or the coordinator at once.
    let mediator = app.mediator().await;
    let coordinator = again(app, &coordinator).await;
    coordinator.does(case, json!({"type": "mediator.assign", "user": mediator.id})).await.is(200);
    // Silence is not a refusal: after a lapse the same person can be named again.
    days(app, 4);
    until("the lapse", async || {
        let folded = app.running.state.store.case(case).await.unwrap();
        (!folded.procedure.mediation.lapsed.is_empty()).then_some(())
    })
    .await;
    let (coordinator, mediator) = (again(app, &coordinator).await, again(app, &mediator).await);
    coordinator.does(case, json!({"type": "mediator.assign", "user": mediator.id})).await.is(200);
    let accept = json!({"type": "mediator.accept", "no_conflict": true, "disclosure": "Nenhum."});
    mediator.does(case, accept).await.is(200);
}

async fn a_side_that_never_accepts_the_terms_leaves_the_mediation(app: &TestApp) {
    let coordinator = app.coordinator().await;
    let (case, consumer, rep) = app.negotiation().await;
    let mediator = app.mediator().await;
    consumer.does(case, json!({"type": "mediator.request"})).await.is(200);
    app.assign(case, &mediator).await;
    let accept = json!({"type": "mediator.accept", "no_conflict": true, "disclosure": "Nenhum."});
    mediator.does(case, accept).await.is(200);
    consumer.does(case, json!({"type": "ground_rules.accept", "version": 1})).await.is(200);
    settled(app).await;
    days(app, 3);
    mail_to(app, &email(app, &rep).await, "The mediation terms are waiting for you").await;
    days(app, 3);
    mail_to(app, &email(app, &coordinator).await, "did not come in spite of a reminder").await;
    days(app, 9);
    until("the end of the mediation", async || {
        let folded = app.running.state.store.case(case).await.unwrap();
        (folded.phase() == Phase::EscalatedOmbudsman).then_some(())
    })
    .await;
    again(app, &mediator).await.get(&format!("cases/{case}")).await.is(404);
}

/// "If they do not answer, the mediation centre presses them and tells you."
async fn what_the_page_promises_to_whoever_waits_happens(app: &TestApp) {
    let coordinator = app.coordinator().await;
    let (case, consumer, rep) = app.negotiation().await;
    rep.says(case, "joint", "Olá.").await.is(200);
    consumer.says(case, "joint", "E então?").await.is(200);
    settled(app).await;
    days(app, 3);
    mail_to(app, &email(app, &rep).await, "expected your answer by").await;
    days(app, 3);
    mail_to(app, &email(app, &consumer).await, "a resposta do outro lado não veio no prazo").await;
    mail_to(app, &email(app, &coordinator).await, "did not come in spite of a reminder").await;
}

async fn a_coordinator_admits_and_refuses_by_hand(app: &TestApp) {
    let admin = app.member("Ada Admin", &app.operator, Role::Admin).await;
    let coordinator = app.coordinator().await;
    settings(&admin, app, json!({"admit_by_rule": false})).await.is(200);
    let (case, consumer) = app.file_complaint().await;
    let rep = app.rep().await;
    rep.get(&format!("cases/{case}")).await.is(404);
    mail_to(app, &email(app, &coordinator).await, "has come in. Admit or refuse it").await;
    let allowed = view(&coordinator, case).await["allowed"].clone();
    for command in ["case.admit", "case.refuse"] {
        assert!(allowed.as_array().unwrap().contains(&json!(command)), "{allowed}");
    }
    consumer.does(case, json!({"type": "case.admit"})).await.refused(403, "not_yours");
    coordinator.does(case, json!({"type": "case.admit"})).await.is(200);
    coordinator.does(case, json!({"type": "case.refuse", "ground": "in_court"})).await.refused(409, "already_admitted");
    assert_eq!(view(&rep, case).await["capacity"], "invited");
    let (other, filer) = app.file_complaint().await;
    coordinator.does(other, json!({"type": "case.refuse", "ground": "out_of_scope"})).await.is(200);
    assert_eq!(view(&filer, other).await["phase"], "closed_refused");
    rep.get(&format!("cases/{other}")).await.is(404);
}

async fn nobody_mediates_who_lately_stood_in_a_case_with_the_company(app: &TestApp) {
    let coordinator = app.coordinator().await;
    // A mediator who has complained about the company themselves.
    let (_, own, _) = app.negotiation().await;
    let accounts = app.running.state.store.accounts();
    accounts.add_member(app.operator.id, own.id, Role::Mediator).await.unwrap();
    let (case, consumer, _) = app.negotiation().await;
    consumer.does(case, json!({"type": "mediator.request"})).await.is(200);
    // The rotation skips them, nobody is offered them, and naming them all the same is refused.
    mail_to(app, &email(app, &coordinator).await, "nobody without a conflict is free").await;
    assert!(candidates(&coordinator, case, "mediator.assign").await.is_empty());
    let assign = json!({"type": "mediator.assign", "user": own.id});
    coordinator.does(case, assign).await.refused(422, "mediator_has_conflict");
    // Somebody who worked for the company until recently.
    let former = app.member("Fábio Foi", &app.company, Role::Viewer).await;
    accounts.add_member(app.operator.id, former.id, Role::Mediator).await.unwrap();
    accounts.remove_member(app.company.id, former.id, Role::Viewer).await.unwrap();
    let assign = json!({"type": "mediator.assign", "user": former.id});
    coordinator.does(case, assign.clone()).await.refused(422, "mediator_has_conflict");
    let free = app.mediator().await;
    assert_eq!(candidates(&coordinator, case, "mediator.assign").await, [json!(free.id)]);
}

async fn the_operators_admin_sets_lengths_within_bounds_and_cases_keep_theirs(app: &TestApp) {
    let admin = app.member("Ada Admin", &app.operator, Role::Admin).await;
    let length = |view: &Value| {
        let all = view["deadlines"].as_array().unwrap();
        let found = all.iter().find(|deadline| deadline["rule"] == "first_reply");
        found.map(|deadline| deadline["length"]["value"].clone()).unwrap()
    };
    let (before, consumer) = app.file_complaint().await;
    let list = settings(&admin, app, json!({"first_reply_days": 4, "breach_to_company": true})).await.is(200).clone();
    let item = list["settings"].as_array().unwrap().iter().find(|item| item["name"] == "first_reply_days").unwrap();
    assert_eq!((&item["value"], &item["configured"], &item["greatest"]), (&json!(4), &json!(10), &json!(60)));
    assert_eq!(list["changes"].as_array().unwrap().len(), 2);
    let (after, filer) = app.file_complaint().await;
    assert_eq!((length(&view(&consumer, before).await), length(&view(&filer, after).await)), (json!(10), json!(4)));
    let refused = settings(&admin, app, json!({"first_reply_days": 4000})).await;
    refused.refused(422, "setting_out_of_bounds");
    assert_eq!(refused.json["errors"][0]["pointer"], "/changes/first_reply_days");
    settings(&admin, app, json!({"moon": 1})).await.refused(422, "setting_unknown");
    settings(&admin, app, json!({"proposal_days_max": 2})).await.refused(422, "settings_disagree");
    settings(&admin, app, json!({"first_reply_days": null})).await.is(200);
    let (again, filer) = app.file_complaint().await;
    assert_eq!(length(&view(&filer, again).await), json!(10));
    // For everybody else there is no such page.
    for who in [&consumer, &app.coordinator().await, &app.member("Gil Gestor", &app.company, Role::Manager).await] {
        settings(who, app, json!({"breach_days": 9})).await.refused(404, "not_found");
        who.get(&format!("organisations/{}/settings", app.operator.id)).await.is(404);
    }
}

async fn settings_that_do_not_go_together_are_refused_though_two_admins_set_them_at_once(app: &TestApp) {
    let (ada, eva) = (
        app.member("Ada Admin", &app.operator, Role::Admin).await,
        app.member("Eva Admin", &app.operator, Role::Admin).await,
    );
    for _ in 0..8 {
        settings(&ada, app, json!({"proposal_days": null, "proposal_days_max": null})).await.is(200);
        let (long, short) = tokio::join!(
            settings(&ada, app, json!({"proposal_days": 40})),
            settings(&eva, app, json!({"proposal_days_max": 20}))
        );
        let mut answers = [long.status, short.status];
        answers.sort_unstable();
        assert_eq!(answers, [200, 422]);
    }
    // Setting what is already set is not recorded as a change.
    let list = |reply: crate::support::person::Reply| reply.is(200)["changes"].as_array().unwrap().len();
    let before = list(settings(&ada, app, json!({"proposal_days": null, "proposal_days_max": null})).await);
    let after = list(settings(&ada, app, json!({"proposal_days": null})).await);
    assert_eq!(before, after);
}

async fn the_end_of_a_mediation_is_told_to_all_three_with_its_reason(app: &TestApp) {
    let story = app.mediation().await;
    story.consumer.does(story.case, json!({"type": "mediation.leave"})).await.is(200);
    let mail = mail_to(app, &email(app, &story.rep).await, "Why: A party left the mediation").await;
    assert!(mail.text.contains("The mediation has ended: The consumer left the mediation."), "{}", mail.text);
    // The mediator has no part in what follows and is told no names.
    let mail = mail_to(app, &email(app, &story.mediator).await, "so has your part in it").await;
    assert!(mail.text.contains("Why: The consumer left the mediation."), "{}", mail.text);
    assert!(!mail.text.contains("Ana") && !mail.subject.contains("Ana"), "{}", mail.text);
}

async fn whoever_was_asked_to_mediate_hears_that_the_case_went_another_way(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let mediator = app.mediator().await;
    consumer.does(case, json!({"type": "mediator.request"})).await.is(200);
    app.assign(case, &mediator).await;
    mail_to(app, &email(app, &mediator).await, "You were named as mediator").await;
    consumer.does(case, json!({"type": "case.withdraw"})).await.is(200);
    let mail = mail_to(app, &email(app, &mediator).await, "It went another way before you answered").await;
    // Somebody who no longer has a part in the case is told no names.
    assert!(!mail.text.contains("Ana") && !mail.subject.contains("Ana"), "{}", mail.text);
    mediator.get(&format!("cases/{case}")).await.is(404);
}
