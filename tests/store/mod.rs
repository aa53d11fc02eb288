//! The store on both databases.

mod accounts;
mod altered;
mod append;
pub mod bare;
mod behind;
mod changes;
pub mod fixture;
mod fold;
pub mod intruder;
mod lists;
mod nodes;
mod outbox;
mod queues;
mod races;
mod schema;
mod spans;
mod tampering;
mod tls;
mod upgraded;
mod whole_case;
