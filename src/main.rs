//! The command line: one binary that serves, manages and verifies.

use acordo::config::Config;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Online mediation between a consumer and a company.
#[derive(Debug, Parser)]
#[command(name = "acordo", version, about, max_term_width = 100)]
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
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match Config::load(cli.config.as_deref()) {
        Ok(_) => match cli.task {
            Task::Serve => ExitCode::SUCCESS,
        },
        Err(error) => {
            eprintln!("acordo: {error}");
            ExitCode::from(2)
        }
    }
}
