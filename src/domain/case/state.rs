//! What is true of a case now: one sub-state per channel, so that a view can be a fold of what its
//! viewer may read and nothing else. Messages are counted, never kept.

use crate::case::command::{EvidencePart, Language, Stage, Trade};
use crate::case::event::{Author, Event, NewEvent, Signature};
use crate::id::{CaseId, EvidenceId, OrganisationId, Reference, UserId};
use crate::moment::Moment;
use crate::money::Currency;
use crate::obligation::{DueObligation, ObligationState};
use crate::phase::Phase;
use crate::seat::{Channel, Person, Seat, Side, Voice};
use crate::terms::Terms;
use crate::view::{InvitationState, ProposalState};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The folded case. `talks` holds every channel but `procedure`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    pub id: CaseId,
    pub procedure: Procedure,
    pub talks: BTreeMap<Channel, Talk>,
}

static SILENCE: Talk = Talk::new();

impl Case {
    pub const fn new(id: CaseId) -> Self {
        Self { id, procedure: Procedure::new(), talks: BTreeMap::new() }
    }
    /// How many events the channel has.
    pub fn size(&self, channel: Channel) -> u64 {
        match channel {
            Channel::Procedure => self.procedure.size,
            other => self.talk(other).size,
        }
    }
    pub fn phase(&self) -> Phase {
        self.procedure.phase()
    }
    pub fn talk(&self, channel: Channel) -> &Talk {
        self.talks.get(&channel).unwrap_or(&SILENCE)
    }
    pub fn joint(&self) -> &Talk {
        self.talk(Channel::Joint)
    }
    /// The time an event of this channel gets: within a channel time never goes back.
    pub fn time_in(&self, channel: Channel, now: Moment) -> Moment {
        now.max(match channel {
            Channel::Procedure => self.procedure.last_at,
            other => self.talk(other).last_at,
        })
    }
    /// Gives a new event its place and time in its channel. Apply it before numbering the next.
    pub fn number(&self, new: NewEvent, now: Moment) -> Event {
        Event {
            channel: new.channel,
            seq: self.size(new.channel) + 1,
            at: self.time_in(new.channel, now),
            seat: new.seat,
            by: new.by,
            kind: new.fact.kind(),
            fact: Some(new.fact),
            evidence: new.evidence,
        }
    }
}

/// A value for each side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Both<T> {
    pub consumer: T,
    pub company: T,
}

impl<T> Both<T> {
    pub const fn get(&self, side: Side) -> &T {
        match side {
            Side::Consumer => &self.consumer,
            Side::Company => &self.company,
        }
    }
    pub const fn get_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Consumer => &mut self.consumer,
            Side::Company => &mut self.company,
        }
    }
}

/// The channel `procedure`: seats, phases, dates. Never words, offers or figures.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Procedure {
    pub size: u64,
    pub last_at: Moment,
    pub filed: Option<Filed>,
    pub admitted: bool,
    /// Every phase the case has been in; the last is the present one.
    pub phases: Vec<Stay>,
    pub rules_accepted: Both<bool>,
    pub invitation: Option<Invitation>,
    /// Who holds a seat now.
    pub seats: Vec<Tenure>,
    /// Everybody who ever stood on a side.
    pub stood: Vec<Standing>,
    pub mediation: Mediation,
    pub stage: Option<Stage>,
    pub identified: Both<bool>,
    pub reflection_waived: bool,
    pub concluded: Option<Concluded>,
    pub obligations: Vec<Owing>,
    pub entries: Vec<Entry>,
    pub closed_at: Option<Moment>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Filed {
    pub at: Moment,
    pub reference: Reference,
    pub filed_by: Side,
    pub consumer: Person,
    pub company: OrganisationId,
    pub company_name: String,
    pub operator: OrganisationId,
    pub trade: Trade,
    pub language: Language,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    pub phase: Phase,
    pub since: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub side: Side,
    pub since: Moment,
    pub until: Moment,
    pub state: InvitationState,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tenure {
    pub seat: Seat,
    pub person: Person,
    pub since: Moment,
}

/// One person stands on one side of a case, ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub person: UserId,
    pub side: Side,
}

/// How far the way to a mediator is. `nth` counts the mediators who accepted: each has own caucuses and notes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mediation {
    pub requested_at: Option<Moment>,
    pub assigned: Option<Assignment>,
    pub declined: Vec<UserId>,
    pub nth: u16,
    /// The version of the mediator's terms that each side accepted.
    pub ground_rules: Both<Option<u32>>,
    /// When both had accepted them: mediation's time runs from then.
    pub began_at: Option<Moment>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    pub person: Person,
    pub at: Moment,
    pub until: Moment,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Concluded {
    pub at: Moment,
    pub version: u32,
    pub document_hash: String,
    pub pdf_hash: String,
    pub signatures: Vec<Signature>,
    /// Hash of the final PDF, once it is there.
    pub sealed_pdf_hash: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owing {
    pub what: DueObligation,
    pub state: ObligationState,
}

/// The case's stay in a queue of an ombudsman or legal team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub number: u16,
    pub queue: Seat,
    pub organisation: OrganisationId,
    pub since: Moment,
}

impl Procedure {
    pub const fn new() -> Self {
        Self {
            size: 0,
            last_at: Moment::from_millis(0),
            filed: None,
            admitted: false,
            phases: Vec::new(),
            rules_accepted: Both { consumer: false, company: false },
            invitation: None,
            seats: Vec::new(),
            stood: Vec::new(),
            mediation: Mediation {
                requested_at: None,
                assigned: None,
                declined: Vec::new(),
                nth: 0,
                ground_rules: Both { consumer: None, company: None },
                began_at: None,
            },
            stage: None,
            identified: Both { consumer: false, company: false },
            reflection_waived: false,
            concluded: None,
            obligations: Vec::new(),
            entries: Vec::new(),
            closed_at: None,
        }
    }
    pub fn phase(&self) -> Phase {
        self.phases.last().map_or(Phase::Intake, |stay| stay.phase)
    }
    pub fn phase_since(&self) -> Moment {
        self.phases.last().map_or(self.last_at, |stay| stay.since)
    }
    /// The phase from which the case came into this one.
    pub fn former_phase(&self) -> Option<Phase> {
        self.phases.iter().rev().nth(1).map(|stay| stay.phase)
    }
    pub fn holds(&self, seat: Seat) -> bool {
        self.seats.iter().any(|tenure| tenure.seat == seat)
    }
    pub fn holders(&self, seat: Seat) -> impl Iterator<Item = &Tenure> {
        self.seats.iter().filter(move |tenure| tenure.seat == seat)
    }
    pub fn mediator(&self) -> Option<&Tenure> {
        self.holders(Seat::Mediator).next()
    }
    /// On which side this person has ever stood.
    pub fn side_of(&self, person: UserId) -> Option<Side> {
        self.stood.iter().find(|stood| stood.person == person).map(|stood| stood.side)
    }
    /// Who has to sign: both parties, and the mediator out of whose mediation the agreement came.
    pub fn signers(&self) -> impl Iterator<Item = Seat> + use<> {
        let before =
            self.phases.iter().rev().skip_while(|stay| stay.phase != Phase::Agreed).nth(1).map(|stay| stay.phase);
        let mediated = self.holds(Seat::Mediator) && before == Some(Phase::Mediation);
        [Seat::Consumer, Seat::Company].into_iter().chain(mediated.then_some(Seat::Mediator))
    }
    pub fn is_signer(&self, seat: Seat) -> bool {
        self.signers().any(|signer| signer == seat)
    }
}

/// Any other channel. Which fields move depends on the channel; all stay empty where nothing of the kind was said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Talk {
    pub size: u64,
    pub last_at: Moment,
    /// The latest words, by whom, and since when they have had the floor without an answer.
    pub last_word: Option<Word>,
    pub spoken: Both<bool>,
    /// Which events are messages, and which of these were hidden.
    pub messages: Marks,
    pub hidden: Marks,
    pub evidence: BTreeMap<EvidenceId, Exhibit>,
    pub paused: bool,
    pub subject: Option<String>,
    pub currency: Option<Currency>,
    pub parties: Both<Option<Party>>,
    pub disclosure: Option<MediatorWord>,
    pub summary: Option<Summary>,
    pub disclosures: Vec<Disclosure>,
    pub proposals: Vec<Proposal>,
    pub ideas: Vec<Idea>,
    pub answers: Vec<Answer>,
    pub deal: Option<Deal>,
    /// The highest version of an agreement that was ever drafted or worded here.
    pub versions: u32,
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
            currency: None,
            parties: Both { consumer: None, company: None },
            disclosure: None,
            summary: None,
            disclosures: Vec::new(),
            proposals: Vec::new(),
            ideas: Vec::new(),
            answers: Vec::new(),
            deal: None,
            versions: 0,
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
    /// Name and identifier, once both are there.
    pub fn identified(&self, side: Side) -> Option<(&str, &str)> {
        let party = self.parties.get(side).as_ref()?;
        Some((party.name.as_str(), party.identifier.as_deref()?))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    pub voice: Voice,
    pub seq: u64,
    pub at: Moment,
    /// The first event of the present speaker without anybody else's in between.
    pub from_seq: u64,
    pub from_at: Moment,
}

/// A set of sequence numbers, one bit each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Marks(Vec<u32>);

impl Marks {
    pub const fn new() -> Self {
        Self(Vec::new())
    }
    const fn place(seq: u64) -> (usize, u32) {
        ((seq / 32) as usize, 1 << (seq % 32))
    }
    pub fn set(&mut self, seq: u64) {
        let (word, bit) = Self::place(seq);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= bit;
        }
    }
    pub fn has(&self, seq: u64) -> bool {
        let (word, bit) = Self::place(seq);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }
}

/// A file of this channel, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exhibit {
    pub seq: u64,
    /// Absent once erased: then nobody can share it any more.
    pub owner: Option<UserId>,
    pub part: Option<EvidencePart>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub name: String,
    pub identifier: Option<String>,
}

/// What the mediator disclosed on accepting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediatorWord {
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
pub struct Answer {
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
    /// From when the consumer may sign; set by the first draft and kept.
    pub reflection_until: Option<Moment>,
    pub signatures: Vec<Signature>,
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
