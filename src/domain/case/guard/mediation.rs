//! The mediator comes, leads, and talks with each side alone.

use super::talk::{ground_rules_accepted, mediator_presides};
use super::{Asker, Guard};
use crate::case::apply::stage;
use crate::case::command::Stage;
use crate::case::refusal::Refusal;
use crate::case::state::{Assignment, Disclosure, FiledCase, Summary, Talk};
use crate::limit::PROPOSALS_MAX;
use crate::phase::Phase;
use crate::seat::{Channel, Seat, Side};

pub(in crate::case) fn request(asker: &Asker<'_>) -> Guard<Side> {
    let side = asker.side()?;
    let requested = asker.procedure().mediation.requested_at.is_some();
    if requested { Err(Refusal::MediatorAlreadyRequested.into()) } else { Ok(side) }
}

pub(in crate::case) fn assign<'a>(asker: &Asker<'a>) -> Guard<&'a FiledCase> {
    let procedure = asker.procedure();
    let filed = procedure.filed.as_ref().ok_or(Refusal::NoCapacity)?;
    if procedure.holds(Seat::Mediator) {
        return Err(Refusal::SeatTaken.into());
    }
    // In mediation a mediator left or was declined by time: nobody has to ask again.
    if procedure.mediation.requested_at.is_none() && procedure.phase() != Phase::Mediation {
        return Err(Refusal::MediatorNotRequested.into());
    }
    if procedure.mediation.assigned.as_ref().is_some_and(|assigned| asker.now < assigned.until) {
        return Err(Refusal::MediatorAlreadyAssigned.into());
    }
    Ok(filed)
}

/// What the one assigned accepts or declines.
pub(in crate::case) fn assignment<'a>(asker: &Asker<'a>) -> Guard<&'a Assignment> {
    Ok(asker.procedure().mediation.assigned.as_ref().ok_or(Refusal::MediatorNotAssigned)?)
}

pub(in crate::case) fn accept_ground_rules(asker: &Asker<'_>) -> Guard<Side> {
    let side = asker.side()?;
    let accepted = asker.procedure().mediation.ground_rules.get(side).is_some();
    if accepted { Err(Refusal::GroundRulesAlreadyAccepted.into()) } else { Ok(side) }
}

/// The first three stages are the mediator's to move; agreement and signing follow from what happens.
pub(in crate::case) fn move_stage(asker: &Asker<'_>, to: Stage) -> Guard {
    let movable = match to {
        Stage::Opening | Stage::Facts | Stage::Negotiating => stage(asker.procedure()) != to,
        Stage::Agreement | Stage::Signing => false,
    };
    if movable { Ok(()) } else { Err(Refusal::StageNotMovable.at("/stage")) }
}

/// The caucus of the side that answers there.
pub(in crate::case) fn own_caucus<'a>(asker: &Asker<'a>) -> Guard<(Channel, &'a Talk)> {
    let side = asker.side()?;
    if !asker.procedure().holds(Seat::Mediator) {
        return Err(Refusal::NoMediator.into());
    }
    ground_rules_accepted(asker.procedure(), side)?;
    asker.caucus_talk(side)
}

pub(in crate::case) fn waiting_summary(asker: &Asker<'_>) -> Guard<Channel> {
    let (channel, talk) = own_caucus(asker)?;
    let waits = talk.summary.as_ref().is_some_and(Summary::waits);
    if waits { Ok(channel) } else { Err(Refusal::NoSummary.into()) }
}

pub(in crate::case) fn ask_disclosure(asker: &Asker<'_>, side: Side) -> Guard<Channel> {
    let (channel, talk) = asker.caucus_talk(side)?;
    if talk.disclosures.len() < PROPOSALS_MAX { Ok(channel) } else { Err(Refusal::TooManyItems.into()) }
}

fn disclosure(talk: &Talk, id: u64) -> Guard<&Disclosure> {
    talk.disclosures.iter().find(|asked| asked.id == id).ok_or_else(|| Refusal::DisclosureNotFound.at("/id"))
}

pub(in crate::case) fn answer_disclosure(asker: &Asker<'_>, id: u64) -> Guard<Channel> {
    let (channel, talk) = own_caucus(asker)?;
    let answered = disclosure(talk, id)?.allowed.is_some();
    if answered { Err(Refusal::DisclosureAlreadyAnswered.into()) } else { Ok(channel) }
}

pub(in crate::case) fn use_disclosure<'a>(asker: &Asker<'a>, side: Side, id: u64) -> Guard<(Channel, &'a Disclosure)> {
    let (channel, talk) = asker.caucus_talk(side)?;
    let asked = disclosure(talk, id)?;
    if asked.allowed != Some(true) {
        return Err(Refusal::DisclosureNotAllowed.into());
    }
    if asked.used { Err(Refusal::DisclosureAlreadyUsed.into()) } else { Ok((channel, asked)) }
}

/// Where the agreement was found after the final term, nobody leads any more.
pub(in crate::case) fn presides(asker: &Asker<'_>) -> Guard {
    if mediator_presides(asker.procedure()) { Ok(()) } else { Err(Refusal::WrongPhase.into()) }
}

fn paused(asker: &Asker<'_>) -> bool {
    asker.readable.joint().is_some_and(|joint| joint.paused)
}

pub(in crate::case) fn pause_floor(asker: &Asker<'_>) -> Guard {
    presides(asker)?;
    if paused(asker) { Err(Refusal::FloorAlreadyPaused.into()) } else { Ok(()) }
}

pub(in crate::case) fn open_floor(asker: &Asker<'_>) -> Guard {
    presides(asker)?;
    if paused(asker) { Ok(()) } else { Err(Refusal::FloorAlreadyOpen.into()) }
}
