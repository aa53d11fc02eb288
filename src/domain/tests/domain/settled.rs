//! What was promised gets done, and the case closes.

use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::obligation::ObligationState;
use acordo_domain::phase::Phase;
use acordo_domain::rules::DeadlineRule;
use acordo_domain::seat::*;
use acordo_domain::terms::*;
use acordo_domain::view::TurnFor;

fn report(id: u16) -> Command {
    Command::ObligationReportDone { id, evidence: vec![], money: None, on: None }
}

#[test]
fn five_working_days_are_counted_from_the_last_signature() {
    let world = World::settled();
    // Signed on Monday, 23 November 2026, so due at the end of the next Monday in São Paulo.
    assert_eq!(world.case.procedure.obligations[0].what.due.to_string(), "2026-12-01T03:00:00.000Z");
}

#[test]
fn the_debtor_reports_the_creditor_confirms_and_the_case_closes_as_fulfilled() {
    let mut world = World::settled();
    assert!(world.sees(Who::Bruna).turn.yours);
    assert_eq!(world.refuses(Who::Ana, report(1)), Refusal::ObligationNotDebtor);
    world.does(Who::Bruna, report(1));
    assert_eq!(world.refuses(Who::Bruna, report(1)), Refusal::ObligationAlreadyReported);
    assert_eq!(world.sees(Who::Ana).turn.what, TurnFor::ConfirmObligation);
    assert_eq!(
        world.refuses(Who::Bruna, Command::ObligationConfirm { id: 1, money: None, on: None }),
        Refusal::ObligationNotCreditor
    );
    let events = world.does(Who::Ana, Command::ObligationConfirm { id: 1, money: None, on: None });
    assert_eq!(kinds(&events), ["obligation_confirmed", "phase_changed", "case_closed", "certificate_made"]);
    assert_eq!(world.phase(), Phase::ClosedFulfilled);
}

#[test]
fn a_disputed_report_goes_back_to_the_debtor_and_its_words_stay_in_the_room() {
    let mut world = World::settled();
    world.does(Who::Bruna, report(1));
    let events = world.does(Who::Ana, Command::ObligationDispute { id: 1, text: "Não caiu na conta.".into() });
    assert_eq!(events.iter().map(|event| event.channel).collect::<Vec<_>>(), [Channel::Procedure, Channel::Joint]);
    assert_eq!(world.sees(Who::Ana).obligations[0].state, ObligationState::Disputed);
    assert!(world.sees(Who::Bruna).turn.yours);
    world.does(Who::Bruna, report(1));
}

#[test]
fn an_obligation_not_done_in_time_is_shown_as_overdue() {
    let mut world = World::settled();
    assert!(!world.sees(Who::Ana).obligations[0].overdue);
    world.later(10);
    assert!(world.sees(Who::Ana).obligations[0].overdue);
}

#[test]
fn terms_without_obligations_are_fulfilled_by_the_last_signature() {
    let mut world = World::negotiation();
    world.does(
        Who::Bruna,
        propose(Terms { obligations: vec![], clauses: vec!["Cada um fica com o seu.".into()], chosen: vec![] }),
    );
    world.accepts(Who::Ana, 1);
    world.sides_sign();
    assert_eq!(world.phase(), Phase::ClosedFulfilled);
    world.does(
        Who::System,
        Command::AgreementSeal { version: 1, document_hash: HASH_A.into(), pdf_hash: HASH_B.into() },
    );
}

#[test]
fn the_case_closes_only_with_the_last_of_several_confirmations() {
    let mut world = World::negotiation();
    let mut terms = refund(500);
    terms.obligations.push(Obligation {
        kind: ObligationKind::Deliver,
        debtor: Side::Consumer,
        money: None,
        due: Due::On(DueDate { on: "2026-12-24".parse().unwrap() }),
        description: Some("Devolver a geladeira.".into()),
    });
    world.does(Who::Bruna, propose(terms));
    world.accepts(Who::Ana, 1);
    world.sides_sign();
    for (debtor, creditor, id) in [(Who::Ana, Who::Bruna, 2), (Who::Bruna, Who::Ana, 1)] {
        assert_eq!(world.phase(), Phase::Settled);
        world.does(debtor, report(id));
        world.does(creditor, Command::ObligationConfirm { id, money: None, on: None });
    }
    assert_eq!(world.phase(), Phase::ClosedFulfilled);
}

#[test]
fn evidence_of_a_payment_is_named_in_the_room() {
    let mut world = World::settled();
    world.does(Who::Bruna, Command::EvidenceAdd { channel: Channel::Joint, evidence: evidence(5), shared_from: None });
    let events = world.does(
        Who::Bruna,
        Command::ObligationReportDone { id: 1, evidence: vec![evidence(5).id], money: None, on: None },
    );
    assert_eq!(kinds(&events), ["obligation_reported", "obligation_evidenced"]);
}

#[test]
fn what_is_due_on_a_sunday_is_not_late_on_the_monday() {
    let mut world = World::negotiation();
    let mut terms = refund(500);
    terms.obligations[0].due = Due::On(DueDate { on: "2026-12-20".parse().unwrap() });
    world.does(Who::Bruna, propose(terms));
    world.accepts(Who::Ana, 1);
    world.sides_sign();
    let calendar = &world.rules.calendar;
    let (sunday, monday) =
        (calendar.end_of("2026-12-20".parse().unwrap()), calendar.end_of("2026-12-21".parse().unwrap()));
    let shown = |world: &World| world.sees(Who::Ana).obligations[0].clone();
    let told = |world: &World| {
        let runs = world.sees(Who::Ana).deadlines.into_iter().find(|runs| runs.rule == DeadlineRule::Obligation);
        runs.map(|runs| runs.due)
    };
    assert_eq!((shown(&world).due, told(&world)), (sunday, Some(sunday)), "the date that was written is told");
    world.now = monday.plus_millis(-1);
    world.clock_strikes();
    assert!(!shown(&world).overdue && !kinds(&world.history).contains(&"obligation_overdue"));
    world.now = monday;
    world.clock_strikes();
    assert!(shown(&world).overdue && kinds(&world.history).contains(&"obligation_overdue"));
}

#[test]
fn what_is_paid_after_the_case_went_elsewhere_has_its_receipt() {
    let mut world = World::breached();
    world.hands_over();
    world.does(Who::Legal, Command::EscalationClaim {});
    let close = Command::EscalationClose { outcome: ClosingOutcome::EnforcedElsewhere, reasons: reasons() };
    world.does(Who::Legal, close);
    assert!(world.sees(Who::Ana).obligations[0].allowed.iter().any(|name| name == "obligation.confirm"));
    assert_eq!(world.case.procedure.record_as_it_stands(), None, "the record of the closing tells all there is");
    world.later(1);
    let part = Command::ObligationConfirm { id: 1, money: Some(brl(120_000)), on: None };
    assert_eq!(kinds(&world.does(Who::Ana, part)), ["obligation_confirmed"]);
    assert_eq!(world.case.procedure.record_as_it_stands(), Some(2), "and now hides a receipt");
    let size = Some(world.case.procedure.size);
    let (pdf_hash, data_hash) = (HASH_A.to_owned(), HASH_B.to_owned());
    let record = Command::PaperFile { paper: PaperKind::Procedure, number: 2, pdf_hash, data_hash, size };
    assert_eq!(kinds(&world.does(Who::System, record)), ["paper_filed"]);
    assert_eq!(world.refuses(Who::Bruna, report(1)), Refusal::CaseClosed);
    let rest = Command::ObligationRelease { id: 1, money: None };
    assert_eq!(kinds(&world.does(Who::Ana, rest)), ["obligation_released"], "the case stays put away");
    assert_eq!(world.phase(), Phase::ClosedEnforcedElsewhere);
    assert!(world.view(Who::Bruna).is_some(), "and can be read");
}
