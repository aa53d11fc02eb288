//! An agreement as one PDF for courts that take no other file: what it holds, the agreement, the record of the procedure,
//! the list of files, with numbers that go through and bookmarks.

use crate::export::turns::ExportTurn;
use crate::export::{ExportError, Exporter};
use crate::store::{StoreError, StoredDocument};
use crate::texts::{self, Language, Value};
use acordo_domain::case::command::{EvidencePart, PaperKind};
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use acordo_domain::law::PaperName;
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Channel, Voice};
use acordo_paper::{
    Block, LabelledValue, ProceduralLabels, ProceduralPaper, Section, Table, TableColumn, Volume, VolumePart,
};
use acordo_record::{hash_from_base64, hex};
use std::collections::BTreeSet;

/// What is asked for. The caller has checked the reader's rights.
#[derive(Debug, Clone)]
pub struct VolumeWanted {
    pub case: CaseId,
    pub version: u32,
    pub final_pdf_hash: String,
    /// The record of the procedure, by its number.
    pub procedure: u16,
    /// The files that this reader may be told of, by channel and event.
    pub files: BTreeSet<(Channel, u64)>,
    /// May they take the joint room along?
    pub joint: bool,
}

/// A file of the list.
struct ListedFile {
    part: EvidencePart,
    at: Moment,
    by: String,
    seat: Voice,
}

impl Exporter {
    /// Puts the volume together as the case is now; none where there is no record of the procedure under this number.
    pub async fn volume(&self, wanted: VolumeWanted, turn: ExportTurn) -> Result<Option<Vec<u8>>, ExportError> {
        let case = self.0.store.case(wanted.case).await?;
        let agreement =
            self.document(wanted.case, wanted.version, StoredDocument::Final, &wanted.final_pdf_hash).await?;
        let Some(procedure) = self.paper(&case, PaperKind::Procedure, wanted.procedure, None).await? else {
            return Ok(None);
        };
        let files = self.listed_files(&wanted).await?;
        let filed = case.procedure.filed.as_ref().ok_or(StoreError::NotFound)?;
        let writer = VolumeWriter {
            language: filed.language,
            operator: self.house(&case).await?.name,
            reference: filed.reference.to_string(),
            procedure_title: filed.law.pack().paper(PaperName::Procedure, filed.language).to_owned(),
            now: self.0.store.now(),
            case: &case,
            exporter: self,
            joint: wanted.joint,
        };
        let list = writer.list(&files)?;
        let (first, volume) = (writer.cover(wanted.version)?, writer.volume(wanted.version)?);
        let titles = writer.titles(wanted.version);
        // What the cover says depends on how long it is itself, which is one page unless names are very long.
        let cover = move |counts: &[usize]| -> ProceduralPaper {
            let mut paper = first.clone();
            set_pages(&mut paper, counts);
            paper
        };
        let permit = self.0.turns.to_make().await;
        let made = tokio::task::spawn_blocking(move || {
            let _held = (permit, turn);
            let failed = |error: acordo_paper::PaperError| ExportError::Paper(error.to_string());
            let list = acordo_paper::procedural_pdf(&list).map_err(failed)?;
            let rest = [agreement, procedure.pdf, list];
            let mut counts = vec![1];
            for part in &rest {
                counts.push(acordo_paper::page_count(part).map_err(failed)?);
            }
            let mut contents = acordo_paper::procedural_pdf(&cover(&counts)).map_err(failed)?;
            let pages = acordo_paper::page_count(&contents).map_err(failed)?;
            if pages != counts[0] {
                counts[0] = pages;
                contents = acordo_paper::procedural_pdf(&cover(&counts)).map_err(failed)?;
            }
            let parts = titles.into_iter().zip(std::iter::once(contents).chain(rest));
            let parts = parts.map(|(title, pdf)| VolumePart { title, pdf }).collect();
            acordo_paper::volume_pdf(&Volume { parts, ..volume }).map_err(failed)
        });
        made.await.map_err(|error| ExportError::Paper(error.to_string()))?.map(Some)
    }

    async fn listed_files(&self, wanted: &VolumeWanted) -> Result<Vec<ListedFile>, ExportError> {
        let channels: BTreeSet<Channel> = wanted.files.iter().map(|(channel, _)| *channel).collect();
        let mut files = Vec::new();
        for channel in channels {
            for recorded in self.0.store.whole_channel(wanted.case, channel).await? {
                let event = &recorded.event;
                if let Some(part) = event.evidence.clone().filter(|_| wanted.files.contains(&(channel, event.seq))) {
                    let by = event.by.as_ref().map(|by| by.name.clone()).unwrap_or_default();
                    files.push(ListedFile { part, at: event.at, by, seat: event.seat });
                }
            }
        }
        files.sort_by_key(|file| file.at);
        Ok(files)
    }
}

struct VolumeWriter<'a> {
    language: Language,
    operator: String,
    reference: String,
    procedure_title: String,
    now: Moment,
    case: &'a Case,
    exporter: &'a Exporter,
    joint: bool,
}

/// The pages of each part, in the table of the cover: from and to, in the volume's own numbers.
fn set_pages(cover: &mut ProceduralPaper, counts: &[usize]) {
    let tables = cover.sections.iter_mut().flat_map(|section| &mut section.blocks);
    for block in tables {
        let Block::Table(table) = block else { continue };
        let mut first = 1 + counts.first().copied().unwrap_or_default();
        for (row, pages) in table.rows.iter_mut().zip(counts.iter().skip(1)) {
            let last = first + pages - 1;
            row[1] = if last == first { first.to_string() } else { format!("{first}–{last}") };
            first = last + 1;
        }
    }
}

impl VolumeWriter<'_> {
    fn say(&self, key: &str) -> String {
        texts::text(self.language, key, &[])
    }

    fn agreement_title(&self, version: u32) -> String {
        texts::text(self.language, "volume-agreement", &[("version", Value::from(version))])
    }

    fn titles(&self, version: u32) -> [String; 4] {
        [
            self.say("volume-contents"),
            self.agreement_title(version),
            self.procedure_title.clone(),
            self.say("volume-files"),
        ]
    }

    fn volume(&self, version: u32) -> Result<Volume, ExportError> {
        let page_of = texts::text(
            self.language,
            "volume-page-of",
            &[
                ("reference", Value::from(self.reference.as_str())),
                ("page", Value::from("{page}")),
                ("pages", Value::from("{pages}")),
            ],
        );
        Ok(Volume {
            language: self.tag()?,
            title: self.say("volume-title"),
            operator: self.operator.clone(),
            reference: self.reference.clone(),
            page_of,
            parts: Vec::new(),
            ident: format!("volume/{}/{version}/{}", self.case.id, self.now),
            timestamp: self.now.timestamp(),
        })
    }

    fn tag(&self) -> Result<acordo_paper::PaperLanguage, ExportError> {
        self.language.tag().parse().map_err(|_| ExportError::Paper(self.language.tag().to_owned()))
    }

    /// A paper around these sections.
    fn around(
        &self,
        title: String,
        opening: String,
        sections: Vec<Section>,
        name: &str,
    ) -> Result<ProceduralPaper, ExportError> {
        let labels = ProceduralLabels::collect(|key, pairs| {
            let args: Vec<(&str, Value<'_>)> = pairs.iter().map(|(name, mark)| (*name, Value::from(*mark))).collect();
            texts::text(self.language, key, &args)
        });
        Ok(ProceduralPaper {
            language: self.tag()?,
            labels,
            operator: self.operator.clone(),
            reference: self.reference.clone(),
            case_id: self.case.id.to_string(),
            title,
            subtitle: None,
            issued_at: texts::time_long(self.language, self.now, &self.exporter.0.zone),
            opening: vec![Block::Paragraph(opening)],
            parties: Vec::new(),
            mediation: Vec::new(),
            sections,
            attestation: None,
            hashes: Vec::<LabelledValue>::new(),
            attachment: None,
            ident: format!("{name}/{}/{}", self.case.id, self.now),
            timestamp: self.now.timestamp(),
        })
    }

    /// What the volume holds; the pages of each part follow when they are counted.
    fn cover(&self, version: u32) -> Result<ProceduralPaper, ExportError> {
        let [_, agreement, procedure, files] = self.titles(version);
        let row = |title: String| vec![title, String::new()];
        let column = |key: &str, figures| TableColumn { title: self.say(key), figures };
        let table = Table {
            columns: vec![column("volume-column-part", false), column("volume-column-pages", true)],
            rows: [agreement, procedure, files].map(row).to_vec(),
        };
        let section = Section { title: self.say("volume-contents"), blocks: vec![Block::Table(table)] };
        let check = Section {
            title: self.say("volume-check"),
            blocks: vec![Block::Paragraph(texts::text(
                self.language,
                "volume-check-text",
                &[("site", Value::from(self.exporter.0.place.site.as_str()))],
            ))],
        };
        let opening = self.say("volume-opening");
        self.around(self.say("volume-title"), opening, vec![section, check], "volume-cover")
    }

    fn list(&self, files: &[ListedFile]) -> Result<ProceduralPaper, ExportError> {
        let column = |key: &str, figures| TableColumn { title: self.say(key), figures };
        let zone = &self.exporter.0.zone;
        let row = |(number, file): (usize, &ListedFile)| {
            let digest = hash_from_base64(&file.part.sha256).map(|hash| hex(&hash)).unwrap_or_default();
            vec![
                number.to_string(),
                format!("{}\nSHA-256: {digest}", file.part.name),
                texts::day_and_time(self.language, file.at, zone),
                format!("{}\n{}", file.by, self.say(&format!("seat-{}", file.seat.name()))),
            ]
        };
        let mut blocks = Vec::new();
        if files.is_empty() {
            blocks.push(Block::Paragraph(self.say("volume-files-none")));
        } else {
            blocks.push(Block::Table(Table {
                columns: vec![
                    column("volume-column-number", true),
                    column("volume-column-file", false),
                    column("volume-column-at", false),
                    column("volume-column-by", false),
                ],
                rows: (1..).zip(files).map(row).collect(),
            }));
        }
        let left_out = if self.joint { "volume-files-private" } else { "volume-files-joint" };
        blocks.push(Block::Paragraph(self.say(left_out)));
        let section = Section { title: self.say("volume-files"), blocks };
        self.around(self.say("volume-files"), self.say("volume-files-opening"), vec![section], "volume-files")
    }
}
