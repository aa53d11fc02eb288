//! From the container inwards: files, summary, lines, parts.

use acordo_record::bundle::Profile;
use acordo_record::*;
use serde_json::{Value, json};

use super::sample::*;
use super::{JOINT, PROCEDURE, caught, caught_alone, check, joint};

#[test]
fn a_zip_of_bundles_is_no_forged_bundle() {
    let both = |name: &str| pack("all", &SampleFiles::from([(name.to_owned(), joint()), ("index.csv".into(), vec![])]));
    let report = check(&both("acordo-1.zip"));
    assert!(report.is_unclear() && report.doubts(DoubtCode::Collection), "{report:#?}");
    // Beside a bag of its own it has no place.
    let (folder, mut files) = unpack(&joint());
    files.insert("data/acordo-1.zip".into(), vec![]);
    caught(&pack(&folder, &files), FailureCode::FileUnknown);
}

#[test]
fn a_wrong_outer_layer_is_caught() {
    let bundle = joint();
    let mut gap = bundle.clone();
    gap.insert(4, 0);
    caught(&gap, FailureCode::Zip);
    let (folder, files) = unpack(&bundle);
    let with = |change: &dyn Fn(&mut SampleFiles)| {
        let mut files = files.clone();
        change(&mut files);
        pack(&folder, &files)
    };
    caught_alone(&with(&|f| f.get_mut("data/README.txt").unwrap()[0] ^= 1), FailureCode::FileChanged);
    caught(&with(&|f| drop(f.insert("data/more.txt".into(), vec![]))), FailureCode::Manifest);
    caught(&with(&|f| drop(f.insert("data/more.txt".into(), vec![]))), FailureCode::FileUnknown);
    caught(&with(&|f| drop(f.insert("note.txt".into(), vec![]))), FailureCode::FileUnknown);
    caught(&with(&|f| drop(f.remove("bagit.txt"))), FailureCode::FileMissing);
    caught_alone(&with(&|f| f.insert("bundle.txt".into(), b"x".to_vec()).map(drop).unwrap()), FailureCode::BundleNote);
    caught(&with(&|f| drop(f.remove("bundle.txt"))), FailureCode::FileMissing);
    caught(
        &with(&|f| {
            drop(f.insert("bagit.txt".into(), b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n".to_vec()))
        }),
        FailureCode::Bag,
    );
    caught(&with(&|f| drop(f.insert("bag-info.txt".into(), b"Payload-Oxum: 1.1\n".to_vec()))), FailureCode::Bag);
    let mut zip = bundle::zip::ZipWriter::default();
    for (path, data) in &files {
        zip.add(&format!("{folder}/{path}"), data).unwrap();
    }
    zip.add("other/x", b"").unwrap();
    caught(&zip.finish().unwrap(), FailureCode::FileUnknown);
    caught(&pack("acordo-K7Q2-9XMD-procedural", &files), FailureCode::CaseFile);
}

#[test]
fn a_stranger_cannot_sign_a_bundle() {
    let stranger = LogKey::from_seed(INSTANCE, &[1; 32]).unwrap();
    let report = verify(&joint(), &Inquiry::of(&KeyFile::of([stranger.vkey().clone()])));
    // It says nothing of what is inside, and accuses nobody of having changed it.
    assert!(!report.valid && report.failures.iter().all(|failure| failure.code == FailureCode::KeyUnknown));
}

#[test]
fn a_wrong_summary_is_caught() {
    let bundle = joint();
    let case = "data/case.json";
    for (from, to) in [
        ("\"v\":1", "\"v\":2"),
        ("\"language\":\"pt-BR\",", ""),
        ("\"profile\":\"joint\"", "\"profile\":\"procedural\""),
        ("\"profile\":\"joint\"", "\"profile\":\"everything\""),
        ("\"reference\":\"K7Q2", "\"reference\":\"K7Q3"),
        ("2026-11-21T20:00:00.000Z", "2026-11-21T20:00:00Z"),
        ("\"seat\":\"consumer\"", "\"seat\":\"judge\""),
        ("\"language\":\"pt-BR\"", "\"language\":\"fr\""),
        ("\"taker\":\"consumer\",", ""),
        ("\"taker\":\"consumer\"", "\"taker\":\"judge\""),
        // These take agreements alone.
        ("\"taker\":\"consumer\"", "\"taker\":\"packet\""),
        ("\"taker\":\"consumer\"", "\"taker\":\"register\""),
        ("\"name\":\"Ana Souza\"", "\"name\":\"Bia Souza\""),
        ("\"identifier\":\"123.456.789-09\"", "\"identifier\":null"),
        ("\"phase\":\"intake\"", "\"phase\":\"closed_fulfilled\""),
        ("{\"at\":\"2026-11-21T10:00:00.000Z\",\"phase\":\"intake\"}", ""),
        ("{\"case\"", "{ \"case\""),
        ("demo.example/log", "Demo"),
    ] {
        caught(&replace(&bundle, case, from, to), FailureCode::CaseFile);
    }
    caught_alone(&replace(&bundle, case, "\"count\":4", "\"count\":5"), FailureCode::WithheldCounts);
    caught_alone(
        &replace(
            &bundle,
            case,
            "\"withheld\":[",
            "\"withheld\":[{\"channel\":\"joint\",\"count\":0,\"part\":\"author\",\"reason\":\"profile\"},",
        ),
        FailureCode::WithheldCounts,
    );
    caught(&replace(&bundle, case, &CASE[30..], "00000b"), FailureCode::Header);
    caught_alone(&replace(&bundle, "data/keys.json", "\"v\":1", "\"v\":3"), FailureCode::KeysFile);
    caught_alone(&replace(&bundle, "data/keys.json", "+", "-"), FailureCode::KeysFile);
    caught_alone(&forge(&bundle, |f| drop(f.remove("data/README.txt"))), FailureCode::FileMissing);
    caught_alone(&forge(&bundle, |f| assert!(f.get_mut("data/README.txt").unwrap().pop().is_some())), FailureCode::Bag);
    caught_alone(&forge(&bundle, |f| f.get_mut("data/README.txt").unwrap().insert(0, 0xff)), FailureCode::Bag);
    caught_alone(&forge(&bundle, |f| drop(f.insert("data/evidence/0.png".into(), vec![]))), FailureCode::FileUnknown);
}

#[test]
fn a_rewritten_channel_is_caught() {
    let bundle = joint();
    caught(&lines(&bundle, JOINT, |l| l.swap(1, 2)), FailureCode::Chain);
    caught(&lines(&bundle, JOINT, |l| drop(l.remove(1))), FailureCode::Chain);
    caught(&lines(&bundle, JOINT, |l| drop(l.pop())), FailureCode::Root);
    caught(&lines(&bundle, JOINT, |l| l.push(l[1].clone())), FailureCode::Chain);
    caught(&lines(&bundle, JOINT, |l| l[1]["header"] = l[2]["header"].clone()), FailureCode::Chain);
    caught_alone(
        &lines(&bundle, JOINT, |l| l[1]["parts"]["content"] = json!({"bytes": "e30=", "salt": base64(&[0; 32])})),
        FailureCode::Commitment,
    );
    caught(
        &lines(&bundle, JOINT, |l| {
            let (a, b) = (l[0]["parts"]["author"].take(), l[1]["parts"]["author"].take());
            l[0]["parts"]["author"] = b;
            l[1]["parts"]["author"] = a;
        }),
        FailureCode::Commitment,
    );
    caught(
        &lines(&bundle, JOINT, |l| drop(l[1]["parts"].as_object_mut().unwrap().remove("content"))),
        FailureCode::PartMissing,
    );
    caught(
        &lines(&bundle, JOINT, |l| l[1]["parts"]["evidence"] = l[0]["parts"]["evidence"].clone()),
        FailureCode::Line,
    );
    caught(&lines(&bundle, JOINT, |l| l[1]["more"] = json!(1)), FailureCode::Line);
    caught(&lines(&bundle, JOINT, |l| l[1]["proof"] = json!([])), FailureCode::LineProof);
    caught(&lines(&bundle, JOINT, |l| l[1]["proof"] = json!(null)), FailureCode::Line);
    caught(&forge(&bundle, |f| f.get_mut(JOINT).unwrap().push(b'\n')), FailureCode::Line);
    caught(&forge(&bundle, |f| f.get_mut(JOINT).unwrap().pop().map(|_| ()).unwrap()), FailureCode::Line);
    caught(&forge(&bundle, |f| drop(f.remove(JOINT))), FailureCode::NoEvents);
    caught(
        &forge(&bundle, |f| drop(f.insert("data/record/internal-company.jsonl".into(), f[JOINT].clone()))),
        FailureCode::FileUnknown,
    );
    caught(&forge(&bundle, |f| drop(f.insert(JOINT.into(), f[PROCEDURE].clone()))), FailureCode::Header);
    let long = format!("{{\"header\":\"{}\",\"parts\":{{}}}}\n", "A".repeat(1 << 20));
    caught(&forge(&bundle, |f| f.get_mut(JOINT).unwrap().extend_from_slice(long.as_bytes())), FailureCode::Line);
}

#[test]
fn parts_are_opened_erased_or_withheld_as_the_profile_says() {
    let mut story = story(&untouched);
    let origin = story.channels["joint"].events[0].parts.iter().find(|p| p.name == PartName::Origin).unwrap().clone();
    let erased = story_part("joint", 3);
    let bundle = story.bundle(Profile::Joint);
    let part = |p: &bundle::OpenedPart| json!({"bytes": base64(&p.bytes), "salt": base64(&p.salt.0)});
    caught(&lines(&bundle, JOINT, |l| l[0]["parts"]["origin"] = part(&origin)), FailureCode::PartNotOpened);
    caught(&lines(&bundle, JOINT, |l| l[2]["parts"]["content"] = part(&erased)), FailureCode::PartNotErased);
    // The writer itself lets the erasure win.
    story.channels.get_mut("joint").unwrap().events[2].parts.push(erased);
    assert!(check(&story.bundle(Profile::Joint)).valid);
}

/// The content of a message before it was erased: the same story, one step back.
fn story_part(channel: &str, seq: usize) -> bundle::OpenedPart {
    // Salts are numbered, so the same part can be made again.
    let story = story(&untouched);
    let header = Header::parse(&story.channels[channel].events[seq - 1].header).unwrap();
    let bytes = canonical::to_canonical(&json!({"text": "Meu telefone é 555-0100"})).unwrap();
    let slot = Slot { case: CASE, channel, seq: seq as u64, kind: &header.kind };
    (1u32..500)
        .map(|n| Salt(sha256(&n.to_be_bytes())))
        .find(|salt| commitment(slot, PartName::Content, salt, &bytes) == header.parts[&PartName::Content])
        .map(|salt| bundle::OpenedPart { name: PartName::Content, salt, bytes })
        .unwrap()
}

#[test]
fn an_erasure_names_earlier_parts_that_are_there() {
    let erasing = |parts: Value| {
        let bundle = story(&|_, kind, content| {
            if kind == "parts_erased" {
                content["parts"] = parts.clone();
            }
        })
        .bundle(Profile::Joint);
        check(&bundle)
    };
    for bad in [
        json!([]),
        json!([{"part": "content", "seq": 4}]),
        json!([{"part": "content", "seq": 7}]),
        json!([{"part": "content", "seq": 0}]),
        json!([{"part": "evidence", "seq": 3}]),
        json!([{"part": "content", "seq": 99}]),
    ] {
        assert!(erasing(bad.clone()).has(FailureCode::Erasure), "{bad}");
    }
    // Other forms are no erasures at all: the writer does not accept them.
    for bad in [json!([{"part": "thing", "seq": 3}]), json!([{"part": "content", "seq": 3, "why": ""}]), json!(3)] {
        let edit = |_: &str, kind: &str, content: &mut Value| {
            if kind == "parts_erased" {
                content["parts"] = bad.clone();
            }
        };
        let written = story(&edit).try_bundle(Profile::Joint);
        assert!(matches!(written, Err(bundle::BundleError::Canonical(_))), "{bad}");
    }
    // A part that is gone without an erasure that names it is missing.
    assert!(erasing(json!([{"part": "content", "seq": 3}])).has(FailureCode::PartMissing));
}

#[test]
fn parts_have_exactly_their_form() {
    let forms = |name: PartName, value: Value| {
        let mut story = story(&untouched);
        let more = if name == PartName::Content { vec![] } else { vec![(name, value.clone())] };
        let content = if name == PartName::Content { value } else { json!({}) };
        story.act_with("joint", "evidence_added", SYSTEM, time("15:00"), content, &more);
        story.sign_heads();
        check(&story.bundle(Profile::Joint))
    };
    assert!(forms(PartName::Content, json!({"any": ["thing"]})).valid);
    for bad in [json!([]), json!("text"), json!(1)] {
        assert!(forms(PartName::Content, bad).has(FailureCode::PartForm));
    }
    let photo = |sha: &[u8; 32], size: usize| json!({"id": "e2", "media_type": "image/png", "name": "a", "original_sha256": base64(sha), "sha256": base64(sha), "size": size});
    assert!(forms(PartName::Evidence, photo(&sha256(PHOTO), PHOTO.len())).valid);
    assert!(forms(PartName::Evidence, photo(&sha256(PHOTO), PHOTO.len() + 1)).has(FailureCode::Evidence));

    let by = |name: PartName, value: Value| {
        let mut story = story(&untouched);
        story.act_with("procedure", "seat_joined", "company", time("15:00"), json!({}), &[(name, value)]);
        story.sign_heads();
        check(&story.bundle(Profile::Procedural))
            .failures
            .iter()
            .any(|f| f.code == FailureCode::PartForm && f.words.contains(name.as_str()))
    };
    assert!(!by(PartName::Author, json!({"id": "1", "name": "A"})));
    for bad in [json!({"id": "1"}), json!({"id": 1, "name": "A"}), json!({"age": 3, "id": "1", "name": "A"}), json!([])]
    {
        assert!(by(PartName::Author, bad.clone()), "{bad}");
    }
    // Of the profiles only agreement opens origins: the taker's own.
    let origin = |value: Value| {
        let edit = |_: &str, kind: &str, content: &mut Value| {
            if kind == "origins" {
                content["origin_consumer"] = value.clone();
            }
        };
        check(&story(&edit).bundle(Profile::Agreement)).has(FailureCode::PartForm)
    };
    let one = json!({"address": "203.0.113.7", "user_agent": null});
    assert!(!origin(one.clone()));
    for bad in [json!([one]), json!({"address": null}), json!({"address": 1, "user_agent": null}), json!("")] {
        assert!(origin(bad.clone()), "{bad}");
    }
}

#[test]
fn evidence_is_the_file_that_its_part_names() {
    let bundle = joint();
    let path = format!("data/evidence/{}.png", hex(&sha256(PHOTO)));
    caught_alone(&forge(&bundle, |f| f.get_mut(&path).unwrap().push(0)), FailureCode::Evidence);
    caught_alone(&forge(&bundle, |f| drop(f.remove(&path))), FailureCode::FileMissing);
    let (_, files) = unpack(&story(&untouched).bundle(Profile::Procedural));
    assert!(!files.contains_key(&path));
}

#[test]
fn the_phases_of_the_summary_are_those_of_the_procedure() {
    let mut story = story(&untouched);
    story.act("procedure", "phase_changed", SYSTEM, "15:00", json!({"phase": "settled"}));
    story.act("procedure", "phase_changed", SYSTEM, "16:00", json!({"phase": "closed_fulfilled"}));
    story.sign_heads();
    for profile in [Profile::Procedural, Profile::Joint] {
        let bundle = story.bundle(profile);
        let report = check(&bundle);
        let told: Vec<(&str, Time)> = report.phases.iter().map(|stay| (stay.phase.as_str(), stay.at)).collect();
        let lived = [("intake", "10:00"), ("settled", "15:00"), ("closed_fulfilled", "16:00")];
        assert_eq!(told, lived.map(|(phase, at)| (phase, time(at))));
        let case = "data/case.json";
        caught_alone(
            &replace(&bundle, case, "\"phase\":\"settled\"", "\"phase\":\"mediation\""),
            FailureCode::CaseFile,
        );
        caught_alone(&replace(&bundle, case, "T15:00", "T14:59"), FailureCode::CaseFile);
    }
}

/// The summary's row of files that are not there.
fn absent_files(bundle: &[u8]) -> Vec<Value> {
    let (_, files) = unpack(bundle);
    let case: Value = serde_json::from_slice(&files["data/case.json"]).unwrap();
    let rows = case["withheld"].as_array().unwrap().iter();
    rows.filter(|row| row["part"] == "evidence_file").cloned().collect()
}

#[test]
fn a_lost_file_is_told_and_stops_no_bundle() {
    let path = format!("data/evidence/{}.png", hex(&sha256(PHOTO)));
    let mut exchanged = PHOTO.to_vec();
    exchanged[3] ^= 1;
    let shorter = PHOTO[1..].to_vec();
    for evidence in [vec![], vec![exchanged], vec![shorter]] {
        let mut story = story(&untouched);
        story.evidence = evidence;
        let bundle = story.bundle(Profile::Joint);
        let report = check(&bundle);
        assert!(report.valid, "{:#?}", report.failures);
        let told = LeftOutReport { channel: "joint".into(), seq: 1, name: "torradeira.png".into(), path: path.clone() };
        assert_eq!(report.left_out, [told]);
        assert_eq!(
            absent_files(&bundle),
            [json!({"channel": "joint", "count": 1, "part": "evidence_file", "reason": "lost"})]
        );
        // Neither fewer nor more than are not there, and not for a reason that no file has.
        let case = "data/case.json";
        let row = "{\"channel\":\"joint\",\"count\":1,\"part\":\"evidence_file\",\"reason\":\"lost\"}";
        for other in [
            row.replace(":1,", ":2,"),
            row.replace("joint", "procedure"),
            row.replace("lost", "profile"),
            format!("{row},{row}"),
            format!("{row},{}", row.replace("lost", "too_large")),
        ] {
            caught(&replace(&bundle, case, row, &other), FailureCode::WithheldCounts);
        }
        caught(&replace(&bundle, case, row, &row.replace("lost", "sold")), FailureCode::CaseFile);
        caught_alone(&replace(&bundle, case, &format!("{row},"), ""), FailureCode::FileMissing);
    }
    assert_eq!((check(&joint()).left_out, absent_files(&joint())), (vec![], vec![]));
}

#[test]
fn evidence_that_does_not_fit_stays_out_and_the_rest_goes_in() {
    let mut story = story(&untouched);
    let photo = |story: &mut Sample<'_>, at: &str, size: usize| {
        let data = vec![size as u8; size];
        let part = json!({
            "id": at, "media_type": "image/png", "name": format!("{size}.png"), "original_sha256": base64(&sha256(&data)),
            "sha256": base64(&sha256(&data)), "size": size,
        });
        story.act_with("joint", "evidence_added", "company", time(at), json!({}), &[(PartName::Evidence, part)]);
        story.evidence.push(data);
    };
    photo(&mut story, "15:00", 1_000_000);
    photo(&mut story, "15:01", 40_000);
    story.sign_heads();
    story.bytes_max = 200_000;
    let bundle = story.bundle(Profile::Joint);
    assert!(bundle.len() < 200_000, "{}", bundle.len());
    let report = check(&bundle);
    assert!(report.valid, "{:#?}", report.failures);
    assert_eq!(report.left_out.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["1000000.png"]);
    assert_eq!(absent_files(&bundle)[0]["reason"], "too_large");
    let (_, files) = unpack(&bundle);
    assert_eq!(files.keys().filter(|path| path.starts_with("data/evidence/")).count(), 2);
}

#[test]
fn a_salt_is_never_used_twice() {
    let mut story = story(&untouched);
    let content = canonical::to_canonical(&json!({})).unwrap();
    let salt = Salt(sha256(&1u32.to_be_bytes()));
    let head = story.heads.get_mut("procedure").unwrap();
    let part = PartInput { name: PartName::Content, salt, bytes: &content };
    let sealed = head
        .append(&AppendInput {
            case: CASE,
            channel: "procedure",
            kind: "deadline_set",
            seat: SYSTEM,
            at: time("15:00"),
            parts: &[part],
        })
        .unwrap();
    let parts = vec![bundle::OpenedPart { name: PartName::Content, salt, bytes: content }];
    story.channels.get_mut("procedure").unwrap().events.push(bundle::EventInput { header: sealed.header, parts });
    story.sign_heads();
    caught_alone(&story.bundle(Profile::Procedural), FailureCode::SaltReused);
}

#[test]
fn time_never_goes_back_in_a_channel() {
    // An operator who writes headers without going through the head.
    let mut story = story(&untouched);
    let channel = story.channels.get_mut("caucus:consumer/2").unwrap();
    let mut header = Header::parse(&channel.events[1].header).unwrap();
    header.at = time("10:39");
    let first = leaf(&channel.events[0].header);
    channel.events[1].header = header.to_bytes().unwrap();
    let root = tree::root(&[first, leaf(&channel.events[1].header)]);
    let checkpoint = Checkpoint::of_channel(INSTANCE, CASE, "caucus:consumer/2", 2, root);
    channel.checkpoints = vec![bundle::CheckpointInput { size: 2, note: checkpoint.sign(&log_key()), proof: None }];
    caught_alone(&story.bundle(Profile::Caucus), FailureCode::TimeOrder);
}
