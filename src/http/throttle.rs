//! Rate limits per address and per person: token buckets in a bounded map.

use crate::commands::pace::{Bucket, Rate};
use crate::http::limits::Rates;
use crate::problem::{Fault, Shell};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// The kinds of requests that have a limit of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    Auth,
    Complaints,
    Uploads,
    Verify,
    Address,
    Person,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    Address(IpAddr),
    Person(Uuid),
}

#[derive(Debug)]
pub struct Throttle {
    rates: Rates,
    began: Instant,
    buckets: moka::sync::Cache<(What, Whose), Arc<Mutex<Bucket>>>,
}

impl Throttle {
    pub fn new(rates: Rates) -> Self {
        Self {
            rates,
            began: Instant::now(),
            buckets: moka::sync::Cache::builder()
                .max_capacity(200_000)
                .time_to_idle(Duration::from_secs(3_600))
                .build(),
        }
    }

    const fn rate(&self, what: What) -> Rate {
        match what {
            What::Auth => self.rates.auth,
            What::Complaints => self.rates.complaints,
            What::Uploads => self.rates.uploads,
            What::Verify => self.rates.verify,
            What::Address => self.rates.address,
            What::Person => self.rates.person,
        }
    }

    pub fn take(&self, what: What, whose: Whose) -> Result<(), Fault> {
        let (rate, now) = (self.rate(what), self.began.elapsed().as_secs_f64());
        let bucket = self.buckets.get_with((what, whose), || Arc::new(Mutex::new(Bucket::full(rate, now))));
        let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
        bucket.take(rate, now).map_err(|seconds| Fault::new(Shell::RateLimited).after_seconds(seconds))
    }
}

/// A home or an office has a whole /64 of IPv6; it counts as one.
pub fn counted(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => match six.to_ipv4_mapped() {
            Some(four) => IpAddr::V4(four),
            None => IpAddr::V6((u128::from(six) & !u128::from(u64::MAX)).into()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_does_not_use_up_what_is_anothers() {
        let throttle = Throttle::new(Rates { auth: Rate { burst: 2.0, per_second: 0.001 }, ..Rates::default() });
        let whose = |text: &str| Whose::Address(counted(text.parse().unwrap()));
        for _ in 0..2 {
            assert!(throttle.take(What::Auth, whose("192.0.2.1")).is_ok());
        }
        let fault = throttle.take(What::Auth, whose("192.0.2.1")).unwrap_err();
        assert_eq!((fault.code.text(), fault.retry_after_seconds.is_some()), ("rate_limited", true));
        assert!(throttle.take(What::Auth, whose("192.0.2.2")).is_ok());
        assert!(throttle.take(What::Uploads, whose("192.0.2.1")).is_ok());
        assert_eq!(whose("2001:db8::1"), whose("2001:db8::2"));
        assert_eq!(whose("::ffff:192.0.2.1"), whose("192.0.2.1"));
    }
}
