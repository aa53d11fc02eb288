//! Typst as a library: the templates, the embedded fonts, and a world in which
//! nothing else exists.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::PaperError;
use crate::literal::{self, Alphabet, clean};

/// A file inside the PDF: the data that the page shows, for machines, or what proves it.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// A plain file name, such as `certificate.json`.
    pub file_name: String,
    pub media_type: &'static str,
    /// For the list of attachments.
    pub description: String,
    /// Attached byte by byte.
    pub bytes: Vec<u8>,
}

/// As many files as one document carries.
pub(crate) const ATTACHMENTS_MAX: usize = 4;

/// A document that this package knows how to lay out. Those of a volume are its parts, to be shown and not attached.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Template {
    Agreement,
    Procedural,
    Volume,
}

/// One document to typeset.
#[derive(Debug)]
pub(crate) struct TypesetJob<'a> {
    pub template: Template,
    /// What the template reads; an object.
    pub data: Value,
    /// At most [`ATTACHMENTS_MAX`].
    pub attachments: Vec<&'a Attachment>,
    /// Names the document among all; becomes the PDF's identifier.
    pub ident: String,
    pub timestamp: jiff::Timestamp,
}

/// What every render shares. Virtual paths are interned for ever by typst, so
/// these are all there will ever be.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    faces: Vec<Font>,
    sheet: Source,
    agreement: Source,
    procedural: Source,
    volume: Source,
    data: FileId,
    attachments: [FileId; ATTACHMENTS_MAX],
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let faces: Vec<Font> = typst_assets::fonts().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
    Press {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&faces)),
        faces,
        sheet: Source::new(path("/sheet.typ"), include_str!("templates/sheet.typ").into()),
        agreement: Source::new(path("/agreement.typ"), include_str!("templates/agreement.typ").into()),
        procedural: Source::new(path("/procedural.typ"), include_str!("templates/procedural.typ").into()),
        volume: Source::new(path("/volume.typ"), include_str!("templates/volume.typ").into()),
        data: path("/case.json"),
        attachments: ["/attachment-1", "/attachment-2", "/attachment-3", "/attachment-4"].map(path),
    }
});

#[allow(clippy::expect_used, reason = "the paths are the constants above")]
fn path(path: &'static str) -> FileId {
    let path = VirtualPath::new(path).expect("a constant path is well formed");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Every character beyond ASCII that is printed as itself, since some embedded font has it.
pub fn printed() -> BTreeSet<char> {
    let covered = PRESS.faces.iter().flat_map(|face| face.info().coverage.iter());
    covered.filter_map(char::from_u32).filter(|c| !c.is_ascii() && !literal::is_written_out(*c)).collect()
}

/// The embedded fonts, the text font first.
#[cfg(test)]
pub(crate) fn faces() -> &'static [Font] {
    &PRESS.faces
}

/// The world of one render.
struct Desk {
    press: &'static Press,
    main: FileId,
    data: Bytes,
    attachments: Vec<Bytes>,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.press.sheet, &self.press.agreement, &self.press.procedural, &self.press.volume]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.data {
            return Ok(self.data.clone());
        }
        let place = self.press.attachments.iter().position(|attachment| *attachment == id);
        place.and_then(|place| self.attachments.get(place)).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.faces.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Forgets what typst remembered of a render, also after a failed one: its
/// cache would grow without end and keep what parties wrote.
struct Forget;

impl Drop for Forget {
    fn drop(&mut self) {
        comemo::evict(0);
    }
}

/// Typesets one document. Some characters have a glyph but no way into PDF/A:
/// a letter whose bold is missing, a mark that its font cannot place. Then more
/// of them are written as code points rather than the document refused.
pub(crate) fn typeset(job: &TypesetJob<'_>) -> Result<Vec<u8>, PaperError> {
    typeset_in(job, Alphabet::EveryFont)
        .or_else(|_| typeset_in(job, Alphabet::TextFont))
        .or_else(|_| typeset_in(job, Alphabet::PlainLetters))
}

fn typeset_in(job: &TypesetJob<'_>, alphabet: Alphabet) -> Result<Vec<u8>, PaperError> {
    let press = &*PRESS;
    let mut data = job.data.clone();
    let substituted = clean(&mut data, alphabet, &press.faces);
    if let Some(object) = data.as_object_mut() {
        object.insert("substituted".into(), substituted.into());
        let attached = job.attachments.iter().take(ATTACHMENTS_MAX).zip(1..).map(|(attachment, number)| {
            serde_json::json!({
                "name": attachment.file_name,
                "path": format!("/attachment-{number}"),
                "media_type": attachment.media_type,
                "description": attachment.description,
            })
        });
        object.insert("attached".into(), attached.collect());
    }
    // Pages of finished documents cannot be part of an archived one.
    let standards: &[PdfStandard] = match job.template {
        Template::Agreement | Template::Procedural => &[PdfStandard::A_3a, PdfStandard::Ua_1],
        Template::Volume => &[PdfStandard::V_1_7],
    };
    let options = PdfOptions {
        ident: Smart::Custom(job.ident.clone()),
        creator: Smart::Custom(Some("acordo".into())),
        timestamp: Some(pdf_time(job.timestamp)?),
        standards: PdfStandards::new(standards).map_err(|error| PaperError::Typeset(error.message().to_string()))?,
        ..PdfOptions::default()
    };
    let desk = Desk {
        press,
        main: match job.template {
            Template::Agreement => press.agreement.id(),
            Template::Procedural => press.procedural.id(),
            Template::Volume => press.volume.id(),
        },
        data: Bytes::new(serde_json::to_vec(&data)?),
        attachments: job.attachments.iter().map(|attachment| Bytes::new(attachment.bytes.clone())).collect(),
    };
    let _forget = Forget;
    let document = typst::compile::<PagedDocument>(&desk).output.map_err(refused)?;
    typst_pdf::pdf(&document, &options).map_err(refused)
}

fn pdf_time(time: jiff::Timestamp) -> Result<Timestamp, PaperError> {
    let civil = time.to_zoned_datetime(jiff::tz::TimeZone::UTC).datetime();
    let part = |number: i8| u8::try_from(number).map_err(|_| PaperError::Time);
    if civil.year() < 0 {
        return Err(PaperError::Time);
    }
    Datetime::from_ymd_hms(
        i32::from(civil.year()),
        part(civil.month())?,
        part(civil.day())?,
        part(civil.hour())?,
        part(civil.minute())?,
        part(civil.second())?,
    )
    .map(Timestamp::new_utc)
    .ok_or(PaperError::Time)
}

fn refused(errors: impl IntoIterator<Item = SourceDiagnostic>) -> PaperError {
    let messages: Vec<String> = errors.into_iter().map(|error| error.message.to_string()).collect();
    PaperError::Typeset(messages.join("; "))
}
