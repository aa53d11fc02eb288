//! Exports: the agreement's documents, the papers of procedure and the bundles of the record.
//!
//! Documents are stored as bytes before the command that binds their hashes; nothing is rendered twice.

mod agreement;
mod bundle;
mod handover;
mod paper;
mod paper_content;
mod papers;
mod receipt;

pub use agreement::AgreementFile;
use agreement::{DraftContext, FileSettled};
pub use bundle::BundleFile;
use paper::Certified;
pub use papers::PaperFiles;
pub use receipt::is_filer;

use crate::evidence::EvidenceFiles;
use crate::problem::Fault;
use crate::store::{Store, StoreError, StoredDocument};
use acordo_domain::case::command::{Command, Complaint};
use acordo_domain::case::draft::joint_draft_input;
use acordo_domain::case::event::Fact;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::{CaseId, CommandId};
use acordo_domain::seat::{Actor, Channel, Seat};
use acordo_record::{KeyFile, base64, sha256};
use jiff::tz::TimeZone;
use std::sync::Arc;
use uuid::Uuid;

/// How often a draft is made again because the case moved meanwhile.
const TRIES: usize = 5;

/// Cheap to clone.
#[derive(Debug, Clone)]
pub struct Exporter(Arc<ExporterInner>);

#[derive(Debug)]
struct ExporterInner {
    store: Store,
    files: EvidenceFiles,
    zone: TimeZone,
    keys: KeyFile,
}

/// Why a document or a bundle was not made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the document could not be typeset: {0}")]
    Paper(String),
    #[error("the bundle could not be written: {0}")]
    Bundle(String),
    #[error("a stored document is not there or cannot be read: {0}")]
    Document(String),
    #[error("the room moved each time while the document was made")]
    Restless,
}

/// What the work did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkResult {
    Now,
    /// The case no longer needs it, or has it already.
    NotWanted,
}

impl Exporter {
    pub fn new(store: Store, files: EvidenceFiles, zone: TimeZone, keys: KeyFile) -> Self {
        Self(Arc::new(ExporterInner { store, files, zone, keys }))
    }

    /// Writes out the agreement that was accepted, typesets it, and executes `agreement.draft`.
    pub async fn draft(&self, case_id: CaseId, version: u32) -> Result<WorkResult, ExportError> {
        let store = &self.0.store;
        for _ in 0..TRIES {
            let case = store.case(case_id).await?;
            let Some(input) = joint_draft_input(&case).filter(|input| input.version == version) else {
                return Ok(WorkResult::NotWanted);
            };
            let (size, root, _) = store.channel_end(case_id, Channel::Joint).await?;
            if size != input.joint_size {
                continue;
            }
            let filed = case.procedure.filed.as_ref();
            let context = DraftContext {
                root,
                operator: self.operator(&case).await?,
                law: filed.map(|filed| filed.law).unwrap_or_default(),
                settled: self
                    .complaint(case_id)
                    .await?
                    .zip(filed)
                    .map(|(complaint, filed)| FileSettled { complaint, filed_at: filed.at }),
                now: store.now(),
            };
            let file = AgreementFile::from_draft(&input, context);
            let json = file.bytes()?;
            let document_hash = acordo_record::agreement::document_hash(&json);
            let shown = self.typeset(paper::shown(&file, &json, &self.0.zone)?).await?;
            store.documents().put(case_id, version, crate::store::StoredDocument::Json, &json).await?;
            store.documents().put(case_id, version, crate::store::StoredDocument::Shown, &shown).await?;
            let command = Command::AgreementDraft {
                version,
                document_hash: base64(&document_hash),
                pdf_hash: base64(&sha256(&shown)),
                joint_size: input.joint_size,
            };
            match self.command(case_id, &command).await {
                Ok(()) => return Ok(WorkResult::Now),
                Err(StoreError::Refused(refused)) if refused.code == Refusal::Conflict => {}
                Err(StoreError::Refused(_)) => return Ok(WorkResult::NotWanted),
                Err(error) => return Err(error.into()),
            }
        }
        Err(ExportError::Restless)
    }

    /// Makes the final PDF of a concluded agreement, and executes `agreement.seal`.
    pub async fn seal(&self, case_id: CaseId, version: u32) -> Result<WorkResult, ExportError> {
        let store = &self.0.store;
        let case = store.case(case_id).await?;
        let concluded = case.procedure.concluded.as_ref().filter(|concluded| concluded.version == version);
        let Some(concluded) = concluded.filter(|concluded| concluded.sealed_pdf_hash.is_none()) else {
            return Ok(WorkResult::NotWanted);
        };
        let json = self.json(case_id, version, &concluded.document_hash).await?;
        let file = AgreementFile::read(&json)?;
        let certified = Certified {
            concluded: concluded.clone(),
            checkpoint: store.sign_checkpoint(case_id, Channel::Procedure).await?,
            shown: self.document(case_id, version, StoredDocument::Shown, &concluded.pdf_hash).await?,
            obligations: case.procedure.obligations.iter().map(|owing| owing.what).collect(),
            reflection_waived: case.procedure.reflection_waived_for(version),
            emails: self.emails_of_signers(case_id, version).await?,
        };
        let paper = paper::concluded(&file, &json, certified, &self.0.zone)?;
        let sealed = self.typeset(paper).await?;
        store.documents().put(case_id, version, crate::store::StoredDocument::Final, &sealed).await?;
        let command = Command::AgreementSeal {
            version,
            document_hash: concluded.document_hash.clone(),
            pdf_hash: base64(&sha256(&sealed)),
        };
        match self.command(case_id, &command).await {
            Ok(()) => Ok(WorkResult::Now),
            Err(StoreError::Refused(_)) => Ok(WorkResult::NotWanted),
            Err(error) => Err(error.into()),
        }
    }

    /// `agreement.json` of this version, by the hash that is signed.
    pub async fn json(&self, case_id: CaseId, version: u32, document_hash: &str) -> Result<Vec<u8>, ExportError> {
        let all = self.0.store.documents().all(case_id, version, crate::store::StoredDocument::Json).await?;
        all.into_iter()
            .find(|bytes| base64(&acordo_record::agreement::document_hash(bytes)) == document_hash)
            .ok_or_else(|| ExportError::Document(format!("agreement.json of version {version}")))
    }

    /// What the consumer complains of; none where it was erased, or where they have not answered the company that began.
    async fn complaint(&self, case_id: CaseId) -> Result<Option<Complaint>, ExportError> {
        let Some(stands) = self.0.store.case(case_id).await?.joint().complaint else { return Ok(None) };
        let filed = self.0.store.event(case_id, Channel::Joint, stands).await?;
        Ok(match &filed.event.fact {
            Some(Fact::ComplaintFiled { complaint, .. }) => Some(complaint.clone()),
            _ => None,
        })
    }

    /// The masked address of each who signed this version.
    async fn emails_of_signers(&self, case_id: CaseId, version: u32) -> Result<Vec<(Seat, String)>, ExportError> {
        let mut found = Vec::new();
        for recorded in self.0.store.whole_channel(case_id, Channel::Joint).await? {
            let (Some(Fact::AgreementSigned { seat, version: signed, .. }), Some(by)) =
                (&recorded.event.fact, &recorded.event.by)
            else {
                continue;
            };
            if *signed == version
                && let Some(user) = self.0.store.accounts().user(by.id).await?
            {
                found.push((*seat, crate::contact::masked(&user.email)));
            }
        }
        Ok(found)
    }

    async fn operator(&self, case: &acordo_domain::case::state::Case) -> Result<String, ExportError> {
        let Some(filed) = &case.procedure.filed else { return Ok(String::new()) };
        let found = self.0.store.accounts().organisation(filed.operator).await?;
        Ok(found.map(|organisation| organisation.name).unwrap_or_default())
    }

    /// Typesetting takes milliseconds in a release build and much longer in a debug build, so it runs on a blocking
    /// thread.
    async fn typeset(&self, paper: acordo_paper::AgreementPaper) -> Result<Vec<u8>, ExportError> {
        tokio::task::spawn_blocking(move || acordo_paper::agreement_pdf(&paper))
            .await
            .map_err(|error| ExportError::Paper(error.to_string()))?
            .map_err(|error| ExportError::Paper(error.to_string()))
    }

    async fn command(&self, case_id: CaseId, command: &Command) -> Result<(), StoreError> {
        let id = CommandId(Uuid::now_v7());
        let execution = crate::store::Execution {
            case: case_id,
            actor: &Actor::System,
            id,
            command,
            origin: crate::store::Origin::default(),
            signing: None,
            addressee_shown: false,
        };
        self.0.store.execute(execution).await.map(|_| ())
    }
}

impl From<ExportError> for Fault {
    fn from(error: ExportError) -> Self {
        Self::internal(error)
    }
}
