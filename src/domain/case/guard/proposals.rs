//! Offers, answers and ideas.

use super::escalation::nothing_concluded;
use super::talk::ground_rules_accepted;
use super::{Asker, Guard};
use crate::case::event::Author;
use crate::case::refusal::Refusal;
use crate::case::state::{Idea, Proposal, ProposalState, Talk};
use crate::limit::PROPOSALS_MAX;
use crate::moment::Moment;
use crate::seat::{Capacity, Channel, Seat, Side};

/// The channels of proposals: `joint`, and for an officer's the review of the open entry.
pub(in crate::case) fn tables(asker: &Asker<'_>) -> impl Iterator<Item = Channel> {
    let review = asker.procedure().open_entry().map(|entry| Channel::Review { entry: entry.number });
    [Channel::Joint].into_iter().chain(review)
}

fn table<'a>(asker: &Asker<'a>, channel: Channel) -> Guard<&'a Talk> {
    let talk = tables(asker).any(|table| table == channel).then(|| asker.talk(channel)).flatten();
    talk.ok_or_else(|| asker.not_writable(channel))
}

fn found<'a>(asker: &Asker<'a>, channel: Channel, number: u32) -> Guard<&'a Proposal> {
    table(asker, channel)?.proposal(number).ok_or_else(|| Refusal::ProposalNotFound.at("/number"))
}

/// Open by its state and by the time of this command.
pub(in crate::case) fn open(proposal: &Proposal, now: Moment) -> Guard {
    match proposal.state {
        ProposalState::Open if now < proposal.valid_until => Ok(()),
        ProposalState::Open | ProposalState::Expired => Err(Refusal::ProposalExpired.into()),
        ProposalState::Accepted
        | ProposalState::Declined
        | ProposalState::Countered
        | ProposalState::Withdrawn
        | ProposalState::Superseded => Err(Refusal::ProposalNotOpen.into()),
    }
}

/// In whose name this capacity puts terms on the table of this channel; none where it puts none. Whether it may do so
/// now is another question.
pub(in crate::case) const fn offers_as(capacity: Capacity, channel: Channel) -> Option<Author> {
    match (capacity, channel) {
        (Capacity::Consumer, Channel::Joint | Channel::Caucus { .. }) => Some(Author::Consumer),
        // Only a company's own officer reads the joint room, and sits there on the company's side of the table.
        (Capacity::Company, Channel::Joint | Channel::Caucus { .. })
        | (Capacity::Ombudsman | Capacity::Legal, Channel::Joint) => Some(Author::Company),
        (Capacity::Mediator, Channel::Joint) => Some(Author::Mediator),
        (Capacity::Ombudsman | Capacity::Legal, Channel::Review { .. }) => Some(Author::Officer),
        _ => None,
    }
}

/// A side speaks once it accepted the mediator's terms, while it has somebody to speak and the floor is open.
fn has_the_floor(asker: &Asker<'_>) -> Guard {
    let Some(side) = asker.readable.side() else { return Ok(()) };
    ground_rules_accepted(asker.procedure(), side)?;
    if asker.procedure().awaited.is_some() {
        return Err(Refusal::CaseSuspended.into());
    }
    let paused = asker.readable.joint().is_some_and(|joint| joint.paused);
    if paused { Err(Refusal::FloorPaused.into()) } else { Ok(()) }
}

/// An officer offers for a company that takes part, and has somebody who can sign what comes of it.
fn company_takes_part(asker: &Asker<'_>) -> Guard {
    if asker.readable.side().is_some() || asker.capacity() == Capacity::Mediator {
        return Ok(());
    }
    if !asker.procedure().rules_accepted.company {
        return Err(Refusal::WrongPhase.into());
    }
    if asker.procedure().awaited.is_some() { Err(Refusal::CaseSuspended.into()) } else { Ok(()) }
}

/// Sides offer in `joint`; the proposals in a review are the officer's, by `escalation.recommend`.
pub(in crate::case) fn make(asker: &Asker<'_>, channel: Channel) -> Guard<Author> {
    if channel != Channel::Joint {
        return Err(asker.not_writable(channel));
    }
    let joint = table(asker, channel)?;
    nothing_concluded(asker)?;
    has_the_floor(asker)?;
    company_takes_part(asker)?;
    let author = offers_as(asker.capacity(), channel).ok_or_else(|| asker.not_writable(channel))?;
    if joint.proposals.len() < PROPOSALS_MAX { Ok(author) } else { Err(Refusal::TooManyItems.into()) }
}

pub(in crate::case) fn withdraw(asker: &Asker<'_>, channel: Channel, number: u32) -> Guard {
    let proposal = found(asker, channel, number)?;
    if offers_as(asker.capacity(), channel) != Some(proposal.author) {
        return Err(Refusal::ProposalIsNotYours.into());
    }
    open(proposal, asker.now)
}

/// What every answer needs: the actor may write, the proposal is open, somebody else's and not answered yet.
pub(in crate::case) fn answer<'a>(asker: &Asker<'a>, channel: Channel, number: u32) -> Guard<(&'a Proposal, Side)> {
    let side = asker.side()?;
    if channel == Channel::Joint {
        has_the_floor(asker)?;
    }
    let proposal = found(asker, channel, number)?;
    if proposal.author.side() == Some(side) {
        return Err(Refusal::ProposalIsYours.into());
    }
    open(proposal, asker.now)?;
    // One's own hidden answer; the other side's is in a channel that the asker cannot read.
    let answered = asker.talk(Channel::Sealed { side }).and_then(|sealed| sealed.answer_to(channel, number));
    if answered.is_some() { Err(Refusal::ProposalAlreadyAnswered.into()) } else { Ok((proposal, side)) }
}

/// Terms for the mediator's ears.
pub(in crate::case) fn give_idea(asker: &Asker<'_>) -> Guard<Channel> {
    let side = asker.side()?;
    if !asker.procedure().holds(Seat::Mediator) {
        return Err(Refusal::NoMediator.into());
    }
    ground_rules_accepted(asker.procedure(), side)?;
    let (channel, talk) = asker.caucus_talk(side)?;
    if talk.ideas.len() < PROPOSALS_MAX { Ok(channel) } else { Err(Refusal::TooManyItems.into()) }
}

fn unconveyed(talk: &Talk, id: u64) -> Guard<&Idea> {
    let idea = talk.ideas.iter().find(|idea| idea.id == id).ok_or_else(|| Refusal::IdeaNotFound.at("/id"))?;
    if idea.conveyed.is_some() { Err(Refusal::IdeaAlreadyConveyed.into()) } else { Ok(idea) }
}

pub(in crate::case) fn allow_conveying(asker: &Asker<'_>, id: u64) -> Guard<Channel> {
    let side = asker.side()?;
    ground_rules_accepted(asker.procedure(), side)?;
    let (channel, talk) = asker.caucus_talk(side)?;
    if unconveyed(talk, id)?.allowed { Err(Refusal::IdeaAlreadyAllowed.into()) } else { Ok(channel) }
}

pub(in crate::case) fn convey<'a>(asker: &Asker<'a>, side: Side, id: u64) -> Guard<(Channel, &'a Idea)> {
    let (channel, talk) = asker.caucus_talk(side)?;
    let idea = unconveyed(talk, id)?;
    if idea.allowed { Ok((channel, idea)) } else { Err(Refusal::IdeaNotAllowed.into()) }
}
