//! The papers of procedure: the final term of a mediation (Lei 13.140/2015,
//! art. 20), certificates, the procedural record, the cover and the payment
//! record of an enforcement packet. They differ only in words, so they are one
//! document.

use serde::Serialize;

use crate::agreement::{PaperLanguage, PaperParty, Signer};
use crate::labels::{LabelledValue, ProceduralLabels};
use crate::typesetter::{Template, TypesetJob, typeset};
use crate::{Attachment, PaperError};

/// With more columns a page no longer shows words, only their letters.
const COLUMNS_MAX: usize = 8;

/// The content of a paper of procedure, in the order of the page.
#[derive(Debug, Clone, Serialize)]
pub struct ProceduralPaper {
    pub language: PaperLanguage,
    pub labels: ProceduralLabels,
    /// The mediation centre, in the head of every page.
    pub operator: String,
    pub reference: String,
    pub case_id: String,
    /// "Certidão de encerramento sem acordo".
    pub title: String,
    /// Printed below the title: a state, or the article that asks for this paper.
    pub subtitle: Option<String>,
    /// A text in the document's language.
    pub issued_at: String,
    /// What is said before the parties are named.
    pub opening: Vec<Block>,
    pub parties: Vec<PaperParty>,
    /// Who mediated: no party, under a heading of its own.
    pub mediation: Vec<PaperParty>,
    pub sections: Vec<Section>,
    pub attestation: Option<Attestation>,
    /// Values that a reader compares letter by letter. The first one also
    /// is in the foot of every page; one with line breaks keeps them.
    pub hashes: Vec<LabelledValue>,
    #[serde(skip)]
    pub attachment: Option<Attachment>,
    /// Names this paper among all, such as `certificate/<case>/1`; two papers
    /// that say different things need different ones.
    #[serde(skip)]
    pub ident: String,
    /// The date in the PDF's metadata.
    #[serde(skip)]
    pub timestamp: jiff::Timestamp,
}

/// A numbered part under its own heading.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    pub title: String,
    pub blocks: Vec<Block>,
}

/// One thing that a section says.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", content = "content", rename_all = "snake_case")]
pub enum Block {
    Paragraph(String),
    /// Labels beside what they name.
    Facts(Vec<LabelledValue>),
    /// Its header is repeated on every page that it reaches.
    Table(Table),
    /// A paragraph that must not be overlooked.
    Notice(String),
    /// A signed note or another code, with its line breaks.
    Verbatim(String),
}

/// The page measures what the cells say and divides its width accordingly.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    pub columns: Vec<TableColumn>,
    /// Every row has a cell, maybe an empty one, for every column. What comes
    /// after a cell's first line is set small, as a remark on it.
    pub rows: Vec<Vec<String>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct TableColumn {
    pub title: String,
    /// Numbers and amounts are aligned to the right.
    pub figures: bool,
}

/// Where and when somebody vouches for the paper, below its last section.
#[derive(Debug, Clone, Serialize)]
pub struct Attestation {
    /// "São Paulo, 21 de novembro de 2026."
    pub dated: String,
    pub by: Vec<Signer>,
}

/// Typesets a paper of procedure as PDF/A-3a and PDF/UA-1.
///
/// The same input gives the same bytes. Characters that no embedded font has
/// are printed as their code point, as in [`agreement_pdf`].
///
/// [`agreement_pdf`]: crate::agreement_pdf
///
/// # Errors
/// When a table has no column, more than eight, or a row of another length;
/// when the timestamp is outside the years of a PDF date; or when typst refuses
/// the document, which no text in `paper` should be able to cause.
pub fn procedural_pdf(paper: &ProceduralPaper) -> Result<Vec<u8>, PaperError> {
    let sections = paper.sections.iter().map(|section| &section.blocks);
    for block in sections.chain([&paper.opening]).flatten() {
        if let Block::Table(table) = block {
            table.is_even()?;
        }
    }
    typeset(&TypesetJob {
        template: Template::Procedural,
        data: serde_json::to_value(paper)?,
        attachments: paper.attachment.iter().collect(),
        ident: format!("acordo/{}", paper.ident),
        timestamp: paper.timestamp,
    })
}

impl Table {
    /// A missing cell would move all later ones into a neighbour's column, and
    /// the paper would say something false.
    fn is_even(&self) -> Result<(), PaperError> {
        let columns = self.columns.len();
        if !(1..=COLUMNS_MAX).contains(&columns) {
            return Err(PaperError::Columns(columns));
        }
        match self.rows.iter().find(|row| row.len() != columns) {
            Some(row) => Err(PaperError::Cells { cells: row.len(), columns }),
            None => Ok(()),
        }
    }
}
