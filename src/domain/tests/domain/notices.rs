//! Who is told what.

use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::event::Event;
use acordo_domain::case::owed::{Notice, NoticeKind, NoticeTo, Owed};
use acordo_domain::case::refusal::Refusal;
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

/// Lei 13.140, art. 21: thirty days from receipt. Nobody loses an answer because a mail server was away for a week.
#[test]
fn the_time_to_answer_runs_from_the_receipt_and_a_lost_invitation_is_told() {
    let mut world = World::intake();
    let coordinators = NoticeTo::Members { organisation: OPERATOR, roles: vec![Role::Coordinator] };
    let until = |world: &World| world.case.procedure.invitation.as_ref().unwrap().until;
    let sent = until(&world);
    world.later(5);
    let lost = world.does(Who::System, Command::InvitationRecordMail { delivered: false });
    assert_eq!(letters(&world, &lost), [(coordinators, NoticeKind::InvitationUndelivered)]);
    assert_eq!(until(&world), sent);
    let refused = world.refuses(Who::System, Command::InvitationRecordMail { delivered: false });
    assert_eq!(refused, Refusal::InvitationNotOpen);
    world.later(2);
    let received = world.now;
    world.does(Who::System, Command::InvitationRecordMail { delivered: true });
    assert_eq!(until(&world), world.rules.calendar.deadline(received, world.rules.invitation_days));
    let view = world.view(Who::Bruna).unwrap().invitation.unwrap();
    assert_eq!((view.received_at, view.undeliverable), (Some(received), false));
    // Only the first receipt counts, however many people at the company get the invitation.
    world.later(1);
    let refused = world.refuses(Who::System, Command::InvitationRecordMail { delivered: true });
    assert_eq!(refused, Refusal::InvitationNotOpen);
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
    let managers = NoticeTo::Members { organisation: COMPANY, roles: vec![Role::Manager] };
    for to in [to(Who::Bruna), managers] {
        assert!(letters(&world, &events).contains(&(to, NoticeKind::LegalIdentityMissing)));
    }
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

#[test]
fn what_a_debtor_says_goes_to_the_creditor_and_not_to_a_colleague() {
    let mut world = World::settled();
    world.does(Who::Carlos, Command::SeatJoin {});
    let events =
        world.does(Who::Bruna, Command::ObligationReportDone { id: 1, evidence: vec![], money: None, on: None });
    assert_eq!(letters(&world, &events), [(to(Who::Ana), NoticeKind::ObligationReported)]);
    let events = world.does(Who::Ana, Command::ObligationRelease { id: 1, money: None });
    let released: Vec<_> =
        letters(&world, &events).into_iter().filter(|(_, kind)| *kind == NoticeKind::ObligationReleased).collect();
    assert_eq!(released.len(), 2, "both who sit for the debtor: {released:?}");
    assert!(released.iter().all(|(who, _)| *who != to(Who::Ana)));
}
