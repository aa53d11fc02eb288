//! The HTTP interface, on both databases.

mod about;
mod access;
pub mod agreement;
mod backup;
mod begun;
mod bodies;
mod cases;
mod clauses;
mod clock;
mod drafts;
mod evidence;
mod exports;
mod full;
mod intake;
mod legal;
mod members;
pub mod owed;
mod papers;
mod refusals;
mod register;
mod register_export;
mod senders;
mod taken;
mod volume;
mod words;
