//! How a case leaves a phase for good: fulfilled, withdrawn, refused, or without an agreement to the ombudsman.

use super::{Answer, Asked};
use crate::case::command::ImpasseGround;
use crate::case::due::mediation_ends;
use crate::case::event::{Fact, FinalTermGround};
use crate::case::refusal::Refusal;
use crate::phase::{Outcome, Phase};
use crate::seat::{Capacity, Channel, Seat, Side};

impl Asked<'_> {
    /// The phase first, then the outcome; both in the system's voice.
    pub(super) fn close(&mut self, outcome: Outcome) {
        self.clear_the_table();
        self.reopen_floor();
        self.enter(outcome.phase());
        self.follows(Channel::Procedure, Fact::CaseClosed { outcome });
    }

    pub(super) fn fulfil(&mut self) {
        self.follows(Channel::Procedure, Fact::FinalTermMade { ground: FinalTermGround::Agreement });
        self.close(Outcome::Fulfilled);
    }

    /// Mediation ends without an agreement: the final term is made and the operator's ombudsman gets the case.
    fn escalate(&mut self, ground: FinalTermGround) -> Answer {
        let filed = self.procedure.filed.as_ref().ok_or(Refusal::NoCapacity)?;
        let organisation = filed.operator;
        let entry = self.procedure.entries.last().map_or(0, |entry| entry.number).saturating_add(1);
        self.clear_the_table();
        self.reopen_floor();
        self.follows(Channel::Procedure, Fact::FinalTermMade { ground });
        self.follows(Channel::Procedure, Fact::EscalationOpened { entry, queue: Seat::Ombudsman, organisation });
        self.enter(Phase::EscalatedOmbudsman);
        Ok(())
    }

    /// One step and no reason: taking part is voluntary.
    pub(super) fn leave_mediation(&mut self) -> Answer {
        let side = self.side()?;
        self.own(Channel::Procedure, Fact::MediationLeft { side });
        self.escalate(match side {
            Side::Consumer => FinalTermGround::ConsumerLeft,
            Side::Company => FinalTermGround::CompanyLeft,
        })
    }

    /// The mediator's word, or the system's once the time for mediation is over.
    pub(super) fn declare_impasse(&mut self, ground: ImpasseGround) -> Answer {
        if self.capacity == Capacity::System {
            let over = mediation_ends(self.procedure, self.rules()).is_some_and(|end| self.now() >= end);
            if !over || ground != ImpasseGround::TimeOver {
                return Err(Refusal::DeadlineNotReached.into());
            }
        }
        self.own(Channel::Procedure, Fact::ImpasseDeclared { ground });
        self.escalate(FinalTermGround::MediatorDeclaration)
    }

    pub(super) fn withdraw_case(&mut self) -> Answer {
        self.own(Channel::Procedure, Fact::CaseWithdrawn {});
        self.follows(Channel::Procedure, Fact::FinalTermMade { ground: FinalTermGround::Withdrawn });
        self.close(Outcome::Withdrawn);
        Ok(())
    }
}
