//! Exports of the record: streamed from files, few at a time, and without files that are lost.

use crate::support::app::{TestApp, run_with};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo::app::Tuning;
use acordo::commands::pace::Rate;
use acordo::export::{DOWNLOADS_OF_PERSON_MAX, EXPORTS_MAX};
use acordo_domain::id::{CaseId, UserId};
use acordo_record::bundle::zip;
use acordo_record::{Inquiry, Report, verify};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, Response};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::PathBuf;
use std::time::Duration;

on_both! {
    a_lost_or_damaged_file_is_told_in_the_bundle_and_stops_nothing,
    one_person_has_two_exports_under_way_and_no_more,
    a_download_that_nobody_takes_leaves_nothing_behind,
    a_slow_download_holds_up_no_other_export,
}

/// How many files without a name this process holds open in the folder of exports; they are in no list of it.
#[cfg(target_os = "linux")]
fn held_files(app: &TestApp) -> usize {
    let folder = app.data().join("exports").canonicalize().unwrap();
    let open = std::fs::read_dir("/proc/self/fd").unwrap().flatten();
    let files: BTreeSet<PathBuf> = open.filter_map(|entry| std::fs::read_link(entry.path()).ok()).collect();
    files.iter().filter(|path| path.starts_with(&folder)).count()
}

/// Puts a file into the joint room and returns where it is stored.
async fn put(app: &TestApp, person: &TestPerson, case: CaseId, name: &str, bytes: Vec<u8>) -> PathBuf {
    let form = Form::new().part("file", Part::bytes(bytes).file_name(name.to_owned()));
    let sent = person.request(Method::POST, &format!("cases/{case}/channels/joint/evidence")).multipart(form);
    let evidence = TestPerson::send(sent).await.is(201)["evidence"].clone();
    let digest = acordo_record::from_base64(evidence["sha256"].as_str().unwrap()).unwrap();
    let name = format!("{}-{}", evidence["id"].as_str().unwrap(), acordo_record::hex(&digest));
    app.data().join("evidence").join(case.to_string()).join(name)
}

fn check(app: &TestApp, bundle: &[u8]) -> Report {
    let report = verify(bundle, &Inquiry::of(&app.running.state.keys));
    assert!(report.valid, "{:?}", report.failures);
    report
}

/// The rows of missing files in the bundle's summary.
fn absent_files(bundle: &[u8]) -> Vec<Value> {
    let entries = zip::read(&mut Cursor::new(bundle), |_| true).unwrap();
    let case = entries.iter().find(|entry| entry.name.ends_with("/data/case.json")).unwrap();
    let case: Value = serde_json::from_slice(&case.data).unwrap();
    let rows = case["withheld"].as_array().unwrap().iter();
    rows.filter(|row| row["part"] == "evidence_file").cloned().collect()
}

async fn a_lost_or_damaged_file_is_told_in_the_bundle_and_stops_nothing(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let kept = put(app, &consumer, case, "recibo.txt", b"recibo".to_vec()).await;
    let lost = put(app, &consumer, case, "nota.txt", b"nota fiscal".to_vec()).await;
    let damaged = put(app, &rep, case, "pedido.txt", b"pedido 77".to_vec()).await;
    let path = format!("cases/{case}/record.zip?profile=joint");
    let whole = consumer.get(&path).await;
    assert_eq!(whole.header("content-length"), whole.bytes.len().to_string());
    assert_eq!((check(app, &whole.bytes).left_out.len(), absent_files(&whole.bytes)), (0, vec![]));

    std::fs::remove_file(&lost).unwrap();
    std::fs::write(&damaged, b"pedido 78").unwrap();
    let bundle = rep.get(&path).await;
    assert_eq!(bundle.status, 200, "{}", bundle.json);
    let names: Vec<String> = check(app, &bundle.bytes).left_out.into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["nota.txt", "pedido.txt"]);
    let row = json!({"channel": "joint", "count": 2, "part": "evidence_file", "reason": "lost"});
    assert_eq!(absent_files(&bundle.bytes), [row]);
    let entries = zip::read(&mut Cursor::new(&bundle.bytes), |_| true).unwrap();
    let evidence: Vec<_> = entries.iter().filter(|entry| entry.name.contains("/data/evidence/")).collect();
    assert_eq!(evidence.iter().map(|entry| entry.data.clone()).collect::<Vec<_>>(), [std::fs::read(kept).unwrap()]);
    // Downloaded by itself such a file is refused, and the operator is told of both.
    let faults = app.running.state.exporter.audit().case(case).await.unwrap();
    assert_eq!(faults.len(), 2, "{faults:?}");
}

async fn one_person_has_two_exports_under_way_and_no_more(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let path = format!("cases/{case}/record.zip?profile=procedural");
    let exporter = &app.running.state.exporter;
    let held = [exporter.turn(consumer.id).unwrap(), exporter.turn(consumer.id).unwrap()];
    let refused = consumer.get(&path).await;
    refused.refused(429, "too_many_exports");
    assert_eq!((refused.header("retry-after"), &refused.json["retry_after"]), ("15", &json!(15)));
    assert_eq!(rep.get(&path).await.status, 200);
    drop(held);
    // An export that was sent to its end no longer counts.
    for _ in 0..3 {
        assert_eq!(consumer.get(&path).await.status, 200);
        while exporter.turn(consumer.id).and_then(|_first| exporter.turn(consumer.id)).is_err() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
    let others: Vec<_> = (0..6).map(|n| acordo_domain::id::UserId(uuid::Uuid::from_u128(n))).collect();
    let held: Vec<_> =
        others.iter().flat_map(|id| [exporter.turn(*id).unwrap(), exporter.turn(*id).unwrap()]).collect();
    let refused = consumer.get(&path).await;
    refused.refused(503, "exports_busy");
    assert_eq!(refused.header("retry-after"), "15");
    drop(held);
    assert_eq!(consumer.get(&path).await.status, 200);
}

async fn a_download_that_nobody_takes_leaves_nothing_behind(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    // More than the sockets between client and server hold.
    for n in 0..16 {
        let bytes = format!("{n:>99}\n").repeat(9_999).into_bytes();
        put(app, &consumer, case, &format!("{n}.txt"), bytes).await;
    }
    let exporter = &app.running.state.exporter;
    let begin = async || -> Response {
        let request = consumer.request(Method::GET, &format!("cases/{case}/record.zip?profile=joint"));
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 200);
        answer
    };
    let mut begun = Vec::new();
    for _ in 0..DOWNLOADS_OF_PERSON_MAX {
        begun.push(begin().await);
    }
    let request = consumer.get(&format!("cases/{case}/record.zip?profile=procedural")).await;
    request.refused(429, "too_many_exports");
    #[cfg(target_os = "linux")]
    assert_eq!(held_files(app), DOWNLOADS_OF_PERSON_MAX, "what is being sent has its room on the disk");
    drop(begun);
    let free = async {
        while exporter.turn(consumer.id).and_then(|_first| exporter.turn(consumer.id)).is_err() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        #[cfg(target_os = "linux")]
        while held_files(app) > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), free).await.expect("the room of an abandoned download");
    assert_eq!(consumer.get(&format!("cases/{case}/record.zip?profile=procedural")).await.status, 200);
}

async fn a_slow_download_holds_up_no_other_export(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    for n in 0..16 {
        put(app, &consumer, case, &format!("{n}.txt"), format!("{n:>99}\n").repeat(9_999).into_bytes()).await;
    }
    let exporter = &app.running.state.exporter;
    let request = consumer.request(Method::GET, &format!("cases/{case}/record.zip?profile=joint"));
    let slow = request.send().await.unwrap();
    assert_eq!(slow.status(), 200);
    let others: Vec<_> = (0..(EXPORTS_MAX / 2 - 1) as u128).map(|n| UserId(uuid::Uuid::from_u128(n))).collect();
    let held: Vec<_> =
        others.iter().chain([&consumer.id]).flat_map(|id| [exporter.turn(*id), exporter.turn(*id)]).collect();
    assert!(held.iter().all(Result::is_ok), "as many are made as if nothing were being sent");
    drop((slow, held));
}

#[test]
fn the_records_that_one_person_takes_in_a_day_come_to_an_end() {
    let few = |tuning: &mut Tuning| tuning.rates.exports = Rate { burst: 2.0, per_second: 2.0 / 86_400.0 };
    run_with(Engine::Sqlite, few, async |app: &TestApp| {
        let (case, consumer, rep) = app.negotiation().await;
        let record = format!("cases/{case}/record.zip?profile=procedural");
        let paper = format!("cases/{case}/papers/procedure.zip");
        // What is refused was not taken.
        for _ in 0..3 {
            consumer.get(&format!("cases/{case}/record.zip")).await.refused(404, "no_document");
        }
        consumer.get(&record).await.is(200);
        consumer.get(&paper).await.is(200);
        for path in [&record, &paper] {
            let answer = consumer.get(path).await;
            answer.refused(429, "quota_used");
            assert!(answer.header("retry-after").parse::<u64>().unwrap() > 3_600);
        }
        // A paper by itself is none, and others have their own.
        consumer.get(&format!("cases/{case}/papers/procedure.pdf")).await.is(200);
        rep.get(&paper).await.is(200);
    });
}
