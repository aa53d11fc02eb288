//! Decodes frames of clients; a fault says precisely what is wrong with a bad one.

use crate::commands::json;
use crate::frames::ClientFrame;
use crate::problem::{Fault, Shell};
use acordo_domain::case::command::Command;
use acordo_domain::id::CommandId;
use serde_json::Value;

/// A frame that cannot be decoded: the id of its command, if that can be read, and the fault.
#[derive(Debug)]
pub struct BadFrame {
    pub id: Option<CommandId>,
    pub fault: Fault,
}

pub fn frame(text: &str) -> Result<ClientFrame, BadFrame> {
    serde_json::from_str(text).map_err(|_| bad_frame(text))
}

/// Only for a frame that failed: looks for the reason, slowly. A pointer leads from the root of the command, as over
/// HTTP; in any other frame from the root of the frame.
fn bad_frame(text: &str) -> BadFrame {
    let Ok(Value::Object(object)) = serde_json::from_str::<Value>(text) else {
        return BadFrame { id: None, fault: Shell::BrokenJson.into() };
    };
    let id = object.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
    let whole = || json::read::<ClientFrame>(text).err().unwrap_or_else(|| Shell::InvalidField.into());
    let fault = match object.get("t").and_then(Value::as_str) {
        Some("do") => match (id, object.get("command")) {
            (None, _) => Fault::new(Shell::IdRequired).at("/id"),
            (Some(_), None) => Fault::new(Shell::MissingField).at("/command"),
            (Some(_), Some(command)) => json::read::<Command>(&command.to_string()).err().unwrap_or_else(whole),
        },
        Some("resume" | "typing" | "seen" | "ping") => whole(),
        _ => Fault::new(Shell::UnknownFrame).at("/t"),
    };
    BadFrame { id, fault }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (Option<CommandId>, &'static str, Option<String>) {
        let bad_frame = frame(text).unwrap_err();
        (bad_frame.id, bad_frame.fault.code.text(), bad_frame.fault.pointer)
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
            (some, "invalid_field", at("/channel"))
        );
        assert_eq!(fault(r#"{"t":"seen","channel":"joint","seq":-1}"#), (None, "invalid_field", at("/seq")));
        assert_eq!(fault(r#"{"t":"ping"}"#), (None, "missing_field", at("/n")));
    }
}
