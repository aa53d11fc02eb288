//! The papers of procedure: final term, certificate, procedural record, enforcement packet. Made once from what
//! `procedure` says, kept as bytes, and bound by their hash in `procedure` itself.

use crate::export::paper_content::{ContentOfPaper, Point, paper_content};
use crate::export::{AgreementFile, ExportError, Exporter, TRIES, WorkResult};
use crate::store::{StoreError, StoredDocument};
use crate::texts::Language;
use acordo_domain::case::claims::{called_for, procedure_at};
use acordo_domain::case::command::{Command, PaperKind};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::{Case, Paper};
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_record::{base64, sha256};

/// The files of one paper.
#[derive(Debug, Clone)]
pub struct PaperFiles {
    pub pdf: Vec<u8>,
    pub json: Vec<u8>,
    /// Of a case that was open: the size of `procedure` that it tells.
    pub size: Option<u64>,
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
        if case.procedure.filed_paper(paper, number).is_some() || called_for(&case.procedure, paper, number).is_none() {
            return Ok(WorkResult::NotWanted);
        }
        let (size, _, _) = store.channel_end(case_id, Channel::Procedure).await?;
        let files = self.make_paper(&case, paper, number, size).await?;
        let command = self.keep_paper(case_id, paper, number, &files, None).await?;
        self.work(case_id, &command, &[Refusal::PaperNotWanted]).await
    }

    /// Keeps the files of a paper, and says what binds them.
    async fn keep_paper(
        &self,
        case_id: CaseId,
        paper: PaperKind,
        number: u16,
        files: &PaperFiles,
        size: Option<u64>,
    ) -> Result<Command, ExportError> {
        let (documents, version, (pdf, data)) = (self.0.store.documents(), u32::from(number), kept(paper));
        documents.put(case_id, version, data, &files.json).await?;
        documents.put(case_id, version, pdf, &files.pdf).await?;
        let (pdf_hash, data_hash) = (base64(&sha256(&files.pdf)), base64(&sha256(&files.json)));
        Ok(Command::PaperFile { paper, number, pdf_hash, data_hash, size })
    }

    /// The paper as it was filed; the procedural record of an open case as it stands today, or as it stood at a size.
    pub async fn paper(
        &self,
        case: &Case,
        paper: PaperKind,
        number: u16,
        size: Option<u64>,
    ) -> Result<Option<PaperFiles>, ExportError> {
        let procedure = &case.procedure;
        if let Some(size) = size {
            let then = procedure.records_so_far(number).find(|filed| paper == filed.paper && filed.size == Some(size));
            return self.filed_files(case.id, then).await;
        }
        match procedure.filed_paper(paper, number) {
            None if paper == PaperKind::Procedure && procedure.record_as_it_stands() == Some(number) => {
                self.record_so_far(case.id, number).await
            }
            filed => self.filed_files(case.id, filed).await,
        }
    }

    async fn filed_files(&self, case_id: CaseId, filed: Option<&Paper>) -> Result<Option<PaperFiles>, ExportError> {
        let Some(filed) = filed else { return Ok(None) };
        let (version, (pdf, data)) = (u32::from(filed.number), kept(filed.paper));
        let bytes = self.document(case_id, version, pdf, &filed.pdf_hash).await?;
        let json = match &filed.data_hash {
            Some(hash) => self.document(case_id, version, data, hash).await?,
            // Filed before the record bound the data: it is the file inside the PDF.
            None => {
                let all = self.0.store.documents().all(case_id, version, data).await?;
                all.into_iter().next().ok_or_else(|| ExportError::Document(format!("{data:?} {version}")))?
            }
        };
        Ok(Some(PaperFiles { pdf: bytes, json, size: filed.size }))
    }

    /// The record of a case that is open: made once for each day on which somebody takes it and something happened
    /// since, kept, and bound by its hash in `procedure`, so that whoever has it can have it confirmed later.
    async fn record_so_far(&self, case_id: CaseId, number: u16) -> Result<Option<PaperFiles>, ExportError> {
        let (store, paper) = (&self.0.store, PaperKind::Procedure);
        for _ in 0..TRIES {
            let case = store.case(case_id).await?;
            if case.procedure.record_as_it_stands() != Some(number) {
                return self.filed_files(case_id, case.procedure.filed_paper(paper, number)).await;
            }
            let last = case.procedure.records_so_far(number).next_back();
            // Its own event is all that came after what it tells.
            let stands = last.filter(|filed| filed.size.is_some_and(|size| size + 1 == case.procedure.size));
            let calendar = &case.procedure.rules(store.rules()).calendar;
            if stands.is_some_and(|filed| calendar.day(filed.at) == calendar.day(store.now())) {
                return self.filed_files(case_id, stands).await;
            }
            let size = case.procedure.size;
            let files = self.make_paper(&case, paper, number, size).await?;
            let command = self.keep_paper(case_id, paper, number, &files, Some(size)).await?;
            match self.command(case_id, &command).await {
                Ok(()) => return Ok(Some(PaperFiles { size: Some(size), ..files })),
                // Somebody acted meanwhile, or took it in the same moment.
                Err(StoreError::Refused(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(ExportError::Restless)
    }

    /// Of `procedure` up to this size.
    async fn make_paper(
        &self,
        case: &Case,
        paper: PaperKind,
        number: u16,
        size: u64,
    ) -> Result<PaperFiles, ExportError> {
        let store = &self.0.store;
        let filed = case.procedure.filed.as_ref().ok_or(StoreError::NotFound)?;
        let language: Language = filed.language;
        let called = called_for(&case.procedure, paper, number);
        let issued_at = called.map_or_else(|| store.now(), |(_, at)| at);
        let root = store.root_at(case.id, Channel::Procedure, size).await?;
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
        Ok(PaperFiles { pdf, json, size: None })
    }
}
