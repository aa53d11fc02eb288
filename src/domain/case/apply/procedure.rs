//! The fold of `procedure`.

use crate::case::event::{Event, Fact};
use crate::case::state::{Assignment, Concluded, Entry, Filed, Invitation, Owing, Procedure, Standing, Stay, Tenure};
use crate::id::UserId;
use crate::obligation::ObligationState;
use crate::phase::Phase;
use crate::seat::{Person, Seat};
use crate::view::InvitationState;

pub(super) fn procedure(state: &mut Procedure, event: &Event) {
    if event.seq <= state.size {
        return;
    }
    state.size = event.seq;
    state.last_at = event.at;
    let Some(fact) = &event.fact else { return };
    match fact {
        Fact::CaseFiled { reference, filed_by, consumer, company, company_name, operator, trade, language } => {
            state.phases.push(Stay { phase: Phase::Intake, since: event.at });
            state.filed = Some(Filed {
                at: event.at,
                reference: *reference,
                filed_by: *filed_by,
                consumer: consumer.clone(),
                company: *company,
                company_name: company_name.clone(),
                operator: *operator,
                trade: *trade,
                language: *language,
            });
        }
        Fact::CaseAdmitted {} => state.admitted = true,
        Fact::RulesAccepted { side, .. } => *state.rules_accepted.get_mut(*side) = true,
        Fact::Invited { side, until } => {
            state.invitation =
                Some(Invitation { side: *side, since: event.at, until: *until, state: InvitationState::Open });
        }
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
        Fact::MediatorAccepted { .. } => {
            let mediation = &mut state.mediation;
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
            state.obligations =
                obligations.iter().map(|what| Owing { what: *what, state: ObligationState::Due }).collect();
        }
        Fact::ObligationReported { id } => obligation(state, *id, ObligationState::Reported),
        Fact::ObligationConfirmed { id } => obligation(state, *id, ObligationState::Confirmed),
        Fact::ObligationDisputed { id } => obligation(state, *id, ObligationState::Disputed),
        Fact::EscalationOpened { entry, queue, organisation } => {
            state.entries.push(Entry { number: *entry, queue: *queue, organisation: *organisation, since: event.at })
        }
        _ => {}
    }
}

fn invitation(state: &mut Procedure, now: InvitationState) {
    if let Some(invitation) = &mut state.invitation {
        invitation.state = now;
    }
}

fn take(state: &mut Procedure, seat: Seat, person: &Person, event: &Event) {
    leave(state, seat, person.id);
    state.seats.push(Tenure { seat, person: person.clone(), since: event.at });
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
    if let Some(owing) = state.obligations.iter_mut().find(|owing| owing.what.id == id) {
        owing.state = now;
    }
}
