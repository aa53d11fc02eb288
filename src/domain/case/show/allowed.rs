//! Which commands this viewer could try now with some hope: policy, and as much of the state as they may read.

use super::{awaits, caucuses, tables, writable};
use crate::case::audience::Readable;
use crate::case::command::CommandKind;
use crate::case::deadline::mediation_ends;
use crate::case::event::Author;
use crate::case::floor::{ground_rules_accepted, may_file, mediator_presides};
use crate::case::policy::policy;
use crate::case::state::{Deal, Summary, Talk};
use crate::moment::Moment;
use crate::obligation::ObligationState;
use crate::phase::Phase;
use crate::rules::Rules;
use crate::seat::{Capacity, Channel, Seat, Side};
use crate::view::{EntryState, InvitationState, ProposalState};

pub(super) fn allowed(of: &Readable<'_>, rules: &Rules, now: Moment) -> Vec<String> {
    let phase = of.procedure().phase();
    CommandKind::ALL
        .iter()
        .copied()
        .filter(|command| policy(*command, of.capacity()).has(phase))
        .filter(|command| state_allows(*command, of, rules, now))
        .map(|command| command.name().to_owned())
        .collect()
}

/// The review of the open entry, where it is readable.
fn review<'a>(of: &Readable<'a>) -> Option<&'a Talk> {
    of.talk(Channel::Review { entry: of.procedure().open_entry()?.number })
}

fn state_allows(command: CommandKind, of: &Readable<'_>, rules: &Rules, now: Moment) -> bool {
    let procedure = of.procedure();
    let entry = procedure.open_entry();
    let mediation = &procedure.mediation;
    if of.capacity() == Capacity::Mediator
        && !mediator_presides(procedure)
        && matches!(command, CommandKind::MessageHide | CommandKind::FloorPause | CommandKind::FloorOpen)
    {
        return false;
    }
    let invitation = procedure.invitation.as_ref().map(|invitation| invitation.state);
    match command {
        CommandKind::CaseAdmit => !procedure.admitted,
        CommandKind::InvitationAccept => {
            of.capacity() == Capacity::Invited
                && of.side() == procedure.invitation.as_ref().map(|invitation| invitation.side)
                && matches!(invitation, Some(InvitationState::Open | InvitationState::Refused))
        }
        CommandKind::InvitationRefuse => {
            invitation == Some(InvitationState::Open)
                && of.side() == procedure.invitation.as_ref().map(|invitation| invitation.side)
        }
        CommandKind::SeatJoin => {
            of.capacity() != Capacity::Company && of.side() == Some(Side::Company) && procedure.rules_accepted.company
        }
        CommandKind::MediatorRequest => mediation.requested_at.is_none(),
        CommandKind::MediatorAssign => {
            !procedure.holds(Seat::Mediator)
                && (mediation.requested_at.is_some() || procedure.phase() == Phase::Mediation)
                && mediation.assigned.as_ref().is_none_or(|assigned| now >= assigned.until)
        }
        CommandKind::GroundRulesAccept => of.side().is_some_and(|side| mediation.ground_rules.get(side).is_none()),
        CommandKind::MessagePost => !writable(of).is_empty(),
        CommandKind::EvidenceAdd => {
            !writable(of).is_empty()
                || review(of).is_some_and(|review| may_file(procedure, review, of.capacity()).is_ok())
        }
        CommandKind::PartyIdentify => deal(of).is_none_or(|deal| deal.draft.is_none()),
        CommandKind::ObligationReportDone => owed(of, true, ObligationState::is_open),
        CommandKind::ObligationConfirm | CommandKind::ObligationDispute => {
            owed(of, false, |state| state == ObligationState::Reported)
        }
        CommandKind::ConsentGive | CommandKind::ConsentWithdraw => true,
        CommandKind::CaseEscalate => of.joint().is_some_and(|joint| {
            let refused = joint.proposals.iter().filter(|of| of.state == ProposalState::Declined).count();
            refused >= rules.refusals_before_escalation as usize
        }),
        CommandKind::FeedbackGive => {
            of.talk(Channel::Sealed { side: Side::Consumer }).is_some_and(|sealed| sealed.feedback.is_none())
        }
        CommandKind::DeadlineExtend => mediation_ends(procedure, rules).is_some(),
        CommandKind::EscalationClaim => {
            of.capacity() == Capacity::QueueOfficer && entry.is_some_and(|entry| entry.officer.is_none())
        }
        CommandKind::EscalationPrioritise => entry.is_some(),
        CommandKind::EscalationRelease => of.capacity() != Capacity::QueueOfficer && entry.is_some(),
        CommandKind::EscalationHandOver
        | CommandKind::EscalationNote
        | CommandKind::EscalationForward
        | CommandKind::EscalationClose => entry.is_some(),
        CommandKind::EscalationAsk => review(of).is_some_and(|review| review.handed_over && review.question.is_none()),
        CommandKind::EscalationRecommend => {
            procedure.concluded.is_none() && review(of).is_some_and(|review| review.handed_over)
        }
        CommandKind::EscalationAnswer => review(of)
            .and_then(|review| review.question.as_ref())
            .is_some_and(|question| Some(question.side) == of.side()),
        CommandKind::EscalationReleaseItem => review(of).is_some_and(|review| review.handed_over),
        CommandKind::EscalationRemit => entry.is_some_and(|entry| {
            let again = procedure.entries.iter().any(|of| of.queue == entry.queue && of.state == EntryState::Remitted);
            !again
                && procedure.concluded.is_none()
                && procedure.rules_accepted.company
                && procedure.rules_accepted.consumer
        }),
        CommandKind::AgreementWord
        | CommandKind::AgreementWaiveReflection
        | CommandKind::AgreementSign
        | CommandKind::AgreementRefuse => agreement_allows(command, of, now),
        _ => talk_allows(command, of, now),
    }
}

fn talk_allows(command: CommandKind, of: &Readable<'_>, now: Moment) -> bool {
    let may_speak = of.side().is_none_or(|side| ground_rules_accepted(of.procedure(), side).is_ok());
    let paused = of.joint().is_some_and(|joint| joint.paused);
    let floor = may_speak && (!paused || of.side().is_none());
    let nth = of.procedure().mediation.nth;
    let mut present =
        caucuses(of).filter(|(channel, _)| matches!(channel, Channel::Caucus { nth: of, .. } if *of == nth));
    match command {
        CommandKind::SummaryConfirm | CommandKind::SummaryCorrect => {
            may_speak && present.any(|(_, talk)| talk.summary.as_ref().is_some_and(Summary::waits))
        }
        CommandKind::DisclosureAnswer => {
            may_speak && present.any(|(_, talk)| talk.disclosures.iter().any(|asked| asked.allowed.is_none()))
        }
        CommandKind::DisclosureUse => {
            present.any(|(_, talk)| talk.disclosures.iter().any(|asked| asked.allowed == Some(true) && !asked.used))
        }
        CommandKind::FloorPause => !paused,
        CommandKind::FloorOpen => paused,
        CommandKind::ProposalMake => {
            let officer = matches!(of.capacity(), Capacity::Ombudsman | Capacity::Legal);
            let for_company = of.procedure().rules_accepted.company && of.procedure().awaited.is_none();
            floor && of.joint().is_some() && of.procedure().concluded.is_none() && (!officer || for_company)
        }
        CommandKind::ProposalAccept | CommandKind::ProposalDecline => {
            let waits = |(channel, talk): (Channel, &Talk)| {
                talk.proposals.iter().any(|proposal| awaits(of, channel, proposal, now))
            };
            floor && tables(of).any(waits)
        }
        CommandKind::ProposalWithdraw => tables(of).any(|(_, talk)| {
            talk.proposals.iter().any(|proposal| {
                let own = match of.seat() {
                    Some(Seat::Consumer) => proposal.author == Author::Consumer,
                    Some(Seat::Company) => proposal.author == Author::Company,
                    Some(Seat::Mediator) => proposal.author == Author::Mediator,
                    // In the room a company's officer offers as the company.
                    Some(Seat::Ombudsman | Seat::Legal) => {
                        matches!(proposal.author, Author::Officer | Author::Company)
                    }
                    None => false,
                };
                own && proposal.stands(now)
            })
        }),
        CommandKind::IdeaGive => may_speak && of.procedure().holds(Seat::Mediator),
        CommandKind::IdeaAllowConveying => {
            may_speak && present.any(|(_, talk)| talk.ideas.iter().any(|idea| !idea.allowed && idea.conveyed.is_none()))
        }
        CommandKind::IdeaConvey => {
            present.any(|(_, talk)| talk.ideas.iter().any(|idea| idea.allowed && idea.conveyed.is_none()))
        }
        _ => true,
    }
}

fn deal<'a>(of: &Readable<'a>) -> Option<&'a Deal> {
    of.joint()?.deal.as_ref()
}

fn agreement_allows(command: CommandKind, of: &Readable<'_>, now: Moment) -> bool {
    let procedure = of.procedure();
    let (Some(deal), Some(seat)) = (deal(of), of.seat()) else { return false };
    if !procedure.is_signer(seat) {
        return false;
    }
    let signed = deal.signatures.iter().any(|signature| signature.seat == seat);
    let reflecting = !procedure.reflection_waived && deal.reflection_until.is_some_and(|until| now < until);
    match command {
        CommandKind::AgreementWord => seat == Seat::Mediator || !procedure.is_signer(Seat::Mediator),
        CommandKind::AgreementWaiveReflection => deal.draft.is_some() && reflecting,
        CommandKind::AgreementSign => {
            !signed
                && deal.draft.as_ref().is_some_and(|draft| now < draft.sign_until)
                && !(seat == Seat::Consumer && reflecting)
        }
        _ => !signed,
    }
}

fn owed(of: &Readable<'_>, by_me: bool, wanted: impl Fn(ObligationState) -> bool) -> bool {
    let Some(side) = of.side() else { return false };
    of.procedure().obligations.iter().any(|owing| (owing.what.debtor == side) == by_me && wanted(owing.state))
}
