//! Every date of mails and papers. A deadline is told in the zone of its case and names the last day itself; the page
//! says it in the same words (frontend/src/lib/messages/dates.ts, tests/golden/dates.json).

use super::{Language, Value, text};
use acordo_domain::calendar::day_ended;
use acordo_domain::moment::Moment;
use jiff::ZonedDateTime;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The zone of that IANA name, or UTC if there is none.
pub fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// Until when: `segunda, 28 de dezembro` is that whole day, the last one. What does not end with a day has its time and
/// the clock that tells it: `segunda, 28 de dezembro, 18h (horário de Brasília)`. `now` says which year goes without saying.
pub fn deadline(language: Language, until: Moment, zone: &TimeZone, now: Moment) -> String {
    last(language, until, zone, Some(local(now, zone).year()))
}

/// The same for a paper, which is read in other years too.
pub fn dated_deadline(language: Language, until: Moment, zone: &TimeZone) -> String {
    last(language, until, zone, None)
}

fn last(language: Language, until: Moment, zone: &TimeZone, this_year: Option<i16>) -> String {
    if let Some(last) = day_ended(until, zone) {
        return said(language, last, this_year);
    }
    let there = local(until, zone);
    let args = [
        ("day", said(language, there.date(), this_year).into()),
        ("time", hour(language, &there).into()),
        ("clock", clock(language, &there).into()),
    ];
    text(language, "date-until", &args)
}

/// `terça, 24 de novembro de 2026` · `martes 24 de noviembre de 2026` · `Tuesday, 24 November 2026`.
pub fn date_long(language: Language, date: Date) -> String {
    said(language, date, None)
}

/// The day on which something happened, in the zone of the case.
pub fn day_of(at: Moment, zone: &TimeZone) -> Date {
    local(at, zone).date()
}

/// `terça, 24 de novembro de 2026, 18h`: when something happened, in the zone of the case.
pub fn day_and_time(language: Language, at: Moment, zone: &TimeZone) -> String {
    let there = local(at, zone);
    let args = [("day", date_long(language, there.date()).into()), ("time", hour(language, &there).into())];
    text(language, "when-day", &args)
}

/// The long date with time to the second and the offset from UTC, as a document needs it.
pub fn time_long(language: Language, at: Moment, zone: &TimeZone) -> String {
    let there = local(at, zone);
    let offset = there.offset().seconds() / 60;
    let sign = if offset < 0 { '−' } else { '+' };
    format!(
        "{}, {:02}:{:02}:{:02} (UTC{sign}{:02}:{:02})",
        date_long(language, there.date()),
        there.hour(),
        there.minute(),
        there.second(),
        offset.abs() / 60,
        offset.abs() % 60
    )
}

fn local(at: Moment, zone: &TimeZone) -> ZonedDateTime {
    at.timestamp().to_zoned_datetime(zone.clone())
}

/// The day with its weekday, and with its year unless that is this one.
fn said(language: Language, date: Date, this_year: Option<i16>) -> String {
    let word = |key: String| text(language, &key, &[]);
    let day = if date.day() == 1 { word("date-first".to_owned()) } else { date.day().to_string() };
    let mut args: Vec<(&str, Value<'_>)> = vec![
        ("weekday", word(format!("date-weekday-{}", date.weekday().to_monday_one_offset())).into()),
        ("day", day.into()),
        ("month", word(format!("date-month-{}", date.month())).into()),
    ];
    if this_year == Some(date.year()) {
        return text(language, "date-day", &args);
    }
    args.push(("year", date.year().to_string().into()));
    text(language, "date-day-year", &args)
}

/// `18h` and `17h56` in Portuguese, `18:00` elsewhere.
fn hour(language: Language, there: &ZonedDateTime) -> String {
    let hour = match language {
        Language::PtBr => there.hour().to_string(),
        Language::Es | Language::En => format!("{:02}", there.hour()),
    };
    if there.minute() == 0 {
        return text(language, "date-hour", &[("hour", hour.into())]);
    }
    let minute = format!("{:02}", there.minute());
    text(language, "date-hour-minute", &[("hour", hour.into()), ("minute", minute.into())])
}

/// Whose clock it is: `horário de Brasília`, `UTC−4`.
fn clock(language: Language, there: &ZonedDateTime) -> String {
    if there.time_zone().iana_name() == Some(acordo_domain::calendar::BRAZIL) {
        return text(language, "date-clock-brasilia", &[]);
    }
    let offset = there.offset().seconds() / 60;
    if offset == 0 {
        return "UTC".to_owned();
    }
    let sign = if offset < 0 { '−' } else { '+' };
    let minutes = match offset.abs() % 60 {
        0 => String::new(),
        minutes => format!(":{minutes:02}"),
    };
    format!("UTC{sign}{}{minutes}", offset.abs() / 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    /// What the page's own test reads too: frontend/src/lib/golden.test.ts.
    const GOLDEN: &str = include_str!("../../tests/golden/dates.json");

    #[derive(Deserialize)]
    struct GoldenDate {
        name: String,
        at: Moment,
        zone: String,
        now: Moment,
        last_date: String,
        deadline: BTreeMap<String, String>,
        dated_deadline: BTreeMap<String, String>,
        day: BTreeMap<String, String>,
    }

    #[test]
    fn a_date_is_said_as_the_golden_tables_say_it() {
        let dates: Vec<GoldenDate> = serde_json::from_str(GOLDEN).unwrap();
        assert!(dates.len() > 60);
        for date in &dates {
            let there = TimeZone::get(&date.zone).unwrap();
            let day = local(date.at, &there).date();
            assert_eq!(day_ended(date.at, &there).unwrap_or(day).to_string(), date.last_date, "{}", date.name);
            for language in Language::ALL {
                let this_year = Some(local(date.now, &there).year());
                let (name, tag) = (&date.name, language.tag());
                assert_eq!(deadline(language, date.at, &there, date.now), date.deadline[tag], "{name}");
                assert_eq!(dated_deadline(language, date.at, &there), date.dated_deadline[tag], "{name}");
                assert_eq!(said(language, day, this_year), date.day[tag], "{name}");
            }
        }
    }

    #[test]
    fn what_happened_stands_on_paper_with_its_year_and_its_time() {
        let at: Moment = "2026-11-24T21:00:00.000Z".parse().unwrap();
        let sao_paulo = zone("America/Sao_Paulo");
        assert_eq!(day_and_time(Language::PtBr, at, &sao_paulo), "terça, 24 de novembro de 2026, 18h");
        assert_eq!(day_and_time(Language::Es, at, &sao_paulo), "martes 24 de noviembre de 2026, 18:00");
        assert_eq!(
            day_and_time(Language::En, at.plus_millis(1_800_000), &sao_paulo),
            "Tuesday, 24 November 2026, 18:30"
        );
        assert_eq!(time_long(Language::PtBr, at, &sao_paulo), "terça, 24 de novembro de 2026, 18:00:00 (UTC−03:00)");
    }
}
