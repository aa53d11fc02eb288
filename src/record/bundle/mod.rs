//! A bundle, which legal teams and parties take away: one ZIP in BagIt form.

mod alone;
pub(crate) mod bag;
mod input;
pub(crate) mod parts;
mod write;
pub mod zip;

pub use alone::{agreement_end, line_alone};
pub use input::{
    AgreementFiles, BUNDLE_BYTES_MAX, BundleError, BundleInput, ChannelInput, CheckpointInput, EventInput, FileSource,
    LeftOutFile, OpenedPart,
};
pub use parts::{
    BundleParty, BundlePhase, CaseFile, KeysFile, LINE_MAX, Profile, Taker, Withheld, WithheldPart, WithheldReason,
};
pub(crate) use write::folder;
pub use write::{ReadSeek, file_name, pack, write};
