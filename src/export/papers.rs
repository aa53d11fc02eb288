//! The papers of procedure: final term, certificate, procedural record, enforcement packet. Made once from what
//! `procedure` says, kept as bytes, and bound by their hash in `procedure` itself.

use crate::export::paper_content::{ContentOfPaper, Point, paper_content};
use crate::export::{AgreementFile, ExportError, Exporter, WorkResult};
use crate::store::{StoreError, StoredDocument};
use crate::texts::Language;
use acordo_domain::case::claims::{called_for, procedure_at};
use acordo_domain::case::command::{Command, PaperKind};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_record::{base64, sha256};

/// The files of one paper.
#[derive(Debug, Clone)]
pub struct PaperFiles {
    pub pdf: Vec<u8>,
    pub json: Vec<u8>,
}

/// Under which sorts a paper is stored: the PDF, and the same as data.
pub(super) const fn kept(paper: PaperKind) -> (StoredDocument, StoredDocument) {
    match paper {
        PaperKind::FinalTerm => (StoredDocument::FinalTerm, StoredDocument::FinalTermData),
        PaperKind::Certificate => (StoredDocument::Certificate, StoredDocument::CertificateData),
        PaperKind::Procedure => (StoredDocument::Procedure, StoredDocument::ProcedureData),
        PaperKind::Enforcement => (StoredDocument::Enforcement, StoredDocument::EnforcementData),
    }
}

impl Exporter {
    /// Makes the paper that this point of the procedure calls for, and executes `paper.file`.
    pub async fn file_paper(&self, case_id: CaseId, paper: PaperKind, number: u16) -> Result<WorkResult, ExportError> {
        let store = &self.0.store;
        let case = store.case(case_id).await?;
        let filed = case.procedure.papers.iter().any(|filed| filed.paper == paper && filed.number == number);
        if filed || called_for(&case.procedure, paper, number).is_none() {
            return Ok(WorkResult::NotWanted);
        }
        let files = self.make_paper(&case, paper, number).await?;
        let (pdf, data) = kept(paper);
        store.documents().put(case_id, u32::from(number), data, &files.json).await?;
        store.documents().put(case_id, u32::from(number), pdf, &files.pdf).await?;
        let (pdf_hash, data_hash) = (base64(&sha256(&files.pdf)), base64(&sha256(&files.json)));
        let command = Command::PaperFile { paper, number, pdf_hash, data_hash };
        self.work(case_id, &command, &[Refusal::PaperNotWanted]).await
    }

    /// The paper as it was filed; the procedural record of an open case as it is now.
    pub async fn paper(&self, case: &Case, paper: PaperKind, number: u16) -> Result<Option<PaperFiles>, ExportError> {
        let known = case.procedure.papers.iter().find(|filed| filed.paper == paper && filed.number == number);
        let (pdf, data) = kept(paper);
        if let Some(known) = known {
            let bytes = self.document(case.id, u32::from(number), pdf, &known.pdf_hash).await?;
            let json = match &known.data_hash {
                Some(hash) => self.document(case.id, u32::from(number), data, hash).await?,
                // Filed before the record bound the data: it is the file inside the PDF.
                None => {
                    let all = self.0.store.documents().all(case.id, u32::from(number), data).await?;
                    all.into_iter().next().ok_or_else(|| ExportError::Document(format!("{data:?} {number}")))?
                }
            };
            return Ok(Some(PaperFiles { pdf: bytes, json }));
        }
        let next = case.procedure.closings.len() + 1;
        if paper == PaperKind::Procedure && case.procedure.closed_at.is_none() && usize::from(number) == next {
            return self.make_paper(case, paper, number).await.map(Some);
        }
        Ok(None)
    }

    async fn make_paper(&self, case: &Case, paper: PaperKind, number: u16) -> Result<PaperFiles, ExportError> {
        let store = &self.0.store;
        let filed = case.procedure.filed.as_ref().ok_or(StoreError::NotFound)?;
        let language: Language = filed.language;
        let called = called_for(&case.procedure, paper, number);
        let issued_at = called.map_or_else(|| store.now(), |(_, at)| at);
        let (size, root, _) = store.channel_end(case.id, Channel::Procedure).await?;
        let events = store.whole_channel(case.id, Channel::Procedure).await?;
        // A paper of one day tells what was so on that day, however late it is typeset.
        let until = called.and_then(|(seq, _)| seq).unwrap_or(size);
        let then = procedure_at(case.id, events.iter().map(|recorded| &recorded.event), until);
        let case = &Case { procedure: then, ..case.clone() };
        let mut agreements = Vec::new();
        for concluded in case.procedure.agreements().filter(|_| paper == PaperKind::Enforcement) {
            let json = self.json(case.id, concluded.version, &concluded.document_hash).await?;
            agreements.push(AgreementFile::read(&json)?);
        }
        let point = Point {
            case,
            paper,
            number,
            issued_at,
            house: self.house(case).await?,
            procedure_size: size,
            procedure_root: base64(&root),
            events: events
                .iter()
                .filter(|recorded| recorded.event.seq <= until)
                .map(|recorded| &recorded.event)
                .collect(),
            agreements,
            identity: store.accounts().legal_identity(filed.company).await?,
            zone: self.0.zone.clone(),
            rules: case.procedure.rules(store.rules()).into_owned(),
        };
        let ContentOfPaper { paper, json } = paper_content(language, &point)?;
        let pdf = tokio::task::spawn_blocking(move || acordo_paper::procedural_pdf(&paper))
            .await
            .map_err(|error| ExportError::Paper(error.to_string()))?
            .map_err(|error| ExportError::Paper(error.to_string()))?;
        Ok(PaperFiles { pdf, json })
    }
}
