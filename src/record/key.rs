//! Public Ed25519 keys in C2SP form: those that a verifier is given.

use std::fmt;

use ed25519_dalek::{Signature, VerifyingKey};
use thiserror::Error;

use crate::hash::{Hash, base64, from_base64, hex, sha256_of};
use crate::names::is_key_name;
use crate::time::Time;

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
    #[error("this key or certificate is there twice")]
    Twice,
    #[error("not a key, optionally ` from=<time>`, optionally ` until=<time>`, in this order")]
    Window,
    #[error("`from` is after `until`")]
    Backwards,
    #[error("the key file is not UTF-8 text")]
    NotText,
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

/// The times between which a line of the key file holds: `from` itself is
/// inside, `until` itself outside.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KeyWindow {
    pub from: Option<Time>,
    pub until: Option<Time>,
}

impl KeyWindow {
    /// Whether the time is inside.
    pub fn holds(&self, at: Time) -> bool {
        self.from.is_none_or(|from| from <= at) && self.until.is_none_or(|until| at < until)
    }
}

impl fmt::Display for KeyWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(from) = self.from {
            write!(f, " from={from}")?;
        }
        if let Some(until) = self.until {
            write!(f, " until={until}")?;
        }
        Ok(())
    }
}

/// A key that is trusted, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedKey {
    pub key: Vkey,
    pub window: KeyWindow,
}

/// A certificate whose seals are trusted, by the SHA-256 of its DER.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrustedSeal {
    pub sha256: Hash,
    pub window: KeyWindow,
}

/// The keys that a verifier trusts, given from outside the bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyFile {
    keys: Vec<TrustedKey>,
    seals: Vec<TrustedSeal>,
}

impl KeyFile {
    /// Reads the bytes of a key file; a byte order mark is forgiven.
    pub fn read(bytes: &[u8]) -> Result<Self, KeyError> {
        Self::parse(std::str::from_utf8(bytes).map_err(|_| KeyError::NotText)?)
    }

    /// One key or certificate a line; `#` at the start or after a space begins
    /// a comment.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let mut file = Self::default();
        for (i, line) in text.strip_prefix('\u{feff}').unwrap_or(text).split('\n').enumerate() {
            let line = line.strip_suffix('\r').unwrap_or(line);
            let line = if line.starts_with('#') { "" } else { line.split(" #").next().unwrap_or_default() };
            let line = line.trim_end_matches(' ');
            if !line.is_empty() {
                file.line(line).map_err(|e| KeyError::Line(i + 1, Box::new(e)))?;
            }
        }
        if file.keys.iter().any(|k| k.key.kind == KeyKind::Log) { Ok(file) } else { Err(KeyError::NoLogKey) }
    }

    fn line(&mut self, line: &str) -> Result<(), KeyError> {
        let seal = line.strip_prefix("seal ");
        let mut words = seal.unwrap_or(line).split(' ');
        let first = words.next().unwrap_or_default();
        let window = window(words)?;
        if seal.is_some() {
            let sha256 = digest(first).ok_or(KeyError::Form)?;
            if self.seals.iter().any(|s| s.sha256 == sha256) {
                return Err(KeyError::Twice);
            }
            self.seals.push(TrustedSeal { sha256, window });
        } else {
            let key = Vkey::parse(first)?;
            if key.name.contains('#') {
                return Err(KeyError::Form);
            }
            if self.keys.iter().any(|k| k.key == key) {
                return Err(KeyError::Twice);
            }
            self.keys.push(TrustedKey { key, window });
        }
        Ok(())
    }

    /// A key file of these keys, without windows.
    pub fn of(keys: impl IntoIterator<Item = Vkey>) -> Self {
        let keys = keys.into_iter().map(|key| TrustedKey { key, window: KeyWindow::default() });
        Self { keys: keys.collect(), seals: Vec::new() }
    }

    /// A key file of these keys with their windows.
    pub fn of_trusted(keys: Vec<TrustedKey>) -> Self {
        Self { keys, seals: Vec::new() }
    }

    /// Every key.
    pub fn keys(&self) -> &[TrustedKey] {
        &self.keys
    }

    /// The certificates of seals.
    pub fn seals(&self) -> &[TrustedSeal] {
        &self.seals
    }

    /// The log keys of an instance.
    pub fn logs(&self, instance: &str) -> impl Iterator<Item = &Vkey> {
        self.keys.iter().map(|k| &k.key).filter(move |k| k.kind == KeyKind::Log && k.name == instance)
    }

    /// When the key counts.
    pub fn window(&self, key: &Vkey) -> KeyWindow {
        self.keys.iter().find(|k| k.key == *key).map(|k| k.window).unwrap_or_default()
    }

    /// The names of the witnesses, each once, sorted.
    pub fn witnesses(&self) -> Vec<&str> {
        let mut names: Vec<_> =
            self.keys.iter().map(|k| &k.key).filter(|k| k.kind == KeyKind::Witness).map(|k| k.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Whether a witness of this name, by any of its keys, was one at that time.
    pub fn is_witness_at(&self, name: &str, at: Time) -> bool {
        self.keys.iter().any(|k| k.key.kind == KeyKind::Witness && k.key.name == name && k.window.holds(at))
    }
}

/// ` from=<time>`, ` until=<time>`: each at most once, in this order.
fn window<'l>(words: impl Iterator<Item = &'l str>) -> Result<KeyWindow, KeyError> {
    let mut window = KeyWindow::default();
    for word in words {
        let time = |text| Time::parse(text).map(Some).map_err(|_| KeyError::Window);
        if let Some(text) = word.strip_prefix("from=").filter(|_| window == KeyWindow::default()) {
            window.from = time(text)?;
        } else if let Some(text) = word.strip_prefix("until=").filter(|_| window.until.is_none()) {
            window.until = time(text)?;
        } else {
            return Err(KeyError::Window);
        }
    }
    match (window.from, window.until) {
        (Some(from), Some(until)) if from > until => Err(KeyError::Backwards),
        _ => Ok(window),
    }
}

/// 32 bytes in lower-case hex.
fn digest(text: &str) -> Option<Hash> {
    let mut out = [0; 32];
    if text.len() != 64 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    for (byte, pair) in out.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(out)
}

impl fmt::Display for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.keys.iter().try_for_each(|key| writeln!(f, "{}{}", key.key, key.window))?;
        self.seals.iter().try_for_each(|seal| writeln!(f, "seal {}{}", hex(&seal.sha256), seal.window))
    }
}
