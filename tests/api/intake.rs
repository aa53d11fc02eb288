//! Filing a complaint, and who may come in.

use crate::support::app::TestApp;
use crate::support::on_both;
use serde_json::{Value, json};
use uuid::Uuid;

on_both! {
    a_name_that_could_lead_a_stranger_away_is_refused,
    a_complaint_becomes_a_case_of_its_consumer,
    a_complaint_sent_twice_is_one_case,
    a_complaint_that_does_not_fit_is_refused_field_by_field,
    an_address_and_a_name_are_kept_without_what_nobody_sees,
    a_company_is_found_by_part_of_its_name,
    what_was_accepted_can_be_had_as_the_bytes_that_were_hashed,
    the_invited_company_answers_and_the_case_is_in_negotiation,
    a_case_is_not_there_for_somebody_else,
}

async fn a_complaint_becomes_a_case_of_its_consumer(app: &TestApp) {
    let (case, consumer) = app.file_complaint().await;
    let view = consumer.get(&format!("cases/{case}")).await;
    let view = view.is(200);
    assert_eq!((&view["phase"], &view["capacity"]), (&json!("intake"), &json!("consumer")));
    assert_eq!(view["consumer_name"], "Ana Souza");
    let joint = consumer.get(&format!("cases/{case}/channels/joint/events")).await;
    let joint = joint.is(200);
    assert_eq!(joint["head"], 1);
    assert_eq!(joint["events"][0]["t"], "event");
    assert_eq!(joint["events"][0]["event"]["type"], "complaint_filed");
    assert_eq!(joint["events"][0]["event"]["complaint"]["product"], "Geladeira 300 L");
    let list = consumer.get("cases").await;
    assert_eq!(list.is(200)["cases"][0]["id"], json!(case));
    assert_eq!(list.json["counts"]["all"], 1);
}

async fn a_complaint_sent_twice_is_one_case(app: &TestApp) {
    let key = Uuid::now_v7();
    let send = async |form: serde_json::Value| {
        let client = reqwest::Client::new();
        let request = client.post(format!("{}/api/v1/complaints", app.base)).json(&form);
        crate::support::person::TestPerson::send(request.header("idempotency-key", key.to_string())).await
    };
    let form = app.complaint("twice@example.org");
    let (first, second) = (send(form.clone()).await, send(form.clone()).await);
    assert_eq!(first.is(201)["reference"], second.is(201)["reference"]);
    // The page that asked twice goes on with the key of its last answer.
    let case = app.confirms(&second.json).await;
    let consumer = app.sign_in("twice@example.org").await;
    assert_eq!(consumer.get("cases").await.is(200)["cases"][0]["id"], json!(case));
    assert_eq!(consumer.get("cases").await.json["counts"]["all"], 1);
    let mut other = form;
    other["complaint"]["story"] = json!("Outra história.");
    send(other).await.refused(422, "id_reused");
}

async fn a_complaint_that_does_not_fit_is_refused_field_by_field(app: &TestApp) {
    let nobody = app.nobody();
    let refused = async |change: &dyn Fn(&mut serde_json::Value), status, code: &str| {
        let mut form = app.complaint("ana@example.org");
        change(&mut form);
        let answer = nobody.post("complaints", &form).await;
        answer.refused(status, code);
        answer.json["errors"][0]["pointer"].as_str().unwrap_or_default().to_owned()
    };
    let at = refused(&|form| form["consumer"]["email"] = json!("ana@nowhere"), 422, "email_invalid").await;
    assert_eq!(at, "/consumer/email");
    let at = refused(&|form| form["consumer"]["name"] = json!(" "), 422, "text_empty").await;
    assert_eq!(at, "/consumer/name");
    for unseen in ["\u{200b}\u{200b}\u{2060}", "\u{feff}", "\u{3164}", "\u{2800}", "\u{ad}\u{ad}"] {
        refused(&|form| form["consumer"]["name"] = json!(unseen), 422, "text_empty").await;
    }
    for dead in ["a..b@exemplo.example", "ana:2@exemplo.example", "ana@-exemplo.example"] {
        refused(&|form| form["consumer"]["email"] = json!(dead), 422, "email_invalid").await;
    }
    let at = refused(&|form| form["complaint"]["amount_in_dispute"]["amount"] = json!("x"), 400, "invalid_field").await;
    assert_eq!(at, "/complaint/amount_in_dispute/amount");
    refused(&|form| form["company"] = json!(Uuid::now_v7()), 422, "company_not_found").await;
    refused(&|form| form["complaint"]["story"] = json!(""), 422, "text_empty").await;
    refused(&|form| form["complaint"]["story"] = json!("x".repeat(10_001)), 422, "text_too_long").await;
    refused(&|form| form["complaint"]["story"] = json!("a\u{0}b"), 422, "control_characters").await;
    refused(&|form| form["complaint"]["happened_on"] = json!("2027-01-01"), 422, "date_in_the_future").await;
    refused(&|form| form["complaint"]["amount_in_dispute"]["amount"] = json!(-1), 422, "amount_negative").await;
    refused(&|form| form["online"] = json!(false), 422, "online_consent_missing").await;
    refused(&|form| form["rules_version"] = json!(9), 422, "rules_version_unknown").await;
    refused(&|form| form["consumer"]["identifier"] = json!("111.111.111-11"), 422, "identifier_invalid").await;
    let at = refused(&|form| form["complaint"]["mood"] = json!("bad"), 400, "unknown_field").await;
    assert_eq!(at, "/complaint/mood");
}

async fn an_address_and_a_name_are_kept_without_what_nobody_sees(app: &TestApp) {
    let mut form = app.complaint(" Jose\u{301}.Ana@Example.ORG\u{200b}");
    form["consumer"]["name"] = json!("\u{feff}Jose\u{301} Ana");
    let drafted = app.nobody().post("complaints", &form).await;
    assert_eq!(drafted.is(201)["sent_to"], "j…@example.org");
    let case = app.confirms(&drafted.json).await;
    let consumer = app.sign_in("JOSÉ.ana@example.org").await;
    let view = consumer.get(&format!("cases/{case}")).await;
    assert_eq!(view.is(200)["consumer_name"], "Jos\u{e9} Ana");
}

async fn a_company_is_found_by_part_of_its_name(app: &TestApp) {
    let found = app.nobody().get("companies?q=ip%C3%AA").await;
    assert_eq!(found.is(200)[0]["name"], "Loja Ipê");
    let none = app.nobody().get("companies?q=aurora").await;
    assert_eq!(none.is(200), &json!([]), "the operator is no company to complain about");
    app.nobody().get(&format!("companies?q={}", "x".repeat(200))).await.refused(400, "invalid_parameter");
    let rules = app.nobody().get("rules").await;
    assert_eq!(rules.is(200), &json!({"rules_version": 1, "ground_rules_version": 1}));
}

async fn what_was_accepted_can_be_had_as_the_bytes_that_were_hashed(app: &TestApp) {
    for (text, version) in [("rules", "rules_version"), ("ground_rules", "ground_rules_version")] {
        let current = app.nobody().get("rules").await.is(200)[version].clone();
        let served = app.nobody().get(&format!("texts/{text}/{current}")).await;
        assert_eq!(served.is(200)["name"], text);
        assert_eq!(
            served.is(200)["languages"]["pt-BR"]["sections"][0]["text"].as_str().map(str::is_empty),
            Some(false)
        );
        app.nobody().get(&format!("texts/{text}/99")).await.refused(404, "not_found");
    }
    app.nobody().get("texts/nothing/1").await.refused(404, "not_found");
    let (case, consumer) = app.file_complaint().await;
    let events = consumer.get(&format!("cases/{case}/channels/procedure/events")).await;
    let accepted =
        events.is(200)["events"].as_array().unwrap().iter().find(|event| event["event"]["type"] == "rules_accepted");
    let hash = accepted.unwrap()["event"]["text_hash"].as_str().unwrap().to_owned();
    let bytes = app.nobody().get("texts/rules/1").await.bytes;
    assert_eq!(hash, acordo_record::base64(&acordo_record::sha256(&bytes)));
}

async fn the_invited_company_answers_and_the_case_is_in_negotiation(app: &TestApp) {
    let (case, consumer) = app.file_complaint().await;
    let rep = app.rep().await;
    let view = rep.get(&format!("cases/{case}")).await;
    assert_eq!(view.is(200)["capacity"], "invited");
    // It reads what it is asked about, and no word that was written after it.
    consumer.says(case, "joint", "Mando a nota depois.").await.is(200);
    let read = rep.get(&format!("cases/{case}/channels/joint/events")).await;
    let events = read.is(200)["events"].as_array().unwrap().clone();
    assert_eq!(events.len(), 1, "{events:?}");
    assert_eq!(events[0]["event"]["type"], "complaint_filed");
    assert_eq!(
        (&events[0]["event"]["complaint"], &events[0]["event"]["identifier"]),
        (&view.json["complaint"], &Value::Null)
    );
    assert_eq!(read.json["head"], 1, "{}", read.json);
    let accept = json!({"type": "invitation.accept", "rules_version": 1, "online": true});
    let done = rep.does(case, accept.clone()).await;
    assert_eq!(done.is(200)["case"]["phase"], "negotiation");
    rep.does(case, accept).await.refused(409, "invitation_already_accepted");
    let said = consumer.says(case, "joint", "Bom dia").await;
    assert_eq!(said.is(200)["events"][0]["event"]["text"], "Bom dia");
    let joint = rep.get(&format!("cases/{case}/channels/joint/events?after=2")).await;
    assert_eq!(joint.is(200)["events"][0]["event"]["text"], "Bom dia");
}

async fn a_case_is_not_there_for_somebody_else(app: &TestApp) {
    let (case, _) = app.file_complaint().await;
    let (_, stranger) = app.file_complaint().await;
    let paths = ["", "/channels/joint/events", "/agreement.pdf", "/agreement.json", "/record.zip", "/live"];
    let missing = Uuid::now_v7();
    for path in paths {
        let theirs = stranger.get(&format!("cases/{case}{path}")).await;
        let none = stranger.get(&format!("cases/{missing}{path}")).await;
        theirs.refused(404, "not_found");
        let (mut theirs, mut none) = (theirs.json.clone(), none.json.clone());
        theirs["request_id"] = json!(null);
        none["request_id"] = json!(null);
        assert_eq!(theirs, none, "{path}: a case of somebody else differs from none");
    }
    stranger.says(case, "joint", "x").await.refused(404, "not_found");
    app.nobody().get(&format!("cases/{case}")).await.refused(401, "unauthenticated");
}

async fn a_name_that_could_lead_a_stranger_away_is_refused(app: &TestApp) {
    let mut form = app.complaint("vitima@example.org");
    form["consumer"]["name"] = "Ganhe 500 em premio.example".into();
    let answer = app.nobody().post("complaints", &form).await;
    assert_eq!(answer.refused(422, "name_lure")["errors"][0]["pointer"], "/consumer/name");
}
