//! Lists of cases: what this person may see, by tab, phase and words, page by page.

use super::listed::{OUT, holders, split};
use crate::store::Store;
use crate::store::code::named;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::{case_access, case_rows, case_words};
use crate::store::sql::{At, Key};
use acordo_domain::id::CaseId;
use acordo_domain::moment::Moment;
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Actor, Capacity};
use acordo_domain::view::CaseRow;
use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::HashSet;
use uuid::Uuid;

/// Words of a search that are looked at.
const WORDS_MAX: usize = 5;
const LIMIT_MAX: u32 = 100;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CaseTab {
    MyTurn,
    Waiting,
    DueToday,
    #[default]
    All,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CaseSort {
    /// The earliest date first; then cases without a date.
    Due,
    /// The latest activity first.
    #[default]
    Newest,
    Oldest,
}

#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub tab: CaseTab,
    pub phase: Option<Phase>,
    /// Beginnings of words of the reference, a name or the subject.
    pub words: Option<String>,
    pub sort: CaseSort,
    /// From the page before.
    pub cursor: Option<String>,
    /// At most 100.
    pub limit: u32,
    /// This case and no other.
    pub only: Option<CaseId>,
}

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
}

/// The order that one query can follow along an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum IndexOrder {
    Newest,
    Oldest,
    Dated,
    Undated,
}

/// Where a page ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PageCursor {
    order: IndexOrder,
    at: Moment,
    case: Uuid,
}

impl PageCursor {
    fn text(self) -> String {
        let order = match self.order {
            IndexOrder::Newest => 'n',
            IndexOrder::Oldest => 'o',
            IndexOrder::Dated => 'd',
            IndexOrder::Undated => 'u',
        };
        format!("{order}{}.{}", self.at.millis(), self.case.simple())
    }

    /// A cursor that nobody gave out reads as the beginning.
    fn parse(text: &str) -> Option<Self> {
        let order = match text.chars().next()? {
            'n' => IndexOrder::Newest,
            'o' => IndexOrder::Oldest,
            'd' => IndexOrder::Dated,
            'u' => IndexOrder::Undated,
            _ => return None,
        };
        let (at, case) = text.get(1..)?.split_once('.')?;
        Some(Self { order, at: Moment::from_millis(at.parse().ok()?), case: Uuid::try_parse(case).ok()? })
    }
}

#[derive(Debug, Queryable)]
pub(super) struct Found {
    pub(super) case: Key,
    pub(super) capacity: String,
    pub(super) channels: String,
    due_at: Option<At>,
    last_at: At,
    body: String,
}

impl Found {
    fn cursor(&self, order: IndexOrder) -> PageCursor {
        let at = match order {
            IndexOrder::Dated => self.due_at.unwrap_or(self.last_at),
            IndexOrder::Newest | IndexOrder::Oldest | IndexOrder::Undated => self.last_at,
        };
        PageCursor { order, at: at.0, case: self.case.0 }
    }
}

impl Store {
    /// A page of the cases that this actor may see, from rows made of what the actor's audience may read.
    pub async fn rows(&self, actor: &Actor, filter: &Filter) -> Result<CasesPage, StoreError> {
        self.write_lists().await;
        let limit = filter.limit.clamp(1, LIMIT_MAX) as usize;
        let mut found: Vec<(PageCursor, Found)> = Vec::new();
        let from = filter.cursor.as_deref().and_then(PageCursor::parse);
        let orders: &[IndexOrder] = match filter.sort {
            CaseSort::Newest => &[IndexOrder::Newest],
            CaseSort::Oldest => &[IndexOrder::Oldest],
            CaseSort::Due => &[IndexOrder::Dated, IndexOrder::Undated],
        };
        let start = from.and_then(|cursor| orders.iter().position(|order| *order == cursor.order)).unwrap_or(0);
        for order in &orders[start..] {
            if found.len() <= limit {
                let from = from.filter(|cursor| cursor.order == *order);
                let rows = self.rows_in_order(actor, filter, *order, from, limit + 1 - found.len()).await?;
                found.extend(rows.into_iter().map(|row| (row.cursor(*order), row)));
            }
        }
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found.last().filter(|_| more).map(|(cursor, _)| cursor.text());
        let unread = self.unread(actor, found.iter().map(|(_, row)| row)).await?;
        let mut cases = Vec::with_capacity(found.len());
        for ((_, row), unread) in found.into_iter().zip(unread) {
            let mut case: CaseRow =
                serde_json::from_str(&row.body).map_err(|error| StoreError::Corrupt(error.to_string()))?;
            case.capacity = named::<Capacity>(&row.capacity)?;
            case.last_at = row.last_at.0;
            case.unread = unread;
            cases.push(case);
        }
        Ok(CasesPage { cases, next, counts: self.counts(actor, filter.only).await? })
    }

    /// Whether this person has a part in any case but this one.
    pub async fn has_other_cases(&self, actor: &Actor, case: CaseId) -> Result<bool, StoreError> {
        let (mut all, by_role) = holders(actor);
        all.extend(by_role);
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

    /// The list in one order: each holder's rows along their index, then merged.
    async fn rows_in_order(
        &self,
        actor: &Actor,
        filter: &Filter,
        order: IndexOrder,
        from: Option<PageCursor>,
        limit: usize,
    ) -> Result<Vec<Found>, StoreError> {
        let (own, by_role) = holders(actor);
        let mut merged = Vec::new();
        for holder in &own {
            merged.extend(self.rows_of_holder(holder, &[], filter, order, from, limit).await?);
        }
        for holder in &by_role {
            merged.extend(self.rows_of_holder(holder, &own, filter, order, from, limit).await?);
        }
        merged.sort_by(|a, b| {
            let (a, b) = (a.cursor(order), b.cursor(order));
            match order {
                IndexOrder::Newest | IndexOrder::Undated => (b.at, b.case).cmp(&(a.at, a.case)),
                IndexOrder::Oldest | IndexOrder::Dated => (a.at, a.case).cmp(&(b.at, b.case)),
            }
        });
        let mut seen = HashSet::new();
        merged.retain(|row| seen.insert(row.case));
        merged.truncate(limit);
        Ok(merged)
    }

    /// The rows of one holder, without those that the actor already lists as a person.
    async fn rows_of_holder(
        &self,
        holder: &str,
        own: &[String],
        filter: &Filter,
        order: IndexOrder,
        from: Option<PageCursor>,
        limit: usize,
    ) -> Result<Vec<Found>, StoreError> {
        let today_ends = self.today_ends();
        let mine = diesel::alias!(case_access as mine);
        Ok(reading!(&self.0.database, |conn| {
            let mut query =
                case_access::table
                    .inner_join(case_rows::table.on(
                        case_rows::case_id.eq(case_access::case_id).and(case_rows::audience.eq(case_access::audience)),
                    ))
                    .filter(case_access::holder.eq(holder.to_owned()))
                    .select((
                        case_access::case_id,
                        case_access::capacity,
                        case_access::channels,
                        case_access::due_at,
                        case_access::last_at,
                        case_rows::body,
                    ))
                    .limit(limit as i64)
                    .into_boxed();
            if !own.is_empty() {
                query = query.filter(not(exists(
                    mine.filter(mine.field(case_access::case_id).eq(case_access::case_id))
                        .filter(mine.field(case_access::holder).eq_any(own.to_vec())),
                )));
            }
            if let Some(only) = filter.only {
                query = query.filter(case_access::case_id.eq(Key(only.0)));
            }
            match filter.tab {
                CaseTab::All => {}
                CaseTab::MyTurn => query = query.filter(case_access::turn.eq(2)),
                CaseTab::Waiting => query = query.filter(case_access::turn.eq(1)),
                CaseTab::DueToday => {
                    query = query.filter(case_access::due_at.le(today_ends)).filter(case_access::turn.ne(0));
                }
            }
            if let Some(phase) = filter.phase {
                query = query.filter(case_access::phase.eq(phase.name()));
            }
            for word in filter.words.iter().flat_map(|words| split(words)).take(WORDS_MAX) {
                let end = format!("{word}\u{10FFFF}");
                // Found by the word alone, then limited to the words that this audience may read.
                query = query
                    .filter(
                        case_access::case_id.eq_any(
                            case_words::table
                                .filter(case_words::word.ge(word.clone()))
                                .filter(case_words::word.lt(end.clone()))
                                .select(case_words::case_id),
                        ),
                    )
                    .filter(exists(
                        case_words::table
                            .filter(case_words::case_id.eq(case_access::case_id))
                            .filter(case_words::audience.eq(case_access::audience))
                            .filter(case_words::word.ge(word))
                            .filter(case_words::word.lt(end)),
                    ));
            }
            query = match order {
                IndexOrder::Newest | IndexOrder::Undated => {
                    query.order((case_access::last_at.desc(), case_access::case_id.desc()))
                }
                IndexOrder::Oldest => query.order((case_access::last_at.asc(), case_access::case_id.asc())),
                IndexOrder::Dated => query.order((case_access::due_at.asc(), case_access::case_id.asc())),
            };
            if order == IndexOrder::Dated {
                query = query.filter(case_access::due_at.is_not_null());
            }
            if order == IndexOrder::Undated {
                query = query.filter(case_access::due_at.is_null());
            }
            if let Some(PageCursor { at, case, .. }) = from {
                let (at, case) = (At(at), Key(case));
                query = match order {
                    IndexOrder::Newest | IndexOrder::Undated => query
                        .filter(case_access::last_at.le(at))
                        .filter(case_access::last_at.lt(at).or(case_access::case_id.lt(case))),
                    IndexOrder::Oldest => query
                        .filter(case_access::last_at.ge(at))
                        .filter(case_access::last_at.gt(at).or(case_access::case_id.gt(case))),
                    IndexOrder::Dated => query
                        .filter(case_access::due_at.ge(at))
                        .filter(case_access::due_at.gt(at).assume_not_null().or(case_access::case_id.gt(case))),
                };
            }
            query.load::<Found>(conn).await?
        }))
    }

    fn today_ends(&self) -> At {
        let calendar = &self.0.rules.calendar;
        At(calendar.end_of(calendar.day(self.now())))
    }

    /// How many cases each tab has.
    async fn counts(&self, actor: &Actor, only: Option<CaseId>) -> Result<CaseCounts, StoreError> {
        let (first, last) = only.map_or((Uuid::nil(), Uuid::max()), |case| (case.0, case.0));
        let within = || case_access::case_id.between(Key(first), Key(last));
        let (own, by_role) = holders(actor);
        let today_ends = self.today_ends();
        let mine = diesel::alias!(case_access as mine);
        let mut counts = CaseCounts::default();
        let everybody =
            own.iter().map(|holder| (holder, &[][..])).chain(by_role.iter().map(|holder| (holder, &own[..])));
        for (holder, own) in everybody {
            let (turns, due): (Vec<(i32, i64)>, i64) = reading!(&self.0.database, |conn| {
                let apart = || {
                    not(exists(
                        mine.filter(mine.field(case_access::case_id).eq(case_access::case_id))
                            .filter(mine.field(case_access::holder).eq_any(own.to_vec())),
                    ))
                };
                let turns = case_access::table
                    .filter(case_access::holder.eq(holder))
                    .filter(case_access::audience.ne(OUT))
                    .filter(within())
                    .filter(apart())
                    .group_by(case_access::turn)
                    .select((case_access::turn, count_star()))
                    .load(conn)
                    .await?;
                let due = case_access::table
                    .filter(case_access::holder.eq(holder))
                    .filter(case_access::due_at.le(today_ends))
                    .filter(case_access::turn.ne(0))
                    .filter(within())
                    .filter(apart())
                    .count()
                    .get_result(conn)
                    .await?;
                (turns, due)
            });
            for (turn, count) in turns {
                let count = count.unsigned_abs();
                counts.all += count;
                match turn {
                    2 => counts.my_turn += count,
                    1 => counts.waiting += count,
                    _ => {}
                }
            }
            counts.due_today += due.unsigned_abs();
        }
        Ok(counts)
    }
}
