//! The queues of ombudsman and legal teams, in the order in which they are worked through.
//! And the seats that somebody holds for an organisation, for the day they leave it.

use super::holder::{role_holder, seat_holder};
use super::place::IN_TIME;
use super::stored::StoredRow;
use crate::store::Store;
use crate::store::code::{name_of, named};
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::{case_access, case_rows, cases};
use crate::store::sql::{At, Key};
use acordo_domain::case::state::EntryState;
use acordo_domain::id::{CaseId, OrganisationId, UserId};
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Capacity, Role};
use acordo_domain::view::CaseRow;
use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

/// Entries of a page.
const ENTRIES_MAX: u16 = 500;

/// Entries of a queue by what is to be done with them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct QueueCounts {
    pub waiting: u64,
    pub claimed: u64,
    pub waiting_for_party: u64,
    pub ended: u64,
    /// Of those that are open.
    pub breached: u64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct QueuePage {
    pub rows: Vec<CaseRow>,
    pub next: Option<String>,
}

/// Where a page ended. A cursor that nobody gave out reads as the beginning.
type QueueCursor = (i64, Uuid);

fn cursor(text: &str) -> Option<QueueCursor> {
    let (place, case) = text.split_once('.')?;
    Some((place.parse().ok()?, Uuid::try_parse(case).ok()?))
}

/// The entries that this holder lists, without those that another one of the same person lists.
macro_rules! entries_of {
    ($holder:expr, $apart:expr) => {{
        let mine = diesel::alias!(case_access as mine);
        case_access::table
            .filter(case_access::holder.eq($holder))
            .filter(case_access::queue_place.is_not_null())
            .filter(not(exists(
                mine.filter(mine.field(case_access::case_id).eq(case_access::case_id))
                    .filter(mine.field(case_access::holder).eq_any($apart))
                    .filter(mine.field(case_access::queue_place).is_not_null()),
            )))
    }};
}

/// The capacities that a member has by a seat of their own and not by the role alone.
const SEATED: [Capacity; 5] =
    [Capacity::Company, Capacity::Mediator, Capacity::AssignedMediator, Capacity::Ombudsman, Capacity::Legal];

/// The officer who holds an entry lists it once, in that capacity: each holder, and whose rows go before.
fn queue_holders(user: UserId, organisation: OrganisationId, role: Role) -> [(Key, Vec<Key>); 2] {
    let own = seat_holder(user, organisation, role);
    [(own, Vec::new()), (role_holder(organisation, role), vec![own])]
}

impl Store {
    /// A page of one team's queue, in the order in which it is served.
    pub async fn queue(
        &self,
        user: UserId,
        organisation: OrganisationId,
        role: Role,
        from: Option<&str>,
        limit: u16,
    ) -> Result<QueuePage, StoreError> {
        let limit = usize::from(limit.clamp(1, ENTRIES_MAX));
        let from = from.and_then(cursor);
        let mut found: Vec<(i64, Key, String, At, String)> = Vec::new();
        for (holder, apart) in queue_holders(user, organisation, role) {
            found.extend(reading!(&self.0.database, |conn| {
                let mut query = entries_of!(holder, &apart)
                    .inner_join(case_rows::table.on(
                        case_rows::case_id.eq(case_access::case_id).and(case_rows::audience.eq(case_access::audience)),
                    ))
                    .order((case_access::queue_place.asc(), case_access::case_id.asc()))
                    .limit(limit as i64 + 1)
                    .select((
                        case_access::queue_place.assume_not_null(),
                        case_access::case_id,
                        case_access::capacity,
                        case_access::last_at,
                        case_rows::body,
                    ))
                    .into_boxed();
                if let Some((place, case)) = from {
                    let at = case_access::queue_place.assume_not_null();
                    query = query.filter(at.ge(place)).filter(at.gt(place).or(case_access::case_id.gt(Key(case))));
                }
                query.load::<(i64, Key, String, At, String)>(conn).await?
            }));
        }
        found.sort_by_key(|(place, case, ..)| (*place, case.0));
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found.last().filter(|_| more).map(|(place, case, ..)| format!("{place}.{}", case.0.simple()));
        let mut rows = Vec::with_capacity(found.len());
        for (_, case, capacity, last_at, body) in found {
            let capacity = named::<Capacity>(&capacity)?;
            rows.push(StoredRow::parse(&body)?.shown(case, capacity, last_at, self.0.rules.calendar.zone_name()));
        }
        Ok(QueuePage { rows, next })
    }

    pub async fn queue_counts(
        &self,
        user: UserId,
        organisation: OrganisationId,
        role: Role,
    ) -> Result<QueueCounts, StoreError> {
        let mut counts = QueueCounts::default();
        for (holder, apart) in queue_holders(user, organisation, role) {
            let (states, breached): (Vec<(Option<String>, i64)>, i64) = reading!(&self.0.database, |conn| {
                let states = entries_of!(holder, &apart)
                    .group_by(case_access::entry_state)
                    .select((case_access::entry_state, count_star()))
                    .load(conn)
                    .await?;
                let breached = entries_of!(holder, &apart)
                    .filter(case_access::queue_place.lt(IN_TIME))
                    .count()
                    .get_result(conn)
                    .await?;
                (states, breached)
            });
            for (state, count) in states {
                let state = state.as_deref().map(named::<EntryState>).transpose()?;
                *match state.ok_or_else(|| StoreError::Corrupt("an entry without a state".to_owned()))? {
                    EntryState::Waiting => &mut counts.waiting,
                    EntryState::Claimed => &mut counts.claimed,
                    EntryState::WaitingForParty => &mut counts.waiting_for_party,
                    EntryState::Remitted | EntryState::Forwarded | EntryState::Resolved => &mut counts.ended,
                } += count.unsigned_abs();
            }
            counts.breached += breached.unsigned_abs();
        }
        Ok(counts)
    }

    /// The open cases in which this person holds a seat by one of these roles, is named for it, or has the entry in
    /// hand, whatever has become of the membership with which they took it.
    pub async fn seats_by(
        &self,
        user: UserId,
        organisation: OrganisationId,
        roles: &[Role],
    ) -> Result<Vec<CaseId>, StoreError> {
        let holders: Vec<Key> = roles.iter().map(|role| seat_holder(user, organisation, *role)).collect();
        let seated = SEATED.map(|capacity| name_of(&capacity));
        let open = Phase::ALL.into_iter().filter(|phase| !phase.is_closed()).map(Phase::name);
        let cases: Vec<Key> = reading!(&self.0.database, |conn| {
            case_access::table
                .filter(case_access::holder.eq_any(holders))
                .filter(case_access::capacity.eq_any(seated))
                .filter(case_access::phase.eq_any(open))
                .order(case_access::case_id)
                .select(case_access::case_id)
                .distinct()
                .load(conn)
                .await?
        });
        Ok(cases.into_iter().map(|case| CaseId(case.0)).collect())
    }
}

impl Store {
    /// Cases of this company whose agreement is on its way: where the draft may wait for its legal identity.
    pub async fn agreed_with(&self, company: OrganisationId) -> Result<Vec<CaseId>, StoreError> {
        let found: Vec<Key> = reading!(&self.0.database, |conn| {
            cases::table
                .filter(cases::company_id.eq(Key(company.0)))
                .filter(cases::phase.eq(Phase::Agreed.name()))
                .order(cases::case_id)
                .select(cases::case_id)
                .load(conn)
                .await?
        });
        Ok(found.into_iter().map(|case| CaseId(case.0)).collect())
    }
}
