//! What a command needs from outside the case to be decided. The command declares it; the shell supplies it.

use crate::id::{ChallengeId, UserId};
use crate::seat::Channel;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs<'a> {
    /// The person it names, with memberships and load.
    pub named: Option<UserId>,
    /// Does who is named, or else who acts, stand or have stood within a year with or against one of the parties?
    pub conflict: bool,
    /// How many other cases of this company the actor has mediated.
    pub cases_with_company: bool,
    /// Which teams the company keeps for cases that do not settle: it may send the case to one.
    pub company_teams: bool,
    /// The company's legal identity, as its record has it now.
    pub legal_identity: bool,
    /// The actor's powers to bind the company.
    pub powers: bool,
    /// The event it names, as it is stored: a caller cannot hand in other words.
    pub item: Option<(Channel, u64)>,
    /// What an invited consumer gave to show who they are.
    pub proof: Option<&'a str>,
    /// A code that proves who signs.
    pub signing: Option<SigningCode<'a>>,
}

/// The code that a signer typed for one document. It is used up with the signature itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SigningCode<'a> {
    pub challenge: ChallengeId,
    pub response: &'a str,
    pub document_hash: &'a str,
}

impl Needs<'_> {
    pub const NOTHING: Self = Self {
        named: None,
        conflict: false,
        cases_with_company: false,
        company_teams: false,
        legal_identity: false,
        powers: false,
        item: None,
        proof: None,
        signing: None,
    };
}
