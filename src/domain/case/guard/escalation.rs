//! A case in a queue: what its officer may do with it, and what the sides answer.

use super::ends::enter_queue;
use super::{Asker, Guard};
use crate::case::refusal::Refusal;
use crate::case::state::{Entry, EntryState, Exhibit, Question, Talk};
use crate::id::{EvidenceId, UserId};
use crate::limit::PROPOSALS_MAX;
use crate::seat::{Capacity, Channel, Side};

pub(in crate::case) fn entry<'a>(asker: &Asker<'a>) -> Guard<&'a Entry> {
    Ok(asker.procedure().open_entry().ok_or(Refusal::EntryNotFound)?)
}

/// The entry, where the asker has it in hand.
pub(in crate::case) fn own_entry<'a>(asker: &Asker<'a>) -> Guard<&'a Entry> {
    let entry = entry(asker)?;
    let in_hand = matches!(asker.capacity(), Capacity::Ombudsman | Capacity::Legal);
    if in_hand { Ok(entry) } else { Err(Refusal::EntryNotClaimed.into()) }
}

/// The review of the open entry, once the handover file is there.
fn handed_over<'a>(asker: &Asker<'a>) -> Guard<(Channel, &'a Talk)> {
    let (channel, talk) = review(asker)?;
    if talk.handed_over { Ok((channel, talk)) } else { Err(Refusal::HandoverNotFiled.into()) }
}

fn review<'a>(asker: &Asker<'a>) -> Guard<(Channel, &'a Talk)> {
    let channel = Channel::Review { entry: entry(asker)?.number };
    Ok((channel, asker.talk(channel).ok_or_else(|| asker.not_writable(channel))?))
}

/// A person who was on a side or mediated here cannot be an officer of this case (Lei 13.140, arts. 6, 7).
pub(in crate::case) fn officiate(asker: &Asker<'_>, person: UserId) -> Guard {
    let procedure = asker.procedure();
    let impartial = procedure.side_of(person).is_none() && !procedure.mediation.former.contains(&person);
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

/// What was signed is performed or enforced; nobody bargains about it anew in the same case.
pub(in crate::case) fn nothing_concluded(asker: &Asker<'_>) -> Guard {
    if asker.procedure().concluded.is_some() { Err(Refusal::ObligationBreached.into()) } else { Ok(()) }
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
