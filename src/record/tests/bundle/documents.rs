//! A final PDF by itself: its attachments prove the agreement, its pages prove nothing.

use acordo_record::bundle;
use acordo_record::*;
use serde_json::{Value, json};

use super::sample::seal::{attached, pdf};
use super::sample::*;
use super::{caught, check};

#[test]
fn what_is_attached_tells_who_signed_and_that_the_pages_were_not_checked() {
    let story = story(&untouched);
    let report = check(&pdf(&attached(&story)));
    assert!(report.doubts(DoubtCode::PagesUnchecked) && report.failures.is_empty(), "{:#?}", report.failures);
    assert_eq!((report.exit_code(), report.form), (2, Some(FileForm::Document)));
    assert_eq!((report.instance.as_deref(), report.case.as_deref()), (Some(INSTANCE), Some(CASE)));
    // The bundle, which is valid, reports the same.
    let of_bundle = check(&story.bundle(bundle::Profile::Agreement));
    assert!(of_bundle.valid && of_bundle.form == Some(FileForm::Bundle));
    assert_eq!(report.agreements, of_bundle.agreements);
    let [agreement] = report.agreements.as_slice() else { panic!("{:?}", report.agreements) };
    assert_eq!(agreement.document_hash.0, agreement::document_hash(&story.agreement_json));
    let seats: Vec<&str> = agreement.signatures.iter().map(|signature| signature.seat.as_str()).collect();
    assert!(seats.contains(&"consumer") && seats.contains(&"company"), "{seats:?}");
}

#[test]
fn whatever_is_changed_in_an_attachment_is_caught() {
    let story = story(&untouched);
    let with = |name: &str, change: &dyn Fn(&mut Vec<u8>)| {
        let mut files = attached(&story);
        change(&mut files.iter_mut().find(|(found, _)| *found == name).unwrap().1);
        pdf(&files)
    };
    let line = |change: &dyn Fn(&mut Value)| {
        with("agreement_concluded.jsonl", &|bytes: &mut Vec<u8>| {
            let mut line: Value = serde_json::from_slice(bytes).unwrap();
            change(&mut line);
            *bytes = canonical::to_canonical(&line).unwrap();
            bytes.push(b'\n');
        })
    };
    caught(&with("agreement.json", &|bytes| bytes.push(b' ')), FailureCode::AgreementMismatch);
    caught(&with("agreement-shown.pdf", &|bytes| bytes.push(b' ')), FailureCode::AgreementMismatch);
    caught(&line(&|line| line["proof"][0] = json!(base64(&[1; 32]))), FailureCode::LineProof);
    caught(&line(&|line| drop(line["parts"].as_object_mut().unwrap().remove("content"))), FailureCode::PartMissing);
    caught(&with("checkpoint.txt", &|bytes| bytes[0] = b'x'), FailureCode::KeyUnknown);
    caught(&with("checkpoint.txt", &|bytes| bytes.truncate(20)), FailureCode::Checkpoint);
    // Another event of the same procedure does not count as a conclusion.
    let mut files = attached(&story);
    files[2].1 = bundle::line_alone(&story.channels["procedure"].events, 3).unwrap();
    caught(&pdf(&files), FailureCode::AgreementMissing);
    // No single flipped bit makes it report something else.
    let whole = pdf(&attached(&story));
    let told = check(&whole).agreements;
    for place in (0..whole.len()).step_by(7) {
        let mut flipped = whole.clone();
        flipped[place] ^= 1;
        let report = check(&flipped);
        assert!(!report.valid, "{place}");
        assert!(report.agreements.is_empty() || report.agreements == told, "{place}: {report:#?}");
    }
}

#[test]
fn a_document_of_another_house_or_without_its_proof_is_told_apart() {
    let story = story(&untouched);
    let mut bare = attached(&story);
    bare.pop();
    for file in [pdf(&bare), pdf(&[]), b"%PDF-1.7 nothing\n%%EOF\n".to_vec()] {
        let report = check(&file);
        assert!(report.is_unclear() && report.doubts(DoubtCode::NoProof), "{report:#?}");
    }
    let half = pdf(&attached(&story));
    assert!(check(&half[..half.len() - 10]).doubts(DoubtCode::NoRecord));
    let other = KeyFile::of([LogKey::from_seed(INSTANCE, &[9; 32]).unwrap().vkey().clone()]);
    assert_eq!(verify(&half, &Inquiry::of(&other)).exit_code(), 1);
    let seen = Note::parse(story.channels["procedure"].checkpoints[0].note.as_bytes()).unwrap();
    let keys = key_file();
    let question = Inquiry { seen: std::slice::from_ref(&seen), late_hours: Some(1), ..Inquiry::of(&keys) };
    let report = verify(&half, &question);
    assert!(report.is_unclear() && report.doubts(DoubtCode::LateUnknown), "{report:#?}");
}
