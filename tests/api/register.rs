//! The register of agreements: who reads it, what it says, page by page.

use crate::api::owed::{brl, days};
use crate::support::app::{Story, TestApp, begun, on_a_runtime, reopen};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo::app::RunningServer;
use acordo::identity::Device;
use acordo::store::RegisterFilter;
use acordo::store::accounts::NewOrganisation;
use acordo_domain::case::command::Trade;
use acordo_domain::case::event::IdentityLevel;
use acordo_domain::seat::{OrganisationKind, Role};
use acordo_record::bundle::zip;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::Arc;
use tempfile::TempDir;

on_both! {
    the_register_lists_what_was_concluded_and_what_became_of_it,
    nobody_else_reads_the_register_and_it_opens_nothing_but_agreements,
    pages_of_the_register_are_whole_with_thousands_of_rows,
    a_state_that_somebody_changed_is_not_shown,
    a_record_from_the_register_is_the_same_however_the_case_went_on,
}

async fn listed(person: &TestPerson, query: &str) -> Value {
    person.get(&format!("agreements{query}")).await.is(200).clone()
}

fn references(page: &Value) -> Vec<&str> {
    page["agreements"].as_array().unwrap().iter().map(|row| row["reference"].as_str().unwrap()).collect()
}

async fn the_register_lists_what_was_concluded_and_what_became_of_it(app: &TestApp) {
    let viewer = app.member("Vera Sá", &app.company, Role::Viewer).await;
    let empty = listed(&viewer, "").await;
    assert_eq!((&empty["agreements"], &empty["next"]), (&json!([]), &Value::Null));
    let open = app.mediation().await;
    app.drafted(&open).await;
    assert_eq!(listed(&viewer, "").await["agreements"], json!([]), "nobody has signed");
    let mut story = app.mediation().await;
    app.sealed(&story).await;
    let other = app.mediation().await;
    app.sealed(&other).await;
    let page = listed(&viewer, "").await;
    assert_eq!(page["counts"], json!({"owed": 2, "breached": 0, "done": 0}));
    let row = &page["agreements"][1];
    assert_eq!((&row["case"], &row["version"], &row["sealed"]), (&json!(story.case), &json!(1), &json!(true)));
    assert_eq!((&row["consumer_name"], &row["company_name"]), (&json!("Ana Souza"), &json!("Loja Ipê Ltda.")));
    let owed = &row["obligations"][0];
    assert_eq!((&owed["money"], &owed["owed"], &owed["state"]), (&brl(50_000), &brl(50_000), &json!("due")));
    assert_eq!((&owed["due"], &owed["overdue"]), (&json!("2026-12-01T03:00:00.000Z"), &json!(false)));
    // The second is kept, the first is broken.
    let report = json!({"type": "obligation.report_done", "id": 1});
    other.rep.does(other.case, report).await.is(200);
    other.consumer.does(other.case, json!({"type": "obligation.confirm", "id": 1})).await.is(200);
    days(app, &mut story, 15).await;
    let begun = app.running.state.identity.begin(viewer.id, IdentityLevel::Email, Device::default()).await.unwrap();
    let viewer = TestPerson::new(&app.base, &begun);
    let page = listed(&viewer, "").await;
    assert_eq!(page["counts"], json!({"owed": 0, "breached": 1, "done": 1}));
    let broken = listed(&viewer, "?state=breached").await;
    let row = &broken["agreements"][0];
    assert_eq!((&row["case"], &row["obligations"][0]["breached"]), (&json!(story.case), &json!(true)));
    assert_eq!(row["obligations"][0]["overdue"], true);
    let kept = listed(&viewer, "?state=done").await;
    assert_eq!(kept["agreements"][0]["obligations"][0]["confirmed"], brl(50_000));
    // By the beginnings of words, without accents, and by day.
    let reference = row["reference"].as_str().unwrap();
    for (query, count) in [
        ("?q=souz", 2),
        ("?q=IPE%20ana", 2),
        ("?q=ltda", 2),
        ("?q=nobody", 0),
        (&format!("?q={}", &reference[..4]), 1),
        (&format!("?q={}", reference.replace('-', "").to_lowercase()), 1),
        ("?from=2026-11-23&to=2026-11-23", 2),
        ("?to=2026-11-22", 0),
        ("?from=2026-11-24", 0),
        ("?state=done&q=souza", 1),
    ] {
        assert_eq!(references(&listed(&viewer, query).await).len(), count, "{query}");
    }
    viewer.get("agreements?limit=0").await.refused(400, "invalid_parameter");
    viewer.get("agreements?state=lost").await.refused(400, "invalid_parameter");
    viewer.get("agreements?from=yesterday").await.refused(400, "invalid_parameter");
    viewer.get(&format!("agreements?q={}", "x".repeat(101))).await.refused(400, "invalid_parameter");
}

/// What a person gets of a case by every way there is.
async fn ways(person: &TestPerson, story: &Story) -> Vec<(String, u16)> {
    let document = serde_json::to_value(acordo::http::openapi()).unwrap();
    let mut got = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let Some(route) = path.strip_prefix("/api/v1/cases/{case}").filter(|_| item.get("get").is_some()) else {
            continue;
        };
        for (name, value) in
            [("{channel}", "procedure"), ("{file}", "procedure.pdf"), ("{id}", "0198c0de-0000-7000-8000-000000000000")]
        {
            if route.contains(name) {
                got.push(route.replace(name, value));
            }
        }
        if !route.contains('{') {
            got.push(route.to_owned());
        }
    }
    let mut answers = Vec::new();
    for route in got {
        let query = match route.as_str() {
            "/candidates" => "?for=mediator.assign",
            "/clauses" => "?language=en",
            _ => "",
        };
        let status = person.get(&format!("cases/{}{route}{query}", story.case)).await.status.as_u16();
        answers.push((route, status));
    }
    for profile in ["procedural", "joint", "caucus&channel=caucus:company", "agreement"] {
        let path = format!("/record.zip?profile={profile}");
        answers.push((path.clone(), person.get(&format!("cases/{}{path}", story.case)).await.status.as_u16()));
    }
    answers
}

async fn nobody_else_reads_the_register_and_it_opens_nothing_but_agreements(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let rival =
        NewOrganisation { kind: OrganisationKind::Company, name: "Loja Cedro".to_owned(), trade: Trade::Retail };
    let rival = app.running.state.store.accounts().add_organisation(&rival).await.unwrap();
    let keepers = [
        (&app.company, [Role::Viewer, Role::Ombudsman, Role::Legal].as_slice()),
        (&app.operator, &[Role::Ombudsman, Role::Legal]),
    ];
    for (organisation, roles) in keepers {
        for role in roles {
            let keeper = app.member("Vera Sá", organisation, *role).await;
            assert_eq!(references(&listed(&keeper, "").await).len(), 1, "{role:?}");
            let open: BTreeSet<String> =
                ways(&keeper, &story).await.into_iter().filter(|way| way.1 != 404).map(|way| way.0).collect();
            let agreements = [
                "/agreement.json",
                "/agreement.pdf",
                "/agreement/text",
                "/record.zip",
                "/record.zip?profile=agreement",
            ];
            assert_eq!(open, agreements.map(str::to_owned).into(), "{role:?}");
            assert_eq!(keeper.get("cases").await.is(200)["cases"], json!([]), "a register is no list of cases");
            keeper.does(story.case, json!({"type": "obligation.confirm", "id": 1})).await.refused(403, "not_yours");
            let bundle = keeper.get(&format!("cases/{}/record.zip", story.case)).await;
            let entries = zip::read(&mut Cursor::new(&bundle.bytes), |name| name.ends_with("/data/case.json")).unwrap();
            let summary = entries.iter().find(|entry| entry.name.ends_with("/data/case.json")).unwrap();
            let summary: Value = serde_json::from_slice(&summary.data).unwrap();
            assert_eq!(summary["taker"], "register");
        }
    }
    let manager = app.member("Marta Reis", &app.company, Role::Manager).await;
    assert_eq!(references(&listed(&manager, "").await).len(), 1);
    for stranger in [app.member("Rui", &rival, Role::Legal).await, app.member("Rosa", &rival, Role::Manager).await] {
        assert_eq!(listed(&stranger, "").await["agreements"], json!([]));
        assert!(ways(&stranger, &story).await.iter().all(|way| way.1 == 404));
    }
    let coordinator = app.coordinator().await;
    for person in [&story.consumer, &story.rep, &story.mediator, &coordinator] {
        person.get("agreements").await.refused(403, "not_yours");
    }
    app.nobody().get("agreements").await.refused(401, "unauthenticated");
    // A draft is nobody's but the signers'.
    let open = app.mediation().await;
    app.drafted(&open).await;
    let viewer = app.member("Vera Sá", &app.company, Role::Viewer).await;
    assert!(ways(&viewer, &open).await.iter().all(|way| way.1 == 404));
}

async fn pages_of_the_register_are_whole_with_thousands_of_rows(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let viewer = app.member("Vera Sá", &app.company, Role::Viewer).await;
    // The places of three thousand agreements; what is shown of each comes from its case, and these have none.
    let (company, operator) = (app.company.id.0.simple(), app.operator.id.0.simple());
    for batch in 0..3 {
        let rows = (0..1_000).map(|n| {
            let n = batch * 1_000 + n;
            // Many of one moment, so that the cursor has to tell them apart.
            let (at, id) = (1_700_000_000_000_i64 + i64::from(n / 7), format!("{n:032x}"));
            if app.url().starts_with("sqlite:") {
                format!("(x'{id}', 1, x'{company}', x'{operator}', 'owed', {at})")
            } else {
                format!("('{id}', 1, '{company}', '{operator}', 'owed', to_timestamp({at} / 1000.0))")
            }
        });
        let rows: Vec<String> = rows.collect();
        let into = "INSERT INTO register (case_id, version, company_id, operator_id, state, concluded_at) VALUES ";
        app.runs(&format!("{into}{}", rows.join(", "))).await;
    }
    let store = &app.running.state.store;
    let actor = store.accounts().actor(viewer.id).await.unwrap().unwrap();
    let (all, more) = store.register_selection(&actor, &RegisterFilter::default(), 10_000).await.unwrap();
    assert_eq!((all.len(), more), (3_001, None));
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 3_001);
    let mut walked = Vec::new();
    let mut cursor = None;
    loop {
        let filter = RegisterFilter { cursor, ..RegisterFilter::default() };
        let (page, next) = store.register_selection(&actor, &filter, 100).await.unwrap();
        walked.extend(page);
        let Some(next) = next else { break };
        cursor = Some(next);
    }
    assert_eq!(walked, all, "page by page it is the same list, each agreement once");
}

/// Whoever has the register alone gets bytes that say nothing of the case beyond the agreement.
async fn a_record_from_the_register_is_the_same_however_the_case_went_on(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let (viewer, path) =
        (app.member("Vera Sá", &app.company, Role::Viewer).await, format!("cases/{}/record.zip", story.case));
    let before = viewer.get(&path).await;
    assert_eq!(before.status, 200);
    let own = story.consumer.get(&path).await.bytes.clone();
    // A record of the procedure is kept, the refund reported and disputed.
    story.rep.get(&format!("cases/{}/papers/procedure.pdf", story.case)).await.is(200);
    story.rep.does(story.case, json!({"type": "obligation.report_done", "id": 1})).await.is(200);
    story.consumer.does(story.case, json!({"type": "obligation.dispute", "id": 1, "text": "Não veio."})).await.is(200);
    let after = viewer.get(&path).await;
    assert!(after.bytes == before.bytes, "the course of the case moves what the register gives");
    assert_ne!(story.consumer.get(&path).await.bytes, own, "whoever takes part proves the end as well");
    let entries = zip::read(&mut Cursor::new(&before.bytes), |name| name.ends_with("/data/case.json")).unwrap();
    let summary = entries.iter().find(|entry| entry.name.ends_with("/data/case.json")).unwrap();
    let summary: Value = serde_json::from_slice(&summary.data).unwrap();
    assert_eq!(summary["phases"], json!([]), "no event in the file proves them");
}

/// The columns by which the register finds an agreement are a copy: what is shown comes from the case.
async fn a_state_that_somebody_changed_is_not_shown(app: &TestApp) {
    let story = app.mediation().await;
    app.sealed(&story).await;
    let viewer = app.member("Vera Sá", &app.company, Role::Viewer).await;
    app.runs("UPDATE register SET state = 'done'").await;
    assert_eq!(listed(&viewer, "?state=done").await["agreements"][0]["state"], "owed");
    let faults = app.running.state.exporter.audit().case(story.case).await.unwrap();
    assert!(faults.iter().any(|fault| fault.contains("register")), "{faults:?}");
}

/// Stops the server, changes its database, and starts it again for somebody.
pub(super) async fn reopened(
    app: TestApp,
    sql: &str,
    person: &TestPerson,
) -> (RunningServer, TestPerson, Arc<TempDir>) {
    app.runs(sql).await;
    let (data, _) = app.stop().await;
    let running = reopen(data.path()).await.unwrap();
    let begun = running.state.identity.begin(person.id, IdentityLevel::Email, Device::default()).await.unwrap();
    let person = TestPerson::new(&format!("http://{}", running.address), &begun);
    (running, person, data)
}

#[test]
fn an_agreement_whose_case_was_changed_is_counted_and_not_shown() {
    on_a_runtime(async {
        let app = begun(Engine::Sqlite).await.unwrap();
        for _ in 0..2 {
            app.sealed(&app.mediation().await).await;
        }
        let viewer = app.member("Vera Sá", &app.company, Role::Viewer).await;
        assert_eq!(references(&listed(&viewer, "").await).len(), 2);
        let sql = "UPDATE events SET seat = 'consumer' WHERE kind = 'agreement_concluded' \
                   AND case_id = (SELECT min(case_id) FROM register)";
        let (running, viewer, _data) = reopened(app, sql, &viewer).await;
        let page = listed(&viewer, "").await;
        assert_eq!((references(&page).len(), &page["altered"]), (1, &json!(1)));
        running.abort().await;
    });
}

#[test]
fn an_agreement_that_was_put_into_another_register_is_not_shown_there() {
    on_a_runtime(async {
        let app = begun(Engine::Sqlite).await.unwrap();
        let story = app.mediation().await;
        app.sealed(&story).await;
        let accounts = app.running.state.store.accounts();
        let new =
            NewOrganisation { kind: OrganisationKind::Company, name: "Luz do Vale".to_owned(), trade: Trade::Retail };
        let other = accounts.add_organisation(&new).await.unwrap();
        let stranger = app.member("Otávio Reis", &other, Role::Viewer).await;
        let reads = async |person: &TestPerson| {
            let page = listed(person, "").await;
            (references(&page).len(), page["altered"].clone())
        };
        assert_eq!(reads(&stranger).await, (0, json!(0)));
        assert_eq!(app.running.state.store.register_fault(story.case).await.unwrap(), None);
        app.runs(&format!("UPDATE register SET company_id = x'{}'", other.id.0.simple())).await;
        assert_eq!(reads(&stranger).await, (0, json!(1)));
        assert!(app.running.state.store.register_fault(story.case).await.unwrap().is_some(), "the check finds it");
        app.stop().await;
    });
}

#[test]
fn a_register_that_is_written_anew_has_what_was_concluded() {
    on_a_runtime(async {
        let app = begun(Engine::Sqlite).await.unwrap();
        app.sealed(&app.mediation().await).await;
        let viewer = app.member("Vera Sá", &app.company, Role::Viewer).await;
        app.runs("DELETE FROM register").await;
        let (running, viewer, _data) = reopened(app, "DELETE FROM instance WHERE name = 'lists'", &viewer).await;
        assert_eq!(references(&listed(&viewer, "?q=souza").await).len(), 1);
        running.abort().await;
    });
}
