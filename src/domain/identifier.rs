//! Legal identifiers: CPF and CNPJ with their check digits, or another country's number.

use crate::limit::{IDENTIFIER_CHARS_MAX, IDENTIFIER_CHARS_MIN};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The register that a company's number is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// Brazil; with letters since 2026.
    Cnpj,
    /// Portugal or Spain.
    Nif,
    /// A VAT number with its country, `DE136695976`.
    Vat,
    Other,
}

/// Eleven digits are a CPF and fourteen a CNPJ, each with right check digits; a CNPJ may hold
/// letters since 2026. Anything else of 5 to 40 printable characters is taken as it is.
pub fn is_identifier(text: &str) -> bool {
    let text = text.trim();
    let count = text.chars().count();
    if !(IDENTIFIER_CHARS_MIN..=IDENTIFIER_CHARS_MAX).contains(&count)
        || text.chars().any(char::is_control)
        || !text.chars().any(char::is_alphanumeric)
    {
        return false;
    }
    let plain: Vec<u8> =
        text.bytes().filter(|b| !matches!(b, b'.' | b'-' | b'/' | b' ')).map(|b| b.to_ascii_uppercase()).collect();
    let digits = plain.iter().all(u8::is_ascii_digit);
    // A CNPJ with letters is known by the way it is written; so long a foreign number is not.
    let written_as_cnpj = text.len() == 18 && text.as_bytes().get(10) == Some(&b'/');
    match plain.len() {
        11 if digits => is_cpf(&plain),
        14 if digits || written_as_cnpj => has_cnpj_digits(&plain),
        _ => true,
    }
}

/// As people write it: `529.982.247-25`, `11.222.333/0001-81`; another country's number as it was given.
pub fn formatted(identifier: &str) -> String {
    let plain: String = identifier.chars().filter(|c| !matches!(c, '.' | '-' | '/' | ' ')).collect();
    let plain = plain.to_ascii_uppercase();
    if !plain.is_ascii() {
        return identifier.trim().to_owned();
    }
    match (name(identifier), plain.len()) {
        (Some("CPF"), 11) => format!("{}.{}.{}-{}", &plain[..3], &plain[3..6], &plain[6..9], &plain[9..]),
        (Some("CNPJ"), 14) => {
            format!("{}.{}.{}/{}-{}", &plain[..2], &plain[2..5], &plain[5..8], &plain[8..12], &plain[12..])
        }
        _ => identifier.trim().to_owned(),
    }
}

/// Enough to know it again: the middle of a CPF, the end of another number. A company's CNPJ is public.
pub fn masked(identifier: &str) -> String {
    let whole = formatted(identifier);
    match name(identifier) {
        Some("CPF") => format!("***{}**", &whole[3..12]),
        Some(_) => whole,
        None => {
            let count = whole.chars().count();
            let shown = (count / 2).min(4);
            "*".repeat(count - shown) + &whole.chars().skip(count - shown).collect::<String>()
        }
    }
}

/// `CPF` or `CNPJ`, where it is one.
pub fn name(identifier: &str) -> Option<&'static str> {
    let plain: Vec<u8> = identifier
        .bytes()
        .filter(|b| !matches!(b, b'.' | b'-' | b'/' | b' '))
        .map(|b| b.to_ascii_uppercase())
        .collect();
    match plain.len() {
        11 if plain.iter().all(u8::is_ascii_digit) && is_cpf(&plain) => Some("CPF"),
        14 if plain[..12].iter().all(u8::is_ascii_alphanumeric) && has_cnpj_digits(&plain) => Some("CNPJ"),
        _ => None,
    }
}

fn is_cpf(digits: &[u8]) -> bool {
    let all_same = digits.windows(2).all(|pair| pair[0] == pair[1]);
    let check = |count: usize| {
        let sum: u32 = digits[..count]
            .iter()
            .zip((2..=count as u32 + 1).rev())
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum();
        (sum * 10 % 11 % 10) as u8 + b'0'
    };
    !all_same && check(9) == digits[9] && check(10) == digits[10]
}

/// Letters and digits, in capitals, without the marks between them.
fn bare_number(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '.' | '-' | '/' | ' ')).map(|c| c.to_ascii_uppercase()).collect()
}

/// Fourteen characters with right check digits, with or without its marks.
pub fn is_cnpj(text: &str) -> bool {
    let plain = bare_number(text);
    plain.len() == 14 && plain.is_ascii() && has_cnpj_digits(plain.as_bytes())
}

/// Nine digits with the check digit of Portugal, or eight characters and the control of Spain.
pub fn is_nif(text: &str) -> bool {
    let plain = bare_number(text);
    let plain = plain.strip_prefix("PT").or_else(|| plain.strip_prefix("ES")).unwrap_or(&plain).as_bytes();
    plain.len() == 9 && (is_portuguese(plain) || is_spanish(plain))
}

fn is_portuguese(text: &[u8]) -> bool {
    if !text.iter().all(u8::is_ascii_digit) || text[0] == b'0' {
        return false;
    }
    let sum: u32 = text[..8].iter().zip((2..=9).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let check = match sum % 11 {
        0 | 1 => 0,
        rest => 11 - rest,
    };
    u32::from(text[8] - b'0') == check
}

/// A legal person's: a letter, seven digits, and a digit or letter over them. A natural person's: eight digits and a letter.
fn is_spanish(text: &[u8]) -> bool {
    const OF_PERSONS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    const OF_COMPANIES: &[u8; 10] = b"JABCDEFGHI";
    if text[..8].iter().all(u8::is_ascii_digit) {
        let number = text[..8].iter().fold(0usize, |number, digit| number * 10 + usize::from(digit - b'0'));
        return text[8] == OF_PERSONS[number % 23];
    }
    if !b"ABCDEFGHJNPQRSUVW".contains(&text[0]) || !text[1..8].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: usize = text[1..8]
        .iter()
        .enumerate()
        .map(|(place, digit)| {
            let digit = usize::from(digit - b'0');
            if place % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit }
        })
        .sum();
    let check = (10 - sum % 10) % 10;
    text[8] == OF_COMPANIES[check] || usize::from(text[8].wrapping_sub(b'0')) == check
}

/// The country's two letters and 2 to 12 letters and digits; only the country can check more.
pub fn is_vat(text: &str) -> bool {
    let plain = bare_number(text);
    let bytes = plain.as_bytes();
    (4..=14).contains(&bytes.len())
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..].iter().all(u8::is_ascii_alphanumeric)
        && bytes[2..].iter().any(u8::is_ascii_digit)
}

fn has_cnpj_digits(text: &[u8]) -> bool {
    let all_same = text.windows(2).all(|pair| pair[0] == pair[1]);
    let shape = text[..12].iter().all(u8::is_ascii_alphanumeric) && text[12..].iter().all(u8::is_ascii_digit);
    let check = |count: usize| {
        let sum: u32 =
            text[..count].iter().rev().zip((2..=9).cycle()).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
        match sum % 11 {
            0 | 1 => b'0',
            rest => (11 - rest) as u8 + b'0',
        }
    };
    shape && !all_same && check(12) == text[12] && check(13) == text[13]
}

/// Are these the same name to a person who reads them? Case, accents and spacing do not count.
pub fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one), bare(other));
    !one.is_empty() && one == other
}

fn bare(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '-' | '\'' | '’')) {
        if word.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase).filter_map(plain_letter));
    }
    out
}

/// The letter without its mark, for the alphabets of the three languages; a loose mark is dropped.
fn plain_letter(letter: char) -> Option<char> {
    Some(match letter {
        '\u{300}'..='\u{36f}' => return None,
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ý' | 'ÿ' => 'y',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_checked_and_other_numbers_are_taken() {
        for good in [
            "529.982.247-25",
            "52998224725",
            "11.222.333/0001-81",
            "11222333000181",
            "12.ABC.345/01DE-35",
            "X1234567L",
            "AB-99 12",
        ] {
            assert!(is_identifier(good), "{good}");
        }
        for bad in [
            "529.982.247-26",
            "111.111.111-11",
            "11.222.333/0001-82",
            "12.ABC.345/01DE-36",
            "1234",
            "     ",
            "-----",
            "",
        ] {
            assert!(!is_identifier(bad), "{bad}");
        }
    }

    #[test]
    fn the_numbers_of_companies_are_checked_by_their_register() {
        for good in ["11.222.333/0001-81", "11222333000181", "12.ABC.345/01DE-35", "12abc34501de35"] {
            assert!(is_cnpj(good), "{good}");
        }
        for bad in ["11.222.333/0001-82", "529.982.247-25", "12.ABC.345/01DE-36", "", "çççççççççççççç"] {
            assert!(!is_cnpj(bad), "{bad}");
        }
        for good in ["501 442 600", "PT501442600", "A58818501", "B-58378431", "12345678Z"] {
            assert!(is_nif(good), "{good}");
        }
        for bad in ["501442601", "A58818502", "12345678A", "123", "ááááááááá"] {
            assert!(!is_nif(bad), "{bad}");
        }
        assert!(is_vat("DE136695976") && is_vat("GB 980 7806 84") && is_vat("IE6388047V"));
        assert!(!is_vat("136695976") && !is_vat("DE") && !is_vat("DEABCDEF") && !is_vat("ççççç"));
    }

    #[test]
    fn an_identifier_is_written_as_people_write_it_and_masked_so_that_its_bearer_knows_it() {
        for (given, written, hidden) in [
            ("52998224725", "529.982.247-25", "***.982.247-**"),
            ("529.982.247-25", "529.982.247-25", "***.982.247-**"),
            ("11222333000181", "11.222.333/0001-81", "11.222.333/0001-81"),
            ("12abc34501de35", "12.ABC.345/01DE-35", "12.ABC.345/01DE-35"),
            ("X1234567L", "X1234567L", "*****567L"),
            ("Ñ-1234", "Ñ-1234", "***234"),
        ] {
            assert_eq!((formatted(given).as_str(), masked(given).as_str()), (written, hidden), "{given}");
        }
    }

    #[test]
    fn names_agree_without_case_accents_and_spacing() {
        assert!(same_name("José  da Conceição", "jose da conceicao"));
        assert!(same_name("Jose\u{301} Silva", "José Silva"));
        assert!(!same_name("José Silva", "José Souza"));
        assert!(!same_name("", " "));
    }
}
