//! Makes any text printable: no controls, no invisible direction marks, and a
//! code point in brackets where no font has the character.

use std::fmt::Write as _;

use serde_json::Value;
use typst::text::Font;

/// Which characters are printed as themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alphabet {
    /// All that some embedded font has.
    EveryFont,
    /// All that the text font has.
    TextFont,
    /// The same without combining marks.
    PlainLetters,
}

/// How many combining marks one letter may carry before the next ones are
/// written out: scripts need three, a tower of them covers other lines.
const MARKS_MAX: usize = 3;

/// One empty line between two paragraphs is kept, a page of them is not.
const BREAKS_MAX: usize = 2;

/// Cleans every string of the value in place, and tells whether a character
/// had to be written as its code point. The first face is the text font.
pub(crate) fn clean(value: &mut Value, alphabet: Alphabet, faces: &[Font]) -> bool {
    match value {
        Value::String(text) => {
            let (cleaned, substituted) = literal(text, alphabet, faces);
            *text = cleaned;
            substituted
        }
        Value::Array(items) => items.iter_mut().fold(false, |found, item| clean(item, alphabet, faces) | found),
        Value::Object(fields) => fields.values_mut().fold(false, |found, field| clean(field, alphabet, faces) | found),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn literal(text: &str, alphabet: Alphabet, faces: &[Font]) -> (String, bool) {
    let mut out = String::with_capacity(text.len());
    let mut substituted = false;
    // Neighbours share one pair of brackets, with spaces where a line may end.
    let mut in_brackets = false;
    // The letter that a mark would combine with, and how many marks it has; a space carries none.
    let mut letter = None;
    let mut marks = 0;
    let mut breaks = 0;
    let text = text.replace("\r\n", "\n");
    for character in text.trim().chars() {
        let spacing = is_line_break(character) || character.is_whitespace();
        if !spacing && (character.is_control() || is_invisible(character)) {
            continue;
        }
        let printable = if spacing {
            letter = None;
            true
        } else if is_mark(character) {
            marks += 1;
            marks <= MARKS_MAX && letter.is_some_and(|letter| carries(letter, character, alphabet, faces))
        } else {
            marks = 0;
            let printable = is_printable(character, alphabet, faces);
            letter = printable.then_some(character);
            printable
        };
        if printable && in_brackets {
            out.push(']');
        } else if !printable {
            substituted = true;
            let opening = if in_brackets { " " } else { "[" };
            // Writing to a String cannot fail.
            let _ = write!(out, "{opening}U+{:04X}", u32::from(character));
        }
        in_brackets = !printable;
        breaks = if is_line_break(character) { breaks + 1 } else { 0 };
        match character {
            _ if !printable => {}
            _ if breaks > BREAKS_MAX => {}
            _ if breaks > 0 => out.push('\n'),
            '\u{a0}' => out.push(character),
            _ if spacing => out.push(' '),
            _ => out.push(character),
        }
    }
    if in_brackets {
        out.push(']');
    }
    (out, substituted)
}

fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_printable(character: char, alphabet: Alphabet, faces: &[Font]) -> bool {
    if character.is_ascii_graphic() {
        return true;
    }
    if is_written_out(character) {
        return false;
    }
    within(alphabet, faces).iter().any(|face| has(face, character))
}

/// Private characters, and marks that enclose more than their letter, are written as code points in any font.
pub(crate) fn is_written_out(character: char) -> bool {
    matches!(u32::from(character), 0xE000..=0xF8FF | 0xF0000.. | 0x488..=0x489 | 0x20D0..=0x20FF)
}

/// Whether a mark can be printed on a letter: one font must have both.
fn carries(letter: char, mark: char, alphabet: Alphabet, faces: &[Font]) -> bool {
    alphabet != Alphabet::PlainLetters
        && within(alphabet, faces).iter().any(|face| has(face, letter) && has(face, mark))
}

fn within(alphabet: Alphabet, faces: &[Font]) -> &[Font] {
    match alphabet {
        Alphabet::EveryFont => faces,
        Alphabet::TextFont | Alphabet::PlainLetters => faces.get(..1).unwrap_or_default(),
    }
}

fn has(face: &Font, character: char) -> bool {
    face.info().coverage.contains(u32::from(character))
}

fn is_mark(character: char) -> bool {
    matches!(
        u32::from(character),
        0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5C7 | 0x610..=0x61A | 0x64B..=0x65F | 0x670
            | 0x6D6..=0x6ED | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0xFE20..=0xFE2F
    )
}

/// Format characters, which have no shape of their own. Among them are the
/// direction overrides, which could make a reader see another amount than the
/// one that is written.
fn is_invisible(character: char) -> bool {
    matches!(
        u32::from(character),
        0xAD | 0x34F | 0x600..=0x605 | 0x61C | 0x6DD | 0x70F | 0x890..=0x891 | 0x8E2
            | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F
            | 0x202A..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0
            | 0xFFF0..=0xFFFB | 0x110BD | 0x110CD | 0x13430..=0x1345F | 0x1BCA0..=0x1BCA3
            | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typesetter::faces;

    fn printed(text: &str) -> (String, bool) {
        literal(text, Alphabet::EveryFont, faces())
    }

    #[test]
    fn ordinary_words_stay_as_they_are() {
        let words = "Pagamento de R$ 1.280,00 — “até” 24/11, nº 3 • 50 % € Ñandú Łódź Ελλάδα Киев";
        assert_eq!(printed(words), (words.to_owned(), false));
    }

    #[test]
    fn controls_and_direction_overrides_disappear() {
        let (text, substituted) = printed("a\u{0}\u{7}b\u{202E}123\u{202C}\u{200B}\u{FEFF}c\td\r\ne");
        assert_eq!(text, "ab123c d\ne");
        assert!(!substituted);
    }

    #[test]
    fn a_character_without_glyph_is_written_as_its_code_point() {
        assert_eq!(printed("bom 😀"), ("bom [U+1F600]".to_owned(), true));
        assert_eq!(printed("😀👍a👍").0, "[U+1F600 U+1F44D]a[U+1F44D]");
        assert_eq!(printed("\u{E000}"), ("[U+E000]".to_owned(), true));
    }

    #[test]
    fn a_tower_of_marks_is_written_out_above_the_third() {
        let (text, substituted) = printed("e\u{301}\u{301}\u{301}\u{301}\u{301}x");
        assert_eq!(text, "e\u{301}\u{301}\u{301}[U+0301 U+0301]x");
        assert!(substituted);
    }

    #[test]
    fn a_mark_without_a_letter_is_written_out() {
        assert_eq!(printed("\u{301}a \u{301}").0, "[U+0301]a [U+0301]");
        assert_eq!(printed("1\u{20E3}").0, "1[U+20E3]");
    }

    #[test]
    fn at_most_one_empty_line_stands_between_paragraphs() {
        assert_eq!(printed("um\n\n\n\ndois\rtrês").0, "um\n\ndois\ntrês");
    }

    #[test]
    fn every_string_of_a_value_is_cleaned() {
        let mut value = serde_json::json!({"a": ["x\u{0}", {"b": "😀"}], "n": 3, "z": null});
        assert!(clean(&mut value, Alphabet::EveryFont, faces()));
        assert_eq!(value, serde_json::json!({"a": ["x", {"b": "[U+1F600]"}], "n": 3, "z": null}));
    }
}
