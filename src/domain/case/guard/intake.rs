//! From the complaint to the answer of the other side.

use super::{Asker, Guard};
use crate::case::refusal::Refusal;
use crate::case::state::{FiledCase, Invitation, InvitationState};

pub(in crate::case) fn admit<'a>(asker: &Asker<'a>) -> Guard<&'a FiledCase> {
    let filed = asker.procedure().filed.as_ref().ok_or(Refusal::NoCapacity)?;
    if asker.procedure().admitted { Err(Refusal::AlreadyAdmitted.into()) } else { Ok(filed) }
}

/// An invited party may also accept after refusing, until the time is over.
pub(in crate::case) fn accept_invitation<'a>(asker: &Asker<'a>) -> Guard<&'a Invitation> {
    let procedure = asker.procedure();
    let invitation = procedure.invitation.as_ref().ok_or(Refusal::InvitationNotOpen)?;
    let person = asker.person()?;
    let side = invitation.side;
    if asker.side()? != side || procedure.side_of(person) == Some(side.other()) {
        return Err(Refusal::OtherSide.into());
    }
    match invitation.state {
        InvitationState::Accepted => Err(Refusal::InvitationAlreadyAccepted.into()),
        InvitationState::Lapsed => Err(Refusal::InvitationNotOpen.into()),
        InvitationState::Open | InvitationState::Refused => Ok(invitation),
    }
}

pub(in crate::case) fn refuse_invitation<'a>(asker: &Asker<'a>) -> Guard<&'a Invitation> {
    let invitation = asker.procedure().invitation.as_ref().ok_or(Refusal::InvitationNotOpen)?;
    if invitation.state != InvitationState::Open {
        return Err(Refusal::InvitationNotOpen.into());
    }
    if asker.side()? == invitation.side { Ok(invitation) } else { Err(Refusal::OtherSide.into()) }
}
