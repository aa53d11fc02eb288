//! One checked configuration from defaults, `acordo.toml`, `ACORDO_*` and `DATABASE_URL`, in this
//! order. An error names the setting, where it was found and an example that works.

mod cases;
mod limits;
mod mail;
mod proxies;
mod source;
mod table;
mod values;

use acordo_domain::law::PackId;
use acordo_domain::rules::Rules;
use acordo_domain::settings::Settings;
pub use cases::all_settings;
use ipnet::IpNet;
pub use limits::Limits;
pub use mail::{MailTls, Smtp};
pub use proxies::ProxyHeader;
use source::{Raw, read_environment, read_toml, variable};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use table::SETTINGS;
use values::{boolean, contact, count, days_off, sender, web_address};

/// The file that is read when none is named.
pub const FILE: &str = "acordo.toml";

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
    pub trust_proxy: Vec<IpNet>,
    pub proxy_header: ProxyHeader,
    /// By default the `repository` of Cargo.toml; none while that names none.
    pub source_url: Option<String>,
    /// How people reach somebody of the operator's team, in its own words.
    pub contact: Option<String>,
    pub privacy_url: Option<String>,
    /// The operator's own lists of phrases for the pause before a heated message.
    pub words_folder: Option<PathBuf>,
    pub demo: bool,
    pub metrics_token: Option<Secret>,
    pub log: String,
    pub log_json: bool,
    pub smtp: Option<Smtp>,
    /// The sender of mails, also of those that stay in the data folder.
    pub mail_from: String,
    pub reply_to: Option<String>,
    pub limits: Limits,
    /// Lengths, limits and switches of new cases, unless the operator's admins set others.
    pub settings: Settings,
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
    #[error("{name} names {path}, which cannot be read: {source}")]
    Secret { name: String, path: PathBuf, source: std::io::Error },
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
        Self::from_raw(&Self::gathered(file, environment)?)
    }

    fn gathered(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<BTreeMap<&'static str, Raw>, ConfigError> {
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
        Ok(raw)
    }

    fn from_raw(raw: &BTreeMap<&'static str, Raw>) -> Result<Self, ConfigError> {
        Ok(Self::read_settings(raw)?.0)
    }

    fn read_settings(raw: &BTreeMap<&'static str, Raw>) -> Result<(Self, Vec<SettingInForce>), ConfigError> {
        let read = SettingsReader { raw, seen: RefCell::default() };
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
        let usual = format!("sqlite:{}", data_dir.join("acordo.sqlite3").display());
        let database_url = read.parse("database_url", &usual, |text| {
            let known = ["sqlite:", "postgres://", "postgresql://"];
            if known.iter().any(|scheme| text.starts_with(scheme)) {
                Ok(Secret::new(text))
            } else {
                Err("it begins with none of sqlite:, postgres://, postgresql://".to_owned())
            }
        })?;
        let law = read.parse("law", "br/1", |text| {
            let law: PackId = text.parse().map_err(|error| format!("{error}"))?;
            if law.pack().pack == law { Ok(law) } else { Err(format!("`{law}` is not a version that is known here")) }
        })?;
        let host = public_url.split("://").nth(1).unwrap_or_default();
        let host = host.split(':').next().unwrap_or_default();
        let https = public_url.starts_with("https://");
        let config = Self {
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
            trust_proxy: proxies::networks(&read)?,
            proxy_header: proxies::header(&read)?,
            source_url: read.parse("source_url", env!("CARGO_PKG_REPOSITORY"), web_address)?,
            contact: read.parse("contact", "", contact)?,
            privacy_url: read.parse("privacy_url", "", web_address)?,
            words_folder: read.parse("words_folder", "", |text| Ok((!text.is_empty()).then(|| PathBuf::from(text))))?,
            demo: read.parse("demo", "false", boolean)?,
            metrics_token: read.parse("metrics_token", "", |text| match text.len() {
                0 => Ok(None),
                1..16 => Err("it is too short not to be guessed: take 16 letters or more".to_owned()),
                _ => Ok(Some(Secret::new(text))),
            })?,
            log: read.parse("log", "info", |text| Ok(text.to_owned()))?,
            log_json: read.parse("log_json", "false", boolean)?,
            smtp: mail::smtp(&read)?,
            mail_from: read.parse("smtp.from", &format!("acordo@{host}"), sender)?,
            reply_to: match raw.get("smtp.reply_to") {
                Some(_) => Some(read.parse("smtp.reply_to", "", sender)?),
                None => None,
            },
            limits: limits::limits(&read)?,
            settings: cases::settings(&read, law)?,
            public_url,
            data_dir,
            database_url,
        };
        let in_force = read.in_force();
        Ok((config, in_force))
    }

    /// Every setting as it is in force, without what is secret.
    pub fn in_force(file: Option<&Path>) -> Result<Vec<SettingInForce>, ConfigError> {
        Ok(Self::read_settings(&Self::gathered(file, std::env::vars())?)?.1)
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

/// A setting as it is in force, and where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingInForce {
    pub key: &'static str,
    /// Without what is secret in it; nothing where it is not set and has no usual value.
    pub value: Option<String>,
    pub place: String,
}

struct SettingsReader<'a> {
    raw: &'a BTreeMap<&'static str, Raw>,
    /// What was read, by setting: its text and its place.
    seen: RefCell<BTreeMap<&'static str, (String, String)>>,
}

impl SettingsReader<'_> {
    fn in_force(&self) -> Vec<SettingInForce> {
        let seen = self.seen.borrow();
        let one = |key: &'static str| {
            let (text, place) = seen.get(key).cloned().unwrap_or((String::new(), "default".to_owned()));
            SettingInForce { key, value: (!text.is_empty()).then(|| source::without_secrets(key, &text)), place }
        };
        all_settings().map(|(key, ..)| one(key)).collect()
    }

    fn parse<T>(
        &self,
        key: &'static str,
        default: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, ConfigError> {
        let (text, place) = match self.raw.get(key) {
            Some(raw) => (raw.text.trim(), raw.place.clone()),
            None => (default, "default".to_owned()),
        };
        // A URL is often typed with a slash at its end.
        let text = if key == "public_url" { text.trim_end_matches('/') } else { text };
        self.seen.borrow_mut().insert(key, (text.to_owned(), place.clone()));
        read(text).map_err(|why| ConfigError::Bad {
            key,
            place,
            why,
            example: all_settings().find(|(name, ..)| *name == key).map_or("", |(_, example, _)| example),
            variable: variable(key),
        })
    }
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
    fn a_secret_may_stand_in_a_file_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("database");
        std::fs::write(&file, "postgres://u:hunter2@h/d\n").unwrap();
        let config = from("database_url = \"sqlite:a\"", &[("DATABASE_URL_FILE", file.to_str().unwrap())]).unwrap();
        assert_eq!(config.database_url.reveal(), "postgres://u:hunter2@h/d");
        let error = from("", &[("ACORDO_METRICS_TOKEN_FILE", "/nothing/there")]).unwrap_err().to_string();
        assert!(error.contains("ACORDO_METRICS_TOKEN_FILE") && error.contains("/nothing/there"), "{error}");
        assert!(from("", &[("ACORDO_LISTEN_FILE", "/nothing")]).is_err(), "it holds no secret");
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
