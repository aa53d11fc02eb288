//! Public Ed25519 keys in C2SP form: those that a verifier is given.

use std::fmt;

use ed25519_dalek::{Signature, VerifyingKey};
use thiserror::Error;

use crate::hash::{base64, from_base64, hex, sha256_of};
use crate::names::is_key_name;

/// Why a key, or a file of keys, cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum KeyError {
    #[error("not of the form <name>+<8 hex digits>+<base64>")]
    Form,
    #[error("the key id is not the one of this name and key")]
    Id,
    #[error("the type of the key is neither 0x01 (a log key) nor 0x04 (a witness)")]
    Kind,
    #[error("not a canonical Ed25519 public key of full order")]
    Point,
    #[error("not an instance name")]
    Name,
    #[error("line {0} of the key file: {1}")]
    Line(usize, Box<KeyError>),
    #[error("the key file holds no log key")]
    NoLogKey,
}

/// What a public key is trusted for; the byte is the C2SP signature type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyKind {
    /// 0x01: signs checkpoints, bundles and heads of the instance log.
    Log,
    /// 0x04: follows the instance log and cosigns its heads, with a time.
    Witness,
}

impl KeyKind {
    fn byte(self) -> u8 {
        match self {
            Self::Log => 1,
            Self::Witness => 4,
        }
    }
}

/// A public key with its name: a C2SP vkey.
#[derive(Clone, PartialEq, Eq)]
pub struct Vkey {
    name: String,
    kind: KeyKind,
    id: [u8; 4],
    public: VerifyingKey,
}

impl Vkey {
    /// Names a public key of 32 bytes.
    pub fn new(name: &str, kind: KeyKind, public: &[u8; 32]) -> Result<Self, KeyError> {
        if !is_key_name(name) {
            return Err(KeyError::Form);
        }
        let public = public_key(public).ok_or(KeyError::Point)?;
        let digest = sha256_of(&[name.as_bytes(), b"\n", &[kind.byte()], public.as_bytes()]);
        let id = [digest[0], digest[1], digest[2], digest[3]];
        Ok(Self { name: name.to_owned(), kind, id, public })
    }

    /// Reads `<name>+<id>+<base64 of type and key>`.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let (name, rest) = text.split_once('+').ok_or(KeyError::Form)?;
        let (id, key) = rest.split_once('+').ok_or(KeyError::Form)?;
        let bytes = from_base64(key).ok_or(KeyError::Form)?;
        let (&kind, public) = bytes.split_first().ok_or(KeyError::Form)?;
        let kind = match kind {
            1 => KeyKind::Log,
            4 => KeyKind::Witness,
            _ => return Err(KeyError::Kind),
        };
        let vkey = Self::new(name, kind, public.try_into().map_err(|_| KeyError::Form)?)?;
        if hex(&vkey.id) == id { Ok(vkey) } else { Err(KeyError::Id) }
    }

    /// The key name, as a signature line has it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the key is trusted for.
    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// The first four bytes of `SHA-256(name ‖ 0x0A ‖ type ‖ public key)`.
    pub fn id(&self) -> [u8; 4] {
        self.id
    }

    /// Strict Ed25519: S < L, canonical points, none of small order.
    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.public.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

/// A public key whose encoding is the only one of its point (y < p), and whose
/// point is not of small order.
pub(crate) fn public_key(bytes: &[u8; 32]) -> Option<VerifyingKey> {
    let top = bytes[31] & 0x7f;
    let beyond_p = top == 0x7f && bytes[1..31].iter().all(|&b| b == 0xff) && bytes[0] >= 0xed;
    let key = VerifyingKey::from_bytes(bytes).ok().filter(|key| !key.is_weak())?;
    (!beyond_p).then_some(key)
}

impl fmt::Display for Vkey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut key = vec![self.kind.byte()];
        key.extend_from_slice(self.public.as_bytes());
        write!(f, "{}+{}+{}", self.name, hex(&self.id), base64(&key))
    }
}

impl fmt::Debug for Vkey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The keys that a verifier trusts, given from outside the bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyFile {
    keys: Vec<Vkey>,
}

impl KeyFile {
    /// Reads one vkey a line; a line that begins with `#` is a comment, an
    /// empty one nothing.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let mut keys = Vec::new();
        for (i, line) in text.lines().enumerate() {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                keys.push(Vkey::parse(line).map_err(|e| KeyError::Line(i + 1, Box::new(e)))?);
            }
        }
        if keys.iter().any(|k| k.kind == KeyKind::Log) { Ok(Self { keys }) } else { Err(KeyError::NoLogKey) }
    }

    /// A key file of these keys.
    pub fn of(keys: impl IntoIterator<Item = Vkey>) -> Self {
        Self { keys: keys.into_iter().collect() }
    }

    /// Every key.
    pub fn keys(&self) -> &[Vkey] {
        &self.keys
    }

    /// The log keys of an instance.
    pub fn logs(&self, instance: &str) -> impl Iterator<Item = &Vkey> {
        self.keys.iter().filter(move |k| k.kind == KeyKind::Log && k.name == instance)
    }

    /// The names of the witnesses, each once, sorted.
    pub fn witnesses(&self) -> Vec<&str> {
        let mut names: Vec<_> =
            self.keys.iter().filter(|k| k.kind == KeyKind::Witness).map(|k| k.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

impl fmt::Display for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.keys.iter().try_for_each(|key| writeln!(f, "{key}"))
    }
}
