//! The limits on sizes and rates of requests, in one place.

use crate::commands::pace::Rate;
use crate::config::Limits;
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
/// Entries of a queue in one page.
pub const ENTRIES_MAX: u16 = 500;
pub const ENTRIES_DEFAULT: u16 = 100;
/// Search words.
pub const SEARCH_CHARS_MAX: usize = 100;

/// How often one address or one person may ask. Behind one address there may be an office or a carrier's customers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rates {
    /// Sign-in and links: per address.
    pub auth: Rate,
    /// Renewing a session: per refresh token.
    pub refresh: Rate,
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
    /// Files, cases and records of one person in a day.
    pub files: Rate,
    pub cases: Rate,
    pub exports: Rate,
    /// Cases that begin with a mail to one address, in a day.
    pub recipient: Rate,
}

impl Rates {
    /// The same for everything, as in tests and measurements.
    pub const fn equal(rate: Rate) -> Self {
        Self {
            auth: rate,
            refresh: rate,
            complaints: rate,
            uploads: rate,
            verify: rate,
            address: rate,
            person: rate,
            files: rate,
            cases: rate,
            exports: rate,
            recipient: rate,
        }
    }

    pub fn of(limits: &Limits) -> Self {
        let each = f64::from(limits.requests_per_second_max.max(1));
        Self {
            auth: per_minute(limits.sign_ins_per_minute_max),
            refresh: Rate { burst: 20.0, per_second: 0.2 },
            complaints: per_minute(limits.complaints_per_minute_max),
            uploads: per_minute(limits.uploads_per_minute_max),
            verify: per_minute(limits.verifications_per_minute_max),
            person: Rate { burst: each * 4.0, per_second: each },
            address: Rate { burst: each * 20.0, per_second: each * 10.0 },
            files: per_day(limits.files_per_day_max),
            cases: per_day(limits.cases_per_day_max),
            exports: per_day(limits.exports_per_day_max),
            recipient: per_day(limits.cases_per_recipient_max),
        }
    }
}

/// A minute's worth at once.
fn per_minute(count: u32) -> Rate {
    let count = f64::from(count.max(1));
    Rate { burst: count, per_second: count / 60.0 }
}

/// A day's worth at once.
fn per_day(count: u32) -> Rate {
    let count = f64::from(count.max(1));
    Rate { burst: count, per_second: count / 86_400.0 }
}

/// How long a request may take to arrive, and a connection stay idle.
pub const HEAD_WAIT: Duration = Duration::from_secs(10);
pub const KEEP_ALIVE: Duration = Duration::from_secs(75);
/// After this, a peer that takes no bytes is cut off by the kernel.
pub const UNSENT_WAIT: Duration = Duration::from_secs(30);
