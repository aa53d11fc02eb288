//! A session that began with the link of one case reaches nothing outside that case, on whichever route.

use super::browser::Browser;
use crate::notify::mailbox::{link_in, mail_to, mails_to, until};
use crate::support::app::{TestApp, legal_form, run};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::person::TestPerson;
use crate::support::room::TestSocket;
use acordo::identity::Device;
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::seat::Role;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

on_both! {
    a_session_of_one_case_reaches_nothing_else_on_any_route,
    a_session_of_one_case_does_not_move_an_account_that_has_more,
    a_link_of_one_case_does_not_move_an_account_that_got_more_meanwhile,
    a_session_of_one_case_corrects_the_address_of_an_account_that_has_nothing_else,
    signing_out_of_one_case_leaves_the_links_into_others,
}

/// What such a session may ask for outside a case: itself and what else is signed in to it, its one row of the list,
/// its own data of the case, and the address (below).
const ITS_OWN: [(Method, &str); 9] = [
    (Method::GET, "auth/session"),
    (Method::GET, "auth/account"),
    (Method::POST, "auth/sessions/end_others"),
    (Method::DELETE, "auth/sessions/{session}"),
    (Method::POST, "auth/refresh"),
    (Method::POST, "auth/sign_out"),
    (Method::GET, "cases"),
    (Method::GET, "my_data.zip"),
    (Method::POST, "auth/address"),
];

async fn filed(app: &TestApp, email: &str) -> CaseId {
    let links = || mails_to(app, email).into_iter().filter(|mail| mail.text.contains("/l/")).count();
    let before = links();
    let case = app.files(&app.complaint(email)).await;
    // A link that is mailed later would end those that the tests make.
    until("the mail", async || (links() > before).then_some(())).await;
    case
}

/// Whoever follows a link into this case.
async fn of_one_case(app: &TestApp, email: &str, case: CaseId) -> TestPerson {
    let identity = &app.running.state.identity;
    let link = identity.make_link(id(app, email).await, Some(case)).await.unwrap();
    let came = identity.redeem(&link.text(), Device::default()).await.unwrap();
    TestPerson::new(&app.base, &came.begun)
}

async fn id(app: &TestApp, email: &str) -> UserId {
    app.running.state.store.accounts().user_by_email(email).await.unwrap().unwrap().id
}

fn fresh(host: &str) -> String {
    format!("{}@{host}", Uuid::now_v7().simple())
}

/// A body that the route would take.
fn body(app: &TestApp, path: &str) -> Value {
    match path.rsplit('/').next().unwrap() {
        "commands" => json!({"type": "message.post", "channel": "joint", "text": "oi"}),
        "challenges" => json!({"version": 1, "document_hash": "0".repeat(64)}),
        "share" => json!({"channel": "joint"}),
        "invite" => json!({
            "company": app.company.id,
            "consumer": {"name": "Bia Lima", "email": fresh("example.org"), "language": "pt-BR"},
            "account": {"product": "Fogão", "order_number": "A-2", "story": "Veio riscado.", "care": []},
            "proof": {"kind": "identifier_start", "answer": "529"}, "rules_version": 1, "online": true
        }),
        "legal_identity" => json!(legal_form()),
        "powers" => json!({"user": Uuid::now_v7(), "document": "Procuração pública"}),
        "settings" => json!({"changes": {}}),
        "password" => json!({"present": "correct horse battery", "password": "girafa sopro lâmpada trilho"}),
        _ => json!({}),
    }
}

async fn a_session_of_one_case_reaches_nothing_else_on_any_route(app: &TestApp) {
    let email = fresh("example.org");
    let (case, other) = (filed(app, &email).await, filed(app, &email).await);
    // Without the limit this person could do about everything.
    let accounts = app.running.state.store.accounts();
    for (organisation, role) in [(&app.operator, Role::Admin), (&app.company, Role::Manager)] {
        accounts.add_member(organisation.id, id(app, &email).await, role).await.unwrap();
    }
    let (limited, nobody) = (of_one_case(app, &email, case).await, app.nobody());
    limited.get(&format!("cases/{case}")).await.is(200);
    let known = [
        ("{case}", other.to_string()),
        ("{organisation}", app.company.id.to_string()),
        ("{channel}", "joint".to_owned()),
        ("{file}", "procedure.pdf".to_owned()),
        ("{token}", "A".repeat(43)),
        ("{text}", "rules".to_owned()),
        ("{version}", "1".to_owned()),
    ];
    let mut closed = 0;
    for (route, item) in acordo::http::openapi().paths.paths {
        let Some(route) = route.strip_prefix("/api/v1/") else { continue };
        let asked = match route.rsplit('/').next().unwrap() {
            "candidates" => "?for=seat.hand_over",
            "{user}" => "?role=rep",
            _ => "",
        };
        let mut path = known.iter().fold(route.to_owned(), |path, (name, value)| path.replace(name, value));
        while let Some((before, rest)) = path.split_once('{') {
            path = format!("{before}{}{}", Uuid::now_v7(), rest.split_once('}').unwrap().1);
        }
        path.push_str(asked);
        let methods = [
            (Method::GET, item.get.is_some()),
            (Method::POST, item.post.is_some()),
            (Method::PUT, item.put.is_some()),
            (Method::PATCH, item.patch.is_some()),
            (Method::DELETE, item.delete.is_some()),
        ];
        for method in methods.into_iter().filter_map(|(method, there)| there.then_some(method)) {
            if ITS_OWN.contains(&(method.clone(), route)) {
                continue;
            }
            let ask = async |person: &TestPerson| {
                TestPerson::send(person.request(method.clone(), &path).json(&body(app, route))).await
            };
            let (open, theirs) = (ask(&nobody).await, ask(&limited).await);
            if route.contains("{case}") || open.status == 401 {
                assert_eq!(
                    (&theirs.json["code"], theirs.status.as_u16()),
                    (&json!("one_case_only"), 403),
                    "{method} {path}"
                );
                closed += 1;
            } else {
                assert_eq!((theirs.status, &theirs.json["code"]), (open.status, &open.json["code"]), "{method} {path}");
            }
        }
    }
    assert!(closed > 25, "the routes that need a session were walked: {closed}");
    assert_eq!(TestSocket::open(&limited, other).await.err().unwrap().status(), 403);
    let listed = limited.get("cases").await;
    assert_eq!(listed.is(200)["cases"].as_array().unwrap().len(), 1);
    assert_eq!(listed.json["cases"][0]["id"], json!(case));
    assert_eq!(listed.json["counts"]["all"], 1);
}

async fn a_session_of_one_case_does_not_move_an_account_that_has_more(app: &TestApp) {
    let (email, wanted) = (fresh("example.org"), fresh("example.net"));
    let (case, other) = (filed(app, &email).await, filed(app, &email).await);
    let limited = of_one_case(app, &email, case).await;
    for named in [Value::Null, json!(other), json!(case)] {
        let answer = limited.post("auth/address", &json!({"email": wanted, "case": named})).await;
        answer.refused(403, "one_case_only");
    }
    limited.post("auth/address", &json!({"email": wanted})).await.refused(403, "one_case_only");
    // Who sees all of the account may move it.
    let whole = app.sign_in(&email).await;
    whole.post("auth/address", &json!({"email": wanted, "case": case})).await.is(202);
    mail_to(app, &wanted, "/l/").await;
    assert_eq!(mails_to(app, &wanted).len(), 1, "only the last was asked for");

    // An account with a seat in an organisation has more than its case, too.
    let email = fresh("example.org");
    let case = filed(app, &email).await;
    let accounts = app.running.state.store.accounts();
    accounts.add_member(app.company.id, id(app, &email).await, Role::Rep).await.unwrap();
    let limited = of_one_case(app, &email, case).await;
    limited.post("auth/address", &json!({"email": wanted, "case": case})).await.refused(403, "one_case_only");
}

async fn a_link_of_one_case_does_not_move_an_account_that_got_more_meanwhile(app: &TestApp) {
    let (email, wanted) = (fresh("example.org"), fresh("example.net"));
    let case = filed(app, &email).await;
    let limited = of_one_case(app, &email, case).await;
    limited.post("auth/address", &json!({"email": wanted, "case": case})).await.is(202);
    let link = link_in(&mail_to(app, &wanted, "/l/").await);
    filed(app, &email).await;
    let opened = app.nobody().post("auth/link/redeem", &json!({"token": link})).await;
    opened.refused(403, "one_case_only");
    id(app, &email).await;
    limited.get("auth/session").await.is(200);
}

async fn a_session_of_one_case_corrects_the_address_of_an_account_that_has_nothing_else(app: &TestApp) {
    let (email, wanted) = (fresh("example.org"), fresh("example.net"));
    let case = filed(app, &email).await;
    let limited = of_one_case(app, &email, case).await;
    limited.post("auth/address", &json!({"email": wanted, "case": case})).await.is(202);
    let link = link_in(&mail_to(app, &wanted, "/l/").await);
    let opened = app.nobody().post("auth/link/redeem", &json!({"token": link})).await;
    assert_eq!(opened.is(200)["session"]["user"]["email"], wanted);
    limited.get("auth/session").await.is(401);
    mail_to(app, &email, "vão para outro endereço").await;
}

/// What somebody with the database's file does to it.
fn alter(app: &TestApp, sql: &str) {
    use diesel::connection::SimpleConnection;
    let file = app.url().strip_prefix("sqlite:").unwrap();
    let mut conn = <diesel::SqliteConnection as diesel::Connection>::establish(file).unwrap();
    conn.batch_execute(&format!("PRAGMA busy_timeout = 5000; {sql}")).unwrap();
}

#[test]
fn an_address_changes_together_with_the_word_to_the_former_one_or_not_at_all() {
    run(Engine::Sqlite, async |app: &TestApp| {
        let (email, wanted) = (fresh("example.org"), fresh("example.net"));
        filed(app, &email).await;
        let whole = app.sign_in(&email).await;
        whole.post("auth/address", &json!({"email": wanted})).await.is(202);
        let link = link_in(&mail_to(app, &wanted, "/l/").await);
        let refuse = "BEFORE INSERT ON owed WHEN NEW.payload LIKE '%farewell%' BEGIN SELECT RAISE(ABORT, 'no'); END";
        alter(app, &format!("CREATE TRIGGER no_word {refuse}"));
        let opened = app.nobody().post("auth/link/redeem", &json!({"token": link})).await;
        assert!(opened.status.is_server_error(), "{}", opened.json);
        id(app, &email).await;
        whole.get("auth/session").await.is(200);
        alter(app, "DROP TRIGGER no_word");
        app.nobody().post("auth/link/redeem", &json!({"token": link})).await.is(200);
        mail_to(app, &email, "vão para outro endereço").await;
        whole.get("auth/session").await.is(401);
    });
}

async fn signing_out_of_one_case_leaves_the_links_into_others(app: &TestApp) {
    let email = fresh("example.org");
    let (case, other) = (filed(app, &email).await, filed(app, &email).await);
    let limited = of_one_case(app, &email, case).await;
    let identity = &app.running.state.identity;
    let user = id(app, &email).await;
    let into_it = identity.make_link(user, Some(case)).await.unwrap().text();
    let elsewhere = identity.make_link(user, Some(other)).await.unwrap().text();
    limited.post("auth/sign_out", &json!({})).await.is(204);
    let browser = Browser::new(app);
    browser.post("auth/link/redeem", &json!({"token": into_it})).await.refused(410, "link_expired");
    assert_eq!(browser.post("auth/link/redeem", &json!({"token": elsewhere})).await.is(200)["case"], json!(other));
}
