//! Who is told what, and what no mail ever says.

use super::mailbox::{mail_to, mails, mails_to, until};
use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo_domain::id::CaseId;
use acordo_domain::moment::{DAY_MILLIS, SECOND_MILLIS};
use acordo_domain::phase::Phase;
use acordo_record::{Inquiry, notes_kept, verify};
use serde_json::json;

on_both! {
    an_invited_company_hears_of_it_and_who_is_no_member_does_not,
    a_mail_names_the_case_and_never_what_was_said,
    a_quick_exchange_is_one_mail_to_whom_it_leaves_waiting,
    a_reader_of_the_first_of_two_messages_is_told_of_the_second,
    a_reader_of_a_message_gets_no_mail_about_it,
    mails_speak_the_recipient_s_language,
    a_mail_about_an_end_says_why_and_what_can_still_be_done,
    parties_get_the_checkpoints_of_what_they_read_by_mail,
}

pub async fn email(app: &TestApp, person: &TestPerson) -> String {
    app.running.state.store.accounts().user(person.id).await.unwrap().unwrap().email
}

/// Waits until everything owed has left, including letters about messages, which wait two minutes for more.
pub async fn settled(app: &TestApp) {
    app.clock.advance_millis(180 * SECOND_MILLIS);
    let outbox = app.running.state.store.outbox();
    until("an empty outbox", async || outbox.next_at().await.unwrap().is_none().then_some(())).await;
}

async fn an_invited_company_hears_of_it_and_who_is_no_member_does_not(app: &TestApp) {
    let (rep, mediator) = (app.rep().await, app.mediator().await);
    let (case, consumer) = app.file_complaint().await;
    let invited = mail_to(app, &email(app, &rep).await, "wants to resolve").await;
    let reference = reference(app, case).await;
    assert!(invited.subject.contains(&reference), "{}", invited.subject);
    assert!(invited.subject.contains("Ana Souza") && invited.subject.contains("Geladeira"), "{}", invited.subject);
    assert!(invited.text.contains("Answer by "));
    let filed = mail_to(app, &email(app, &consumer).await, "Recebemos sua reclama").await;
    assert!(filed.subject.contains(&reference));
    settled(app).await;
    assert_eq!(mails_to(app, &email(app, &mediator).await), []);
    // One mail to each, and possibly the one that asked the consumer to confirm.
    let told = mails(app).into_iter().filter(|mail| !mail.text.contains("/complain/confirm/")).count();
    assert_eq!(told, 2);
}

async fn reference(app: &TestApp, case: CaseId) -> String {
    app.running.state.store.case(case).await.unwrap().procedure.filed.as_ref().unwrap().reference.to_string()
}

async fn a_mail_names_the_case_and_never_what_was_said(app: &TestApp) {
    let story = app.mediation().await;
    story.consumer.says(story.case, "joint", "palavra-conjunta").await.is(200);
    story.consumer.says(story.case, "caucus:consumer", "segredo-consumidor").await.is(200);
    story.mediator.says(story.case, "caucus:consumer", "segredo-mediador").await.is(200);
    story.rep.says(story.case, "caucus:company", "segredo-empresa").await.is(200);
    let terms = json!({"obligations": [{
        "kind": "refund", "debtor": "company", "money": {"amount": 98_765, "currency": "BRL"},
        "due": {"days_after_signature": 5}, "description": "descricao-da-oferta"
    }], "clauses": []});
    let offer = json!({"type": "proposal.make", "channel": "joint", "terms": terms, "note": "nota-da-oferta"});
    story.rep.does(story.case, offer).await.is(200);
    mail_to(app, &email(app, &story.consumer).await, "proposta nova").await;
    settled(app).await;
    for mail in mails(app) {
        let whole = format!("{} {}", mail.subject, mail.text);
        for word in ["palavra", "segredo", "987,65", "98765", "descricao", "nota-da", "1.299", "amassada"] {
            assert!(!whole.contains(word), "{word} in {whole}");
        }
    }
    // Once the complaint is open to the company's people, the product tells them which case it is.
    let told = mail_to(app, &email(app, &story.rep).await, "agreed to mediate").await;
    assert!(told.subject.contains("(Ana Souza, Geladeira 300 L)"), "{}", told.subject);
    // People hear of their own private conversation, and nobody of the other side's.
    let rep = mails_to(app, &email(app, &story.rep).await);
    assert!(rep.iter().all(|mail| !mail.text.contains("private")), "{rep:?}");
}

async fn a_quick_exchange_is_one_mail_to_whom_it_leaves_waiting(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    for _ in 0..3 {
        consumer.says(case, "joint", "Bom dia").await.is(200);
        rep.says(case, "joint", "Bom dia").await.is(200);
    }
    settled(app).await;
    let about = |mails: Vec<acordo::notify::outgoing::KeptMail>, word: &str| {
        mails.iter().filter(|mail| mail.text.contains(word)).count()
    };
    assert_eq!(about(mails_to(app, &email(app, &rep).await), "a new message"), 0, "who wrote last has nothing to read");
    assert_eq!(about(mails_to(app, &email(app, &consumer).await), "uma mensagem nova"), 1);
}

async fn a_reader_of_the_first_of_two_messages_is_told_of_the_second(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    rep.says(case, "joint", "Como posso ajudar?").await.is(200);
    consumer.says(case, "joint", "Bom dia").await.is(200);
    let first = app.running.state.store.case(case).await.unwrap().joint().size;
    let marks = [(acordo_domain::seat::Channel::Joint, first)].into();
    app.running.state.store.mark_read(case, rep.id, &marks).await.unwrap();
    consumer.says(case, "joint", "Alguma novidade?").await.is(200);
    settled(app).await;
    mail_to(app, &email(app, &rep).await, "a new message").await;
}

async fn a_reader_of_a_message_gets_no_mail_about_it(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let marks = [(acordo_domain::seat::Channel::Joint, 50)].into();
    app.running.state.store.mark_read(case, rep.id, &marks).await.unwrap();
    rep.says(case, "joint", "Como posso ajudar?").await.is(200);
    consumer.says(case, "joint", "Bom dia").await.is(200);
    settled(app).await;
    let rep = mails_to(app, &email(app, &rep).await);
    assert!(rep.iter().all(|mail| !mail.text.contains("a new message")), "{rep:?}");
}

async fn mails_speak_the_recipient_s_language(app: &TestApp) {
    let mut form = app.complaint("lucia@example.org");
    form["consumer"]["language"] = json!("es");
    app.files(&form).await;
    let mail = mail_to(app, "lucia@example.org", "Recibimos su reclamo").await;
    assert!(mail.subject.starts_with("Su reclamo está registrado"), "{}", mail.subject);
}

async fn a_mail_about_an_end_says_why_and_what_can_still_be_done(app: &TestApp) {
    let (withdrawn, consumer, rep) = app.negotiation().await;
    consumer.does(withdrawn, json!({"type": "case.withdraw"})).await.is(200);
    let told = mail_to(app, &email(app, &rep).await, "The complaint was withdrawn.").await;
    assert!(!told.text.contains("open the case again"), "{}", told.text);
    // The consumer falls silent; the side that may open the case again is told so, the other is not.
    let (silent, consumer, rep) = app.negotiation().await;
    rep.says(silent, "joint", "Como podemos resolver?").await.is(200);
    let store = &app.running.state.store;
    for nth in 1..=3 {
        app.clock.advance_millis(4 * DAY_MILLIS);
        until("a reminder", async || {
            let case = store.case(silent).await.unwrap();
            case.joint().reminded.iter().any(|reminded| reminded.nth >= nth).then_some(())
        })
        .await;
    }
    app.clock.advance_millis(20 * DAY_MILLIS);
    let closed = until("the end of the silence", async || {
        let case = store.case(silent).await.unwrap();
        case.procedure.closed_at.is_some().then_some(case)
    })
    .await;
    assert_eq!(closed.procedure.phase(), Phase::ClosedAbandoned);
    let told = mail_to(app, &email(app, &consumer).await, "apesar dos lembretes").await;
    assert!(told.text.contains("permite reabri-lo"), "{}", told.text);
    let told = mail_to(app, &email(app, &rep).await, "in spite of the reminders").await;
    assert!(!told.text.contains("open the case again"), "{}", told.text);
}

async fn parties_get_the_checkpoints_of_what_they_read_by_mail(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    app.sealed(&story).await;
    let keys = app.running.state.config.keys_dir();
    let keys = acordo::identity::keys::Keys::read(&keys, "test.example/log").unwrap().public;
    let kept = app.running.state.store.kept_checkpoint(case, 1).await.unwrap();
    let mail = mail_to(app, &email(app, &story.consumer).await, "Guarde este e-mail").await;
    let notes = notes_kept(mail.text.as_bytes());
    let count =
        |channel: &str| notes.iter().filter(|note| note.text().lines().next().unwrap().ends_with(channel)).count();
    assert_eq!((notes.len(), count("/procedure"), count("/joint")), (2, 1, 1), "{}", mail.text);
    assert!(mail.text.contains(kept.trim_end()), "the one that the final document carries");
    let eml = std::fs::read_to_string(app.data().join("mail").join(format!("{}.eml", mail.id))).unwrap();
    assert_eq!(eml.matches("Content-Disposition: attachment").count(), 2, "{eml}");
    // What is taken along later fits what was mailed.
    story.rep.says(case, "joint", "Obrigada").await;
    let zip = story.consumer.get(&format!("cases/{case}/record.zip?profile=joint")).await.bytes;
    let report = verify(&zip, &Inquiry { seen: &notes, ..Inquiry::of(&keys) });
    assert!(report.valid, "{:?} {:?}", report.failures, report.doubts);
    // The mediator keeps nothing of it, and other letters bring none.
    settled(app).await;
    for person in [&story.mediator, &story.rep] {
        let with: Vec<_> = mails_to(app, &email(app, person).await)
            .into_iter()
            .map(|mail| notes_kept(mail.text.as_bytes()).len())
            .collect();
        assert_eq!(with.iter().sum::<usize>(), if person.id == story.rep.id { 2 } else { 0 }, "{with:?}");
    }
    // A case that ends without an agreement, and a company that never came.
    let (withdrawn, consumer, rep) = app.negotiation().await;
    consumer.does(withdrawn, json!({"type": "case.withdraw"})).await.is(200);
    let told = mail_to(app, &email(app, &rep).await, "The complaint was withdrawn.").await;
    assert_eq!(notes_kept(told.text.as_bytes()).len(), 2, "{}", told.text);
}
