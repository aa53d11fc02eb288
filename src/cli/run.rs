//! `acordo serve`, `demo`, `migrate`, and the runtime that every task with a database shares.

use super::{CommandResult, Failed, say};
use crate::app::{self, Tuning};
use crate::config::Config;
use crate::frontend::Pages;
use crate::identity::keys::Keys;
use crate::store::{AheadClock, OpenError, Store, StoreSettings, StoredSeals};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};
use tracing_subscriber::EnvFilter;

/// A task of the command line touches few cases.
const WARM_CASES: u64 = 100;

/// Several threads: PostgreSQL's migrations and its connections' tasks need them.
pub fn runtime() -> Result<Runtime, std::io::Error> {
    // One TLS provider for mail and database; a second call finds it installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Builder::new_multi_thread().enable_all().build()
}

/// Milliseconds between the machine's clock and the program's, negative if the program's is behind.
const TEST_CLOCK: &str = "ACORDO_TEST_CLOCK_AHEAD_MILLIS";

/// The machine's clock, put forward by so much. A test may let a debug build begin on a day of the test's
/// own; what people run could not be trusted with its dates then, so a release refuses to start.
fn clock(forward: i64) -> Result<Arc<AheadClock>, Failed> {
    let refused = |words: &str| Failed { code: 2, words: format!("{TEST_CLOCK} {words}") };
    let began = match std::env::var(TEST_CLOCK) {
        Err(_) => 0,
        Ok(_) if !cfg!(debug_assertions) => {
            return Err(refused("is for tests of a debug build. Unset it: this build goes by the machine's clock."));
        }
        Ok(text) => text.parse().map_err(|_| refused("is not a whole number of milliseconds."))?,
    };
    Ok(Arc::new(AheadClock::new(began, forward)))
}

fn log(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let line = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let line = line.with_ansi(std::io::stderr().is_terminal());
    // A second start within one process keeps the first subscriber.
    let _ = if config.log_json { line.json().try_init() } else { line.try_init() };
}

/// A debug build reads the pages from the checkout and builds them if they are stale; a release embeds them.
fn pages() {
    if cfg!(debug_assertions) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        if let Pages::NotBuilt(why) = crate::frontend::ensure(root, |line| eprintln!("acordo: {line}")) {
            eprintln!("acordo: {why}");
        }
    }
}

pub fn serve(config: Config) -> CommandResult {
    let clock = clock(0)?;
    log(&config);
    if config.demo {
        tracing::error!(
            folder = %config.data_dir.display(),
            "demo is set: whoever reaches this address comes in as anybody, and reads the mails of all. For a real \
             installation take the setting out"
        );
    }
    pages();
    runtime()?.block_on(async {
        let listener = app::listen(&config)?;
        let tuning = Tuning::of(&config);
        let running = app::start(config, tuning, listener, clock).await?;
        tracing::info!(address = %running.address, url = running.state.config.public_url, "listening");
        running.until_asked().await;
        Ok(ExitCode::SUCCESS)
    })
}

pub fn demo(config: Config, folder: PathBuf, fresh: bool) -> CommandResult {
    let config = crate::demo::settings(config, folder, fresh)?;
    let clock = clock(crate::demo::ahead(&config))?;
    log(&config);
    pages();
    runtime()?.block_on(async {
        let listener = app::listen(&config)?;
        let tuning = Tuning::of(&config);
        let running = app::start(config, tuning, listener, clock.clone()).await?;
        say(&crate::demo::open(&running.state, clock).await?)?;
        running.until_asked().await;
        Ok(ExitCode::SUCCESS)
    })
}

pub fn migrate(config: &Config) -> CommandResult {
    with_store(config, async |_| {
        say("The database has this version's form.")?;
        Ok(ExitCode::SUCCESS)
    })
}

/// The file of the embedded database, or nothing where it is PostgreSQL.
pub fn lite_path(config: &Config) -> Option<PathBuf> {
    let url = config.database_url.reveal().strip_prefix("sqlite:")?;
    Some(PathBuf::from(url.strip_prefix("//").unwrap_or(url)))
}

/// Runs a task with the store open. SQLite admits one process: stop the server first.
pub fn with_store(config: &Config, task: impl AsyncFnOnce(Store) -> CommandResult) -> CommandResult {
    crate::private::folder(&config.data_dir)
        .map_err(|error| Failed { code: 1, words: format!("cannot make {}: {error}", config.data_dir.display()) })?;
    opened(config, Keys::open(&config.keys_dir(), &config.instance)?, task)
}

/// The same with an installation that is there: neither folder nor keys nor database are made.
pub fn with_store_there(config: &Config, task: impl AsyncFnOnce(Store) -> CommandResult) -> CommandResult {
    let keys = Keys::read(&config.keys_dir(), &config.instance)?;
    if let Some(missing) = lite_path(config).filter(|path| !path.exists()) {
        return Err(Failed { code: 1, words: format!("there is no database {}", missing.display()) });
    }
    opened(config, keys, task)
}

fn opened(config: &Config, keys: Keys, task: impl AsyncFnOnce(Store) -> CommandResult) -> CommandResult {
    let clock = clock(0)?;
    runtime()?.block_on(async {
        let (made, seals) = (keys.made, keys.seals);
        let store = Store::open(StoreSettings {
            url: config.database_url.reveal().to_owned(),
            clock,
            log_key: keys.log,
            head_keys: keys.heads,
            former_log_keys: keys.former_logs,
            seals,
            rules: config.rules(),
            warm_cases_max: WARM_CASES,
        })
        .await
        .inspect_err(|error| {
            if matches!(error, OpenError::OtherKeys(_) | OpenError::SealsUnknown | OpenError::InstanceLost(_)) {
                Keys::unmake(&made);
            }
        })?;
        if seals != StoredSeals::Current {
            Keys::sealed(&config.keys_dir())?;
        }
        task(store).await
    })
}

#[cfg(feature = "bench")]
/// The load generator and its server are two processes; this is the generator.
pub fn bench(args: &crate::bench::BenchArgs) -> CommandResult {
    runtime()?.block_on(crate::bench::run(args))?;
    Ok(ExitCode::SUCCESS)
}
