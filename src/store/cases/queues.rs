//! The boards of ombudsman and legal teams: what a team may list, in the order in which it is served.
//! And where somebody sits for a company, for the day they leave it.

use super::listed::{role_holder, seat_holder};
use crate::store::Store;
use crate::store::code::{name_of, named};
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::{case_access, case_rows};
use crate::store::sql::Key;
use acordo_domain::case::command::Priority;
use acordo_domain::case::show::Audience;
use acordo_domain::id::{CaseId, OrganisationId, UserId};
use acordo_domain::seat::{Capacity, Role};
use acordo_domain::view::{CaseRow, EntryState};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::BTreeMap;

/// Entries that a board shows. A team with more has a staffing problem, not a paging problem.
const ENTRIES_MAX: i64 = 500;

impl Store {
    /// The entries of one team's queue: breached first, then by priority, then by age.
    pub async fn queue(&self, user: UserId, of: OrganisationId, role: Role) -> Result<Vec<CaseRow>, StoreError> {
        let holders = [role_holder(of, role), seat_holder(user, of, role)];
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
        let own = seat_holder(user, of, role);
        for (holder, capacity, body) in found {
            let mut row: CaseRow =
                serde_json::from_str(&body).map_err(|error| StoreError::Corrupt(error.to_string()))?;
            row.capacity = named::<Capacity>(&capacity)?;
            // Whoever holds the entry lists it once, as its officer.
            if holder == own || !rows.contains_key(&row.id) {
                rows.insert(row.id, row);
            }
        }
        let mut rows: Vec<CaseRow> = rows.into_values().collect();
        rows.sort_by_key(order);
        Ok(rows)
    }

    /// The cases in which this person holds the company's seat, whatever has become of the membership
    /// with which they took it.
    pub async fn company_seats(&self, user: UserId, of: OrganisationId) -> Result<Vec<CaseId>, StoreError> {
        let holders = [Role::Manager, Role::Rep].map(|role| seat_holder(user, of, role));
        let cases: Vec<Key> = reading!(&self.0.database, |conn| {
            case_access::table
                .filter(case_access::holder.eq_any(holders))
                .filter(case_access::capacity.eq(name_of(&Capacity::Company)))
                .order(case_access::case_id)
                .select(case_access::case_id)
                .distinct()
                .load(conn)
                .await?
        });
        Ok(cases.into_iter().map(|case| CaseId(case.0)).collect())
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
