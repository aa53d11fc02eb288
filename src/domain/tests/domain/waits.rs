//! Nobody waits unseen: late people are reminded, and whoever can help is told.

use crate::time::{strikes, told, until};
use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::due::{due, next_due};
use acordo_domain::case::event::{Event, Fact, FinalTermGround};
use acordo_domain::case::owed::{NoticeKind, NoticeTo, Owed};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::moment::Moment;
use acordo_domain::phase::Phase;
use acordo_domain::rules::DeadlineRule;
use acordo_domain::seat::*;
use acordo_domain::view::{TurnFor, TurnOf};

fn coordinators() -> NoticeTo {
    NoticeTo::Members { organisation: OPERATOR, roles: vec![Role::Coordinator] }
}

fn person(who: Who) -> NoticeTo {
    NoticeTo::User(who.id())
}

fn due_of(world: &World, who: Who, rule: DeadlineRule) -> Option<(Moment, TurnOf)> {
    let found = world.sees(who).deadlines.into_iter().find(|deadline| deadline.rule == rule);
    found.map(|deadline| (deadline.due, deadline.owner))
}

#[test]
fn in_mediation_the_mediator_answers_a_side_within_two_working_days_or_the_coordinator_is_told() {
    let mut world = World::mediation();
    world.does(Who::Ana, message(Channel::Joint, "Quando começamos?"));
    let (due, owner) = due_of(&world, Who::Ana, DeadlineRule::RoomReply).unwrap();
    assert_eq!((due, owner), (world.rules.calendar.working_days(world.now, 2), TurnOf::Mediator));
    assert_eq!(world.sees(Who::Ana).turn.until, Some(due), "the page says until when");
    let first = strikes(&mut world);
    assert_eq!(told(&world, &first, NoticeKind::DeadlineReminder), [person(Who::Mediator)]);
    let second = strikes(&mut world);
    assert_eq!(kinds(&second), ["deadline_reminded", "mediator_overdue"]);
    assert_eq!(told(&world, &second, NoticeKind::ReplyOverdue), [coordinators()]);
    assert_eq!(told(&world, &second, NoticeKind::MediatorLate), [person(Who::Ana), person(Who::Bruna)]);
    // An answer ends the wait.
    world.does(Who::Mediator, message(Channel::Joint, "Agora."));
    assert_eq!(due_of(&world, Who::Ana, DeadlineRule::RoomReply).unwrap().1, TurnOf::Both);
}

#[test]
fn after_the_mediators_word_both_sides_answer_and_one_answer_hands_the_word_back() {
    let mut world = World::mediation();
    world.does(Who::Mediator, message(Channel::Joint, "O que cada um espera?"));
    for who in [Who::Ana, Who::Bruna] {
        let turn = world.sees(who).turn;
        assert!(turn.yours && turn.what == TurnFor::Reply, "{turn:?}");
    }
    let mut silent = world.clone();
    let late = until(&mut silent, "reply_overdue");
    assert_eq!(kinds(&late), ["deadline_reminded", "reply_overdue", "reply_overdue"]);
    assert_eq!(told(&silent, &late, NoticeKind::ReplyLate), [], "both are waited for");
    assert_eq!(told(&silent, &late, NoticeKind::ReplyOverdue), [person(Who::Mediator), coordinators()], "told once");
    world.does(Who::Bruna, message(Channel::Joint, "Um acordo."));
    assert_eq!(world.sees(Who::Ana).turn.who, TurnOf::Mediator);
    // Nobody can answer while the floor is paused.
    world.does(Who::Mediator, message(Channel::Joint, "Uma pausa."));
    world.does(Who::Mediator, Command::FloorPause {});
    assert_eq!(world.sees(Who::Ana).turn.who, TurnOf::Mediator);
}

#[test]
fn a_proposal_that_nobody_answers_is_told_to_its_author_and_hands_the_word_to_the_mediator() {
    let mut world = World::mediation();
    world.does(Who::Ana, propose(refund(100)));
    assert_eq!(due_of(&world, Who::Ana, DeadlineRule::RoomReply), None, "the proposal has a time of its own");
    let expired = until(&mut world, "proposal_expired");
    assert_eq!(told(&world, &expired, NoticeKind::ReplyLate), [person(Who::Ana), person(Who::Mediator)]);
    let (due, owner) = due_of(&world, Who::Ana, DeadlineRule::RoomReply).unwrap();
    assert_eq!((due, owner), (world.rules.calendar.working_days(world.now, 2), TurnOf::Mediator));
}

#[test]
fn a_question_in_a_caucus_is_reminded_there_and_nobody_else_learns_of_it() {
    let mut world = World::mediation();
    world.does(Who::Mediator, Command::SummaryWrite { side: Side::Consumer, text: "Quer o dinheiro.".into() });
    let seen = |world: &World, who: Who| {
        world.sees(who).deadlines.iter().filter(|deadline| deadline.owner == TurnOf::Consumer).count()
    };
    assert_eq!((seen(&world, Who::Ana), seen(&world, Who::Mediator), seen(&world, Who::Bruna)), (1, 1, 0));
    let mut reminders = Vec::new();
    for _ in 0..8 {
        let events = strikes(&mut world);
        if events[0].channel == caucus(Side::Consumer) {
            assert!(events.iter().all(|event| event.channel == caucus(Side::Consumer)), "{events:?}");
            reminders.push(events);
        }
        if reminders.len() == 2 {
            break;
        }
    }
    assert_eq!(told(&world, &reminders[0], NoticeKind::DeadlineReminder), [person(Who::Ana)]);
    assert_eq!(told(&world, &reminders[1], NoticeKind::ReplyOverdue), [person(Who::Mediator)]);
    world.does(Who::Ana, Command::SummaryConfirm {});
    assert_eq!(seen(&world, Who::Ana), 0);
    // The other way round: somebody who wrote to the mediator hears that the answer is late.
    world.does(Who::Ana, message(caucus(Side::Consumer), "E agora?"));
    let mut late = Vec::new();
    while late.is_empty() {
        let events = strikes(&mut world);
        if events[0].channel == caucus(Side::Consumer) {
            late = told(&world, &events, NoticeKind::MediatorLate);
        }
    }
    assert_eq!(late, [person(Who::Ana)]);
}

#[test]
fn a_side_that_never_accepts_the_mediators_terms_is_reminded_and_has_then_left() {
    let mut world = World::mediator_came();
    world.does(Who::Ana, Command::GroundRulesAccept { version: 1 });
    let began = world.now;
    assert_eq!(due_of(&world, Who::Ana, DeadlineRule::GroundRules).unwrap().1, TurnOf::Company);
    let first = strikes(&mut world);
    assert_eq!(told(&world, &first, NoticeKind::DeadlineReminder), [person(Who::Bruna)]);
    let second = strikes(&mut world);
    assert_eq!(kinds(&second), ["deadline_reminded", "reply_overdue"]);
    assert!(told(&world, &second, NoticeKind::ReplyOverdue).contains(&coordinators()));
    assert_eq!(told(&world, &second, NoticeKind::ReplyLate), [person(Who::Ana)]);
    let left = until(&mut world, "terms_lapsed");
    assert_eq!(world.now, world.rules.calendar.deadline(began, 10));
    assert_eq!(left[0].seat, Voice::System);
    assert_eq!(world.phase(), Phase::EscalatedOmbudsman);
    assert!(world.view(Who::Mediator).is_none());
    // Nobody left, and the mediation never began: the paper that there is says so, from this day on.
    assert!(!world.history.iter().any(|event| event.kind.name() == "mediation_left"));
    assert_eq!(world.case.procedure.final_terms, []);
    assert_eq!(world.case.procedure.certificates.last().unwrap().ground, CertificateGround::MediationNotBegun);
    assert_eq!(world.sees(Who::Ana).entries[0].ground, EscalationGround::TermsNotAccepted);
    assert!(
        world.case.procedure.mediation.not_accepted.company && !world.case.procedure.mediation.not_accepted.consumer
    );
}

#[test]
fn after_another_mediator_came_the_terms_are_accepted_anew_or_the_term_says_that_they_were_not() {
    let replaced = || {
        let mut world = World::mediation();
        world.does(Who::Coordinator, Command::MediatorReplace { user: Some(Who::Successor.id()) });
        world
    };
    let remitted = || {
        let mut world = World::claimed();
        let remit = Command::EscalationRemit { mediator: Some(Who::Successor.id()), reasons: reasons() };
        world.does(Who::Ombudsman, remit);
        world
    };
    let accept = Command::GroundRulesAccept { version: 1 };
    for mut world in [replaced(), remitted()] {
        assert_eq!(world.refuses(Who::Ana, accept.clone()), Refusal::NoMediator, "nothing was disclosed yet");
        world.does(Who::Ana, message(Channel::Joint, "E agora?"));
        world.does(Who::Successor, Command::MediatorAccept { no_conflict: true, disclosure: "Nenhum.".into() });
        let writes = message(Channel::Joint, "Oi.");
        assert_eq!(world.refuses(Who::Ana, writes), Refusal::GroundRulesNotAccepted);
        world.does(Who::Ana, accept.clone());
    }
    let grounds = |who: &[Who]| {
        let mut world = replaced();
        world.does(Who::Successor, Command::MediatorAccept { no_conflict: true, disclosure: "Nenhum.".into() });
        for who in who {
            world.does(*who, accept.clone());
        }
        until(&mut world, "terms_lapsed");
        world.case.procedure.final_terms.iter().map(|term| term.ground).collect::<Vec<_>>()
    };
    assert_eq!(grounds(&[]), [FinalTermGround::NeitherAccepted]);
    assert_eq!(grounds(&[Who::Ana]), [FinalTermGround::CompanyDidNotAccept]);
    assert_eq!(grounds(&[Who::Bruna]), [FinalTermGround::ConsumerDidNotAccept]);
}

#[test]
fn a_mediator_who_is_away_is_replaced_and_reads_nothing_more() {
    let mut world = World::mediation();
    world.does(Who::Ana, message(caucus(Side::Consumer), "Só para você."));
    assert!(world.sees(Who::Coordinator).allowed.iter().any(|name| name == "mediator.replace"));
    let events = world.does(Who::Coordinator, Command::MediatorReplace { user: Some(Who::Successor.id()) });
    assert_eq!(kinds(&events), ["mediator_replaced", "seat_left", "mediator_assigned"]);
    let to = told(&world, &events, NoticeKind::MediatorReplaced);
    assert_eq!(to, [person(Who::Ana), person(Who::Bruna)]);
    assert_eq!(told(&world, &events, NoticeKind::SeatLost), [person(Who::Mediator)]);
    assert!(world.view(Who::Mediator).is_none());
    world.does(Who::Successor, Command::MediatorAccept { no_conflict: true, disclosure: "Nenhum.".into() });
    let heads = world.sees(Who::Successor).heads;
    assert!(heads.contains_key(&Channel::Caucus { side: Side::Consumer, nth: 2 }));
    assert!(!heads.contains_key(&caucus(Side::Consumer)));
    // If it is left to the rotation, somebody is looked for.
    let events = world.does(Who::Coordinator, Command::MediatorReplace { user: None });
    assert!(world.owes(&events).contains(&Owed::AssignMediator));
    // A person who has mediated here does not come back.
    let again = Command::MediatorAssign { user: Who::Mediator.id() };
    assert_eq!(world.refuses(Who::Coordinator, again), Refusal::PersonNotEligible);
}

#[test]
fn who_was_asked_and_is_ill_is_replaced_before_the_time_is_over() {
    let mut world = World::assigned();
    let events = world.does(Who::Coordinator, Command::MediatorReplace { user: Some(Who::Successor.id()) });
    assert_eq!(kinds(&events), ["mediator_replaced", "mediator_assigned"]);
    assert!(world.view(Who::Mediator).is_none());
    assert_eq!(world.sees(Who::Successor).capacity, Capacity::AssignedMediator);
}

#[test]
fn where_nobody_is_free_the_coordinator_is_told_every_day_until_somebody_is() {
    let mut world = World::negotiation();
    world.does(Who::Ana, Command::MediatorRequest {});
    let events = world.does(Who::System, Command::MediatorFindNobody {});
    assert_eq!(told(&world, &events, NoticeKind::MediatorMissing), [coordinators()]);
    assert_eq!(told(&world, &events, NoticeKind::MediatorAwaited), [person(Who::Ana), person(Who::Bruna)]);
    let (asked, mut days) = (world.now, Vec::new());
    for _ in 0..30 {
        let events = strikes(&mut world);
        let again = told(&world, &events, NoticeKind::MediatorMissing);
        if !again.is_empty() {
            assert_eq!(again, [coordinators()]);
            assert!(world.owes(&events).contains(&Owed::AssignMediator), "somebody may have become free");
            let yesterday = days.last().copied().unwrap_or(asked);
            assert_eq!(world.now, world.rules.calendar.deadline(yesterday, 0), "every working day");
            days.push(world.now);
        }
        if days.len() == 3 {
            break;
        }
    }
    assert_eq!(days.len(), 3);
    world.does(Who::Coordinator, Command::MediatorAssign { user: Who::Successor.id() });
    assert_eq!(due_of(&world, Who::Coordinator, DeadlineRule::MediatorMissing), None);
}

#[test]
fn three_who_stayed_silent_are_no_dead_end() {
    let mut world = World::assigned();
    world.does(Who::Bruna, message(Channel::Joint, "Estamos aqui."));
    for _ in 0..3 {
        until(&mut world, "mediator_lapsed");
        world.does(Who::Coordinator, Command::MediatorAssign { user: Who::Mediator.id() });
    }
    world.does(Who::Mediator, Command::MediatorAccept { no_conflict: true, disclosure: "Nenhum.".into() });
    assert_eq!(world.phase(), Phase::Mediation);
}

#[test]
fn a_complaint_that_no_rule_admits_waits_for_the_coordinator_who_is_told() {
    let mut world = World::empty();
    world.rules.admit_by_rule = false;
    let facts = world.file(&filing()).unwrap();
    let filed = world.record(facts);
    assert_eq!(told(&world, &filed, NoticeKind::ToAdmit), [coordinators()]);
    assert_eq!(told(&World::intake(), &World::intake().history, NoticeKind::Admitted), [], "a rule says nothing");
    assert_eq!(due_of(&world, Who::Ana, DeadlineRule::Admission).unwrap().1, TurnOf::Coordinator);
    for _ in 0..2 {
        let again = strikes(&mut world);
        assert_eq!(told(&world, &again, NoticeKind::ToAdmit), [coordinators()]);
    }
    let mut refused = world.clone();
    let refuse = Command::CaseRefuse { ground: RefuseGround::OutOfScope };
    let events = refused.does(Who::Coordinator, refuse.clone());
    assert_eq!(refused.phase(), Phase::ClosedRefused);
    assert_eq!(refused.case.procedure.not_admitted, Some(RefuseGround::OutOfScope));
    assert_eq!(told(&refused, &events, NoticeKind::Closed), [person(Who::Ana)]);
    let events = world.does(Who::Coordinator, Command::CaseAdmit {});
    assert_eq!(told(&world, &events, NoticeKind::Admitted), [person(Who::Ana)]);
    assert_eq!(world.refuses(Who::Coordinator, refuse), Refusal::AlreadyAdmitted);
    assert_eq!(due_of(&world, Who::Coordinator, DeadlineRule::Admission), None);
}

#[test]
fn nobody_is_called_silent_who_waits_for_a_mediator() {
    let mut world = World::negotiation();
    world.does(Who::Bruna, message(Channel::Joint, "Oi."));
    world.does(Who::Ana, Command::MediatorRequest {});
    world.does(Who::System, Command::MediatorFindNobody {});
    for _ in 0..60 {
        let events = strikes(&mut world);
        let owed =
            |event: &Event| matches!(&event.fact, Some(Fact::DeadlineReminded { rule: DeadlineRule::RoomReply, .. }));
        assert!(!events.iter().any(owed), "the consumer owes no word");
        if world.phase() != Phase::Negotiation {
            break;
        }
    }
    assert_ne!(world.phase(), Phase::ClosedAbandoned);
}

#[test]
fn an_accepted_offer_does_not_wait_without_end_for_a_name() {
    let mut world = World::negotiation();
    world.does(Who::Bruna, propose(refund(1_000)));
    world.accepts(Who::Ana, 1);
    assert!(world.sees(Who::Ana).deadlines.iter().any(|runs| runs.rule == DeadlineRule::Signatures));
    let events = strikes(&mut world);
    assert!(
        !told(&world, &events, NoticeKind::Identify).is_empty()
            || !told(&world, &events, NoticeKind::LegalIdentityMissing).is_empty()
    );
    until(&mut world, "agreement_lapsed");
    assert_eq!(world.phase(), Phase::Negotiation);
}

#[test]
fn what_is_reported_counts_as_done_on_the_day_that_was_told() {
    let mut world = World::settled();
    world.does(Who::Bruna, Command::ObligationReportDone { id: 1, evidence: vec![], money: None, on: None });
    let told = |world: &World| {
        let runs = world.sees(Who::Ana).deadlines.into_iter().find(|runs| runs.rule == DeadlineRule::Confirmation);
        runs.map(|runs| runs.due)
    };
    let promised = told(&world).unwrap();
    for _ in 0..2 {
        world.now = next_due(&world.case, &world.rules).unwrap();
        // The clock strikes some minutes after midnight.
        world.now = world.now.plus_millis(37 * 60_000);
        let command = due(&world.case, &world.rules, world.now).unwrap();
        world.does(Who::System, command);
        assert_eq!(told(&world), Some(promised));
    }
    assert_eq!(next_due(&world.case, &world.rules), Some(promised));
}

#[test]
fn whoever_was_asked_to_mediate_hears_once_that_the_sides_agreed_without() {
    for owed in [true, false] {
        let mut world = World::assigned();
        let mut terms = refund(200_000);
        if !owed {
            terms.obligations.clear();
            terms.clauses = vec!["A geladeira fica com a consumidora.".to_owned()];
        }
        world.does(Who::Bruna, propose(terms));
        world.accepts(Who::Ana, 1);
        world.identify_company();
        world.draft();
        world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
        world.signs(Who::Ana).unwrap();
        let events = world.signs(Who::Bruna).unwrap();
        assert_eq!(told(&world, &events, NoticeKind::AssignmentEnded), [NoticeTo::User(Who::Mediator.id())], "{owed}");
        assert!(world.case.procedure.mediation.assigned.is_none());
        assert_eq!(world.phase() == Phase::Settled, owed);
    }
}

#[test]
fn whoever_was_asked_to_mediate_hears_that_it_is_not_needed_any_more() {
    let mut world = World::assigned();
    let events = world.does(Who::Ana, Command::CaseWithdraw {});
    let to = NoticeTo::User(Who::Mediator.id());
    assert_eq!(told(&world, &events, NoticeKind::AssignmentEnded), [to]);
    assert!(world.case.procedure.mediation.assigned.is_none());
    assert_eq!(world.refuses(Who::Mediator, Command::MediatorDecline {}), Refusal::NoCapacity);
}
