//! Signatures, conclusions, seals and their files.

use acordo_record::bundle::Profile;
use acordo_record::*;
use serde_json::{Value, json};

use super::sample::*;
use super::{PROCEDURE, caught, caught_alone, check};

#[test]
fn the_agreement_profile_proves_each_line_by_its_path() {
    let story = story(&untouched);
    let bundle = story.bundle(Profile::Agreement);
    let report = check(&bundle);
    assert_eq!((report.events, report.channels[0].size), (2, 3));
    caught_alone(&lines(&bundle, PROCEDURE, |l| l[0]["proof"][0] = json!(base64(&[1; 32]))), FailureCode::LineProof);
    caught(&lines(&bundle, PROCEDURE, |l| drop(l[0].as_object_mut().unwrap().remove("proof"))), FailureCode::LineProof);
    caught(&lines(&bundle, PROCEDURE, |l| drop(l.remove(0))), FailureCode::AgreementMissing);
    caught(&lines(&bundle, PROCEDURE, |l| drop(l.remove(1))), FailureCode::AgreementMissing);
    caught(&lines(&bundle, PROCEDURE, |l| l.swap(0, 1)), FailureCode::Chain);
    caught(&lines(&bundle, PROCEDURE, |l| l.push(l[1].clone())), FailureCode::Chain);
    // An event of another kind has no place in it.
    let all = story.bundle(Profile::Procedural);
    let (_, files) = unpack(&all);
    let first: Value = serde_json::from_slice(files[PROCEDURE].split(|b| *b == b'\n').next().unwrap()).unwrap();
    caught(&lines(&bundle, PROCEDURE, |l| l.insert(0, first)), FailureCode::KindNotShown);
}

/// Whose origins of the conclusion are in the bundle.
fn origins_in(bundle: &[u8]) -> Vec<String> {
    let (_, files) = unpack(bundle);
    let lines = String::from_utf8(files[PROCEDURE].clone()).unwrap();
    let parts = |line: &str| serde_json::from_str::<Value>(line).unwrap()["parts"].as_object().unwrap().clone();
    lines
        .lines()
        .flat_map(|line| parts(line).into_iter().map(|(name, _)| name))
        .filter(|n| n.contains("origin"))
        .collect()
}

#[test]
fn a_taker_gets_the_own_origin_and_the_packet_all() {
    let mut story = story(&untouched);
    for (taker, seats) in [
        (bundle::Taker::Consumer, vec!["consumer"]),
        (bundle::Taker::Company, vec!["company"]),
        (bundle::Taker::Mediator, vec!["mediator"]),
        (bundle::Taker::Ombudsman, vec![]),
        (bundle::Taker::Legal, vec![]),
        (bundle::Taker::Register, vec![]),
        (bundle::Taker::Packet, vec!["company", "consumer", "mediator"]),
    ] {
        story.taker = taker;
        let bundle = story.bundle(Profile::Agreement);
        let report = check(&bundle);
        assert!(report.valid, "{taker:?}: {:#?}", report.failures);
        let names: Vec<String> = seats.iter().map(|seat| format!("origin_{seat}")).collect();
        assert_eq!((origins_in(&bundle), report.parts.withheld), (names, 3 - seats.len() as u64), "{taker:?}");
    }
    // One too many is as wrong as one that lacks, though the counts are right.
    story.taker = bundle::Taker::Packet;
    let all = story.bundle(Profile::Agreement);
    let packet = "\"taker\":\"packet\"";
    caught(&replace(&all, "data/case.json", packet, "\"taker\":\"consumer\""), FailureCode::PartNotOpened);
    story.taker = bundle::Taker::Register;
    let none = story.bundle(Profile::Agreement);
    let register = "\"taker\":\"register\"";
    caught(&replace(&none, "data/case.json", register, "\"taker\":\"company\""), FailureCode::PartMissing);
}

#[test]
fn a_conclusion_has_one_origin_for_each_signer() {
    let with = |change: &'static dyn Fn(&mut Value)| {
        let edit = move |_: &str, kind: &str, content: &mut Value| {
            if kind == "origins" {
                change(content);
            }
        };
        check(&super::sample::story(&edit).bundle(Profile::Procedural))
    };
    let origin = json!({"address": null, "user_agent": null});
    assert!(with(&|_| ()).valid);
    assert!(with(&|o| drop(o.as_object_mut().unwrap().remove("origin_company"))).has(FailureCode::AgreementForm));
    assert!(with(&|o| o["origin_legal"] = o["origin_company"].clone()).has(FailureCode::AgreementForm));
    assert!(with(&|o| o["origin"] = o["origin_company"].clone()).has(FailureCode::AgreementForm));
    let mut story = story(&untouched);
    let part = (PartName::OriginOf(SignerSeat::Company), origin);
    story.act_with("procedure", "seat_joined", "company", time("15:00"), json!({}), &[part]);
    story.sign_heads();
    assert!(check(&story.bundle(Profile::Procedural)).has(FailureCode::KindMisplaced));
}

#[test]
fn checkpoints_of_an_agreement_continue_each_other() {
    let mut story = story(&untouched);
    // The erasure comes after the batch over the agreement, and more after it.
    story.act("procedure", "seat_joined", "company", "19:30", json!({}));
    story.erase("procedure", "19:40", &[(4, PartName::Author)]);
    story.anchor(time("19:50"));
    story.act("procedure", "seat_left", "company", "19:55", json!({}));
    story.sign_heads();
    let bundle = story.bundle(Profile::Agreement);
    let report = check(&bundle);
    assert!(report.valid, "{:#?}", report.failures);
    let (_, files) = unpack(&bundle);
    let joined: Vec<&str> = files.keys().filter_map(|path| path.strip_prefix("data/consistency/")).collect();
    assert_eq!(joined, ["procedure-3-5.txt", "procedure-5-6.txt"]);
    assert_eq!(files.keys().filter(|path| path.starts_with("data/checkpoints/")).count(), 3);
    let first = "data/consistency/procedure-3-5.txt";
    caught_alone(&forge(&bundle, |f| drop(f.remove(first))), FailureCode::FileMissing);
    caught_alone(&forge(&bundle, |f| assert!(f.get_mut(first).unwrap().pop().is_some())), FailureCode::Consistency);
    caught_alone(&forge(&bundle, |f| f.get_mut(first).unwrap()[3] ^= 1), FailureCode::Consistency);
    // A checkpoint over no line of its own stays out.
    let of_whole = unpack(&story.bundle(Profile::Procedural)).1;
    let none = ["data/checkpoints/procedure-1.txt", "data/anchors/procedure-1.tlog-proof"];
    let more = forge(&bundle, |f| none.iter().for_each(|path| drop(f.insert((*path).into(), of_whole[*path].clone()))));
    caught(&more, FailureCode::Checkpoint);
    // Any of them, and the size at each line, can be compared with a note that was kept.
    let keys = key_file();
    for size in [2_u64, 3, 5, 6] {
        let leaves: Vec<Hash> =
            story.channels["procedure"].events[..size as usize].iter().map(|e| leaf(&e.header)).collect();
        let kept = Checkpoint::of_channel(INSTANCE, CASE, "procedure", size, tree::root(&leaves)).sign(&log_key());
        let seen = notes_in(&kept);
        assert!(verify(&bundle, &Inquiry { seen: &seen, ..Inquiry::of(&keys) }).valid, "{size}");
    }
}

#[test]
fn the_files_of_the_agreement_are_those_of_the_record() {
    for profile in [Profile::Agreement, Profile::Procedural, Profile::Joint] {
        let bundle = story(&untouched).bundle(profile);
        for path in ["data/agreement.json", "data/agreement-shown.pdf", "data/agreement.pdf"] {
            caught(&forge(&bundle, |f| f.get_mut(path).unwrap().push(b' ')), FailureCode::AgreementMismatch);
            caught_alone(&forge(&bundle, |f| drop(f.remove(path))), FailureCode::FileMissing);
        }
    }
    let caucus = story(&untouched).bundle(Profile::Caucus);
    caught_alone(&forge(&caucus, |f| drop(f.insert("data/agreement.pdf".into(), vec![1]))), FailureCode::FileUnknown);
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
    let expect = |kind: &'static str, code: FailureCode, change: &'static dyn Fn(&mut Value)| {
        let report = with(kind, change);
        assert!(!report.valid && report.has(code), "{kind} {code:?}: {:#?}", report.failures);
    };
    assert!(with("none", &|_| ()).valid);
    expect("agreement_signed", FailureCode::AgreementForm, &|c| c["more"] = json!(1));
    expect("agreement_signed", FailureCode::AgreementForm, &|c| c["seat"] = json!("legal"));
    expect("agreement_signed", FailureCode::AgreementForm, &|c| c["method"] = json!("handshake"));
    expect("agreement_signed", FailureCode::AgreementForm, &|c| drop(c.as_object_mut().unwrap().remove("authority")));
    expect("agreement_signed", FailureCode::AgreementForm, &|c| c["at"] = json!("2026-11-21T14:00:00.000Z"));
    expect("agreement_signed", FailureCode::AgreementForm, &|c| {
        drop(c.as_object_mut().unwrap().remove("assertion").or_else(|| {
            c["method"] = json!("passkey");
            None
        }))
    });
    expect("agreement_signed", FailureCode::AgreementSignatures, &|c| c["name"] = json!("Somebody else"));
    expect("agreement_concluded", FailureCode::AgreementForm, &|c| c["more"] = json!(1));
    expect("agreement_concluded", FailureCode::AgreementMismatch, &|c| c["pdf_hash"] = json!(base64(&[0; 32])));
    expect("agreement_concluded", FailureCode::AgreementMismatch, &|c| c["version"] = json!(2));
    expect("agreement_concluded", FailureCode::AgreementMissing, &|c| c["document_hash"] = json!(base64(&[0; 32])));
    expect("agreement_concluded", FailureCode::AgreementMismatch, &|c| {
        c["signatures"][0]["document_hash"] = json!(base64(&[0; 32]))
    });
    expect("agreement_concluded", FailureCode::AgreementSigners, &|c| {
        drop(c["signatures"].as_array_mut().unwrap().remove(0))
    });
    expect("agreement_concluded", FailureCode::AgreementSignatures, &|c| {
        drop(c["signatures"].as_array_mut().unwrap().remove(1))
    });
    expect("agreement_concluded", FailureCode::AgreementSigners, &|c| c["signatures"][1] = c["signatures"][0].clone());
    expect("agreement_concluded", FailureCode::AgreementSignatures, &|c| {
        c["signatures"].as_array_mut().unwrap().swap(0, 1)
    });
    expect("agreement_concluded", FailureCode::AgreementForm, &|c| {
        drop(c["signatures"][0].as_object_mut().unwrap().remove("at"))
    });
    expect("agreement_concluded", FailureCode::Passkey, &|c| {
        c["signatures"][1]["assertion"]["signature"] = json!(base64(&[0; 70]))
    });
    expect("agreement_sealed", FailureCode::AgreementMismatch, &|c| c["pdf_hash"] = json!(base64(&[0; 32])));
    expect("agreement_sealed", FailureCode::AgreementMissing, &|c| c["version"] = json!(2));
    expect("agreement_sealed", FailureCode::AgreementForm, &|c| c["more"] = json!(1));
    expect("agreement.json", FailureCode::AgreementMismatch, &|c| {
        c["case"] = json!("0192f0c0-7b1a-7c00-8000-00000000002b")
    });
    expect("agreement.json", FailureCode::AgreementMismatch, &|c| c["version"] = json!(2));
    expect("agreement.json", FailureCode::AgreementMismatch, &|c| c["record"]["size"] = json!(3));
    expect("agreement.json", FailureCode::AgreementMismatch, &|c| c["record"]["root"] = json!(base64(&[0; 32])));
    expect("agreement.json", FailureCode::AgreementForm, &|c| c["nonce"] = json!("short"));
    expect("agreement.json", FailureCode::AgreementForm, &|c| c["obligations"][0]["more"] = json!(1));
    expect("agreement.json", FailureCode::AgreementForm, &|c| c["obligations"][0]["due"] = json!("2026-02-30"));
    expect("agreement.json", FailureCode::AgreementForm, &|c| c["obligations"][0]["debtor"] = json!("mediator"));
    expect("agreement.json", FailureCode::AgreementForm, &|c| {
        drop(c["obligations"][1].as_object_mut().unwrap().remove("amount"))
    });
    expect("agreement.json", FailureCode::AgreementForm, &|c| c["parties"][1]["seat"] = json!("consumer"));
    expect("agreement.json", FailureCode::AgreementForm, &|c| c["parties"][1]["name"] = Value::Null);
    expect("agreement.json", FailureCode::AgreementForm, &|c| drop(c["parties"].as_array_mut().unwrap().pop()));
    expect("agreement.json", FailureCode::AgreementForm, &|c| c["subject"] = json!(1));
    expect("agreement.json", FailureCode::AgreementForm, &|c| drop(c.as_object_mut().unwrap().remove("clauses")));
    assert!(with("agreement.json", &|c| c["more"] = json!({"any": []})).valid);
    expect("agreement.json", FailureCode::AgreementForm, &|c| drop(c.as_object_mut().unwrap().remove("record")));
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
        check(&story.bundle(profile)).has(FailureCode::KindMisplaced)
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
