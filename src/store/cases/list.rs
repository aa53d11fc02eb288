//! Lists of cases: what this person may see, by tab, phase and words, page by page.

use super::filter::{CaseTab, Filter, IndexOrder};
use super::holder::Holders;
use super::stored::StoredRow;
use super::walk::IndexPlace;
use super::words::Sought;
use crate::store::Store;
use crate::store::code::named;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::{case_access, case_rows};
use crate::store::sql::{At, Key};
use acordo_domain::id::CaseId;
use acordo_domain::seat::{Actor, Capacity};
use acordo_domain::view::CaseRow;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::HashMap;
use uuid::Uuid;

const LIMIT_MAX: u32 = 100;
/// What is counted no further: so many, or more.
pub const COUNT_MAX: u64 = 100;

/// Each up to `COUNT_MAX`, which stands for as many or more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CaseCounts {
    pub my_turn: u64,
    pub waiting: u64,
    pub due_today: u64,
    pub all: u64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct CasesPage {
    pub cases: Vec<CaseRow>,
    pub next: Option<String>,
    /// Of all cases of this person, or of the one case alone, whatever phase and words are asked for.
    pub counts: CaseCounts,
    /// The words find a thousand cases or more: of them those filed last are looked at.
    pub cut: bool,
}

#[derive(Debug, Queryable)]
pub(super) struct Found {
    pub(super) case: Key,
    pub(super) capacity: String,
    pub(super) channels: String,
    holder: Key,
    last_at: At,
    body: String,
}

impl Store {
    /// A page of the cases that this actor may see, from rows made of what the actor's audience may read.
    pub async fn rows(&self, actor: &Actor, filter: &Filter) -> Result<CasesPage, StoreError> {
        self.write_lists().await;
        let limit = filter.limit.clamp(1, LIMIT_MAX) as usize;
        let holders = Holders::of(actor);
        let orders = filter.orders();
        let from = filter.cursor.as_deref().and_then(IndexPlace::parse).filter(|from| orders.contains(&from.order));
        let (mut places, mut cut) = (Vec::new(), false);
        let marks = holders.own.iter().chain(&holders.by_role).copied();
        if let Some(sought) = Sought::new(marks, filter.words.as_deref()) {
            let found = self.found(&holders, filter, &sought, orders, from).await?;
            (places, cut) = (found.places, found.cut);
        } else {
            let passed = from.and_then(|from| orders.iter().position(|order| *order == from.order)).unwrap_or(0);
            for order in &orders[passed..] {
                if places.len() <= limit {
                    let from = from.filter(|from| from.order == *order);
                    places.extend(self.walk(&holders, filter, *order, from, limit + 1 - places.len()).await?);
                }
            }
        }
        let more = places.len() > limit;
        places.truncate(limit);
        let next = places.last().filter(|_| more).map(|place| place.text());
        let found = self.listed(&holders, &places).await?;
        let unread = self.unread(actor, found.iter()).await?;
        let zone = self.0.rules.calendar.zone_name();
        let mut cases = Vec::with_capacity(found.len());
        for (row, unread) in found.into_iter().zip(unread) {
            let capacity = named::<Capacity>(&row.capacity)?;
            let mut case = StoredRow::parse(&row.body)?.shown(row.case, capacity, row.last_at, zone);
            case.unread = unread;
            cases.push(case);
        }
        Ok(CasesPage { cases, next, counts: self.counts(&holders, filter.only).await?, cut })
    }

    /// Whether this person has a part in any case but this one.
    pub async fn has_other_cases(&self, actor: &Actor, case: CaseId) -> Result<bool, StoreError> {
        let all = Holders::of(actor).all();
        let other: Option<Key> = reading!(&self.0.database, |conn| {
            case_access::table
                .filter(case_access::holder.eq_any(all))
                .filter(case_access::case_id.ne(Key(case.0)))
                .select(case_access::case_id)
                .first(conn)
                .await
                .optional()?
        });
        Ok(other.is_some())
    }

    /// The rows at these places, as the actor lists them. What went meanwhile is left out.
    async fn listed(&self, holders: &Holders, places: &[IndexPlace]) -> Result<Vec<Found>, StoreError> {
        let cases: Vec<Key> = places.iter().map(|place| Key(place.case)).collect();
        let listing = holders.all();
        let rows: Vec<Found> =
            reading!(&self.0.database, |conn| {
                case_access::table
                    .inner_join(case_rows::table.on(
                        case_rows::case_id.eq(case_access::case_id).and(case_rows::audience.eq(case_access::audience)),
                    ))
                    .filter(case_access::case_id.eq_any(&cases))
                    .filter(case_access::holder.eq_any(&listing))
                    .select((
                        case_access::case_id,
                        case_access::capacity,
                        case_access::channels,
                        case_access::holder,
                        case_access::last_at,
                        case_rows::body,
                    ))
                    .load(conn)
                    .await?
            });
        let precedence = |row: &Found| listing.iter().position(|holder| *holder == row.holder);
        let mut first: HashMap<Uuid, Found> = HashMap::with_capacity(places.len());
        for row in rows {
            if first.get(&row.case.0).is_none_or(|known| precedence(&row) < precedence(known)) {
                first.insert(row.case.0, row);
            }
        }
        Ok(places.iter().filter_map(|place| first.remove(&place.case)).collect())
    }

    /// How many cases each tab has.
    async fn counts(&self, holders: &Holders, only: Option<CaseId>) -> Result<CaseCounts, StoreError> {
        let tab = |tab, order| (Filter { tab, only, ..Filter::default() }, order);
        let mut counted = [0; 4];
        let tabs = [
            tab(CaseTab::MyTurn, IndexOrder::Newest),
            tab(CaseTab::Waiting, IndexOrder::Newest),
            tab(CaseTab::DueToday, IndexOrder::Due),
            tab(CaseTab::All, IndexOrder::Closed),
        ];
        for (count, (filter, order)) in counted.iter_mut().zip(&tabs) {
            *count = self.walk(holders, filter, *order, None, COUNT_MAX as usize).await?.len() as u64;
        }
        let [my_turn, waiting, due_today, closed] = counted;
        let all = (my_turn + waiting + closed).min(COUNT_MAX);
        Ok(CaseCounts { my_turn, waiting, due_today, all })
    }
}
