//! What a concluded agreement owes, and what became of it: each obligation with what is left of it, then every word
//! that was said about it, receipts among them.

use super::{ContentWriter, code};
use crate::export::paper;
use crate::texts::{self, Value};
use acordo_domain::case::state::Owing;
use acordo_domain::law::Statement;
use acordo_domain::moment::Moment;
use acordo_domain::money::Money;
use acordo_domain::obligation::{ObligationStep, ObligationStepKind};
use acordo_domain::seat::Seat;
use acordo_domain::terms::Obligation;
use acordo_paper::{Block, Section};
use jiff::civil::Date;
use serde_json::json;

impl ContentWriter<'_> {
    /// Did the mediator sign the agreement?
    pub(super) fn is_mediated(&self) -> bool {
        let concluded = self.point.case.procedure.concluded.as_ref();
        concluded.is_some_and(|concluded| concluded.signatures.iter().any(|signed| signed.seat == Seat::Mediator))
    }

    /// The agreement that is enforced.
    pub(super) fn title(&self) -> Section {
        let mut lines = Vec::new();
        if let Some(concluded) = &self.point.case.procedure.concluded {
            lines.push(self.line("paper-signed-at", self.when(concluded.at)));
            lines.push(self.line("paper-document-hash", concluded.document_hash.clone()));
            if let Some(hash) = &concluded.sealed_pdf_hash {
                lines.push(self.line("paper-sealed-pdf-hash", hash.clone()));
            }
            let nature = if self.is_mediated() { Statement::AgreementMediated } else { Statement::AgreementContract };
            let blocks = vec![Block::Facts(lines), Block::Paragraph(self.states(nature))];
            return Section { title: self.say("paper-enforced"), blocks };
        }
        Section { title: self.say("paper-enforced"), blocks: vec![Block::Facts(lines)] }
    }

    /// What was owed, when, what became of it, and what is left; then each part that was paid, with its day.
    pub(super) fn payments(&self) -> Section {
        let obligations = &self.point.case.procedure.obligations;
        let row = |owing: &Owing| {
            vec![
                owing.what.id.to_string(),
                self.what(owing),
                self.say(&format!("paper-seat-{}", owing.what.debtor.name())),
                self.agreed(owing).map(|money| paper::amount(self.language, money)).unwrap_or_default(),
                paper::last_day(self.language, owing.what.due, &self.point.zone),
                self.state(owing),
            ]
        };
        let columns = [
            "paper-column-number",
            "paper-column-obligation",
            "paper-column-who",
            "paper-column-amount",
            "paper-column-due",
            "paper-column-state",
        ];
        let mut blocks = vec![self.table(&columns, obligations.iter().map(row).collect())];
        let steps: Vec<Vec<String>> = obligations.iter().flat_map(|owing| self.steps(owing)).collect();
        if !steps.is_empty() {
            let columns = ["paper-column-number", "paper-column-when", "paper-column-said", "paper-column-amount"];
            blocks.push(self.table(&columns, steps));
        }
        Section { title: self.say("paper-payments"), blocks }
    }

    /// What is owed, with its words from the agreement.
    fn what(&self, owing: &Owing) -> String {
        let name = paper::named(self.language, "obligation", &owing.what.kind);
        match self.agreed_term(owing).and_then(|term| term.description.as_deref()) {
            Some(words) => format!("{name}\n{words}"),
            None => name,
        }
    }

    fn agreed_term(&self, owing: &Owing) -> Option<&Obligation> {
        self.point.agreement.as_ref()?.terms.obligations.get(usize::from(owing.place).checked_sub(1)?)
    }

    /// The sum that was agreed: in the record, else in the agreement's own file.
    fn agreed(&self, owing: &Owing) -> Option<Money> {
        owing.what.money.or_else(|| self.agreed_term(owing)?.money)
    }

    fn day(&self, at: Moment) -> Date {
        texts::day_of(at, &self.point.zone)
    }

    fn long(&self, day: Date) -> String {
        paper::tied(&texts::date_long(self.language, day))
    }

    /// How many days after its last day, if any.
    fn late(&self, owing: &Owing, on: Date) -> Option<i64> {
        let last = self.day(owing.what.due.plus_millis(-1));
        let days = last.until(on).map_or(0, |span| span.get_days());
        (days > 0).then_some(i64::from(days))
    }

    /// How it stands on the day of the paper, and what is left of it.
    fn state(&self, owing: &Owing) -> String {
        let account = owing.account();
        let broken = owing.breached_at.filter(|_| account.unreported() > 0);
        let state = match broken {
            Some(_) => self.say("paper-state-breached"),
            None => self.say(&format!("paper-state-{}", code(&account.state()))),
        };
        let mut lines = vec![state];
        if account.is_done() {
            return lines.join("\n");
        }
        // A record of before sums were kept knows no parts.
        if let Some(money) = owing.sum(account.owed()).or_else(|| self.agreed(owing)) {
            let sum = texts::money(self.language, money);
            lines.push(texts::text(self.language, "paper-still-owed", &[("sum", Value::from(sum))]));
        }
        // What was reported waits for an answer; whether that was late, its own row says.
        let on = self.day(self.point.issued_at);
        if let Some(days) = self.late(owing, on).filter(|_| account.unreported() > 0) {
            let args = [("days", Value::from(days)), ("day", Value::from(self.long(on)))];
            lines.push(texts::text(self.language, "paper-days-late", &args));
        }
        lines.join("\n")
    }

    /// One row for each word about it: number, day, what, sum.
    fn steps(&self, owing: &Owing) -> Vec<Vec<String>> {
        let row = |step: &ObligationStep| {
            let said_on = self.day(step.at);
            let on = step.on.unwrap_or(said_on);
            let mut what = vec![self.say(&format!("paper-step-{}", code(&step.what)))];
            let paid = matches!(step.what, ObligationStepKind::Confirmed | ObligationStepKind::Reported);
            if let Some(days) = self.late(owing, on).filter(|_| paid) {
                what.push(texts::text(self.language, "paper-late-by", &[("days", Value::from(days))]));
            }
            if on != said_on {
                let args = [("day", Value::from(self.long(said_on)))];
                what.push(texts::text(self.language, "paper-said-on", &args));
            }
            let bare = matches!(step.what, ObligationStepKind::Disputed | ObligationStepKind::Reopened);
            let whole = self.agreed(owing).filter(|_| owing.what.money.is_none());
            let sum = step.money.or(whole).filter(|_| !bare);
            vec![
                owing.what.id.to_string(),
                self.long(on),
                what.join("\n"),
                sum.map(|sum| texts::money(self.language, sum)).unwrap_or_default(),
            ]
        };
        owing.steps.iter().map(row).collect()
    }

    /// A word about an obligation in the record of the procedure: which one, what sum, which day.
    pub(super) fn of_obligation(&self, id: u16, money: Option<Money>, on: Option<Date>) -> String {
        let args = [("number", Value::from(i64::from(id)))];
        let mut words = vec![texts::text(self.language, "paper-due-number", &args)];
        words.extend(money.map(|money| texts::money(self.language, money)));
        words.extend(on.map(|on| self.long(on)));
        words.join(" · ")
    }

    /// The same for machines.
    pub(super) fn owing_data(&self, owing: &Owing) -> serde_json::Value {
        let account = owing.account();
        let steps: Vec<serde_json::Value> = owing
            .steps
            .iter()
            .map(|step| {
                json!({
                    "what": code(&step.what),
                    "money": step.money,
                    "on": step.on.map(|on| on.to_string()),
                    "at": step.at.to_string(),
                })
            })
            .collect();
        json!({
            "id": owing.what.id,
            "agreement": owing.version,
            "place": owing.place,
            "kind": code(&owing.what.kind),
            "debtor": code(&owing.what.debtor),
            "due": owing.what.due.to_string(),
            "state": code(&account.state()),
            "breached_at": owing.breached_at.map(|at| at.to_string()),
            "money": self.agreed(owing),
            "owed": owing.sum(account.owed()),
            "reported": owing.sum(account.reported()),
            "confirmed": owing.sum(account.confirmed),
            "released": owing.sum(account.released),
            "presumed": owing.sum(account.presumed),
            "steps": steps,
        })
    }
}
