//! The queues of ombudsman and legal teams, in the order in which they are worked through.
//! And the seats that somebody holds for an organisation, for the day they leave it.

use super::listed::{role_holder, seat_holder};
use crate::store::Store;
use crate::store::code::{name_of, named};
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::{case_access, case_rows, cases};
use crate::store::sql::Key;
use acordo_domain::case::command::Priority;
use acordo_domain::case::show::Audience;
use acordo_domain::case::state::EntryState;
use acordo_domain::id::{CaseId, OrganisationId, UserId};
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Capacity, Role};
use acordo_domain::view::CaseRow;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::BTreeMap;

/// Entries that a board shows. A team with more has a staffing problem, not a paging problem.
const ENTRIES_MAX: i64 = 500;

/// The capacities that a member has by a seat of their own and not by the role alone.
const SEATED: [Capacity; 5] =
    [Capacity::Company, Capacity::Mediator, Capacity::AssignedMediator, Capacity::Ombudsman, Capacity::Legal];

impl Store {
    /// The entries of one team's queue: breached first, then by priority, then by age.
    pub async fn queue(
        &self,
        user: UserId,
        organisation: OrganisationId,
        role: Role,
    ) -> Result<Vec<CaseRow>, StoreError> {
        let holders = [role_holder(organisation, role), seat_holder(user, organisation, role)];
        let found: Vec<(String, String, String)> =
            reading!(&self.0.database, |conn| {
                case_access::table
                    .inner_join(case_rows::table.on(
                        case_rows::case_id.eq(case_access::case_id).and(case_rows::audience.eq(case_access::audience)),
                    ))
                    .filter(case_access::holder.eq_any(holders))
                    .filter(case_access::audience.eq(name_of(&Audience::Entry)))
                    .order(case_access::last_at.desc())
                    .limit(ENTRIES_MAX)
                    .select((case_access::holder, case_access::capacity, case_rows::body))
                    .load(conn)
                    .await?
            });
        let mut rows: BTreeMap<_, CaseRow> = BTreeMap::new();
        let own = seat_holder(user, organisation, role);
        for (holder, capacity, body) in found {
            let mut row: CaseRow =
                serde_json::from_str(&body).map_err(|error| StoreError::Corrupt(error.to_string()))?;
            row.capacity = named::<Capacity>(&capacity)?;
            // The officer who holds the entry lists it once, in that capacity.
            if holder == own || !rows.contains_key(&row.id) {
                rows.insert(row.id, row);
            }
        }
        let mut rows: Vec<CaseRow> = rows.into_values().collect();
        rows.sort_by_key(order);
        Ok(rows)
    }

    /// The open cases in which this person holds a seat by one of these roles, is named for it, or has the entry in
    /// hand, whatever has become of the membership with which they took it.
    pub async fn seats_by(
        &self,
        user: UserId,
        organisation: OrganisationId,
        roles: &[Role],
    ) -> Result<Vec<CaseId>, StoreError> {
        let holders: Vec<String> = roles.iter().map(|role| seat_holder(user, organisation, *role)).collect();
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

fn order(row: &CaseRow) -> (bool, bool, Priority, acordo_domain::moment::Moment, CaseId) {
    match &row.entry {
        Some(entry) => {
            let over = matches!(entry.state, EntryState::Resolved | EntryState::Forwarded | EntryState::Remitted);
            (over, !entry.breached, entry.priority, entry.since, row.id)
        }
        None => (true, true, Priority::Low, row.last_at, row.id),
    }
}
