//! What is still owed after everything that was said about it, and the new negotiation about what is not solved.

use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::event::Fact;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::money::Money;
use acordo_domain::obligation::{ObligationState, ObligationStepKind};
use acordo_domain::phase::Phase;
use acordo_domain::rules::DeadlineRule;
use acordo_domain::seat::*;
use acordo_domain::terms::*;
use acordo_domain::view::{ObligationView, TurnFor, TurnOf};

fn report(money: Option<Money>) -> Command {
    Command::ObligationReportDone { id: 1, evidence: vec![], money, on: None }
}

fn confirm(money: Option<Money>) -> Command {
    Command::ObligationConfirm { id: 1, money, on: None }
}

fn release(money: Option<Money>) -> Command {
    Command::ObligationRelease { id: 1, money }
}

fn rates(solved: bool, unsolved: Option<&str>) -> Command {
    let unsolved = unsolved.map(str::to_owned);
    Command::FeedbackGive { score: 2, solved, comment: None, share_comment: false, unsolved }
}

fn obligation(world: &World) -> ObligationView {
    world.sees(Who::Ana).obligations[0].clone()
}

fn sums(shown: &ObligationView) -> [i64; 5] {
    [shown.owed, shown.reported, shown.confirmed, shown.released, shown.presumed].map(|sum| sum.unwrap().amount)
}

fn days(world: &mut World, count: u32) {
    for _ in 0..count {
        world.later(1);
        world.clock_strikes();
    }
}

/// Breached, with R$ 800,00 of R$ 2.000,00 still owed.
fn breached_in_part() -> World {
    let mut world = World::settled();
    world.later(2);
    world.does(Who::Bruna, report(Some(brl(120_000))));
    world.does(Who::Ana, confirm(None));
    days(&mut world, 20);
    world
}

/// Both sides sign the draft without waiting.
fn signed_at_once(world: &mut World) {
    let version = world.sees(Who::Ana).agreement.map(|shown| shown.version);
    world.does(Who::Ana, Command::AgreementWaiveReflection { version });
    for who in [Who::Ana, Who::Bruna] {
        world.signs(who).unwrap();
    }
}

/// An agreement that was kept but did not solve the matter, followed by another one.
pub fn with_a_further_agreement() -> World {
    let mut world = World::closed();
    world.does(
        Who::System,
        Command::AgreementSeal { version: 1, document_hash: HASH_A.into(), pdf_hash: HASH_B.into() },
    );
    world.does(Who::Ana, rates(false, Some("Falta o frete.")));
    world.does(Who::Bruna, propose(refund(6_000)));
    world.accepts(Who::Ana, 2);
    world.draft();
    signed_at_once(&mut world);
    world
}

/// The same, while the other one is being signed, and with a wording of its own that stands.
pub fn signing_beside_a_worded_agreement() -> World {
    let mut world = World::drafted();
    world.does(Who::Mediator, Command::AgreementWord { clauses: vec!["Com nota fiscal.".into()] });
    world.draft();
    signed_at_once(&mut world);
    world.signs(Who::Mediator).unwrap();
    world.does(Who::Ana, confirm(None));
    world.does(Who::Ana, rates(false, Some("Falta o frete.")));
    world.does(Who::Bruna, propose(refund(6_000)));
    world.accepts(Who::Ana, 2);
    world
}

#[test]
fn what_is_still_owed_is_what_was_neither_confirmed_nor_released() {
    let mut world = World::settled();
    assert_eq!(sums(&obligation(&world)), [200_000, 0, 0, 0, 0]);
    world.does(Who::Bruna, report(Some(brl(120_000))));
    let shown = obligation(&world);
    assert_eq!((shown.state, sums(&shown)), (ObligationState::Due, [200_000, 120_000, 0, 0, 0]));
    world.does(Who::Ana, confirm(Some(brl(100_000))));
    assert_eq!(sums(&obligation(&world)), [100_000, 20_000, 100_000, 0, 0]);
    world.does(Who::Ana, release(Some(brl(30_000))));
    assert_eq!(sums(&obligation(&world)), [70_000, 20_000, 100_000, 30_000, 0]);
    let dispute = Command::ObligationDispute { id: 1, text: "Os outros 200 não vieram.".into() };
    world.does(Who::Ana, dispute);
    let shown = obligation(&world);
    assert_eq!((shown.state, sums(&shown)), (ObligationState::Disputed, [70_000, 0, 100_000, 30_000, 0]));
    let events = world.does(Who::Ana, confirm(Some(brl(70_000))));
    assert_eq!(kinds(&events), ["obligation_confirmed", "phase_changed", "case_closed", "certificate_made"]);
    assert_eq!(world.phase(), Phase::ClosedReleased, "the creditor let go of a part");
}

#[test]
fn each_reported_part_is_confirmed_with_its_own_sum_and_day() {
    let mut world = World::settled();
    world.does(Who::Bruna, report(Some(brl(50_000))));
    world.later(3);
    world.does(Who::Bruna, report(Some(brl(30_000))));
    world.later(1);
    world.does(Who::Ana, confirm(None));
    let confirmed: Vec<_> = obligation(&world)
        .steps
        .iter()
        .filter(|step| step.what == ObligationStepKind::Confirmed)
        .map(|step| (step.money.unwrap().amount, step.on.unwrap().to_string()))
        .collect();
    assert_eq!(confirmed, [(50_000, "2026-11-23".to_owned()), (30_000, "2026-11-26".to_owned())]);
}

#[test]
fn a_creditor_confirms_what_nobody_reported_with_the_day_it_came() {
    let mut world = World::settled();
    world.later(4);
    let on = Some("2026-11-25".parse().unwrap());
    let events = world.does(Who::Ana, Command::ObligationConfirm { id: 1, money: None, on });
    assert!(matches!(events[0].fact, Some(Fact::ObligationConfirmed { money: Some(money), on: day, .. })
        if money == brl(200_000) && day == on));
    assert_eq!(world.phase(), Phase::ClosedFulfilled);
}

#[test]
fn a_part_payment_stops_no_clock_and_the_breach_tells_what_is_still_owed() {
    let mut world = breached_in_part();
    assert_eq!(world.phase(), Phase::EscalatedLegal);
    let breach = world.history.iter().find_map(|event| match event.fact {
        Some(Fact::ObligationBreached { money, .. }) => Some(money),
        _ => None,
    });
    assert_eq!(breach, Some(Some(brl(80_000))));
    let turn = world.sees(Who::Bruna).turn;
    assert_eq!((turn.what, turn.yours), (TurnFor::Perform, true));
    // What is paid late still counts as paid, with its day.
    world.does(Who::Ana, confirm(None));
    assert_eq!(world.phase(), Phase::ClosedFulfilled);
}

#[test]
fn a_part_that_is_reported_waits_for_the_creditor_and_the_rest_for_the_debtor() {
    let mut world = World::settled();
    world.does(Who::Bruna, report(Some(brl(1))));
    assert_eq!(world.sees(Who::Ana).turn.what, TurnFor::ConfirmObligation);
    assert_eq!(world.sees(Who::Bruna).turn.what, TurnFor::Perform);
    let rules: Vec<_> = world.sees(Who::Ana).deadlines.iter().map(|deadline| deadline.rule).collect();
    assert!(rules.contains(&DeadlineRule::Obligation) && rules.contains(&DeadlineRule::Confirmation), "{rules:?}");
}

#[test]
fn who_is_released_owes_nothing_and_the_case_says_so() {
    let mut world = World::settled();
    let events = world.does(Who::Ana, release(None));
    assert_eq!(kinds(&events), ["obligation_released", "phase_changed", "case_closed", "certificate_made"]);
    assert_eq!(world.phase(), Phase::ClosedReleased);
    assert_eq!(obligation(&world).state, ObligationState::Released);
}

#[test]
fn silence_says_what_was_confirmed_and_what_was_not() {
    let mut world = World::settled();
    world.does(Who::Bruna, report(Some(brl(120_000))));
    world.does(Who::Ana, confirm(None));
    world.does(Who::Bruna, report(None));
    days(&mut world, 45);
    assert_eq!(world.phase(), Phase::ClosedSettledUnconfirmed);
    let shown = obligation(&world);
    assert_eq!((shown.state, sums(&shown)), (ObligationState::Presumed, [0, 0, 120_000, 0, 80_000]));
    // After reopening, the receipt stands, the rest waits for its answer, and no earlier date counts.
    world.does(Who::Ana, Command::CaseReopen {});
    assert_eq!(sums(&obligation(&world)), [80_000, 80_000, 120_000, 0, 0]);
    days(&mut world, 3);
    assert_eq!(world.phase(), Phase::Settled);
    world.does(Who::Ana, Command::ObligationDispute { id: 1, text: "Só veio a primeira parte.".into() });
    days(&mut world, 4);
    assert_eq!(world.phase(), Phase::Settled, "the debtor has the days of a breach again");
    days(&mut world, 5);
    assert_eq!(world.phase(), Phase::EscalatedLegal);
    assert_eq!(sums(&obligation(&world)), [80_000, 0, 120_000, 0, 0]);
}

#[test]
fn a_consumer_who_owes_is_held_to_the_same_and_the_company_gives_the_receipt() {
    let mut world = World::negotiation();
    let mut terms = refund(90_000);
    terms.obligations[0].kind = ObligationKind::Pay;
    terms.obligations[0].debtor = Side::Consumer;
    world.does(Who::Bruna, propose(terms));
    world.accepts(Who::Ana, 1);
    world.sides_sign();
    assert_eq!(world.sees(Who::Ana).turn.who, TurnOf::Consumer);
    assert_eq!(world.refuses(Who::Bruna, report(None)), Refusal::ObligationNotDebtor);
    world.does(Who::Ana, report(Some(brl(40_000))));
    world.does(Who::Bruna, confirm(None));
    days(&mut world, 20);
    assert_eq!(world.phase(), Phase::EscalatedLegal);
    world.does(Who::Bruna, release(None));
    assert_eq!(world.phase(), Phase::ClosedReleased);
}

#[test]
fn not_solved_opens_a_talk_about_what_is_named_and_touches_no_receipt() {
    let mut world = World::closed();
    world.later(8);
    let events = world.does(Who::Ana, rates(false, Some("A geladeira faz barulho.")));
    assert_eq!(kinds(&events), ["feedback_given", "case_reopened", "seat_left", "phase_changed", "message_posted"]);
    assert_eq!(world.phase(), Phase::Negotiation);
    let shown = obligation(&world);
    assert_eq!((shown.state, sums(&shown)), (ObligationState::Confirmed, [0, 0, 200_000, 0, 0]));
    assert_eq!(world.sees(Who::Bruna).turn.what, TurnFor::Reply);
    days(&mut world, 60);
    assert_eq!(world.phase(), Phase::Negotiation, "nobody is late with anything but a word");
    for kind in ["obligation_disputed", "obligation_overdue", "obligation_breached"] {
        assert!(world.history.iter().all(|event| event.kind.name() != kind), "{kind}");
    }
    // "Solved" closes the case again as the agreement was kept, and the score is about that end.
    let events = world.does(Who::Ana, rates(true, None));
    assert_eq!(kinds(&events), ["feedback_given", "phase_changed", "case_closed", "certificate_made"]);
    assert_eq!(world.phase(), Phase::ClosedFulfilled);
    assert_eq!(world.sees(Who::Ana).feedback, Some(2));
    assert_eq!(world.refuses(Who::Ana, rates(true, None)), Refusal::FeedbackAlreadyGiven);
}

#[test]
fn a_further_agreement_leaves_the_first_with_its_receipts_and_can_be_rated_too() {
    let mut world = World::closed();
    world.does(Who::Ana, rates(false, Some("Falta o frete.")));
    world.does(Who::Bruna, propose(refund(5_000)));
    world.accepts(Who::Ana, 2);
    let shown = world.sees(Who::Ana).agreement.unwrap();
    assert_eq!(shown.terms.obligations[0].money, Some(brl(5_000)), "what is being signed is shown");
    world.does(Who::Ana, Command::AgreementRefuse { ground: AgreementRefuseGround::Other });
    let shown = world.sees(Who::Ana).agreement.unwrap();
    assert_eq!(shown.terms.obligations[0].money, Some(brl(200_000)), "the agreement of before stands");
    world.does(Who::Bruna, propose(refund(6_000)));
    world.accepts(Who::Ana, 3);
    world.draft();
    signed_at_once(&mut world);
    assert_eq!(world.phase(), Phase::Settled);
    let owed: Vec<_> =
        world.sees(Who::Ana).obligations.iter().map(|shown| (shown.id, shown.place, sums(shown))).collect();
    assert_eq!(owed, [(1, 1, [0, 0, 200_000, 0, 0]), (2, 1, [6_000, 0, 0, 0, 0])]);
    world.does(Who::Ana, Command::ObligationConfirm { id: 2, money: None, on: None });
    assert_eq!(world.phase(), Phase::ClosedFulfilled);
    assert_eq!(world.sees(Who::Ana).feedback, None, "this end was not rated");
    world.does(Who::Ana, rates(true, None));
    assert_eq!(world.sees(Who::Ana).feedback, Some(2));
}

#[test]
fn not_solved_after_a_silence_gives_the_creditor_the_word_again() {
    let mut world = World::settled();
    world.does(Who::Bruna, report(None));
    days(&mut world, 45);
    world.does(Who::Ana, rates(false, Some("O dinheiro não veio.")));
    assert_eq!(world.phase(), Phase::Settled);
    assert_eq!(world.sees(Who::Ana).turn.what, TurnFor::ConfirmObligation);
    world.does(Who::Ana, Command::ObligationDispute { id: 1, text: "Não veio.".into() });
}

#[test]
fn a_talk_that_falls_silent_ends_as_the_agreement_was_kept() {
    let mut world = World::closed();
    world.does(Who::Ana, rates(false, Some("Falta a nota fiscal.")));
    world.does(Who::Bruna, message(Channel::Joint, "Aqui está a nota. Falta mais algo?"));
    days(&mut world, 60);
    assert_eq!(world.phase(), Phase::ClosedFulfilled);
}

#[test]
fn words_of_before_sums_were_kept_mean_the_whole() {
    let mut world = World::settled();
    for kind in ["obligation_reported", "obligation_confirmed"] {
        let fact: Fact = serde_json::from_value(serde_json::json!({ "type": kind, "id": 1 })).unwrap();
        let fact = acordo_domain::case::event::NewEvent {
            channel: Channel::Procedure,
            seat: Voice::System,
            by: None,
            fact,
            evidence: None,
            with_origin: false,
        };
        world.record(vec![fact]);
    }
    assert_eq!(sums(&obligation(&world)), [0, 0, 200_000, 0, 0]);
}

#[test]
fn who_follows_the_dates_alone_sees_no_sums() {
    let mut world = World::settled();
    world.does(Who::Bruna, report(Some(brl(1))));
    let shown = world.sees(Who::Coordinator).obligations[0].clone();
    assert_eq!((shown.money, shown.owed, shown.reported), (None, None, None));
    assert!(shown.steps.iter().all(|step| step.money.is_none()));
}
