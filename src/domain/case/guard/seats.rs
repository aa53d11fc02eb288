//! Who sits where, what a side consents to, and who it is before the law.

use super::{Asker, Guard};
use crate::case::command::ConsentScope;
use crate::case::refusal::Refusal;
use crate::seat::{Capacity, Seat, Side};

/// Another member of the company sits down beside those who speak for it.
pub(in crate::case) fn join(asker: &Asker<'_>) -> Guard {
    let procedure = asker.procedure();
    if asker.capacity() == Capacity::Company {
        return Err(Refusal::AlreadySeated.into());
    }
    if asker.side()? != Side::Company || procedure.side_of(asker.person()?) == Some(Side::Consumer) {
        return Err(Refusal::OtherSide.into());
    }
    // The first one in accepts the invitation, and with it the rules.
    if procedure.rules_accepted.company { Ok(()) } else { Err(Refusal::SeatNotHeld.into()) }
}

/// Nobody is removed from a seat that nobody holds.
pub(in crate::case) fn remove_participant(asker: &Asker<'_>) -> Guard {
    let anybody = asker.procedure().holds(Seat::Company);
    if anybody { Ok(()) } else { Err(Refusal::PersonNotEligible.at("/user")) }
}

pub(in crate::case) fn give_consent(asker: &Asker<'_>, scope: ConsentScope) -> Guard<Side> {
    let side = asker.side()?;
    if asker.procedure().consents(side, scope) { Err(Refusal::ConsentAlreadyGiven.into()) } else { Ok(side) }
}

pub(in crate::case) fn withdraw_consent(asker: &Asker<'_>, scope: ConsentScope) -> Guard<Side> {
    let side = asker.side()?;
    if asker.procedure().consents(side, scope) { Ok(side) } else { Err(Refusal::ConsentNotGiven.into()) }
}

/// The draft names the parties; who is wrong in it refuses to sign.
pub(in crate::case) fn identify(asker: &Asker<'_>) -> Guard<Side> {
    let side = asker.side()?;
    let deal = asker.readable.joint().and_then(|joint| joint.deal.as_ref());
    if deal.is_some_and(|deal| deal.draft.is_some()) { Err(Refusal::DraftExists.into()) } else { Ok(side) }
}
