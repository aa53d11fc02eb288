//! Exports: the agreement's documents, the papers of procedure and the bundles of the record.
//!
//! Documents are stored as bytes before the command that binds their hashes; nothing is rendered twice.

mod agreement;
mod audit;
mod bundle;
mod handover;
mod house;
mod index;
mod jobs;
mod my_data;
mod packet;
mod paper;
mod paper_content;
mod papers;
mod reached;
mod readme;
mod receipt;
mod text;
mod turns;
mod volume;

pub use agreement::AgreementFile;
use agreement::{DraftContext, FileBefore, FileSettled};
pub use audit::Audit;
pub use bundle::{BundleWanted, ExportFile};
pub use jobs::{JOBS_FOLDER, JobDone};
pub use my_data::MyDataWanted;
pub use packet::PacketWanted;
use paper::Certified;
pub use papers::PaperFiles;
pub use receipt::is_filer;
pub use text::{AgreementText, TextLine, TextSection};
use turns::ExportTurns;
pub use turns::{DOWNLOADS_OF_PERSON_MAX, DownloadPlace, EXPORTS_MAX, EXPORTS_OF_PERSON_MAX, ExportTurn};
pub use volume::VolumeWanted;

use crate::evidence::EvidenceFiles;
use crate::problem::{Code, Fault, Shell};
use crate::store::{Store, StoreError, StoredDocument, altered};
use acordo_domain::case::command::{Command, Complaint};
use acordo_domain::case::draft::joint_draft_input;
use acordo_domain::case::event::Fact;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::{CaseId, CommandId};
use acordo_domain::seat::{Actor, Channel, Seat};
use acordo_record::bundle::BundleError;
use acordo_record::{DoubtCode, Inquiry, KeyFile, base64, sha256};
use jiff::tz::TimeZone;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Notify;
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
    turns: ExportTurns,
    place: ExportPlace,
    jobs_wanted: Notify,
}

/// Where exports come from.
#[derive(Debug, Clone)]
pub struct ExportPlace {
    /// Where they lie, without a name, until they are sent; those of many agreements in a folder of their own below it.
    pub folder: PathBuf,
    /// The address of the site that issues them.
    pub site: String,
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
    #[error("what is stored is not what was written: {0}")]
    Altered(String),
    #[error("the room moved each time while the document was made")]
    Restless,
    #[error("an export could not be written or read: {0}")]
    Io(#[from] io::Error),
    #[error("this person has {EXPORTS_OF_PERSON_MAX} exports under way")]
    TooMany,
    #[error("there are {EXPORTS_MAX} exports under way")]
    Full,
}

/// What the work did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkResult {
    Now,
    /// The case no longer needs it, or has it already.
    NotWanted,
}

impl Exporter {
    /// Exports are written into the folder of the place, which is there.
    pub fn new(store: Store, files: EvidenceFiles, zone: TimeZone, keys: KeyFile, place: ExportPlace) -> Self {
        let (turns, jobs_wanted) = (ExportTurns::default(), Notify::new());
        Self(Arc::new(ExporterInner { store, files, zone, keys, turns, place, jobs_wanted }))
    }

    /// The check of what is stored.
    pub fn audit(&self) -> Audit {
        Audit::new(self.0.store.clone(), self.0.files.clone())
    }

    /// Writes out the agreement that was accepted, typesets it, and executes `agreement.draft`.
    pub async fn draft(&self, case_id: CaseId, version: u32) -> Result<WorkResult, ExportError> {
        let store = &self.0.store;
        for _ in 0..TRIES {
            let case = store.case(case_id).await?;
            let Some(input) = joint_draft_input(&case).filter(|input| input.version == version) else {
                return Ok(WorkResult::NotWanted);
            };
            if self.take_identity(case_id, &case).await? {
                continue;
            }
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
                reached: self.reached(&case, &input).await?,
                before: case.procedure.agreements().map(FileBefore::from).collect(),
                unsolved: self.unsolved(&case).await?,
                now: store.now(),
            };
            let file = AgreementFile::from_draft(&input, context)?;
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

    /// The draft takes the version of the company's record that stands now.
    async fn take_identity(
        &self,
        case_id: CaseId,
        case: &acordo_domain::case::state::Case,
    ) -> Result<bool, ExportError> {
        let Some(filed) = &case.procedure.filed else { return Ok(false) };
        let stands = self.0.store.accounts().legal_identity(filed.company).await?;
        if stands.is_none_or(|identity| Some(identity.version) == case.joint().identity_version()) {
            return Ok(false);
        }
        match self.command(case_id, &Command::LegalIdentityTake {}).await {
            Ok(()) => Ok(true),
            // Somebody was quicker.
            Err(StoreError::Refused(_)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes the final PDF of a concluded agreement, and executes `agreement.seal`.
    pub async fn seal(&self, case_id: CaseId, version: u32) -> Result<WorkResult, ExportError> {
        let store = &self.0.store;
        let case = store.case(case_id).await?;
        let concluded = case.procedure.concluded_as(version);
        let Some(concluded) = concluded.filter(|concluded| concluded.sealed_pdf_hash.is_none()) else {
            return Ok(WorkResult::NotWanted);
        };
        let json = self.json(case_id, version, &concluded.document_hash).await?;
        let file = AgreementFile::read(&json)?;
        let (checkpoint, line) = self.conclusion(case_id, version).await?;
        let certified = Certified {
            concluded: concluded.clone(),
            checkpoint,
            line,
            shown: self.document(case_id, version, StoredDocument::Shown, &concluded.pdf_hash).await?,
            obligations: case.procedure.owed_under(version).cloned().collect(),
            reflection_waived: case.procedure.reflection_waived_for(version),
            emails: self.emails_of_signers(case_id, version).await?,
        };
        let paper = paper::concluded(&file, &json, certified, &self.0.zone)?;
        let sealed = self.typeset(paper).await?;
        self.proves(&sealed)?;
        store.documents().put(case_id, version, crate::store::StoredDocument::Final, &sealed).await?;
        let command = Command::AgreementSeal {
            version,
            document_hash: concluded.document_hash.clone(),
            pdf_hash: base64(&sha256(&sealed)),
        };
        self.work(case_id, &command, &[Refusal::AgreementAlreadySealed]).await
    }

    /// A document that would not prove its agreement does not leave this house.
    fn proves(&self, sealed: &[u8]) -> Result<(), ExportError> {
        let report = acordo_record::verify(sealed, &Inquiry::of(&self.0.keys));
        let unproven = report.doubts.iter().any(|doubt| doubt.code != DoubtCode::PagesUnchecked);
        if report.failures_total == 0 && !unproven {
            return Ok(());
        }
        let broken = report.failures.iter().map(|failure| format!("{} {}", failure.code.as_str(), failure.place));
        Err(ExportError::Document(format!("it would prove nothing: {}", broken.collect::<Vec<_>>().join(", "))))
    }

    /// Executes what a piece of work comes down to. These refusals say that it is done or not wanted any more; any
    /// other is a fault of ours, for which the work is kept and tried again.
    async fn work(&self, case_id: CaseId, command: &Command, over: &[Refusal]) -> Result<WorkResult, ExportError> {
        match self.command(case_id, command).await {
            Ok(()) => Ok(WorkResult::Now),
            Err(StoreError::Refused(refused)) if over.contains(&refused.code) => Ok(WorkResult::NotWanted),
            Err(error) => Err(error.into()),
        }
    }

    /// `agreement.json` of this version, by the hash that is signed.
    pub async fn json(&self, case_id: CaseId, version: u32, document_hash: &str) -> Result<Vec<u8>, ExportError> {
        let all = self.0.store.documents().all(case_id, version, crate::store::StoredDocument::Json).await?;
        all.into_iter()
            .find(|bytes| base64(&acordo_record::agreement::document_hash(bytes)) == document_hash)
            .ok_or_else(|| {
                altered(format!("the record names an agreement.json of version {version} that is not there")).into()
            })
    }

    /// All that the document of this version says, in its own words.
    pub async fn text(&self, case_id: CaseId, version: u32, hash: &str) -> Result<AgreementText, ExportError> {
        let json = self.json(case_id, version, hash).await?;
        text::text(&AgreementFile::read(&json)?, &json, &self.0.zone)
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
        Ok(self.house(case).await?.name)
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

/// A file as an export found it.
impl From<Fault> for ExportError {
    fn from(fault: Fault) -> Self {
        let what = fault.to_string();
        if fault.code == Code::Shell(Shell::RecordAltered) { Self::Altered(what) } else { Self::Document(what) }
    }
}

/// A bundle that could not be written, for a reason in the record or on the disk.
impl From<BundleError> for ExportError {
    fn from(error: BundleError) -> Self {
        match error {
            BundleError::Io(kind, words) => Self::Io(io::Error::new(kind, words)),
            error => Self::Bundle(error.to_string()),
        }
    }
}

/// How long somebody waits for the room that another export takes.
const WAIT_SECONDS: u64 = 15;

impl From<ExportError> for Fault {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Store(error) => error.into(),
            ExportError::Altered(what) => Self::new(Shell::RecordAltered).because(what),
            ExportError::Io(error) => error.into(),
            ExportError::TooMany => Self::new(Shell::TooManyExports).after_seconds(WAIT_SECONDS),
            ExportError::Full => Self::new(Shell::ExportsBusy).after_seconds(WAIT_SECONDS),
            error => Self::internal(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::ErrorKind;

    #[test]
    fn a_full_disk_is_told_apart_from_a_fault_of_ours() {
        let status = |kind| Fault::from(ExportError::from(BundleError::Io(kind, String::new()))).code.status();
        assert_eq!((status(ErrorKind::StorageFull), status(ErrorKind::QuotaExceeded)), (507, 507));
        assert_eq!(status(ErrorKind::PermissionDenied), 500);
        let made = ExportError::from(io::Error::from(ErrorKind::StorageFull));
        assert_eq!(Fault::from(made).code, Code::Shell(Shell::StorageFull));
    }
}
