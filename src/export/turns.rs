//! How many exports are under way: each keeps a thread busy while it is made, and room on the disk until it is sent.
//! Who takes a download slowly holds a place among those that are sent, and nobody back whose export is to be made.

use crate::places::{HeldPlace, NoPlace, Places};
use acordo_domain::id::UserId;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Asked for and not yet made, for everybody together and for one person.
pub const EXPORTS_MAX: usize = 12;
pub const EXPORTS_OF_PERSON_MAX: usize = 2;
/// Asked for and not yet sent.
pub const DOWNLOADS_MAX: usize = 64;
pub const DOWNLOADS_OF_PERSON_MAX: usize = 4;
/// Made at the same time; the others wait for their turn.
const MADE_AT_ONCE: usize = 2;

/// Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct ExportTurns {
    exports: Places<UserId>,
    downloads: Places<UserId>,
    made: Arc<Semaphore>,
}

/// Room for one export, until it is made.
#[derive(Debug)]
pub struct ExportTurn {
    _making: HeldPlace<UserId>,
    download: DownloadPlace,
}

/// Room for what was made, until it is sent.
#[derive(Debug)]
pub struct DownloadPlace {
    _place: HeldPlace<UserId>,
}

impl ExportTurn {
    /// It is made: another may be.
    pub(super) fn into_download(self) -> DownloadPlace {
        self.download
    }
}

impl Default for ExportTurns {
    fn default() -> Self {
        Self {
            exports: Places::new(EXPORTS_MAX, EXPORTS_OF_PERSON_MAX),
            downloads: Places::new(DOWNLOADS_MAX, DOWNLOADS_OF_PERSON_MAX),
            made: Arc::new(Semaphore::new(MADE_AT_ONCE)),
        }
    }
}

impl ExportTurns {
    /// Nothing is made that there would be no room to send.
    pub fn take(&self, person: UserId) -> Result<ExportTurn, NoPlace> {
        let download = DownloadPlace { _place: self.downloads.take(person)? };
        Ok(ExportTurn { _making: self.exports.take(person)?, download })
    }

    /// Room to send what was made before.
    pub fn download(&self, person: UserId) -> Result<DownloadPlace, NoPlace> {
        Ok(DownloadPlace { _place: self.downloads.take(person)? })
    }

    /// Waits until another may be made.
    pub async fn to_make(&self) -> Option<OwnedSemaphorePermit> {
        self.made.clone().acquire_owned().await.ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn what_is_being_sent_holds_up_nothing_that_is_to_be_made() {
        let turns = ExportTurns::default();
        let person = |n: usize| UserId(Uuid::from_u128(n as u128));
        let mut sent = Vec::new();
        for n in 0..EXPORTS_MAX {
            for _ in 0..EXPORTS_OF_PERSON_MAX {
                sent.push(turns.take(person(n)).unwrap().into_download());
            }
        }
        let held = [turns.take(person(0)).unwrap(), turns.take(person(0)).unwrap()];
        assert_eq!(turns.take(person(0)).unwrap_err(), NoPlace::OfEach);
        // Four are on their way to this person now, made or not.
        sent.extend(held.map(ExportTurn::into_download));
        assert_eq!(turns.take(person(0)).unwrap_err(), NoPlace::OfEach);
        sent.clear();
        assert!(turns.take(person(0)).is_ok());
    }
}
