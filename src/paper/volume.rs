//! Finished documents in one file, for courts that take one PDF: each page as it was, numbers that go through, a bookmark
//! for each document.
//!
//! What is put together here is a copy to read: the documents stay what they were, and each is checked by itself. Pages of
//! finished documents keep neither their structure nor what is attached to them, so this is no PDF/A.

use crate::agreement::PaperLanguage;
use crate::typesetter::{ATTACHMENTS_MAX, Template, TypesetJob, typeset};
use crate::{Attachment, PaperError};
use hayro_syntax::Pdf;
use serde_json::json;

#[derive(Debug, Clone)]
pub struct Volume {
    pub language: PaperLanguage,
    pub title: String,
    pub operator: String,
    pub reference: String,
    /// On every page, with `{page}` and `{pages}`.
    pub page_of: String,
    /// At most four.
    pub parts: Vec<VolumePart>,
    /// Names this volume among all.
    pub ident: String,
    pub timestamp: jiff::Timestamp,
}

/// A finished document, under the name of its bookmark.
#[derive(Debug, Clone)]
pub struct VolumePart {
    pub title: String,
    pub pdf: Vec<u8>,
}

/// How many pages a finished document has.
///
/// # Errors
/// When it is no PDF that can be read.
pub fn page_count(pdf: &[u8]) -> Result<usize, PaperError> {
    let document = Pdf::new(pdf.to_vec()).map_err(|_| PaperError::Part)?;
    Ok(document.pages().len())
}

/// Puts finished documents together. The same input gives the same bytes.
///
/// # Errors
/// When a part cannot be read, there are more than four, or typst refuses it.
pub fn volume_pdf(volume: &Volume) -> Result<Vec<u8>, PaperError> {
    if volume.parts.len() > ATTACHMENTS_MAX {
        return Err(PaperError::Part);
    }
    let mut parts = Vec::with_capacity(volume.parts.len());
    let mut files = Vec::with_capacity(volume.parts.len());
    for (number, part) in (1..).zip(&volume.parts) {
        let pages = page_count(&part.pdf)?;
        parts.push(json!({ "title": part.title, "path": format!("/attachment-{number}"), "pages": pages }));
        files.push(Attachment {
            file_name: format!("{number}.pdf"),
            media_type: "application/pdf",
            description: String::new(),
            bytes: part.pdf.clone(),
        });
    }
    typeset(&TypesetJob {
        template: Template::Volume,
        data: json!({
            "language": volume.language,
            "title": volume.title,
            "operator": volume.operator,
            "reference": volume.reference,
            "page_of": volume.page_of,
            "parts": parts,
        }),
        attachments: files.iter().collect(),
        ident: format!("acordo/{}", volume.ident),
        timestamp: volume.timestamp,
    })
}
