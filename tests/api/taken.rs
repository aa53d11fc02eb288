//! What a bundle tells of who takes it, how to check it, and of the agreement in it.

use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo_domain::id::CaseId;
use acordo_domain::seat::Role;
use acordo_record::bundle::zip;
use acordo_record::{Inquiry, base64, from_base64, notes_in, pdf, sha256, verify};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::process::Command;

on_both! {
    who_signed_takes_the_own_origin_and_nobody_elses,
    the_checkpoint_that_the_final_paper_prints_fits_every_file_of_the_case,
    the_readme_of_a_bundle_leads_to_a_check,
    the_paper_that_a_voided_signature_names_is_still_there,
}

/// The files of a bundle by their path inside its folder.
fn files(bundle: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let entries = zip::read(&mut Cursor::new(bundle), |_| true).unwrap();
    entries.into_iter().map(|entry| (entry.name.split_once('/').unwrap().1.to_owned(), entry.data)).collect()
}

async fn taken(app: &TestApp, person: &TestPerson, case: CaseId, profile: &str) -> Vec<u8> {
    let bundle = person.get(&format!("cases/{case}/record.zip?profile={profile}")).await;
    assert_eq!(bundle.status, 200, "{}", bundle.json);
    let report = verify(&bundle.bytes, &Inquiry::of(&app.running.state.keys));
    assert!(report.valid, "{:?}", report.failures);
    bundle.bytes
}

async fn who_signed_takes_the_own_origin_and_nobody_elses(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let manager = app.member("Marta Reis", &app.company, Role::Manager).await;
    for (person, taker, origins) in [
        (&story.consumer, "consumer", vec!["origin_consumer"]),
        (&story.rep, "company", vec!["origin_company"]),
        (&story.mediator, "mediator", vec!["origin_mediator"]),
        // Of the same side, but signed nothing.
        (&manager, "register", vec![]),
    ] {
        let files = files(&taken(app, person, story.case, "agreement").await);
        let case: Value = serde_json::from_slice(&files["data/case.json"]).unwrap();
        assert_eq!(case["taker"], taker);
        let lines = String::from_utf8(files["data/record/procedure.jsonl"].clone()).unwrap();
        let line: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
        let parts = line["parts"].as_object().unwrap();
        let opened: Vec<&str> = parts.keys().map(String::as_str).filter(|part| part.starts_with("origin")).collect();
        assert_eq!(opened, origins, "{taker}");
        for part in origins {
            let bytes = from_base64(parts[part]["bytes"].as_str().unwrap()).unwrap();
            let origin: Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(origin["address"], "127.0.0.1", "{origin}");
        }
    }
    let files = files(&taken(app, &manager, story.case, "procedural").await);
    let case: Value = serde_json::from_slice(&files["data/case.json"]).unwrap();
    assert_eq!((&case["taker"], &case["phases"][0]["phase"]), (&json!("company"), &json!("intake")));
    assert_eq!(case["parties"][1]["name"], "Loja Ipê Ltda.", "as the agreement names it");
    assert!(case["withheld"].as_array().unwrap().iter().all(|row| row["reason"] == "profile"), "{case}");
    assert!(case["withheld"].as_array().unwrap().iter().any(|row| row["part"] == "origin_consumer"), "{case}");
}

async fn the_checkpoint_that_the_final_paper_prints_fits_every_file_of_the_case(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let paper = story.consumer.get(&format!("cases/{}/agreement.pdf", story.case)).await.bytes;
    let printed = pdf::attachments(&paper).unwrap()["checkpoint.txt"].clone();
    let seen = notes_in(&String::from_utf8(printed).unwrap());
    assert_eq!(seen.len(), 1);
    // The case goes on.
    let report = json!({"type": "obligation.report_done", "id": 1});
    story.rep.does(story.case, report).await.is(200);
    for profile in ["agreement", "procedural", "joint"] {
        let bundle = taken(app, &story.rep, story.case, profile).await;
        let report = verify(&bundle, &Inquiry { seen: &seen, ..Inquiry::of(&app.running.state.keys) });
        assert!(report.valid, "{profile}: {:?} {:?}", report.failures, report.doubts);
    }
}

async fn the_readme_of_a_bundle_leads_to_a_check(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    for profile in ["agreement", "procedural", "joint"] {
        let bundle = taken(app, &story.consumer, story.case, profile).await;
        let readme = String::from_utf8(files(&bundle)["data/README.txt"].clone()).unwrap();
        assert!(readme.ends_with('\n') && readme.contains(&app.base) && readme.contains("Câmara Aurora"), "{readme}");
        // Its commands work as they are written.
        let folder = tempfile::tempdir().unwrap();
        let name = story.consumer.get(&format!("cases/{}/record.zip?profile={profile}", story.case)).await;
        let name = name.header("content-disposition").split('"').nth(1).unwrap().to_owned();
        std::fs::write(folder.path().join(name), &bundle).unwrap();
        let lines: Vec<&str> = readme.lines().map(str::trim).collect();
        let commands: Vec<&str> =
            lines.into_iter().filter(|line| line.starts_with("curl ") || line.starts_with("acordo ")).collect();
        assert_eq!(commands.len(), 2, "{readme}");
        for command in commands {
            let words: Vec<&str> = command.split(' ').collect();
            let program = if words[0] == "acordo" { env!("CARGO_BIN_EXE_acordo") } else { words[0] };
            let mut command = Command::new(program);
            command.args(&words[1..]).current_dir(folder.path()).env("ACORDO_SKIP_PAGES", "1");
            let done = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
            assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
        }
    }
}

async fn the_paper_that_a_voided_signature_names_is_still_there(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    let first = app.drafted(&story).await;
    story.consumer.does(case, json!({"type": "agreement.waive_reflection"})).await.is(200);
    app.sign(&story.consumer, case, &first, "Ana Souza").await.is(200);
    story.rep.does(case, json!({"type": "agreement.refuse", "ground": "wording_wrong"})).await.is(200);
    let terms = json!({"obligations": [{
        "kind": "refund", "debtor": "company", "money": {"amount": 60_000, "currency": "BRL"},
        "due": {"days_after_signature": 5, "working_days": true}
    }], "clauses": []});
    let made = story.rep.does(case, json!({"type": "proposal.make", "channel": "joint", "terms": terms})).await;
    let proposal = made.is(200)["case"]["proposals"].as_array().unwrap().last().unwrap().clone();
    let accept = json!({"type": "proposal.accept", "channel": "joint", "number": proposal["number"],
        "terms_hash": proposal["terms_hash"]});
    story.consumer.does(case, accept).await.is(200);
    app.running.state.exporter.draft(case, 2).await.unwrap();
    let shown = async |person: &TestPerson, query: &str| {
        person.get(&format!("cases/{case}/agreement.pdf?which=shown{query}")).await
    };
    let newest = shown(&story.rep, "").await;
    let earlier = shown(&story.rep, "&version=1").await;
    assert_eq!(base64(&sha256(&earlier.bytes)), first["pdf_hash"].as_str().unwrap());
    assert_ne!(newest.bytes, earlier.bytes);
    for (paper, name) in [(&newest, "-agreement-2-shown.pdf"), (&earlier, "-agreement-1-shown.pdf")] {
        let saved = paper.header("content-disposition");
        assert!(saved.contains(name), "{saved}");
    }
    assert_eq!(shown(&story.rep, "&version=2").await.bytes, newest.bytes);
    shown(&story.rep, "&version=3").await.refused(404, "no_document");
    shown(&app.coordinator().await, "&version=1").await.refused(403, "not_yours");
    story.rep.get(&format!("cases/{case}/agreement.pdf?version=1")).await.refused(404, "no_document");
}
