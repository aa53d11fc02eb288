//! The command line: the subcommands and their arguments.

mod backup;
mod check;
mod clock;
mod in_force;
mod keys;
mod legal;
mod mail;
mod people;
mod report;
mod run;

pub use report::words as report_words;

use crate::config::{Config, ConfigError};
use crate::contact::{EmailAddress, PersonName};
use crate::texts::Language;
use acordo_domain::case::command::Trade;
use acordo_domain::id::PowerId;
use acordo_domain::identifier::Scheme;
use acordo_domain::money::{Currency, Money};
use acordo_domain::seat::{OrganisationKind, Role};
use clap::{Parser, Subcommand};
use clock::ClockTask;
use keys::KeysTask;
use mail::MailTask;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// With the commit that was built.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("BUILT_COMMIT"), ")");

/// Online mediation between a consumer and a company
///
/// Settings come from defaults, acordo.toml, ACORDO_* and DATABASE_URL, in this order.
#[derive(Debug, Parser)]
#[command(name = "acordo", version = VERSION, max_term_width = 100)]
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
    /// Mails that did not leave, and a mail to try the server
    #[command(subcommand)]
    Mail(MailTask),
    /// The clock, where the server does not believe it
    #[command(subcommand)]
    Clock(ClockTask),
    /// Check a bundle of the record, or the PDF of an agreement: exit 0 valid, 1 not valid, 2 could not tell or run
    ///
    /// Of a PDF by itself what is attached to it is checked, and its pages only where a seal of KEYFILE binds them: else it
    /// says that what is attached is genuine, with exit 2.
    Verify {
        /// The ZIP or the PDF that was downloaded
        bundle: PathBuf,
        /// Keys to trust, as `acordo keys export` or /.well-known/acordo-keys gives them
        #[arg(long, value_name = "KEYFILE")]
        key: PathBuf,
        /// A checkpoint that was kept, a mail with some, or a final PDF: the record must have their roots at their sizes
        #[arg(long, value_name = "FILE")]
        seen: Vec<PathBuf>,
        /// Be strict about time: witnesses saw each event within so many hours
        #[arg(long, value_name = "HOURS")]
        late: Option<u64>,
        /// The reader's time, like 2026-11-21T18:04:05.123Z [default: this machine's clock]
        #[arg(long, value_name = "TIME", value_parser = acordo_record::Time::parse)]
        now: Option<acordo_record::Time>,
        /// Print the report as JSON
        #[arg(long)]
        json: bool,
        /// Language of the report: pt-BR, es or en [default: that of the terminal]
        #[arg(long, value_parser = language)]
        language: Option<Language>,
        /// Write the PDF that the signers were shown into this file, out of a genuine PDF of the agreement
        #[arg(long, value_name = "FILE")]
        shown: Option<PathBuf>,
    },
    /// Check that everything stored is what was written: exit 0 all is, 1 something is not, 2 could not run
    ///
    /// Each event with its seal, each document and each file; one line a fault. While a server runs on SQLite no other
    /// process can open its database.
    Check,
    /// Print every setting as it is in force, and where it was found; secrets are left out
    Config,
    /// Copy everything that cannot be made anew into a folder; the server may run meanwhile
    Backup {
        /// A folder that is empty or not there yet
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
        /// Also the private keys: who has the folder then can rewrite the record
        #[arg(long)]
        keys: bool,
    },
    /// Put a backup into an installation that is empty, and check all of it
    Restore {
        #[arg(long, value_name = "FOLDER")]
        from: PathBuf,
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
    /// Enter the legal identity of an organisation: a new version, which agreements drafted from now on take
    Identity {
        /// The organisation's whole name
        #[arg(long)]
        organisation: String,
        /// The registered name (razão social)
        #[arg(long)]
        name: String,
        /// The register of the number: cnpj, nif, vat, other
        #[arg(long, value_parser = coded::<Scheme>, default_value = "cnpj")]
        scheme: Scheme,
        #[arg(long)]
        identifier: String,
        #[arg(long)]
        address: String,
        /// The name under which it trades, where that is another one
        #[arg(long)]
        trade_name: Option<String>,
    },
    /// List the versions of a legal identity, the newest first
    Identities {
        #[arg(long)]
        organisation: String,
    },
    /// Give a member the power to sign for the organisation
    Power {
        #[arg(long)]
        organisation: String,
        #[arg(long, value_parser = email)]
        email: EmailAddress,
        /// The document that gives it
        #[arg(long)]
        document: String,
        /// The most that one signature may bind to, in minor units with the currency, like 500000BRL [default: any amount]
        #[arg(long, value_parser = sum)]
        limit: Option<Money>,
        /// The last day on which it holds, like 2026-12-31 [default: until it is ended]
        #[arg(long)]
        until: Option<jiff::civil::Date>,
    },
    /// End a power
    EndPower {
        #[arg(long)]
        organisation: String,
        /// As `acordo organisation powers` prints it
        #[arg(long)]
        power: PowerId,
    },
    /// List the powers that were ever given, the newest first
    Powers {
        #[arg(long)]
        organisation: String,
    },
}

fn email(text: &str) -> Result<EmailAddress, String> {
    EmailAddress::parse(text).ok_or_else(|| "no mail can be sent to it. Write it like rep@example.org".to_owned())
}

/// `500000BRL`: minor units and the currency.
fn sum(text: &str) -> Result<Money, String> {
    let told = || "an amount is written in minor units with its currency, like 500000BRL".to_owned();
    let at = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(told)?;
    let (amount, code) = text.split_at(at);
    let currency = Currency::try_from(code.trim().to_owned()).map_err(|_| told())?;
    Ok(Money { amount: amount.parse().map_err(|_| told())?, currency })
}

/// Reads a code of the domain by its name in JSON.
fn coded<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(serde_json::Value::String(text.to_owned()))
        .map_err(|error| error.to_string().replace("unknown variant", "there is no"))
}

/// What the terminal is set to, else English.
fn terminal_language() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|set| !set.is_empty()));
    match set.as_deref().and_then(|set| set.get(..2)) {
        Some("pt") => Language::PtBr,
        Some("es") => Language::Es,
        _ => Language::En,
    }
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
        Task::Verify { bundle, key, seen, late: late_hours, now, json, language, shown } => {
            let language = language.unwrap_or_else(terminal_language);
            let shown = shown.as_deref();
            check::verify(&check::VerifyArgs {
                bundle: &bundle,
                key: &key,
                seen: &seen,
                now,
                late_hours,
                json,
                language,
                shown,
            })
        }
        Task::Check => check::store(&load()?),
        Task::Config => in_force::show(file.as_deref()),
        Task::Backup { to, keys } => backup::backup(&load()?, &to, keys),
        Task::Restore { from } => backup::restore(&load()?, &from),
        Task::Serve => run::serve(load()?),
        Task::Demo { fresh, folder } => run::demo(load()?, folder, fresh),
        Task::Migrate => run::migrate(&load()?),
        Task::User(task) => people::user(&load()?, task),
        Task::Organisation(task) => people::organisation(&load()?, task),
        Task::Keys(task) => keys::keys(&load()?, task),
        Task::Mail(task) => mail::mail(&load()?, task),
        Task::Clock(ClockTask::Confirm) => clock::confirm(&load()?),
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
    fn a_limit_is_an_amount_with_its_currency() {
        assert_eq!(sum("500000BRL").map(|money| (money.amount, money.currency)), Ok((500_000, Currency::BRL)));
        for bad in ["500000", "BRL", "5.000BRL", "500000brl", "-1BRL"] {
            assert!(sum(bad).unwrap_err().contains("500000BRL"), "{bad}");
        }
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
