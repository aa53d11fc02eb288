//! Checks that terms can be performed: one currency, sane amounts, dates in the future, clauses that the law allows.

use super::Decision;
use super::text::{check, printable};
use crate::case::refusal::{Refusal, Refused};
use crate::law::Pack;
use crate::limit::{CLAUSE_CHARS_MAX, DUE_DAYS_MAX};
use crate::money::{AMOUNT_MAX, Currency, Money};
use crate::terms::{
    CLAUSES_MAX, ChosenClause, DESCRIPTION_CHARS_MAX, Due, OBLIGATIONS_MAX, Obligation, ObligationKind, Terms,
};
use acordo_record::agreement::terms_hash;
use acordo_record::base64;

/// Does an obligation of this kind carry money?
enum Carries {
    Must,
    May,
    Never,
}

const fn carries(kind: ObligationKind) -> Carries {
    match kind {
        ObligationKind::Refund
        | ObligationKind::Pay
        | ObligationKind::ReducePrice
        | ObligationKind::Discount
        | ObligationKind::Voucher => Carries::Must,
        ObligationKind::Apologise | ObligationKind::Explain | ObligationKind::CorrectRecord => Carries::Never,
        ObligationKind::Replace
        | ObligationKind::Repair
        | ObligationKind::RedoService
        | ObligationKind::CancelContract
        | ObligationKind::Deliver
        | ObligationKind::Other => Carries::May,
    }
}

pub(super) fn money(money: Money, pointer: &str) -> Result<(), Refused> {
    if money.amount < 0 {
        return Err(Refusal::AmountNegative.at(format!("{pointer}/amount")));
    }
    if money.amount > AMOUNT_MAX {
        return Err(Refusal::AmountTooLarge.at(format!("{pointer}/amount")));
    }
    if !money.currency.is_in_use() {
        return Err(Refusal::CurrencyUnknown.at(format!("{pointer}/currency")));
    }
    Ok(())
}

pub(super) fn clauses(clauses: &[String], pointer: &str) -> Result<(), Refused> {
    if clauses.len() > CLAUSES_MAX {
        return Err(Refusal::TooManyClauses.at(pointer));
    }
    for (index, clause) in clauses.iter().enumerate() {
        check(clause, CLAUSE_CHARS_MAX, false).map_err(|code| code.at(format!("{pointer}/{index}")))?;
        printable(clause, format!("{pointer}/{index}"))?;
    }
    Ok(())
}

/// Each clause is of the library, within its bounds, and beside none that it excludes.
fn chosen(chosen: &[ChosenClause], pack: &Pack) -> Result<(), Refused> {
    for (index, ChosenClause { clause: id, value }) in chosen.iter().enumerate() {
        let at = |field: &str| format!("/terms/chosen/{index}{field}");
        let clause = pack.clause(id).ok_or_else(|| Refusal::ClauseUnknown.at(at("/clause")))?;
        match (&clause.figure, *value) {
            (None, None) => {}
            (None, Some(_)) => return Err(Refusal::ClauseValueNotAllowed.at(at("/value"))),
            (Some(_), None) => return Err(Refusal::ClauseValueMissing.at(at("/value"))),
            (Some(figure), Some(value)) if !(figure.least..=figure.greatest).contains(&value) => {
                return Err(Refusal::ClauseValueOutOfBounds.at(at("/value")));
            }
            (Some(_), Some(_)) => {}
        }
        let former = chosen.iter().take(index).map(|former| &former.clause);
        if former.into_iter().any(|former| former == id || clause.excludes.contains(former)) {
            return Err(Refusal::ClausesExclusive.at(at("/clause")));
        }
    }
    Ok(())
}

impl Decision<'_> {
    /// Checks terms against the case and returns their hash.
    pub(super) fn check_terms(&self, terms: &Terms) -> Result<String, Refused> {
        if terms.is_empty() {
            return Err(Refusal::TermsEmpty.at("/terms"));
        }
        if terms.obligations.len() > OBLIGATIONS_MAX {
            return Err(Refusal::TooManyObligations.at("/terms/obligations"));
        }
        // Of these terms alone: what somebody typed before binds nobody.
        let mut currency = None;
        for (index, obligation) in terms.obligations.iter().enumerate() {
            self.check_obligation(obligation, index, &mut currency)?;
        }
        clauses(&terms.clauses, "/terms/clauses")?;
        let law = self.procedure.filed.as_ref().ok_or(Refusal::NoCapacity)?.law;
        chosen(&terms.chosen, law.pack())?;
        terms_hash(terms).map(|hash| base64(&hash)).map_err(|_| Refusal::ControlCharacters.at("/terms"))
    }

    fn check_obligation(
        &self,
        obligation: &Obligation,
        index: usize,
        currency: &mut Option<Currency>,
    ) -> Result<(), Refused> {
        let at = |field: &str| format!("/terms/obligations/{index}/{field}");
        match (carries(obligation.kind), obligation.money) {
            (Carries::Must, None) => return Err(Refusal::AmountMissing.at(at("money"))),
            (Carries::Never, Some(_)) => return Err(Refusal::AmountNotAllowed.at(at("money"))),
            (_, Some(amount)) => {
                money(amount, &at("money"))?;
                if amount.amount == 0 {
                    return Err(Refusal::AmountMissing.at(at("money/amount")));
                }
                if *currency.get_or_insert(amount.currency) != amount.currency {
                    return Err(Refusal::CurrencyMismatch.at(at("money/currency")));
                }
            }
            (Carries::May | Carries::Never, None) => {}
        }
        match obligation.due {
            Due::On(date) => {
                let calendar = &self.rules().calendar;
                let today = calendar.day(self.now());
                if date.on < today {
                    return Err(Refusal::DateInThePast.at(at("due/on")));
                }
                let days_ahead = today.until(date.on).map_or(i32::MAX, |span| span.get_days());
                if days_ahead > i32::from(DUE_DAYS_MAX) {
                    return Err(Refusal::DateTooFar.at(at("due/on")));
                }
            }
            Due::After(after) if after.days_after_signature > DUE_DAYS_MAX => {
                return Err(Refusal::DateTooFar.at(at("due/days_after_signature")));
            }
            Due::After(_) => {}
        }
        match (&obligation.description, obligation.kind) {
            (None, ObligationKind::Other) => Err(Refusal::TextEmpty.at(at("description"))),
            (None, _) => Ok(()),
            (Some(words), _) => {
                check(words, DESCRIPTION_CHARS_MAX, false).map_err(|code| code.at(at("description")))?;
                printable(words, at("description"))
            }
        }
    }
}
