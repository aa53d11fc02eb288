//! The vectors in `tests/golden` at the root of the repository, for everybody who writes their own verifier.
//! `GOLDEN=write cargo test -p acordo-record --test golden` makes them anew; otherwise the code must make what is
//! committed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// The package is pure; this test compares its output with files.
#![allow(clippy::disallowed_methods)]

mod bundles;
#[path = "../sample/mod.rs"]
mod sample;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use acordo_record::anchor::{self, TlogProof};
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
    let kept: BTreeSet<String> = ["bundles", "bundles/broken", "bundles/keys", "bundles/seen", "bundles/unclear"]
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
    let tests = ["agreements", "documents", "hostile", "layers", "logs", "main", "seals"]
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
    json("keyfiles.json", key_files());
    let (bundles, index) = bundles::bundles();
    json("bundles/index.json", index);
    files.extend(bundles);
    files
}

/// Texts of KEYFILE with what they hold, and texts to refuse.
fn key_files() -> Value {
    let (log, witness) = (log_key().vkey().to_string(), witness().vkey().to_string());
    let seal = seal::SealKind::P256.line();
    let (early, late) = ("2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z");
    let accepted = [
        format!("{log}\n"),
        log.clone(),
        format!("\u{feff}{log}\r\n\r\n{witness}\r\n"),
        format!(
            "# ours\n\n{witness} from={early} until={late}   # until it moved # away\n{seal}\n{log} until={late}\n"
        ),
        format!("{log} from={early}\n{seal} from={early} until={early}\n#{witness}\n"),
    ];
    let accepted = accepted.iter().map(|text| {
        let read = KeyFile::read(text.as_bytes()).unwrap();
        let keys = read
            .keys()
            .iter()
            .map(|k| json!({"vkey": k.key.to_string(), "from": k.window.from, "until": k.window.until}));
        let seals = read
            .seals()
            .iter()
            .map(|s| json!({"sha256": hex(&s.sha256), "from": s.window.from, "until": s.window.until}));
        json!({"text": text, "keys": keys.collect::<Vec<_>>(), "seals": seals.collect::<Vec<_>>()})
    });
    let (name, rest) = log.split_once('+').unwrap();
    let refused = [
        String::new(),
        witness.clone(),
        seal.clone(),
        format!("{log}\n{log}\n"),
        format!("{log}\n{seal}\n{seal} from={early}\n"),
        format!("{log} until={early} from={early}\n"),
        format!("{log} from={late} until={early}\n"),
        format!("{log} from={early} from={early}\n"),
        format!("{log}  from={early}\n"),
        format!("{log} from=2026-01-01\n"),
        format!("{log} since={early}\n"),
        format!(" {log}\n"),
        format!("{log}\t\n"),
        format!("{log}#ours\n"),
        format!("{log}\nseal {}\n", "A".repeat(64)),
        format!("{log}\nseal {}\n", "a".repeat(63)),
        format!("{log}\nours\n"),
        format!("other.example/log+{rest}\n"),
        format!("{name}+{}\n", rest.to_uppercase()),
        format!("{}\n", &log[..log.len() - 1]),
    ];
    refused.iter().for_each(|text| assert!(KeyFile::read(text.as_bytes()).is_err(), "{text}"));
    json!({"accepted": accepted.collect::<Vec<_>>(), "refused": refused})
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
