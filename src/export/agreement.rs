//! `agreement.json`: the agreement in canonical form, whose hash is signed (record.md, "Agreement").

use crate::export::ExportError;
use acordo_domain::case::command::{Complaint, Language, Trade};
use acordo_domain::case::draft::DraftInput;
use acordo_domain::id::{CaseId, Reference};
use acordo_domain::law::{ClauseKind, LibraryClause, PackId, Statement};
use acordo_domain::moment::Moment;
use acordo_domain::money::Money;
use acordo_domain::organisation::LegalIdentity;
use acordo_domain::seat::Side;
use acordo_domain::terms::{Due, Obligation, Terms};
use acordo_record::agreement::terms_hash;
use acordo_record::{base64, canonical};
use rand::Rng;
use serde::{Deserialize, Serialize};

/// Everything that is frozen. The PDFs are made from this and nothing else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementFile {
    pub accepted_at: Moment,
    /// Absent in files of before.
    #[serde(default)]
    pub addresses: FileAddresses,
    /// The agreements of the same case that were concluded before, and stand; absent where this is the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<FileBefore>,
    pub case: CaseId,
    /// What the first of `clauses` are in the house's library; absent where none was chosen from it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<FileClause>,
    /// In full wording, those from the library first.
    pub clauses: Vec<String>,
    pub company_name: String,
    pub drafted_at: Moment,
    pub language: Language,
    /// The jurisdiction pack whose words stand in `legal_text`.
    #[serde(default)]
    pub law: PackId,
    /// Paragraphs on what this document is, as the jurisdiction pack words them.
    pub legal_text: Vec<String>,
    /// The version of the company's record that stood at drafting; absent in files of before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_identity: Option<LegalIdentity>,
    pub mediator: Option<String>,
    /// Without it an outsider could guess terms against the hash.
    pub nonce: String,
    /// The terms once more, in the form that verifiers read.
    pub obligations: Vec<FileObligation>,
    pub operator: String,
    pub parties: FileParties,
    pub proposal: u32,
    pub reached: Reached,
    pub record: FileRecord,
    pub reference: Reference,
    /// What is settled: the complaint as it was filed. Absent in files whose `v` is 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<FileSettled>,
    pub subject: String,
    /// As they were accepted.
    pub terms: Terms,
    /// Over `clauses` and `obligations`.
    pub terms_hash: String,
    pub trade: Trade,
    /// What the consumer named as not solved after the agreement of before, where this one comes of that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsolved: Option<FileUnsolved>,
    pub v: u32,
    pub version: u32,
}

/// Both parties, by the names that bind them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FileParties(Vec<FileParty>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileParty {
    pub identifier: Option<String>,
    pub name: String,
    pub seat: Side,
}

impl FileParties {
    /// The frozen name and identifier of a side.
    pub fn party(&self, side: Side) -> (&str, &str) {
        let found = self.0.iter().find(|party| party.seat == side);
        found.map_or(("", ""), |party| (party.name.as_str(), party.identifier.as_deref().unwrap_or_default()))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileObligation {
    pub amount: Option<Money>,
    pub creditor: Side,
    pub debtor: Side,
    pub due: FileDue,
    pub id: u32,
    pub kind: acordo_domain::terms::ObligationKind,
    pub text: String,
}

/// A day, or days that are counted from the last signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FileDue {
    On(jiff::civil::Date),
    After { days_after_signature: u16, working_days: bool },
}

/// A clause of the library; its place in `clauses` has it as the pack of the case words it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileClause {
    pub clause: String,
    pub kind: ClauseKind,
    pub value: Option<u32>,
}

/// What `terms_hash` covers.
#[derive(Serialize)]
struct HashedTerms<'a> {
    clauses: &'a [String],
    obligations: &'a [FileObligation],
}

/// The dispute that ends, from the complaint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileSettled {
    pub complaint: Complaint,
    pub filed_at: Moment,
}

/// How the parties came to agree: what the document is worth depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    InMediation,
    Directly,
    /// A mediation of the same dispute was held before and brought no agreement.
    AfterMediation,
    ByOmbudsman,
    ByLegalTeam,
}

impl Reached {
    /// What a document is that was reached like this.
    pub const fn nature(self) -> Statement {
        match self {
            Self::InMediation => Statement::AgreementMediated,
            Self::Directly => Statement::AgreementContract,
            Self::AfterMediation => Statement::AgreementAfterMediation,
            Self::ByOmbudsman | Self::ByLegalTeam => Statement::AgreementRecommended,
        }
    }
}

/// An agreement of the same case that was concluded before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileBefore {
    pub concluded_at: Moment,
    pub document_hash: String,
    pub version: u32,
}

/// What the consumer said is not solved, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileUnsolved {
    pub said_at: Moment,
    pub words: String,
}

/// Where the parties are reached, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileAddresses {
    pub company: Option<String>,
    pub consumer: Option<String>,
}

/// Size and root of `joint` just before the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRecord {
    pub root: String,
    pub size: u64,
}

/// What a draft is made of besides the accepted terms.
#[derive(Debug)]
pub struct DraftContext {
    pub root: [u8; 32],
    pub operator: String,
    pub law: PackId,
    pub settled: Option<FileSettled>,
    pub reached: Reached,
    pub before: Vec<FileBefore>,
    pub unsolved: Option<FileUnsolved>,
    pub now: Moment,
}

impl AgreementFile {
    pub fn from_draft(input: &DraftInput, context: DraftContext) -> Result<Self, ExportError> {
        let mut nonce = [0; 32];
        rand::rng().fill_bytes(&mut nonce);
        let party = |seat, name: &str, identifier: &str| FileParty {
            identifier: Some(identifier.to_owned()),
            name: name.to_owned(),
            seat,
        };
        let (chosen, mut clauses): (Vec<FileClause>, Vec<String>) = chosen(context.law, input).into_iter().unzip();
        clauses.extend_from_slice(&input.clauses);
        let obligations: Vec<FileObligation> = input.terms.obligations.iter().zip(1..).map(obligation).collect();
        let hashed = HashedTerms { clauses: &clauses, obligations: &obligations };
        let terms_hash = terms_hash(&hashed).map_err(|error| ExportError::Document(error.to_string()))?;
        Ok(Self {
            accepted_at: input.accepted_at,
            addresses: FileAddresses {
                company: input.company.address.clone(),
                consumer: input.consumer.address.clone(),
            },
            before: context.before.clone(),
            case: input.case,
            chosen,
            clauses,
            company_name: input.company_name.clone(),
            drafted_at: context.now,
            language: input.language,
            law: context.law,
            legal_identity: Some(input.identity.clone()),
            legal_text: legal_text(&context, input.language),
            mediator: input.mediator.clone(),
            nonce: base64(&nonce),
            obligations,
            operator: context.operator,
            parties: FileParties(vec![
                party(Side::Consumer, &input.consumer.name, &input.consumer.identifier),
                party(Side::Company, &input.company.name, &input.company.identifier),
            ]),
            proposal: input.number,
            reached: context.reached,
            record: FileRecord { root: base64(&context.root), size: input.joint_size },
            reference: input.reference,
            subject: context.settled.as_ref().map(|settled| settled.complaint.product.clone()).unwrap_or_default(),
            settled: context.settled,
            terms: input.terms.clone(),
            terms_hash: base64(&terms_hash),
            trade: input.trade,
            unsolved: context.unsolved,
            v: 3,
            version: input.version,
        })
    }

    /// The clauses of the library with their wording.
    pub fn library_clauses(&self) -> impl Iterator<Item = (&FileClause, &str)> {
        self.chosen.iter().zip(self.clauses.iter().map(String::as_str))
    }

    /// The exact bytes that are hashed and kept.
    pub fn bytes(&self) -> Result<Vec<u8>, ExportError> {
        canonical::to_canonical(self).map_err(|error| ExportError::Document(error.to_string()))
    }

    pub fn read(bytes: &[u8]) -> Result<Self, ExportError> {
        serde_json::from_slice(bytes).map_err(|error| ExportError::Document(error.to_string()))
    }
}

fn obligation((obligation, id): (&Obligation, u32)) -> FileObligation {
    FileObligation {
        amount: obligation.money,
        creditor: obligation.debtor.other(),
        debtor: obligation.debtor,
        due: match obligation.due {
            Due::On(day) => FileDue::On(day.on),
            Due::After(after) => {
                FileDue::After { days_after_signature: after.days_after_signature, working_days: after.working_days }
            }
        },
        id,
        kind: obligation.kind,
        text: obligation.description.clone().unwrap_or_default(),
    }
}

/// The chosen clauses and their wording in the agreement's language, in the order in which the library has them.
fn chosen(law: PackId, input: &DraftInput) -> Vec<(FileClause, String)> {
    let file = |clause: &LibraryClause| {
        let chosen = input.terms.chosen.iter().find(|chosen| chosen.clause == clause.id)?;
        let wording = clause.filled(&clause.wording, chosen.value, input.language).into_owned();
        Some((FileClause { clause: clause.id.clone(), kind: clause.kind, value: chosen.value }, wording))
    };
    law.pack().clauses.iter().filter_map(file).collect()
}

/// What the document is by the way in which it was reached, and what the law adds to it.
fn legal_text(context: &DraftContext, language: Language) -> Vec<String> {
    let further = (!context.before.is_empty()).then_some(Statement::AgreementFurther);
    let of_all = [
        Statement::AgreementScope,
        Statement::AgreementElectronic,
        Statement::AgreementDelay,
        Statement::AgreementForum,
        Statement::AgreementRights,
    ];
    let statements = [context.reached.nature()].into_iter().chain(further).chain(of_all);
    statements.map(|statement| context.law.pack().says(statement, language).to_owned()).collect()
}
