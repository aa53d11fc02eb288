//! Every change is caught, and nothing makes the verifier panic.

use proptest::prelude::*;

use super::sample::*;
use super::{BUNDLES, JOINT, check, joint};

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
