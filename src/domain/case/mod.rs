//! The case: commands in, events out, state as a fold.

pub mod apply;
mod asker;
pub mod audience;
mod author;
mod breach;
pub mod claims;
pub mod command;
pub mod deadline;
pub mod decide;
pub mod draft;
pub mod due;
pub mod ending;
pub mod event;
mod left_out;
pub mod owed;
pub mod policy;
pub mod refusal;
pub mod register;
pub mod show;
mod signature;
pub mod state;
pub mod take;
pub mod turn;
pub mod watched;
