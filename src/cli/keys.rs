//! `acordo keys`: list, rotate, export.

use super::{CommandResult, coded, say};
use crate::config::Config;
use crate::identity::keys::{Keys, Use};
use clap::Subcommand;
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub enum KeysTask {
    /// List the keys; prints nothing secret
    List,
    /// Make a new key and sign with it from the next start on; the old ones still verify
    Rotate {
        /// log, head or jwt
        #[arg(long = "use", value_parser = coded::<Use>)]
        usage: Use,
    },
    /// Mark a log key as stolen: records that only it vouches for are asked for again
    ///
    /// Not for a key that was rotated in peace: what it signed stays valid.
    Retire {
        /// As `acordo keys list` shows it
        #[arg(long)]
        id: String,
        /// From when on it may have been used by others, like 2026-11-21T18:04:05.123Z
        #[arg(long, value_name = "TIME", value_parser = acordo_record::Time::parse)]
        until: acordo_record::Time,
    },
    /// Print the public keys that verify this installation's records
    Export,
}

pub fn keys(config: &Config, task: KeysTask) -> CommandResult {
    let dir = config.keys_dir();
    match task {
        KeysTask::List => list(&Keys::read(&dir, &config.instance)?)?,
        KeysTask::Rotate { usage } => {
            list(&Keys::rotate(&dir, &config.instance, usage)?)?;
            say("A running server signs with the new key after a restart. Publish the new export.")?;
        }
        KeysTask::Retire { id, until } => {
            list(&Keys::retire(&dir, &config.instance, &id, until)?)?;
            say("Restart the server, and publish the new export.")?;
        }
        KeysTask::Export => say(Keys::read(&dir, &config.instance)?.public.to_string().trim_end())?,
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
