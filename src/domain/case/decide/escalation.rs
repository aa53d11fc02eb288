//! The commands of a queue's officers: claim, pass on, send back, close.

use super::ends::{closings, enter_queue};
use super::text::{optional, printable, text};
use super::{Decision, Verdict};
use crate::case::asker::{Asker, Guard};
use crate::case::command::{ClosingOutcome, EscalationGround, ForwardGround, Priority, Queue};
use crate::case::event::Fact;
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{Entry, EntryState};
use crate::id::UserId;
use crate::limit::{NOTE_CHARS_MAX, REASONS_CHARS_MAX};
use crate::phase::{Outcome, Phase};
use crate::rules::DeadlineRule;
use crate::seat::{Capacity, Channel, Role};

pub(in crate::case) fn entry<'a>(asker: &Asker<'a>) -> Guard<&'a Entry> {
    Ok(asker.procedure().open_entry().ok_or(Refusal::EntryNotFound)?)
}

/// The entry, where the asker has it in hand.
pub(in crate::case) fn own_entry<'a>(asker: &Asker<'a>) -> Guard<&'a Entry> {
    let entry = entry(asker)?;
    let in_hand = matches!(asker.capacity(), Capacity::Ombudsman | Capacity::Legal);
    if in_hand { Ok(entry) } else { Err(Refusal::EntryNotClaimed.into()) }
}

/// A person who was on a side or mediated here cannot be an officer of this case (Lei 13.140, arts. 6, 7).
pub(in crate::case) fn officiate(asker: &Asker<'_>, person: UserId) -> Guard {
    let procedure = asker.procedure();
    let impartial = procedure.side_of(person).is_none()
        && !procedure.mediation.former.contains(&person)
        && !procedure.is_barred(person);
    if impartial { Ok(()) } else { Err(Refusal::PersonNotEligible.into()) }
}

pub(in crate::case) fn claim<'a>(asker: &Asker<'a>) -> Guard<&'a Entry> {
    let entry = entry(asker)?;
    if entry.officer.is_some() {
        return Err(Refusal::EntryClaimed.into());
    }
    officiate(asker, asker.person()?)?;
    Ok(entry)
}

/// What was signed is performed or enforced; nobody bargains about it anew in the same case.
pub(in crate::case) fn nothing_concluded(asker: &Asker<'_>) -> Guard {
    let owed = asker.procedure().obligations.iter().any(|owing| !owing.account().is_done());
    if owed { Err(Refusal::ObligationBreached.into()) } else { Ok(()) }
}

/// Back to mediation once on each level, with both sides in it and nothing signed.
pub(in crate::case) fn remit<'a>(asker: &Asker<'a>) -> Guard<&'a Entry> {
    let entry = own_entry(asker)?;
    let procedure = asker.procedure();
    let before = |former: &&Entry| former.queue == entry.queue && former.state == EntryState::Remitted;
    if procedure.entries.iter().any(|former| before(&former)) {
        return Err(Refusal::AlreadyRemitted.into());
    }
    if !procedure.rules_accepted.company || !procedure.rules_accepted.consumer {
        return Err(Refusal::WrongPhase.into());
    }
    nothing_concluded(asker)?;
    Ok(entry)
}

pub(in crate::case) fn forward<'a>(asker: &Asker<'a>) -> Guard<&'a Entry> {
    let entry = own_entry(asker)?;
    enter_queue(asker)?;
    if entry.queue.above().is_empty() { Err(Refusal::QueueNotAbove.at("/queue")) } else { Ok(entry) }
}

/// A company's officer closes by passing the case on.
pub(in crate::case) fn close<'a>(asker: &Asker<'a>) -> Guard<&'a Entry> {
    let entry = own_entry(asker)?;
    if !entry.queue.is_operator() {
        enter_queue(asker)?;
    }
    Ok(entry)
}

impl<'a> Decision<'a> {
    pub(super) fn entry(&self) -> Result<&'a Entry, Refused> {
        entry(&self.asker)
    }

    pub(super) fn claim(&mut self) -> Verdict {
        let entry = claim(&self.asker)?;
        let person = self.person()?.clone();
        let number = entry.number;
        self.own(Channel::Procedure, Fact::EntryClaimed { entry: number, person: person.clone() });
        self.own(Channel::Procedure, Fact::SeatTaken { seat: entry.queue.seat(), person });
        Ok(())
    }

    fn leave_entry(&mut self, entry: &Entry) {
        if let Some(officer) = &entry.officer {
            let person = officer.id;
            self.follows(Channel::Procedure, Fact::SeatLeft { seat: entry.queue.seat(), person });
        }
    }

    pub(super) fn release(&mut self) -> Verdict {
        let entry = own_entry(&self.asker)?;
        self.own(Channel::Procedure, Fact::EntryReleased { entry: entry.number });
        self.leave_entry(entry);
        Ok(())
    }

    pub(super) fn hand_over_entry(&mut self, to: UserId, note: &str) -> Verdict {
        let entry = own_entry(&self.asker)?;
        let from = self.person()?.id;
        let role = if entry.queue.is_legal() { Role::Legal } else { Role::Ombudsman };
        let named = self.context.named.filter(|named| named.person.id == to);
        let named = named.ok_or_else(|| Refusal::PersonNotEligible.at("/to"))?;
        let member = named
            .memberships
            .iter()
            .any(|membership| membership.organisation == entry.organisation && membership.role == role);
        if !member || to == from || officiate(&self.asker, to).is_err() {
            return Err(Refusal::PersonNotEligible.at("/to"));
        }
        text(note, NOTE_CHARS_MAX, "/note")?;
        let to = named.person.clone();
        let desk = Channel::Desk { entry: entry.number };
        self.own(desk, Fact::HandOverNoted { to: to.clone(), note: note.to_owned() });
        self.own(Channel::Procedure, Fact::EntryHandedOver { entry: entry.number, to: to.clone() });
        self.own(
            Channel::Procedure,
            Fact::SeatHandedOver {
                seat: entry.queue.seat(),
                from,
                to,
                reason: crate::case::command::HandOverReason::Other,
            },
        );
        Ok(())
    }

    pub(super) fn prioritise(&mut self, priority: Priority) -> Verdict {
        let entry = self.entry()?;
        if entry.priority == priority {
            return Ok(());
        }
        self.own(Channel::Procedure, Fact::EntryPrioritised { entry: entry.number, priority });
        Ok(())
    }

    pub(super) fn note_entry(&mut self, words: &str) -> Verdict {
        let entry = own_entry(&self.asker)?;
        text(words, NOTE_CHARS_MAX, "/text")?;
        self.own(Channel::Desk { entry: entry.number }, Fact::NotePut { text: words.to_owned() });
        Ok(())
    }

    /// Back to mediation with another mediator, who starts with new caucuses; once on each level.
    pub(super) fn remit(&mut self, reasons: &str, mediator: Option<UserId>) -> Verdict {
        let entry = remit(&self.asker)?;
        self.explain(entry, reasons)?;
        let until = self.rules().calendar.deadline(self.now(), self.rules().remitted_days);
        self.clear_the_table();
        self.own(Channel::Procedure, Fact::EntryRemitted { entry: entry.number, until });
        self.leave_entry(entry);
        self.enter(Phase::Mediation);
        if let Some(user) = mediator {
            let filed = self.procedure.filed.as_ref().ok_or(Refusal::NoCapacity)?;
            let named = self.eligible(user, "/mediator", filed.operator, &[Role::Mediator])?;
            let person = named.person.clone();
            let until = self.mediator_accepts_until();
            self.own(Channel::Procedure, Fact::MediatorAssigned { person, until });
        }
        Ok(())
    }

    /// Up, never down. A note goes along only within one organisation.
    pub(super) fn forward(&mut self, to: Queue, ground: ForwardGround, reasons: &str, note: Option<&str>) -> Verdict {
        let entry = forward(&self.asker)?;
        let kept = to != Queue::CompanyLegal || self.context.company_teams.legal;
        if !kept || !entry.queue.above().contains(&to) {
            return Err(Refusal::QueueNotAbove.at("/queue"));
        }
        if ground == ForwardGround::Overdue {
            return Err(Refusal::GroundNotAllowed.at("/ground"));
        }
        optional(note, NOTE_CHARS_MAX, "/note")?;
        if note.is_some() && !entry.queue.note_goes_along(to) {
            return Err(Refusal::NoteNotAllowed.at("/note"));
        }
        self.explain(entry, reasons)?;
        self.pass_on(entry, to, ground)?;
        if let Some(note) = note {
            let desk = Channel::Desk { entry: entry.number.saturating_add(1) };
            self.own(desk, Fact::NotePut { text: note.to_owned() });
        }
        Ok(())
    }

    /// For both sides, and on the papers of the decision.
    fn explain(&mut self, entry: &Entry, reasons: &str) -> Verdict {
        text(reasons, REASONS_CHARS_MAX, "/reasons")?;
        printable(reasons, "/reasons")?;
        let review = Channel::Review { entry: entry.number };
        self.own(review, Fact::DecisionExplained { reasons: reasons.to_owned() });
        Ok(())
    }

    fn pass_on(&mut self, entry: &Entry, to: Queue, ground: ForwardGround) -> Verdict {
        self.own(Channel::Procedure, Fact::EntryForwarded { entry: entry.number, to, ground });
        self.leave_entry(entry);
        let why = match ground {
            ForwardGround::Overdue => EscalationGround::CompanyOverdue,
            ForwardGround::NotAgreed
            | ForwardGround::NotCompetent
            | ForwardGround::ConflictOfInterest
            | ForwardGround::FinalAnswer
            | ForwardGround::LegalQuestion => EscalationGround::Forwarded,
        };
        self.open_entry(to, why)
    }

    /// What a company's team did not answer goes on as after its final answer, and a breach to the legal team.
    pub(super) fn pass_on_overdue(&mut self) -> Verdict {
        let entry = self.entry()?;
        let owed = nothing_concluded(&self.asker).is_err();
        let to = if owed && entry.queue.is_legal() { Queue::OperatorLegal } else { Queue::OperatorOmbudsman };
        self.pass_on(entry, to, ForwardGround::Overdue)
    }

    pub(super) fn pass_on_late(&mut self, number: u16) -> Verdict {
        let entry = self.entry()?;
        if entry.number != number || entry.breached_at.is_none() {
            return Err(Refusal::EntryNotFound.at("/entry"));
        }
        let rule = if entry.queue.is_legal() { DeadlineRule::LegalEntry } else { DeadlineRule::OmbudsmanEntry };
        self.is_over(rule, Channel::Procedure, Some(u32::from(number)))?;
        enter_queue(&self.asker)?;
        self.pass_on_overdue()
    }

    /// Only the operator's officer closes; a company's says its final answer, which goes to the operator's ombudsman.
    pub(super) fn close_entry(&mut self, outcome: ClosingOutcome, reasons: &str) -> Verdict {
        let entry = close(&self.asker)?;
        if !closings(self.procedure, entry.queue).contains(&outcome) {
            return Err(Refusal::OutcomeNotAllowed.at("/outcome"));
        }
        self.explain(entry, reasons)?;
        if !entry.queue.is_operator() {
            return self.pass_on(entry, Queue::OperatorOmbudsman, ForwardGround::FinalAnswer);
        }
        self.own(Channel::Procedure, Fact::EntryResolved { entry: entry.number, outcome: Some(outcome) });
        match outcome.outcome() {
            Outcome::With(outcome) => self.close_with_agreement(outcome),
            Outcome::Without(outcome) => self.close_without_agreement(outcome)?,
        }
        Ok(())
    }

    pub(super) fn breach_entry(&mut self, number: u16) -> Verdict {
        let entry = self.entry()?;
        if entry.number != number {
            return Err(Refusal::EntryNotFound.at("/entry"));
        }
        let rule = if entry.queue.is_legal() { DeadlineRule::LegalEntry } else { DeadlineRule::OmbudsmanEntry };
        self.is_over(rule, Channel::Procedure, Some(u32::from(number)))?;
        self.follows(Channel::Procedure, Fact::EntryBreached { entry: number });
        Ok(())
    }
}
