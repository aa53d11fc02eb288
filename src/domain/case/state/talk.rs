//! The state of every other channel: who wrote last, proposals, files, the agreement under way.

use super::{Both, Marks, Reminded};
use crate::case::command::{Account, Complaint, EvidencePart};
use crate::case::event::{Author, Signature};
use crate::id::{EvidenceId, UserId};
use crate::moment::Moment;
use crate::money::Currency;
use crate::organisation::LegalIdentity;
use crate::seat::{Channel, Seat, Side, Voice};
use crate::terms::Terms;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Any other channel. Which fields move depends on the channel; all stay empty where nothing of the kind was said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Talk {
    pub size: u64,
    pub last_at: Moment,
    /// The latest message, its author, and since when it has been unanswered.
    pub last_word: Option<LastMessage>,
    pub spoken: Both<bool>,
    /// Which events are messages, and which of these were hidden, with the events that brought their files.
    pub messages: Marks,
    pub hidden: Marks,
    pub evidence: BTreeMap<EvidenceId, Exhibit>,
    pub paused: bool,
    pub subject: Option<String>,
    /// Where the complaint stands.
    pub complaint: Option<u64>,
    /// What it says: it is shown beside every page of the room, however long the log grew.
    pub complained: Option<Box<Complaint>>,
    /// What a company told with its invitation, where it began.
    pub account: Option<Box<Account>>,
    pub currency: Option<Currency>,
    pub parties: Both<Option<Party>>,
    /// The version of the company's record that names its side.
    pub identity: Option<LegalIdentity>,
    pub disclosure: Option<MediatorDisclosure>,
    pub summary: Option<Summary>,
    pub disclosures: Vec<Disclosure>,
    /// The first question of the mediator, to disclose or to confirm, that waits for an answer.
    pub asked: Option<WaitingQuestion>,
    pub proposals: Vec<Proposal>,
    /// Since when no proposal is open that was.
    pub cleared_at: Option<Moment>,
    pub ideas: Vec<Idea>,
    pub answers: Vec<SealedAnswer>,
    pub deal: Option<Deal>,
    /// The deal that was concluded before this one, and stands if this one fails.
    pub standing: Option<Deal>,
    /// How the last deal that failed did so.
    #[serde(default)]
    pub returned: Option<Returned>,
    /// The highest version of an agreement that was ever drafted or worded here.
    pub versions: u32,
    /// Reminders of dates that run in this channel alone.
    pub reminded: Vec<Reminded>,
    /// In a review: is the handover file there, what was asked, what was released.
    pub handed_over: bool,
    pub question: Option<Question>,
    pub releases: Vec<Release>,
    /// In `sealed:consumer`: the score that was given last.
    pub feedback: Option<Feedback>,
}

impl Talk {
    pub const fn new() -> Self {
        Self {
            size: 0,
            last_at: Moment::from_millis(0),
            last_word: None,
            spoken: Both { consumer: false, company: false },
            messages: Marks::new(),
            hidden: Marks::new(),
            evidence: BTreeMap::new(),
            paused: false,
            subject: None,
            complaint: None,
            complained: None,
            account: None,
            currency: None,
            parties: Both { consumer: None, company: None },
            identity: None,
            disclosure: None,
            summary: None,
            disclosures: Vec::new(),
            asked: None,
            proposals: Vec::new(),
            cleared_at: None,
            ideas: Vec::new(),
            answers: Vec::new(),
            deal: None,
            standing: None,
            returned: None,
            versions: 0,
            reminded: Vec::new(),
            handed_over: false,
            question: None,
            releases: Vec::new(),
            feedback: None,
        }
    }
    pub fn proposal(&self, number: u32) -> Option<&Proposal> {
        self.proposals.iter().find(|proposal| proposal.number == number)
    }
    pub fn next_number(&self) -> u32 {
        self.proposals.last().map_or(0, |proposal| proposal.number) + 1
    }
    pub fn open_proposals(&self) -> impl Iterator<Item = &Proposal> {
        self.proposals.iter().filter(|proposal| proposal.state == ProposalState::Open)
    }
    pub fn answer_to(&self, channel: Channel, number: u32) -> Option<bool> {
        self.answers
            .iter()
            .find(|answer| answer.channel == channel && answer.number == number)
            .map(|answer| answer.accept)
    }
    /// Name and identifier, once both are there. What somebody once typed for a company does not name it.
    pub fn identified(&self, side: Side) -> Option<(&str, &str)> {
        let party = self.parties.get(side).as_ref()?;
        let named = side == Side::Consumer || self.identity.is_some();
        Some((party.name.as_str(), party.identifier.as_deref().filter(|_| named)?))
    }
    /// The version of the company's record by which its side is named.
    pub fn identity_version(&self) -> Option<u32> {
        self.identity.as_ref().map(|identity| identity.version)
    }
}

/// An accepted deal that was not signed, and went back to the talks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    pub seq: u64,
    /// Whoever refused it; none where its time was over.
    pub refused: Option<Seat>,
    /// Who had not signed by then; nobody where it was never written out.
    pub missing: Vec<Seat>,
}

/// The consumer's score for an end of the case; each end can be rated once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    pub score: u8,
    pub end: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastMessage {
    pub voice: Voice,
    pub seq: u64,
    pub at: Moment,
    /// The first event of the present speaker without anybody else's in between.
    pub from_seq: u64,
    pub from_at: Moment,
}

/// Which question waits, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingQuestion {
    pub seq: u64,
    pub at: Moment,
}

/// A file of this channel, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exhibit {
    pub seq: u64,
    /// Absent once erased: then nobody can share it any more.
    pub owner: Option<UserId>,
    pub part: Option<EvidencePart>,
    /// May it be passed on to an officer?
    pub may_be_shared: bool,
}

/// An officer's question that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub seq: u64,
    pub side: Side,
    pub text: String,
    pub asked_at: Moment,
    pub due: Moment,
}

/// An item on its way to the officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    pub channel: Channel,
    pub target: u64,
    pub allowed: Both<bool>,
    pub done: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub name: String,
    pub identifier: Option<String>,
    pub address: Option<String>,
}

/// What the mediator disclosed on accepting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediatorDisclosure {
    pub text: String,
    pub cases_with_company: u32,
}

/// The mediator's "what I heard", which the side confirms or corrects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub text: String,
    pub confirmed: bool,
    pub correction: Option<String>,
}

impl Summary {
    pub const fn waits(&self) -> bool {
        !self.confirmed && self.correction.is_none()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// The seq of the question.
    pub id: u64,
    pub words: String,
    pub allowed: Option<bool>,
    pub used: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    Open,
    Accepted,
    Declined,
    Countered,
    Withdrawn,
    /// Its time was over.
    Expired,
    /// A newer one of its author took its place, or an agreement.
    Superseded,
    /// It needed both sides, and did not get both. Who answered what is told to nobody.
    NotAgreed,
    /// The phase in which it lay on the table ended.
    Closed,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    pub number: u32,
    pub seq: u64,
    pub author: Author,
    pub terms: Terms,
    pub terms_hash: String,
    pub note: Option<String>,
    pub made_at: Moment,
    pub valid_until: Moment,
    pub answers: Option<u32>,
    pub state: ProposalState,
}

impl Proposal {
    /// Open by its state and by this time.
    pub fn stands(&self, now: Moment) -> bool {
        self.state == ProposalState::Open && now < self.valid_until
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Idea {
    /// The seq of the idea.
    pub id: u64,
    pub terms: Terms,
    pub terms_hash: String,
    pub allowed: bool,
    /// The proposal number under which it was conveyed.
    pub conveyed: Option<u32>,
}

/// A hidden answer, in `sealed:<side>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedAnswer {
    pub channel: Channel,
    pub number: u32,
    pub accept: bool,
}

/// What was accepted, on its way to the signatures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deal {
    pub number: u32,
    pub accepted_at: Moment,
    pub terms: Terms,
    pub terms_hash: String,
    /// The clauses as they will be written; they begin as those of the terms.
    pub clauses: Vec<String>,
    /// The version that is wanted now.
    pub version: u32,
    /// The draft of exactly that version.
    pub draft: Option<Draft>,
    /// When the words were last changed, or are to be written out anew.
    #[serde(default)]
    pub worded_at: Option<Moment>,
    /// From when the consumer may sign; set by the first draft and kept.
    pub reflection_until: Option<Moment>,
    pub signatures: Vec<Signature>,
}

impl Deal {
    /// Which of those who sign have not signed the draft.
    pub fn unsigned<'a>(&'a self, signers: impl Iterator<Item = Seat> + 'a) -> impl Iterator<Item = Seat> + 'a {
        signers.filter(|seat| self.signatures.iter().all(|signature| signature.seat != *seat))
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    pub version: u32,
    pub seq: u64,
    pub at: Moment,
    pub document_hash: String,
    pub pdf_hash: String,
    pub sign_until: Moment,
}
