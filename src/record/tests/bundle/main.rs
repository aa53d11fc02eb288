//! Bundles: which are valid, and that every broken rule is caught by its code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod agreements;
mod documents;
mod hostile;
mod layers;
mod logs;
#[path = "../sample/mod.rs"]
mod sample;
mod seals;

use std::sync::LazyLock;

use acordo_record::bundle::Profile;
use acordo_record::*;
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
    verify(bundle, &Inquiry::of(&key_file()))
}

#[track_caller]
fn caught(bundle: &[u8], code: FailureCode) {
    let report = check(bundle);
    assert!(!report.valid && report.has(code), "expected {code:?}: {:#?}", report.failures);
}

#[track_caller]
fn caught_alone(bundle: &[u8], code: FailureCode) {
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
        let witness = WitnessReport { name: "witness.example/w1".into(), cosigned: true };
        assert_eq!(report.witnesses, [witness]);
    }
}

#[test]
fn the_report_counts_parts_and_tells_sizes_and_times() {
    let report = check(&joint());
    assert_eq!(report.events, 11);
    let PartCounts { opened, withheld, erased, failed } = report.parts;
    // Seven of the parts are origins; content and name of one message are erased.
    assert_eq!((opened, withheld, erased, failed), (16, 7, 2, 0));
    let told: Vec<_> = report
        .channels
        .iter()
        .map(|c| (c.channel.as_str(), c.size, c.last_at, c.anchored_size, c.pending_from))
        .collect();
    assert_eq!(told, [("procedure", 3, Some(time("14:21")), 3, None), ("joint", 8, Some(time("14:20")), 8, None)]);
    // From 12:00 to the second batch's witness at 19:10.
    assert_eq!(report.longest_delay_millis, Some((7 * 60 + 10) * 60_000));
    let alone = verify(&joint(), &Inquiry::of(&KeyFile::of([log_key().vkey().clone()])));
    assert_eq!(report.channels[1].anchored_at, Some(time("19:10")));
    assert!(alone.valid && alone.witnesses.is_empty() && alone.longest_delay_millis.is_none());
}

#[test]
fn a_bundle_has_no_bytes_of_what_its_profile_does_not_show() {
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
fn a_bundle_without_what_it_needs_is_not_written() {
    use bundle::BundleError as E;
    let mut unsigned = story(&untouched);
    unsigned.act("joint", "message_posted", "company", "15:00", json!({"text": "Obrigado"}));
    assert_eq!(unsigned.try_bundle(Profile::Joint), Err(E::NoHeadCheckpoint("joint".into())));
    let mut open = story(&untouched);
    open.channels.get_mut("procedure").unwrap().events.truncate(1);
    assert_eq!(open.try_bundle(Profile::Agreement), Err(E::NoEvents));
}

/// A disk with so much room.
struct FullDisk(usize);

impl std::io::Write for FullDisk {
    fn write(&mut self, data: &[u8]) -> std::io::Result<usize> {
        if data.len() > self.0 {
            return Err(std::io::ErrorKind::StorageFull.into());
        }
        self.0 -= data.len();
        Ok(data.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_disk_that_is_full_is_no_fault_of_the_record() {
    let story = story(&untouched);
    let whole = joint().len();
    for room in [0, 100, whole / 2, whole - 1] {
        let written = story.write_to(Profile::Joint, FullDisk(room)).map(|_| ());
        assert!(matches!(written, Err(bundle::BundleError::Io(std::io::ErrorKind::StorageFull, _))), "{written:?}");
    }
    assert!(story.write_to(Profile::Joint, FullDisk(whole)).is_ok());
}

#[test]
fn a_file_need_not_fit_into_memory_to_be_checked() {
    let keys = key_file();
    for bundle in BUNDLES.iter().chain([&joint()[..joint().len() / 2].to_vec()]) {
        let from = verify_from(&mut std::io::Cursor::new(bundle), &Inquiry::of(&keys)).unwrap();
        assert_eq!(from, check(bundle));
    }
}
