//! Cases: their warm state, commands, and what viewers read.

/// Snapshots of another form are folded anew.
pub(crate) const SNAPSHOT_FORM: i64 = 1;
