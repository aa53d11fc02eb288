//! `acordo clock`: somebody says that the time is right.

use super::{CommandResult, run, say};
use crate::config::Config;
use crate::store::ClockGuard;
use clap::Subcommand;
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub enum ClockTask {
    /// Say that the time of this machine is right: deadlines have their effect again
    ///
    /// The server runs on, or starts next, with this configuration.
    Confirm,
}

pub fn confirm(config: &Config) -> CommandResult {
    let shown = jiff::Timestamp::now().into();
    let done = || {
        say(&format!("The time is {shown}. Deadlines that a server held have their effect again."))?;
        Ok(ExitCode::SUCCESS)
    };
    if config.database_url.reveal().starts_with("sqlite:") {
        // The server keeps the database to itself while it runs.
        ClockGuard::confirm_by_file(&config.data_dir, shown)?;
        return done();
    }
    run::with_store_there(config, async |store| {
        ClockGuard::confirm_in(&store, shown).await?;
        done()
    })
}
