//! The end of a channel, and the one step by which it grows.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::commit::{Salt, Slot, commitment};
use crate::hash::{Hash, base64, from_base64};
use crate::header::{Header, HeaderError, leaf};
use crate::names::PartName;
use crate::time::Time;
use crate::tree::Frontier;

/// One part on its way into the record. The bytes are canonical JSON already
/// ([`crate::canonical::to_canonical`]); the salt is fresh.
#[derive(Debug, Clone, Copy)]
pub struct PartInput<'a> {
    pub name: PartName,
    pub salt: Salt,
    pub bytes: &'a [u8],
}

/// The input of an append.
#[derive(Debug, Clone, Copy)]
pub struct AppendInput<'a> {
    /// The case's UUID in lower case.
    pub case: &'a str,
    pub channel: &'a str,
    pub kind: &'a str,
    pub seat: &'a str,
    /// Now, by the caller's clock. If that went back, the channel's last time
    /// is repeated; [`Sealed::at`] says which was taken.
    pub at: Time,
    pub parts: &'a [PartInput<'a>],
}

/// An appended event: what is stored beside its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    pub seq: u64,
    pub at: Time,
    /// The exact bytes to keep: hashes are over them.
    pub header: Vec<u8>,
    pub leaf: Hash,
}

/// The stored text is not a channel head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the stored channel head is damaged")]
pub struct DamagedHead;

/// Everything an append needs of a channel's past: its size, last leaf,
/// last time and frontier. Cheap to clone: `O(log size)`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChannelHead {
    last: Option<(Hash, Time)>,
    frontier: Frontier,
}

impl ChannelHead {
    /// A channel without events.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of events; also the `seq` of the last.
    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// The leaf of the last event, 32 zero bytes before the first.
    pub fn last_leaf(&self) -> Hash {
        self.last.map_or([0; 32], |(leaf, _)| leaf)
    }

    /// The time of the last event.
    pub fn last_at(&self) -> Option<Time> {
        self.last.map(|(_, at)| at)
    }

    /// The RFC 6962 root over all headers.
    pub fn root(&self) -> Hash {
        self.frontier.root()
    }

    /// The head of a channel whose headers have these leaves; the last was made at that time.
    pub fn of_leaves(leaves: &[Hash], last_at: Time) -> Self {
        let mut head = Self::new();
        leaves.iter().for_each(|leaf| head.replay(*leaf, last_at));
        head
    }

    /// Numbers, times, commits and chains one event. On an error the head is
    /// as it was. A caller that may have to roll back clones the head first.
    pub fn append(&mut self, event: &AppendInput<'_>) -> Result<Sealed, HeaderError> {
        let seq = self.size() + 1;
        let at = self.last_at().map_or(event.at, |last| last.max(event.at));
        let slot = Slot { case: event.case, channel: event.channel, seq, kind: event.kind };
        let mut header = Header {
            at,
            case: event.case.to_owned(),
            channel: event.channel.to_owned(),
            kind: event.kind.to_owned(),
            parts: Default::default(),
            prev: self.last_leaf(),
            seat: event.seat.to_owned(),
            seq,
        };
        for part in event.parts {
            let hash = commitment(slot, part.name, &part.salt, part.bytes);
            if header.parts.insert(part.name, hash).is_some() {
                return Err(HeaderError::PartTwice);
            }
        }
        let bytes = header.to_bytes()?;
        let leaf = leaf(&bytes);
        self.frontier.append(leaf);
        self.last = Some((leaf, at));
        Ok(Sealed { seq, at, header: bytes, leaf })
    }

    /// Takes over an event that is already stored, trusting that it is the
    /// next one: for folding a channel from its rows.
    pub fn replay(&mut self, leaf: Hash, at: Time) {
        self.frontier.append(leaf);
        self.last = Some((leaf, at));
    }

    /// For the database: the last leaf, the last time, the frontier.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        if let Some((leaf, at)) = self.last {
            out.extend_from_slice(&leaf);
            out.extend_from_slice(at.as_str().as_bytes());
            out.extend_from_slice(&self.frontier.to_bytes());
        }
        out
    }

    /// Reads what `to_bytes` wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DamagedHead> {
        if bytes.is_empty() {
            return Ok(Self::new());
        }
        let (leaf, rest) = bytes.split_first_chunk::<32>().ok_or(DamagedHead)?;
        let (at, rest) = rest.split_first_chunk::<24>().ok_or(DamagedHead)?;
        let at = std::str::from_utf8(at).ok().and_then(|t| Time::parse(t).ok()).ok_or(DamagedHead)?;
        let frontier = Frontier::from_bytes(rest).filter(|f| f.size() > 0).ok_or(DamagedHead)?;
        Ok(Self { last: Some((*leaf, at)), frontier })
    }
}

impl Serialize for ChannelHead {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&base64(&self.to_bytes()))
    }
}

impl<'de> Deserialize<'de> for ChannelHead {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        let bytes = from_base64(&text).ok_or_else(|| serde::de::Error::custom(DamagedHead))?;
        Self::from_bytes(&bytes).map_err(serde::de::Error::custom)
    }
}
