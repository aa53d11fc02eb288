//! The HTTP interface, on both databases.

mod about;
mod agreement;
mod backup;
mod begun;
mod bodies;
mod cases;
mod clauses;
mod clock;
mod conclusion;
mod drafts;
mod evidence;
mod exports;
mod full;
mod intake;
mod legal;
mod members;
mod my_data;
mod outside;
mod owed;
mod papers;
mod refusals;
mod senders;
mod taken;
mod words;
mod years;
