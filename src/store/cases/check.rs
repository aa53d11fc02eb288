//! Checks that a stored case is intact.

use super::bytes::{altered, checked_origins, checked_part};
use super::load::{EventRange, StoredPart};
use super::sealed::{Ends, SEAL_PAUSE, SEAL_TRIES, Seals};
use super::warm::WarmCase;
use crate::store::Store;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::event_id::{CaseNumber, IdRange};
use crate::store::schema::{cases, events};
use crate::store::sql::Key;
use acordo_domain::case::apply::apply;
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_record::{Hash, Header, PartName, Salt, Time, leaf};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::BTreeMap;

/// What `verify_case` looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    pub events: u64,
    pub parts: u64,
    /// Size of each channel.
    pub heads: BTreeMap<Channel, u64>,
}

/// A part with its salt, as bundles open it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPart {
    pub salt: Salt,
    pub bytes: Vec<u8>,
}

/// One event of a channel as it is stored, for bundles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordLine {
    pub seq: u64,
    pub kind: String,
    pub header: Vec<u8>,
    /// All of its parts.
    pub parts: BTreeMap<PartName, OpenPart>,
}

type LineColumns = (i64, Vec<u8>, StoredPart, StoredPart, StoredPart, StoredPart);

impl Store {
    /// A channel as the record holds it. It checks no rights: the caller's profile decides what leaves.
    pub async fn record_lines(&self, case_id: CaseId, channel: Channel) -> Result<Vec<RecordLine>, StoreError> {
        self.case(case_id).await?;
        self.known_lines(&self.0.warm.get(case_id), channel).await
    }

    /// The same of a loaded case: every header is the known one, and every part what its header commits to.
    pub(super) async fn known_lines(&self, warm: &WarmCase, channel: Channel) -> Result<Vec<RecordLine>, StoreError> {
        let known = warm.with_leaves(|leaves| leaves.get(&channel).cloned().unwrap_or_default());
        let IdRange { first, last } = self.number(warm).await?.between(channel, 0, known.len() as u64)?;
        let rows: Vec<LineColumns> = reading!(&self.0.database, |conn| {
            events::table
                .filter(events::id.between(first, last))
                .order(events::id)
                .select((
                    events::seq,
                    events::header,
                    events::author,
                    events::content,
                    events::origin,
                    events::evidence,
                ))
                .load(conn)
                .await?
        });
        if rows.len() != known.len() {
            return Err(altered(format!("{channel} has {} events, and {} were written", rows.len(), known.len())));
        }
        rows.into_iter().zip(known).map(|(columns, leaf)| record_line(columns, &leaf)).collect()
    }

    /// Reads everything of a case again: every header, part and salt, the chain of each channel, the seal over the
    /// whole, gap-free order, and that folding the events gives the committed state.
    pub async fn verify_case(&self, case_id: CaseId) -> Result<Checked, StoreError> {
        for _ in 0..SEAL_TRIES {
            if let Some(checked) = self.verify_once(case_id).await? {
                return Ok(checked);
            }
            tokio::time::sleep(SEAL_PAUSE).await;
        }
        Err(StoreError::Busy)
    }

    /// None where an append came in between.
    async fn verify_once(&self, case_id: CaseId) -> Result<Option<Checked>, StoreError> {
        let committed = self.case(case_id).await?;
        let sealed = self.seals(case_id).await?;
        let events = self.stored_events(&self.0.warm.get(case_id), EventRange::After(0)).await?;
        let mut ends = Ends::default();
        events.iter().try_for_each(|stored| ends.follow(stored))?;
        if self.compare(case_id, &case_id.to_string(), &ends, &sealed).await? == Seals::Grown {
            return Ok(None);
        }
        // Events may have been appended since: the states are compared at the version of the committed one.
        let committed_events: u64 = ends.heads.keys().map(|channel| committed.size(*channel)).sum();
        let mut agrees = false;
        let mut fresh = Case::new(case_id);
        let mut checked = Checked::default();
        for stored in &events {
            apply(&mut fresh, &stored.event()?);
            checked.events += 1;
            agrees |= checked.events == committed_events && fresh == *committed;
        }
        for channel in ends.heads.keys() {
            for line in self.record_lines(case_id, *channel).await? {
                checked.parts += line.parts.len() as u64;
            }
        }
        if !agrees {
            return Err(altered(format!("folding the events of {case_id} gives another state than is shown")));
        }
        checked.heads = ends.heads.iter().map(|(channel, head)| (*channel, head.size())).collect();
        Ok(Some(checked))
    }

    /// Cases of which other tables hold rows and the table of cases none, each with such a table: somebody took the row
    /// of the case away.
    pub async fn strays(&self) -> Result<Vec<(CaseId, &'static str)>, StoreError> {
        let mut found = Vec::new();
        macro_rules! look {
            ($($table:ident)*) => { $( {
                use crate::store::schema::$table;
                let ids: Vec<Key> = reading!(&self.0.database, |conn| {
                    $table::table
                        .filter($table::case_id.ne_all(cases::table.select(cases::case_id)))
                        .select($table::case_id)
                        .distinct()
                        .order($table::case_id)
                        .load(conn)
                        .await?
                });
                found.extend(ids.into_iter().map(|key| (CaseId(key.0), stringify!($table))));
            } )* };
        }
        look!(signed_heads snapshots case_rows case_access standings owed documents evidence reads register unlisted withdrawn_commands);
        found.extend(self.stray_events().await?.into_iter().map(|case| (case, "events")));
        // A letter may be of no case: a link to sign in, a complaint that is to be confirmed.
        found.retain(|(case, table)| *table != "owed" || !case.0.is_nil());
        for (case, table) in &found {
            drop(altered(format!("the row of case {case} is gone, and {table} has rows of it")));
        }
        Ok(found)
    }

    /// Cases with events whose ids lie outside the ranges of all cases.
    async fn stray_events(&self) -> Result<Vec<CaseId>, StoreError> {
        let numbers: Vec<i64> = reading!(&self.0.database, |conn| {
            cases::table.filter(cases::number.gt(0)).order(cases::number).select(cases::number).load(conn).await?
        });
        let mut found = Vec::new();
        let mut first = i64::MIN;
        let ranges = numbers.into_iter().filter_map(|number| Some(CaseNumber::new(number).ok()?.all()));
        let after_all = IdRange { first: i64::MAX, last: i64::MAX };
        for range in ranges.chain([after_all]) {
            while first < range.first {
                let stray: Option<(i64, Key)> = reading!(&self.0.database, |conn| {
                    events::table
                        .filter(events::id.ge(first).and(events::id.lt(range.first)))
                        .order(events::id)
                        .select((events::id, events::case_id))
                        .first(conn)
                        .await
                        .optional()?
                });
                let Some((id, case)) = stray else { break };
                found.push(CaseId(case.0));
                first = IdRange::of_the_case_of(id).last.saturating_add(1);
            }
            first = range.last.saturating_add(1);
        }
        Ok(found)
    }

    /// The root of a channel at a size.
    pub async fn root_at(&self, case_id: CaseId, channel: Channel, size: u64) -> Result<Hash, StoreError> {
        self.case(case_id).await?;
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let warm = self.0.warm.get(case_id);
        let root = warm.with_leaves(|leaves| Some(acordo_record::tree::root(leaves.get(&channel)?.get(..size)?)));
        root.ok_or(StoreError::NotFound)
    }

    /// The end of a channel: size, root and last time.
    pub async fn channel_end(
        &self,
        case_id: CaseId,
        channel: Channel,
    ) -> Result<(u64, Hash, Option<Time>), StoreError> {
        let warm = self.0.warm.get(case_id);
        let writer = self.lock_writer(&warm).await?;
        let head = writer.heads.get(&channel).cloned().unwrap_or_default();
        Ok((head.size(), head.root(), head.last_at()))
    }
}

fn record_line(columns: LineColumns, known: &Hash) -> Result<RecordLine, StoreError> {
    let (seq, header, author, content, origin, evidence) = columns;
    let read = Header::parse(&header).ok().filter(|_| leaf(&header) == *known);
    let read = read.ok_or_else(|| altered(format!("event {seq} is not the one that was written")))?;
    let named = [(PartName::Author, author), (PartName::Content, content), (PartName::Evidence, evidence)];
    let mut parts = BTreeMap::new();
    for (name, stored) in named {
        if let Some((bytes, salt)) = checked_part(&read, name, stored)? {
            parts.insert(name, OpenPart { salt, bytes });
        }
    }
    for (name, bytes, salt) in checked_origins(&read, origin)? {
        parts.insert(name, OpenPart { salt, bytes });
    }
    Ok(RecordLine { seq: read.seq, kind: read.kind, header, parts })
}
