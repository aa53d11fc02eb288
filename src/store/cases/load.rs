//! From rows to a warm case: the latest snapshot, then the events after it.

use super::bytes::{EventParts, StoredEvent, altered, checked_part, corrupt};
use super::command_index::StoredCommand;
use super::row::SealedCase;
use super::sealed::{Ends, SEAL_PAUSE, SEAL_TRIES, Seals, SealsOf};
use super::warm::{CaseWriter, Leaves, WarmCase};
use super::{Recorded, SNAPSHOT_FORM};
use crate::store::Store;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::event_id::CaseNumber;
use crate::store::schema::{cases, events, snapshots};
use crate::store::sql::{At, Key};
use acordo_domain::case::apply::apply;
use acordo_domain::case::event::FactKind;
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_record::{Header, PartName, leaf};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tokio::sync::OwnedMutexGuard;

/// What a snapshot holds.
#[derive(Debug, Serialize, Deserialize)]
struct Snapshot {
    case: Case,
}

#[derive(Serialize)]
struct SnapshotOf<'a> {
    case: &'a Case,
}

/// A fold as it is kept. The ends of the channels are always read from the headers.
pub(super) fn snapshot(case: &Case) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(&SnapshotOf { case }).map_err(corrupt)
}

pub(super) type StoredPart = Option<Vec<u8>>;
type EventColumns = (
    (i64, Key),
    (i64, String, i64, String, String, At, Vec<u8>),
    (StoredPart, StoredPart, StoredPart),
    Option<Vec<u8>>,
);

/// Which events of a case.
#[derive(Debug, Clone)]
pub(crate) enum EventRange {
    After(u64),
    /// `count` events from this version on.
    Versions(u64, u64),
    /// A channel, above and up to.
    Channel(Channel, u64, u64),
    /// All but what is known, so much of each channel, up to a version.
    News {
        known: Vec<(Channel, u64)>,
        up_to: u64,
    },
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
        if writer.unkept {
            self.keep_checkpoints(warm, &mut writer).await?;
        }
        Ok(writer)
    }

    #[tracing::instrument(skip_all, fields(case = %warm.id))]
    async fn load(&self, warm: &Arc<WarmCase>, writer: &mut CaseWriter) -> Result<(), StoreError> {
        for _ in 0..SEAL_TRIES {
            let sealed = self.seals(warm.id).await?;
            let Some(row) = sealed.case.as_ref() else {
                return Err(if self.left_traces(warm.id).await? {
                    altered(format!("the row of case {} is gone", warm.name))
                } else {
                    StoreError::NotFound
                });
            };
            let number = CaseNumber::new(row.number).map_err(altered)?;
            warm.number.get_or_init(|| number);
            let Unfolded { mut case, ends, events, snapshot_version } = self.unfolded(warm).await?;
            if self.compare(warm.id, &warm.name, &ends, &sealed).await? == Seals::Grown {
                tokio::time::sleep(SEAL_PAUSE).await;
                continue;
            }
            for stored in &events {
                apply(&mut case, &stored.event()?);
            }
            self.know_withdrawn(warm.id, writer, sealed.case.as_ref()).await?;
            writer.signed = sealed.signed_hash();
            writer.row = sealed.case;
            writer.order = ends.order;
            writer.version = ends.version;
            ends.commands.into_iter().for_each(|made| writer.commands.add(made));
            writer.snapshot_version = snapshot_version;
            writer.unkept = case.procedure.concluded.is_some();
            writer.speculative = case.clone();
            writer.heads = ends.heads;
            writer.loaded = true;
            writer.may_be_stale = false;
            warm.set_leaves(ends.leaves);
            warm.set_committed(case, ends.version);
            self.0.warm.keep(warm);
            return Ok(());
        }
        Err(StoreError::Busy)
    }

    /// Reads what a case is folded from. What the events say is not looked at before the seals are.
    async fn unfolded(&self, warm: &WarmCase) -> Result<Unfolded, StoreError> {
        let stored: Option<(i64, i64, Vec<u8>, Vec<u8>)> = reading!(&self.0.database, |conn| {
            snapshots::table
                .find(Key(warm.id.0))
                .select((snapshots::version, snapshots::form, snapshots::state, snapshots::seal))
                .first(conn)
                .await
                .optional()?
        });
        let known = stored.filter(|(_, form, ..)| *form == SNAPSHOT_FORM).and_then(|(version, _, state, seal)| {
            let version = version.unsigned_abs();
            if !self.0.head_keys.holds_fold(&warm.name, version, &state, &seal) {
                tracing::error!(case = %warm.id, "the snapshot is not what was written; the case is folded anew");
                return None;
            }
            Some((version, serde_json::from_slice::<Snapshot>(&state).ok()?.case))
        });
        let (snapshot_version, case) = known.unwrap_or_else(|| (0, Case::new(warm.id)));
        let mut ends = Ends::default();
        if snapshot_version > 0 {
            ends = self.ends_of_headers(warm, snapshot_version).await?;
        }
        let events = self.stored_events(warm, EventRange::After(snapshot_version)).await?;
        events.iter().try_for_each(|stored| ends.follow(stored))?;
        Ok(Unfolded { case, ends, events, snapshot_version })
    }

    /// Applies what other processes committed, and tells the watchers.
    pub(super) async fn catch_up(&self, warm: &Arc<WarmCase>, writer: &mut CaseWriter) -> Result<(), StoreError> {
        for _ in 0..SEAL_TRIES {
            let sealed = self.seals(warm.id).await?;
            let news = self.news(warm, writer, &sealed).await?;
            let leaves = warm.with_leaves(Clone::clone);
            let (version, order) = (writer.version, writer.order);
            let mut ends = Ends { version, order, heads: writer.heads.clone(), leaves, commands: Vec::new() };
            news.iter().try_for_each(|stored| ends.follow(stored))?;
            if self.compare(warm.id, &warm.name, &ends, &sealed).await? == Seals::Grown {
                tokio::time::sleep(SEAL_PAUSE).await;
                continue;
            }
            let told = recorded(warm.id, &news)?;
            self.know_withdrawn(warm.id, writer, sealed.case.as_ref()).await?;
            if sealed.case != writer.row {
                // What another process wrote to the lists and of the dates is not known here.
                (writer.listed, writer.head, writer.unlisted) = (None, None, false);
            }
            writer.signed = sealed.signed_hash();
            writer.row = sealed.case;
            ends.commands.into_iter().for_each(|made| writer.commands.add(made));
            if let Some(last) = told.last() {
                writer.order = ends.order;
                writer.version = last.version;
                writer.heads = ends.heads;
                warm.set_leaves(ends.leaves);
                warm.with_committed(|before| self.0.watchers.announce(before, &told));
                writer.unkept |= told.iter().any(|recorded| recorded.event.kind == FactKind::AgreementConcluded);
                warm.update_committed(last.version, |case| {
                    told.iter().for_each(|recorded| apply(case, &recorded.event));
                });
                warm.with_committed(|case| self.0.watchers.tell(case, &told));
            }
            if let Some(committed) = warm.with_committed(Case::clone) {
                writer.speculative = committed;
            }
            writer.may_be_stale = false;
            return Ok(());
        }
        Err(StoreError::Busy)
    }

    /// What was appended since, up to what is sealed: each channel from the end that is known here.
    async fn news(
        &self,
        warm: &WarmCase,
        writer: &CaseWriter,
        sealed: &SealsOf,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        // Where nobody of ours moved the case, there are no news that somebody of ours wrote.
        let up_to = match &sealed.case {
            row if *row == writer.row => i64::MAX.unsigned_abs(),
            row => row.as_ref().map_or(0, |row| row.version.unsigned_abs()),
        };
        let known = writer.heads.iter().map(|(channel, head)| (*channel, head.size())).collect();
        self.stored_events(warm, EventRange::News { known, up_to }).await
    }

    /// Reads again which commands were withdrawn, where their number moved.
    async fn know_withdrawn(
        &self,
        case_id: CaseId,
        writer: &mut CaseWriter,
        row: Option<&SealedCase>,
    ) -> Result<(), StoreError> {
        let withdrawals = row.map_or(0, |row| row.withdrawals);
        if withdrawals != writer.commands.withdrawals {
            let withdrawn = self.withdrawn_commands(case_id).await?;
            writer.commands.set_withdrawn(withdrawals, withdrawn);
        }
        Ok(())
    }

    /// What the ids of a case's events begin with.
    pub(super) async fn number(&self, warm: &WarmCase) -> Result<CaseNumber, StoreError> {
        if let Some(number) = warm.number.get() {
            return Ok(*number);
        }
        let number: Option<i64> = reading!(&self.0.database, |conn| {
            cases::table.find(Key(warm.id.0)).select(cases::number).first(conn).await.optional()?
        });
        let number = CaseNumber::new(number.ok_or(StoreError::NotFound)?).map_err(altered)?;
        Ok(*warm.number.get_or_init(|| number))
    }

    /// The case's version in the database; 0 if there is no such case.
    pub(crate) async fn stored_version(&self, case_id: CaseId) -> Result<u64, StoreError> {
        let version: Option<i64> = reading!(&self.0.database, |conn| {
            cases::table.find(Key(case_id.0)).select(cases::version).first(conn).await.optional()?
        });
        Ok(version.unwrap_or(0).unsigned_abs())
    }

    /// In the order of a channel, or of the case.
    pub(crate) async fn stored_events(
        &self,
        warm: &WarmCase,
        which: EventRange,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let number = self.number(warm).await?;
        let (ids, versions) = match &which {
            EventRange::After(version) => (vec![number.all()], (version.cast_signed() + 1, i64::MAX)),
            EventRange::Versions(first, count) => {
                (vec![number.all()], (first.cast_signed(), (first + count).cast_signed() - 1))
            }
            EventRange::Channel(channel, above, up_to) => {
                (vec![number.between(*channel, *above, *up_to)?], (1, i64::MAX))
            }
            EventRange::News { known, up_to } => (number.all_but(known)?, (1, up_to.cast_signed())),
        };
        let mut rows: Vec<EventColumns> = reading!(&self.0.database, |conn| {
            let mut query = events::table
                .order(events::id)
                .select((
                    (events::id, events::case_id),
                    (
                        events::version,
                        events::channel,
                        events::seq,
                        events::kind,
                        events::seat,
                        events::at,
                        events::header,
                    ),
                    (events::author, events::content, events::evidence),
                    events::command,
                ))
                .into_boxed();
            for range in &ids {
                let these = events::id.between(range.first, range.last);
                query = query.or_filter(these.and(events::version.between(versions.0, versions.1)));
            }
            query.load(conn).await?
        });
        if !matches!(which, EventRange::Channel(..)) {
            // Sorting rows here costs less than having the database sort them with all that they hold.
            rows.sort_by_key(|(_, (version, ..), ..)| *version);
        }
        rows.into_iter().map(|columns| stored_event(warm, number, columns)).collect()
    }

    /// Stored events whose headers are those that this process knows.
    #[tracing::instrument(skip_all, fields(case = %warm.id))]
    pub(super) async fn known_events(
        &self,
        warm: &Arc<WarmCase>,
        which: EventRange,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let stored = self.stored_events(warm, which.clone()).await?;
        let further = warm.with_leaves(|leaves| {
            let known = |event: &StoredEvent| event.channel.parse().ok().and_then(|channel| leaves.get(&channel));
            stored.iter().any(|event| known(event).is_none_or(|leaves| event.seq > leaves.len() as u64))
        });
        if further {
            // Another process wrote meanwhile, or somebody who must not.
            let mut writer = warm.writer.clone().lock_owned().await;
            writer.may_be_stale = true;
            drop(writer);
            drop(self.lock_writer(warm).await?);
        }
        warm.with_leaves(|leaves| check_known(leaves, &stored, &which))?;
        Ok(stored)
    }
}

/// The headers are the known ones, and none is missing between them.
fn check_known(leaves: &Leaves, stored: &[StoredEvent], which: &EventRange) -> Result<(), StoreError> {
    for event in stored {
        let channel: Channel = event.channel.parse().map_err(altered)?;
        let place = usize::try_from(event.seq).ok().and_then(|seq| seq.checked_sub(1));
        let known = place.and_then(|place| leaves.get(&channel)?.get(place));
        if known != Some(&event.leaf) {
            return Err(altered(format!("event {} of {channel} is not the one that was written", event.seq)));
        }
    }
    let wanted = match which {
        EventRange::After(_) | EventRange::News { .. } => return Ok(()),
        EventRange::Versions(_, count) => *count,
        EventRange::Channel(channel, above, up_to) => {
            let size = leaves.get(channel).map_or(0, |leaves| leaves.len() as u64);
            size.min(*up_to).saturating_sub(*above)
        }
    };
    if stored.len() as u64 == wanted {
        Ok(())
    } else {
        Err(altered(format!("{} events are there, and {wanted} were written", stored.len())))
    }
}

/// One row as an event. What it says comes from the header, and from parts that the header commits to; the other
/// columns are copies.
fn stored_event(warm: &WarmCase, number: CaseNumber, columns: EventColumns) -> Result<StoredEvent, StoreError> {
    let ((id, case), event, (author, content, evidence), command) = columns;
    let (version, channel, seq, kind, seat, at, header) = event;
    let place = format!("{channel} {seq}");
    let known = Header::parse(&header).map_err(|error| altered(format!("the header of {place}: {error}")))?;
    let (version, seq) = (version.unsigned_abs(), seq.unsigned_abs());
    let its_id = channel.parse().ok().and_then(|channel| number.event(channel, seq).ok());
    let same = known.case == warm.name
        && case.0 == warm.id.0
        && its_id == Some(id)
        && known.channel == channel
        && known.seq == seq
        && known.kind == kind
        && known.seat == seat
        && known.at.unix_millis() == at.0.millis();
    if !same {
        return Err(altered(format!("the columns of {place} are not what its header says")));
    }
    let text = |name, stored| {
        let part = checked_part(&known, name, stored)?;
        part.map(|(bytes, _)| String::from_utf8(bytes)).transpose().map_err(altered)
    };
    // Origins are for no reader of the channel.
    let parts = EventParts {
        author: text(PartName::Author, author)?,
        content: text(PartName::Content, content)?,
        evidence: text(PartName::Evidence, evidence)?,
    };
    let command = command.map(|stored| StoredCommand::parse(&stored)).transpose()?;
    let (at, leaf, prev) = (at.0, leaf(&header), known.prev);
    Ok(StoredEvent { version, channel, seq, kind, seat, at, leaf, prev, parts, command })
}

/// A case as its rows give it: a fold that was kept, and the events since.
struct Unfolded {
    case: Case,
    ends: Ends,
    events: Vec<StoredEvent>,
    snapshot_version: u64,
}

pub(super) fn recorded(case_id: CaseId, stored: &[StoredEvent]) -> Result<Vec<Arc<Recorded>>, StoreError> {
    stored.iter().map(|event| event.recorded(case_id).map(Arc::new)).collect()
}
