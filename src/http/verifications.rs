//! How many bundles are taken in and checked at a time.

use crate::places::{HeldPlace, Places};
use crate::problem::{Fault, Shell};
use std::net::IpAddr;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Bundles on their way in, each on the disk; from one address at most so many.
const ARRIVING_MAX: usize = 24;
const ARRIVING_PER_ADDRESS_MAX: usize = 4;
/// Each keeps a thread busy, and what is small of a bundle, or a PDF, in memory.
const CHECKED_AT_ONCE: usize = 2;

/// Who is handing in a bundle, and how many are being checked.
#[derive(Debug, Clone)]
pub struct Verifications {
    arriving: Places<IpAddr>,
    checking: Arc<Semaphore>,
}

impl Default for Verifications {
    fn default() -> Self {
        Self {
            arriving: Places::new(ARRIVING_MAX, ARRIVING_PER_ADDRESS_MAX),
            checking: Arc::new(Semaphore::new(CHECKED_AT_ONCE)),
        }
    }
}

impl Verifications {
    /// Until the place is dropped, one more is on its way in.
    pub fn enter(&self, address: IpAddr) -> Result<HeldPlace<IpAddr>, Fault> {
        self.arriving.take(address).map_err(|_| Fault::new(Shell::Busy).after_seconds(10))
    }

    /// Waits until one more may be checked.
    pub async fn turn(&self) -> Result<OwnedSemaphorePermit, Fault> {
        self.checking.clone().acquire_owned().await.map_err(Fault::internal)
    }
}
