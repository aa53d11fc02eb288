//! Obligations: reported, confirmed, disputed, breached.

use super::text::text;
use super::{Decision, Verdict};
use crate::case::asker::{Asker, Guard};
use crate::case::command::EscalationGround;
use crate::case::event::{Fact, MediationEnd};
use crate::case::refusal::Refusal;
use crate::case::state::Owing;
use crate::id::EvidenceId;
use crate::limit::OBJECTION_CHARS_MAX;
use crate::obligation::ObligationState;
use crate::phase::{Phase, WithAgreement};
use crate::rules::DeadlineRule;
use crate::seat::{Channel, Side};

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

pub(in crate::case) fn any_to_report(asker: &Asker<'_>) -> bool {
    any_obligation(asker, |id| report_done(asker, id).is_ok())
}

pub(in crate::case) fn any_to_judge(asker: &Asker<'_>) -> bool {
    any_obligation(asker, |id| judge_report(asker, id).is_ok())
}

fn any_obligation(asker: &Asker<'_>, passes: impl Fn(u16) -> bool) -> bool {
    asker.procedure().obligations.iter().any(|owing| passes(owing.what.id))
}

impl Decision<'_> {
    pub(super) fn report_done(&mut self, id: u16, evidence: &[EvidenceId]) -> Verdict {
        report_done(&self.asker, id)?;
        self.attached(self.joint, evidence)?;
        self.own(Channel::Procedure, Fact::ObligationReported { id });
        if !evidence.is_empty() {
            self.own(Channel::Joint, Fact::ObligationEvidenced { id, evidence: evidence.to_vec() });
        }
        Ok(())
    }

    /// The last confirmation closes the case as fulfilled.
    pub(super) fn confirm_done(&mut self, id: u16) -> Verdict {
        judge_report(&self.asker, id)?;
        self.own(Channel::Procedure, Fact::ObligationConfirmed { id });
        self.fulfil_if_done(id, false);
        Ok(())
    }

    /// Closes the case with the last obligation; `id` is the one that is done with this command.
    pub(super) fn fulfil_if_done(&mut self, id: u16, presumed: bool) {
        let others = || self.procedure.obligations.iter().filter(|owing| owing.what.id != id);
        if others().all(|owing| owing.state.is_done()) {
            let any_presumed = presumed || others().any(|owing| owing.state == ObligationState::Presumed);
            self.close_with_agreement(if any_presumed {
                WithAgreement::SettledUnconfirmed
            } else {
                WithAgreement::Fulfilled
            });
        }
    }

    pub(super) fn dispute_done(&mut self, id: u16, words: &str) -> Verdict {
        judge_report(&self.asker, id)?;
        text(words, OBJECTION_CHARS_MAX, "/text")?;
        self.own(Channel::Procedure, Fact::ObligationDisputed { id });
        self.own(Channel::Joint, Fact::ObligationObjected { id, text: words.to_owned() });
        Ok(())
    }

    pub(super) fn mark_overdue(&mut self, id: u16) -> Verdict {
        self.is_over(DeadlineRule::Obligation, Channel::Procedure, Some(u32::from(id)))?;
        self.follows(Channel::Procedure, Fact::ObligationOverdue { id });
        Ok(())
    }

    /// The enforcement packet goes to the creditor at once, and the case to legal.
    pub(super) fn mark_breached(&mut self, id: u16) -> Verdict {
        self.is_over(DeadlineRule::Breach, Channel::Procedure, Some(u32::from(id)))?;
        self.follows(Channel::Procedure, Fact::ObligationBreached { id });
        if self.phase() == Phase::Settled {
            self.escalate(EscalationGround::Breach, MediationEnd::ProcedureOver)?;
        }
        Ok(())
    }

    pub(super) fn presume_done(&mut self, id: u16) -> Verdict {
        self.is_over(DeadlineRule::Confirmation, Channel::Procedure, Some(u32::from(id)))?;
        self.follows(Channel::Procedure, Fact::ObligationPresumed { id });
        self.fulfil_if_done(id, true);
        Ok(())
    }
}
