//! How each language writes numbers, money and times. Times are in the reader's zone, weekday first.

use super::Language;
use acordo_domain::moment::Moment;
use acordo_domain::money::Money;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

/// A no-break space: the currency sign and its figure stay on one line.
const NBSP: char = '\u{a0}';

/// The zone of that IANA name, or UTC if there is none.
pub fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// `1.299` in Portuguese and Spanish, `1,299` in English.
pub fn number(language: Language, value: i64) -> String {
    let separator = match language {
        Language::PtBr | Language::Es => '.',
        Language::En => ',',
    };
    let digits = value.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3 + 1);
    if value < 0 {
        out.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// `R$ 1.299,00` in Portuguese and Spanish, `R$ 1,299.00` in English; the space does not break.
pub fn money(language: Language, money: Money) -> String {
    let code = money.currency.code();
    let sign = match code {
        "BRL" => "R$",
        "USD" => "US$",
        "EUR" => "€",
        "GBP" => "£",
        other => other,
    };
    format!("{sign}{NBSP}{}", figure(language, money))
}

/// The figure with its ISO code, `BRL 1.299,00`: for documents, where a sign may be ambiguous.
pub fn money_plain(language: Language, money: Money) -> String {
    format!("{}{NBSP}{}", money.currency.code(), figure(language, money))
}

fn figure(language: Language, money: Money) -> String {
    let places = iso_currency::Currency::from_code(money.currency.code())
        .and_then(|currency| currency.exponent())
        .map_or(2, u32::from);
    let unit = 10_i64.pow(places.min(4));
    let whole = number(language, money.amount / unit);
    if places == 0 {
        return whole;
    }
    let comma = match language {
        Language::PtBr | Language::Es => ',',
        Language::En => '.',
    };
    let width = places as usize;
    let minor = (money.amount % unit).unsigned_abs();
    format!("{whole}{comma}{minor:0width$}")
}

/// `ter, 24 nov, 18h` · `mar, 24 nov, 18:00` · `Tue, 24 Nov, 18:00`, in the reader's zone.
pub fn day_and_time(language: Language, at: Moment, zone: &TimeZone) -> String {
    let local = at.timestamp().to_zoned_datetime(zone.clone());
    let (hour, minute) = (local.hour(), local.minute());
    let time = match (language, minute) {
        (Language::PtBr, 0) => format!("{hour}h"),
        (Language::PtBr, _) => format!("{hour}h{minute:02}"),
        (Language::Es | Language::En, _) => format!("{hour:02}:{minute:02}"),
    };
    format!("{}, {time}", date(language, local.date()))
}

/// `ter, 24 nov`.
pub fn date(language: Language, date: Date) -> String {
    let short: String = weekday(language, date.weekday()).chars().take(3).collect();
    let month: String = month(language, date.month()).chars().take(3).collect();
    format!("{short}, {} {month}", date.day())
}

/// `terça-feira, 24 de novembro de 2026` · `martes, 24 de noviembre de 2026` · `Tuesday, 24 November 2026`.
pub fn date_long(language: Language, date: Date) -> String {
    let (weekday, month) = (weekday(language, date.weekday()), month(language, date.month()));
    let (day, year) = (date.day(), date.year());
    match language {
        Language::PtBr | Language::Es => format!("{weekday}, {day} de {month} de {year}"),
        Language::En => format!("{weekday}, {day} {month} {year}"),
    }
}

/// The long date with time to the second and the offset from UTC, as a document needs it.
pub fn time_long(language: Language, at: Moment, zone: &TimeZone) -> String {
    let local = at.timestamp().to_zoned_datetime(zone.clone());
    let offset = local.offset().seconds() / 60;
    let sign = if offset < 0 { '−' } else { '+' };
    format!(
        "{}, {:02}:{:02}:{:02} (UTC{sign}{:02}:{:02})",
        date_long(language, local.date()),
        local.hour(),
        local.minute(),
        local.second(),
        offset.abs() / 60,
        offset.abs() % 60
    )
}

fn weekday(language: Language, day: Weekday) -> &'static str {
    let names = match language {
        Language::PtBr => {
            ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"]
        }
        Language::Es => ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        Language::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    };
    names[usize::try_from(day.to_monday_zero_offset()).unwrap_or(0) % 7]
}

fn month(language: Language, month: i8) -> &'static str {
    let names = match language {
        Language::PtBr => [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        Language::Es => [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        Language::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    };
    names[usize::try_from(month - 1).unwrap_or(0) % 12]
}

#[cfg(test)]
mod tests {
    use super::*;
    use acordo_domain::money::Currency;

    fn brl(amount: i64) -> Money {
        Money { amount, currency: Currency::BRL }
    }
    fn money_of(amount: i64, code: &str) -> Money {
        Money { amount, currency: code.to_owned().try_into().unwrap() }
    }

    #[test]
    fn money_is_written_as_each_language_writes_it() {
        assert_eq!(money(Language::PtBr, brl(129_900)), "R$\u{a0}1.299,00");
        assert_eq!(money(Language::Es, brl(129_905)), "R$\u{a0}1.299,05");
        assert_eq!(money(Language::En, brl(129_900)), "R$\u{a0}1,299.00");
        assert_eq!(money(Language::En, money_of(1_000_000_000, "USD")), "US$\u{a0}10,000,000.00");
        assert_eq!(money(Language::En, money_of(1500, "JPY")), "JPY\u{a0}1,500");
        assert_eq!(money(Language::En, money_of(1500, "KWD")), "KWD\u{a0}1.500");
        assert_eq!(money_plain(Language::PtBr, brl(5)), "BRL\u{a0}0,05");
    }

    #[test]
    fn a_time_stands_in_the_reader_s_zone_with_the_weekday_first() {
        let at: Moment = "2026-11-24T21:00:00.000Z".parse().unwrap();
        let sao_paulo = zone("America/Sao_Paulo");
        assert_eq!(day_and_time(Language::PtBr, at, &sao_paulo), "ter, 24 nov, 18h");
        assert_eq!(day_and_time(Language::PtBr, at.plus_millis(1_800_000), &sao_paulo), "ter, 24 nov, 18h30");
        assert_eq!(day_and_time(Language::Es, at, &sao_paulo), "mar, 24 nov, 18:00");
        assert_eq!(day_and_time(Language::En, at, &zone("Asia/Tokyo")), "Wed, 25 Nov, 06:00");
        assert_eq!(
            time_long(Language::PtBr, at, &sao_paulo),
            "terça-feira, 24 de novembro de 2026, 18:00:00 (UTC−03:00)"
        );
    }

    #[test]
    fn every_day_and_month_has_its_name() {
        for language in Language::ALL {
            let mut names: Vec<&str> = (1..=12).map(|m| month(language, m)).collect();
            names.extend((0..7).map(|d| weekday(language, Weekday::from_monday_zero_offset(d).unwrap())));
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), 19);
        }
    }
}
