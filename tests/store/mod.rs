//! The store on both databases.

mod accounts;
mod append;
pub mod bare;
pub mod fixture;
mod fold;
mod lists;
mod nodes;
mod outbox;
mod queues;
mod schema;
mod spans;
