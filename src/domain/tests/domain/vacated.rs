//! Whoever loses the membership on which a seat was taken loses the seat, and the case goes on without them.

use crate::world::*;
use acordo_domain::case::audience::{capacity, readable};
use acordo_domain::case::command::*;
use acordo_domain::case::owed::{NoticeTo, Owed};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::EntryState;
use acordo_domain::phase::Phase;
use acordo_domain::seat::*;
use acordo_domain::view::{MediatorState, TurnFor};

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
    assert_eq!(capacity(&world.case.procedure, &Who::Ombudsman.actor()), None);
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
