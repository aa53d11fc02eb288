//! Between the domain's events and the bytes of the record: parts, and the frame that readers get.

use super::Recorded;
use super::command_index::StoredCommand;
use crate::frames::{ServerFrame, WireEvent, Written, WrittenFact};
use crate::store::error::StoreError;
pub(crate) use crate::store::error::altered;
use acordo_domain::case::audience::{Shown, shown};
use acordo_domain::case::command::EvidencePart;
use acordo_domain::case::event::{Event, Fact, FactKind};
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Actor, Channel, Person, Side, Voice};
use acordo_record::canonical::{to_canonical, to_canonical_without};
use acordo_record::{Hash, Header, PartName, Salt, Slot, commitment};
use bytestring::ByteString;
use rand::Rng;
use serde::Serialize;
use std::borrow::Cow;

/// The texts of an event's parts as they are stored; absent where erased or never there.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct EventParts {
    pub author: Option<String>,
    pub content: Option<String>,
    pub evidence: Option<String>,
}

/// A part as its column holds it: the bytes, then the salt.
pub(crate) fn stored_part(text: String, salt: &Salt) -> Vec<u8> {
    let mut bytes = text.into_bytes();
    bytes.extend_from_slice(&salt.0);
    bytes
}

/// The bytes and the salt of a stored part.
pub(crate) fn opened_part(mut stored: Vec<u8>) -> Result<(Vec<u8>, Salt), StoreError> {
    let length = stored.len().checked_sub(32).ok_or_else(|| corrupt("a part without its salt"))?;
    let salt = stored.split_off(length).try_into().map_err(|_| corrupt("a salt is not 32 bytes"))?;
    Ok((stored, Salt(salt)))
}

/// The origins of a conclusion as the column `origin` holds them: of each signer, in the order of the names, the length
/// of the stored part in 4 bytes, then the part.
pub(crate) fn stored_origins(parts: impl IntoIterator<Item = Vec<u8>>) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend_from_slice(&u32::try_from(part.len()).map_err(corrupt)?.to_be_bytes());
        bytes.extend_from_slice(&part);
    }
    Ok(bytes)
}

/// The parts that the header finds in the column `origin`, each what it commits to.
pub(crate) fn checked_origins(
    header: &Header,
    stored: Option<Vec<u8>>,
) -> Result<Vec<(PartName, Vec<u8>, Salt)>, StoreError> {
    let of_signers: Vec<PartName> =
        header.parts.keys().copied().filter(|part| matches!(part, PartName::OriginOf(_))).collect();
    if of_signers.is_empty() {
        let origin = checked_part(header, PartName::Origin, stored)?;
        return Ok(origin.map(|(bytes, salt)| (PartName::Origin, bytes, salt)).into_iter().collect());
    }
    let wrong = || altered(format!("the origins of {} {}", header.channel, header.seq));
    let stored = stored.ok_or_else(wrong)?;
    let (mut rest, mut found) = (stored.as_slice(), Vec::new());
    for name in of_signers {
        let (length, after) = rest.split_first_chunk::<4>().ok_or_else(wrong)?;
        let (part, after) = after.split_at_checked(u32::from_be_bytes(*length) as usize).ok_or_else(wrong)?;
        let (bytes, salt) = checked_part(header, name, Some(part.to_vec()))?.ok_or_else(wrong)?;
        found.push((name, bytes, salt));
        rest = after;
    }
    if rest.is_empty() { Ok(found) } else { Err(wrong()) }
}

/// The text of a stored part, which is what the header commits to; none where the header names no such part.
pub(crate) fn checked_part(
    header: &Header,
    name: PartName,
    stored: Option<Vec<u8>>,
) -> Result<Option<(Vec<u8>, Salt)>, StoreError> {
    let place = || format!("the part {name} of {} {}", header.channel, header.seq);
    let (promised, stored) = match (header.parts.get(&name), stored) {
        (None, None) => return Ok(None),
        (Some(promised), Some(stored)) => (promised, stored),
        (Some(_), None) => return Err(altered(format!("{} is gone", place()))),
        (None, Some(_)) => return Err(altered(format!("{} is not named by its header", place()))),
    };
    let (bytes, salt) = opened_part(stored).map_err(|_| altered(place()))?;
    let slot = Slot { case: &header.case, channel: &header.channel, seq: header.seq, kind: &header.kind };
    if commitment(slot, name, &salt, &bytes) != *promised {
        return Err(altered(format!("{} was changed", place())));
    }
    Ok(Some((bytes, salt)))
}

pub(crate) fn corrupt(error: impl std::fmt::Display) -> StoreError {
    StoreError::Corrupt(error.to_string())
}

pub(crate) fn canonical<T: Serialize + ?Sized>(value: &T) -> Result<String, StoreError> {
    String::from_utf8(to_canonical(value).map_err(corrupt)?).map_err(corrupt)
}

/// The part `content`: the fact without its `type`, which is the header's `kind`.
pub(crate) fn content(fact: &Fact) -> Result<String, StoreError> {
    String::from_utf8(to_canonical_without(fact, "type").map_err(corrupt)?).map_err(corrupt)
}

/// What a reader gets, written once for all of them.
pub(crate) fn frame(
    channel: &str,
    seq: u64,
    at: Moment,
    seat: &str,
    kind: &str,
    parts: &EventParts,
) -> Result<ByteString, StoreError> {
    let event = WireEvent {
        channel,
        seq,
        at,
        seat,
        by: parts.author.as_deref().map(Written),
        event: parts.content.as_deref().map(|content| WrittenFact { kind, content: Written(content) }),
        evidence: parts.evidence.as_deref().map(Written),
    };
    ServerFrame::Event(event).text().map_err(corrupt)
}

/// One stored event with the parts that its readers see.
#[derive(Debug, Clone)]
pub(crate) struct StoredEvent {
    pub version: u64,
    pub channel: String,
    pub seq: u64,
    pub kind: String,
    pub seat: String,
    pub at: Moment,
    /// The hash of the header that was read.
    pub leaf: Hash,
    /// The leaf of the event before, as the header says.
    pub prev: Hash,
    pub parts: EventParts,
    /// Of the first event of a command.
    pub command: Option<StoredCommand>,
}

/// Sums and signatures, wherever they stand.
fn strip_terms(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            fields.remove("money");
            if let Some(signatures) = fields.get_mut("signatures") {
                *signatures = serde_json::Value::Array(Vec::new());
            }
            fields.values_mut().for_each(strip_terms);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(strip_terms),
        _ => {}
    }
}

impl StoredEvent {
    pub fn frame(&self) -> Result<ByteString, StoreError> {
        frame(&self.channel, self.seq, self.at, &self.seat, &self.kind, &self.parts)
    }

    /// The same of a message that was hidden, or of a file that came with it: that it was there, and by whom, but not
    /// what it said.
    fn frame_without_words(&self) -> Result<ByteString, StoreError> {
        let mut parts = self.parts.clone();
        parts.evidence = None;
        let says = self.kind == FactKind::MessagePosted.name();
        if let Some(content) = parts.content.as_mut().filter(|_| says) {
            let mut fact: serde_json::Map<String, serde_json::Value> =
                serde_json::from_str(content).map_err(corrupt)?;
            fact.insert("text".to_owned(), "".into());
            *content = canonical(&fact)?;
        }
        frame(&self.channel, self.seq, self.at, &self.seat, &self.kind, &parts)
    }

    /// The same of a step of the procedure, for who follows its dates alone.
    fn frame_without_terms(&self) -> Result<ByteString, StoreError> {
        let mut parts = self.parts.clone();
        if let Some(content) = &mut parts.content {
            let mut fact: serde_json::Value = serde_json::from_str(content).map_err(corrupt)?;
            strip_terms(&mut fact);
            *content = canonical(&fact)?;
        }
        frame(&self.channel, self.seq, self.at, &self.seat, &self.kind, &parts)
    }

    /// The complaint, without the number by which the state knows whoever files it.
    fn frame_without_identifier(&self) -> Result<ByteString, StoreError> {
        let mut parts = self.parts.clone();
        if let Some(content) = &mut parts.content {
            let mut fact: serde_json::Map<String, serde_json::Value> =
                serde_json::from_str(content).map_err(corrupt)?;
            fact.remove("identifier");
            *content = canonical(&fact)?;
        }
        frame(&self.channel, self.seq, self.at, &self.seat, &self.kind, &parts)
    }

    /// As much of it as this actor gets.
    pub fn frame_for(&self, case: &Case, actor: &Actor, channel: Channel) -> Result<ByteString, StoreError> {
        let kind = FactKind::from_name(&self.kind).ok_or_else(|| corrupt(format!("no such kind: {}", self.kind)))?;
        match shown(case, actor, channel, self.seq, kind) {
            Shown::Whole => self.frame(),
            Shown::WithoutWords => self.frame_without_words(),
            Shown::WithoutTerms => self.frame_without_terms(),
            Shown::WithoutIdentifier => self.frame_without_identifier(),
        }
    }

    pub fn recorded(&self, case_id: CaseId) -> Result<Recorded, StoreError> {
        Ok(Recorded { case: case_id, version: self.version, event: self.event()?, wire: self.frame()? })
    }

    pub fn event(&self) -> Result<Event, StoreError> {
        let kind = FactKind::from_name(&self.kind).ok_or_else(|| corrupt(format!("no such kind: {}", self.kind)))?;
        let fact = match &self.parts.content {
            Some(content) => {
                let fact = WrittenFact { kind: &self.kind, content: Written(content) };
                let text = serde_json::to_string(&fact).map_err(corrupt)?;
                Some(serde_json::from_str::<Fact>(&text).map_err(corrupt)?)
            }
            None => None,
        };
        let by = self.parts.author.as_deref().map(serde_json::from_str::<Person>).transpose().map_err(corrupt)?;
        let evidence =
            self.parts.evidence.as_deref().map(serde_json::from_str::<EvidencePart>).transpose().map_err(corrupt)?;
        Ok(Event {
            channel: self.channel.parse().map_err(corrupt)?,
            seq: self.seq,
            at: self.at,
            seat: voice(&self.seat)?,
            by,
            fact,
            kind,
            evidence,
        })
    }
}

fn voice(name: &str) -> Result<Voice, StoreError> {
    crate::store::code::named(name)
}

/// The channel's name; the usual ones without an allocation.
pub(crate) fn channel_name(channel: Channel) -> Cow<'static, str> {
    Cow::Borrowed(match channel {
        Channel::Procedure => "procedure",
        Channel::Joint => "joint",
        Channel::Caucus { side: Side::Consumer, nth: 1 } => "caucus:consumer",
        Channel::Caucus { side: Side::Company, nth: 1 } => "caucus:company",
        Channel::Internal => "internal:company",
        Channel::Notes { nth: 1 } => "notes:mediator",
        Channel::Caucus { .. }
        | Channel::Notes { .. }
        | Channel::Sealed { .. }
        | Channel::Review { .. }
        | Channel::Desk { .. }
        | Channel::Challenge { .. } => return Cow::Owned(channel.to_string()),
    })
}

/// 32 bytes of the operating system's generator, stretched and reseeded by the thread's own.
pub(super) fn fresh_salt() -> Salt {
    let mut salt = [0; 32];
    rand::rng().fill_bytes(&mut salt);
    Salt(salt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_is_the_fact_without_its_type() {
        let fact = Fact::MessagePosted {
            text: "he said \"type\":\"message_posted\", honestly".to_owned(),
            reply_to: None,
            evidence: Vec::new(),
            kind: None,
        };
        assert_eq!(content(&fact).unwrap(), r#"{"text":"he said \"type\":\"message_posted\", honestly"}"#);
        assert_eq!(content(&Fact::CaseAdmitted {}).unwrap(), "{}");
        assert_eq!(
            content(&Fact::ProposalAnswered { number: 3, agreed: true }).unwrap(),
            r#"{"agreed":true,"number":3}"#
        );
    }

    #[test]
    fn a_fact_is_read_back_from_its_content() {
        let stored = StoredEvent {
            version: 4,
            channel: "joint".to_owned(),
            seq: 2,
            kind: "summary_confirmed".to_owned(),
            seat: "company".to_owned(),
            at: Moment::from_millis(0),
            leaf: [0; 32],
            prev: [0; 32],
            parts: EventParts { content: Some("{}".to_owned()), ..EventParts::default() },
            command: None,
        };
        assert_eq!(stored.event().unwrap().fact, Some(Fact::SummaryConfirmed {}));
        assert_eq!(
            stored.frame().unwrap(),
            r#"{"t":"event","channel":"joint","seq":2,"at":"1970-01-01T00:00:00.000Z","seat":"company","by":null,"event":{"type":"summary_confirmed"},"evidence":null}"#
        );
    }
}
