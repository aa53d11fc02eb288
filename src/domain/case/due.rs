//! What a clock makes possible next. The effect of every deadline is a normal command by the system.

use crate::case::command::{Command, ImpasseGround};
use crate::case::state::{Case, Procedure};
use crate::moment::Moment;
use crate::phase::Phase;
use crate::rules::Rules;
use crate::seat::Channel;
use crate::view::InvitationState;

/// When mediation's time is over: counted from both sides' acceptance of the mediator's terms.
pub fn mediation_ends(procedure: &Procedure, rules: &Rules) -> Option<Moment> {
    procedure
        .mediation
        .began_at
        .filter(|_| procedure.phase() == Phase::Mediation)
        .map(|began| rules.calendar.deadline(began, rules.mediation_days))
}

/// The next command that time alone will allow to the system, and from when it is allowed.
pub fn next_due(case: &Case, rules: &Rules) -> Option<(Moment, Command)> {
    let procedure = &case.procedure;
    let mut next: Option<(Moment, Command)> = None;
    let mut offer = |at: Moment, command: Command| {
        if next.as_ref().is_none_or(|(earliest, _)| at < *earliest) {
            next = Some((at, command));
        }
    };
    match procedure.phase() {
        Phase::Intake => {
            if let Some(invitation) = &procedure.invitation
                && matches!(invitation.state, InvitationState::Open | InvitationState::Refused)
            {
                offer(invitation.until, Command::InvitationLapse {});
            }
        }
        Phase::Negotiation | Phase::Mediation | Phase::EscalatedOmbudsman | Phase::EscalatedLegal => {
            for proposal in case.joint().open_proposals() {
                let number = proposal.number;
                offer(proposal.valid_until, Command::ProposalExpire { channel: Channel::Joint, number });
            }
            if let Some(assigned) = &procedure.mediation.assigned {
                offer(assigned.until, Command::MediatorDecline {});
            }
            if let Some(end) = mediation_ends(procedure, rules) {
                offer(end, Command::ImpasseDeclare { ground: ImpasseGround::TimeOver });
            }
        }
        Phase::Agreed => {
            let draft = case.joint().deal.as_ref().and_then(|deal| deal.draft.as_ref());
            if let Some(draft) = draft {
                offer(draft.sign_until, Command::AgreementLapse {});
            }
        }
        _ => {}
    }
    next
}
