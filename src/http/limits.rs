//! Every size and rate that the outside is held to, in one place.

use std::time::Duration;

/// A JSON body: terms of forty obligations with long descriptions fit several times.
pub const JSON_BYTES_MAX: usize = 256 * 1024;
/// An uploaded file.
pub const EVIDENCE_BYTES_MAX: u64 = 20 * 1024 * 1024;
/// What a multipart form may hold besides the file.
pub const EVIDENCE_FORM_BYTES_MAX: u64 = EVIDENCE_BYTES_MAX + 64 * 1024;
/// Files in one case, all channels together.
pub const EVIDENCE_FILES_MAX: u64 = 200;
pub const EVIDENCE_NAME_CHARS_MAX: usize = 200;
/// A bundle handed to `POST verify`.
pub const BUNDLE_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Rows of a list, events of a page.
pub const ROWS_MAX: u16 = 100;
pub const ROWS_DEFAULT: u16 = 50;
pub const EVENTS_MAX: u16 = 500;
pub const EVENTS_DEFAULT: u16 = 100;
/// Search words.
pub const SEARCH_CHARS_MAX: usize = 100;
pub const NAME_CHARS_MAX: usize = 200;
pub const EMAIL_CHARS_MAX: usize = 254;

/// A token bucket: so many at once, then so many a second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    pub burst: f64,
    pub per_second: f64,
}

/// How often one address or one session may ask.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rates {
    /// Sign-in, links, refresh: per address.
    pub auth: Rate,
    /// Complaints: per address.
    pub complaints: Rate,
    /// Uploads: per session.
    pub uploads: Rate,
    /// Checking a bundle costs a second of work: per address.
    pub verify: Rate,
    /// Everything else: per session, or per address without one.
    pub any: Rate,
}

impl Default for Rates {
    fn default() -> Self {
        let rate = |burst, per_second| Rate { burst, per_second };
        Self {
            auth: rate(20.0, 0.5),
            complaints: rate(10.0, 0.05),
            uploads: rate(30.0, 0.5),
            verify: rate(5.0, 0.2),
            any: rate(300.0, 50.0),
        }
    }
}

/// How long a request may take to arrive, and a connection stay idle.
pub const HEAD_WAIT: Duration = Duration::from_secs(10);
pub const KEEP_ALIVE: Duration = Duration::from_secs(75);
/// After this, a peer that takes no bytes is cut off by the kernel.
pub const UNSENT_WAIT: Duration = Duration::from_secs(30);
