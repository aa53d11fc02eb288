//! The record as one ZIP, from the store and the evidence files (record.md, "Bundle"). It is written into a file that
//! has no name, on a thread of its own: whatever happens to the request, nothing stays behind.

use crate::evidence::EvidenceFiles;
use crate::export::turns::{DownloadPlace, ExportTurn};
use crate::export::{ExportError, Exporter};
use crate::places::NoPlace;
use crate::store::{StoredDocument, altered};
use crate::texts::Language;
use acordo_domain::case::event::Fact;
use acordo_domain::case::state::{Case, Concluded, Talk};
use acordo_domain::id::{CaseId, EvidenceId, UserId};
use acordo_domain::seat::{Channel, Side};
use acordo_record::bundle::{
    self, AgreementFiles, BUNDLE_BYTES_MAX, BundleInput, BundleParty, ChannelInput, CheckpointInput, EventInput,
    FileSource, OpenedPart, Profile, Taker, WithheldReason,
};
use acordo_record::{Hash, Inquiry, Time, Vkey, hash_from_base64, hex};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom};
use tokio::runtime::Handle;

/// What is asked for. The caller has checked the reader's rights.
#[derive(Debug, Clone, Copy)]
pub struct BundleWanted {
    pub case: CaseId,
    pub profile: Profile,
    /// A caucus goes alone: its channel is named.
    pub caucus: Option<Channel>,
    /// Of several agreements the one that is taken; the last if nothing is said.
    pub agreement: Option<u32>,
    pub taker: Taker,
    pub reader: Language,
}

/// A file that is ready to be sent, and the name that it is saved under. It has no name on the disk.
#[derive(Debug)]
pub struct ExportFile {
    pub name: String,
    pub size: u64,
    pub file: File,
    /// Held until the file is sent.
    pub place: DownloadPlace,
}

struct AgreementDocuments {
    json: Vec<u8>,
    shown: Vec<u8>,
    sealed: Vec<u8>,
}

/// Evidence on the disk, by the digest of the copy that others see.
struct EvidenceOnDisk {
    files: EvidenceFiles,
    case: CaseId,
    ids: BTreeMap<Hash, Vec<EvidenceId>>,
}

impl FileSource for EvidenceOnDisk {
    fn open(&self, sha256: &Hash) -> io::Result<Option<Box<dyn Read + '_>>> {
        for id in self.ids.get(sha256).into_iter().flatten() {
            if let Some(file) = self.files.open_unchecked(self.case, *id, sha256)? {
                return Ok(Some(Box::new(file)));
            }
        }
        Ok(None)
    }
}

impl Exporter {
    /// Room for one export of this person.
    ///
    /// # Errors
    /// Where the person, or all people together, have as many under way as there may be.
    pub fn turn(&self, person: UserId) -> Result<ExportTurn, ExportError> {
        self.0.turns.take(person).map_err(|none| match none {
            NoPlace::OfEach => ExportError::TooMany,
            NoPlace::OfAll => ExportError::Full,
        })
    }

    /// Writes a bundle of the case as it is now.
    pub async fn bundle(&self, wanted: BundleWanted, turn: ExportTurn) -> Result<ExportFile, ExportError> {
        self.made(turn, async move |exporter, file| exporter.bundle_into(wanted, file).await).await
    }

    /// Makes a file off the reactor's threads, which serve everybody. Who goes away meanwhile stops nothing that is
    /// under way; what is made then is dropped, and with it its place.
    pub(super) async fn made<F>(&self, turn: ExportTurn, work: F) -> Result<ExportFile, ExportError>
    where
        F: AsyncFnOnce(&Self, File) -> Result<(String, File), ExportError> + Send + 'static,
    {
        let permit = self.0.turns.to_make().await;
        let (exporter, runtime) = (self.clone(), Handle::current());
        let made = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let file = exporter.new_file()?;
            let (name, mut file) = runtime.block_on(work(&exporter, file))?;
            let size = file.seek(SeekFrom::End(0))?;
            Ok(ExportFile { name, size, file, place: turn.into_download() })
        });
        made.await.map_err(|error| ExportError::Bundle(error.to_string()))?
    }

    /// A file without a name, in the folder for exports.
    pub(super) fn new_file(&self) -> io::Result<File> {
        tempfile::tempfile_in(&self.0.place.folder)
    }

    /// The name of the bundle, and the file with it.
    pub(super) async fn bundle_into(&self, wanted: BundleWanted, file: File) -> Result<(String, File), ExportError> {
        let BundleWanted { case: case_id, profile, caucus, agreement, taker, reader } = wanted;
        let store = &self.0.store;
        let case = store.case(case_id).await?;
        let filed = case.procedure.filed.as_ref().ok_or(crate::store::StoreError::NotFound)?;
        let shown = match (profile, caucus) {
            (Profile::Caucus, Some(caucus)) => vec![caucus],
            (Profile::Joint, _) => vec![Channel::Procedure, Channel::Joint],
            (Profile::Agreement | Profile::Procedural | Profile::Caucus, _) => vec![Channel::Procedure],
        };
        let mut evidence = EvidenceOnDisk { files: self.0.files.clone(), case: case_id, ids: BTreeMap::new() };
        let mut channels = Vec::new();
        for channel in shown {
            channels.push(match taker {
                Taker::Register => self.agreement_alone(case_id, agreement).await?,
                _ => self.channel(case_id, channel).await?,
            });
            if channel != Channel::Procedure {
                // The channel was read first: what it names is in a case that is not older.
                evidence.take(store.case(case_id).await?.talk(channel));
            }
        }
        // A caucus has no agreement in it.
        let files = if profile == Profile::Caucus { None } else { self.agreement_files(&case, agreement).await? };
        let language = filed.language.tag();
        let reference = filed.reference.to_string();
        let log_keys: Vec<Vkey> = self.0.keys.logs(store.log_key().instance()).cloned().collect();
        let readme = self.readme(&case, profile, reader).await?;
        let input = BundleInput {
            profile,
            case: &case_id.to_string(),
            reference: &reference,
            language,
            exported_at: time(store.now())?,
            taker,
            parties: parties(&case, profile),
            readme: &readme,
            log_keys: &log_keys,
            seal_certificates: &[],
            channels: &channels,
            agreement: files.as_ref().map(|files| AgreementFiles {
                json: &files.json,
                shown_pdf: &files.shown,
                final_pdf: &files.sealed,
            }),
            version: agreement.map(u64::from),
            evidence: &evidence,
            bytes_max: BUNDLE_BYTES_MAX,
        };
        let (out, left_out) = bundle::write(&input, store.log_key(), BufWriter::new(file))?;
        let mut file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        for lost in left_out.iter().filter(|left_out| left_out.reason == WithheldReason::Lost) {
            metrics::counter!("acordo_record_altered_total").increment(1);
            let (channel, seq, digest) = (&lost.channel, lost.seq, hex(&lost.sha256));
            tracing::error!(case = %case_id, channel, seq, file = digest, "an evidence file is gone or was changed: an export went without it");
        }
        self.verified(&mut file)?;
        Ok((bundle::file_name(&reference, profile), file))
    }

    /// A bundle that this house would not call valid itself does not leave it.
    fn verified(&self, file: &mut File) -> Result<(), ExportError> {
        let report = acordo_record::verify_from(file, &Inquiry::of(&self.0.keys))?;
        if report.valid {
            return Ok(());
        }
        let broken = report.failures.iter().map(|failure| format!("{} {}", failure.code.as_str(), failure.place));
        Err(ExportError::Bundle(format!("it would not be valid: {}", broken.collect::<Vec<_>>().join(", "))))
    }

    /// What proves a conclusion inside its document: the checkpoint over it, and its line with the path to it.
    pub(super) async fn conclusion(&self, case_id: CaseId, version: u32) -> Result<(String, Vec<u8>), ExportError> {
        // Its size is the number of the conclusion: each file of the agreement shows the root at it.
        let note = self.0.store.kept_checkpoint(case_id, version).await?;
        let procedure = self.channel_at(case_id, Channel::Procedure, note.clone()).await?;
        let line = bundle::line_alone(&procedure.events, procedure.events.len() as u64)?;
        Ok((note, line))
    }

    async fn channel(&self, case_id: CaseId, channel: Channel) -> Result<ChannelInput, ExportError> {
        // The head first: an event appended in between stays out of this bundle.
        let note = self.0.store.sign_checkpoint(case_id, channel).await?;
        self.channel_at(case_id, channel, note).await
    }

    /// `procedure` up to the last event that a bundle of this agreement shows: whoever has the register alone is not told
    /// how the case went on.
    async fn agreement_alone(&self, case_id: CaseId, version: Option<u32>) -> Result<ChannelInput, ExportError> {
        let (store, channel) = (&self.0.store, Channel::Procedure);
        let whole = self.channel(case_id, channel).await?;
        let end = bundle::agreement_end(&whole.events, version.map(u64::from))?;
        let note = store.sign_checkpoint_at(case_id, channel, end).await?;
        self.channel_at(case_id, channel, note).await
    }

    async fn channel_at(&self, case_id: CaseId, channel: Channel, note: String) -> Result<ChannelInput, ExportError> {
        let store = &self.0.store;
        let size = signed_size(&note).ok_or_else(|| ExportError::Bundle(format!("the checkpoint of {channel}")))?;
        let lines = store.record_lines(case_id, channel).await?;
        let events = lines.into_iter().take_while(|line| line.seq <= size).map(|line| EventInput {
            header: line.header,
            parts: line
                .parts
                .into_iter()
                .map(|(name, part)| OpenedPart { name, salt: part.salt, bytes: part.bytes })
                .collect(),
        });
        let events = events.collect();
        let checkpoints = vec![CheckpointInput { size, note, proof: None }];
        Ok(ChannelInput { channel: channel.to_string(), events, checkpoints })
    }

    /// Of the version that is named, else of the one that was sealed last.
    async fn agreement_files(
        &self,
        case: &Case,
        version: Option<u32>,
    ) -> Result<Option<AgreementDocuments>, ExportError> {
        let wanted = |concluded: &&Concluded| version.is_none_or(|version| concluded.version == version);
        let mut agreements = case.procedure.agreements().rev().filter(wanted);
        let sealed = agreements.find_map(|concluded| Some((concluded, concluded.sealed_pdf_hash.as_ref()?)));
        let Some((concluded, sealed_hash)) = sealed else { return Ok(None) };
        let version = concluded.version;
        Ok(Some(AgreementDocuments {
            json: self.json(case.id, version, &concluded.document_hash).await?,
            shown: self.document(case.id, version, StoredDocument::Shown, &concluded.pdf_hash).await?,
            sealed: self.document(case.id, version, StoredDocument::Final, sealed_hash).await?,
        }))
    }

    /// The hashes of what was drafted under this version: of `agreement.json`, and of the PDF as it was shown to those
    /// who signed or could have signed it. None where there was none.
    pub async fn drafted(&self, case_id: CaseId, version: u32) -> Result<Option<(String, String)>, ExportError> {
        let joint = self.0.store.whole_channel(case_id, Channel::Joint).await?;
        Ok(joint.iter().rev().find_map(|recorded| match &recorded.event.fact {
            Some(Fact::AgreementDrafted { version: drafted, document_hash, pdf_hash, .. }) if *drafted == version => {
                Some((document_hash.clone(), pdf_hash.clone()))
            }
            _ => None,
        }))
    }

    /// A stored document by the hash that the record names. Where there is none, somebody took it away, or put another
    /// with its own hash in its place.
    pub async fn document(
        &self,
        case_id: CaseId,
        version: u32,
        which: StoredDocument,
        hash: &str,
    ) -> Result<Vec<u8>, ExportError> {
        let missing =
            || altered(format!("the record names a document {which:?} of version {version} that is not there"));
        let digest = hash_from_base64(hash).ok_or_else(missing)?;
        Ok(self.0.store.documents().get(case_id, version, which, digest).await?.ok_or_else(missing)?)
    }
}

impl EvidenceOnDisk {
    /// The copies that others see, never the originals.
    fn take(&mut self, talk: &Talk) {
        for (id, part) in talk.evidence.iter().filter_map(|(id, exhibit)| Some((*id, exhibit.part.as_ref()?))) {
            if let Some(digest) = hash_from_base64(&part.sha256) {
                self.ids.entry(digest).or_default().push(id);
            }
        }
    }
}

/// Legal names and identifiers are in `joint` and in the agreement; without them the names are those of `procedure`.
fn parties(case: &Case, profile: Profile) -> Vec<BundleParty> {
    let known = |side: Side| {
        case.procedure.filed.as_ref().map(|filed| match side {
            Side::Consumer => filed.consumer.name.clone(),
            Side::Company => filed.company_name.clone(),
        })
    };
    Side::BOTH
        .into_iter()
        .map(|side| {
            if matches!(profile, Profile::Procedural | Profile::Caucus) {
                return BundleParty { identifier: None, name: known(side), seat: side.name().to_owned() };
            }
            let party = case.joint().parties.get(side).as_ref();
            BundleParty {
                identifier: party.and_then(|party| party.identifier.clone()),
                name: party.map(|party| party.name.clone()),
                seat: side.name().to_owned(),
            }
        })
        .collect()
}

/// The second line of a checkpoint.
fn signed_size(note: &str) -> Option<u64> {
    note.lines().nth(1)?.parse().ok()
}

fn time(at: acordo_domain::moment::Moment) -> Result<Time, ExportError> {
    Time::parse(&at.to_string()).map_err(|error| ExportError::Bundle(error.to_string()))
}
