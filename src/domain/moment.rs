//! A point in time, in milliseconds. The domain never reads a clock; it is told.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Milliseconds since 1970-01-01T00:00:00Z; written `2026-11-21T18:00:00.000Z` (record.md, "Bytes").
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Moment(i64);

/// The text is not a time of the years 0001 to 9999 in the form `2026-11-21T18:00:00.000Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a time is written 2026-11-21T18:00:00.000Z")]
pub struct BadMoment;

pub const SECOND_MILLIS: i64 = 1_000;
pub const HOUR_MILLIS: i64 = 3_600 * SECOND_MILLIS;
pub const DAY_MILLIS: i64 = 24 * HOUR_MILLIS;

impl Moment {
    const FIRST: i64 = -62_135_596_800_000;
    const LAST: i64 = 253_402_300_799_999;

    /// Clamped to the years 0001 to 9999, so that every `Moment` can be written.
    pub const fn from_millis(millis: i64) -> Self {
        if millis < Self::FIRST {
            Self(Self::FIRST)
        } else if millis > Self::LAST {
            Self(Self::LAST)
        } else {
            Self(millis)
        }
    }
    pub const fn millis(self) -> i64 {
        self.0
    }
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self::from_millis(self.0.saturating_add(millis))
    }
    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_millis(hours.saturating_mul(HOUR_MILLIS))
    }
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_millis(days.saturating_mul(DAY_MILLIS))
    }
    /// The nearest time that the calendar can count with; its last day ends a little early.
    pub fn timestamp(self) -> jiff::Timestamp {
        let nearest = self.0.clamp(jiff::Timestamp::MIN.as_millisecond(), jiff::Timestamp::MAX.as_millisecond());
        jiff::Timestamp::from_millisecond(nearest).unwrap_or(jiff::Timestamp::MAX)
    }
}

impl From<jiff::Timestamp> for Moment {
    fn from(at: jiff::Timestamp) -> Self {
        Self::from_millis(at.as_millisecond())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.text()).unwrap_or_default())
    }
}

impl Moment {
    /// The 24 ASCII characters. Written by hand because every event carries one.
    pub fn text(self) -> [u8; 24] {
        let days = self.0.div_euclid(DAY_MILLIS);
        let millis = self.0.rem_euclid(DAY_MILLIS);
        // Days to civil date, proleptic Gregorian, after Hinnant's public-domain derivation.
        let z = days + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = doy - (153 * mp + 2) / 5 + 1;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = yoe + era * 400 + i64::from(month <= 2);
        let mut out = *b"0000-00-00T00:00:00.000Z";
        let mut put = |at: usize, width: usize, mut value: i64| {
            for place in (at..at + width).rev() {
                out[place] = b'0' + (value % 10) as u8;
                value /= 10;
            }
        };
        put(0, 4, year);
        put(5, 2, month);
        put(8, 2, day);
        put(11, 2, millis / HOUR_MILLIS);
        put(14, 2, millis / 60_000 % 60);
        put(17, 2, millis / 1_000 % 60);
        put(20, 3, millis % 1_000);
        out
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Moment {
    /// Reads the 24 characters. Written by hand because every stored event is read with one.
    fn from_text(text: &[u8; 24]) -> Option<Self> {
        let number = |from: usize, width: usize| {
            text[from..from + width]
                .iter()
                .try_fold(0i64, |value, byte| byte.is_ascii_digit().then(|| value * 10 + i64::from(byte - b'0')))
        };
        let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (19, b'.'), (23, b'Z')];
        if marks.iter().any(|(at, mark)| text[*at] != *mark) {
            return None;
        }
        let (year, month, day) = (number(0, 4)?, number(5, 2)?, number(8, 2)?);
        let (hour, minute, second) = (number(11, 2)?, number(14, 2)?, number(17, 2)?);
        jiff::civil::Date::new(year as i16, month as i8, day as i8).ok()?;
        if year == 0 || hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        // Civil date to days, the inverse of `text`.
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let yoe = y.rem_euclid(400);
        let mp = if month > 2 { month - 3 } else { month + 9 };
        let doy = (153 * mp + 2) / 5 + day - 1;
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
        let days = era * 146_097 + doe - 719_468;
        let seconds = (hour * 60 + minute) * 60 + second;
        Some(Self(days * DAY_MILLIS + seconds * SECOND_MILLIS + number(20, 3)?))
    }
}

impl FromStr for Moment {
    type Err = BadMoment;
    /// Accepts RFC 3339 with any fraction and zone; what is stored has three digits and `Z`.
    fn from_str(text: &str) -> Result<Self, BadMoment> {
        if let Some(at) = text.as_bytes().try_into().ok().and_then(Self::from_text) {
            return Ok(at);
        }
        let at: jiff::Timestamp = text.parse().map_err(|_| BadMoment)?;
        let millis = at.as_millisecond();
        if (Self::FIRST..=Self::LAST).contains(&millis) { Ok(Self(millis)) } else { Err(BadMoment) }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(std::str::from_utf8(&self.text()).unwrap_or_default())
    }
}
impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

impl utoipa::PartialSchema for Moment {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .format(Some(utoipa::openapi::SchemaFormat::KnownFormat(utoipa::openapi::KnownFormat::DateTime)))
            .into()
    }
}
impl utoipa::ToSchema for Moment {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_in_24_characters_and_read_back() {
        for text in [
            "2026-11-21T18:00:00.000Z",
            "1970-01-01T00:00:00.000Z",
            "2024-02-29T23:59:59.999Z",
            "0001-01-01T00:00:00.000Z",
            "9999-12-31T23:59:59.999Z",
            "1969-12-31T23:59:59.001Z",
        ] {
            let at: Moment = text.parse().unwrap();
            assert_eq!(at.to_string(), text);
        }
    }

    #[test]
    fn texts_that_are_no_time_are_refused_and_other_zones_are_understood() {
        for text in
            ["", "2026-13-01T00:00:00.000Z", "2026-02-29T00:00:00.000Z", "2026-01-01T24:00:00.000Z", "2026-01-01"]
        {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
        let there: Moment = "2026-11-21T15:00:00-03:00".parse().unwrap();
        assert_eq!(there.to_string(), "2026-11-21T18:00:00.000Z");
    }
}
