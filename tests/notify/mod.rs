//! What people are told by mail, and that every mail leaves once its server is there.

pub mod mailbox;
mod notices;
mod server;
