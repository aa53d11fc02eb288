//! The content of a paper of procedure, in the case's language: sections of finished text, and the same as data.
//! Everything comes from `procedure`; the enforcement packet alone also names what the agreement owes.

use crate::export::{AgreementFile, ExportError};
use crate::texts::{self, Language, Value};
use acordo_domain::case::command::PaperKind;
use acordo_domain::case::event::{Event, Fact, FinalTermGround};
use acordo_domain::case::state::{Case, FiledCase, InvitationState};
use acordo_domain::moment::Moment;
use acordo_domain::obligation::ObligationState;
use acordo_domain::seat::{Seat, Side};
use acordo_paper::{
    Attachment, Block, LabelledValue as Line, PaperParty, ProceduralLabels, ProceduralPaper, Section, Table,
    TableColumn,
};
use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::json;

/// The input of a paper.
#[derive(Debug)]
pub struct Point<'a> {
    pub case: &'a Case,
    pub paper: PaperKind,
    pub number: u16,
    pub issued_at: Moment,
    pub operator: String,
    pub procedure_size: u64,
    pub procedure_root: String,
    pub events: Vec<&'a Event>,
    pub agreement: Option<AgreementFile>,
    pub zone: TimeZone,
}

#[derive(Debug)]
pub struct ContentOfPaper {
    pub paper: ProceduralPaper,
    pub json: Vec<u8>,
}

struct ContentWriter<'a> {
    language: Language,
    point: &'a Point<'a>,
    filed: &'a FiledCase,
}

pub fn paper_content(language: Language, point: &Point<'_>) -> Result<ContentOfPaper, ExportError> {
    let filed = point.case.procedure.filed.as_ref().ok_or(crate::store::StoreError::NotFound)?;
    let writer = ContentWriter { language, point, filed };
    let json = acordo_record::canonical::to_canonical(&writer.data())
        .map_err(|error| ExportError::Paper(error.to_string()))?;
    let name = point.paper.name();
    let tag = language.tag().parse().map_err(|_| ExportError::Paper(language.tag().to_owned()))?;
    let labels = ProceduralLabels::collect(|key, pairs| {
        let args: Vec<(&str, Value<'_>)> = pairs.iter().map(|(name, mark)| (*name, Value::from(*mark))).collect();
        texts::text(language, key, &args)
    });
    let paper = ProceduralPaper {
        language: tag,
        labels,
        operator: point.operator.clone(),
        reference: filed.reference.to_string(),
        case_id: point.case.id.to_string(),
        title: writer.say(&format!("paper-{name}-title")),
        subtitle: Some(writer.say(&format!("paper-{name}-subtitle"))),
        issued_at: writer.when(point.issued_at),
        opening: vec![Block::Paragraph(writer.say(&format!("paper-{name}-opening")))],
        parties: writer.parties(),
        sections: writer.sections(),
        attestation: None,
        hashes: vec![
            writer.line("paper-record-root", point.procedure_root.clone()),
            writer.line("paper-record-size", point.procedure_size.to_string()),
        ],
        attachment: Some(Attachment { file_name: format!("{name}.json"), json: json.clone() }),
        ident: format!("{name}/{}/{}", point.case.id, point.number),
        timestamp: point.issued_at.timestamp(),
    };
    Ok(ContentOfPaper { paper, json })
}

/// A code as the wire writes it.
fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

impl ContentWriter<'_> {
    fn say(&self, key: &str) -> String {
        texts::text(self.language, key, &[])
    }

    fn when(&self, at: Moment) -> String {
        texts::time_long(self.language, at, &self.point.zone)
    }

    fn line(&self, key: &str, value: String) -> Line {
        Line { label: self.say(key), value }
    }

    fn parties(&self) -> Vec<PaperParty> {
        let party = |seat: &str, name: &str| PaperParty {
            role_label: self.say(&format!("paper-seat-{seat}")),
            name: name.to_owned(),
            identifier_label: String::new(),
            identifier: String::new(),
        };
        let mut all = vec![party("consumer", &self.filed.consumer.name), party("company", &self.filed.company_name)];
        for name in self.mediators() {
            all.push(party("mediator", &name));
        }
        all
    }

    /// Everybody who accepted to mediate, in their order.
    fn mediators(&self) -> Vec<String> {
        let accepted = self.point.events.iter().filter_map(|event| {
            let Some(Fact::MediatorAccepted { person }) = &event.fact else { return None };
            Some(person.name.clone())
        });
        accepted.collect()
    }

    fn sections(&self) -> Vec<Section> {
        match self.point.paper {
            PaperKind::FinalTerm => vec![self.course(), self.ending()],
            PaperKind::Certificate => vec![self.course(), self.answers(), self.meaning()],
            PaperKind::Procedure => vec![self.course(), self.record()],
            PaperKind::Enforcement => vec![self.title(), self.payments(), self.course(), self.meaning()],
        }
    }

    /// Dates alone: invitation, first session, end.
    fn course(&self) -> Section {
        let procedure = &self.point.case.procedure;
        let mut lines = vec![self.line("paper-filed-at", self.when(self.filed.at))];
        if let Some(invitation) = &procedure.invitation {
            lines.push(self.line("paper-invited-at", self.when(invitation.since)));
        }
        if let Some(first) = procedure.first_session_at {
            lines.push(self.line("paper-first-session", self.when(first)));
        }
        if let Some(term) = self.term() {
            lines.push(self.line("paper-ended-at", self.when(term.at)));
        }
        Section { title: self.say("paper-course"), blocks: vec![Block::Facts(lines)] }
    }

    fn term(&self) -> Option<&acordo_domain::case::state::FinalTerm> {
        let terms = &self.point.case.procedure.final_terms;
        match self.point.paper {
            PaperKind::FinalTerm | PaperKind::Certificate => terms.get(usize::from(self.point.number).checked_sub(1)?),
            PaperKind::Procedure | PaperKind::Enforcement => terms.last(),
        }
    }

    fn ending(&self) -> Section {
        let mut blocks = Vec::new();
        if let Some(term) = self.term() {
            blocks.push(Block::Facts(vec![
                self.line("paper-ground", self.say(&format!("final-{}", code(&term.ground)))),
            ]));
            let key =
                if term.ground == FinalTermGround::Agreement { "paper-term-agreed" } else { "paper-term-not-agreed" };
            blocks.push(Block::Paragraph(self.say(key)));
        }
        Section { title: self.say("paper-ending"), blocks }
    }

    /// Who answered, and who never did.
    fn answers(&self) -> Section {
        let procedure = &self.point.case.procedure;
        let yes_no = |came: bool| self.say(if came { "paper-yes" } else { "paper-no" });
        let accepted = |side: Side| match &procedure.invitation {
            Some(invitation) if invitation.side == side => invitation.state == InvitationState::Accepted,
            Some(_) | None => true,
        };
        let refused =
            procedure.invitation.as_ref().is_some_and(|invitation| invitation.state == InvitationState::Refused)
                || self.point.events.iter().any(|event| matches!(event.fact, Some(Fact::InvitationRefused { .. })));
        let mut rows = Vec::new();
        for (side, seat) in [(Side::Consumer, "consumer"), (Side::Company, "company")] {
            let spoke = procedure.first_reply.get(side);
            let filed = self.filed.filed_by == side;
            rows.push(vec![
                self.say(&format!("paper-seat-{seat}")),
                yes_no(accepted(side)),
                match spoke {
                    Some(at) => self.when(*at),
                    None if filed => self.when(self.filed.at),
                    None => self.say("paper-never"),
                },
            ]);
        }
        let columns = ["paper-column-who", "paper-column-accepted", "paper-column-first-word"];
        let mut blocks = vec![self.table(&columns, rows)];
        let silent = procedure.first_reply.company.is_none() && self.filed.filed_by == Side::Consumer;
        if silent && !refused {
            blocks.push(Block::Notice(self.say("paper-company-never-answered")));
        } else if silent {
            blocks.push(Block::Notice(self.say("paper-company-refused")));
        }
        Section { title: self.say("paper-answers"), blocks }
    }

    fn meaning(&self) -> Section {
        let name = self.point.paper.name();
        let blocks = ["one", "two"].map(|part| Block::Paragraph(self.say(&format!("paper-{name}-meaning-{part}"))));
        Section { title: self.say("paper-nature"), blocks: blocks.into() }
    }

    fn table(&self, columns: &[&str], rows: Vec<Vec<String>>) -> Block {
        let columns = columns.iter().map(|key| TableColumn { title: self.say(key), figures: false }).collect();
        Block::Table(Table { columns, rows })
    }

    /// Every event of `procedure`, in its order.
    fn record(&self) -> Section {
        let rows = self
            .point
            .events
            .iter()
            .map(|event| {
                let by = event.by.as_ref().map(|by| by.name.clone());
                let seat = self.say(&format!("seat-{}", event.seat.name()));
                vec![
                    event.seq.to_string(),
                    texts::day_and_time(self.language, event.at, &self.point.zone),
                    by.map_or_else(|| seat.clone(), |name| format!("{name}\n{seat}")),
                    self.told(event),
                ]
            })
            .collect();
        let columns = ["paper-column-number", "paper-column-when", "paper-column-who", "paper-column-what"];
        Section { title: self.say("paper-record"), blocks: vec![self.table(&columns, rows)] }
    }

    fn told(&self, event: &Event) -> String {
        let name = event.kind.name();
        let text = self.say(&format!("paper-fact-{name}"));
        match event.fact.as_ref().and_then(|fact| self.detail(fact)) {
            Some(detail) => format!("{text}\n{detail}"),
            None => text,
        }
    }

    /// The one code of an event that a reader needs beside its name.
    fn detail(&self, fact: &Fact) -> Option<String> {
        let side = |side: &Side| self.say(&format!("paper-seat-{}", side.name()));
        Some(match fact {
            Fact::PhaseChanged { phase } => self.say(&format!("phase-{}", phase.name())),
            Fact::CaseClosed { outcome } => self.say(&format!("phase-{}", outcome.phase().name())),
            Fact::FinalTermMade { ground } => self.say(&format!("final-{}", code(ground))),
            Fact::EscalationOpened { queue, .. } => self.say(&format!("queue-{}", queue.name())),
            Fact::EntryForwarded { to, .. } => self.say(&format!("queue-{}", to.name())),
            Fact::SeatTaken { seat, person } => {
                format!("{}, {}", person.name, self.say(&format!("seat-{}", code(seat))))
            }
            Fact::SeatLeft { seat, .. } => self.say(&format!("seat-{}", code(seat))),
            Fact::SeatHandedOver { to, .. } | Fact::EntryHandedOver { to, .. } => to.name.clone(),
            Fact::MediatorAssigned { person, .. }
            | Fact::MediatorAccepted { person }
            | Fact::EntryClaimed { person, .. } => person.name.clone(),
            Fact::DeadlineReminded { rule, .. } => self.say(&format!("deadline-{}", code(rule))),
            Fact::PaperFiled { paper, number, .. } => {
                format!("{} {number}", self.say(&format!("document-{}", paper.name())))
            }
            Fact::ObligationReported { id }
            | Fact::ObligationConfirmed { id }
            | Fact::ObligationDisputed { id }
            | Fact::ObligationOverdue { id }
            | Fact::ObligationBreached { id }
            | Fact::ObligationPresumed { id } => id.to_string(),
            Fact::RulesAccepted { side: on_side, .. }
            | Fact::Invited { side: on_side, .. }
            | Fact::InvitationAccepted { side: on_side }
            | Fact::InvitationRefused { side: on_side }
            | Fact::InvitationLapsed { side: on_side }
            | Fact::GroundRulesAccepted { side: on_side, .. }
            | Fact::MediationLeft { side: on_side }
            | Fact::FirstReplyGiven { side: on_side }
            | Fact::ReplyOverdue { side: on_side }
            | Fact::RepresentativeAwaited { side: on_side, .. }
            | Fact::ConsentGiven { side: on_side, .. }
            | Fact::ConsentWithdrawn { side: on_side, .. }
            | Fact::EntryPaused { side: on_side, .. } => side(on_side),
            _ => return None,
        })
    }

    /// The agreement that is enforced.
    fn title(&self) -> Section {
        let mut lines = Vec::new();
        if let Some(concluded) = &self.point.case.procedure.concluded {
            lines.push(self.line("paper-signed-at", self.when(concluded.at)));
            lines.push(self.line("paper-document-hash", concluded.document_hash.clone()));
            if let Some(hash) = &concluded.sealed_pdf_hash {
                lines.push(self.line("paper-sealed-pdf-hash", hash.clone()));
            }
            let mediated = concluded.signatures.iter().any(|signature| signature.seat == Seat::Mediator);
            let nature = if mediated { "paper-legal-mediated" } else { "paper-legal-contract" };
            let blocks = vec![Block::Facts(lines), Block::Paragraph(self.say(nature))];
            return Section { title: self.say("paper-enforced"), blocks };
        }
        Section { title: self.say("paper-enforced"), blocks: vec![Block::Facts(lines)] }
    }

    /// What was owed, when, and what became of it.
    fn payments(&self) -> Section {
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
                let amount = term.and_then(|term| term.money).map(|money| texts::money_plain(self.language, money));
                vec![
                    owing.what.id.to_string(),
                    self.say(&format!("obligation-{}", code(&owing.what.kind))),
                    self.say(&format!("paper-seat-{}", owing.what.debtor.name())),
                    amount.unwrap_or_default(),
                    texts::day_and_time(self.language, owing.what.due.plus_millis(-1), &self.point.zone),
                    self.state(owing.state, owing.breached_at),
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

    fn state(&self, state: ObligationState, breached: Option<Moment>) -> String {
        match breached.filter(|_| state.is_open()) {
            Some(at) => format!("{}\n{}", self.say("paper-state-breached"), self.when(at)),
            None => self.say(&format!("paper-state-{}", code(&state))),
        }
    }

    /// The same for machines: codes and times, no sentences.
    fn data(&self) -> serde_json::Value {
        let procedure = &self.point.case.procedure;
        let time = |at: Moment| at.to_string();
        let listed = (self.point.paper == PaperKind::Procedure).then_some(self.point.events.iter());
        let events: Vec<serde_json::Value> =
            listed.into_iter().flatten().map(|event| told_to_machines(event)).collect();
        let obligations: Vec<serde_json::Value> = procedure
            .obligations
            .iter()
            .map(|owing| {
                let term = self
                    .point
                    .agreement
                    .as_ref()
                    .and_then(|file| file.terms.obligations.get(usize::from(owing.what.id).saturating_sub(1)));
                json!({
                    "id": owing.what.id,
                    "kind": code(&owing.what.kind),
                    "debtor": code(&owing.what.debtor),
                    "due": time(owing.what.due),
                    "state": code(&owing.state),
                    "reported_at": owing.reported_at.map(time),
                    "breached_at": owing.breached_at.map(time),
                    "money": term.and_then(|term| term.money),
                })
            })
            .collect();
        json!({
            "v": 1,
            "paper": self.point.paper.name(),
            "number": self.point.number,
            "case": self.point.case.id.to_string(),
            "reference": self.filed.reference.to_string(),
            "language": self.language.tag(),
            "operator": self.point.operator,
            "issued_at": time(self.point.issued_at),
            "consumer": self.filed.consumer.name,
            "company": self.filed.company_name,
            "mediators": self.mediators(),
            "filed_at": time(self.filed.at),
            "invited_at": procedure.invitation.as_ref().map(|invitation| time(invitation.since)),
            "invitation": procedure.invitation.as_ref().map(|invitation| code(&invitation.state)),
            "first_session_at": procedure.first_session_at.map(time),
            "first_reply": {
                "consumer": procedure.first_reply.consumer.map(time),
                "company": procedure.first_reply.company.map(time),
            },
            "ground": self.term().map(|term| code(&term.ground)),
            "ended_at": self.term().map(|term| time(term.at)),
            "document_hash": procedure.concluded.as_ref().map(|concluded| concluded.document_hash.clone()),
            "obligations": obligations,
            "events": events,
            "record": { "size": self.point.procedure_size, "root": self.point.procedure_root },
        })
    }
}

fn told_to_machines(event: &Event) -> serde_json::Value {
    json!({
        "seq": event.seq,
        "at": event.at.to_string(),
        "seat": event.seat.name(),
        "by": event.by.as_ref().map(|by| by.name.clone()),
        "kind": event.kind.name(),
    })
}
