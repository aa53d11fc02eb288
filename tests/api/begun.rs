//! A company begins a case: it invites a consumer, who proves who they are and answers.

use crate::notify::mailbox::{mail_to, mails_to};
use crate::notify::notices::{email, settled};
use crate::support::app::{TestApp, run_with};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo::commands::pace::Rate;
use acordo_domain::id::CaseId;
use acordo_domain::moment::SECOND_MILLIS;
use serde_json::{Value, json};
use uuid::Uuid;

on_both! {
    an_invited_consumer_shows_who_they_are_reads_the_account_and_accepts,
    tries_are_few_and_come_back_after_a_day,
    the_mail_says_who_invites_and_nothing_that_the_company_told,
    somebody_else_says_so_and_the_case_is_not_there_for_them_any_more,
    only_who_speaks_for_the_company_invites_and_each_field_is_checked,
    an_invitation_sent_twice_is_one_case,
    a_refusal_can_be_undone,
    the_consumer_replaces_the_address_that_the_company_gave,
}

fn form(app: &TestApp, email: &str) -> Value {
    json!({
        "company": app.company.id,
        "consumer": {"name": "Ana Souza", "email": email, "language": "pt-BR"},
        "account": {
            "product": "Geladeira Polar", "order_number": "A-4711", "story": "Entregue com a porta amassada.",
            "care": [{"protocol": "2026-77", "on": "2026-11-10", "answer": "Prometemos a troca."}]
        },
        "proof": {"kind": "identifier_start", "answer": "529"},
        "rules_version": 1, "online": true
    })
}

/// A case that the company began, its rep, and whoever opened the mailed link.
async fn invited(app: &TestApp) -> (CaseId, TestPerson, TestPerson) {
    let rep = app.rep().await;
    let email = format!("{}@example.org", Uuid::now_v7().simple());
    let answer = rep.post("complaints/invite", &form(app, &email)).await;
    let case = answer.is(201)["case"].as_str().unwrap().parse().unwrap();
    (case, rep, app.sign_in(&email).await)
}

fn accept() -> Value {
    json!({
        "type": "invitation.accept", "rules_version": 1, "online": true,
        "own": {"remedy": "replace", "amount_in_dispute": {"amount": 250_000, "currency": "BRL"}}
    })
}

fn confirm(proof: &str) -> Value {
    json!({"type": "invitation.confirm", "proof": proof})
}

async fn an_invited_consumer_shows_who_they_are_reads_the_account_and_accepts(app: &TestApp) {
    let (case, rep, consumer) = invited(app).await;
    let path = format!("cases/{case}");
    let before = consumer.get(&path).await;
    assert_eq!((&before.is(200)["capacity"], &before.json["account"]), (&json!("invited"), &Value::Null));
    assert_eq!(before.json["invitation"]["proof"], "identifier_start");
    for secret in ["Polar", "4711", "amassada", "529"] {
        assert!(!before.json.to_string().contains(secret), "{secret}");
    }
    consumer.get(&format!("{path}/channels/joint/events")).await.refused(404, "not_found");
    consumer.does(case, accept()).await.refused(422, "addressee_not_confirmed");

    let confirmed = consumer.does(case, confirm("5-2-9")).await;
    assert_eq!(confirmed.is(200)["case"]["account"]["care"][0]["protocol"], "2026-77");
    // The consumer may not read what the company writes before the invitation is answered.
    rep.says(case, "joint", "segredo-da-espera").await.is(200);
    let joint = consumer.get(&format!("{path}/channels/joint/events")).await;
    assert_eq!((joint.is(200)["events"].as_array().unwrap().len(), &joint.json["head"]), (1, &json!(1)));
    let list = consumer.get("cases").await;
    assert_eq!(
        (&list.is(200)["cases"][0]["unread"], &list.json["cases"][0]["subject"]),
        (&json!({}), &json!("Geladeira Polar"))
    );

    let joined = consumer.does(case, accept()).await;
    assert_eq!(
        (&joined.is(200)["case"]["phase"], &joined.json["case"]["capacity"]),
        (&json!("negotiation"), &json!("consumer"))
    );
    let joint = consumer.get(&format!("{path}/channels/joint/events")).await;
    let kinds: Vec<_> =
        joint.is(200)["events"].as_array().unwrap().iter().map(|one| one["event"]["type"].clone()).collect();
    assert_eq!(kinds, ["account_given", "message_posted", "complaint_filed"]);
    // Neither the record nor the company's view holds the address or the expected proof.
    let seen = rep.get(&path).await.json.to_string()
        + &rep.get(&format!("{path}/channels/procedure/events")).await.json.to_string();
    assert!(!seen.contains("@example.org") && !seen.contains("\"529\""), "{seen}");
}

async fn tries_are_few_and_come_back_after_a_day(app: &TestApp) {
    let (case, rep, consumer) = invited(app).await;
    // Input that cannot be an answer does not count as a try.
    consumer.does(case, confirm("52")).await.refused(422, "addressee_not_confirmed");
    rep.does(case, confirm("529")).await.refused(403, "not_yours");
    for left in [4, 3, 2, 1] {
        let answer = consumer.does(case, confirm("111")).await;
        answer.refused(422, "proof_wrong");
        assert_eq!(
            (&answer.json["attempts_left"], &answer.json["errors"][0]["pointer"]),
            (&json!(left), &json!("/proof"))
        );
    }
    consumer.does(case, confirm("111")).await.refused(422, "proof_too_many_tries");
    consumer.does(case, confirm("529")).await.refused(422, "proof_too_many_tries");
    let address = email(app, &consumer).await;
    app.clock.advance_millis(24 * 3_600 * SECOND_MILLIS);
    let consumer = app.sign_in(&address).await;
    consumer.does(case, confirm("529")).await.is(200);
}

async fn the_mail_says_who_invites_and_nothing_that_the_company_told(app: &TestApp) {
    let (case, _, consumer) = invited(app).await;
    let mail = mail_to(app, &email(app, &consumer).await, "convida você").await;
    assert!(mail.subject.contains(&app.company.name), "{}", mail.subject);
    for said in
        [app.company.name.as_str(), "voluntário", "gratuito", "Responda até", "conta como recusado", "Não sou eu"]
    {
        assert!(mail.text.contains(said), "{said}: {}", mail.text);
    }
    for secret in ["Polar", "4711", "2026-77", "amassada", "529"] {
        assert!(!mail.text.contains(secret) && !mail.subject.contains(secret), "{secret}");
    }
    assert_eq!(consumer.get(&format!("cases/{case}")).await.is(200)["turn"]["what"], "answer_invitation");
}

async fn somebody_else_says_so_and_the_case_is_not_there_for_them_any_more(app: &TestApp) {
    let (case, rep, stranger) = invited(app).await;
    let told = stranger.does(case, json!({"type": "invitation.disown"})).await;
    assert_eq!(told.is(200)["case"], Value::Null);
    stranger.get(&format!("cases/{case}")).await.refused(404, "not_found");
    assert_eq!(stranger.get("cases").await.is(200)["cases"], json!([]));
    let view = rep.get(&format!("cases/{case}")).await;
    assert_eq!(
        (&view.is(200)["phase"], &view.json["invitation"]["state"]),
        (&json!("closed_misdirected"), &json!("misdirected"))
    );
    settled(app).await;
    let mails = mails_to(app, &email(app, &rep).await);
    assert!(mails.iter().any(|mail| mail.subject.contains("wrong address")), "{mails:?}");
    assert_eq!(mails_to(app, &email(app, &stranger).await).len(), 1, "the invitation, and nothing after it");
}

async fn only_who_speaks_for_the_company_invites_and_each_field_is_checked(app: &TestApp) {
    let form = form(app, "ana@example.org");
    app.nobody().post("complaints/invite", &form).await.refused(401, "unauthenticated");
    let other = app.member("Vera Viewer", &app.company, acordo_domain::seat::Role::Viewer).await;
    other.post("complaints/invite", &form).await.refused(403, "not_yours");
    app.mediator().await.post("complaints/invite", &form).await.refused(403, "not_yours");
    let rep = app.rep().await;
    let refused = async |change: &dyn Fn(&mut Value), status, code: &str, at: &str| {
        let mut form = form.clone();
        change(&mut form);
        let answer = rep.post("complaints/invite", &form).await;
        answer.refused(status, code);
        assert_eq!(answer.json["errors"][0]["pointer"], at);
    };
    refused(&|form| form["consumer"]["email"] = json!("ana@nowhere"), 422, "email_invalid", "/consumer/email").await;
    refused(&|form| form["consumer"]["name"] = json!(" "), 422, "text_empty", "/consumer/name").await;
    refused(&|form| form["account"]["story"] = json!(""), 422, "text_empty", "/account/story").await;
    refused(&|form| form["proof"]["answer"] = json!("52"), 422, "proof_unusable", "/proof/answer").await;
    refused(&|form| form["company"] = json!(Uuid::now_v7()), 422, "company_not_found", "/company").await;
    refused(&|form| form["online"] = json!(false), 422, "online_consent_missing", "/online").await;
}

async fn an_invitation_sent_twice_is_one_case(app: &TestApp) {
    let rep = app.rep().await;
    let key = Uuid::now_v7();
    let form = form(app, "twice@example.org");
    let first = rep.post_once("complaints/invite", &form, key).await;
    assert_eq!(rep.post_once("complaints/invite", &form, key).await.is(201), first.is(201));
    let case: CaseId = first.json["case"].as_str().unwrap().parse().unwrap();
    // The second sending drew a new proof and lost it: the first proof still counts.
    app.sign_in("twice@example.org").await.does(case, confirm("529")).await.is(200);
}

#[test]
fn the_cases_that_one_person_begins_in_a_day_come_to_an_end() {
    let few = |tuning: &mut acordo::app::Tuning| tuning.rates.cases = Rate { burst: 2.0, per_second: 2.0 / 86_400.0 };
    run_with(Engine::Sqlite, few, async |app: &TestApp| {
        let (rep, other) = (app.rep().await, app.rep().await);
        let invite = async |person: &TestPerson| {
            let email = format!("{}@example.org", Uuid::now_v7().simple());
            person.post("complaints/invite", &form(app, &email)).await
        };
        invite(&rep).await.is(201);
        invite(&rep).await.is(201);
        let answer = invite(&rep).await;
        answer.refused(429, "quota_used");
        assert!(answer.header("retry-after").parse::<u64>().unwrap() > 3_600);
        invite(&other).await.is(201);
    });
}

async fn a_refusal_can_be_undone(app: &TestApp) {
    let (case, rep, consumer) = invited(app).await;
    consumer.does(case, json!({"type": "invitation.refuse"})).await.is(200);
    assert_eq!(rep.get(&format!("cases/{case}")).await.is(200)["invitation"]["state"], "refused");
    let mut accept = accept();
    accept["proof"] = json!("529");
    assert_eq!(consumer.does(case, accept).await.is(200)["case"]["phase"], "negotiation");
}

async fn the_consumer_replaces_the_address_that_the_company_gave(app: &TestApp) {
    let (case, rep, consumer) = invited(app).await;
    let given = email(app, &consumer).await;
    let wanted = format!("{}@example.net", Uuid::now_v7().simple());
    consumer.post("auth/address", &json!({"email": "x@nowhere"})).await.refused(422, "email_invalid");
    consumer.post("auth/address", &json!({"email": wanted, "case": case})).await.is(202);
    assert_eq!(email(app, &consumer).await, given, "until the new mailbox was opened the former counts");
    let mail = mail_to(app, &wanted, "neste endereço").await;
    let token = mail.text.split("/l/").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    let opened = app.nobody().post("auth/link/redeem", &json!({"token": token})).await;
    assert_eq!(opened.is(200)["case"], json!(case));
    assert_eq!(email(app, &consumer).await, wanted);
    mail_to(app, &given, "vão para outro endereço").await;
    // Whoever reads the former mailbox is signed out, and the links in it open nothing.
    consumer.get("auth/session").await.is(401);
    // An address that already belongs to somebody stays theirs, and only its owner is told of the attempt.
    let consumer = app.sign_in(&wanted).await;
    let taken = email(app, &app.file_complaint().await.1).await;
    consumer.post("auth/address", &json!({"email": taken, "case": case})).await.is(202);
    let mail = mail_to(app, &taken, "neste endereço").await;
    let token = mail.text.split("/l/").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    app.nobody().post("auth/link/redeem", &json!({"token": token})).await.refused(409, "address_taken");
    let seen = rep.get(&format!("cases/{case}")).await.json.to_string();
    assert!(!seen.contains(&wanted) && !seen.contains(&given), "the company never sees an address");
}
