//! Checks texts: not empty, not too long, nothing invisible in them.

use crate::case::refusal::{Refusal, Refused};
use crate::printable::is_printable;
use crate::visible::is_blank;

/// Text of several lines.
pub(super) fn text(text: &str, chars_max: usize, pointer: &str) -> Result<(), Refused> {
    check(text, chars_max, false).map_err(|code| code.at(pointer))
}

/// Text of one line: names, numbers, words on a button.
pub(super) fn line(text: &str, chars_max: usize, pointer: &str) -> Result<(), Refused> {
    check(text, chars_max, true).map_err(|code| code.at(pointer))
}

/// The name of somebody: one line with a letter or a digit in it.
pub(super) fn name(name: &str, chars_max: usize, pointer: &str) -> Result<(), Refused> {
    line(name, chars_max, pointer)?;
    if name.chars().any(char::is_alphanumeric) { Ok(()) } else { Err(Refusal::TextEmpty.at(pointer)) }
}

/// A text that goes on a paper: it can be set in the papers' fonts.
pub(super) fn printable(text: &str, pointer: impl Into<String>) -> Result<(), Refused> {
    if text.chars().all(is_printable) { Ok(()) } else { Err(Refusal::NotPrintable.at(pointer.into())) }
}

pub(super) fn optional(value: Option<&str>, chars_max: usize, pointer: &str) -> Result<(), Refused> {
    value.map_or(Ok(()), |value| text(value, chars_max, pointer))
}

pub(super) fn check(text: &str, chars_max: usize, one_line: bool) -> Result<(), Refusal> {
    // Every character has at least one byte, so most texts need no counting.
    if text.len() > chars_max && text.chars().count() > chars_max {
        return Err(Refusal::TextTooLong);
    }
    if is_blank(text) {
        return Err(Refusal::TextEmpty);
    }
    if has_control(text, one_line) {
        return Err(Refusal::ControlCharacters);
    }
    Ok(())
}

/// Control characters but newline and tab, and the marks that turn the direction of a text: with
/// them a text reads differently from what it is.
fn has_control(text: &str, one_line: bool) -> bool {
    // The forbidden ones begin with a byte below space, DEL, C2 or E2; all others are skipped unread.
    if !text.bytes().any(|byte| byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xe2)) {
        return false;
    }
    text.chars().any(|c| match c {
        '\n' | '\t' => one_line,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => true,
        other => other.is_control(),
    })
}
