//! Offers and answers. A number is given as the terms enter the channel; acceptance names it and the hash.

use super::text::optional;
use super::{Decision, Verdict};
use crate::case::apply::author_of;
use crate::case::command::DeclineGround;
use crate::case::event::{Author, Fact};
use crate::case::guard;
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{Proposal, ProposalState};
use crate::limit::{NOTE_CHARS_MAX, PROPOSALS_MAX, WORDS_CHARS_MAX};
use crate::moment::{DAY_MILLIS, Moment};
use crate::phase::Phase;
use crate::seat::{Channel, Side};
use crate::terms::Terms;

impl Decision<'_> {
    fn default_validity(&self) -> Moment {
        let rules = self.rules();
        rules.calendar.deadline(self.now(), rules.proposal_days)
    }

    pub(super) fn validity(&self, asked: Option<Moment>) -> Result<Moment, Refused> {
        let Some(until) = asked else { return Ok(self.default_validity()) };
        if until <= self.now() {
            return Err(Refusal::ValidityInThePast.at("/valid_until"));
        }
        let longest = i64::from(self.rules().proposal_days_max) * DAY_MILLIS;
        if until > self.now().plus_millis(longest) {
            return Err(Refusal::ValidityTooLong.at("/valid_until"));
        }
        Ok(until)
    }

    pub(super) fn make_proposal(
        &mut self,
        channel: Channel,
        terms: &Terms,
        note: Option<&str>,
        valid_until: Option<Moment>,
        answers: Option<u32>,
    ) -> Verdict {
        let author = guard::proposals::make(&self.asker, channel)?;
        let terms_hash = self.check_terms(terms)?;
        optional(note, NOTE_CHARS_MAX, "/note")?;
        let valid_until = self.validity(valid_until)?;
        if let Some(number) = answers {
            let parent = self.joint.proposal(number);
            let parent = parent.ok_or_else(|| Refusal::AnswersUnknownProposal.at("/answers"))?;
            guard::proposals::open(parent, self.now()).map_err(|refused| refused.code.at("/answers"))?;
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
        guard::proposals::withdraw(&self.asker, channel, number)?;
        self.own(channel, Fact::ProposalWithdrawn { number });
        Ok(())
    }

    /// Nobody accepts a text other than the one they read: the hash says which.
    pub(super) fn accept_proposal(&mut self, channel: Channel, number: u32, terms_hash: &str) -> Verdict {
        let (proposal, side) = guard::proposals::answer(&self.asker, channel, number)?;
        if proposal.terms_hash != terms_hash {
            return Err(Refusal::TermsHashMismatch.at("/terms_hash"));
        }
        if proposal.author.side().is_none() {
            return self.answer_in_secret(channel, proposal, side, true);
        }
        self.own(channel, Fact::ProposalAccepted { number, terms_hash: terms_hash.to_owned(), side });
        self.expire_recommendations();
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
        let (proposal, side) = guard::proposals::answer(&self.asker, channel, number)?;
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
                self.enter(Phase::Agreed);
            }
        }
        Ok(())
    }

    pub(super) fn expire_proposal(&mut self, channel: Channel, number: u32) -> Verdict {
        if guard::proposals::tables(&self.asker).all(|table| table != channel) {
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
        let channel = guard::proposals::give_idea(&self.asker)?;
        let terms_hash = self.check_terms(terms)?;
        self.own(channel, Fact::IdeaGiven { terms: terms.clone(), terms_hash });
        Ok(())
    }

    pub(super) fn allow_conveying(&mut self, id: u64) -> Verdict {
        let channel = guard::proposals::allow_conveying(&self.asker, id)?;
        self.own(channel, Fact::IdeaConveyingAllowed { id });
        Ok(())
    }

    /// Publishes an idea under the next number, with its giver as author.
    pub(super) fn convey_idea(&mut self, side: Side, id: u64) -> Verdict {
        let (channel, idea) = guard::proposals::convey(&self.asker, side, id)?;
        // A date may have passed since it was given.
        let terms_hash = self.check_terms(&idea.terms)?;
        let terms = idea.terms.clone();
        let number = self.joint.next_number();
        self.own(channel, Fact::IdeaConveyed { id, number });
        let until = self.default_validity();
        self.enter_terms(author_of(side), terms, terms_hash, until, None, None, true)
    }
}
