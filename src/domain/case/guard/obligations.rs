//! What was promised is done, reported and confirmed.

use super::{Asker, Guard};
use crate::case::refusal::Refusal;
use crate::case::state::Owing;
use crate::obligation::ObligationState;
use crate::seat::Side;

fn owing<'a>(asker: &Asker<'a>, id: u16) -> Guard<(&'a Owing, Side)> {
    let owing = asker.procedure().obligations.iter().find(|owing| owing.what.id == id);
    Ok((owing.ok_or_else(|| Refusal::ObligationNotFound.at("/id"))?, asker.side()?))
}

pub(in crate::case) fn report_done(asker: &Asker<'_>, id: u16) -> Guard {
    let (owing, side) = owing(asker, id)?;
    if owing.what.debtor != side {
        return Err(Refusal::ObligationNotDebtor.into());
    }
    match owing.state {
        ObligationState::Due | ObligationState::Disputed => Ok(()),
        ObligationState::Reported => Err(Refusal::ObligationAlreadyReported.into()),
        ObligationState::Confirmed | ObligationState::Presumed => Err(Refusal::ObligationAlreadyConfirmed.into()),
    }
}

/// The creditor confirms or disputes what was reported.
pub(in crate::case) fn judge_report(asker: &Asker<'_>, id: u16) -> Guard {
    let (owing, side) = owing(asker, id)?;
    if owing.what.debtor == side {
        return Err(Refusal::ObligationNotCreditor.into());
    }
    match owing.state {
        ObligationState::Reported => Ok(()),
        ObligationState::Confirmed | ObligationState::Presumed => Err(Refusal::ObligationAlreadyConfirmed.into()),
        ObligationState::Due | ObligationState::Disputed => Err(Refusal::ObligationNotReported.into()),
    }
}
