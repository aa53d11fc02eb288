//! The interface over HTTP, on both databases.

mod agreement;
mod begun;
mod cases;
mod evidence;
mod intake;
mod members;
mod refusals;
mod senders;
