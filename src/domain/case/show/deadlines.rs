//! Every date that runs now, with the rule that set it.

use crate::case::audience::Readable;
use crate::case::due::mediation_ends;
use crate::case::turn::turn;
use crate::moment::Moment;
use crate::obligation::ObligationState;
use crate::phase::Phase;
use crate::rules::Rules;
use crate::seat::{Seat, Side};
use crate::view::{DeadlineRule, DeadlineView, InvitationState, TurnFor, TurnOf};

const fn owner(side: Side) -> TurnOf {
    match side {
        Side::Consumer => TurnOf::Consumer,
        Side::Company => TurnOf::Company,
    }
}

pub(super) fn deadlines(of: &Readable<'_>, rules: &Rules, now: Moment) -> Vec<DeadlineView> {
    let procedure = of.procedure();
    let mut all = Vec::new();
    let mut add = |rule, started, due, owner, number| {
        all.push(DeadlineView { rule, due, started, owner, number });
    };
    let phase = procedure.phase();
    if let Some(invitation) = &procedure.invitation
        && phase == Phase::Intake
        && matches!(invitation.state, InvitationState::Open | InvitationState::Refused)
    {
        let owner = owner(invitation.side);
        add(DeadlineRule::Invitation, invitation.since, invitation.until, owner, None);
    }
    if let Some(assigned) = &procedure.mediation.assigned
        && matches!(phase, Phase::Negotiation | Phase::Mediation)
        && !procedure.holds(Seat::Mediator)
    {
        add(DeadlineRule::MediatorAccepts, assigned.at, assigned.until, TurnOf::Mediator, None);
    }
    if let (Some(end), Some(began)) = (mediation_ends(procedure, rules), procedure.mediation.began_at) {
        add(DeadlineRule::Mediation, began, end, TurnOf::Mediator, None);
    }
    if let Some(joint) = of.joint() {
        for proposal in joint.proposals.iter().filter(|proposal| proposal.stands(now)) {
            let owner = proposal.author.side().map_or(TurnOf::Both, |side| owner(side.other()));
            let number = Some(proposal.number);
            add(DeadlineRule::ProposalValidity, proposal.made_at, proposal.valid_until, owner, number);
        }
        if phase == Phase::Agreed
            && let Some(deal) = &joint.deal
            && let Some(draft) = &deal.draft
        {
            add(DeadlineRule::Signatures, draft.at, draft.sign_until, TurnOf::Several, None);
            if let Some(until) = deal.reflection_until
                && !procedure.reflection_waived
                && now < until
            {
                add(DeadlineRule::Reflection, draft.at, until, TurnOf::Consumer, None);
            }
        }
    }
    let turn = turn(of, rules, now);
    if let (TurnFor::Reply, Some(due)) = (turn.what, turn.until) {
        let since = of.joint().and_then(|joint| joint.last_word).map_or(now, |word| word.from_at);
        add(DeadlineRule::RoomReply, since, due, turn.who, None);
    }
    for owing in &procedure.obligations {
        if matches!(owing.state, ObligationState::Due | ObligationState::Disputed) {
            let started = procedure.concluded.as_ref().map_or(now, |concluded| concluded.at);
            let number = Some(u32::from(owing.what.id));
            add(DeadlineRule::Obligation, started, owing.what.due, owner(owing.what.debtor), number);
        }
    }
    all.sort_by_key(|deadline| deadline.due);
    all
}
