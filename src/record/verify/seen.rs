//! Notes that somebody kept, and what the record says of them.

use super::channel::VerifiedChannel;
use super::document::ATTACHED;
use super::{Check, DoubtCode, FailureCode};
use crate::bundle::CaseFile;
use crate::checkpoint::{Checkpoint, channel_origin, decimal};
use crate::hash::{base64, from_base64, hash_from_base64};
use crate::note::Note;

/// Base64 of a key id and an Ed25519 signature.
const SIGNATURE_CHARS: usize = 92;

/// Every signed checkpoint in a text: a note, or a mail with several. What mail
/// programs do to a text is forgiven: quoting, indentation, other line ends, a
/// lost blank line, a signature wrapped over lines, words before and after.
pub fn notes_in(text: &str) -> Vec<Note> {
    let bare = |line: &str| line.trim_start_matches([' ', '\t', '>', '\u{a0}', '\u{feff}']).trim_end().to_owned();
    let lines: Vec<String> = text.lines().map(bare).filter(|line| !line.is_empty()).collect();
    (0..lines.len()).filter_map(|at| note_at(&lines[at..])).collect()
}

/// The same of a file as it is: of a final PDF the checkpoint that is attached to it, of anything else its text.
pub fn notes_kept(file: &[u8]) -> Vec<Note> {
    if file.starts_with(crate::pdf::BEGINS) {
        let attached = crate::pdf::attachments(file).and_then(|mut all| all.remove(ATTACHED[3]));
        return attached.and_then(|note| Note::parse(&note).ok()).into_iter().collect();
    }
    notes_in(&String::from_utf8_lossy(file))
}

/// The note that begins with the first of these lines, none of which is blank. The signature may be broken over lines
/// at any place.
fn note_at(lines: &[String]) -> Option<Note> {
    let [origin, size, root, rest @ ..] = lines else { return None };
    decimal(size)?;
    hash_from_base64(root)?;
    let mut words = rest.iter().flat_map(|line| line.split_whitespace());
    words.next().filter(|dash| *dash == "—")?;
    let name = words.next()?;
    let mut signature = String::new();
    while signature.len() < SIGNATURE_CHARS {
        signature.push_str(words.next()?);
    }
    from_base64(&signature)?;
    let note = format!("{origin}\n{size}\n{root}\n\n— {name} {signature}\n");
    Note::parse(note.as_bytes()).ok()
}

impl Check<'_> {
    /// A kept note binds the record to its past.
    pub(super) fn seen(&mut self, case: &CaseFile, channels: &[VerifiedChannel], note: &Note) {
        let place = note.text().lines().next().unwrap_or_default().to_owned();
        let mut unknown = |words: String| self.report.doubt(DoubtCode::SeenUnknown, &place, words);
        let signed = note.signed_once(&case.instance, self.keys.logs(&case.instance));
        let (key, kept) = match signed.and_then(|key| Ok((key, Checkpoint::parse(note.text())?))) {
            Ok(kept) => kept,
            Err(error) => return unknown(format!("the note that was seen: {error}")),
        };
        let of_case = channel_origin(&case.instance, &case.case, "");
        let Some(name) = kept.origin.strip_prefix(&of_case) else {
            return unknown("the note that was seen is of another case".to_owned());
        };
        let Some(channel) = channels.iter().find(|channel| channel.name == name) else {
            return unknown(format!("this file does not show the channel {name}"));
        };
        let ends = channel.size();
        if kept.size > ends {
            return unknown(format!("this file ends at {ends}, the note is of {}: ask for a newer one", kept.size));
        }
        match channel.root_at(kept.size) {
            Some(root) if root == kept.root => {}
            _ if self.keys.window(key).until.is_some() => {
                unknown("the note that was seen is by a key that was stolen later, and does not fit".to_owned());
            }
            Some(root) => {
                let words = format!("at size {} the record has the root {}", kept.size, base64(&root));
                self.fail(FailureCode::Seen, place, words);
            }
            None => unknown(format!("this file does not show the root at size {}", kept.size)),
        }
    }
}
