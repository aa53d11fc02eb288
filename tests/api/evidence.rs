//! Files: uploading, downloading, sharing, and what is refused.

use crate::support::app::{TestApp, run_with};
use crate::support::database::Engine;
use crate::support::on_both;
use crate::support::person::{Reply, TestPerson};
use acordo::commands::pace::Rate;
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
    a_download_has_the_ending_of_what_it_is,
    what_a_phone_wrote_into_a_file_does_not_reach_the_other_side,
    a_part_of_a_file_can_be_asked_for,
    a_file_that_came_with_a_hidden_message_is_hidden_with_it,
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

pub async fn upload(person: &TestPerson, case: CaseId, channel: &str, name: &str, bytes: Vec<u8>) -> Reply {
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
    // The worker may have done this already.
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
    // A refused upload leaves no file behind.
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

async fn a_download_has_the_ending_of_what_it_is(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let long = format!("{}.pdf", "n".repeat(400));
    let files: [(&str, &[u8], &str); 5] = [
        ("boleto.bat", b"@echo off\r\n", "boleto.bat.txt"),
        ("foto.jpg.scr", b"%PDF-1.7\n%%EOF", "foto.jpg.scr.pdf"),
        ("nota", b"%PDF-1.7\n%%EOF", "nota.pdf"),
        ("nota.xml", b"<?xml version=\"1.0\"?><nfeProc/>", "nota.xml"),
        (&long, b"%PDF-1.7\n%%EOF", "nnnn.pdf"),
    ];
    for (name, bytes, ends) in files {
        let evidence = upload(&consumer, case, "joint", name, bytes.to_vec()).await.is(201)["evidence"].clone();
        for reader in [&consumer, &rep] {
            let line = download(reader, case, &evidence).await.header("content-disposition").to_owned();
            assert!(line.contains(&format!("{ends}\"")) && line.ends_with(ends), "{line}");
        }
    }
}

async fn what_a_phone_wrote_into_a_file_does_not_reach_the_other_side(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let boxed = |kind: &[u8; 4], body: &[u8]| [&(body.len() as u32 + 8).to_be_bytes()[..], kind, body].concat();
    let place = boxed(b"udta", &boxed(b"\xA9xyz", b"\0\x07\x15\xC7canario"));
    let film = [boxed(b"ftyp", b"mp42\0\0\0\0mp42isom"), boxed(b"moov", &place), boxed(b"mdat", b"filme")].concat();
    let pdf = b"%PDF-1.7\n3 0 obj<</Author(canario)>>endobj trailer<</Info 3 0 R>>\n%%EOF".to_vec();
    let sound = b"ID3\x04\0\0\0\0\0\x07canario\xFF\xFB\x90\x64som".to_vec();
    let motion = [&photo()[..], &photo(), b"MotionPhoto_Data canario"].concat();
    for (name, bytes) in [("f.mp4", film), ("n.pdf", pdf), ("s.mp3", sound), ("p.jpg", motion)] {
        let evidence = upload(&consumer, case, "joint", name, bytes.clone()).await.is(201)["evidence"].clone();
        assert_eq!(download(&consumer, case, &evidence).await.bytes, bytes, "{name}");
        let copy = download(&rep, case, &evidence).await.bytes;
        assert!(!copy.is_empty() && !holds(&copy, "canario"), "{name}");
        assert_eq!(evidence["sha256"], acordo_record::base64(&acordo_record::sha256(&copy)));
    }
    let sides = 65_500_u16.to_be_bytes();
    let absurd = [&b"\xFF\xD8\xFF\xC0\0\x0B\x08"[..], &sides, &sides, b"\x01\x01\x11\0\xFF\xD9"].concat();
    upload(&consumer, case, "joint", "p.jpg", absurd).await.refused(422, "picture_too_large");
    let runs = b"<NFe><h:script xmlns:h='http://www.w3.org/1999/xhtml'/></NFe>".to_vec();
    upload(&consumer, case, "joint", "n.xml", runs).await.refused(415, "unsupported_media");
}

async fn a_part_of_a_file_can_be_asked_for(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let evidence = upload(&consumer, case, "joint", "a.txt", b"0123456789".to_vec()).await.is(201)["evidence"].clone();
    let path = format!("cases/{case}/evidence/{}", evidence["id"].as_str().unwrap());
    let ask = async |range: &str, same: Option<&str>| {
        let mut request = rep.request(Method::GET, &path).header("range", range);
        if let Some(same) = same {
            request = request.header("if-range", same);
        }
        TestPerson::send(request).await
    };
    for (range, bytes, told) in [
        ("bytes=2-4", &b"234"[..], "bytes 2-4/10"),
        ("bytes=7-", b"789", "bytes 7-9/10"),
        ("bytes=-1", b"9", "bytes 9-9/10"),
        ("bytes=8-99", b"89", "bytes 8-9/10"),
    ] {
        let part = ask(range, None).await;
        assert_eq!((part.status.as_u16(), &part.bytes[..], part.header("content-range")), (206, bytes, told));
        assert_eq!(part.header("accept-ranges"), "bytes");
    }
    let whole = ask("bytes=0-1,4-5", None).await;
    assert_eq!((whole.status.as_u16(), whole.bytes.len()), (200, 10));
    let tag = whole.header("etag").to_owned();
    assert_eq!(ask("bytes=0-1", Some(&tag)).await.status, 206);
    assert_eq!(ask("bytes=0-1", Some("\"another\"")).await.status, 200);
    assert_eq!(ask("lines=0-1", None).await.status, 200);
    ask("bytes=10-", None).await.refused(416, "range_not_satisfiable");
}

async fn a_file_that_came_with_a_hidden_message_is_hidden_with_it(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    let sent = upload(&story.rep, case, "joint", "palavra-canario.txt", b"palavra-canario".to_vec()).await;
    let file = sent.is(201)["evidence"].clone();
    let other =
        upload(&story.consumer, case, "joint", "recibo.txt", b"recibo".to_vec()).await.is(201)["evidence"].clone();
    // A message that also names the other side's file shares only its author's own.
    let post =
        json!({"type": "message.post", "channel": "joint", "text": "veja", "evidence": [file["id"], other["id"]]});
    let seq = story.rep.does(case, post).await.is(200)["at"]["joint"].clone();
    download(&story.consumer, case, &file).await.is(200);
    let hide = json!({"type": "message.hide", "channel": "joint", "seq": seq, "ground": "insult"});
    story.mediator.does(case, hide).await.is(200);
    for person in [&story.consumer, &story.rep] {
        download(person, case, &file).await.refused(404, "evidence_not_found");
        download(person, case, &other).await.is(200);
        for path in [format!("cases/{case}"), format!("cases/{case}/channels/joint/events?after=0&limit=500")] {
            let read = person.get(&path).await;
            read.is(200);
            assert!(!String::from_utf8_lossy(&read.bytes).contains("palavra-canario"), "{path}");
        }
    }
    download(&story.mediator, case, &file).await.is(200);
}

#[test]
fn the_files_of_one_person_in_a_day_come_to_an_end() {
    let few = |tuning: &mut acordo::app::Tuning| tuning.rates.files = Rate { burst: 2.0, per_second: 2.0 / 86_400.0 };
    run_with(Engine::Sqlite, few, async |app: &TestApp| {
        let (case, consumer, rep) = app.negotiation().await;
        let send = async |person: &TestPerson| {
            upload_under(person, Uuid::now_v7(), case, "joint", "a.txt", b"bom dia".to_vec()).await
        };
        send(&consumer).await.is(201);
        send(&consumer).await.is(201);
        let answer = send(&consumer).await;
        answer.refused(429, "quota_used");
        assert!(answer.header("retry-after").parse::<u64>().unwrap() > 3_600);
        send(&rep).await.is(201);
    });
}
