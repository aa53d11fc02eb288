//! The canonical form: what is refused, and that each value has one form.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use acordo_record::canonical::{self, CanonicalError as E};
use proptest::prelude::*;
use serde_json::{Value, json};

fn text(value: &Value) -> String {
    canonical::to_canonical_text(value).unwrap()
}

#[test]
fn keys_are_sorted_by_utf16_units() {
    // RFC 8785, 3.2.3, as an object.
    let value = json!({
        "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
        "1": "One", "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control", "\u{f6}": "Latin Small Letter O With Diaeresis"
    });
    let expected = "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}";
    assert_eq!(text(&value), expected);
    assert_eq!(canonical::from_canonical(expected.as_bytes()).unwrap(), value);
}

#[test]
fn strings_are_escaped_as_little_as_possible() {
    // RFC 8785, 3.2.2.2.
    let value = json!({"string": "€$\u{f}\nA'B\"\\\\\"/"});
    assert_eq!(text(&value), "{\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    assert_eq!(text(&json!("\u{8}\t\u{c}\r\u{1f}\u{7f}")), "\"\\b\\t\\f\\r\\u001f\u{7f}\"");
}

#[test]
fn json_outside_the_profile_is_refused_in_every_layout() {
    let deep = format!("{}{}", "[".repeat(17), "]".repeat(17));
    type Wanted = fn(&E) -> bool;
    let cases: [(&str, Wanted); 22] = [
        (r#"{"a":1,"a":2}"#, |e| matches!(e, E::DuplicateKey(_))),
        (r#"{"a":1,"\u0061":2}"#, |e| matches!(e, E::DuplicateKey(_) | E::NotCanonical(_))),
        ("-0", |e| matches!(e, E::NotAnInteger(_))),
        ("1.0", |e| matches!(e, E::NotAnInteger(_))),
        ("1e3", |e| matches!(e, E::NotAnInteger(_))),
        ("1E3", |e| matches!(e, E::NotAnInteger(_))),
        ("9007199254740992", |e| matches!(e, E::IntegerTooLarge(_))),
        ("-9007199254740992", |e| matches!(e, E::IntegerTooLarge(_))),
        ("99999999999999999999999999", |e| matches!(e, E::IntegerTooLarge(_))),
        (r#""\ud800""#, |e| matches!(e, E::LoneSurrogate(_))),
        (r#""\udc00""#, |e| matches!(e, E::LoneSurrogate(_))),
        (r#""\ud800\u0041""#, |e| matches!(e, E::LoneSurrogate(_))),
        (r#""\u0000""#, |e| matches!(e, E::Nul(_))),
        ("\"\u{0}\"", |e| matches!(e, E::Nul(_))),
        (&deep, |e| matches!(e, E::TooDeep(_))),
        ("", |e| matches!(e, E::Syntax(_))),
        ("01", |e| matches!(e, E::Syntax(_))),
        ("{\"a\":1,}", |e| matches!(e, E::Syntax(_))),
        ("[1,]", |e| matches!(e, E::Syntax(_))),
        ("{a:1}", |e| matches!(e, E::Syntax(_))),
        ("1 2", |e| matches!(e, E::Syntax(_) | E::NotCanonical(_))),
        ("\"\n\"", |e| matches!(e, E::Syntax(_))),
    ];
    for (input, expected) in cases {
        let loose = canonical::parse(input.as_bytes()).unwrap_err();
        assert!(expected(&loose), "{input}: {loose}");
        let strict = canonical::from_canonical(input.as_bytes()).unwrap_err();
        assert!(expected(&strict), "{input}: {strict}");
    }
    assert_eq!(canonical::parse(b"\"\xff\""), Err(E::NotUtf8));
    let fits = format!("{}{}", "[".repeat(16), "]".repeat(16));
    assert!(canonical::from_canonical(fits.as_bytes()).is_ok());
}

#[test]
fn other_layouts_of_a_value_are_not_its_canonical_form() {
    for other in [
        r#"{"b":1,"a":2}"#,
        r#"{ "a":1}"#,
        "[1, 2]",
        " 1",
        "1\n",
        r#""\/""#,
        r#""\u0061""#,
        r#""\u000A""#,
        r#""\u001F""#,
        r#""\u00e9""#,
        r#""\ud83d\ude00""#,
    ] {
        assert!(canonical::parse(other.as_bytes()).is_ok(), "{other}");
        assert!(matches!(canonical::from_canonical(other.as_bytes()), Err(E::NotCanonical(_))), "{other}");
    }
}

#[test]
fn values_without_a_canonical_form_are_refused_when_written() {
    assert!(canonical::to_canonical(&1.5).is_err());
    assert!(canonical::to_canonical(&u64::MAX).is_err());
    assert!(canonical::to_canonical(&i64::MIN).is_err());
    assert!(canonical::to_canonical("a\u{0}b").is_err());
    assert!(canonical::to_canonical(&std::collections::BTreeMap::from([(1, 2)])).is_err());
    let mut deep = json!(1);
    for _ in 0..16 {
        deep = json!([deep]);
    }
    assert!(canonical::to_canonical(&deep).is_ok());
    assert!(canonical::to_canonical(&json!([deep])).is_err());
}

#[test]
fn a_struct_is_written_with_its_fields_in_order() {
    #[derive(serde::Serialize)]
    struct Zoo<'a> {
        zebra: Option<u8>,
        ape: &'a str,
        #[serde(rename = "€")]
        price: i64,
        mode: Mode,
    }
    #[derive(serde::Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Mode {
        OpenAir { since: u16 },
    }
    let zoo = Zoo { zebra: None, ape: "\u{1f600}", price: -5, mode: Mode::OpenAir { since: 1900 } };
    assert_eq!(
        canonical::to_canonical_text(&zoo).unwrap(),
        r#"{"ape":"😀","mode":{"open_air":{"since":1900}},"zebra":null,"€":-5}"#
    );
    #[derive(serde::Serialize)]
    struct Twice {
        a: u8,
        #[serde(flatten)]
        more: std::collections::BTreeMap<&'static str, u8>,
    }
    let twice = Twice { a: 1, more: [("a", 2)].into() };
    assert!(matches!(canonical::to_canonical(&twice), Err(E::DuplicateKey(_))));
}

#[test]
fn a_tagged_fact_loses_its_tag_and_finds_it_again() {
    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(tag = "type")]
    enum SampleFact {
        #[serde(rename = "message_posted")]
        Message { text: String, zone: Option<SampleInner> },
        #[serde(rename = "case_admitted")]
        Admitted {},
    }
    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct SampleInner {
        r#type: String,
    }
    let inner = Some(SampleInner { r#type: "kept".into() });
    for (fact, kind, form) in [
        (
            SampleFact::Message { text: "a".into(), zone: inner },
            "message_posted",
            r#"{"text":"a","zone":{"type":"kept"}}"#,
        ),
        (SampleFact::Admitted {}, "case_admitted", "{}"),
    ] {
        let bytes = canonical::to_canonical_without(&fact, "type").unwrap();
        assert_eq!(String::from_utf8(bytes.clone()).unwrap(), form);
        let tagged = canonical::with_tag("type", kind, &bytes).unwrap();
        assert_eq!(serde_json::from_slice::<SampleFact>(&tagged).unwrap(), fact);
    }
    assert_eq!(canonical::with_tag("type", "a\"b", b"{}"), None);
    assert_eq!(canonical::with_tag("type", "a", b"[]"), None);
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-(1i64 << 53) + 1..(1i64 << 53)).prop_map(Value::from),
        "[^\u{0}]*".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::btree_map("[^\u{0}]{0,4}", inner, 0..6)
                .prop_map(|m| Value::Object(m.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn a_value_survives_its_canonical_form(value in any_value()) {
        let bytes = canonical::to_canonical(&value).unwrap();
        prop_assert_eq!(canonical::from_canonical(&bytes).unwrap(), value.clone());
        // Any other spelling of the value leads to the same form.
        let pretty = serde_json::to_vec_pretty(&value).unwrap();
        let again = canonical::to_canonical(&canonical::parse(&pretty).unwrap()).unwrap();
        prop_assert_eq!(again, bytes);
    }

    #[test]
    fn bytes_that_are_accepted_are_the_form_of_what_they_say(bytes in proptest::collection::vec(prop_oneof![
        Just(b'{'), Just(b'}'), Just(b'['), Just(b']'), Just(b'"'), Just(b','), Just(b':'), Just(b'0'), Just(b'1'), Just(b'a'), Just(b'\\'), Just(b'u'), Just(b'-')
    ], 0..12)) {
        if let Ok(value) = canonical::from_canonical(&bytes) {
            prop_assert_eq!(canonical::to_canonical(&value).unwrap(), bytes);
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let _ = canonical::parse(&bytes);
        let _ = canonical::check(&bytes);
    }
}
