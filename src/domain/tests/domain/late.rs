//! A team that has a case and does nothing keeps nobody waiting for ever.

use crate::time::{strikes, told, until};
use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::owed::{NoticeKind, NoticeTo, Owed};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::EntryState;
use acordo_domain::phase::Phase;
use acordo_domain::seat::*;

const ESCALATE: Command = Command::CaseEscalate { ground: EscalationGround::CompanyOverdue };

/// The company's own ombudsman has the case and has not claimed it.
fn waiting() -> World {
    let mut world = World::mediation();
    world.teams.ombudsman = true;
    world.does(Who::Mediator, Command::ImpasseDeclare { ground: ImpasseGround::NoAgreement });
    world.hands_over();
    world
}

fn parties() -> [NoticeTo; 2] {
    [Who::Ana, Who::Bruna].map(|who| NoticeTo::User(who.id()))
}

fn coordinators() -> NoticeTo {
    NoticeTo::Members { organisation: OPERATOR, roles: vec![Role::Coordinator] }
}

#[test]
fn when_a_companys_team_lets_its_time_pass_everybody_who_waits_is_told() {
    let mut world = waiting();
    let events = until(&mut world, "entry_breached");
    let managers = NoticeTo::Members { organisation: COMPANY, roles: vec![Role::Manager] };
    assert_eq!(told(&world, &events, NoticeKind::EntryBreached), [managers, coordinators()]);
    assert_eq!(told(&world, &events, NoticeKind::EntryLate), parties());
}

#[test]
fn the_consumer_may_go_on_to_the_operators_ombudsman_once_the_companys_is_late() {
    let mut world = waiting();
    let offered = |world: &World, who| world.sees(who).allowed.iter().any(|name| name == "case.escalate");
    assert!(!offered(&world, Who::Ana));
    assert_eq!(world.refuses(Who::Ana, ESCALATE), Refusal::WrongPhase);
    until(&mut world, "entry_breached");
    assert!(offered(&world, Who::Ana) && !offered(&world, Who::Bruna));
    let other = Command::CaseEscalate { ground: EscalationGround::ProposalsRefused };
    assert_eq!(world.refuses(Who::Ana, other), Refusal::GroundNotAllowed);
    // Who has claimed the case meanwhile is late all the same.
    world.does(Who::Ouvidora, Command::EscalationClaim {});
    let events = world.does(Who::Ana, ESCALATE);
    assert_eq!(kinds(&events), ["entry_forwarded", "seat_left", "escalation_opened"]);
    assert_eq!(told(&world, &events, NoticeKind::Forwarded), [NoticeTo::User(Who::Bruna.id())]);
    assert_eq!(told(&world, &events, NoticeKind::Escalated), [], "one mail to each");
    let entries = world.sees(Who::Ana).entries;
    assert_eq!((entries[0].state, entries[1].queue), (EntryState::Forwarded, Queue::OperatorOmbudsman));
    assert_eq!(entries[1].ground, EscalationGround::CompanyOverdue);
    assert!(world.view(Who::Ouvidora).is_none());
    world.hands_over();
    world.does(Who::Ombudsman, Command::EscalationClaim {});
}

#[test]
fn after_the_same_time_again_without_an_act_the_system_passes_the_case_on() {
    let mut world = waiting();
    until(&mut world, "entry_breached");
    let breached = world.now;
    let events = until(&mut world, "entry_forwarded");
    assert_eq!(world.now, world.rules.calendar.working_days(breached, world.rules.ombudsman_working_days));
    assert_eq!(kinds(&events), ["entry_forwarded", "escalation_opened"]);
    assert_eq!(told(&world, &events, NoticeKind::Forwarded), parties());
    assert_eq!(world.sees(Who::Ana).entries[1].queue, Queue::OperatorOmbudsman);
}

#[test]
fn an_officer_who_acts_is_given_the_time_anew() {
    let mut world = waiting();
    until(&mut world, "entry_breached");
    world.later(5);
    world.does(Who::Ouvidora, Command::EscalationClaim {});
    let claimed = world.now;
    until(&mut world, "entry_forwarded");
    assert_eq!(world.now, world.rules.calendar.working_days(claimed, world.rules.ombudsman_working_days));
}

#[test]
fn a_companys_legal_team_that_is_late_with_a_breach_passes_it_on_to_the_operators() {
    let mut world = World::settled();
    world.settle_on(|settings| settings.breach_to_company = true);
    world.teams.legal = true;
    let escalated = until(&mut world, "escalation_opened");
    assert!(kinds(&escalated).contains(&"obligation_breached"));
    assert_eq!(world.sees(Who::Ana).entries[0].queue, Queue::CompanyLegal);
    until(&mut world, "entry_forwarded");
    assert_eq!((world.phase(), world.sees(Who::Ana).entries[1].queue), (Phase::EscalatedLegal, Queue::OperatorLegal));
}

#[test]
fn of_the_operators_own_late_entry_the_coordinator_is_told_every_working_day() {
    let mut world = World::escalated();
    world.hands_over();
    let due = world.sees(Who::Ana).entries[0].due;
    let events = until(&mut world, "entry_breached");
    let led = NoticeTo::Members { organisation: OPERATOR, roles: vec![Role::Admin, Role::Coordinator] };
    assert_eq!(told(&world, &events, NoticeKind::EntryBreached), [led]);
    assert_eq!(told(&world, &events, NoticeKind::EntryLate), parties());
    let mut last = world.now;
    for _ in 0..4 {
        let events = strikes(&mut world);
        assert_eq!(told(&world, &events, NoticeKind::EntryBreached), [coordinators()]);
        assert!(world.now > last && world.now <= world.rules.calendar.deadline(last, 0), "every working day");
        last = world.now;
    }
    assert_eq!(world.refuses(Who::Ana, ESCALATE), Refusal::WrongPhase, "there is nobody above to turn to");
    let shown = world.sees(Who::Ana);
    assert_eq!(shown.entries[0].due, due, "the date that was missed stays what it was");
    // A server that was off for a while tells it once.
    world.now = world.now.plus_days(20);
    strikes(&mut world);
    assert!(acordo_domain::case::due::due(&world.case, &world.rules, world.now).is_none());
}

#[test]
fn an_officer_does_not_say_that_the_own_team_was_late() {
    let mut world = waiting();
    world.does(Who::Ouvidora, Command::EscalationClaim {});
    let forward = Command::EscalationForward {
        reasons: reasons(),
        queue: Queue::OperatorOmbudsman,
        ground: ForwardGround::Overdue,
        note: None,
    };
    assert_eq!(world.refuses(Who::Ouvidora, forward), Refusal::GroundNotAllowed);
}

#[test]
fn a_decision_has_reasons_that_both_sides_and_the_officer_of_the_entry_read() {
    let forward =
        |queue| Command::EscalationForward { queue, ground: ForwardGround::NotAgreed, reasons: reasons(), note: None };
    let close = |outcome| Command::EscalationClose { outcome, reasons: reasons() };
    let decisions = [
        (World::claimed(), Who::Ombudsman, Command::EscalationRemit { mediator: None, reasons: reasons() }),
        (World::claimed(), Who::Ombudsman, forward(Queue::OperatorLegal)),
        (World::claimed(), Who::Ombudsman, close(ClosingOutcome::ReferredToCourt)),
        (World::with_own_ombudsman(), Who::Ouvidora, close(ClosingOutcome::FinalAnswer)),
    ];
    for (mut world, officer, decision) in decisions {
        let events = world.does(officer, decision);
        let explained = &events[0];
        assert_eq!((explained.kind.name(), explained.channel), ("decision_explained", Channel::Review { entry: 1 }));
        assert_eq!(explained.by.as_ref().map(|by| by.id), Some(officer.id()));
        let reads = |who: Who| {
            let (channel, seq) = (explained.channel, explained.seq);
            acordo_domain::case::audience::may_read(&world.case.procedure, &who.actor(), channel, seq)
        };
        assert!([Who::Ana, Who::Bruna].into_iter().all(reads));
        assert!(![Who::Coordinator, Who::Manager, Who::Legal].into_iter().any(reads));
        // One mail to each, of what was decided.
        let mails = world
            .owes(&events)
            .into_iter()
            .filter(|owed| matches!(owed, Owed::Notice(notice) if notice.to == NoticeTo::User(Who::Ana.id())));
        assert_eq!(mails.count(), 1, "{events:?}");
    }
}

#[test]
fn reasons_are_asked_for_and_can_be_set_on_a_paper() {
    let say =
        |reasons: &str| Command::EscalationClose { outcome: ClosingOutcome::NoAgreement, reasons: reasons.to_owned() };
    let mut world = World::claimed();
    for (words, code) in [(" ", Refusal::TextEmpty), ("Não \u{1F600}", Refusal::NotPrintable)] {
        let refused = world.refused(Who::Ombudsman, say(words));
        assert_eq!((refused.code, refused.pointer.as_deref()), (code, Some("/reasons")));
    }
    let refused = world.refused(Who::Ombudsman, say(&"a".repeat(10_001)));
    assert_eq!(refused.code, Refusal::TextTooLong);
}

#[test]
fn what_both_accept_in_a_review_is_told_once() {
    let mut world = World::claimed();
    let recommend =
        Command::EscalationRecommend { terms: refund(100), reasons: reasons(), valid_days: None, valid_until: None };
    world.does(Who::Ombudsman, recommend);
    let channel = world.review();
    let accept = |world: &World| {
        let terms_hash = world.case.talk(channel).proposal(1).unwrap().terms_hash.clone();
        Command::ProposalAccept { channel, number: 1, terms_hash }
    };
    let first = accept(&world);
    world.does(Who::Bruna, first);
    let second = accept(&world);
    let events = world.does(Who::Ana, second);
    assert_eq!(told(&world, &events, NoticeKind::ProposalAccepted), [NoticeTo::User(Who::Bruna.id())]);
    assert!(told(&world, &events, NoticeKind::Identify).len() <= 1);
}
