//! The documents inside a bundle: `case.json`, `keys.json` and the lines.

use std::collections::BTreeMap;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::canonical::{self, CanonicalError};
use crate::forms::{AgreementParty, not_null, nullable};
use crate::hash::{Hash, HashText};
use crate::names::{PartName, SignerSeat};
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

/// Who takes a bundle along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Taker {
    Consumer,
    Company,
    Mediator,
    Ombudsman,
    Legal,
    /// Who keeps the agreements of a house or a company, and signed none of them.
    Register,
    /// The packet that enforces an agreement after a breach.
    Packet,
}

impl Taker {
    /// Whose origin in a conclusion goes along.
    fn opens(self, signer: SignerSeat) -> bool {
        match self {
            Self::Consumer => signer == SignerSeat::Consumer,
            Self::Company => signer == SignerSeat::Company,
            Self::Mediator => signer == SignerSeat::Mediator,
            Self::Ombudsman | Self::Legal | Self::Register => false,
            Self::Packet => true,
        }
    }

    /// These take agreements alone.
    pub(crate) fn takes(self, profile: Profile) -> bool {
        profile == Profile::Agreement || !matches!(self, Self::Register | Self::Packet)
    }
}

/// Whether a profile shows a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    /// There or erased.
    Opened,
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

    pub(crate) fn opening(self, part: PartName, taker: Taker) -> Opening {
        let opened = match part {
            PartName::Author | PartName::Content | PartName::Evidence => true,
            PartName::Origin => false,
            PartName::OriginOf(signer) => self == Self::Agreement && taker.opens(signer),
        };
        if opened { Opening::Opened } else { Opening::Closed }
    }
}

/// The languages of a case.
pub(crate) const LANGUAGES: [&str; 3] = ["pt-BR", "es", "en"];

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
    pub taker: Taker,
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

impl From<AgreementParty> for BundleParty {
    fn from(party: AgreementParty) -> Self {
        Self { identifier: party.identifier, name: Some(party.name), seat: party.seat }
    }
}

/// When the case entered a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundlePhase {
    pub at: Time,
    pub phase: String,
}

/// How many lines of one channel lack something that is not erased, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withheld {
    pub channel: String,
    pub count: u64,
    pub part: WithheldPart,
    pub reason: WithheldReason,
}

/// What a line lacks: a part, or the file that its part `evidence` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WithheldPart {
    Part(PartName),
    EvidenceFile,
}

const EVIDENCE_FILE: &str = "evidence_file";

impl Serialize for WithheldPart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Part(part) => part.as_str(),
            Self::EvidenceFile => EVIDENCE_FILE,
        })
    }
}

impl<'de> Deserialize<'de> for WithheldPart {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text == EVIDENCE_FILE {
            return Ok(Self::EvidenceFile);
        }
        PartName::parse(&text).map(Self::Part).ok_or_else(|| D::Error::custom(format!("{text} is no part")))
    }
}

/// Why it is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithheldReason {
    /// The profile does not open the part.
    Profile,
    /// The file did not fit into a ZIP.
    TooLarge,
    /// The issuer has the file no more, or not as it was.
    Lost,
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
        canonical::exact(bytes)
    }
}

pub(crate) const PROCEDURE: &str = "procedure";

/// The phase that an event of `procedure` begins: the first one `intake`, a change its own.
pub(crate) fn phase_of(seq: u64, kind: &str, at: Time, content: Option<&[u8]>) -> Option<BundlePhase> {
    let phase = if seq == 1 {
        "intake".to_owned()
    } else if kind == "phase_changed" {
        let content: serde_json::Value = canonical::typed(content?).ok()?;
        content.get("phase")?.as_str()?.to_owned()
    } else {
        return None;
    };
    Some(BundlePhase { at, phase })
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

/// That the second checkpoint continues the first.
pub(crate) fn consistency_path(stem: &str, from: u64, to: u64) -> String {
    format!("data/consistency/{stem}-{from}-{to}.txt")
}

/// The path of a checkpoint's proof; `nth` is 0 for the first, and counts those
/// against later heads.
pub(crate) fn proof_path(stem: &str, size: u64, nth: u32) -> String {
    match nth {
        0 => format!("data/anchors/{stem}-{size}.tlog-proof"),
        nth => format!("data/anchors/{stem}-{size}.{nth}.tlog-proof"),
    }
}

pub(crate) const EVIDENCE: &str = "data/evidence/";

pub(crate) fn evidence_path(sha256: &[u8], ending: &str) -> String {
    format!("{EVIDENCE}{}.{ending}", crate::hash::hex(sha256))
}

/// The text of `bundle.txt`, over the digest of the tag manifest.
pub(crate) fn bundle_text(instance: &str, case: &str, tag_manifest: &Hash) -> String {
    format!("{instance}/bundle\n{case}\n{}\n", crate::hash::base64(tag_manifest))
}
