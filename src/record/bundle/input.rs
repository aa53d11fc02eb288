//! What a bundle is made of.

use std::io::{self, Read};

use thiserror::Error;

use super::parts::{BundleParty, Profile, Taker, WithheldReason};
use super::zip::ZipError;
use crate::canonical::CanonicalError;
use crate::commit::Salt;
use crate::hash::Hash;
use crate::header::HeaderError;
use crate::key::Vkey;
use crate::names::PartName;
use crate::time::Time;

/// Why a bundle cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BundleError {
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    #[error(transparent)]
    Header(#[from] HeaderError),
    #[error(transparent)]
    Zip(ZipError),
    #[error("the profile has no events to show")]
    NoEvents,
    #[error("there is no checkpoint of {0} at its head")]
    NoHeadCheckpoint(String),
    #[error("the agreement is sealed, but its files were not given")]
    NoAgreementFiles,
    #[error("{0} is not a media type of evidence")]
    MediaType(String),
    #[error("event {1} of {0} makes a line of more than 1 MiB")]
    LineTooLong(String, u64),
    /// Says nothing about the record: a disk is full, or cannot be read.
    #[error("{1}")]
    Io(io::ErrorKind, String),
}

impl From<io::Error> for BundleError {
    fn from(error: io::Error) -> Self {
        Self::Io(error.kind(), error.to_string())
    }
}

impl From<ZipError> for BundleError {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Io(kind, words) => Self::Io(kind, words),
            error => Self::Zip(error),
        }
    }
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

impl EventInput {
    /// The version of the agreement that the event tells of.
    pub(super) fn version(&self) -> Option<u64> {
        let content = self.parts.iter().find(|part| part.name == PartName::Content)?;
        serde_json::from_slice::<serde_json::Value>(&content.bytes).ok()?.get("version")?.as_u64()
    }
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
#[derive(Clone)]
#[allow(missing_debug_implementations, reason = "files are read, not printed")]
pub struct BundleInput<'a> {
    pub profile: Profile,
    pub case: &'a str,
    pub reference: &'a str,
    pub language: &'a str,
    pub exported_at: Time,
    pub taker: Taker,
    /// As the case names them; where the agreement is in the bundle, as it names them.
    pub parties: Vec<BundleParty>,
    /// How to check the bundle, in the reader's language.
    pub readme: &'a str,
    /// Every log key there ever was, for `keys.json`.
    pub log_keys: &'a [Vkey],
    /// The certificates of the seal, DER.
    pub seal_certificates: &'a [Vec<u8>],
    pub channels: &'a [ChannelInput],
    pub agreement: Option<AgreementFiles<'a>>,
    /// Of several agreements of a case the one that the profile `agreement` holds: lines of others stay out. All where
    /// nothing is said.
    pub version: Option<u64>,
    /// The copies that others see.
    pub evidence: &'a dyn FileSource,
    /// How large the ZIP may become: evidence that does not fit stays out.
    pub bytes_max: u64,
}

/// What a ZIP without ZIP64 can hold.
pub const BUNDLE_BYTES_MAX: u64 = u32::MAX as u64;

/// Files by the digest that a part names. Each is read twice: once for its sums, once for the ZIP.
pub trait FileSource {
    /// `None` where there is no such file any more.
    ///
    /// # Errors
    /// What has nothing to do with that one file: then no bundle is written.
    fn open(&self, sha256: &Hash) -> io::Result<Option<Box<dyn Read + '_>>>;
}

/// An evidence file that is not in the bundle, though a line names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOutFile {
    pub channel: String,
    pub seq: u64,
    pub sha256: Hash,
    pub reason: WithheldReason,
}
