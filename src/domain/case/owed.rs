//! What the house owes after a command: a draft, a seal, a mediator, and word to those who may know.
//! Recipients come from the audience alone; who acted is told nothing.

use crate::case::audience::Readable;
use crate::case::event::{Event, Fact};
use crate::case::state::Case;
use crate::id::{OrganisationId, UserId};
use crate::phase::Phase;
use crate::seat::{Capacity, Channel, Role, Seat, Side, Voice};
use crate::view::InvitationState;
use serde::{Deserialize, Serialize};

/// Work that is stored in the same transaction as the events that cause it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Owed {
    /// Render the agreement and give `agreement.draft`.
    Draft {
        version: u32,
    },
    /// Make the final PDF and give `agreement.seal`.
    Seal {
        version: u32,
    },
    /// Choose by rotation and give `mediator.assign`.
    AssignMediator,
    Notice(Notice),
}

/// Somebody is to be told. It holds ids only; the mail is rendered when it is sent, without content of private channels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub to: NoticeTo,
    pub kind: NoticeKind,
    pub channel: Channel,
    pub seq: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeTo {
    User(UserId),
    /// Everybody with one of these roles in the organisation.
    Members {
        organisation: OrganisationId,
        roles: Vec<Role>,
    },
}

macro_rules! notice_kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),* $(,)?) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum NoticeKind { $($(#[$doc])* #[serde(rename = $name)] $variant),* }
        impl NoticeKind {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $name),* } }
            pub fn from_name(name: &str) -> Option<Self> { match name { $($name => Some(Self::$variant),)* _ => None } }
        }
    };
}

notice_kinds! {
    /// To the consumer who filed: the link that opens the case.
    CaseFiledLink = "case_filed_link",
    Invitation = "invitation",
    InvitationAccepted = "invitation_accepted",
    InvitationRefused = "invitation_refused",
    /// It became the recipient's turn by a message in `joint`.
    Message = "message",
    /// Something waits in a private channel; the mail does not say what.
    Private = "private",
    Proposal = "proposal",
    ProposalAccepted = "proposal_accepted",
    ProposalDeclined = "proposal_declined",
    ProposalNotAgreed = "proposal_not_agreed",
    MediatorRequested = "mediator_requested",
    /// To the mediator: accept or decline.
    MediatorAssigned = "mediator_assigned",
    MediationStarted = "mediation_started",
    /// Name and identifier are missing for the draft.
    Identify = "identify",
    DraftReady = "draft_ready",
    Signed = "signed",
    /// Refused or not signed in time: the case is back in its former phase.
    AgreementReturned = "agreement_returned",
    /// Signed by all and sealed: the copies are there.
    Concluded = "concluded",
    ObligationReported = "obligation_reported",
    ObligationDisputed = "obligation_disputed",
    ObligationConfirmed = "obligation_confirmed",
    Escalated = "escalated",
    /// A case arrived in the queue of a team.
    Queued = "queued",
    /// A seat was handed to the recipient.
    SeatGiven = "seat_given",
    Closed = "closed",
}

/// What follows from these events, which are already applied to `after`.
pub fn owed(after: &Case, events: &[Event]) -> Vec<Owed> {
    let mut list = Vec::new();
    for event in events {
        if let Some(fact) = &event.fact {
            work(after, fact, &mut list);
        }
    }
    let mut letters =
        Letters { after, actors: events.iter().filter_map(|event| event.by.as_ref().map(|by| by.id)).collect(), list };
    for event in events {
        if let Some(fact) = &event.fact {
            letters.about(event, fact);
        }
    }
    letters.list
}

fn once(list: &mut Vec<Owed>, owed: Owed) {
    if !list.contains(&owed) {
        list.push(owed);
    }
}

fn work(after: &Case, fact: &Fact, list: &mut Vec<Owed>) {
    match fact {
        Fact::ProposalAccepted { .. }
        | Fact::ProposalAnswered { agreed: true, .. }
        | Fact::PartyNamed { .. }
        | Fact::AgreementWorded { .. } => {
            if let Some(draft) = crate::case::draft::joint_draft_input(after) {
                once(list, Owed::Draft { version: draft.version });
            }
        }
        Fact::AgreementConcluded { version, .. } => once(list, Owed::Seal { version: *version }),
        Fact::MediatorRequested { .. } | Fact::MediatorDeclined { .. } => assign(after, list),
        // A request may have waited while an agreement was tried.
        Fact::PhaseChanged { phase: Phase::Negotiation | Phase::Mediation } => assign(after, list),
        _ => {}
    }
}

fn assign(after: &Case, list: &mut Vec<Owed>) {
    let procedure = &after.procedure;
    let phase = procedure.phase();
    let wanted =
        phase == Phase::Mediation || (phase == Phase::Negotiation && procedure.mediation.requested_at.is_some());
    if wanted && procedure.mediation.assigned.is_none() && !procedure.holds(Seat::Mediator) {
        once(list, Owed::AssignMediator);
    }
}

struct Letters<'a> {
    after: &'a Case,
    /// Who acted is told nothing.
    actors: Vec<UserId>,
    list: Vec<Owed>,
}

impl Letters<'_> {
    fn send(&mut self, to: UserId, kind: NoticeKind, event: &Event) {
        if !self.actors.contains(&to) {
            let (channel, seq) = (event.channel, event.seq);
            once(&mut self.list, Owed::Notice(Notice { to: NoticeTo::User(to), kind, channel, seq }));
        }
    }

    /// To the holders of these seats, as far as they read the event's channel.
    fn seats(&mut self, seats: &[Seat], kind: NoticeKind, event: &Event) {
        let after = self.after;
        for tenure in &after.procedure.seats {
            let reads = seats.contains(&tenure.seat)
                && Readable::by(after, capacity_of(tenure.seat)).channels().any(|channel| channel == event.channel);
            if reads {
                self.send(tenure.person.id, kind, event);
            }
        }
    }

    fn members(&mut self, organisation: OrganisationId, roles: &[Role], kind: NoticeKind, event: &Event) {
        once(
            &mut self.list,
            Owed::Notice(Notice {
                to: NoticeTo::Members { organisation, roles: roles.to_vec() },
                kind,
                channel: event.channel,
                seq: event.seq,
            }),
        );
    }

    fn about(&mut self, event: &Event, fact: &Fact) {
        const ALL: &[Seat] = &[Seat::Consumer, Seat::Company, Seat::Mediator];
        const PARTIES: &[Seat] = &[Seat::Consumer, Seat::Company];
        let Some(filed) = self.after.procedure.filed.as_ref() else { return };
        match fact {
            // The link is how the filer gets in, so it goes to the one who acted.
            Fact::CaseFiled { filed_by: Side::Consumer, consumer, .. } => {
                let (channel, seq) = (event.channel, event.seq);
                once(
                    &mut self.list,
                    Owed::Notice(Notice {
                        to: NoticeTo::User(consumer.id),
                        kind: NoticeKind::CaseFiledLink,
                        channel,
                        seq,
                    }),
                );
            }
            Fact::Invited { side: Side::Company, .. } => {
                self.members(filed.company, &[Role::Manager, Role::Rep], NoticeKind::Invitation, event);
            }
            Fact::Invited { side: Side::Consumer, .. } => {
                self.send(filed.consumer.id, NoticeKind::Invitation, event);
            }
            Fact::InvitationAccepted { .. } => self.seats(PARTIES, NoticeKind::InvitationAccepted, event),
            Fact::InvitationRefused { .. } => self.seats(PARTIES, NoticeKind::InvitationRefused, event),
            Fact::MessagePosted { .. } => self.message(event),
            Fact::SummaryWritten { .. } | Fact::DisclosureAsked { .. } => {
                self.seats(PARTIES, NoticeKind::Private, event);
            }
            Fact::SummaryCorrected { .. }
            | Fact::SummaryConfirmed {}
            | Fact::DisclosureAnswered { .. }
            | Fact::IdeaGiven { .. }
            | Fact::IdeaConveyingAllowed { .. } => self.seats(&[Seat::Mediator], NoticeKind::Private, event),
            Fact::ProposalMade { author, .. } => {
                // An idea that is conveyed tells its giver too: it is known now.
                let to: &[Seat] = match author.side() {
                    Some(side) if event.seat == Voice::from(side.seat()) => &[side.other().seat(), Seat::Mediator],
                    _ => PARTIES,
                };
                self.seats(to, NoticeKind::Proposal, event);
            }
            Fact::ProposalAccepted { .. } | Fact::ProposalAnswered { agreed: true, .. } => {
                self.seats(ALL, NoticeKind::ProposalAccepted, event);
                self.identify(event);
            }
            Fact::ProposalAnswered { agreed: false, .. } => self.seats(ALL, NoticeKind::ProposalNotAgreed, event),
            Fact::ProposalDeclined { .. } => self.seats(ALL, NoticeKind::ProposalDeclined, event),
            Fact::MediatorRequested { .. } => self.seats(PARTIES, NoticeKind::MediatorRequested, event),
            Fact::MediatorAssigned { person, .. } => {
                self.send(person.id, NoticeKind::MediatorAssigned, event);
            }
            Fact::MediatorAccepted { .. } => self.seats(PARTIES, NoticeKind::MediationStarted, event),
            Fact::SeatHandedOver { to, .. } => self.send(to.id, NoticeKind::SeatGiven, event),
            Fact::AgreementDrafted { .. } => self.seats(ALL, NoticeKind::DraftReady, event),
            Fact::AgreementSigned { .. } => self.signed(event),
            Fact::AgreementRefused { .. } | Fact::AgreementLapsed { .. } => {
                self.seats(ALL, NoticeKind::AgreementReturned, event);
            }
            Fact::AgreementSealed { .. } => self.seats(ALL, NoticeKind::Concluded, event),
            Fact::ObligationReported { .. } => self.seats(PARTIES, NoticeKind::ObligationReported, event),
            Fact::ObligationDisputed { .. } => self.seats(PARTIES, NoticeKind::ObligationDisputed, event),
            Fact::ObligationConfirmed { .. } => self.seats(PARTIES, NoticeKind::ObligationConfirmed, event),
            Fact::EscalationOpened { queue, organisation, .. } => {
                self.seats(ALL, NoticeKind::Escalated, event);
                let role = if *queue == Seat::Legal { Role::Legal } else { Role::Ombudsman };
                self.members(*organisation, &[role], NoticeKind::Queued, event);
            }
            Fact::CaseClosed { .. } => {
                self.seats(ALL, NoticeKind::Closed, event);
                self.invited_who_never_came(event);
            }
            _ => {}
        }
    }

    /// A message is worth a letter when it changes whose turn it is, not each time somebody adds a line.
    fn message(&mut self, event: &Event) {
        let talk = self.after.talk(event.channel);
        let first_of_its_run = talk.last_word.is_some_and(|word| word.from_seq == event.seq);
        if !first_of_its_run {
            return;
        }
        let others: &[Seat] = match event.seat {
            Voice::Consumer => &[Seat::Company, Seat::Mediator],
            Voice::Company => &[Seat::Consumer, Seat::Mediator],
            _ => &[Seat::Consumer, Seat::Company],
        };
        let kind = if event.channel == Channel::Joint { NoticeKind::Message } else { NoticeKind::Private };
        self.seats(others, kind, event);
    }

    fn identify(&mut self, event: &Event) {
        for side in Side::BOTH {
            if self.after.joint().identified(side).is_none() {
                self.seats(&[side.seat()], NoticeKind::Identify, event);
            }
        }
    }

    /// Who has not signed yet hears that somebody has; the last signature is told with the copies.
    fn signed(&mut self, event: &Event) {
        let procedure = &self.after.procedure;
        let Some(deal) = &self.after.joint().deal else { return };
        let missing: Vec<Seat> = procedure
            .signers()
            .filter(|seat| deal.signatures.iter().all(|signature| signature.seat != *seat))
            .collect();
        self.seats(&missing, NoticeKind::Signed, event);
    }

    fn invited_who_never_came(&mut self, event: &Event) {
        let procedure = &self.after.procedure;
        let Some(filed) = &procedure.filed else { return };
        let unanswered =
            procedure.invitation.as_ref().filter(|invitation| invitation.state != InvitationState::Accepted);
        match unanswered.map(|invitation| invitation.side) {
            Some(Side::Company) => {
                self.members(filed.company, &[Role::Manager, Role::Rep], NoticeKind::Closed, event);
            }
            Some(Side::Consumer) => self.send(filed.consumer.id, NoticeKind::Closed, event),
            None => {}
        }
    }
}

const fn capacity_of(seat: Seat) -> Capacity {
    match seat {
        Seat::Consumer => Capacity::Consumer,
        Seat::Company => Capacity::Company,
        Seat::Mediator => Capacity::Mediator,
        Seat::Ombudsman => Capacity::Ombudsman,
        Seat::Legal => Capacity::Legal,
    }
}
