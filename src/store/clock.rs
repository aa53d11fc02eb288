//! Where the time comes from. It is handed in, so that ninety days run in a millisecond of a test.

use acordo_domain::moment::Moment;
use std::fmt::Debug;
use std::sync::atomic::{AtomicI64, Ordering};

pub trait Clock: Debug + Send + Sync {
    fn now(&self) -> Moment;
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

/// The machine's clock, and how far somebody has put it forward: for demonstrations.
#[derive(Debug, Default)]
pub struct AheadClock(AtomicI64);

impl AheadClock {
    pub const fn by(millis: i64) -> Self {
        Self(AtomicI64::new(millis))
    }
    /// Puts it forward and answers by how much in all.
    pub fn forward(&self, millis: i64) -> i64 {
        self.0.fetch_add(millis, Ordering::SeqCst) + millis
    }
}

impl Clock for AheadClock {
    fn now(&self) -> Moment {
        SystemClock.now().plus_millis(self.0.load(Ordering::SeqCst))
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        Moment::from_millis(self.0.load(Ordering::SeqCst))
    }
}
