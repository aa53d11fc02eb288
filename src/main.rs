//! The command line: one binary that serves, manages and verifies.

/// Measured against the system's: a tenth more messages for the same CPU, and less memory for an idle socket.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    acordo::cli::main()
}
