//! The report of a verifier.

use serde::{Serialize, Serializer};

use crate::bundle::Profile;
use crate::time::Time;

macro_rules! codes {
    ($($(#[$words:meta])* $code:ident = $name:literal),* $(,)?) => {
        /// The rule that was broken. The name is stable; the words beside it in a
        /// report are not.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FailureCode {
            $($(#[$words])* $code),*
        }

        impl FailureCode {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// The stable name.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$code => $name),*
                }
            }
        }
    };
}

codes! {
    /// The container is not a ZIP as a bundle has it.
    Zip = "zip",
    /// A file is there that does not belong there.
    FileUnknown = "file_unknown",
    /// A file that belongs there is missing.
    FileMissing = "file_missing",
    /// A file is not the one in the manifest.
    FileChanged = "file_changed",
    /// `bagit.txt` or `bag-info.txt` is wrong.
    Bag = "bag",
    /// A manifest does not list exactly what is there.
    Manifest = "manifest",
    /// `bundle.txt` is not signed by the log key over these files.
    BundleNote = "bundle_note",
    /// `case.json` is not as it should be.
    CaseFile = "case_file",
    /// The counts of withheld parts in `case.json` are wrong.
    WithheldCounts = "withheld_counts",
    /// `keys.json` is not as it should be.
    KeysFile = "keys_file",
    /// A channel that the profile shows has no events.
    NoEvents = "no_events",
    /// A line cannot be read.
    Line = "line",
    /// A header cannot be read, or is of another case or channel.
    Header = "header",
    /// Numbers or `prev` do not chain.
    Chain = "chain",
    /// Time went back.
    TimeOrder = "time_order",
    /// The profile does not show events of this kind.
    KindNotShown = "kind_not_shown",
    /// A kind of event is where it cannot be.
    KindMisplaced = "kind_misplaced",
    /// A line's path does not lead to the root.
    LineProof = "line_proof",
    /// A part is not what its header commits to.
    Commitment = "commitment",
    /// A part does not have its form.
    PartForm = "part_form",
    /// A part that the profile opens is neither there nor erased.
    PartMissing = "part_missing",
    /// A part is there that the profile does not open.
    PartNotOpened = "part_not_opened",
    /// A part is there although an erasure names it.
    PartNotErased = "part_not_erased",
    /// An erasure names what it cannot.
    Erasure = "erasure",
    /// A salt was used twice.
    SaltReused = "salt_reused",
    /// An evidence file is not the one that a part names.
    Evidence = "evidence",
    /// A checkpoint is not a checkpoint of this channel, signed by the log key.
    Checkpoint = "checkpoint",
    /// The head has no checkpoint.
    CheckpointMissing = "checkpoint_missing",
    /// A checkpoint has another root than the events.
    Root = "root",
    /// A proof that a checkpoint is in the instance log does not hold.
    Anchor = "anchor",
    /// A checkpoint before the head has no proof.
    AnchorMissing = "anchor_missing",
    /// Two proofs contradict each other.
    AnchorOrder = "anchor_order",
    /// The head is not anchored, and too old to be excused.
    AnchorOverdue = "anchor_overdue",
    /// Something about an agreement does not have its form.
    AgreementForm = "agreement_form",
    /// Hashes or versions of an agreement's parts differ.
    AgreementMismatch = "agreement_mismatch",
    /// A party did not sign, or a seat signed twice.
    AgreementSigners = "agreement_signers",
    /// The list of signatures is not the signatures that were given.
    AgreementSignatures = "agreement_signatures",
    /// The agreement, or its conclusion, is missing.
    AgreementMissing = "agreement_missing",
    /// A passkey's assertion does not hold.
    Passkey = "passkey",
    /// The record does not have the root of the note that was seen before.
    Seen = "seen",
}

impl Serialize for FailureCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One broken rule, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    pub code: FailureCode,
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
pub struct PartCounts {
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
    pub parts: PartCounts,
    pub channels: Vec<ChannelReport>,
    /// The witnesses that vouch for the times; without one the times rest on
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
    /// 0 valid, 1 not valid. (2, "could not run", is left to a caller that cannot
    /// read the files.)
    pub fn exit_code(&self) -> u8 {
        u8::from(!self.valid)
    }

    /// Whether a rule of this code was broken, among the failures told.
    pub fn has(&self, code: FailureCode) -> bool {
        self.failures.iter().any(|f| f.code == code)
    }

    pub(crate) fn fail(&mut self, code: FailureCode, place: impl Into<String>, words: impl Into<String>) {
        self.failures_total += 1;
        if self.failures.len() < FAILURES_MAX {
            self.failures.push(Failure { code, place: place.into(), words: words.into() });
        }
    }
}
