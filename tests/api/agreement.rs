//! From the accepted proposal to the sealed document and the bundle.

use crate::store::intruder::Hand;
use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo_domain::case::command::{Language, PaperKind};
use acordo_domain::seat::Role;
use acordo_record::{DoubtCode, Inquiry, KeyFile, base64, sha256, verify};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

on_both! {
    an_accepted_proposal_becomes_a_document_that_all_can_read,
    a_signature_needs_a_code_for_this_very_document,
    a_sealed_agreement_goes_out_as_a_bundle_that_verifies,
    the_final_pdf_by_itself_tells_who_signed_what,
    a_bundle_of_an_old_case_is_as_valid_as_on_its_first_day,
    an_exchanged_document_or_file_is_never_served,
    a_document_exchanged_with_its_hash_is_found_and_stops_nothing_else,
    an_exchanged_paper_is_never_served,
    a_bundle_goes_to_the_parties_and_the_mediator_alone,
    a_code_is_sent_only_to_a_signer_of_this_draft,
    the_final_paper_says_what_is_settled_and_certifies_who_signed,
    a_receipt_of_the_complaint_is_the_filers_at_once,
}

async fn an_accepted_proposal_becomes_a_document_that_all_can_read(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    let path = |end: &str| format!("cases/{case}/{end}");
    for end in [
        "agreement.json",
        "agreement/text",
        "agreement.pdf",
        "agreement.pdf?which=shown",
        "record.zip?profile=agreement",
    ] {
        story.consumer.get(&path(end)).await.refused(404, "no_document");
    }
    for paper in ["final_term", "certificate", "enforcement"] {
        story.consumer.get(&path(&format!("papers/{paper}.pdf"))).await.refused(404, "no_document");
    }
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
    story.rep.get(&path("record.zip?profile=agreement")).await.refused(409, "agreement_not_concluded");
    let text = story.consumer.get(&path("agreement/text")).await;
    let said = text.is(200).to_string();
    for (what, words) in [
        ("a clause", "A geladeira fica com a consumidora."),
        ("a party", "Loja Ipê Ltda."),
        ("a sum in words", "quinhentos reais"),
        ("the document's hash", draft["document_hash"].as_str().unwrap()),
        ("what is settled", file["settled"]["complaint"]["product"].as_str().unwrap()),
        ("the account", file["settled"]["complaint"]["story"].as_str().unwrap()),
    ] {
        assert!(said.contains(words), "the text lacks {what}: {said}");
    }
    // A non-breaking space does not change the law's wording.
    let plain = said.replace('\u{a0}', " ");
    for paragraph in file["legal_text"].as_array().unwrap() {
        let paragraph = serde_json::to_string(paragraph).unwrap();
        assert!(plain.contains(paragraph.trim_matches('"')), "the text lacks the law: {paragraph}");
    }
    for end in ["agreement.json", "agreement/text"] {
        app.coordinator().await.get(&path(end)).await.refused(403, "not_yours");
    }
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
        let report = verify(&bundle.bytes, &Inquiry::of(&keys));
        assert!(report.valid, "{profile}: {:?}", report.failures);
        let post = app.nobody().request(Method::POST, "verify").body(bundle.bytes.clone());
        let online = TestPerson::send(post).await;
        assert_eq!((&online.is(200)["valid"], &online.json["profile"]), (&json!(true), &json!(profile)));
        let documented: acordo::http::report::VerifyReport = serde_json::from_slice(&online.bytes).unwrap();
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

async fn the_final_pdf_by_itself_tells_who_signed_what(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let case = story.case;
    let file = story.rep.get(&format!("cases/{case}/agreement.pdf")).await;
    assert_eq!(file.status, 200);
    let keys = app.running.state.keys.clone();
    let report = verify(&file.bytes, &Inquiry::of(&keys));
    assert!(report.doubts(DoubtCode::PagesUnchecked) && report.failures.is_empty(), "{report:#?}");
    let [agreement] = report.agreements.as_slice() else { panic!("{:?}", report.agreements) };
    let signed: Vec<(&str, &str)> =
        agreement.signatures.iter().map(|signature| (signature.name.as_str(), signature.seat.as_str())).collect();
    assert_eq!(signed, [("Ana Souza", "consumer"), ("Rita Rep", "company"), ("Marta Mediadora", "mediator")]);
    assert!(agreement.signatures[1].authority.as_ref().is_some_and(|power| power.starts_with("Procuração pública")));
    let terms = agreement.terms.as_ref().unwrap();
    assert_eq!(terms.parties[1].name, "Loja Ipê Ltda.");
    assert_eq!(terms.obligations[0].amount.as_ref().unwrap().amount, 50_000);
    assert!(terms.clauses.contains(&"A geladeira fica com a consumidora.".to_owned()), "{:?}", terms.clauses);
    // The bundle is valid and reports the same agreement, and so does the check on the page.
    let bundle = story.rep.get(&format!("cases/{case}/record.zip")).await;
    let of_bundle = verify(&bundle.bytes, &Inquiry::of(&keys));
    assert!(of_bundle.valid && of_bundle.agreements == report.agreements, "{of_bundle:#?}");
    let procedural = story.rep.get(&format!("cases/{case}/record.zip?profile=procedural")).await;
    let phases = verify(&procedural.bytes, &Inquiry::of(&keys)).phases;
    let phases: Vec<&str> = phases.iter().map(|entered| entered.phase.as_str()).collect();
    assert_eq!(phases, ["intake", "negotiation", "mediation", "agreed", "settled"]);
    let post = app.nobody().request(Method::POST, "verify").body(file.bytes.clone());
    let online = TestPerson::send(post).await;
    let documented: acordo::http::report::VerifyReport = serde_json::from_slice(&online.bytes).unwrap();
    assert_eq!(documented.form.as_deref(), Some("document"));
    assert_eq!(documented.agreements.len(), 1);
    // The command line reports it in three languages.
    for (language, verdict, who) in [
        (Language::PtBr, "NÃO FOI POSSÍVEL SABER: ", "Acordo assinado, versão 1"),
        (Language::Es, "NO SE PUDO SABER: ", "Acuerdo firmado, versión 1"),
        (Language::En, "COULD NOT TELL: ", "Signed agreement, version 1"),
    ] {
        let words = acordo::cli::report_words(&report, 0, language);
        assert!(words.starts_with(verdict) && words.contains("Ana Souza"), "{words}");
        assert!(words.contains(who) && !words.contains("verify-"), "{words}");
    }
    // A damaged document either proves the same agreement or none, and is never called genuine.
    for place in (0..file.bytes.len()).step_by(file.bytes.len() / 60) {
        let mut flipped = file.bytes.to_vec();
        flipped[place] ^= 0x10;
        let report = verify(&flipped, &Inquiry::of(&keys));
        assert!(
            !report.valid && (report.agreements.is_empty() || report.agreements == of_bundle.agreements),
            "{place}"
        );
    }
}

async fn a_bundle_of_an_old_case_is_as_valid_as_on_its_first_day(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let keys = app.running.state.keys.clone();
    let mut taken = Vec::new();
    let mut day = 0;
    for until in [0, 2, 40, 400] {
        app.clock.advance_millis((until - day) * 86_400_000);
        day = until;
        // The sessions have ended long before, so the same person signs in again.
        let user = app.running.state.store.accounts().user(story.consumer.id).await.unwrap().unwrap();
        let consumer = app.sign_in(&user.email).await;
        for profile in ["agreement", "procedural", "joint"] {
            let bundle = consumer.get(&format!("cases/{}/record.zip?profile={profile}", story.case)).await;
            assert_eq!(bundle.status, 200, "{profile} after {until} days: {}", bundle.json);
            taken.push((format!("{profile} after {until} days"), bundle.bytes.to_vec()));
        }
    }
    // Verified as of today, and once more long after, when the operator may be gone.
    for now in [None, Some(acordo_record::Time::parse("2099-01-01T00:00:00.000Z").unwrap())] {
        for (name, bundle) in &taken {
            let report = verify(bundle, &Inquiry { now, ..Inquiry::of(&keys) });
            assert!(report.valid, "{name}: {:?} {:?}", report.failures, report.doubts);
            assert!(report.channels.iter().all(|channel| channel.anchored_size == 0 && channel.pending_from.is_some()));
        }
    }
    let late = verify(&taken[0].1, &Inquiry { late_hours: Some(24), ..Inquiry::of(&keys) });
    assert_eq!(late.exit_code(), 2, "without a witness nobody can tell");
}

async fn an_exchanged_document_or_file_is_never_served(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    let file = reqwest::multipart::Part::bytes(b"%PDF-1.7 nota fiscal".to_vec()).file_name("nota.pdf");
    let form = reqwest::multipart::Form::new().part("file", file);
    let upload = story.consumer.request(Method::POST, &format!("cases/{case}/channels/joint/evidence"));
    let sent = TestPerson::send(upload.multipart(form)).await;
    let evidence = sent.is(201)["evidence"]["id"].as_str().unwrap().to_owned();
    app.sealed(&story).await;
    let audit = app.running.state.exporter.audit();
    assert_eq!(audit.case(case).await.unwrap(), Vec::<String>::new());

    let folder = app.data().join("evidence").join(case.to_string());
    for entry in std::fs::read_dir(folder).unwrap() {
        std::fs::write(entry.unwrap().path(), b"%PDF-1.7 nota fiscaL").unwrap();
    }
    app.runs("UPDATE documents SET bytes = CAST('%PDF-1.7 outro acordo' AS bytea)").await;
    for path in [
        format!("evidence/{evidence}"),
        "agreement.pdf?which=shown".to_owned(),
        "agreement.pdf".to_owned(),
        "agreement.json".to_owned(),
        "record.zip?profile=joint".to_owned(),
        "record.zip?profile=agreement".to_owned(),
    ] {
        let answer = story.rep.get(&format!("cases/{case}/{path}")).await;
        assert_eq!(answer.status, 500, "{path}");
        answer.refused(500, "record_altered");
    }
    let faults = audit.case(case).await.unwrap();
    for which in ["json", "shown", "final"] {
        let told = format!("the document {which} of version 1 was changed");
        assert!(faults.contains(&told), "{told}: {faults:?}");
    }
    assert_eq!(faults.iter().filter(|fault| fault.contains(&evidence)).count(), 1, "{faults:?}");
}

async fn a_document_exchanged_with_its_hash_is_found_and_stops_nothing_else(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    story.consumer.says(case, "caucus:consumer", "Metade me basta.").await.is(200);
    app.sealed(&story).await;
    let other = "%PDF-1.7 outro acordo";
    let digest = acordo_record::hex(&sha256(other.as_bytes()));
    let (digest, id, at) = if app.running.state.store.is_shared() {
        (format!("'\\x{digest}'"), format!("'{case}'"), "now()")
    } else {
        (format!("x'{digest}'"), format!("x'{}'", case.0.simple()), "0")
    };
    // The worker makes the same documents and may not be finished yet.
    let mut hand = Hand::on(app.url()).await;
    while hand.count("owed WHERE kind <> 'notice' AND state <> 'done'").await > 0 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    app.runs("DELETE FROM documents").await;
    for which in ["json", "shown", "final"] {
        app.runs(&format!(
            "INSERT INTO documents (case_id, version, which, sha256, bytes, created_at) \
             VALUES ({id}, 1, '{which}', {digest}, CAST('{other}' AS bytea), {at})"
        ))
        .await;
    }
    for path in
        ["agreement.pdf?which=shown", "agreement.pdf", "agreement.json", "record.zip?profile=joint", "record.zip"]
    {
        story.rep.get(&format!("cases/{case}/{path}")).await.refused(500, "record_altered");
    }
    // A caucus bundle has no agreement in it.
    let caucus = format!("cases/{case}/record.zip?profile=caucus&channel=caucus:consumer");
    let bundle = story.consumer.get(&caucus).await;
    assert_eq!(bundle.status, 200);
    assert!(verify(&bundle.bytes, &Inquiry::of(&app.running.state.keys)).valid);
    let faults = app.running.state.exporter.audit().case(case).await.unwrap();
    for which in ["Json", "Shown", "Final"] {
        assert!(faults.contains(&format!("the document {which} of version 1 is not there")), "{faults:?}");
    }
}

async fn an_exchanged_paper_is_never_served(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    story.consumer.does(case, json!({"type": "case.withdraw"})).await.is(200);
    app.running.state.exporter.file_paper(case, PaperKind::FinalTerm, 1).await.unwrap();
    let paper = |end: &str| format!("cases/{case}/papers/final_term.{end}");
    for end in ["pdf", "json"] {
        assert_eq!(story.rep.get(&paper(end)).await.status, 200, "{end}");
    }
    let audit = app.running.state.exporter.audit();
    assert_eq!(audit.case(case).await.unwrap(), Vec::<String>::new());
    app.runs("UPDATE documents SET bytes = CAST('{}' AS bytea)").await;
    for end in ["pdf", "json", "zip"] {
        story.rep.get(&paper(end)).await.refused(500, "record_altered");
    }
    // Other documents may have been made in the meantime; they were changed in the same way.
    let faults = audit.case(case).await.unwrap();
    for which in ["final_term", "final_term_data"] {
        let told = format!("the document {which} of version 1 was changed");
        assert!(faults.contains(&told), "{told}: {faults:?}");
    }
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
    let caucus = format!("cases/{}/record.zip?profile=caucus", story.case);
    story.rep.get(&caucus).await.refused(400, "invalid_parameter");
    let caucus = format!("{caucus}&channel=caucus:consumer");
    for person in [&story.consumer, &story.mediator] {
        let bundle = person.get(&caucus).await;
        assert_eq!(bundle.status, 200, "{}", bundle.json);
        let report = verify(&bundle.bytes, &Inquiry::of(&app.running.state.keys));
        assert!(report.valid, "{:?}", report.failures);
    }
    // The company's manager, who approves, may download the agreement, but nobody else's words.
    let manager = app.member("Marta Reis", &app.company, Role::Manager).await;
    for person in [&manager, &story.rep] {
        person.get(&caucus).await.refused(404, "not_found");
        for profile in ["agreement", "procedural"] {
            let bundle = person.get(&format!("cases/{}/record.zip?profile={profile}", story.case)).await;
            assert_eq!(bundle.status, 200, "{profile}: {}", bundle.json);
        }
        let pdf = person.get(&format!("cases/{}/agreement.pdf", story.case)).await;
        assert!(pdf.status == 200 && pdf.bytes.starts_with(b"%PDF-"));
    }
    manager.get(&path).await.refused(403, "not_yours");
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

/// The text of a PDF as poppler reads it, without white space, because lines may break anywhere.
pub(crate) fn letters(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    let told = std::process::Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&file).arg("-").output();
    let text = String::from_utf8(told.unwrap().stdout).unwrap();
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

pub(crate) fn says(paper: &str, words: &str) {
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
