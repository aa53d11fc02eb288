//! The documents inside a bundle: `case.json`, `keys.json` and the lines.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::canonical::{self, CanonicalError};
use crate::forms::{not_null, nullable};
use crate::hash::HashText;
use crate::names::PartName;
use crate::time::Time;

/// How much of a record a bundle shows, and to whom it may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// The concluded and sealed agreement alone, with paths to the checkpoint.
    Agreement,
    /// All of `procedure`.
    Procedural,
    /// All of `procedure` and `joint`.
    Joint,
    /// All of one caucus, alone.
    Caucus,
}

/// Whether a profile shows a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    /// There or erased.
    Opened,
    /// There or left out.
    Optional,
    /// Absent.
    Closed,
}

impl Profile {
    /// The name in `case.json` and in the folder's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Procedural => "procedural",
            Self::Joint => "joint",
            Self::Caucus => "caucus",
        }
    }

    /// The profile of that name.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Agreement, Self::Procedural, Self::Joint, Self::Caucus].into_iter().find(|p| p.as_str() == text)
    }

    /// Whether the profile has lines of the channel.
    pub fn has_channel(self, channel: &str) -> bool {
        match self {
            Self::Agreement | Self::Procedural => channel == "procedure",
            Self::Joint => matches!(channel, "procedure" | "joint"),
            Self::Caucus => channel.starts_with("caucus:"),
        }
    }

    /// Whether the profile has the line of an event of this kind.
    pub fn has_kind(self, kind: &str) -> bool {
        self != Self::Agreement || matches!(kind, "agreement_concluded" | "agreement_sealed" | "parts_erased")
    }

    pub(crate) fn opening(self, part: PartName) -> Opening {
        match (part, self) {
            (PartName::Origin, Self::Agreement) => Opening::Optional,
            (PartName::Origin, _) => Opening::Closed,
            (PartName::Author | PartName::Content | PartName::Evidence, _) => Opening::Opened,
        }
    }
}

/// `data/case.json`: a summary, of which only events prove anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    pub case: String,
    pub exported_at: Time,
    pub instance: String,
    pub language: String,
    pub parties: Vec<BundleParty>,
    pub phases: Vec<BundlePhase>,
    pub profile: Profile,
    pub reference: String,
    pub v: u64,
    pub withheld: Vec<Withheld>,
}

/// A party as the case names it; what is not known yet, or erased, is null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleParty {
    #[serde(deserialize_with = "nullable")]
    pub identifier: Option<String>,
    #[serde(deserialize_with = "nullable")]
    pub name: Option<String>,
    pub seat: String,
}

/// When the case entered a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundlePhase {
    pub at: Time,
    pub phase: String,
}

/// How many parts of one name in one channel's lines are neither there nor
/// erased, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withheld {
    pub channel: String,
    pub count: u64,
    pub part: PartName,
    pub reason: String,
}

/// `data/keys.json`: never trusted, there to be compared by eye.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeysFile {
    pub log: Vec<String>,
    pub seal: Vec<String>,
    pub v: u64,
}

/// One line of a channel's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BundleLine {
    pub header: String,
    pub parts: BTreeMap<PartName, LinePart>,
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
    pub proof: Option<Vec<HashText>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinePart {
    pub bytes: String,
    pub salt: HashText,
}

/// The longest line, its newline included.
pub const LINE_MAX: usize = 1 << 20;

impl BundleLine {
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, CanonicalError> {
        canonical::typed(bytes)
    }
}

/// A channel's name in file names.
pub(crate) fn stem(channel: &str) -> String {
    channel.replace([':', '/'], "-")
}

pub(crate) const README: &str = "data/README.txt";
pub(crate) const CASE_FILE: &str = "data/case.json";
pub(crate) const KEYS_FILE: &str = "data/keys.json";
pub(crate) const AGREEMENT: &str = "data/agreement.json";
pub(crate) const AGREEMENT_SHOWN: &str = "data/agreement-shown.pdf";
pub(crate) const AGREEMENT_FINAL: &str = "data/agreement.pdf";

pub(crate) fn record_path(stem: &str) -> String {
    format!("data/record/{stem}.jsonl")
}

pub(crate) fn checkpoint_path(stem: &str, size: u64) -> String {
    format!("data/checkpoints/{stem}-{size}.txt")
}

pub(crate) fn proof_path(stem: &str, size: u64) -> String {
    format!("data/anchors/{stem}-{size}.tlog-proof")
}

pub(crate) fn evidence_path(sha256: &[u8], ending: &str) -> String {
    format!("data/evidence/{}.{ending}", crate::hash::hex(sha256))
}

/// The text of `bundle.txt`.
pub(crate) fn bundle_text(instance: &str, case: &str, tag_manifest: &[u8]) -> String {
    let digest = crate::hash::base64(&crate::hash::sha256(tag_manifest));
    format!("{instance}/bundle\n{case}\n{digest}\n")
}
