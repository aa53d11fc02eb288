//! Who runs this installation, for everybody.

use crate::support::app::{TestApp, run_set};
use crate::support::database::Engine;
use crate::support::on_both;
use serde_json::{Value, json};

on_both! { whoever_runs_the_site_is_named_to_everybody_without_signing_in }

async fn whoever_runs_the_site_is_named_to_everybody_without_signing_in(app: &TestApp) {
    let about = app.nobody().get("about").await;
    let operator = app.running.state.store.accounts().operator().await.unwrap().unwrap();
    assert_eq!(about.is(200)["operator"]["name"], operator.name.as_str());
    assert_eq!(about.json["law"], "br/1");
    for unsaid in ["contact", "privacy_url"] {
        assert_eq!(about.json[unsaid], Value::Null);
    }
    app.nobody().post("about", &json!({})).await.refused(405, "method_not_allowed");
}

#[test]
fn the_operators_contact_and_notice_are_told() {
    let contact = "ajuda@example.org, +55 11 4000-0000";
    let set = [
        ("ACORDO_CONTACT", format!("  {contact} ")),
        ("ACORDO_PRIVACY_URL", "https://example.org/privacidade".to_owned()),
    ];
    run_set(
        Engine::Sqlite,
        &set,
        |_| {},
        async |app| {
            let about = app.nobody().get("about").await;
            assert_eq!(about.is(200)["contact"], contact);
            assert_eq!(about.json["privacy_url"], "https://example.org/privacidade");
        },
    );
}
