//! What mediation is. Pure: no clock, no randomness, no files, no network.
//!
//! Three functions carry the product: `decide` (may this happen?), `apply` (what is true now?),
//! and `audience` (who may ever see it?).
// A new command, fact or refusal does not compile until every place that tells them apart has an answer for it.
#![deny(clippy::wildcard_enum_match_arm)]

pub mod accepted;
pub mod calendar;
pub mod case;
pub mod diff;
pub mod id;
pub mod identifier;
pub mod language;
pub mod law;
pub mod limit;
pub mod moment;
pub mod money;
pub mod obligation;
pub mod organisation;
pub mod phase;
pub mod printable;
pub mod rules;
mod schema;
pub mod seat;
pub mod settings;
pub mod terms;
pub mod view;
pub mod visible;
