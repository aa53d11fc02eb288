//! The sources of settings, a file and the environment. Each value keeps where it was found, so that an error can
//! name it.

use super::{ConfigError, all_settings};
use std::collections::BTreeMap;
use std::path::Path;

/// A raw value and where it was found.
pub(super) struct Raw {
    pub text: String,
    pub place: String,
}

/// `smtp.url` is `ACORDO_SMTP_URL`.
pub(super) fn variable(key: &str) -> String {
    format!("ACORDO_{}", key.replace('.', "_").to_uppercase())
}

pub(super) fn read_toml(path: &Path, text: &str, raw: &mut BTreeMap<&'static str, Raw>) -> Result<(), ConfigError> {
    let table: toml::Table = text
        .parse()
        .map_err(|error: toml::de::Error| ConfigError::Toml { path: path.to_owned(), message: error.to_string() })?;
    let mut flat = Vec::new();
    flatten("", &table, &mut flat);
    for (key, text) in flat {
        let place = path.display().to_string();
        raw.insert(known(&key, &place)?, Raw { text, place });
    }
    Ok(())
}

fn flatten(prefix: &str, table: &toml::Table, out: &mut Vec<(String, String)>) {
    for (name, value) in table {
        let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        match value {
            toml::Value::Table(inner) => flatten(&key, inner, out),
            toml::Value::String(text) => out.push((key, text.clone())),
            toml::Value::Integer(_)
            | toml::Value::Float(_)
            | toml::Value::Boolean(_)
            | toml::Value::Datetime(_)
            | toml::Value::Array(_) => out.push((key, value.to_string())),
        }
    }
}

/// Environment variables of this program that are no settings.
const NOT_SETTINGS: &[&str] = &["ACORDO_CONFIG", "ACORDO_SKIP_PAGES", "ACORDO_BINARY"];

/// Settings that may hold a secret, and so may stand in a file of their own.
const SECRETS: [&str; 4] = ["DATABASE_URL", "ACORDO_DATABASE_URL", "ACORDO_SMTP_URL", "ACORDO_METRICS_TOKEN"];

/// `DATABASE_URL_FILE` names the file that holds `DATABASE_URL`.
fn secret_of(name: &str) -> Option<String> {
    name.strip_suffix("_FILE").filter(|setting| SECRETS.contains(setting)).map(str::to_owned)
}

fn read_secret(name: &str, path: &str) -> Result<String, ConfigError> {
    let text = std::fs::read_to_string(path).map_err(|source| ConfigError::Secret {
        name: name.to_owned(),
        path: path.into(),
        source,
    })?;
    Ok(text.trim_end_matches(['\n', '\r']).to_owned())
}

pub(super) fn read_environment(
    environment: impl IntoIterator<Item = (String, String)>,
    raw: &mut BTreeMap<&'static str, Raw>,
) -> Result<(), ConfigError> {
    let mut last = None;
    for (name, text) in environment {
        if text.is_empty() || NOT_SETTINGS.contains(&name.as_str()) {
            continue;
        }
        let (name, text) = match secret_of(&name) {
            Some(setting) => (setting, read_secret(&name, &text)?),
            None => (name, text),
        };
        if name == "DATABASE_URL" {
            last = Some(text);
        } else if name.starts_with("ACORDO_TEST_") || name.starts_with("ACORDO_BENCH_") {
            // The tests and the bench have variables of their own.
        } else if let Some(short) = name.strip_prefix("ACORDO_") {
            let key = all_settings().map(|(key, ..)| key).find(|key| variable(key) == name);
            let place = format!("the environment variable {name}");
            let key = match key {
                Some(key) => key,
                None => known(&short.to_lowercase(), &place)?,
            };
            raw.insert(key, Raw { text, place });
        }
    }
    if let Some(text) = last {
        let place = "the environment variable DATABASE_URL".to_owned();
        raw.insert("database_url", Raw { text, place });
    }
    Ok(())
}

fn known(key: &str, place: &str) -> Result<&'static str, ConfigError> {
    let names = || all_settings().map(|(name, ..)| name);
    if let Some(name) = names().find(|name| *name == key) {
        return Ok(name);
    }
    let nearest = names()
        .map(|name| (distance(name, key), name))
        .min()
        .filter(|(distance, _)| *distance <= 3)
        .map(|(_, name)| format!(" Did you mean `{name}`?"))
        .unwrap_or_default();
    Err(ConfigError::Unknown {
        place: place.to_owned(),
        key: key.to_owned(),
        nearest,
        all: names().collect::<Vec<_>>().join(", "),
    })
}

/// How many letters differ (Levenshtein), to guess what was meant.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let next = (diagonal + usize::from(x != *y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], next);
        }
    }
    row[b.len()]
}

/// A value as it may be shown: the password of an address, and a token, are left out.
pub(super) fn without_secrets(key: &str, text: &str) -> String {
    if key == "metrics_token" {
        return "…".to_owned();
    }
    let Some((scheme, rest)) = text.split_once("://") else { return text.to_owned() };
    // An `@` in the parameters belongs to no account, but in a password it may stand as it is.
    let (address, parameters) = match rest.rsplit_once('@') {
        Some((account, host)) if account.contains(':') => {
            let (user, (host, parameters)) = (account.split(':').next().unwrap_or_default(), parted(host));
            (format!("{user}:…@{host}"), parameters)
        }
        _ => {
            let (address, parameters) = parted(rest);
            (address.to_owned(), parameters)
        }
    };
    let Some(parameters) = parameters else { return format!("{scheme}://{address}") };
    let shown = |pair: &str| match pair.split_once('=') {
        Some((name, _)) if is_secret(name) => format!("{name}=…"),
        _ => pair.to_owned(),
    };
    format!("{scheme}://{address}?{}", parameters.split('&').map(shown).collect::<Vec<_>>().join("&"))
}

/// An address and its parameters.
fn parted(text: &str) -> (&str, Option<&str>) {
    text.split_once('?').map_or((text, None), |(address, parameters)| (address, Some(parameters)))
}

/// `password`, `sslpassword` and their like, however they are written.
fn is_secret(name: &str) -> bool {
    let name = percent_encoding::percent_decode_str(name).decode_utf8_lossy().to_lowercase();
    ["password", "secret", "token"].iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_shown_wherever_it_stands_in_an_address() {
        for (text, shown) in [
            ("postgres://u:hunter2@h/d", "postgres://u:…@h/d"),
            ("postgres://u:hunter2@h/d?sslmode=require", "postgres://u:…@h/d?sslmode=require"),
            ("postgres://u@h/d?password=hunter2&sslmode=require", "postgres://u@h/d?password=…&sslmode=require"),
            ("postgres:///d?user=u&PASSWORD=hunter2", "postgres:///d?user=u&PASSWORD=…"),
            ("postgres://u@h/d?pass%77ord=hunter2", "postgres://u@h/d?pass%77ord=…"),
            ("postgres://u:hunter2@h/d?sslpassword=hunter2", "postgres://u:…@h/d?sslpassword=…"),
            ("sqlite:data/acordo.sqlite3", "sqlite:data/acordo.sqlite3"),
        ] {
            assert_eq!(without_secrets("database_url", text), shown);
        }
        for text in ["postgres://u:hun@ter2@h/d", "postgres://u:hunter2@h/d?application_name=a@b"] {
            let shown = without_secrets("database_url", text);
            assert!(!shown.contains("ter2"), "{shown}");
        }
    }
}
