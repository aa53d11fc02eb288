//! Writes a bundle from a case's channels. The profile decides what goes in:
//! what it does not open is dropped here, whatever was handed in.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek, Write};

use serde::Serialize;

use super::alone::shows;
use super::bag;
use super::input::{BundleError, BundleInput, ChannelInput, CheckpointInput, EventInput, LeftOutFile};
use super::parts::{
    self, BundleLine, BundleParty, BundlePhase, CaseFile, KeysFile, LinePart, Opening, PROCEDURE, Profile, Withheld,
    WithheldPart, WithheldReason, phase_of, stem,
};
use super::zip::{self, Sums};
use crate::canonical::{self, to_canonical};
use crate::forms::{self, AgreementFront, Erasure, RecordedEvidence};
use crate::hash::{Hash, HashText, base64, sha256};
use crate::header::{Header, leaf};
use crate::key::Vkey;
use crate::names::PartName;
use crate::signer::LogKey;
use crate::time::Time;
use crate::tree;

/// The name under which a bundle is saved: its folder's name and `.zip`.
pub fn file_name(reference: &str, profile: Profile) -> String {
    format!("{}.zip", folder(reference, profile))
}

pub(crate) fn folder(reference: &str, profile: Profile) -> String {
    format!("acordo-{reference}-{}", profile.as_str())
}

/// Writes the bundle, signed by the log key, and tells which evidence is not in it. After an error the output is no
/// bundle.
///
/// # Errors
/// When something that no bundle goes without is not there, or the output cannot be written.
pub fn write<W: Write>(input: &BundleInput<'_>, key: &LogKey, out: W) -> Result<(W, Vec<LeftOutFile>), BundleError> {
    let mut bundle = BundleBuilder {
        input,
        folder: folder(input.reference, input.profile),
        files: BTreeMap::new(),
        withheld: BTreeMap::new(),
        named: Vec::new(),
        left_out: Vec::new(),
        sealed: false,
        exported_at: input.exported_at,
    };
    bundle.channels()?;
    bundle.agreement()?;
    let keys = bundle.keys();
    bundle.document(parts::KEYS_FILE, &keys)?;
    bundle.add(parts::README, input.readme.as_bytes().to_vec());
    bundle.evidence()?;
    bundle.summary(key.instance())?;
    bundle.close(key, out)
}

/// What the small files that are written last take at most: the summary, the tag files, the end of the ZIP.
const LAST_FILES_BYTES: u64 = 64 * 1024;
const LAST_FILES: usize = 8;

/// A file that goes into the ZIP.
enum Packed {
    Bytes(Vec<u8>),
    /// Evidence is read again when it is written.
    Evidence(Sums),
}

impl Packed {
    fn size(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Evidence(sums) => sums.size,
        }
    }

    fn sha256(&self) -> Hash {
        match self {
            Self::Bytes(bytes) => sha256(bytes),
            Self::Evidence(sums) => sums.sha256,
        }
    }
}

/// A line that names an evidence file.
struct NamedFile {
    channel: String,
    seq: u64,
    sha256: Hash,
    size: u64,
    path: String,
}

struct BundleBuilder<'a> {
    input: &'a BundleInput<'a>,
    folder: String,
    files: BTreeMap<String, Packed>,
    withheld: BTreeMap<(String, WithheldPart, WithheldReason), u64>,
    /// In the order of the lines.
    named: Vec<NamedFile>,
    left_out: Vec<LeftOutFile>,
    sealed: bool,
    /// The server's clock, or the last event's time where that is later: the
    /// clock may have gone back since.
    exported_at: Time,
}

impl BundleBuilder<'_> {
    fn channels(&mut self) -> Result<(), BundleError> {
        let profile = self.input.profile;
        for channel in self.input.channels {
            let shows = |e: &EventInput| Header::parse(&e.header).is_ok_and(|h| self.shows(&h, e));
            if profile.has_channel(&channel.channel) && channel.events.iter().any(shows) {
                self.channel(channel)?;
            }
        }
        if self.files.is_empty() { Err(BundleError::NoEvents) } else { Ok(()) }
    }

    fn shows(&self, header: &Header, event: &EventInput) -> bool {
        shows(self.input.profile, self.input.version, header, event)
    }

    fn channel(&mut self, channel: &ChannelInput) -> Result<(), BundleError> {
        let profile = self.input.profile;
        let headers = channel.events.iter().map(|e| Header::parse(&e.header)).collect::<Result<Vec<_>, _>>()?;
        let leaves: Vec<Hash> = channel.events.iter().map(|e| leaf(&e.header)).collect();
        let erased = erased(&headers, &channel.events)?;
        let shown = headers.iter().zip(&channel.events).filter(|(h, e)| self.shows(h, e));
        let lines: Vec<u64> = shown.map(|(h, _)| h.seq).collect();
        let shown = shown_checkpoints(profile, channel, &lines)
            .ok_or_else(|| BundleError::NoHeadCheckpoint(channel.channel.clone()))?;
        let mut lines = Vec::new();
        for (i, (header, event)) in headers.iter().zip(&channel.events).enumerate() {
            if !self.shows(header, event) {
                continue;
            }
            let over = shown.iter().map(|checkpoint| checkpoint.size as usize).find(|size| *size > i);
            let proof = over
                .filter(|_| profile == Profile::Agreement)
                .and_then(|size| tree::inclusion_path(&leaves[..size], i));
            self.exported_at = self.exported_at.max(header.at);
            let line = self.line(header, event, &erased, proof)?;
            if line.len() >= parts::LINE_MAX {
                return Err(BundleError::LineTooLong(channel.channel.clone(), header.seq));
            }
            lines.extend_from_slice(&line);
            lines.push(b'\n');
        }
        let stem = stem(&channel.channel);
        self.add(&parts::record_path(&stem), lines);
        for checkpoint in &shown {
            let size = checkpoint.size;
            self.add(&parts::checkpoint_path(&stem, size), checkpoint.note.clone().into_bytes());
            if let Some(proof) = &checkpoint.proof {
                self.add(&parts::proof_path(&stem, size, 0), proof.clone().into_bytes());
            }
        }
        if profile == Profile::Agreement {
            for (from, to) in shown.iter().zip(shown.iter().skip(1)) {
                let path = tree::consistency_path(&leaves[..to.size as usize], from.size as usize).unwrap_or_default();
                let text: String = path.iter().map(|hash| base64(hash) + "\n").collect();
                self.add(&parts::consistency_path(&stem, from.size, to.size), text.into_bytes());
            }
        }
        Ok(())
    }

    fn line(
        &mut self,
        header: &Header,
        event: &EventInput,
        erased: &BTreeSet<(u64, PartName)>,
        proof: Option<Vec<Hash>>,
    ) -> Result<Vec<u8>, BundleError> {
        let mut opened = BTreeMap::new();
        for part in &event.parts {
            // Between an erasure's commit and the last deletion a part may
            // still be found: the erasure wins.
            let gone = erased.contains(&(header.seq, part.name));
            if self.input.profile.opening(part.name, self.input.taker) == Opening::Closed || gone {
                continue;
            }
            if part.name == PartName::Evidence {
                let evidence: RecordedEvidence = canonical::exact(&part.bytes)?;
                let ending = forms::evidence_ending(&evidence.media_type)
                    .ok_or_else(|| BundleError::MediaType(evidence.media_type.clone()))?;
                self.named.push(NamedFile {
                    channel: header.channel.clone(),
                    seq: header.seq,
                    sha256: evidence.sha256.0,
                    size: evidence.size,
                    path: parts::evidence_path(&evidence.sha256.0, ending),
                });
            }
            self.sealed |= header.kind == "agreement_sealed" && part.name == PartName::Content;
            opened.insert(part.name, LinePart { bytes: base64(&part.bytes), salt: HashText(part.salt.0) });
        }
        for name in header.parts.keys().filter(|n| !opened.contains_key(n) && !erased.contains(&(header.seq, **n))) {
            self.withhold(&header.channel, WithheldPart::Part(*name), WithheldReason::Profile);
        }
        let proof = proof.map(|path| path.into_iter().map(HashText).collect());
        Ok(to_canonical(&BundleLine { header: base64(&event.header), parts: opened, proof })?)
    }

    fn agreement(&mut self) -> Result<(), BundleError> {
        if self.sealed {
            let files = self.input.agreement.ok_or(BundleError::NoAgreementFiles)?;
            self.add(parts::AGREEMENT, files.json.to_vec());
            self.add(parts::AGREEMENT_SHOWN, files.shown_pdf.to_vec());
            self.add(parts::AGREEMENT_FINAL, files.final_pdf.to_vec());
        }
        Ok(())
    }

    /// Each file that a line names, in the order of the lines, as far as they fit and are what the line says.
    fn evidence(&mut self) -> Result<(), BundleError> {
        let mut decided: BTreeMap<String, Option<WithheldReason>> = BTreeMap::new();
        let mut taken: u64 = self.files.iter().map(|(path, file)| self.takes(path, file.size())).sum();
        for named in std::mem::take(&mut self.named) {
            let reason = match decided.get(&named.path) {
                Some(reason) => *reason,
                None => {
                    let with_it = taken.saturating_add(self.takes(&named.path, named.size));
                    let room = self.input.bytes_max.saturating_sub(LAST_FILES_BYTES);
                    let reason = if with_it > room || self.files.len() + LAST_FILES > zip::ENTRIES_MAX {
                        Some(WithheldReason::TooLarge)
                    } else if let Some(sums) = self.sums(&named)? {
                        taken = with_it;
                        self.files.insert(named.path.clone(), Packed::Evidence(sums));
                        None
                    } else {
                        Some(WithheldReason::Lost)
                    };
                    decided.insert(named.path, reason);
                    reason
                }
            };
            if let Some(reason) = reason {
                self.withhold(&named.channel, WithheldPart::EvidenceFile, reason);
                let (channel, seq, sha256) = (named.channel, named.seq, named.sha256);
                self.left_out.push(LeftOutFile { channel, seq, sha256, reason });
            }
        }
        Ok(())
    }

    /// What a file takes in the ZIP and in the manifest.
    fn takes(&self, path: &str, size: u64) -> u64 {
        let name = (self.folder.len() + 1 + path.len()) as u64;
        let line = 2 * std::mem::size_of::<Hash>() as u64 + 3 + path.len() as u64;
        zip::ENTRY_LENGTH + 2 * name + line + size
    }

    /// `None` where the file is not there, cannot be read, or is not what the line names.
    fn sums(&self, named: &NamedFile) -> Result<Option<Sums>, BundleError> {
        let Some(mut file) = self.input.evidence.open(&named.sha256)? else { return Ok(None) };
        let sums = Sums::of(&mut file, |_| Ok(())).ok();
        Ok(sums.filter(|sums| sums.size == named.size && sums.sha256 == named.sha256))
    }

    fn withhold(&mut self, channel: &str, part: WithheldPart, reason: WithheldReason) {
        *self.withheld.entry((channel.to_owned(), part, reason)).or_default() += 1;
    }

    fn keys(&self) -> KeysFile {
        KeysFile {
            log: self.input.log_keys.iter().map(Vkey::to_string).collect(),
            seal: self.input.seal_certificates.iter().map(|der| base64(der)).collect(),
            v: 1,
        }
    }

    fn summary(&mut self, instance: &str) -> Result<(), BundleError> {
        let input = self.input;
        let withheld = self.withheld.iter().map(|((channel, part, reason), count)| Withheld {
            channel: channel.clone(),
            count: *count,
            part: *part,
            reason: *reason,
        });
        let case = CaseFile {
            case: input.case.to_owned(),
            exported_at: self.exported_at,
            instance: instance.to_owned(),
            language: input.language.to_owned(),
            parties: self.parties(),
            phases: self.phases()?,
            profile: input.profile,
            reference: input.reference.to_owned(),
            taker: input.taker,
            v: 1,
            withheld: withheld.collect(),
        };
        self.document(parts::CASE_FILE, &case)
    }

    /// What the agreement says of them, where it is in the bundle. Of one that is none a verifier tells.
    fn parties(&self) -> Vec<BundleParty> {
        let agreement = self.input.agreement.filter(|_| self.sealed);
        let front = agreement.and_then(|agreement| canonical::at_least::<AgreementFront>(agreement.json).ok());
        match front {
            Some(front) => front.parties.into_iter().map(BundleParty::from).collect(),
            None => self.input.parties.clone(),
        }
    }

    /// From the events of `procedure`, where all of them have a line: nothing else proves them, and an agreement goes to
    /// people who are told nothing of the case's course.
    fn phases(&self) -> Result<Vec<BundlePhase>, BundleError> {
        if self.input.profile == Profile::Agreement {
            return Ok(Vec::new());
        }
        let Some(procedure) = self.input.channels.iter().find(|channel| channel.channel == PROCEDURE) else {
            return Ok(Vec::new());
        };
        let mut phases = Vec::new();
        for event in &procedure.events {
            let header = Header::parse(&event.header)?;
            let content = event.parts.iter().find(|part| part.name == PartName::Content);
            phases.extend(phase_of(header.seq, &header.kind, header.at, content.map(|part| part.bytes.as_slice())));
        }
        Ok(phases)
    }

    fn add(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), Packed::Bytes(bytes));
    }

    fn document(&mut self, path: &str, value: &impl Serialize) -> Result<(), BundleError> {
        self.add(path, to_canonical(value)?);
        Ok(())
    }

    fn manifest(&self, listed: impl Fn(&str) -> bool) -> String {
        let files = self.files.iter().filter(|(path, _)| listed(path));
        bag::manifest(files.map(|(path, file)| (path.as_str(), file.sha256())))
    }

    fn close<W: Write>(mut self, key: &LogKey, out: W) -> Result<(W, Vec<LeftOutFile>), BundleError> {
        let payload = self.files.iter().filter(|(path, _)| bag::is_payload(path));
        let oxum = bag::oxum(payload.map(|(_, file)| file.size()));
        let manifest = self.manifest(bag::is_payload);
        let info = format!(
            "Bag-Software-Agent: acordo\nBagging-Date: {}\nExternal-Identifier: {}\nPayload-Oxum: {oxum}\n",
            &self.exported_at.as_str()[..10],
            self.input.reference,
        );
        self.add(bag::MANIFEST, manifest.into_bytes());
        self.add(bag::BAG_INFO, info.into_bytes());
        self.add(bag::BAGIT, bag::DECLARATION.as_bytes().to_vec());
        let tag_manifest = self.manifest(|path| bag::TAGS.contains(&path));
        let note =
            key.sign_note(&parts::bundle_text(key.instance(), self.input.case, &sha256(tag_manifest.as_bytes())));
        self.add(bag::TAG_MANIFEST, tag_manifest.into_bytes());
        self.add(bag::BUNDLE_NOTE, note.into_bytes());

        let mut zip = zip::ZipWriter::new(out);
        for (path, file) in &self.files {
            let name = format!("{}/{path}", self.folder);
            match file {
                Packed::Bytes(bytes) => zip.add(&name, bytes)?,
                Packed::Evidence(sums) => {
                    let gone = || zip::ZipError::Checksum(path.clone());
                    let mut file = self.input.evidence.open(&sums.sha256)?.ok_or_else(gone)?;
                    zip.copy(&name, sums, &mut file)?;
                }
            }
        }
        Ok((zip.finish()?, self.left_out))
    }
}

/// The checkpoints that the profile has, by rising size: the anchored ones and the head's; in the profile agreement of
/// these the first over each line, and the head's.
fn shown_checkpoints<'c>(
    profile: Profile,
    channel: &'c ChannelInput,
    lines: &[u64],
) -> Option<Vec<&'c CheckpointInput>> {
    let whole = channel.events.len() as u64;
    let mut shown: Vec<&CheckpointInput> =
        channel.checkpoints.iter().filter(|c| c.size == whole || c.size < whole && c.proof.is_some()).collect();
    shown.sort_by_key(|checkpoint| checkpoint.size);
    shown.dedup_by_key(|checkpoint| checkpoint.size);
    shown.last().filter(|head| head.size == whole)?;
    if profile == Profile::Agreement {
        let first_over = |seq: u64| shown.iter().map(|c| c.size).find(|size| *size >= seq);
        let wanted: BTreeSet<u64> = lines.iter().filter_map(|seq| first_over(*seq)).chain([whole]).collect();
        shown.retain(|checkpoint| wanted.contains(&checkpoint.size));
    }
    Some(shown)
}

/// What the erasures of a channel name and may name.
fn erased(headers: &[Header], events: &[EventInput]) -> Result<BTreeSet<(u64, PartName)>, BundleError> {
    let mut erased = BTreeSet::new();
    for (header, event) in headers.iter().zip(events).filter(|(header, _)| header.kind == "parts_erased") {
        for content in event.parts.iter().filter(|p| p.name == PartName::Content) {
            let erasure: Erasure = canonical::exact(&content.bytes)?;
            let target = |seq: u64| headers.get(usize::try_from(seq).ok()?.checked_sub(1)?);
            let may = |seq: u64| seq < header.seq && target(seq).is_some_and(|h| h.kind != "parts_erased");
            erased.extend(erasure.parts.iter().filter(|p| may(p.seq)).map(|p| (p.seq, p.part)));
        }
    }
    Ok(erased)
}

/// Something that can be read more than once.
pub trait ReadSeek: Read + Seek + Send {}

impl<T: Read + Seek + Send> ReadSeek for T {}

/// Finished files side by side in one ZIP, without a manifest: what proves them is inside them.
///
/// # Errors
/// When a name is not a plain one, the whole is too large, or a file cannot be read or written.
pub fn pack<W: Write>(files: &mut [(String, Box<dyn ReadSeek>)], out: W) -> Result<W, BundleError> {
    let mut zip = zip::ZipWriter::new(out);
    for (name, file) in files {
        file.rewind()?;
        let sums = Sums::of(file, |_| Ok(()))?;
        file.rewind()?;
        zip.copy(name, &sums, file)?;
    }
    Ok(zip.finish()?)
}
