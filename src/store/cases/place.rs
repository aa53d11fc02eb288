//! Where a case stands: in a list by what is due, and in the queue of a team.

use crate::store::code::name_of;
use acordo_domain::case::command::Priority;
use acordo_domain::case::state::EntryState;
use acordo_domain::moment::Moment;
use acordo_domain::view::CaseRow;

/// Beyond every date, in milliseconds.
const FAR: i64 = 1 << 48;

/// Where a case stands in a list by what is due: the earliest date first, then open cases without a date, then closed
/// ones, of both the latest movement first.
pub(super) fn due_place(turn: i32, until: Option<Moment>, last_at: Moment) -> i64 {
    let latest_first = FAR - last_at.millis().clamp(0, FAR);
    match (turn, until) {
        (0, _) => 3 * FAR + latest_first,
        (_, None) => 2 * FAR + latest_first,
        (_, Some(until)) => until.millis().clamp(0, FAR),
    }
}

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
