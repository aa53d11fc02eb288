//! The tree, the chain, keys, notes and checkpoints.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use acordo_record::anchor::{self, ProofError, TlogProof};
use acordo_record::note::NoteError;
use acordo_record::tree::{self, Frontier};
use acordo_record::*;
use proptest::prelude::*;

/// The inputs and roots of the Certificate Transparency test suite.
const INPUTS: [&str; 8] =
    ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
}

fn leaves(n: usize) -> Vec<Hash> {
    (0..n).map(|i| leaf(&i.to_be_bytes())).collect()
}

#[test]
fn roots_are_those_of_the_certificate_transparency_vectors() {
    assert_eq!(hex(&tree::root(&[])), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    let leaves: Vec<Hash> = INPUTS.iter().map(|i| leaf(&unhex(i))).collect();
    let mut frontier = Frontier::new();
    assert_eq!(frontier.root(), tree::root(&[]));
    for (n, expected) in ROOTS.iter().enumerate() {
        frontier.append(leaves[n]);
        assert_eq!(hex(&tree::root(&leaves[..=n])), *expected);
        assert_eq!(hex(&frontier.root()), *expected);
    }
    let path: Vec<String> = tree::inclusion_path(&leaves, 5).unwrap().iter().map(|h| hex(h)).collect();
    assert_eq!(
        path,
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ]
    );
}

proptest! {
    #[test]
    fn a_frontier_has_the_root_of_the_whole_tree(n in 0usize..300) {
        let leaves = leaves(n);
        let mut frontier = Frontier::new();
        leaves.iter().for_each(|l| frontier.append(*l));
        prop_assert_eq!(frontier.root(), tree::root(&leaves));
        prop_assert_eq!(Frontier::from_bytes(&frontier.to_bytes()), Some(frontier));
    }

    #[test]
    fn a_path_proves_its_leaf_and_no_other(n in 1usize..120, at in 0usize..120, bit in 0usize..256) {
        let at = at % n;
        let leaves = leaves(n);
        let root = tree::root(&leaves);
        let path = tree::inclusion_path(&leaves, at).unwrap();
        let holds = |leaf: &Hash, at: usize, n: usize, path: &[Hash]| tree::includes(leaf, at as u64, n as u64, path, &root);
        prop_assert!(holds(&leaves[at], at, n, &path));
        prop_assert!(!holds(&leaf(b"other"), at, n, &path));
        for other in 0..n {
            prop_assert_eq!(holds(&leaves[at], other, n, &path), other == at);
        }
        prop_assert!(!holds(&leaves[at], at, at, &path));
        let mut long = path.clone();
        long.push([0; 32]);
        prop_assert!(!holds(&leaves[at], at, n, &long));
        if !path.is_empty() {
            prop_assert!(!holds(&leaves[at], at, n, &path[1..]));
            let mut bent = path.clone();
            let which = bit % bent.len();
            bent[which][bit / 8] ^= 1 << (bit % 8);
            prop_assert!(!holds(&leaves[at], at, n, &bent));
        }
    }

    #[test]
    fn a_tree_continues_its_past_and_nothing_else(n in 1usize..100, old in 1usize..100) {
        let old = 1 + (old - 1) % n;
        let leaves = leaves(n);
        let (before, now) = (tree::root(&leaves[..old]), tree::root(&leaves));
        let path = tree::consistency_path(&leaves, old).unwrap();
        prop_assert!(tree::continues((old as u64, &before), (n as u64, &now), &path));
        prop_assert!(!tree::continues((old as u64, &[7; 32]), (n as u64, &now), &path));
        prop_assert!(!tree::continues((old as u64, &before), (n as u64, &[7; 32]), &path));
        let mut long = path.clone();
        long.push([0; 32]);
        prop_assert!(!tree::continues((old as u64, &before), (n as u64, &now), &long));
        if let Some((_, rest)) = path.split_first() {
            prop_assert!(!tree::continues((old as u64, &before), (n as u64, &now), rest));
        }
    }

    #[test]
    fn hostile_notes_and_proofs_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "[— \n+a-z0-9=/]{0,120}") {
        let _ = Note::parse(&bytes);
        let _ = Note::parse(text.as_bytes());
        let _ = TlogProof::parse(&bytes);
        let _ = TlogProof::parse(format!("c2sp.org/tlog-proof@v1\n{text}").as_bytes());
        let _ = KeyFile::parse(&text);
        let _ = Header::parse(&bytes);
        let _ = ChannelHead::from_bytes(&bytes);
    }
}

const CASE: &str = "0192f0c0-7b1a-7c00-8000-000000000001";

fn append(head: &mut ChannelHead, seat: &str, at: &str) -> Result<Sealed, HeaderError> {
    let author = PartInput { name: PartName::Author, salt: Salt([1; 32]), bytes: br#"{"id":"1","name":"Ana"}"# };
    let content = PartInput { name: PartName::Content, salt: Salt([2; 32]), bytes: br#"{"text":"Bom dia"}"# };
    let both = [author, content];
    let parts = if seat == "system" { &both[1..] } else { &both[..] };
    head.append(&AppendInput {
        case: CASE,
        channel: "joint",
        kind: "message_posted",
        seat,
        at: Time::parse(at).unwrap(),
        parts,
    })
}

#[test]
fn events_are_numbered_chained_and_never_go_back_in_time() {
    let mut head = ChannelHead::new();
    let first = append(&mut head, "consumer", "2026-11-21T10:00:00.500Z").unwrap();
    let second = append(&mut head, "system", "2026-11-21T10:00:00.100Z").unwrap();
    assert_eq!((first.seq, second.seq), (1, 2));
    assert_eq!(second.at.as_str(), "2026-11-21T10:00:00.500Z");
    let header = Header::parse(&second.header).unwrap();
    assert_eq!(header.prev, first.leaf);
    assert_eq!(Header::parse(&first.header).unwrap().prev, [0; 32]);
    assert_eq!(head.root(), tree::root(&[first.leaf, second.leaf]));
    assert_eq!(header.to_bytes().unwrap(), second.header);
    assert_eq!(ChannelHead::from_bytes(&head.to_bytes()), Ok(head.clone()));
    assert_eq!(ChannelHead::from_bytes(&[]), Ok(ChannelHead::new()));
    assert_eq!(ChannelHead::from_bytes(&head.to_bytes()[1..]), Err(DamagedHead));
    let json = serde_json::to_string(&head).unwrap();
    assert_eq!(serde_json::from_str::<ChannelHead>(&json).unwrap(), head);
    let mut replayed = ChannelHead::new();
    replayed.replay(first.leaf, first.at);
    replayed.replay(second.leaf, second.at);
    assert_eq!(replayed, head);
}

#[test]
fn an_append_that_breaks_a_rule_leaves_the_head_as_it_was() {
    let mut head = ChannelHead::new();
    let before = head.clone();
    let content = PartInput { name: PartName::Content, salt: Salt([2; 32]), bytes: b"{}" };
    let at = Time::parse("2026-11-21T10:00:00.500Z").unwrap();
    let good = AppendInput { case: CASE, channel: "joint", kind: "case_filed", seat: "system", at, parts: &[content] };
    let cases = [
        (AppendInput { case: "X", ..good }, HeaderError::Case),
        (AppendInput { channel: "hall", ..good }, HeaderError::Channel),
        (AppendInput { kind: "CaseFiled", ..good }, HeaderError::Kind),
        (AppendInput { seat: "judge", ..good }, HeaderError::Seat),
        (AppendInput { parts: &[], ..good }, HeaderError::NoContent),
        (AppendInput { seat: "consumer", ..good }, HeaderError::Author),
        (AppendInput { parts: &[content, content], ..good }, HeaderError::PartTwice),
    ];
    for (event, error) in cases {
        assert_eq!(head.append(&event), Err(error));
        assert_eq!(head, before);
    }
    assert!(head.append(&good).is_ok());
}

#[test]
fn a_header_has_exactly_its_keys() {
    let mut head = ChannelHead::new();
    let good = String::from_utf8(append(&mut head, "consumer", "2026-11-21T10:00:00.500Z").unwrap().header).unwrap();
    assert!(Header::parse(good.as_bytes()).is_ok());
    for (from, to) in [
        ("\"v\":1", "\"v\":2"),
        (",\"v\":1", ""),
        ("\"v\":1", "\"v\":1,\"w\":1"),
        ("\"seq\":1", "\"seq\":0"),
        ("\"seq\":1", "\"seq\":\"1\""),
        ("joint", "hall"),
        ("consumer", "system"),
        ("message_posted", "MessagePosted"),
        (".500Z", "Z"),
        ("AAA=\"", "AAB=\""),
        ("\"author\"", "\"artist\""),
        ("{\"at\"", "{ \"at\""),
        ("0192f0c0", "0192F0C0"),
    ] {
        assert!(good.contains(from), "{from}");
        assert!(Header::parse(good.replacen(from, to, 1).as_bytes()).is_err(), "{from} → {to}");
    }
}

#[test]
fn a_commitment_binds_a_part_to_its_slot() {
    let slot = Slot { case: CASE, channel: "joint", seq: 1, kind: "message_posted" };
    let one = commitment(slot, PartName::Content, &Salt([1; 32]), b"{}");
    let others = [
        commitment(
            Slot { case: "0192f0c0-7b1a-7c00-8000-000000000002", ..slot },
            PartName::Content,
            &Salt([1; 32]),
            b"{}",
        ),
        commitment(Slot { channel: "procedure", ..slot }, PartName::Content, &Salt([1; 32]), b"{}"),
        commitment(Slot { seq: 2, ..slot }, PartName::Content, &Salt([1; 32]), b"{}"),
        commitment(Slot { kind: "message_hidden", ..slot }, PartName::Content, &Salt([1; 32]), b"{}"),
        commitment(slot, PartName::Author, &Salt([1; 32]), b"{}"),
        commitment(slot, PartName::Content, &Salt([2; 32]), b"{}"),
        commitment(slot, PartName::Content, &Salt([1; 32]), b"[]"),
    ];
    assert!(others.iter().all(|other| *other != one));
    assert_eq!(format!("{:?}", Salt([1; 32])), "Salt(…)");
}

#[test]
fn the_note_of_the_signed_note_specification_is_understood() {
    // The Go checksum database: a public key and head known to everybody.
    let key = Vkey::parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8").unwrap();
    assert_eq!(key.to_string(), "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
    // The example of the note package in the Go module tree.
    let key = Vkey::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").unwrap();
    let text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    let signed = format!(
        "{text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    );
    let note = Note::parse(signed.as_bytes()).unwrap();
    assert_eq!(note.text(), text);
    assert_eq!(note.verify([&key]).unwrap().len(), 1);
    let bent = signed.replace("answer", "Answer");
    assert_eq!(Note::parse(bent.as_bytes()).unwrap().verify([&key]), Err(NoteError::Wrong("PeterNeumann".into())));
}

#[test]
fn a_key_is_known_by_the_id_of_its_name_type_and_point() {
    let key = LogKey::from_seed("demo.example/log", &[7; 32]).unwrap();
    let text = key.vkey().to_string();
    assert_eq!(Vkey::parse(&text).unwrap(), *key.vkey());
    for bad in [text.replace("demo", "demi"), text.replace('/', "+"), text[..text.len() - 4].to_owned(), "a+b".into()] {
        assert!(Vkey::parse(&bad).is_err(), "{bad}");
    }
    assert_eq!(KeyFile::parse(""), Err(KeyError::NoLogKey));
    assert_eq!(KeyFile::parse(&format!("# the demo\n\n{text}\n")).unwrap().keys().len(), 1);
    assert!(LogKey::from_seed("Demo Log", &[7; 32]).is_err());
    // y = 1 (small order), and y = p + 3, which is another spelling of 3.
    let mut identity = [0; 32];
    identity[0] = 1;
    let mut beyond = [0xff; 32];
    (beyond[0], beyond[31]) = (0xf0, 0x7f);
    let mut three = [0; 32];
    three[0] = 3;
    assert_eq!(Vkey::new("a", KeyKind::Log, &identity), Err(KeyError::Point));
    assert_eq!(Vkey::new("a", KeyKind::Log, &beyond), Err(KeyError::Point));
    assert!(Vkey::new("a", KeyKind::Log, &three).is_ok());
}

#[test]
fn a_note_has_one_shape() {
    let key = LogKey::from_seed("demo.example/log", &[7; 32]).unwrap();
    let good = key.sign_note("one\ntwo\n");
    assert!(Note::parse(good.as_bytes()).unwrap().signed_once("demo.example/log", [key.vkey()]).is_ok());
    for bad in [
        good.replace("two\n\n", "two\n"),
        good.trim_end().to_owned(),
        good.replace('—', "-"),
        format!("{good}\n"),
        good.replace("one", "o\tne"),
        good.replace("demo.example/log ", ""),
        good.replace('=', ""),
        String::new(),
    ] {
        assert!(Note::parse(bad.as_bytes()).is_err(), "{bad}");
    }
    let line = good.rsplit("\n\n").next().unwrap();
    assert_eq!(Note::parse(format!("{good}{}", line.repeat(17)).as_bytes()), Err(NoteError::TooManySignatures));
    let twice = Note::parse(format!("{good}{line}").as_bytes()).unwrap();
    assert_eq!(twice.signed_once("demo.example/log", [key.vkey()]), Err(NoteError::NotOneSignature));
    let other = LogKey::from_seed("demo.example/log", &[8; 32]).unwrap();
    let note = Note::parse(good.as_bytes()).unwrap();
    assert!(matches!(note.signed_once("demo.example/log", [other.vkey()]), Err(NoteError::Unsigned(_))));
}

#[test]
fn a_checkpoint_is_exactly_three_lines() {
    let checkpoint = Checkpoint::of_channel("demo.example/log", CASE, "caucus:consumer/2", 3, [9; 32]);
    let text = checkpoint.text();
    assert_eq!(
        text.lines().next(),
        Some("demo.example/log/case/0192f0c0-7b1a-7c00-8000-000000000001/caucus:consumer/2")
    );
    assert_eq!(Checkpoint::parse(&text).unwrap(), checkpoint);
    for bad in [
        format!("{text}more\n"),
        text.replace("\n3\n", "\n03\n"),
        text.replace("\n3\n", "\n0\n"),
        text.replace("\n3\n", "\n+3\n"),
        text.replace('=', ""),
        text.trim_end().to_owned(),
    ] {
        assert_eq!(Checkpoint::parse(&bad), Err(NoteError::Text), "{bad}");
    }
}

#[test]
fn the_signer_signs_extensions_only() {
    let all = leaves(5);
    let root = |n: usize| tree::root(&all[..n]);
    assert_eq!(may_sign(None, &[]), Err(SignerRefusal::Empty));
    assert_eq!(may_sign(None, &all[..1]), Ok(()));
    assert_eq!(may_sign(Some((3, root(3))), &all[..2]), Err(SignerRefusal::Shrunk));
    assert_eq!(may_sign(Some((3, root(3))), &all[..3]), Ok(()));
    assert_eq!(may_sign(Some((3, root(3))), &all), Ok(()));
    assert_eq!(may_sign(Some((3, root(2))), &all[..3]), Err(SignerRefusal::Forked));
    // Longer, but with another past.
    let mut rewritten = all.clone();
    rewritten[1] = [9; 32];
    assert_eq!(may_sign(Some((3, root(3))), &rewritten), Err(SignerRefusal::Forked));
}

fn seconds(unix: i64) -> Option<Time> {
    Some(Time::from_unix_millis(unix * 1000).unwrap())
}

#[test]
fn a_key_file_is_read_as_people_keep_it_and_no_other_way() {
    let log = LogKey::from_seed("demo.example/log", &[7; 32]).unwrap().vkey().to_string();
    let other = LogKey::from_seed("demo.example/log", &[9; 32]).unwrap().vkey().to_string();
    let witness = WitnessKey::from_seed("witness.example/w1", &[8; 32]).unwrap().vkey().to_string();
    let from = "from=2026-01-01T00:00:00.000Z";
    let until = "until=2026-06-01T00:00:00.000Z";
    let seal = format!("seal {}", "0f".repeat(32));
    let good = format!(
        "\u{feff}# the demo\r\n\r\n{log} {from} {until}   # stolen # on a Monday\r\n{witness} {until}  \r\n{seal} {from} #\n{other}"
    );
    let file = KeyFile::read(good.as_bytes()).unwrap();
    let shown = format!("{log} {from} {until}\n{witness} {until}\n{other}\n{seal} {from}\n");
    assert_eq!(file.to_string(), shown);
    assert_eq!(KeyFile::parse(&shown).unwrap(), file);
    for bad in [
        format!("{log}\n{log}\n"),
        format!("{log}\n{seal}\n{seal} {from}\n"),
        format!("{log} from=2026-06-01T00:00:00.000Z until=2026-01-01T00:00:00.000Z\n"),
        format!("{log} {until} {from}\n"),
        format!("{log} {from} {from}\n"),
        format!("{log}  {from}\n"),
        format!(" {log}\n"),
        format!("{log}# no space before\n"),
        format!("{log}\nseal {}\n", "0F".repeat(32)),
        format!("{log}\nseal 0f\n"),
        format!("{log} until=2026-06-01\n"),
        format!("{log}\t\n"),
        format!("{witness}\n"),
        format!("{log}\nhello\n"),
    ] {
        assert!(KeyFile::parse(&bad).is_err(), "{bad}");
    }
    assert_eq!(KeyFile::read(&[0xff]), Err(KeyError::NotText));
}

#[test]
fn an_anchor_needs_the_log_key_and_its_place() {
    let instance = "demo.example/log";
    let key = LogKey::from_seed(instance, &[7; 32]).unwrap();
    let witness = WitnessKey::from_seed("witness.example/w1", &[8; 32]).unwrap();
    let rotated = WitnessKey::from_seed("witness.example/w1", &[9; 32]).unwrap();
    let second = WitnessKey::from_seed("witness.example/w2", &[10; 32]).unwrap();
    let note_text = Checkpoint::of_channel(instance, CASE, "joint", 3, [9; 32]).text();
    let salt = Salt([5; 32]);
    let mut entries = leaves(64);
    entries[11] = anchor::entry_leaf(&anchor::anchor_entry(&note_text, &salt));
    let head = Checkpoint { origin: instance.into(), size: 64, root: tree::root(&entries) };
    let signed = head.sign(&key) + &witness.cosign(&head.text(), 1000) + &second.cosign(&head.text(), 900);
    let path = tree::inclusion_path(&entries, 11).unwrap();
    let text = TlogProof::text(&salt, 11, &path, &signed);
    let proof = TlogProof::parse(text.as_bytes()).unwrap();
    let file = |keys: &[&Vkey]| KeyFile::of(keys.iter().map(|k| (*k).clone()));

    let alone = proof.verify(instance, &file(&[key.vkey()]), &note_text).unwrap();
    assert_eq!((alone.index, alone.witnessed_at()), (11, None));
    let both = file(&[key.vkey(), witness.vkey(), rotated.vkey(), second.vkey()]);
    assert_eq!(proof.verify(instance, &both, &note_text).unwrap().witnessed_at(), seconds(1000));

    let missing = WitnessKey::from_seed("witness.example/w3", &[1; 32]).unwrap();
    let absent = proof.verify(instance, &file(&[key.vkey(), missing.vkey()]), &note_text).unwrap();
    assert_eq!(absent.cosigned, [], "that a witness slept is no fault");
    let windows = |text: &str| {
        let text = format!("{}\n{} {text}\n", key.vkey(), witness.vkey());
        proof.verify(instance, &KeyFile::parse(&text).unwrap(), &note_text).unwrap().witnessed_at()
    };
    assert_eq!(windows("from=1970-01-01T00:16:40.000Z"), seconds(1000), "`from` itself is inside");
    assert_eq!(windows("until=1970-01-01T00:16:40.000Z"), None, "`until` itself is outside");
    let stranger = LogKey::from_seed(instance, &[1; 32]).unwrap();
    assert!(matches!(proof.verify(instance, &file(&[stranger.vkey()]), &note_text), Err(ProofError::Head(_))));
    assert_eq!(proof.verify("other.example", &both, &note_text), Err(ProofError::Origin));
    let other = Checkpoint::of_channel(instance, CASE, "joint", 4, [9; 32]).text();
    assert_eq!(proof.verify(instance, &both, &other), Err(ProofError::NotIncluded));
    let moved = TlogProof { index: 12, ..proof.clone() };
    assert_eq!(moved.verify(instance, &both, &note_text), Err(ProofError::NotIncluded));

    for bad in [
        text.replace("extra ", "extra  "),
        text.replace("index 11", "index 011"),
        text.replace("@v1", "@v2"),
        text.replace("\n\n", "\n"),
    ] {
        assert!(TlogProof::parse(bad.as_bytes()).is_err(), "{bad}");
    }
}
