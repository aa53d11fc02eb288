//! One's own account: another password, by the present one or by a mailed link, and where one is signed in.

use super::browser::{Browser, cookie};
use crate::notify::mailbox::{link_in, mail_to, mails_to, until};
use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo::identity::{Device, staff};
use acordo_domain::moment::{HOUR_MILLIS, SECOND_MILLIS};
use acordo_domain::seat::Role;
use serde_json::{Value, json};
use std::time::Duration;
use uuid::Uuid;

on_both! {
    who_knows_the_present_password_puts_another_in_its_place,
    a_new_password_is_refused_with_its_reason_and_nothing_changes,
    guesses_at_the_present_password_are_stopped,
    a_sign_in_by_the_former_password_does_not_outlive_it,
    signing_out_leaves_the_link_to_choose_a_password,
    a_mailed_link_chooses_a_password_once,
    a_link_to_choose_a_password_signs_nobody_in_by_itself,
    a_link_to_choose_a_password_does_not_last,
    asking_for_a_password_tells_nothing_about_an_address,
    somebody_sees_where_they_are_signed_in_and_ends_it,
    a_session_of_one_case_sees_those_of_its_case,
}

const OLD: &str = "correct horse battery";
const NEW: &str = "girafa sopro lâmpada trilho";

async fn rep(app: &TestApp) -> (TestPerson, String) {
    let rep = app.member("Rita Rep", &app.company, Role::Rep).await;
    let state = &app.running.state;
    let email = state.store.accounts().user(rep.id).await.unwrap().unwrap().email;
    staff::set_password(&state.store, state.identity.passwords(), &email, OLD).await.unwrap();
    (rep, email)
}

/// Whoever comes in by links alone, and the address.
async fn consumer(app: &TestApp) -> (TestPerson, String) {
    let email = format!("{}@example.org", Uuid::now_v7().simple());
    app.files(&app.complaint(&email)).await;
    (app.sign_in(&email).await, email)
}

async fn entered(app: &TestApp, email: &str, password: &str) -> Browser {
    let browser = Browser::new(app);
    browser.post("auth/sign_in", &json!({"email": email, "password": password})).await.is(200);
    browser
}

async fn may_enter(app: &TestApp, email: &str, password: &str) -> bool {
    let answer = Browser::new(app).post("auth/sign_in", &json!({"email": email, "password": password})).await;
    match answer.status.as_u16() {
        200 => true,
        401 => false,
        other => panic!("{other}: {}", answer.json),
    }
}

fn change(present: &str, password: &str) -> Value {
    json!({"present": present, "password": password})
}

/// The token of the mailed link, after so many mails.
async fn reset_token(app: &TestApp, email: &str) -> String {
    app.nobody().post("auth/password/ask", &json!({"email": email})).await.is(202);
    token_in(&mail_to(app, email, "/password/").await.text)
}

fn token_in(text: &str) -> String {
    let rest = text.split_once("/password/").unwrap().1;
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

async fn who_knows_the_present_password_puts_another_in_its_place(app: &TestApp) {
    let (rep, email) = rep(app).await;
    let (here, elsewhere) = (entered(app, &email, OLD).await, entered(app, &email, OLD).await);
    here.post("auth/password", &change(OLD, NEW)).await.is(204);
    here.get("auth/session").await.is(200);
    here.post("auth/refresh", &json!({})).await.is(200);
    for path in ["auth/session", "auth/account"] {
        elsewhere.get(path).await.refused(401, "session_ended");
    }
    elsewhere.post("auth/refresh", &json!({})).await.refused(401, "session_ended");
    // The session that the test itself opened is one of the others.
    rep.get("auth/session").await.refused(401, "session_ended");
    assert!(!may_enter(app, &email, OLD).await && may_enter(app, &email, NEW).await);
    let mail = mail_to(app, &email, "has a new password").await;
    assert!(mail.text.contains("/password") && !mail.text.contains(NEW), "{}", mail.text);
}

async fn a_new_password_is_refused_with_its_reason_and_nothing_changes(app: &TestApp) {
    let (_, email) = rep(app).await;
    let (here, elsewhere) = (entered(app, &email, OLD).await, entered(app, &email, OLD).await);
    for (body, code, at) in [
        (change("wrong horse battery", NEW), "password_wrong", "/present"),
        (change(OLD, &email), "password_weak", "/password"),
        (change(OLD, "Password123!"), "password_weak", "/password"),
        (change(OLD, ""), "password_weak", "/password"),
        (change(OLD, OLD), "password_same", "/password"),
        (change(&OLD.repeat(60), NEW), "password_wrong", "/present"),
        (change(OLD, &NEW.repeat(60)), "password_too_long", "/password"),
    ] {
        let answer = here.post("auth/password", &body).await;
        answer.refused(422, code);
        assert_eq!(answer.json["errors"][0]["pointer"], at, "{}", answer.json);
    }
    elsewhere.get("auth/session").await.is(200);
    assert!(may_enter(app, &email, OLD).await && !may_enter(app, &email, NEW).await);
    assert!(mails_to(app, &email).is_empty());
    // Whoever comes in by links has nothing that could be changed.
    let consumer = consumer(app).await.0;
    consumer.post("auth/password", &change(OLD, NEW)).await.refused(409, "no_password");
    app.nobody().post("auth/password", &change(OLD, NEW)).await.refused(401, "unauthenticated");
}

/// A sign-in that compared the former password while another was put in its place is none.
async fn a_sign_in_by_the_former_password_does_not_outlive_it(app: &TestApp) {
    let (_, email) = rep(app).await;
    let here = entered(app, &email, OLD).await;
    let (form, change) = (json!({"email": email, "password": OLD}), change(OLD, NEW));
    let browsers: Vec<Browser> = (0..24).map(|_| Browser::new(app)).collect();
    // Hashing and comparing take some tens of milliseconds each: some of these compare while the other is written.
    let signing = browsers.iter().zip(0..).map(async |(browser, nth)| {
        tokio::time::sleep(Duration::from_millis(nth * 8)).await;
        browser.post("auth/sign_in", &form).await
    });
    let signing = futures_util::future::join_all(signing);
    let (changed, _) = tokio::join!(here.post("auth/password", &change), signing);
    changed.is(204);
    for browser in &browsers {
        assert_eq!(browser.get("auth/account").await.status, 401);
    }
    here.get("auth/account").await.is(200);
}

async fn signing_out_leaves_the_link_to_choose_a_password(app: &TestApp) {
    let (_, email) = rep(app).await;
    let token = reset_token(app, &email).await;
    let browser = entered(app, &email, OLD).await;
    browser.post("auth/sign_out", &json!({})).await.is(204);
    assert_eq!(browser.get(&format!("auth/link/{token}")).await.is(200)["state"], "open");
    // Nor does a newer one end it: whoever asks may be a stranger. The first that is used ends the others.
    let user = app.running.state.store.accounts().user_by_email(&email).await.unwrap().unwrap();
    let store = &app.running.state.store;
    let newer = acordo::identity::account::make_reset_link(store, user.id).await.unwrap().text();
    browser.post("auth/password/choose", &json!({"token": token, "password": NEW})).await.is(200);
    let answer = browser.post("auth/password/choose", &json!({"token": newer, "password": OLD})).await;
    answer.refused(410, "password_link_over");
    // Once one was used, another is mailed at once.
    let before = mails_to(app, &email).len();
    app.nobody().post("auth/password/ask", &json!({"email": email})).await.is(202);
    until("another mail", async || (mails_to(app, &email).len() > before).then_some(())).await;
}

async fn guesses_at_the_present_password_are_stopped(app: &TestApp) {
    let (_, email) = rep(app).await;
    let here = entered(app, &email, OLD).await;
    for _ in 0..20 {
        here.post("auth/password", &change("wrong horse battery", NEW)).await.refused(422, "password_wrong");
    }
    here.post("auth/password", &change(OLD, NEW)).await.refused(429, "rate_limited");
    app.clock.advance_millis(15 * 60 * SECOND_MILLIS);
    here.post("auth/refresh", &json!({})).await.is(200);
    here.post("auth/password", &change(OLD, NEW)).await.is(204);
}

async fn a_mailed_link_chooses_a_password_once(app: &TestApp) {
    let (_, email) = rep(app).await;
    let elsewhere = entered(app, &email, OLD).await;
    let token = reset_token(app, &email).await;
    let fresh = Browser::new(app);
    let seen = fresh.get(&format!("auth/link/{token}")).await;
    assert_eq!((&seen.is(200)["state"], &seen.json["chooses_password"]), (&json!("open"), &json!(true)));
    // What is refused leaves the link whole.
    let weak = fresh.post("auth/password/choose", &json!({"token": token, "password": "12345678"})).await;
    weak.refused(422, "password_weak");
    assert_eq!(weak.json["errors"][0]["pointer"], "/password");
    let chosen = fresh.post("auth/password/choose", &json!({"token": token, "password": NEW})).await;
    assert_eq!(chosen.is(200)["user"]["email"], email);
    assert!(cookie(&chosen, "acordo_device").is_some(), "the device is known from now on");
    fresh.get("auth/session").await.is(200);
    elsewhere.get("auth/session").await.refused(401, "session_ended");
    assert!(!may_enter(app, &email, OLD).await && may_enter(app, &email, NEW).await);
    let again =
        fresh.post("auth/password/choose", &json!({"token": token, "password": "outra coisa bem comprida"})).await;
    again.refused(410, "password_link_over");
    mail_to(app, &email, "has a new password").await;
    for token in ["A".repeat(43), "short".to_owned()] {
        let answer = fresh.post("auth/password/choose", &json!({"token": token, "password": NEW})).await;
        answer.refused(404, "link_unknown");
    }
}

async fn a_link_to_choose_a_password_signs_nobody_in_by_itself(app: &TestApp) {
    let (_, email) = rep(app).await;
    let token = reset_token(app, &email).await;
    let browser = Browser::new(app);
    browser.post("auth/link/redeem", &json!({"token": token})).await.refused(404, "link_unknown");
    browser.get("auth/session").await.refused(401, "unauthenticated");
    // Nor does a link to sign in choose a password.
    let consumer = consumer(app).await.0;
    let link = app.running.state.identity.make_link(consumer.id, None).await.unwrap().text();
    let answer = browser.post("auth/password/choose", &json!({"token": link, "password": NEW})).await;
    answer.refused(404, "link_unknown");
    // Somebody who is not let in any more chooses none.
    staff::set_disabled(&app.running.state.store, &email, true).await.unwrap();
    let answer = browser.post("auth/password/choose", &json!({"token": token, "password": NEW})).await;
    answer.refused(404, "link_unknown");
}

async fn a_link_to_choose_a_password_does_not_last(app: &TestApp) {
    let (_, email) = rep(app).await;
    let token = reset_token(app, &email).await;
    app.clock.advance_millis(2 * HOUR_MILLIS);
    let browser = Browser::new(app);
    let answer = browser.post("auth/password/choose", &json!({"token": token, "password": NEW})).await;
    answer.refused(410, "password_link_over");
    assert!(may_enter(app, &email, OLD).await);
    // A changed password ends the links that wait.
    let identity = &app.running.state.identity;
    let user = app.running.state.store.accounts().user_by_email(&email).await.unwrap().unwrap();
    let waiting = acordo::identity::account::make_reset_link(identity.store(), user.id).await.unwrap().text();
    entered(app, &email, OLD).await.post("auth/password", &change(OLD, NEW)).await.is(204);
    let answer = browser.post("auth/password/choose", &json!({"token": waiting, "password": OLD})).await;
    answer.refused(410, "password_link_over");
}

async fn asking_for_a_password_tells_nothing_about_an_address(app: &TestApp) {
    let (_, staff) = rep(app).await;
    let (_, consumer) = consumer(app).await;
    let former = link_in(&mail_to(app, &consumer, "/l/").await);
    let mut answers = Vec::new();
    for email in ["nobody@example.org", staff.as_str(), consumer.as_str(), "no address"] {
        let answer = app.nobody().post("auth/password/ask", &json!({"email": email})).await;
        answer.is(202);
        answers.push((answer.status, answer.bytes));
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
    mail_to(app, &staff, "/password/").await;
    // Whoever comes in by links gets one of those.
    let token = link_in(&mail_to(app, &consumer, "Você pediu um link para entrar").await);
    assert_ne!(token, former);
    Browser::new(app).post("auth/link/redeem", &json!({"token": token})).await.is(200);
}

async fn somebody_sees_where_they_are_signed_in_and_ends_it(app: &TestApp) {
    let (_, email) = rep(app).await;
    let (here, phone, third) =
        (entered(app, &email, OLD).await, entered(app, &email, OLD).await, entered(app, &email, OLD).await);
    let account = here.get("auth/account").await;
    assert_eq!((&account.is(200)["has_password"], &account.json["may_have_password"]), (&json!(true), &json!(true)));
    let sessions = account.json["sessions"].as_array().unwrap();
    assert_eq!(sessions.iter().filter(|session| session["current"] == true).count(), 1);
    assert_eq!(sessions.len(), 3, "{sessions:?}");
    assert!(sessions.iter().all(|session| session["level"] == "password" && session["address"] == "127.0.0.1"));
    let of_phone = phone.get("auth/account").await;
    let its = of_phone.json["sessions"].as_array().unwrap().iter().find(|session| session["current"] == true).unwrap();
    let id = its["id"].as_str().unwrap();
    // Nobody else's session.
    let (_, other) = rep(app).await;
    let stranger = entered(app, &other, OLD).await;
    stranger.delete(&format!("auth/sessions/{id}")).await.refused(404, "not_found");
    phone.get("auth/session").await.is(200);
    here.delete(&format!("auth/sessions/{id}")).await.is(204);
    phone.get("auth/session").await.refused(401, "session_ended");
    here.delete(&format!("auth/sessions/{id}")).await.refused(404, "not_found");
    here.post("auth/sessions/end_others", &json!({})).await.is(204);
    third.get("auth/session").await.refused(401, "session_ended");
    stranger.get("auth/session").await.is(200);
    let left = here.get("auth/account").await;
    assert_eq!(left.is(200)["sessions"].as_array().unwrap().len(), 1);
}

async fn a_session_of_one_case_sees_those_of_its_case(app: &TestApp) {
    let email = format!("{}@example.org", Uuid::now_v7().simple());
    let case = app.files(&app.complaint(&email)).await;
    let whole = app.sign_in(&email).await;
    let user = app.running.state.store.accounts().user_by_email(&email).await.unwrap().unwrap().id;
    let mut limited = Vec::new();
    for _ in 0..2 {
        let link = app.running.state.identity.make_link(user, Some(case)).await.unwrap();
        let browser = Browser::new(app);
        browser.post("auth/link/redeem", &json!({"token": link.text()})).await.is(200);
        limited.push(browser);
    }
    let seen = limited[0].get("auth/account").await;
    assert_eq!((&seen.is(200)["has_password"], &seen.json["may_have_password"]), (&json!(false), &json!(false)));
    let sessions = seen.json["sessions"].as_array().unwrap();
    assert!(sessions.len() >= 2 && sessions.iter().all(|session| session["case"] == json!(case)), "{sessions:?}");
    let all = whole.get("auth/account").await;
    let current =
        all.is(200)["sessions"].as_array().unwrap().iter().find(|session| session["current"] == true).unwrap();
    assert_eq!(current["case"], Value::Null);
    let id = current["id"].as_str().unwrap();
    limited[0].delete(&format!("auth/sessions/{id}")).await.refused(404, "not_found");
    let link = app.running.state.identity.make_link(user, Some(case)).await.unwrap();
    let came = app.running.state.identity.redeem(&link.text(), Device::default()).await.unwrap();
    let mut socket = TestPerson::new(&app.base, &came.begun).enters(case, json!({})).await;
    limited[0].delete(&format!("auth/sessions/{}", came.begun.who.session)).await.is(204);
    assert_eq!(socket.until_bye().await, ("session_ended".to_owned(), 4001));
    limited[0].post("auth/sessions/end_others", &json!({})).await.is(204);
    limited[1].get("auth/session").await.refused(401, "session_ended");
    whole.get("auth/session").await.is(200);
    whole.post("auth/sessions/end_others", &json!({})).await.is(204);
    limited[0].get("auth/session").await.refused(401, "session_ended");
}
