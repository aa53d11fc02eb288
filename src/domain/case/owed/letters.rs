//! The recipients of letters: they come from the audience alone.

use super::{Notice, NoticeKind, NoticeTo, Owed, once};
use crate::case::audience::Readable;
use crate::case::claims::enforced;
use crate::case::command::Queue;
use crate::case::event::Event;
use crate::case::state::{Breach, Case, FiledCase, InvitationState, Tenure};
use crate::case::turn::{caucus_reply, mediated_reply};
use crate::id::{OrganisationId, UserId};
use crate::phase::Phase;
use crate::rules::DeadlineRule;
use crate::seat::{Capacity, Channel, Role, Seat, Side, Voice};
use crate::view::TurnOf;

pub(super) struct Letters<'a> {
    pub(super) after: &'a Case,
    /// The actor is told nothing.
    pub(super) actors: Vec<UserId>,
    pub(super) list: Vec<Owed>,
}

impl Letters<'_> {
    pub(super) fn send(&mut self, to: UserId, kind: NoticeKind, event: &Event) {
        if !self.actors.contains(&to) {
            let (channel, seq) = (event.channel, event.seq);
            once(&mut self.list, Owed::Notice(Notice { to: NoticeTo::User(to), kind, channel, seq }));
        }
    }

    /// To the holders of these seats, as far as they read the event's channel.
    pub(super) fn seats(&mut self, seats: &[Seat], kind: NoticeKind, event: &Event) {
        let after = self.after;
        for tenure in &after.procedure.seats {
            let reads = seats.contains(&tenure.seat)
                && in_office(after, tenure)
                && Readable::by(after, capacity_of(tenure.seat)).talk(event.channel).is_some();
            if reads {
                self.send(tenure.person.id, kind, event);
            }
        }
        // A company without anybody in the case is told through those who can send somebody, of what they read themselves.
        let vacant = after.procedure.awaited.is_some_and(|awaited| awaited.side == Side::Company);
        if let (true, Some(filed)) = (vacant && seats.contains(&Seat::Company), &after.procedure.filed)
            && Readable::by(after, Capacity::Approver).talk(event.channel).is_some()
        {
            self.members(filed.company, &[Role::Manager], kind, event);
        }
    }

    /// To one side of an obligation.
    pub(super) fn owing(&mut self, id: u16, debtor: bool, kind: NoticeKind, event: &Event) {
        let owing = self.after.procedure.obligations.iter().find(|owing| owing.what.id == id);
        if let Some(owes) = owing.map(|owing| owing.what.debtor) {
            let side = if debtor { owes } else { owes.other() };
            self.seats(&[side.seat()], kind, event);
        }
    }

    /// Is there a letter of this kind already, of what was done in the same moment?
    pub(super) fn has(&self, kind: NoticeKind) -> bool {
        self.list.iter().any(|owed| matches!(owed, Owed::Notice(notice) if notice.kind == kind))
    }

    pub(super) fn members(&mut self, organisation: OrganisationId, roles: &[Role], kind: NoticeKind, event: &Event) {
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

    /// Whom a running date concerns.
    pub(super) fn reminder(
        &mut self,
        event: &Event,
        rule: DeadlineRule,
        number: Option<u32>,
        nth: u8,
        filed: &FiledCase,
    ) {
        const PARTIES: &[Seat] = &[Seat::Consumer, Seat::Company];
        let kind = NoticeKind::DeadlineReminder;
        let procedure = &self.after.procedure;
        let debtor = number
            .and_then(|number| procedure.obligations.iter().find(|owing| u32::from(owing.what.id) == number))
            .map(|owing| owing.what.debtor);
        match rule {
            DeadlineRule::Invitation | DeadlineRule::FirstReply => {
                let consumer =
                    procedure.invitation.as_ref().is_some_and(|invitation| invitation.side == Side::Consumer);
                if consumer {
                    self.send(filed.consumer.id, kind, event);
                } else {
                    self.members(filed.company, &[Role::Manager, Role::Rep], kind, event);
                }
            }
            DeadlineRule::RoomReply if procedure.phase() == Phase::Mediation => self.mediated_reply(event, nth),
            DeadlineRule::GroundRules => {
                let accepted = &procedure.mediation.ground_rules;
                for side in Side::BOTH.into_iter().filter(|side| accepted.get(*side).is_none()) {
                    self.seats(&[side.seat()], kind, event);
                }
            }
            DeadlineRule::MediatorMissing => {
                self.members(filed.operator, &[Role::Coordinator], NoticeKind::MediatorMissing, event);
            }
            DeadlineRule::EntryOverdue => {
                self.members(filed.operator, &[Role::Coordinator], NoticeKind::EntryBreached, event);
            }
            DeadlineRule::Admission => {
                self.members(filed.operator, &[Role::Coordinator], NoticeKind::ToAdmit, event);
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
            DeadlineRule::Signatures => {
                if self.after.joint().deal.as_ref().is_some_and(|deal| deal.draft.is_none()) {
                    self.unnamed(event, filed);
                } else {
                    self.unsigned(kind, event);
                }
            }
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

    /// Who is waited for in mediation; of a second reminder in a caucus its mediator, or the side that waits, hears too.
    fn mediated_reply(&mut self, event: &Event, nth: u8) {
        let kind = NoticeKind::DeadlineReminder;
        let procedure = &self.after.procedure;
        let talk = self.after.talk(event.channel);
        let caucus_of = if let Channel::Caucus { side, .. } = event.channel { Some(side) } else { None };
        let owed = match caucus_of {
            Some(side) => caucus_reply(procedure, side, talk),
            None => mediated_reply(procedure, talk),
        };
        let caucus_of = caucus_of.map(Side::seat);
        match owed.map(|owed| owed.who) {
            Some(TurnOf::Mediator) => {
                self.seats(&[Seat::Mediator], kind, event);
                if let (2.., Some(seat)) = (nth, caucus_of) {
                    self.seats(&[seat], NoticeKind::MediatorLate, event);
                }
            }
            Some(TurnOf::Consumer) => self.seats(&[Seat::Consumer], kind, event),
            Some(TurnOf::Company) => self.seats(&[Seat::Company], kind, event),
            _ => self.seats(&[Seat::Consumer, Seat::Company], kind, event),
        }
        if let (2.., Some(_)) = (nth, caucus_of)
            && !matches!(owed.map(|owed| owed.who), Some(TurnOf::Mediator))
        {
            self.seats(&[Seat::Mediator], NoticeKind::ReplyOverdue, event);
        }
    }

    /// The side that waits hears that the other was reminded, unless it is waited for itself.
    pub(super) fn reply_late(&mut self, late: Side, event: &Event) {
        let procedure = &self.after.procedure;
        let waits = late.other();
        let mediated = mediated_reply(procedure, self.after.joint()).is_some_and(|owed| owed.who == TurnOf::Both);
        let terms = procedure.phase() == Phase::Mediation && procedure.mediation.ground_rules.get(waits).is_none();
        if !mediated && !terms {
            self.seats(&[waits.seat()], NoticeKind::ReplyLate, event);
        }
    }

    /// The creditor of an obligation that was not kept is told, with the packet to enforce it. A packet that is made anew
    /// follows a letter about what was paid or released.
    pub(super) fn creditor(&mut self, event: &Event, number: u16) {
        let procedure = &self.after.procedure;
        let Some(owing) = enforced(procedure, number) else { return };
        let of_breach = |breach: &&Breach| breach.id == owing.what.id && Some(breach.at) == owing.breached_at;
        let at = usize::from(number).saturating_sub(1);
        if procedure.breaches.get(at).as_ref().is_some_and(of_breach) {
            let creditor = owing.what.debtor.other().seat();
            self.seats(&[creditor], NoticeKind::Breached, event);
        }
    }

    /// A message is worth a letter when it changes whose turn it is, not each time somebody adds a line.
    pub(super) fn message(&mut self, event: &Event) {
        let talk = self.after.talk(event.channel);
        let first_of_its_run = talk.last_word.is_some_and(|word| word.from_seq == event.seq);
        if !first_of_its_run {
            return;
        }
        let others: &[Seat] = match event.seat {
            Voice::Consumer => &[Seat::Company, Seat::Mediator],
            Voice::Company => &[Seat::Consumer, Seat::Mediator],
            Voice::Mediator | Voice::Ombudsman | Voice::Legal | Voice::Coordinator | Voice::System => {
                &[Seat::Consumer, Seat::Company]
            }
        };
        let kind = if event.channel == Channel::Joint { NoticeKind::Message } else { NoticeKind::Private };
        self.seats(others, kind, event);
    }

    pub(super) fn identify(&mut self, event: &Event) {
        if self.after.joint().identified(Side::Consumer).is_none() {
            self.seats(&[Seat::Consumer], NoticeKind::Identify, event);
        }
    }

    /// The company's record lacks what the draft needs: those in the case are told, and who can fill it.
    pub(super) fn legal_identity(&mut self, event: &Event, filed: &FiledCase) {
        if self.after.joint().identified(Side::Company).is_none() {
            self.seats(&[Seat::Company], NoticeKind::LegalIdentityMissing, event);
            self.members(filed.company, &[Role::Manager], NoticeKind::LegalIdentityMissing, event);
        }
    }

    /// Signers who have not signed yet are told of each signature; the last one is told with the copies.
    pub(super) fn signed(&mut self, event: &Event) {
        self.unsigned(NoticeKind::Signed, event);
    }

    /// Whoever is to say who they are before anything can be drafted.
    fn unnamed(&mut self, event: &Event, filed: &FiledCase) {
        if self.after.joint().identified(Side::Consumer).is_none() {
            self.seats(&[Seat::Consumer], NoticeKind::Identify, event);
        }
        self.legal_identity(event, filed);
    }

    fn unsigned(&mut self, kind: NoticeKind, event: &Event) {
        let procedure = &self.after.procedure;
        let Some(deal) = &self.after.joint().deal else { return };
        let missing: Vec<Seat> = deal.unsigned(procedure.signers()).collect();
        self.seats(&missing, kind, event);
    }

    pub(super) fn invited_who_never_came(&mut self, event: &Event) {
        let procedure = &self.after.procedure;
        let Some(filed) = &procedure.filed else { return };
        let unanswered = procedure.invitation.as_ref().filter(|invitation| {
            let told = [InvitationState::Accepted, InvitationState::Misdirected, InvitationState::CalledBack];
            !told.contains(&invitation.state)
        });
        match unanswered.map(|invitation| invitation.side) {
            Some(Side::Company) => {
                self.members(filed.company, &[Role::Manager, Role::Rep], NoticeKind::Closed, event);
            }
            Some(Side::Consumer) => self.send(filed.consumer.id, NoticeKind::Closed, event),
            None => {}
        }
    }
}

/// An officer's seat lasts as long as the entry.
fn in_office(after: &Case, tenure: &Tenure) -> bool {
    match tenure.seat {
        Seat::Ombudsman | Seat::Legal => {
            after.procedure.officer().is_some_and(|officer| officer.id == tenure.person.id)
        }
        Seat::Consumer | Seat::Company | Seat::Mediator => true,
    }
}

pub(super) const fn team_role(queue: Queue) -> Role {
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
