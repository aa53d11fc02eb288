//! The state of a case: one sub-state per channel, so that a view can be a fold of what its
//! viewer may read and nothing else. Messages are counted, never kept.

mod agreements;
mod filed;
mod invitation;
mod owing;
mod papers;
mod procedure;
mod talk;

pub use invitation::{Invitation, InvitationState, Mailed};
pub use owing::Owing;
pub use papers::{Breach, CertificatePoint, FinalTerm, MediationSpan, Paper};
pub use procedure::{
    Asked, Assignment, Awaited, Concluded, Consent, Entry, EntryState, Extension, FiledCase, Invitee, Mediation,
    Procedure, Reminded, Remitted, Standing, Stay, Tenure,
};
pub use talk::{
    Deal, Disclosure, Draft, Exhibit, Feedback, Idea, LastMessage, MediatorDisclosure, Party, Proposal, ProposalState,
    Question, Release, Returned, SealedAnswer, Summary, Talk, WaitingQuestion,
};

use crate::case::event::{Event, NewEvent};
use crate::id::CaseId;
use crate::moment::Moment;
use crate::phase::Phase;
use crate::seat::{Channel, Side};
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
    /// The number of the form in which the folded case is kept between starts. Kept states of another number are
    /// folded anew from the events. A test asks for the next number with each change of what is folded or of how it
    /// is written, and writes it (`GOLDEN=write cargo test -p acordo-domain kept`).
    pub const FORM: i64 = include!("form.in");

    pub const fn new(id: CaseId) -> Self {
        Self { id, procedure: Procedure::new(), talks: BTreeMap::new() }
    }
    /// How many events the channel has.
    pub fn size(&self, channel: Channel) -> u64 {
        if channel == Channel::Procedure { self.procedure.size } else { self.talk(channel).size }
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
    /// The caucuses with the present mediator.
    pub fn caucuses(&self) -> Both<Option<&Talk>> {
        let nth = self.procedure.mediation.nth.max(1);
        let of_side = |side| Some(self.talk(Channel::Caucus { side, nth }));
        Both { consumer: of_side(Side::Consumer), company: of_side(Side::Company) }
    }
    /// The time an event of this channel gets: within a channel time never goes back.
    pub fn time_in(&self, channel: Channel, now: Moment) -> Moment {
        let last_at = if channel == Channel::Procedure { self.procedure.last_at } else { self.talk(channel).last_at };
        now.max(last_at)
    }
    /// Gives a new event its number and time in its channel. Apply it before numbering the next.
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
