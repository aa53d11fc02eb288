//! The fold. It never fails and never panics: it ignores what it does not know or has applied already.

mod entries;
mod procedure;
mod talk;

use crate::case::command::Stage;
use crate::case::event::{Author, Event};
use crate::case::state::{Case, Procedure};
use crate::phase::Phase;
use crate::seat::{Channel, Side};

/// Changes only the sub-state of the event's own channel; secrecy rests on this.
pub fn apply(case: &mut Case, event: &Event) {
    if event.channel == Channel::Procedure {
        procedure::procedure(&mut case.procedure, event);
    } else {
        talk::talk(case.talks.entry(event.channel).or_default(), event);
    }
}

/// The stage a person sees: a view over the phase and the mediator's own moves.
pub fn stage(state: &Procedure) -> Stage {
    match state.phase() {
        Phase::Intake => Stage::Opening,
        Phase::Negotiation | Phase::EscalatedOmbudsman | Phase::EscalatedLegal => Stage::Negotiating,
        Phase::Mediation => state.stage.unwrap_or(Stage::Opening),
        Phase::Agreed => Stage::Agreement,
        Phase::Settled
        | Phase::ClosedFulfilled
        | Phase::ClosedSettledUnconfirmed
        | Phase::ClosedReleased
        | Phase::ClosedEnforcedElsewhere => Stage::Signing,
        Phase::ClosedNoAgreement
        | Phase::ClosedRefused
        | Phase::ClosedWithdrawn
        | Phase::ClosedMisdirected
        | Phase::ClosedCalledBack
        | Phase::ClosedAbandoned
        | Phase::ClosedFinalAnswer
        | Phase::ClosedReferredToCourt => Stage::Negotiating,
    }
}

/// The author of a proposal, by the seat that made it.
pub const fn author_of(side: Side) -> Author {
    match side {
        Side::Consumer => Author::Consumer,
        Side::Company => Author::Company,
    }
}
