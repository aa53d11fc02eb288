//! Files: up, down, shared, and what is not taken.

use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::{Reply, TestPerson};
use acordo_domain::id::CaseId;
use acordo_domain::seat::Role;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use uuid::Uuid;

on_both! {
    a_file_goes_up_and_comes_down_as_it_was,
    others_get_a_photo_without_what_the_camera_wrote,
    a_file_of_a_caucus_is_not_there_for_the_other_side,
    a_file_is_shared_by_its_owner_under_a_new_id,
    a_file_goes_into_the_review_that_asks_for_it_and_comes_down_for_who_reads_it,
    a_file_that_does_not_fit_is_refused_and_leaves_nothing,
    an_upload_sent_twice_is_one_file,
}

async fn upload_under(
    person: &TestPerson,
    key: Uuid,
    case: CaseId,
    channel: &str,
    name: &str,
    bytes: Vec<u8>,
) -> Reply {
    let form = Form::new().part("file", Part::bytes(bytes).file_name(name.to_owned()));
    let path = format!("cases/{case}/channels/{channel}/evidence");
    let mut request = person.request(Method::POST, &path).multipart(form).build().unwrap();
    request.headers_mut().insert("idempotency-key", key.to_string().parse().unwrap());
    TestPerson::send(reqwest::RequestBuilder::from_parts(reqwest::Client::new(), request)).await
}

async fn upload(person: &TestPerson, case: CaseId, channel: &str, name: &str, bytes: Vec<u8>) -> Reply {
    upload_under(person, Uuid::now_v7(), case, channel, name, bytes).await
}

async fn download(person: &TestPerson, case: CaseId, evidence: &Value) -> Reply {
    person.get(&format!("cases/{case}/evidence/{}", evidence["id"].as_str().unwrap())).await
}

fn files_in(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| if entry.path().is_dir() { files_in(&entry.path()) } else { 1 }).sum()
}

fn photo() -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8];
    let mut segment = |marker: u8, contents: &[u8]| {
        bytes.extend_from_slice(&[0xFF, marker]);
        bytes.extend_from_slice(&u16::try_from(contents.len() + 2).unwrap().to_be_bytes());
        bytes.extend_from_slice(contents);
    };
    segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\0\0camera-canario");
    segment(0xDA, &[0; 6]);
    bytes.extend_from_slice(&[1, 2, 3, 0xFF, 0xD9]);
    bytes
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

async fn a_file_goes_up_and_comes_down_as_it_was(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let bytes = b"%PDF-1.7\nnota fiscal\n".to_vec();
    let done = upload(&consumer, case, "joint", "../nota \u{e9} \".pdf", bytes.clone()).await;
    let evidence = done.is(201)["evidence"].clone();
    assert_eq!((&evidence["media_type"], &evidence["size"]), (&json!("application/pdf"), &json!(bytes.len())));
    assert_eq!(evidence["original_sha256"], acordo_record::base64(&acordo_record::sha256(&bytes)));
    for person in [&consumer, &rep] {
        let file = download(person, case, &evidence).await;
        assert_eq!((file.status.as_u16(), &file.bytes), (200, &bytes));
        assert!(
            file.header("content-disposition").starts_with("attachment; filename=\""),
            "{}",
            file.header("content-disposition")
        );
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert!(file.header("content-security-policy").starts_with("sandbox"));
        assert_eq!(file.header("content-type"), "application/pdf");
    }
    let page =
        rep.get(&format!("cases/{case}/channels/joint/events?after={}", done.json["seq"].as_u64().unwrap() - 1)).await;
    assert_eq!(page.is(200)["events"][0]["evidence"], evidence);
    let message = json!({"type": "message.post", "channel": "joint", "text": "veja", "evidence": [evidence["id"]]});
    consumer.does(case, message).await.is(200);
}

async fn others_get_a_photo_without_what_the_camera_wrote(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let done = upload(&consumer, case, "joint", "porta.jpg", photo()).await;
    let evidence = done.is(201)["evidence"].clone();
    assert_ne!(evidence["sha256"], evidence["original_sha256"]);
    assert_eq!(download(&consumer, case, &evidence).await.bytes, photo());
    let copy = download(&rep, case, &evidence).await.bytes;
    assert!(!holds(&copy, "canario"));
    assert_eq!(evidence["sha256"], acordo_record::base64(&acordo_record::sha256(&copy)));
    assert_eq!(evidence["size"], json!(copy.len()));
}

async fn a_file_of_a_caucus_is_not_there_for_the_other_side(app: &TestApp) {
    let story = app.mediation().await;
    let done = upload(&story.consumer, story.case, "caucus:consumer", "a.txt", b"segredo".to_vec()).await;
    let evidence = done.is(201)["evidence"].clone();
    download(&story.mediator, story.case, &evidence).await.is(200);
    download(&story.rep, story.case, &evidence).await.refused(404, "evidence_not_found");
    upload(&story.rep, story.case, "caucus:consumer", "a.txt", b"x".to_vec()).await.refused(404, "channel_not_found");
    let (_, stranger) = app.file_complaint().await;
    download(&stranger, story.case, &evidence).await.refused(404, "not_found");
}

async fn a_file_is_shared_by_its_owner_under_a_new_id(app: &TestApp) {
    let story = app.mediation().await;
    let done = upload(&story.consumer, story.case, "caucus:consumer", "a.jpg", photo()).await;
    let evidence = done.is(201)["evidence"].clone();
    let path = format!("cases/{}/evidence/{}/share", story.case, evidence["id"].as_str().unwrap());
    story.mediator.post(&path, &json!({"channel": "joint"})).await.refused(404, "evidence_not_found");
    let shared = story.consumer.post(&path, &json!({"channel": "joint"})).await;
    let shared = shared.is(201)["evidence"].clone();
    assert_ne!(shared["id"], evidence["id"]);
    assert_eq!(shared["sha256"], evidence["sha256"]);
    assert!(!holds(&download(&story.rep, story.case, &shared).await.bytes, "canario"));
    download(&story.rep, story.case, &evidence).await.refused(404, "evidence_not_found");
}

async fn a_file_goes_into_the_review_that_asks_for_it_and_comes_down_for_who_reads_it(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    let officer = app.member("Olga Ouvidora", &app.operator, Role::Ombudsman).await;
    let colleague = app.member("Otto Ouvidor", &app.operator, Role::Ombudsman).await;
    let impasse = json!({"type": "impasse.declare", "ground": "no_agreement"});
    story.mediator.does(case, impasse).await.is(200);
    officer.does(case, json!({"type": "escalation.claim"})).await.is(200);
    // The worker may be quicker.
    app.running.state.exporter.hand_over(case, 1).await.unwrap();
    let put = async |who: &TestPerson| upload(who, case, "review:1", "nota.pdf", b"%PDF-1.7\nnota\n".to_vec()).await;
    put(&story.consumer).await.refused(409, "no_question");
    let ask = json!({"type": "escalation.ask", "side": "consumer", "question": "Tem a nota?"});
    officer.does(case, ask).await.is(200);
    put(&story.rep).await.refused(403, "question_not_yours");
    put(&colleague).await.refused(403, "not_yours");
    put(&story.mediator).await.refused(404, "not_found");
    let file = put(&story.consumer).await.is(201)["evidence"].clone();
    let asked = put(&officer).await.is(201)["evidence"].clone();
    for evidence in [&file, &asked] {
        for reader in [&story.consumer, &story.rep, &officer] {
            assert_eq!(download(reader, case, evidence).await.status, 200);
        }
        download(&colleague, case, evidence).await.refused(404, "evidence_not_found");
        download(&story.mediator, case, evidence).await.refused(404, "not_found");
    }
    let answer = json!({"type": "escalation.answer", "text": "Anexei.", "evidence": [file["id"]]});
    story.consumer.does(case, answer).await.is(200);
    // Where nobody reads it, it does not lie about either.
    let before = files_in(&app.data().join("evidence"));
    upload(&story.consumer, case, "review:2", "a.txt", b"x".to_vec()).await.refused(404, "channel_not_found");
    assert_eq!(files_in(&app.data().join("evidence")), before);
}

async fn a_file_that_does_not_fit_is_refused_and_leaves_nothing(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let send = async |name: &str, bytes: &[u8]| upload(&consumer, case, "joint", name, bytes.to_vec()).await;
    send("a.pdf", b"").await.refused(422, "file_empty");
    send("a.pdf", b"<html><script>alert(1)</script>").await.refused(415, "unsupported_media");
    send("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>").await.refused(415, "unsupported_media");
    send("a.png", b"\x89PNG\r\n\x1a\nnot really").await.refused(415, "unsupported_media");
    send("a.txt", b"a\0b").await.refused(415, "unsupported_media");
    let large: Vec<u8> = b"%PDF-1.7\n".iter().copied().chain(std::iter::repeat_n(b'x', 1_000_001)).collect();
    send("a.pdf", &large).await.refused(413, "file_too_large");
    let path = format!("cases/{case}/channels/joint/evidence");
    let two = Form::new()
        .part("file", Part::bytes(&b"a"[..]).file_name("a.txt"))
        .part("file", Part::bytes(&b"b"[..]).file_name("b.txt"));
    TestPerson::send(consumer.request(Method::POST, &path).multipart(two)).await.refused(422, "too_many_files");
    let none = Form::new();
    TestPerson::send(consumer.request(Method::POST, &path).multipart(none)).await.refused(400, "file_missing");
    let odd = Form::new().text("colour", "red");
    TestPerson::send(consumer.request(Method::POST, &path).multipart(odd)).await.refused(400, "unknown_field");
    consumer.post(&path, &json!({})).await.refused(400, "file_missing");
    upload(&consumer, case, "caucus:consumer", "a.txt", b"x".to_vec()).await.refused(404, "channel_not_found");
    assert_eq!(files_in(&app.data().join("evidence")), 0, "what was refused lies on the disk");
}

async fn an_upload_sent_twice_is_one_file(app: &TestApp) {
    let (case, consumer, _) = app.negotiation().await;
    let key = Uuid::now_v7();
    let first = upload_under(&consumer, key, case, "joint", "a.txt", b"um".to_vec()).await;
    let again = upload_under(&consumer, key, case, "joint", "a.txt", b"um".to_vec()).await;
    assert_eq!(first.is(201), again.is(201));
    upload_under(&consumer, key, case, "joint", "a.txt", b"dois".to_vec()).await.refused(422, "id_reused");
    assert_eq!(download(&consumer, case, &first.json["evidence"]).await.bytes, b"um");
    assert_eq!(files_in(&app.data().join("evidence")), 1);
}
