//! From the accepted proposal to the sealed document and the bundle.

use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo_record::{KeyFile, base64, sha256, verify};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

on_both! {
    an_accepted_proposal_becomes_a_document_that_all_can_read,
    a_signature_needs_a_code_for_this_very_document,
    a_sealed_agreement_goes_out_as_a_bundle_that_verifies,
    a_bundle_goes_to_the_parties_and_the_mediator_alone,
    a_code_is_sent_only_to_a_signer_of_this_draft,
    the_final_paper_says_what_is_settled_and_certifies_who_signed,
    a_receipt_of_the_complaint_is_the_filers_at_once,
}

async fn an_accepted_proposal_becomes_a_document_that_all_can_read(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    let path = |end: &str| format!("cases/{case}/{end}");
    story.consumer.get(&path("agreement.json")).await.refused(409, "not_ready");
    let draft = app.drafted(&story).await;
    let json = story.consumer.get(&path("agreement.json")).await;
    let file = json.is(200);
    assert_eq!(file["parties"][1]["name"], "Loja Ipê Ltda.");
    assert_eq!(file["terms"]["obligations"][0]["money"]["amount"], 50_000);
    assert_eq!(file["clauses"], json!(["A geladeira fica com a consumidora."]));
    assert_eq!(draft["document_hash"], base64(&acordo_record::agreement::document_hash(&json.bytes)));
    let shown = story.mediator.get(&path("agreement.pdf?which=shown")).await;
    assert!(shown.bytes.starts_with(b"%PDF-") && shown.header("content-disposition").starts_with("attachment"));
    assert_eq!(draft["pdf_hash"], base64(&sha256(&shown.bytes)));
    story.rep.get(&path("agreement.pdf")).await.refused(409, "agreement_not_concluded");
    story.rep.get(&path("record.zip")).await.refused(409, "not_ready");
    app.coordinator().await.get(&path("agreement.json")).await.refused(403, "not_yours");
}

async fn a_signature_needs_a_code_for_this_very_document(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    let draft = app.drafted(&story).await;
    story.consumer.does(case, json!({"type": "agreement.waive_reflection"})).await.is(200);
    let sign = |challenge: Value, response: &str| {
        json!({
            "type": "agreement.sign", "version": 1, "document_hash": draft["document_hash"],
            "pdf_hash": draft["pdf_hash"], "name": "Ana Souza", "consent": true,
            "challenge": challenge, "response": response
        })
    };
    story.consumer.does(case, sign(json!(Uuid::now_v7()), "123456")).await.refused(422, "code_expired");
    let identity = &app.running.state.identity;
    let issued = async |person: &TestPerson, hash: &str| {
        let who = identity.present(person.session).await.unwrap();
        identity.issue_code(&who, case, 1, hash).await.unwrap()
    };
    let hash = draft["document_hash"].as_str().unwrap();
    let own = issued(&story.consumer, hash).await;
    let wrong = if own.code == "000000" { "000001" } else { "000000" };
    story.consumer.does(case, sign(json!(own.challenge.id), wrong)).await.refused(422, "code_wrong");
    let theirs = issued(&story.rep, hash).await;
    story.consumer.does(case, sign(json!(theirs.challenge.id), &theirs.code)).await.refused(422, "code_expired");
    let (key, signed) = (Uuid::now_v7(), sign(json!(own.challenge.id), &own.code));
    let first = story.consumer.does_under(key, case, &signed).await;
    let again = story.consumer.does_under(key, case, &signed).await;
    assert_eq!(first.is(200)["events"], again.is(200)["events"], "the same answer, though the code is used up");
    story.consumer.does(case, signed).await.refused(409, "already_signed");
}

async fn a_sealed_agreement_goes_out_as_a_bundle_that_verifies(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let view = story.rep.get(&format!("cases/{}", story.case)).await;
    let agreement = &view.is(200)["agreement"];
    assert_eq!((&view.json["phase"], &agreement["state"]), (&json!("settled"), &json!("sealed")));
    let pdf = story.rep.get(&format!("cases/{}/agreement.pdf", story.case)).await;
    assert_eq!(agreement["sealed_pdf_hash"], base64(&sha256(&pdf.bytes)));
    let keys = TestPerson::send(reqwest::Client::new().get(format!("{}/.well-known/acordo-keys", app.base))).await;
    let keys = KeyFile::parse(&String::from_utf8_lossy(&keys.bytes)).unwrap();
    for profile in ["agreement", "joint"] {
        let bundle = story.consumer.get(&format!("cases/{}/record.zip?profile={profile}", story.case)).await;
        assert_eq!(bundle.header("content-type"), "application/zip", "{}", bundle.json);
        let report = verify(&bundle.bytes, &keys, None);
        assert!(report.valid, "{profile}: {:?}", report.failures);
        let post = app.nobody().request(Method::POST, "verify").body(bundle.bytes.clone());
        let online = TestPerson::send(post).await;
        assert_eq!((&online.is(200)["valid"], &online.json["profile"]), (&json!(true), &json!(profile)));
        let documented: acordo::http::body::VerifyReport = serde_json::from_slice(&online.bytes).unwrap();
        assert_eq!(serde_json::to_value(documented).unwrap(), online.json, "the document says otherwise");
        let mut broken = bundle.bytes.clone();
        let middle = broken.len() / 2;
        broken[middle] ^= 1;
        let post = app.nobody().request(Method::POST, "verify").body(broken);
        assert_eq!(TestPerson::send(post).await.is(200)["valid"], false);
    }
    let rubbish = app.nobody().request(Method::POST, "verify").body("no bundle");
    TestPerson::send(rubbish).await.refused(422, "bundle_invalid");
}

async fn a_bundle_goes_to_the_parties_and_the_mediator_alone(app: &TestApp) {
    let story = app.mediation().await;
    story.consumer.says(story.case, "caucus:consumer", "canario-caucus").await.is(200);
    app.sealed(&story).await;
    let path = format!("cases/{}/record.zip?profile=joint", story.case);
    for person in [&story.consumer, &story.rep, &story.mediator] {
        let bundle = person.get(&path).await;
        assert_eq!(bundle.status, 200);
        assert!(!bundle.bytes.windows(14).any(|window| window == b"canario-caucus"));
    }
    app.coordinator().await.get(&path).await.refused(403, "not_yours");
    story.rep.get(&format!("cases/{}/record.zip?profile=caucus", story.case)).await.refused(400, "invalid_parameter");
}

async fn a_code_is_sent_only_to_a_signer_of_this_draft(app: &TestApp) {
    let story = app.mediation().await;
    let path = format!("cases/{}/agreement/challenges", story.case);
    let ask = |version: u32, hash: &Value| json!({"version": version, "document_hash": hash});
    story.rep.post(&path, &ask(1, &json!("x"))).await.refused(409, "no_draft");
    let draft = app.drafted(&story).await;
    story.rep.post(&path, &ask(2, &draft["document_hash"])).await.refused(409, "draft_replaced");
    story.rep.post(&path, &ask(1, &json!("x"))).await.refused(422, "document_hash_mismatch");
    app.coordinator().await.post(&path, &ask(1, &draft["document_hash"])).await.refused(403, "not_yours");
    let sent = story.rep.post(&path, &ask(1, &draft["document_hash"])).await;
    assert_eq!(sent.is(201)["method"], "email_code");
    assert!(sent.json["sent_to"].as_str().unwrap().contains("…@example.org"));
    assert!(!String::from_utf8_lossy(&sent.bytes).contains("response"));
}

/// The text of a PDF as poppler reads it, without spaces: lines end where they will.
fn letters(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    let told = std::process::Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&file).arg("-").output();
    let text = String::from_utf8(told.unwrap().stdout).unwrap();
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

fn says(paper: &str, words: &str) {
    let wanted: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    assert!(paper.contains(&wanted), "the paper does not say: {words}\n{paper}");
}

async fn the_final_paper_says_what_is_settled_and_certifies_who_signed(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let path = format!("cases/{}/agreement.pdf", story.case);
    let paper = letters(&story.consumer.get(&path).await.bytes);
    for words in [
        "Termo final de mediação — acordo",
        "em mediação, puseram fim à controvérsia",
        "O que este acordo resolve",
        "R$ 500,00",
        "(quinhentos reais)",
        "Lei 13.140/2015, art. 20, parágrafo único",
        "Medida Provisória 2.200-2/2001, art. 10, § 2º",
        "não sou parte e não assumo nenhuma das obrigações",
        "regra desta casa",
        "…@example.org",
    ] {
        says(&paper, words);
    }
    assert!(!paper.contains("14.063") && !paper.contains("on-line"), "{paper}");
}

async fn a_receipt_of_the_complaint_is_the_filers_at_once(app: &TestApp) {
    let story = app.mediation().await;
    let path = format!("cases/{}/receipt.pdf", story.case);
    let receipt = story.consumer.get(&path).await;
    assert_eq!(receipt.status, 200);
    assert_eq!(receipt.header("content-type"), "application/pdf");
    let paper = letters(&receipt.bytes);
    for words in ["Recibo da reclamação", "O que foi pedido", "Convite aceito em", "art. 26, § 2º, I"] {
        says(&paper, words);
    }
    story.rep.get(&path).await.refused(403, "not_yours");
    story.mediator.get(&path).await.refused(403, "not_yours");
    app.coordinator().await.get(&path).await.refused(403, "not_yours");
}
