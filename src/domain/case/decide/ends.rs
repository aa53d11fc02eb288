//! How a case leaves a phase for good: fulfilled, withdrawn, refused, given up, or without an agreement to a queue.

use super::performance::kept;
use super::{Decision, Verdict};
use crate::case::asker::{Asker, Guard};
use crate::case::command::{CertificateGround, ClosingOutcome, ConsentScope, EscalationGround, ImpasseGround, Queue};
use crate::case::deadline::{Deadline, mediation_ends};
use crate::case::due::{reminders_given, running};
use crate::case::event::{Fact, FactKind, FinalTermGround, MediationEnd};
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{EntryState, InvitationState, Procedure, ProposalState};
use crate::id::OrganisationId;
use crate::limit::{ENTRIES_MAX, EXTENSION_DAYS_MAX};
use crate::phase::{Outcome, Phase, WithAgreement, WithoutAgreement};
use crate::rules::DeadlineRule;
use crate::seat::{Capacity, Channel, Seat, Side};
use crate::view::TurnOf;

/// A case goes to a queue so many times and no more.
pub(in crate::case) fn enter_queue(asker: &Asker<'_>) -> Guard {
    if asker.procedure().entries.len() < ENTRIES_MAX { Ok(()) } else { Err(Refusal::TooManyItems.into()) }
}

/// What is signed is kept, released or enforced; nothing takes it back.
pub(in crate::case) fn no_agreement_stands(procedure: &Procedure) -> Guard {
    if procedure.concluded.is_some() { Err(Refusal::AgreementStands.into()) } else { Ok(()) }
}

/// A withdrawal ends what is being negotiated.
pub(in crate::case) fn withdraw(asker: &Asker<'_>) -> Guard {
    no_agreement_stands(asker.procedure())
}

/// To talk on takes both sides, and one that never came is not called back by reopening.
pub(in crate::case) fn reopen(asker: &Asker<'_>) -> Guard {
    let procedure = asker.procedure();
    let both_came = procedure.rules_accepted.consumer && procedure.rules_accepted.company;
    if procedure.phase() == Phase::ClosedNoAgreement && !both_came { Err(Refusal::WrongPhase.into()) } else { Ok(()) }
}

/// How the kept agreement of this case ended, where nothing of it is owed any more.
pub(in crate::case) fn outcome_of_agreement(procedure: &Procedure) -> Option<WithAgreement> {
    procedure.concluded.as_ref()?;
    kept(&procedure.obligations)
}

/// How an officer of this queue may end the case. A company's officer says the company's final answer and ends nothing
/// else; what an operator's may say follows from whether an agreement was concluded and from what is still owed.
pub(in crate::case) fn closings(procedure: &Procedure, queue: Queue) -> &'static [ClosingOutcome] {
    if !queue.is_operator() {
        return &[ClosingOutcome::FinalAnswer];
    }
    match (&procedure.concluded, outcome_of_agreement(procedure)) {
        (None, _) => &[ClosingOutcome::NoAgreement, ClosingOutcome::FinalAnswer, ClosingOutcome::ReferredToCourt],
        (Some(_), None) => &[ClosingOutcome::EnforcedElsewhere],
        (Some(_), Some(WithAgreement::SettledUnconfirmed)) => &[ClosingOutcome::SettledUnconfirmed],
        (Some(_), Some(WithAgreement::Released)) => &[ClosingOutcome::Released],
        (Some(_), Some(_)) => &[ClosingOutcome::Fulfilled],
    }
}

/// The consumer, after enough refused proposals, after the company refused to take part, or once its own team is late.
pub(in crate::case) fn escalate(asker: &Asker<'_>) -> Guard {
    if let Some(entry) = asker.procedure().open_entry() {
        let late = !entry.queue.is_operator() && entry.breached_at.is_some();
        return if late { enter_queue(asker) } else { Err(Refusal::WrongPhase.into()) };
    }
    if asker.procedure().phase() == Phase::ClosedRefused {
        let turned_down = asker.procedure().invitation.as_ref().is_some_and(|invitation| {
            invitation.side == Side::Company
                && matches!(invitation.state, InvitationState::Refused | InvitationState::Lapsed)
        });
        return if turned_down { enter_queue(asker) } else { Err(Refusal::CaseClosed.into()) };
    }
    let declined = asker
        .readable
        .joint()
        .map_or(0, |joint| joint.proposals.iter().filter(|proposal| proposal.state == ProposalState::Declined).count());
    let enough = declined >= asker.rules.refusals_before_escalation as usize;
    if enough { enter_queue(asker) } else { Err(Refusal::TooFewRefusals.into()) }
}

/// The rule under which mediation's time runs now: what may be prolonged.
pub(in crate::case) fn extend(asker: &Asker<'_>) -> Guard<(Side, DeadlineRule)> {
    let side = asker.side()?;
    let (rule, _, _) =
        mediation_ends(asker.procedure(), asker.rules).ok_or_else(|| Refusal::GroundNotAllowed.at("/rule"))?;
    Ok((side, rule))
}

impl Decision<'_> {
    /// Ends the case without an agreement, which can be said only where none was concluded.
    pub(super) fn close_without_agreement(&mut self, outcome: WithoutAgreement) -> Verdict {
        no_agreement_stands(self.procedure)?;
        self.close(outcome.into());
        Ok(())
    }

    pub(super) fn close_with_agreement(&mut self, outcome: WithAgreement) {
        self.close(outcome.into());
    }

    /// The phase first, then the outcome; both in the system's voice.
    fn close(&mut self, outcome: Outcome) {
        self.clear_the_table();
        self.reopen_floor();
        self.resolve_entry();
        self.enter(outcome.phase());
        self.follows(Channel::Procedure, Fact::CaseClosed { outcome });
    }

    /// A final term is made at the moment in which a mediation ends, and only of one that began. With an agreement
    /// the agreement is the final term; and once one was concluded, no term says that there was none.
    pub(super) fn end_mediation(&mut self, end: MediationEnd) {
        if self.procedure.mediation_under_way().is_none() {
            return;
        }
        let ground = match self.procedure.concluded {
            None => end.into(),
            Some(_) => FinalTermGround::AgreementStands,
        };
        self.follows(Channel::Procedure, Fact::FinalTermMade { ground });
    }

    /// A certificate can be had from the day on which what it tells is so.
    pub(super) fn certify(&mut self) {
        let unasked = [FactKind::InvitationMisdirected, FactKind::InvitationCalledBack];
        let unasked = self.facts.iter().any(|new| unasked.contains(&new.fact.kind()));
        let told = |new: &crate::case::event::NewEvent| match (&new.fact, new.fact.kind()) {
            (_, FactKind::InvitationRefused) => Some(CertificateGround::Refused),
            (_, FactKind::FinalTermMade) => Some(CertificateGround::MediationEnded),
            (_, FactKind::AgreementConcluded) if self.procedure.mediation_under_way().is_some() => {
                Some(CertificateGround::MediationEnded)
            }
            (_, FactKind::EscalationOpened)
                if self.phase() == Phase::Mediation && self.procedure.mediation_under_way().is_none() =>
            {
                Some(CertificateGround::MediationNotBegun)
            }
            (_, FactKind::InvitationLapsed) => Some(CertificateGround::Silent),
            (Fact::EscalationOpened { ground: EscalationGround::NoFirstReply, .. }, _) => {
                Some(CertificateGround::Silent)
            }
            // Of a case that was never put to the other side there is nothing to certify.
            (_, FactKind::CaseClosed) if self.procedure.invitation.is_some() && !unasked => {
                Some(CertificateGround::Closed)
            }
            _ => None,
        };
        if let Some(ground) = self.conclusion.iter().chain(&self.facts).find_map(told) {
            self.follows(Channel::Procedure, Fact::CertificateMade { ground });
        }
    }

    /// The team that a queue belongs to.
    pub(super) fn organisation_of(&self, queue: Queue) -> Result<OrganisationId, Refused> {
        let filed = self.procedure.filed.as_ref().ok_or(Refusal::NoCapacity)?;
        Ok(if queue.is_operator() { filed.operator } else { filed.company })
    }

    /// Silence or refusal goes to the operator's ombudsman; no agreement to the company's own ombudsman, where it has one, else to the operator's; a case that was
    /// sent back returns to the team that sent it; a breach goes to legal.
    fn queue_for(&self, ground: EscalationGround) -> Queue {
        let teams = self.context.company_teams;
        if ground == EscalationGround::Breach {
            let own = self.rules().breach_to_company && teams.legal;
            return if own { Queue::CompanyLegal } else { Queue::OperatorLegal };
        }
        // A company that did not come has no say in it, nor has its ombudsman.
        let never_came = !self.procedure.rules_accepted.company;
        match self.procedure.entries.last() {
            _ if never_came => Queue::OperatorOmbudsman,
            Some(last) if last.state == EntryState::Remitted => last.queue,
            _ if teams.ombudsman => Queue::CompanyOmbudsman,
            _ => Queue::OperatorOmbudsman,
        }
    }

    /// The case goes to a queue. Where a mediation ends by it, the final term is made and the mediator leaves.
    pub(super) fn escalate(&mut self, ground: EscalationGround, end: MediationEnd) -> Verdict {
        self.dismiss_officers();
        self.open_entry(self.queue_for(ground), ground)?;
        if self.phase() == Phase::Mediation {
            self.end_mediation(end);
            self.dismiss_mediator();
        }
        Ok(())
    }

    /// The officer of a former entry has no part in the next one.
    fn dismiss_officers(&mut self) {
        for seat in [Seat::Ombudsman, Seat::Legal] {
            for tenure in self.procedure.holders(seat) {
                self.follows(Channel::Procedure, Fact::SeatLeft { seat, person: tenure.person.id });
            }
        }
    }

    pub(super) fn dismiss_mediator(&mut self) {
        if let Some(tenure) = self.procedure.mediator() {
            let person = tenure.person.id;
            self.follows(Channel::Procedure, Fact::SeatLeft { seat: Seat::Mediator, person });
        }
    }

    /// An entry in this queue, and the phase that goes with it.
    pub(super) fn open_entry(&mut self, queue: Queue, ground: EscalationGround) -> Verdict {
        enter_queue(&self.asker)?;
        let organisation = self.organisation_of(queue)?;
        let entry = self.procedure.entries.last().map_or(0, |entry| entry.number).saturating_add(1);
        let rules = self.rules();
        let days = if queue.is_legal() { rules.legal_working_days } else { rules.ombudsman_working_days };
        let due = rules.calendar.working_days(self.now(), days);
        self.clear_the_table();
        self.reopen_floor();
        self.follows(Channel::Procedure, Fact::EscalationOpened { entry, queue, organisation, ground, due });
        let phase = if queue.is_legal() { Phase::EscalatedLegal } else { Phase::EscalatedOmbudsman };
        if self.phase() != phase {
            self.enter(phase);
        }
        Ok(())
    }

    /// One step and no reason: taking part is voluntary.
    pub(super) fn leave_mediation(&mut self) -> Verdict {
        let side = self.side()?;
        self.own(Channel::Procedure, Fact::MediationLeft { side });
        self.escalate(
            EscalationGround::PartyLeft,
            match side {
                Side::Consumer => MediationEnd::ConsumerLeft,
                Side::Company => MediationEnd::CompanyLeft,
            },
        )
    }

    /// By the mediator, or by the system once the time for mediation is over.
    pub(super) fn declare_impasse(&mut self, ground: ImpasseGround) -> Verdict {
        let by_system = self.capacity == Capacity::System;
        if by_system {
            let over = mediation_ends(self.procedure, self.rules()).is_some_and(|(_, _, end)| self.now() >= end);
            if !over || ground != ImpasseGround::TimeOver {
                return Err(Refusal::DeadlineNotReached.into());
            }
        }
        let both_speak = self.procedure.awaited.is_none()
            && Side::BOTH.iter().all(|side| self.procedure.mediation.ground_rules.get(*side).is_some());
        if ground == ImpasseGround::NoRepresentative && both_speak {
            return Err(Refusal::GroundNotAllowed.at("/ground"));
        }
        self.own(Channel::Procedure, Fact::ImpasseDeclared { ground });
        let remitted = self.procedure.mediation.remitted.is_some();
        let (escalation, end) = match (by_system, self.procedure.holds(Seat::Mediator)) {
            (false, _) => (EscalationGround::Impasse, MediationEnd::MediatorDeclaration),
            (true, false) => (EscalationGround::NoMediator, MediationEnd::NoMediator),
            (true, true) if remitted => (EscalationGround::RemitOver, MediationEnd::TimeOver),
            (true, true) => (EscalationGround::Impasse, MediationEnd::TimeOver),
        };
        self.escalate(escalation, end)
    }

    /// By the consumer after enough refused proposals; by the system when a date is over.
    pub(super) fn escalate_case(&mut self, ground: EscalationGround) -> Verdict {
        if self.capacity == Capacity::Consumer {
            let phase = self.phase();
            let asked = if phase == Phase::ClosedRefused {
                EscalationGround::InvitationRefused
            } else if matches!(phase, Phase::EscalatedOmbudsman | Phase::EscalatedLegal) {
                escalate(&self.asker)?;
                EscalationGround::CompanyOverdue
            } else {
                EscalationGround::ProposalsRefused
            };
            if ground != asked {
                return Err(Refusal::GroundNotAllowed.at("/ground"));
            }
            if ground == EscalationGround::CompanyOverdue {
                return self.pass_on_overdue();
            }
            escalate(&self.asker)?;
            return self.escalate(ground, MediationEnd::ProposalsRefused);
        }
        let (rule, end) = match ground {
            // A mediation begins with a word of the company.
            EscalationGround::NoFirstReply => (DeadlineRule::FirstReply, MediationEnd::CompanyLeft),
            EscalationGround::ProcedureOver => (DeadlineRule::Procedure, MediationEnd::ProcedureOver),
            EscalationGround::RepresentativeMissing => {
                (DeadlineRule::ReplaceRepresentative, MediationEnd::RepresentativeMissing)
            }
            EscalationGround::Impasse
            | EscalationGround::PartyLeft
            | EscalationGround::ProposalsRefused
            | EscalationGround::Breach
            | EscalationGround::RemitOver
            | EscalationGround::Forwarded
            | EscalationGround::InvitationRefused
            | EscalationGround::NoMediator
            | EscalationGround::CompanyOverdue
            | EscalationGround::TermsNotAccepted => return Err(Refusal::GroundNotAllowed.at("/ground")),
        };
        self.is_over(rule, Channel::Procedure, None)?;
        self.escalate(ground, end)
    }

    /// The system acts on a date only once it is over.
    pub(super) fn is_over(&self, rule: DeadlineRule, channel: Channel, number: Option<u32>) -> Verdict {
        let running = running(self.case, self.rules(), rule, channel, number);
        match running.and_then(|deadline| deadline.effect) {
            Some((at, _)) if at <= self.now() => Ok(()),
            _ => Err(Refusal::DeadlineNotReached.into()),
        }
    }

    pub(super) fn withdraw_case(&mut self) -> Verdict {
        withdraw(&self.asker)?;
        self.own(Channel::Procedure, Fact::CaseWithdrawn {});
        self.end_mediation(MediationEnd::Withdrawn);
        self.close_without_agreement(WithoutAgreement::Withdrawn)
    }

    /// What an officer had in hand is over with the case.
    pub(super) fn resolve_entry(&mut self) {
        let resolved = self.facts.iter().any(|new| new.fact.kind() == FactKind::EntryResolved);
        if let (Some(entry), false) = (self.procedure.open_entry(), resolved) {
            self.follows(Channel::Procedure, Fact::EntryResolved { entry: entry.number, outcome: None });
        }
    }

    /// By the system: a consumer who stayed silent through three reminders and the notice after them.
    pub(super) fn close_case(&mut self, outcome: Outcome) -> Verdict {
        if outcome != WithoutAgreement::Abandoned.into() {
            return Err(Refusal::OutcomeNotAllowed.at("/outcome"));
        }
        let number = self.joint.last_word.map_or(0, |word| u32::try_from(word.from_seq).unwrap_or(u32::MAX));
        self.is_over(DeadlineRule::SilentConsumer, Channel::Joint, Some(number))?;
        self.end_mediation(MediationEnd::Abandoned);
        if self.procedure.concluded.is_some() {
            // Only the talk about it was given up: the agreement ended as it had ended.
            let outcome = outcome_of_agreement(self.procedure).unwrap_or(WithAgreement::SettledUnconfirmed);
            self.close_with_agreement(outcome);
            return Ok(());
        }
        self.close_without_agreement(WithoutAgreement::Abandoned)
    }

    /// What was given up, or taken as done, is taken up again by the consumer; every clock starts anew.
    pub(super) fn reopen(&mut self) -> Verdict {
        reopen(&self.asker)?;
        let due = self.rules().calendar.deadline(self.now(), self.rules().signature_days);
        self.own(Channel::Procedure, Fact::CaseReopened { due });
        let back = if self.phase() == Phase::ClosedAbandoned {
            self.procedure.former_phase().unwrap_or(Phase::Negotiation)
        } else if self.phase() == Phase::ClosedNoAgreement {
            Phase::Negotiation
        } else {
            Phase::Settled
        };
        self.enter(back);
        if let Some(awaited) = self.procedure.awaited {
            self.await_anew(awaited.side);
        }
        Ok(())
    }

    /// More time needs both: the first asks, the second asks for the same.
    pub(super) fn extend(&mut self, rule: DeadlineRule, days: u32) -> Verdict {
        let (side, running) = extend(&self.asker)?;
        if running != rule {
            return Err(Refusal::GroundNotAllowed.at("/rule"));
        }
        if days == 0 || days > EXTENSION_DAYS_MAX {
            return Err(Refusal::ExtensionOutOfRange.at("/days"));
        }
        let asked = &self.procedure.extension.asked;
        if *asked.get(side) == Some(days) {
            return Err(Refusal::ExtensionAlreadyAsked.into());
        }
        self.own(Channel::Procedure, Fact::DeadlineExtensionAsked { side, rule, days });
        if *asked.get(side.other()) == Some(days) {
            self.follows(Channel::Procedure, Fact::DeadlineExtended { rule, days });
        }
        Ok(())
    }

    /// Each reminder once, and only while its date runs.
    pub(super) fn remind(&mut self, rule: DeadlineRule, channel: Channel, number: Option<u32>, nth: u8) -> Verdict {
        let deadline = running(self.case, self.rules(), rule, channel, number).ok_or(Refusal::ReminderNotDue)?;
        let due_now = deadline.next_reminder(reminders_given(self.case, &deadline), Some(self.now()));
        if due_now.map(|(due_nth, _)| due_nth) != Some(nth) {
            return Err(Refusal::ReminderNotDue.into());
        }
        self.own(deadline.channel, Fact::DeadlineReminded { rule, number, nth, due: deadline.due });
        self.tell_if_overdue(&deadline, nth);
        Ok(())
    }

    /// The mediator or coordinator is told that reminders did not help; what was said stays in the room, and that
    /// anything is waited for in a caucus stays there.
    fn tell_if_overdue(&mut self, deadline: &Deadline, nth: u8) {
        if deadline.rule == DeadlineRule::Signatures {
            return self.tell_if_the_mediator_alone_did_not_sign();
        }
        let in_the_room = deadline.rule == DeadlineRule::RoomReply && deadline.channel == Channel::Joint;
        let counts = in_the_room || deadline.rule == DeadlineRule::GroundRules;
        let given = reminders_given(self.case, deadline);
        let told = given.iter().any(|given| {
            (given.rule, given.number, given.due) == (deadline.rule, deadline.number, deadline.due) && given.nth >= 2
        });
        if !counts || nth < 2 || told {
            return;
        }
        let late: &[Side] = match deadline.owner {
            TurnOf::Consumer => &[Side::Consumer],
            TurnOf::Company => &[Side::Company],
            TurnOf::Both => &Side::BOTH,
            TurnOf::Mediator => {
                self.follows(Channel::Procedure, Fact::MediatorOverdue {});
                &[]
            }
            TurnOf::Coordinator | TurnOf::Officer | TurnOf::Several | TurnOf::System | TurnOf::Nobody => &[],
        };
        for side in late {
            self.follows(Channel::Procedure, Fact::ReplyOverdue { side: *side });
        }
    }

    /// Both sides signed and can do nothing more: whoever can name another mediator is told before the time is over.
    fn tell_if_the_mediator_alone_did_not_sign(&mut self) {
        let Some(deal) = self.joint.deal.as_ref().filter(|deal| deal.draft.is_some()) else { return };
        let waits = deal.unsigned(self.procedure.signers()).eq([Seat::Mediator]);
        if waits && !self.procedure.mediation.signature_overdue {
            self.follows(Channel::Procedure, Fact::MediatorOverdue {});
        }
    }

    pub(super) fn give_consent(&mut self, scope: ConsentScope) -> Verdict {
        let side = super::seats::give_consent(&self.asker, scope)?;
        self.own(Channel::Procedure, Fact::ConsentGiven { side, scope });
        Ok(())
    }

    pub(super) fn withdraw_consent(&mut self, scope: ConsentScope) -> Verdict {
        let side = super::seats::withdraw_consent(&self.asker, scope)?;
        self.own(Channel::Procedure, Fact::ConsentWithdrawn { side, scope });
        Ok(())
    }
}
