//! Where a case stands in the queue of a team.

use crate::store::code::name_of;
use acordo_domain::case::command::Priority;
use acordo_domain::case::state::EntryState;
use acordo_domain::view::CaseRow;

/// Where a case stands in the queue of a team, and how its entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QueuePlace {
    /// The smallest is served first.
    pub place: i64,
    pub state: String,
}

/// From here on what is over, the last first; before it what is open, by age.
const ENDED: i64 = 1 << 52;
/// From here on what is in time.
pub(super) const IN_TIME: i64 = 1 << 51;
const PRIORITY: i64 = 1 << 48;

impl QueuePlace {
    /// Breached first, then by priority, then by age; what is over comes last.
    pub fn of(row: &CaseRow) -> Option<Self> {
        let entry = row.entry.as_ref()?;
        let place = match entry.state {
            EntryState::Resolved | EntryState::Forwarded | EntryState::Remitted => {
                ENDED + (ENDED - entry.ended_at.unwrap_or(entry.since).millis().clamp(0, ENDED))
            }
            EntryState::Waiting | EntryState::Claimed | EntryState::WaitingForParty => {
                let priority = match entry.priority {
                    Priority::Urgent => 0,
                    Priority::Normal => 1,
                    Priority::Low => 2,
                };
                let in_time = if entry.breached { 0 } else { IN_TIME };
                in_time + priority * PRIORITY + entry.since.millis().clamp(0, PRIORITY - 1)
            }
        };
        Some(Self { place, state: name_of(&entry.state) })
    }
}
