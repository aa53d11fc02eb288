//! `acordo serve`, `demo`, `migrate`, and the runtime that every task with a database shares.

use super::{Ended, Failed, say};
use crate::app::{self, Tuning};
use crate::config::Config;
use crate::identity::keys::Keys;
use crate::pages::Pages;
use crate::store::{AheadClock, Store, StoreSettings, SystemClock};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};
use tracing_subscriber::EnvFilter;

/// A task of the command line touches few cases.
const WARM_CASES: u64 = 100;

/// Several threads: PostgreSQL's migrations and its connections' tasks need them.
fn runtime() -> Result<Runtime, std::io::Error> {
    // One TLS provider for mail and database alike; a second call finds it there.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Builder::new_multi_thread().enable_all().build()
}

fn log(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let line = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let line = line.with_ansi(std::io::stderr().is_terminal());
    // A second start within one process keeps the first one's log.
    let _ = if config.log_json { line.json().try_init() } else { line.try_init() };
}

/// A debug build reads the pages from the checkout and builds them if they are old; a release holds them.
fn pages() {
    if cfg!(debug_assertions) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        if let Pages::NotBuilt(why) = crate::pages::ensure(root, |line| eprintln!("acordo: {line}")) {
            eprintln!("acordo: {why}");
        }
    }
}

pub fn serve(config: Config) -> Ended {
    log(&config);
    pages();
    runtime()?.block_on(async {
        let listener = app::listen(&config)?;
        let tuning = Tuning::of(&config);
        let running = app::start(config, tuning, listener, Arc::new(SystemClock)).await?;
        tracing::info!(address = %running.address, url = running.site.config.public_url, "listening");
        running.until_asked().await;
        Ok(ExitCode::SUCCESS)
    })
}

pub fn demo(config: Config, folder: PathBuf, fresh: bool) -> Ended {
    let config = crate::demo::settings(config, folder, fresh)?;
    log(&config);
    pages();
    runtime()?.block_on(async {
        let listener = app::listen(&config)?;
        let tuning = Tuning::of(&config);
        let clock = Arc::new(AheadClock::by(crate::demo::ahead(&config)));
        let running = app::start(config, tuning, listener, clock.clone()).await?;
        say(&crate::demo::open(&running.site, clock).await?)?;
        running.until_asked().await;
        Ok(ExitCode::SUCCESS)
    })
}

pub fn migrate(config: &Config) -> Ended {
    with_store(config, async |_| {
        say("The database has this version's form.")?;
        Ok(ExitCode::SUCCESS)
    })
}

/// Runs a task with the store open. SQLite lets one process in: stop the server first.
pub fn with_store(config: &Config, task: impl AsyncFnOnce(Store) -> Ended) -> Ended {
    runtime()?.block_on(async {
        std::fs::create_dir_all(&config.data_dir).map_err(|error| Failed {
            code: 1,
            words: format!("cannot make {}: {error}", config.data_dir.display()),
        })?;
        let keys = Keys::open(&config.keys_dir(), &config.instance)?;
        let store = Store::open(StoreSettings {
            url: config.database_url.reveal().to_owned(),
            clock: Arc::new(SystemClock),
            log_key: keys.log,
            rules: config.rules(),
            warm_cases_max: WARM_CASES,
        })
        .await?;
        task(store).await
    })
}

/// The load generator and its server are two processes; this is the generator.
pub fn bench(args: &crate::bench::BenchArgs) -> Ended {
    runtime()?.block_on(crate::bench::run(args))?;
    Ok(ExitCode::SUCCESS)
}
