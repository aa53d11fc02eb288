//! The moment in which an agreement is concluded, and what is kept of it; the record of a case that is still open.

use crate::store::intruder::Hand;
use crate::support::app::{self, Story, TestApp};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::person::Reply;
use acordo::store::Clock;
use acordo_domain::case::event::{Fact, FactKind};
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_record::{Checkpoint, Note, base64, pdf, sha256};
use serde_json::json;

on_both! {
    a_conclusion_is_the_last_event_of_its_transaction_and_its_checkpoint_is_kept_before_it_is_answered,
    the_record_of_an_open_case_is_kept_and_can_be_had_again,
}

/// Everybody signs; the last signature's answer.
async fn concluded(app: &TestApp, story: &Story) -> Reply {
    let draft = app.drafted(story).await;
    story.consumer.does(story.case, json!({"type": "agreement.waive_reflection"})).await.is(200);
    app.sign(&story.consumer, story.case, &draft, "Ana Souza").await.is(200);
    app.sign(&story.rep, story.case, &draft, "Rita Rep").await.is(200);
    app.sign(&story.mediator, story.case, &draft, "Marta Mediadora").await
}

/// The kinds of `procedure`, and the number of its conclusion.
async fn procedure(app: &TestApp, case: CaseId) -> (Vec<FactKind>, u64) {
    let told = app.running.state.store.whole_channel(case, Channel::Procedure).await.unwrap();
    let concluded = told.iter().find(|told| told.event.kind == FactKind::AgreementConcluded).unwrap();
    (told.iter().map(|told| told.event.kind).collect(), concluded.event.seq)
}

async fn a_conclusion_is_the_last_event_of_its_transaction_and_its_checkpoint_is_kept_before_it_is_answered(
    app: &TestApp,
) {
    let story = app.mediation().await;
    let case = story.case;
    concluded(app, &story).await.is(200);
    let mut hand = Hand::on(app.url()).await;
    assert_eq!(hand.count("documents WHERE which = 'checkpoint'").await, 1);
    // More is signed and appended before the final document is made.
    story.consumer.get(&format!("cases/{case}/record.zip?profile=procedural")).await.is(200);
    story.consumer.does(case, json!({"type": "consent.give", "scope": "joint_export"})).await.is(200);
    app.running.state.exporter.seal(case, 1).await.unwrap();
    let (kinds, seq) = procedure(app, case).await;
    let place = seq as usize - 1;
    assert_eq!(
        kinds[place - 3..place],
        [FactKind::ObligationsStarted, FactKind::PhaseChanged, FactKind::CertificateMade],
        "all that came of the signatures stands before it"
    );
    let later: Vec<_> = kinds[place + 1..]
        .iter()
        .filter(|kind| !matches!(kind, FactKind::PaperFiled | FactKind::ConsentGiven))
        .collect();
    assert_eq!(later, [&FactKind::AgreementSealed], "its seal follows in a transaction of its own");
    let store = &app.running.state.store;
    let note = store.kept_checkpoint(case, 1).await.unwrap();
    let signed = Checkpoint::parse(Note::parse(note.as_bytes()).unwrap().text()).unwrap();
    assert_eq!((signed.size, signed.root), (seq, store.root_at(case, Channel::Procedure, seq).await.unwrap()));
    let document = story.rep.get(&format!("cases/{case}/agreement.pdf")).await.bytes;
    assert_eq!(pdf::attachments(&document).unwrap()["checkpoint.txt"], note.as_bytes());
    // The certificate of the same moment tells of the agreement.
    let certificate = store.case(case).await.unwrap().procedure.certificates[0];
    assert_eq!(certificate.seq, seq);
}

#[test]
fn a_checkpoint_that_a_crash_prevented_is_signed_when_the_case_is_loaded() {
    app::on_a_runtime(async {
        let app = app::begun(Engine::Sqlite).await.unwrap();
        let story = app.mediation().await;
        let case = story.case;
        // Between the commit of the conclusion and that of the signature nothing more is written.
        let mut hand = Hand::on(app.url()).await;
        let crash = "CREATE TRIGGER crash BEFORE INSERT ON signed_heads BEGIN SELECT RAISE(ABORT, 'crash'); END";
        hand.runs(crash).await.unwrap();
        drop(hand);
        concluded(&app, &story).await.is(200);
        let (data, url) = app.stop().await;
        let mut hand = Hand::on(&url).await;
        assert_eq!(hand.count("documents WHERE which = 'checkpoint'").await, 0);
        hand.runs("DROP TRIGGER crash").await.unwrap();
        drop(hand);
        let running = app::reopen(data.path()).await.unwrap();
        let store = &running.state.store;
        let seq = store.case(case).await.unwrap().procedure.concluded.as_ref().unwrap().seq;
        let note = store.kept_checkpoint(case, 1).await.unwrap();
        let signed = Checkpoint::parse(Note::parse(note.as_bytes()).unwrap().text()).unwrap();
        assert_eq!((signed.size, signed.root), (seq, store.root_at(case, Channel::Procedure, seq).await.unwrap()));
        let faults = running.state.exporter.audit().case(case).await.unwrap();
        assert_eq!(faults, Vec::<String>::new());
        // Once more was signed, one that is gone is not signed again: the check tells of it, and the case goes on.
        running.state.exporter.seal(case, 1).await.unwrap();
        store.sign_checkpoint(case, Channel::Procedure).await.unwrap();
        running.stop().await;
        let mut hand = Hand::on(&url).await;
        assert_eq!(hand.runs("DELETE FROM documents WHERE which = 'checkpoint'").await, Some(1));
        drop(hand);
        let running = app::reopen(data.path()).await.unwrap();
        let faults = running.state.exporter.audit().case(case).await.unwrap();
        assert_eq!(faults.len(), 1, "{faults:?}");
        running.state.store.case(case).await.unwrap();
        running.abort().await;
    });
}

async fn the_record_of_an_open_case_is_kept_and_can_be_had_again(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let path = format!("cases/{case}/papers/procedure.pdf");
    let first = consumer.get(&path).await;
    let size = app.running.state.store.case(case).await.unwrap().procedure.size - 1;
    assert!(first.header("content-disposition").contains(&format!("-procedure-1-at-{size}.pdf")));
    let told = app.running.state.store.whole_channel(case, Channel::Procedure).await.unwrap();
    let Some(Fact::PaperFiled { pdf_hash, size: told_size, .. }) = &told.last().unwrap().event.fact else { panic!() };
    assert_eq!((pdf_hash, *told_size), (&base64(&sha256(&first.bytes)), Some(size)));
    let again = rep.get(&path).await;
    assert_eq!(again.bytes, first.bytes, "nothing happened since");
    let view = consumer.get(&format!("cases/{case}")).await;
    assert_eq!(view.is(200)["papers"], json!([]), "it is no paper that the procedure called for");
    consumer.does(case, json!({"type": "mediator.request"})).await.is(200);
    let later = consumer.get(&path).await;
    assert_ne!(later.bytes, first.bytes);
    let kept = rep.get(&format!("{path}?number=1&size={size}")).await;
    assert_eq!(kept.bytes, first.bytes, "whoever has it can have it confirmed");
    for (person, query, code) in [(&rep, "number=1&size=1", 404), (&rep, "number=2&size=1", 404), (&rep, "size=0", 404)]
    {
        assert_eq!(person.get(&format!("{path}?{query}")).await.status, code, "{query}");
    }
    app.mediator().await.get(&format!("{path}?number=1&size={size}")).await.refused(404, "not_found");
    // On another day it is made anew, and says so by its own date.
    app.clock.set(app.clock.now().plus_days(1));
    assert_ne!(consumer.get(&path).await.bytes, later.bytes);
    let faults = app.running.state.exporter.audit().case(case).await.unwrap();
    assert_eq!(faults, Vec::<String>::new());
}
