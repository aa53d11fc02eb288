//! Who is told what: recipients come from the audience alone.

use super::{Notice, NoticeKind, NoticeTo, Owed, once};
use crate::case::audience::Readable;
use crate::case::command::{PaperKind, Queue};
use crate::case::event::{Event, Fact};
use crate::case::state::{Case, Filed, Tenure};
use crate::id::{OrganisationId, UserId};
use crate::seat::{Capacity, Channel, Role, Seat, Side, Voice};
use crate::view::{DeadlineRule, InvitationState};

pub(super) struct Letters<'a> {
    pub(super) after: &'a Case,
    /// Who acted is told nothing.
    pub(super) actors: Vec<UserId>,
    pub(super) list: Vec<Owed>,
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
                && in_office(after, tenure)
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

    pub(super) fn about(&mut self, event: &Event, fact: &Fact) {
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
                self.members(*organisation, &[team_role(*queue)], NoticeKind::Queued, event);
            }
            _ => self.about_queue(event, fact, filed),
        }
    }

    fn about_queue(&mut self, event: &Event, fact: &Fact, filed: &Filed) {
        const PARTIES: &[Seat] = &[Seat::Consumer, Seat::Company];
        const OFFICERS: &[Seat] = &[Seat::Ombudsman, Seat::Legal];
        match fact {
            Fact::DeadlineReminded { rule, number, .. } => self.reminder(event, *rule, *number, filed),
            Fact::ReplyOverdue { .. } => {
                self.seats(&[Seat::Mediator], NoticeKind::ReplyOverdue, event);
                self.members(filed.operator, &[Role::Coordinator], NoticeKind::ReplyOverdue, event);
            }
            Fact::ParticipantRemoved { person, .. } => self.send(*person, NoticeKind::SeatLost, event),
            Fact::RepresentativeAwaited { side: Side::Company, .. } => {
                self.members(filed.company, &[Role::Manager], NoticeKind::RepresentativeAwaited, event);
                self.seats(&[Seat::Consumer, Seat::Mediator], NoticeKind::RepresentativeAwaited, event);
            }
            Fact::DeadlineExtensionAsked { side, .. } => {
                self.seats(&[side.other().seat()], NoticeKind::ExtensionAsked, event);
            }
            Fact::DeadlineExtended { .. } => {
                self.seats(&[Seat::Consumer, Seat::Company, Seat::Mediator], NoticeKind::Extended, event);
            }
            Fact::EntryBreached { .. } => {
                if let Some(entry) = self.after.procedure.open_entry() {
                    let roles: &[Role] =
                        if entry.queue.is_operator() { &[Role::Admin, Role::Coordinator] } else { &[Role::Manager] };
                    self.members(entry.organisation, roles, NoticeKind::EntryBreached, event);
                }
                self.seats(OFFICERS, NoticeKind::EntryBreached, event);
            }
            Fact::EntryHandedOver { to, .. } => self.send(to.id, NoticeKind::SeatGiven, event),
            Fact::QuestionAsked { side, .. } => self.seats(&[side.seat()], NoticeKind::Question, event),
            Fact::QuestionAnswered { .. } | Fact::QuestionLapsed { .. } => {
                self.seats(OFFICERS, NoticeKind::QuestionAnswered, event);
            }
            Fact::EntryRemitted { .. } => self.seats(PARTIES, NoticeKind::Remitted, event),
            Fact::EntryForwarded { .. } => self.seats(PARTIES, NoticeKind::Forwarded, event),
            Fact::ObligationOverdue { .. } => self.seats(PARTIES, NoticeKind::ObligationOverdue, event),
            Fact::PaperFiled { paper: PaperKind::Enforcement, .. } => self.creditors(event),
            Fact::PaperFiled { paper: PaperKind::Certificate, .. } => {
                self.seats(PARTIES, NoticeKind::PaperReady, event);
            }
            Fact::CaseReopened { .. } => self.seats(PARTIES, NoticeKind::Reopened, event),
            Fact::RecommendationAgreed { .. } => {
                self.seats(PARTIES, NoticeKind::ProposalAccepted, event);
                self.identify(event);
            }
            Fact::CaseClosed { .. } => {
                self.seats(&[Seat::Consumer, Seat::Company, Seat::Mediator], NoticeKind::Closed, event);
                self.invited_who_never_came(event);
            }
            _ => {}
        }
    }

    /// Whom a running date concerns.
    fn reminder(&mut self, event: &Event, rule: DeadlineRule, number: Option<u32>, filed: &Filed) {
        const PARTIES: &[Seat] = &[Seat::Consumer, Seat::Company];
        let kind = NoticeKind::DeadlineReminder;
        let procedure = &self.after.procedure;
        let debtor = number
            .and_then(|number| procedure.obligations.iter().find(|owing| u32::from(owing.what.id) == number))
            .map(|owing| owing.what.debtor);
        match rule {
            DeadlineRule::Invitation | DeadlineRule::FirstReply => {
                let consumer = procedure.invitation.as_ref().is_some_and(|of| of.side == Side::Consumer);
                if consumer {
                    self.send(filed.consumer.id, kind, event);
                } else {
                    self.members(filed.company, &[Role::Manager, Role::Rep], kind, event);
                }
            }
            DeadlineRule::RoomReply => {
                let waits_for = match self.after.joint().last_word {
                    Some(word) if word.voice == Voice::Company => Seat::Consumer,
                    _ => Seat::Company,
                };
                self.seats(&[waits_for], kind, event);
            }
            DeadlineRule::ProposalValidity => {
                let proposal = number.and_then(|number| self.after.talk(event.channel).proposal(number));
                match proposal.and_then(|proposal| proposal.author.side()) {
                    Some(side) => self.seats(&[side.other().seat()], kind, event),
                    None => self.seats(PARTIES, kind, event),
                }
            }
            DeadlineRule::MediatorAccepts => {
                if let Some(assigned) = &procedure.mediation.assigned {
                    self.send(assigned.person.id, kind, event);
                }
            }
            DeadlineRule::Mediation | DeadlineRule::RemittedMediation => {
                self.seats(&[Seat::Consumer, Seat::Company, Seat::Mediator], kind, event);
            }
            DeadlineRule::Procedure => self.seats(PARTIES, kind, event),
            DeadlineRule::Signatures => self.unsigned(kind, event),
            DeadlineRule::Obligation => {
                if let Some(side) = debtor {
                    self.seats(&[side.seat()], kind, event);
                }
            }
            DeadlineRule::Confirmation => {
                if let Some(side) = debtor {
                    self.seats(&[side.other().seat()], kind, event);
                }
            }
            DeadlineRule::SilentConsumer => self.seats(&[Seat::Consumer], kind, event),
            DeadlineRule::OmbudsmanEntry | DeadlineRule::LegalEntry => {
                let Some(entry) = procedure.open_entry() else { return };
                match &entry.officer {
                    Some(officer) => self.send(officer.id, kind, event),
                    None => self.members(entry.organisation, &[team_role(entry.queue)], kind, event),
                }
            }
            DeadlineRule::Question => {
                if let Some(asked) = procedure.open_entry().and_then(|entry| entry.asked) {
                    self.seats(&[asked.side.seat()], kind, event);
                }
            }
            DeadlineRule::FollowUp => self.seats(&[Seat::Consumer], NoticeKind::FollowUp, event),
            DeadlineRule::Reflection | DeadlineRule::ReplaceRepresentative | DeadlineRule::Breach => {}
        }
    }

    /// Whoever is owed what was not done hears it, with the packet to enforce it.
    fn creditors(&mut self, event: &Event) {
        let creditors: Vec<Seat> = self
            .after
            .procedure
            .obligations
            .iter()
            .filter(|owing| owing.breached_at.is_some())
            .map(|owing| owing.what.debtor.other().seat())
            .collect();
        self.seats(&creditors, NoticeKind::Breached, event);
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
        self.unsigned(NoticeKind::Signed, event);
    }

    fn unsigned(&mut self, kind: NoticeKind, event: &Event) {
        let procedure = &self.after.procedure;
        let Some(deal) = &self.after.joint().deal else { return };
        let missing: Vec<Seat> = procedure
            .signers()
            .filter(|seat| deal.signatures.iter().all(|signature| signature.seat != *seat))
            .collect();
        self.seats(&missing, kind, event);
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

/// An officer's seat is worth what the entry is.
fn in_office(after: &Case, tenure: &Tenure) -> bool {
    match tenure.seat {
        Seat::Ombudsman | Seat::Legal => {
            after.procedure.officer().is_some_and(|officer| officer.id == tenure.person.id)
        }
        Seat::Consumer | Seat::Company | Seat::Mediator => true,
    }
}

const fn team_role(queue: Queue) -> Role {
    if queue.is_legal() { Role::Legal } else { Role::Ombudsman }
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
