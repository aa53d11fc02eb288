//! The command line: one binary that serves, manages and verifies.

fn main() -> std::process::ExitCode {
    acordo::cli::main()
}
