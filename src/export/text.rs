//! The agreement as text for a page: all that its PDF says, from the same finished words.

use crate::export::{AgreementFile, ExportError, paper};
use crate::texts::{self, Language};
use acordo_paper::{AgreementPaper, LabelledValue, PaperParty};
use jiff::tz::TimeZone;
use serde::Serialize;
use utoipa::ToSchema;

/// What is signed, in the words and in the language of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AgreementText {
    pub language: Language,
    pub title: String,
    pub opening: String,
    pub sections: Vec<TextSection>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct TextSection {
    pub title: String,
    pub lines: Vec<TextLine>,
}

/// A paragraph, or what stands beside a label, with what belongs to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct TextLine {
    pub label: Option<String>,
    pub text: String,
    pub details: Vec<String>,
}

impl TextLine {
    fn paragraph(text: String) -> Self {
        Self { text, ..Self::default() }
    }
    fn under(label: String, text: String) -> Self {
        Self { label: Some(label), text, details: Vec::new() }
    }
}

impl From<LabelledValue> for TextLine {
    fn from(LabelledValue { label, value }: LabelledValue) -> Self {
        Self::under(label, value)
    }
}

pub fn text(file: &AgreementFile, json: &[u8], zone: &TimeZone) -> Result<AgreementText, ExportError> {
    Ok(said(file.language, paper::shown(file, json, zone)?))
}

/// Every field is named: what the paper says one day more does not compile until it stands here as well.
fn said(language: Language, paper: AgreementPaper) -> AgreementText {
    let AgreementPaper {
        language: _,
        labels: _,
        title,
        opening,
        operator,
        reference,
        case_id,
        version,
        created_at,
        parties,
        mediation,
        settled,
        account,
        obligations,
        clauses,
        legal_text,
        signers,
        document_hash,
        terms_hash,
        record_root,
        record_size,
        signatures: _,
        due_dates,
        checkpoint: _,
        attachments: _,
        timestamp: _,
    } = paper;
    let say = |key: &str| texts::text(language, key, &[]);
    let named = |key: &str, value: String| TextLine::under(say(key), value);
    let person = |party: PaperParty| {
        let number = [party.identifier_label, party.identifier].join(" ");
        let details = [number.trim().to_owned()].into_iter().filter(|text| !text.is_empty()).chain(party.remarks);
        TextLine { label: Some(party.role_label), text: party.name, details: details.collect() }
    };
    let parties = parties.into_iter().map(person);
    let mediation = mediation.into_iter().map(person);
    let obligations = obligations.into_iter().map(|owed| {
        let amount = match (owed.amount, owed.amount_in_words) {
            (Some(figure), Some(words)) => Some(format!("{figure} ({words})")),
            (figure, _) => figure,
        };
        let beside = |key: &str, value: String| format!("{}: {value}", say(key).trim_end_matches(':'));
        let details = [
            Some(beside("paper-debtor", owed.who)),
            Some(beside("paper-creditor", owed.to_whom)),
            amount.map(|amount| beside("paper-column-amount", amount)),
            Some(beside("paper-column-due", owed.due)),
            owed.description,
        ];
        TextLine { label: Some(owed.number), text: owed.what, details: details.into_iter().flatten().collect() }
    });
    let numbered = |(number, text): (usize, String)| TextLine::under(number.to_string(), text);
    let signing = std::iter::once(TextLine::paragraph(say("paper-signing-text")))
        .chain(signers.into_iter().map(|signer| TextLine::under(signer.seat_label, signer.name)));
    let integrity = [
        named("paper-case", format!("{reference} ({case_id})")),
        TextLine::under(say("paper-attestation"), operator),
        named("paper-version", version.to_string()),
        named("paper-created-at", created_at),
        TextLine::paragraph(say("paper-integrity-text")),
        named("paper-document-hash", document_hash),
        named("paper-terms-hash", terms_hash),
        named("paper-record-root", record_root),
        named("paper-record-size", record_size.to_string()),
    ];
    let sections = [
        ("paper-parties", parties.collect()),
        ("paper-mediated-by", mediation.collect()),
        ("paper-settled", settled.into_iter().chain(account).map(TextLine::from).collect()),
        ("paper-obligations", obligations.collect()),
        ("paper-due-dates", due_dates.into_iter().map(TextLine::from).collect()),
        ("paper-clauses", (1..).zip(clauses).map(numbered).collect()),
        ("paper-nature", legal_text.into_iter().map(TextLine::paragraph).collect()),
        ("paper-signing", signing.collect()),
        ("paper-integrity", integrity.to_vec()),
    ];
    let sections = sections.into_iter().filter(|(_, lines): &(_, Vec<TextLine>)| !lines.is_empty());
    let sections = sections.map(|(key, lines)| TextSection { title: say(key), lines });
    AgreementText { language, title, opening, sections: sections.collect() }
}
