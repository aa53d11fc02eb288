//! Signing codes: for one person and document, five tries, ten minutes.

use crate::notify::mailbox::{mails_to, until};
use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo::identity::{CodeError, Issued, SignedIn};
use acordo_domain::id::CaseId;
use acordo_domain::moment::SECOND_MILLIS;
use std::sync::Arc;

on_both! {
    a_code_proves_its_owner_for_its_document_alone,
    five_wrong_tries_void_a_code,
    a_code_lasts_ten_minutes,
    codes_are_not_given_without_end,
    a_code_goes_by_mail_and_its_subject_does_not_hold_it,
}

const HASH: &str = "3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8=";

async fn who(app: &TestApp, person: &TestPerson) -> Arc<SignedIn> {
    app.running.state.identity.present(person.session).await.unwrap()
}

async fn issue(app: &TestApp, who: &SignedIn, case: CaseId) -> Issued {
    app.running.state.identity.issue_code(who, case, 1, HASH).await.unwrap()
}

fn wrong(code: &str) -> String {
    let last = code.bytes().last().unwrap();
    format!("{}{}", &code[..5], if last == b'9' { '0' } else { '9' })
}

async fn a_code_proves_its_owner_for_its_document_alone(app: &TestApp) {
    let (case, consumer) = app.file_complaint().await;
    let (consumer, rep) = (who(app, &consumer).await, who(app, &app.rep().await).await);
    let identity = &app.running.state.identity;
    let issued = issue(app, &consumer, case).await;
    let check = async |signed_in: &SignedIn, hash: &str, code: &str| {
        identity.check_code(signed_in, case, issued.challenge.id, hash, code).await
    };
    assert_eq!(check(&rep, HASH, &issued.code).await, Err(CodeError::Void));
    assert_eq!(check(&consumer, "another document", &issued.code).await, Err(CodeError::Void));
    // People copy a code with the space that their mail program shows.
    let spaced = format!(" {} {} ", &issued.code[..3], &issued.code[3..]);
    let proof = check(&consumer, HASH, &spaced).await.unwrap();
    assert_eq!(proof.challenge, issued.challenge.id);
    let elsewhere =
        identity.check_code(&consumer, CaseId(uuid::Uuid::now_v7()), issued.challenge.id, HASH, &issued.code);
    assert_eq!(elsewhere.await, Err(CodeError::Void));
}

async fn five_wrong_tries_void_a_code(app: &TestApp) {
    let (case, consumer) = app.file_complaint().await;
    let consumer = who(app, &consumer).await;
    let issued = issue(app, &consumer, case).await;
    let identity = &app.running.state.identity;
    for attempts_left in (0..5).rev() {
        let answer = identity.check_code(&consumer, case, issued.challenge.id, HASH, &wrong(&issued.code)).await;
        assert_eq!(answer, Err(CodeError::Wrong { attempts_left }));
    }
    let late = identity.check_code(&consumer, case, issued.challenge.id, HASH, &issued.code).await;
    assert_eq!(late, Err(CodeError::Void));
}

async fn a_code_lasts_ten_minutes(app: &TestApp) {
    let (case, consumer) = app.file_complaint().await;
    let consumer = who(app, &consumer).await;
    let issued = issue(app, &consumer, case).await;
    app.clock.advance_millis(600 * SECOND_MILLIS);
    let late = app.running.state.identity.check_code(&consumer, case, issued.challenge.id, HASH, &issued.code).await;
    assert_eq!(late, Err(CodeError::Void));
}

async fn codes_are_not_given_without_end(app: &TestApp) {
    let (case, consumer) = app.file_complaint().await;
    let consumer = who(app, &consumer).await;
    for _ in 0..10 {
        issue(app, &consumer, case).await;
    }
    let one_more = app.running.state.identity.issue_code(&consumer, case, 1, HASH).await;
    assert_eq!(one_more.unwrap_err(), CodeError::TooMany);
    app.clock.advance_millis(3_601 * SECOND_MILLIS);
    issue(app, &consumer, case).await;
}

async fn a_code_goes_by_mail_and_its_subject_does_not_hold_it(app: &TestApp) {
    let (case, consumer) = app.file_complaint().await;
    let consumer = who(app, &consumer).await;
    let issued = issue(app, &consumer, case).await;
    app.running.state.post.signing_code(&consumer, case, &issued).await.unwrap();
    let mail = until("the mail with the code", async || {
        mails_to(app, &consumer.user.email).into_iter().find(|mail| mail.text.contains(&issued.code))
    })
    .await;
    assert!(!mail.subject.contains(&issued.code));
    assert!(!format!("{issued:?}").contains(&issued.code));
}
