//! Every Rust test of the shell in one binary, so that it links once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod api;
mod circles;
mod documents;
mod identity;
mod names;
mod notify;
mod printable;
mod raised;
mod rooms;
mod store;
mod support;
mod tidy;
