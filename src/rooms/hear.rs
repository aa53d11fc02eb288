//! Reading a frame, and saying precisely what is wrong with one that does not fit.

use crate::problem::{Fault, Shell};
use crate::rooms::frame::ClientFrame;
use acordo_domain::case::command::Command;
use acordo_domain::id::CommandId;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A frame that does not fit: whose command it was, if that much can be read, and what is wrong.
#[derive(Debug)]
pub struct Misheard {
    pub id: Option<CommandId>,
    pub fault: Fault,
}

pub fn frame(text: &str) -> Result<ClientFrame, Misheard> {
    serde_json::from_str(text).map_err(|error| misheard(text, &error))
}

/// Only for what failed: looks again, slowly, for the reason.
fn misheard(text: &str, error: &serde_json::Error) -> Misheard {
    let Ok(Value::Object(object)) = serde_json::from_str::<Value>(text) else {
        return Misheard { id: None, fault: Shell::BrokenJson.into() };
    };
    let id = object.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
    let fault = match object.get("t").and_then(Value::as_str) {
        Some("do") => match (id, object.get("command")) {
            (None, _) => Fault::new(Shell::IdRequired).at("/id"),
            (Some(_), None) => Fault::new(Shell::MissingField).at("/command"),
            (Some(_), Some(command)) => match json::<Command>(&command.to_string()) {
                Err(fault) => fault,
                Ok(_) => field(text, error),
            },
        },
        Some("resume" | "typing" | "seen" | "ping") => field(text, error),
        _ => Fault::new(Shell::UnknownFrame).at("/t"),
    };
    Misheard { id, fault }
}

/// Reads JSON; a fault names the field as far as that can be told.
pub fn json<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|error| field(text, &error))
}

fn field(text: &str, error: &serde_json::Error) -> Fault {
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return Shell::BrokenJson.into();
    };
    let message = error.to_string();
    let quoted = message.split('`').nth(1).unwrap_or_default();
    if message.starts_with("unknown variant") && message.contains("`case.admit`") {
        return Fault::new(Shell::UnknownCommand).at("/type");
    }
    if message.starts_with("unknown field") {
        let place = place_of(&value, quoted);
        return Fault { pointer: place, ..Fault::new(Shell::UnknownField) };
    }
    if message.starts_with("missing field") {
        if quoted == "type" && value.get("type").is_none() {
            return Fault::new(Shell::MissingField).at("/type");
        }
        return Fault::new(Shell::MissingField).at(format!("/{}", escaped(quoted)));
    }
    Shell::InvalidField.into()
}

/// Where a key stands, if it stands in one place only.
fn place_of(value: &Value, key: &str) -> Option<String> {
    fn walk(value: &Value, key: &str, path: &mut String, found: &mut Vec<String>) {
        let before = path.len();
        let mut visit = |step: String, child: &Value, found: &mut Vec<String>| {
            path.push('/');
            path.push_str(&step);
            if step == escaped(key) {
                found.push(path.clone());
            }
            walk(child, key, path, found);
            path.truncate(before);
        };
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, child)| visit(escaped(name), child, found)),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, child)| visit(index.to_string(), child, found));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = Vec::new();
    walk(value, key, &mut String::new(), &mut found);
    if found.len() == 1 { found.pop() } else { None }
}

/// A step of a JSON pointer (RFC 6901).
fn escaped(step: &str) -> String {
    step.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (Option<CommandId>, &'static str, Option<String>) {
        let misheard = frame(text).unwrap_err();
        (misheard.id, misheard.fault.code.text(), misheard.fault.pointer)
    }

    #[test]
    fn a_frame_that_does_not_fit_is_told_why() {
        let id = "0193a0de-0000-7000-8000-000000000001";
        let some = Some(id.parse().unwrap());
        let at = |pointer: &str| Some(pointer.to_owned());
        assert_eq!(fault("{"), (None, "broken_json", None));
        assert_eq!(fault("[]"), (None, "broken_json", None));
        assert_eq!(fault(r#"{"t":"dance"}"#), (None, "unknown_frame", at("/t")));
        assert_eq!(fault(r#"{"t":"do","command":{"type":"floor.pause"}}"#), (None, "id_required", at("/id")));
        let command = |command: &str| format!(r#"{{"t":"do","id":"{id}","command":{command}}}"#);
        assert_eq!(fault(&command(r#"{"type":"case.dance"}"#)), (some, "unknown_command", at("/type")));
        assert_eq!(fault(&command(r#"{"text":"x"}"#)), (some, "missing_field", at("/type")));
        assert_eq!(
            fault(&command(r#"{"type":"message.post","channel":"joint"}"#)),
            (some, "missing_field", at("/text"))
        );
        assert_eq!(
            fault(&command(r#"{"type":"message.post","channel":"joint","text":"x","loud":true}"#)),
            (some, "unknown_field", at("/loud"))
        );
        assert_eq!(
            fault(&command(r#"{"type":"message.post","channel":"nowhere","text":"x"}"#)),
            (some, "invalid_field", None)
        );
    }

    #[test]
    fn a_key_deep_inside_is_pointed_at() {
        let text = r#"{"type":"proposal.make","channel":"joint","terms":{"obligations":[{"kind":"refund","debtor":"company","due":{"on":"2026-12-01"},"hurry":1}]}}"#;
        let fault = json::<Command>(text).unwrap_err();
        assert_eq!(fault.code.text(), "unknown_field");
        assert_eq!(fault.pointer.as_deref(), Some("/terms/obligations/0/hurry"));
    }
}
