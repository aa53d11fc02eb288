//! The store on both databases.

mod accounts;
mod append;
pub mod bare;
mod fold;
pub mod house;
mod lists;
mod nodes;
mod outbox;
mod queues;
mod schema;
mod spans;
