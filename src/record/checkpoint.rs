//! Checkpoints: three signed lines that say what a log was at a size.

use thiserror::Error;

use crate::canonical::INTEGER_MAX;
use crate::hash::{Hash, base64, hash_from_base64};
use crate::note::NoteError;
use crate::signer::LogKey;
use crate::tree;

/// The head of a log: of a channel, or of the instance log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    pub origin: String,
    pub size: u64,
    pub root: Hash,
}

/// The origin of a channel's checkpoints.
pub fn channel_origin(instance: &str, case: &str, channel: &str) -> String {
    format!("{instance}/case/{case}/{channel}")
}

impl Checkpoint {
    /// The checkpoint of a channel.
    pub fn of_channel(instance: &str, case: &str, channel: &str, size: u64, root: Hash) -> Self {
        Self { origin: channel_origin(instance, case, channel), size, root }
    }

    /// The note text: exactly three lines.
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, base64(&self.root))
    }

    /// Reads a note text of exactly three lines, with a size of at least 1.
    pub fn parse(text: &str) -> Result<Self, NoteError> {
        let mut lines = text.strip_suffix('\n').ok_or(NoteError::Text)?.split('\n');
        let (Some(origin), Some(size), Some(root), None) = (lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(NoteError::Text);
        };
        let size = decimal(size).filter(|&n| n > 0).ok_or(NoteError::Text)?;
        let root = hash_from_base64(root).ok_or(NoteError::Text)?;
        if origin.is_empty() {
            return Err(NoteError::Text);
        }
        Ok(Self { origin: origin.to_owned(), size, root })
    }

    /// The signed note. The caller has asked [`may_sign`] before.
    pub fn sign(&self, key: &LogKey) -> String {
        key.sign_note(&self.text())
    }
}

/// A decimal without leading zeros, at most 2^53 − 1.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let plain = digits && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().ok().filter(|number| *number <= INTEGER_MAX) } else { None }
}

/// Why the signer does not sign a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SignerRefusal {
    #[error("a channel without events has no checkpoint")]
    Empty,
    #[error("the channel is smaller than at the last checkpoint")]
    Shrunk,
    #[error("the channel is not the one that the last checkpoint was of")]
    Forked,
}

/// The signer's rule: it keeps the last head it signed of each channel, and
/// signs only one that extends it. The leaves are those that are stored.
pub fn may_sign(last: Option<(u64, Hash)>, leaves: &[Hash]) -> Result<(), SignerRefusal> {
    if leaves.is_empty() {
        return Err(SignerRefusal::Empty);
    }
    let Some((size, root)) = last else { return Ok(()) };
    let before = usize::try_from(size).ok().and_then(|size| leaves.get(..size)).ok_or(SignerRefusal::Shrunk)?;
    if tree::root(before) == root { Ok(()) } else { Err(SignerRefusal::Forked) }
}
