//! Who is told of what.

use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::event::Event;
use acordo_domain::case::owed::{Notice, NoticeKind, NoticeTo, Owed};
use acordo_domain::id::UserId;
use acordo_domain::seat::*;

fn letters(world: &World, events: &[Event]) -> Vec<(NoticeTo, NoticeKind)> {
    world
        .owes(events)
        .into_iter()
        .filter_map(|owed| match owed {
            Owed::Notice(Notice { to, kind, .. }) => Some((to, kind)),
            _ => None,
        })
        .collect()
}

fn to(who: Who) -> NoticeTo {
    let id: UserId = who.id();
    NoticeTo::User(id)
}

#[test]
fn the_filer_gets_a_link_and_the_company_an_invitation() {
    let world = World::intake();
    let members = NoticeTo::Members { organisation: COMPANY, roles: vec![Role::Manager, Role::Rep] };
    assert_eq!(
        letters(&world, &world.history),
        [(to(Who::Ana), NoticeKind::CaseFiledLink), (members, NoticeKind::Invitation)]
    );
}

#[test]
fn a_message_is_a_letter_only_when_it_changes_the_turn() {
    let mut world = World::negotiation();
    let first = world.does(Who::Bruna, message(Channel::Joint, "Bom dia"));
    assert_eq!(letters(&world, &first), [(to(Who::Ana), NoticeKind::Message)]);
    let second = world.does(Who::Bruna, message(Channel::Joint, "Tudo bem?"));
    assert_eq!(letters(&world, &second), []);
    let answer = world.does(Who::Ana, message(Channel::Joint, "Não."));
    assert_eq!(letters(&world, &answer), [(to(Who::Bruna), NoticeKind::Message)]);
}

#[test]
fn a_private_word_is_told_to_its_readers_alone() {
    let mut world = World::mediation();
    let events = world.does(Who::Ana, message(caucus(Side::Consumer), "Só entre nós"));
    assert_eq!(letters(&world, &events), [(to(Who::Mediator), NoticeKind::Private)]);
    let events = world.does(Who::Mediator, Command::SummaryWrite { side: Side::Company, text: "Ouvi isto.".into() });
    assert_eq!(letters(&world, &events), [(to(Who::Bruna), NoticeKind::Private)]);
    let events = world.does(Who::Mediator, Command::NotePut { channel: Channel::Notes { nth: 1 }, text: "x".into() });
    assert_eq!(letters(&world, &events), []);
    let events = world.does(Who::Bruna, Command::NotePut { channel: Channel::Internal, text: "x".into() });
    assert_eq!(letters(&world, &events), []);
}

#[test]
fn a_request_owes_a_mediator_and_the_assigned_one_is_told() {
    let mut world = World::negotiation();
    let events = world.does(Who::Ana, Command::MediatorRequest {});
    assert_eq!(world.owes(&events)[0], Owed::AssignMediator);
    assert_eq!(letters(&world, &events), [(to(Who::Bruna), NoticeKind::MediatorRequested)]);
    let events = world.does(Who::System, Command::MediatorAssign { user: Who::Mediator.id() });
    assert_eq!(letters(&world, &events), [(to(Who::Mediator), NoticeKind::MediatorAssigned)]);
    let events = world.does(Who::Mediator, Command::MediatorDecline {});
    assert_eq!(world.owes(&events), [Owed::AssignMediator]);
}

#[test]
fn a_request_that_waited_through_a_failed_agreement_is_served_then() {
    let mut world = World::assigned();
    world.does(Who::Mediator, Command::MediatorDecline {});
    world.does(Who::Bruna, propose(refund(10)));
    world.accepts(Who::Ana, 1);
    let events = world.does(Who::Ana, Command::AgreementRefuse { ground: AgreementRefuseGround::ChangedMind });
    assert!(world.owes(&events).contains(&Owed::AssignMediator));
}

#[test]
fn an_acceptance_asks_who_is_not_identified_and_the_copies_go_to_all() {
    let mut world = World::mediation();
    world.does(Who::Bruna, propose(refund(10)));
    let accept = world.acceptance(1);
    let events = world.does(Who::Ana, accept);
    assert!(letters(&world, &events).contains(&(to(Who::Bruna), NoticeKind::Identify)));
    let mut world = World::settled();
    let events = world.does(
        Who::System,
        Command::AgreementSeal { version: 1, document_hash: HASH_A.into(), pdf_hash: HASH_B.into() },
    );
    let told = letters(&world, &events);
    for who in [Who::Ana, Who::Bruna, Who::Mediator] {
        assert!(told.contains(&(to(who), NoticeKind::Concluded)), "{who:?}");
    }
}
