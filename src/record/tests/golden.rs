//! The vectors in `tests/golden` at the root of the repository, for everybody who writes their own verifier.
//! `GOLDEN=write cargo test -p acordo-record --test golden` makes them anew; otherwise the code must make what is
//! committed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// The package is pure; this test compares its output with files.
#![allow(clippy::disallowed_methods)]

mod sample;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use acordo_record::anchor::{self, TlogProof};
use acordo_record::bundle::{self, Profile};
use acordo_record::*;
use sample::*;
use serde_json::{Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden")
}

#[test]
fn the_committed_vectors_are_what_the_code_makes() {
    let made = everything();
    if std::env::var("GOLDEN").is_ok_and(|v| v == "write") {
        for (name, data) in &made {
            let path = folder().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, data).unwrap();
        }
    }
    for (name, data) in &made {
        let committed = std::fs::read(folder().join(name)).unwrap_or_default();
        assert!(committed == *data, "tests/golden/{name} is not what the code makes");
    }
    let kept: BTreeSet<String> = ["bundles", "bundles/broken", "bundles/unclear"]
        .iter()
        .flat_map(|dir| std::fs::read_dir(folder().join(dir)).unwrap().map(move |e| (dir, e.unwrap())))
        .filter(|(_, entry)| entry.path().is_file())
        .map(|(dir, entry)| format!("{dir}/{}", entry.file_name().to_string_lossy()))
        .collect();
    let stray: Vec<_> = kept.iter().filter(|name| !made.contains_key(*name)).collect();
    assert!(stray.is_empty(), "not made by the code: {stray:?}");
}

#[test]
fn every_code_is_documented_and_caught_by_a_test() {
    let read = |path: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let docs = read("../../docs/record.md");
    let tests = ["agreements", "documents", "hostile", "layers", "logs", "main"]
        .map(|name| read(&format!("tests/bundle/{name}.rs")))
        .concat();
    for code in FailureCode::ALL {
        assert!(docs.contains(&format!("`{}`", code.as_str())), "{code:?} is not in docs/record.md");
        assert!(tests.contains(&format!("Code::{code:?}")), "no test of bundles catches {code:?}");
    }
    for code in DoubtCode::ALL {
        assert!(docs.contains(&format!("`{}`", code.as_str())), "{code:?} is not in docs/record.md");
        assert!(tests.contains(&format!("DoubtCode::{code:?}")), "no test of bundles meets {code:?}");
    }
}

fn everything() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut json = |name: &str, value: Value| {
        // Through the canonical form, so that the order of keys is the same whichever features `serde_json` was built
        // with.
        let sorted = canonical::from_canonical(&canonical::to_canonical(&value).unwrap()).unwrap();
        files.insert(name.to_owned(), (serde_json::to_string_pretty(&sorted).unwrap() + "\n").into_bytes());
    };
    json("canonical.json", canonical_vectors());
    json("hashes.json", hash_vectors());
    let (bundles, index) = bundles();
    json("bundles/index.json", index);
    files.extend(bundles);
    files
}

/// Texts with their canonical form, and texts to refuse.
fn canonical_vectors() -> Value {
    let accepted = [
        // RFC 8785, 3.2.3 and 3.2.2.2 (without its numbers).
        "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\",\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}",
        "{\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\"literals\":[null,true,false]}",
        " [ 0 , -1, 9007199254740991 , -9007199254740991 ] ",
        "{\"b\":{\"z\":[],\"y\":{}},\"a\":\"\\u001f\\u007f\\b\\t\\n\\f\\r\"}",
        "\"e\\u0301 stays as it is, \\u00e9 too\"",
        "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
        "{\"aa\":1,\"a\":2,\"\":3,\"A\":4,\"\\ue000\":5,\"\\ud800\\udc00\":6}",
    ];
    let accepted: Vec<Value> = accepted
        .iter()
        .map(|input| {
            let value = canonical::parse(input.as_bytes()).unwrap();
            json!({"input": input, "canonical": canonical::to_canonical_text(&value).unwrap()})
        })
        .collect();
    let refused = [
        r#"{"a":1,"a":1}"#,
        r#"{"a":1,"\u0061":1}"#,
        "-0",
        "1.0",
        "1e3",
        "1E0",
        "0.1",
        "9007199254740992",
        "-9007199254740992",
        "18446744073709551616",
        r#""\ud800""#,
        r#""\udc00x""#,
        r#""\ud800\ud800""#,
        r#""\u0000""#,
        "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]",
        "01",
        "+1",
        "NaN",
        "[1,]",
        "{\"a\":1,}",
        "{'a':1}",
        "",
        "1 1",
    ];
    let other_layouts =
        [" 1", "{\"b\":1,\"a\":1}", "[1, 2]", r#""\/""#, r#""\u0041""#, r#""\u000A""#, r#""\u001F""#, r#""\u20ac""#];
    for input in refused {
        assert!(canonical::parse(input.as_bytes()).is_err(), "{input}");
    }
    for input in other_layouts {
        assert!(canonical::parse(input.as_bytes()).is_ok() && canonical::check(input.as_bytes()).is_err(), "{input}");
    }
    json!({"accepted": accepted, "refused": refused, "valid_but_not_canonical": other_layouts})
}

fn hash_vectors() -> Value {
    let salt = Salt([1; 32]);
    let slot = Slot { case: CASE, channel: "caucus:consumer/2", seq: 15, kind: "message_posted" };
    let content = canonical::to_canonical(&json!({"text": "Olá 😀"})).unwrap();
    let mut head = ChannelHead::new();
    let mut events = Vec::new();
    for (kind, seat, at) in [
        ("case_filed", "system", "10:00"),
        ("message_posted", "consumer", "10:01"),
        ("message_posted", "company", "10:00"),
    ] {
        let author = PartInput { name: PartName::Author, salt: Salt([2; 32]), bytes: br#"{"id":"1","name":"Ana"}"# };
        let parts = [author, PartInput { name: PartName::Content, salt, bytes: &content }];
        let parts = if seat == SYSTEM { &parts[1..] } else { &parts[..] };
        let sealed =
            head.append(&AppendInput { case: CASE, channel: "joint", kind, seat, at: time(at), parts }).unwrap();
        let header = String::from_utf8(sealed.header).unwrap();
        events.push(json!({"header": header, "leaf": base64(&sealed.leaf), "root_after": base64(&head.root())}));
    }
    let key = log_key();
    let checkpoint = Checkpoint::of_channel(INSTANCE, CASE, "joint", head.size(), head.root());
    let mut entries: Vec<Hash> = (0u8..64).map(|i| anchor::entry_leaf(&[i; 32])).collect();
    entries[17] = anchor::entry_leaf(&anchor::anchor_entry(&checkpoint.text(), &salt));
    let log = Checkpoint { origin: INSTANCE.into(), size: 64, root: tree::root(&entries) };
    let signed = log.sign(&key) + &witness().cosign(&log.text(), 1_795_273_800);
    let proof = TlogProof::text(&salt, 17, &tree::inclusion_path(&entries, 17).unwrap(), &signed);
    let parsed = TlogProof::parse(proof.as_bytes()).unwrap();
    assert_eq!(parsed.verify(INSTANCE, &key_file(), &checkpoint.text()).unwrap().cosigned.len(), 1);
    let agreement = br#"{"case":"x","version":1}"#;
    let document = agreement::document_hash(agreement);
    let terms = json!([{"kind": "refund", "amount": 12000, "currency": "BRL"}]);
    let change = format!("{INSTANCE}/key-change\nold\nnew\n");
    json!({
        "commitment": {
            "case": CASE, "channel": "caucus:consumer/2", "seq": 15, "kind": "message_posted", "part": "content",
            "salt": base64(&salt.0), "bytes": String::from_utf8(content.clone()).unwrap(),
            "commitment": base64(&commitment(slot, PartName::Content, &salt, &content)),
        },
        "channel": events,
        "document_hash": {"bytes": String::from_utf8_lossy(agreement), "hash": base64(&document)},
        "terms_hash": {"terms": terms, "hash": base64(&agreement::terms_hash(&terms).unwrap())},
        "sign_challenge": {
            "case": CASE, "version": 1, "seat": "consumer", "document_hash": base64(&document),
            "hash": base64(&agreement::sign_challenge(CASE, 1, "consumer", &document)),
        },
        "keys": {
            "log_seed": base64(&[7; 32]), "log": key.vkey().to_string(),
            "witness_seed": base64(&[8; 32]), "witness": witness().vkey().to_string(),
        },
        "checkpoint": checkpoint.sign(&key),
        "anchor": {"note_text": checkpoint.text(), "salt": base64(&salt.0), "entry": base64(&anchor::anchor_entry(&checkpoint.text(), &salt))},
        "key_change": {"note_text": change, "entry": base64(&anchor::key_change_entry(&change))},
        "tlog_proof": proof,
    })
}

const JOINT: &str = "data/record/joint.jsonl";

/// Bundles with the codes that a verifier must find in them.
fn bundles() -> (BTreeMap<String, Vec<u8>>, Value) {
    let whole = story(&untouched);
    let joint = whole.bundle(Profile::Joint);
    let agreement = whole.bundle(Profile::Agreement);
    let mut pending = story(&untouched);
    pending.act("joint", "message_posted", "company", "19:30", json!({"text": "Obrigado"}));
    pending.sign_heads();
    let mut late = story(&untouched);
    late.act("joint", "message_posted", "company", "19:30", json!({"text": "Obrigado"}));
    late.sign_heads();
    late.exported_at = Time::parse("2036-11-22T19:30:00.001Z").unwrap();
    let mut lost = story(&untouched);
    lost.evidence.clear();
    let lost = lost.bundle(Profile::Joint);
    let mut large = story(&untouched);
    large.bytes_max = 70_000;
    let mut packet = story(&untouched);
    packet.taker = bundle::Taker::Packet;
    let mut erased = story(&untouched);
    erased.act("procedure", "seat_joined", "company", "19:30", json!({}));
    erased.erase("procedure", "19:40", &[(4, PartName::Author)]);
    erased.anchor(time("19:50"));
    let erased = erased.bundle(Profile::Agreement);
    let mut early = story(&untouched);
    early.act("joint", "message_posted", "company", "19:30", json!({"text": "Obrigado"}));
    early.anchor(time("19:24"));
    let unsigned = |_: &str, kind: &str, content: &mut Value| {
        if kind == "agreement_concluded" {
            content["signatures"].as_array_mut().unwrap().pop();
        }
    };
    let mut tampered = joint.clone();
    let at = tampered.windows(4).position(|w| w == b"%PDF").unwrap();
    tampered[at + 1] = b'p';
    let (name, mut files) = unpack(&joint);
    files.get_mut("data/README.txt").unwrap()[0] = b'c';
    let unlisted = pack(&name, &files);
    let stranger = LogKey::from_seed(INSTANCE, &[1; 32]).unwrap();
    let forged_root = Checkpoint::of_channel(INSTANCE, CASE, "joint", 8, [1; 32]).sign(&log_key());
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("agreement.zip", agreement.clone()),
        ("procedural.zip", whole.bundle(Profile::Procedural)),
        ("joint.zip", joint.clone()),
        ("caucus.zip", whole.bundle(Profile::Caucus)),
        ("joint-anchor-pending.zip", pending.bundle(Profile::Joint)),
        ("joint-anchor-pending-for-ten-years.zip", late.bundle(Profile::Joint)),
        ("agreement-packet.zip", packet.bundle(Profile::Agreement)),
        ("agreement-two-checkpoints.zip", erased.clone()),
        ("joint-file-lost.zip", lost.clone()),
        ("joint-file-too-large.zip", large.bundle(Profile::Joint)),
        ("broken/file-lost-and-not-told.zip", {
            let row = "{\"channel\":\"joint\",\"count\":1,\"part\":\"evidence_file\",\"reason\":\"lost\"},";
            replace(&lost, "data/case.json", row, "")
        }),
        (
            "broken/agreement-checkpoints-apart.zip",
            forge(&erased, |f| f.get_mut("data/consistency/procedure-3-5.txt").unwrap()[0] ^= 1),
        ),
        (
            "broken/origin-of-another.zip",
            replace(&agreement, "data/case.json", "\"taker\":\"consumer\"", "\"taker\":\"company\""),
        ),
        (
            "broken/phases-of-another-case.zip",
            replace(&joint, "data/case.json", "\"phase\":\"intake\"", "\"phase\":\"mediation\""),
        ),
        (
            "broken/parties-of-another-case.zip",
            replace(&joint, "data/case.json", "\"name\":\"Ana Souza\"", "\"name\":\"Bia Souza\""),
        ),
        (
            "broken/readme-without-its-end.zip",
            forge(&joint, |f| assert!(f.get_mut("data/README.txt").unwrap().pop().is_some())),
        ),
        ("unclear/half-a-download.zip", joint[..joint.len() / 2].to_vec()),
        ("broken/checksum.zip", tampered),
        ("broken/file-not-as-in-manifest.zip", unlisted),
        ("broken/file-that-does-not-belong.zip", forge(&joint, |f| drop(f.insert("data/more.txt".into(), vec![])))),
        ("broken/signed-by-a-stranger.zip", {
            let (name, mut files) = unpack(&joint);
            let text = Note::parse(&files["bundle.txt"]).unwrap().text().to_owned();
            files.insert("bundle.txt".into(), stranger.sign_note(&text).into_bytes());
            pack(&name, &files)
        }),
        (
            "broken/message-rewritten.zip",
            lines(&joint, JOINT, |l| {
                l[1]["parts"]["content"]["bytes"] = json!(base64(br#"{"text":"Boa noite"}"#));
            }),
        ),
        ("broken/message-dropped.zip", lines(&joint, JOINT, |l| drop(l.remove(1)))),
        ("broken/messages-swapped.zip", lines(&joint, JOINT, |l| l.swap(1, 2))),
        ("broken/last-event-cut.zip", lines(&joint, JOINT, |l| drop(l.pop()))),
        (
            "broken/part-moved.zip",
            lines(&joint, JOINT, |l| {
                let author = l[0]["parts"]["author"].clone();
                l[1]["parts"]["author"] = author;
            }),
        ),
        (
            "broken/part-missing-without-erasure.zip",
            lines(&joint, JOINT, |l| {
                l[1]["parts"].as_object_mut().unwrap().remove("content");
            }),
        ),
        ("broken/withheld-miscounted.zip", replace(&joint, "data/case.json", "\"count\":4", "\"count\":3")),
        (
            "broken/root-of-another-record.zip",
            forge(&joint, |f| drop(f.insert("data/checkpoints/joint-8.txt".into(), forged_root.into_bytes()))),
        ),
        ("broken/proof-missing.zip", forge(&joint, |f| drop(f.remove("data/anchors/joint-2.tlog-proof")))),
        ("broken/witnessed-before-it-happened.zip", early.bundle(Profile::Joint)),
        (
            "broken/event-after-export.zip",
            replace(&joint, "data/case.json", "2026-11-21T20:00:00.000Z", "2026-11-21T14:00:00.000Z"),
        ),
        ("broken/agreement-without-the-company.zip", story(&unsigned).bundle(Profile::Joint)),
        (
            "broken/agreement-pdf-exchanged.zip",
            forge(&agreement, |f| f.get_mut("data/agreement-shown.pdf").unwrap().push(b'.')),
        ),
        (
            "broken/agreement-path-wrong.zip",
            lines(&agreement, "data/record/procedure.jsonl", |l| l[0]["proof"][0] = json!(base64(&[1; 32]))),
        ),
        (
            "broken/evidence-exchanged.zip",
            forge(&joint, |f| {
                f.get_mut(&format!("data/evidence/{}.png", hex(&sha256(PHOTO)))).unwrap().push(0);
            }),
        ),
    ];
    let mut files = BTreeMap::new();
    let mut index = Vec::new();
    for (name, bundle) in all {
        let report = verify(&bundle, &Inquiry::of(&key_file()));
        let exit = if name.starts_with("broken/") { 1 } else { u8::from(name.starts_with("unclear/")) * 2 };
        assert_eq!(report.exit_code(), exit, "{name}: {:#?}", report.failures);
        let codes: BTreeSet<String> = report.failures.iter().map(|f| f.code.as_str().to_owned()).collect();
        let doubts: Vec<&str> = report.doubts.iter().map(|d| d.code.as_str()).collect();
        index.push(json!({"file": name, "exit": exit, "codes": codes, "doubts": doubts, "parts": report.parts, "events": report.events}));
        files.insert(format!("bundles/{name}"), bundle);
    }
    let keys = format!("# The keys of the vectors\n{}", key_file());
    files.insert("bundles/KEYFILE".into(), keys.into_bytes());
    (files, json!(index))
}
