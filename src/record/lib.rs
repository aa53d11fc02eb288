//! The record: everything that happens in a case can be proven later to
//! somebody who trusts no party. The format is described in `docs/record.md`.
//!
//! The package is pure. Times, salts, keys and files are handed in, so the same
//! input gives the same bytes on every machine and in the browser.
//!
//! # Writing
//!
//! ```
//! use acordo_record::{canonical, AppendInput, ChannelHead, PartInput, PartName, Salt, Time};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let mut head = ChannelHead::new();
//! let author = canonical::to_canonical(&serde_json::json!({"id": "…", "name": "Ana"}))?;
//! let content = canonical::to_canonical(&serde_json::json!({"text": "Bom dia"}))?;
//! let sealed = head.append(&AppendInput {
//!     case: "0192f0c0-7b1a-7c00-8000-000000000001",
//!     channel: "joint",
//!     kind: "message_posted",
//!     seat: "consumer",
//!     at: Time::parse("2026-11-21T18:04:05.123Z")?,
//!     parts: &[
//!         PartInput { name: PartName::Author, salt: Salt([1; 32]), bytes: &author },
//!         PartInput { name: PartName::Content, salt: Salt([2; 32]), bytes: &content },
//!     ],
//! })?;
//! assert_eq!((sealed.seq, head.size(), head.last_leaf()), (1, 1, sealed.leaf));
//! # Ok(()) }
//! ```
//!
//! Store `sealed.header` and `sealed.leaf`, the parts' bytes and, beside
//! each part, its salt; the head goes into the row that the next append reads
//! ([`ChannelHead::to_bytes`]). A caller that may have to roll back appends to a
//! clone and keeps it after the commit.
//!
//! # Checkpoints and bundles
//!
//! [`Checkpoint::of_channel`], [`may_sign`] and [`Checkpoint::sign`] make the
//! signed note of a channel's head; the signer remembers the last `(size, root)`
//! of each channel. [`bundle::write`] takes whole channels with their checkpoints
//! and a profile, and drops what the profile does not show. [`verify`] reads the
//! bytes of a bundle and a [`Inquiry`], and returns a [`Report`].

pub mod agreement;
pub mod anchor;
pub mod bundle;
pub mod canonical;
mod checkpoint;
mod cms;
mod commit;
mod der;
pub mod forms;
mod hash;
mod head;
mod header;
mod key;
mod names;
pub mod note;
pub mod passkey;
pub mod pdf;
mod seal;
mod signer;
mod time;
pub mod tree;
mod verify;

pub use checkpoint::{Checkpoint, SignerRefusal, channel_origin, may_sign};
pub use commit::{Salt, Slot, commitment};
pub use hash::{Hash, HashText, base64, from_base64, hash_from_base64, hex, sha256};
pub use head::{AppendInput, ChannelHead, DamagedHead, PartInput, Sealed};
pub use header::{Header, HeaderError, leaf};
pub use key::{KeyError, KeyFile, KeyKind, KeyWindow, TrustedKey, TrustedSeal, Vkey};
pub use names::{PartName, SEATS, SYSTEM, SignerSeat, is_case, is_channel, is_instance, is_kind, is_seat};
pub use note::Note;
pub use seal::{HeadKeys, in_former_order, in_order};
pub use signer::{LogKey, WitnessKey};
pub use time::{NotATime, Time};
pub use verify::{
    ATTACHED, AgreementReport, ChannelReport, Doubt, DoubtCode, DueReport, FAILURES_MAX, Failure, FailureCode,
    FileForm, FileVerdict, Inquiry, LeftOutReport, PartCounts, PhaseReport, Report, SealReport, SignatureReport,
    TermsReport, WitnessReport, notes_in, notes_kept, verify, verify_from,
};
