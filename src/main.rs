//! The command line: one binary that serves, manages and verifies.

use acordo::config::Config;
use clap::{Parser, Subcommand};
use std::io::Write;
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
    /// Print the OpenAPI document; needs no database
    Openapi,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    if let Task::Openapi = cli.task {
        return openapi();
    }
    match Config::load(cli.config.as_deref()) {
        Ok(_) => match cli.task {
            Task::Serve | Task::Openapi => ExitCode::SUCCESS,
        },
        Err(error) => {
            eprintln!("acordo: {error}");
            ExitCode::from(2)
        }
    }
}

fn openapi() -> ExitCode {
    let written = acordo::http::openapi_text()
        .map_err(std::io::Error::from)
        .and_then(|text| std::io::stdout().write_all(text.as_bytes()));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("acordo: {error}");
            ExitCode::FAILURE
        }
    }
}
