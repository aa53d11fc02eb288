//! `acordo mail`: what did not leave, once more, and a mail to try the server.

use super::{CommandResult, Failed, email, run, say};
use crate::config::Config;
use crate::contact::EmailAddress;
use crate::notify::letter::Letter;
use crate::notify::{MailError, Outgoing};
use crate::texts;
use acordo_domain::moment::Moment;
use clap::Subcommand;
use std::process::ExitCode;
use uuid::Uuid;

#[derive(Debug, Subcommand)]
pub enum MailTask {
    /// List mails that failed, with the reason: given up, or waiting for another try
    List,
    /// Send mails again that failed
    Retry {
        /// As `acordo mail list` prints it
        #[arg(required_unless_present = "all", conflicts_with = "all")]
        id: Option<Uuid>,
        /// All of them
        #[arg(long)]
        all: bool,
    },
    /// Send a mail to an address, and say what the server answers; needs no database
    Test {
        #[arg(value_parser = email)]
        to: EmailAddress,
    },
}

const LISTED_MAX: u32 = 1_000;

pub fn mail(config: &Config, task: MailTask) -> CommandResult {
    match task {
        MailTask::List => run::with_store_there(config, async |store| {
            let failed = store.outbox().failed_mails(LISTED_MAX).await?;
            for (work, given_up) in &failed {
                let state = if *given_up { "given up" } else { "waiting" };
                let why = work.last_error.as_deref().unwrap_or_default().replace(char::is_control, " ");
                say(&format!(
                    "{} {:<8} {:<6} {} tries {} {why}",
                    work.id, state, work.kind, work.attempts, work.created_at
                ))?;
            }
            if failed.is_empty() {
                say("Every mail has left, or was not tried yet.")?;
            }
            Ok(ExitCode::SUCCESS)
        }),
        MailTask::Retry { id, all: _ } => run::with_store_there(config, async |store| {
            let outbox = store.outbox();
            let ids = match id {
                Some(id) => vec![id],
                None => outbox.failed_mails(LISTED_MAX).await?.iter().map(|(work, _)| work.id).collect(),
            };
            let mut again = 0;
            for id in ids {
                again += u32::from(outbox.revive(id).await?);
            }
            if again == 0 && id.is_some() {
                return Err(Failed { code: 1, words: "no such mail waits; `acordo mail list` shows them".to_owned() });
            }
            say(&format!("{again} to be sent again by the running server"))?;
            Ok(ExitCode::SUCCESS)
        }),
        MailTask::Test { to } => test(config, to.to_string()),
    }
}

fn test(config: &Config, to: String) -> CommandResult {
    let outgoing = Outgoing::new(config)?;
    let say_text = |key: &str| texts::text(config.language, key, &[]);
    let letter = Letter {
        id: Uuid::now_v7(),
        to_name: to.clone(),
        to_address: to.clone(),
        language: config.language,
        subject: say_text("mail-test-subject"),
        paragraphs: vec![say_text("mail-test-body")],
        button: None,
        kept: Vec::new(),
        notes: Vec::new(),
    };
    let now = Moment::from_millis(jiff::Timestamp::now().as_millisecond());
    match run::runtime()?.block_on(outgoing.send(&letter, None, now)) {
        Ok(()) => {
            say(&match outgoing.folder() {
                Some(folder) => {
                    format!("No mail server is configured (smtp.url): the mail lies in {}.", folder.display())
                }
                None => format!("The mail server took a mail to {to}."),
            })?;
            Ok(ExitCode::SUCCESS)
        }
        Err(error @ (MailError::Server(_) | MailError::Later(_) | MailError::Never(_))) => {
            Err(Failed { code: 1, words: error.to_string() })
        }
    }
}
