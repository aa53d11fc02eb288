//! The agreements of a case, which may be several, and what they owe.

use super::{Concluded, Owing, Procedure};
use crate::case::event::Fact;
use crate::phase::Phase;

impl Procedure {
    /// The agreement of this version, which may be a former one.
    pub fn concluded_as(&self, version: u32) -> Option<&Concluded> {
        self.agreements().find(|concluded| concluded.version == version)
    }
    pub(crate) fn concluded_as_mut(&mut self, version: u32) -> Option<&mut Concluded> {
        let mut all = self.concluded.iter_mut().chain(self.concluded_before.iter_mut().rev());
        all.find(|concluded| concluded.version == version)
    }
    /// The concluded agreement, unless a further one is being signed now.
    pub fn concluded_and_not_signing(&self) -> Option<&Concluded> {
        self.concluded.as_ref().filter(|_| self.phase() != Phase::Agreed)
    }
    /// Every agreement that was signed by all, oldest first: a later one takes nothing from those before it.
    pub fn agreements(&self) -> impl DoubleEndedIterator<Item = &Concluded> {
        self.concluded_before.iter().chain(&self.concluded)
    }
    /// What the agreement of this version owes: a further one of the case counts on from it.
    pub fn owed_under(&self, version: u32) -> impl Iterator<Item = &Owing> {
        self.obligations.iter().filter(move |owing| owing.version == version)
    }
    /// Does this call for an enforcement packet? A breach does, and what was paid or released of it later, as long as
    /// something is left.
    pub(crate) fn calls_for_packet(&self, fact: &Fact, id: u16) -> bool {
        let owing = self.obligations.iter().find(|owing| owing.what.id == id);
        let settles = matches!(fact, Fact::ObligationConfirmed { .. } | Fact::ObligationReleased { .. });
        let still_owed = || owing.is_some_and(|owing| owing.breached_at.is_some() && owing.account().owed() > 0);
        matches!(fact, Fact::ObligationBreached { .. }) || (settles && still_owed())
    }
}
