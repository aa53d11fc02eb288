//! How a case leaves the hands of those who talk.

use super::{Asker, Guard};
use crate::case::deadline::mediation_ends;
use crate::case::refusal::Refusal;
use crate::case::state::ProposalState;
use crate::limit::ENTRIES_MAX;
use crate::rules::DeadlineRule;
use crate::seat::{Channel, Side};

/// A case goes to a queue so many times and no more.
pub(in crate::case) fn enter_queue(asker: &Asker<'_>) -> Guard {
    if asker.procedure().entries.len() < ENTRIES_MAX { Ok(()) } else { Err(Refusal::TooManyItems.into()) }
}

/// The consumer, after enough refused proposals.
pub(in crate::case) fn escalate(asker: &Asker<'_>) -> Guard {
    let declined = asker
        .readable
        .joint()
        .map_or(0, |joint| joint.proposals.iter().filter(|proposal| proposal.state == ProposalState::Declined).count());
    let enough = declined >= asker.rules.refusals_before_escalation as usize;
    if enough { enter_queue(asker) } else { Err(Refusal::TooFewRefusals.into()) }
}

/// The rule under which mediation's time runs now: what may be prolonged.
pub(in crate::case) fn extend(asker: &Asker<'_>) -> Guard<(Side, DeadlineRule)> {
    let side = asker.side()?;
    let (rule, _, _) =
        mediation_ends(asker.procedure(), asker.rules).ok_or_else(|| Refusal::GroundNotAllowed.at("/rule"))?;
    Ok((side, rule))
}

pub(in crate::case) fn give_feedback(asker: &Asker<'_>) -> Guard<Channel> {
    let channel = Channel::Sealed { side: Side::Consumer };
    let sealed = asker.talk(channel).ok_or_else(|| asker.not_writable(channel))?;
    if sealed.feedback.is_some() { Err(Refusal::FeedbackAlreadyGiven.into()) } else { Ok(channel) }
}
