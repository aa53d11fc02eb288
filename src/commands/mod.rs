//! The entrance that HTTP and sockets share: reading what was sent, how often somebody may ask, who asks,
//! executing, and what a refusal becomes.

mod act;
mod complaint;
mod invitation;
pub mod json;
pub mod pace;
mod problems;

pub use act::{Visitor, act};
pub use complaint::{Confirmed, DraftedComplaint, HeldDraft, NewComplaint, confirm_complaint, draft_complaint};
pub use invitation::{NewInvitation, invite_consumer};
