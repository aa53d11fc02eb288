//! What ends a mediation, and what its final term says of it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a final term says (Lei 13.140, art. 20).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FinalTermGround {
    MediatorDeclaration,
    /// The time for the mediation was over.
    TimeOver,
    /// Nobody mediated any more.
    NoMediator,
    ConsumerLeft,
    CompanyLeft,
    /// After another mediator came, this side did not accept the terms anew.
    ConsumerDidNotAccept,
    CompanyDidNotAccept,
    NeitherAccepted,
    Withdrawn,
    /// The only representative was not replaced in time.
    RepresentativeMissing,
    /// The whole procedure took too long.
    ProcedureOver,
    ProposalsRefused,
    /// The consumer fell silent.
    Abandoned,
    /// A later mediation of a case whose agreement was concluded: it ended, and the agreement stands.
    AgreementStands,
    // What older records also say. Nothing writes these any more: an agreement is its own final term, and
    // where no mediation began there is none.
    Agreement,
    BothLeft,
    InvitationRefused,
    InvitationLapsed,
    OfficerClosed,
    Unconfirmed,
}

/// Why a mediation ended without an agreement: all that a final term may say where none was concluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediationEnd {
    MediatorDeclaration,
    TimeOver,
    NoMediator,
    ConsumerLeft,
    CompanyLeft,
    ConsumerDidNotAccept,
    CompanyDidNotAccept,
    NeitherAccepted,
    Withdrawn,
    RepresentativeMissing,
    ProcedureOver,
    ProposalsRefused,
    Abandoned,
}

impl From<MediationEnd> for FinalTermGround {
    fn from(end: MediationEnd) -> Self {
        match end {
            MediationEnd::MediatorDeclaration => Self::MediatorDeclaration,
            MediationEnd::TimeOver => Self::TimeOver,
            MediationEnd::NoMediator => Self::NoMediator,
            MediationEnd::ConsumerLeft => Self::ConsumerLeft,
            MediationEnd::CompanyLeft => Self::CompanyLeft,
            MediationEnd::ConsumerDidNotAccept => Self::ConsumerDidNotAccept,
            MediationEnd::CompanyDidNotAccept => Self::CompanyDidNotAccept,
            MediationEnd::NeitherAccepted => Self::NeitherAccepted,
            MediationEnd::Withdrawn => Self::Withdrawn,
            MediationEnd::RepresentativeMissing => Self::RepresentativeMissing,
            MediationEnd::ProcedureOver => Self::ProcedureOver,
            MediationEnd::ProposalsRefused => Self::ProposalsRefused,
            MediationEnd::Abandoned => Self::Abandoned,
        }
    }
}
