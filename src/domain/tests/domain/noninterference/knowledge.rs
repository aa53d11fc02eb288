//! Who may read what according to the tables of domain.md, deliberately without asking the code under test.

use crate::world::*;
use acordo_domain::case::command::ConsentScope;
use acordo_domain::case::event::{Event, Fact};
use acordo_domain::case::state::{EntryState, Invitation, InvitationState};
use acordo_domain::rules::DeadlineRule;
use acordo_domain::seat::*;

/// Whether this viewer reads the filing and their own invitation, and nothing else.
pub fn only_invited(world: &World, viewer: Who) -> bool {
    let procedure = &world.case.procedure;
    let waits =
        |invitation: &Invitation| invitation.side == Side::Consumer && invitation.state != InvitationState::Accepted;
    viewer == Who::Ana && procedure.invitation.as_ref().is_some_and(waits)
}

/// "`invited` reads `case_filed`, the company's account, and its own invitation, nothing else": the events of
/// `procedure` up to the invitation, and what becomes of the invitation.
fn tells_of_the_invitation(event: &Event) -> bool {
    let kinds = [
        "case_filed",
        "rules_accepted",
        "case_admitted",
        "invited",
        "addressee_confirmed",
        "invitation_accepted",
        "invitation_refused",
        "invitation_lapsed",
        "invitation_misdirected",
        "invitation_called_back",
        "phase_changed",
        "case_closed",
        "case_refused",
    ];
    kinds.contains(&event.kind.name())
        || matches!(event.fact, Some(Fact::DeadlineReminded { rule: DeadlineRule::Invitation, .. }))
}

/// `procedure` counts as known to everybody except an invited consumer: it never holds a secret.
pub fn may_know(world: &World, viewer: Who, channel: Channel) -> bool {
    let procedure = &world.case.procedure;
    let sits = |seat| procedure.seats.iter().any(|tenure| tenure.seat == seat && tenure.person.id == viewer.id());
    let party = sits(Seat::Consumer) || sits(Seat::Company);
    // "The officer of an entry is whoever claimed it and so takes the seat", until they pass it on or send it back.
    let in_hand = procedure.entries.last().filter(|entry| {
        entry.officer.as_ref().is_some_and(|officer| officer.id == viewer.id())
            && !matches!(entry.state, EntryState::Forwarded | EntryState::Remitted)
            && (sits(Seat::Ombudsman) || sits(Seat::Legal))
    });
    // "A company's own ombudsman and legal officers read procedure, joint and internal:company, never a caucus. An
    // officer of the operator is a third party: procedure, the handover file, review, desk."
    let of_the_company = in_hand.is_some_and(|entry| entry.organisation == COMPANY);
    let officer_of = |number| in_hand.is_some_and(|entry| entry.number == number);
    match channel {
        Channel::Procedure => true,
        Channel::Joint => party || sits(Seat::Mediator) || of_the_company,
        Channel::Caucus { side, nth } => {
            // "A successor begins with new caucuses and notes; the old ones open only by that side's consent."
            let consent = |consent: &acordo_domain::case::state::Consent| {
                consent.side == side && consent.scope == ConsentScope::FormerCaucus
            };
            let opened = nth == procedure.mediation.nth || procedure.consents.iter().any(consent);
            sits(side.seat()) || (sits(Seat::Mediator) && opened)
        }
        // "The company's people in the case, its approving manager, its ombudsman and legal officers."
        Channel::Internal => sits(Seat::Company) || approves(world, viewer) || of_the_company,
        Channel::Notes { nth } => sits(Seat::Mediator) && nth == procedure.mediation.nth,
        Channel::Sealed { side } => sits(side.seat()),
        // "Both sides, the officers of entry n"; "the rest of the queue reads procedure alone."
        Channel::Review { entry } => party || officer_of(entry),
        Channel::Desk { entry } => officer_of(entry),
        Channel::Challenge { .. } => false,
    }
}

fn approves(world: &World, viewer: Who) -> bool {
    viewer == Who::Manager && world.case.procedure.rules_accepted.company
}

/// "`invited` reads `case_filed`, the complaint or the company's account": the first event of `joint`, which the managers
/// and reps of the company read without a seat, from the moment the company is told of the case.
pub fn reads_first_words(world: &World, viewer: Who) -> bool {
    let procedure = &world.case.procedure;
    let told = procedure.invitation.is_some() || procedure.rules_accepted.company;
    let of_the_company = viewer
        .memberships()
        .iter()
        .any(|membership| membership.organisation == COMPANY && matches!(membership.role, Role::Manager | Role::Rep));
    told && of_the_company && !procedure.is_barred(viewer.id())
}

pub fn knows_any(world: &World, viewer: Who, events: &[Event]) -> bool {
    let meant = |event: &Event| !only_invited(world, viewer) || tells_of_the_invitation(event);
    let first = |event: &Event| event.channel == Channel::Joint && event.seq == 1 && reads_first_words(world, viewer);
    events.iter().any(|event| (may_know(world, viewer, event.channel) && meant(event)) || first(event))
}
