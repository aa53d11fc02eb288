//! Until when something holds, where its author may say so. A length begins by the server's clock, so that a device
//! whose own clock is slow or fast says the same as any other; a time is taken as it was given.

use super::Decision;
use crate::case::refusal::{Refusal, Refused};
use crate::moment::{DAY_MILLIS, Moment};

/// What the author of a command said: a number of days, a time, or neither.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lasting {
    pub days: Option<u32>,
    pub time: Option<Moment>,
    /// The fields of the command, as a refusal points to them.
    pub days_field: &'static str,
    pub time_field: &'static str,
    pub days_max: u32,
}

impl Decision<'_> {
    /// None where the author said nothing. `end` counts the days from now.
    pub(super) fn until(&self, said: Lasting, end: impl Fn(u32) -> Moment) -> Result<Option<Moment>, Refused> {
        let Lasting { days_field, time_field, days_max, .. } = said;
        match (said.days, said.time) {
            (None, None) => Ok(None),
            (Some(_), Some(_)) => Err(Refusal::ValidityTwice.at(time_field)),
            (Some(0), None) => Err(Refusal::ValidityInThePast.at(days_field)),
            (Some(days), None) if days > days_max => Err(Refusal::ValidityTooLong.at(days_field)),
            (Some(days), None) => Ok(Some(end(days))),
            (None, Some(time)) if time <= self.now() => Err(Refusal::ValidityInThePast.at(time_field)),
            (None, Some(time)) if time > self.now().plus_millis(i64::from(days_max) * DAY_MILLIS) => {
                Err(Refusal::ValidityTooLong.at(time_field))
            }
            (None, Some(time)) => Ok(Some(time)),
        }
    }
}
