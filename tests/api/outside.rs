//! What is taken along, as programs see it that we did not write: a BagIt validator, RFC 8785 and qpdf.

use crate::support::app::TestApp;
use crate::support::on_both;
use acordo_record::{Inquiry, verify};
use std::process::Command;

on_both! {
    others_read_in_a_bundle_what_we_wrote,
}

fn run(program: &str, arguments: &[&str]) -> String {
    let made = Command::new(program).args(arguments).output();
    let made = made.unwrap_or_else(|error| panic!("{program}: {error}. Install it; tests/run does it."));
    let said = [made.stdout, made.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert!(made.status.success(), "{program} {arguments:?}: {}{}", said[0], said[1]);
    said[0].trim().to_owned()
}

async fn others_read_in_a_bundle_what_we_wrote(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    let file = reqwest::multipart::Part::bytes(b"%PDF-1.7 nota".to_vec()).file_name("nota \u{1f600}.pdf");
    let form = reqwest::multipart::Form::new().part("file", file);
    let upload = story.consumer.request(reqwest::Method::POST, &format!("cases/{case}/channels/joint/evidence"));
    crate::support::person::TestPerson::send(upload.multipart(form)).await.is(201);
    let words = "Olá \u{1f600}, \"isto\" \\ e <b>aquilo</b>";
    story.consumer.says(case, "joint", words).await.is(200);
    story.consumer.says(case, "caucus:consumer", words).await.is(200);
    app.sealed(&story).await;
    let folder = tempfile::tempdir().unwrap();
    let python = std::env::var("ACORDO_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let keys = &app.running.state.config.keys_dir();
    let keys = acordo::identity::keys::Keys::read(keys, "test.example/log").unwrap().public;
    for profile in ["agreement", "procedural", "joint", "caucus&channel=caucus:consumer"] {
        let zip = story.consumer.get(&format!("cases/{case}/record.zip?profile={profile}")).await;
        assert_eq!(zip.status, 200, "{profile}: {}", zip.json);
        let path = folder.path().join("bundle.zip");
        std::fs::write(&path, &zip.bytes).unwrap();
        let unpacked = tempfile::tempdir().unwrap();
        let (path, unpacked) = (path.display().to_string(), unpacked.path().display().to_string());
        let compared: u32 = run(&python, &["tests/support/outside.py", &path, &unpacked]).parse().unwrap();
        assert!(compared > 5, "{profile}: {compared} texts");
        let question = Inquiry::of(&keys);
        assert!(verify(&zip.bytes, &question).valid);
        // One flipped bit anywhere: no place of the ZIP is free.
        for at in (0..zip.bytes.len()).step_by(zip.bytes.len() / 60) {
            let mut flipped = zip.bytes.clone();
            flipped[at] ^= 1;
            assert_ne!(verify(&flipped, &question).exit_code(), 0, "{profile}: byte {at}");
        }
    }
    for which in ["shown", "final"] {
        let pdf = story.rep.get(&format!("cases/{case}/agreement.pdf?which={which}")).await.bytes;
        let path = folder.path().join("agreement.pdf");
        std::fs::write(&path, pdf).unwrap();
        run("qpdf", &["--check", &path.display().to_string()]);
        let attached = run("qpdf", &["--list-attachments", &path.display().to_string()]);
        assert!(attached.contains("agreement.json"), "{attached}");
        assert_eq!(attached.contains("checkpoint.txt"), which == "final", "{attached}");
    }
}
