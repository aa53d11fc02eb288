//! What papers are made of: the mediations of a case, the moments that call for a paper, and the papers that were made.

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
