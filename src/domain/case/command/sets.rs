//! The sets of phases and capacities that the table of commands speaks of.

use crate::phase::{Phase, PhaseSet};
use crate::seat::Capacity;

pub(super) const INTAKE: PhaseSet = PhaseSet::of(&[Phase::Intake]);
pub(super) const NEGOTIATION: PhaseSet = PhaseSet::of(&[Phase::Negotiation]);
pub(super) const MEDIATION: PhaseSet = PhaseSet::of(&[Phase::Mediation]);
pub(super) const AGREED: PhaseSet = PhaseSet::of(&[Phase::Agreed]);
pub(super) const SETTLED: PhaseSet = PhaseSet::of(&[Phase::Settled]);
pub(super) const ESCALATED: PhaseSet = PhaseSet::of(&[Phase::EscalatedOmbudsman, Phase::EscalatedLegal]);
/// Where proposals are exchanged.
pub(super) const TALKS: PhaseSet = NEGOTIATION.and(MEDIATION).and(ESCALATED);
/// Where the mediator is in the room.
pub(super) const MEDIATED: PhaseSet = MEDIATION.and(AGREED).and(SETTLED);
pub(super) const BEFORE_SETTLED: PhaseSet = INTAKE.and(TALKS).and(AGREED);
/// Every phase before `closed`.
pub(super) const OPEN: PhaseSet = BEFORE_SETTLED.and(SETTLED);
/// Where something is owed, by agreement: a breach is a matter of the legal queue, and a company's passes it on to an
/// ombudsman.
pub(super) const OWED: PhaseSet = SETTLED.and(ESCALATED);
/// What is paid after the case was put away, because it is pursued elsewhere, has its receipt all the same.
pub(super) const RECEIVED: PhaseSet = OWED.and(PhaseSet::of(&[Phase::ClosedEnforcedElsewhere]));
/// Where the agreement was kept, or taken as kept.
pub(super) const KEPT: PhaseSet =
    PhaseSet::of(&[Phase::ClosedFulfilled, Phase::ClosedSettledUnconfirmed, Phase::ClosedReleased]);
/// Where the other side refused to take part, which it may take back.
pub(super) const REFUSED: PhaseSet = PhaseSet::of(&[Phase::ClosedRefused]);
pub(super) const REOPENABLE: PhaseSet =
    PhaseSet::of(&[Phase::ClosedAbandoned, Phase::ClosedSettledUnconfirmed, Phase::ClosedNoAgreement]);
pub(super) const ALWAYS: PhaseSet = PhaseSet::of(&Phase::ALL);

pub(super) const CONSUMER: &[Capacity] = &[Capacity::Consumer];
pub(super) const COMPANY: &[Capacity] = &[Capacity::Company];
pub(super) const PARTIES: &[Capacity] = &[Capacity::Consumer, Capacity::Company];
pub(super) const INVITED: &[Capacity] = &[Capacity::Invited];
pub(super) const MEDIATOR: &[Capacity] = &[Capacity::Mediator];
pub(super) const ASSIGNED: &[Capacity] = &[Capacity::AssignedMediator];
pub(super) const SIGNERS: &[Capacity] = &[Capacity::Consumer, Capacity::Company, Capacity::Mediator];
pub(super) const SYSTEM: &[Capacity] = &[Capacity::System];
pub(super) const COORDINATOR: &[Capacity] = &[Capacity::Coordinator];
/// Those who admit and assign.
pub(super) const HOUSE: &[Capacity] = &[Capacity::Coordinator, Capacity::System];
/// The officer of the entry.
pub(super) const OFFICERS: &[Capacity] = &[Capacity::Ombudsman, Capacity::Legal];
/// The same, and the rest of the team.
pub(super) const TEAM: &[Capacity] = &[Capacity::Ombudsman, Capacity::Legal, Capacity::QueueOfficer];
