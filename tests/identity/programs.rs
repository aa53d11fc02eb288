//! Programs: tokens in the body instead of cookies, and what a page cannot get that way.

use super::browser::{Browser, cookie};
use crate::notify::mailbox::{link_in, mail_to};
use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::{Reply, TestPerson};
use acordo::identity::staff;
use acordo_domain::moment::SECOND_MILLIS;
use acordo_domain::seat::Role;
use reqwest::{Client, Method};
use serde_json::{Value, json};
use uuid::Uuid;

on_both! {
    a_program_signs_in_renews_and_signs_out_without_cookies,
    a_program_follows_a_link_and_gets_its_tokens,
    a_cookie_is_never_traded_for_a_token_in_a_body,
}

const PASSWORD: &str = "correct horse battery";

async fn rep(app: &TestApp) -> String {
    let rep = app.member("Rita Rep", &app.company, Role::Rep).await;
    let state = &app.running.state;
    let email = state.store.accounts().user(rep.id).await.unwrap().unwrap().email;
    staff::set_password(&state.store, state.identity.passwords(), &email, PASSWORD).await.unwrap();
    email
}

/// A request as a program sends it: no origin, no cookies.
async fn program(app: &TestApp, path: &str, tokens: Option<&str>, access: Option<&str>, body: &Value) -> Reply {
    let mut request = Client::new().request(Method::POST, format!("{}/api/v1/{path}", app.base)).json(body);
    if let Some(how) = tokens {
        request = request.header("tokens", how);
    }
    if let Some(access) = access {
        request = request.bearer_auth(access);
    }
    TestPerson::send(request).await
}

async fn who(app: &TestApp, access: &str) -> Reply {
    let mut person = app.nobody();
    person.token = Some(access.to_owned());
    person.get("auth/session").await
}

fn text<'r>(reply: &'r Reply, pointer: &str) -> &'r str {
    reply.json.pointer(pointer).and_then(Value::as_str).unwrap()
}

async fn a_program_signs_in_renews_and_signs_out_without_cookies(app: &TestApp) {
    let email = rep(app).await;
    let form = json!({"email": email, "password": PASSWORD});
    let began = program(app, "auth/sign_in", Some("body"), None, &form).await;
    assert_eq!(began.is(200)["tokens"]["token_type"], "Bearer");
    assert_eq!(began.json["tokens"]["expires_in"], 600);
    assert!(began.json["tokens"]["refresh_expires_in"].as_i64().unwrap() > 29 * 86_400);
    assert!(began.headers.get("set-cookie").is_none());
    assert_eq!(began.header("cache-control"), "no-store");
    let (access, refresh) = (text(&began, "/tokens/access_token"), text(&began, "/tokens/refresh_token"));
    assert_eq!(who(app, access).await.is(200)["user"]["email"], email);

    app.clock.advance_millis(601 * SECOND_MILLIS);
    who(app, access).await.refused(401, "session_expired");
    let renewed = program(app, "auth/refresh", None, None, &json!({"refresh_token": refresh})).await;
    let (access, next) = (text(&renewed, "/tokens/access_token"), text(&renewed, "/tokens/refresh_token"));
    assert!(renewed.headers.get("set-cookie").is_none());
    assert_ne!(next, refresh);
    who(app, access).await.is(200);

    // With the refresh token alone: the access token may have run out.
    program(app, "auth/sign_out", None, None, &json!({"refresh_token": next})).await.is(204);
    who(app, access).await.refused(401, "session_ended");
    let over = program(app, "auth/refresh", None, None, &json!({"refresh_token": next})).await;
    over.refused(401, "session_ended");
    let none = program(app, "auth/refresh", None, None, &json!({"refresh_token": "made up"})).await;
    none.refused(401, "unauthenticated");
    let wrong = program(app, "auth/sign_in", Some("body"), None, &json!({"email": email, "password": "x"})).await;
    wrong.refused(401, "wrong_credentials");
    assert!(wrong.json.get("tokens").is_none());
}

async fn a_program_follows_a_link_and_gets_its_tokens(app: &TestApp) {
    let email = format!("{}@example.org", Uuid::now_v7().simple());
    let case = app.files(&app.complaint(&email)).await;
    let link = link_in(&mail_to(app, &email, "/l/").await);
    let came = program(app, "auth/link/redeem", Some("body"), None, &json!({"token": link})).await;
    assert_eq!(came.is(200)["case"], json!(case));
    assert!(came.headers.get("set-cookie").is_none());
    who(app, text(&came, "/session/tokens/access_token")).await.is(200);
}

async fn a_cookie_is_never_traded_for_a_token_in_a_body(app: &TestApp) {
    let email = rep(app).await;
    let form = json!({"email": email, "password": PASSWORD});
    // Asked for nothing, or something else, it is cookies.
    for how in [None, Some("cookie"), Some("BODY")] {
        let began = program(app, "auth/sign_in", how, None, &form).await;
        assert!(began.is(200).get("tokens").is_none() && cookie(&began, "acordo_refresh").is_some(), "{how:?}");
    }
    // What a script on a page could send: the cookie travels with it, the body of the answer must not tell it.
    let began = program(app, "auth/sign_in", None, None, &form).await;
    let refresh = cookie(&began, "acordo_refresh").unwrap().0;
    for body in [json!({}), json!({"refresh_token": null})] {
        let request = Client::new().request(Method::POST, format!("{}/api/v1/auth/refresh", app.base));
        let request = request.header("origin", &app.base).header("tokens", "body");
        let renewed = TestPerson::send(request.header("cookie", format!("acordo_refresh={refresh}")).json(&body)).await;
        let told = String::from_utf8_lossy(&renewed.bytes).into_owned();
        assert!(renewed.is(200).get("tokens").is_none(), "{told}");
        let fresh = cookie(&renewed, "acordo_refresh").unwrap().0;
        assert!(!told.contains(&fresh) && !told.contains(&refresh));
    }
    let broken = program(app, "auth/refresh", None, None, &json!({"refresh_token": 5})).await;
    broken.refused(400, "invalid_field");
    let unknown = program(app, "auth/refresh", None, None, &json!({"token": "x"})).await;
    unknown.refused(400, "unknown_field");
    Browser::new(app).get("auth/session").await.refused(401, "unauthenticated");
}
