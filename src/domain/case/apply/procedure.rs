//! The fold of `procedure`.

use super::entries::{end, with_entry};
use crate::case::command::{ForwardGround, HandOverReason, Priority};
use crate::case::event::{Event, Fact, facts_of_talks};
use crate::case::state::{
    Asked, Assignment, Awaited, Both, Breach, CertificatePoint, Concluded, Consent, Entry, EntryState, Extension,
    FiledCase, FinalTerm, Invitation, InvitationState, Invitee, Mailed, MediationSpan, Owing, Paper, Procedure,
    Reminded, Remitted, Standing, Stay, Tenure,
};
use crate::id::UserId;
use crate::moment::Moment;
use crate::obligation::{ObligationStep, ObligationStepKind};
use crate::phase::Phase;
use crate::rules::DeadlineRule;
use crate::seat::{Person, Seat, Side, Voice};

pub(super) fn procedure(state: &mut Procedure, event: &Event) {
    if event.seq <= state.size {
        return;
    }
    fold(state, event);
    invitee(state, event);
}

/// What the consumer whom a company invited gets to know, folded from the same events apart: whatever is shown to
/// them comes from this.
fn invitee(state: &mut Procedure, event: &Event) {
    match &event.fact {
        Some(Fact::Invited { side: Side::Consumer, .. }) => {
            let sight = Box::new(state.clone());
            state.invitee = Some(Invitee { to: event.seq, later: Vec::new(), sight });
        }
        // A seat gives more; somebody who was not meant gets nothing.
        Some(Fact::InvitationAccepted { .. } | Fact::InvitationMisdirected { .. }) => state.invitee = None,
        Some(
            Fact::AddresseeConfirmed { .. }
            | Fact::InvitationRefused { .. }
            | Fact::InvitationLapsed { .. }
            | Fact::InvitationCalledBack { .. }
            | Fact::InvitationDelivered { .. }
            | Fact::DeadlineReminded { rule: DeadlineRule::Invitation, .. }
            | Fact::CaseRefused { .. }
            | Fact::PhaseChanged { .. }
            | Fact::CaseClosed { .. },
        ) => {
            if let Some(invitee) = &mut state.invitee {
                invitee.later.push(event.seq);
                fold(&mut invitee.sight, event);
            }
        }
        Some(_) | None => {}
    }
}

fn fold(state: &mut Procedure, event: &Event) {
    state.size = event.seq;
    state.last_at = event.at;
    let Some(fact) = &event.fact else { return };
    match fact {
        Fact::CaseFiled {
            reference,
            filed_by,
            consumer,
            company,
            company_name,
            operator,
            trade,
            language,
            law,
            settings,
            proof,
        } => {
            state.phases.push(Stay { phase: Phase::Intake, since: event.at });
            state.filed = Some(FiledCase {
                at: event.at,
                reference: *reference,
                filed_by: *filed_by,
                consumer: consumer.clone(),
                company: *company,
                company_name: company_name.clone(),
                operator: *operator,
                trade: *trade,
                language: *language,
                law: *law,
                settings: *settings,
                proof: *proof,
            });
        }
        Fact::CaseAdmitted {} => state.admitted = true,
        Fact::CaseRefused { ground } => state.not_admitted = Some(*ground),
        Fact::RulesAccepted { side, .. } => *state.rules_accepted.get_mut(*side) = true,
        Fact::Invited { side, until } => {
            state.invitation = Some(Invitation {
                side: *side,
                since: event.at,
                until: *until,
                state: InvitationState::Open,
                mail: None,
                turned_down_at: None,
                confirmed_at: None,
            });
        }
        Fact::InvitationDelivered { until, .. } => {
            if let Some(invitation) = &mut state.invitation {
                invitation.mail = Some(Mailed { delivered: true, at: event.at });
                invitation.until = *until;
            }
        }
        Fact::InvitationUndelivered { .. } => {
            if let Some(invitation) = &mut state.invitation {
                invitation.mail = Some(Mailed { delivered: false, at: event.at });
            }
        }
        Fact::AddresseeConfirmed { .. } => {
            if let Some(invitation) = &mut state.invitation {
                invitation.confirmed_at = Some(event.at);
            }
        }
        Fact::InvitationMisdirected { .. } => invitation(state, InvitationState::Misdirected, event),
        Fact::InvitationCalledBack { .. } => invitation(state, InvitationState::CalledBack, event),
        Fact::InvitationAccepted { .. } => invitation(state, InvitationState::Accepted, event),
        Fact::InvitationRefused { .. } => invitation(state, InvitationState::Refused, event),
        Fact::InvitationLapsed { .. } => invitation(state, InvitationState::Lapsed, event),
        Fact::PhaseChanged { phase } => entered(state, *phase, event),
        Fact::SeatTaken { seat, person } => take(state, *seat, person, event),
        Fact::SeatLeft { seat, person } => leave(state, *seat, *person),
        Fact::SeatHandedOver { seat, from, to, reason } => {
            leave(state, *seat, *from);
            take(state, *seat, to, event);
            if *reason == HandOverReason::Conflict {
                bar(state, *from);
            }
        }
        Fact::PartyIdentified { side } => *state.identified.get_mut(*side) = true,
        Fact::MediatorRequested { .. } => state.mediation.requested_at = Some(event.at),
        Fact::MediatorAssigned { person, until } => {
            state.mediation.missing_since = None;
            state.mediation.assigned = Some(Assignment { person: person.clone(), at: event.at, until: *until });
        }
        // Before a lapse had a fact of its own the system declined in the place of who stayed silent.
        Fact::MediatorDeclined { person } if event.seat == Voice::System => lapsed(state, *person),
        Fact::MediatorDeclined { person } => {
            state.mediation.assigned = None;
            state.mediation.declined.push(*person);
        }
        Fact::MediatorLapsed { person } => lapsed(state, *person),
        Fact::AssignmentEnded { person } => {
            state.mediation.assigned = None;
            state.mediation.spared.push(*person);
        }
        // In mediation its words tell when the mediator is back, and those are not told here.
        Fact::MediatorOverdue {} => state.mediation.signature_overdue = state.phase() == Phase::Agreed,
        Fact::MediatorMissing {} => {
            state.mediation.missing_since.get_or_insert(event.at);
        }
        Fact::MediatorReplaced { person } => {
            if state.mediation.assigned.as_ref().is_some_and(|assigned| assigned.person.id == *person) {
                lapsed(state, *person);
            }
        }
        Fact::MediatorAccepted { person } => {
            let mediation = &mut state.mediation;
            mediation.former.push(person.id);
            mediation.assigned = None;
            mediation.missing_since = None;
            mediation.requested_at = None;
            mediation.nth = mediation.nth.saturating_add(1);
            mediation.ground_rules = Default::default();
            mediation.not_accepted = Default::default();
            mediation.began_at = None;
            state.stage = None;
            if let Some(span) = state.mediations.last_mut().filter(|span| span.ended.is_none()) {
                span.mediators.push(person.clone());
            }
        }
        Fact::GroundRulesAccepted { side, version, .. } => {
            let mediation = &mut state.mediation;
            *mediation.ground_rules.get_mut(*side) = Some(*version);
            if mediation.ground_rules.consumer.is_some() && mediation.ground_rules.company.is_some() {
                mediation.began_at.get_or_insert(event.at);
                mediation_begins(state, event);
            }
        }
        Fact::TermsLapsed { side } => *state.mediation.not_accepted.get_mut(*side) = true,
        Fact::StageMoved { stage } => state.stage = Some(*stage),
        Fact::ReflectionWaived { version } => state.reflection_waived = Some(*version),
        Fact::AgreementConcluded { document_hash, pdf_hash, version, signatures } => {
            let before = state.concluded.replace(Concluded {
                at: event.at,
                seq: event.seq,
                version: *version,
                document_hash: document_hash.clone(),
                pdf_hash: pdf_hash.clone(),
                signatures: signatures.clone(),
                reflection_waived: state.reflection_waived == Some(*version),
                sealed_pdf_hash: None,
            });
            state.concluded_before.extend(before);
            mediation_ends(state, true, event);
            state.certified_with(event.seq);
        }
        Fact::AgreementSealed { pdf_hash, version, .. } => {
            if let Some(concluded) = state.concluded_as_mut(*version) {
                concluded.sealed_pdf_hash = Some(pdf_hash.clone());
            }
        }
        Fact::ObligationsStarted { obligations, version } => {
            // What a former agreement of this case owed stays, with its receipts.
            let started = obligations.iter().zip(1..).map(|(what, place)| Owing::due(*what, *version, place));
            state.obligations.extend(started);
        }
        Fact::ObligationReported { id, .. }
        | Fact::ObligationConfirmed { id, .. }
        | Fact::ObligationReleased { id, .. }
        | Fact::ObligationDisputed { id }
        | Fact::ObligationPresumed { id, .. }
        | Fact::ObligationOverdue { id }
        | Fact::ObligationBreached { id, .. } => {
            if let Some(owing) = state.obligations.iter_mut().find(|owing| owing.what.id == *id) {
                owing.follow(fact, event.at);
            }
            if state.calls_for_packet(fact, *id) {
                state.breaches.push(Breach { id: *id, at: event.at, seq: event.seq });
            }
        }
        Fact::FirstReplyGiven { side } => *state.first_reply.get_mut(*side) = Some(event.at),
        Fact::RepresentativeAwaited { side, until } => {
            state.awaited = Some(Awaited { side: *side, since: event.at, until: *until });
        }
        Fact::ConsentGiven { side, scope } => {
            state.consents.push(Consent { side: *side, scope: *scope, at: event.at });
        }
        Fact::ConsentWithdrawn { side, scope } => {
            state.consents.retain(|consent| consent.side != *side || consent.scope != *scope);
        }
        Fact::DeadlineExtensionAsked { side, days, .. } => *state.extension.asked.get_mut(*side) = Some(*days),
        Fact::DeadlineExtended { days, .. } => {
            state.extension = Extension { asked: Both::default(), days: state.extension.days.saturating_add(*days) };
        }
        Fact::DeadlineReminded { rule, number, nth, due } => {
            state.reminded.push(Reminded {
                rule: *rule,
                number: *number,
                due: *due,
                nth: *nth,
                at: event.at,
                seq: event.seq,
            });
        }
        Fact::FinalTermMade { ground } => {
            state.final_terms.push(FinalTerm { ground: *ground, at: event.at, seq: event.seq });
            mediation_ends(state, false, event);
        }
        Fact::CertificateMade { ground } => {
            state.certificates.push(CertificatePoint { ground: *ground, at: event.at, seq: event.seq });
        }
        Fact::ParticipantRemoved { person, .. } | Fact::ConflictDeclared { person } => bar(state, *person),
        Fact::PaperFiled { paper, number, pdf_hash, data_hash, size } => {
            let (pdf_hash, data_hash, size) = (pdf_hash.clone(), data_hash.clone(), *size);
            state.papers.push(Paper { paper: *paper, number: *number, pdf_hash, data_hash, size, at: event.at });
        }
        Fact::EscalationOpened { entry, queue, organisation, ground, due } => state.entries.push(Entry {
            number: *entry,
            queue: *queue,
            organisation: *organisation,
            ground: *ground,
            since: event.at,
            due: *due,
            state: EntryState::Waiting,
            priority: Priority::Normal,
            officer: None,
            asked: None,
            breached_at: None,
            acted_at: None,
            forwarded: None,
            ended_at: None,
            outcome: None,
        }),
        Fact::EntryClaimed { entry, person } => with_entry(state, *entry, |entry| {
            entry.state = if entry.asked.is_some() { EntryState::WaitingForParty } else { EntryState::Claimed };
            entry.officer = Some(person.clone());
            entry.acted_at = Some(event.at);
        }),
        Fact::EntryReleased { entry } => with_entry(state, *entry, |entry| {
            entry.state = EntryState::Waiting;
            entry.officer = None;
        }),
        Fact::EntryHandedOver { entry, to } => with_entry(state, *entry, |entry| entry.officer = Some(to.clone())),
        Fact::EntryPrioritised { entry, priority } => with_entry(state, *entry, |entry| entry.priority = *priority),
        Fact::EntryPaused { entry, side, until } => with_entry(state, *entry, |entry| {
            entry.state = EntryState::WaitingForParty;
            entry.asked = Some(Asked { side: *side, since: event.at, until: *until });
            entry.acted_at = Some(event.at);
        }),
        Fact::EntryResumed { entry, due } => with_entry(state, *entry, |entry| {
            entry.state = if entry.officer.is_some() { EntryState::Claimed } else { EntryState::Waiting };
            entry.asked = None;
            entry.due = *due;
            entry.acted_at = entry.acted_at.map(|_| event.at);
        }),
        Fact::EntryBreached { entry } => with_entry(state, *entry, |entry| entry.breached_at = Some(event.at)),
        Fact::EntryRemitted { entry, until } => {
            state.mediation.remitted = Some(Remitted { since: event.at, until: *until });
            state.extension = Extension::default();
            with_entry(state, *entry, |entry| end(entry, EntryState::Remitted, event));
        }
        Fact::EntryForwarded { entry, ground, .. } => {
            let officer = state.open_entry().and_then(|open| open.officer.as_ref()).map(|officer| officer.id);
            if let (ForwardGround::ConflictOfInterest, Some(officer)) = (ground, officer) {
                bar(state, officer);
            }
            with_entry(state, *entry, |entry| {
                entry.forwarded = Some(*ground);
                end(entry, EntryState::Forwarded, event);
            });
        }
        Fact::EntryResolved { entry, outcome } => with_entry(state, *entry, |entry| {
            entry.outcome = *outcome;
            end(entry, EntryState::Resolved, event);
        }),
        // What follows from these is told by facts of its own.
        Fact::MediationLeft { .. }
        | Fact::ImpasseDeclared { .. }
        | Fact::CaseWithdrawn {}
        | Fact::ReplyOverdue { .. }
        | Fact::CaseReopened { .. }
        | Fact::CaseClosed { .. } => {}
        facts_of_talks!() => {}
    }
}

fn entered(state: &mut Procedure, phase: Phase, event: &Event) {
    if phase != Phase::Settled && !phase.is_closed() {
        state.reflection_waived = None;
    }
    state.mediation.missing_since = None;
    state.mediation.signature_overdue = false;
    if matches!(phase, Phase::EscalatedOmbudsman | Phase::EscalatedLegal) {
        state.mediation.remitted = None;
        state.mediation.assigned = None;
    }
    let was_closed = state.phase().is_closed();
    state.phases.push(Stay { phase, since: event.at });
    match (was_closed, phase.is_closed()) {
        (_, true) => {
            state.closed_at = Some(event.at);
            state.closings.push(event.at);
        }
        (true, false) => taken_up_again(state, event),
        (false, false) => {}
    }
}

/// In whatever way a closed case is taken up again, every clock starts anew.
fn taken_up_again(state: &mut Procedure, event: &Event) {
    state.closed_at = None;
    state.resumed_at = Some(event.at);
    state.reminded.clear();
    state.extension = Extension::default();
    state.mediation.assigned = None;
    state.mediation.remitted = None;
    state.mediation.began_at = None;
    // The mediator who is still there goes on, in a mediation of its own.
    let ground_rules = &state.mediation.ground_rules;
    let ready = ground_rules.consumer.is_some() && ground_rules.company.is_some() && state.holds(Seat::Mediator);
    if state.phase() == Phase::Mediation && ready {
        state.mediation.began_at = Some(event.at);
        mediation_begins(state, event);
    }
    if state.phase() == Phase::Settled {
        ask_again(state, event.at);
    }
}

/// What counted as done by silence waits for its answer again. A receipt stays a receipt.
fn ask_again(state: &mut Procedure, at: Moment) {
    for owing in state.obligations.iter_mut().filter(|owing| owing.account().presumed > 0) {
        owing.steps.push(ObligationStep { what: ObligationStepKind::Reopened, money: None, on: None, at });
        owing.overdue_at = None;
        owing.breached_at = None;
    }
}

fn mediation_begins(state: &mut Procedure, event: &Event) {
    // Rules that are accepted after the mediator left begin nothing.
    let Some(mediator) = state.mediator().map(|tenure| tenure.person.clone()) else { return };
    if state.mediation_under_way().is_none() {
        let mediators = vec![mediator];
        state.mediations.push(MediationSpan { mediators, began: event.at, ended: None, agreed: false });
    }
}

fn mediation_ends(state: &mut Procedure, agreed: bool, event: &Event) {
    if let Some(span) = state.mediations.last_mut().filter(|span| span.ended.is_none()) {
        span.ended = Some(event.at);
        span.agreed = agreed;
    }
}

fn bar(state: &mut Procedure, person: UserId) {
    if !state.is_barred(person) {
        state.barred.push(person);
    }
}

fn lapsed(state: &mut Procedure, person: UserId) {
    state.mediation.assigned = None;
    state.mediation.lapsed.push(person);
}

fn invitation(state: &mut Procedure, now: InvitationState, event: &Event) {
    if let Some(invitation) = &mut state.invitation {
        invitation.state = now;
        invitation.turned_down_at = match now {
            InvitationState::Refused | InvitationState::Lapsed => Some(event.at),
            InvitationState::Open
            | InvitationState::Accepted
            | InvitationState::Misdirected
            | InvitationState::CalledBack => None,
        };
    }
}

fn take(state: &mut Procedure, seat: Seat, person: &Person, event: &Event) {
    leave(state, seat, person.id);
    state.seats.push(Tenure { seat, person: person.clone(), since: event.at });
    if state.awaited.is_some_and(|awaited| awaited.side.seat() == seat) {
        state.awaited = None;
    }
    if let Some(side) = seat.side()
        && state.side_of(person.id).is_none()
    {
        state.stood.push(Standing { person: person.id, side });
    }
}

fn leave(state: &mut Procedure, seat: Seat, person: UserId) {
    if seat == Seat::Mediator {
        // Another one discloses something else, and is accepted anew.
        state.mediation.ground_rules = Default::default();
        state.mediation.signature_overdue = false;
    }
    state.seats.retain(|tenure| tenure.seat != seat || tenure.person.id != person);
}
