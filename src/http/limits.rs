//! The limits on sizes and rates of requests, in one place.

use crate::commands::pace::Rate;
use std::time::Duration;

/// A JSON body: terms of forty obligations with long descriptions fit several times.
pub const JSON_BYTES_MAX: usize = 256 * 1024;
/// What a form may hold besides its file.
pub const FORM_BYTES_MAX: usize = 8 * 1024;
/// A bundle handed to `POST verify`.
pub const BUNDLE_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Rows of a list, events of a page.
pub const ROWS_MAX: u16 = 100;
pub const ROWS_DEFAULT: u16 = 50;
pub const EVENTS_MAX: u16 = 500;
pub const EVENTS_DEFAULT: u16 = 100;
/// Search words.
pub const SEARCH_CHARS_MAX: usize = 100;

/// How often one address or one person may ask.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rates {
    /// Sign-in, links, refresh: per address.
    pub auth: Rate,
    /// Complaints: per address.
    pub complaints: Rate,
    /// Uploads: per person.
    pub uploads: Rate,
    /// Checking a bundle costs a second of work: per address.
    pub verify: Rate,
    /// Everything together, from one address: many people may share it.
    pub address: Rate,
    /// Everything together, by one person.
    pub person: Rate,
}

impl Rates {
    /// From how many requests one person may make in a second, on average.
    pub fn per_second(requests: u32) -> Self {
        let each = f64::from(requests.max(1));
        Self {
            person: Rate { burst: each * 4.0, per_second: each },
            address: Rate { burst: each * 20.0, per_second: each * 10.0 },
            ..Self::default()
        }
    }
}

impl Default for Rates {
    fn default() -> Self {
        let rate = |burst, per_second| Rate { burst, per_second };
        Self {
            auth: rate(30.0, 0.5),
            complaints: rate(10.0, 0.05),
            uploads: rate(30.0, 0.5),
            verify: rate(5.0, 0.2),
            address: rate(1_000.0, 500.0),
            person: rate(200.0, 50.0),
        }
    }
}

/// How long a request may take to arrive, and a connection stay idle.
pub const HEAD_WAIT: Duration = Duration::from_secs(10);
pub const KEEP_ALIVE: Duration = Duration::from_secs(75);
/// After this, a peer that takes no bytes is cut off by the kernel.
pub const UNSENT_WAIT: Duration = Duration::from_secs(30);
