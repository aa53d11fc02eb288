//! The work that each fact owes, and the recipients of its letters.

use super::letters::{Letters, team_role};
use super::{Notice, NoticeKind, NoticeTo, Owed, once};
use crate::case::command::{CertificateGround, EscalationGround, PaperKind};
use crate::case::draft::joint_draft_input;
use crate::case::event::{Event, Fact, unannounced_facts};
use crate::case::state::{Case, InvitationState};
use crate::phase::{Phase, WithoutAgreement};
use crate::rules::DeadlineRule;
use crate::seat::{Channel, Role, Seat, Side, Voice};

const PARTIES: &[Seat] = &[Seat::Consumer, Seat::Company];
const ALL: &[Seat] = &[Seat::Consumer, Seat::Company, Seat::Mediator];
const OFFICERS: &[Seat] = &[Seat::Ombudsman, Seat::Legal];

/// Work for the system, put into `work`; letters into their own list.
pub(super) fn follow(event: &Event, fact: &Fact, work: &mut Vec<Owed>, letters: &mut Letters<'_>) {
    let after = letters.after;
    let Some(filed) = after.procedure.filed.as_ref() else { return };
    match fact {
        Fact::CaseFiled { filed_by: Side::Consumer, consumer, .. } => {
            // The filer gets in by this link, so it goes to the actor.
            let (to, kind) = (NoticeTo::User(consumer.id), NoticeKind::CaseFiledLink);
            once(&mut letters.list, Owed::Notice(Notice { to, kind, channel: event.channel, seq: event.seq }));
            if !after.procedure.admitted {
                letters.members(filed.operator, &[Role::Coordinator], NoticeKind::ToAdmit, event);
            }
        }
        Fact::CaseAdmitted {} if event.seat == Voice::Coordinator => {
            letters.seats(&[filed.filed_by.seat()], NoticeKind::Admitted, event);
        }
        Fact::Invited { side: Side::Company, .. } => {
            letters.members(filed.company, &[Role::Manager, Role::Rep], NoticeKind::Invitation, event);
        }
        Fact::Invited { side: Side::Consumer, .. } => {
            letters.send(filed.consumer.id, NoticeKind::Invitation, event);
        }
        // Whoever leads the house finds another address.
        Fact::InvitationUndelivered { .. } => {
            letters.members(filed.operator, &[Role::Coordinator], NoticeKind::InvitationUndelivered, event);
        }
        Fact::InvitationMisdirected { .. } => {
            letters.seats(&[Seat::Company], NoticeKind::InvitationMisdirected, event);
        }
        Fact::InvitationCalledBack { .. } => {
            letters.send(filed.consumer.id, NoticeKind::InvitationCalledBack, event);
        }
        Fact::InvitationAccepted { .. } => letters.seats(PARTIES, NoticeKind::InvitationAccepted, event),
        Fact::InvitationRefused { .. } => letters.seats(PARTIES, NoticeKind::InvitationRefused, event),
        Fact::MessagePosted { .. } => letters.message(event),
        Fact::SummaryWritten { .. } | Fact::DisclosureAsked { .. } => {
            letters.seats(PARTIES, NoticeKind::Private, event);
        }
        Fact::SummaryCorrected { .. }
        | Fact::SummaryConfirmed {}
        | Fact::DisclosureAnswered { .. }
        | Fact::IdeaGiven { .. }
        | Fact::IdeaConveyingAllowed { .. } => letters.seats(&[Seat::Mediator], NoticeKind::Private, event),
        Fact::ProposalMade { author, .. } => {
            // An idea that is conveyed tells its giver too: it is known now.
            let to: &[Seat] = match author.side() {
                Some(side) if event.seat == Voice::from(side.seat()) => &[side.other().seat(), Seat::Mediator],
                Some(_) | None => PARTIES,
            };
            letters.seats(to, NoticeKind::Proposal, event);
        }
        // What was agreed in a review is told once, from the room.
        Fact::ProposalAnswered { agreed: true, .. } if event.channel != Channel::Joint => {}
        Fact::ProposalAccepted { .. } | Fact::ProposalAnswered { agreed: true, .. } => {
            draft(after, work);
            letters.seats(ALL, NoticeKind::ProposalAccepted, event);
            letters.identify(event);
        }
        Fact::ProposalAnswered { agreed: false, .. } => {
            letters.seats(ALL, NoticeKind::ProposalNotAgreed, event);
            letters.seats(OFFICERS, NoticeKind::ProposalNotAgreed, event);
        }
        // Its time is over, not its phase: who made it hears that no answer came.
        Fact::ProposalExpired { number } => {
            let proposal = after.talk(event.channel).proposal(*number);
            let over = proposal.filter(|proposal| proposal.valid_until <= event.at);
            if let Some(side) = over.and_then(|proposal| proposal.author.side()) {
                letters.seats(&[side.seat(), Seat::Mediator], NoticeKind::ReplyLate, event);
            }
        }
        Fact::ProposalDeclined { .. } => letters.seats(ALL, NoticeKind::ProposalDeclined, event),
        Fact::RecommendationAgreed { .. } => {
            draft(after, work);
            letters.seats(PARTIES, NoticeKind::ProposalAccepted, event);
            letters.identify(event);
        }
        Fact::PartyNamed { .. } | Fact::AgreementWorded { .. } => draft(after, work),
        Fact::MediatorRequested { .. } => {
            assign(after, work);
            letters.seats(PARTIES, NoticeKind::MediatorRequested, event);
        }
        Fact::MediatorAssigned { person, .. } => letters.send(person.id, NoticeKind::MediatorAssigned, event),
        Fact::AssignmentEnded { person } => letters.send(*person, NoticeKind::AssignmentEnded, event),
        Fact::MediatorMissing {} => {
            letters.members(filed.operator, &[Role::Coordinator], NoticeKind::MediatorMissing, event);
            letters.seats(PARTIES, NoticeKind::MediatorAwaited, event);
        }
        Fact::MediatorReplaced { person } => {
            assign(after, work);
            draft(after, work);
            letters.send(*person, NoticeKind::SeatLost, event);
            letters.seats(PARTIES, NoticeKind::MediatorReplaced, event);
        }
        Fact::MediatorOverdue {} => {
            letters.members(filed.operator, &[Role::Coordinator], NoticeKind::ReplyOverdue, event);
            letters.seats(PARTIES, NoticeKind::MediatorLate, event);
        }
        Fact::MediatorLapsed { .. } | Fact::MediatorDeclined { .. } => {
            assign(after, work);
            draft(after, work);
        }
        Fact::SeatLeft { seat: Seat::Mediator, person } => {
            assign(after, work);
            if after.procedure.open_entry().is_some() {
                letters.send(*person, NoticeKind::MediationEnded, event);
            }
        }
        Fact::PhaseChanged { phase: Phase::Agreed } => letters.legal_identity(event, filed),
        // A request may have waited while an agreement was tried.
        Fact::PhaseChanged { phase: Phase::Negotiation | Phase::Mediation } => assign(after, work),
        // Nobody has terms to accept who waits for the draft.
        Fact::MediatorAccepted { .. } if after.phase() == Phase::Agreed => draft(after, work),
        Fact::MediatorAccepted { .. } => letters.seats(PARTIES, NoticeKind::MediationStarted, event),
        Fact::SeatHandedOver { to, .. } | Fact::EntryHandedOver { to, .. } => {
            letters.send(to.id, NoticeKind::SeatGiven, event);
        }
        Fact::ParticipantRemoved { person, .. } => letters.send(*person, NoticeKind::SeatLost, event),
        Fact::RepresentativeAwaited { side: Side::Company, .. } => {
            letters.members(filed.company, &[Role::Manager], NoticeKind::RepresentativeAwaited, event);
            letters.seats(&[Seat::Consumer, Seat::Mediator], NoticeKind::RepresentativeAwaited, event);
        }
        Fact::AgreementDrafted { .. } => letters.seats(ALL, NoticeKind::DraftReady, event),
        Fact::AgreementSigned { .. } => letters.signed(event),
        Fact::AgreementRefused { .. } | Fact::AgreementLapsed { .. } => {
            letters.seats(ALL, NoticeKind::AgreementReturned, event);
        }
        Fact::AgreementConcluded { version, .. } => once(work, Owed::Seal { version: *version }),
        Fact::AgreementSealed { .. } => letters.seats(ALL, NoticeKind::Concluded, event),
        // What the debtor said is the creditor's to answer, and the other way round.
        Fact::ObligationReported { id, .. } => letters.owing(*id, false, NoticeKind::ObligationReported, event),
        Fact::ObligationDisputed { id, .. } => letters.owing(*id, true, NoticeKind::ObligationDisputed, event),
        Fact::ObligationConfirmed { id, .. } => {
            packet(after, event, work);
            letters.owing(*id, true, NoticeKind::ObligationConfirmed, event);
        }
        Fact::ObligationReleased { id, .. } => {
            packet(after, event, work);
            letters.owing(*id, true, NoticeKind::ObligationReleased, event);
        }
        Fact::ObligationOverdue { .. } => letters.seats(PARTIES, NoticeKind::ObligationOverdue, event),
        Fact::ObligationBreached { .. } => packet(after, event, work),
        Fact::DeadlineReminded { rule, number, nth, .. } => {
            letters.reminder(event, *rule, *number, *nth, filed);
            // Somebody may have become free since yesterday.
            if *rule == DeadlineRule::MediatorMissing {
                assign(after, work);
            }
        }
        Fact::ReplyOverdue { side } => {
            letters.reply_late(*side, event);
            // Both sides may be late at once, which is told once.
            if letters.has(NoticeKind::ReplyOverdue) {
                return;
            }
            letters.seats(&[Seat::Mediator], NoticeKind::ReplyOverdue, event);
            letters.members(filed.operator, &[Role::Coordinator], NoticeKind::ReplyOverdue, event);
        }
        Fact::DeadlineExtensionAsked { side, .. } => {
            letters.seats(&[side.other().seat()], NoticeKind::ExtensionAsked, event);
        }
        Fact::DeadlineExtended { .. } => letters.seats(ALL, NoticeKind::Extended, event),
        Fact::EscalationOpened { entry, queue, organisation, ground, .. } => {
            once(work, Owed::Handover { entry: *entry });
            // Where a team passed it on, that is what is told.
            if !matches!(ground, EscalationGround::Forwarded | EscalationGround::CompanyOverdue) {
                letters.seats(ALL, NoticeKind::Escalated, event);
            }
            letters.members(*organisation, &[team_role(*queue)], NoticeKind::Queued, event);
        }
        Fact::EntryBreached { .. } => {
            if let Some(entry) = after.procedure.open_entry() {
                let roles: &[Role] =
                    if entry.queue.is_operator() { &[Role::Admin, Role::Coordinator] } else { &[Role::Manager] };
                letters.members(entry.organisation, roles, NoticeKind::EntryBreached, event);
                if !entry.queue.is_operator() {
                    letters.members(filed.operator, &[Role::Coordinator], NoticeKind::EntryBreached, event);
                }
            }
            letters.seats(OFFICERS, NoticeKind::EntryBreached, event);
            letters.seats(PARTIES, NoticeKind::EntryLate, event);
        }
        Fact::QuestionAsked { side, .. } => letters.seats(&[side.seat()], NoticeKind::Question, event),
        Fact::QuestionAnswered { .. } | Fact::QuestionLapsed { .. } => {
            letters.seats(OFFICERS, NoticeKind::QuestionAnswered, event);
        }
        Fact::EntryRemitted { .. } => letters.seats(PARTIES, NoticeKind::Remitted, event),
        Fact::EntryForwarded { .. } => letters.seats(PARTIES, NoticeKind::Forwarded, event),
        Fact::FinalTermMade { .. } => {
            once(work, Owed::Paper { paper: PaperKind::FinalTerm, number: nth(after.procedure.final_terms.len()) });
        }
        Fact::CertificateMade { .. } => {
            once(work, Owed::Paper { paper: PaperKind::Certificate, number: nth(after.procedure.certificates.len()) });
        }
        Fact::PaperFiled { paper: PaperKind::Enforcement, number, .. } => letters.creditor(event, *number),
        Fact::PaperFiled { paper: PaperKind::Certificate, number, .. } if is_news(after, *number) => {
            letters.seats(PARTIES, NoticeKind::PaperReady, event);
        }
        Fact::CaseReopened { .. } => letters.seats(PARTIES, NoticeKind::Reopened, event),
        Fact::CaseClosed { outcome } => {
            once(work, Owed::Paper { paper: PaperKind::Procedure, number: nth(after.procedure.closings.len()) });
            // A refusal of the invitation has a letter of its own, which says what follows from it.
            if *outcome != WithoutAgreement::Refused.into() || !was_refused(after) {
                letters.seats(ALL, NoticeKind::Closed, event);
                letters.invited_who_never_came(event);
            }
        }
        Fact::CaseFiled { filed_by: Side::Company, .. } if !after.procedure.admitted => {
            letters.members(filed.operator, &[Role::Coordinator], NoticeKind::ToAdmit, event);
        }
        // Nobody waits for these, so no letter is sent.
        Fact::CaseFiled { filed_by: Side::Company, .. }
        | Fact::CaseAdmitted {}
        | Fact::PhaseChanged { .. }
        | Fact::SeatLeft { .. }
        | Fact::RepresentativeAwaited { side: Side::Consumer, .. }
        | Fact::PaperFiled { .. }
        | unannounced_facts!() => {}
    }
}

fn nth(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// The packet that this fact calls for, if it does.
fn packet(after: &Case, event: &Event, work: &mut Vec<Owed>) {
    let breaches = &after.procedure.breaches;
    let called = breaches.iter().position(|breach| breach.seq == event.seq);
    if let Some(at) = called {
        once(work, Owed::Paper { paper: PaperKind::Enforcement, number: nth(at.saturating_add(1)) });
    }
}

/// An agreement has a letter of its own, which brings its copies.
fn is_news(after: &Case, number: u16) -> bool {
    let procedure = &after.procedure;
    let point = usize::from(number).checked_sub(1).and_then(|at| procedure.certificates.get(at));
    let with_agreement = procedure.mediations.last().is_some_and(|span| span.agreed);
    point.is_none_or(|point| point.ground != CertificateGround::MediationEnded || !with_agreement)
}

fn was_refused(after: &Case) -> bool {
    after.procedure.invitation.as_ref().is_some_and(|invitation| invitation.state == InvitationState::Refused)
}

fn draft(after: &Case, work: &mut Vec<Owed>) {
    if let Some(draft) = joint_draft_input(after) {
        once(work, Owed::Draft { version: draft.version });
    }
}

fn assign(after: &Case, work: &mut Vec<Owed>) {
    let procedure = &after.procedure;
    let phase = procedure.phase();
    let wanted =
        phase == Phase::Mediation || (phase == Phase::Negotiation && procedure.mediation.requested_at.is_some());
    if wanted && procedure.mediation.assigned.is_none() && !procedure.holds(Seat::Mediator) {
        once(work, Owed::AssignMediator);
    }
}
