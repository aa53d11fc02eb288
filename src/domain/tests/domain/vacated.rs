//! Whoever loses the membership on which a seat was taken loses the seat, and the case goes on without them.

use crate::world::*;
use acordo_domain::case::audience::{capacity, readable};
use acordo_domain::case::command::*;
use acordo_domain::case::due::{due, next_due};
use acordo_domain::case::event::Fact;
use acordo_domain::case::owed::{NoticeKind, NoticeTo, Owed};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::EntryState;
use acordo_domain::phase::Phase;
use acordo_domain::seat::*;
use acordo_domain::view::{MediatorState, TurnFor, TurnOf};

fn vacate(who: Who) -> Command {
    Command::SeatVacate { user: who.id() }
}

#[test]
fn a_mediator_who_is_let_go_is_replaced_as_one_who_leaves() {
    let leaving = |who, command| {
        let mut world = World::mediation();
        world.does(Who::Mediator, Command::FloorPause {});
        let events = world.does(who, command);
        (kinds(&events), world.owes(&events), world.sees(Who::Ana).turn)
    };
    let gone = leaving(Who::System, vacate(Who::Mediator));
    assert_eq!(gone.0, ["seat_left", "floor_opened"]);
    assert_eq!(gone.1, [Owed::AssignMediator]);
    assert_eq!(gone.2.what, TurnFor::AssignMediator);
    assert_eq!(gone, leaving(Who::Mediator, Command::SeatLeave {}));
}

#[test]
fn a_mediator_who_is_let_go_reads_nothing_more_even_when_taken_on_again() {
    let mut world = World::mediation();
    world.does(Who::Ana, message(caucus(Side::Consumer), "segredo"));
    world.does(Who::System, vacate(Who::Mediator));
    assert!(readable(&world.case.procedure, &Who::Mediator.actor()).is_empty());
    let again = Command::MediatorAssign { user: Who::Mediator.id() };
    assert_eq!(world.refuses(Who::System, again), Refusal::PersonNotEligible);
    world.does(Who::System, Command::MediatorAssign { user: Who::Successor.id() });
    world.does(Who::Successor, Command::MediatorAccept { no_conflict: true, disclosure: "Nada.".into() });
    assert!(!world.sees(Who::Successor).heads.contains_key(&caucus(Side::Consumer)));
    assert!(readable(&world.case.procedure, &Who::Mediator.actor()).is_empty());
}

#[test]
fn a_mediator_who_is_let_go_before_accepting_makes_room_at_once() {
    let mut world = World::assigned();
    let events = world.does(Who::System, vacate(Who::Mediator));
    assert_eq!(kinds(&events), ["mediator_declined"]);
    assert!(world.owes(&events).contains(&Owed::AssignMediator));
    assert_eq!(world.sees(Who::Ana).mediator.unwrap().state, MediatorState::Requested);
    assert_eq!(capacity(&world.case.procedure, &Who::Mediator.actor()), None);
}

#[test]
fn without_the_mediator_who_was_to_sign_the_same_words_are_drafted_anew_for_the_parties_alone() {
    let mut world = World::drafted();
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
    for who in [Who::Ana, Who::Bruna] {
        world.signs(who).unwrap();
    }
    let events = world.does(Who::System, vacate(Who::Mediator));
    assert_eq!(kinds(&events), ["seat_left", "agreement_worded"]);
    assert!(world.owes(&events).contains(&Owed::Draft { version: 2 }), "the former names a signer who is gone");
    world.draft();
    assert_eq!(world.sees(Who::Ana).agreement.unwrap().signers.len(), 2);
    assert_eq!(world.signs(Who::Ana).unwrap_err().code, Refusal::ReflectionRunning, "a contract is not a final term");
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(2) });
    for who in [Who::Ana, Who::Bruna] {
        world.signs(who).unwrap();
    }
    assert_eq!(world.phase(), Phase::Settled);
}

#[test]
fn a_signature_that_the_mediator_gave_before_stands() {
    let mut world = World::drafted();
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
    world.signs(Who::Mediator).unwrap();
    assert_eq!(kinds(&world.does(Who::System, vacate(Who::Mediator))), ["seat_left"]);
    for who in [Who::Ana, Who::Bruna] {
        world.signs(who).unwrap();
    }
    let seats: Vec<Seat> =
        world.case.procedure.concluded.unwrap().signatures.iter().map(|signature| signature.seat).collect();
    assert_eq!(seats, [Seat::Mediator, Seat::Consumer, Seat::Company]);
}

#[test]
fn an_officer_who_is_let_go_gives_the_entry_back_to_the_queue_with_its_deadline() {
    for (mut world, officer) in
        [(World::claimed(), Who::Ombudsman), (World::with_own_ombudsman(), Who::Ouvidora), (in_law(), Who::Legal)]
    {
        let due = world.sees(Who::Ana).entries.last().unwrap().due;
        assert!(readable(&world.case.procedure, &officer.actor()).len() >= 3);
        world.later(1);
        let events = world.does(Who::System, vacate(officer));
        assert_eq!(kinds(&events), ["entry_released", "seat_left"]);
        let entry = world.sees(Who::Ana).entries.last().unwrap().clone();
        assert_eq!((entry.state, entry.officer, entry.due), (EntryState::Waiting, None, due));
        // Back in the team, they read what the team reads.
        assert_eq!(capacity(&world.case.procedure, &officer.actor()), Some(Capacity::QueueOfficer));
        assert_eq!(readable(&world.case.procedure, &officer.actor()).len(), 1);
        world.does(officer, Command::EscalationClaim {});
    }
}

fn in_law() -> World {
    let mut world = World::breached();
    world.hands_over();
    world.does(Who::Legal, Command::EscalationClaim {});
    world
}

#[test]
fn an_officer_who_is_let_go_while_an_agreement_is_signed_leaves_the_entry_open() {
    let mut world = World::claimed();
    world.does(Who::Ana, propose(refund(100)));
    world.accepts(Who::Bruna, 1);
    assert_eq!(kinds(&world.does(Who::System, vacate(Who::Ombudsman))), ["entry_released", "seat_left"]);
    world.identify_company();
    world.draft();
    world.does(Who::Bruna, Command::AgreementRefuse { ground: AgreementRefuseGround::Other });
    assert_eq!(world.phase(), Phase::EscalatedOmbudsman);
    world.does(Who::Ombudsman, Command::EscalationClaim {});
}

#[test]
fn an_officer_whose_entry_is_done_with_only_leaves_the_seat() {
    let mut world = World::claimed();
    world.does(Who::Ana, propose(refund(100)));
    world.accepts(Who::Bruna, 1);
    world.sides_sign();
    assert_eq!(world.phase(), Phase::Settled);
    assert_eq!(kinds(&world.does(Who::System, vacate(Who::Ombudsman))), ["seat_left"]);
    assert_eq!(capacity(&world.case.procedure, &Who::Ombudsman.actor()), Some(Capacity::Register));
    assert!(world.view(Who::Ombudsman).is_none(), "the team's register of agreements shows nothing of the room");
}

#[test]
fn an_officer_whose_entry_was_resolved_hears_nothing_of_the_next_one() {
    let mut world = World::claimed();
    world.does(Who::Ana, propose(refund(100)));
    world.accepts(Who::Bruna, 1);
    world.sides_sign();
    world.later(40);
    world.clock_strikes();
    assert_eq!(world.phase(), Phase::EscalatedLegal);
    world.hands_over();
    world.does(Who::Legal, Command::EscalationClaim {});
    world.does(
        Who::Legal,
        Command::EscalationAsk { side: Side::Company, question: "Pagou?".into(), due_working_days: None, due: None },
    );
    let events = world.does(Who::Bruna, Command::EscalationAnswer { text: "Pago amanhã.".into(), evidence: vec![] });
    let told = |who: Who| {
        let to = NoticeTo::User(who.id());
        world.owes(&events).iter().any(|owed| matches!(owed, Owed::Notice(notice) if notice.to == to))
    };
    assert!(told(Who::Legal) && !told(Who::Ombudsman));
    assert!(!world.case.procedure.holds(Seat::Ombudsman), "the case is in other hands");
}

#[test]
fn nobody_takes_the_consumers_seat_away() {
    let mut world = World::mediation();
    assert_eq!(world.refuses(Who::System, vacate(Who::Ana)), Refusal::PersonNotEligible);
}

/// Both sides signed, and the mediator who is to sign is away.
fn signed_by_the_sides() -> World {
    let mut world = World::drafted();
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
    for who in [Who::Ana, Who::Bruna] {
        world.signs(who).unwrap();
    }
    world
}

fn replace(user: Option<Who>) -> Command {
    Command::MediatorReplace { user: user.map(Who::id) }
}

#[test]
fn a_coordinator_who_replaces_a_mediator_while_an_agreement_is_signed_leaves_it_to_the_parties() {
    let mut world = signed_by_the_sides();
    assert!(world.sees(Who::Coordinator).allowed.iter().any(|name| name == "mediator.replace"));
    let events = world.does(Who::Coordinator, replace(None));
    assert_eq!(kinds(&events), ["mediator_replaced", "seat_left", "agreement_worded"]);
    assert!(world.owes(&events).contains(&Owed::Draft { version: 2 }));
    assert!(world.view(Who::Mediator).is_none());
    world.draft();
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(2) });
    for who in [Who::Ana, Who::Bruna] {
        world.signs(who).unwrap();
    }
    assert_eq!(world.phase(), Phase::Settled);
}

#[test]
fn a_successor_who_accepts_signs_in_the_mediators_place_and_the_draft_waits_for_that() {
    let mut world = signed_by_the_sides();
    world.later(4);
    let events = world.does(Who::Coordinator, replace(Some(Who::Successor)));
    assert_eq!(kinds(&events), ["mediator_replaced", "seat_left", "mediator_assigned", "agreement_worded"]);
    assert!(!world.owes(&events).iter().any(|owed| matches!(owed, Owed::Draft { .. })), "nobody signs it twice");
    let turn = world.sees(Who::Ana).turn;
    assert_eq!((turn.who, turn.what), (TurnOf::Mediator, TurnFor::AcceptMediation));
    assert!(world.sees(Who::Successor).turn.yours);
    let accept = Command::MediatorAccept { no_conflict: true, disclosure: "Nada.".into() };
    let events = world.does(Who::Successor, accept);
    assert_eq!(kinds(&events), ["mediator_accepted", "seat_taken", "mediator_disclosed"]);
    assert_eq!(world.owes(&events), [Owed::Draft { version: 2 }], "there are no terms to accept before signing");
    // The time to sign begins with the new wording.
    world.later(2);
    world.clock_strikes();
    assert_eq!(world.phase(), Phase::Agreed);
    world.draft();
    for who in [Who::Ana, Who::Bruna, Who::Successor] {
        world.signs(who).unwrap();
    }
    assert_eq!(world.phase(), Phase::Settled);
    assert_eq!(world.case.procedure.concluded.as_ref().unwrap().signatures.len(), 3);
}

#[test]
fn a_successor_who_does_not_come_leaves_the_agreement_to_the_parties() {
    let mut world = signed_by_the_sides();
    world.does(Who::Coordinator, replace(Some(Who::Successor)));
    let mut declined = world.clone();
    let events = declined.does(Who::Successor, Command::MediatorDecline {});
    assert_eq!(declined.owes(&events), [Owed::Draft { version: 2 }]);
    world.later(3);
    let command = due(&world.case, &world.rules, world.now).unwrap();
    assert_eq!(command, Command::MediatorDecline {});
    let events = world.does(Who::System, command);
    assert_eq!(world.owes(&events), [Owed::Draft { version: 2 }]);
    world.draft();
    assert_eq!(world.sees(Who::Ana).agreement.unwrap().signers.len(), 2);
}

#[test]
fn a_signature_that_the_replaced_mediator_gave_before_stands() {
    let mut world = World::drafted();
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
    world.signs(Who::Mediator).unwrap();
    world.signs(Who::Ana).unwrap();
    let events = world.does(Who::Coordinator, replace(Some(Who::Successor)));
    assert_eq!(kinds(&events), ["mediator_replaced", "seat_left", "mediator_assigned"]);
    assert!(world.sees(Who::Bruna).turn.yours, "only this signature is missing");
    let events = world.signs(Who::Bruna).unwrap();
    assert!(kinds(&events).contains(&"assignment_ended"));
    assert_eq!(world.phase(), Phase::Settled);
}

#[test]
fn a_mediator_asked_for_in_a_negotiation_does_not_come_into_its_agreement() {
    let mut world = World::assigned();
    world.does(Who::Bruna, propose(refund(100)));
    world.accepts(Who::Ana, 1);
    let accept = Command::MediatorAccept { no_conflict: true, disclosure: "Nada.".into() };
    assert_eq!(world.refuses(Who::Mediator, accept), Refusal::WrongPhase);
}

#[test]
fn the_coordinator_is_told_in_time_that_the_mediator_alone_has_not_signed() {
    let mut world = signed_by_the_sides();
    let coordinators = NoticeTo::Members { organisation: OPERATOR, roles: vec![Role::Coordinator] };
    let until = world.case.joint().deal.as_ref().unwrap().draft.as_ref().unwrap().sign_until;
    let at = next_due(&world.case, &world.rules).unwrap();
    assert!(at.plus_days(2) <= until, "there is time to act");
    world.now = at;
    let command = due(&world.case, &world.rules, at).unwrap();
    let events = world.does(Who::System, command);
    assert_eq!(kinds(&events), ["deadline_reminded", "mediator_overdue"]);
    let told = |kind: NoticeKind| {
        let owed = world.owes(&events).into_iter();
        let fits = owed.filter_map(|owed| match owed {
            Owed::Notice(notice) if notice.kind == kind => Some(notice.to),
            _ => None,
        });
        fits.collect::<Vec<_>>()
    };
    assert_eq!(told(NoticeKind::ReplyOverdue), [coordinators]);
    assert_eq!(told(NoticeKind::MediatorLate), [NoticeTo::User(Who::Ana.id()), NoticeTo::User(Who::Bruna.id())]);
    let turn = world.sees(Who::Coordinator).turn;
    assert_eq!((turn.who, turn.what, turn.yours), (TurnOf::Coordinator, TurnFor::ReplaceMediator, true));
    assert_eq!(world.sees(Who::Ana).turn.what, TurnFor::Sign, "the sides see who has not signed");
    // Once is enough, and a mediator who signs ends it.
    let mut silent = world.clone();
    silent.now = until;
    let lapsed = {
        silent.clock_strikes();
        silent.history.iter().rev().find_map(|event| match &event.fact {
            Some(Fact::AgreementLapsed { missing, .. }) => Some(missing.clone()),
            _ => None,
        })
    };
    assert_eq!(lapsed, Some(vec![Seat::Mediator]), "no mail says that the sides failed");
    assert!(!silent.case.procedure.mediation.signature_overdue);
    world.signs(Who::Mediator).unwrap();
    assert_eq!(world.phase(), Phase::Settled);
}

#[test]
fn nobody_is_told_of_the_mediator_while_a_side_has_not_signed() {
    let mut world = World::drafted();
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
    world.signs(Who::Ana).unwrap();
    world.later(6);
    world.clock_strikes();
    assert!(!world.history.iter().any(|event| event.kind.name() == "mediator_overdue"));
}

#[test]
fn a_manager_hears_of_the_vacant_seat_and_of_no_word_that_they_do_not_read() {
    let mut world = World::mediation();
    world.does(Who::System, vacate(Who::Bruna));
    assert!(world.case.procedure.awaited.is_some());
    let said = world.does(Who::Mediator, message(Channel::Joint, "Esperamos a empresa."));
    let to_members =
        |owed: &Owed| matches!(owed, Owed::Notice(notice) if matches!(notice.to, NoticeTo::Members { .. }));
    assert!(!world.owes(&said).iter().any(to_members), "{:?}", world.owes(&said));
}
