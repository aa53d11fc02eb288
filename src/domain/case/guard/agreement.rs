//! From the accepted terms to the last signature (Lei 13.140, art. 20).

use super::{Asker, Guard};
use crate::case::refusal::Refusal;
use crate::case::state::{Deal, Draft};
use crate::limit::PROPOSALS_MAX;
use crate::seat::Seat;

pub(in crate::case) fn deal<'a>(asker: &Asker<'a>) -> Guard<&'a Deal> {
    let deal = asker.readable.joint().and_then(|joint| joint.deal.as_ref());
    Ok(deal.ok_or(Refusal::NoAcceptedProposal)?)
}

/// The draft that is to be signed now.
fn draft_now<'a>(asker: &Asker<'a>) -> Guard<(&'a Deal, &'a Draft)> {
    let deal = deal(asker).map_err(|_| Refusal::NoDraft)?;
    Ok((deal, deal.draft.as_ref().ok_or(Refusal::NoDraft)?))
}

fn signer(asker: &Asker<'_>) -> Guard<Seat> {
    let seat = asker.seat()?;
    if asker.procedure().is_signer(seat) { Ok(seat) } else { Err(Refusal::NotYours.into()) }
}

fn unsigned(deal: &Deal, seat: Seat) -> Guard {
    let signed = deal.signatures.iter().any(|signature| signature.seat == seat);
    if signed { Err(Refusal::AlreadySigned.into()) } else { Ok(()) }
}

/// Where a mediator sits, the wording is the mediator's to write.
pub(in crate::case) fn word<'a>(asker: &Asker<'a>) -> Guard<&'a Deal> {
    let deal = deal(asker)?;
    let seat = signer(asker)?;
    if seat != Seat::Mediator && asker.procedure().is_signer(Seat::Mediator) {
        return Err(Refusal::NotYours.into());
    }
    let versions = asker.readable.joint().map_or(0, |joint| joint.versions);
    if versions as usize >= PROPOSALS_MAX { Err(Refusal::TooManyItems.into()) } else { Ok(deal) }
}

pub(in crate::case) fn waive_reflection(asker: &Asker<'_>) -> Guard {
    let (deal, _) = draft_now(asker)?;
    if asker.procedure().reflection_waived {
        return Err(Refusal::ReflectionAlreadyWaived.into());
    }
    if deal.reflection_until.is_some_and(|until| asker.now >= until) {
        return Err(Refusal::ReflectionOver.into());
    }
    Ok(())
}

pub(in crate::case) fn sign<'a>(asker: &Asker<'a>) -> Guard<(&'a Deal, &'a Draft, Seat)> {
    let (deal, draft) = draft_now(asker)?;
    let seat = signer(asker)?;
    unsigned(deal, seat)?;
    if asker.now >= draft.sign_until {
        return Err(Refusal::SignaturePeriodOver.into());
    }
    let reflecting =
        !asker.procedure().reflection_waived && deal.reflection_until.is_some_and(|until| asker.now < until);
    if seat == Seat::Consumer && reflecting {
        return Err(Refusal::ReflectionRunning.into());
    }
    Ok((deal, draft, seat))
}

pub(in crate::case) fn refuse(asker: &Asker<'_>) -> Guard<Seat> {
    let deal = deal(asker)?;
    let seat = signer(asker)?;
    unsigned(deal, seat)?;
    Ok(seat)
}
