//! Identifiers as types of their own, so that a case is never mistaken for a person.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use utoipa::ToSchema;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.hyphenated().fmt(f) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, concat!(stringify!($name), "({})"), self.0) }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { Uuid::parse_str(text).map(Self) }
        }
    )* };
}

ids! {
    /// One dispute, from the complaint to its end. UUIDv7.
    CaseId,
    /// A person: consumer, company member or the operator's staff. UUIDv7.
    UserId,
    /// A company or the operator. UUIDv7.
    OrganisationId,
    /// The idempotency key of a command, chosen by the client.
    CommandId,
    /// One file in one channel. UUIDv7.
    EvidenceId,
    /// A signing challenge: single use, bound to a document hash. UUIDv7.
    ChallengeId,
    /// A member's power to bind the organisation. UUIDv7.
    PowerId,
}

/// The public name of a case: eight Crockford base-32 characters, shown as `K7Q2-9XMD`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference([u8; 8]);

const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The text is not eight Crockford base-32 characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a reference is eight Crockford base-32 characters, like K7Q2-9XMD")]
pub struct BadReference;

impl Reference {
    /// Takes forty of the given bits; the caller brings the randomness.
    pub fn from_bits(bits: u64) -> Self {
        let mut text = [0u8; 8];
        for (place, digit) in text.iter_mut().enumerate() {
            *digit = CROCKFORD[(bits >> (5 * place)) as usize & 31];
        }
        Self(text)
    }
}

impl FromStr for Reference {
    type Err = BadReference;
    /// Reads what people type: lower case, with or without the dash, O for 0, I and L for 1.
    fn from_str(text: &str) -> Result<Self, BadReference> {
        let mut out = [0u8; 8];
        let mut places = out.iter_mut();
        for byte in text.bytes().filter(|b| !matches!(b, b'-' | b' ')) {
            let byte = match byte.to_ascii_uppercase() {
                b'O' => b'0',
                b'I' | b'L' => b'1',
                other => other,
            };
            if !CROCKFORD.contains(&byte) {
                return Err(BadReference);
            }
            *places.next().ok_or(BadReference)? = byte;
        }
        if places.next().is_some() { Err(BadReference) } else { Ok(Self(out)) }
    }
}

impl TryFrom<String> for Reference {
    type Error = BadReference;
    fn try_from(text: String) -> Result<Self, BadReference> {
        text.parse()
    }
}
impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.to_string()
    }
}
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, byte) in self.0.iter().enumerate() {
            if place == 4 {
                f.write_str("-")?;
            }
            fmt::Write::write_char(f, char::from(*byte))?;
        }
        Ok(())
    }
}
impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
