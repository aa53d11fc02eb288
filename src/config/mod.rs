//! One checked configuration from defaults, `acordo.toml`, `ACORDO_*` and `DATABASE_URL`, in this
//! order. An error names the setting, where it was found and an example that works.

mod cases;
mod source;

use crate::contact::is_sender;
use acordo_domain::law::PackId;
use acordo_domain::rules::Rules;
use acordo_domain::settings::Settings;
pub use cases::all_settings;
use source::{Raw, read_environment, read_toml, variable};
use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// The file that is read when none is named.
pub const FILE: &str = "acordo.toml";

/// Every setting: its key in the file, an example, and what it is for. The environment's name is
/// `ACORDO_` and the key in capitals with `_` for `.`.
pub const SETTINGS: &[(&str, &str, &str)] = &[
    ("public_url", "https://acordo.example.org", "where people reach the site; links in mails begin with it"),
    ("listen", "127.0.0.1:8080", "address and port to listen on"),
    ("data_dir", "/var/lib/acordo", "folder of keys, files and the embedded database"),
    ("database_url", "postgres://acordo:secret@localhost/acordo", "database; a SQLite file in data_dir if absent"),
    ("instance", "acordo.example.org/log", "name of this installation in the record; fixed at first start"),
    ("law", "br/1", "legal order of new cases: br/1 Brazil, uk/1 United Kingdom, eu/1 European Union (law.md)"),
    ("zone", "America/Sao_Paulo", "time zone of mails, documents and deadlines; that of `law` if absent"),
    ("days_off", "2026-12-24, 2026-12-31", "days besides weekends and the holidays of `law` on which no deadline ends"),
    ("language", "pt-BR", "language of people who have chosen none: pt-BR, es or en"),
    ("secure_cookies", "true", "cookies over HTTPS only; true where public_url is https"),
    ("trust_proxy", "false", "read the caller's address from X-Forwarded-For, set by your own proxy"),
    ("source_url", "https://example.org/acordo", "where users get the source of what runs here (AGPL-3.0, § 13)"),
    ("demo", "false", "demonstration: open links for everybody, mails shown on a page"),
    ("log", "info", "what is logged, as in RUST_LOG"),
    ("log_json", "false", "log as JSON lines"),
    ("smtp.url", "smtps://user:password@mail.example.org", "mail server; mails go into data_dir/mail if absent"),
    ("smtp.from", "acordo <acordo@example.org>", "sender of every mail"),
    ("limits.evidence_bytes_max", "20971520", "largest file, in bytes"),
    ("limits.evidence_files_max", "200", "most files in one channel of a case"),
    ("limits.sockets_per_user_max", "20", "most open rooms of one person"),
    ("limits.requests_per_second_max", "50", "most requests of one person or address in a second, on average"),
    ("limits.frames_per_second_max", "20", "most frames from one open room in a second, on average"),
];

/// The configuration of the whole program. Read once, then only passed on.
#[derive(Debug, Clone)]
pub struct Config {
    /// Without a slash at its end.
    pub public_url: String,
    pub listen: SocketAddr,
    pub data_dir: PathBuf,
    pub database_url: Secret,
    pub instance: String,
    pub law: PackId,
    /// IANA name.
    pub zone: String,
    /// Local holidays and recesses.
    pub days_off: Vec<jiff::civil::Date>,
    pub language: crate::texts::Language,
    pub secure_cookies: bool,
    pub trust_proxy: bool,
    /// By default the `repository` of Cargo.toml; none while that names none.
    pub source_url: Option<String>,
    pub demo: bool,
    pub log: String,
    pub log_json: bool,
    pub smtp: Option<Smtp>,
    /// The sender of mails, also of those that stay in the data folder.
    pub mail_from: String,
    pub limits: Limits,
    /// Lengths, limits and switches of new cases, unless the operator's admins set others.
    pub settings: Settings,
}

#[derive(Debug, Clone)]
pub struct Smtp {
    pub url: Secret,
}

/// Limits per caller. The sizes of texts and lists are limited by the commands themselves.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub evidence_bytes_max: u64,
    pub evidence_files_max: u32,
    pub sockets_per_user_max: u32,
    pub requests_per_second_max: u32,
    pub frames_per_second_max: u32,
}

/// A text that must not appear in a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
    pub fn reveal(&self) -> &str {
        &self.0
    }
}
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// A setting cannot be used. The text says which, and how to correct it.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error(
        "cannot read the configuration file {path}: {source}. Check the path and its rights, or leave out --config."
    )]
    File { path: PathBuf, source: std::io::Error },
    #[error("{path} is not valid TOML: {message}")]
    Toml { path: PathBuf, message: String },
    #[error("{place} sets `{key}`, which is no setting.{nearest} All settings: {all}.")]
    Unknown { place: String, key: String, nearest: String, all: String },
    #[error(
        "`{key}` ({place}) does not do: {why}. Write for example {key} = \"{example}\", or set {variable}={example}."
    )]
    Bad { key: &'static str, place: String, why: String, example: &'static str, variable: String },
}

impl Config {
    /// The rules of this installation: those of its legal order, in its zone, with its days off.
    pub fn rules(&self) -> Rules {
        let rules = Rules::under(self.law).with(self.settings);
        let calendar = rules.calendar.clone().in_zone(&self.zone).unwrap_or_else(|| rules.calendar.clone());
        Rules { calendar: calendar.with_days_off(self.days_off.iter().copied()), ..rules }
    }

    /// Reads the file, if there is one, and this process's environment.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        Self::from_sources(file, std::env::vars())
    }

    /// The same from a given environment, so that tests do not share one.
    pub fn from_sources(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut raw = BTreeMap::new();
        let path = file.unwrap_or(Path::new(FILE));
        match std::fs::read_to_string(path) {
            Ok(text) => read_toml(path, &text, &mut raw)?,
            Err(error) if file.is_none() && error.kind() == std::io::ErrorKind::NotFound => {}
            Err(source) => {
                return Err(ConfigError::File { path: path.to_owned(), source });
            }
        }
        read_environment(environment, &mut raw)?;
        Self::from_raw(&raw)
    }

    fn from_raw(raw: &BTreeMap<&'static str, Raw>) -> Result<Self, ConfigError> {
        let read = SettingsReader(raw);
        let public_url = read.parse("public_url", "http://localhost:8080", |text| {
            let rest = text
                .strip_prefix("https://")
                .or_else(|| text.strip_prefix("http://"))
                .ok_or("it begins with neither https:// nor http://")?;
            if rest.is_empty() || rest.contains([' ', '?', '#', '/', '@', '"', '\'']) {
                return Err("it must be scheme and host, without a path".to_owned());
            }
            Ok(text.to_owned())
        })?;
        let data_dir = read.parse("data_dir", "data", |text| Ok(PathBuf::from(text)))?;
        let database_url = match raw.get("database_url") {
            Some(_) => read.parse("database_url", "", |text| {
                let known = ["sqlite:", "postgres://", "postgresql://"];
                if known.iter().any(|scheme| text.starts_with(scheme)) {
                    Ok(Secret::new(text))
                } else {
                    Err("it begins with none of sqlite:, postgres://, postgresql://".to_owned())
                }
            })?,
            None => Secret::new(format!("sqlite:{}", data_dir.join("acordo.sqlite3").display())),
        };
        let law = read.parse("law", "br/1", |text| {
            let law: PackId = text.parse().map_err(|error| format!("{error}"))?;
            if law.pack().pack == law { Ok(law) } else { Err(format!("`{law}` is not a version that is known here")) }
        })?;
        let host = public_url.split("://").nth(1).unwrap_or_default();
        let host = host.split(':').next().unwrap_or_default();
        let https = public_url.starts_with("https://");
        Ok(Self {
            listen: read.parse("listen", "127.0.0.1:8080", |text| {
                text.parse().map_err(|_| "it is not ADDRESS:PORT".to_owned())
            })?,
            instance: read.parse("instance", &format!("{host}/log"), |text| {
                if is_instance_name(text) {
                    Ok(text.to_owned())
                } else {
                    Err("it must be a host and a path of a-z, 0-9, dot, dash and underscore".to_owned())
                }
            })?,
            law,
            zone: read.parse("zone", &law.pack().zone, |text| {
                jiff::tz::TimeZone::get(text)
                    .map(|_| text.to_owned())
                    .map_err(|_| "no time zone has this IANA name".to_owned())
            })?,
            days_off: read.parse("days_off", "", days_off)?,
            language: read.parse("language", "pt-BR", |text| {
                crate::texts::Language::ALL
                    .into_iter()
                    .find(|language| language.tag() == text)
                    .ok_or_else(|| "it is none of pt-BR, es, en".to_owned())
            })?,
            secure_cookies: read.parse("secure_cookies", if https { "true" } else { "false" }, |text| {
                let wanted = boolean(text)?;
                if wanted && !https {
                    return Err("a browser drops secure cookies where public_url is not https".to_owned());
                }
                Ok(wanted)
            })?,
            trust_proxy: read.parse("trust_proxy", "false", boolean)?,
            source_url: read.parse("source_url", env!("CARGO_PKG_REPOSITORY"), source_url)?,
            demo: read.parse("demo", "false", boolean)?,
            log: read.parse("log", "info", |text| Ok(text.to_owned()))?,
            log_json: read.parse("log_json", "false", boolean)?,
            smtp: match raw.get("smtp.url") {
                None => None,
                Some(_) => Some(Smtp {
                    url: read.parse("smtp.url", "", |text| {
                        if text.starts_with("smtp://") || text.starts_with("smtps://") {
                            Ok(Secret::new(text))
                        } else {
                            Err("it begins with neither smtp:// nor smtps://".to_owned())
                        }
                    })?,
                }),
            },
            mail_from: read.parse("smtp.from", &format!("acordo <acordo@{host}>"), |text| {
                if is_sender(text) { Ok(text.to_owned()) } else { Err("it is no mail address".to_owned()) }
            })?,
            limits: Limits {
                evidence_bytes_max: read.parse("limits.evidence_bytes_max", "20971520", count)?,
                evidence_files_max: read.parse("limits.evidence_files_max", "200", count)?,
                sockets_per_user_max: read.parse("limits.sockets_per_user_max", "20", count)?,
                requests_per_second_max: read.parse("limits.requests_per_second_max", "50", count)?,
                frames_per_second_max: read.parse("limits.frames_per_second_max", "20", count)?,
            },
            settings: cases::settings(&read, Rules::under(law).settings)?,
            public_url,
            data_dir,
            database_url,
        })
    }

    /// The folder of the private keys, readable by its owner only.
    pub fn keys_dir(&self) -> PathBuf {
        self.data_dir.join("keys")
    }
    /// The folder for mails while no mail server is configured.
    pub fn mail_dir(&self) -> PathBuf {
        self.data_dir.join("mail")
    }
    /// The folder of evidence files.
    pub fn evidence_dir(&self) -> PathBuf {
        self.data_dir.join("evidence")
    }
}

/// `[a-z0-9.-]+(/[a-z0-9._-]+)*` (record.md, "Checkpoints and the instance log").
pub fn is_instance_name(text: &str) -> bool {
    let mut pieces = text.split('/');
    let host = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'.' | b'-');
    pieces.next().is_some_and(|p| !p.is_empty() && p.bytes().all(host))
        && pieces.all(|p| !p.is_empty() && p.bytes().all(|c| host(c) || c == b'_'))
}

struct SettingsReader<'a>(&'a BTreeMap<&'static str, Raw>);

impl SettingsReader<'_> {
    fn parse<T>(
        &self,
        key: &'static str,
        default: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, ConfigError> {
        let (text, place) = match self.0.get(key) {
            Some(raw) => (raw.text.trim(), raw.place.clone()),
            None => (default, "default".to_owned()),
        };
        // A URL is often typed with a slash at its end.
        let text = if key == "public_url" { text.trim_end_matches('/') } else { text };
        read(text).map_err(|why| ConfigError::Bad {
            key,
            place,
            why,
            example: all_settings().find(|(name, ..)| *name == key).map_or("", |(_, example, _)| example),
            variable: variable(key),
        })
    }
}

/// Dates between commas, or an array of them in the file.
fn source_url(text: &str) -> Result<Option<String>, String> {
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

fn days_off(text: &str) -> Result<Vec<jiff::civil::Date>, String> {
    text.split([',', '[', ']'])
        .map(|day| day.trim().trim_matches('"'))
        .filter(|day| !day.is_empty())
        .map(|day| day.parse().map_err(|_| format!("\"{day}\" is no day such as 2026-12-24")))
        .collect()
}

fn boolean(text: &str) -> Result<bool, String> {
    match text {
        "true" | "1" | "yes" | "on" => Ok(true),
        "false" | "0" | "no" | "off" => Ok(false),
        _ => Err("it is neither true nor false".to_owned()),
    }
}

fn count<T: std::str::FromStr + PartialOrd + From<u8>>(text: &str) -> Result<T, String> {
    text.parse()
        .ok()
        .filter(|value| *value > T::from(0))
        .ok_or_else(|| "it is not a whole number above zero".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(toml: &str, environment: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("acordo.toml");
        std::fs::write(&file, toml).unwrap();
        let environment = environment.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
        Config::from_sources(Some(&file), environment.collect::<Vec<_>>())
    }

    #[test]
    fn the_days_off_of_a_house_are_dates_and_anything_else_is_named() {
        let with = |text: &str| Config::from_sources(None, [("ACORDO_DAYS_OFF".to_owned(), text.to_owned())]);
        for text in ["2026-12-24, 2026-12-31", "[\"2026-12-24\", \"2026-12-31\"]"] {
            let rules = with(text).unwrap().rules();
            assert!(!rules.calendar.is_working_day(jiff::civil::date(2026, 12, 24)));
            assert!(rules.calendar.is_working_day(jiff::civil::date(2026, 12, 23)));
        }
        let refused = with("2026-12-24, Natal").unwrap_err().to_string();
        assert!(refused.contains("days_off") && refused.contains("Natal"), "{refused}");
    }

    #[test]
    fn without_any_setting_it_runs_on_localhost_with_sqlite() {
        let config = from("", &[]).unwrap();
        assert_eq!(config.public_url, "http://localhost:8080");
        assert_eq!(config.instance, "localhost/log");
        assert_eq!(config.database_url.reveal(), "sqlite:data/acordo.sqlite3");
        assert!(!config.secure_cookies && !config.demo && config.smtp.is_none());
    }

    #[test]
    fn the_environment_wins_over_the_file_and_database_url_over_both() {
        let toml = "listen = \"127.0.0.1:1\"\ndatabase_url = \"sqlite:a\"\n[smtp]\nurl = \"smtp://a\"\n[limits]\nevidence_bytes_max = 7\n";
        let config = from(
            toml,
            &[
                ("ACORDO_LISTEN", "127.0.0.1:2"),
                ("DATABASE_URL", "postgres://c"),
                ("ACORDO_DATABASE_URL", "sqlite:b"),
                ("ACORDO_PUBLIC_URL", "https://acordo.example.org/"),
            ],
        )
        .unwrap();
        assert_eq!(config.listen.port(), 2);
        assert_eq!(config.database_url.reveal(), "postgres://c");
        assert_eq!(config.limits.evidence_bytes_max, 7);
        assert_eq!(config.public_url, "https://acordo.example.org");
        assert!(config.secure_cookies);
        assert!(config.smtp.is_some());
    }

    #[test]
    fn an_error_says_what_to_do() {
        let error = from("listen = \"here\"", &[]).unwrap_err().to_string();
        for word in ["`listen`", "acordo.toml", "127.0.0.1:8080", "ACORDO_LISTEN"] {
            assert!(error.contains(word), "{error}");
        }
        let error = from("pubic_url = \"x\"", &[]).unwrap_err().to_string();
        assert!(error.contains("Did you mean `public_url`?"), "{error}");
        let error = from("", &[("ACORDO_SMTP_ULR", "x")]).unwrap_err().to_string();
        assert!(error.contains("ACORDO_SMTP_ULR"), "{error}");
        let error = from("", &[("ACORDO_ZONE", "Mars/Olympus")]).unwrap_err().to_string();
        assert!(error.contains("America/Sao_Paulo"), "{error}");
        assert!(from("secure_cookies = true", &[]).is_err());
        assert!(from("x = [", &[]).unwrap_err().to_string().contains("TOML"));
    }

    #[test]
    fn secrets_do_not_reach_a_log() {
        let config = from("", &[("DATABASE_URL", "postgres://u:hunter2@h/d")]).unwrap();
        assert!(!format!("{config:?}").contains("hunter2"));
    }

    #[test]
    fn instance_names_follow_the_record() {
        for good in ["demo.example/log", "acordo.example.org/a_b/log", "localhost"] {
            assert!(is_instance_name(good), "{good}");
        }
        for bad in ["", "/log", "a/", "A/log", "a//b", "https://a/log", "a b", "a_b/log"] {
            assert!(!is_instance_name(bad), "{bad}");
        }
    }
}
