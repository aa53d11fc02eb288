//! `acordo config`: what is in force.

use super::{CommandResult, Failed, say};
use crate::config::Config;
use std::path::Path;
use std::process::ExitCode;

pub fn show(file: Option<&Path>) -> CommandResult {
    let settings = Config::in_force(file).map_err(|error| Failed { code: 2, words: error.to_string() })?;
    for setting in settings {
        let value = setting.value.unwrap_or_else(|| "–".to_owned());
        say(&format!("{:<36} {value}  ({})", setting.key, setting.place))?;
    }
    Ok(ExitCode::SUCCESS)
}
