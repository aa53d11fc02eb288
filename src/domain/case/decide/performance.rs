//! Obligations: reported, confirmed, disputed, breached.

use super::text::text;
use super::{Decision, Verdict};
use crate::case::command::EscalationGround;
use crate::case::event::{Fact, FinalTermGround};
use crate::case::guard;
use crate::id::EvidenceId;
use crate::limit::OBJECTION_CHARS_MAX;
use crate::obligation::ObligationState;
use crate::phase::Phase;
use crate::rules::DeadlineRule;
use crate::seat::Channel;

impl Decision<'_> {
    pub(super) fn report_done(&mut self, id: u16, evidence: &[EvidenceId]) -> Verdict {
        guard::obligations::report_done(&self.asker, id)?;
        self.attached(self.joint, evidence)?;
        self.own(Channel::Procedure, Fact::ObligationReported { id });
        if !evidence.is_empty() {
            self.own(Channel::Joint, Fact::ObligationEvidenced { id, evidence: evidence.to_vec() });
        }
        Ok(())
    }

    /// The last confirmation closes the case as fulfilled.
    pub(super) fn confirm_done(&mut self, id: u16) -> Verdict {
        guard::obligations::judge_report(&self.asker, id)?;
        self.own(Channel::Procedure, Fact::ObligationConfirmed { id });
        self.fulfil_if_done(id, false);
        Ok(())
    }

    /// Closes the case with the last obligation; `id` is the one that is done with this command.
    pub(super) fn fulfil_if_done(&mut self, id: u16, presumed: bool) {
        let others = || self.procedure.obligations.iter().filter(|owing| owing.what.id != id);
        if others().all(|owing| owing.state.is_done()) {
            let any_presumed = presumed || others().any(|owing| owing.state == ObligationState::Presumed);
            self.fulfil(any_presumed);
        }
    }

    pub(super) fn dispute_done(&mut self, id: u16, words: &str) -> Verdict {
        guard::obligations::judge_report(&self.asker, id)?;
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
            self.escalate(EscalationGround::Breach, FinalTermGround::Agreement)?;
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
