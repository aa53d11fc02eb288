//! Holidays as data: a day of the year, a weekday of a month, or a distance from Easter.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// A holiday by rule, and the law that makes it one. Exactly one of `on`, `weekday` and `days_from_easter` is there.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    #[serde(default)]
    pub on: Option<DayOfYear>,
    #[serde(default)]
    pub weekday: Option<WeekdayOfMonth>,
    #[serde(default)]
    pub days_from_easter: Option<i64>,
    #[serde(default)]
    pub from_year: Option<i16>,
    /// On a weekend it is kept on the next day that is neither weekend nor another holiday.
    #[serde(default)]
    pub moves: bool,
    pub source: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayOfYear {
    pub month: i8,
    pub day: i8,
}

/// `nth` 1 is the first such weekday of the month, −1 the last; weekday 1 is Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeekdayOfMonth {
    pub month: i8,
    pub weekday: i8,
    pub nth: i8,
}

impl Holiday {
    /// The day of that year by the rule, before it moves.
    pub fn day_in(&self, year: i16) -> Option<Date> {
        if self.from_year.is_some_and(|from| year < from) {
            return None;
        }
        if let Some(on) = self.on {
            return Date::new(year, on.month, on.day).ok();
        }
        if let Some(of_month) = self.weekday {
            let weekday = Weekday::from_monday_one_offset(of_month.weekday).ok()?;
            return Date::new(year, of_month.month, 1).ok()?.nth_weekday_of_month(of_month.nth, weekday).ok();
        }
        easter(year).checked_add(self.days_from_easter?.days()).ok()
    }
}

thread_local! {
    /// The days of a year that are kept, by the rules that say so: dates are asked for with every message.
    static KEPT: RefCell<HashMap<(*const Holiday, i16), BTreeSet<Date>>> = RefCell::default();
}

/// Is this day kept as a holiday, by its own rule or because another moved here?
pub(crate) fn is_holiday(holidays: &'static [Holiday], day: Date) -> bool {
    KEPT.with_borrow_mut(|kept| {
        let of_year = kept.entry((holidays.as_ptr(), day.year())).or_insert_with(|| {
            let first = Date::new(day.year(), 1, 1).unwrap_or(day);
            let days = first.series(1.day()).take_while(|other| other.year() == day.year());
            days.filter(|other| is_kept(holidays, *other)).collect()
        });
        of_year.contains(&day)
    })
}

fn is_kept(holidays: &[Holiday], day: Date) -> bool {
    let year = day.year();
    if holidays.iter().any(|holiday| holiday.day_in(year) == Some(day)) {
        return true;
    }
    if is_weekend(day) || !holidays.iter().any(|holiday| holiday.moves) {
        return false;
    }
    let mut kept: Vec<Date> = holidays.iter().filter_map(|holiday| holiday.day_in(year)).collect();
    let moving = holidays.iter().filter(|holiday| holiday.moves).filter_map(|holiday| holiday.day_in(year));
    for fallen in moving.filter(|fallen| is_weekend(*fallen)) {
        let mut free = fallen;
        while free < Date::MAX && (is_weekend(free) || kept.contains(&free)) {
            free = free.tomorrow().unwrap_or(Date::MAX);
        }
        kept.push(free);
    }
    kept.contains(&day)
}

pub(crate) fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Easter Sunday by the Gregorian computus.
pub(crate) fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let golden = y % 19;
    let century = y / 100;
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let epact = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (y + y / 4 + epact + 2 - century + century / 4) % 7;
    let offset = epact - weekday;
    let month = 3 + (offset + 40) / 44;
    let day = offset + 28 - 31 * (month / 4);
    Date::new(year, month as i8, day as i8).unwrap_or(Date::MIN)
}
