//! What acordo says as the clock moves, and to whom.

use super::mailbox::{link_in, mail_to, mails_to, until};
use super::notices::{email, settled};
use crate::support::app::TestApp;
use crate::support::on_both;
use acordo::notify::outgoing::KeptMail;
use acordo_domain::moment::DAY_MILLIS;
use acordo_domain::phase::Phase;
use acordo_domain::seat::Role;
use serde_json::json;

on_both! {
    a_reminder_is_mailed_once_in_the_reader_s_language,
    the_last_reminder_says_that_silence_counts_as_giving_up,
    the_legal_queue_hears_of_a_breach_and_the_admin_of_a_breached_entry,
    the_manager_hears_that_the_company_s_own_team_is_late,
    a_removed_participant_is_told_so_without_a_link_into_the_case,
}

fn days(app: &TestApp, days: i64) {
    app.clock.advance_millis(days * DAY_MILLIS);
}

async fn a_reminder_is_mailed_once_in_the_reader_s_language(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    rep.says(case, "joint", "Como posso ajudar?").await.is(200);
    settled(app).await;
    let consumer = email(app, &consumer).await;
    days(app, 3);
    let mail = mail_to(app, &consumer, "esperava sua resposta até").await;
    assert!(mail.subject.starts_with("Lembrete: há um prazo"), "{}", mail.subject);
    // Said on Monday at 9h in São Paulo; two working days end on Wednesday.
    assert!(mail.text.contains("Loja Ipê esperava sua resposta até quarta, 25 de novembro."), "{}", mail.text);
    assert!(!mail.text.contains("lembrete sobre o mesmo prazo"), "{}", mail.text);
    settled(app).await;
    let reminders = mails_to(app, &consumer).iter().filter(|mail| mail.subject.starts_with("Lembrete")).count();
    assert_eq!(reminders, 1);
    assert!(mails_to(app, &email(app, &rep).await).iter().all(|mail| !mail.subject.starts_with("Reminder")));
}

async fn the_last_reminder_says_that_silence_counts_as_giving_up(app: &TestApp) {
    let coordinator = app.coordinator().await;
    let (case, consumer, rep) = app.negotiation().await;
    rep.says(case, "joint", "Como posso ajudar?").await.is(200);
    let consumer = email(app, &consumer).await;
    days(app, 3);
    mail_to(app, &consumer, "esperava sua resposta até").await;
    days(app, 3);
    mail_to(app, &consumer, "Este é o 2º lembrete sobre o mesmo prazo.").await;
    mail_to(app, &email(app, &coordinator).await, "did not come in spite of a reminder").await;
    days(app, 3);
    let last = mail_to(app, &consumer, "Este foi o último lembrete.").await;
    assert!(last.text.contains("é encerrado por falta de resposta"), "{}", last.text);
}

async fn the_legal_queue_hears_of_a_breach_and_the_admin_of_a_breached_entry(app: &TestApp) {
    let legal = app.member("Lia Jurista", &app.operator, Role::Legal).await;
    let admin = app.member("Ada Admin", &app.operator, Role::Admin).await;
    let story = app.mediation().await;
    app.sealed(&story).await;
    settled(app).await;
    days(app, 12);
    mail_to(app, &email(app, &story.rep).await, "something is still owed").await;
    days(app, 8);
    let queued = mail_to(app, &email(app, &legal).await, "is waiting for somebody on your team").await;
    assert!(queued.text.contains("Deadline: "), "{}", queued.text);
    mail_to(app, &email(app, &story.consumer).await, "não cumpriu no prazo").await;
    days(app, 40);
    let late = mail_to(app, &email(app, &admin).await, "is over").await;
    no_way_into(app, &late).await;
}

/// The link signs in but names no case.
async fn no_way_into(app: &TestApp, mail: &KeptMail) {
    let link = app.nobody().get(&format!("auth/link/{}", link_in(mail))).await;
    assert!(link.is(200)["case_reference"].is_null(), "{}", link.json);
}

async fn the_manager_hears_that_the_company_s_own_team_is_late(app: &TestApp) {
    let manager = app.member("Gil Gestor", &app.company, Role::Manager).await;
    let officer = app.member("Olga Ouvidora", &app.company, Role::Ombudsman).await;
    let story = app.mediation().await;
    let ground = json!({"type": "impasse.declare", "ground": "no_agreement"});
    story.mediator.does(story.case, ground).await.is(200);
    mail_to(app, &email(app, &officer).await, "is waiting for somebody on your team").await;
    days(app, 30);
    mail_to(app, &email(app, &manager).await, "The time to deal with the case").await;
    until("a breached entry", async || {
        let case = app.running.state.store.case(story.case).await.unwrap();
        let breached = case.procedure.open_entry().is_some_and(|entry| entry.breached_at.is_some());
        (breached && case.phase() == Phase::EscalatedOmbudsman).then_some(())
    })
    .await;
}

async fn a_removed_participant_is_told_so_without_a_link_into_the_case(app: &TestApp) {
    let story = app.mediation().await;
    let remove = json!({"type": "participant.remove", "user": story.rep.id, "ground": "insult"});
    story.mediator.does(story.case, remove).await.is(200);
    let mail = mail_to(app, &email(app, &story.rep).await, "Your part in the case").await;
    no_way_into(app, &mail).await;
    assert!(!mail.text.contains("insult") && !mail.text.contains("Ana Souza"), "{}", mail.text);
}
