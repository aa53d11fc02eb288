//! Every change is caught, and nothing makes the verifier panic.

use acordo_record::bundle::Profile;
use acordo_record::*;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::sample::*;
use super::{BUNDLES, JOINT, caught, caught_alone, check, joint};

/// What serde takes for the same: the fields of a structure as a list, a word as an object.
#[test]
fn a_list_is_no_structure_and_an_object_no_word() {
    let listed = |value: &Value| json!(value.as_object().unwrap().values().collect::<Vec<_>>());
    let parties = |_: &str, kind: &str, content: &mut Value| {
        if kind == "agreement.json" {
            content["parties"][0] = listed(&content["parties"][0]);
        }
    };
    caught_alone(&story(&parties).bundle(Profile::Agreement), FailureCode::AgreementForm);
    let due = |_: &str, kind: &str, content: &mut Value| {
        if kind == "agreement.json" {
            content["obligations"][0]["due"] = listed(&content["obligations"][0]["due"]);
        }
    };
    caught_alone(&story(&due).bundle(Profile::Agreement), FailureCode::AgreementForm);
    let method = |_: &str, kind: &str, content: &mut Value| {
        if kind == "agreement_concluded" {
            content["signatures"][0]["method"] = json!({"email_code": null});
        }
    };
    caught(&story(&method).bundle(Profile::Procedural), FailureCode::AgreementForm);
    let mut author = story(&untouched);
    let named = [(PartName::Author, json!(["1", "Ana"]))];
    author.act_with("joint", "message_posted", "company", time("19:30"), json!({}), &named);
    author.anchor(time("19:40"));
    caught_alone(&author.bundle(Profile::Joint), FailureCode::PartForm);
    caught(
        &replace(&joint(), "data/case.json", "\"consumer\",\"v\"", "{\"consumer\":null},\"v\""),
        FailureCode::CaseFile,
    );
    let line = lines(&joint(), JOINT, |lines| lines[1] = listed(&lines[1]));
    caught(&line, FailureCode::Line);
    let keys = forge(&joint(), |files| *files.get_mut("data/keys.json").unwrap() = b"[[],[],1]".to_vec());
    caught(&keys, FailureCode::KeysFile);
}

/// Numbers above what JSON may have are in no note and no name of a file either.
#[test]
fn a_size_beyond_every_integer_is_none() {
    let name = |size: u64| format!("data/checkpoints/joint-{size}.txt");
    let with = |size: u64| {
        let note = Checkpoint::of_channel(INSTANCE, CASE, "joint", size, [1; 32]).sign(&log_key());
        check(&forge(&joint(), |files| drop(files.insert(name(size), note.into_bytes()))))
    };
    assert!(with((1 << 53) - 1).has(FailureCode::Root));
    let beyond = with(1 << 53);
    assert!(beyond.has(FailureCode::FileUnknown) && !beyond.has(FailureCode::Root), "{:#?}", beyond.failures);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_flipped_bit_is_caught(place in any::<prop::sample::Index>(), bit in 0u8..8, profile in 0usize..4) {
        let mut bundle = BUNDLES[profile].clone();
        let at = place.index(bundle.len());
        bundle[at] ^= 1 << bit;
        prop_assert!(!check(&bundle).valid, "byte {at} bit {bit}");
    }

    #[test]
    fn any_flipped_bit_is_caught_though_the_operator_signs_again(place in any::<prop::sample::Index>(), bit in 0u8..8) {
        // Everything except the words of the README and the summary, which prove nothing.
        let bundle = joint();
        let proven = |path: &String| path.starts_with("data/") && !matches!(path.as_str(), "data/README.txt" | "data/case.json" | "data/keys.json");
        let forged = forge(&bundle, |files| {
            let mut all: Vec<_> = files.iter_mut().filter(|(path, _)| proven(path)).flat_map(|(_, data)| data.iter_mut()).collect();
            let at = place.index(all.len());
            *all[at] ^= 1 << bit;
        });
        // An unknown witness name is no fault, but then that witness has not cosigned.
        let report = check(&forged);
        prop_assert!(!report.valid || report != check(&bundle));
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
