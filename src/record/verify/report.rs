//! What a verifier says in the end.

use serde::Serialize;

use crate::bundle::Profile;
use crate::time::Time;

/// The rule that was broken. The code is stable; the words beside it are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The container is not a ZIP as a bundle has it.
    Zip,
    /// A file is there that does not belong there.
    FileUnknown,
    /// A file that belongs there is missing.
    FileMissing,
    /// A file is not the one in the manifest.
    FileChanged,
    /// `bagit.txt` or `bag-info.txt` is wrong.
    Bag,
    /// A manifest does not list exactly what is there.
    Manifest,
    /// `bundle.txt` is not signed by the log key over these files.
    BundleNote,
    /// `case.json` is not as it should be.
    CaseFile,
    /// The counts of withheld parts in `case.json` are wrong.
    WithheldCounts,
    /// `keys.json` is not as it should be.
    KeysFile,
    /// A channel that the profile shows has no events.
    NoEvents,
    /// A line is not a line.
    Line,
    /// A header is not a header, or is of another case or channel.
    Header,
    /// Numbers or `prev` do not chain.
    Chain,
    /// Time went back.
    TimeOrder,
    /// The profile does not show events of this kind.
    KindNotShown,
    /// A kind of event is where it cannot be.
    KindMisplaced,
    /// A line's path does not lead to the root.
    LineProof,
    /// A part is not what its header commits to.
    Commitment,
    /// A part does not have its form.
    PartForm,
    /// A part that the profile opens is neither there nor erased.
    PartMissing,
    /// A part is there that the profile does not open.
    PartNotOpened,
    /// A part is there although an erasure names it.
    PartNotErased,
    /// An erasure names what it cannot.
    Erasure,
    /// A salt was used twice.
    SaltReused,
    /// An evidence file is not the one that a part names.
    Evidence,
    /// A checkpoint is not a checkpoint of this channel, signed by the log key.
    Checkpoint,
    /// The head has no checkpoint.
    CheckpointMissing,
    /// A checkpoint has another root than the events.
    Root,
    /// A proof that a checkpoint is in the instance log does not hold.
    Anchor,
    /// A checkpoint before the head has no proof.
    AnchorMissing,
    /// Two proofs contradict each other.
    AnchorOrder,
    /// The head is not anchored, and too old to be excused.
    AnchorOverdue,
    /// Something about an agreement does not have its form.
    AgreementForm,
    /// Hashes or versions of an agreement's parts differ.
    AgreementMismatch,
    /// A party did not sign, or a seat signed twice.
    AgreementSigners,
    /// The list of signatures is not the signatures that were given.
    AgreementSignatures,
    /// The agreement, or its conclusion, is missing.
    AgreementMissing,
    /// A passkey's assertion does not hold.
    Passkey,
    /// The record does not have the root of the note that was seen before.
    Seen,
}

impl Code {
    /// The stable name.
    pub fn as_str(self) -> String {
        serde_json::to_value(self).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// One broken rule, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    pub code: Code,
    /// A file of the bundle, or `joint 15` for an event.
    pub place: String,
    pub words: String,
}

/// What the bundle shows of a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChannelReport {
    pub channel: String,
    /// At the head's checkpoint. It says nothing of what came after.
    pub size: u64,
    pub last_at: Time,
    /// The largest size that a proof places in the instance log.
    pub anchored_size: u64,
    /// The head is not in the instance log yet.
    pub anchor_pending: bool,
}

/// The parts that the headers commit to, each counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub opened: u64,
    pub withheld: u64,
    pub erased: u64,
    pub failed: u64,
}

/// The outcome of a check.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    pub valid: bool,
    pub instance: Option<String>,
    pub case: Option<String>,
    pub reference: Option<String>,
    pub profile: Option<Profile>,
    pub exported_at: Option<Time>,
    pub events: u64,
    pub parts: Counts,
    pub channels: Vec<ChannelReport>,
    /// The witnesses that stand behind the times; without one the times rest on
    /// the operator's word.
    pub witnesses: Vec<String>,
    /// The longest time from an event to the first checkpoint over it; `None`
    /// without a witness.
    pub longest_delay_millis: Option<i64>,
    /// The first failures found, at most [`FAILURES_MAX`].
    pub failures: Vec<Failure>,
    pub failures_total: u64,
}

/// How many failures are told in words. The rest are counted.
pub const FAILURES_MAX: usize = 100;

impl Report {
    /// 0 valid, 1 not valid. (2, "could not run", is for who could not even
    /// read the files.)
    pub fn exit_code(&self) -> u8 {
        u8::from(!self.valid)
    }

    /// Whether a rule of this code was broken, among the failures told.
    pub fn has(&self, code: Code) -> bool {
        self.failures.iter().any(|f| f.code == code)
    }

    pub(crate) fn fail(&mut self, code: Code, place: impl Into<String>, words: impl Into<String>) {
        self.failures_total += 1;
        if self.failures.len() < FAILURES_MAX {
            self.failures.push(Failure { code, place: place.into(), words: words.into() });
        }
    }
}
