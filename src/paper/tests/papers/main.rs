//! What programs that we did not write find in the documents; one binary, as
//! typst takes long to link.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod agreement;
mod contract;
mod filed;
mod hostile;
mod procedural;
mod rendered;
