//! What others said that the reader of a list has not read.

use super::bytes::{corrupt, opened_part};
use super::list::Found;
use crate::store::Store;
use crate::store::code::named;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::event_id::{CaseNumber, IdRange};
use crate::store::schema::{cases, events, read_marks};
use crate::store::sql::Key;
use acordo_domain::case::event::FactKind;
use acordo_domain::id::UserId;
use acordo_domain::seat::{Actor, Channel, Person};
use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::{BTreeMap, HashMap};

type NumberRows = Vec<(Key, i64)>;
type MarkRows = Vec<(Key, String, i64)>;

/// Ranges in one statement.
const RANGES_MAX: usize = 100;

/// Events of these kinds in any of these ranges.
macro_rules! unread_in {
    ($ranges:expr, $kinds:expr, $query:expr) => {{
        let mut query = $query.into_boxed();
        for IdRange { first, last } in $ranges {
            query = query.or_filter(events::id.between(*first, *last));
        }
        query.filter(events::kind.eq_any($kinds))
    }};
}

impl Store {
    /// What others said that each row's reader has not read, by channel.
    pub(super) async fn unread(
        &self,
        actor: &Actor,
        rows: impl Iterator<Item = &Found> + Clone,
    ) -> Result<Vec<BTreeMap<Channel, u64>>, StoreError> {
        let Actor::Person { person, .. } = actor else { return Ok(rows.map(|_| BTreeMap::new()).collect()) };
        let ranges = self.beyond_marks(person.id, rows.clone()).await?;
        let words: Vec<&str> =
            FactKind::ALL.iter().filter(|kind| kind.is_read_by_people()).map(|kind| kind.name()).collect();
        let mut beyond: Vec<(Key, String, String, i64)> = Vec::new();
        let all: Vec<IdRange> = ranges.iter().map(|(_, range)| *range).collect();
        for some in all.chunks(RANGES_MAX) {
            let of_some: Vec<(Key, String, String, i64)> = reading!(&self.0.database, |conn| {
                let counted = events::table.group_by((events::case_id, events::channel, events::seat)).select((
                    events::case_id,
                    events::channel,
                    events::seat,
                    count_star(),
                ));
                unread_in!(some, &words, counted).load(conn).await?
            });
            beyond.extend(of_some);
        }
        let seats: HashMap<Key, &str> = rows.clone().map(|row| (row.case, row.capacity.as_str())).collect();
        let mut left: HashMap<(Key, String), u64> = HashMap::new();
        let mut shared = Vec::new();
        for (case, channel, seat, count) in beyond {
            *left.entry((case, channel)).or_default() += count.unsigned_abs();
            if seats.get(&case) == Some(&seat.as_str()) {
                shared.push(case);
            }
        }
        // A seat may have several holders: of its events those of this person alone are not counted.
        let of_shared = ranges.iter().filter(|(case, _)| shared.contains(case));
        let of_shared: Vec<IdRange> = of_shared.map(|(_, range)| *range).collect();
        for some in of_shared.chunks(RANGES_MAX) {
            let authors: Vec<(Key, String, String, Option<Vec<u8>>)> = reading!(&self.0.database, |conn| {
                let named = events::table.select((events::case_id, events::channel, events::seat, events::author));
                unread_in!(some, &words, named).load(conn).await?
            });
            for (case, channel, seat, author) in authors {
                if seats.get(&case) == Some(&seat.as_str()) && author_id(author)? == Some(person.id) {
                    // Of one's own that came since they were counted none was.
                    let count = left.entry((case, channel)).or_default();
                    *count = count.saturating_sub(1);
                }
            }
        }
        left.retain(|_, count| *count > 0);
        rows.map(|row| {
            let channels = row.channels.split(' ');
            let counted = channels.filter_map(|name| Some((name, *left.get(&(row.case, name.to_owned()))?)));
            counted.map(|(name, count)| Ok((named(name)?, count))).collect()
        })
        .collect()
    }

    /// Where the events lie that this person has not read: of each case the channels that are counted, from the mark on.
    async fn beyond_marks(
        &self,
        user: UserId,
        rows: impl Iterator<Item = &Found> + Clone,
    ) -> Result<Vec<(Key, IdRange)>, StoreError> {
        let ids: Vec<Key> = rows.clone().map(|row| row.case).collect();
        let (numbers, marks): (NumberRows, MarkRows) = reading!(&self.0.database, |conn| {
            let numbers = cases::table
                .filter(cases::case_id.eq_any(&ids))
                .select((cases::case_id, cases::number))
                .load(conn)
                .await?;
            let marks = read_marks::table
                .filter(read_marks::case_id.eq_any(&ids))
                .filter(read_marks::user_id.eq(Key(user.0)))
                .select((read_marks::case_id, read_marks::channel, read_marks::seq))
                .load(conn)
                .await?;
            (numbers, marks)
        });
        let numbers: HashMap<Key, i64> = numbers.into_iter().collect();
        let marks: HashMap<(Key, String), i64> =
            marks.into_iter().map(|(case, channel, seq)| ((case, channel), seq)).collect();
        let mut ranges = Vec::new();
        for row in rows {
            // A case without its row is found by the check of the store, and has nothing to read.
            let Some(number) = numbers.get(&row.case) else { continue };
            let number = CaseNumber::new(*number)?;
            for name in row.channels.split(' ').filter(|name| !name.is_empty()) {
                let read = marks.get(&(row.case, name.to_owned())).map_or(0, |seq| seq.unsigned_abs());
                ranges.push((row.case, number.between(named(name)?, read, u64::MAX)?));
            }
        }
        Ok(ranges)
    }
}

/// Who an event is by; absent for the system's, and once erased.
fn author_id(part: Option<Vec<u8>>) -> Result<Option<UserId>, StoreError> {
    let Some(part) = part else { return Ok(None) };
    // It is counted and never shown, so it is not compared with its header.
    let (bytes, _) = opened_part(part)?;
    Ok(Some(serde_json::from_slice::<Person>(&bytes).map_err(corrupt)?.id))
}
