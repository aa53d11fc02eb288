//! `acordo user` and `acordo organisation`.

use super::{CommandResult, Failed, Organisations, People, legal, run, say};
use crate::config::Config;
use crate::identity::password::Passwords;
use crate::identity::staff::{self, NewPerson};
use crate::store::Store;
use std::io::Read;
use std::process::ExitCode;

pub fn user(config: &Config, task: People) -> CommandResult {
    // Read before the database is opened, so that waiting for input does not hold its lock.
    let password = match task {
        People::Password { .. } => Some(from_input()?),
        People::Add { .. }
        | People::Remove { .. }
        | People::Disable { .. }
        | People::Enable { .. }
        | People::List { .. } => None,
    };
    run::with_store(config, async |store| {
        do_user(config, &store, task, password.as_deref().unwrap_or_default()).await?;
        Ok(ExitCode::SUCCESS)
    })
}

async fn do_user(config: &Config, store: &Store, task: People, password: &str) -> Result<(), Failed> {
    match task {
        People::Add { email, name, language, role, organisation } => {
            let entry =
                NewPerson { email, name, language: language.unwrap_or(config.language), place: role.zip(organisation) };
            let user = staff::add_user(store, entry).await?;
            say(&format!("{} {} {}", user.id, user.email, user.name))?;
        }
        People::Password { email } => {
            let passwords = Passwords::new()?;
            let user = staff::set_password(store, &passwords, &email, password).await?;
            say(&format!("{} has a new password", user.email))?;
        }
        People::Remove { email, role, organisation } => {
            let removed = staff::remove_role(store, &email, role, &organisation).await?;
            say(if removed { "removed" } else { "they did not have that role" })?;
        }
        People::Disable { email } => {
            let user = staff::set_disabled(store, &email, true).await?;
            say(&format!("{} is not let in any more", user.email))?;
        }
        People::Enable { email } => {
            let user = staff::set_disabled(store, &email, false).await?;
            say(&format!("{} is let in again", user.email))?;
        }
        People::List { organisation } => {
            let organisation = staff::find(store, &organisation).await?;
            for member in store.accounts().members(organisation.id).await? {
                let role = format!("{:?}", member.role).to_lowercase();
                say(&format!("{role:<12} {} {}", member.user.email, member.user.name))?;
            }
        }
    }
    Ok(())
}

pub fn organisation(config: &Config, task: Organisations) -> CommandResult {
    run::with_store(config, async |store| {
        match task {
            Organisations::Add { name, kind, trade } => {
                let made = staff::add_organisation(&store, kind, &name, trade).await?;
                say(&format!("{} {}", made.id, made.name))?;
            }
            Organisations::List => {
                let accounts = store.accounts();
                let companies = accounts.companies("", 10_000).await?;
                for organisation in accounts.operator().await?.into_iter().chain(companies) {
                    let (kind, trade) = (format!("{:?}", organisation.kind), format!("{:?}", organisation.trade));
                    say(&format!(
                        "{:<9} {:<10} {} {}",
                        kind.to_lowercase(),
                        trade.to_lowercase(),
                        organisation.id,
                        organisation.name
                    ))?;
                }
            }
            Organisations::Identity { .. }
            | Organisations::Identities { .. }
            | Organisations::Power { .. }
            | Organisations::EndPower { .. }
            | Organisations::Powers { .. } => legal::of_organisation(&store, task).await?,
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// One line from standard input: a password on the command line would stay in the shell's history.
fn from_input() -> Result<String, Failed> {
    let mut text = String::new();
    std::io::stdin().lock().take(8_192).read_to_string(&mut text)?;
    let line = text.lines().next().unwrap_or_default().to_owned();
    if line.is_empty() {
        return Err(Failed {
            code: 2,
            words: "no password on standard input. Give it like: printf '%s' \"$PASSWORD\" | acordo user password --email …".to_owned(),
        });
    }
    Ok(line)
}
