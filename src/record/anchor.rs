//! The instance log: what a checkpoint becomes in it, and the C2SP tlog-proof
//! that it is there.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::checkpoint::{Checkpoint, decimal};
use crate::commit::Salt;
use crate::hash::{Hash, base64, hash_from_base64, length, sha256_of};
use crate::header::leaf;
use crate::key::{KeyFile, KeyKind};
use crate::note::{Note, NoteError};
use crate::time::Time;
use crate::tree;

/// The entry of a checkpoint:
/// `H("acordo/anchor/v1" ‖ 0x00 ‖ LP(note text) ‖ salt)`.
pub fn anchor_entry(note_text: &str, salt: &Salt) -> Hash {
    let text = note_text.as_bytes();
    sha256_of(&[b"acordo/anchor/v1\0", &length(text), text, &salt.0])
}

/// The entry of a change of the log key:
/// `H("acordo/key-change/v1" ‖ 0x00 ‖ LP(note text))`.
pub fn key_change_entry(note_text: &str) -> Hash {
    let text = note_text.as_bytes();
    sha256_of(&[b"acordo/key-change/v1\0", &length(text), text])
}

/// The leaf of an entry: `H(0x00 ‖ entry)`.
pub fn entry_leaf(entry: &Hash) -> Hash {
    leaf(entry)
}

/// Why a proof does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProofError {
    #[error("not a tlog-proof with a salt as its extra data")]
    Form,
    #[error("the head of the instance log: {0}")]
    Head(#[from] NoteError),
    #[error("the head is of another log")]
    Origin,
    #[error("the checkpoint is not in the instance log at this place")]
    NotIncluded,
}

/// A proof that the instance log holds a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlogProof {
    pub salt: Salt,
    pub index: u64,
    /// Sibling first.
    pub path: Vec<Hash>,
    /// The head with all its signatures.
    pub head: Note,
}

/// What a valid proof says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchored {
    pub index: u64,
    pub head: Checkpoint,
    /// The witnesses of the key file that cosigned the head within their
    /// windows, each once, and when.
    pub cosigned: Vec<(String, Time)>,
}

impl Anchored {
    /// The latest among the witnesses' times; `None` without a witness.
    pub fn witnessed_at(&self) -> Option<Time> {
        self.cosigned.iter().map(|(_, at)| *at).max()
    }
}

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";

/// A path of a log that fits into 64 bits is no longer.
const PATH_MAX: usize = 64;

impl TlogProof {
    /// Reads the text form.
    pub fn parse(bytes: &[u8]) -> Result<Self, ProofError> {
        let text = std::str::from_utf8(bytes).map_err(|_| ProofError::Form)?;
        let (front, head) = text.split_once("\n\n").ok_or(ProofError::Form)?;
        let mut lines = front.split('\n');
        if lines.next() != Some(FIRST_LINE) {
            return Err(ProofError::Form);
        }
        let extra = lines.next().and_then(|l| l.strip_prefix("extra ")).and_then(hash_from_base64);
        let index = lines.next().and_then(|l| l.strip_prefix("index ")).and_then(decimal);
        let path: Option<Vec<Hash>> = lines.map(hash_from_base64).collect();
        match (extra, index, path) {
            (Some(salt), Some(index), Some(path)) if path.len() <= PATH_MAX => {
                Ok(Self { salt: Salt(salt), index, path, head: Note::parse(head.as_bytes())? })
            }
            _ => Err(ProofError::Form),
        }
    }

    /// The text form, around the signed head as the instance log has it.
    pub fn text(salt: &Salt, index: u64, path: &[Hash], signed_head: &str) -> String {
        let mut out = format!("{FIRST_LINE}\nextra {}\nindex {index}\n", base64(&salt.0));
        for hash in path {
            out.push_str(&base64(hash));
            out.push('\n');
        }
        out.push('\n');
        out.push_str(signed_head);
        out
    }

    /// Checks that the instance log holds the checkpoint with this note text,
    /// under a head that the log key signed, and says which witnesses of the key
    /// file cosigned it. That one did not is no fault: it may have joined later.
    pub fn verify(&self, instance: &str, keys: &KeyFile, note_text: &str) -> Result<Anchored, ProofError> {
        let head = Checkpoint::parse(self.head.text())?;
        if head.origin != instance {
            return Err(ProofError::Origin);
        }
        let known = keys.keys().iter().map(|k| &k.key).filter(|k| k.kind() == KeyKind::Witness || k.name() == instance);
        let verified = self.head.verify(known)?;
        if !verified.iter().any(|v| v.key.kind() == KeyKind::Log) {
            return Err(NoteError::Unsigned(instance.to_owned()).into());
        }
        let mut cosigned: BTreeMap<String, Time> = BTreeMap::new();
        for verified in &verified {
            let Some(at) = verified.cosigned_at.map(seconds) else { continue };
            if keys.window(verified.key).holds(at) {
                let first = cosigned.entry(verified.key.name().to_owned()).or_insert(at);
                *first = at.min(*first);
            }
        }
        let entry = anchor_entry(note_text, &self.salt);
        if !tree::includes(&entry_leaf(&entry), self.index, head.size, &self.path, &head.root) {
            return Err(ProofError::NotIncluded);
        }
        Ok(Anchored { index: self.index, head, cosigned: cosigned.into_iter().collect() })
    }
}

/// What is later than any time of the record is its last.
fn seconds(unix: u64) -> Time {
    let millis = i64::try_from(unix).unwrap_or(i64::MAX).saturating_mul(1000);
    Time::from_unix_millis(millis).unwrap_or(Time::LAST)
}
