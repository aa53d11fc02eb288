//! Writes a bundle from a case's channels. The profile decides what goes in:
//! what it does not open is dropped here, whatever was handed in.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use thiserror::Error;

use super::bag::{self, BagFiles};
use super::parts::{
    self, BundleLine, BundleParty, BundlePhase, CaseFile, KeysFile, LinePart, Opening, Profile, Withheld, stem,
};
use super::zip::{self, ZipError};
use crate::canonical::{self, CanonicalError, to_canonical};
use crate::commit::Salt;
use crate::forms::{self, Erasure, RecordedEvidence};
use crate::hash::{Hash, HashText, base64, hex, sha256};
use crate::header::{Header, HeaderError, leaf};
use crate::key::Vkey;
use crate::names::PartName;
use crate::signer::LogKey;
use crate::time::Time;
use crate::tree;

/// Why a bundle cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BundleError {
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    #[error(transparent)]
    Header(#[from] HeaderError),
    #[error(transparent)]
    Zip(#[from] ZipError),
    #[error("the profile has no events to show")]
    NoEvents,
    #[error("there is no checkpoint of {0} at its head")]
    NoHeadCheckpoint(String),
    #[error("the agreement is sealed, but its files were not given")]
    NoAgreementFiles,
    #[error("the evidence {0} is named by a part, but was not given")]
    NoEvidence(String),
    #[error("{0} is not a media type of evidence")]
    MediaType(String),
    #[error("event {1} of {0} makes a line of more than 1 MiB")]
    LineTooLong(String, u64),
}

/// A part that still exists, with its salt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedPart {
    pub name: PartName,
    pub salt: Salt,
    pub bytes: Vec<u8>,
}

/// An event: its stored header, and the parts that were not destroyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventInput {
    pub header: Vec<u8>,
    pub parts: Vec<OpenedPart>,
}

/// A signed checkpoint, and its tlog-proof once it is anchored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckpointInput {
    pub size: u64,
    pub note: String,
    pub proof: Option<String>,
}

/// A whole channel from its first event on, with every anchored checkpoint and
/// the head's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelInput {
    pub channel: String,
    pub events: Vec<EventInput>,
    pub checkpoints: Vec<CheckpointInput>,
}

/// The three files of the last sealed agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgreementFiles<'a> {
    pub json: &'a [u8],
    pub shown_pdf: &'a [u8],
    pub final_pdf: &'a [u8],
}

/// All that a bundle is made of. What the profile does not show may be handed
/// in and stays out: other channels, closed parts, evidence that no opened part
/// names.
#[derive(Debug, Clone)]
pub struct BundleInput<'a> {
    pub profile: Profile,
    pub case: &'a str,
    pub reference: &'a str,
    pub language: &'a str,
    pub exported_at: Time,
    pub parties: Vec<BundleParty>,
    pub phases: Vec<BundlePhase>,
    /// How to check the bundle, in the reader's language.
    pub readme: &'a str,
    /// Why parts are withheld, in the reader's language.
    pub withheld_reason: &'a str,
    /// Every log key there ever was, for `keys.json`.
    pub log_keys: &'a [Vkey],
    /// The certificates of the seal, DER.
    pub seal_certificates: &'a [Vec<u8>],
    pub channels: &'a [ChannelInput],
    pub agreement: Option<AgreementFiles<'a>>,
    /// The copies that others see.
    pub evidence: &'a [&'a [u8]],
}

/// The name under which a bundle is saved: its folder's name and `.zip`.
pub fn file_name(reference: &str, profile: Profile) -> String {
    format!("{}.zip", folder(reference, profile))
}

pub(crate) fn folder(reference: &str, profile: Profile) -> String {
    format!("acordo-{reference}-{}", profile.as_str())
}

/// The bundle, signed by the log key.
pub fn write(input: &BundleInput<'_>, key: &LogKey) -> Result<Vec<u8>, BundleError> {
    let mut bundle = BundleBuilder {
        input,
        files: BTreeMap::new(),
        withheld: BTreeMap::new(),
        named: BTreeMap::new(),
        sealed: false,
    };
    bundle.channels()?;
    bundle.agreement()?;
    bundle.evidence()?;
    bundle.summary(key.instance())?;
    bundle.close(key)
}

struct BundleBuilder<'a> {
    input: &'a BundleInput<'a>,
    files: BTreeMap<String, Vec<u8>>,
    withheld: BTreeMap<(String, PartName), u64>,
    /// Evidence that opened parts name: its path by digest.
    named: BTreeMap<Hash, BTreeSet<String>>,
    sealed: bool,
}

impl BundleBuilder<'_> {
    fn channels(&mut self) -> Result<(), BundleError> {
        let profile = self.input.profile;
        for channel in self.input.channels {
            let shows = |e: &EventInput| Header::parse(&e.header).is_ok_and(|h| profile.has_kind(&h.kind));
            if profile.has_channel(&channel.channel) && channel.events.iter().any(shows) {
                self.channel(channel)?;
            }
        }
        if self.files.is_empty() { Err(BundleError::NoEvents) } else { Ok(()) }
    }

    fn channel(&mut self, channel: &ChannelInput) -> Result<(), BundleError> {
        let profile = self.input.profile;
        let headers = channel.events.iter().map(|e| Header::parse(&e.header)).collect::<Result<Vec<_>, _>>()?;
        let leaves: Vec<Hash> = channel.events.iter().map(|e| leaf(&e.header)).collect();
        let erased = erased(&headers, &channel.events)?;
        let head = shown_head(profile, channel, &headers)
            .ok_or_else(|| BundleError::NoHeadCheckpoint(channel.channel.clone()))?;
        let mut lines = Vec::new();
        for (i, (header, event)) in headers.iter().zip(&channel.events).enumerate() {
            if !profile.has_kind(&header.kind) {
                continue;
            }
            let proof = (profile == Profile::Agreement).then(|| tree::inclusion_path(&leaves[..head], i)).flatten();
            let line = self.line(header, event, &erased, proof)?;
            if line.len() >= parts::LINE_MAX {
                return Err(BundleError::LineTooLong(channel.channel.clone(), header.seq));
            }
            lines.extend_from_slice(&line);
            lines.push(b'\n');
        }
        let stem = stem(&channel.channel);
        self.files.insert(parts::record_path(&stem), lines);
        for checkpoint in &channel.checkpoints {
            let shown = checkpoint.size == head as u64 || (checkpoint.proof.is_some() && profile != Profile::Agreement);
            if shown {
                let size = checkpoint.size;
                self.files.insert(parts::checkpoint_path(&stem, size), checkpoint.note.clone().into_bytes());
                if let Some(proof) = &checkpoint.proof {
                    self.files.insert(parts::proof_path(&stem, size), proof.clone().into_bytes());
                }
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
            if self.input.profile.opening(part.name) == Opening::Closed || gone {
                continue;
            }
            if part.name == PartName::Evidence {
                let evidence: RecordedEvidence = canonical::typed(&part.bytes)?;
                let ending = forms::evidence_ending(&evidence.media_type)
                    .ok_or_else(|| BundleError::MediaType(evidence.media_type.clone()))?;
                let path = parts::evidence_path(&evidence.sha256.0, ending);
                self.named.entry(evidence.sha256.0).or_default().insert(path);
            }
            self.sealed |= header.kind == "agreement_sealed" && part.name == PartName::Content;
            opened.insert(part.name, LinePart { bytes: base64(&part.bytes), salt: HashText(part.salt.0) });
        }
        for name in header.parts.keys().filter(|n| !opened.contains_key(n) && !erased.contains(&(header.seq, **n))) {
            *self.withheld.entry((header.channel.clone(), *name)).or_default() += 1;
        }
        let proof = proof.map(|path| path.into_iter().map(HashText).collect());
        Ok(to_canonical(&BundleLine { header: base64(&event.header), parts: opened, proof })?)
    }

    fn agreement(&mut self) -> Result<(), BundleError> {
        if self.sealed {
            let files = self.input.agreement.ok_or(BundleError::NoAgreementFiles)?;
            self.files.insert(parts::AGREEMENT.to_owned(), files.json.to_vec());
            self.files.insert(parts::AGREEMENT_SHOWN.to_owned(), files.shown_pdf.to_vec());
            self.files.insert(parts::AGREEMENT_FINAL.to_owned(), files.final_pdf.to_vec());
        }
        Ok(())
    }

    fn evidence(&mut self) -> Result<(), BundleError> {
        let mut named = std::mem::take(&mut self.named);
        for data in self.input.evidence {
            for path in named.remove(&sha256(data)).unwrap_or_default() {
                self.files.insert(path, data.to_vec());
            }
        }
        match named.keys().next() {
            Some(missing) => Err(BundleError::NoEvidence(hex(missing))),
            None => Ok(()),
        }
    }

    fn summary(&mut self, instance: &str) -> Result<(), BundleError> {
        let input = self.input;
        let withheld = self.withheld.iter().map(|((channel, part), count)| Withheld {
            channel: channel.clone(),
            count: *count,
            part: *part,
            reason: input.withheld_reason.to_owned(),
        });
        let case = CaseFile {
            case: input.case.to_owned(),
            exported_at: input.exported_at,
            instance: instance.to_owned(),
            language: input.language.to_owned(),
            parties: input.parties.clone(),
            phases: input.phases.clone(),
            profile: input.profile,
            reference: input.reference.to_owned(),
            v: 1,
            withheld: withheld.collect(),
        };
        let keys = KeysFile {
            log: input.log_keys.iter().map(Vkey::to_string).collect(),
            seal: input.seal_certificates.iter().map(|der| base64(der)).collect(),
            v: 1,
        };
        self.document(parts::CASE_FILE, &case)?;
        self.document(parts::KEYS_FILE, &keys)?;
        self.files.insert(parts::README.to_owned(), input.readme.as_bytes().to_vec());
        Ok(())
    }

    fn document(&mut self, path: &str, value: &impl Serialize) -> Result<(), BundleError> {
        self.files.insert(path.to_owned(), to_canonical(value)?);
        Ok(())
    }

    fn close(mut self, key: &LogKey) -> Result<Vec<u8>, BundleError> {
        let (manifest, oxum) = {
            let files: BagFiles<'_> = self.files.iter().map(|(path, data)| (path.as_str(), data.as_slice())).collect();
            let payload = bag::payload(&files);
            (bag::manifest(payload.iter().copied()), bag::oxum(&payload))
        };
        let info = format!(
            "Bag-Software-Agent: acordo\nBagging-Date: {}\nExternal-Identifier: {}\nPayload-Oxum: {oxum}\n",
            &self.input.exported_at.as_str()[..10],
            self.input.reference,
        );
        self.files.insert(bag::MANIFEST.to_owned(), manifest.into_bytes());
        self.files.insert(bag::BAG_INFO.to_owned(), info.into_bytes());
        self.files.insert(bag::BAGIT.to_owned(), bag::DECLARATION.as_bytes().to_vec());
        let tag_manifest = {
            let files: BagFiles<'_> = self.files.iter().map(|(path, data)| (path.as_str(), data.as_slice())).collect();
            bag::manifest(bag::tags(&files))
        };
        let note = key.sign_note(&parts::bundle_text(key.instance(), self.input.case, tag_manifest.as_bytes()));
        self.files.insert(bag::TAG_MANIFEST.to_owned(), tag_manifest.into_bytes());
        self.files.insert(bag::BUNDLE_NOTE.to_owned(), note.into_bytes());

        let folder = folder(self.input.reference, self.input.profile);
        let mut zip = zip::ZipWriter::default();
        for (path, data) in &self.files {
            zip.add(&format!("{folder}/{path}"), data)?;
        }
        Ok(zip.finish()?)
    }
}

/// The size of the checkpoint that counts as the head's. In the profile
/// agreement that is the last anchored one over the lines, if there is one: what
/// came later is not shown anyway, and must not keep a proof away.
fn shown_head(profile: Profile, channel: &ChannelInput, headers: &[Header]) -> Option<usize> {
    let whole = headers.len() as u64;
    let last_line = headers.iter().rev().find(|h| profile.has_kind(&h.kind)).map(|h| h.seq)?;
    let sizes = channel.checkpoints.iter().filter(|c| c.size <= whole);
    let anchored = sizes.filter(|c| c.proof.is_some() && c.size >= last_line).map(|c| c.size).max();
    let head = channel.checkpoints.iter().find(|c| c.size == whole).map(|c| c.size);
    let size = if profile == Profile::Agreement { anchored.or(head) } else { head };
    usize::try_from(size?).ok()
}

/// What the erasures of a channel name and may name.
fn erased(headers: &[Header], events: &[EventInput]) -> Result<BTreeSet<(u64, PartName)>, BundleError> {
    let mut erased = BTreeSet::new();
    for (header, event) in headers.iter().zip(events).filter(|(header, _)| header.kind == "parts_erased") {
        for content in event.parts.iter().filter(|p| p.name == PartName::Content) {
            let erasure: Erasure = canonical::typed(&content.bytes)?;
            let target = |seq: u64| headers.get(usize::try_from(seq).ok()?.checked_sub(1)?);
            let may = |seq: u64| seq < header.seq && target(seq).is_some_and(|h| h.kind != "parts_erased");
            erased.extend(erasure.parts.iter().filter(|p| may(p.seq)).map(|p| (p.seq, p.part)));
        }
    }
    Ok(erased)
}

/// Finished files side by side in one ZIP, without a manifest: what proves them is inside them.
///
/// # Errors
/// When a name is not a plain one or the whole is too large.
pub fn pack(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, BundleError> {
    let mut zip = zip::ZipWriter::default();
    for (name, bytes) in files {
        zip.add(name, bytes)?;
    }
    Ok(zip.finish()?)
}
