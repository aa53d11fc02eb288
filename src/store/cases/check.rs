//! Checks that a stored case is intact, and signs the ends of channels.

use super::bytes::{corrupt, opened_part};
use super::load::{EventRange, StoredPart};
use crate::store::Store;
use crate::store::connect::{reading, transaction};
use crate::store::error::StoreError;
use crate::store::schema::{checkpoints, events};
use crate::store::sql::{At, Key};
use acordo_domain::case::apply::apply;
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_record::{ChannelHead, Checkpoint, Hash, Header, PartName, Salt, Slot, Time, commitment, leaf, may_sign};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::{BTreeMap, BTreeSet};

/// What `verify_case` looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    pub events: u64,
    pub parts: u64,
    pub erased: u64,
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
    /// What is left of its parts; an erased one is absent.
    pub parts: BTreeMap<PartName, OpenPart>,
}

type LineColumns = (i64, String, Vec<u8>, StoredPart, StoredPart, StoredPart, StoredPart);

impl Store {
    /// A channel as the record holds it. It checks no rights: the caller's profile decides what leaves.
    pub async fn record_lines(&self, case_id: CaseId, channel: Channel) -> Result<Vec<RecordLine>, StoreError> {
        let rows: Vec<LineColumns> = reading!(&self.0.database, |conn| {
            events::table
                .filter(events::case_id.eq(Key(case_id.0)))
                .filter(events::channel.eq(channel.to_string()))
                .order(events::seq)
                .select((
                    events::seq,
                    events::kind,
                    events::header,
                    events::author,
                    events::content,
                    events::origin,
                    events::evidence,
                ))
                .load(conn)
                .await?
        });
        rows.into_iter().map(record_line).collect()
    }

    /// Reads everything of a case again: every header, part and salt, the chain of each channel,
    /// gap-free order, and that folding the events gives the committed state.
    pub async fn verify_case(&self, case_id: CaseId) -> Result<Checked, StoreError> {
        let committed = self.case(case_id).await?;
        let events = self.stored_events(case_id, EventRange::After(0)).await?;
        let channels = events.iter().map(|stored| stored.channel.parse().map_err(corrupt));
        let channels = channels.collect::<Result<BTreeSet<Channel>, StoreError>>()?;
        // Other processes may have written since: the states are compared at the version of the committed one.
        let committed_events: u64 = channels.iter().map(|channel| committed.size(*channel)).sum();
        let mut agrees = false;
        let mut fresh = Case::new(case_id);
        let mut leaves: BTreeMap<Channel, (u64, Hash)> = BTreeMap::new();
        let mut checked = Checked::default();
        for (place, stored) in events.iter().enumerate() {
            let header = Header::parse(&stored.header).map_err(corrupt)?;
            let channel: Channel = stored.channel.parse().map_err(corrupt)?;
            let (size, last) = leaves.get(&channel).copied().unwrap_or((0, [0; 32]));
            let fits = stored.version == place as u64 + 1
                && header.case == case_id.to_string()
                && header.channel == stored.channel
                && header.seq == stored.seq
                && header.kind == stored.kind
                && header.seat == stored.seat
                && header.at.unix_millis() == stored.at.millis()
                && header.seq == size + 1
                && header.prev == last;
            if !fits {
                return Err(corrupt(format!("event {} of {case_id} breaks its chain", stored.version)));
            }
            leaves.insert(channel, (header.seq, leaf(&stored.header)));
            apply(&mut fresh, &stored.event()?);
            checked.events += 1;
            agrees |= checked.events == committed_events && fresh == *committed;
        }
        for channel in leaves.keys() {
            self.check_parts(case_id, *channel, &mut checked).await?;
        }
        if !agrees {
            return Err(corrupt(format!("folding the events of {case_id} gives another state than is shown")));
        }
        checked.heads = leaves.into_iter().map(|(channel, (size, _))| (channel, size)).collect();
        Ok(checked)
    }

    async fn check_parts(&self, case_id: CaseId, channel: Channel, checked: &mut Checked) -> Result<(), StoreError> {
        let (case_id, channel_name) = (case_id.to_string(), channel.to_string());
        for line in self.record_lines(CaseId(case_id.parse().map_err(corrupt)?), channel).await? {
            let header = Header::parse(&line.header).map_err(corrupt)?;
            let slot = Slot { case: &case_id, channel: &channel_name, seq: line.seq, kind: &header.kind };
            for (name, promised) in &header.parts {
                match line.parts.get(name) {
                    None => checked.erased += 1,
                    Some(part) if commitment(slot, *name, &part.salt, &part.bytes) == *promised => checked.parts += 1,
                    Some(_) => return Err(corrupt(format!("a part of {channel} {} was changed", line.seq))),
                }
            }
            if line.parts.keys().any(|name| !header.parts.contains_key(name)) {
                return Err(corrupt(format!("{channel} {} has a part that its header does not name", line.seq)));
            }
        }
        Ok(())
    }

    /// Signs the end of a channel. Once signed, a smaller head or another root is never signed again.
    pub async fn sign_checkpoint(&self, case_id: CaseId, channel: Channel) -> Result<String, StoreError> {
        let warm = self.0.warm.get(case_id);
        let head: ChannelHead = {
            let writer = self.lock_writer(&warm).await?;
            writer.heads.get(&channel).cloned().unwrap_or_default()
        };
        let (size, root) = (head.size(), head.root());
        if size == 0 {
            return Err(StoreError::NotFound);
        }
        let name = channel.to_string();
        let now = At(self.now());
        let key = name.clone();
        transaction!(self, |conn| {
            let last: Option<(i64, Vec<u8>)> = checkpoints::table
                .find((Key(case_id.0), &key))
                .select((checkpoints::size, checkpoints::root))
                .first(conn)
                .await
                .optional()?;
            let last = last
                .map(|(size, root)| {
                    Ok::<_, StoreError>((size.unsigned_abs(), root.try_into().map_err(|_| corrupt("a root"))?))
                })
                .transpose()?;
            may_sign(last, size, &root).map_err(corrupt)?;
            diesel::insert_into(checkpoints::table)
                .values((
                    checkpoints::case_id.eq(Key(case_id.0)),
                    checkpoints::channel.eq(&key),
                    checkpoints::size.eq(size.cast_signed()),
                    checkpoints::root.eq(root.to_vec()),
                    checkpoints::at.eq(now),
                ))
                .on_conflict((checkpoints::case_id, checkpoints::channel))
                .do_update()
                .set((
                    checkpoints::size.eq(size.cast_signed()),
                    checkpoints::root.eq(root.to_vec()),
                    checkpoints::at.eq(now),
                ))
                .execute(conn)
                .await?;
            Ok::<_, StoreError>(())
        })?;
        let checkpoint = Checkpoint::of_channel(self.0.log_key.instance(), &case_id.to_string(), &name, size, root);
        Ok(checkpoint.sign(&self.0.log_key))
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

fn record_line(columns: LineColumns) -> Result<RecordLine, StoreError> {
    let (seq, kind, header, author, content, origin, evidence) = columns;
    let named = [
        (PartName::Author, author),
        (PartName::Content, content),
        (PartName::Origin, origin),
        (PartName::Evidence, evidence),
    ];
    let mut parts = BTreeMap::new();
    for (name, stored) in named {
        if let Some(stored) = stored {
            let (bytes, salt) = opened_part(stored)?;
            parts.insert(name, OpenPart { salt, bytes });
        }
    }
    Ok(RecordLine { seq: seq.unsigned_abs(), kind, header, parts })
}
