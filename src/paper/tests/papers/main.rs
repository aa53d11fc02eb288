//! What third-party programs find in the documents; one binary, because typst takes long to link.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod agreement;
mod contract;
mod filed;
mod hostile;
mod procedural;
mod rendered;
mod volume;
