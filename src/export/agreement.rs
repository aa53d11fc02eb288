//! `agreement.json`: the agreement in canonical form, whose hash is signed (record.md, "Agreement").

use crate::export::ExportError;
use crate::texts;
use acordo_domain::case::command::{Language, Trade};
use acordo_domain::case::draft::DraftInput;
use acordo_domain::id::{CaseId, Reference};
use acordo_domain::moment::Moment;
use acordo_domain::terms::Terms;
use acordo_record::{base64, canonical};
use rand::Rng;
use serde::{Deserialize, Serialize};

/// Everything that is frozen. The PDFs are made from this and nothing else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementFile {
    pub accepted_at: Moment,
    pub case: CaseId,
    pub clauses: Vec<String>,
    pub company_name: String,
    pub drafted_at: Moment,
    pub language: Language,
    /// Paragraphs on what this document is, as the operator words them.
    pub legal_text: Vec<String>,
    pub mediator: Option<String>,
    /// Without it an outsider could guess terms against the hash.
    pub nonce: String,
    pub operator: String,
    pub parties: FileParties,
    pub proposal: u32,
    pub record: FileRecord,
    pub reference: Reference,
    pub terms: Terms,
    pub terms_hash: String,
    pub trade: Trade,
    pub v: u32,
    pub version: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileParties {
    pub company: FileParty,
    pub consumer: FileParty,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileParty {
    pub identifier: String,
    pub name: String,
}

/// Size and root of `joint` just before the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRecord {
    pub root: String,
    pub size: u64,
}

impl AgreementFile {
    pub fn from_draft(input: &DraftInput, root: &[u8; 32], operator: String, now: Moment) -> Self {
        let mut nonce = [0; 32];
        rand::rng().fill_bytes(&mut nonce);
        let party =
            |name: &str, identifier: &str| FileParty { identifier: identifier.to_owned(), name: name.to_owned() };
        Self {
            accepted_at: input.accepted_at,
            case: input.case,
            clauses: input.clauses.clone(),
            company_name: input.company_name.clone(),
            drafted_at: now,
            language: input.language,
            legal_text: legal_text(input.language, input.mediator.is_some()),
            mediator: input.mediator.clone(),
            nonce: base64(&nonce),
            operator,
            parties: FileParties {
                company: party(&input.company.name, &input.company.identifier),
                consumer: party(&input.consumer.name, &input.consumer.identifier),
            },
            proposal: input.number,
            record: FileRecord { root: base64(root), size: input.joint_size },
            reference: input.reference,
            terms: input.terms.clone(),
            terms_hash: input.terms_hash.clone(),
            trade: input.trade,
            v: 1,
            version: input.version,
        }
    }

    /// The exact bytes that are hashed and kept.
    pub fn bytes(&self) -> Result<Vec<u8>, ExportError> {
        canonical::to_canonical(self).map_err(|error| ExportError::Document(error.to_string()))
    }

    pub fn read(bytes: &[u8]) -> Result<Self, ExportError> {
        serde_json::from_slice(bytes).map_err(|error| ExportError::Document(error.to_string()))
    }
}

/// With a mediator the document is the title of Lei 13.140, art. 20; without one it is a contract, and says so.
fn legal_text(language: Language, mediated: bool) -> Vec<String> {
    let nature = if mediated { "paper-legal-mediated" } else { "paper-legal-contract" };
    [nature, "paper-legal-electronic", "paper-legal-rights"].iter().map(|key| texts::text(language, key, &[])).collect()
}
