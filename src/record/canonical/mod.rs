//! Canonical JSON: RFC 8785 within the profile of the record.
//!
//! Numbers are integers within ±(2^53−1); there are no duplicate keys, no lone
//! surrogates, no U+0000, and at most [`DEPTH_MAX`] open objects and arrays.
//! Two different values therefore never share one form, which is what makes a
//! hash over the form mean something.

mod encode;
mod scan;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thiserror::Error;

pub use encode::{to_canonical, to_canonical_without};

/// The most objects and arrays that may be open at once.
pub const DEPTH_MAX: usize = 16;

/// The largest magnitude a number may have: 2^53 − 1.
pub const INTEGER_MAX: u64 = (1 << 53) - 1;

/// Why bytes or a value are outside the profile.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CanonicalError {
    #[error("the text is not UTF-8")]
    NotUtf8,
    #[error("not JSON at byte {0}")]
    Syntax(usize),
    #[error("a key occurs twice in one object, at byte {0}")]
    DuplicateKey(usize),
    #[error("a number is not a plain integer, at byte {0}")]
    NotAnInteger(usize),
    #[error("a number is beyond ±(2^53−1), at byte {0}")]
    IntegerTooLarge(usize),
    #[error("a string holds half a surrogate pair, at byte {0}")]
    LoneSurrogate(usize),
    #[error("a string holds U+0000, at byte {0}")]
    Nul(usize),
    #[error("more than 16 objects and arrays are open, at byte {0}")]
    TooDeep(usize),
    #[error("valid JSON, but not in canonical form, at byte {0}")]
    NotCanonical(usize),
    #[error("a list or an object is where the form has another")]
    NotItsForm,
    #[error("this value has no canonical form: {0}")]
    Unrepresentable(String),
}

/// Reads JSON of any layout, refusing what the profile refuses.
pub fn parse(bytes: &[u8]) -> Result<Value, CanonicalError> {
    scan::scan(bytes, scan::Layout::Any)?;
    read(bytes)
}

/// Checks that `bytes` are the canonical form of what they say, without
/// building it.
pub fn check(bytes: &[u8]) -> Result<(), CanonicalError> {
    scan::scan(bytes, scan::Layout::Canonical)
}

/// Reads bytes that must be in canonical form.
pub fn from_canonical(bytes: &[u8]) -> Result<Value, CanonicalError> {
    check(bytes)?;
    read(bytes)
}

/// Reads bytes in canonical form into a type of one's own.
pub fn typed<'a, T: serde::Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, CanonicalError> {
    check(bytes)?;
    serde_json::from_slice(bytes).map_err(|e| CanonicalError::Unrepresentable(e.to_string()))
}

/// Reads bytes in canonical form into a type that says all of it: they are what the value is written as. serde alone also
/// takes a list for a structure, and an object for a word.
pub fn exact<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<T, CanonicalError> {
    let value: T = typed(bytes)?;
    if to_canonical(&value)? == bytes { Ok(value) } else { Err(CanonicalError::NotItsForm) }
}

/// The same of an object that may have further keys.
pub fn at_least<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<T, CanonicalError> {
    let (whole, value) = (from_canonical(bytes)?, typed::<T>(bytes)?);
    match serde_json::to_value(&value) {
        Ok(Value::Object(own)) if own.iter().all(|(key, value)| whole.get(key) == Some(value)) => Ok(value),
        _ => Err(CanonicalError::NotItsForm),
    }
}

/// The reverse of [`to_canonical_without`]: JSON of the object with the key put
/// first, to read a tagged type from. Not canonical, and `None` if the bytes are
/// no object or the tag is not plain text.
pub fn with_tag(key: &str, tag: &str, object: &[u8]) -> Option<Vec<u8>> {
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'.');
    let rest = object.strip_prefix(b"{").filter(|_| plain(key) && plain(tag))?;
    let comma = if rest == b"}" { "" } else { "," };
    let mut out = format!("{{\"{key}\":\"{tag}\"{comma}").into_bytes();
    out.extend_from_slice(rest);
    Some(out)
}

/// The canonical form of a value that is known to be text: for tests and tools
/// that print it.
pub fn to_canonical_text<T: Serialize + ?Sized>(value: &T) -> Result<String, CanonicalError> {
    String::from_utf8(to_canonical(value)?).map_err(|_| CanonicalError::NotUtf8)
}

/// The scan has already refused everything in which `serde_json` is lenient.
fn read(bytes: &[u8]) -> Result<Value, CanonicalError> {
    serde_json::from_slice(bytes).map_err(|e| CanonicalError::Syntax(e.column()))
}
