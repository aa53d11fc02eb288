//! Messages and files: the common path, kept short.

use super::text::{check, line};
use super::{Decision, Verdict};
use crate::case::command::{EvidencePart, HideGround, MessageKind};
use crate::case::event::{Fact, NewEvent};
use crate::case::guard;
use crate::case::refusal::Refusal;
use crate::case::state::Talk;
use crate::id::EvidenceId;
use crate::limit::{ATTACHED_MAX, EVIDENCE_PER_CHANNEL_MAX, FILE_NAME_CHARS_MAX, MESSAGE_CHARS_MAX};
use crate::seat::Channel;

impl Decision<'_> {
    pub(super) fn post_message(
        &mut self,
        channel: Channel,
        text: &str,
        reply_to: Option<u64>,
        evidence: &[EvidenceId],
        kind: Option<MessageKind>,
    ) -> Verdict {
        guard::talk::post(&self.asker, channel)?;
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

    pub(super) fn hide_message(&mut self, channel: Channel, seq: u64, ground: HideGround) -> Verdict {
        guard::mediation::presides(&self.asker)?;
        let talk = match channel {
            Channel::Joint | Channel::Caucus { .. } => self.asker.talk(channel),
            Channel::Procedure
            | Channel::Internal
            | Channel::Notes { .. }
            | Channel::Sealed { .. }
            | Channel::Review { .. }
            | Channel::Desk { .. }
            | Channel::Challenge { .. } => None,
        };
        let talk = talk.ok_or_else(|| self.asker.not_writable(channel))?;
        if !talk.messages.has(seq) {
            return Err(Refusal::EventNotFound.at("/seq"));
        }
        if talk.hidden.has(seq) {
            return Err(Refusal::MessageAlreadyHidden.into());
        }
        self.own(channel, Fact::MessageHidden { target: seq, ground });
        Ok(())
    }

    pub(super) fn add_evidence(
        &mut self,
        channel: Channel,
        part: &EvidencePart,
        shared_from: Option<EvidenceId>,
    ) -> Verdict {
        guard::talk::add_file(&self.asker, channel)?;
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
