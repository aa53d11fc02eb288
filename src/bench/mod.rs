//! `acordo bench`: makes load over real sockets on a server of its own, measures, and proves at the end that
//! nothing was lost, repeated or out of order. With `--export`, it takes a large record along, with `--record` a long
//! one. With `--kill-rounds`, it kills the server under load again and again and shows that everything acknowledged is
//! there.

mod bare;
mod export;
mod kill;
mod ledger;
mod lists;
mod load;
mod measure;
mod record;
mod report;
mod seed;
mod server;

use crate::store::{OpenError, StoreError};
use load::{LoadError, Pace};
use server::ServerKind;

/// The load to make.
#[derive(Debug, Clone, clap::Args)]
pub struct BenchArgs {
    /// Rooms of three people each
    #[arg(long, default_value_t = 200)]
    pub rooms: usize,
    /// Seconds of measured load
    #[arg(long, default_value_t = 10)]
    pub seconds: u64,
    /// Messages a second over all rooms; without it the loop is closed
    #[arg(long)]
    pub rate: Option<u32>,
    /// Messages that each room keeps under way in the closed loop
    #[arg(long, default_value_t = 3)]
    pub outstanding: usize,
    /// Send message ids that grow with time instead of random ones
    #[arg(long)]
    pub ordered_ids: bool,
    /// Open so many idle sockets instead, and measure the memory of one
    #[arg(long, conflicts_with_all = ["rate", "kill_rounds"])]
    pub idle: Option<usize>,
    /// Take one record along with so many megabytes of evidence instead, and measure memory and what others wait
    #[arg(long, value_name = "MEGABYTES", conflicts_with_all = ["rate", "kill_rounds", "idle", "bare"])]
    pub export: Option<usize>,
    /// Take one record of so many messages along instead, verify it, and measure both
    #[arg(long, value_name = "EVENTS", conflicts_with_all = ["rate", "kill_rounds", "idle", "bare", "export"])]
    pub record: Option<usize>,
    /// Fill a database with the lists of so many cases instead, and measure what each role waits for
    #[arg(long, value_name = "CASES", conflicts_with_all = ["rate", "kill_rounds", "idle", "bare", "export", "record"])]
    pub lists: Option<usize>,
    /// Kill the server under load so many times, and check after each that nothing acknowledged is gone
    #[arg(long)]
    pub kill_rounds: Option<u32>,
    /// A PostgreSQL database that the bench may fill; SQLite in a temporary folder otherwise
    #[arg(long)]
    pub database: Option<String>,
    /// Servers over one PostgreSQL; the three of a room sit at different ones
    #[arg(long, default_value_t = 1, requires = "database", conflicts_with_all = ["kill_rounds", "idle", "bare"])]
    pub nodes: usize,
    /// Put the same load on bare actix-ws rooms, without rules, record or storage, as a yardstick
    #[arg(long, conflicts_with_all = ["kill_rounds", "idle", "database"])]
    pub bare: bool,
    /// Let the bare rooms keep each message in one SQLite table, with group commit, before anybody is told
    #[arg(long, requires = "bare")]
    pub store: bool,
    #[arg(long, hide = true)]
    pub serve_bare: Option<String>,
    #[arg(long, hide = true)]
    pub serve_bare_file: Option<std::path::PathBuf>,
    /// Print the figures as one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum BenchError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error("{0}")]
    Io(#[from] std::io::Error),
    #[error("the rooms could not be made: {0}")]
    Seed(String),
    #[error("the server did not start: {0}")]
    Server(String),
    #[error("{0}")]
    Proof(String),
}

impl BenchArgs {
    fn server(&self) -> ServerKind {
        match (self.bare, self.store) {
            (false, _) => ServerKind::Acordo,
            (true, false) => ServerKind::Bare,
            (true, true) => ServerKind::BareWithTable,
        }
    }

    fn pace(&self) -> Pace {
        match self.rate {
            Some(per_second) => Pace::Fixed { per_second },
            None => Pace::Closed { outstanding: self.outstanding.max(1) },
        }
    }
}

/// Runs the load and prints what was measured. An error, also a failed proof, ends with exit code 1.
pub async fn run(args: &BenchArgs) -> Result<(), BenchError> {
    if let Some(address) = &args.serve_bare {
        return Ok(bare::serve(address, args.serve_bare_file.as_deref()).await?);
    }
    let text = match (args.kill_rounds, args.idle, args.export, args.record, args.lists) {
        (Some(rounds), ..) => kill::run(args, rounds).await?,
        (_, Some(sockets), ..) => report::idle(args, sockets).await?,
        (_, _, Some(megabytes), ..) => export::run(args, megabytes).await?,
        (_, _, _, Some(events), _) => record::run(args, events).await?,
        (_, _, _, _, Some(cases)) => lists::run(args, cases).await?,
        (None, None, None, None, None) => report::load(args).await?,
    };
    use std::io::Write;
    writeln!(std::io::stdout(), "{text}")?;
    Ok(())
}
