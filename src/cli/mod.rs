//! The command line: the subcommands and their arguments.

mod check;
mod keys;
mod people;
mod run;

use crate::config::{Config, ConfigError};
use crate::contact::{EmailAddress, PersonName};
use crate::identity::keys::Use;
use crate::texts::Language;
use acordo_domain::case::command::Trade;
use acordo_domain::seat::{OrganisationKind, Role};
use clap::{Parser, Subcommand};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Online mediation between a consumer and a company
///
/// Settings come from defaults, acordo.toml, ACORDO_* and DATABASE_URL, in this order.
#[derive(Debug, Parser)]
#[command(name = "acordo", version, max_term_width = 100)]
struct Cli {
    /// Configuration file [default: acordo.toml, if there is one]
    #[arg(long, global = true, env = "ACORDO_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Run the site
    Serve,
    /// Run a site to try out, with people, companies and cases
    ///
    /// Everything is kept in one folder and survives a restart. Anybody who can reach it can sign in as anybody.
    Demo {
        /// Delete what is there and start again
        #[arg(long)]
        fresh: bool,
        /// Folder of the demonstration
        #[arg(long, value_name = "FOLDER", default_value = "data/demo")]
        folder: PathBuf,
    },
    /// Migrate the database to this version; `serve` does so too
    Migrate,
    /// People: consumers sign up by filing a complaint, staff are entered here
    #[command(subcommand)]
    User(People),
    /// Companies, and the mediation centre that runs this installation
    #[command(subcommand)]
    Organisation(Organisations),
    /// The installation's keys
    #[command(subcommand)]
    Keys(KeysTask),
    /// Check a bundle of the record: exit 0 valid, 1 not valid, 2 could not run
    Verify {
        /// The ZIP that was downloaded
        bundle: PathBuf,
        /// Keys to trust, as `acordo keys export` or /.well-known/acordo-keys gives them
        #[arg(long, value_name = "KEYFILE")]
        key: PathBuf,
        /// A checkpoint that was kept: the record must have its root at its size
        #[arg(long, value_name = "NOTE")]
        seen: Option<PathBuf>,
        /// Print the report as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print the OpenAPI document; needs no database
    Openapi,
    /// Print the licence, and the notices of every library this program is built with
    Licences,
    /// Start a server, put load on it, measure it and verify what it stored
    #[cfg(feature = "bench")]
    #[command(hide = true)]
    Bench(crate::bench::BenchArgs),
}

#[derive(Debug, Subcommand)]
enum People {
    /// Enter a person, or give a further role to one who is entered already
    Add {
        #[arg(long, value_parser = email)]
        email: EmailAddress,
        #[arg(long, value_parser = PersonName::parse)]
        name: PersonName,
        /// pt-BR, es or en [default: the configuration's]
        #[arg(long, value_parser = language)]
        language: Option<Language>,
        /// Of a company: manager, rep, viewer, ombudsman, legal; of the operator: admin, coordinator, mediator, auditor, ombudsman, legal
        #[arg(long, requires = "organisation", value_parser = coded::<Role>)]
        role: Option<Role>,
        /// The organisation's whole name
        #[arg(long, requires = "role")]
        organisation: Option<String>,
    },
    /// Set the password, read from standard input; all their sessions end
    Password {
        #[arg(long)]
        email: String,
    },
    /// Take a role away; a company is asked to replace them in its cases
    ///
    /// While a server runs on SQLite no other process can open its database: managers and admins do this in the interface.
    Remove {
        #[arg(long)]
        email: String,
        #[arg(long, value_parser = coded::<Role>)]
        role: Role,
        #[arg(long)]
        organisation: String,
    },
    /// Disable a person; their seats for a company become free
    Disable {
        #[arg(long)]
        email: String,
    },
    /// Enable a disabled person
    Enable {
        #[arg(long)]
        email: String,
    },
    /// List the members of an organisation
    List {
        #[arg(long)]
        organisation: String,
    },
}

#[derive(Debug, Subcommand)]
enum Organisations {
    /// Enter an organisation
    Add {
        #[arg(long)]
        name: String,
        /// company or operator
        #[arg(long, value_parser = coded::<OrganisationKind>, default_value = "company")]
        kind: OrganisationKind,
        /// retail, telecom, travel, banking, energy, health, education, insurance, delivery, other
        #[arg(long, value_parser = coded::<Trade>, default_value = "other")]
        trade: Trade,
    },
    /// List the organisations
    List,
}

#[derive(Debug, Subcommand)]
enum KeysTask {
    /// List the keys; prints nothing secret
    List,
    /// Make a new key and sign with it from the next start on; the old ones still verify
    Rotate {
        /// log or jwt
        #[arg(long = "use", value_parser = coded::<Use>)]
        usage: Use,
    },
    /// Print the public keys that verify this installation's records
    Export,
}

fn email(text: &str) -> Result<EmailAddress, String> {
    EmailAddress::parse(text).ok_or_else(|| "no mail can be sent to it. Write it like rep@example.org".to_owned())
}

/// Reads a code of the domain by its name in JSON.
fn coded<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(serde_json::Value::String(text.to_owned()))
        .map_err(|error| error.to_string().replace("unknown variant", "there is no"))
}

fn language(text: &str) -> Result<Language, String> {
    coded(text)
}

/// Why a subcommand failed: a message for people, and exit code 1 or 2.
#[derive(Debug)]
struct Failed {
    code: u8,
    words: String,
}

impl<E: std::error::Error> From<E> for Failed {
    fn from(error: E) -> Self {
        let mut words = error.to_string();
        let mut cause = error.source();
        while let Some(inner) = cause {
            let text = inner.to_string();
            if !words.contains(&text) {
                words = format!("{words}: {text}");
            }
            cause = inner.source();
        }
        Self { code: 1, words }
    }
}

type CommandResult = Result<ExitCode, Failed>;

/// Parses the command line and runs the subcommand.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match dispatch(cli) {
        Ok(code) => code,
        Err(failed) => {
            eprintln!("acordo: {}", failed.words);
            ExitCode::from(failed.code)
        }
    }
}

fn dispatch(cli: Cli) -> CommandResult {
    let file = cli.config;
    let load =
        || Config::load(file.as_deref()).map_err(|error: ConfigError| Failed { code: 2, words: error.to_string() });
    match cli.task {
        Task::Openapi => {
            say(crate::http::openapi_text()?.trim_end())?;
            Ok(ExitCode::SUCCESS)
        }
        Task::Licences => {
            say(crate::http::licences::text().trim_end())?;
            Ok(ExitCode::SUCCESS)
        }
        Task::Verify { bundle, key, seen, json } => check::verify(&bundle, &key, seen.as_deref(), json),
        Task::Serve => run::serve(load()?),
        Task::Demo { fresh, folder } => run::demo(load()?, folder, fresh),
        Task::Migrate => run::migrate(&load()?),
        Task::User(task) => people::user(&load()?, task),
        Task::Organisation(task) => people::organisation(&load()?, task),
        Task::Keys(task) => keys::keys(&load()?, task),
        #[cfg(feature = "bench")]
        Task::Bench(args) => run::bench(&args),
    }
}

/// Prints one line. A closed pipe is no error.
fn say(line: &str) -> Result<(), std::io::Error> {
    match writeln!(std::io::stdout().lock(), "{line}") {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn roles_and_trades_are_read_by_their_names() {
        assert_eq!(coded::<Role>("rep"), Ok(Role::Rep));
        assert_eq!(coded::<Trade>("retail"), Ok(Trade::Retail));
        assert!(coded::<Role>("king").unwrap_err().contains("king"));
        let line = ["acordo", "user", "add", "--email", "a@b.org", "--name", "A", "--role", "rep"];
        assert!(Cli::try_parse_from(line).is_err(), "a role needs its organisation");
    }

    #[test]
    fn nobody_is_entered_under_an_address_or_a_name_that_no_mail_could_bear() {
        let add = |email, name| Cli::try_parse_from(["acordo", "user", "add", "--email", email, "--name", name]);
        assert!(add("rep@example.org", "Rita Rep").is_ok());
        let told = |tried: Result<Cli, clap::Error>| tried.map(drop).unwrap_err().to_string();
        assert!(told(add("rep@", "Rita Rep")).contains("like rep@example.org"));
        assert!(told(add("rep@example.org", "\u{200b}")).contains("visible"));
    }
}
