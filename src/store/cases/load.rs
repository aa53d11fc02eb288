//! From rows to a warm case: the latest snapshot, then the events after it.

use super::bytes::{EventParts, StoredEvent, corrupt, part_text};
use super::warm::{CaseWriter, WarmCase};
use super::{Recorded, SNAPSHOT_FORM};
use crate::store::Store;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::{cases, events, snapshots};
use crate::store::sql::{At, Key};
use acordo_domain::case::apply::apply;
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_record::{ChannelHead, Time, leaf};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::OwnedMutexGuard;

/// What a snapshot holds.
#[derive(Debug, Serialize, Deserialize)]
struct Snapshot {
    case: Case,
    heads: BTreeMap<Channel, ChannelHead>,
}

#[derive(Serialize)]
struct SnapshotOf<'a> {
    case: &'a Case,
    heads: &'a BTreeMap<Channel, ChannelHead>,
}

pub(super) fn snapshot(case: &Case, heads: &BTreeMap<Channel, ChannelHead>) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(&SnapshotOf { case, heads }).map_err(corrupt)
}

pub(super) type StoredPart = Option<Vec<u8>>;
type EventColumns = (i64, String, i64, String, String, At, Vec<u8>, StoredPart, StoredPart, StoredPart);

/// Which events of a case.
#[derive(Debug, Clone)]
pub(crate) enum EventRange {
    After(u64),
    /// `count` events from this version on.
    Versions(u64, u64),
    /// A channel, above and up to.
    Channel(String, u64, u64),
}

impl Store {
    /// Locks the writer of an existing case, loading it or catching up first where needed.
    pub(crate) async fn lock_writer(&self, warm: &Arc<WarmCase>) -> Result<OwnedMutexGuard<CaseWriter>, StoreError> {
        let mut writer = warm.writer.clone().lock_owned().await;
        if !writer.loaded {
            self.load(warm, &mut writer).await?;
        } else if writer.may_be_stale {
            self.catch_up(warm, &mut writer).await?;
        }
        Ok(writer)
    }

    async fn load(&self, warm: &Arc<WarmCase>, writer: &mut CaseWriter) -> Result<(), StoreError> {
        let stored: Option<(i64, i64, Vec<u8>)> = reading!(&self.0.database, |conn| {
            snapshots::table
                .find(Key(warm.id.0))
                .select((snapshots::version, snapshots::form, snapshots::state))
                .first(conn)
                .await
                .optional()?
        });
        let known = stored.filter(|(_, form, _)| *form == SNAPSHOT_FORM).and_then(|(version, _, state)| {
            let snapshot = serde_json::from_slice::<Snapshot>(&state).ok()?;
            Some((version.unsigned_abs(), snapshot))
        });
        let (version, mut case, mut heads) = match known {
            Some((version, snapshot)) => (version, snapshot.case, snapshot.heads),
            None => (0, Case::new(warm.id), BTreeMap::new()),
        };
        let news = self.stored_events(warm.id, EventRange::After(version)).await?;
        let mut at = version;
        for stored in &news {
            at = stored.version;
            replay(&mut heads, stored)?;
            apply(&mut case, &stored.event()?);
        }
        if at == 0 {
            return Err(StoreError::NotFound);
        }
        writer.version = at;
        writer.snapshot_version = version;
        writer.speculative = case.clone();
        writer.heads = heads;
        writer.loaded = true;
        writer.may_be_stale = false;
        warm.set_committed(case, at);
        self.0.warm.keep(warm);
        Ok(())
    }

    /// Applies what other processes committed, and tells the watchers.
    pub(super) async fn catch_up(&self, warm: &Arc<WarmCase>, writer: &mut CaseWriter) -> Result<(), StoreError> {
        let news = self.stored_events(warm.id, EventRange::After(writer.version)).await?;
        let mut told = Vec::with_capacity(news.len());
        for stored in &news {
            replay(&mut writer.heads, stored)?;
            told.push(Arc::new(stored.recorded(warm.id)?));
        }
        if let Some(last) = told.last() {
            writer.version = last.version;
            // What another process wrote to the lists is not known here.
            writer.listed = None;
            writer.head = None;
            warm.update_committed(last.version, |case| told.iter().for_each(|recorded| apply(case, &recorded.event)));
            warm.with_committed(|case| self.0.watchers.tell(case, &told));
        }
        if let Some(committed) = warm.with_committed(Case::clone) {
            writer.speculative = committed;
        }
        writer.may_be_stale = false;
        Ok(())
    }

    /// The case's version in the database; 0 if there is no such case.
    pub(crate) async fn stored_version(&self, case_id: CaseId) -> Result<u64, StoreError> {
        let version: Option<i64> = reading!(&self.0.database, |conn| {
            cases::table.find(Key(case_id.0)).select(cases::version).first(conn).await.optional()?
        });
        Ok(version.unwrap_or(0).unsigned_abs())
    }

    pub(crate) async fn stored_events(
        &self,
        case_id: CaseId,
        which: EventRange,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let of_case = events::table.filter(events::case_id.eq(Key(case_id.0))).select((
            events::version,
            events::channel,
            events::seq,
            events::kind,
            events::seat,
            events::at,
            events::header,
            events::author,
            events::content,
            events::evidence,
        ));
        let rows: Vec<EventColumns> = reading!(&self.0.database, |conn| {
            match which {
                EventRange::After(version) => {
                    of_case.filter(events::version.gt(version.cast_signed())).order(events::version).load(conn).await?
                }
                EventRange::Versions(first, count) => {
                    of_case
                        .filter(events::version.ge(first.cast_signed()))
                        .filter(events::version.lt((first + count).cast_signed()))
                        .order(events::version)
                        .load(conn)
                        .await?
                }
                EventRange::Channel(channel, above, up_to) => {
                    of_case
                        .filter(events::channel.eq(channel))
                        .filter(events::seq.gt(above.min(i64::MAX as u64).cast_signed()))
                        .filter(events::seq.le(up_to.min(i64::MAX as u64).cast_signed()))
                        .order(events::seq)
                        .load(conn)
                        .await?
                }
            }
        });
        rows.into_iter().map(stored_event).collect()
    }
}

fn stored_event(columns: EventColumns) -> Result<StoredEvent, StoreError> {
    let (version, channel, seq, kind, seat, at, header, author, content, evidence) = columns;
    // Origins are for no reader of the channel.
    let parts = EventParts { author: part_text(author)?, content: part_text(content)?, evidence: part_text(evidence)? };
    let (version, seq, at) = (version.unsigned_abs(), seq.unsigned_abs(), at.0);
    Ok(StoredEvent { version, channel, seq, kind, seat, at, header, parts })
}

fn replay(heads: &mut BTreeMap<Channel, ChannelHead>, stored: &StoredEvent) -> Result<(), StoreError> {
    let channel: Channel = stored.channel.parse().map_err(corrupt)?;
    let at = Time::from_unix_millis(stored.at.millis()).map_err(corrupt)?;
    heads.entry(channel).or_default().replay(leaf(&stored.header), at);
    Ok(())
}

pub(super) fn recorded(case_id: CaseId, stored: &[StoredEvent]) -> Result<Vec<Arc<Recorded>>, StoreError> {
    stored.iter().map(|event| event.recorded(case_id).map(Arc::new)).collect()
}
