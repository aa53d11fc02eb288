//! Who looked into a case by a role: a row for each person, capacity, channel and hour. It is no part of the record: it
//! makes no event, moves no list and marks nothing as new.

use super::Store;
use super::code::{name_of, named};
use super::connect::{reading, writing};
use super::error::StoreError;
use super::schema::reads;
use super::sql::{At, Key};
use acordo_domain::case::state::Case;
use acordo_domain::case::watched::{WatchedReader, told_of};
use acordo_domain::id::{CaseId, OrganisationId, UserId};
use acordo_domain::moment::{HOUR_MILLIS, Moment};
use acordo_domain::seat::{Actor, Capacity, Channel};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::fmt;
use std::str::FromStr;
use std::time::Duration;
use uuid::Uuid;

/// Entries of a page at most. One entry has as many rows as there are channels.
const ENTRIES_MAX: usize = 100;
/// Rows that are looked at for a page: the channels of a case are few, so this is more than a page needs.
const ROWS_MAX: i64 = 4_000;

/// What was written within this hour by this process.
#[derive(Debug)]
pub(crate) struct KnownReads(moka::sync::Cache<ReadKey, ()>);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct ReadKey {
    case: CaseId,
    hour: i64,
    user: UserId,
    reader: WatchedReader,
    channel: Channel,
}

impl Default for KnownReads {
    fn default() -> Self {
        let known = moka::sync::Cache::builder().max_capacity(100_000).time_to_idle(Duration::from_secs(3_600));
        Self(known.build())
    }
}

/// Somebody looked into these channels within one hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRead {
    /// The first time within that hour that they read one of these channels.
    pub at: Moment,
    pub user: UserId,
    pub capacity: Capacity,
    pub organisation: OrganisationId,
    pub channels: Vec<Channel>,
}

/// Entries, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseReads {
    pub entries: Vec<CaseRead>,
    pub next: Option<ReadCursor>,
}

/// Where a page of entries ended.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReadCursor {
    hour: Moment,
    user: Uuid,
    capacity: String,
}

impl fmt::Display for ReadCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.hour.millis(), self.user.simple(), self.capacity)
    }
}

/// Nobody gave out this cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadCursor;

impl FromStr for ReadCursor {
    type Err = BadCursor;
    fn from_str(text: &str) -> Result<Self, BadCursor> {
        let mut parts = text.splitn(3, '.');
        let mut part = || parts.next().ok_or(BadCursor);
        let hour = part()?.parse().map(Moment::from_millis).map_err(|_| BadCursor)?;
        let user = Uuid::try_parse(part()?).map_err(|_| BadCursor)?;
        let capacity = named::<Capacity>(part()?).map_err(|_| BadCursor)?;
        Ok(Self { hour, user, capacity: name_of(&capacity) })
    }
}

#[derive(Debug, Queryable)]
struct ReadRow {
    hour: At,
    user: Key,
    capacity: String,
    channel: String,
    organisation: Key,
    at: At,
}

impl Store {
    /// Writes down that this actor reads these channels, if their reads are written down at all. Nothing is shown before
    /// this is durable.
    pub async fn note_read(
        &self,
        case: &Case,
        actor: &Actor,
        channels: impl IntoIterator<Item = Channel>,
    ) -> Result<(), StoreError> {
        match WatchedReader::of(&case.procedure, actor) {
            Some(reader) => self.note_read_as(case.id, actor, reader, channels).await,
            None => Ok(()),
        }
    }

    /// The same in a capacity that this actor has beside their part in the case.
    pub async fn note_read_as(
        &self,
        case_id: CaseId,
        actor: &Actor,
        reader: WatchedReader,
        channels: impl IntoIterator<Item = Channel>,
    ) -> Result<(), StoreError> {
        let Actor::Person { person, .. } = actor else { return Ok(()) };
        let now = self.now();
        let hour = now.millis().div_euclid(HOUR_MILLIS) * HOUR_MILLIS;
        let key = |channel| ReadKey { case: case_id, hour, user: person.id, reader, channel };
        let known = &self.0.reads.0;
        let new: Vec<ReadKey> = channels.into_iter().map(key).filter(|key| !known.contains_key(key)).collect();
        if new.is_empty() {
            return Ok(());
        }
        let row = |key: &ReadKey| {
            (
                reads::case_id.eq(Key(case_id.0)),
                reads::hour.eq(At(Moment::from_millis(hour))),
                reads::user_id.eq(Key(key.user.0)),
                reads::capacity.eq(name_of(&reader.capacity)),
                reads::channel.eq(key.channel.to_string()),
                reads::organisation_id.eq(Key(reader.organisation.0)),
                reads::at.eq(At(now)),
            )
        };
        for key in new {
            let row = row(&key);
            writing!(&self.0.database, |conn| {
                diesel::insert_into(reads::table).values(row).on_conflict_do_nothing().execute(conn).await?
            });
            known.insert(key, ());
        }
        Ok(())
    }

    /// Who looked into the channels that this actor reads, the newest first. Nothing of an entry comes from a channel that
    /// this actor does not read.
    pub async fn reads_of(
        &self,
        case: &Case,
        actor: &Actor,
        after: Option<&ReadCursor>,
    ) -> Result<CaseReads, StoreError> {
        let channels: Vec<String> = told_of(&case.procedure, actor).iter().map(Channel::to_string).collect();
        let rows: Vec<ReadRow> = reading!(&self.0.database, |conn| {
            let mut query = reads::table
                .filter(reads::case_id.eq(Key(case.id.0)))
                .filter(reads::channel.eq_any(&channels))
                .order((reads::hour.desc(), reads::user_id.desc(), reads::capacity.desc(), reads::channel.asc()))
                .limit(ROWS_MAX)
                .select((
                    reads::hour,
                    reads::user_id,
                    reads::capacity,
                    reads::channel,
                    reads::organisation_id,
                    reads::at,
                ))
                .into_boxed();
            if let Some(ReadCursor { hour, user, capacity }) = after {
                let (hour, user) = (At(*hour), Key(*user));
                let same_hour = reads::hour.eq(hour);
                let earlier_user = reads::user_id.lt(user);
                let earlier_capacity = reads::user_id.eq(user).and(reads::capacity.lt(capacity));
                query = query.filter(reads::hour.lt(hour).or(same_hour.and(earlier_user.or(earlier_capacity))));
            }
            query.load(conn).await?
        });
        entries(rows)
    }
}

/// Writes down that this actor takes an agreement of the case along by the register, whatever else they are in it.
pub async fn note_by_register(store: &Store, case: &Case, actor: &Actor) -> Result<(), StoreError> {
    match WatchedReader::by_register(&case.procedure, actor) {
        Some(reader) => store.note_read_as(case.id, actor, reader, [Channel::Procedure]).await,
        None => Ok(()),
    }
}

/// Rows of one person, capacity and hour are one entry.
fn entries(rows: Vec<ReadRow>) -> Result<CaseReads, StoreError> {
    let mut found: Vec<(ReadCursor, CaseRead)> = Vec::new();
    let full = rows.len() as i64 == ROWS_MAX;
    for row in rows {
        let place = ReadCursor { hour: row.hour.0, user: row.user.0, capacity: row.capacity };
        let channel = named::<Channel>(&row.channel)?;
        match found.last_mut() {
            Some((last, entry)) if *last == place => {
                entry.at = entry.at.min(row.at.0);
                entry.channels.push(channel);
            }
            _ => {
                let capacity = named(&place.capacity)?;
                let (user, organisation) = (UserId(row.user.0), OrganisationId(row.organisation.0));
                let entry = CaseRead { at: row.at.0, user, capacity, organisation, channels: vec![channel] };
                found.push((place, entry));
            }
        }
    }
    if full {
        // The last one may be cut off.
        found.pop();
    }
    let more = full || found.len() > ENTRIES_MAX;
    found.truncate(ENTRIES_MAX);
    let next = found.last().filter(|_| more).map(|(place, _)| place.clone());
    let mut entries: Vec<CaseRead> = found.into_iter().map(|(_, entry)| entry).collect();
    for entry in &mut entries {
        entry.channels.sort_unstable();
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    Ok(CaseReads { entries, next })
}
