//! How a power to bind a company is said: in a signature, on the page before it, on the paper after it.

use super::{Language, Value, date_long, money, text};
use acordo_domain::organisation::Power;

/// "Procuração pública, livro 31, folha 7; até R$ 5.000,00; válida até quinta-feira, 31 de dezembro de 2026".
pub fn power_words(language: Language, power: &Power) -> String {
    let amount = match power.limit {
        Some(limit) => text(language, "power-up-to", &[("amount", Value::from(money(language, limit)))]),
        None => text(language, "power-any-amount", &[]),
    };
    let validity = match power.until {
        Some(day) => text(language, "power-until", &[("day", Value::from(date_long(language, day)))]),
        None => text(language, "power-without-end", &[]),
    };
    format!("{}; {amount}; {validity}", power.document)
}
