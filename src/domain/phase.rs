//! The life of a case: phases and how it may end (domain.md, "Life of a case").

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    Intake,
    Negotiation,
    Mediation,
    Agreed,
    Settled,
    EscalatedOmbudsman,
    EscalatedLegal,
    ClosedFulfilled,
    ClosedSettledUnconfirmed,
    ClosedNoAgreement,
    ClosedRefused,
    ClosedWithdrawn,
    /// The invitation reached somebody else.
    ClosedMisdirected,
    /// The company that invited took its invitation back.
    ClosedCalledBack,
    ClosedAbandoned,
    ClosedFinalAnswer,
    ClosedReferredToCourt,
    ClosedReleased,
    ClosedEnforcedElsewhere,
}

impl Phase {
    pub const ALL: [Self; 19] = [
        Self::Intake,
        Self::Negotiation,
        Self::Mediation,
        Self::Agreed,
        Self::Settled,
        Self::EscalatedOmbudsman,
        Self::EscalatedLegal,
        Self::ClosedFulfilled,
        Self::ClosedSettledUnconfirmed,
        Self::ClosedNoAgreement,
        Self::ClosedRefused,
        Self::ClosedWithdrawn,
        Self::ClosedMisdirected,
        Self::ClosedCalledBack,
        Self::ClosedAbandoned,
        Self::ClosedFinalAnswer,
        Self::ClosedReferredToCourt,
        Self::ClosedReleased,
        Self::ClosedEnforcedElsewhere,
    ];
    pub const fn is_closed(self) -> bool {
        matches!(
            self,
            Self::ClosedFulfilled
                | Self::ClosedSettledUnconfirmed
                | Self::ClosedNoAgreement
                | Self::ClosedRefused
                | Self::ClosedWithdrawn
                | Self::ClosedMisdirected
                | Self::ClosedCalledBack
                | Self::ClosedAbandoned
                | Self::ClosedFinalAnswer
                | Self::ClosedReferredToCourt
                | Self::ClosedReleased
                | Self::ClosedEnforcedElsewhere
        )
    }
    pub const fn name(self) -> &'static str {
        match self {
            Self::Intake => "intake",
            Self::Negotiation => "negotiation",
            Self::Mediation => "mediation",
            Self::Agreed => "agreed",
            Self::Settled => "settled",
            Self::EscalatedOmbudsman => "escalated_ombudsman",
            Self::EscalatedLegal => "escalated_legal",
            Self::ClosedFulfilled => "closed_fulfilled",
            Self::ClosedSettledUnconfirmed => "closed_settled_unconfirmed",
            Self::ClosedNoAgreement => "closed_no_agreement",
            Self::ClosedRefused => "closed_refused",
            Self::ClosedWithdrawn => "closed_withdrawn",
            Self::ClosedMisdirected => "closed_misdirected",
            Self::ClosedCalledBack => "closed_called_back",
            Self::ClosedAbandoned => "closed_abandoned",
            Self::ClosedFinalAnswer => "closed_final_answer",
            Self::ClosedReferredToCourt => "closed_referred_to_court",
            Self::ClosedReleased => "closed_released",
            Self::ClosedEnforcedElsewhere => "closed_enforced_elsewhere",
        }
    }
}

/// How a case may end. Which half may be said follows from whether an agreement was concluded: with one, nothing ever
/// says that there was none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum Outcome {
    With(WithAgreement),
    Without(WithoutAgreement),
}

/// How a case with a concluded agreement ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WithAgreement {
    Fulfilled,
    /// Reported done and never confirmed.
    SettledUnconfirmed,
    /// By the creditor's word.
    Released,
    EnforcedElsewhere,
}

/// How a case without a concluded agreement ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WithoutAgreement {
    NoAgreement,
    Refused,
    Withdrawn,
    Misdirected,
    CalledBack,
    Abandoned,
    FinalAnswer,
    ReferredToCourt,
}

impl From<WithAgreement> for Outcome {
    fn from(outcome: WithAgreement) -> Self {
        Self::With(outcome)
    }
}
impl From<WithoutAgreement> for Outcome {
    fn from(outcome: WithoutAgreement) -> Self {
        Self::Without(outcome)
    }
}

impl Outcome {
    pub const fn phase(self) -> Phase {
        match self {
            Self::With(WithAgreement::Fulfilled) => Phase::ClosedFulfilled,
            Self::With(WithAgreement::SettledUnconfirmed) => Phase::ClosedSettledUnconfirmed,
            Self::With(WithAgreement::Released) => Phase::ClosedReleased,
            Self::With(WithAgreement::EnforcedElsewhere) => Phase::ClosedEnforcedElsewhere,
            Self::Without(WithoutAgreement::NoAgreement) => Phase::ClosedNoAgreement,
            Self::Without(WithoutAgreement::Refused) => Phase::ClosedRefused,
            Self::Without(WithoutAgreement::Withdrawn) => Phase::ClosedWithdrawn,
            Self::Without(WithoutAgreement::Misdirected) => Phase::ClosedMisdirected,
            Self::Without(WithoutAgreement::CalledBack) => Phase::ClosedCalledBack,
            Self::Without(WithoutAgreement::Abandoned) => Phase::ClosedAbandoned,
            Self::Without(WithoutAgreement::FinalAnswer) => Phase::ClosedFinalAnswer,
            Self::Without(WithoutAgreement::ReferredToCourt) => Phase::ClosedReferredToCourt,
        }
    }
}

/// A set of phases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhaseSet(u32);

impl PhaseSet {
    pub const NONE: Self = Self(0);
    pub(crate) const fn of(phases: &[Phase]) -> Self {
        let mut bits = 0;
        let mut i = 0;
        while i < phases.len() {
            bits |= 1 << phases[i] as u32;
            i += 1;
        }
        Self(bits)
    }
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    pub const fn has(self, phase: Phase) -> bool {
        self.0 & (1 << phase as u32) != 0
    }
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    pub fn iter(self) -> impl Iterator<Item = Phase> {
        Phase::ALL.into_iter().filter(move |phase| self.has(*phase))
    }
}
