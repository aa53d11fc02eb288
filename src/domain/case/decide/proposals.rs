//! Offers and answers. A number is given as the terms enter the channel; acceptance names it and the hash.

use super::escalation::nothing_concluded;
use super::mediation::any_in_a_caucus;
use super::talk::ground_rules_accepted;
use super::text::optional;
use super::until::Lasting;
use super::{Decision, Verdict};
use crate::case::apply::author_of;
use crate::case::asker::{Asker, Guard};
use crate::case::command::{DeclineGround, ProposalEnd};
use crate::case::event::{Author, Fact};
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{Idea, Proposal, ProposalState, Talk};
use crate::limit::{NOTE_CHARS_MAX, PROPOSALS_MAX, WORDS_CHARS_MAX};
use crate::moment::Moment;
use crate::phase::Phase;
use crate::seat::{Capacity, Channel, Seat, Side};
use crate::terms::Terms;

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
        | ProposalState::Superseded
        | ProposalState::NotAgreed
        | ProposalState::Closed => Err(Refusal::ProposalNotOpen.into()),
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
    if asker.procedure().is_suspended() {
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

pub(in crate::case) fn make_jointly(asker: &Asker<'_>) -> Guard<Author> {
    make(asker, Channel::Joint)
}

pub(in crate::case) fn any_to_withdraw(asker: &Asker<'_>) -> bool {
    any_proposal(asker, |channel, number| withdraw(asker, channel, number).is_ok())
}

pub(in crate::case) fn any_to_answer(asker: &Asker<'_>) -> bool {
    any_proposal(asker, |channel, number| answer(asker, channel, number).is_ok())
}

pub(in crate::case) fn any_idea_to_allow(asker: &Asker<'_>) -> bool {
    any_in_a_caucus(asker, |_, caucus| caucus.ideas.iter().any(|idea| allow_conveying(asker, idea.id).is_ok()))
}

pub(in crate::case) fn any_idea_to_convey(asker: &Asker<'_>) -> bool {
    any_in_a_caucus(asker, |side, caucus| caucus.ideas.iter().any(|idea| convey(asker, side, idea.id).is_ok()))
}

fn any_proposal(asker: &Asker<'_>, passes: impl Fn(Channel, u32) -> bool) -> bool {
    tables(asker).any(|channel| {
        let numbers = asker.talk(channel).into_iter().flat_map(|talk| talk.proposals.iter());
        numbers.into_iter().any(|proposal| passes(channel, proposal.number))
    })
}

impl Decision<'_> {
    fn default_validity(&self) -> Moment {
        self.valid_for(self.rules().proposal_days)
    }

    fn valid_for(&self, days: u32) -> Moment {
        self.rules().calendar.deadline(self.now(), days)
    }

    pub(super) fn validity(&self, days: Option<u32>, time: Option<Moment>) -> Result<Moment, Refused> {
        let days_max = self.rules().proposal_days_max;
        let said = Lasting { days, time, days_field: "/valid_days", time_field: "/valid_until", days_max };
        Ok(self.until(said, |days| self.valid_for(days))?.unwrap_or_else(|| self.default_validity()))
    }

    pub(super) fn make_proposal(
        &mut self,
        channel: Channel,
        terms: &Terms,
        note: Option<&str>,
        (valid_days, valid_until): (Option<u32>, Option<Moment>),
        answers: Option<u32>,
    ) -> Verdict {
        let author = make(&self.asker, channel)?;
        let terms_hash = self.check_terms(terms)?;
        optional(note, NOTE_CHARS_MAX, "/note")?;
        let valid_until = self.validity(valid_days, valid_until)?;
        if let Some(number) = answers {
            let parent = self.joint.proposal(number);
            let parent = parent.ok_or_else(|| Refusal::AnswersUnknownProposal.at("/answers"))?;
            open(parent, self.now()).map_err(|refused| refused.code.at("/answers"))?;
            if parent.author == author {
                return Err(Refusal::ProposalIsYours.at("/answers"));
            }
        }
        self.enter_terms(author, terms.clone(), terms_hash, valid_until, note, answers, false)
    }

    #[allow(clippy::too_many_arguments)]
    fn enter_terms(
        &mut self,
        author: Author,
        terms: Terms,
        terms_hash: String,
        valid_until: Moment,
        note: Option<&str>,
        answers: Option<u32>,
        conveyed: bool,
    ) -> Verdict {
        if self.joint.proposals.len() >= PROPOSALS_MAX {
            return Err(Refusal::TooManyItems.into());
        }
        let number = self.joint.next_number();
        self.own(
            Channel::Joint,
            Fact::ProposalMade {
                number,
                author,
                terms,
                terms_hash,
                valid_until,
                note: note.map(str::to_owned),
                answers,
                conveyed,
            },
        );
        Ok(())
    }

    pub(super) fn withdraw_proposal(&mut self, channel: Channel, number: u32) -> Verdict {
        withdraw(&self.asker, channel, number)?;
        self.own(channel, Fact::ProposalWithdrawn { number });
        Ok(())
    }

    /// Nobody accepts a text other than the one they read: the hash says which.
    pub(super) fn accept_proposal(&mut self, channel: Channel, number: u32, terms_hash: &str) -> Verdict {
        let (proposal, side) = answer(&self.asker, channel, number)?;
        if proposal.terms_hash != terms_hash {
            return Err(Refusal::TermsHashMismatch.at("/terms_hash"));
        }
        if proposal.author.side().is_none() {
            return self.answer_in_secret(channel, proposal, side, true);
        }
        self.own(channel, Fact::ProposalAccepted { number, terms_hash: terms_hash.to_owned(), side });
        self.close_recommendations(ProposalEnd::Agreement);
        self.name_company();
        self.enter(Phase::Agreed);
        Ok(())
    }

    pub(super) fn decline_proposal(
        &mut self,
        channel: Channel,
        number: u32,
        ground: Option<DeclineGround>,
        would_work: Option<&str>,
    ) -> Verdict {
        let (proposal, side) = answer(&self.asker, channel, number)?;
        if proposal.author.side().is_none() {
            // Reasons for an answer that stays hidden would have no reader.
            if ground.is_some() {
                return Err(Refusal::NoteNotAllowed.at("/ground"));
            }
            if would_work.is_some() {
                return Err(Refusal::NoteNotAllowed.at("/would_work"));
            }
            return self.answer_in_secret(channel, proposal, side, false);
        }
        optional(would_work, WORDS_CHARS_MAX, "/would_work")?;
        self.own(channel, Fact::ProposalDeclined { number, side, ground, would_work: would_work.map(str::to_owned) });
        Ok(())
    }

    /// Until both answers are in, each is seen only by its author.
    fn answer_in_secret(&mut self, channel: Channel, proposal: &Proposal, side: Side, accept: bool) -> Verdict {
        let number = proposal.number;
        let other = self.case.talk(Channel::Sealed { side: side.other() }).answer_to(channel, number);
        self.own(
            Channel::Sealed { side },
            Fact::AnswerGiven { channel, number, accept, terms_hash: proposal.terms_hash.clone() },
        );
        if let Some(other) = other {
            let agreed = accept && other;
            self.follows(channel, Fact::ProposalAnswered { number, agreed });
            if agreed {
                if let Channel::Review { entry } = channel {
                    // What is signed is drafted from `joint`, whatever table the terms came from.
                    let (terms, terms_hash) = (proposal.terms.clone(), proposal.terms_hash.clone());
                    self.follows(Channel::Joint, Fact::RecommendationAgreed { entry, number, terms, terms_hash });
                }
                self.name_company();
                self.enter(Phase::Agreed);
            }
        }
        Ok(())
    }

    pub(super) fn expire_proposal(&mut self, channel: Channel, number: u32) -> Verdict {
        if tables(&self.asker).all(|table| table != channel) {
            return Err(self.asker.not_writable(channel));
        }
        // The system reads nothing and lets what is over expire.
        let proposal = self.case.talk(channel).proposal(number);
        let proposal = proposal.ok_or_else(|| Refusal::ProposalNotFound.at("/number"))?;
        if proposal.state != ProposalState::Open {
            return Err(Refusal::ProposalNotOpen.into());
        }
        if self.now() < proposal.valid_until {
            return Err(Refusal::ProposalNotExpired.into());
        }
        let fact = match proposal.author.side() {
            Some(_) => Fact::ProposalExpired { number },
            // The same words whether one, both or none had answered.
            None => Fact::ProposalAnswered { number, agreed: false },
        };
        self.own(channel, fact);
        Ok(())
    }

    /// Terms for the mediator alone; they have no number until they are conveyed.
    pub(super) fn give_idea(&mut self, terms: &Terms) -> Verdict {
        let channel = give_idea(&self.asker)?;
        let terms_hash = self.check_terms(terms)?;
        self.own(channel, Fact::IdeaGiven { terms: terms.clone(), terms_hash });
        Ok(())
    }

    pub(super) fn allow_conveying(&mut self, id: u64) -> Verdict {
        let channel = allow_conveying(&self.asker, id)?;
        self.own(channel, Fact::IdeaConveyingAllowed { id });
        Ok(())
    }

    /// Publishes an idea under the next number, with its giver as author.
    pub(super) fn convey_idea(&mut self, side: Side, id: u64) -> Verdict {
        let (channel, idea) = convey(&self.asker, side, id)?;
        // A date may have passed since it was given.
        let terms_hash = self.check_terms(&idea.terms)?;
        let terms = idea.terms.clone();
        let number = self.joint.next_number();
        self.own(channel, Fact::IdeaConveyed { id, number });
        let until = self.default_validity();
        self.enter_terms(author_of(side), terms, terms_hash, until, None, None, true)
    }
}
