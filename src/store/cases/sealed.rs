//! Sealed heads: what is stored is what was written by whoever has the head key (record.md, "Checkpoints").

use super::bytes::{StoredEvent, altered};
use super::command_index::{CommandMade, StoredCommand};
use super::row::SealedCase;
use super::warm::{Leaves, WarmCase};
use crate::store::Store;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::event_id::IdRange;
use crate::store::journal::rows::HeadRow;
use crate::store::schema::{cases, events, heads};
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
    pub heads: BTreeMap<String, SealedHead>,
}

impl SealsOf {
    pub fn is_empty(&self) -> bool {
        self.case.is_none() && self.heads.is_empty()
    }
}

/// The row of a channel's end.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = heads)]
pub(crate) struct SealedHead {
    channel: String,
    size: i64,
    frontier: Vec<u8>,
    seal: Vec<u8>,
    signed_size: i64,
    signed_root: Vec<u8>,
    signed_seal: Vec<u8>,
}

impl SealedHead {
    pub fn size(&self) -> u64 {
        self.size.unsigned_abs()
    }

    /// The head that was signed last; none if none was.
    pub fn signed(&self) -> Result<Option<(u64, Hash)>, StoreError> {
        let (size, root) = self.signed_as_stored()?;
        Ok((size > 0).then_some((size, root)))
    }

    /// Of one that was never signed nothing may be changed either: the seal is over what is there.
    fn signed_as_stored(&self) -> Result<(u64, Hash), StoreError> {
        let root: Hash = self.signed_root.as_slice().try_into().map_err(|_| altered("a signed root"))?;
        let size = u64::try_from(self.signed_size).map_err(|_| altered("a signed size"))?;
        Ok((size, root))
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
        self.order = in_order(&self.order, &stored.leaf);
        self.version = stored.version;
        CommandMade::follow(&mut self.commands, stored.version, stored.command);
        Ok(())
    }
}

impl Store {
    /// The row of a channel's end, sealed.
    pub(super) fn head_row(&self, case: &str, channel: &str, head: &ChannelHead) -> HeadRow {
        let keys = &self.0.head_keys;
        HeadRow {
            channel: channel.to_owned(),
            size: head.size().cast_signed(),
            frontier: head.frontier_bytes(),
            seal: keys.seal(case, channel, head).to_vec(),
            unsigned_seal: keys.seal_signed(case, channel, 0, &[0; 32]).to_vec(),
        }
    }

    /// The seals of a case: read them before what they seal, so that what is missing was taken away.
    pub(super) async fn seals(&self, case_id: CaseId) -> Result<SealsOf, StoreError> {
        let case = self.sealed_case(case_id).await?;
        let rows: Vec<SealedHead> = reading!(&self.0.database, |conn| {
            heads::table.filter(heads::case_id.eq(Key(case_id.0))).select(SealedHead::as_select()).load(conn).await?
        });
        Ok(SealsOf { case, heads: rows.into_iter().map(|row| (row.channel.clone(), row)).collect() })
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
        self.check_row(case, row, &ends.order)?;
        self.compare_heads(case, ends, &sealed.heads)?;
        Ok(Seals::Same)
    }

    /// Each channel ends as it was sealed, and none is without a seal.
    pub(super) fn compare_heads(
        &self,
        case: &str,
        ends: &Ends,
        sealed: &BTreeMap<String, SealedHead>,
    ) -> Result<(), StoreError> {
        for (name, row) in sealed {
            let channel: Channel = name.parse().map_err(|_| altered(format!("a seal of a channel {name}")))?;
            let size = row.size.unsigned_abs();
            let head = ends.heads.get(&channel).filter(|head| head.size() == size && size > 0);
            let Some((head, leaves)) = head.zip(ends.leaves.get(&channel)) else {
                let there = ends.leaves.get(&channel).map_or(0, Vec::len);
                return Err(altered(format!("{name} has {there} events, and {size} were written")));
            };
            if head.frontier_bytes() != row.frontier || !self.0.head_keys.holds(case, name, head, &row.seal) {
                return Err(altered(format!("{name} is not what was sealed at {size} events")));
            }
            self.check_signed(case, row, leaves)?;
        }
        if ends.heads.len() != sealed.len() {
            return Err(altered("there are events without a seal"));
        }
        Ok(())
    }

    /// The row of the case is sealed, and with it the order of these events.
    pub(super) fn check_row(&self, case: &str, row: &SealedCase, order: &Hash) -> Result<(), StoreError> {
        if row.holds(&self.0.head_keys, case, order) {
            return Ok(());
        }
        Err(altered(format!("case {case} is not what was sealed at {} events, or its row was changed", row.version)))
    }

    /// The head that was signed last is one that this record had.
    pub(super) fn check_signed(&self, case: &str, row: &SealedHead, leaves: &[Hash]) -> Result<(), StoreError> {
        let (size, root) = row.signed_as_stored()?;
        if !self.0.head_keys.holds_signed(case, &row.channel, (size, &root), &row.signed_seal) {
            return Err(altered(format!(
                "the head of {} that was signed last is not the one that is stored",
                row.channel
            )));
        }
        acordo_record::may_sign(row.signed()?, leaves).map_err(|refused| altered(format!("{}: {refused}", row.channel)))
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
            ends.order = in_order(&ends.order, &leaf);
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
