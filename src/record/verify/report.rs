//! The report of a verifier.

use serde::{Serialize, Serializer};

use crate::bundle::Profile;
use crate::forms::{AgreementFront, AgreementObligation, AgreementParty, Method, RecordedLevel};
use crate::hash::HashText;
use crate::time::Time;

macro_rules! codes {
    ($(#[$about:meta])* $codes:ident: $($(#[$words:meta])* $code:ident = $name:literal),* $(,)?) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $codes {
            $($(#[$words])* $code),*
        }

        impl Serialize for $codes {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $codes {
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
    /// The rule that was broken. The name is stable; the words beside it in a
    /// report are not.
    FailureCode:
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
    /// No log key in the key file signed this: another house did, or the key file is older.
    KeyUnknown = "key_unknown",
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
    /// A checkpoint does not continue the one before it.
    Consistency = "consistency",
    /// A proof that a checkpoint is in the instance log does not hold.
    Anchor = "anchor",
    /// A checkpoint before the head has no proof.
    AnchorMissing = "anchor_missing",
    /// Two proofs contradict each other.
    AnchorOrder = "anchor_order",
    /// A witness vouches for a time that cannot be.
    AnchorTime = "anchor_time",
    /// Asked for with `--late`: an event was not witnessed within that time.
    AnchorLate = "anchor_late",
    /// An event is later than the export.
    EventAfterExport = "event_after_export",
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
    /// A seal on the pages of a PDF does not hold.
    Seal = "seal",
    /// The record does not have the root of the note that was seen before.
    Seen = "seen",
}

codes! {
    /// Why a verifier cannot tell. It is no verdict on the file.
    DoubtCode:
    /// Neither a bundle nor an agreement, or half of one.
    NoRecord = "no_record",
    /// A ZIP of several files, of which those with a record are checked one by one.
    Collection = "collection",
    /// A PDF without the attachments that would prove it.
    NoProof = "no_proof",
    /// What is attached to a PDF is genuine; its pages were not checked.
    PagesUnchecked = "pages_unchecked",
    /// The export is later than the reader's clock allows.
    Clock = "clock",
    /// A key with an end in the key file signed what matters here.
    KeyEnded = "key_ended",
    /// `--late` needs a witness.
    LateUnknown = "late_unknown",
    /// The note that was seen cannot be compared with this file.
    SeenUnknown = "seen_unknown",
}

/// What could not be told, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Doubt {
    pub code: DoubtCode,
    pub place: String,
    pub words: String,
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
    /// Of the last event, where the bundle shows it.
    pub last_at: Option<Time>,
    /// The largest size that a proof places in the instance log.
    pub anchored_size: u64,
    /// When that checkpoint was witnessed; `None` without a witness.
    pub anchored_at: Option<Time>,
    /// The time of the first event that no proof covers; `None` if all are.
    pub pending_from: Option<Time>,
}

/// A witness of the key file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WitnessReport {
    pub name: String,
    /// Whether it cosigned a head in this file. That it did not is no fault.
    pub cosigned: bool,
}

/// The parts that the headers commit to, each counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct PartCounts {
    pub opened: u64,
    pub withheld: u64,
    pub erased: u64,
    pub failed: u64,
}

/// What was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FileForm {
    Bundle,
    /// A final PDF by itself.
    Document,
}

/// The seal on the pages of a PDF, which holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SealReport {
    /// The SHA-256 of the certificate's DER, in lower-case hex.
    pub certificate: String,
    /// Whether the key file names it, without an end.
    pub trusted: bool,
}

/// When the case entered a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhaseReport {
    pub at: Time,
    pub phase: String,
}

/// An agreement that was concluded: who signed what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgreementReport {
    pub version: u64,
    pub concluded_at: Time,
    /// What each of them signed.
    pub document_hash: HashText,
    /// Of the PDF that they were shown.
    pub pdf_hash: HashText,
    /// In the order of signing.
    pub signatures: Vec<SignatureReport>,
    /// What the signed document says; only where it is in the file.
    pub terms: Option<TermsReport>,
    /// Until when each obligation was to be kept, as it followed from the last signature; only where the record of the
    /// procedure is in the file.
    pub due_dates: Vec<DueReport>,
}

/// The date that an obligation of an agreement came to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DueReport {
    /// Its number in the agreement.
    pub obligation: u64,
    /// The first moment that is too late.
    pub until: Time,
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignatureReport {
    pub name: String,
    pub seat: String,
    pub at: Option<Time>,
    pub method: Method,
    pub identity_level: RecordedLevel,
    /// By what the signer binds the party, as the signature says.
    pub authority: Option<String>,
}

/// What `agreement.json` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermsReport {
    pub subject: String,
    pub language: String,
    pub parties: Vec<AgreementParty>,
    pub clauses: Vec<String>,
    pub obligations: Vec<AgreementObligation>,
}

impl From<AgreementFront> for TermsReport {
    fn from(front: AgreementFront) -> Self {
        let AgreementFront { subject, language, parties, clauses, obligations, .. } = front;
        Self { subject, language, parties, clauses, obligations }
    }
}

/// An evidence file that a line names and that is not in the bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOutReport {
    pub channel: String,
    pub seq: u64,
    /// As its owner called it.
    pub name: String,
    /// Where it would be.
    pub path: String,
}

/// The outcome of a check.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    pub valid: bool,
    /// What was handed in; `None` if it is neither.
    pub form: Option<FileForm>,
    pub instance: Option<String>,
    pub case: Option<String>,
    pub reference: Option<String>,
    pub profile: Option<Profile>,
    pub exported_at: Option<Time>,
    pub events: u64,
    pub parts: PartCounts,
    pub channels: Vec<ChannelReport>,
    /// Every agreement that was concluded, where its conclusion is in the file and everything holds.
    pub agreements: Vec<AgreementReport>,
    /// The phases of the case, where all of `procedure` is in the file and everything holds.
    pub phases: Vec<PhaseReport>,
    /// Of a PDF by itself: the seal that binds its pages, where one holds.
    pub seal: Option<SealReport>,
    /// Evidence that is not in the file, and the summary says so, where everything holds.
    pub left_out: Vec<LeftOutReport>,
    /// The witnesses of the key file, one by one; where none cosigned, the times
    /// rest on the operator's word.
    pub witnesses: Vec<WitnessReport>,
    /// The longest time from an event to the first witnessed checkpoint over
    /// it; `None` without a witness.
    pub longest_delay_millis: Option<i64>,
    /// The first failures found, at most [`FAILURES_MAX`].
    pub failures: Vec<Failure>,
    pub failures_total: u64,
    /// What could not be told: it does not weigh where something failed.
    pub doubts: Vec<Doubt>,
}

/// How many failures are told in words. The rest are counted.
pub const FAILURES_MAX: usize = 100;

/// What is certain of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileVerdict {
    Genuine,
    /// What is attached to a document is genuine; its pages were not checked.
    AttachedGenuine,
    NotValid,
    Unclear,
}

impl Report {
    /// 0 valid, 1 not valid, 2 could not tell: not valid outweighs.
    pub fn exit_code(&self) -> u8 {
        match (self.valid, self.failures_total > 0 || self.doubts.is_empty()) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        }
    }

    /// Whether it could not be told.
    pub fn is_unclear(&self) -> bool {
        self.exit_code() == 2
    }

    /// Whether this could not be told.
    pub fn doubts(&self, code: DoubtCode) -> bool {
        self.doubts.iter().any(|d| d.code == code)
    }

    /// What is certain of the file itself: that something kept cannot be compared with it says nothing of it.
    pub fn verdict(&self) -> FileVerdict {
        // What was asked beside the file: a genuine one stays genuine where these cannot be told.
        let beside = [DoubtCode::SeenUnknown, DoubtCode::LateUnknown];
        let rest = || self.doubts.iter().filter(|doubt| !beside.contains(&doubt.code));
        if self.failures_total > 0 || self.doubts.is_empty() && !self.valid {
            FileVerdict::NotValid
        } else if rest().next().is_none() && self.events > 0 {
            FileVerdict::Genuine
        } else if rest().next().is_some() && rest().all(|doubt| doubt.code == DoubtCode::PagesUnchecked) {
            FileVerdict::AttachedGenuine
        } else {
            FileVerdict::Unclear
        }
    }

    /// Of so many kept notes how many fit.
    pub fn fitting(&self, notes: usize) -> usize {
        notes.saturating_sub(self.doubts.iter().filter(|doubt| doubt.code == DoubtCode::SeenUnknown).count())
    }

    pub(crate) fn doubt(&mut self, code: DoubtCode, place: impl Into<String>, words: impl Into<String>) {
        self.doubts.push(Doubt { code, place: place.into(), words: words.into() });
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
