//! The bundles and documents among the vectors, each with what is asked and what a verifier must say.

use std::collections::{BTreeMap, BTreeSet};

use acordo_record::bundle::{self, Profile};
use acordo_record::*;
use serde_json::{Value, json};

use super::sample::seal::{KINDS, SealKind, SealParts, attached, pdf, sealed};
use super::sample::*;

const JOINT: &str = "data/record/joint.jsonl";

/// Bundles with the codes that a verifier must find in them.
pub fn bundles() -> (BTreeMap<String, Vec<u8>>, Value) {
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
        ("procedural-with-dates.zip", told(&untouched, true).bundle(Profile::Procedural)),
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
    let mut asked: Vec<VectorRow> = all.iter().map(|(name, _)| VectorRow::of(name)).collect();
    let mut files: BTreeMap<String, Vec<u8>> = all.into_iter().map(|(name, data)| (name.to_owned(), data)).collect();
    further(&whole, &mut files, &mut asked);
    let index = asked.iter().map(|row| row.told(&files)).collect();
    files.insert("KEYFILE".to_owned(), format!("# The keys of the vectors\n{}", key_file()).into_bytes());
    (files.into_iter().map(|(name, data)| (format!("bundles/{name}"), data)).collect(), Value::Array(index))
}

/// What is asked of a file.
struct VectorRow {
    file: String,
    exit: u8,
    keys: Option<&'static str>,
    seen: Vec<&'static str>,
    late_hours: Option<u64>,
    now: Option<&'static str>,
}

impl VectorRow {
    fn of(file: &str) -> Self {
        let exit = if file.starts_with("broken/") { 1 } else { u8::from(file.starts_with("unclear/")) * 2 };
        Self { file: file.to_owned(), exit, keys: None, seen: Vec::new(), late_hours: None, now: None }
    }

    fn ends(self, exit: u8) -> Self {
        Self { exit, ..self }
    }

    fn with(self, keys: &'static str) -> Self {
        Self { keys: Some(keys), ..self }
    }

    fn seen(self, file: &'static str) -> Self {
        Self { seen: vec![file], ..self }
    }

    /// The question with its answer. The words of an answer are free.
    fn told(&self, files: &BTreeMap<String, Vec<u8>>) -> Value {
        let keys = self.keys.map_or_else(key_file, |name| KeyFile::read(&files[name]).unwrap());
        let notes: Vec<Note> = self.seen.iter().flat_map(|name| notes_kept(&files[*name])).collect();
        let now = self.now.map(|text| Time::parse(text).unwrap());
        let question = Inquiry { keys: &keys, seen: &notes, now, late_hours: self.late_hours };
        let report = verify(&files[&self.file], &question);
        assert_eq!(report.exit_code(), self.exit, "{}: {:#?} {:#?}", self.file, report.failures, report.doubts);
        let codes: BTreeSet<String> = report.failures.iter().map(|f| f.code.as_str().to_owned()).collect();
        let doubts: Vec<&str> = report.doubts.iter().map(|d| d.code.as_str()).collect();
        let mut told = serde_json::to_value(&report).unwrap();
        for list in ["failures", "doubts"] {
            for one in told[list].as_array_mut().unwrap() {
                one.as_object_mut().unwrap().remove("words");
            }
        }
        let mut row = json!({
            "file": self.file, "exit": self.exit, "codes": codes, "doubts": doubts, "parts": report.parts,
            "events": report.events, "report": told,
        });
        let further = [
            ("keys", json!(self.keys)),
            ("late_hours", json!(self.late_hours)),
            ("now", json!(self.now)),
            ("seen", json!(Some(&self.seen).filter(|seen| !seen.is_empty()))),
        ];
        for (name, value) in further.into_iter().filter(|(_, value)| !value.is_null()) {
            row[name] = value;
        }
        row
    }
}

/// Documents alone, other key files, notes that somebody kept, and questions about time.
fn further(whole: &Sample<'_>, files: &mut BTreeMap<String, Vec<u8>>, asked: &mut Vec<VectorRow>) {
    let mut add = |name: &str, data: Vec<u8>| drop(files.insert(name.to_owned(), data));
    let (log, witness) = (log_key().vkey().to_string(), witness().vkey().to_string());
    let second = WitnessKey::from_seed("witness.example/w2", &[1; 32]).unwrap().vkey().to_string();
    let seals = KINDS.map(|kind| kind.line() + "\n").concat();
    add("keys/with-seals", format!("{log}\n{witness}\n{seals}").into_bytes());
    add("keys/seal-ended", format!("{log}\n{} until=2030-01-01T00:00:00.000Z\n", SealKind::P256.line()).into_bytes());
    add("keys/log-key-stolen", format!("{log} until=2030-01-01T00:00:00.000Z\n{witness}\n").into_bytes());
    let early = format!("{log} until=2026-11-21T12:00:00.000Z\n");
    add("keys/log-key-stolen-before", format!("{early}{witness}\n").into_bytes());
    add("keys/log-key-stolen-with-seals", format!("{early}{seals}").into_bytes());
    add("keys/of-another-house", LogKey::from_seed(INSTANCE, &[1; 32]).unwrap().vkey().to_string().into_bytes());
    add("keys/without-a-witness", log.clone().into_bytes());
    add("keys/second-witness-slept", format!("{log}\n{witness}\n{second}\n").into_bytes());
    let joined = format!("{log}\n{witness}\n{second} from=2026-12-01T00:00:00.000Z\n");
    add("keys/second-witness-joined-later", joined.into_bytes());
    let bounded = format!("{log}\n{witness} from=2026-11-21T12:00:00.000Z\n");
    add("keys/witness-from-noon", bounded.into_bytes());

    let files_of = attached(whole);
    let good = SealParts::by(SealKind::P256);
    let document = sealed(&files_of, &good);
    let changed = {
        let place = document.windows(6).position(|window| window == b"200 20").unwrap();
        [&document[..place], b"201".as_slice(), &document[place + 3..]].concat()
    };
    add("unclear/agreement.pdf", pdf(&files_of));
    add("unclear/agreement-without-proof.pdf", pdf(&files_of[..3]));
    for (name, kind) in ["p256", "p384", "rsa"].into_iter().zip(KINDS) {
        add(&format!("agreement-sealed-{name}.pdf"), sealed(&files_of, &SealParts::by(kind)));
    }
    add("broken/agreement-sealed-and-changed.pdf", changed);
    add("broken/agreement-sealed-twice.pdf", sealed(&files_of, &SealParts { fields: "1 0 R 1 0 R", ..good.clone() }));
    let another = SealParts { certificate_hash: Some(vec![1; 32]), ..good.clone() };
    add("broken/agreement-sealed-by-another-certificate.pdf", sealed(&files_of, &another));
    let mut exchanged = files_of.clone();
    exchanged[0].1.push(b' ');
    add("broken/agreement-sealed-over-another-agreement.pdf", sealed(&exchanged, &good));

    let joint = &whole.channels["joint"].checkpoints;
    let kept = joint[0].note.clone();
    let head = whole.checkpoint("joint");
    let signed = |checkpoint: Checkpoint| checkpoint.sign(&log_key()).into_bytes();
    add("seen/joint-2.txt", kept.clone().into_bytes());
    let (front, line) = kept.split_once("\n\n").unwrap();
    let quoted = format!("Guarde isto:\r\n> {}\r\n> {}\r\n--\r\nCasa\r\n", front.replace('\n', "\r\n> "), {
        let mut broken = line.trim_end().replacen(' ', "\r\n> ", 2);
        broken.insert_str(broken.len() - 20, "\r\n> ");
        broken
    });
    add("seen/joint-2-quoted.txt", quoted.into_bytes());
    add("seen/joint-8-of-another-past.txt", signed(Checkpoint { root: [1; 32], ..head.clone() }));
    add("seen/joint-25.txt", signed(Checkpoint { size: 25, ..head.clone() }));
    let leaves: Vec<Hash> = whole.channels["procedure"].events.iter().map(|e| leaf(&e.header)).collect();
    let procedure = |size: usize, root| Checkpoint::of_channel(INSTANCE, CASE, "procedure", size as u64, root);
    add("seen/procedure-1.txt", signed(procedure(1, tree::root(&leaves[..1]))));
    add("seen/procedure-2.txt", signed(procedure(2, tree::root(&leaves[..2]))));

    let thief = {
        let forged = Checkpoint { root: [1; 32], ..head }.sign(&log_key());
        forge(&whole.bundle(Profile::Joint), |f| {
            f.insert("data/checkpoints/joint-8.txt".into(), forged.into_bytes());
            f.insert("data/anchors/joint-8.tlog-proof".into(), b"x".to_vec());
        })
    };
    add("broken/thief-of-the-log-key.zip", thief);
    let row = VectorRow::of;
    asked.extend([
        row("unclear/agreement.pdf"),
        row("unclear/agreement-without-proof.pdf"),
        row("agreement-sealed-p256.pdf").ends(2),
        row("agreement-sealed-p256.pdf").with("keys/with-seals"),
        row("agreement-sealed-p384.pdf").with("keys/with-seals"),
        row("agreement-sealed-rsa.pdf").with("keys/with-seals"),
        row("agreement-sealed-p256.pdf").with("keys/seal-ended").ends(2),
        row("agreement-sealed-p256.pdf").with("keys/log-key-stolen-before").ends(2),
        row("agreement-sealed-p256.pdf").with("keys/log-key-stolen-with-seals"),
        row("broken/agreement-sealed-and-changed.pdf").with("keys/with-seals"),
        row("broken/agreement-sealed-and-changed.pdf"),
        row("broken/agreement-sealed-twice.pdf"),
        row("broken/agreement-sealed-by-another-certificate.pdf"),
        row("broken/agreement-sealed-over-another-agreement.pdf").with("keys/with-seals"),
        row("joint.zip").with("keys/of-another-house").ends(1),
        row("joint.zip").with("keys/log-key-stolen").ends(2),
        row("joint.zip").with("keys/log-key-stolen-before").ends(2),
        row("broken/thief-of-the-log-key.zip"),
        row("broken/thief-of-the-log-key.zip").with("keys/log-key-stolen").ends(2),
        row("joint.zip").with("keys/without-a-witness"),
        row("joint.zip").with("keys/witness-from-noon"),
        row("joint.zip").with("keys/second-witness-slept"),
        row("joint.zip").seen("seen/joint-2.txt"),
        row("joint.zip").seen("seen/joint-2-quoted.txt"),
        row("joint.zip").seen("unclear/agreement.pdf"),
        row("joint.zip").seen("seen/joint-8-of-another-past.txt").ends(1),
        row("joint.zip").seen("seen/joint-8-of-another-past.txt").with("keys/log-key-stolen").ends(2),
        row("joint.zip").seen("seen/joint-25.txt").ends(2),
        row("procedural.zip").seen("seen/joint-2.txt").ends(2),
        row("agreement.zip").seen("seen/procedure-2.txt"),
        row("agreement.zip").seen("seen/procedure-1.txt").ends(2),
        row("unclear/agreement.pdf").seen("seen/procedure-2.txt"),
        VectorRow { late_hours: Some(8), ..row("joint.zip") },
        VectorRow { late_hours: Some(7), ..row("joint.zip").ends(1) },
        VectorRow { late_hours: Some(8), ..row("joint-anchor-pending.zip").ends(1) },
        VectorRow { late_hours: Some(8), ..row("joint.zip").with("keys/second-witness-slept").ends(1) },
        VectorRow { late_hours: Some(8), ..row("joint.zip").with("keys/second-witness-joined-later") },
        VectorRow { late_hours: Some(8), ..row("joint.zip").with("keys/without-a-witness").ends(2) },
        VectorRow { late_hours: Some(8), ..row("unclear/agreement.pdf") },
        VectorRow { now: Some("2026-11-20T20:00:00.000Z"), ..row("joint.zip") },
        VectorRow { now: Some("2026-11-20T19:59:59.999Z"), ..row("joint.zip").ends(2) },
    ]);
}
