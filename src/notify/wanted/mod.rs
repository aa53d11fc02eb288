//! Is a mail still worth sending? A recipient who has already acted, or read it, gets none.

use crate::notify::dates;
use crate::notify::wording::side_of;
use acordo_domain::case::owed::{Notice, NoticeKind};
use acordo_domain::case::state::{Case, InvitationState, Owing, Procedure, ProposalState};
use acordo_domain::id::UserId;
use acordo_domain::obligation::ObligationState;
use acordo_domain::phase::Phase;
use acordo_domain::rules::{DeadlineRule, Rules};
use acordo_domain::seat::{Actor, Channel, Membership, Role, Side, Voice};

/// `seen` is how far the recipient has read the notice's channel. Only what the recipient may read is
/// looked at, so that a missing mail gives nothing away.
pub fn still(case: &Case, to: UserId, notice: &Notice, seen: u64, rules: &Rules) -> bool {
    let procedure = &case.procedure;
    let mediation = &procedure.mediation;
    let side = side_of(procedure, to);
    let entry = procedure.open_entry();
    let sits = || procedure.seats.iter().any(|tenure| tenure.person.id == to);
    let owing = |fits: fn(&Owing, Side) -> bool| {
        side.is_some_and(|side| procedure.obligations.iter().any(|owing| fits(owing, side)))
    };
    match notice.kind {
        NoticeKind::Message | NoticeKind::Private => unread(case, to, notice, seen),
        NoticeKind::Proposal => {
            let is_meant = |proposal: &&acordo_domain::case::state::Proposal| proposal.seq == notice.seq;
            let proposal = case.talk(notice.channel).proposals.iter().find(is_meant);
            proposal.is_some_and(|open| open.state == ProposalState::Open && !answered(case, side, notice, open.number))
        }
        NoticeKind::DraftReady | NoticeKind::Signed => {
            procedure.concluded_and_not_signing().is_none() && !signed(case, to)
        }
        NoticeKind::Invitation => invitation(procedure) == Some(InvitationState::Open),
        NoticeKind::InvitationRefused => invitation(procedure) != Some(InvitationState::Accepted),
        NoticeKind::InvitationUndelivered => {
            procedure.invitation.as_ref().is_some_and(|one| one.mail.is_some_and(|mail| !mail.delivered))
        }
        NoticeKind::MediatorAssigned => mediation.assigned.as_ref().is_some_and(|assigned| assigned.person.id == to),
        NoticeKind::AssignmentEnded => {
            mediation.assigned.as_ref().is_none_or(|assigned| assigned.person.id != to) && !sits()
        }
        NoticeKind::MediatorRequested => procedure.mediator().is_none(),
        NoticeKind::MediationStarted => procedure.mediator().is_some(),
        NoticeKind::Identify => side.is_some_and(|side| case.joint().identified(side).is_none()),
        NoticeKind::LegalIdentityMissing => {
            procedure.phase() == Phase::Agreed && case.joint().identified(Side::Company).is_none()
        }
        NoticeKind::AgreementReturned => procedure.phase() != Phase::Agreed,
        NoticeKind::ObligationReported => {
            owing(|obligation, side| obligation.account().reported() > 0 && obligation.what.debtor != side)
        }
        NoticeKind::ObligationDisputed => {
            owing(|obligation, side| obligation.state() == ObligationState::Disputed && obligation.what.debtor == side)
        }
        NoticeKind::ObligationOverdue => owing(|obligation, _| {
            obligation.account().unreported() > 0 && obligation.overdue_at.is_some() && obligation.breached_at.is_none()
        }),
        NoticeKind::Breached => {
            owing(|obligation, side| obligation.breached_at.is_some() && obligation.what.debtor != side)
        }
        NoticeKind::Escalated | NoticeKind::Forwarded => entry.is_some(),
        NoticeKind::Queued => entry.is_some_and(|entry| entry.officer.is_none()),
        NoticeKind::EntryBreached | NoticeKind::EntryLate => entry.is_some_and(|entry| entry.breached_at.is_some()),
        NoticeKind::Question => entry.and_then(|entry| entry.asked).is_some_and(|asked| Some(asked.side) == side),
        NoticeKind::QuestionAnswered => entry.is_some_and(|entry| {
            entry.asked.is_none() && entry.officer.as_ref().is_some_and(|officer| officer.id == to)
        }),
        NoticeKind::SeatGiven => sits(),
        NoticeKind::SeatLost | NoticeKind::MediationEnded => !sits(),
        NoticeKind::RepresentativeAwaited => procedure.awaited.is_some(),
        // A coordinator's mail must not tell whether the sides talk again, so only the phase is looked at.
        NoticeKind::ReplyOverdue => {
            matches!(procedure.phase(), Phase::Negotiation | Phase::Mediation) || mediation.signature_overdue
        }
        NoticeKind::ReplyLate => procedure.closed_at.is_none(),
        NoticeKind::MediatorLate => procedure.phase() == Phase::Mediation || mediation.signature_overdue,
        NoticeKind::MediatorMissing | NoticeKind::MediatorAwaited => procedure.mediation.missing_since.is_some(),
        NoticeKind::MediatorReplaced => {
            matches!(procedure.phase(), Phase::Mediation | Phase::Agreed) || mediation.assigned.is_some()
        }
        NoticeKind::ToAdmit => procedure.phase() == Phase::Intake && !procedure.admitted,
        NoticeKind::ExtensionAsked => side.is_some_and(|side| {
            let asked = &procedure.extension.asked;
            procedure.phase() == Phase::Mediation && asked.get(side.other()).is_some() && asked.get(side).is_none()
        }),
        NoticeKind::Extended | NoticeKind::Remitted => procedure.phase() == Phase::Mediation,
        NoticeKind::FollowUp => {
            let given = case.talk(Channel::Sealed { side: Side::Consumer }).feedback;
            procedure.closed_at.is_some() && given.is_none_or(|given| given.end < procedure.ends())
        }
        NoticeKind::Reopened => procedure.closed_at.is_none(),
        NoticeKind::DeadlineReminder => reminder(case, to, notice, rules),
        NoticeKind::Admitted => procedure.closed_at.is_none(),
        NoticeKind::CaseFiledLink
        | NoticeKind::InvitationMisdirected
        | NoticeKind::InvitationCalledBack
        | NoticeKind::InvitationAccepted
        | NoticeKind::ProposalAccepted
        | NoticeKind::ProposalDeclined
        | NoticeKind::ProposalNotAgreed
        | NoticeKind::Concluded
        | NoticeKind::ObligationConfirmed
        | NoticeKind::ObligationReleased
        | NoticeKind::PaperReady => true,
        NoticeKind::Closed => procedure.closed_at.is_some(),
    }
}

/// A reminder of a date that no longer runs, or of something that this recipient has done, is not sent.
fn reminder(case: &Case, to: UserId, notice: &Notice, rules: &Rules) -> bool {
    let procedure = &case.procedure;
    let Some(reminded) = dates::reminded(case, notice) else { return false };
    let running = dates::running(case, rules)
        .into_iter()
        .find(|runs| (runs.rule, runs.number, runs.channel) == (reminded.rule, reminded.number, notice.channel));
    if running.is_none_or(|runs| runs.due != reminded.due || runs.paused) {
        return false;
    }
    match reminded.rule {
        DeadlineRule::Invitation => invitation(procedure) == Some(InvitationState::Open),
        DeadlineRule::Signatures => !signed(case, to),
        DeadlineRule::ProposalValidity => {
            reminded.number.is_some_and(|number| !answered(case, side_of(procedure, to), notice, number))
        }
        DeadlineRule::MediatorAccepts => {
            procedure.mediation.assigned.as_ref().is_some_and(|assigned| assigned.person.id == to)
        }
        DeadlineRule::OmbudsmanEntry | DeadlineRule::LegalEntry => {
            procedure.open_entry().is_some_and(|entry| entry.officer.as_ref().is_none_or(|officer| officer.id == to))
        }
        DeadlineRule::FirstReply
        | DeadlineRule::RoomReply
        | DeadlineRule::Mediation
        | DeadlineRule::Procedure
        | DeadlineRule::Obligation
        | DeadlineRule::Confirmation
        | DeadlineRule::Reflection
        | DeadlineRule::ReplaceRepresentative
        | DeadlineRule::RemittedMediation
        | DeadlineRule::SilentConsumer
        | DeadlineRule::FollowUp
        | DeadlineRule::Breach
        | DeadlineRule::MediatorMissing
        | DeadlineRule::Admission
        | DeadlineRule::EntryOverdue
        | DeadlineRule::Question => true,
        DeadlineRule::GroundRules => {
            side_of(procedure, to).is_some_and(|side| procedure.mediation.ground_rules.get(side).is_none())
        }
    }
}

/// Is this recipient told without having a part in the case? Such a mail names the case and its parties, and
/// has no link into it.
pub fn without_a_part(procedure: &Procedure, actor: &Actor, kind: NoticeKind) -> bool {
    let Actor::Person { person, memberships } = actor else { return false };
    if matches!(kind, NoticeKind::SeatLost | NoticeKind::MediationEnded) {
        let mediation = &procedure.mediation;
        return procedure.side_of(person.id).is_some()
            || mediation.former.contains(&person.id)
            || mediation.lapsed.contains(&person.id);
    }
    if kind == NoticeKind::AssignmentEnded {
        return procedure.mediation.spared.contains(&person.id);
    }
    // The managers of the operator's teams cannot read cases, yet have to see that somebody works on this one.
    kind == NoticeKind::EntryBreached
        && procedure.open_entry().is_some_and(|entry| {
            let leads = |held: &Membership| held.organisation == entry.organisation && held.role == Role::Admin;
            entry.queue.is_operator() && memberships.iter().any(leads)
        })
}

fn invitation(procedure: &Procedure) -> Option<InvitationState> {
    procedure.invitation.as_ref().map(|invitation| invitation.state)
}

fn signed(case: &Case, to: UserId) -> bool {
    let deal = case.joint().deal.as_ref();
    deal.is_none_or(|deal| {
        let mine = |seat| case.procedure.holders(seat).any(|tenure| tenure.person.id == to);
        deal.signatures.iter().any(|signature| mine(signature.seat))
    })
}

/// Has this side given its hidden answer to a proposal that needs both?
fn answered(case: &Case, side: Option<Side>, notice: &Notice, number: u32) -> bool {
    side.is_some_and(|side| case.talk(Channel::Sealed { side }).answer_to(notice.channel, number).is_some())
}

/// One letter covers the later messages too, since it waited for them. A recipient who wrote last has
/// answered them all.
fn unread(case: &Case, to: UserId, notice: &Notice, seen: u64) -> bool {
    let own = case.procedure.seats.iter().find(|tenure| tenure.person.id == to).map(|tenure| Voice::from(tenure.seat));
    match case.talk(notice.channel).last_word {
        Some(word) if Some(word.voice) == own => word.seq < notice.seq && seen < notice.seq,
        Some(word) => seen < word.seq.max(notice.seq),
        None => seen < notice.seq,
    }
}

#[cfg(test)]
mod tests;
