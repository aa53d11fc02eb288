//! How cases end, what ends them, and what reopening brings back.

use crate::world::*;
use acordo_domain::case::audience::capacity;
use acordo_domain::case::command::*;
use acordo_domain::case::event::FinalTermGround;
use acordo_domain::case::owed::{NoticeKind, Owed};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::ProposalState;
use acordo_domain::phase::Phase;
use acordo_domain::seat::*;

fn grounds(world: &World) -> Vec<FinalTermGround> {
    world.case.procedure.final_terms.iter().map(|term| term.ground).collect()
}

fn close(outcome: ClosingOutcome) -> Command {
    Command::EscalationClose { outcome, reasons: reasons() }
}

/// Breached, and claimed by the operator's legal team.
fn in_legal() -> World {
    let mut world = World::breached();
    world.hands_over();
    world.does(Who::Legal, Command::EscalationClaim {});
    world
}

#[test]
fn with_a_concluded_agreement_no_term_says_that_there_was_none() {
    let mut silent = World::settled();
    silent.does(Who::Bruna, Command::ObligationReportDone { id: 1, evidence: vec![], money: None, on: None });
    for _ in 0..40 {
        silent.later(1);
        silent.clock_strikes();
    }
    assert_eq!((silent.phase(), grounds(&silent)), (Phase::ClosedSettledUnconfirmed, vec![]));
    let mut enforced = in_legal();
    enforced.does(Who::Legal, close(ClosingOutcome::EnforcedElsewhere));
    assert_eq!((enforced.phase(), grounds(&enforced)), (Phase::ClosedEnforcedElsewhere, vec![]));
    assert_eq!(grounds(&World::closed()), []);
    let span = World::closed().case.procedure.mediations[0].clone();
    assert!(span.agreed && span.ended.is_some(), "the agreement is the final term");
}

#[test]
fn an_officer_is_offered_only_the_outcomes_that_fit() {
    let mut world = in_legal();
    let offered = |world: &World, who| world.sees(who).entries.last().unwrap().closings.clone();
    assert_eq!(
        offered(&world, Who::Legal),
        [ClosingOutcome::EnforcedElsewhere],
        "what is owed is the creditor's to release"
    );
    for outcome in [
        ClosingOutcome::Released,
        ClosingOutcome::NoAgreement,
        ClosingOutcome::FinalAnswer,
        ClosingOutcome::ReferredToCourt,
    ] {
        assert_eq!(world.refuses(Who::Legal, close(outcome)), Refusal::OutcomeNotAllowed);
    }
    world.does(Who::Ana, Command::ObligationRelease { id: 1, money: None });
    assert_eq!(world.phase(), Phase::ClosedReleased);
    let mut without = World::claimed();
    let fitting = [ClosingOutcome::NoAgreement, ClosingOutcome::FinalAnswer, ClosingOutcome::ReferredToCourt];
    assert_eq!(offered(&without, Who::Ombudsman), fitting);
    assert_eq!(without.refuses(Who::Ombudsman, close(ClosingOutcome::Released)), Refusal::OutcomeNotAllowed);
}

#[test]
fn nobody_withdraws_from_what_is_signed() {
    let mut world = World::breached();
    assert!(!world.sees(Who::Ana).allowed.contains(&"case.withdraw".to_owned()));
    assert_eq!(world.refuses(Who::Ana, Command::CaseWithdraw {}), Refusal::AgreementStands);
}

#[test]
fn a_final_term_is_made_when_a_mediation_ends_and_only_of_one_that_began() {
    let mut never_asked = World::negotiation();
    never_asked.does(Who::Ana, Command::CaseWithdraw {});
    assert_eq!(grounds(&never_asked), []);
    // The company never accepted the mediator's terms, so there was nothing that it could have left.
    let mut one_sided = World::mediator_came();
    one_sided.does(Who::Ana, Command::GroundRulesAccept { version: 1 });
    let mut left = one_sided.clone();
    left.does(Who::Bruna, Command::MediationLeave {});
    assert_eq!(grounds(&left), []);
    one_sided.does(Who::Ana, Command::CaseWithdraw {});
    assert_eq!(grounds(&one_sided), []);
    let mut withdrawn = World::mediation();
    let events = withdrawn.does(Who::Ana, Command::CaseWithdraw {});
    assert_eq!(
        kinds(&events),
        ["case_withdrawn", "final_term_made", "phase_changed", "case_closed", "certificate_made"]
    );
    assert_eq!(grounds(&withdrawn), [FinalTermGround::Withdrawn]);
    // An officer closed the case later; the term was made when the mediation ended, and names what ended it.
    assert_eq!(grounds(&World::ended()), [FinalTermGround::MediatorDeclaration]);
}

#[test]
fn grounds_say_what_happened() {
    let over = |mut world: World| {
        world.later(70);
        world.clock_strikes();
        let escalated = world.case.procedure.entries.last().unwrap().ground;
        (escalated, grounds(&world))
    };
    assert_eq!(over(World::mediation()), (EscalationGround::Impasse, vec![FinalTermGround::TimeOver]));
    // The mediator is gone and was not replaced: no party left, and nobody declared anything.
    let mut alone = World::mediation();
    alone.does(Who::Mediator, Command::SeatLeave {});
    assert_eq!(over(alone), (EscalationGround::NoMediator, vec![FinalTermGround::NoMediator]));
    let mut left = World::mediation();
    left.does(Who::Bruna, Command::MediationLeave {});
    assert_eq!(grounds(&left), [FinalTermGround::CompanyLeft]);
    let mut present = World::mediation();
    let nobody = Command::ImpasseDeclare { ground: ImpasseGround::NoRepresentative };
    assert_eq!(present.refuses(Who::Mediator, nobody.clone()), Refusal::GroundNotAllowed);
    present.does(Who::Bruna, Command::SeatLeave {});
    present.does(Who::Mediator, nobody);
}

#[test]
fn a_certificate_can_be_had_from_the_day_of_the_fact() {
    let certified = |world: &World| -> Vec<CertificateGround> {
        world.case.procedure.certificates.iter().map(|point| point.ground).collect()
    };
    let mut silent = World::intake();
    while silent.phase() == Phase::Intake {
        silent.later(1);
        silent.clock_strikes();
    }
    assert_eq!(certified(&silent), [CertificateGround::Silent]);
    assert_eq!(certified(&World::escalated()), [CertificateGround::MediationEnded]);
    assert_eq!(certified(&World::closed()), [CertificateGround::MediationEnded, CertificateGround::Closed]);
    let mut not_admitted = World::empty();
    not_admitted.rules.admit_by_rule = false;
    let facts = not_admitted.file(&filing()).unwrap();
    not_admitted.record(facts);
    not_admitted.does(Who::Coordinator, Command::CaseRefuse { ground: RefuseGround::InCourt });
    assert_eq!(certified(&not_admitted), [], "nobody was invited");
}

/// Lets days pass until the case is closed; returns how many it took.
fn days_to_the_end(world: &mut World) -> u32 {
    for day in 1..200 {
        world.later(1);
        world.clock_strikes();
        if world.phase().is_closed() {
            return day;
        }
    }
    panic!("open for ever")
}

#[test]
fn an_abandoned_case_that_is_taken_up_thrice_has_all_its_time_each_time() {
    let mut world = World::negotiation();
    world.does(Who::Bruna, message(Channel::Joint, "Podemos trocar a peça?"));
    let first = days_to_the_end(&mut world);
    for _ in 0..3 {
        assert_eq!(world.phase(), Phase::ClosedAbandoned);
        world.later(40);
        world.does(Who::Ana, Command::CaseReopen {});
        world.now = world.now.plus_millis(52);
        world.clock_strikes();
        assert_eq!(world.phase(), Phase::Negotiation);
        let reminders =
            |world: &World| world.history.iter().filter(|event| event.kind.name() == "deadline_reminded").count();
        let before = reminders(&world);
        let again = days_to_the_end(&mut world);
        assert!(again.abs_diff(first) <= 4, "{again} days, {first} the first time");
        assert_eq!(reminders(&world) - before, 4, "each reminder anew");
        let records = world.case.procedure.closings.len();
        let paper = |number| Command::PaperFile {
            paper: PaperKind::Procedure,
            number,
            pdf_hash: HASH_A.into(),
            data_hash: HASH_B.into(),
            size: None,
        };
        world.does(Who::System, paper(u16::try_from(records).unwrap()));
    }
}

#[test]
fn a_case_without_agreement_is_taken_up_in_negotiation_with_its_whole_time() {
    let mut world = World::ended();
    world.later(300);
    world.does(Who::Ana, Command::CaseReopen {});
    world.clock_strikes();
    assert_eq!(world.phase(), Phase::Negotiation);
    let procedure = world.sees(Who::Ana).deadlines;
    let whole = procedure.iter().find(|date| date.rule == acordo_domain::rules::DeadlineRule::Procedure).unwrap();
    assert!(whole.due > world.now.plus_days(89) && whole.started == world.now);
    world.does(Who::Ana, Command::MediatorRequest {});
    // Where the company never came, there is nobody to talk to.
    let mut silent = World::intake();
    silent.later(20);
    silent.clock_strikes();
    silent.hands_over();
    silent.does(Who::Ombudsman, Command::EscalationClaim {});
    silent.does(Who::Ombudsman, close(ClosingOutcome::NoAgreement));
    assert!(!silent.sees(Who::Ana).allowed.contains(&"case.reopen".to_owned()));
    assert_eq!(silent.refuses(Who::Ana, Command::CaseReopen {}), Refusal::WrongPhase);
}

#[test]
fn back_in_the_talks_from_an_agreement_that_was_not_signed_nobody_is_late_at_once() {
    let mut world = World::drafted_alone();
    world.later(20);
    world.clock_strikes();
    assert_eq!(world.phase(), Phase::Negotiation);
    assert!(world.sees(Who::Bruna).turn.until.unwrap() > world.now);
}

#[test]
fn a_waiver_holds_for_the_wording_it_was_given_for() {
    let mut world = World::drafted();
    let early = Command::AgreementWaiveReflection { version: Some(2) };
    let refused = world.refused(Who::Ana, early);
    assert_eq!((refused.code, refused.pointer.as_deref()), (Refusal::DraftReplaced, Some("/version")));
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
    world.does(Who::Mediator, Command::AgreementWord { clauses: vec!["Ana paga o frete de volta.".into()] });
    world.draft();
    assert!(!world.sees(Who::Ana).agreement.unwrap().reflection_waived);
    assert_eq!(world.signs(Who::Ana).unwrap_err().code, Refusal::ReflectionRunning);
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(2) });
    world.signs(Who::Ana).unwrap();
}

#[test]
fn each_ending_of_a_proposal_has_its_own_word() {
    let state = |world: &World, number| world.case.joint().proposal(number).unwrap().state;
    let mut world = World::mediation();
    world.does(Who::Mediator, propose(refund(300)));
    let mut lapsed = world.clone();
    lapsed.later(10);
    lapsed.does(Who::System, Command::ProposalExpire { channel: Channel::Joint, number: 1 });
    assert_eq!(state(&lapsed, 1), ProposalState::NotAgreed);
    let events = world.does(Who::Ana, Command::MediationLeave {});
    assert_eq!(state(&world, 1), ProposalState::Closed, "nobody decided it and its time was not over");
    let told = |owed: &Owed| matches!(owed, Owed::Notice(notice) if notice.kind == NoticeKind::ProposalNotAgreed);
    assert!(!world.owes(&events).iter().any(told));
    let mut review = World::claimed();
    review.does(
        Who::Ombudsman,
        Command::EscalationRecommend {
            terms: refund(5),
            reasons: "Ambos.".into(),
            valid_days: None,
            valid_until: None,
        },
    );
    review.does(Who::Bruna, propose(refund(9)));
    review.accepts(Who::Ana, 1);
    assert_eq!(review.case.talk(review.review()).proposals[0].state, ProposalState::Superseded);
}

#[test]
fn who_was_removed_or_has_a_conflict_comes_back_by_no_way_in() {
    let mut removed = World::mediation();
    removed.does(Who::Carlos, Command::SeatJoin {});
    removed.does(Who::Mediator, Command::ParticipantRemove { user: Who::Bruna.id(), ground: RemoveGround::Insult });
    let mut conflicted = World::mediation();
    let conflict = |to: Who| Command::SeatHandOver { to: to.id(), note: "".into(), reason: HandOverReason::Conflict };
    conflicted.does(Who::Bruna, conflict(Who::Carlos));
    for world in [&mut removed, &mut conflicted] {
        assert_eq!(world.refuses(Who::Bruna, Command::SeatJoin {}), Refusal::NoCapacity);
        let accept = Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: None };
        assert_eq!(world.refuses(Who::Bruna, accept), Refusal::NoCapacity);
        let back = Command::SeatHandOver { to: Who::Bruna.id(), note: "".into(), reason: HandOverReason::Other };
        assert_eq!(world.refuses(Who::Carlos, back), Refusal::PersonNotEligible);
    }
    // A mediator who declares a conflict neither mediates here again nor becomes the officer of the case.
    let mut world = World::mediation();
    let events = world.does(Who::Mediator, conflict(Who::Successor));
    assert_eq!(kinds(&events), ["conflict_declared", "seat_left", "mediator_assigned"]);
    world.does(Who::Successor, Command::MediatorDecline {});
    assert_eq!(
        world.refuses(Who::System, Command::MediatorAssign { user: Who::Mediator.id() }),
        Refusal::PersonNotEligible
    );
    world.does(Who::Ana, Command::MediationLeave {});
    world.promoted = Some(Who::Mediator);
    assert_eq!(
        world.asks(&Who::Mediator.actor(), &Command::EscalationClaim {}, world.now).unwrap_err().code,
        Refusal::NoCapacity
    );
    // An officer who passes the case on because of a conflict does not get it back.
    let mut officer = World::claimed();
    officer.does(
        Who::Ombudsman,
        Command::EscalationForward {
            reasons: reasons(),
            queue: Queue::OperatorLegal,
            ground: ForwardGround::ConflictOfInterest,
            note: None,
        },
    );
    assert_eq!(capacity(&officer.case.procedure, &Who::Ombudsman.actor()), None);
    assert!(officer.case.procedure.is_barred(Who::Ombudsman.id()));
}
