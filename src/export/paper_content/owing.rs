//! What a concluded agreement owes, and what became of it.

use super::{ContentWriter, code};
use crate::export::paper;
use crate::texts::{self, Value};
use acordo_domain::law::Statement;
use acordo_domain::moment::Moment;
use acordo_domain::obligation::ObligationState;
use acordo_domain::seat::Seat;
use acordo_paper::{Block, Section};

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

    /// What was owed, when, and what became of it.
    pub(super) fn payments(&self) -> Section {
        let rows = self
            .point
            .case
            .procedure
            .obligations
            .iter()
            .map(|owing| {
                let term = self
                    .point
                    .agreement
                    .as_ref()
                    .and_then(|file| file.terms.obligations.get(usize::from(owing.what.id).saturating_sub(1)));
                let amount = term.and_then(|term| term.money).map(|money| paper::amount(self.language, money));
                vec![
                    owing.what.id.to_string(),
                    self.say(&format!("obligation-{}", code(&owing.what.kind))),
                    self.say(&format!("paper-seat-{}", owing.what.debtor.name())),
                    amount.unwrap_or_default(),
                    paper::last_day(self.language, owing.what.due, &self.point.zone),
                    self.state(owing.state, owing.breached_at, owing.what.due),
                ]
            })
            .collect();
        let columns = [
            "paper-column-number",
            "paper-column-obligation",
            "paper-column-who",
            "paper-column-amount",
            "paper-column-due",
            "paper-column-state",
        ];
        Section { title: self.say("paper-payments"), blocks: vec![self.table(&columns, rows)] }
    }

    fn state(&self, state: ObligationState, breached: Option<Moment>, due: Moment) -> String {
        match breached.filter(|_| state.is_open()) {
            Some(at) => {
                let day = |at: Moment| texts::day_of(at, &self.point.zone);
                let days = day(due.plus_millis(-1)).until(day(at)).map_or(0, |span| span.get_days());
                let args = [
                    ("days", Value::from(days)),
                    ("day", Value::from(paper::tied(&texts::date_long(self.language, day(at))))),
                ];
                format!(
                    "{}\n{}",
                    self.say("paper-state-breached"),
                    texts::text(self.language, "paper-days-late", &args)
                )
            }
            None => self.say(&format!("paper-state-{}", code(&state))),
        }
    }
}
