//! Checkpoints and the instance log.

use acordo_record::bundle::Profile;
use acordo_record::*;
use serde_json::json;

use super::sample::*;
use super::{ALL, caught, caught_alone, check, joint};

#[test]
fn a_genuine_bundle_stays_valid_for_ever() {
    let mut story = story(&untouched);
    story.act("joint", "message_posted", "company", "19:30", json!({"text": "Obrigado"}));
    story.sign_heads();
    for at in
        ["2026-11-21T19:30:00.000Z", "2026-11-23T08:00:00.000Z", "2027-12-26T08:00:00.000Z", "9999-12-31T23:59:59.999Z"]
    {
        story.exported_at = Time::parse(at).unwrap();
        let report = check(&story.bundle(Profile::Joint));
        assert!(report.valid, "{at}: {:#?}", report.failures);
        let joint = &report.channels[1];
        assert_eq!((joint.size, joint.anchored_size, joint.pending_from), (9, 8, Some(time("19:30"))));
    }
    // The clock went back after the last event, but the export is never dated before that event.
    story.exported_at = time("15:00");
    assert_eq!(check(&story.bundle(Profile::Joint)).exported_at, Some(time("19:30")));
}

#[test]
fn no_event_is_later_than_the_export() {
    let early = replace(&joint(), "data/case.json", "2026-11-21T20:00:00.000Z", "2026-11-21T14:00:00.000Z");
    caught(&early, FailureCode::EventAfterExport);
}

#[test]
fn a_witness_saw_a_checkpoint_after_its_events_and_before_the_export() {
    for (at, valid) in [("19:25", true), ("19:24", false)] {
        let mut story = story(&untouched);
        story.act("joint", "message_posted", "company", "19:30", json!({"text": "Obrigado"}));
        story.anchor(time(at));
        let report = check(&story.bundle(Profile::Joint));
        assert_eq!(report.valid, valid, "{at}: {:#?}", report.failures);
        assert_eq!(report.has(FailureCode::AnchorTime), !valid);
    }
    for (at, valid) in [("2026-11-22T20:00:00.000Z", true), ("2026-11-22T20:00:01.000Z", false)] {
        let mut story = story(&untouched);
        story.act("joint", "message_posted", "company", "19:30", json!({"text": "Obrigado"}));
        story.anchor(Time::parse(at).unwrap());
        assert_eq!(check(&story.bundle(Profile::Joint)).valid, valid, "{at}");
    }
}

#[test]
fn asked_about_time_the_report_tells_the_truth() {
    let keys = key_file();
    let late = |bundle: &[u8], hours| verify(bundle, &Inquiry { late_hours: Some(hours), ..Inquiry::of(&keys) });
    // The longest delay is from 12:00 to the second batch's witness at 19:10.
    assert!(late(&joint(), 8).valid);
    let report = late(&joint(), 7);
    assert!(report.has(FailureCode::AnchorLate) && report.exit_code() == 1);
    let mut pending = story(&untouched);
    pending.act("joint", "message_posted", "company", "19:30", json!({"text": "Obrigado"}));
    pending.sign_heads();
    assert!(late(&pending.bundle(Profile::Joint), 1_000_000).has(FailureCode::AnchorLate), "nobody has seen it");
    let alone = KeyFile::of([log_key().vkey().clone()]);
    let report = verify(&joint(), &Inquiry { late_hours: Some(24), ..Inquiry::of(&alone) });
    assert!(report.doubts(DoubtCode::LateUnknown) && report.exit_code() == 2);
    assert_eq!(report.verdict(), FileVerdict::Genuine, "the file itself was checked");
    // A witness that joined later is not asked about what came before.
    let second = WitnessKey::from_seed("witness.example/w2", &[1; 32]).unwrap();
    let with = |window: &str| KeyFile::parse(&format!("{}{}{window}\n", key_file(), second.vkey())).unwrap();
    let strict = |keys: &KeyFile| verify(&joint(), &Inquiry { late_hours: Some(24), ..Inquiry::of(keys) });
    assert!(strict(&with(" from=2026-12-01T00:00:00.000Z")).valid);
    let slept = strict(&with(""));
    assert!(slept.has(FailureCode::AnchorLate));
    assert!(verify(&joint(), &Inquiry::of(&with(""))).valid, "that a witness slept is no fault");
}

#[test]
fn a_wrong_clock_is_no_verdict() {
    let keys = key_file();
    let on = |now: &str| verify(&joint(), &Inquiry { now: Some(Time::parse(now).unwrap()), ..Inquiry::of(&keys) });
    assert!(on("2026-11-20T20:00:00.000Z").valid);
    let report = on("2026-11-20T19:59:59.999Z");
    assert!(report.doubts(DoubtCode::Clock) && report.exit_code() == 2 && !report.valid);
}

#[test]
fn what_is_no_bundle_is_no_verdict() {
    let bundle = joint();
    for rubbish in [&b""[..], b"%PDF-1.7", &bundle[..bundle.len() / 2], &bundle[1..]] {
        let report = check(rubbish);
        assert!(report.doubts(DoubtCode::NoRecord) && report.exit_code() == 2);
    }
}

#[test]
fn a_stolen_key_proves_only_what_was_witnessed_before() {
    let keys =
        |until: &str| KeyFile::parse(&format!("{} until={until}\n{}\n", log_key().vkey(), witness().vkey())).unwrap();
    // bundle.txt has no time, so a thief of the key could have signed it at any time.
    let report = verify(&joint(), &Inquiry::of(&keys("2030-01-01T00:00:00.000Z")));
    assert_eq!((report.exit_code(), report.failures_total), (2, 0), "{:#?}", report.failures);
    assert!(report.doubts.iter().all(|d| d.code == DoubtCode::KeyEnded && d.place == "bundle.txt"));
    assert!(report.agreements.is_empty() && report.phases.is_empty(), "and told as signed what nobody did");
    let report = verify(&joint(), &Inquiry::of(&keys("2026-11-21T19:10:00.000Z")));
    assert!(report.doubts.iter().any(|d| d.place == "data/checkpoints/joint-8.txt"));
    // A thief's checkpoint of another past proves nothing and accuses nobody.
    let forged = Checkpoint::of_channel(INSTANCE, CASE, "joint", 8, [1; 32]).sign(&log_key());
    let bundle = forge(&joint(), |f| {
        f.insert("data/checkpoints/joint-8.txt".into(), forged.into_bytes());
        f.remove("data/anchors/joint-8.tlog-proof");
    });
    let report = verify(&bundle, &Inquiry::of(&keys("2030-01-01T00:00:00.000Z")));
    assert_eq!(report.exit_code(), 2, "{:#?}", report.failures);
    // Nor does a proof that a thief put beside it.
    let broken = forge(&bundle, |f| drop(f.insert("data/anchors/joint-8.tlog-proof".into(), b"x".to_vec())));
    let report = verify(&broken, &Inquiry::of(&keys("2030-01-01T00:00:00.000Z")));
    assert_eq!((report.exit_code(), report.failures_total), (2, 0), "{:#?}", report.failures);
    caught(&broken, FailureCode::Anchor);
}

#[test]
fn without_an_instance_log_every_bundle_is_pending() {
    let mut story = story(&untouched);
    for channel in story.channels.values_mut() {
        channel.checkpoints.retain(|c| c.size == channel.events.len() as u64);
        channel.checkpoints[0].proof = None;
    }
    for profile in ALL {
        let report = check(&story.bundle(profile));
        assert!(report.valid && !report.witnesses[0].cosigned, "{:#?}", report.failures);
        assert!(report.channels.iter().all(|c| c.pending_from.is_some() && c.anchored_size == 0));
    }
}

#[test]
fn a_kept_checkpoint_binds_the_record_to_its_past() {
    let story = story(&untouched);
    let keys = key_file();
    let seen_in = |bundle: &[u8], text: &str| {
        let notes = notes_in(text);
        assert!(!notes.is_empty(), "{text}");
        verify(bundle, &Inquiry { seen: &notes, ..Inquiry::of(&keys) })
    };
    let bundle = story.bundle(Profile::Joint);
    let head = story.checkpoint("joint");
    let first = &story.channels["joint"].checkpoints[0].note;
    let good = [head.sign(&log_key()), first.clone(), format!("Guarde:\r\n\r\n{}", first.replace('\n', "\r\n"))];
    for note in &good {
        assert!(seen_in(&bundle, note).valid, "{note}");
    }
    let wrong = Checkpoint { root: [1; 32], ..head.clone() };
    let report = seen_in(&bundle, &format!("{first}\n{}", wrong.sign(&log_key())));
    assert!(report.has(FailureCode::Seen) && report.exit_code() == 1, "every note of a mail is compared");
    assert_eq!(report.verdict(), FileVerdict::NotValid);
    let unknown = [
        Checkpoint { size: 9, ..head.clone() },
        Checkpoint { origin: format!("{INSTANCE}/case/{CASE}/internal:company"), ..head.clone() },
        Checkpoint { origin: head.origin.replace("-8000-", "-9000-"), ..head.clone() },
    ];
    for checkpoint in unknown {
        let report = seen_in(&bundle, &checkpoint.sign(&log_key()));
        assert!(report.doubts(DoubtCode::SeenUnknown) && report.exit_code() == 2, "{checkpoint:?}");
        // That it cannot be compared says nothing of the file; beside one that fits as little.
        assert_eq!((report.verdict(), report.fitting(1)), (FileVerdict::Genuine, 0));
        let both = seen_in(&bundle, &format!("{first}\n{}", checkpoint.sign(&log_key())));
        assert_eq!((both.verdict(), both.fitting(2), both.exit_code()), (FileVerdict::Genuine, 1, 2));
    }
    let longer = seen_in(&bundle, &Checkpoint { size: 25, ..head.clone() }.sign(&log_key()));
    assert!(longer.doubts[0].words.contains("ends at 8, the note is of 25"), "{:?}", longer.doubts);
    let stranger = LogKey::from_seed(INSTANCE, &[1; 32]).unwrap();
    assert_eq!(seen_in(&bundle, &head.sign(&stranger)).exit_code(), 2);
}

#[test]
fn the_checkpoint_that_the_agreement_prints_can_be_checked_with_the_agreement() {
    let story = story(&untouched);
    let keys = key_file();
    let agreement = story.bundle(Profile::Agreement);
    let leaves: Vec<Hash> = story.channels["procedure"].events.iter().map(|e| leaf(&e.header)).collect();
    let at =
        |size: usize, root| Checkpoint::of_channel(INSTANCE, CASE, "procedure", size as u64, root).sign(&log_key());
    let seen = |note: String| verify(&agreement, &Inquiry { seen: &notes_in(&note), ..Inquiry::of(&keys) }).exit_code();
    // The conclusion is event 2 and the seal event 3; the complaint is not shown.
    assert_eq!(seen(at(2, tree::root(&leaves[..2]))), 0);
    assert_eq!(seen(at(3, tree::root(&leaves))), 0);
    assert_eq!(seen(at(2, [1; 32])), 1);
    assert_eq!(seen(at(1, tree::root(&leaves[..1]))), 2);
    assert_eq!(seen(story.channels["joint"].checkpoints[0].note.clone()), 2);
}

#[test]
fn a_note_is_found_in_a_mail_as_mail_programs_leave_it() {
    let head = story(&untouched).checkpoint("joint");
    let note = head.sign(&log_key());
    let (front, line) = note.split_once("\n\n").unwrap();
    let (begins, ends) = line.trim_end().split_at(70);
    for text in [
        format!("> {}\n", note.replace('\n', "\n> ")),
        format!("Olá,\n\n   {front}\n{line}\n--\nCasa de Acordo"),
        format!("{front}\n\n{begins}\n{ends}\nEnviado do meu telefone"),
        format!("{front}\n\n{}\n--\n", line.trim_end().replacen(" ", "\n", 2)),
        format!(
            "\u{feff}{front}\n{}\t\n",
            line.trim_end().rsplitn(2, ' ').collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("  \n\t ")
        ),
        format!(">> {}\r\n>>\r\n>> {begins}\r\n>> {ends}\r\n", front.replace('\n', "\r\n>> ")),
    ] {
        assert_eq!(notes_in(&text), [Note::parse(note.as_bytes()).unwrap()], "{text}");
    }
    assert_eq!(notes_in("Olá,\n8\n— nada"), []);
    let one = [Note::parse(note.as_bytes()).unwrap()];
    let latin = [b"Ol\xe1,\n\n", note.as_bytes(), b"\n--\nCasa de Concilia\xe7\xe3o\n"].concat();
    assert_eq!(notes_kept(&latin), one, "a mail in another encoding");
    let document = seal::pdf(&[("checkpoint.txt", note.clone().into_bytes())]);
    assert_eq!(notes_kept(&document), one, "the checkpoint that a final PDF carries");
    assert_eq!(notes_kept(&seal::pdf(&[])), []);
}

#[test]
fn a_witness_whose_clock_is_beyond_all_years_saw_nothing_in_time() {
    let mut story = story(&untouched);
    story.act("joint", "message_posted", "company", "19:30", json!({"text": "Obrigado"}));
    story.anchor(time("19:40"));
    let head = "data/anchors/joint-9.tlog-proof";
    let with_time = |seconds: u64| {
        forge(&story.bundle(Profile::Joint), |files| {
            let text = String::from_utf8(files[head].clone()).unwrap();
            let proof = anchor::TlogProof::parse(text.as_bytes()).unwrap();
            let signed = log_key().sign_note(proof.head.text()) + &witness().cosign(proof.head.text(), seconds);
            let new = anchor::TlogProof::text(&proof.salt, proof.index, &proof.path, &signed);
            files.insert(head.into(), new.into_bytes());
        })
    };
    caught_alone(&with_time(253_402_300_800), FailureCode::AnchorTime);
    caught_alone(&with_time((1 << 53) - 1), FailureCode::AnchorTime);
    caught(&with_time(1 << 53), FailureCode::Anchor);
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
}

#[test]
fn later_proofs_of_the_same_entry_stand_beside_the_first() {
    let bundle = joint();
    let first = "data/anchors/joint-2.tlog-proof";
    let later = |files: &mut SampleFiles, nth: u32, data: Vec<u8>| {
        files.insert(format!("data/anchors/joint-2.{nth}.tlog-proof"), data);
    };
    let story = story(&untouched);
    let again = story.proof_against_the_last_head("joint", 0);
    let good = forge(&bundle, |f| later(f, 1, again.clone()));
    let report = check(&good);
    assert!(report.valid, "{:#?}", report.failures);
    let same = forge(&bundle, |f| later(f, 1, f[first].clone()));
    caught_alone(&same, FailureCode::AnchorOrder);
    caught_alone(&forge(&bundle, |f| later(f, 2, again.clone())), FailureCode::FileUnknown);
}

#[test]
fn anchors_rise_and_there_is_one_instance_log() {
    // A second log that has forgotten the first batch.
    let mut story = story(&untouched);
    story.log.clear();
    story.act("joint", "message_posted", "company", "19:30", json!({"text": "Obrigado"}));
    story.anchor(time("19:40"));
    caught_alone(&story.bundle(Profile::Joint), FailureCode::AnchorOrder);
}
