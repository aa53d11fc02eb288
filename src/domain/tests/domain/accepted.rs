//! The texts that people accept.

use crate::world::*;
use acordo_domain::accepted::AcceptedText;
use acordo_domain::case::event::Fact;
use acordo_record::canonical::to_canonical;

/// The hash of each version that somebody may have accepted. Lines are only ever added.
const PUBLISHED: &[(AcceptedText, &[&str])] = &[
    (AcceptedText::Rules, &["OytXBJGs7sYuKPsGKTNQAzGxusYtESshC1r7hw+iT18="]),
    (AcceptedText::GroundRules, &["+VI9JDRSlzTqaF8KDyOibULYNBi8ZSmGqoMQVBT94gU="]),
];

#[test]
fn a_published_text_never_changes() {
    for (text, hashes) in PUBLISHED {
        assert_eq!(usize::try_from(text.current()).unwrap(), hashes.len(), "a new version gets its line here");
        for (hash, version) in hashes.iter().zip(1..) {
            assert_eq!(text.hash(version).as_deref(), Some(*hash), "{text:?} {version}: write a new version instead");
        }
        assert_eq!(text.hash(text.current() + 1), None);
        assert_eq!(text.hash(0), None);
    }
}

#[test]
fn a_text_is_canonical_and_says_the_same_in_each_language() {
    for text in AcceptedText::ALL {
        for version in 1..=text.current() {
            let document = text.document(version).unwrap();
            let value: serde_json::Value = serde_json::from_str(document).unwrap();
            assert_eq!(String::from_utf8(to_canonical(&value).unwrap()).unwrap(), document);
            assert_eq!((&value["name"], &value["version"]), (&serde_json::json!(text), &serde_json::json!(version)));
            let languages = value["languages"].as_object().unwrap();
            assert_eq!(languages.keys().collect::<Vec<_>>(), ["en", "es", "pt-BR"]);
            let lengths: Vec<usize> = languages.values().map(|one| one["sections"].as_array().unwrap().len()).collect();
            assert!(lengths.iter().all(|length| *length == lengths[0] && *length > 0), "{lengths:?}");
        }
    }
}

#[test]
fn an_acceptance_names_the_text_by_its_hash() {
    let world = World::mediation();
    let mut accepted = (0, 0);
    for event in &world.history {
        match &event.fact {
            Some(Fact::RulesAccepted { rules_version, text_hash, .. }) => {
                assert_eq!(*text_hash, AcceptedText::Rules.hash(*rules_version));
                accepted.0 += 1;
            }
            Some(Fact::GroundRulesAccepted { version, text_hash, .. }) => {
                assert_eq!(*text_hash, AcceptedText::GroundRules.hash(*version));
                accepted.1 += 1;
            }
            _ => {}
        }
    }
    assert_eq!(accepted, (2, 2), "both sides, both texts");
}
