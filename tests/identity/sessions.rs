//! Passwords, cookies, refresh families and the end of sessions.

use super::browser::{Browser, cookie};
use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo::identity::staff;
use acordo_domain::moment::{DAY_MILLIS, SECOND_MILLIS};
use acordo_domain::seat::Role;
use reqwest::{Client, Method};
use serde_json::json;

on_both! {
    a_rep_signs_in_by_password_and_the_tokens_are_out_of_reach_of_scripts,
    a_wrong_password_and_an_unknown_address_answer_alike,
    guessing_a_password_is_stopped,
    nobody_shuts_another_out,
    a_known_device_comes_in_where_others_guess,
    guesses_at_the_same_moment_all_count,
    a_refresh_token_gives_a_fresh_pair_and_its_access_works,
    a_refresh_token_used_twice_ends_the_session_of_both_holders,
    a_token_is_dead_once_what_came_of_it_was_renewed,
    two_holders_of_one_session_end_it,
    a_session_does_not_outlive_its_days,
    signing_out_ends_the_session_whoever_still_holds_its_token,
    signing_out_works_after_the_access_token_ran_out,
    an_access_token_lasts_ten_minutes,
    somebody_disabled_is_out,
}

const PASSWORD: &str = "correct horse battery";

async fn rep_with_password(app: &TestApp) -> (TestPerson, String) {
    let rep = app.member("Rita Rep", &app.company, Role::Rep).await;
    let state = &app.running.state;
    let email = state.store.accounts().user(rep.id).await.unwrap().unwrap().email;
    staff::set_password(&state.store, state.identity.passwords(), &email, PASSWORD).await.unwrap();
    (rep, email)
}

async fn signed_in(app: &TestApp) -> (Browser, String, String) {
    let (_, email) = rep_with_password(app).await;
    let browser = Browser::new(app);
    let answer = browser.post("auth/sign_in", &json!({"email": email, "password": PASSWORD})).await;
    answer.is(200);
    let value = |name| cookie(&answer, name).unwrap().0;
    (browser, value("acordo_access"), value("acordo_refresh"))
}

/// A request that carries nothing but this refresh token, as a thief would send it.
async fn refresh_with(app: &TestApp, token: &str) -> crate::support::person::Reply {
    let request = Client::new().request(Method::POST, format!("{}/api/v1/auth/refresh", app.base));
    TestPerson::send(request.header("origin", &app.base).header("cookie", format!("acordo_refresh={token}"))).await
}

async fn session_of(app: &TestApp, access: &str) -> crate::support::person::Reply {
    let mut person = app.nobody();
    person.token = Some(access.to_owned());
    person.get("auth/session").await
}

async fn a_rep_signs_in_by_password_and_the_tokens_are_out_of_reach_of_scripts(app: &TestApp) {
    let (_, email) = rep_with_password(app).await;
    let browser = Browser::new(app);
    // People type addresses with capitals and with spaces around them.
    let typed = format!(" {} ", email.to_uppercase());
    let answer = browser.post("auth/sign_in", &json!({"email": typed, "password": PASSWORD})).await;
    assert_eq!(answer.is(200)["user"]["memberships"][0]["role"], "rep");
    assert_eq!(answer.json["user"]["memberships"][0]["organisation_name"], "Loja Ipê");
    assert_eq!(answer.json["demo"], false);
    for name in ["acordo_access", "acordo_refresh"] {
        let (value, attributes) = cookie(&answer, name).unwrap();
        for wanted in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(attributes.contains(wanted), "{name}: {attributes}");
        }
        assert!(!attributes.contains("Domain"));
        assert!(!String::from_utf8_lossy(&answer.bytes).contains(&value));
    }
    browser.get("auth/session").await.is(200);
}

async fn a_wrong_password_and_an_unknown_address_answer_alike(app: &TestApp) {
    let (_, email) = rep_with_password(app).await;
    let browser = Browser::new(app);
    let mut answers = Vec::new();
    for (email, password) in [
        (email.as_str(), "wrong horse battery"),
        ("nobody@example.org", PASSWORD),
        (email.as_str(), ""),
        ("", ""),
        (email.as_str(), &"x".repeat(2_000)),
    ] {
        let answer = browser.post("auth/sign_in", &json!({"email": email, "password": password})).await;
        answer.refused(401, "wrong_credentials");
        assert!(cookie(&answer, "acordo_access").is_none());
        answers.push(answer.json["detail"].clone());
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
}

async fn guessing_a_password_is_stopped(app: &TestApp) {
    let (_, email) = rep_with_password(app).await;
    let browser = Browser::new(app);
    for _ in 0..20 {
        let body = json!({"email": email, "password": "wrong horse battery"});
        browser.post("auth/sign_in", &body).await.refused(401, "wrong_credentials");
    }
    let answer = browser.post("auth/sign_in", &json!({"email": email, "password": PASSWORD})).await;
    answer.refused(429, "rate_limited");
    assert!(!answer.header("retry-after").is_empty());
}

async fn guess(browser: &Browser, email: &str, tries: usize) -> Vec<u16> {
    let body = json!({"email": email, "password": "wrong horse battery"});
    let mut codes = Vec::new();
    for _ in 0..tries {
        codes.push(browser.post("auth/sign_in", &body).await.status.as_u16());
    }
    codes
}

async fn nobody_shuts_another_out(app: &TestApp) {
    let (_, email) = rep_with_password(app).await;
    let right = json!({"email": email, "password": PASSWORD});
    let (stranger, owner) = (Browser::from(app, [127, 0, 0, 2]), Browser::from(app, [127, 0, 0, 3]));
    assert_eq!(guess(&stranger, &email, 22).await[19..], [401, 429, 429]);
    owner.post("auth/sign_in", &right).await.is(200);
    // At the address of the guesses even the right password is refused until the time is over.
    stranger.post("auth/sign_in", &right).await.refused(429, "rate_limited");
    app.clock.advance_millis(15 * 60 * SECOND_MILLIS);
    stranger.post("auth/sign_in", &right).await.is(200);
}

async fn a_known_device_comes_in_where_others_guess(app: &TestApp) {
    let (_, email) = rep_with_password(app).await;
    let right = json!({"email": email, "password": PASSWORD});
    let (known, colleague) = (Browser::new(app), Browser::new(app));
    let answer = known.post("auth/sign_in", &right).await;
    let (mark, attributes) = cookie(&answer, "acordo_device").unwrap();
    assert!(attributes.contains("HttpOnly") && !String::from_utf8_lossy(&answer.bytes).contains(&mark));
    known.post("auth/sign_out", &json!({})).await.is(204);
    assert_eq!(guess(&colleague, &email, 21).await[20], 429);
    known.post("auth/sign_in", &right).await.is(200);
    // A device is known for one person; for others it is an address like any other.
    let (_, other) = (app.member("Raul Rep", &app.company, Role::Rep).await, "raul@example.org");
    assert_eq!(guess(&known, other, 21).await[20], 429);
    assert_eq!(guess(&colleague, other, 1).await, [429]);
}

async fn guesses_at_the_same_moment_all_count(app: &TestApp) {
    let (_, email) = rep_with_password(app).await;
    let browser = Browser::new(app);
    let guesses = futures_util::future::join_all((0..25).map(|_| guess(&browser, &email, 1))).await;
    let compared = guesses.iter().filter(|codes| codes[0] == 401).count();
    let stopped = guesses.iter().filter(|codes| codes[0] == 429).count();
    assert_eq!((compared, stopped), (20, 5));
}

async fn a_refresh_token_gives_a_fresh_pair_and_its_access_works(app: &TestApp) {
    let (browser, access, refresh) = signed_in(app).await;
    app.clock.advance_millis(11 * 60 * SECOND_MILLIS);
    session_of(app, &access).await.refused(401, "session_expired");
    let answer = browser.post("auth/refresh", &json!({})).await;
    answer.is(200);
    assert_ne!(cookie(&answer, "acordo_refresh").unwrap().0, refresh);
    session_of(app, &cookie(&answer, "acordo_access").unwrap().0).await.is(200);
}

async fn a_refresh_token_used_twice_ends_the_session_of_both_holders(app: &TestApp) {
    let (browser, _, stolen) = signed_in(app).await;
    let answer = browser.post("auth/refresh", &json!({})).await;
    answer.is(200);
    let (access, newest) = (cookie(&answer, "acordo_access").unwrap().0, cookie(&answer, "acordo_refresh").unwrap().0);
    session_of(app, &access).await.is(200);

    // Two tabs may refresh at the same moment; a later refresh is a thief's, or the thief was first.
    app.clock.advance_millis(60 * SECOND_MILLIS);
    refresh_with(app, &stolen).await.refused(401, "session_ended");
    refresh_with(app, &newest).await.refused(401, "session_ended");
    session_of(app, &access).await.refused(401, "session_ended");
}

async fn a_session_does_not_outlive_its_days(app: &TestApp) {
    let (_, _, refresh) = signed_in(app).await;
    app.clock.advance_millis(30 * DAY_MILLIS);
    refresh_with(app, &refresh).await.refused(401, "session_ended");
    refresh_with(app, "nonsense").await.refused(401, "unauthenticated");
}

async fn signing_out_ends_the_session_whoever_still_holds_its_token(app: &TestApp) {
    let (browser, access, refresh) = signed_in(app).await;
    session_of(app, &access).await.is(200);
    let answer = browser.post("auth/sign_out", &json!({})).await;
    answer.is(204);
    for name in ["acordo_access", "acordo_refresh"] {
        let (value, attributes) = cookie(&answer, name).unwrap();
        assert!(value.is_empty() && attributes.contains("Max-Age=0"), "{attributes}");
    }
    session_of(app, &access).await.refused(401, "session_ended");
    refresh_with(app, &refresh).await.refused(401, "session_ended");
    browser.get("auth/session").await.refused(401, "unauthenticated");
    // Signing out twice is no error.
    browser.post("auth/sign_out", &json!({})).await.is(204);
}

async fn signing_out_works_after_the_access_token_ran_out(app: &TestApp) {
    let (browser, _, refresh) = signed_in(app).await;
    app.clock.advance_millis(11 * 60 * SECOND_MILLIS);
    browser.post("auth/sign_out", &json!({})).await.is(204);
    app.clock.advance_millis(60 * SECOND_MILLIS);
    refresh_with(app, &refresh).await.refused(401, "session_ended");
}

async fn an_access_token_lasts_ten_minutes(app: &TestApp) {
    let (_, access, _) = signed_in(app).await;
    app.clock.advance_millis(600 * SECOND_MILLIS - 1_000);
    session_of(app, &access).await.is(200);
    app.clock.advance_millis(1_000);
    session_of(app, &access).await.refused(401, "session_expired");
    session_of(app, "x.y.z").await.refused(401, "unauthenticated");
}

async fn somebody_disabled_is_out(app: &TestApp) {
    let (_, email) = rep_with_password(app).await;
    let browser = Browser::new(app);
    let body = json!({"email": email, "password": PASSWORD});
    browser.post("auth/sign_in", &body).await.is(200);
    staff::set_disabled(&app.running.state.store, &email, true).await.unwrap();
    browser.post("auth/refresh", &json!({})).await.refused(401, "session_ended");
    browser.post("auth/sign_in", &body).await.refused(401, "wrong_credentials");
}

/// The newest refresh token of an answer.
fn renewed(answer: &crate::support::person::Reply) -> String {
    answer.is(200);
    cookie(answer, "acordo_refresh").unwrap().0
}

async fn a_token_is_dead_once_what_came_of_it_was_renewed(app: &TestApp) {
    let (_, _, first) = signed_in(app).await;
    let second = renewed(&refresh_with(app, &first).await);
    // Two tabs at the same moment: the first answer has not arrived yet.
    renewed(&refresh_with(app, &first).await);
    let third = renewed(&refresh_with(app, &second).await);
    refresh_with(app, &first).await.refused(401, "session_ended");
    refresh_with(app, &third).await.refused(401, "session_ended");
}

async fn two_holders_of_one_session_end_it(app: &TestApp) {
    let (_, _, stolen) = signed_in(app).await;
    let (owners, thiefs) = (renewed(&refresh_with(app, &stolen).await), renewed(&refresh_with(app, &stolen).await));
    let owners = renewed(&refresh_with(app, &owners).await);
    refresh_with(app, &thiefs).await.refused(401, "session_ended");
    refresh_with(app, &owners).await.refused(401, "session_ended");
}
