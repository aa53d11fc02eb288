//! What an organisation is before the law, and who may bind it. Both are entered once, outside of cases: nobody types
//! a company's name, number or authority in a case.

use crate::case::refusal::Refusal;
use crate::id::PowerId;
use crate::identifier::{Scheme, is_cnpj, is_nif, is_vat};
use crate::money::Money;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One version of an organisation's legal identity. What was agreed keeps the version that stood at drafting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LegalIdentity {
    /// From 1, in the order in which they were entered.
    pub version: u32,
    /// The registered name (razão social).
    #[schema(max_length = 200)]
    pub name: String,
    pub scheme: Scheme,
    /// As its register writes it: `11.222.333/0001-81`.
    #[schema(max_length = 40)]
    pub identifier: String,
    #[schema(max_length = 300)]
    pub address: String,
    /// The name under which it trades, where that is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub trade_name: Option<String>,
}

/// A member's authority to bind the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Power {
    pub id: PowerId,
    /// The most that may be owed by one signature; any amount where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Money>,
    /// The document that gives it: "Procuração pública, 2º Tabelionato, livro 31, folha 7".
    #[schema(max_length = 200)]
    pub document: String,
    /// The last day on which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Date>,
    /// A manager ended it.
    pub ended: bool,
}

/// A power, and how a signature by it states it, in the language of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedPower {
    pub power: Power,
    pub words: String,
}

impl Power {
    pub fn holds_on(&self, day: Date) -> bool {
        !self.ended && self.until.is_none_or(|until| day <= until)
    }
    /// Nothing in money is covered by every power; another currency by none that has a limit.
    pub fn covers(&self, owed: Option<Money>) -> bool {
        match (self.limit, owed) {
            (None, _) | (Some(_), None) => true,
            (Some(limit), Some(owed)) => limit.currency == owed.currency && owed.amount <= limit.amount,
        }
    }
}

/// The power by which a member may sign for this sum on this day, or what is lacking.
pub fn power_for(powers: &[StatedPower], owed: Option<Money>, day: Date) -> Result<&StatedPower, Refusal> {
    let held = || powers.iter().filter(|stated| stated.power.holds_on(day));
    if let Some(found) = held().find(|stated| stated.power.covers(owed)) {
        return Ok(found);
    }
    Err(match (held().next(), powers.first()) {
        (Some(_), _) => Refusal::PowerTooSmall,
        (None, Some(_)) => Refusal::PowerExpired,
        (None, None) => Refusal::PowerMissing,
    })
}

/// Is this number one of its register?
pub(crate) fn fits(scheme: Scheme, identifier: &str) -> bool {
    match scheme {
        Scheme::Cnpj => is_cnpj(identifier),
        Scheme::Nif => is_nif(identifier),
        Scheme::Vat => is_vat(identifier),
        Scheme::Other => crate::identifier::is_identifier(identifier),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use uuid::Uuid;

    fn power(limit: Option<i64>, until: Option<&str>, ended: bool) -> StatedPower {
        let limit = limit.map(|amount| Money { amount, currency: Currency::BRL });
        let until = until.map(|day| day.parse().unwrap());
        let id = PowerId(Uuid::from_u128(1));
        StatedPower { power: Power { id, limit, document: "Procuração".into(), until, ended }, words: String::new() }
    }

    #[test]
    fn a_power_covers_up_to_its_amount_and_its_last_day() {
        let day: Date = "2026-11-23".parse().unwrap();
        let owed = |amount| Some(Money { amount, currency: Currency::BRL });
        let lacks =
            |powers: &[StatedPower], amount| power_for(powers, owed(amount), day).map(|found| found.power.limit);
        assert_eq!(lacks(&[], 1), Err(Refusal::PowerMissing));
        assert_eq!(lacks(&[power(Some(100), None, false)], 101), Err(Refusal::PowerTooSmall));
        assert!(lacks(&[power(Some(100), Some("2026-11-23"), false)], 100).is_ok());
        assert_eq!(lacks(&[power(None, Some("2026-11-22"), false)], 1), Err(Refusal::PowerExpired));
        assert_eq!(lacks(&[power(None, None, true)], 1), Err(Refusal::PowerExpired));
        assert_eq!(lacks(&[power(Some(1), None, false), power(None, None, true)], 2), Err(Refusal::PowerTooSmall));
        assert_eq!(lacks(&[power(Some(1), None, false), power(None, None, false)], 2), Ok(None));
        let euros = Some(Money { amount: 1, currency: "EUR".to_owned().try_into().unwrap() });
        assert_eq!(power_for(&[power(Some(100), None, false)], euros, day).unwrap_err(), Refusal::PowerTooSmall);
        assert!(power_for(&[power(Some(0), None, false)], None, day).is_ok());
    }
}
