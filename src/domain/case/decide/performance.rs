//! Obligations: reported, confirmed, disputed, released, breached. What is still owed is counted by `Performance` alone.

use super::terms::money as check_money;
use super::text::text;
use super::{Decision, Verdict};
use crate::case::asker::{Asker, Guard};
use crate::case::command::EscalationGround;
use crate::case::event::{Fact, MediationEnd};
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::Owing;
use crate::id::EvidenceId;
use crate::limit::OBJECTION_CHARS_MAX;
use crate::money::Money;
use crate::obligation::Performance;
use crate::phase::{Phase, WithAgreement};
use crate::rules::DeadlineRule;
use crate::seat::{Channel, Side};
use jiff::civil::Date;

fn owing<'a>(asker: &Asker<'a>, id: u16) -> Guard<(&'a Owing, Performance, Side)> {
    let owing = asker.procedure().obligations.iter().find(|owing| owing.what.id == id);
    let owing = owing.ok_or_else(|| Refusal::ObligationNotFound.at("/id"))?;
    Ok((owing, owing.account(), asker.side()?))
}

/// Why nothing can be said any more about an obligation that is done.
const fn done(account: &Performance) -> Refusal {
    if account.released > 0 { Refusal::ObligationAlreadyReleased } else { Refusal::ObligationAlreadyConfirmed }
}

pub(in crate::case) fn report_done<'a>(asker: &Asker<'a>, id: u16) -> Guard<(&'a Owing, Performance)> {
    let (owing, account, side) = owing(asker, id)?;
    if owing.what.debtor != side {
        return Err(Refusal::ObligationNotDebtor.into());
    }
    if account.is_done() {
        return Err(done(&account).into());
    }
    if account.unreported() == 0 { Err(Refusal::ObligationAlreadyReported.into()) } else { Ok((owing, account)) }
}

fn as_creditor<'a>(asker: &Asker<'a>, id: u16) -> Guard<(&'a Owing, Performance)> {
    let (owing, account, side) = owing(asker, id)?;
    if owing.what.debtor == side { Err(Refusal::ObligationNotCreditor.into()) } else { Ok((owing, account)) }
}

/// A receipt, also for what nobody reported and for what counted as done by silence.
pub(in crate::case) fn confirm_done<'a>(asker: &Asker<'a>, id: u16) -> Guard<(&'a Owing, Performance)> {
    let (owing, account) = as_creditor(asker, id)?;
    if account.unconfirmed() == 0 { Err(done(&account).into()) } else { Ok((owing, account)) }
}

pub(in crate::case) fn release<'a>(asker: &Asker<'a>, id: u16) -> Guard<(&'a Owing, Performance)> {
    let (owing, account, side) = owing(asker, id)?;
    if owing.what.debtor == side {
        return Err(Refusal::ReleaseNotCreditor.into());
    }
    if account.is_done() { Err(done(&account).into()) } else { Ok((owing, account)) }
}

pub(in crate::case) fn dispute_done(asker: &Asker<'_>, id: u16) -> Guard {
    let (_, account) = as_creditor(asker, id)?;
    if account.is_done() {
        return Err(done(&account).into());
    }
    if account.reported() == 0 { Err(Refusal::ObligationNotReported.into()) } else { Ok(()) }
}

pub(in crate::case) fn any_to_report(asker: &Asker<'_>) -> bool {
    any_obligation(asker, |id| report_done(asker, id).is_ok())
}

pub(in crate::case) fn any_to_confirm(asker: &Asker<'_>) -> bool {
    any_obligation(asker, |id| confirm_done(asker, id).is_ok())
}

pub(in crate::case) fn any_to_release(asker: &Asker<'_>) -> bool {
    any_obligation(asker, |id| release(asker, id).is_ok())
}

pub(in crate::case) fn any_to_dispute(asker: &Asker<'_>) -> bool {
    any_obligation(asker, |id| dispute_done(asker, id).is_ok())
}

fn any_obligation(asker: &Asker<'_>, passes: impl Fn(u16) -> bool) -> bool {
    asker.procedure().obligations.iter().any(|owing| passes(owing.what.id))
}

/// How many units a command speaks of: a sum in the obligation's currency, no more than `most`; all of it where it
/// names none.
fn units(owing: &Owing, money: Option<Money>, most: i64) -> Result<i64, Refused> {
    let Some(named) = money else { return Ok(most) };
    let Some(owed) = owing.what.money else { return Err(Refusal::AmountNotAllowed.at("/money")) };
    check_money(named, "/money")?;
    if named.currency != owed.currency {
        return Err(Refusal::CurrencyNotOwed.at("/money/currency"));
    }
    if named.amount == 0 {
        return Err(Refusal::AmountMissing.at("/money/amount"));
    }
    if named.amount > most { Err(Refusal::AmountMoreThanOwed.at("/money/amount")) } else { Ok(named.amount) }
}

impl Decision<'_> {
    /// The day of a payment or deed: from the signing of the agreement to today.
    fn done_on(&self, owing: &Owing, on: Option<Date>) -> Result<Date, Refused> {
        let calendar = &self.rules().calendar;
        let today = calendar.day(self.now());
        let Some(on) = on else { return Ok(today) };
        if on > today {
            return Err(Refusal::DateInTheFuture.at("/on"));
        }
        let signed = self.procedure.concluded_as(owing.version).map(|concluded| calendar.day(concluded.at));
        if signed.is_some_and(|signed| on < signed) { Err(Refusal::DateBeforeAgreement.at("/on")) } else { Ok(on) }
    }

    pub(super) fn report_done(
        &mut self,
        id: u16,
        evidence: &[EvidenceId],
        money: Option<Money>,
        on: Option<Date>,
    ) -> Verdict {
        let (owing, account) = report_done(&self.asker, id)?;
        let units = units(owing, money, account.unreported())?;
        let on = Some(self.done_on(owing, on)?);
        self.attached(self.joint, evidence)?;
        self.own(Channel::Procedure, Fact::ObligationReported { id, money: owing.sum(units), on });
        if !evidence.is_empty() {
            self.own(Channel::Joint, Fact::ObligationEvidenced { id, evidence: evidence.to_vec() });
        }
        Ok(())
    }

    /// Without a sum it confirms what was reported, else all that is owed. Without a day each part keeps the day that
    /// was reported for it. The last confirmation closes the case.
    pub(super) fn confirm_done(&mut self, id: u16, money: Option<Money>, on: Option<Date>) -> Verdict {
        let (owing, account) = confirm_done(&self.asker, id)?;
        let said = units(owing, money, account.unconfirmed())?;
        let mut left = if money.is_none() && account.reported() > 0 { account.reported() } else { said };
        let day = self.done_on(owing, on)?;
        let mut parts = Vec::new();
        if on.is_none() {
            for report in &account.waiting {
                let units = report.units.min(left);
                left -= units;
                parts.push((units, report.on));
            }
        }
        parts.push((left, Some(day)));
        for (units, on) in parts.into_iter().filter(|(units, _)| *units > 0) {
            self.own(Channel::Procedure, Fact::ObligationConfirmed { id, money: owing.sum(units), on });
        }
        self.settle_if_done();
        Ok(())
    }

    /// The creditor's word that so much is not owed any more.
    pub(super) fn let_go(&mut self, id: u16, money: Option<Money>) -> Verdict {
        let (owing, account) = release(&self.asker, id)?;
        let units = units(owing, money, account.owed())?;
        self.own(Channel::Procedure, Fact::ObligationReleased { id, money: owing.sum(units) });
        self.settle_if_done();
        Ok(())
    }

    /// Closes the case once nothing is owed any more, these facts included. One that was put away stays so.
    fn settle_if_done(&mut self) {
        if self.phase().is_closed() {
            return;
        }
        let mut obligations = self.procedure.obligations.clone();
        for new in &self.facts {
            if let Fact::ObligationConfirmed { id, .. }
            | Fact::ObligationReleased { id, .. }
            | Fact::ObligationPresumed { id, .. } = &new.fact
                && let Some(owing) = obligations.iter_mut().find(|owing| owing.what.id == *id)
            {
                owing.follow(&new.fact, self.context.now);
            }
        }
        if let Some(outcome) = kept(&obligations) {
            self.close_with_agreement(outcome);
        }
    }

    pub(super) fn dispute_done(&mut self, id: u16, words: &str) -> Verdict {
        dispute_done(&self.asker, id)?;
        text(words, OBJECTION_CHARS_MAX, "/text")?;
        self.own(Channel::Procedure, Fact::ObligationDisputed { id });
        self.own(Channel::Joint, Fact::ObligationObjected { id, text: words.to_owned() });
        Ok(())
    }

    pub(super) fn mark_overdue(&mut self, id: u16) -> Verdict {
        self.is_over(DeadlineRule::Obligation, Channel::Procedure, Some(u32::from(id)))?;
        self.follows(Channel::Procedure, Fact::ObligationOverdue { id });
        Ok(())
    }

    /// The enforcement packet goes to the creditor at once, and the case to legal.
    pub(super) fn mark_breached(&mut self, id: u16) -> Verdict {
        self.is_over(DeadlineRule::Breach, Channel::Procedure, Some(u32::from(id)))?;
        let (owing, account) = self.owed(id)?;
        self.follows(Channel::Procedure, Fact::ObligationBreached { id, money: owing.sum(account.owed()) });
        if self.phase() == Phase::Settled {
            self.escalate(EscalationGround::Breach, MediationEnd::ProcedureOver)?;
        }
        Ok(())
    }

    pub(super) fn presume_done(&mut self, id: u16) -> Verdict {
        self.is_over(DeadlineRule::Confirmation, Channel::Procedure, Some(u32::from(id)))?;
        let (owing, account) = self.owed(id)?;
        self.follows(Channel::Procedure, Fact::ObligationPresumed { id, money: owing.sum(account.reported()) });
        self.settle_if_done();
        Ok(())
    }

    fn owed(&self, id: u16) -> Result<(Owing, Performance), Refused> {
        let owing = self.procedure.obligations.iter().find(|owing| owing.what.id == id);
        let owing = owing.ok_or_else(|| Refusal::ObligationNotFound.at("/id"))?;
        Ok((owing.clone(), owing.account()))
    }
}

/// How a case ends whose obligations are all done: by what its creditors said, or did not say.
pub(super) fn kept(obligations: &[Owing]) -> Option<WithAgreement> {
    let accounts: Vec<Performance> = obligations.iter().map(Owing::account).collect();
    if !accounts.iter().all(Performance::is_done) {
        return None;
    }
    Some(if accounts.iter().any(|account| account.presumed > 0) {
        WithAgreement::SettledUnconfirmed
    } else if accounts.iter().any(|account| account.released > 0) {
        WithAgreement::Released
    } else {
        WithAgreement::Fulfilled
    })
}
