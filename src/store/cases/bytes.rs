//! Between the domain's events and the bytes of the record: parts, and the frame that readers get.

use super::Recorded;
use crate::frames::{ServerFrame, WireEvent, Written, WrittenFact};
use crate::store::error::StoreError;
use acordo_domain::case::command::EvidencePart;
use acordo_domain::case::event::{Event, Fact, FactKind};
use acordo_domain::id::CaseId;
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Channel, Person, Side, Voice};
use acordo_record::Salt;
use acordo_record::canonical::{to_canonical, to_canonical_without};
use bytestring::ByteString;
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

/// The text of a stored part; none where it is erased or was never there.
pub(crate) fn part_text(stored: Option<Vec<u8>>) -> Result<Option<String>, StoreError> {
    let Some(mut stored) = stored else { return Ok(None) };
    let length = stored.len().checked_sub(32).ok_or_else(|| corrupt("a part without its salt"))?;
    stored.truncate(length);
    String::from_utf8(stored).map(Some).map_err(corrupt)
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
    pub header: Vec<u8>,
    pub parts: EventParts,
}

impl StoredEvent {
    pub fn frame(&self) -> Result<ByteString, StoreError> {
        frame(&self.channel, self.seq, self.at, &self.seat, &self.kind, &self.parts)
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
            header: Vec::new(),
            parts: EventParts { content: Some("{}".to_owned()), ..EventParts::default() },
        };
        assert_eq!(stored.event().unwrap().fact, Some(Fact::SummaryConfirmed {}));
        assert_eq!(
            stored.frame().unwrap(),
            r#"{"t":"event","channel":"joint","seq":2,"at":"1970-01-01T00:00:00.000Z","seat":"company","by":null,"event":{"type":"summary_confirmed"},"evidence":null}"#
        );
    }
}
