//! SHA-256, the length prefix, and base64 that has one spelling.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// A SHA-256 value.
pub type Hash = [u8; 32];

/// SHA-256 of the bytes.
pub fn sha256(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// SHA-256 over pieces, as if they were one.
pub(crate) fn sha256_of(pieces: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for piece in pieces {
        hasher.update(piece);
    }
    hasher.finalize().into()
}

/// `LP(x)` begins with this: the length of `x` as a 4-byte big-endian integer.
/// Nothing that is hashed here can reach 4 GiB; the verifier bounds it first.
pub(crate) fn length(x: &[u8]) -> [u8; 4] {
    u32::try_from(x.len()).unwrap_or(u32::MAX).to_be_bytes()
}

/// Standard base64 with padding.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Standard base64 with padding, which must re-encode to the same text: bits
/// that carry nothing are zero.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// Base64 of exactly 32 bytes.
pub fn hash_from_base64(text: &str) -> Option<Hash> {
    if text.len() != 44 {
        return None;
    }
    let mut buffer = [0u8; 33];
    let n = STANDARD.decode_slice(text, &mut buffer).ok()?;
    if n == 32 { buffer[..32].try_into().ok() } else { None }
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [b >> 4, b & 15]).map(|n| char::from(DIGITS[usize::from(n)])).collect()
}

/// A hash that is base64 text in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HashText(pub Hash);

impl Serialize for HashText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&base64(&self.0))
    }
}

impl<'de> Deserialize<'de> for HashText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        hash_from_base64(&text).map(Self).ok_or_else(|| serde::de::Error::custom("not base64 of 32 bytes"))
    }
}
