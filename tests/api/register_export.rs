//! Many agreements in one file: asked for, made in the background, kept for a day, gone on where it stopped.

use crate::api::register::reopened;
use crate::notify::mailbox::until;
use crate::store::intruder;
use crate::support::app::{TestApp, begun, on_a_runtime, run_with};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::person::{Reply, TestPerson};
use crate::support::room::PATIENCE;
use acordo::app::Tuning;
use acordo::commands::pace::Rate;
use acordo_domain::moment::HOUR_MILLIS;
use acordo_domain::seat::Role;
use acordo_record::bundle::zip;
use acordo_record::{Inquiry, hex, sha256, verify};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::time::Duration;
use uuid::Uuid;

on_both! {
    a_selection_comes_as_one_file_with_an_index_and_each_record_proves_itself,
    a_download_goes_on_where_it_stopped,
    an_export_is_its_owners_alone_and_ends_with_their_register,
    one_person_keeps_three_exports_and_each_for_a_day,
    what_cannot_be_taken_along_is_told_in_the_index,
    a_selection_that_does_not_fit_is_refused,
}

/// Waits until this export is made, or has failed.
async fn made(person: &TestPerson, job: &Value) -> Value {
    let path = format!("agreements/export/{}", job["job"].as_str().unwrap());
    let over = async {
        loop {
            let view = person.get(&path).await.is(200).clone();
            if view["state"] == "ready" || view["state"] == "failed" {
                return view;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(PATIENCE * 6, over).await.expect("the export was never made")
}

async fn file(person: &TestPerson, job: &Value) -> Reply {
    person.get(&format!("agreements/export/{}/file", job["job"].as_str().unwrap())).await
}

fn inside(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let entries = zip::read(&mut Cursor::new(archive), |_| true).unwrap();
    entries.into_iter().map(|entry| (entry.name, entry.data)).collect()
}

fn take_away_the_files(app: &TestApp) {
    for file in std::fs::read_dir(app.data().join("exports/jobs")).unwrap() {
        std::fs::remove_file(file.unwrap().path()).unwrap();
    }
}

async fn keeper(app: &TestApp) -> TestPerson {
    app.member("Lia Legal", &app.company, Role::Legal).await
}

async fn a_selection_comes_as_one_file_with_an_index_and_each_record_proves_itself(app: &TestApp) {
    let (first, second) = (app.mediation().await, app.mediation().await);
    app.sealed(&first).await;
    app.sealed(&second).await;
    let legal = keeper(app).await;
    let named = json!({"agreements": [{"case": first.case, "version": 1}, {"case": first.case, "version": 1}]});
    let begun = legal.post("agreements/export", &named).await;
    assert_eq!((&begun.is(202)["total"], &begun.json["done"]), (&json!(1), &json!(0)));
    let all = legal.post("agreements/export", &json!({"filter": {"q": "souza"}})).await;
    let (one, two) = (made(&legal, &begun.json).await, made(&legal, &all.json).await);
    assert_eq!((&one["state"], &two["state"], &two["left_out"]), (&json!("ready"), &json!("ready"), &json!(0)));
    assert_eq!(inside(&file(&legal, &one).await.bytes).len(), 4);

    let archive = file(&legal, &two).await;
    archive.is(200);
    assert_eq!(two["sha256"], hex(&sha256(&archive.bytes)));
    assert_eq!(archive.header("content-length"), two["size"].to_string());
    assert!(archive.header("content-disposition").contains("acordo-agreements-2026-11-23.zip"));
    let files = inside(&archive.bytes);
    let index: Value = serde_json::from_slice(&files["index.json"]).unwrap();
    let rows = index["agreements"].as_array().unwrap();
    assert_eq!((rows.len(), &index["not_found"]), (2, &json!(0)));
    for row in rows {
        let (pdf, record) = (&row["files"]["pdf"], &row["files"]["record"]);
        let bytes = |file: &Value| &files[file["name"].as_str().unwrap()];
        // Under the name that its own README says, in a folder of its own.
        let name = format!("acordo-{}-agreement", row["reference"].as_str().unwrap());
        assert_eq!(record["name"], format!("{}-1/{name}.zip", row["reference"].as_str().unwrap()));
        assert!(String::from_utf8_lossy(bytes(record)).contains(&format!("acordo verify {name}.zip")));
        for file in [pdf, record] {
            assert_eq!(file["sha256"], hex(&sha256(bytes(file))));
        }
        assert!(bytes(pdf).starts_with(b"%PDF-"));
        let report = verify(bytes(record), &Inquiry::of(&app.running.state.keys));
        assert!(report.valid, "{:?}", report.failures);
        let owed = &row["obligations"][0];
        assert_eq!((&owed["money"]["amount"], &owed["state"]), (&json!(50_000), &json!("due")));
    }
    // For people, in their language; here English.
    let csv = String::from_utf8(files["index.csv"].clone()).unwrap();
    let lines: Vec<&str> = csv.trim_start_matches('\u{FEFF}').split("\r\n").collect();
    assert!(lines[0].starts_with(r#""Reference","Agreement","Company","Consumer","Concluded","#), "{}", lines[0]);
    assert_eq!((lines.len(), lines[3]), (4, ""));
    for line in &lines[1..3] {
        let told = r#","Loja Ipê Ltda.","Ana Souza","2026-11-23","Money back","Loja Ipê Ltda.","#;
        assert!(line.contains(told), "{line}");
        assert!(line.contains("2026-11-30") && line.contains("BRL\u{a0}500.00"), "{line}");
    }
    // Who took an agreement along has read it.
    let told = first.consumer.get(&format!("cases/{}/access", first.case)).await;
    let entries = told.is(200)["entries"].as_array().unwrap();
    assert!(entries.iter().any(|entry| entry["name"] == "Lia Legal" && entry["capacity"] == "register"), "{entries:?}");
}

async fn a_download_goes_on_where_it_stopped(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let legal = keeper(app).await;
    let job = made(&legal, &legal.post("agreements/export", &json!({"filter": {}})).await.json).await;
    let whole = file(&legal, &job).await;
    let path = format!("agreements/export/{}/file", job["job"].as_str().unwrap());
    let part = async |range: &str, tag: &str| {
        let request = legal.request(Method::GET, &path).header("range", range);
        TestPerson::send(if tag.is_empty() { request } else { request.header("if-range", tag) }).await
    };
    let half = whole.bytes.len() / 2;
    let rest = part(&format!("bytes={half}-"), whole.header("etag")).await;
    rest.is(206);
    assert_eq!(rest.bytes, whole.bytes[half..]);
    let expected = format!("bytes {half}-{}/{}", whole.bytes.len() - 1, whole.bytes.len());
    assert_eq!((rest.header("content-range"), rest.header("accept-ranges")), (expected.as_str(), "bytes"));
    assert_eq!(part("bytes=0-9", "\"another\"").await.status, 200, "what is another file is sent whole");
    part("bytes=999999999-", "").await.refused(416, "range_not_satisfiable");
}

async fn an_export_is_its_owners_alone_and_ends_with_their_register(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let (legal, colleague) = (keeper(app).await, keeper(app).await);
    let job = made(&legal, &legal.post("agreements/export", &json!({"filter": {}})).await.json).await;
    let path = format!("agreements/export/{}", job["job"].as_str().unwrap());
    for other in [&colleague, &app.member("Luís", &app.operator, Role::Legal).await] {
        other.get(&path).await.refused(404, "not_found");
        other.get(&format!("{path}/file")).await.refused(404, "not_found");
        let gone = TestPerson::send(other.request(Method::DELETE, &path)).await;
        gone.refused(404, "not_found");
        assert_eq!(other.get("agreements/export").await.is(200)["jobs"], json!([]));
    }
    for nobody in [&story.consumer, &story.rep, &story.mediator] {
        nobody.get(&path).await.refused(403, "not_yours");
        nobody.post("agreements/export", &json!({"filter": {}})).await.refused(403, "not_yours");
        nobody.get("agreements/export").await.refused(403, "not_yours");
        nobody.get(&format!("{path}/file")).await.refused(403, "not_yours");
    }
    assert_eq!(legal.get("agreements/export").await.is(200)["jobs"].as_array().unwrap().len(), 1);
    // Who has left the team has no file of it any more, whatever they had asked for before.
    let accounts = app.running.state.store.accounts();
    let rival = acordo::store::accounts::NewOrganisation {
        kind: acordo_domain::seat::OrganisationKind::Company,
        name: "Loja Cedro".to_owned(),
        trade: acordo_domain::case::command::Trade::Retail,
    };
    let rival = accounts.add_organisation(&rival).await.unwrap();
    accounts.add_member(rival.id, legal.id, Role::Legal).await.unwrap();
    accounts.remove_member(app.company.id, legal.id, Role::Legal).await.unwrap();
    let legal = app.again(&legal).await;
    legal.get(&format!("{path}/file")).await.refused(404, "not_found");
    assert_eq!(legal.get("agreements/export").await.is(200)["jobs"], json!([]));
}

async fn one_person_keeps_three_exports_and_each_for_a_day(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let legal = keeper(app).await;
    let ask = async |key: Uuid| legal.post_once("agreements/export", &json!({"filter": {}}), key).await;
    let key = Uuid::now_v7();
    let first = ask(key).await.is(202).clone();
    assert_eq!(ask(key).await.is(202)["job"], first["job"], "sent twice it is one export");
    let other = json!({"filter": {"q": "souza"}, "agreements": null});
    legal.post_once("agreements/export", &other, key).await.is(202);
    let named = json!({"agreements": [{"case": story.case, "version": 1}]});
    legal.post_once("agreements/export", &named, key).await.is(202);
    for _ in 0..2 {
        made(&legal, &ask(Uuid::now_v7()).await.json).await;
    }
    let refused = ask(Uuid::now_v7()).await;
    refused.refused(429, "too_many_jobs");
    assert_eq!(refused.header("retry-after"), "60");
    // One that is taken away makes room, and so does the next day.
    let ready = made(&legal, &first).await;
    let path = format!("agreements/export/{}", ready["job"].as_str().unwrap());
    assert_eq!(TestPerson::send(legal.request(Method::DELETE, &path)).await.status, 204);
    legal.get(&format!("{path}/file")).await.refused(404, "not_found");
    let kept = made(&legal, &ask(Uuid::now_v7()).await.json).await;
    app.clock.advance_millis(24 * HOUR_MILLIS + 1);
    let legal = app.again(&legal).await;
    legal.get(&format!("agreements/export/{}/file", kept["job"].as_str().unwrap())).await.refused(404, "not_found");
    let folder = app.data().join("exports/jobs");
    assert!(std::fs::read_dir(&folder).unwrap().count() > 0);
    app.running.state.exporter.tidy_jobs().await.unwrap();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    legal.post("agreements/export", &json!({"filter": {}})).await.is(202);
}

async fn what_cannot_be_taken_along_is_told_in_the_index(app: &TestApp) {
    let (kept, broken) = (app.mediation().await, app.mediation().await);
    app.sealed(&kept).await;
    app.sealed(&broken).await;
    let (engine, id) = if app.url().starts_with("sqlite:") {
        (Engine::Sqlite, format!("x'{}'", broken.case.0.simple()))
    } else {
        (Engine::Postgres, format!("'{}'", broken.case))
    };
    // The worker may be sealing too, and would put back what is taken away.
    let waiting = format!("UPDATE owed SET kind = kind WHERE kind = 'seal' AND case_id = {id}");
    until("the worker", async || (intruder::run(engine, app.url(), &waiting).await == 0).then_some(())).await;
    app.runs(&format!("DELETE FROM documents WHERE which = 'final' AND case_id = {id}")).await;
    let legal = app.member("=HYPERLINK", &app.company, Role::Legal).await;
    let job = made(&legal, &legal.post("agreements/export", &json!({"filter": {}})).await.json).await;
    assert_eq!((&job["state"], &job["left_out"], &job["done"]), (&json!("ready"), &json!(1), &json!(2)));
    let files = inside(&file(&legal, &job).await.bytes);
    let index: Value = serde_json::from_slice(&files["index.json"]).unwrap();
    let row = index["agreements"].as_array().unwrap().iter().find(|row| row["case"] == json!(broken.case)).unwrap();
    assert_eq!((&row["left_out"], &row["files"]), (&json!("record_altered"), &Value::Null));
    assert_eq!(files.len(), 4, "the other one is there");
}

async fn a_selection_that_does_not_fit_is_refused(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let legal = keeper(app).await;
    let ask = async |body: Value| legal.post("agreements/export", &body).await;
    ask(json!({})).await.refused(400, "invalid_field");
    ask(json!({"filter": {}, "agreements": []})).await.refused(400, "invalid_field");
    ask(json!({"agreements": []})).await.refused(422, "nothing_selected");
    ask(json!({"filter": {"q": "ninguem"}})).await.refused(422, "nothing_selected");
    ask(json!({"filter": {"colour": "red"}})).await.refused(400, "unknown_field");
    let named = |case: Value, version: u32| json!({"agreements": [{"case": case, "version": version}]});
    let missing = ask(named(json!(story.case), 2)).await;
    assert_eq!(missing.refused(404, "not_found")["errors"][0]["pointer"], "/agreements/0");
    ask(named(json!(Uuid::now_v7()), 1)).await.refused(404, "not_found");
    let open = app.mediation().await;
    app.drafted(&open).await;
    ask(named(json!(open.case), 1)).await.refused(404, "not_found");
    let many: Vec<Value> = (0..501).map(|_| json!({"case": Uuid::now_v7(), "version": 1})).collect();
    ask(json!({"agreements": many})).await.refused(422, "too_many_agreements");
    legal.get(&format!("agreements/export/{}", Uuid::now_v7())).await.refused(404, "not_found");
    assert_eq!(legal.get("agreements/export").await.is(200)["jobs"], json!([]), "what is refused leaves nothing");
}

#[test]
fn an_export_that_a_stopped_server_left_half_done_is_made_by_its_successor() {
    on_a_runtime(async {
        let app = begun(Engine::Sqlite).await.unwrap();
        app.sealed(&app.mediation().await).await;
        let legal = keeper(&app).await;
        let job = made(&legal, &legal.post("agreements/export", &json!({"filter": {}})).await.json).await;
        // As a server leaves it that was stopped in the middle, and long enough ago.
        take_away_the_files(&app);
        let sql = "UPDATE export_jobs SET state = 'making', tries = 1, size = NULL, claimed_until = 0";
        let (running, legal, _data) = reopened(app, sql, &legal).await;
        let again = made(&legal, &job).await;
        assert_eq!((&again["state"], &again["done"]), (&json!("ready"), &json!(1)));
        assert_eq!(inside(&file(&legal, &again).await.bytes).len(), 4);
        running.abort().await;
    });
}

#[test]
fn an_export_whose_file_is_gone_is_not_said_to_be_ready() {
    on_a_runtime(async {
        let app = begun(Engine::Sqlite).await.unwrap();
        app.sealed(&app.mediation().await).await;
        let legal = keeper(&app).await;
        let job = made(&legal, &legal.post("agreements/export", &json!({"filter": {}})).await.json).await;
        take_away_the_files(&app);
        file(&legal, &job).await.refused(404, "no_document");
        app.running.state.exporter.tidy_jobs().await.unwrap();
        let lost = made(&legal, &job).await;
        assert_eq!((&lost["state"], &lost["problem"]), (&json!("failed"), &json!("no_document")));
        app.running.abort().await;
    });
}

#[test]
fn an_export_that_was_begun_too_often_says_that_it_failed() {
    on_a_runtime(async {
        let app = begun(Engine::Sqlite).await.unwrap();
        app.sealed(&app.mediation().await).await;
        let legal = keeper(&app).await;
        let job = made(&legal, &legal.post("agreements/export", &json!({"filter": {}})).await.json).await;
        let sql = "UPDATE export_jobs SET state = 'making', tries = 3, claimed_until = 0";
        let (running, legal, _data) = reopened(app, sql, &legal).await;
        let failed = made(&legal, &job).await;
        assert_eq!((&failed["state"], &failed["problem"]), (&json!("failed"), &json!("internal")));
        file(&legal, &failed).await.refused(409, "not_ready");
        running.abort().await;
    });
}

#[test]
fn exports_of_many_count_among_the_records_of_a_day() {
    let few = |tuning: &mut Tuning| tuning.rates.exports = Rate { burst: 1.0, per_second: 1.0 / 86_400.0 };
    run_with(Engine::Sqlite, few, async |app: &TestApp| {
        let legal = keeper(app).await;
        // What is refused was not taken.
        for _ in 0..2 {
            legal.post("agreements/export", &json!({"filter": {}})).await.refused(422, "nothing_selected");
        }
        app.sealed(&app.mediation().await).await;
        legal.post("agreements/export", &json!({"filter": {}})).await.is(202);
        legal.post("agreements/export", &json!({"filter": {}})).await.refused(429, "quota_used");
    });
}
