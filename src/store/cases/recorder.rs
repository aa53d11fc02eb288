//! From decided facts to events with their bytes: commitments, headers, chain, and the frame that readers get.

use super::Origin;
use super::bytes::{
    EventParts, canonical, channel_name, content, corrupt, frame, fresh_salt, stored_origins, stored_part,
};
use super::command_index::StoredCommand;
use super::warm::{CaseWriter, WarmCase};
use crate::store::code::name_of;
use crate::store::error::StoreError;
use crate::store::event_id::CaseNumber;
use crate::store::journal::rows::{EventRow, PartsRow};
use crate::store::sql::At;
use acordo_domain::case::apply::apply;
use acordo_domain::case::event::{Event, Fact, NewEvent};
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Channel, Seat};
use acordo_record::{ChannelHead, Hash, PartInput, PartName, Salt, SignerSeat, Time, in_order};
use bytestring::ByteString;
use std::collections::BTreeMap;

/// A line of a bundle may have 1 MiB (record.md, "Bundle"); base64 takes four bytes for three.
const EVENT_BYTES_MAX: usize = 1024 * 1024 / 4 * 3 - 4096;

/// Turns facts into events with bytes, one after the other.
pub(super) struct Recorder<'a> {
    pub warm: &'a WarmCase,
    pub number: CaseNumber,
    /// Stored with the first event that it makes.
    pub command: Option<StoredCommand>,
    pub version: u64,
    pub heads: BTreeMap<Channel, ChannelHead>,
    /// Over all events of the case.
    pub order: Hash,
    pub leaves: Vec<(Channel, Hash)>,
    pub rows: Vec<EventRow>,
    pub events: Vec<Event>,
    pub wires: Vec<ByteString>,
    pub signed_from: BTreeMap<Seat, Origin>,
    pub origin: &'a Origin,
}

impl Recorder<'_> {
    pub fn record(&mut self, writer: &mut CaseWriter, new: NewEvent, now: Moment) -> Result<(), StoreError> {
        let with_origin = new.with_origin;
        let event = writer.speculative.number(new, now);
        let fact = event.fact.as_ref().ok_or_else(|| corrupt("a new event without its fact"))?;
        let parts = EventParts {
            author: event.by.as_ref().map(canonical).transpose()?,
            content: Some(content(fact)?),
            evidence: event.evidence.as_ref().map(canonical).transpose()?,
        };
        if let Fact::AgreementSigned { seat, .. } = fact {
            self.signed_from.insert(*seat, self.origin.clone());
        }
        let origins = if with_origin { self.origins_of(fact)? } else { Vec::new() };
        let channel = channel_name(event.channel);
        let (kind, seat) = (event.kind.name(), event.seat.name());
        let named = [
            (PartName::Author, &parts.author),
            (PartName::Content, &parts.content),
            (PartName::Evidence, &parts.evidence),
        ];
        let named = named.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
        let named = named.chain(origins.iter().map(|(name, text)| (*name, text)));
        let present: Vec<(PartName, Salt, &String)> = named.map(|(name, text)| (name, fresh_salt(), text)).collect();
        let inputs: Vec<PartInput<'_>> = present
            .iter()
            .map(|(name, salt, text)| PartInput { name: *name, salt: *salt, bytes: text.as_bytes() })
            .collect();
        if inputs.iter().map(|part| part.bytes.len()).sum::<usize>() > EVENT_BYTES_MAX {
            return Err(StoreError::TooLarge);
        }
        let head = self
            .heads
            .entry(event.channel)
            .or_insert_with(|| writer.heads.get(&event.channel).cloned().unwrap_or_default());
        let sealed = head
            .append(&acordo_record::AppendInput {
                case: &self.warm.name,
                channel: &channel,
                kind,
                seat,
                at: Time::from_unix_millis(event.at.millis()).map_err(corrupt)?,
                parts: &inputs,
            })
            .map_err(corrupt)?;
        if sealed.seq != event.seq || sealed.at.unix_millis() != event.at.millis() {
            return Err(corrupt(format!("the record and the fold of {channel} disagree")));
        }
        let command = self.command.take().map(|command| command.bytes());
        self.version += 1;
        self.order = in_order(&self.order, &sealed.leaf, command.as_deref().unwrap_or_default());
        self.leaves.push((event.channel, sealed.leaf));
        let wire = frame(&channel, event.seq, event.at, seat, kind, &parts)?;
        let salts: BTreeMap<PartName, Salt> = present.iter().map(|(name, salt, _)| (*name, *salt)).collect();
        let stored = |name, text: Option<String>| Some(stored_part(text?, salts.get(&name)?));
        let of_signers = matches!(fact, Fact::AgreementConcluded { .. });
        let mut origins = origins.into_iter().filter_map(|(name, text)| stored(name, Some(text)));
        let rows = PartsRow {
            author: stored(PartName::Author, parts.author),
            content: stored(PartName::Content, parts.content),
            origin: if of_signers { Some(stored_origins(origins)?) } else { origins.next() },
            evidence: stored(PartName::Evidence, parts.evidence),
        };
        self.rows.push(EventRow {
            id: self.number.event(event.channel, event.seq)?,
            version: self.version.cast_signed(),
            channel,
            seq: event.seq.cast_signed(),
            kind,
            seat,
            at: At(event.at),
            header: sealed.header,
            parts: rows,
            command,
        });
        apply(&mut writer.speculative, &event);
        self.events.push(event);
        self.wires.push(wire);
        Ok(())
    }

    /// For a conclusion one of each signer, in the order of the names; otherwise the actor's own.
    fn origins_of(&self, fact: &Fact) -> Result<Vec<(PartName, String)>, StoreError> {
        let Fact::AgreementConcluded { signatures, .. } = fact else {
            return Ok(vec![(PartName::Origin, canonical(self.origin)?)]);
        };
        let mut origins = BTreeMap::new();
        for signature in signatures {
            let seat =
                SignerSeat::parse(&name_of(&signature.seat)).ok_or_else(|| corrupt("a signer without a seat"))?;
            let from = self.signed_from.get(&signature.seat).cloned().unwrap_or_default();
            origins.insert(PartName::OriginOf(seat), canonical(&from)?);
        }
        Ok(origins.into_iter().collect())
    }
}
