//! The content of a paper of procedure, in the case's language: sections of finished text, and the same as data.
//! Everything comes from `procedure`; the enforcement packet alone also names what the agreement owes.

mod answers;
mod data;
mod owing;

use crate::export::house::House;
use crate::export::paper;
use crate::export::{AgreementFile, ExportError};
use crate::texts::{self, Language, Value};
use acordo_domain::case::claims::{FinalTermClaims, FinalTermSays, PaperClaims, claims};
use acordo_domain::case::command::PaperKind;
use acordo_domain::case::event::{Event, Fact};
use acordo_domain::case::state::{Case, FiledCase, MediationSpan};
use acordo_domain::law::{Pack, PaperName, Statement};
use acordo_domain::moment::Moment;
use acordo_domain::organisation::LegalIdentity;
use acordo_domain::rules::Rules;
use acordo_domain::seat::{Seat, Side};
use acordo_paper::{
    Attachment, Attestation, Block, LabelledValue as Line, PaperParty, ProceduralLabels, ProceduralPaper, Section,
    Signer, Table, TableColumn,
};
use jiff::tz::TimeZone;
use serde::Serialize;

/// The input of a paper.
#[derive(Debug)]
pub struct Point<'a> {
    pub case: &'a Case,
    pub paper: PaperKind,
    pub number: u16,
    pub issued_at: Moment,
    pub house: House,
    pub procedure_size: u64,
    pub procedure_root: String,
    pub events: Vec<&'a Event>,
    /// For an enforcement packet: every agreement of the case.
    pub agreements: Vec<AgreementFile>,
    /// The company's record, for a case in which no agreement took a version of it.
    pub identity: Option<LegalIdentity>,
    pub zone: TimeZone,
    /// With the settings that the case began with.
    pub rules: Rules,
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
        operator: point.house.name.clone(),
        reference: filed.reference.to_string(),
        case_id: point.case.id.to_string(),
        title: writer.law().paper(paper_name(point.paper), language).to_owned(),
        subtitle: Some(writer.subtitle()),
        issued_at: writer.when(point.issued_at),
        opening: vec![Block::Paragraph(writer.opening())],
        parties: writer.parties(),
        mediation: writer.mediation(),
        sections: writer.sections(),
        attestation: Some(writer.attestation()),
        hashes: vec![
            writer.line("paper-record-root", point.procedure_root.clone()),
            writer.line("paper-record-size", point.procedure_size.to_string()),
        ],
        attachment: Some(Attachment {
            file_name: format!("{name}.json"),
            media_type: "application/json",
            description: writer.say("paper-procedural-attachment"),
            bytes: json.clone(),
        }),
        ident: format!("{name}/{}/{}", point.case.id, point.number),
        timestamp: point.issued_at.timestamp(),
    };
    Ok(ContentOfPaper { paper, json })
}

const fn paper_name(paper: PaperKind) -> PaperName {
    match paper {
        PaperKind::FinalTerm => PaperName::FinalTerm,
        PaperKind::Certificate => PaperName::Certificate,
        PaperKind::Procedure => PaperName::Procedure,
        PaperKind::Enforcement => PaperName::Enforcement,
    }
}

/// A code as the wire writes it.
pub(super) fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

impl ContentWriter<'_> {
    fn say(&self, key: &str) -> String {
        texts::text(self.language, key, &[])
    }

    /// The pack that the case began under.
    fn law(&self) -> &'static Pack {
        self.filed.law.pack()
    }

    fn states(&self, statement: Statement) -> String {
        paper::tied(self.law().says(statement, self.language))
    }

    fn subtitle(&self) -> String {
        match self.point.paper {
            PaperKind::FinalTerm => self.states(Statement::FinalTermBasis),
            PaperKind::Certificate => self.states(Statement::CertificateBasis),
            PaperKind::Procedure | PaperKind::Enforcement => {
                self.say(&format!("paper-{}-subtitle", self.point.paper.name()))
            }
        }
    }

    /// A packet tells the moment that it is of: what is said of an obligation later makes a newer one.
    fn opening(&self) -> String {
        let key = format!("paper-{}-opening", self.point.paper.name());
        texts::text(self.language, &key, &[("moment", Value::from(self.when(self.point.issued_at)))])
    }

    /// The place of the house's seal, and whoever mediated, in whose name a final term is made.
    fn attestation(&self) -> Attestation {
        let day = texts::day_of(self.point.issued_at, &self.point.zone);
        let mut by = Vec::new();
        if let Some(PaperClaims::FinalTerm(term)) = self.claims() {
            let of_term = term.mediation.and_then(|span| span.mediators.last().map(|person| person.name.clone()));
            by.extend(of_term.or_else(|| self.mediators().pop()).map(|name| Signer {
                seat_label: self.say("paper-by-rule"),
                name,
                remarks: Vec::new(),
            }));
        }
        by.push(self.point.house.signer(self.language));
        Attestation { dated: paper::tied(&texts::date_long(self.language, day)), by }
    }

    fn mediations(&self) -> &[MediationSpan] {
        &self.point.case.procedure.mediations
    }

    fn when(&self, at: Moment) -> String {
        texts::time_long(self.language, at, &self.point.zone)
    }

    fn line(&self, key: &str, value: String) -> Line {
        Line { label: self.say(key), value }
    }

    fn parties(&self) -> Vec<PaperParty> {
        let mut all = Vec::new();
        for side in Side::BOTH {
            let known = match side {
                Side::Consumer => &self.filed.consumer.name,
                Side::Company => &self.filed.company_name,
            };
            // The legal name, number and address, once the party gave them.
            let given = self.point.case.joint().parties.get(side).as_ref();
            let recorded = self.point.identity.as_ref().filter(|_| side == Side::Company);
            let (name, identifier, address) = match (given, recorded) {
                (Some(party), _) => {
                    (&party.name, party.identifier.as_deref().unwrap_or_default(), party.address.as_ref())
                }
                (None, Some(identity)) => (&identity.name, identity.identifier.as_str(), Some(&identity.address)),
                (None, None) => (known, "", None),
            };
            let mut party = paper::party(self.language, side.seat(), name, identifier);
            if side == Side::Company && name != known {
                let args = [("name", Value::from(known.as_str()))];
                party.remarks.push(texts::text(self.language, "paper-traded-as", &args));
            }
            party.remarks.extend(address.cloned());
            if side == Side::Consumer && given.is_none() && self.is_unconfirmed() {
                party.remarks.push(self.say("paper-named-by-company"));
            }
            all.push(party);
        }
        all
    }

    /// Whoever mediates is no party.
    fn mediation(&self) -> Vec<PaperParty> {
        let mediators = self.mediators();
        mediators.iter().map(|name| paper::party(self.language, Seat::Mediator, name, "")).collect()
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
            PaperKind::Enforcement => {
                let of_others = self.of_other_agreements();
                let sections = [self.title(), self.payments(), self.delay()].into_iter().chain(of_others);
                sections.chain([self.course(), self.meaning()]).collect()
            }
        }
    }

    /// Dates alone: invitation, first session, end.
    fn course(&self) -> Section {
        let procedure = &self.point.case.procedure;
        let began = match self.filed.filed_by {
            Side::Consumer => "paper-filed-at",
            Side::Company => "paper-account-at",
        };
        let mut lines = vec![self.line(began, self.when(self.filed.at))];
        if let Some(invitation) = &procedure.invitation {
            lines.push(self.line("paper-invited-at", self.when(invitation.since)));
            if let Some(mail) = invitation.mail {
                let key = if mail.delivered { "paper-invitation-delivered" } else { "paper-invitation-undelivered" };
                lines.push(self.line(key, self.when(mail.at)));
            }
        }
        for event in self.point.events.iter().filter(|event| event.at <= self.point.issued_at) {
            let key = match event.fact {
                Some(Fact::InvitationAccepted { .. }) => "paper-invitation-accepted",
                Some(Fact::InvitationRefused { .. }) => "paper-invitation-refused",
                Some(Fact::InvitationLapsed { .. }) => "paper-invitation-lapsed",
                _ => continue,
            };
            // What lapsed had a last day; when the machine looked is nothing to a court.
            let lapsed = procedure.invitation.as_ref().filter(|_| key == "paper-invitation-lapsed");
            let value = lapsed.map_or_else(
                || self.when(event.at),
                |invitation| paper::last_day(self.language, invitation.until, &self.point.zone),
            );
            lines.push(self.line(key, value));
        }
        for (span, number) in self.mediations().iter().zip(1_u32..) {
            let mut args = vec![("start", Value::from(self.when(span.began)))];
            let key = match span.ended {
                Some(end) => {
                    args.push(("end", Value::from(self.when(end))));
                    "paper-mediation-span"
                }
                None => "paper-mediation-open",
            };
            lines.push(Line {
                label: texts::text(self.language, "paper-mediation", &[("number", Value::from(number))]),
                value: texts::text(self.language, key, &args),
            });
        }
        if let Some(term) = self.term() {
            lines.push(self.line("paper-ended-at", self.when(term.at)));
        }
        Section { title: self.say("paper-course"), blocks: vec![Block::Facts(lines)] }
    }

    fn claims(&self) -> Option<PaperClaims> {
        claims(&self.point.case.procedure, self.point.paper, self.point.number)
    }

    fn term(&self) -> Option<&acordo_domain::case::state::FinalTerm> {
        let at = usize::from(self.point.number).checked_sub(1)?;
        self.point.case.procedure.final_terms.get(at).filter(|_| self.point.paper == PaperKind::FinalTerm)
    }

    fn ending(&self) -> Section {
        let mut blocks = Vec::new();
        match self.claims() {
            // With a concluded agreement no paper ever says that there was none, whatever closed the case.
            Some(PaperClaims::FinalTerm(FinalTermClaims {
                says: FinalTermSays::AgreementStands { signed }, ..
            })) => {
                let hash = self.point.case.procedure.agreements().rev().find(|concluded| concluded.at == signed);
                let hash = hash.map(|concluded| concluded.document_hash.clone()).unwrap_or_default();
                let args = [("day", Value::from(self.when(signed))), ("hash", Value::from(hash))];
                blocks.push(Block::Paragraph(texts::text(self.language, "paper-term-agreed", &args)));
            }
            Some(PaperClaims::FinalTerm(FinalTermClaims { says: FinalTermSays::NoAgreement(ground), .. })) => {
                let ground = self.say(&format!("final-{}", code(&ground)));
                blocks.push(Block::Facts(vec![self.line("paper-ground", ground)]));
                blocks.push(Block::Paragraph(self.say("paper-term-none")));
            }
            Some(PaperClaims::Certificate(_) | PaperClaims::Enforcement(_) | PaperClaims::Procedure) | None => {}
        }
        blocks.push(Block::Paragraph(self.states(Statement::FinalTermFreedom)));
        Section { title: self.say("paper-ending"), blocks }
    }

    fn meaning(&self) -> Section {
        let mut blocks = Vec::new();
        if self.point.paper == PaperKind::Enforcement {
            blocks.push(self.states(if self.is_mediated() {
                Statement::EnforcementMediated
            } else {
                Statement::EnforcementContract
            }));
            blocks.push(self.say("paper-enforcement-meaning-two"));
        } else {
            if self.was_silent_by_law() {
                blocks.push(self.states(Statement::CertificateInvitation));
            }
            blocks.push(self.states(if self.mediations().is_empty() {
                Statement::CertificateNoSuspension
            } else {
                Statement::CertificateSuspension
            }));
            blocks.push(self.states(match self.filed.filed_by {
                Side::Consumer => Statement::CertificateComplaintPeriod,
                Side::Company => Statement::CertificateAccountPeriod,
            }));
            blocks.push(self.states(Statement::CertificateUse));
        }
        Section { title: self.say("paper-nature"), blocks: blocks.into_iter().map(Block::Paragraph).collect() }
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
        let text = match &event.fact {
            Some(Fact::CaseFiled { filed_by: Side::Company, .. }) => self.say("paper-account-filed"),
            _ => self.say(&format!("paper-fact-{}", event.kind.name())),
        };
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
            Fact::ObligationReported { id, money, on } | Fact::ObligationConfirmed { id, money, on } => {
                self.of_obligation(*id, *money, *on)
            }
            Fact::ObligationReleased { id, money }
            | Fact::ObligationBreached { id, money }
            | Fact::ObligationPresumed { id, money } => self.of_obligation(*id, *money, None),
            Fact::ObligationDisputed { id } | Fact::ObligationOverdue { id } => self.of_obligation(*id, None, None),
            Fact::RulesAccepted { side: on_side, .. }
            | Fact::Invited { side: on_side, .. }
            | Fact::InvitationAccepted { side: on_side }
            | Fact::InvitationRefused { side: on_side }
            | Fact::InvitationLapsed { side: on_side }
            | Fact::InvitationCalledBack { side: on_side }
            | Fact::GroundRulesAccepted { side: on_side, .. }
            | Fact::MediationLeft { side: on_side }
            | Fact::TermsLapsed { side: on_side }
            | Fact::FirstReplyGiven { side: on_side }
            | Fact::ReplyOverdue { side: on_side }
            | Fact::RepresentativeAwaited { side: on_side, .. }
            | Fact::ConsentGiven { side: on_side, .. }
            | Fact::ConsentWithdrawn { side: on_side, .. }
            | Fact::EntryPaused { side: on_side, .. } => side(on_side),
            _ => return None,
        })
    }
}
