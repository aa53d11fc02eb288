//! What is owed: reported, confirmed, disputed, released; and the consumer's feedback at the end.

use super::{Row, after, at, row};
use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::money::{AMOUNT_MAX, Currency, Money};
use acordo_domain::seat::Side;
use acordo_domain::terms::*;
use jiff::civil::Date;

fn report(id: u16, money: Option<Money>, on: Option<Date>) -> Command {
    Command::ObligationReportDone { id, evidence: vec![], money, on }
}

fn confirm(id: u16, money: Option<Money>, on: Option<Date>) -> Command {
    Command::ObligationConfirm { id, money, on }
}

fn release(id: u16, money: Option<Money>) -> Command {
    Command::ObligationRelease { id, money }
}

fn dispute(text: &str) -> Command {
    Command::ObligationDispute { id: 1, text: text.into() }
}

fn feedback(solved: bool, unsolved: Option<&str>) -> Command {
    let unsolved = unsolved.map(str::to_owned);
    Command::FeedbackGive { score: 3, solved, comment: None, share_comment: false, unsolved }
}

/// A refund of 5 that is confirmed, and an explanation that is still owed.
fn half_done() -> World {
    let mut world = World::negotiation();
    let mut terms = refund(5);
    terms.obligations.push(Obligation {
        kind: ObligationKind::Explain,
        debtor: Side::Company,
        money: None,
        due: terms.obligations[0].due,
        description: None,
    });
    world.does(Who::Bruna, propose(terms));
    world.accepts(Who::Ana, 1);
    world.sides_sign();
    after(world, Who::Ana, confirm(1, None, None))
}

pub fn owed_rows() -> Vec<Row> {
    use Refusal::*;
    let settled = World::settled;
    let reported = after(settled(), Who::Bruna, report(1, None, None));
    let in_part = after(settled(), Who::Bruna, report(1, Some(brl(150_000)), None));
    let half_let_go = after(half_done(), Who::Ana, release(2, None));
    let released = {
        let mut world = World::negotiation();
        let mut terms = refund(5);
        terms.obligations.push(terms.obligations[0].clone());
        world.does(Who::Bruna, propose(terms));
        world.accepts(Who::Ana, 1);
        world.sides_sign();
        after(world, Who::Ana, release(1, None))
    };
    let day = |text: &str| Some(text.parse::<Date>().unwrap());
    let dollars = Some(Money { amount: 1, currency: Currency::try_from("USD".to_owned()).unwrap() });
    let talking = after(World::closed(), Who::Ana, feedback(false, Some("Falta a nota.")));
    vec![
        at(settled(), Who::Bruna, report(9, None, None), ObligationNotFound, "/id"),
        row(settled(), Who::Ana, report(1, None, None), ObligationNotDebtor),
        row(reported.clone(), Who::Bruna, report(1, None, None), ObligationAlreadyReported),
        row(half_done(), Who::Bruna, report(1, None, None), ObligationAlreadyConfirmed),
        row(released.clone(), Who::Bruna, report(1, None, None), ObligationAlreadyReleased),
        at(settled(), Who::Bruna, report(1, Some(brl(200_001)), None), AmountMoreThanOwed, "/money/amount"),
        at(in_part, Who::Bruna, report(1, Some(brl(50_001)), None), AmountMoreThanOwed, "/money/amount"),
        at(settled(), Who::Bruna, report(1, Some(brl(0)), None), AmountMissing, "/money/amount"),
        at(settled(), Who::Bruna, report(1, Some(brl(-1)), None), AmountNegative, "/money/amount"),
        at(settled(), Who::Bruna, report(1, Some(brl(AMOUNT_MAX + 1)), None), AmountTooLarge, "/money/amount"),
        at(settled(), Who::Bruna, report(1, dollars, None), CurrencyNotOwed, "/money/currency"),
        at(half_done(), Who::Bruna, report(2, Some(brl(1)), None), AmountNotAllowed, "/money"),
        at(settled(), Who::Bruna, report(1, None, day("2026-11-24")), DateInTheFuture, "/on"),
        at(settled(), Who::Bruna, report(1, None, day("2026-11-22")), DateBeforeAgreement, "/on"),
        at(
            settled(),
            Who::Bruna,
            Command::ObligationReportDone { id: 1, evidence: vec![evidence(4).id], money: None, on: None },
            EvidenceNotFound,
            "/evidence/0",
        ),
        row(reported.clone(), Who::Bruna, confirm(1, None, None), ObligationNotCreditor),
        row(half_done(), Who::Ana, confirm(1, None, None), ObligationAlreadyConfirmed),
        row(released.clone(), Who::Ana, confirm(1, None, None), ObligationAlreadyReleased),
        at(settled(), Who::Ana, confirm(1, Some(brl(200_001)), None), AmountMoreThanOwed, "/money/amount"),
        at(settled(), Who::Ana, confirm(1, dollars, None), CurrencyNotOwed, "/money/currency"),
        at(half_done(), Who::Ana, confirm(2, Some(brl(1)), None), AmountNotAllowed, "/money"),
        at(settled(), Who::Ana, confirm(1, None, day("2026-11-24")), DateInTheFuture, "/on"),
        at(settled(), Who::Ana, confirm(1, None, day("2026-11-22")), DateBeforeAgreement, "/on"),
        row(settled(), Who::Bruna, release(1, None), ReleaseNotCreditor),
        at(settled(), Who::Ana, release(9, None), ObligationNotFound, "/id"),
        row(half_done(), Who::Ana, release(1, None), ObligationAlreadyConfirmed),
        row(released, Who::Ana, release(1, None), ObligationAlreadyReleased),
        at(settled(), Who::Ana, release(1, Some(brl(200_001))), AmountMoreThanOwed, "/money/amount"),
        at(settled(), Who::Ana, release(1, dollars), CurrencyNotOwed, "/money/currency"),
        at(half_done(), Who::Ana, release(2, Some(brl(1))), AmountNotAllowed, "/money"),
        row(World::closed(), Who::Ana, release(1, None), CaseClosed),
        row(settled(), Who::Ana, dispute("x"), ObligationNotReported),
        row(half_done(), Who::Ana, dispute("Não."), ObligationAlreadyConfirmed),
        at(reported.clone(), Who::Ana, dispute(""), TextEmpty, "/text"),
        row(reported, Who::Bruna, dispute("x"), ObligationNotCreditor),
        // Releasing what is owed ends the case too, and the consumer is asked for feedback.
        at(half_let_go, Who::Ana, feedback(false, None), TextEmpty, "/unsolved"),
        at(World::closed(), Who::Ana, feedback(false, None), TextEmpty, "/unsolved"),
        row(World::negotiation(), Who::Ana, feedback(true, None), AgreementNotConcluded),
        at(talking, Who::Ana, feedback(false, Some("De novo.")), WrongPhase, "/solved"),
    ]
}
