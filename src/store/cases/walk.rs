//! Walks along the indexes of lists: each reads as many rows as a page has, however many cases there are.

use super::filter::{CaseTab, Filter, IndexOrder};
use super::holder::Holders;
use crate::store::Store;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::case_access;
use crate::store::sql::{At, Key};
use acordo_domain::moment::Moment;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use diesel_async::RunQueryDsl;
use std::cmp::Ordering;
use std::collections::HashSet;
use uuid::Uuid;

/// Rows read at once where many of them are not listed.
const CHUNK_MAX: usize = 4_000;

/// Where a case stands in an order. A page begins after one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct IndexPlace {
    pub order: IndexOrder,
    /// Milliseconds, or the place by what is due.
    pub at: i64,
    pub case: Uuid,
}

impl IndexPlace {
    pub fn text(self) -> String {
        let order = match self.order {
            IndexOrder::Newest => 'n',
            IndexOrder::Oldest => 'o',
            IndexOrder::Due => 'd',
            IndexOrder::Closed => 'c',
        };
        format!("{order}{}.{}", self.at, self.case.simple())
    }

    /// A cursor that nobody gave out reads as the beginning.
    pub fn parse(text: &str) -> Option<Self> {
        let order = match text.chars().next()? {
            'n' => IndexOrder::Newest,
            'o' => IndexOrder::Oldest,
            'd' => IndexOrder::Due,
            'c' => IndexOrder::Closed,
            _ => return None,
        };
        let (at, case) = text.get(1..)?.split_once('.')?;
        Some(Self { order, at: at.parse().ok()?, case: Uuid::try_parse(case).ok()? })
    }
}

impl Ord for IndexPlace {
    fn cmp(&self, other: &Self) -> Ordering {
        let along = || match self.order {
            IndexOrder::Newest | IndexOrder::Closed => (other.at, other.case).cmp(&(self.at, self.case)),
            IndexOrder::Oldest | IndexOrder::Due => (self.at, self.case).cmp(&(other.at, other.case)),
        };
        self.order.cmp(&other.order).then_with(along)
    }
}
impl PartialOrd for IndexPlace {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A part of one holder's rows in one order: after `from`, and no further than `to`.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    holder: Key,
    turn: i32,
    order: IndexOrder,
    from: Option<IndexPlace>,
    to: Option<IndexPlace>,
    limit: usize,
}

impl Store {
    /// The first places of an actor's list in this order. Own rows go before what a role lists of the same case.
    pub(super) async fn walk(
        &self,
        holders: &Holders,
        filter: &Filter,
        order: IndexOrder,
        from: Option<IndexPlace>,
        limit: usize,
    ) -> Result<Vec<IndexPlace>, StoreError> {
        let mut places = Vec::new();
        let stretch = |holder, turn, to| Stretch { holder, turn, order, from, to, limit };
        for holder in &holders.own {
            for turn in filter.turns(order) {
                places.extend(self.stretch(filter, &stretch(*holder, turn, None)).await?);
            }
        }
        first_places(&mut places, limit);
        for holder in &holders.by_role {
            for turn in filter.turns(order) {
                // What comes after a full page need not be read.
                let to = places.get(limit - 1).copied();
                let by_role = self.stretch_apart(&holders.apart, filter, stretch(*holder, turn, to)).await?;
                places.extend(by_role);
                first_places(&mut places, limit);
            }
        }
        Ok(places)
    }

    /// A stretch without the cases that the person lists or is out of.
    async fn stretch_apart(
        &self,
        apart: &[Key],
        filter: &Filter,
        mut stretch: Stretch,
    ) -> Result<Vec<IndexPlace>, StoreError> {
        let wanted = stretch.limit;
        let mut kept = Vec::new();
        loop {
            let places = self.stretch(filter, &stretch).await?;
            let last = places.last().copied().filter(|_| places.len() == stretch.limit);
            let own = self.listed_by(apart, &places).await?;
            kept.extend(places.into_iter().filter(|place| !own.contains(&place.case)));
            if last.is_none() || kept.len() >= wanted {
                return Ok(kept);
            }
            stretch.from = last;
            stretch.limit = (stretch.limit * 4).min(CHUNK_MAX);
        }
    }

    async fn listed_by(&self, holders: &[Key], places: &[IndexPlace]) -> Result<HashSet<Uuid>, StoreError> {
        if places.is_empty() {
            return Ok(HashSet::new());
        }
        let cases: Vec<Key> = places.iter().map(|place| Key(place.case)).collect();
        let listed: Vec<Key> = reading!(&self.0.database, |conn| {
            case_access::table
                .filter(case_access::case_id.eq_any(&cases))
                .filter(case_access::holder.eq_any(holders))
                .select(case_access::case_id)
                .load(conn)
                .await?
        });
        Ok(listed.into_iter().map(|key| key.0).collect())
    }

    async fn stretch(&self, filter: &Filter, stretch: &Stretch) -> Result<Vec<IndexPlace>, StoreError> {
        let Stretch { order, from, to, .. } = *stretch;
        let today_ends = self.today_ends().millis();
        let (newest_first, by_due) = match order {
            IndexOrder::Newest | IndexOrder::Closed => (true, false),
            IndexOrder::Oldest => (false, false),
            IndexOrder::Due => (false, true),
        };
        let moment = |place: IndexPlace| (At(Moment::from_millis(place.at)), Key(place.case));
        let found: Vec<(i64, Key)> = reading!(&self.0.database, |conn| {
            let mut query = case_access::table
                .filter(case_access::holder.eq(stretch.holder))
                .filter(case_access::turn.eq(stretch.turn))
                .limit(stretch.limit as i64)
                .into_boxed();
            if let Some(only) = filter.only {
                query = query.filter(case_access::case_id.eq(Key(only.0)));
            }
            if let Some(phase) = filter.phase {
                query = query.filter(case_access::phase.eq(phase.name()));
            }
            if by_due {
                // In words of the index, which has open cases alone.
                query = query.filter(sql::<Bool>("turn <> 0"));
                if filter.tab == CaseTab::DueToday {
                    query = query.filter(case_access::due_place.le(today_ends));
                }
                if let Some(IndexPlace { at, case, .. }) = from {
                    query = query
                        .filter(case_access::due_place.ge(at))
                        .filter(case_access::due_place.gt(at).or(case_access::case_id.gt(Key(case))));
                }
                if let Some(to) = to {
                    query = query.filter(case_access::due_place.le(to.at));
                }
                query
                    .order((case_access::due_place.asc(), case_access::case_id.asc()))
                    .select((case_access::due_place, case_access::case_id))
                    .load(conn)
                    .await?
            } else {
                if let Some((at, case)) = from.map(moment) {
                    query = if newest_first {
                        query
                            .filter(case_access::last_at.le(at))
                            .filter(case_access::last_at.lt(at).or(case_access::case_id.lt(case)))
                    } else {
                        query
                            .filter(case_access::last_at.ge(at))
                            .filter(case_access::last_at.gt(at).or(case_access::case_id.gt(case)))
                    };
                }
                if let Some((at, _)) = to.map(moment) {
                    query = if newest_first {
                        query.filter(case_access::last_at.ge(at))
                    } else {
                        query.filter(case_access::last_at.le(at))
                    };
                }
                query = if newest_first {
                    query.order((case_access::last_at.desc(), case_access::case_id.desc()))
                } else {
                    query.order((case_access::last_at.asc(), case_access::case_id.asc()))
                };
                let rows: Vec<(At, Key)> =
                    query.select((case_access::last_at, case_access::case_id)).load(conn).await?;
                rows.into_iter().map(|(at, case)| (at.0.millis(), case)).collect()
            }
        });
        Ok(found.into_iter().map(|(at, case)| IndexPlace { order, at, case: case.0 }).collect())
    }

    pub(super) fn today_ends(&self) -> Moment {
        let calendar = &self.0.rules.calendar;
        calendar.end_of(calendar.day(self.now()))
    }
}

/// In order, each case once.
fn first_places(places: &mut Vec<IndexPlace>, limit: usize) {
    places.sort_unstable();
    let mut seen = HashSet::new();
    places.retain(|place| seen.insert(place.case));
    places.truncate(limit);
}
