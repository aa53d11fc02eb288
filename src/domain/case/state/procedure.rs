//! The state of `procedure`: seats, phases, dates, consents.

use super::invitation::Invitation;
use super::papers::{Breach, CertificatePoint, FinalTerm, MediationSpan, Paper};
use super::{Both, Owing};
use crate::case::command::{
    ClosingOutcome, ConsentScope, EscalationGround, ForwardGround, Language, Priority, ProofKind, Queue, RefuseGround,
    Stage, Trade,
};
use crate::case::event::Signature;
use crate::id::{OrganisationId, Reference, UserId};
use crate::law::PackId;
use crate::moment::Moment;
use crate::phase::Phase;
use crate::rules::{DeadlineRule, Rules};
use crate::seat::{Person, Seat, Side};
use crate::settings::Settings;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use utoipa::ToSchema;

/// The channel `procedure`: seats, phases, dates. Never words, offers or figures.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Procedure {
    pub size: u64,
    pub last_at: Moment,
    pub filed: Option<FiledCase>,
    pub admitted: bool,
    /// Why the house did not take the case.
    #[serde(default)]
    pub not_admitted: Option<RefuseGround>,
    /// Every phase the case has been in; the last is the present one.
    pub phases: Vec<Stay>,
    pub rules_accepted: Both<bool>,
    pub invitation: Option<Invitation>,
    /// What the consumer whom a company invited knows of the case until they accept.
    pub invitee: Option<Invitee>,
    /// The present holders of seats.
    pub seats: Vec<Tenure>,
    /// Everybody who was ever on a side.
    pub stood: Vec<Standing>,
    pub mediation: Mediation,
    pub stage: Option<Stage>,
    pub identified: Both<bool>,
    /// The version of the wording for which the consumer waived the time to reflect.
    pub reflection_waived: Option<u32>,
    /// The last agreement that was signed by all, and those before it: a talk that is opened again may bring another.
    pub concluded: Option<Concluded>,
    pub concluded_before: Vec<Concluded>,
    pub obligations: Vec<Owing>,
    pub entries: Vec<Entry>,
    /// Which side has given its first word, and when.
    pub first_reply: Both<Option<Moment>>,
    /// Nobody speaks for this side until another representative comes.
    pub awaited: Option<Awaited>,
    pub consents: Vec<Consent>,
    pub extension: Extension,
    pub reminded: Vec<Reminded>,
    pub final_terms: Vec<FinalTerm>,
    pub certificates: Vec<CertificatePoint>,
    /// When obligations were breached, and when a part of one was paid or released later, one after the other: each calls
    /// for an enforcement packet.
    pub breaches: Vec<Breach>,
    pub papers: Vec<Paper>,
    /// Each mediation that began, in their order: prescription was suspended in these alone (art. 17).
    pub mediations: Vec<MediationSpan>,
    /// Who does not come into this case again: removed, or kept out by a conflict of interest.
    pub barred: Vec<UserId>,
    /// Every time the case was closed; each calls for a record of the procedure.
    pub closings: Vec<Moment>,
    pub closed_at: Option<Moment>,
    /// When a closed case was last taken up again. Nothing that ran before counts any more.
    pub resumed_at: Option<Moment>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FiledCase {
    pub at: Moment,
    pub reference: Reference,
    pub filed_by: Side,
    pub consumer: Person,
    pub company: OrganisationId,
    pub company_name: String,
    pub operator: OrganisationId,
    pub trade: Trade,
    pub language: Language,
    /// The jurisdiction pack that the case began under; it keeps that version.
    pub law: PackId,
    /// Those of the operator on that day: they stay the case's own.
    pub settings: Settings,
    /// What a consumer whom the company invited is asked for.
    #[serde(default)]
    pub proof: Option<ProofKind>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    pub phase: Phase,
    pub since: Moment,
}

/// The procedure as a consumer whom a company invited reads it: from the filing to the invitation, then what
/// becomes of the invitation and nothing else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Invitee {
    /// The invitation's own event: the last of those that are read one after the other.
    pub to: u64,
    /// Later events about the invitation.
    pub later: Vec<u64>,
    /// The fold of all these.
    pub sight: Box<Procedure>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tenure {
    pub seat: Seat,
    pub person: Person,
    pub since: Moment,
}

/// A person is on one side of a case, ever.
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
    /// Asked, and silent until the time was over: not asked again by rotation.
    pub lapsed: Vec<UserId>,
    /// Asked, and not needed any more before they answered.
    #[serde(default)]
    pub spared: Vec<UserId>,
    /// Both sides signed the agreement and the mediator did not, in spite of a reminder.
    #[serde(default)]
    pub signature_overdue: bool,
    /// Since when nobody is free.
    pub missing_since: Option<Moment>,
    pub nth: u16,
    /// The version of the mediator's terms that each side accepted.
    pub ground_rules: Both<Option<u32>>,
    /// Who did not accept the terms of the last mediator while that was waited for.
    #[serde(default)]
    pub not_accepted: Both<bool>,
    /// When both had accepted them: mediation's time runs from then.
    pub began_at: Option<Moment>,
    /// Everybody who has mediated here: a case that comes back gets another mediator.
    pub former: Vec<UserId>,
    /// Sent back by an officer: the clock of this mediation.
    pub remitted: Option<Remitted>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remitted {
    pub since: Moment,
    pub until: Moment,
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
    /// The size of `procedure` at it.
    pub seq: u64,
    pub version: u32,
    pub document_hash: String,
    pub pdf_hash: String,
    pub signatures: Vec<Signature>,
    /// Did the consumer waive the time to reflect on this wording?
    #[serde(default)]
    pub reflection_waived: bool,
    /// Hash of the final PDF, once it is there.
    pub sealed_pdf_hash: Option<String>,
}

/// A side without anybody to speak for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Awaited {
    pub side: Side,
    pub since: Moment,
    pub until: Moment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub side: Side,
    pub scope: ConsentScope,
    pub at: Moment,
}

/// More time for the mediation: what each side asked for, and what both agreed to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    pub asked: Both<Option<u32>>,
    pub days: u32,
}

/// A reminder that was given. Another date of the same rule is another deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminded {
    pub rule: DeadlineRule,
    pub number: Option<u32>,
    pub due: Moment,
    pub nth: u8,
    pub at: Moment,
    /// Its event in the channel.
    pub seq: u64,
}

/// The case's stay in a queue of an ombudsman or legal team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub number: u16,
    pub queue: Queue,
    pub organisation: OrganisationId,
    pub ground: EscalationGround,
    pub since: Moment,
    /// The service deadline as it is now; it is paused while a party is asked.
    pub due: Moment,
    pub state: EntryState,
    pub priority: Priority,
    pub officer: Option<Person>,
    pub asked: Option<Asked>,
    pub breached_at: Option<Moment>,
    /// When an officer last did something that everybody may know.
    #[serde(default)]
    pub acted_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    /// Why it was passed on.
    #[serde(default)]
    pub forwarded: Option<ForwardGround>,
    pub outcome: Option<ClosingOutcome>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    Waiting,
    Claimed,
    WaitingForParty,
    Remitted,
    Forwarded,
    Resolved,
}

/// A party that an officer waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub side: Side,
    pub since: Moment,
    pub until: Moment,
}

impl Entry {
    /// Waits for an officer or is in the hands of one.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, EntryState::Waiting | EntryState::Claimed | EntryState::WaitingForParty)
    }
    /// Its officer still reads what it left behind: it was not passed on.
    pub const fn is_kept(&self) -> bool {
        self.is_open() || matches!(self.state, EntryState::Resolved)
    }
}

impl Procedure {
    pub const fn new() -> Self {
        Self {
            size: 0,
            last_at: Moment::from_millis(0),
            filed: None,
            admitted: false,
            not_admitted: None,
            phases: Vec::new(),
            rules_accepted: Both { consumer: false, company: false },
            invitation: None,
            invitee: None,
            seats: Vec::new(),
            stood: Vec::new(),
            mediation: Mediation {
                requested_at: None,
                assigned: None,
                declined: Vec::new(),
                lapsed: Vec::new(),
                spared: Vec::new(),
                signature_overdue: false,
                missing_since: None,
                nth: 0,
                ground_rules: Both { consumer: None, company: None },
                not_accepted: Both { consumer: false, company: false },
                began_at: None,
                former: Vec::new(),
                remitted: None,
            },
            stage: None,
            identified: Both { consumer: false, company: false },
            reflection_waived: None,
            concluded: None,
            concluded_before: Vec::new(),
            obligations: Vec::new(),
            entries: Vec::new(),
            first_reply: Both { consumer: None, company: None },
            awaited: None,
            consents: Vec::new(),
            extension: Extension { asked: Both { consumer: None, company: None }, days: 0 },
            reminded: Vec::new(),
            final_terms: Vec::new(),
            certificates: Vec::new(),
            breaches: Vec::new(),
            papers: Vec::new(),
            mediations: Vec::new(),
            barred: Vec::new(),
            closings: Vec::new(),
            closed_at: None,
            resumed_at: None,
        }
    }
    pub fn phase(&self) -> Phase {
        self.phases.last().map_or(Phase::Intake, |stay| stay.phase)
    }
    pub fn phase_since(&self) -> Moment {
        self.phases.last().map_or(self.last_at, |stay| stay.since)
    }
    /// How often the case has ended so far.
    pub fn ends(&self) -> u16 {
        u16::try_from(self.phases.iter().filter(|stay| stay.phase.is_closed()).count()).unwrap_or(u16::MAX)
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
    /// The mediation that runs: it began and did not end. It pauses while an agreement is signed.
    pub fn mediation_under_way(&self) -> Option<&MediationSpan> {
        self.mediations.last().filter(|span| span.ended.is_none())
    }
    /// Does nothing let this person into the case again?
    pub fn is_barred(&self, person: UserId) -> bool {
        self.barred.contains(&person)
    }
    /// The rules of the house with the settings that this case began with.
    pub fn rules<'a>(&self, house: &'a Rules) -> Cow<'a, Rules> {
        match &self.filed {
            Some(filed) if filed.settings != house.settings => Cow::Owned(house.with(filed.settings)),
            _ => Cow::Borrowed(house),
        }
    }
    /// Nothing counts that began before: the later of this moment and the last time the case was taken up again.
    pub fn anew(&self, began: Moment) -> Moment {
        self.resumed_at.map_or(began, |resumed| began.max(resumed))
    }
    /// Is the talk held up until a side has somebody to speak for it? A queue does not wait for that.
    pub fn is_suspended(&self) -> bool {
        self.awaited.is_some() && matches!(self.phase(), Phase::Negotiation | Phase::Mediation)
    }
    /// Was the case in a queue since it was last taken up again?
    pub fn was_escalated(&self) -> bool {
        self.entries.iter().any(|entry| self.anew(entry.since) == entry.since)
    }
    /// Has the consumer waived the time to reflect on exactly this wording? Of what was signed it stays known.
    pub fn reflection_waived_for(&self, version: u32) -> bool {
        self.reflection_waived == Some(version)
            || self.concluded_as(version).is_some_and(|concluded| concluded.reflection_waived)
    }
    /// The entry that the case is in now.
    pub fn open_entry(&self) -> Option<&Entry> {
        self.entries.last().filter(|entry| entry.is_open())
    }
    /// The officer of the last entry, also after its end, unless it was passed on.
    pub fn officer(&self) -> Option<&Person> {
        self.entries.last().filter(|entry| entry.is_kept())?.officer.as_ref()
    }
    pub fn consents(&self, side: Side, scope: ConsentScope) -> bool {
        self.consents.iter().any(|consent| consent.side == side && consent.scope == scope)
    }
    /// May a successor read what this side told the former mediator?
    pub fn opens_former_caucus(&self, side: Side) -> bool {
        self.consents(side, ConsentScope::FormerCaucus)
    }
    pub fn was_reminded(&self, rule: DeadlineRule, number: Option<u32>, due: Moment, nth: u8) -> Option<Moment> {
        reminded(&self.reminded, rule, number, due, nth)
    }
    /// The side that this person is or was on.
    pub fn side_of(&self, person: UserId) -> Option<Side> {
        self.stood.iter().find(|stood| stood.person == person).map(|stood| stood.side)
    }
    /// The seats that have to sign: both parties, and the mediator out of whose mediation the agreement came.
    pub fn signers(&self) -> impl Iterator<Item = Seat> + use<> {
        let mediated = self.holds(Seat::Mediator) && self.agreed_in_mediation();
        [Seat::Consumer, Seat::Company].into_iter().chain(mediated.then_some(Seat::Mediator))
    }
    /// Did the last agreement come out of a mediation?
    fn agreed_in_mediation(&self) -> bool {
        let mut past = self.phases.iter().rev().skip_while(|stay| stay.phase != Phase::Agreed);
        past.nth(1).is_some_and(|stay| stay.phase == Phase::Mediation)
    }
    /// Is somebody asked to sign in the place of the mediator out of whose mediation the agreement came?
    pub fn awaits_successor(&self) -> bool {
        let asked = self.mediation.assigned.is_some() && !self.holds(Seat::Mediator);
        self.phase() == Phase::Agreed && asked && self.agreed_in_mediation()
    }
    pub fn is_signer(&self, seat: Seat) -> bool {
        self.signers().any(|signer| signer == seat)
    }
}

pub(crate) fn reminded(
    list: &[Reminded],
    rule: DeadlineRule,
    number: Option<u32>,
    due: Moment,
    nth: u8,
) -> Option<Moment> {
    list.iter()
        .find(|reminded| {
            reminded.rule == rule && reminded.number == number && reminded.due == due && reminded.nth == nth
        })
        .map(|reminded| reminded.at)
}
