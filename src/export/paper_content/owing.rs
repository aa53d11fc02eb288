//! What a concluded agreement owes, and what became of it: each obligation with what is left of it, then every word
//! that was said about it, receipts among them.

use super::{ContentWriter, code};
use crate::export::agreement::Reached;
use crate::export::{AgreementFile, paper};
use crate::texts::{self, Value};
use acordo_domain::case::claims::enforced;
use acordo_domain::case::state::{Concluded, Owing};
use acordo_domain::law::{ClauseKind, Statement};
use acordo_domain::moment::Moment;
use acordo_domain::money::Money;
use acordo_domain::obligation::{ObligationStep, ObligationStepKind};
use acordo_domain::terms::Obligation;
use acordo_paper::{Block, Section};
use jiff::civil::Date;
use serde_json::json;

impl ContentWriter<'_> {
    /// The obligation whose breach this packet is of.
    pub(super) fn enforced(&self) -> Option<&Owing> {
        enforced(&self.point.case.procedure, self.point.number)
    }

    /// The agreement that is enforced: the one that the broken obligation comes from.
    fn version(&self) -> Option<u32> {
        self.enforced().map(|owing| owing.version)
    }

    fn file(&self, version: u32) -> Option<&AgreementFile> {
        self.point.agreements.iter().find(|file| file.version == version)
    }

    fn enforced_file(&self) -> Option<&AgreementFile> {
        self.file(self.version()?)
    }

    /// Was it concluded in mediation?
    pub(super) fn is_mediated(&self) -> bool {
        self.enforced_file().is_some_and(|file| file.reached == Reached::InMediation)
    }

    /// When an agreement was signed, and by which codes it is known.
    fn of_agreement(&self, concluded: &Concluded) -> Block {
        let mut lines = vec![
            self.line("paper-signed-at", self.when(concluded.at)),
            self.line("paper-version", concluded.version.to_string()),
            self.line("paper-document-hash", concluded.document_hash.clone()),
        ];
        lines.extend(concluded.sealed_pdf_hash.clone().map(|hash| self.line("paper-sealed-pdf-hash", hash)));
        Block::Facts(lines)
    }

    /// The agreement that is enforced.
    pub(super) fn title(&self) -> Section {
        let concluded = self.version().and_then(|version| self.point.case.procedure.concluded_as(version));
        let mut blocks: Vec<Block> = concluded.map(|concluded| self.of_agreement(concluded)).into_iter().collect();
        blocks.extend(self.enforced_file().map(|file| Block::Paragraph(self.states(file.reached.nature()))));
        Section { title: self.say("paper-enforced"), blocks }
    }

    /// What was owed, when, what became of it, and what is left; then each part that was paid, with its day.
    pub(super) fn payments(&self) -> Section {
        let blocks = self.version().map(|version| self.owed_under(version)).unwrap_or_default();
        Section { title: self.say("paper-payments"), blocks }
    }

    /// A case may have more agreements than the one that is enforced: each stands, with what it owes.
    pub(super) fn of_other_agreements(&self) -> Vec<Section> {
        let enforced = self.version();
        let others = self.point.case.procedure.agreements().filter(|concluded| Some(concluded.version) != enforced);
        let section = |concluded: &Concluded| {
            let mut blocks = vec![self.of_agreement(concluded)];
            blocks.extend(self.owed_under(concluded.version));
            Section { title: self.say("paper-other-agreement"), blocks }
        };
        others.map(section).collect()
    }

    /// The obligations of one agreement, under the numbers that it gives them.
    fn owed_under(&self, version: u32) -> Vec<Block> {
        let obligations: Vec<&Owing> = self.point.case.procedure.owed_under(version).collect();
        let row = |owing: &&Owing| {
            vec![
                owing.place.to_string(),
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
        blocks
    }

    /// What was agreed for the case of delay, word by word.
    pub(super) fn late_clauses(&self) -> Vec<String> {
        let late = |kind| matches!(kind, ClauseKind::Penalty | ClauseKind::Interest | ClauseKind::Acceleration);
        let chosen = self.enforced_file().into_iter().flat_map(AgreementFile::library_clauses);
        chosen.filter(|(clause, _)| late(clause.kind)).map(|(_, wording)| wording.to_owned()).collect()
    }

    /// What follows from the delay, by the clauses of the agreement or by the law; the sums above are the principal.
    pub(super) fn delay(&self) -> Section {
        let mut said: Vec<String> = self.late_clauses().iter().map(|wording| paper::tied(wording)).collect();
        if said.is_empty() {
            said.push(self.states(Statement::AgreementDelay));
        }
        said.push(self.states(Statement::EnforcementPrincipal));
        Section { title: self.say("paper-delay"), blocks: said.into_iter().map(Block::Paragraph).collect() }
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
        self.file(owing.version)?.terms.obligations.get(usize::from(owing.place).checked_sub(1)?)
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

    /// Was it not kept when the paper was made? What broke at the same moment has an event of its own, which may come
    /// later.
    fn is_broken(&self, owing: &Owing) -> bool {
        let account = owing.account();
        let rules = &self.point.rules;
        let from = account.disputed_at.map_or(owing.what.due, |at| at.max(owing.what.due));
        let over = rules.calendar.deadline(from.plus_millis(-1), rules.breach_days) <= self.point.issued_at;
        account.unreported() > 0 && (owing.breached_at.is_some() || over)
    }

    /// How it stands on the day of the paper, and what is left of it.
    fn state(&self, owing: &Owing) -> String {
        let account = owing.account();
        let state = if self.is_broken(owing) {
            self.say("paper-state-breached")
        } else {
            self.say(&format!("paper-state-{}", code(&account.state())))
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
                owing.place.to_string(),
                self.long(on),
                what.join("\n"),
                sum.map(|sum| texts::money(self.language, sum)).unwrap_or_default(),
            ]
        };
        owing.steps.iter().map(row).collect()
    }

    /// A word about an obligation in the record of the procedure: which one, what sum, which day.
    pub(super) fn of_obligation(&self, id: u16, money: Option<Money>, on: Option<Date>) -> String {
        let procedure = &self.point.case.procedure;
        let owing = procedure.obligations.iter().find(|owing| owing.what.id == id);
        // Under the number that its agreement gives it, and by that agreement where there are several.
        let (place, version) = owing.map_or((id, 0), |owing| (owing.place, owing.version));
        let args = [("number", Value::from(i64::from(place))), ("version", Value::from(version))];
        let key = if procedure.agreements().count() > 1 { "paper-due-number-of" } else { "paper-due-number" };
        let mut words = vec![texts::text(self.language, key, &args)];
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
            "broken": self.is_broken(owing),
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
