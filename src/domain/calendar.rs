//! Days as the procedure counts them: the starting day does not count, a day ends at 24:00 in the
//! calendar's zone, and a procedural deadline moves to the next working day.

use crate::law::{Holiday, Pack, PackId, is_holiday, is_weekend};
use crate::moment::Moment;
use crate::terms::Due;
use jiff::Span;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// The zone of Brazil's legal time.
pub const BRAZIL: &str = "America/Sao_Paulo";

/// The calendar of one zone: the holidays of a jurisdiction pack, and the operator's own days off.
#[derive(Debug, Clone)]
pub struct Calendar {
    zone: TimeZone,
    holidays: &'static [Holiday],
    /// Local holidays, recesses: days that no rule knows.
    days_off: BTreeSet<Date>,
}

impl Calendar {
    /// Brazil's legal time and national holidays.
    pub fn brazil() -> Self {
        Self::of_pack(PackId::FIRST.pack())
    }
    /// The calendar of a legal order; the bundled zone data always has its zone.
    pub fn of_pack(pack: &'static Pack) -> Self {
        let zone = TimeZone::get(&pack.zone).unwrap_or(TimeZone::UTC);
        Self { zone, holidays: &pack.holidays, days_off: BTreeSet::new() }
    }
    /// The same holidays in another zone of the country, if there is such a zone.
    #[must_use]
    pub fn in_zone(self, zone: &str) -> Option<Self> {
        TimeZone::get(zone).ok().map(|zone| Self { zone, ..self })
    }
    pub fn with_days_off(mut self, days: impl IntoIterator<Item = Date>) -> Self {
        self.days_off.extend(days);
        self
    }
    /// Monday to Friday without holidays and the operator's days off.
    pub fn is_working_day(&self, day: Date) -> bool {
        !is_weekend(day) && !is_holiday(self.holidays, day) && !self.days_off.contains(&day)
    }
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }
    /// The IANA name of the zone, as a page needs it; the one of Brazil where it has none.
    pub fn zone_name(&self) -> &str {
        self.zone.iana_name().unwrap_or(BRAZIL)
    }
    /// The civil day in which this moment lies.
    pub fn day(&self, at: Moment) -> Date {
        self.zone.to_datetime(at.timestamp()).date()
    }
    /// 24:00 of that day: the first moment that is too late.
    pub fn end_of(&self, day: Date) -> Moment {
        let next = day.tomorrow().unwrap_or(Date::MAX);
        next.to_zoned_datetime(self.zone.clone())
            .map(|start| Moment::from(start.timestamp()))
            .unwrap_or(Moment::from_millis(i64::MAX))
    }
    /// A procedural deadline of so many calendar days; it never ends on a day off.
    pub fn deadline(&self, from: Moment, days: u32) -> Moment {
        self.end_of(self.working(later(self.day(from), days)))
    }
    /// The end of the n-th working day after this one.
    pub fn working_days(&self, from: Moment, days: u32) -> Moment {
        self.end_of(self.nth_working_day(self.day(from), days))
    }
    /// The end of the n-th working day after this civil day; without any, of the next working day at or after it.
    fn nth_working_day(&self, from: Date, days: u32) -> Date {
        let mut day = from;
        let mut left = days;
        while day < Date::MAX && (left > 0 || !self.is_working_day(day)) {
            day = next(day);
            if left > 0 && self.is_working_day(day) {
                left -= 1;
            }
        }
        day
    }
    /// How many working days lie after the day of `from` up to the day of `to`.
    pub fn working_days_between(&self, from: Moment, to: Moment) -> u32 {
        let (mut day, last) = (self.day(from), self.day(to));
        let mut count = 0;
        while day < last {
            day = next(day);
            count += u32::from(self.is_working_day(day));
        }
        count
    }
    /// A deadline that was paused from `paused` to `resumed`: it gets those working days back.
    pub fn after_pause(&self, due: Moment, paused: Moment, resumed: Moment) -> Moment {
        let lost = self.working_days_between(paused, resumed);
        if lost == 0 { due } else { self.working_days(due.plus_millis(-1), lost) }
    }
    /// When an obligation is due, counted from the last signature. A day on which nobody can be asked to perform moves to
    /// the next working day (Código Civil, art. 132, § 1º); a date that the parties wrote stays what they wrote.
    pub fn due(&self, signed: Moment, due: Due) -> Moment {
        let start = self.day(signed);
        self.end_of(match due {
            Due::On(date) => date.on,
            Due::After(after) if after.working_days => {
                self.nth_working_day(start, u32::from(after.days_after_signature))
            }
            Due::After(after) => self.working(later(start, u32::from(after.days_after_signature))),
        })
    }
    /// Until when what is due then is not late: on the next working day, where the day itself is none.
    pub fn in_time_until(&self, due: Moment) -> Moment {
        match day_ended(due, &self.zone) {
            Some(day) => self.end_of(self.working(day)),
            None => due,
        }
    }
    /// This day, or the next working day after it.
    fn working(&self, mut day: Date) -> Date {
        while !self.is_working_day(day) && day < Date::MAX {
            day = next(day);
        }
        day
    }
}

fn next(day: Date) -> Date {
    day.tomorrow().unwrap_or(Date::MAX)
}

fn later(day: Date, days: u32) -> Date {
    day.checked_add(Span::new().days(i64::from(days))).unwrap_or(Date::MAX)
}

/// The day that ends with this moment, its 24:00, if one does. A day is over with the last moment before the next:
/// where clocks are put forward at midnight there is no 0:00, and the day ends all the same.
pub fn day_ended(at: Moment, zone: &TimeZone) -> Option<Date> {
    let day = |at: Moment| zone.to_datetime(at.timestamp()).date();
    let last = day(at.plus_millis(-1));
    (last != day(at)).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::{DueAfter, DueDate};
    use jiff::civil::date;

    #[test]
    fn carnival_good_friday_and_corpus_christi_are_no_working_days() {
        for day in [date(2026, 2, 16), date(2026, 2, 17), date(2026, 4, 3), date(2026, 6, 4), date(2026, 11, 20)] {
            assert!(!Calendar::brazil().is_working_day(day), "{day}");
        }
        assert!(Calendar::brazil().is_working_day(date(2023, 11, 20)));
        assert!(Calendar::brazil().is_working_day(date(2026, 2, 18)));
    }

    #[test]
    fn the_starting_day_does_not_count_and_a_day_ends_at_24_hours_in_brazil() {
        let calendar = Calendar::brazil();
        let friday: Moment = "2026-11-20T02:30:00.000Z".parse().unwrap();
        // It is still Thursday in São Paulo; Friday is a holiday, then the weekend.
        assert_eq!(calendar.day(friday), date(2026, 11, 19));
        assert_eq!(calendar.working_days(friday, 1).to_string(), "2026-11-24T03:00:00.000Z");
        assert_eq!(calendar.deadline(friday, 1).to_string(), "2026-11-24T03:00:00.000Z");
    }

    #[test]
    fn a_day_ends_where_midnight_is_left_out_and_only_once_where_it_comes_twice() {
        let at = |text: &str| text.parse::<Moment>().unwrap();
        // Santiago goes from 23:59:59 on Saturday to 1:00 on Sunday.
        let santiago = Calendar::brazil().in_zone("America/Santiago").unwrap();
        let end = santiago.end_of(date(2024, 9, 7));
        assert_eq!(end, at("2024-09-08T04:00:00.000Z"));
        assert_eq!(day_ended(end, santiago.zone()), Some(date(2024, 9, 7)));
        assert_eq!(day_ended(end.plus_millis(1), santiago.zone()), None);
        // Havana goes from 0:59:59 back to 0:00 of the same Sunday.
        let havana = Calendar::brazil().in_zone("America/Havana").unwrap();
        let end = havana.end_of(date(2024, 11, 2));
        assert_eq!(end, at("2024-11-03T04:00:00.000Z"));
        assert_eq!(day_ended(end, havana.zone()), Some(date(2024, 11, 2)));
        assert_eq!(day_ended(end.plus_hours(1), havana.zone()), None);
    }

    #[test]
    fn what_is_due_on_a_sunday_or_a_holiday_is_in_time_on_the_next_working_day() {
        let calendar = Calendar::brazil();
        let at = |text: &str| text.parse::<Moment>().unwrap();
        // Signed on Wednesday, 16 December 2026: four days later is Sunday, nine days later is Christmas, a Friday.
        let signed = at("2026-12-16T15:00:00.000Z");
        let after = |days_after_signature| {
            calendar.due(signed, Due::After(DueAfter { days_after_signature, working_days: false }))
        };
        assert_eq!(after(4), calendar.end_of(date(2026, 12, 21)));
        assert_eq!(after(9), calendar.end_of(date(2026, 12, 28)));
        assert_eq!(after(5), calendar.end_of(date(2026, 12, 21)), "a Monday stays");
        let written = calendar.due(signed, Due::On(DueDate { on: date(2026, 12, 20) }));
        assert_eq!(written, calendar.end_of(date(2026, 12, 20)), "the date that was written stays");
        assert_eq!(calendar.in_time_until(written), calendar.end_of(date(2026, 12, 21)));
        assert_eq!(calendar.in_time_until(after(5)), after(5));
    }

    #[test]
    fn the_days_off_of_an_operator_are_no_working_days() {
        let thursday: Moment = "2026-12-10T15:00:00.000Z".parse().unwrap();
        let plain = Calendar::brazil();
        let closed = Calendar::brazil().with_days_off([date(2026, 12, 11)]);
        assert_eq!(plain.working_days(thursday, 1).to_string(), "2026-12-12T03:00:00.000Z");
        assert_eq!(closed.working_days(thursday, 1).to_string(), "2026-12-15T03:00:00.000Z");
        assert_eq!(closed.deadline(thursday, 1).to_string(), "2026-12-15T03:00:00.000Z");
    }

    #[test]
    fn a_deadline_gets_back_the_working_days_for_which_it_stood_still() {
        let calendar = Calendar::brazil();
        let at = |text: &str| text.parse::<Moment>().unwrap();
        let due = calendar.working_days(at("2026-12-01T15:00:00.000Z"), 3);
        assert_eq!(due.to_string(), "2026-12-05T03:00:00.000Z");
        // Asked on Wednesday, answered on Friday: two working days come back, after the weekend.
        let later = calendar.after_pause(due, at("2026-12-02T15:00:00.000Z"), at("2026-12-04T15:00:00.000Z"));
        assert_eq!(later.to_string(), "2026-12-09T03:00:00.000Z");
        assert_eq!(calendar.after_pause(due, at("2026-12-02T15:00:00.000Z"), at("2026-12-02T19:00:00.000Z")), due);
    }
}
