//! How many bundles are taken in and checked at a time.

use crate::problem::{Fault, Shell};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Bundles on their way in, each on the disk; from one address at most so many.
const ARRIVING_MAX: usize = 24;
const ARRIVING_PER_ADDRESS_MAX: usize = 4;
/// Bundles in memory.
const CHECKED_AT_ONCE: usize = 2;

/// Who is handing in a bundle, and how many are being checked.
#[derive(Debug, Clone)]
pub struct Verifications {
    arriving: Arc<Semaphore>,
    by_address: Arc<Mutex<HashMap<IpAddr, usize>>>,
    checking: Arc<Semaphore>,
}

impl Default for Verifications {
    fn default() -> Self {
        Self {
            arriving: Arc::new(Semaphore::new(ARRIVING_MAX)),
            by_address: Arc::default(),
            checking: Arc::new(Semaphore::new(CHECKED_AT_ONCE)),
        }
    }
}

/// One bundle on its way in; dropping it makes room for another.
#[derive(Debug)]
pub struct VerifyPlace {
    all: Verifications,
    address: IpAddr,
    _one_of_all: OwnedSemaphorePermit,
}

impl Verifications {
    /// Until the place is dropped, one more is on its way in.
    pub fn enter(&self, address: IpAddr) -> Result<VerifyPlace, Fault> {
        let busy = || Fault::new(Shell::Busy).after_seconds(10);
        let mut by_address = self.by_address.lock().unwrap_or_else(PoisonError::into_inner);
        let theirs = by_address.entry(address).or_default();
        if *theirs >= ARRIVING_PER_ADDRESS_MAX {
            return Err(busy());
        }
        match self.arriving.clone().try_acquire_owned() {
            Ok(one_of_all) => {
                *theirs += 1;
                Ok(VerifyPlace { all: self.clone(), address, _one_of_all: one_of_all })
            }
            Err(_) => {
                by_address.retain(|_, count| *count > 0);
                Err(busy())
            }
        }
    }

    /// Waits until one more may be in memory.
    pub async fn turn(&self) -> Result<OwnedSemaphorePermit, Fault> {
        self.checking.clone().acquire_owned().await.map_err(Fault::internal)
    }
}

impl Drop for VerifyPlace {
    fn drop(&mut self) {
        let mut by_address = self.all.by_address.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = by_address.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                by_address.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_does_not_take_every_place() {
        let all = Verifications::default();
        let address = |last: usize| IpAddr::from([192, 0, 2, u8::try_from(last).unwrap()]);
        let mut places: Vec<VerifyPlace> = Vec::new();
        for _ in 0..ARRIVING_PER_ADDRESS_MAX {
            places.push(all.enter(address(1)).unwrap());
        }
        assert_eq!(all.enter(address(1)).unwrap_err().code.text(), "busy");
        for other in ARRIVING_PER_ADDRESS_MAX..ARRIVING_MAX {
            places.push(all.enter(address(other)).unwrap());
        }
        assert_eq!(all.enter(address(200)).unwrap_err().code.text(), "busy");
        places.truncate(1);
        places.push(all.enter(address(1)).unwrap());
        drop(places);
        assert!(all.by_address.lock().unwrap().is_empty());
    }
}
