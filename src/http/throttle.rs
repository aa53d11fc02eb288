//! Rate limits per address and per person: token buckets in a bounded map.

use crate::commands::pace::{Bucket, Rate};
use crate::http::limits::Rates;
use crate::problem::{Fault, Shell};
use actix_web::http::Method;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// The kinds of requests that have a limit of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    Auth,
    Refresh,
    Complaints,
    Uploads,
    Verify,
    Address,
    Person,
    /// In a day.
    Files,
    Cases,
    Exports,
    /// Cases that begin with a mail to one address.
    Recipient,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    Address(IpAddr),
    Person(Uuid),
    /// The hash of a secret that somebody shows.
    Token([u8; 32]),
}

/// What is left of a limit, for the headers `RateLimit` and `RateLimit-Policy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLeft {
    pub name: &'static str,
    /// At once, and in how many seconds all of it is back.
    pub quota: u64,
    pub window_seconds: u64,
    pub left: u64,
}

impl What {
    const fn name(self) -> &'static str {
        match self {
            Self::Auth => "auth",
            Self::Refresh => "refresh",
            Self::Complaints => "complaints",
            Self::Uploads => "uploads",
            Self::Verify => "verify",
            Self::Address => "address",
            Self::Person => "person",
            Self::Files => "files",
            Self::Cases => "cases",
            Self::Exports => "exports",
            Self::Recipient => "recipient",
        }
    }
}

impl What {
    const fn refusal(self) -> Shell {
        match self {
            Self::Files | Self::Cases | Self::Exports => Shell::QuotaUsed,
            Self::Recipient => Shell::AddressQuotaUsed,
            _ => Shell::RateLimited,
        }
    }

    /// What of a day a request of somebody who is signed in takes; `file` is what its route names so.
    pub fn of_a_day(method: &Method, route: &str, file: Option<&str>) -> Option<Self> {
        match (method.as_str(), route.strip_prefix("/api/v1")?) {
            ("POST", "/cases/{case}/channels/{channel}/evidence" | "/cases/{case}/evidence/{id}/share") => {
                Some(Self::Files)
            }
            ("POST", "/complaints/invite") => Some(Self::Cases),
            // With the record that proves it, a paper is an export as well.
            ("GET", "/cases/{case}/papers/{file}") if file?.ends_with(".zip") => Some(Self::Exports),
            ("GET", "/cases/{case}/record.zip" | "/cases/{case}/volume.pdf" | "/my_data.zip")
            | ("POST", "/agreements/export") => Some(Self::Exports),
            _ => None,
        }
    }
}

/// An export that this request has taken of its person's day; a refusal gives it back.
#[derive(Debug, Clone, Copy)]
pub struct TakenExport(pub Whose);

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
                .time_to_idle(Duration::from_secs(86_400))
                .build(),
        }
    }

    const fn rate(&self, what: What) -> Rate {
        match what {
            What::Auth => self.rates.auth,
            What::Refresh => self.rates.refresh,
            What::Complaints => self.rates.complaints,
            What::Uploads => self.rates.uploads,
            What::Verify => self.rates.verify,
            What::Address => self.rates.address,
            What::Person => self.rates.person,
            What::Files => self.rates.files,
            What::Cases => self.rates.cases,
            What::Exports => self.rates.exports,
            What::Recipient => self.rates.recipient,
        }
    }

    /// Gives back what a request took that got nothing for it.
    pub fn give_back(&self, what: What, whose: Whose) {
        if let Some(bucket) = self.buckets.get(&(what, whose)) {
            bucket.lock().unwrap_or_else(PoisonError::into_inner).give_back(self.rate(what));
        }
    }

    /// Takes one, and says what is left.
    pub fn take(&self, what: What, whose: Whose) -> Result<RateLeft, Fault> {
        let (rate, now) = (self.rate(what), self.began.elapsed().as_secs_f64());
        let bucket = self.buckets.get_with((what, whose), || Arc::new(Mutex::new(Bucket::full(rate, now))));
        let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
        bucket.take(rate, now).map_err(|seconds| Fault::new(what.refusal()).after_seconds(seconds))?;
        Ok(RateLeft {
            name: what.name(),
            quota: rate.burst as u64,
            window_seconds: (rate.burst / rate.per_second.max(1e-6)).ceil() as u64,
            left: bucket.left() as u64,
        })
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

    fn rates() -> Rates {
        Rates::equal(Rate { burst: 60.0, per_second: 1.0 })
    }

    #[test]
    fn what_is_left_is_told() {
        let throttle = Throttle::new(rates());
        let told = throttle.take(What::Complaints, Whose::Token([1; 32])).unwrap();
        assert_eq!(told, RateLeft { name: "complaints", quota: 60, window_seconds: 60, left: 59 });
    }

    #[test]
    fn one_address_does_not_use_up_what_is_anothers() {
        let throttle = Throttle::new(Rates { auth: Rate { burst: 2.0, per_second: 0.001 }, ..rates() });
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
