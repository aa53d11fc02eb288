//! The one form of a time: `YYYY-MM-DDTHH:MM:SS.mmmZ`, 24 ASCII characters.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// The text is not a time of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a time of the form YYYY-MM-DDTHH:MM:SS.mmmZ")]
pub struct NotATime;

/// A real moment of the years 0001 to 9999, to the millisecond, in UTC. The
/// text sorts as time does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time([u8; 24]);

const SHAPE: &[u8; 24] = b"0000-00-00T00:00:00.000Z";

impl Time {
    /// The last of all.
    pub const LAST: Self = Self(*b"9999-12-31T23:59:59.999Z");

    /// Checks and takes the text.
    pub fn parse(text: &str) -> Result<Self, NotATime> {
        let bytes: [u8; 24] = text.as_bytes().try_into().map_err(|_| NotATime)?;
        let shaped = bytes.iter().zip(SHAPE).all(|(b, s)| if *s == b'0' { b.is_ascii_digit() } else { b == s });
        if !shaped {
            return Err(NotATime);
        }
        let time = Self(bytes);
        let (year, month, day) = (time.number(0, 4), time.number(5, 7), time.number(8, 10));
        let real = year >= 1
            && (1..=12).contains(&month)
            && day >= 1
            && day <= month_length(year, month)
            && time.number(11, 13) <= 23
            && time.number(14, 16) <= 59
            && time.number(17, 19) <= 59;
        if real { Ok(time) } else { Err(NotATime) }
    }

    /// Milliseconds since 1970-01-01, if the year lies in 0001 to 9999.
    pub fn from_unix_millis(millis: i64) -> Result<Self, NotATime> {
        let (days, in_day) = (millis.div_euclid(86_400_000), millis.rem_euclid(86_400_000));
        // Days since 0000-03-01 in eras of 400 years, so that the leap day is
        // the last of its year.
        let z = days.checked_add(719_468).ok_or(NotATime)?;
        let (era, doe) = (z.div_euclid(146_097), z.rem_euclid(146_097));
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = doy - (153 * mp + 2) / 5 + 1;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = yoe + era * 400 + i64::from(month <= 2);
        if !(1..=9999).contains(&year) {
            return Err(NotATime);
        }
        let mut text = *SHAPE;
        let mut put = |from: usize, to: usize, mut n: i64| {
            for slot in text[from..to].iter_mut().rev() {
                *slot = b'0' + (n % 10) as u8;
                n /= 10;
            }
        };
        put(0, 4, year);
        put(5, 7, month);
        put(8, 10, day);
        put(11, 13, in_day / 3_600_000);
        put(14, 16, in_day / 60_000 % 60);
        put(17, 19, in_day / 1000 % 60);
        put(20, 23, in_day % 1000);
        Ok(Self(text))
    }

    /// Milliseconds since 1970-01-01.
    pub fn unix_millis(&self) -> i64 {
        let (year, month, day) = (self.number(0, 4), self.number(5, 7), self.number(8, 10));
        let y = if month <= 2 { year - 1 } else { year };
        let (era, yoe) = (y.div_euclid(400), y.rem_euclid(400));
        let mp = if month > 2 { month - 3 } else { month + 9 };
        let doy = (153 * mp + 2) / 5 + day - 1;
        let days = era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468;
        let seconds = self.number(11, 13) * 3600 + self.number(14, 16) * 60 + self.number(17, 19);
        (days * 86_400 + seconds) * 1000 + self.number(20, 23)
    }

    /// The 24 characters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    fn number(&self, from: usize, to: usize) -> i64 {
        self.0[from..to].iter().fold(0, |n, d| n * 10 + i64::from(d - b'0'))
    }
}

fn month_length(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Time {
    type Err = NotATime;
    fn from_str(text: &str) -> Result<Self, NotATime> {
        Self::parse(text)
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_24_characters_of_a_real_date_are_a_time() {
        for good in [
            "2026-11-21T18:04:05.123Z",
            "0001-01-01T00:00:00.000Z",
            "9999-12-31T23:59:59.999Z",
            "2024-02-29T00:00:00.000Z",
        ] {
            assert_eq!(Time::parse(good).unwrap().as_str(), good);
        }
        for bad in [
            "",
            "2026-11-21T18:04:05Z",
            "2026-11-21 18:04:05.123Z",
            "2026-11-21T18:04:05.123z",
            "2026-11-21T18:04:60.000Z",
            "2026-11-21T24:00:00.000Z",
            "2026-02-29T00:00:00.000Z",
            "1900-02-29T00:00:00.000Z",
            "0000-01-01T00:00:00.000Z",
            "2026-13-01T00:00:00.000Z",
            "2026-00-01T00:00:00.000Z",
            "2026-04-31T00:00:00.000Z",
            "2026-11-21T18:04:05,123Z",
            "2026-11-21T18:04:05.123+",
            "+026-11-21T18:04:05.123Z",
        ] {
            assert_eq!(Time::parse(bad), Err(NotATime), "{bad}");
        }
    }

    #[test]
    fn milliseconds_and_text_say_the_same() {
        assert_eq!(Time::parse("1970-01-01T00:00:00.000Z").unwrap().unix_millis(), 0);
        assert_eq!(Time::parse("2026-11-21T00:00:00.001Z").unwrap().unix_millis(), 1_795_219_200_001);
        for day in (-719_162..2_932_897).step_by(37) {
            let millis = day * 86_400_000 + 12_345;
            let time = Time::from_unix_millis(millis).unwrap();
            assert_eq!(Time::parse(time.as_str()).unwrap().unix_millis(), millis);
        }
        assert!(Time::from_unix_millis(-719_163 * 86_400_000).is_err());
        assert!(Time::from_unix_millis(2_932_897 * 86_400_000).is_err());
        assert!(Time::from_unix_millis(i64::MAX).is_err());
        assert!(Time::from_unix_millis(i64::MIN).is_err());
    }
}
