//! How the text of a setting becomes its value.

use crate::contact::is_sender;

pub(super) fn web_address(text: &str) -> Result<Option<String>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let web = text.starts_with("https://") || text.starts_with("http://");
    if web && text.chars().all(|c| c.is_ascii_graphic()) {
        Ok(Some(text.to_owned()))
    } else {
        Err("it is no address that begins with https:// or http://".to_owned())
    }
}

/// One line that fits on every page.
pub(super) fn contact(text: &str) -> Result<Option<String>, String> {
    let text = text.trim();
    if text.chars().count() > 200 || text.chars().any(char::is_control) {
        return Err("it is no single line of at most 200 letters".to_owned());
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// Dates between commas, or an array of them in the file.
pub(super) fn days_off(text: &str) -> Result<Vec<jiff::civil::Date>, String> {
    text.split([',', '[', ']'])
        .map(|day| day.trim().trim_matches('"'))
        .filter(|day| !day.is_empty())
        .map(|day| day.parse().map_err(|_| format!("\"{day}\" is no day such as 2026-12-24")))
        .collect()
}

pub(super) fn sender(text: &str) -> Result<String, String> {
    if is_sender(text) { Ok(text.to_owned()) } else { Err("it is no mail address".to_owned()) }
}

pub(super) fn boolean(text: &str) -> Result<bool, String> {
    match text {
        "true" | "1" | "yes" | "on" => Ok(true),
        "false" | "0" | "no" | "off" => Ok(false),
        _ => Err("it is neither true nor false".to_owned()),
    }
}

pub(super) fn count<T: std::str::FromStr + PartialOrd + From<u8>>(text: &str) -> Result<T, String> {
    text.parse()
        .ok()
        .filter(|value| *value > T::from(0))
        .ok_or_else(|| "it is not a whole number above zero".to_owned())
}
