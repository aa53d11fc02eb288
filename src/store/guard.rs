//! Whether the clock can be believed. One that jumps ahead would end every case at once, and nothing takes that back.

use super::{Clock, Store, StoreError};
use acordo_domain::moment::{DAY_MILLIS, HOUR_MILLIS, Moment};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How far the clock may go ahead of what the machine counted meanwhile.
const AHEAD_MAX_MILLIS: i64 = HOUR_MILLIS;
/// A confirmation is of the time that is shown, as somebody just read it.
const CONFIRMED_MILLIS: i64 = HOUR_MILLIS;
const NOTE_EVERY: Duration = Duration::from_secs(600);
/// In the folder of the data: what `acordo clock confirm` wrote for a server that is running.
const CONFIRMED_FILE: &str = "clock-confirmed";
const LAST_KNOWN: &str = "clock_last_known";
const CONFIRMED: &str = "clock_confirmed";

/// A clock that is not where it was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockJump {
    /// The last time that was believed, with what was counted since.
    pub expected: Moment,
    pub shown: Moment,
}

/// Looks at the clock and remembers. All clones are one; a clock that is moved by hand has none.
#[derive(Debug, Clone, Default)]
pub struct ClockGuard(Option<Arc<Guarded>>);

#[derive(Debug)]
struct Guarded {
    clock: Arc<dyn Clock>,
    confirmed: PathBuf,
    trust: Mutex<Trust>,
    /// One looks at a time: who confirmed is heard once, and everybody goes by it.
    looking: tokio::sync::Mutex<()>,
}

/// A time that was believed, when that was by the machine's own counting, and how far ahead of both it may be now.
#[derive(Debug, Clone, Copy)]
struct Trust {
    time: Moment,
    counted_from: Instant,
    ahead_max_millis: i64,
    /// Ahead: why nothing happens for now that only a date calls for.
    jump: Option<ClockJump>,
    /// Nothing is due too early, but what happens is written down with a time that was before.
    behind: Option<ClockJump>,
    noted: Option<Instant>,
}

impl Trust {
    const fn new(time: Moment, counted_from: Instant, ahead_max_millis: i64) -> Self {
        Self { time, counted_from, ahead_max_millis, jump: None, behind: None, noted: None }
    }

    fn expected(&self, now: Instant) -> Moment {
        let counted = now.saturating_duration_since(self.counted_from).as_millis();
        self.time.plus_millis(i64::try_from(counted).unwrap_or(i64::MAX))
    }

    fn look(&self, shown: Moment, now: Instant) -> Option<ClockJump> {
        let expected = self.expected(now);
        (shown.millis() - expected.millis() > self.ahead_max_millis).then_some(ClockJump { expected, shown })
    }

    fn is_behind(&self, shown: Moment, now: Instant) -> Option<ClockJump> {
        let expected = self.expected(now);
        (expected.millis() - shown.millis() > AHEAD_MAX_MILLIS).then_some(ClockJump { expected, shown })
    }

    /// A clock that went back is not followed: when it returns it is where it was believed to be.
    fn believe(&mut self, shown: Moment, now: Instant) {
        self.jump = None;
        self.behind = self.is_behind(shown, now);
        if self.behind.is_none() {
            self.follow(shown, now);
        }
    }

    fn follow(&mut self, shown: Moment, now: Instant) {
        (self.jump, self.behind) = (None, None);
        (self.time, self.counted_from, self.ahead_max_millis) = (shown, now, AHEAD_MAX_MILLIS);
    }
}

impl ClockGuard {
    /// At the start: a time long after the last that is known is not believed, and one before it is told of. Who moves
    /// the clock by hand, as a demonstration does, is not watched.
    pub async fn start(
        store: &Store,
        clock: Arc<dyn Clock>,
        data_dir: &Path,
        away_days_max: u32,
    ) -> Result<Self, StoreError> {
        if clock.is_moved_by_hand() {
            return Ok(Self(None));
        }
        let (shown, counted_from) = (clock.now(), Instant::now());
        let known = store.kept_time(LAST_KNOWN).await?;
        let away = i64::from(away_days_max) * DAY_MILLIS;
        let mut trust = Trust::new(known.unwrap_or(shown), counted_from, away);
        match trust.look(shown, counted_from) {
            Some(jump) => trust.jump = Some(jump),
            None => trust.believe(shown, counted_from),
        }
        let guard = Guarded {
            clock,
            confirmed: data_dir.join(CONFIRMED_FILE),
            trust: Mutex::new(trust),
            looking: tokio::sync::Mutex::default(),
        };
        tell(trust.jump, None);
        tell_behind(trust.behind, None);
        Ok(Self(Some(Arc::new(guard))))
    }

    /// A clock that is behind the last known time, as it was at the last look.
    pub fn behind(&self) -> Option<ClockJump> {
        self.0.as_ref().and_then(|guard| guard.trust().behind)
    }

    /// Why deadlines have no effect, as it was at the last look.
    pub fn jump(&self) -> Option<ClockJump> {
        self.0.as_ref().and_then(|guard| guard.trust().jump)
    }

    /// The time, or why it is not believed: then nothing that only a date calls for may happen.
    pub async fn look(&self, store: &Store) -> Result<Moment, ClockJump> {
        let Some(guard) = &self.0 else { return Ok(store.now()) };
        let _alone = guard.looking.lock().await;
        let (shown, now) = (guard.clock.now(), Instant::now());
        let (before, jump, behind) = {
            let trust = guard.trust();
            (*trust, trust.look(shown, now), trust.is_behind(shown, now))
        };
        let confirmed = (jump.is_some() || behind.is_some()) && guard.is_confirmed(store, shown).await;
        if let (Some(jump), false) = (jump, confirmed) {
            guard.trust().jump = Some(jump);
            tell(Some(jump), before.jump);
            return Err(jump);
        }
        let note = {
            let mut trust = guard.trust();
            if confirmed {
                trust.follow(shown, now);
                trust.noted = None;
            } else {
                trust.believe(shown, now);
            }
            let due = trust.noted.is_none_or(|at| now.saturating_duration_since(at) >= NOTE_EVERY);
            let note = due && trust.behind.is_none();
            if note {
                trust.noted = Some(now);
            }
            note
        };
        if jump.is_some() || before.jump.is_some() {
            tracing::warn!(%shown, "the clock is believed again: deadlines have their effect");
            metrics::gauge!("acordo_clock_held").set(0.0);
        }
        tell_behind(guard.trust().behind, before.behind);
        if note {
            // A smaller time than the one that is known is kept only where somebody said that it is right.
            let kept = if confirmed {
                store.keep_time(LAST_KNOWN, shown).await
            } else {
                store.keep_later_time(LAST_KNOWN, shown).await
            };
            if let Err(error) = kept {
                tracing::warn!(%error, "the time cannot be noted");
            }
        }
        Ok(shown)
    }

    /// Confirms the time that this machine shows, for a server with this folder that runs now or starts next.
    pub fn confirm_by_file(data_dir: &Path, shown: Moment) -> io::Result<()> {
        std::fs::write(data_dir.join(CONFIRMED_FILE), shown.to_string())
    }

    /// The same for every server on this database.
    pub async fn confirm_in(store: &Store, shown: Moment) -> Result<(), StoreError> {
        store.keep_time(CONFIRMED, shown).await
    }
}

impl Guarded {
    fn trust(&self) -> MutexGuard<'_, Trust> {
        self.trust.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn is_confirmed(&self, store: &Store, shown: Moment) -> bool {
        let of_now = |time: &Moment| (shown.millis() - time.millis()).abs() <= CONFIRMED_MILLIS;
        let text = tokio::fs::read_to_string(&self.confirmed).await.ok();
        if text.and_then(|text| text.trim().parse().ok()).as_ref().is_some_and(of_now) {
            if let Err(error) = tokio::fs::remove_file(&self.confirmed).await {
                tracing::warn!(%error, "the confirmation stays where it is");
            }
            return true;
        }
        // On SQLite nobody else can have written it.
        store.is_shared() && store.kept_time(CONFIRMED).await.ok().flatten().as_ref().is_some_and(of_now)
    }
}

/// Once when it begins.
fn tell(jump: Option<ClockJump>, before: Option<ClockJump>) {
    if let (Some(ClockJump { expected, shown }), None) = (jump, before) {
        metrics::gauge!("acordo_clock_held").set(1.0);
        tracing::error!(
            %expected, %shown,
            "the clock went ahead of what is known: no deadline has any effect by itself until the clock is right, or \
             `acordo clock confirm` says that it is"
        );
    }
}

/// Once when it begins, and once when it ends.
fn tell_behind(behind: Option<ClockJump>, before: Option<ClockJump>) {
    match (behind, before) {
        (Some(ClockJump { expected, shown }), None) => tracing::error!(
            %expected, %shown,
            "the clock is behind the last known time: what happens now is written down as if it were earlier. Set the \
             clock right; if it is, and was wrong before, `acordo clock confirm` says so"
        ),
        (None, Some(_)) => tracing::warn!("the clock is no longer behind the last known time"),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trust(time: Moment, counted_from: Instant) -> Trust {
        Trust::new(time, counted_from, AHEAD_MAX_MILLIS)
    }

    #[test]
    fn only_what_was_not_counted_is_a_jump() {
        let (noon, start): (Moment, _) = ("2026-11-23T12:00:00.000Z".parse().unwrap(), Instant::now());
        let trust = trust(noon, start);
        let later = |hours: u64| start + Duration::from_secs(hours * 3_600);
        assert_eq!(trust.look(noon.plus_hours(1), later(0)), None);
        assert_eq!(trust.look(noon.plus_hours(9), later(8)), None, "the machine counted eight of them");
        assert_eq!(trust.look(noon.plus_days(-400), later(0)), None, "nothing is due earlier than it was");
        let jump = trust.look(noon.plus_days(400), later(8)).unwrap();
        assert_eq!(jump, ClockJump { expected: noon.plus_hours(8), shown: noon.plus_days(400) });
    }

    #[test]
    fn a_clock_that_comes_back_is_where_it_was_believed_to_be() {
        let (noon, start): (Moment, _) = ("2026-11-23T12:00:00.000Z".parse().unwrap(), Instant::now());
        let mut trust = trust(noon, start);
        trust.believe(noon.plus_days(-2), start);
        assert_eq!(trust.look(noon.plus_millis(5_000), start), None);
        // A clock that drifts is followed.
        for quarter in 1..40 {
            let shown = noon.plus_millis(quarter * HOUR_MILLIS / 4);
            assert_eq!(trust.look(shown, start), None);
            trust.believe(shown, start);
        }
    }
}
