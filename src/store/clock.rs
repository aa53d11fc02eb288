//! Where the time comes from. It is handed in, so that ninety days run in a millisecond of a test.

use acordo_domain::moment::Moment;
use std::fmt::Debug;
use std::sync::atomic::{AtomicI64, Ordering};

pub trait Clock: Debug + Send + Sync {
    fn now(&self) -> Moment;
    /// Somebody puts it forward on purpose: it is never taken for a clock that went wrong.
    fn is_moved_by_hand(&self) -> bool {
        false
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        jiff::Timestamp::now().into()
    }
}

/// A clock that stands still until somebody moves it.
#[derive(Debug)]
pub struct HandClock(AtomicI64);

impl HandClock {
    pub fn at(now: Moment) -> Self {
        Self(AtomicI64::new(now.millis()))
    }
    pub fn set(&self, now: Moment) {
        self.0.store(now.millis(), Ordering::SeqCst);
    }
    pub fn advance_millis(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

/// Goes as fast as the machine's clock and shows another time: for demonstrations, whose visitors put it
/// forward, and for tests, each of which has its own day.
#[derive(Debug, Default)]
pub struct AheadClock {
    /// Where it began, as its distance from the machine's clock. It may lie behind.
    began: i64,
    forward: AtomicI64,
}

impl AheadClock {
    pub const fn new(began: i64, forward: i64) -> Self {
        Self { began, forward: AtomicI64::new(forward) }
    }
    /// Shows this moment now and goes on from there.
    pub fn from(now: Moment) -> Self {
        Self::new(now.millis() - SystemClock.now().millis(), 0)
    }
    /// Puts it forward and answers by how much in all since it began.
    pub fn forward(&self, millis: i64) -> i64 {
        self.forward.fetch_add(millis, Ordering::SeqCst) + millis
    }
}

impl Clock for AheadClock {
    fn now(&self) -> Moment {
        SystemClock.now().plus_millis(self.began + self.forward.load(Ordering::SeqCst))
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        Moment::from_millis(self.0.load(Ordering::SeqCst))
    }
    fn is_moved_by_hand(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use acordo_domain::moment::{DAY_MILLIS, SECOND_MILLIS};

    #[test]
    fn a_clock_that_begins_on_another_day_goes_on_from_there() {
        let begin: Moment = "2026-11-23T12:00:00.000Z".parse().unwrap();
        let clock = AheadClock::from(begin);
        let passed = |clock: &AheadClock| clock.now().millis() - begin.millis();
        assert!((0..60 * SECOND_MILLIS).contains(&passed(&clock)));
        assert_eq!(clock.forward(DAY_MILLIS), DAY_MILLIS);
        assert_eq!(clock.forward(DAY_MILLIS), 2 * DAY_MILLIS, "where it began is not counted");
        assert!((2 * DAY_MILLIS..2 * DAY_MILLIS + 60 * SECOND_MILLIS).contains(&passed(&clock)));
    }
}
