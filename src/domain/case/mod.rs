//! The case: commands in, events out, state as a fold.

pub mod command;
pub mod event;
pub mod refusal;
