//! A token bucket: so many at once, then so many a second.

/// How much is allowed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    pub burst: f64,
    pub per_second: f64,
}

impl Rate {
    /// So many on average, and five seconds' worth at once.
    pub fn per_second(count: u32) -> Self {
        Self { burst: f64::from(count) * 5.0, per_second: f64::from(count) }
    }
}

/// Sixteen bytes of state. The time is given, in seconds since any fixed moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bucket {
    left: f64,
    at_seconds: f64,
}

impl Bucket {
    pub const fn full(rate: Rate, now_seconds: f64) -> Self {
        Self { left: rate.burst, at_seconds: now_seconds }
    }

    pub const fn left(&self) -> f64 {
        self.left
    }

    /// Gives one back.
    pub fn give_back(&mut self, rate: Rate) {
        self.left = (self.left + 1.0).min(rate.burst);
    }

    /// Takes one, or says how many whole seconds to wait.
    pub fn take(&mut self, rate: Rate, now_seconds: f64) -> Result<(), u64> {
        let passed = (now_seconds - self.at_seconds).max(0.0);
        self.left = (self.left + passed * rate.per_second).min(rate.burst);
        self.at_seconds = now_seconds;
        if self.left >= 1.0 {
            self.left -= 1.0;
            return Ok(());
        }
        let wait = ((1.0 - self.left) / rate.per_second.max(1e-6)).ceil();
        Err((wait as u64).clamp(1, 86_400))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_gives_its_burst_and_then_its_rate() {
        let rate = Rate { burst: 3.0, per_second: 0.5 };
        let mut bucket = Bucket::full(rate, 0.0);
        assert_eq!([(); 4].map(|()| bucket.take(rate, 0.0)), [Ok(()), Ok(()), Ok(()), Err(2)]);
        assert_eq!(bucket.take(rate, 2.0), Ok(()));
        assert_eq!(bucket.take(rate, 2.0), Err(2));
    }

    #[test]
    fn a_clock_that_goes_back_gives_nothing_away() {
        let rate = Rate { burst: 1.0, per_second: 1.0 };
        let mut bucket = Bucket::full(rate, 100.0);
        assert_eq!(bucket.take(rate, 100.0), Ok(()));
        assert_eq!(bucket.take(rate, 50.0), Err(1));
    }
}
