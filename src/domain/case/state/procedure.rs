//! What `procedure` tells: seats, phases, dates, consents.

use super::Both;
use crate::case::command::{Language, Stage, Trade};
use crate::case::event::Signature;
use crate::id::{OrganisationId, Reference, UserId};
use crate::moment::Moment;
use crate::obligation::{DueObligation, ObligationState};
use crate::phase::Phase;
use crate::seat::{Person, Seat, Side};
use crate::view::InvitationState;
use serde::{Deserialize, Serialize};

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
