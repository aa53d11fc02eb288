//! Nobody types who a company is before the law, or who may sign for it: both come from records.

use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::{Reply, TestPerson};
use acordo::identity::Device;
use acordo::store::accounts::{NewOrganisation, Organisation};
use acordo_domain::case::command::Trade;
use acordo_domain::case::event::IdentityLevel;
use acordo_domain::id::CaseId;
use acordo_domain::seat::{OrganisationKind, Role};
use reqwest::Method;
use serde_json::{Value, json};

on_both! {
    a_draft_waits_for_the_company_s_legal_identity_and_is_written_once_it_is_checked,
    a_rep_cannot_type_another_company_s_name,
    a_change_of_the_record_does_not_touch_what_is_drafted,
    a_second_rep_whose_power_ended_cannot_sign,
    a_power_that_is_too_small_or_missing_is_said_before_and_refused_at_signing,
    legal_identities_and_powers_are_nobody_else_s_business,
    what_is_entered_is_checked_field_by_field,
}

async fn put(who: &TestPerson, path: &str, body: &Value) -> Reply {
    TestPerson::send(who.request(Method::PUT, path).json(body)).await
}

async fn delete(who: &TestPerson, path: &str) -> Reply {
    TestPerson::send(who.request(Method::DELETE, path)).await
}

fn form(name: &str) -> Value {
    json!({"name": name, "scheme": "cnpj", "identifier": "11222333000181", "address": "Rua das Flores, 1, São Paulo"})
}

/// A company whose legal identity is not known yet.
async fn unknown_company(app: &TestApp) -> Organisation {
    let new = NewOrganisation { kind: OrganisationKind::Company, name: "Banco Umbu".to_owned(), trade: Trade::Banking };
    app.running.state.store.accounts().add_organisation(&new).await.unwrap()
}

/// A case filed against this company and accepted by its rep.
async fn negotiation(app: &TestApp, company: &Organisation) -> (CaseId, TestPerson, TestPerson) {
    let mut complaint = app.complaint("ana.outra@example.org");
    complaint["company"] = json!(company.id);
    let case = app.files(&complaint).await;
    let consumer = app.sign_in("ana.outra@example.org").await;
    let rep = app.member("Rita Rep", company, Role::Rep).await;
    rep.does(case, json!({"type": "invitation.accept", "rules_version": 1, "online": true})).await.is(200);
    (case, consumer, rep)
}

fn refund(amount: i64) -> Value {
    json!({"obligations": [{
        "kind": "refund", "debtor": "company", "money": {"amount": amount, "currency": "BRL"},
        "due": {"days_after_signature": 5, "working_days": true}
    }], "clauses": []})
}

async fn agree(case: CaseId, consumer: &TestPerson, rep: &TestPerson, amount: i64) {
    let make = json!({"type": "proposal.make", "channel": "joint", "terms": refund(amount)});
    let hash = rep.does(case, make).await.is(200)["case"]["proposals"][0]["terms_hash"].clone();
    let accept = json!({"type": "proposal.accept", "channel": "joint", "number": 1, "terms_hash": hash});
    consumer.does(case, accept).await.is(200);
}

async fn view(case: CaseId, who: &TestPerson) -> Value {
    who.get(&format!("cases/{case}")).await.is(200).clone()
}

async fn a_draft_waits_for_the_company_s_legal_identity_and_is_written_once_it_is_checked(app: &TestApp) {
    let company = unknown_company(app).await;
    let (case, consumer, rep) = negotiation(app, &company).await;
    agree(case, &consumer, &rep, 50_000).await;
    app.running.state.exporter.draft(case, 1).await.unwrap();
    let shown = view(case, &rep).await;
    assert_eq!(shown["agreement"]["waits_for"], "legal_identity_missing");
    assert_eq!((&shown["turn"]["what"], &shown["turn"]["yours"]), (&json!("legal_identity"), &json!(true)));
    assert_eq!(view(case, &consumer).await["turn"]["yours"], false);
    let challenge = json!({"version": 1, "document_hash": "x"});
    rep.post(&format!("cases/{case}/agreement/challenges"), &challenge).await.refused(409, "no_draft");
    // The manager enters the identity; nothing is drafted from it until the operator has checked it.
    let manager = app.member("Gil Gestor", &company, Role::Manager).await;
    let path = format!("organisations/{}/legal_identity", company.id);
    let entered = put(&manager, &path, &form("Banco Umbu S.A.")).await;
    assert_eq!(
        (&entered.is(200)["stands"], &entered.json["versions"][0]["identity"]["version"]),
        (&Value::Null, &json!(1))
    );
    assert_eq!(view(case, &rep).await["agreement"]["state"], "drafting");
    let admin = app.member("Alda Admin", &app.operator, Role::Admin).await;
    let check = format!("{path}/1/check");
    manager.post(&check, &json!({})).await.refused(404, "not_found");
    assert_eq!(admin.post(&check, &json!({})).await.is(200)["stands"], 1);
    admin.post(&format!("{path}/7/check"), &json!({})).await.refused(404, "not_found");
    app.running.state.exporter.draft(case, 1).await.unwrap();
    let shown = view(case, &consumer).await;
    assert_eq!(shown["agreement"]["state"], "signing");
    assert_eq!(shown["parties"][1]["name"], "Banco Umbu S.A.");
    let file = consumer.get(&format!("cases/{case}/agreement.json")).await;
    assert_eq!(file.is(200)["parties"][1]["identifier"], "11.222.333/0001-81");
    assert_eq!(file.json["legal_identity"]["version"], 1);
    assert_eq!(file.json["addresses"]["company"], "Rua das Flores, 1, São Paulo");
}

async fn a_rep_cannot_type_another_company_s_name(app: &TestApp) {
    let (case, _, rep) = app.negotiation().await;
    let typed =
        json!({"type": "party.identify", "name": "Padaria do Bairro Ltda.", "identifier": "11.222.333/0001-81"});
    rep.does(case, typed).await.refused(403, "not_yours");
    let sign = json!({
        "type": "agreement.sign", "version": 1, "document_hash": "x", "pdf_hash": "x", "name": "Rita Rep",
        "consent": true, "authority": "dona", "challenge": uuid::Uuid::now_v7(), "response": "123456"
    });
    assert!(rep.does(case, sign).await.status.is_client_error(), "there is no field for it");
}

async fn a_change_of_the_record_does_not_touch_what_is_drafted(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    agree(case, &consumer, &rep, 50_000).await;
    app.running.state.exporter.draft(case, 1).await.unwrap();
    let manager = app.member("Gil Gestor", &app.company, Role::Manager).await;
    let admin = app.member("Alda Admin", &app.operator, Role::Admin).await;
    let path = format!("organisations/{}/legal_identity", app.company.id);
    put(&manager, &path, &form("Loja Ipê S.A.")).await.is(200);
    assert_eq!(admin.post(&format!("{path}/2/check"), &json!({})).await.is(200)["stands"], 2);
    assert_eq!(view(case, &consumer).await["parties"][1]["name"], "Loja Ipê Ltda.");
    // New wording makes a new draft, which takes the identity that is valid by then.
    rep.does(case, json!({"type": "agreement.word", "clauses": ["Nada mais é devido."]})).await.is(200);
    app.running.state.exporter.draft(case, 2).await.unwrap();
    let shown = view(case, &consumer).await;
    assert_eq!((&shown["parties"][1]["name"], &shown["agreement"]["version"]), (&json!("Loja Ipê S.A."), &json!(2)));
}

async fn power(app: &TestApp, manager: &TestPerson, user: &TestPerson, limit: Value, until: Value) -> String {
    let path = format!("organisations/{}/powers", app.company.id);
    let gift = json!({"user": user.id, "limit": limit, "document": "Procuração pública, livro 31", "until": until});
    manager.post(&path, &gift).await.is(201)["id"].as_str().unwrap().to_owned()
}

/// Ends the powers that the app gave to a new member.
async fn without_powers(app: &TestApp, manager: &TestPerson, user: &TestPerson) {
    let path = format!("organisations/{}/powers", app.company.id);
    let listed = manager.get(&path).await.is(200).clone();
    for given in listed["powers"].as_array().unwrap() {
        if given["user"] == json!(user.id) && given["ended_at"].is_null() {
            delete(manager, &format!("{path}/{}", given["power"]["id"].as_str().unwrap())).await.is(204);
        }
    }
}

async fn a_second_rep_whose_power_ended_cannot_sign(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let manager = app.member("Gil Gestor", &app.company, Role::Manager).await;
    let second = app.member("Rui Rep", &app.company, Role::Rep).await;
    second.does(case, json!({"type": "seat.join"})).await.is(200);
    without_powers(app, &manager, &second).await;
    let given = power(app, &manager, &second, json!({"amount": 100_000, "currency": "BRL"}), Value::Null).await;
    agree(case, &consumer, &rep, 50_000).await;
    app.running.state.exporter.draft(case, 1).await.unwrap();
    let shown = view(case, &second).await;
    assert_eq!(shown["agreement"]["power"]["limit"]["amount"], 100_000);
    let path = format!("organisations/{}/powers/{given}", app.company.id);
    delete(&manager, &path).await.is(204);
    delete(&manager, &path).await.refused(404, "not_found");
    let shown = view(case, &second).await;
    assert_eq!(shown["agreement"]["power_lacks"], "power_expired");
    app.sign(&second, case, &shown["agreement"], "Rui Rep").await.refused(403, "power_expired");
    // The first rep still has her power, and the signature states it.
    let draft = view(case, &rep).await["agreement"].clone();
    app.sign(&rep, case, &draft, "Rita Rep").await.is(200);
    let signers = view(case, &consumer).await["agreement"]["signers"].clone();
    let stated =
        signers.as_array().unwrap().iter().find(|signer| signer["seat"] == "company").unwrap()["authority"].clone();
    assert_eq!(stated, "Procuração pública; sem limite de valor; sem data de término");
    // A power is valid until the end of its last day.
    let until = power(app, &manager, &second, Value::Null, json!("2026-11-23")).await;
    assert!(!until.is_empty());
    assert_eq!(view(case, &second).await["agreement"]["power_lacks"], Value::Null);
    app.clock.advance_millis(36 * 3_600_000);
    let state = &app.running.state;
    let begun = state.identity.begin(second.id, IdentityLevel::Email, Device::default()).await.unwrap();
    let later = TestPerson::new(&app.base, &begun);
    assert_eq!(view(case, &later).await["agreement"]["power_lacks"], "power_expired");
    // The history keeps all of them, ended or not.
    let listed = app.running.state.store.accounts().powers(app.company.id, Some(second.id)).await.unwrap();
    assert_eq!(listed.iter().filter(|given| given.power.ended).count(), 2);
    assert_eq!(listed.len(), 3);
}

async fn a_power_that_is_too_small_or_missing_is_said_before_and_refused_at_signing(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let manager = app.member("Gil Gestor", &app.company, Role::Manager).await;
    without_powers(app, &manager, &rep).await;
    power(app, &manager, &rep, json!({"amount": 49_999, "currency": "BRL"}), Value::Null).await;
    agree(case, &consumer, &rep, 50_000).await;
    app.running.state.exporter.draft(case, 1).await.unwrap();
    let shown = view(case, &rep).await;
    assert_eq!(shown["agreement"]["power_lacks"], "power_too_small");
    app.sign(&rep, case, &shown["agreement"], "Rita Rep").await.refused(403, "power_too_small");
    manager.does(case, json!({"type": "seat.join"})).await.is(200);
    app.sign(&manager, case, &shown["agreement"], "Gil Gestor").await.is(200);
    // Members who leave the company lose their powers, even if they come back.
    let path = format!("organisations/{}/members/{}?role=rep", app.company.id, rep.id);
    delete(&manager, &path).await.is(204);
    let listed = manager.get(&format!("organisations/{}/powers", app.company.id)).await.is(200).clone();
    let theirs = |given: &&Value| given["user"] == json!(rep.id);
    assert!(listed["powers"].as_array().unwrap().iter().filter(theirs).all(|given| !given["ended_at"].is_null()));
}

async fn legal_identities_and_powers_are_nobody_else_s_business(app: &TestApp) {
    let (_, consumer, rep) = app.negotiation().await;
    let other = unknown_company(app).await;
    let stranger = app.member("Sara Outra", &other, Role::Manager).await;
    let identity = format!("organisations/{}/legal_identity", app.company.id);
    let powers = format!("organisations/{}/powers", app.company.id);
    let gift = json!({"user": rep.id, "document": "x"});
    for who in [&consumer, &rep, &stranger, &app.coordinator().await] {
        who.get(&identity).await.refused(404, "not_found");
        put(who, &identity, &form("Padaria do Bairro Ltda.")).await.refused(404, "not_found");
        who.post(&format!("{identity}/1/check"), &json!({})).await.refused(404, "not_found");
        who.get(&powers).await.refused(404, "not_found");
        who.post(&powers, &gift).await.refused(404, "not_found");
    }
    app.nobody().get(&identity).await.refused(401, "unauthenticated");
    let admin = app.member("Alda Admin", &app.operator, Role::Admin).await;
    assert_eq!(admin.get(&identity).await.is(200)["stands"], 1);
    put(&admin, &identity, &form("Loja Ipê S.A.")).await.refused(404, "not_found");
}

async fn what_is_entered_is_checked_field_by_field(app: &TestApp) {
    let manager = app.member("Gil Gestor", &app.company, Role::Manager).await;
    let rep = app.rep().await;
    let identity = format!("organisations/{}/legal_identity", app.company.id);
    for (field, value, code) in [
        ("identifier", "11222333000182", "identifier_invalid"),
        ("identifier", "529.982.247-25", "identifier_invalid"),
        ("name", " ", "text_empty"),
        ("address", "", "text_empty"),
        ("trade_name", "Loja \u{202e}êpI", "control_characters"),
    ] {
        let mut bad = form("Loja Ipê Ltda.");
        bad[field] = json!(value);
        put(&manager, &identity, &bad).await.refused(422, code);
    }
    let powers = format!("organisations/{}/powers", app.company.id);
    let gift = |change: &dyn Fn(&mut Value)| {
        let mut gift = json!({"user": rep.id, "document": "Procuração"});
        change(&mut gift);
        gift
    };
    let outsider = app.mediator().await;
    for (gift, code) in [
        (gift(&|gift| gift["document"] = json!("")), "text_empty"),
        (gift(&|gift| gift["limit"] = json!({"amount": -1, "currency": "BRL"})), "amount_negative"),
        (gift(&|gift| gift["until"] = json!("2026-11-22")), "date_in_the_past"),
        (gift(&|gift| gift["user"] = json!(outsider.id)), "person_not_eligible"),
    ] {
        manager.post(&powers, &gift).await.refused(422, code);
    }
}
