//! When it does not settle: the queue, the officer, the way back and the way on.

use crate::world::*;
use acordo_domain::case::audience::{capacity, readable};
use acordo_domain::case::command::*;
use acordo_domain::case::event::{Author, Fact};
use acordo_domain::case::owed::{NoticeKind, Owed};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::{EntryState, InvitationState, ProposalState};
use acordo_domain::phase::Phase;
use acordo_domain::seat::*;
use acordo_domain::view::TurnFor;

fn reads(world: &World, who: Who) -> Vec<String> {
    readable(&world.case.procedure, &who.actor()).iter().map(|span| span.channel.to_string()).collect()
}

fn accept_in_review(world: &World, number: u32) -> Command {
    let terms_hash = world.case.talk(world.review()).proposal(number).unwrap().terms_hash.clone();
    Command::ProposalAccept { channel: world.review(), number, terms_hash }
}

#[test]
fn of_two_officers_who_claim_one_wins_and_the_other_is_told_who() {
    let mut world = World::escalated();
    let team = |id: u128| Actor::Person {
        person: Person { id: acordo_domain::id::UserId(uuid::Uuid::from_u128(id)), name: "Outra".into() },
        memberships: Who::Ombudsman.memberships(),
    };
    world.does(Who::Ombudsman, Command::EscalationClaim {});
    let late = world.asks(&team(0x77), &Command::EscalationClaim {}, world.now).unwrap_err();
    assert_eq!(late.code, Refusal::EntryClaimed);
    let seen = acordo_domain::case::show::view(&world.case, &team(0x77), &world.rules, world.now).unwrap();
    assert_eq!(seen.entries[0].officer.as_ref().map(|officer| officer.name.as_str()), Some("Olga Paz"));
    assert_eq!(seen.heads.len(), 1, "the rest of the team reads the procedure alone");
}

#[test]
fn the_companys_officer_reads_its_side_of_the_table_and_never_a_caucus() {
    let world = World::with_own_ombudsman();
    assert_eq!(reads(&world, Who::Ouvidora), ["procedure", "joint", "internal:company", "review:1", "desk:1"]);
    assert_eq!(capacity(&world.case.procedure, &Who::Mediator.actor()), None, "the mediator's part has ended");
    assert_eq!(capacity(&world.case.procedure, &Who::Ombudsman.actor()), None, "it is not in the operator's queue");
}

#[test]
fn the_operators_officer_is_a_third_party() {
    let world = World::claimed();
    assert_eq!(reads(&world, Who::Ombudsman), ["procedure", "review:1", "desk:1"]);
    let seen = world.sees(Who::Ombudsman);
    assert!(seen.proposals.is_empty() && seen.parties.is_empty() && seen.agreement.is_none());
}

#[test]
fn a_question_stops_the_officers_clock_until_it_is_answered() {
    let mut world = World::claimed();
    let due = world.sees(Who::Ana).entries[0].due;
    world.does(
        Who::Ombudsman,
        Command::EscalationAsk {
            side: Side::Consumer,
            question: "Tem a nota?".into(),
            due_working_days: None,
            due: None,
        },
    );
    let seen = world.sees(Who::Ana);
    assert_eq!((seen.turn.what, seen.turn.yours), (TurnFor::AnswerQuestion, true));
    assert_eq!(seen.entries[0].state, EntryState::WaitingForParty);
    assert_eq!(world.sees(Who::Bruna).question.unwrap().side, Side::Consumer, "the other side reads the question too");
    world.later(2);
    world.does(Who::Ana, Command::EscalationAnswer { text: "Sim, anexei.".into(), evidence: vec![] });
    let after = world.sees(Who::Ana).entries[0].clone();
    assert_eq!(after.state, EntryState::Claimed);
    assert!(after.due > due, "the days of waiting come back");
}

#[test]
fn the_side_asked_files_what_its_answer_names_and_the_officer_what_the_question_is_about() {
    let mut world = World::claimed();
    let review = world.review();
    let add = |id| Command::EvidenceAdd { channel: review, evidence: evidence(id), shared_from: None };
    let offered = |world: &World, who| world.sees(who).allowed.contains(&"evidence.add".to_owned());
    assert!(offered(&world, Who::Ombudsman));
    world.does(Who::Ombudsman, add(1));
    let question = "É esta a nota?".to_owned();
    world.does(
        Who::Ombudsman,
        Command::EscalationAsk { side: Side::Consumer, question, due_working_days: None, due: None },
    );
    world.does(Who::Ana, add(2));
    let answer = Command::EscalationAnswer { text: "Anexei a certa.".into(), evidence: vec![evidence(2).id] };
    world.does(Who::Ana, answer);
    assert_eq!(world.refuses(Who::Ana, add(3)), Refusal::NoQuestion, "an officer is told what was asked");
    // Both sides and the officer read the file; the rest of the team and the former mediator do not.
    let exhibit = world.history.iter().rev().find(|event| event.evidence.is_some()).unwrap();
    let may = |who: Who| {
        acordo_domain::case::audience::may_read(&world.case.procedure, &who.actor(), exhibit.channel, exhibit.seq)
    };
    assert!([Who::Ana, Who::Bruna, Who::Ombudsman].into_iter().all(may));
    assert!(![Who::Mediator, Who::Manager, Who::Coordinator, Who::Ouvidora, Who::Legal].into_iter().any(may));
}

#[test]
fn a_file_of_ones_own_is_shared_into_the_review_that_asks_for_it() {
    let mut world = World::mediation();
    let caucus = caucus(Side::Company);
    world.does(Who::Bruna, Command::EvidenceAdd { channel: caucus, evidence: evidence(1), shared_from: None });
    world.does(Who::Mediator, Command::ImpasseDeclare { ground: ImpasseGround::NoAgreement });
    world.hands_over();
    world.does(Who::Ombudsman, Command::EscalationClaim {});
    let review = world.review();
    let share = Command::EvidenceAdd { channel: review, evidence: evidence(2), shared_from: Some(evidence(1).id) };
    world.does(
        Who::Ombudsman,
        Command::EscalationAsk { side: Side::Company, question: "E?".into(), due_working_days: None, due: None },
    );
    assert_eq!(world.refuses(Who::Ombudsman, share.clone()), Refusal::EvidenceNotFound);
    world.does(Who::Bruna, share);
}

#[test]
fn the_clock_stands_still_while_a_party_is_asked_whoever_has_the_entry() {
    let mut world = World::claimed();
    let due = Some(world.now.plus_days(20));
    world.does(
        Who::Ombudsman,
        Command::EscalationAsk { side: Side::Consumer, question: "Tem a nota?".into(), due_working_days: None, due },
    );
    world.does(Who::Ombudsman, Command::EscalationRelease {});
    world.later(18);
    world.clock_strikes();
    assert!(!world.sees(Who::Ana).entries[0].breached, "nobody is late who waits for an answer");
    world.does(Who::Ana, Command::EscalationAnswer { text: "Sim.".into(), evidence: vec![] });
    assert_eq!(world.sees(Who::Ana).entries[0].state, EntryState::Waiting);
}

#[test]
fn a_question_for_three_working_days_is_due_at_the_end_of_the_third() {
    let mut world = World::claimed();
    let asked = world.now;
    world.does(
        Who::Ombudsman,
        Command::EscalationAsk { side: Side::Company, question: "E?".into(), due_working_days: Some(3), due: None },
    );
    let question = world.sees(Who::Ana).question.unwrap();
    assert_eq!(question.due, world.rules.calendar.working_days(asked, 3));
}

#[test]
fn a_question_that_nobody_answers_lapses_by_the_clock() {
    let mut world = World::claimed();
    world.does(
        Who::Ombudsman,
        Command::EscalationAsk { side: Side::Company, question: "E?".into(), due_working_days: None, due: None },
    );
    world.later(8);
    world.clock_strikes();
    assert!(world.sees(Who::Ana).question.is_none());
    assert_eq!(world.sees(Who::Ana).entries[0].state, EntryState::Claimed);
}

#[test]
fn both_answers_to_a_recommendation_stay_hidden_until_both_are_in() {
    let mut world = World::claimed();
    world.does(
        Who::Ombudsman,
        Command::EscalationRecommend {
            terms: refund(50_000),
            reasons: "Culpa de ambos.".into(),
            valid_days: None,
            valid_until: None,
        },
    );
    let command = accept_in_review(&world, 1);
    let events = world.does(Who::Ana, command);
    assert_eq!(kinds(&events), ["answer_given"]);
    assert_eq!(world.sees(Who::Bruna).proposals.last().unwrap().own_answer, None);
    assert_eq!(world.sees(Who::Ombudsman).proposals[0].state, ProposalState::Open);
    let no = Command::ProposalDecline { channel: world.review(), number: 1, ground: None, would_work: None };
    let events = world.does(Who::Bruna, no);
    assert_eq!(kinds(&events), ["answer_given", "proposal_answered"]);
    assert_eq!(world.phase(), Phase::EscalatedOmbudsman);
}

#[test]
fn a_recommendation_that_both_accept_is_drafted_signed_and_ends_the_entry() {
    let mut world = World::claimed();
    world.does(
        Who::Ombudsman,
        Command::EscalationRecommend {
            terms: refund(50_000),
            reasons: "Culpa de ambos.".into(),
            valid_days: None,
            valid_until: None,
        },
    );
    for who in [Who::Bruna, Who::Ana] {
        let command = accept_in_review(&world, 1);
        world.does(who, command);
    }
    assert_eq!(world.phase(), Phase::Agreed);
    world.sides_sign();
    assert_eq!(world.phase(), Phase::Settled);
    assert_eq!(world.sees(Who::Ana).entries[0].state, EntryState::Resolved);
    assert_eq!(world.case.joint().deal.as_ref().unwrap().terms, refund(50_000));
}

#[test]
fn an_item_of_the_room_needs_both_sides_and_one_of_a_caucus_its_own() {
    let mut world = World::mediation();
    world.does(Who::Ana, message(Channel::Joint, "Paguei em duas vezes."));
    world.does(Who::Ana, message(caucus(Side::Consumer), "Aceito metade."));
    let (joint, private) = (world.case.joint().size, world.case.talk(caucus(Side::Consumer)).size);
    world.does(Who::Mediator, Command::ImpasseDeclare { ground: ImpasseGround::NoAgreement });
    world.hands_over();
    let one = Command::EscalationReleaseItem { channel: Channel::Joint, seq: joint };
    assert_eq!(kinds(&world.does(Who::Ana, one.clone())), ["release_allowed"]);
    let events = world.does(Who::Bruna, one);
    assert_eq!(kinds(&events), ["release_allowed", "item_released"]);
    let Some(Fact::ItemReleased { text, name, .. }) = &events[1].fact else { panic!("{events:?}") };
    assert_eq!((text.as_deref(), name.as_deref()), (Some("Paguei em duas vezes."), Some("Ana Conceição")));
    let own = Command::EscalationReleaseItem { channel: caucus(Side::Consumer), seq: private };
    assert_eq!(world.refused(Who::Bruna, own.clone()).code, Refusal::ItemNotReleasable);
    assert_eq!(kinds(&world.does(Who::Ana, own)), ["release_allowed", "item_released"]);
}

#[test]
fn the_companys_officer_offers_as_the_company_and_recommends_as_officer() {
    let mut world = World::with_own_ombudsman();
    world.does(Who::Bruna, propose(refund(100)));
    world.does(Who::Ana, propose(refund(900)));
    assert!(world.sees(Who::Ouvidora).allowed.contains(&"proposal.make".to_owned()));
    let mut offer = propose(refund(500));
    if let Command::ProposalMake { answers, .. } = &mut offer {
        *answers = Some(2);
    }
    let events = world.does(Who::Ouvidora, offer);
    let told = world.owes(&events).into_iter().filter(|owed| matches!(owed, Owed::Notice(_))).count();
    assert_eq!((kinds(&events), told), (vec!["proposal_made"], 2), "both sides hear of it");
    assert_eq!((events[0].channel, events[0].seat), (Channel::Joint, Voice::Ombudsman), "the record says who spoke");
    let states: Vec<_> =
        world.case.joint().proposals.iter().map(|proposal| (proposal.author, proposal.state)).collect();
    assert_eq!(
        states,
        [
            (Author::Company, ProposalState::Superseded),
            (Author::Consumer, ProposalState::Countered),
            (Author::Company, ProposalState::Open)
        ]
    );
    let seen = world.sees(Who::Ana);
    assert!(seen.proposals[2].awaits_you && seen.turn.yours);
    let withdraw = |number| Command::ProposalWithdraw { channel: Channel::Joint, number };
    world.does(Who::Ouvidora, withdraw(3));
    world.does(Who::Ouvidora, propose(refund(600)));
    world.does(
        Who::Ouvidora,
        Command::EscalationRecommend { terms: refund(1), reasons: "A".into(), valid_days: None, valid_until: None },
    );
    assert_eq!(world.case.talk(world.review()).proposals[0].author, Author::Officer);
    world.accepts(Who::Ana, 4);
    assert_eq!(world.phase(), Phase::Agreed);
    assert_eq!(world.sees(Who::Bruna).agreement.unwrap().signers.len(), 2, "the company signs, not its officer");
}

#[test]
fn nobody_offers_for_a_company_that_takes_no_part_or_has_nobody_to_sign() {
    let mut world = World::intake();
    world.teams.ombudsman = true;
    world.later(20);
    world.clock_strikes();
    let queue = world.case.procedure.open_entry().unwrap().queue;
    assert_eq!(queue, Queue::OperatorOmbudsman, "a company that never came has no say in its own case");
    let mut world = World::with_own_ombudsman();
    world.does(Who::Bruna, Command::SeatLeave {});
    assert_eq!(world.refuses(Who::Ouvidora, propose(refund(100))), Refusal::CaseSuspended);
}

#[test]
fn a_companys_final_answer_goes_to_the_operators_ombudsman_who_closes() {
    let mut world = World::with_own_ombudsman();
    world.does(Who::Ouvidora, Command::EscalationClose { outcome: ClosingOutcome::FinalAnswer, reasons: reasons() });
    assert_eq!(capacity(&world.case.procedure, &Who::Ouvidora.actor()), None, "who passed it on reads nothing more");
    world.hands_over();
    world.does(Who::Ombudsman, Command::EscalationClaim {});
    assert_eq!(reads(&world, Who::Ombudsman), ["procedure", "review:2", "desk:2"]);
    let handed: Vec<_> = world.history.iter().filter(|event| event.channel == world.review()).collect();
    assert_eq!(handed[0].kind.name(), "handover_filed", "the file is the first event of the review");
    world.does(
        Who::Ombudsman,
        Command::EscalationClose { outcome: ClosingOutcome::ReferredToCourt, reasons: reasons() },
    );
    assert_eq!(world.phase(), Phase::ClosedReferredToCourt);
    assert_eq!(world.case.procedure.final_terms.len(), 1, "made when mediation ended, not twice");
}

#[test]
fn a_remitted_case_gets_another_mediator_with_new_caucuses_and_fifteen_days() {
    let mut world = World::mediation();
    world.does(Who::Ana, message(caucus(Side::Consumer), "segredo"));
    world.does(Who::Mediator, Command::ImpasseDeclare { ground: ImpasseGround::NoAgreement });
    world.hands_over();
    world.does(Who::Ombudsman, Command::EscalationClaim {});
    let events = world.does(Who::Ombudsman, Command::EscalationRemit { mediator: None, reasons: reasons() });
    assert!(world.owes(&events).contains(&Owed::AssignMediator));
    assert_eq!(capacity(&world.case.procedure, &Who::Ombudsman.actor()), None, "the officer is out of the room");
    let again = Command::MediatorAssign { user: Who::Mediator.id() };
    assert_eq!(world.refuses(Who::System, again), Refusal::PersonNotEligible);
    world.does(Who::System, Command::MediatorAssign { user: Who::Successor.id() });
    world.does(Who::Successor, Command::MediatorAccept { no_conflict: true, disclosure: "Nada.".into() });
    assert!(!reads(&world, Who::Successor).contains(&"caucus:consumer".to_owned()));
    assert!(reads(&world, Who::Successor).contains(&"caucus:consumer/2".to_owned()));
    world.does(Who::Ana, Command::ConsentGive { scope: ConsentScope::FormerCaucus });
    assert!(reads(&world, Who::Successor).contains(&"caucus:consumer".to_owned()));
    assert!(!reads(&world, Who::Successor).contains(&"caucus:company".to_owned()));
    world.later(25);
    world.clock_strikes();
    assert_eq!(world.phase(), Phase::EscalatedOmbudsman);
    assert_eq!(world.case.procedure.entries.last().unwrap().queue, Queue::OperatorOmbudsman);
    assert_eq!(
        world.case.procedure.final_terms.len(),
        1,
        "the remitted mediation never began: nobody accepted its rules"
    );
}

#[test]
fn a_company_that_never_answers_is_reminded_escalated_and_in_the_end_certified_silent() {
    let mut world = World::intake();
    let mut seen = Vec::new();
    for _ in 0..40 {
        world.later(1);
        world.clock_strikes();
        if seen.last() != Some(&world.phase()) {
            seen.push(world.phase());
        }
    }
    assert_eq!(seen, [Phase::Intake, Phase::EscalatedOmbudsman], "an entry outlives the lapse of the invitation");
    assert_eq!(world.case.procedure.invitation.as_ref().unwrap().state, InvitationState::Lapsed);
    let reminders = world.history.iter().filter(|event| event.kind.name() == "deadline_reminded").count();
    assert!(reminders >= 3, "{reminders}");
    assert_eq!(world.case.procedure.final_terms.len(), 0, "no mediation began");
    let certified: Vec<_> = world.case.procedure.certificates.iter().map(|point| point.ground).collect();
    assert_eq!(certified, [CertificateGround::Silent, CertificateGround::Silent]);
}

#[test]
fn a_refused_invitation_is_undone_by_accepting() {
    let mut world = World::intake();
    world.does(Who::Bruna, Command::InvitationRefuse {});
    world.later(3);
    world.does(Who::Bruna, accept());
    assert_eq!(world.phase(), Phase::Negotiation);
}

#[test]
fn a_breach_brings_the_packet_to_the_creditor_and_the_case_to_legal() {
    let mut world = World::settled();
    world.later(12);
    world.clock_strikes();
    assert!(world.history.iter().any(|event| event.kind.name() == "obligation_overdue"));
    assert_eq!(world.phase(), Phase::Settled);
    world.later(12);
    world.clock_strikes();
    assert_eq!(world.phase(), Phase::EscalatedLegal);
    assert_eq!(world.case.procedure.open_entry().unwrap().queue, Queue::OperatorLegal);
    let paper = Command::PaperFile {
        paper: PaperKind::Enforcement,
        number: 1,
        pdf_hash: HASH_A.into(),
        data_hash: HASH_B.into(),
        size: None,
    };
    let events = world.does(Who::System, paper);
    let to_creditor = |owed: &Owed| {
        matches!(owed, Owed::Notice(notice) if notice.kind == NoticeKind::Breached
            && notice.to == acordo_domain::case::owed::NoticeTo::User(Who::Ana.id()))
    };
    assert!(world.owes(&events).iter().any(to_creditor));
    // What is paid late still counts as paid.
    world.does(Who::Bruna, Command::ObligationReportDone { id: 1, evidence: vec![], money: None, on: None });
    world.does(Who::Ana, Command::ObligationConfirm { id: 1, money: None, on: None });
    assert_eq!(world.phase(), Phase::ClosedFulfilled);
}

#[test]
fn an_obligation_that_nobody_confirms_counts_as_done_after_two_reminders_and_can_be_reopened() {
    let mut world = World::settled();
    world.does(Who::Bruna, Command::ObligationReportDone { id: 1, evidence: vec![], money: None, on: None });
    for _ in 0..40 {
        world.later(1);
        world.clock_strikes();
    }
    assert_eq!(world.phase(), Phase::ClosedSettledUnconfirmed);
    world.does(Who::Ana, Command::CaseReopen {});
    assert_eq!(world.phase(), Phase::Settled);
    world.clock_strikes();
    assert_eq!(world.phase(), Phase::Settled, "there is time to do it");
}

#[test]
fn the_only_representative_is_removed_and_the_company_replaces_them_in_time_or_not() {
    let removed = || {
        let mut world = World::mediation();
        let ground = RemoveGround::Insult;
        world.does(Who::Mediator, Command::ParticipantRemove { user: Who::Bruna.id(), ground });
        world
    };
    let mut world = removed();
    assert!(world.view(Who::Bruna).is_none(), "who was removed is out of this case");
    assert_eq!(world.refuses(Who::Ana, message(Channel::Joint, "?")), Refusal::CaseSuspended);
    world.does(Who::Carlos, Command::SeatJoin {});
    world.does(Who::Ana, message(Channel::Joint, "Bom dia"));
    let mut world = removed();
    world.later(7);
    world.clock_strikes();
    assert_eq!(world.phase(), Phase::EscalatedOmbudsman);
}

#[test]
fn more_time_for_the_mediation_needs_both() {
    let mut world = World::mediation();
    let extend = |days| Command::DeadlineExtend { rule: acordo_domain::rules::DeadlineRule::Mediation, days };
    let due = |world: &World| {
        let dates = world.sees(Who::Ana).deadlines;
        dates.iter().find(|deadline| deadline.rule == acordo_domain::rules::DeadlineRule::Mediation).unwrap().due
    };
    let before = due(&world);
    world.does(Who::Ana, extend(10));
    assert_eq!(due(&world), before);
    assert_eq!(kinds(&world.does(Who::Bruna, extend(10))), ["deadline_extension_asked", "deadline_extended"]);
    assert!(due(&world) > before);
}

#[test]
fn a_consumer_who_stays_silent_through_three_reminders_gives_the_case_up_and_can_take_it_up_again() {
    let mut world = World::negotiation();
    world.does(Who::Bruna, message(Channel::Joint, "Podemos trocar a peça?"));
    for _ in 0..60 {
        world.later(1);
        world.clock_strikes();
        if world.phase().is_closed() {
            break;
        }
    }
    assert_eq!(world.phase(), Phase::ClosedAbandoned);
    world.does(Who::Ana, Command::CaseReopen {});
    assert_eq!(world.phase(), Phase::Negotiation);
}
