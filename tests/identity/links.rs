//! One-time links: a look never uses one up, a click does, and a used one mails a fresh one.

use super::browser::Browser;
use crate::notify::mailbox::{link_in, mail_to, mails_to};
use crate::support::app::TestApp;
use crate::support::on_both;
use acordo::identity::session::PASSWORD;
use acordo_domain::moment::DAY_MILLIS;
use acordo_domain::seat::Role;
use serde_json::json;

on_both! {
    looking_at_a_link_does_not_use_it_up,
    a_used_link_is_refused_and_a_fresh_one_is_mailed,
    an_expired_link_is_refused_and_a_fresh_one_is_mailed,
    of_two_who_follow_a_link_at_once_one_comes_in,
    a_link_that_nobody_made_is_not_found,
    asking_for_a_link_tells_nothing_about_an_address,
}

const EMAIL: &str = "marina@example.org";

/// Files a complaint and answers the token of the link that its mail holds.
async fn filed(app: &TestApp) -> (String, String) {
    let answer = app.nobody().post("complaints", &app.complaint(EMAIL)).await;
    answer.is(201);
    assert_eq!(answer.json["sent_to"], "m…@example.org");
    let mail = mail_to(app, EMAIL, "/l/").await;
    (link_in(&mail), answer.json["case"].as_str().unwrap().to_owned())
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
    // Whoever only looks is not signed in by it.
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
    app.clock.advance_millis(30 * DAY_MILLIS);
    let browser = Browser::new(app);
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

    // The last asked for arrives; who has a password is not let in by a mailbox alone.
    mail_to(app, EMAIL, "pediu um link").await;
    assert_eq!(mails_to(app, &staff), []);
}
