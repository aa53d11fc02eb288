//! What an officer and the sides say to each other: the handover file, questions, recommendations, released items.

use super::escalation::{entry, nothing_concluded, own_entry};
use super::text::text;
use super::until::Lasting;
use super::{Decision, Verdict};
use crate::case::asker::{Asker, Guard};
use crate::case::command::{HandoverComplaint, ProposalEnd, SharedEvidence};
use crate::case::event::{Author, Fact, LeftOut, LeftOutWhat, LeftOutWhy, NewEvent};
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{Entry, Exhibit, Question, Talk};
use crate::id::EvidenceId;
use crate::limit::{PROPOSALS_MAX, QUESTION_DAYS_MAX, REASONS_CHARS_MAX};
use crate::moment::Moment;
use crate::seat::{Channel, Side, Voice};
use crate::terms::Terms;

/// The review of the open entry, once the handover file is there.
fn handed_over<'a>(asker: &Asker<'a>) -> Guard<(Channel, &'a Talk)> {
    let (channel, talk) = review(asker)?;
    if talk.handed_over { Ok((channel, talk)) } else { Err(Refusal::HandoverNotFiled.into()) }
}

fn review<'a>(asker: &Asker<'a>) -> Guard<(Channel, &'a Talk)> {
    let channel = Channel::Review { entry: entry(asker)?.number };
    Ok((channel, asker.talk(channel).ok_or_else(|| asker.not_writable(channel))?))
}

/// One question at a time.
pub(in crate::case) fn ask<'a>(asker: &Asker<'a>) -> Guard<(&'a Entry, Channel)> {
    let entry = own_entry(asker)?;
    let (channel, talk) = handed_over(asker)?;
    if talk.question.is_some() { Err(Refusal::QuestionOpen.into()) } else { Ok((entry, channel)) }
}

/// The question, where it went to the asker's side.
pub(in crate::case) fn answer<'a>(asker: &Asker<'a>) -> Guard<(Channel, &'a Talk, &'a Question)> {
    let side = asker.side()?;
    let (channel, talk) = review(asker)?;
    let question = talk.question.as_ref().ok_or(Refusal::NoQuestion)?;
    if question.side == side { Ok((channel, talk, question)) } else { Err(Refusal::QuestionNotYours.into()) }
}

pub(in crate::case) fn recommend<'a>(asker: &Asker<'a>) -> Guard<(Channel, &'a Talk)> {
    own_entry(asker)?;
    let (channel, talk) = handed_over(asker)?;
    nothing_concluded(asker)?;
    if talk.proposals.len() < PROPOSALS_MAX { Ok((channel, talk)) } else { Err(Refusal::TooManyItems.into()) }
}

/// A side releases items to an officer who has the file.
pub(in crate::case) fn release_item<'a>(asker: &Asker<'a>) -> Guard<(Side, Channel, &'a Talk)> {
    let side = asker.side()?;
    let (channel, talk) = handed_over(asker)?;
    Ok((side, channel, talk))
}

/// Of `joint`, with the other side, and of its own caucuses.
pub(in crate::case) fn releasable(asker: &Asker<'_>, side: Side, channel: Channel) -> bool {
    match channel {
        Channel::Joint => true,
        Channel::Caucus { side: whose, nth } => whose == side && nth <= asker.procedure().mediation.nth,
        Channel::Procedure
        | Channel::Internal
        | Channel::Notes { .. }
        | Channel::Sealed { .. }
        | Channel::Review { .. }
        | Channel::Desk { .. }
        | Channel::Challenge { .. } => false,
    }
}

/// The owner of a file lets it be passed on with the case.
pub(in crate::case) fn allow_sharing<'a>(asker: &Asker<'a>, channel: Channel, id: EvidenceId) -> Guard<&'a Exhibit> {
    let person = asker.person()?;
    let talk = asker.talk(channel).ok_or_else(|| asker.not_writable(channel))?;
    let owned = talk.evidence.get(&id).filter(|exhibit| exhibit.owner == Some(person));
    let exhibit = owned.ok_or_else(|| Refusal::EvidenceNotFound.at("/id"))?;
    if exhibit.may_be_shared { Err(Refusal::SharingAlreadyAllowed.into()) } else { Ok(exhibit) }
}

pub(in crate::case) fn any_file_to_share(asker: &Asker<'_>) -> bool {
    asker.readable.channels().any(|channel| {
        let files = asker.talk(channel).into_iter().flat_map(|talk| talk.evidence.keys());
        files.into_iter().any(|id| allow_sharing(asker, channel, *id).is_ok())
    })
}

impl<'a> Decision<'a> {
    pub(super) fn review(&self) -> Result<(Channel, &'a Talk), Refused> {
        let channel = Channel::Review { entry: self.entry()?.number };
        Ok((channel, self.case.talk(channel)))
    }

    /// Both sides read the question: an officer hears nobody alone.
    pub(super) fn ask(
        &mut self,
        side: Side,
        question: &str,
        due_working_days: Option<u32>,
        due: Option<Moment>,
    ) -> Verdict {
        let (entry, channel) = ask(&self.asker)?;
        text(question, REASONS_CHARS_MAX, "/question")?;
        let rules = self.rules();
        let end = |days| rules.calendar.working_days(self.now(), days);
        let said = Lasting {
            days: due_working_days,
            time: due,
            days_field: "/due_working_days",
            time_field: "/due",
            days_max: QUESTION_DAYS_MAX,
        };
        let due = self.until(said, end)?.unwrap_or_else(|| end(rules.question_working_days));
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
        let (channel, talk, question) = answer(&self.asker)?;
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
    pub(super) fn recommend(
        &mut self,
        terms: &Terms,
        reasons: &str,
        valid_days: Option<u32>,
        valid_until: Option<Moment>,
    ) -> Verdict {
        let (channel, talk) = recommend(&self.asker)?;
        let terms_hash = self.check_terms(terms)?;
        text(reasons, REASONS_CHARS_MAX, "/reasons")?;
        let valid_until = self.validity(valid_days, valid_until)?;
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
        let (side, channel, talk) = release_item(&self.asker)?;
        let known = talk.releases.iter().find(|release| release.channel == from && release.target == seq);
        if known.is_some_and(|release| release.done || *release.allowed.get(side)) {
            return Err(Refusal::ItemAlreadyReleased.into());
        }
        if talk.releases.len() >= PROPOSALS_MAX {
            return Err(Refusal::TooManyItems.into());
        }
        if !releasable(&self.asker, side, from) {
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
        allow_sharing(&self.asker, channel, id)?;
        self.own(channel, Fact::EvidenceSharingAllowed { id });
        Ok(())
    }

    /// A recommendation does not outlive its entry, nor an agreement on other terms.
    pub(super) fn close_recommendations(&mut self, by: ProposalEnd) {
        let Ok((channel, talk)) = self.review() else { return };
        for number in talk.open_proposals().map(|proposal| proposal.number) {
            self.follows(channel, Fact::ProposalClosed { number, by });
        }
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
                account: self.joint.account.clone(),
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
