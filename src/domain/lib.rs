//! What mediation is. Pure: no clock, no randomness, no files, no network.
//!
//! Three functions carry the product: `decide` (may this happen?), `apply` (what is true now?),
//! and `audience` (who may ever see it?).

pub mod case;
pub mod diff;
pub mod id;
pub mod moment;
pub mod money;
pub mod obligation;
pub mod phase;
mod schema;
pub mod seat;
pub mod terms;
pub mod view;
