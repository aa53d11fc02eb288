//! Who watches which case: one websocket a viewer, frames, resume.

pub mod frame;
