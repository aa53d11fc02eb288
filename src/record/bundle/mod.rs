//! A bundle, which legal teams and parties take away: one ZIP in BagIt form.

pub(crate) mod bag;
pub(crate) mod parts;
mod write;
pub mod zip;

pub use parts::{BundleParty, BundlePhase, CaseFile, KeysFile, LINE_MAX, Profile, Withheld};
pub(crate) use write::folder;
pub use write::{
    AgreementFiles, BundleError, BundleInput, ChannelInput, CheckpointInput, EventInput, OpenedPart, file_name, pack,
    write,
};
