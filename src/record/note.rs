//! C2SP signed notes: a text and the lines of those who sign it.

use thiserror::Error;

use crate::hash::{base64, from_base64};
use crate::key::{KeyKind, Vkey};
use crate::names::is_key_name;

/// The most signature lines that a note may carry: the log key's and 16 of
/// witnesses.
pub const SIGNATURES_MAX: usize = 17;

/// Why a note cannot be read or trusted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoteError {
    #[error("not a signed note")]
    Form,
    #[error("more than 17 signatures")]
    TooManySignatures,
    #[error("the signature of {0} is wrong")]
    Wrong(String),
    #[error("not signed by a log key of {0} in the key file")]
    Unsigned(String),
    #[error("the note does not carry exactly one signature")]
    NotOneSignature,
    #[error("the text does not have the lines that belong there")]
    Text,
}

/// One signature line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    pub name: String,
    pub id: [u8; 4],
    pub bytes: Vec<u8>,
}

/// A note as read; nothing about it is true until a known key has verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

/// A key that has verified a note, and for a witness when it cosigned, in
/// seconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified<'k> {
    pub key: &'k Vkey,
    pub cosigned_at: Option<u64>,
}

impl Note {
    /// Reads a signed note.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        let whole = std::str::from_utf8(bytes).map_err(|_| NoteError::Form)?;
        if whole.bytes().any(|b| b < 0x20 && b != b'\n') {
            return Err(NoteError::Form);
        }
        let cut = whole.rfind("\n\n").ok_or(NoteError::Form)?;
        let (text, lines) = (&whole[..=cut], &whole[cut + 2..]);
        let lines = lines.strip_suffix('\n').ok_or(NoteError::Form)?;
        let mut signatures = Vec::new();
        for line in lines.split('\n') {
            if signatures.len() == SIGNATURES_MAX {
                return Err(NoteError::TooManySignatures);
            }
            signatures.push(signature(line).ok_or(NoteError::Form)?);
        }
        Ok(Self { text: text.to_owned(), signatures })
    }

    /// The text with its last newline, without signatures.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signature lines.
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// The keys among these that signed. A wrong signature under a known key
    /// spoils the note; unknown keys are passed over.
    pub fn verify<'k>(&self, keys: impl IntoIterator<Item = &'k Vkey>) -> Result<Vec<Verified<'k>>, NoteError> {
        let keys: Vec<_> = keys.into_iter().collect();
        let mut verified = Vec::new();
        for signature in &self.signatures {
            for key in &keys {
                if key.name() == signature.name && key.id() == signature.id {
                    let cosigned_at =
                        self.check(key, signature).ok_or_else(|| NoteError::Wrong(signature.name.clone()))?;
                    verified.push(Verified { key, cosigned_at });
                }
            }
        }
        Ok(verified)
    }

    /// The one of these log keys that signed, if the note carries its signature only.
    pub fn signed_once<'k>(
        &self,
        instance: &str,
        keys: impl IntoIterator<Item = &'k Vkey>,
    ) -> Result<&'k Vkey, NoteError> {
        if self.signatures.len() != 1 {
            return Err(NoteError::NotOneSignature);
        }
        match self.verify(keys)?.first() {
            Some(verified) => Ok(verified.key),
            None => Err(NoteError::Unsigned(instance.to_owned())),
        }
    }

    /// `Some(None)` for a log key, `Some(Some(time))` for a witness.
    fn check(&self, key: &Vkey, signature: &NoteSignature) -> Option<Option<u64>> {
        match key.kind() {
            KeyKind::Log => {
                let bytes = signature.bytes.as_slice().try_into().ok()?;
                key.verifies(self.text.as_bytes(), bytes).then_some(None)
            }
            KeyKind::Witness => {
                let (time, rest) = signature.bytes.split_first_chunk::<8>()?;
                let time = u64::from_be_bytes(*time);
                let valid =
                    time < 1 << 53 && key.verifies(cosigned(&self.text, time).as_bytes(), rest.try_into().ok()?);
                valid.then_some(Some(time))
            }
        }
    }
}

/// What a witness signs: C2SP tlog-cosignature, version 1.
pub(crate) fn cosigned(text: &str, unix_seconds: u64) -> String {
    format!("cosignature/v1\ntime {unix_seconds}\n{text}")
}

/// `— <name> <base64 of key id and signature>` and a newline.
pub(crate) fn signature_line(key: &Vkey, signature: &[u8]) -> String {
    let mut bytes = key.id().to_vec();
    bytes.extend_from_slice(signature);
    format!("— {} {}\n", key.name(), base64(&bytes))
}

fn signature(line: &str) -> Option<NoteSignature> {
    let (name, encoded) = line.strip_prefix("— ")?.split_once(' ')?;
    let bytes = from_base64(encoded)?;
    let (id, rest) = bytes.split_first_chunk::<4>()?;
    let fits = is_key_name(name) && !rest.is_empty();
    fits.then(|| NoteSignature { name: name.to_owned(), id: *id, bytes: rest.to_vec() })
}
