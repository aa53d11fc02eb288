//! The settings of cases, `rules.*`: lengths, limits and switches, each within its bounds.

use super::{ConfigError, SETTINGS, SettingsReader, boolean};
use acordo_domain::law::PackId;
use acordo_domain::rules::Rules;
use acordo_domain::settings::{SettingValue, Settings};

/// Every setting, those of cases last.
pub fn all_settings() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let of_cases = Settings::all().into_iter().map(|setting| (setting.key, setting.usual_text, setting.what));
    SETTINGS.iter().copied().chain(of_cases)
}

/// Each within its bounds, and then all of them together. The legal order says what is usual.
pub(super) fn settings(read: &SettingsReader<'_>, law: PackId) -> Result<Settings, ConfigError> {
    let usual = Rules::under(law).settings;
    let mut settings = usual;
    for setting in Settings::all() {
        let usual = usual.get(setting.name).unwrap_or(setting.usual).to_string();
        let value = read.parse(setting.key, &usual, |text| {
            let value = match (setting.usual, setting.bounds) {
                (SettingValue::Number(_), Some((low, high))) => {
                    let no_number = |_| format!("it must be a whole number from {low} to {high}");
                    SettingValue::Number(text.parse().map_err(no_number)?)
                }
                _ => SettingValue::Switch(boolean(text)?),
            };
            let mut alone = Settings::USUAL;
            alone.set(setting.name, value).map(|()| value).map_err(|fault| fault.to_string())
        })?;
        // It was checked on the way.
        settings.set(setting.name, value).ok();
    }
    let Err((name, fault)) = settings.check(law.pack()) else { return Ok(settings) };
    let key = Settings::all().into_iter().find(|setting| setting.name == name).map_or("", |setting| setting.key);
    read.parse(key, "", |_| Err(fault.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn from(toml: &str, environment: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("acordo.toml");
        std::fs::write(&file, toml).unwrap();
        let environment = environment.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        Config::from_sources(Some(&file), environment.collect::<Vec<_>>())
    }

    #[test]
    fn the_settings_of_cases_come_from_the_file_and_keep_their_bounds() {
        let toml = "[rules]\nmediation_days = 45\nadmit_by_rule = false\n";
        let rules = from(toml, &[("ACORDO_RULES_BREACH_DAYS", "9")]).unwrap().rules();
        assert_eq!((rules.mediation_days, rules.admit_by_rule, rules.breach_days), (45, false, 9));
        assert_eq!(from("", &[]).unwrap().rules().settings, Settings::USUAL);
        let error = from("[rules]\nmediation_days = 3000", &[]).unwrap_err().to_string();
        for word in ["`rules.mediation_days`", "from 5 to 365", "rules.mediation_days = \"60\"", "acordo.toml"] {
            assert!(error.contains(word), "{error}");
        }
        let error = from("[rules]\nadmit_by_rule = \"perhaps\"", &[]).unwrap_err().to_string();
        assert!(error.contains("neither true nor false"), "{error}");
        let error = from("[rules]\nproposal_days_max = 4", &[]).unwrap_err().to_string();
        assert!(
            error.contains("`rules.proposal_days`")
                && error.contains("with proposal_days_max as it is, it must not be more than 4"),
            "{error}"
        );
        let error = from("[rules]\nmediation_day = 4", &[]).unwrap_err().to_string();
        assert!(error.contains("Did you mean `rules.mediation_days`?"), "{error}");
    }
}
