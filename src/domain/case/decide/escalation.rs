//! The commands of a queue's officers: claim, pass on, ask, recommend, send back, close.

use super::text::{optional, text};
use super::{Decision, Verdict};
use crate::case::command::{
    ClosingOutcome, EscalationGround, ForwardGround, HandoverComplaint, Priority, Queue, SharedEvidence,
};
use crate::case::event::{Author, Fact, FinalTermGround, LeftOut, LeftOutWhat, LeftOutWhy, NewEvent};
use crate::case::guard;
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{Entry, Talk};
use crate::id::{EvidenceId, UserId};
use crate::limit::{NOTE_CHARS_MAX, PROPOSALS_MAX, QUESTION_DAYS_MAX, REASONS_CHARS_MAX};
use crate::moment::{DAY_MILLIS, Moment};
use crate::phase::Phase;
use crate::rules::DeadlineRule;
use crate::seat::{Channel, Role, Side, Voice};
use crate::terms::Terms;

impl<'a> Decision<'a> {
    fn entry(&self) -> Result<&'a Entry, Refused> {
        guard::escalation::entry(&self.asker)
    }

    pub(super) fn review(&self) -> Result<(Channel, &'a Talk), Refused> {
        let channel = Channel::Review { entry: self.entry()?.number };
        Ok((channel, self.case.talk(channel)))
    }

    pub(super) fn claim(&mut self) -> Verdict {
        let entry = guard::escalation::claim(&self.asker)?;
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
        let entry = guard::escalation::own_entry(&self.asker)?;
        self.own(Channel::Procedure, Fact::EntryReleased { entry: entry.number });
        self.leave_entry(entry);
        Ok(())
    }

    pub(super) fn hand_over_entry(&mut self, to: UserId, note: &str) -> Verdict {
        let entry = guard::escalation::own_entry(&self.asker)?;
        let from = self.person()?.id;
        let role = if entry.queue.is_legal() { Role::Legal } else { Role::Ombudsman };
        let named = self.context.named.filter(|named| named.person.id == to);
        let named = named.ok_or_else(|| Refusal::PersonNotEligible.at("/to"))?;
        let member = named
            .memberships
            .iter()
            .any(|membership| membership.organisation == entry.organisation && membership.role == role);
        if !member || to == from || guard::escalation::officiate(&self.asker, to).is_err() {
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
        let entry = guard::escalation::own_entry(&self.asker)?;
        text(words, NOTE_CHARS_MAX, "/text")?;
        self.own(Channel::Desk { entry: entry.number }, Fact::NotePut { text: words.to_owned() });
        Ok(())
    }

    /// Both sides read the question: an officer hears nobody alone.
    pub(super) fn ask(&mut self, side: Side, question: &str, due: Option<Moment>) -> Verdict {
        let (entry, channel) = guard::escalation::ask(&self.asker)?;
        text(question, REASONS_CHARS_MAX, "/question")?;
        let rules = self.rules();
        let due = due.unwrap_or_else(|| rules.calendar.working_days(self.now(), rules.question_working_days));
        if due <= self.now() {
            return Err(Refusal::ValidityInThePast.at("/due"));
        }
        if due > self.now().plus_millis(i64::from(QUESTION_DAYS_MAX) * DAY_MILLIS) {
            return Err(Refusal::ValidityTooLong.at("/due"));
        }
        self.own(channel, Fact::QuestionAsked { side, question: question.to_owned(), due });
        self.own(Channel::Procedure, Fact::EntryPaused { entry: entry.number, side, until: due });
        Ok(())
    }

    /// The officer's time goes on, with the working days that the answer took.
    fn resume(&mut self, entry: &Entry) {
        let calendar = &self.rules().calendar;
        let due = entry.asked.map_or(entry.due, |asked| calendar.after_pause(entry.due, asked.since, self.now()));
        self.follows(Channel::Procedure, Fact::EntryResumed { entry: entry.number, due });
    }

    pub(super) fn answer(&mut self, words: &str, evidence: &[EvidenceId]) -> Verdict {
        let entry = self.entry()?;
        let (channel, talk, question) = guard::escalation::answer(&self.asker)?;
        let side = question.side;
        text(words, REASONS_CHARS_MAX, "/text")?;
        self.attached(talk, evidence)?;
        self.own(channel, Fact::QuestionAnswered { side, text: words.to_owned(), evidence: evidence.to_vec() });
        self.resume(entry);
        Ok(())
    }

    pub(super) fn lapse_question(&mut self, number: u16) -> Verdict {
        let entry = self.entry()?;
        if entry.number != number {
            return Err(Refusal::EntryNotFound.at("/entry"));
        }
        let asked = entry.asked.ok_or(Refusal::NoQuestion)?;
        if self.now() < asked.until {
            return Err(Refusal::DeadlineNotReached.into());
        }
        let (channel, _) = self.review()?;
        self.follows(channel, Fact::QuestionLapsed { side: asked.side });
        self.resume(entry);
        Ok(())
    }

    /// Terms from the officer need both; the answers stay hidden until both are in.
    pub(super) fn recommend(&mut self, terms: &Terms, reasons: &str, valid_until: Option<Moment>) -> Verdict {
        let (channel, talk) = guard::escalation::recommend(&self.asker)?;
        let terms_hash = self.check_terms(terms)?;
        text(reasons, REASONS_CHARS_MAX, "/reasons")?;
        let valid_until = self.validity(valid_until)?;
        let number = talk.next_number();
        self.own(
            channel,
            Fact::ProposalMade {
                number,
                author: Author::Officer,
                terms: terms.clone(),
                terms_hash,
                valid_until,
                note: Some(reasons.to_owned()),
                answers: None,
                conveyed: false,
            },
        );
        Ok(())
    }

    /// An item of `joint` needs both sides, one of a caucus its own side; the store supplies the words.
    pub(super) fn release_item(&mut self, from: Channel, seq: u64) -> Verdict {
        let (side, channel, talk) = guard::escalation::release_item(&self.asker)?;
        let known = talk.releases.iter().find(|release| release.channel == from && release.target == seq);
        if known.is_some_and(|release| release.done || *release.allowed.get(side)) {
            return Err(Refusal::ItemAlreadyReleased.into());
        }
        if talk.releases.len() >= PROPOSALS_MAX {
            return Err(Refusal::TooManyItems.into());
        }
        if !guard::escalation::releasable(&self.asker, side, from) {
            return Err(Refusal::ItemNotReleasable.at("/channel"));
        }
        let item = self.context.item.filter(|item| item.channel == from && item.seq == seq);
        let item = item.ok_or_else(|| Refusal::EventNotFound.at("/seq"))?;
        let (words, terms) = match &item.fact {
            Some(Fact::MessagePosted { text, .. }) if !self.case.talk(from).hidden.has(seq) => {
                (Some(text.clone()), None)
            }
            Some(Fact::ProposalMade { terms, note, .. }) => (note.clone(), Some(terms.clone())),
            Some(Fact::IdeaGiven { terms, .. }) => (None, Some(terms.clone())),
            _ => return Err(Refusal::ItemNotReleasable.at("/seq")),
        };
        self.own(channel, Fact::ReleaseAllowed { side, channel: from, target: seq });
        let both = from != Channel::Joint || known.is_some_and(|release| *release.allowed.get(side.other()));
        if both {
            self.follows(
                channel,
                Fact::ItemReleased {
                    channel: from,
                    target: seq,
                    said_at: item.at,
                    said_by: item.seat,
                    name: item.by.as_ref().map(|by| by.name.clone()),
                    text: words,
                    terms,
                },
            );
        }
        Ok(())
    }

    /// The owner of a file lets it be passed on with the case.
    pub(super) fn allow_sharing(&mut self, channel: Channel, id: EvidenceId) -> Verdict {
        guard::escalation::allow_sharing(&self.asker, channel, id)?;
        self.own(channel, Fact::EvidenceSharingAllowed { id });
        Ok(())
    }

    /// Back to mediation with another mediator, who starts with new caucuses; once on each level.
    pub(super) fn remit(&mut self, mediator: Option<UserId>) -> Verdict {
        let entry = guard::escalation::remit(&self.asker)?;
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

    /// A recommendation does not outlive its entry.
    pub(super) fn expire_recommendations(&mut self) {
        let Ok((channel, talk)) = self.review() else { return };
        let open: Vec<u32> = talk.open_proposals().map(|proposal| proposal.number).collect();
        for number in open {
            self.follows(channel, Fact::ProposalAnswered { number, agreed: false });
        }
    }

    /// Up, never down. A note goes along only within one organisation.
    pub(super) fn forward(&mut self, to: Queue, ground: ForwardGround, note: Option<&str>) -> Verdict {
        let entry = guard::escalation::forward(&self.asker)?;
        let kept = to != Queue::CompanyLegal || self.context.company_teams.legal;
        if !kept || !entry.queue.above().contains(&to) {
            return Err(Refusal::QueueNotAbove.at("/queue"));
        }
        optional(note, NOTE_CHARS_MAX, "/note")?;
        if note.is_some() && !entry.queue.note_goes_along(to) {
            return Err(Refusal::NoteNotAllowed.at("/note"));
        }
        self.pass_on(entry, to, ground)?;
        if let Some(note) = note {
            let desk = Channel::Desk { entry: entry.number.saturating_add(1) };
            self.own(desk, Fact::NotePut { text: note.to_owned() });
        }
        Ok(())
    }

    fn pass_on(&mut self, entry: &Entry, to: Queue, ground: ForwardGround) -> Verdict {
        self.own(Channel::Procedure, Fact::EntryForwarded { entry: entry.number, to, ground });
        self.leave_entry(entry);
        self.open_entry(to, EscalationGround::Forwarded)
    }

    /// Only the operator's officer closes; a company's says its final answer, which goes to the operator's ombudsman.
    pub(super) fn close_entry(&mut self, outcome: ClosingOutcome) -> Verdict {
        let entry = guard::escalation::close(&self.asker)?;
        if !entry.queue.closings().contains(&outcome) {
            return Err(Refusal::OutcomeNotAllowed.at("/outcome"));
        }
        if !entry.queue.is_operator() {
            return self.pass_on(entry, Queue::OperatorOmbudsman, ForwardGround::FinalAnswer);
        }
        self.own(Channel::Procedure, Fact::EntryResolved { entry: entry.number, outcome: Some(outcome) });
        if self.procedure.final_terms.is_empty() {
            self.follows(Channel::Procedure, Fact::FinalTermMade { ground: FinalTermGround::OfficerClosed });
        }
        self.close(outcome.outcome());
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

    /// What is passed on, frozen: the complaint, files their owners marked, and in words what was left out and why.
    pub(super) fn file_handover(
        &mut self,
        number: u16,
        complaint: &HandoverComplaint,
        evidence: &[SharedEvidence],
        procedure_size: u64,
        procedure_root: &str,
    ) -> Verdict {
        let entry = self.entry()?;
        if entry.number != number {
            return Err(Refusal::EntryNotFound.at("/entry"));
        }
        let (channel, talk) = self.review()?;
        if talk.handed_over {
            return Err(Refusal::HandoverExists.into());
        }
        self.follows(
            channel,
            Fact::HandoverFiled {
                complaint: complaint.complaint.clone(),
                legal_name: complaint.legal_name.clone(),
                evidence: evidence.iter().map(|shared| shared.part.id).collect(),
                left_out: left_out(entry),
                procedure_size,
                procedure_root: procedure_root.to_owned(),
            },
        );
        for shared in evidence {
            self.facts.push(NewEvent {
                channel,
                seat: Voice::System,
                by: None,
                fact: Fact::EvidenceAdded { shared: true },
                evidence: Some(shared.part.clone()),
                with_origin: false,
            });
        }
        Ok(())
    }
}

/// The same list for every case of a kind of queue: it tells nothing about what a closed channel holds.
fn left_out(entry: &Entry) -> Vec<LeftOut> {
    let mut list = Vec::with_capacity(6);
    let mut leave = |what, why| list.push(LeftOut { what, why });
    if entry.queue.is_operator() {
        leave(LeftOutWhat::JointConversation, LeftOutWhy::NeedsBothSides);
    }
    leave(LeftOutWhat::PrivateConversations, LeftOutWhy::NeedsItsSide);
    leave(LeftOutWhat::MediatorNotes, LeftOutWhy::NeverPassedOn);
    if entry.queue.is_operator() {
        leave(LeftOutWhat::CompanyNotes, LeftOutWhy::NeverPassedOn);
    }
    leave(LeftOutWhat::UnmarkedEvidence, LeftOutWhy::NeedsItsOwner);
    if entry.number > 1 {
        leave(LeftOutWhat::FormerReview, LeftOutWhy::NeverPassedOn);
    }
    list
}
