//! People, organisations, and their credentials. This module stores hashes; `identity` makes them.

mod addresses;
mod challenges;
mod held;
mod legal;
mod links;
mod organisations;
mod passwords;
mod people;
mod proofs;
mod sealed;
mod sessions;
pub mod settings;
mod tries;

pub use addresses::{NewAddress, Readdressed};
pub use challenges::{Challenge, ChallengeAnswer, NewChallenge};
pub use held::{HeldAccount, HeldCode, HeldInCase, HeldLink, HeldMark, HeldPower, HeldRole, HeldSeat, HeldSession};
pub use legal::{GivenPower, StoredIdentity};
pub use links::{NewOneTimeLink, OneTimeLink, OneTimeLinkState};
pub use organisations::{Member, MemberOf, NewOrganisation, Organisation};
pub use passwords::NewPassword;
pub use people::{NewUser, User};
pub use proofs::ProofAnswer;
pub use sessions::{Changes, NewSession, Refreshed, Session};

use super::Store;

/// The accounts side of the store.
#[derive(Debug, Clone, Copy)]
pub struct Accounts<'s>(pub(crate) &'s Store);
