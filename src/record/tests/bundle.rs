//! Bundles: what is valid, and that every broken rule is caught by its code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sample;

use std::sync::LazyLock;

use acordo_record::bundle::Profile;
use acordo_record::*;
use proptest::prelude::*;
use sample::*;
use serde_json::{Value, json};

const JOINT: &str = "data/record/joint.jsonl";
const PROCEDURE: &str = "data/record/procedure.jsonl";
const ALL: [Profile; 4] = [Profile::Agreement, Profile::Procedural, Profile::Joint, Profile::Caucus];

static BUNDLES: LazyLock<[Vec<u8>; 4]> = LazyLock::new(|| {
    let story = story(&untouched);
    ALL.map(|profile| story.bundle(profile))
});

fn joint() -> Vec<u8> {
    BUNDLES[2].clone()
}

fn check(bundle: &[u8]) -> Report {
    verify(bundle, &key_file(), None)
}

#[track_caller]
fn caught(bundle: &[u8], code: Code) {
    let report = check(bundle);
    assert!(!report.valid && report.has(code), "expected {code:?}: {:#?}", report.failures);
}

#[track_caller]
fn caught_alone(bundle: &[u8], code: Code) {
    caught(bundle, code);
    let report = check(bundle);
    assert!(report.failures.iter().all(|f| f.code == code), "{:#?}", report.failures);
}

#[test]
fn a_bundle_of_every_profile_is_valid() {
    let story = story(&untouched);
    for profile in ALL {
        let report = check(&story.bundle(profile));
        assert!(report.valid, "{profile:?}: {:#?}", report.failures);
        assert_eq!(report.exit_code(), 0);
        assert_eq!(report.profile, Some(profile));
        assert_eq!(report.witnesses, ["witness.example/w1"]);
    }
}

#[test]
fn the_report_counts_parts_and_tells_sizes_and_times() {
    let report = check(&joint());
    assert_eq!(report.events, 11);
    let Counts { opened, withheld, erased, failed } = report.parts;
    // Five of the parts are origins; content and name of one message are erased.
    assert_eq!((opened, withheld, erased, failed), (16, 5, 2, 0));
    let told: Vec<_> = report
        .channels
        .iter()
        .map(|c| (c.channel.as_str(), c.size, c.last_at, c.anchored_size, c.anchor_pending))
        .collect();
    assert_eq!(told, [("procedure", 3, time("14:21"), 3, false), ("joint", 8, time("14:20"), 8, false)]);
    // From 12:00 to the second batch's witness at 19:10.
    assert_eq!(report.longest_delay_millis, Some((7 * 60 + 10) * 60_000));
    let alone = verify(&joint(), &KeyFile::of([log_key().vkey().clone()]), None);
    assert!(alone.valid && alone.witnesses.is_empty() && alone.longest_delay_millis.is_none());
}

#[test]
fn a_head_that_is_not_anchored_yet_is_pending_for_a_day() {
    let mut story = story(&untouched);
    story.act("joint", "message_posted", "company", "19:30", json!({"text": "Obrigado"}));
    story.sign_heads();
    let report = check(&story.bundle(Profile::Joint));
    assert!(report.valid, "{:#?}", report.failures);
    let joint = &report.channels[1];
    assert_eq!((joint.size, joint.anchored_size, joint.anchor_pending), (9, 8, true));
    for (at, valid) in
        [("2026-11-22T19:30:00.000Z", true), ("2026-11-22T19:30:00.001Z", false), ("2026-11-21T19:29:59.999Z", false)]
    {
        story.exported_at = Time::parse(at).unwrap();
        let report = check(&story.bundle(Profile::Joint));
        assert_eq!(report.valid, valid, "{at}: {:#?}", report.failures);
        assert_eq!(report.has(Code::AnchorOverdue), !valid);
    }
}

#[test]
fn without_an_instance_log_a_fresh_bundle_is_pending() {
    let mut story = story(&untouched);
    for channel in story.channels.values_mut() {
        channel.checkpoints.retain(|c| c.size == channel.events.len() as u64);
        channel.checkpoints[0].proof = None;
    }
    for profile in ALL {
        let report = check(&story.bundle(profile));
        assert!(report.valid && report.witnesses.is_empty(), "{:#?}", report.failures);
        assert!(report.channels.iter().all(|c| c.anchor_pending && c.anchored_size == 0));
    }
}

#[test]
fn a_kept_checkpoint_binds_the_record_to_its_past() {
    let story = story(&untouched);
    let bundle = story.bundle(Profile::Joint);
    let seen = |checkpoint: &Checkpoint, key: &LogKey| {
        let note = Note::parse(checkpoint.sign(key).as_bytes()).unwrap();
        verify(&bundle, &key_file(), Some(&note))
    };
    let head = story.checkpoint("joint");
    assert!(seen(&head, &log_key()).valid);
    let first = Note::parse(story.channels["joint"].checkpoints[0].note.as_bytes()).unwrap();
    assert!(verify(&bundle, &key_file(), Some(&first)).valid);
    let wrong = [
        Checkpoint { root: [1; 32], ..head.clone() },
        Checkpoint { size: 9, ..head.clone() },
        Checkpoint { size: 3, ..head.clone() },
        Checkpoint { origin: format!("{INSTANCE}/case/{CASE}/internal:company"), ..head.clone() },
    ];
    for checkpoint in wrong {
        let report = seen(&checkpoint, &log_key());
        assert!(!report.valid && report.has(Code::Seen), "{checkpoint:?}");
    }
    let stranger = LogKey::from_seed(INSTANCE, &[1; 32]).unwrap();
    assert!(seen(&head, &stranger).has(Code::Seen));
    let agreement = story.bundle(Profile::Agreement);
    let note = Note::parse(story.checkpoint("procedure").sign(&log_key()).as_bytes()).unwrap();
    assert!(verify(&agreement, &key_file(), Some(&note)).valid);
    assert!(!verify(&agreement, &key_file(), Some(&first)).valid);
}

#[test]
fn what_a_profile_does_not_show_is_not_in_its_bytes() {
    let story = story(&untouched);
    let texts = |profile| {
        let (_, files) = unpack(&story.bundle(profile));
        let lines = files.iter().filter(|(path, _)| path.ends_with(".jsonl"));
        let mut all = String::new();
        for line in lines.flat_map(|(_, data)| data.split(|b| *b == b'\n')).filter(|l| !l.is_empty()) {
            let line: Value = serde_json::from_slice(line).unwrap();
            for part in line["parts"].as_object().unwrap().values() {
                all += &String::from_utf8(from_base64(part["bytes"].as_str().unwrap()).unwrap()).unwrap();
            }
        }
        all
    };
    assert!(texts(Profile::Joint).contains("Bom dia"));
    assert!(texts(Profile::Agreement).contains("203.0.113.7"));
    for profile in [Profile::Procedural, Profile::Joint, Profile::Caucus] {
        assert!(!texts(profile).contains("203.0.113.7"));
    }
    for profile in [Profile::Agreement, Profile::Procedural, Profile::Joint] {
        assert!(!texts(profile).contains("Em particular"));
    }
    assert!(!texts(Profile::Joint).contains("555-0100"));
    assert!(!texts(Profile::Procedural).contains("Bom dia"));
    assert!(texts(Profile::Caucus).contains("Em particular"));
}

#[test]
fn a_wrong_outer_layer_is_caught() {
    let bundle = joint();
    caught(b"", Code::Zip);
    caught(&bundle[1..], Code::Zip);
    let (folder, files) = unpack(&bundle);
    let with = |change: &dyn Fn(&mut Files)| {
        let mut files = files.clone();
        change(&mut files);
        pack(&folder, &files)
    };
    caught_alone(&with(&|f| f.get_mut("data/README.txt").unwrap()[0] ^= 1), Code::FileChanged);
    caught(&with(&|f| drop(f.insert("data/more.txt".into(), vec![]))), Code::Manifest);
    caught(&with(&|f| drop(f.insert("data/more.txt".into(), vec![]))), Code::FileUnknown);
    caught(&with(&|f| drop(f.insert("note.txt".into(), vec![]))), Code::FileUnknown);
    caught(&with(&|f| drop(f.remove("bagit.txt"))), Code::FileMissing);
    caught_alone(&with(&|f| f.insert("bundle.txt".into(), b"x".to_vec()).map(drop).unwrap()), Code::BundleNote);
    caught(&with(&|f| drop(f.remove("bundle.txt"))), Code::FileMissing);
    caught(
        &with(&|f| {
            drop(f.insert("bagit.txt".into(), b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n".to_vec()))
        }),
        Code::Bag,
    );
    caught(&with(&|f| drop(f.insert("bag-info.txt".into(), b"Payload-Oxum: 1.1\n".to_vec()))), Code::Bag);
    let mut zip = bundle::zip::Writer::default();
    for (path, data) in &files {
        zip.add(&format!("{folder}/{path}"), data).unwrap();
    }
    zip.add("other/x", b"").unwrap();
    caught(&zip.finish().unwrap(), Code::FileUnknown);
    caught(&pack("acordo-K7Q2-9XMD-procedural", &files), Code::CaseFile);
}

#[test]
fn a_stranger_cannot_sign_a_bundle() {
    let stranger = LogKey::from_seed(INSTANCE, &[1; 32]).unwrap();
    let report = verify(&joint(), &KeyFile::of([stranger.vkey().clone()]), None);
    assert!(!report.valid && report.has(Code::BundleNote) && report.has(Code::Checkpoint));
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
        ("{\"case\"", "{ \"case\""),
        ("demo.example/log", "Demo"),
    ] {
        caught(&replace(&bundle, case, from, to), Code::CaseFile);
    }
    caught_alone(&replace(&bundle, case, "\"count\":4", "\"count\":5"), Code::WithheldCounts);
    caught_alone(
        &replace(
            &bundle,
            case,
            "\"withheld\":[",
            "\"withheld\":[{\"channel\":\"joint\",\"count\":0,\"part\":\"author\",\"reason\":\"\"},",
        ),
        Code::WithheldCounts,
    );
    caught(&replace(&bundle, case, &CASE[30..], "00000b"), Code::Header);
    caught_alone(&replace(&bundle, "data/keys.json", "\"v\":1", "\"v\":3"), Code::KeysFile);
    caught_alone(&replace(&bundle, "data/keys.json", "+", "-"), Code::KeysFile);
    caught_alone(&forge(&bundle, |f| drop(f.remove("data/README.txt"))), Code::FileMissing);
    caught_alone(&forge(&bundle, |f| drop(f.insert("data/evidence/0.png".into(), vec![]))), Code::FileUnknown);
}

#[test]
fn a_rewritten_channel_is_caught() {
    let bundle = joint();
    caught(&lines(&bundle, JOINT, |l| l.swap(1, 2)), Code::Chain);
    caught(&lines(&bundle, JOINT, |l| drop(l.remove(1))), Code::Chain);
    caught(&lines(&bundle, JOINT, |l| drop(l.pop())), Code::Root);
    caught(&lines(&bundle, JOINT, |l| l.push(l[1].clone())), Code::Chain);
    caught(&lines(&bundle, JOINT, |l| l[1]["header"] = l[2]["header"].clone()), Code::Chain);
    caught_alone(
        &lines(&bundle, JOINT, |l| l[1]["parts"]["content"] = json!({"bytes": "e30=", "salt": base64(&[0; 32])})),
        Code::Commitment,
    );
    caught(
        &lines(&bundle, JOINT, |l| {
            let (a, b) = (l[0]["parts"]["author"].take(), l[1]["parts"]["author"].take());
            l[0]["parts"]["author"] = b;
            l[1]["parts"]["author"] = a;
        }),
        Code::Commitment,
    );
    caught(
        &lines(&bundle, JOINT, |l| drop(l[1]["parts"].as_object_mut().unwrap().remove("content"))),
        Code::PartMissing,
    );
    caught(&lines(&bundle, JOINT, |l| l[1]["parts"]["evidence"] = l[0]["parts"]["evidence"].clone()), Code::Line);
    caught(&lines(&bundle, JOINT, |l| l[1]["more"] = json!(1)), Code::Line);
    caught(&lines(&bundle, JOINT, |l| l[1]["proof"] = json!([])), Code::LineProof);
    caught(&lines(&bundle, JOINT, |l| l[1]["proof"] = json!(null)), Code::Line);
    caught(&forge(&bundle, |f| f.get_mut(JOINT).unwrap().push(b'\n')), Code::Line);
    caught(&forge(&bundle, |f| f.get_mut(JOINT).unwrap().pop().map(|_| ()).unwrap()), Code::Line);
    caught(&forge(&bundle, |f| drop(f.remove(JOINT))), Code::NoEvents);
    caught(
        &forge(&bundle, |f| drop(f.insert("data/record/internal-company.jsonl".into(), f[JOINT].clone()))),
        Code::FileUnknown,
    );
    caught(&forge(&bundle, |f| drop(f.insert(JOINT.into(), f[PROCEDURE].clone()))), Code::Header);
    let long = format!("{{\"header\":\"{}\",\"parts\":{{}}}}\n", "A".repeat(1 << 20));
    caught(&forge(&bundle, |f| f.get_mut(JOINT).unwrap().extend_from_slice(long.as_bytes())), Code::Line);
}

#[test]
fn parts_are_opened_erased_or_withheld_as_the_profile_says() {
    let mut story = story(&untouched);
    let origin = story.channels["joint"].events[0].parts.iter().find(|p| p.name == PartName::Origin).unwrap().clone();
    let erased = story_part("joint", 3);
    let bundle = story.bundle(Profile::Joint);
    let part = |p: &bundle::OpenedPart| json!({"bytes": base64(&p.bytes), "salt": base64(&p.salt.0)});
    caught(&lines(&bundle, JOINT, |l| l[0]["parts"]["origin"] = part(&origin)), Code::PartNotOpened);
    caught(&lines(&bundle, JOINT, |l| l[2]["parts"]["content"] = part(&erased)), Code::PartNotErased);
    // The writer itself lets the erasure win.
    story.channels.get_mut("joint").unwrap().events[2].parts.push(erased);
    assert!(check(&story.bundle(Profile::Joint)).valid);
}

/// The content of a message before it was erased: the same story, one step back.
fn story_part(channel: &str, seq: usize) -> bundle::OpenedPart {
    // Salts are counted, so the part can be made again.
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
        assert!(erasing(bad.clone()).has(Code::Erasure), "{bad}");
    }
    // Other forms are no erasures at all: the writer does not take them up.
    for bad in [json!([{"part": "thing", "seq": 3}]), json!([{"part": "content", "seq": 3, "why": ""}]), json!(3)] {
        let edit = |_: &str, kind: &str, content: &mut Value| {
            if kind == "parts_erased" {
                content["parts"] = bad.clone();
            }
        };
        let written = story(&edit).try_bundle(Profile::Joint);
        assert!(matches!(written, Err(bundle::BundleError::Canonical(_))), "{bad}");
    }
    // What is gone without an erasure that names it is missing.
    assert!(erasing(json!([{"part": "content", "seq": 3}])).has(Code::PartMissing));
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
        assert!(forms(PartName::Content, bad).has(Code::PartForm));
    }
    let photo = |sha: &[u8; 32], size: usize| json!({"id": "e2", "media_type": "image/png", "name": "a", "original_sha256": base64(sha), "sha256": base64(sha), "size": size});
    assert!(forms(PartName::Evidence, photo(&sha256(PHOTO), PHOTO.len())).valid);
    assert!(forms(PartName::Evidence, photo(&sha256(PHOTO), PHOTO.len() + 1)).has(Code::Evidence));

    let author = |value: Value| {
        let bundle = lines(&joint(), JOINT, |l| {
            l[1]["parts"]["author"]["bytes"] = json!(base64(&canonical::to_canonical(&value).unwrap()));
        });
        check(&bundle).has(Code::Commitment)
    };
    assert!(author(json!({"id": "1", "name": "A", "age": 3})));
}

#[test]
fn evidence_is_the_file_that_its_part_names() {
    let bundle = joint();
    let path = format!("data/evidence/{}.png", hex(&sha256(PHOTO)));
    caught_alone(&forge(&bundle, |f| f.get_mut(&path).unwrap().push(0)), Code::Evidence);
    caught_alone(&forge(&bundle, |f| drop(f.remove(&path))), Code::FileMissing);
    let (_, files) = unpack(&story(&untouched).bundle(Profile::Procedural));
    assert!(!files.contains_key(&path));
}

#[test]
fn a_salt_is_never_used_twice() {
    let mut story = story(&untouched);
    let content = canonical::to_canonical(&json!({})).unwrap();
    let salt = Salt(sha256(&1u32.to_be_bytes()));
    let head = story.heads.get_mut("procedure").unwrap();
    let part = PartInput { name: PartName::Content, salt, bytes: &content };
    let sealed = head
        .append(&Append {
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
    caught_alone(&story.bundle(Profile::Procedural), Code::SaltReused);
}

#[test]
fn time_never_goes_back_in_a_channel() {
    // An operator who writes headers without the head's help.
    let mut story = story(&untouched);
    let channel = story.channels.get_mut("caucus:consumer/2").unwrap();
    let mut header = Header::parse(&channel.events[1].header).unwrap();
    header.at = time("10:39");
    let first = leaf(&channel.events[0].header);
    channel.events[1].header = header.to_bytes().unwrap();
    let root = tree::root(&[first, leaf(&channel.events[1].header)]);
    let checkpoint = Checkpoint::of_channel(INSTANCE, CASE, "caucus:consumer/2", 2, root);
    channel.checkpoints = vec![bundle::CheckpointInput { size: 2, note: checkpoint.sign(&log_key()), proof: None }];
    caught_alone(&story.bundle(Profile::Caucus), Code::TimeOrder);
}

#[test]
fn checkpoints_are_signed_anchored_and_of_this_record() {
    let bundle = joint();
    let at = |size: u64| format!("data/checkpoints/joint-{size}.txt");
    let proof = |size: u64| format!("data/anchors/joint-{size}.tlog-proof");
    caught(&forge(&bundle, |f| drop(f.remove(&at(8)))), Code::CheckpointMissing);
    caught_alone(&forge(&bundle, |f| drop(f.remove(&proof(2)))), Code::AnchorMissing);
    caught(&forge(&bundle, |f| drop(f.remove(&at(2)))), Code::FileUnknown);
    caught(&forge(&bundle, |f| drop(f.insert(at(3), f[&at(2)].clone()))), Code::Checkpoint);
    caught(&forge(&bundle, |f| drop(f.insert(at(2), f["data/checkpoints/procedure-3.txt"].clone()))), Code::Checkpoint);
    caught(&forge(&bundle, |f| drop(f.insert(proof(2), f[&proof(8)].clone()))), Code::Anchor);
    caught(&forge(&bundle, |f| drop(f.insert(proof(2), b"x".to_vec()))), Code::Anchor);
    let other = |size: u64, root: Hash, channel: &str| {
        Checkpoint::of_channel(INSTANCE, CASE, channel, size, root).sign(&log_key()).into_bytes()
    };
    caught(&forge(&bundle, |f| drop(f.insert(at(8), other(8, [1; 32], "joint")))), Code::Root);
    caught(&forge(&bundle, |f| drop(f.insert(at(9), other(9, [1; 32], "joint")))), Code::Root);
    caught(&forge(&bundle, |f| drop(f.insert(at(8), other(8, [1; 32], "procedure")))), Code::Checkpoint);
    let twice = |f: &mut Files| {
        let note = f.get_mut(&at(8)).unwrap();
        let line = note.iter().rposition(|b| *b == b'\n').unwrap();
        let start = note[..line].iter().rposition(|b| *b == b'\n').unwrap() + 1;
        let again = note[start..].to_vec();
        note.extend_from_slice(&again);
    };
    caught_alone(&forge(&bundle, twice), Code::Checkpoint);
    let missing = WitnessKey::from_seed("witness.example/w2", &[1; 32]).unwrap();
    let keys = KeyFile::of([log_key().vkey().clone(), missing.vkey().clone()]);
    assert!(verify(&bundle, &keys, None).has(Code::Anchor));
}

#[test]
fn anchors_rise_and_there_is_one_instance_log() {
    // A second log that forgot the first batch.
    let mut story = story(&untouched);
    story.log.clear();
    story.act("joint", "message_posted", "company", "19:30", json!({"text": "Obrigado"}));
    story.anchor(time("19:40"));
    caught_alone(&story.bundle(Profile::Joint), Code::AnchorOrder);
}

#[test]
fn the_agreement_profile_proves_each_line_by_its_path() {
    let story = story(&untouched);
    let bundle = story.bundle(Profile::Agreement);
    let report = check(&bundle);
    assert_eq!((report.events, report.channels[0].size), (2, 3));
    caught_alone(&lines(&bundle, PROCEDURE, |l| l[0]["proof"][0] = json!(base64(&[1; 32]))), Code::LineProof);
    caught(&lines(&bundle, PROCEDURE, |l| drop(l[0].as_object_mut().unwrap().remove("proof"))), Code::LineProof);
    caught(&lines(&bundle, PROCEDURE, |l| drop(l.remove(0))), Code::AgreementMissing);
    caught(&lines(&bundle, PROCEDURE, |l| drop(l.remove(1))), Code::AgreementMissing);
    caught(&lines(&bundle, PROCEDURE, |l| l.swap(0, 1)), Code::Chain);
    caught(&lines(&bundle, PROCEDURE, |l| l.push(l[1].clone())), Code::Chain);
    // Origins may be left out, and are counted then.
    let mut quiet = sample::story(&untouched);
    for event in &mut quiet.channels.get_mut("procedure").unwrap().events {
        event.parts.retain(|p| p.name != PartName::Origin);
    }
    let report = check(&quiet.bundle(Profile::Agreement));
    assert!(report.valid && report.parts.withheld == 1, "{:#?}", report.failures);
    // An event of another kind has no place in it.
    let all = quiet.bundle(Profile::Procedural);
    let (_, files) = unpack(&all);
    let first: Value = serde_json::from_slice(files[PROCEDURE].split(|b| *b == b'\n').next().unwrap()).unwrap();
    caught(&lines(&bundle, PROCEDURE, |l| l.insert(0, first)), Code::KindNotShown);
}

#[test]
fn the_files_of_the_agreement_are_those_of_the_record() {
    for profile in [Profile::Agreement, Profile::Procedural, Profile::Joint] {
        let bundle = story(&untouched).bundle(profile);
        for path in ["data/agreement.json", "data/agreement-shown.pdf", "data/agreement.pdf"] {
            caught(&forge(&bundle, |f| f.get_mut(path).unwrap().push(b' ')), Code::AgreementMismatch);
            caught_alone(&forge(&bundle, |f| drop(f.remove(path))), Code::FileMissing);
        }
    }
    let caucus = story(&untouched).bundle(Profile::Caucus);
    caught_alone(&forge(&caucus, |f| drop(f.insert("data/agreement.pdf".into(), vec![1]))), Code::FileUnknown);
}

#[test]
fn signatures_conclusion_and_seal_agree() {
    let with = |wanted: &'static str, change: &'static dyn Fn(&mut Value)| {
        let edit = move |_: &str, kind: &str, content: &mut Value| {
            if kind == wanted {
                change(content);
            }
        };
        check(&story(&edit).bundle(Profile::Joint))
    };
    let expect = |kind: &'static str, code: Code, change: &'static dyn Fn(&mut Value)| {
        let report = with(kind, change);
        assert!(!report.valid && report.has(code), "{kind} {code:?}: {:#?}", report.failures);
    };
    assert!(with("none", &|_| ()).valid);
    expect("agreement_signed", Code::AgreementForm, &|c| c["more"] = json!(1));
    expect("agreement_signed", Code::AgreementForm, &|c| c["seat"] = json!("legal"));
    expect("agreement_signed", Code::AgreementForm, &|c| c["method"] = json!("handshake"));
    expect("agreement_signed", Code::AgreementForm, &|c| drop(c.as_object_mut().unwrap().remove("authority")));
    expect("agreement_signed", Code::AgreementForm, &|c| c["at"] = json!("2026-11-21T14:00:00.000Z"));
    expect("agreement_signed", Code::AgreementForm, &|c| {
        drop(c.as_object_mut().unwrap().remove("assertion").or_else(|| {
            c["method"] = json!("passkey");
            None
        }))
    });
    expect("agreement_signed", Code::AgreementSignatures, &|c| c["name"] = json!("Somebody else"));
    expect("agreement_concluded", Code::AgreementForm, &|c| c["more"] = json!(1));
    expect("agreement_concluded", Code::AgreementMismatch, &|c| c["pdf_hash"] = json!(base64(&[0; 32])));
    expect("agreement_concluded", Code::AgreementMismatch, &|c| c["version"] = json!(2));
    expect("agreement_concluded", Code::AgreementMissing, &|c| c["document_hash"] = json!(base64(&[0; 32])));
    expect("agreement_concluded", Code::AgreementMismatch, &|c| {
        c["signatures"][0]["document_hash"] = json!(base64(&[0; 32]))
    });
    expect("agreement_concluded", Code::AgreementSigners, &|c| drop(c["signatures"].as_array_mut().unwrap().remove(0)));
    expect("agreement_concluded", Code::AgreementSignatures, &|c| {
        drop(c["signatures"].as_array_mut().unwrap().remove(1))
    });
    expect("agreement_concluded", Code::AgreementSigners, &|c| c["signatures"][1] = c["signatures"][0].clone());
    expect("agreement_concluded", Code::AgreementSignatures, &|c| c["signatures"].as_array_mut().unwrap().swap(0, 1));
    expect("agreement_concluded", Code::AgreementForm, &|c| {
        drop(c["signatures"][0].as_object_mut().unwrap().remove("at"))
    });
    expect("agreement_concluded", Code::Passkey, &|c| {
        c["signatures"][1]["assertion"]["signature"] = json!(base64(&[0; 70]))
    });
    expect("agreement_sealed", Code::AgreementMismatch, &|c| c["pdf_hash"] = json!(base64(&[0; 32])));
    expect("agreement_sealed", Code::AgreementMissing, &|c| c["version"] = json!(2));
    expect("agreement_sealed", Code::AgreementForm, &|c| c["more"] = json!(1));
    expect("agreement.json", Code::AgreementMismatch, &|c| c["case"] = json!("0192f0c0-7b1a-7c00-8000-00000000002b"));
    expect("agreement.json", Code::AgreementMismatch, &|c| c["version"] = json!(2));
    expect("agreement.json", Code::AgreementMismatch, &|c| c["record"]["size"] = json!(3));
    expect("agreement.json", Code::AgreementMismatch, &|c| c["record"]["root"] = json!(base64(&[0; 32])));
    expect("agreement.json", Code::AgreementForm, &|c| c["nonce"] = json!("short"));
    expect("agreement.json", Code::AgreementForm, &|c| drop(c.as_object_mut().unwrap().remove("record")));
}

#[test]
fn an_erased_signature_is_known_by_seat_and_time() {
    let mut story = story(&untouched);
    story.erase("joint", "15:00", &[(7, PartName::Content), (7, PartName::Author)]);
    story.anchor(time("19:30"));
    let report = check(&story.bundle(Profile::Joint));
    assert!(report.valid, "{:#?}", report.failures);
}

#[test]
fn agreements_are_only_where_they_belong() {
    let place = |channel: &str, kind: &str, seat: &str, profile: Profile| {
        let mut story = story(&untouched);
        story.act(channel, kind, seat, "15:00", json!({}));
        story.sign_heads();
        check(&story.bundle(profile)).has(Code::KindMisplaced)
    };
    assert!(place("procedure", "agreement_signed", "consumer", Profile::Procedural));
    assert!(place("joint", "agreement_concluded", SYSTEM, Profile::Joint));
    assert!(place("joint", "agreement_sealed", SYSTEM, Profile::Joint));
    assert!(place("caucus:consumer/2", "agreement_signed", "consumer", Profile::Caucus));
    assert!(place("procedure", "agreement_concluded", "mediator", Profile::Procedural));
    assert!(!place("joint", "agreement_signed", "consumer", Profile::Joint));
}

#[test]
fn a_passkey_needs_its_challenge_its_flags_and_its_key() {
    let hash = [4; 32];
    let good = assertion("company", &hash);
    let challenge = agreement::sign_challenge(CASE, 1, "company", &hash);
    assert_eq!(passkey::verify(&good, &challenge), Ok(()));
    use passkey::PasskeyError as E;
    assert_eq!(passkey::verify(&good, &agreement::sign_challenge(CASE, 2, "company", &hash)), Err(E::ClientData));
    let mut absent = from_base64(&good.authenticator_data).unwrap();
    absent[32] = 0x01;
    let unverified = forms::Assertion { authenticator_data: base64(&absent), ..good.clone() };
    assert_eq!(passkey::verify(&unverified, &challenge), Err(E::Flags));
    let short = forms::Assertion { authenticator_data: base64(&absent[..36]), ..good.clone() };
    assert_eq!(passkey::verify(&short, &challenge), Err(E::Flags));
    let other = forms::Assertion { public_key: base64(&[0; 91]), ..good.clone() };
    assert_eq!(passkey::verify(&other, &challenge), Err(E::Key));
    let unencoded = forms::Assertion { signature: "*".into(), ..good.clone() };
    assert_eq!(passkey::verify(&unencoded, &challenge), Err(E::Encoding));
    absent[32] = 0x0d;
    let bent = forms::Assertion { authenticator_data: base64(&absent), ..good };
    assert_eq!(passkey::verify(&bent, &challenge), Err(E::Signature));
    ed25519_passkey(&challenge, &hash);
}

fn ed25519_passkey(challenge: &Hash, hash: &Hash) {
    use ed25519_dalek::Signer;
    let key = ed25519_dalek::SigningKey::from_bytes(&[6; 32]);
    let like = assertion("company", hash);
    let message = [
        from_base64(&like.authenticator_data).unwrap(),
        sha256(&from_base64(&like.client_data_json).unwrap()).to_vec(),
    ]
    .concat();
    let mut spki = vec![0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
    spki.extend_from_slice(key.verifying_key().as_bytes());
    let good =
        forms::Assertion { public_key: base64(&spki), signature: base64(&key.sign(&message).to_bytes()), ..like };
    assert_eq!(passkey::verify(&good, challenge), Ok(()));
    let bent = forms::Assertion { signature: base64(&key.sign(b"other").to_bytes()), ..good };
    assert_eq!(passkey::verify(&bent, challenge), Err(passkey::PasskeyError::Signature));
}

#[test]
fn a_bundle_without_what_it_needs_is_not_written() {
    use bundle::BundleError as E;
    let mut bare = story(&untouched);
    bare.evidence.clear();
    assert_eq!(bare.try_bundle(Profile::Joint), Err(E::NoEvidence(hex(&sha256(PHOTO)))));
    let mut unsigned = story(&untouched);
    unsigned.act("joint", "message_posted", "company", "15:00", json!({"text": "Obrigado"}));
    assert_eq!(unsigned.try_bundle(Profile::Joint), Err(E::NoHeadCheckpoint("joint".into())));
    let mut open = story(&untouched);
    open.channels.get_mut("procedure").unwrap().events.truncate(1);
    assert_eq!(open.try_bundle(Profile::Agreement), Err(E::NoEvents));
}

/// Bytes of a ZIP that carry no meaning: who made an entry, and attributes.
fn free_bytes(zip: &[u8]) -> std::collections::BTreeSet<usize> {
    let end = zip.len() - 22;
    let mut at = u32::from_le_bytes(zip[end + 16..end + 20].try_into().unwrap()) as usize;
    let mut free = std::collections::BTreeSet::new();
    while at < end {
        free.extend((at + 4..at + 6).chain(at + 36..at + 42));
        at += 46 + usize::from(u16::from_le_bytes(zip[at + 28..at + 30].try_into().unwrap()));
    }
    free
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_flipped_bit_is_caught(place in any::<prop::sample::Index>(), bit in 0u8..8, profile in 0usize..4) {
        let mut bundle = BUNDLES[profile].clone();
        let at = place.index(bundle.len());
        prop_assume!(!free_bytes(&bundle).contains(&at));
        bundle[at] ^= 1 << bit;
        prop_assert!(!check(&bundle).valid, "byte {at} bit {bit}");
    }

    #[test]
    fn any_flipped_bit_is_caught_though_the_operator_signs_again(place in any::<prop::sample::Index>(), bit in 0u8..8) {
        // Everything but the words of the README, and the summary, which proves
        // nothing.
        let bundle = joint();
        let proven = |path: &String| path.starts_with("data/") && !matches!(path.as_str(), "data/README.txt" | "data/case.json" | "data/keys.json");
        let forged = forge(&bundle, |files| {
            let mut all: Vec<_> = files.iter_mut().filter(|(path, _)| proven(path)).flat_map(|(_, data)| data.iter_mut()).collect();
            let at = place.index(all.len());
            *all[at] ^= 1 << bit;
        });
        prop_assert!(!check(&forged).valid);
    }

    #[test]
    fn any_cut_reordered_or_repeated_line_is_caught(a in 0usize..8, b in 0usize..8, how in 0u8..3) {
        prop_assume!(a != b || how > 0);
        let forged = lines(&joint(), JOINT, |lines| match how {
            0 => lines.swap(a, b),
            1 => drop(lines.remove(a)),
            _ => lines.insert(b, lines[a].clone()),
        });
        prop_assert!(!check(&forged).valid);
    }

    #[test]
    fn hostile_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), cuts in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        check(&bytes);
        let mut bundle = joint();
        for (place, byte) in &cuts {
            let at = place.index(bundle.len());
            bundle[at] = *byte;
        }
        check(&bundle);
        let at = cuts[0].0.index(bundle.len());
        check(&bundle[..at]);
    }

    #[test]
    fn hostile_files_inside_a_good_bag_never_panic(which in any::<prop::sample::Index>(), cuts in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..5)) {
        let forged = forge(&joint(), |files| {
            let path = files.keys().nth(which.index(files.len())).unwrap().clone();
            let data = files.get_mut(&path).unwrap();
            for (place, byte) in &cuts {
                if !data.is_empty() {
                    let at = place.index(data.len());
                    data[at] = *byte;
                }
            }
        });
        check(&forged);
    }
}
