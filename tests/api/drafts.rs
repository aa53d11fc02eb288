//! Until the filer of a complaint has confirmed it by the mailed link, it is a draft of which nobody else knows.

use crate::notify::mailbox::{mail_to, mails, mails_to, until};
use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::{Reply, TestPerson};

use acordo::identity::secret::OneTime;
use acordo::identity::session::PASSWORD;
use acordo::store::Revision;
use acordo_domain::case::command::Language;
use acordo_domain::moment::DAY_MILLIS;
use acordo_domain::seat::Role;
use reqwest::Method;
use serde_json::{Value, json};

const EMAIL: &str = "ana@example.org";
const CANARY: &str = "Canario-da-historia";

on_both! {
    until_it_is_confirmed_nobody_hears_of_a_complaint,
    its_filer_confirms_what_they_read_and_comes_in,
    the_page_that_filed_corrects_and_drops_and_does_not_confirm,
    a_corrected_address_gets_a_link_and_the_former_one_opens_nothing,
    who_reads_the_mails_corrects_without_another_mail,
    a_link_confirms_once,
    after_a_week_a_complaint_is_dropped,
    what_cannot_be_a_case_any_more_stays_a_draft,
    who_has_a_password_is_not_let_in_by_a_mail,
    no_draft_opens_by_another_key,
}

fn form(app: &TestApp) -> Value {
    let mut form = app.complaint(EMAIL);
    form["complaint"]["story"] = json!(CANARY);
    form
}

async fn drafted(app: &TestApp) -> Value {
    app.nobody().post("complaints", &form(app)).await.is(201).clone()
}

/// The key in the newest mail to this address, once there are so many.
async fn mailed_key(app: &TestApp, email: &str, mails: usize) -> String {
    until("the link", async || {
        let found = mails_to(app, email);
        let keys: Vec<_> =
            found.iter().filter_map(|mail| mail.link.as_ref()?.split_once("/complain/confirm/")).collect();
        (keys.len() >= mails).then(|| keys[0].1.to_owned())
    })
    .await
}

async fn shown(app: &TestApp, key: &str) -> Reply {
    TestPerson::send(app.nobody().request(Method::GET, "complaints/draft").header("draft-key", key)).await
}

async fn corrects(app: &TestApp, key: &str, reference: &Value, form: &Value) -> Reply {
    let path = format!("complaints/{}", reference.as_str().unwrap());
    TestPerson::send(app.nobody().request(Method::PATCH, &path).header("draft-key", key).json(form)).await
}

async fn drops(app: &TestApp, key: &str, reference: &Value) -> Reply {
    let path = format!("complaints/{}", reference.as_str().unwrap());
    TestPerson::send(app.nobody().request(Method::DELETE, &path).header("draft-key", key)).await
}

async fn confirms(app: &TestApp, key: &str, revision: i64) -> Reply {
    app.nobody().post("complaints/confirm", &json!({"draft_key": key, "revision": revision})).await
}

async fn cases_of(person: &TestPerson) -> Value {
    person.get("cases").await.is(200)["counts"]["all"].clone()
}

async fn until_it_is_confirmed_nobody_hears_of_a_complaint(app: &TestApp) {
    let rep = app.rep().await;
    let coordinator = app.coordinator().await;
    let filed = drafted(app).await;
    assert_eq!(filed["sent_to"], "a…@example.org");
    let key = mailed_key(app, EMAIL, 1).await;
    // Reading it, as often as a mail scanner likes, tells nobody.
    for _ in 0..2 {
        shown(app, &key).await.is(200);
    }
    assert_eq!((cases_of(&rep).await, cases_of(&coordinator).await), (json!(0), json!(0)));
    assert!(app.running.state.store.accounts().user_by_email(EMAIL).await.unwrap().is_none());
    let sent = mails(app);
    assert!(sent.iter().all(|mail| mail.to.contains(EMAIL)), "{sent:?}");
    let mail = &sent[0];
    assert!(mail.subject.contains(filed["reference"].as_str().unwrap()), "{}", mail.subject);
    assert!(mail.text.contains("Loja Ipê") && !mail.text.contains(CANARY) && !mail.text.contains("Geladeira"));
    confirms(app, &key, 1).await.is(200);
    assert_eq!(cases_of(&rep).await, json!(1));
}

async fn its_filer_confirms_what_they_read_and_comes_in(app: &TestApp) {
    let filed = drafted(app).await;
    let key = mailed_key(app, EMAIL, 1).await;
    let draft = shown(app, &key).await;
    let draft = draft.is(200);
    assert_eq!((&draft["reference"], &draft["confirm_by"]), (&filed["reference"], &filed["confirm_by"]));
    assert_eq!((&draft["confirms"], &draft["revision"]), (&json!(true), &json!(1)));
    assert_eq!(draft["company_name"], "Loja Ipê");
    let read = &draft["form"];
    assert_eq!((&read["complaint"]["story"], &read["consumer"]["email"]), (&json!(CANARY), &json!(EMAIL)));
    let confirmed = confirms(app, &key, 1).await;
    let case = confirmed.is(200)["case"].as_str().unwrap();
    assert_eq!(confirmed.json["reference"], filed["reference"]);
    assert_eq!(confirmed.json["session"]["user"]["email"], EMAIL);
    let cookies = confirmed.headers.get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok());
    let access = cookies.filter_map(|cookie| cookie.strip_prefix("acordo_access=")).next().unwrap();
    let token = access.split(';').next().map(str::to_owned);
    let mut consumer = app.nobody();
    consumer.token = token;
    let view = consumer.get(&format!("cases/{case}")).await;
    assert_eq!((&view.is(200)["capacity"], &view.json["reference"]), (&json!("consumer"), &filed["reference"]));
    // The session leads to this case alone, as the one of a mailed link does.
    consumer.get("queues").await.refused(403, "one_case_only");
}

async fn the_page_that_filed_corrects_and_drops_and_does_not_confirm(app: &TestApp) {
    let filed = drafted(app).await;
    let (key, reference) = (filed["draft_key"].as_str().unwrap(), &filed["reference"]);
    assert_eq!(shown(app, key).await.is(200)["confirms"], false);
    confirms(app, key, 1).await.refused(404, "link_unknown");
    let mut better = form(app);
    better["complaint"]["product"] = json!("Geladeira 400 L");
    corrects(app, key, reference, &better).await.is(200);
    let draft = shown(app, key).await;
    assert_eq!(
        (&draft.is(200)["revision"], &draft.json["form"]["complaint"]["product"]),
        (&json!(2), &json!("Geladeira 400 L"))
    );
    better["complaint"]["story"] = json!(" ");
    corrects(app, key, reference, &better).await.refused(422, "text_empty");
    drops(app, key, reference).await.is(204);
    for over in
        [shown(app, key).await, corrects(app, key, reference, &form(app)).await, drops(app, key, reference).await]
    {
        over.refused(410, "draft_over");
    }
    assert_eq!(app.running.state.store.drafts().tidy(app.running.state.store.now()).await.unwrap(), 0);
}

async fn a_corrected_address_gets_a_link_and_the_former_one_opens_nothing(app: &TestApp) {
    let filed = drafted(app).await;
    let former = mailed_key(app, EMAIL, 1).await;
    let mut better = form(app);
    better["consumer"]["email"] = json!("ana.certa@example.org");
    let corrected = corrects(app, filed["draft_key"].as_str().unwrap(), &filed["reference"], &better).await;
    assert_eq!(corrected.is(200)["sent_to"], "a…@example.org");
    for gone in [shown(app, &former).await, confirms(app, &former, 1).await, confirms(app, &former, 2).await] {
        gone.refused(404, "link_unknown");
    }
    let key = mailed_key(app, "ana.certa@example.org", 1).await;
    confirms(app, &key, 2).await.is(200);
    assert!(app.running.state.store.accounts().user_by_email(EMAIL).await.unwrap().is_none());
}

async fn who_reads_the_mails_corrects_without_another_mail(app: &TestApp) {
    let filed = drafted(app).await;
    let key = mailed_key(app, EMAIL, 1).await;
    let mut better = form(app);
    better["complaint"]["order_number"] = json!("A-2");
    corrects(app, &key, &filed["reference"], &better).await.is(200);
    // What is confirmed is what was read.
    confirms(app, &key, 1).await.refused(409, "draft_changed");
    let case = confirms(app, &key, 2).await.is(200)["case"].clone();
    let consumer = app.sign_in(EMAIL).await;
    let events = consumer.get(&format!("cases/{}/channels/joint/events", case.as_str().unwrap())).await;
    assert_eq!(events.is(200)["events"][0]["event"]["complaint"]["order_number"], "A-2");
    let links = mails_to(app, EMAIL).into_iter().filter(|mail| mail.text.contains("/complain/confirm/")).count();
    assert_eq!(links, 1);
}

async fn a_link_confirms_once(app: &TestApp) {
    drafted(app).await;
    let key = mailed_key(app, EMAIL, 1).await;
    let (one, other) = tokio::join!(confirms(app, &key, 1), confirms(app, &key, 1));
    let mut answers = [one.status.as_u16(), other.status.as_u16()];
    answers.sort_unstable();
    assert!(answers == [200, 410] || answers == [200, 409], "{answers:?}");
    confirms(app, &key, 1).await.refused(410, "link_used");
    assert_eq!(cases_of(&app.sign_in(EMAIL).await).await, json!(1));
    mail_to(app, EMAIL, "/l/").await;
}

async fn after_a_week_a_complaint_is_dropped(app: &TestApp) {
    drafted(app).await;
    let key = mailed_key(app, EMAIL, 1).await;
    app.clock.advance_millis(7 * DAY_MILLIS - 1);
    shown(app, &key).await.is(200);
    app.clock.advance_millis(1);
    shown(app, &key).await.refused(410, "draft_over");
    confirms(app, &key, 1).await.refused(410, "draft_over");
    let drafts = app.running.state.store.drafts();
    assert_eq!(drafts.tidy(app.running.state.store.now()).await.unwrap(), 1);
    // Nothing of it is left but that it is over, and in the end not even that.
    shown(app, &key).await.refused(410, "draft_over");
    app.clock.advance_millis(1);
    drafts.tidy(app.running.state.store.now()).await.unwrap();
    shown(app, &key).await.refused(404, "link_unknown");
    assert!(app.running.state.store.accounts().user_by_email(EMAIL).await.unwrap().is_none());
}

async fn what_cannot_be_a_case_any_more_stays_a_draft(app: &TestApp) {
    let filed = drafted(app).await;
    let key = mailed_key(app, EMAIL, 1).await;
    // As by a rules version that has changed since, or a company that has left.
    let drafts = app.running.state.store.drafts();
    let draft = drafts.held_by(OneTime::parse(&key).unwrap().hash());
    let (draft, _) = draft.await.unwrap().unwrap();
    let stale = draft.form.unwrap().replace("\"rules_version\":1", "\"rules_version\":9");
    let revision = Revision { corrects: 1, form: stale, email: EMAIL.to_owned(), language: Language::PtBr };
    assert!(drafts.revise(draft.id, &revision, None).await.unwrap());
    confirms(app, &key, 2).await.refused(422, "rules_version_unknown");
    corrects(app, &key, &filed["reference"], &form(app)).await.is(200);
    confirms(app, &key, 3).await.is(200);
}

async fn who_has_a_password_is_not_let_in_by_a_mail(app: &TestApp) {
    let member = app.member("Rui Rep", &app.company, Role::Rep).await;
    let accounts = app.running.state.store.accounts();
    let user = accounts.user(member.id).await.unwrap().unwrap();
    accounts.set_credential(user.id, PASSWORD, "of a password").await.unwrap();
    app.nobody().post("complaints", &app.complaint(&user.email)).await.is(201);
    let key = mailed_key(app, &user.email, 1).await;
    let confirmed = confirms(app, &key, 1).await;
    assert_eq!(confirmed.is(200)["session"], Value::Null);
    assert_eq!(confirmed.header("set-cookie"), "");
}

async fn no_draft_opens_by_another_key(app: &TestApp) {
    let filed = drafted(app).await;
    let key = filed["draft_key"].as_str().unwrap();
    let unknown = "A".repeat(43);
    for wrong in ["", "x", &unknown, &format!("{key}A")] {
        shown(app, wrong).await.refused(404, "link_unknown");
        confirms(app, wrong, 1).await.refused(404, "link_unknown");
        drops(app, wrong, &filed["reference"]).await.refused(404, "link_unknown");
        corrects(app, wrong, &filed["reference"], &form(app)).await.refused(404, "link_unknown");
    }
    app.nobody().get("complaints/draft").await.refused(404, "link_unknown");
    drops(app, key, &json!("AAAA-AAAA")).await.refused(404, "not_found");
    drops(app, key, &json!("none")).await.refused(404, "not_found");
}
