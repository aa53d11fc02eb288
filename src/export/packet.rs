//! A paper with what proves it, as one ZIP: the paper, the same as data, the record of the procedure, and after a
//! breach the signed agreement.

use crate::export::bundle::{BundleWanted, ExportFile};
use crate::export::turns::ExportTurn;
use crate::export::{ExportError, Exporter, PaperFiles};
use crate::texts::Language;
use acordo_domain::id::CaseId;
use acordo_record::bundle::{Profile, ReadSeek, Taker, pack};
use std::fs::File;
use std::io::{self, BufWriter, Cursor};

/// What is asked for. The caller has checked the reader's rights.
#[derive(Debug, Clone)]
pub struct PacketWanted {
    pub case: CaseId,
    /// Of the paper and of the packet, without ending.
    pub name: String,
    /// The signed agreement that goes along: the one that was broken.
    pub agreement: Option<u32>,
    /// Of the record of the procedure.
    pub taker: Taker,
    pub reader: Language,
}

impl Exporter {
    /// Packs a paper with its records.
    pub async fn packet(
        &self,
        wanted: PacketWanted,
        files: PaperFiles,
        turn: ExportTurn,
    ) -> Result<ExportFile, ExportError> {
        self.made(turn, async move |exporter, file| exporter.packet_into(wanted, files, file).await).await
    }

    async fn packet_into(
        &self,
        wanted: PacketWanted,
        files: PaperFiles,
        file: File,
    ) -> Result<(String, File), ExportError> {
        let PacketWanted { case, name, agreement, taker, reader } = wanted;
        let mut list: Vec<(String, Box<dyn ReadSeek>)> = vec![
            (format!("{name}.pdf"), Box::new(Cursor::new(files.pdf))),
            (format!("{name}.json"), Box::new(Cursor::new(files.json))),
        ];
        let broken = agreement.map(|version| (Profile::Agreement, Taker::Packet, Some(version)));
        for (profile, taker, agreement) in [(Profile::Procedural, taker, None)].into_iter().chain(broken) {
            let wanted = BundleWanted { case, profile, caucus: None, agreement, taker, reader };
            let (name, record) = self.bundle_into(wanted, self.new_file()?).await?;
            list.push((name, Box::new(record)));
        }
        let out = pack(&mut list, BufWriter::new(file))?;
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok((format!("{name}.zip"), file))
    }
}
