//! `acordo keys`: list, rotate, export.

use super::{CommandResult, KeysTask, say};
use crate::config::Config;
use crate::identity::keys::Keys;
use std::process::ExitCode;

pub fn keys(config: &Config, task: KeysTask) -> CommandResult {
    let dir = config.keys_dir();
    match task {
        KeysTask::List => list(&Keys::open(&dir, &config.instance)?)?,
        KeysTask::Rotate { usage } => {
            list(&Keys::rotate(&dir, &config.instance, usage)?)?;
            say("A running server signs with the new key after a restart. Publish the new export.")?;
        }
        KeysTask::Export => say(Keys::open(&dir, &config.instance)?.public.to_string().trim_end())?,
    }
    Ok(ExitCode::SUCCESS)
}

fn list(keys: &Keys) -> Result<(), std::io::Error> {
    for key in keys.list() {
        let state = if key.current { "signs" } else { "verifies" };
        let vkey = key.vkey.as_deref().unwrap_or_default();
        say(format!("{:<4} {} {:<8} {} {vkey}", key.usage.name(), key.id, state, key.made_at).trim_end())?;
    }
    Ok(())
}
