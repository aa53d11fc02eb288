//! One-time links: looking at one never uses it up, a click does, and for a used one a fresh one is mailed.

use super::browser::Browser;
use crate::notify::mailbox::{link_in, mail_to, mails_to, until};
use crate::support::app::TestApp;
use crate::support::on_both;
use acordo::identity::session::PASSWORD;
use acordo_domain::moment::DAY_MILLIS;
use acordo_domain::seat::Role;
use serde_json::json;

on_both! {
    a_link_into_a_case_leads_to_that_case_alone,
    a_newer_link_ends_the_older,
    signing_out_ends_the_links_that_wait,
    looking_at_a_link_does_not_use_it_up,
    a_used_link_is_refused_and_a_fresh_one_is_mailed,
    an_expired_link_is_refused_and_a_fresh_one_is_mailed,
    of_two_who_follow_a_link_at_once_one_comes_in,
    a_link_that_nobody_made_is_not_found,
    asking_for_a_link_tells_nothing_about_an_address,
}

const EMAIL: &str = "marina@example.org";

/// Files a complaint; returns the token of the link in its mail, and the case.
async fn filed(app: &TestApp) -> (String, String) {
    let case = app.files(&app.complaint(EMAIL)).await;
    let mail = mail_to(app, EMAIL, "/l/").await;
    (link_in(&mail), case.to_string())
}

async fn looking_at_a_link_does_not_use_it_up(app: &TestApp) {
    let (token, case) = filed(app).await;
    let browser = Browser::new(app);
    for _ in 0..3 {
        let seen = browser.get(&format!("auth/link/{token}")).await;
        assert_eq!(seen.is(200)["state"], "open");
        assert_eq!(seen.json["company_name"], "Loja Ipê");
        assert!(seen.json["case_reference"].as_str().unwrap().contains('-'));
    }
    // Looking at a link signs nobody in.
    browser.get("auth/session").await.refused(401, "unauthenticated");

    let redeemed = browser.post("auth/link/redeem", &json!({"token": token})).await;
    assert_eq!(redeemed.is(200)["case"], case.as_str());
    assert_eq!(redeemed.json["session"]["user"]["email"], EMAIL);
    assert_eq!(browser.get("auth/session").await.is(200)["user"]["name"], "Ana Souza");
    assert_eq!(browser.get(&format!("cases/{case}")).await.is(200)["capacity"], "consumer");
    assert_eq!(browser.get(&format!("auth/link/{token}")).await.is(200)["state"], "used");
}

async fn a_used_link_is_refused_and_a_fresh_one_is_mailed(app: &TestApp) {
    let (token, case) = filed(app).await;
    Browser::new(app).post("auth/link/redeem", &json!({"token": token})).await.is(200);

    let browser = Browser::new(app);
    browser.post("auth/link/redeem", &json!({"token": token})).await.refused(410, "link_used");
    browser.get("auth/session").await.refused(401, "unauthenticated");

    let fresh = link_in(&mail_to(app, EMAIL, "link novo").await);
    assert_ne!(fresh, token);
    let redeemed = browser.post("auth/link/redeem", &json!({"token": fresh})).await;
    assert_eq!(redeemed.is(200)["case"], case.as_str());
}

async fn an_expired_link_is_refused_and_a_fresh_one_is_mailed(app: &TestApp) {
    let (token, _) = filed(app).await;
    app.clock.advance_millis(DAY_MILLIS - 1);
    let browser = Browser::new(app);
    assert_eq!(browser.get(&format!("auth/link/{token}")).await.is(200)["state"], "open");
    app.clock.advance_millis(1);
    assert_eq!(browser.get(&format!("auth/link/{token}")).await.is(200)["state"], "expired");
    browser.post("auth/link/redeem", &json!({"token": token})).await.refused(410, "link_expired");
    let fresh = link_in(&mail_to(app, EMAIL, "link novo").await);
    browser.post("auth/link/redeem", &json!({"token": fresh})).await.is(200);
}

async fn of_two_who_follow_a_link_at_once_one_comes_in(app: &TestApp) {
    let (token, _) = filed(app).await;
    let (one, two) = (Browser::new(app), Browser::new(app));
    let body = json!({"token": token});
    let answers = tokio::join!(one.post("auth/link/redeem", &body), two.post("auth/link/redeem", &body));
    let mut statuses = [answers.0.status.as_u16(), answers.1.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 410]);
}

async fn a_link_that_nobody_made_is_not_found(app: &TestApp) {
    let browser = Browser::new(app);
    let never = "A".repeat(43);
    for token in [never.as_str(), "short", "no spaces", &"x".repeat(4_000)] {
        browser.post("auth/link/redeem", &json!({"token": token})).await.refused(404, "link_unknown");
    }
    browser.get(&format!("auth/link/{never}")).await.refused(404, "link_unknown");
}

async fn asking_for_a_link_tells_nothing_about_an_address(app: &TestApp) {
    filed(app).await;
    let accounts = app.running.state.store.accounts();
    let rep = app.member("Rita Rep", &app.company, Role::Rep).await;
    accounts.set_credential(rep.id, PASSWORD, "whatever").await.unwrap();
    let staff = accounts.user(rep.id).await.unwrap().unwrap().email;

    let browser = Browser::new(app);
    let mut answers = Vec::new();
    for email in ["nobody@example.org", staff.as_str(), EMAIL] {
        let answer = browser.post("auth/link", &json!({"email": email})).await;
        answer.is(202);
        answers.push((answer.status, answer.bytes));
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));

    // The address asked for last gets its mail; somebody with a password is not let in by a mailbox alone.
    mail_to(app, EMAIL, "pediu um link").await;
    assert_eq!(mails_to(app, &staff), []);
}

/// Another complaint of the same person, and the link that its mail holds.
async fn filed_again(app: &TestApp, token: &str) -> (String, String) {
    let case = app.files(&app.complaint(EMAIL)).await.to_string();
    let other = until("a second link", async || {
        let links =
            mails_to(app, EMAIL).iter().filter(|mail| mail.text.contains("/l/")).map(link_in).collect::<Vec<_>>();
        links.into_iter().find(|link| link != token)
    });
    (other.await, case)
}

async fn a_link_into_a_case_leads_to_that_case_alone(app: &TestApp) {
    let (token, case) = filed(app).await;
    let (_, other) = filed_again(app, &token).await;
    let browser = Browser::new(app);
    browser.post("auth/link/redeem", &json!({"token": token})).await.is(200);
    browser.get(&format!("cases/{case}")).await.is(200);
    browser.get(&format!("cases/{other}")).await.refused(403, "one_case_only");
    browser.get(&format!("cases/{other}/receipt.pdf")).await.refused(403, "one_case_only");
    browser.get("queues").await.refused(403, "one_case_only");
    let listed = browser.get("cases").await;
    assert_eq!(listed.is(200)["cases"].as_array().unwrap().len(), 1);
    assert_eq!((&listed.json["cases"][0]["id"], &listed.json["counts"]["all"]), (&json!(case), &json!(1)));
    // Renewed, it leads no further.
    browser.post("auth/refresh", &json!({})).await.is(200);
    browser.get(&format!("cases/{other}")).await.refused(403, "one_case_only");

    // Who asks for a link by address sees all.
    let asking = Browser::new(app);
    asking.post("auth/link", &json!({"email": EMAIL})).await.is(202);
    let all = link_in(&mail_to(app, EMAIL, "pediu um link").await);
    asking.post("auth/link/redeem", &json!({"token": all})).await.is(200);
    asking.get(&format!("cases/{other}")).await.is(200);
    assert_eq!(asking.get("cases").await.is(200)["cases"].as_array().unwrap().len(), 2);
}

async fn a_newer_link_ends_the_older(app: &TestApp) {
    let (older, case) = filed(app).await;
    let (other_case, _) = filed_again(app, &older).await;
    let state = &app.running.state;
    let consumer = state.store.accounts().user_by_email(EMAIL).await.unwrap().unwrap();
    let newer = state.identity.make_link(consumer.id, Some(case.parse().unwrap())).await.unwrap().text();
    let browser = Browser::new(app);
    let state_of = async |token: &str| {
        browser.get(&format!("auth/link/{token}")).await.is(200)["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(state_of(&older).await, "expired");
    assert_eq!((state_of(&newer).await, state_of(&other_case).await), ("open".to_owned(), "open".to_owned()));
    browser.post("auth/link/redeem", &json!({"token": older})).await.refused(410, "link_expired");
}

async fn signing_out_ends_the_links_that_wait(app: &TestApp) {
    let (token, case) = filed(app).await;
    let browser = Browser::new(app);
    browser.post("auth/link/redeem", &json!({"token": token})).await.is(200);
    let state = &app.running.state;
    let consumer = state.store.accounts().user_by_email(EMAIL).await.unwrap().unwrap();
    let waiting = state.identity.make_link(consumer.id, Some(case.parse().unwrap())).await.unwrap().text();
    browser.post("auth/sign_out", &json!({})).await.is(204);
    browser.post("auth/link/redeem", &json!({"token": waiting})).await.refused(410, "link_expired");
    browser.get("auth/session").await.refused(401, "unauthenticated");
}
