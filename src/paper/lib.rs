//! Agreements and the papers of procedure as PDF/A-3a and PDF/UA-1, typeset by typst.
//!
//! A paper is a pure function of finished strings: this package knows no
//! language, no database and no clock, and gives the same bytes for the same
//! input. Parties write much of what it prints, so nothing that comes in is
//! ever read as markup.

mod agreement;
mod labels;
mod literal;
mod procedural;
mod typesetter;
mod volume;

pub use agreement::{AgreementPaper, ObligationLine, PaperLanguage, PaperParty, SignatureLine, Signer, agreement_pdf};
pub use labels::{LabelledValue, Labels, ProceduralLabels};
pub use procedural::{Attestation, Block, ProceduralPaper, Section, Table, TableColumn, procedural_pdf};
pub use typesetter::{Attachment, printed};
pub use volume::{Volume, VolumePart, page_count, volume_pdf};

/// Why a paper could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    #[error("`{0}` is not a language tag such as `pt-BR` or `es`")]
    Language(String),
    #[error("the time of the document is outside the years 0 to 9999")]
    Time,
    #[error("a table has {0} columns, and a page shows one to eight")]
    Columns(usize),
    #[error("a row of {cells} cells stands in a table of {columns} columns")]
    Cells { cells: usize, columns: usize },
    #[error("the document's data could not be written as JSON: {0}")]
    Data(#[from] serde_json::Error),
    #[error("a finished document is no PDF that can be read, or there are too many")]
    Part,
    #[error("the document could not be typeset: {0}")]
    Typeset(String),
}
