//! What is stored is what was written by whoever has the head key: one seal over the row of a case, the order of all its
//! events and what was signed of them (docs/decisions/0015).

use super::bytes::{StoredEvent, altered};
use super::command_index::{CommandMade, StoredCommand};
use super::row::{LastSigned, SealedCase, SealedOver};
use super::warm::{Leaves, WarmCase};
use crate::store::Store;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::event_id::IdRange;
use crate::store::schema::{case_access, cases, events, signed_heads, snapshots, standings};
use crate::store::sql::Key;
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_record::{ChannelHead, Hash, Header, Time, in_order, leaf};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::BTreeMap;
use std::time::Duration;

/// How often the seals are read again while another process writes.
pub(super) const SEAL_TRIES: u32 = 50;
pub(super) const SEAL_PAUSE: Duration = Duration::from_millis(10);

/// What is sealed of a case, as it was read.
#[derive(Debug)]
pub(super) struct SealsOf {
    pub case: Option<SealedCase>,
    /// The head signed last of each channel of which any was signed.
    pub signed: Vec<LastSigned>,
}

impl SealsOf {
    pub fn signed_hash(&self) -> Hash {
        LastSigned::hash_of_all(&self.signed)
    }
}

/// What the seals say of the rows that were read after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seals {
    Same,
    /// Another process has appended since the seals were read.
    Grown,
}

/// The ends of a case's channels as its headers give them.
#[derive(Debug, Default)]
pub(super) struct Ends {
    pub version: u64,
    /// The hash over all events in the order of the case.
    pub order: Hash,
    pub heads: BTreeMap<Channel, ChannelHead>,
    pub leaves: Leaves,
    /// The commands that made these events.
    pub commands: Vec<CommandMade>,
}

impl Ends {
    /// Takes over the next event of the case.
    pub fn follow(&mut self, stored: &StoredEvent) -> Result<(), StoreError> {
        let channel: Channel = stored.channel.parse().map_err(altered)?;
        let head = self.heads.entry(channel).or_default();
        let follows = stored.version == self.version + 1
            && stored.seq == head.size() + 1
            && stored.prev == head.last_leaf()
            && head.last_at().is_none_or(|last| last.unix_millis() <= stored.at.millis());
        if !follows {
            return Err(altered(format!("event {} of {channel} breaks its chain", stored.seq)));
        }
        head.replay(stored.leaf, Time::from_unix_millis(stored.at.millis()).map_err(altered)?);
        self.leaves.entry(channel).or_default().push(stored.leaf);
        let command = stored.command.map(|command| command.bytes());
        self.order = in_order(&self.order, &stored.leaf, command.as_deref().unwrap_or_default());
        self.version = stored.version;
        CommandMade::follow(&mut self.commands, stored.version, stored.command);
        Ok(())
    }
}

impl Store {
    /// The seals of a case: read them before what they seal, so that what is missing was taken away.
    pub(super) async fn seals(&self, case_id: CaseId) -> Result<SealsOf, StoreError> {
        let case = self.sealed_case(case_id).await?;
        let signed = reading!(&self.0.database, |conn| {
            signed_heads::table
                .filter(signed_heads::case_id.eq(Key(case_id.0)))
                .select(LastSigned::as_select())
                .load(conn)
                .await?
        });
        Ok(SealsOf { case, signed })
    }

    /// Whether anything else is kept of such a case: whoever opens one has a seat, and lists it.
    pub(super) async fn left_traces(&self, case_id: CaseId) -> Result<bool, StoreError> {
        macro_rules! has_rows {
            ($table:ident) => {{
                let found: Option<Key> = reading!(&self.0.database, |conn| {
                    $table::table
                        .filter($table::case_id.eq(Key(case_id.0)))
                        .select($table::case_id)
                        .first(conn)
                        .await
                        .optional()?
                });
                found.is_some()
            }};
        }
        Ok(has_rows!(standings) || has_rows!(case_access) || has_rows!(signed_heads) || has_rows!(snapshots))
    }

    async fn sealed_case(&self, case_id: CaseId) -> Result<Option<SealedCase>, StoreError> {
        Ok(reading!(&self.0.database, |conn| {
            cases::table.find(Key(case_id.0)).select(SealedCase::as_select()).first(conn).await.optional()?
        }))
    }

    /// Compares headers with seals that were read before them.
    pub(super) async fn compare(
        &self,
        case_id: CaseId,
        case: &str,
        ends: &Ends,
        sealed: &SealsOf,
    ) -> Result<Seals, StoreError> {
        let row = sealed.case.as_ref().ok_or_else(|| altered(format!("the row of case {case} is gone")))?;
        let written = row.version.unsigned_abs();
        if ends.version < written {
            return Err(altered(format!("{} events are there, and {written} were written", ends.version)));
        }
        if ends.version > written {
            // Events and seal are written together: without a new seal nobody of ours wrote them.
            if self.sealed_case(case_id).await?.as_ref() == Some(row) {
                return Err(altered("there are events without a seal"));
            }
            return Ok(Seals::Grown);
        }
        let over = SealedOver { case, order: &ends.order, signed: &sealed.signed_hash() };
        if !row.holds(&self.0.head_keys, over) {
            // Another process may have signed, or withdrawn a command, between the reading of the two.
            if self.sealed_case(case_id).await?.as_ref() != Some(row) {
                return Ok(Seals::Grown);
            }
            return Err(not_as_sealed(case, row));
        }
        for last in &sealed.signed {
            let channel: Channel = last.channel.parse().map_err(altered)?;
            last.check(ends.leaves.get(&channel).map(Vec::as_slice).unwrap_or_default())?;
        }
        Ok(Seals::Same)
    }

    /// The ends of a case up to a version, by its headers alone: the seal says whether they are right.
    pub(super) async fn ends_of_headers(&self, warm: &WarmCase, version: u64) -> Result<Ends, StoreError> {
        type HeaderColumns = (i64, String, i64, Vec<u8>, Option<Vec<u8>>);
        let IdRange { first, last } = self.number(warm).await?.all();
        let mut rows: Vec<HeaderColumns> = reading!(&self.0.database, |conn| {
            events::table
                .filter(events::id.between(first, last))
                .filter(events::version.le(version.cast_signed()))
                .select((events::version, events::channel, events::seq, events::header, events::command))
                .load(conn)
                .await?
        });
        rows.sort_by_key(|(version, ..)| *version);
        if rows.len() as u64 != version {
            return Err(altered(format!("{} events are there, and {version} were written", rows.len())));
        }
        let mut ends = Ends { version, ..Ends::default() };
        let mut last: BTreeMap<Channel, Vec<u8>> = BTreeMap::new();
        for (place, (version, name, seq, header, command)) in (1..).zip(rows) {
            let channel: Channel = name.parse().map_err(altered)?;
            let (leaf, leaves) = (leaf(&header), ends.leaves.entry(channel).or_default());
            leaves.push(leaf);
            if version != place || leaves.len() as u64 != seq.unsigned_abs() {
                return Err(altered(format!("event {seq} of {channel} is out of its place")));
            }
            ends.order = in_order(&ends.order, &leaf, command.as_deref().unwrap_or_default());
            let command = command.map(|stored| StoredCommand::parse(&stored)).transpose()?;
            CommandMade::follow(&mut ends.commands, place.unsigned_abs(), command);
            last.insert(channel, header);
        }
        for (channel, header) in last {
            let at = Header::parse(&header).map_err(|error| altered(format!("{channel}: {error}")))?.at;
            let leaves = ends.leaves.get(&channel).map(Vec::as_slice).unwrap_or_default();
            ends.heads.insert(channel, ChannelHead::of_leaves(leaves, at));
        }
        Ok(ends)
    }
}

pub(super) fn not_as_sealed(case: &str, row: &SealedCase) -> StoreError {
    altered(format!("case {case} is not what was sealed at {} events, or its row was changed", row.version))
}
