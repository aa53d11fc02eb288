//! What people are told by mail, and that every mail leaves once its server is up.

mod dates;
pub mod mailbox;
pub mod notices;
mod server;
mod waits;
