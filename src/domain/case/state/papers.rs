//! What papers are made of: the mediations of a case, the moments that call for a paper, and the papers that were made.

use super::Procedure;
use crate::case::command::{CertificateGround, PaperKind};
use crate::case::event::FinalTermGround;
use crate::moment::Moment;
use crate::seat::Person;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinalTerm {
    pub ground: FinalTermGround,
    pub at: Moment,
    /// Its event.
    pub seq: u64,
}

/// From then on a certificate can be had that tells this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificatePoint {
    pub ground: CertificateGround,
    pub at: Moment,
    /// Its event: the certificate tells what was so by then.
    pub seq: u64,
}

/// What calls for an enforcement packet: an obligation was not kept in time, or a part of it was paid or released
/// after that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breach {
    /// The obligation.
    pub id: u16,
    pub at: Moment,
    /// Its event: the packet tells what was so by then.
    pub seq: u64,
}

/// One mediation, from the moment in which both sides had accepted the mediator's terms to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediationSpan {
    pub mediators: Vec<Person>,
    pub began: Moment,
    pub ended: Option<Moment>,
    /// It ended with an agreement.
    pub agreed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub paper: PaperKind,
    pub number: u16,
    pub pdf_hash: String,
    /// Of the same for machines.
    pub data_hash: Option<String>,
    /// Of a case that was open: the size of `procedure` that it tells.
    pub size: Option<u64>,
    pub at: Moment,
}

impl Procedure {
    /// The paper of this number that a point of the procedure called for.
    pub fn filed_paper(&self, paper: PaperKind, number: u16) -> Option<&Paper> {
        self.papers.iter().find(|filed| filed.paper == paper && filed.number == number && filed.size.is_none())
    }
    /// Records that somebody took along while the case was open: each tells the procedure up to its size.
    pub fn records_so_far(&self, number: u16) -> impl DoubleEndedIterator<Item = &Paper> {
        let so_far = move |filed: &&Paper| filed.paper == PaperKind::Procedure && filed.size.is_some();
        self.papers.iter().filter(move |filed| so_far(filed) && filed.number == number)
    }
    /// The number of the record of an open case: that which it will have when the case closes.
    pub fn open_record(&self) -> Option<u16> {
        let next = u16::try_from(self.closings.len() + 1).unwrap_or(u16::MAX);
        self.closed_at.is_none().then_some(next)
    }
    /// A conclusion is the last event of its transaction: what was certified in it tells of the agreement.
    pub(in crate::case) fn certified_with(&mut self, conclusion: u64) {
        if let Some(point) = self.certificates.last_mut().filter(|point| point.seq + 1 == conclusion) {
            point.seq = conclusion;
        }
    }
}
