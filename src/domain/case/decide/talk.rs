//! Messages and files: the common path, kept short.

use super::text::{check, line};
use super::{Decision, Verdict};
use crate::case::asker::{Asker, Guard};
use crate::case::command::{CommandKind, EvidencePart, MessageKind};
use crate::case::event::{Fact, NewEvent};
use crate::case::policy::policy;
use crate::case::refusal::Refusal;
use crate::case::state::{Procedure, Talk};
use crate::id::EvidenceId;
use crate::limit::{ATTACHED_MAX, EVIDENCE_PER_CHANNEL_MAX, FILE_NAME_CHARS_MAX, MESSAGE_CHARS_MAX, NOTE_CHARS_MAX};
use crate::phase::Phase;
use crate::seat::{Capacity, Channel, Seat, Side};

/// In mediation a side writes only after its own acceptance of the mediator's terms (Lei 13.140, art. 14).
pub(in crate::case) fn ground_rules_accepted(procedure: &Procedure, side: Side) -> Result<(), Refusal> {
    let accepted = procedure.mediation.ground_rules.get(side).is_some();
    if procedure.phase() == Phase::Mediation && procedure.holds(Seat::Mediator) && !accepted {
        return Err(Refusal::GroundRulesNotAccepted);
    }
    Ok(())
}

/// May this capacity write messages in this channel? The policy table has already allowed the command.
pub(in crate::case) fn may_write(
    procedure: &Procedure,
    paused: bool,
    capacity: Capacity,
    channel: Channel,
) -> Result<(), Refusal> {
    let side = match capacity {
        Capacity::Consumer => Some(Side::Consumer),
        Capacity::Company => Some(Side::Company),
        Capacity::Mediator => None,
        Capacity::Ombudsman
        | Capacity::Legal
        | Capacity::Coordinator
        | Capacity::AssignedMediator
        | Capacity::Approver
        | Capacity::QueueOfficer
        | Capacity::Companion
        | Capacity::Register
        | Capacity::Invited
        | Capacity::System => return Err(Refusal::ChannelNotWritable),
    };
    match (side, channel) {
        (None, Channel::Joint) if mediator_presides(procedure) => Ok(()),
        (Some(side), Channel::Joint) => {
            if procedure.is_suspended() {
                return Err(Refusal::CaseSuspended);
            }
            ground_rules_accepted(procedure, side)?;
            if paused { Err(Refusal::FloorPaused) } else { Ok(()) }
        }
        (_, Channel::Caucus { side: whose, nth })
            if side.is_none_or(|side| side == whose) && nth == procedure.mediation.nth =>
        {
            caucus_is_open(procedure)?;
            side.map_or(Ok(()), |side| ground_rules_accepted(procedure, side))
        }
        _ => Err(Refusal::ChannelNotWritable),
    }
}

/// May this capacity put a file into the review that is open? The side that is asked, for its answer; the officer,
/// once the case was handed over.
fn may_file(procedure: &Procedure, review: &Talk, capacity: Capacity) -> Result<(), Refusal> {
    let side = match capacity {
        Capacity::Consumer => Side::Consumer,
        Capacity::Company => Side::Company,
        Capacity::Ombudsman | Capacity::Legal if review.handed_over => return Ok(()),
        Capacity::Ombudsman | Capacity::Legal => return Err(Refusal::HandoverNotFiled),
        Capacity::Mediator
        | Capacity::Coordinator
        | Capacity::AssignedMediator
        | Capacity::Approver
        | Capacity::QueueOfficer
        | Capacity::Companion
        | Capacity::Register
        | Capacity::Invited
        | Capacity::System => return Err(Refusal::ChannelNotWritable),
    };
    if !policy(CommandKind::EscalationAnswer, capacity).has(procedure.phase()) {
        return Err(Refusal::ChannelNotWritable);
    }
    match &review.question {
        None => Err(Refusal::NoQuestion),
        Some(question) if question.side != side => Err(Refusal::QuestionNotYours),
        Some(_) => Ok(()),
    }
}

/// The mediator leads from acceptance to the final term; an agreement found later is not theirs.
pub(in crate::case) fn mediator_presides(procedure: &Procedure) -> bool {
    match procedure.phase() {
        Phase::Mediation => procedure.holds(Seat::Mediator),
        Phase::Agreed | Phase::Settled => procedure.is_signer(Seat::Mediator),
        Phase::Intake
        | Phase::Negotiation
        | Phase::EscalatedOmbudsman
        | Phase::EscalatedLegal
        | Phase::ClosedFulfilled
        | Phase::ClosedSettledUnconfirmed
        | Phase::ClosedReleased
        | Phase::ClosedNoAgreement
        | Phase::ClosedRefused
        | Phase::ClosedWithdrawn
        | Phase::ClosedMisdirected
        | Phase::ClosedCalledBack
        | Phase::ClosedAbandoned
        | Phase::ClosedFinalAnswer
        | Phase::ClosedReferredToCourt
        | Phase::ClosedEnforcedElsewhere => false,
    }
}

/// Caucuses are open from the mediator's acceptance to the final term.
fn caucus_is_open(procedure: &Procedure) -> Result<(), Refusal> {
    if mediator_presides(procedure) { Ok(()) } else { Err(Refusal::ChannelNotWritable) }
}

/// Where this capacity keeps notes that only its own people read.
pub(in crate::case) fn note_channel(procedure: &Procedure, capacity: Capacity) -> Option<Channel> {
    match capacity {
        Capacity::Mediator => Some(Channel::Notes { nth: procedure.mediation.nth }),
        Capacity::Company | Capacity::Approver => Some(Channel::Internal),
        Capacity::Consumer
        | Capacity::Ombudsman
        | Capacity::Legal
        | Capacity::Coordinator
        | Capacity::AssignedMediator
        | Capacity::QueueOfficer
        | Capacity::Companion
        | Capacity::Register
        | Capacity::Invited
        | Capacity::System => None,
    }
}

pub(in crate::case) fn post(asker: &Asker<'_>, channel: Channel) -> Guard {
    let paused = asker.readable.joint().is_some_and(|joint| joint.paused);
    may_write(asker.procedure(), paused, asker.capacity(), channel).map_err(|code| not_now(asker, channel, code))
}

/// Notes go where only one's own people read them.
pub(in crate::case) fn note(asker: &Asker<'_>, channel: Channel) -> Guard {
    let own = note_channel(asker.procedure(), asker.capacity()) == Some(channel);
    if own { Ok(()) } else { Err(asker.not_writable(channel)) }
}

/// A file goes where its owner may write, keeps notes, or answers an officer.
pub(in crate::case) fn add_file(asker: &Asker<'_>, channel: Channel) -> Guard {
    let review = asker.procedure().open_entry().map(|entry| Channel::Review { entry: entry.number });
    if review == Some(channel) {
        let talk = asker.talk(channel).ok_or_else(|| asker.not_writable(channel))?;
        return may_file(asker.procedure(), talk, asker.capacity()).map_err(|code| not_now(asker, channel, code));
    }
    note(asker, channel).or_else(|_| post(asker, channel))
}

fn not_now(asker: &Asker<'_>, channel: Channel, code: Refusal) -> crate::case::refusal::Refused {
    if code == Refusal::ChannelNotWritable { asker.not_writable(channel) } else { code.into() }
}

pub(in crate::case) fn any_channel(asker: &Asker<'_>) -> bool {
    asker.readable.channels().any(|channel| post(asker, channel).is_ok())
}

pub(in crate::case) fn any_notes(asker: &Asker<'_>) -> bool {
    asker.readable.channels().any(|channel| note(asker, channel).is_ok())
}

pub(in crate::case) fn any_channel_for_files(asker: &Asker<'_>) -> bool {
    asker.readable.channels().any(|channel| add_file(asker, channel).is_ok())
}

impl Decision<'_> {
    pub(super) fn post_message(
        &mut self,
        channel: Channel,
        text: &str,
        reply_to: Option<u64>,
        evidence: &[EvidenceId],
        kind: Option<MessageKind>,
    ) -> Verdict {
        post(&self.asker, channel)?;
        check(text, MESSAGE_CHARS_MAX, false).map_err(|code| code.at("/text"))?;
        let talk = self.case.talk(channel);
        if reply_to.is_some_and(|seq| seq == 0 || seq > talk.size) {
            return Err(Refusal::EventNotFound.at("/reply_to"));
        }
        self.attached(talk, evidence)?;
        self.own(channel, Fact::MessagePosted { text: text.to_owned(), reply_to, evidence: evidence.to_vec(), kind });
        Ok(())
    }

    pub(super) fn attached(&self, talk: &Talk, evidence: &[EvidenceId]) -> Verdict {
        if evidence.len() > ATTACHED_MAX {
            return Err(Refusal::TooManyItems.at("/evidence"));
        }
        match evidence.iter().position(|id| !talk.evidence.contains_key(id)) {
            Some(index) => Err(Refusal::EvidenceNotFound.at(format!("/evidence/{index}"))),
            None => Ok(()),
        }
    }

    pub(super) fn put_note(&mut self, channel: Channel, words: &str) -> Verdict {
        note(&self.asker, channel)?;
        check(words, NOTE_CHARS_MAX, false).map_err(|code| code.at("/text"))?;
        self.own(channel, Fact::NotePut { text: words.to_owned() });
        Ok(())
    }

    pub(super) fn add_evidence(
        &mut self,
        channel: Channel,
        part: &EvidencePart,
        shared_from: Option<EvidenceId>,
    ) -> Verdict {
        add_file(&self.asker, channel)?;
        line(&part.name, FILE_NAME_CHARS_MAX, "/evidence/name")?;
        line(&part.media_type, FILE_NAME_CHARS_MAX, "/evidence/media_type")?;
        let talk = self.case.talk(channel);
        if talk.evidence.len() >= EVIDENCE_PER_CHANNEL_MAX {
            return Err(Refusal::TooManyItems.at("/evidence"));
        }
        if talk.evidence.contains_key(&part.id) {
            return Err(Refusal::Conflict.at("/evidence/id"));
        }
        if let Some(original) = shared_from {
            self.owns(original)?;
        }
        self.facts.push(NewEvent {
            channel,
            seat: self.voice,
            by: self.person.cloned(),
            fact: Fact::EvidenceAdded { shared: shared_from.is_some() },
            evidence: Some(part.clone()),
            with_origin: false,
        });
        Ok(())
    }

    /// Only its owner shares a file, out of a channel that they still read.
    fn owns(&self, original: EvidenceId) -> Verdict {
        let person = self.person()?.id;
        let readable = self.asker.readable;
        let owned = readable.channels().any(|channel| {
            readable
                .talk(channel)
                .is_some_and(|talk| talk.evidence.get(&original).is_some_and(|exhibit| exhibit.owner == Some(person)))
        });
        if owned { Ok(()) } else { Err(Refusal::EvidenceNotFound.at("/shared_from")) }
    }
}
