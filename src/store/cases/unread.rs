//! What others said that the reader of a list has not read.

use super::bytes::{corrupt, opened_part};
use super::list::Found;
use crate::store::Store;
use crate::store::code::named;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::{events, read_marks};
use crate::store::sql::Key;
use acordo_domain::case::event::FactKind;
use acordo_domain::id::UserId;
use acordo_domain::seat::{Actor, Channel, Person};
use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::{BTreeMap, HashMap};

/// Events of these kinds beyond this person's mark.
macro_rules! unread_of {
    ($user:expr, $cases:expr, $kinds:expr) => {{
        let own = read_marks::case_id
            .eq(events::case_id)
            .and(read_marks::channel.eq(events::channel))
            .and(read_marks::user_id.eq($user));
        let beyond = events::seq.nullable().gt(read_marks::seq.nullable());
        events::table
            .left_join(read_marks::table.on(own))
            .filter(events::case_id.eq_any($cases))
            .filter(events::kind.eq_any($kinds))
            .filter(read_marks::seq.nullable().is_null().or(beyond))
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
        let user = Key(person.id.0);
        let ids: Vec<Key> = rows.clone().map(|row| row.case).collect();
        let words: Vec<&str> =
            FactKind::ALL.iter().filter(|kind| kind.is_read_by_people()).map(|kind| kind.name()).collect();
        let beyond: Vec<(Key, String, String, i64)> = reading!(&self.0.database, |conn| {
            unread_of!(user, &ids, &words)
                .group_by((events::case_id, events::channel, events::seat))
                .select((events::case_id, events::channel, events::seat, count_star()))
                .load(conn)
                .await?
        });
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
        if !shared.is_empty() {
            let authors: Vec<(Key, String, String, Option<Vec<u8>>)> = reading!(&self.0.database, |conn| {
                unread_of!(user, &shared, &words)
                    .select((events::case_id, events::channel, events::seat, events::author))
                    .load(conn)
                    .await?
            });
            for (case, channel, seat, author) in authors {
                if seats.get(&case) == Some(&seat.as_str()) && author_id(author)? == Some(person.id) {
                    *left.entry((case, channel)).or_default() -= 1;
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
}

/// Who an event is by; absent for the system's, and once erased.
fn author_id(part: Option<Vec<u8>>) -> Result<Option<UserId>, StoreError> {
    let Some(part) = part else { return Ok(None) };
    // It is counted and never shown, so it is not compared with its header.
    let (bytes, _) = opened_part(part)?;
    Ok(Some(serde_json::from_slice::<Person>(&bytes).map_err(corrupt)?.id))
}
