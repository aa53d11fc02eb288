//! The receipt of a complaint: what was asked of whom and when, when it reached the company, and its answer or its
//! silence. Made anew whenever it is asked for, from the consumer's own words and from dates alone.

use crate::export::house::House;
use crate::export::paper;
use crate::export::paper_content::code;
use crate::export::{ExportError, Exporter, PaperFiles};
use crate::texts::{self, Language, Value};
use acordo_domain::case::command::{Complaint, RefuseGround};
use acordo_domain::case::event::{Event, Fact};
use acordo_domain::case::state::{Case, FiledCase, InvitationState};
use acordo_domain::id::UserId;
use acordo_domain::law::{PaperName, Statement};
use acordo_domain::moment::Moment;
use acordo_domain::organisation::LegalIdentity;
use acordo_domain::seat::{Channel, Side};
use acordo_paper::{
    Attachment, Attestation, Block, LabelledValue, PaperParty, ProceduralLabels, ProceduralPaper, Section,
};
use acordo_record::base64;
use jiff::tz::TimeZone;
use serde_json::json;

/// Is this the consumer who filed the case? The receipt is theirs, to show to whomever they like.
pub fn is_filer(case: &Case, person: UserId) -> bool {
    case.procedure.filed.as_ref().is_some_and(|filed| filed.filed_by == Side::Consumer && filed.consumer.id == person)
}

struct ReceiptWriter<'a> {
    language: Language,
    zone: &'a TimeZone,
    case: &'a Case,
    filed: &'a FiledCase,
    complaint: &'a Complaint,
    identity: Option<LegalIdentity>,
    events: Vec<&'a Event>,
    now: Moment,
}

impl ReceiptWriter<'_> {
    fn say(&self, key: &str) -> String {
        texts::text(self.language, key, &[])
    }

    fn line(&self, key: &str, at: Moment) -> LabelledValue {
        LabelledValue { label: self.say(key), value: texts::time_long(self.language, at, self.zone) }
    }

    /// When it reached the company, and what came of it.
    fn course(&self) -> Section {
        let procedure = &self.case.procedure;
        let mut lines = vec![self.line("paper-filed-at", self.filed.at)];
        for event in &self.events {
            let key = match event.fact {
                Some(Fact::Invited { side: Side::Company, .. }) => "paper-invited-at",
                Some(Fact::InvitationDelivered { side: Side::Company, .. }) => "paper-invitation-delivered",
                Some(Fact::InvitationUndelivered { side: Side::Company }) => "paper-invitation-undelivered",
                Some(Fact::InvitationAccepted { side: Side::Company }) => "paper-invitation-accepted",
                Some(Fact::InvitationRefused { side: Side::Company }) => "paper-invitation-refused",
                Some(Fact::InvitationLapsed { side: Side::Company }) => "paper-invitation-lapsed",
                Some(Fact::FirstReplyGiven { side: Side::Company }) => "paper-receipt-answered",
                Some(Fact::CaseRefused { .. }) => "paper-receipt-not-admitted-at",
                _ => continue,
            };
            // What lapsed had a last day; when the machine looked is nothing to a court.
            let lapsed = procedure.invitation.as_ref().filter(|_| key == "paper-invitation-lapsed");
            lines.push(match lapsed {
                Some(invitation) => LabelledValue {
                    label: self.say(key),
                    value: paper::last_day(self.language, invitation.until, self.zone),
                },
                None => self.line(key, event.at),
            });
        }
        let mut blocks = vec![Block::Facts(lines)];
        blocks.extend(self.silence());
        Section { title: self.say("paper-course"), blocks }
    }

    /// The ground on which the house did not admit the complaint, if it did not.
    fn not_admitted(&self) -> Option<RefuseGround> {
        self.events.iter().find_map(|event| match event.fact {
            Some(Fact::CaseRefused { ground }) => Some(ground),
            _ => None,
        })
    }

    /// Did the complaint reach the company through this platform? What no mail server took did not, until somebody came.
    fn reached_company(&self) -> bool {
        let Some(invitation) = &self.case.procedure.invitation else { return false };
        let answered = self.case.procedure.first_reply.company.is_some()
            || matches!(invitation.state, InvitationState::Accepted | InvitationState::Refused);
        answered || invitation.mail.is_none_or(|mail| mail.delivered)
    }

    /// What there is to say where the company has written nothing: that it was never asked, or for how long it was silent.
    fn silence(&self) -> Vec<Block> {
        let procedure = &self.case.procedure;
        let now = || [("now", Value::from(texts::time_long(self.language, self.now, self.zone)))];
        if let Some(ground) = self.not_admitted() {
            let ground = self.say(&format!("refuse-{}", code(&ground)));
            let args = [("ground", Value::from(ground))];
            return vec![Block::Notice(texts::text(self.language, "paper-receipt-not-admitted", &args))];
        }
        if procedure.invitation.is_none() {
            let key = if procedure.closed_at.is_some() { "paper-receipt-ended-before" } else { "paper-receipt-waits" };
            return vec![Block::Notice(texts::text(self.language, key, &now()))];
        }
        if !self.reached_company() {
            return vec![Block::Notice(texts::text(self.language, "paper-receipt-not-reached", &now()))];
        }
        if procedure.first_reply.company.is_some() {
            return Vec::new();
        }
        let mut blocks = vec![Block::Notice(texts::text(self.language, "paper-receipt-silent", &now()))];
        let waits = procedure.invitation.as_ref().filter(|invitation| invitation.state == InvitationState::Open);
        if let Some(invitation) = waits {
            let args = [("day", Value::from(paper::last_day(self.language, invitation.until, self.zone)))];
            blocks.push(Block::Paragraph(texts::text(self.language, "paper-receipt-until", &args)));
        }
        blocks
    }

    /// By its checked record, where it has one.
    fn company(&self) -> PaperParty {
        let seat = Side::Company.seat();
        let known = &self.filed.company_name;
        let Some(identity) = &self.identity else { return paper::party(self.language, seat, known, "") };
        let mut party = paper::party(self.language, seat, &identity.name, &identity.identifier);
        if identity.name != *known {
            let args = [("name", Value::from(known.as_str()))];
            party.remarks.push(texts::text(self.language, "paper-traded-as", &args));
        }
        party.remarks.push(identity.address.clone());
        party
    }

    /// It stops a period only as far as the complaint reached the company.
    fn worth(&self) -> Statement {
        if self.reached_company() { Statement::ReceiptUse } else { Statement::ReceiptUnsent }
    }

    fn asked(&self) -> Section {
        let account = paper::account(self.language, self.complaint);
        Section {
            title: self.say("paper-receipt-asked"),
            blocks: vec![
                Block::Facts(paper::settled(self.language, self.complaint)),
                Block::Paragraph(format!("{}: {}", self.say("paper-receipt-account"), account.value)),
            ],
        }
    }

    fn paper(&self, house: &House, root: String, size: u64) -> Result<PaperContent, ExportError> {
        let law = self.filed.law.pack();
        let tag = self.language.tag().parse().map_err(|_| ExportError::Paper(self.language.tag().to_owned()))?;
        let consumer = self.case.joint().parties.consumer.as_ref();
        let (name, identifier) = consumer.map_or((self.filed.consumer.name.as_str(), ""), |party| {
            (party.name.as_str(), party.identifier.as_deref().unwrap_or_default())
        });
        let answered = self.case.procedure.first_reply.company;
        let json = acordo_record::canonical::to_canonical(&json!({
            "v": 1,
            "paper": PaperName::Receipt.name(),
            "case": self.case.id.to_string(),
            "reference": self.filed.reference.to_string(),
            "law": self.filed.law,
            "language": self.language.tag(),
            "operator": house.name,
            "house": house.data(),
            "issued_at": self.now.to_string(),
            "consumer": name,
            "company": self.filed.company_name,
            "complaint": self.complaint,
            "filed_at": self.filed.at.to_string(),
            "not_admitted": self.not_admitted(),
            "reached_company": self.reached_company(),
            "invited_at": self.case.procedure.invitation.as_ref().map(|invitation| invitation.since.to_string()),
            "company_answered_at": answered.map(|at| at.to_string()),
            "record": { "size": size, "root": root },
        }))
        .map_err(|error| ExportError::Paper(error.to_string()))?;
        let day = texts::day_of(self.now, self.zone);
        let paper = ProceduralPaper {
            language: tag,
            labels: ProceduralLabels::collect(|key, pairs| {
                let args: Vec<(&str, Value<'_>)> =
                    pairs.iter().map(|(name, mark)| (*name, Value::from(*mark))).collect();
                texts::text(self.language, key, &args)
            }),
            operator: house.name.clone(),
            reference: self.filed.reference.to_string(),
            case_id: self.case.id.to_string(),
            title: law.paper(PaperName::Receipt, self.language).to_owned(),
            subtitle: None,
            issued_at: texts::time_long(self.language, self.now, self.zone),
            opening: vec![Block::Paragraph(self.say("paper-receipt-opening"))],
            parties: vec![paper::party(self.language, Side::Consumer.seat(), name, identifier), self.company()],
            mediation: Vec::new(),
            sections: vec![
                self.asked(),
                self.course(),
                Section {
                    title: self.say("paper-nature"),
                    blocks: vec![Block::Paragraph(paper::tied(law.says(self.worth(), self.language)))],
                },
            ],
            attestation: Some(Attestation {
                dated: paper::tied(&texts::date_long(self.language, day)),
                by: vec![house.signer(self.language)],
            }),
            hashes: vec![
                LabelledValue { label: self.say("paper-record-root"), value: root },
                LabelledValue { label: self.say("paper-record-size"), value: size.to_string() },
            ],
            attachment: Some(Attachment {
                file_name: "receipt.json".to_owned(),
                media_type: "application/json",
                description: self.say("paper-procedural-attachment"),
                bytes: json.clone(),
            }),
            ident: format!("receipt/{}/{}", self.case.id, self.now),
            timestamp: self.now.timestamp(),
        };
        Ok(PaperContent { paper, json })
    }
}

struct PaperContent {
    paper: ProceduralPaper,
    json: Vec<u8>,
}

impl Exporter {
    /// The receipt as of now; none where a company began.
    pub async fn receipt(&self, case: &Case) -> Result<Option<PaperFiles>, ExportError> {
        let store = &self.0.store;
        let (Some(filed), Some(complaint)) = (&case.procedure.filed, self.complaint(case.id).await?) else {
            return Ok(None);
        };
        if filed.filed_by == Side::Company {
            return Ok(None);
        }
        let (size, root, _) = store.channel_end(case.id, Channel::Procedure).await?;
        let recorded = store.whole_channel(case.id, Channel::Procedure).await?;
        let writer = ReceiptWriter {
            language: filed.language,
            zone: &self.0.zone,
            case,
            filed,
            complaint: &complaint,
            identity: store.accounts().legal_identity(filed.company).await?,
            events: recorded.iter().map(|recorded| &recorded.event).filter(|event| event.seq <= size).collect(),
            now: store.now(),
        };
        let PaperContent { paper, json } = writer.paper(&self.house(case).await?, base64(&root), size)?;
        let pdf = tokio::task::spawn_blocking(move || acordo_paper::procedural_pdf(&paper))
            .await
            .map_err(|error| ExportError::Paper(error.to_string()))?
            .map_err(|error| ExportError::Paper(error.to_string()))?;
        Ok(Some(PaperFiles { pdf, json, size: None }))
    }
}
