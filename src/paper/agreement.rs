//! The agreement on paper: the one shown to the signers and the final one
//! with the page that certifies their signatures.

use std::str::FromStr;

use serde::Serialize;

use crate::labels::{LabelledValue, Labels};
use crate::typesetter::{Template, TypesetJob, typeset};
use crate::{Attachment, PaperError};

/// The language of a document: sets hyphenation and tells screen readers and
/// archives how to read it. The wording itself comes with [`Labels`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperLanguage {
    lang: String,
    region: Option<String>,
}

impl FromStr for PaperLanguage {
    type Err = PaperError;

    fn from_str(tag: &str) -> Result<Self, PaperError> {
        let refused = || PaperError::Language(tag.to_owned());
        let (lang, region) = match tag.split_once('-') {
            Some((lang, region)) => (lang, Some(region)),
            None => (tag, None),
        };
        let is_word = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !(matches!(lang.len(), 2 | 3) && is_word(lang)) {
            return Err(refused());
        }
        if region.is_some_and(|region| region.len() != 2 || !is_word(region)) {
            return Err(refused());
        }
        Ok(Self { lang: lang.to_ascii_lowercase(), region: region.map(str::to_ascii_lowercase) })
    }
}

/// One side of the case, its mediator, or the house that issues the paper, under the legal name.
#[derive(Debug, Clone, Serialize)]
pub struct PaperParty {
    /// "Consumidora", "Empresa".
    pub role_label: String,
    pub name: String,
    /// "CPF", "CNPJ".
    pub identifier_label: String,
    /// Empty where the person has none in this case (a mediator).
    pub identifier: String,
    /// Who speaks for it, under which other name it trades, where it is: what else is known of it, a line each.
    pub remarks: Vec<String>,
}

/// One obligation as a row of the table.
#[derive(Debug, Clone, Serialize)]
pub struct ObligationLine {
    pub number: String,
    pub what: String,
    pub who: String,
    pub to_whom: String,
    /// Formatted with its currency; absent where nothing is paid.
    pub amount: Option<String>,
    /// The same in words.
    pub amount_in_words: Option<String>,
    pub due: String,
    pub description: Option<String>,
}

/// Somebody who is to sign the agreement, or who vouches for another paper.
#[derive(Debug, Clone, Serialize)]
pub struct Signer {
    pub seat_label: String,
    pub name: String,
    /// What identifies whoever vouches: a line each.
    pub remarks: Vec<String>,
}

/// One signature as certified on the last page, in signing order.
#[derive(Debug, Clone, Serialize)]
pub struct SignatureLine {
    pub name: String,
    pub seat_label: String,
    /// Masked, with its label: enough to know it again.
    pub identifier: Option<String>,
    /// Masked too.
    pub email: Option<String>,
    /// By what authority the signer binds a company; absent for oneself.
    pub authority: Option<String>,
    pub method: String,
    pub identity_level: String,
    pub at: String,
    /// Whether this signer waited through the time for reflection or waived it.
    pub reflection: Option<String>,
    /// What the signer agreed to on the signing page, in its words.
    pub consent_text: String,
    /// Base64 of the hash of the PDF that was shown to this signer.
    pub pdf_hash: String,
}

/// The content of an agreement's PDF.
///
/// Without `signatures` it is the document shown before signing; with them it
/// is the final one. Everything before the certifying page is the same in
/// both, except for `labels.status_shown` and `labels.status_signed`.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementPaper {
    pub language: PaperLanguage,
    pub labels: Labels,
    /// What the legal order of the case calls this document.
    pub title: String,
    /// One paragraph that opens the agreement.
    pub opening: String,
    /// The mediation centre, in the head of every page.
    pub operator: String,
    pub reference: String,
    pub case_id: String,
    pub version: u32,
    /// When it was drafted, as a text in the document's language.
    pub created_at: String,
    pub parties: Vec<PaperParty>,
    /// Who mediated: no party, under a heading of its own.
    pub mediation: Vec<PaperParty>,
    /// What is settled: product, order, amount in dispute.
    pub settled: Vec<LabelledValue>,
    /// The account of the matter, under its label.
    pub account: Option<LabelledValue>,
    pub obligations: Vec<ObligationLine>,
    pub clauses: Vec<String>,
    /// Paragraphs of the operator's legal text: the nature of the document.
    pub legal_text: Vec<String>,
    pub signers: Vec<Signer>,
    pub document_hash: String,
    pub terms_hash: String,
    /// Root and size of the channel `joint` just before the draft.
    pub record_root: String,
    pub record_size: u64,
    pub signatures: Option<Vec<SignatureLine>>,
    /// The dates that followed from the last signature, of obligations that count from it.
    pub due_dates: Vec<LabelledValue>,
    /// The signed note over the record's head, with its line breaks.
    pub checkpoint: Option<String>,
    /// `agreement.json` and what proves the signatures.
    #[serde(skip)]
    pub attachments: Vec<Attachment>,
    /// The date in the PDF's metadata.
    #[serde(skip)]
    pub timestamp: jiff::Timestamp,
}

/// Typesets an agreement as PDF/A-3a and PDF/UA-1.
///
/// The same input gives the same bytes. Characters that no embedded font has
/// are printed as their code point, `[U+1F600]`, with a note that says so, as
/// PDF/A forbids empty boxes.
///
/// # Errors
/// When the timestamp is outside the years of a PDF date, or when typst
/// refuses the document, which no text in `paper` should be able to cause.
pub fn agreement_pdf(paper: &AgreementPaper) -> Result<Vec<u8>, PaperError> {
    let stage = if paper.signatures.is_some() { "final" } else { "shown" };
    typeset(&TypesetJob {
        template: Template::Agreement,
        data: serde_json::to_value(paper)?,
        attachments: paper.attachments.iter().collect(),
        ident: format!("acordo/{}/{}/{stage}", paper.case_id, paper.version),
        timestamp: paper.timestamp,
    })
}
