//! The commitment in a header, which binds a part to its place.

use std::fmt;

use crate::hash::{Hash, length, sha256_of};
use crate::names::PartName;

/// 32 fresh random bytes, used for one part and never again. It is destroyed
/// together with the part; without it the commitment says nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Salt(pub [u8; 32]);

/// A salt that shows up in a log would undo an erasure.
impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(…)")
    }
}

/// The place of a part: the case, the channel, the number and the kind.
#[derive(Debug, Clone, Copy)]
pub struct Slot<'a> {
    pub case: &'a str,
    pub channel: &'a str,
    pub seq: u64,
    pub kind: &'a str,
}

/// `H("acordo/commit/v1" ‖ 0x00 ‖ LP(case) ‖ LP(channel) ‖ u64be(seq) ‖ LP(kind)
/// ‖ LP(part name) ‖ salt ‖ LP(part bytes))`
pub fn commitment(slot: Slot<'_>, part: PartName, salt: &Salt, bytes: &[u8]) -> Hash {
    let (case, channel) = (slot.case.as_bytes(), slot.channel.as_bytes());
    let (kind, name) = (slot.kind.as_bytes(), part.as_str().as_bytes());
    // One update for the short fields: hashing them one by one costs more than
    // copying them.
    let mut front = Vec::with_capacity(192);
    front.extend_from_slice(b"acordo/commit/v1\0");
    for field in [case, channel] {
        front.extend_from_slice(&length(field));
        front.extend_from_slice(field);
    }
    front.extend_from_slice(&slot.seq.to_be_bytes());
    for field in [kind, name] {
        front.extend_from_slice(&length(field));
        front.extend_from_slice(field);
    }
    front.extend_from_slice(&salt.0);
    front.extend_from_slice(&length(bytes));
    sha256_of(&[&front, bytes])
}
