//! Whether anything can be written.

use crate::evidence::EvidenceFiles;
use crate::store::{Store, StoreError};
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

const PROBE_EVERY: Duration = Duration::from_secs(5);

/// As it was a moment ago: anybody may ask, and each answer costs a write.
#[derive(Debug, Default)]
pub struct WriteProbe(Mutex<Option<(Instant, bool)>>);

impl WriteProbe {
    pub async fn is_full(&self, store: &Store, files: &EvidenceFiles) -> bool {
        let mut known = self.0.lock().await;
        if let Some((at, full)) = *known
            && at.elapsed() < PROBE_EVERY
        {
            return full;
        }
        let full = store.try_writing().await.err() == Some(StoreError::Full) || files.is_full().await;
        metrics::gauge!("acordo_disk_full").set(f64::from(u8::from(full)));
        *known = Some((Instant::now(), full));
        full
    }
}
