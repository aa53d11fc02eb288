//! The papers of a procedure as they were filed.

use super::{Paper, Procedure};
use crate::case::command::PaperKind;

impl Procedure {
    /// The paper of this number that a point of the procedure called for.
    pub fn filed_paper(&self, paper: PaperKind, number: u16) -> Option<&Paper> {
        self.papers.iter().find(|filed| filed.paper == paper && filed.number == number && filed.size.is_none())
    }
    /// Records of the case as it stood when somebody took it along: each tells the procedure up to its size.
    pub fn records_so_far(&self, number: u16) -> impl DoubleEndedIterator<Item = &Paper> {
        let so_far = move |filed: &&Paper| filed.paper == PaperKind::Procedure && filed.size.is_some();
        self.papers.iter().filter(move |filed| so_far(filed) && filed.number == number)
    }
    /// The number of the record that is taken as the case stands: that which it will have when the case closes next.
    /// None where the record of the last closing tells all that was done: the case is closed, and nothing was paid,
    /// confirmed or released since.
    pub fn record_as_it_stands(&self) -> Option<u16> {
        let next = u16::try_from(self.closings.len() + 1).unwrap_or(u16::MAX);
        let stands = self.closed_at.is_none_or(|closed| {
            let mut steps = self.obligations.iter().flat_map(|owing| &owing.steps);
            steps.any(|step| step.at > closed)
        });
        stands.then_some(next)
    }
    /// A conclusion is the last event of its transaction: what was certified in it tells of the agreement.
    pub(in crate::case) fn certified_with(&mut self, conclusion: u64) {
        if let Some(point) = self.certificates.last_mut().filter(|point| point.seq + 1 == conclusion) {
            point.seq = conclusion;
        }
    }
}
