//! Is a mail still worth sending? Who already acted or already read it is left in peace.

use acordo_domain::case::owed::{Notice, NoticeKind};
use acordo_domain::case::state::{Case, Reminded};
use acordo_domain::id::UserId;
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Channel, Seat, Voice};
use acordo_domain::view::{InvitationState, ProposalState};

/// `seen` is how far the recipient has read the notice's channel.
pub fn still(case: &Case, to: UserId, notice: &Notice, seen: u64) -> bool {
    let talk = case.talk(notice.channel);
    let signed = || {
        let mine = |seat: &Seat| case.procedure.holders(*seat).any(|tenure| tenure.person.id == to);
        let deal = case.joint().deal.as_ref();
        deal.is_none_or(|deal| deal.signatures.iter().any(|signature| mine(&signature.seat)))
    };
    match notice.kind {
        NoticeKind::Message | NoticeKind::Private => unread(case, to, notice, seen),
        NoticeKind::Proposal => {
            talk.proposals.iter().any(|proposal| proposal.seq == notice.seq && proposal.state == ProposalState::Open)
        }
        NoticeKind::DraftReady | NoticeKind::Signed => case.procedure.concluded.is_none() && !signed(),
        NoticeKind::Invitation => {
            case.procedure.invitation.as_ref().is_some_and(|invitation| invitation.state == InvitationState::Open)
        }
        NoticeKind::MediatorAssigned => {
            case.procedure.mediation.assigned.as_ref().is_some_and(|assigned| assigned.person.id == to)
        }
        NoticeKind::CaseFiledLink
        | NoticeKind::InvitationAccepted
        | NoticeKind::InvitationRefused
        | NoticeKind::ProposalAccepted
        | NoticeKind::ProposalDeclined
        | NoticeKind::ProposalNotAgreed
        | NoticeKind::MediatorRequested
        | NoticeKind::MediationStarted
        | NoticeKind::Identify
        | NoticeKind::AgreementReturned
        | NoticeKind::Concluded
        | NoticeKind::ObligationReported
        | NoticeKind::ObligationDisputed
        | NoticeKind::ObligationConfirmed
        | NoticeKind::Escalated
        | NoticeKind::Queued
        | NoticeKind::SeatGiven
        | NoticeKind::SeatLost
        | NoticeKind::RepresentativeAwaited
        | NoticeKind::ReplyOverdue
        | NoticeKind::ExtensionAsked
        | NoticeKind::Extended
        | NoticeKind::EntryBreached
        | NoticeKind::QuestionAnswered
        | NoticeKind::Remitted
        | NoticeKind::Forwarded
        | NoticeKind::ObligationOverdue
        | NoticeKind::Breached
        | NoticeKind::PaperReady
        | NoticeKind::FollowUp
        | NoticeKind::Reopened
        | NoticeKind::DeadlineReminder
        | NoticeKind::Closed => true,
        NoticeKind::Question => case.procedure.open_entry().is_some_and(|entry| entry.asked.is_some()),
    }
}

/// A letter about a message stands for those after it too: it waited a while for them. Who wrote
/// last has answered them all.
fn unread(case: &Case, to: UserId, notice: &Notice, seen: u64) -> bool {
    let own = case.procedure.seats.iter().find(|tenure| tenure.person.id == to).map(|tenure| Voice::from(tenure.seat));
    match case.talk(notice.channel).last_word {
        Some(word) if Some(word.voice) == own => word.seq < notice.seq && seen < notice.seq,
        Some(word) => seen < word.seq.max(notice.seq),
        None => seen < notice.seq,
    }
}

/// Until when the recipient has to act, where the notice asks for it.
pub fn until(case: &Case, notice: &Notice) -> Option<Moment> {
    match notice.kind {
        NoticeKind::Invitation => case.procedure.invitation.as_ref().map(|invitation| invitation.until),
        NoticeKind::Proposal => case
            .talk(notice.channel)
            .proposals
            .iter()
            .find(|proposal| proposal.seq == notice.seq)
            .map(|proposal| proposal.valid_until),
        NoticeKind::MediatorAssigned => case.procedure.mediation.assigned.as_ref().map(|assigned| assigned.until),
        NoticeKind::DraftReady | NoticeKind::Signed => {
            case.joint().deal.as_ref().and_then(|deal| deal.draft.as_ref()).map(|draft| draft.sign_until)
        }
        NoticeKind::CaseFiledLink
        | NoticeKind::InvitationAccepted
        | NoticeKind::InvitationRefused
        | NoticeKind::Message
        | NoticeKind::Private
        | NoticeKind::ProposalAccepted
        | NoticeKind::ProposalDeclined
        | NoticeKind::ProposalNotAgreed
        | NoticeKind::MediatorRequested
        | NoticeKind::MediationStarted
        | NoticeKind::Identify
        | NoticeKind::AgreementReturned
        | NoticeKind::Concluded
        | NoticeKind::ObligationReported
        | NoticeKind::ObligationDisputed
        | NoticeKind::ObligationConfirmed
        | NoticeKind::Escalated
        | NoticeKind::Queued
        | NoticeKind::SeatGiven
        | NoticeKind::SeatLost
        | NoticeKind::RepresentativeAwaited
        | NoticeKind::ReplyOverdue
        | NoticeKind::ExtensionAsked
        | NoticeKind::Extended
        | NoticeKind::EntryBreached
        | NoticeKind::QuestionAnswered
        | NoticeKind::Remitted
        | NoticeKind::Forwarded
        | NoticeKind::ObligationOverdue
        | NoticeKind::Breached
        | NoticeKind::PaperReady
        | NoticeKind::FollowUp
        | NoticeKind::Reopened
        | NoticeKind::Closed => None,
        NoticeKind::Question => case.procedure.open_entry().and_then(|entry| entry.asked).map(|asked| asked.until),
        NoticeKind::DeadlineReminder => reminded(case, notice).map(|of| of.due),
    }
}

/// The reminder that this notice is about: which date, and when it is over.
pub fn reminded<'a>(case: &'a Case, notice: &Notice) -> Option<&'a Reminded> {
    let given = match notice.channel {
        Channel::Procedure => &case.procedure.reminded,
        other => &case.talk(other).reminded,
    };
    given.iter().find(|of| of.seq == notice.seq)
}
