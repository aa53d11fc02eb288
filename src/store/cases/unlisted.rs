//! Which cases of this process have lists that are behind.

use acordo_domain::id::CaseId;
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};
use tokio::sync::Notify;

/// The cases of this process whose lists are behind.
#[derive(Debug, Default)]
pub(crate) struct ListsBehind {
    cases: Mutex<HashSet<CaseId>>,
    pub more: Notify,
    /// Held while they are written.
    pub writing: tokio::sync::Mutex<()>,
}

impl ListsBehind {
    pub fn add(&self, case: CaseId) {
        if self.cases.lock().unwrap_or_else(PoisonError::into_inner).insert(case) {
            self.more.notify_one();
        }
    }

    pub fn is_empty(&self) -> bool {
        self.cases.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    pub fn take(&self) -> HashSet<CaseId> {
        std::mem::take(&mut *self.cases.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
