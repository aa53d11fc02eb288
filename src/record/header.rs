//! The header of an event: it names nobody and holds no content.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;

use crate::canonical::{self, CanonicalError, INTEGER_MAX};
use crate::hash::{Hash, HashText, base64, sha256_of};
use crate::names::{PartName, SYSTEM, is_case, is_channel, is_kind, is_seat};
use crate::time::Time;

/// Why something is not a header.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum HeaderError {
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    #[error("the case is not a UUID in lower case")]
    Case,
    #[error("there is no such channel")]
    Channel,
    #[error("the kind is not [a-z][a-z0-9_]{{0,63}}")]
    Kind,
    #[error("there is no such seat")]
    Seat,
    #[error("seq is not between 1 and 2^53−1")]
    Seq,
    #[error("v is not 1")]
    Version,
    #[error("the part `content` is missing")]
    NoContent,
    #[error("the part `author` is there if and only if the seat is not `system`")]
    Author,
    #[error("the first event's prev is 32 zero bytes")]
    FirstPrev,
    #[error("a part is given twice")]
    PartTwice,
}

/// One header, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub at: Time,
    pub case: String,
    pub channel: String,
    pub kind: String,
    /// The commitments, by part.
    pub parts: BTreeMap<PartName, Hash>,
    /// The leaf of `seq − 1`; 32 zero bytes for the first.
    pub prev: Hash,
    pub seat: String,
    pub seq: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire<'a> {
    at: Time,
    case: &'a str,
    channel: &'a str,
    kind: &'a str,
    parts: BTreeMap<PartName, HashText>,
    prev: HashText,
    seat: &'a str,
    seq: u64,
    v: u64,
}

impl Header {
    /// Reads stored bytes, refusing whatever is not exactly a header.
    pub fn parse(bytes: &[u8]) -> Result<Self, HeaderError> {
        let wire: Wire<'_> = canonical::typed(bytes)?;
        if wire.v != 1 {
            return Err(HeaderError::Version);
        }
        let header = Self {
            at: wire.at,
            case: wire.case.to_owned(),
            channel: wire.channel.to_owned(),
            kind: wire.kind.to_owned(),
            parts: wire.parts.into_iter().map(|(name, hash)| (name, hash.0)).collect(),
            prev: wire.prev.0,
            seat: wire.seat.to_owned(),
            seq: wire.seq,
        };
        // serde alone also takes a list for a structure.
        if header.to_bytes()? == bytes { Ok(header) } else { Err(CanonicalError::NotItsForm.into()) }
    }

    fn check(&self) -> Result<(), HeaderError> {
        if !is_case(&self.case) {
            return Err(HeaderError::Case);
        }
        if !is_channel(&self.channel) {
            return Err(HeaderError::Channel);
        }
        if !is_kind(&self.kind) {
            return Err(HeaderError::Kind);
        }
        if !is_seat(&self.seat) {
            return Err(HeaderError::Seat);
        }
        if self.seq == 0 || self.seq > INTEGER_MAX {
            return Err(HeaderError::Seq);
        }
        if !self.parts.contains_key(&PartName::Content) {
            return Err(HeaderError::NoContent);
        }
        if self.parts.contains_key(&PartName::Author) == (self.seat == SYSTEM) {
            return Err(HeaderError::Author);
        }
        if self.seq == 1 && self.prev != [0; 32] {
            return Err(HeaderError::FirstPrev);
        }
        Ok(())
    }

    /// The canonical bytes. No field can hold a character that JSON escapes,
    /// and the keys are in order already, so they are written as they are.
    pub fn to_bytes(&self) -> Result<Vec<u8>, HeaderError> {
        self.check()?;
        let mut out = String::with_capacity(512);
        let push = |out: &mut String, pieces: &[&str]| pieces.iter().for_each(|p| out.push_str(p));
        push(&mut out, &["{\"at\":\"", self.at.as_str(), "\",\"case\":\"", &self.case]);
        push(&mut out, &["\",\"channel\":\"", &self.channel, "\",\"kind\":\"", &self.kind, "\",\"parts\":{"]);
        for (i, (name, hash)) in self.parts.iter().enumerate() {
            let open = if i == 0 { "\"" } else { ",\"" };
            push(&mut out, &[open, name.as_str(), "\":\"", &base64(hash), "\""]);
        }
        push(&mut out, &["},\"prev\":\"", &base64(&self.prev), "\",\"seat\":\"", &self.seat]);
        push(&mut out, &["\",\"seq\":", &self.seq.to_string(), ",\"v\":1}"]);
        Ok(out.into_bytes())
    }
}

/// `H(0x00 ‖ header bytes)`
pub fn leaf(header_bytes: &[u8]) -> Hash {
    sha256_of(&[&[0], header_bytes])
}
