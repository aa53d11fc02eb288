//! Reading JSON, and saying precisely what is wrong with it.

use crate::problem::{Fault, Shell};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use serde_path_to_error::Segment;

/// How many times one broken text is read again to find the field at fault.
const PROBES_MAX: u32 = 500;
/// A field that no type has. It sorts last, so that it is met after the field that is probed.
const UNKNOWN: &str = "\u{10ffff}";
/// The fields that tell commands and frames apart; a probe without them would fail for want of them.
const TAGS: [&str; 2] = ["type", "t"];

/// Reads JSON; a fault names the field by its path from the root.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|_| fault::<T>(text))
}

/// Only for what failed: looks again, slowly, for the reason.
fn fault<T: DeserializeOwned>(text: &str) -> Fault {
    let Ok(value) = serde_json::from_str::<Value>(text) else { return Shell::BrokenJson.into() };
    let Err(error) = serde_path_to_error::deserialize::<_, T>(&value) else { return Shell::InvalidField.into() };
    let mut path = String::new();
    for segment in error.path() {
        match segment {
            Segment::Map { key } => push(&mut path, key),
            Segment::Seq { index } => push(&mut path, &index.to_string()),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    let message = error.into_inner().to_string();
    // Serde buffers a tagged object before it reads it, and the path ends where the buffer begins.
    if let Some(node) = value.pointer(&path) {
        let start = path.clone();
        let probes = std::cell::Cell::new(0);
        let fails = |node: Value| {
            probes.set(probes.get() + 1);
            if probes.get() > PROBES_MAX {
                return false;
            }
            let probe = if start.is_empty() { node } else { replaced(&value, &start, node) };
            T::deserialize(&probe).is_err_and(|error| error.to_string() == message)
        };
        descend(node, &fails, &mut path);
    }
    named(&message, path)
}

fn named(message: &str, mut path: String) -> Fault {
    let quoted = message.split('`').nth(1).unwrap_or_default();
    let code = if message.starts_with("unknown field") {
        Shell::UnknownField
    } else if message.starts_with("missing field") {
        push(&mut path, quoted);
        Shell::MissingField
    } else if message.starts_with("unknown variant") && message.contains("`case.admit`") {
        // The tracker may or may not have seen the tag.
        let tag = format!("/{}", TAGS[0]);
        if !path.ends_with(&tag) {
            path.push_str(&tag);
        }
        Shell::UnknownCommand
    } else {
        Shell::InvalidField
    };
    Fault { pointer: (!path.is_empty()).then_some(path), ..Fault::new(code) }
}

/// Goes down to the field that makes reading fail: the one that fails alone as all of them do.
fn descend(node: &Value, fails: &dyn Fn(Value) -> bool, path: &mut String) {
    match node {
        Value::Object(fields) => {
            let is_tag = |name: &str| TAGS.contains(&name);
            let tags = fields.iter().filter(|(name, _)| is_tag(name)).map(|(name, tag)| (name.clone(), tag.clone()));
            let bare: Map<String, Value> = tags.chain([(UNKNOWN.to_owned(), Value::Null)]).collect();
            // Where the object fails as a whole, none of its fields is to blame.
            if fails(Value::Object(bare.clone())) {
                return;
            }
            let alone = |name: &str, value: Value| {
                let mut object = bare.clone();
                object.insert(name.to_owned(), value);
                fails(Value::Object(object))
            };
            for (name, value) in fields.iter().filter(|(name, _)| !is_tag(name)) {
                if alone(name, value.clone()) {
                    push(path, name);
                    // A name that does not belong here fails with any value.
                    if value.is_null() || !alone(name, Value::Null) {
                        descend(value, &|value| alone(name, value), path);
                    }
                    return;
                }
            }
        }
        Value::Array(items) if !fails(Value::Array(Vec::new())) => {
            let alone = |item: Value| fails(Value::Array(vec![item]));
            if let Some(index) = items.iter().position(|item| alone(item.clone())) {
                push(path, &index.to_string());
                descend(&items[index], &alone, path);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {}
    }
}

fn replaced(whole: &Value, pointer: &str, node: Value) -> Value {
    let mut whole = whole.clone();
    if let Some(place) = whole.pointer_mut(pointer) {
        *place = node;
    }
    whole
}

/// One more step of a JSON pointer (RFC 6901).
fn push(path: &mut String, step: &str) {
    path.push('/');
    path.push_str(&step.replace('~', "~0").replace('/', "~1"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use acordo_domain::case::command::Command;
    use serde::Deserialize;

    fn refused<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> (&'static str, String) {
        let fault = read::<T>(text).unwrap_err();
        (fault.code.text(), fault.pointer.unwrap_or_default())
    }

    fn obligation(rest: &str) -> (&'static str, String) {
        refused::<Command>(&format!(
            r#"{{"type":"proposal.make","channel":"joint","terms":{{"clauses":[],"obligations":[
                {{"kind":"refund","debtor":"company","due":{{"on":"2026-12-01"}}}},
                {{"kind":"refund","debtor":"company",{rest}}}]}}}}"#
        ))
    }

    #[test]
    fn a_field_deep_inside_a_command_is_named_by_its_path() {
        let second = |code, field: &str| (code, format!("/terms/obligations/1{field}"));
        let due = r#""due":{"on":"2026-12-01"}"#;
        assert_eq!(obligation(&format!(r#"{due},"hurry":1"#)), second("unknown_field", "/hurry"));
        assert_eq!(obligation(&format!(r#"{due},"hurry":{{"kind":1}}"#)), second("unknown_field", "/hurry"));
        assert_eq!(obligation(r#""description":"x""#), second("missing_field", "/due"));
        assert_eq!(obligation(r#""due":{"on":"soon"}"#), second("invalid_field", "/due"));
        assert_eq!(
            obligation(&format!(r#"{due},"money":{{"amount":"much","currency":"BRL"}}"#)),
            second("invalid_field", "/money/amount")
        );
        assert_eq!(
            obligation(&format!(r#"{due},"money":{{"amount":1,"currency":"real"}}"#)),
            second("invalid_field", "/money/currency")
        );
        assert_eq!(obligation(&format!(r#"{due},"money":{{"amount":1}}"#)), second("missing_field", "/money/currency"));
    }

    #[test]
    fn a_command_that_nobody_knows_is_told_apart_from_one_that_does_not_fit() {
        let at = |code, path: &str| (code, path.to_owned());
        assert_eq!(refused::<Command>("{"), at("broken_json", ""));
        assert_eq!(refused::<Command>(r#"{"type":"case.dance"}"#), at("unknown_command", "/type"));
        assert_eq!(refused::<Command>(r#"{"text":"x"}"#), at("missing_field", "/type"));
        assert_eq!(refused::<Command>(r#"{"type":"message.post","channel":"joint"}"#), at("missing_field", "/text"));
        assert_eq!(
            refused::<Command>(r#"{"type":"message.post","channel":"joint","text":"x","loud":true}"#),
            at("unknown_field", "/loud")
        );
        assert_eq!(
            refused::<Command>(r#"{"type":"message.post","channel":"nowhere","text":"x"}"#),
            at("invalid_field", "/channel")
        );
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Form {
        #[serde(rename = "a/b")]
        _slashed: Vec<Inner>,
        #[serde(rename = "command")]
        _command: Option<Box<Command>>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        #[serde(rename = "n")]
        _n: u8,
    }

    #[test]
    fn paths_are_pointers_and_lead_through_plain_and_tagged_objects() {
        let at = |code, path: &str| (code, path.to_owned());
        assert_eq!(refused::<Form>(r#"{"a/b":[{"n":1},{"n":-1}]}"#), at("invalid_field", "/a~1b/1/n"));
        assert_eq!(refused::<Form>(r#"{"a/b":[{"n":1},{}]}"#), at("missing_field", "/a~1b/1/n"));
        assert_eq!(
            refused::<Form>(r#"{"a/b":[],"command":{"type":"ground_rules.accept","version":"x"}}"#),
            at("invalid_field", "/command/version")
        );
    }

    #[test]
    fn a_long_text_that_does_not_fit_is_not_read_without_end() {
        let clauses = vec![r#""x""#; 20_000].join(",");
        let text = format!(
            r#"{{"type":"proposal.make","channel":"joint","terms":{{"obligations":[],"clauses":[{clauses},1]}}}}"#
        );
        assert_eq!(refused::<Command>(&text), ("invalid_field", "/terms/clauses".to_owned()));
    }
}
