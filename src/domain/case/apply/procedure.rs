//! The fold of `procedure`.

use crate::case::command::Priority;
use crate::case::event::{Event, Fact, facts_of_talks};
use crate::case::state::{
    Asked, Assignment, Awaited, Both, Concluded, Consent, Entry, EntryState, Extension, FiledCase, FinalTerm,
    Invitation, InvitationState, Invitee, Owing, Paper, Procedure, Reminded, Remitted, Standing, Stay, Tenure,
};
use crate::id::UserId;
use crate::obligation::ObligationState;
use crate::phase::Phase;
use crate::rules::DeadlineRule;
use crate::seat::{Person, Seat, Side};

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
                proof: *proof,
            });
        }
        Fact::CaseAdmitted {} => state.admitted = true,
        Fact::RulesAccepted { side, .. } => *state.rules_accepted.get_mut(*side) = true,
        Fact::Invited { side, until } => {
            state.invitation = Some(Invitation {
                side: *side,
                since: event.at,
                until: *until,
                state: InvitationState::Open,
                confirmed_at: None,
            });
        }
        Fact::AddresseeConfirmed { .. } => {
            if let Some(invitation) = &mut state.invitation {
                invitation.confirmed_at = Some(event.at);
            }
        }
        Fact::InvitationMisdirected { .. } => invitation(state, InvitationState::Misdirected),
        Fact::InvitationAccepted { .. } => invitation(state, InvitationState::Accepted),
        Fact::InvitationRefused { .. } => invitation(state, InvitationState::Refused),
        Fact::InvitationLapsed { .. } => invitation(state, InvitationState::Lapsed),
        Fact::PhaseChanged { phase } => {
            if *phase != Phase::Settled && !phase.is_closed() {
                state.reflection_waived = false;
            }
            if phase.is_closed() {
                state.closed_at = Some(event.at);
            }
            if matches!(phase, Phase::EscalatedOmbudsman | Phase::EscalatedLegal) {
                state.mediation.remitted = None;
                state.mediation.assigned = None;
            }
            state.phases.push(Stay { phase: *phase, since: event.at });
        }
        Fact::SeatTaken { seat, person } => take(state, *seat, person, event),
        Fact::SeatLeft { seat, person } => leave(state, *seat, *person),
        Fact::SeatHandedOver { seat, from, to, .. } => {
            leave(state, *seat, *from);
            take(state, *seat, to, event);
        }
        Fact::PartyIdentified { side } => *state.identified.get_mut(*side) = true,
        Fact::MediatorRequested { .. } => state.mediation.requested_at = Some(event.at),
        Fact::MediatorAssigned { person, until } => {
            state.mediation.assigned = Some(Assignment { person: person.clone(), at: event.at, until: *until });
        }
        Fact::MediatorDeclined { person } => {
            state.mediation.assigned = None;
            state.mediation.declined.push(*person);
        }
        Fact::MediatorAccepted { person } => {
            let mediation = &mut state.mediation;
            mediation.former.push(person.id);
            mediation.assigned = None;
            mediation.requested_at = None;
            mediation.nth = mediation.nth.saturating_add(1);
            mediation.ground_rules = Default::default();
            mediation.began_at = None;
            state.stage = None;
        }
        Fact::GroundRulesAccepted { side, version } => {
            let mediation = &mut state.mediation;
            *mediation.ground_rules.get_mut(*side) = Some(*version);
            if mediation.ground_rules.consumer.is_some() && mediation.ground_rules.company.is_some() {
                mediation.began_at.get_or_insert(event.at);
                state.first_session_at.get_or_insert(event.at);
            }
        }
        Fact::StageMoved { stage } => state.stage = Some(*stage),
        Fact::ReflectionWaived {} => state.reflection_waived = true,
        Fact::AgreementConcluded { document_hash, pdf_hash, version, signatures } => {
            state.concluded = Some(Concluded {
                at: event.at,
                version: *version,
                document_hash: document_hash.clone(),
                pdf_hash: pdf_hash.clone(),
                signatures: signatures.clone(),
                sealed_pdf_hash: None,
            });
        }
        Fact::AgreementSealed { pdf_hash, .. } => {
            if let Some(concluded) = &mut state.concluded {
                concluded.sealed_pdf_hash = Some(pdf_hash.clone());
            }
        }
        Fact::ObligationsStarted { obligations } => {
            state.obligations = obligations.iter().map(|what| Owing::due(*what)).collect();
        }
        Fact::ObligationReported { id } => {
            obligation(state, *id, ObligationState::Reported);
            if let Some(owing) = owing(state, *id) {
                owing.reported_at = Some(event.at);
            }
        }
        Fact::ObligationConfirmed { id } => obligation(state, *id, ObligationState::Confirmed),
        Fact::ObligationDisputed { id } => obligation(state, *id, ObligationState::Disputed),
        Fact::ObligationPresumed { id } => obligation(state, *id, ObligationState::Presumed),
        Fact::ObligationOverdue { id } => {
            if let Some(owing) = owing(state, *id) {
                owing.overdue_at = Some(event.at);
            }
        }
        Fact::ObligationBreached { id } => {
            if let Some(owing) = owing(state, *id) {
                owing.breached_at = Some(event.at);
            }
        }
        Fact::CaseReopened { due } => reopened(state, *due),
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
        Fact::FinalTermMade { ground } => state.final_terms.push(FinalTerm { ground: *ground, at: event.at }),
        Fact::PaperFiled { paper, number, pdf_hash } => {
            state.papers.push(Paper { paper: *paper, number: *number, pdf_hash: pdf_hash.clone(), at: event.at });
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
            ended_at: None,
            outcome: None,
        }),
        Fact::EntryClaimed { entry, person } => with_entry(state, *entry, |entry| {
            entry.state = if entry.asked.is_some() { EntryState::WaitingForParty } else { EntryState::Claimed };
            entry.officer = Some(person.clone());
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
        }),
        Fact::EntryResumed { entry, due } => with_entry(state, *entry, |entry| {
            entry.state = if entry.officer.is_some() { EntryState::Claimed } else { EntryState::Waiting };
            entry.asked = None;
            entry.due = *due;
        }),
        Fact::EntryBreached { entry } => with_entry(state, *entry, |entry| entry.breached_at = Some(event.at)),
        Fact::EntryRemitted { entry, until } => {
            state.mediation.remitted = Some(Remitted { since: event.at, until: *until });
            state.extension = Extension::default();
            with_entry(state, *entry, |entry| end(entry, EntryState::Remitted, event));
        }
        Fact::EntryForwarded { entry, .. } => {
            with_entry(state, *entry, |entry| end(entry, EntryState::Forwarded, event));
        }
        Fact::EntryResolved { entry, outcome } => with_entry(state, *entry, |entry| {
            entry.outcome = *outcome;
            end(entry, EntryState::Resolved, event);
        }),
        // What follows from these is told by facts of its own.
        Fact::CaseRefused { .. }
        | Fact::MediationLeft { .. }
        | Fact::ImpasseDeclared { .. }
        | Fact::CaseWithdrawn {}
        | Fact::ReplyOverdue { .. }
        | Fact::ParticipantRemoved { .. }
        | Fact::CaseClosed { .. } => {}
        facts_of_talks!() => {}
    }
}

fn with_entry(state: &mut Procedure, number: u16, change: impl FnOnce(&mut Entry)) {
    if let Some(entry) = state.entries.iter_mut().find(|entry| entry.number == number) {
        change(entry);
    }
}

fn end(entry: &mut Entry, state: EntryState, event: &Event) {
    entry.state = state;
    entry.asked = None;
    entry.ended_at = Some(event.at);
}

/// What was taken as done is owed again, with time to do it.
fn reopened(state: &mut Procedure, due: crate::moment::Moment) {
    state.closed_at = None;
    for owing in &mut state.obligations {
        owing.state = ObligationState::Disputed;
        owing.what.due = owing.what.due.max(due);
        owing.overdue_at = None;
        owing.breached_at = None;
    }
}

fn owing(state: &mut Procedure, id: u16) -> Option<&mut Owing> {
    state.obligations.iter_mut().find(|owing| owing.what.id == id)
}

fn invitation(state: &mut Procedure, now: InvitationState) {
    if let Some(invitation) = &mut state.invitation {
        invitation.state = now;
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
    state.seats.retain(|tenure| tenure.seat != seat || tenure.person.id != person);
}

fn obligation(state: &mut Procedure, id: u16, now: ObligationState) {
    if let Some(owing) = owing(state, id) {
        owing.state = now;
    }
}
