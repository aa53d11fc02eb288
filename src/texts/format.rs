//! How each language writes numbers and money.

use super::Language;
use acordo_domain::money::Money;

/// A no-break space: the currency sign and its figure stay on one line.
const NBSP: char = '\u{a0}';

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

/// Names come from people; nothing of theirs is markup.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
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
}
