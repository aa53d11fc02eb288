//! Money: integer minor units and an ISO 4217 code. Never a float.

use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;

/// The most minor units an amount may have; well below 2^53 so that JSON keeps it exact.
pub const AMOUNT_MAX: i64 = 1_000_000_000_000;

/// `{"amount": 12990, "currency": "BRL"}` is R$ 129,90.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Minor units of the currency (centavos).
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    pub amount: i64,
    pub currency: Currency,
}

/// An ISO 4217 alphabetic code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// The text is not three upper-case letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a currency is an ISO 4217 code, like BRL")]
pub struct BadCurrency;

/// The currencies that are money today (ISO 4217), in order.
const IN_USE: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

impl Currency {
    pub const BRL: Self = Self(*b"BRL");
    /// Is it somebody's money? Any three letters can be read, since a record may hold what was money once.
    pub fn is_in_use(&self) -> bool {
        IN_USE.as_bytes().chunks(4).any(|code| code.starts_with(&self.0))
    }
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}
impl TryFrom<String> for Currency {
    type Error = BadCurrency;
    fn try_from(text: String) -> Result<Self, BadCurrency> {
        let bytes: [u8; 3] = text.as_bytes().try_into().map_err(|_| BadCurrency)?;
        if bytes.iter().all(u8::is_ascii_uppercase) { Ok(Self(bytes)) } else { Err(BadCurrency) }
    }
}
impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}
impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_is_somebodys_money() {
        let read = |code: &str| Currency::try_from(code.to_owned()).map(|currency| currency.is_in_use());
        for code in ["AED", "BRL", "EUR", "USD", "ZWG"] {
            assert_eq!(read(code), Ok(true), "{code}");
        }
        for code in ["ZZZ", "XXX", "RLB", "DEM"] {
            assert_eq!(read(code), Ok(false), "{code}");
        }
        assert_eq!(read("brl"), Err(BadCurrency));
    }
}
