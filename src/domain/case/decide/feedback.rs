//! What the consumer says after the end, and the talk that "not solved" opens.

use super::ends::outcome_of_agreement;
use super::text::{optional, text};
use super::{Decision, Verdict};
use crate::case::asker::{Asker, Guard};
use crate::case::event::Fact;
use crate::case::refusal::Refusal;
use crate::case::state::{Owing, Procedure};
use crate::limit::FEEDBACK_CHARS_MAX;
use crate::phase::{Phase, WithAgreement};
use crate::seat::{Channel, Side};

pub(in crate::case) fn give_feedback(asker: &Asker<'_>) -> Guard<(Channel, u16)> {
    let channel = Channel::Sealed { side: Side::Consumer };
    let sealed = asker.talk(channel).ok_or_else(|| asker.not_writable(channel))?;
    let procedure = asker.procedure();
    if procedure.concluded.is_none() {
        return Err(Refusal::AgreementNotConcluded.into());
    }
    let end = rated_end(procedure);
    if sealed.feedback.is_some_and(|given| given.end >= end) {
        return Err(Refusal::FeedbackAlreadyGiven.into());
    }
    Ok((channel, end))
}

/// The end of the case that a score is about: the last one, or the one that it makes.
pub(in crate::case) fn rated_end(procedure: &Procedure) -> u16 {
    if procedure.phase().is_closed() { procedure.ends() } else { procedure.ends().saturating_add(1) }
}

impl Decision<'_> {
    /// The consumer's score. The comment reaches the company only with leave. "Not solved" opens a new talk about what
    /// the consumer names, with the agreement standing; "solved" ends such a talk.
    pub(super) fn give_feedback(
        &mut self,
        score: u8,
        solved: bool,
        comment: Option<&str>,
        share: bool,
        unsolved: Option<&str>,
    ) -> Verdict {
        let (sealed, end) = give_feedback(&self.asker)?;
        if !(1..=5).contains(&score) {
            return Err(Refusal::ScoreOutOfRange.at("/score"));
        }
        optional(comment, FEEDBACK_CHARS_MAX, "/comment")?;
        let talking = self.phase() == Phase::Negotiation;
        if talking && !solved {
            return Err(Refusal::WrongPhase.at("/solved"));
        }
        let unsolved = unsolved.filter(|_| !solved);
        if !solved {
            text(unsolved.unwrap_or_default(), FEEDBACK_CHARS_MAX, "/unsolved")?;
        }
        self.own(sealed, Fact::FeedbackGiven { score, solved, comment: comment.map(str::to_owned), end });
        if let (true, Some(comment)) = (share, comment) {
            text(comment, FEEDBACK_CHARS_MAX, "/comment")?;
            self.own(Channel::Joint, Fact::FeedbackShared { score, comment: comment.to_owned() });
        }
        if talking {
            let outcome = outcome_of_agreement(self.procedure).unwrap_or(WithAgreement::SettledUnconfirmed);
            self.close_with_agreement(outcome);
        }
        if let Some(words) = unsolved {
            self.open_talk(words);
        }
        Ok(())
    }

    /// What is not solved, in the consumer's words. Nothing that was confirmed is touched; what only counted as done
    /// by the consumer's silence is asked about first.
    fn open_talk(&mut self, words: &str) {
        let due = self.rules().calendar.deadline(self.now(), self.rules().signature_days);
        self.own(Channel::Procedure, Fact::CaseReopened { due });
        let presumed = |owing: &Owing| owing.what.debtor == Side::Company && owing.account().presumed > 0;
        let phase = if self.procedure.obligations.iter().any(presumed) { Phase::Settled } else { Phase::Negotiation };
        if phase == Phase::Negotiation {
            self.dismiss_mediator();
        }
        self.enter(phase);
        self.own(
            Channel::Joint,
            Fact::MessagePosted { text: words.to_owned(), reply_to: None, evidence: Vec::new(), kind: None },
        );
    }
}
