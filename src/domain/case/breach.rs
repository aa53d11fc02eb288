//! When an obligation that nobody reported is in breach.

use crate::case::state::{Owing, Procedure};
use crate::moment::Moment;
use crate::rules::Rules;

/// Since when the days run after which an obligation is in breach, and their end.
pub(super) fn breach(owing: &Owing, rules: &Rules) -> (Moment, Moment) {
    let in_time = rules.calendar.in_time_until(owing.what.due);
    // Who reported in time and is contradicted later has the same days as who was late.
    let from = owing.account().disputed_at.map_or(in_time, |at| at.max(in_time));
    (from, rules.calendar.deadline(from.plus_millis(-1), rules.breach_days))
}

/// By when an obligation is in breach of which no event will say so, since the case is closed.
pub(super) fn breach_unsaid(procedure: &Procedure, owing: &Owing, rules: &Rules) -> Option<Moment> {
    let open = owing.breached_at.is_none() && owing.account().unreported() > 0;
    (open && procedure.phase().is_closed()).then(|| breach(owing, rules).1)
}

/// Its days are over: an event says so, or the calendar where the case is closed.
pub(super) fn is_breached(procedure: &Procedure, owing: &Owing, rules: &Rules, now: Moment) -> bool {
    owing.breached_at.is_some() || breach_unsaid(procedure, owing, rules).is_some_and(|from| from <= now)
}
