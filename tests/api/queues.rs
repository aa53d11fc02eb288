//! The queues of officers over HTTP: who waited longest is served first, however many wait.

use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo_domain::id::CaseId;
use acordo_domain::seat::Role;
use serde_json::{Value, json};

on_both! {
    a_queue_of_thousands_is_whole_and_begins_with_who_waited_longest,
    a_page_of_a_queue_is_asked_for_as_it_can_be,
}

async fn impasse(app: &TestApp) -> CaseId {
    let story = app.mediation().await;
    story.mediator.does(story.case, json!({"type": "impasse.declare", "ground": "no_agreement"})).await.is(200);
    story.case
}

async fn page(officer: &TestPerson, queue: &str, query: &str) -> Value {
    officer.get(&format!("queues/{queue}/entries{query}")).await.is(200).clone()
}

/// As many rows of waiting entries as are named, each with its place, beside those of this case.
async fn crowd(app: &TestApp, case: CaseId, places: impl Iterator<Item = (u32, i64)>) {
    let lite = app.url().starts_with("sqlite:");
    let key = |id: &str| if lite { format!("x'{id}'") } else { format!("'{id}'::uuid") };
    let real = key(&case.0.simple().to_string());
    let values: Vec<String> = places
        .map(|(n, place)| {
            let id = uuid::Uuid::from_u128(u128::from(n) + 1);
            format!("({}, {place})", key(&id.simple().to_string()))
        })
        .collect();
    for values in values.chunks(500) {
        let from = format!("FROM (VALUES {}) AS v, ", values.join(", "));
        app.runs(&format!(
            "INSERT INTO case_rows (case_id, audience, body) SELECT v.column1, r.audience, r.body \
             {from} case_rows r WHERE r.audience = 'entry' AND r.case_id = {real}"
        ))
        .await;
        app.runs(&format!(
            "INSERT INTO case_access (case_id, holder, audience, capacity, channels, turn, phase, due_place, last_at, \
             queue_place, entry_state) SELECT v.column1, a.holder, a.audience, a.capacity, a.channels, a.turn, a.phase, \
             a.due_place, a.last_at, v.column2, a.entry_state {from} case_access a WHERE a.audience = 'entry' AND \
             a.case_id = {real}"
        ))
        .await;
    }
}

async fn a_queue_of_thousands_is_whole_and_begins_with_who_waited_longest(app: &TestApp) {
    let officer = app.member("Olga Paz", &app.operator, Role::Ombudsman).await;
    let queue = format!("{}:ombudsman", app.operator.id);
    let case = impasse(app).await;
    let shown = page(&officer, &queue, "").await;
    assert_eq!((shown["rows"].as_array().unwrap().len(), &shown["next"]), (1, &Value::Null));
    // Many of one moment, so that the cursor has to tell them apart; all of them older than the one that is there.
    crowd(app, case, (0..2_000).map(|n| (n, (1 << 51) + (1 << 48) + i64::from((2_000 - n) / 7)))).await;
    let (mut walked, mut next) = (Vec::new(), Some(String::new()));
    while let Some(cursor) = next {
        let query = if cursor.is_empty() { "?limit=500".to_owned() } else { format!("?limit=500&cursor={cursor}") };
        let shown = page(&officer, &queue, &query).await;
        walked.extend(shown["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()));
        next = shown["next"].as_str().map(str::to_owned);
    }
    let id = |n: u32| uuid::Uuid::from_u128(u128::from(n) + 1).to_string();
    assert_eq!(walked.len(), 2_001);
    assert_eq!(walked.last().unwrap(), &case.to_string(), "it came last, and moved last");
    let mut expected: Vec<u32> = (0..2_000).collect();
    expected.sort_by_key(|n| ((2_000 - n) / 7, *n));
    assert_eq!(walked[..2_000], expected.into_iter().map(id).collect::<Vec<_>>());
    let queues = officer.get("queues").await.is(200).clone();
    let told = &queues["queues"][0];
    assert_eq!((&told["waiting"], &told["claimed"], &told["ended"]), (&json!(2_001), &json!(0), &json!(0)));
}

async fn a_page_of_a_queue_is_asked_for_as_it_can_be(app: &TestApp) {
    let officer = app.member("Olga Paz", &app.operator, Role::Ombudsman).await;
    let queue = format!("{}:ombudsman", app.operator.id);
    let cases = [impasse(app).await, impasse(app).await, impasse(app).await];
    let first = page(&officer, &queue, "?limit=2").await;
    let second = page(&officer, &queue, &format!("?limit=2&cursor={}", first["next"].as_str().unwrap())).await;
    let ids = |page: &Value| -> Vec<String> {
        page["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!([ids(&first), ids(&second)].concat(), cases.map(|case| case.to_string()));
    assert_eq!(second["next"], Value::Null);
    // What is claimed keeps its place, once; what is over comes last.
    officer.does(cases[1], json!({"type": "escalation.claim"})).await.is(200);
    let shown = page(&officer, &queue, "").await;
    assert_eq!(ids(&shown), cases.map(|case| case.to_string()));
    assert_eq!(shown["rows"][1]["capacity"], "ombudsman");
    let reasons = "As duas versões conferem com a nota.";
    let close = json!({"type": "escalation.close", "outcome": "no_agreement", "reasons": reasons});
    officer.does(cases[1], close).await.is(200);
    let shown = page(&officer, &queue, "").await;
    assert_eq!(ids(&shown), [cases[0], cases[2], cases[1]].map(|case| case.to_string()));
    let queues = officer.get("queues").await.is(200).clone();
    let told = &queues["queues"][0];
    assert_eq!((&told["waiting"], &told["claimed"], &told["ended"]), (&json!(2), &json!(0), &json!(1)));
    // A cursor that nobody gave out reads as the beginning.
    assert_eq!(ids(&page(&officer, &queue, "?cursor=nothing").await).len(), 3);
    for query in ["?limit=0", "?limit=501", "?order=newest"] {
        officer.get(&format!("queues/{queue}/entries{query}")).await.refused(400, "invalid_parameter");
    }
    let stranger = app.coordinator().await;
    stranger.get(&format!("queues/{queue}/entries")).await.refused(404, "not_found");
    app.nobody().get(&format!("queues/{queue}/entries")).await.refused(401, "unauthenticated");
}
