//! Checkpoints and the instance log.

use acordo_record::bundle::Profile;
use acordo_record::*;
use serde_json::json;

use super::sample::*;
use super::{ALL, caught, caught_alone, check, joint};

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
        assert_eq!(report.has(FailureCode::AnchorOverdue), !valid);
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
        assert!(!report.valid && report.has(FailureCode::Seen), "{checkpoint:?}");
    }
    let stranger = LogKey::from_seed(INSTANCE, &[1; 32]).unwrap();
    assert!(seen(&head, &stranger).has(FailureCode::Seen));
    let agreement = story.bundle(Profile::Agreement);
    let note = Note::parse(story.checkpoint("procedure").sign(&log_key()).as_bytes()).unwrap();
    assert!(verify(&agreement, &key_file(), Some(&note)).valid);
    assert!(!verify(&agreement, &key_file(), Some(&first)).valid);
}

#[test]
fn checkpoints_are_signed_anchored_and_of_this_record() {
    let bundle = joint();
    let at = |size: u64| format!("data/checkpoints/joint-{size}.txt");
    let proof = |size: u64| format!("data/anchors/joint-{size}.tlog-proof");
    caught(&forge(&bundle, |f| drop(f.remove(&at(8)))), FailureCode::CheckpointMissing);
    caught_alone(&forge(&bundle, |f| drop(f.remove(&proof(2)))), FailureCode::AnchorMissing);
    caught(&forge(&bundle, |f| drop(f.remove(&at(2)))), FailureCode::FileUnknown);
    caught(&forge(&bundle, |f| drop(f.insert(at(3), f[&at(2)].clone()))), FailureCode::Checkpoint);
    caught(
        &forge(&bundle, |f| drop(f.insert(at(2), f["data/checkpoints/procedure-3.txt"].clone()))),
        FailureCode::Checkpoint,
    );
    caught(&forge(&bundle, |f| drop(f.insert(proof(2), f[&proof(8)].clone()))), FailureCode::Anchor);
    caught(&forge(&bundle, |f| drop(f.insert(proof(2), b"x".to_vec()))), FailureCode::Anchor);
    let other = |size: u64, root: Hash, channel: &str| {
        Checkpoint::of_channel(INSTANCE, CASE, channel, size, root).sign(&log_key()).into_bytes()
    };
    caught(&forge(&bundle, |f| drop(f.insert(at(8), other(8, [1; 32], "joint")))), FailureCode::Root);
    caught(&forge(&bundle, |f| drop(f.insert(at(9), other(9, [1; 32], "joint")))), FailureCode::Root);
    caught(&forge(&bundle, |f| drop(f.insert(at(8), other(8, [1; 32], "procedure")))), FailureCode::Checkpoint);
    let twice = |f: &mut SampleFiles| {
        let note = f.get_mut(&at(8)).unwrap();
        let line = note.iter().rposition(|b| *b == b'\n').unwrap();
        let start = note[..line].iter().rposition(|b| *b == b'\n').unwrap() + 1;
        let again = note[start..].to_vec();
        note.extend_from_slice(&again);
    };
    caught_alone(&forge(&bundle, twice), FailureCode::Checkpoint);
    let missing = WitnessKey::from_seed("witness.example/w2", &[1; 32]).unwrap();
    let keys = KeyFile::of([log_key().vkey().clone(), missing.vkey().clone()]);
    assert!(verify(&bundle, &keys, None).has(FailureCode::Anchor));
}

#[test]
fn anchors_rise_and_there_is_one_instance_log() {
    // A second log that forgot the first batch.
    let mut story = story(&untouched);
    story.log.clear();
    story.act("joint", "message_posted", "company", "19:30", json!({"text": "Obrigado"}));
    story.anchor(time("19:40"));
    caught_alone(&story.bundle(Profile::Joint), FailureCode::AnchorOrder);
}
