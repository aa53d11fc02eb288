//! Under which rules a case runs: its calendar, its settings and the versions of its texts; and the rules of dates.

use crate::accepted::AcceptedText;
use crate::calendar::Calendar;
use crate::law::PackId;
use crate::settings::Settings;
use serde::{Deserialize, Serialize};
use std::ops::{Deref, DerefMut};
use utoipa::ToSchema;

/// The rules of an installation. A case keeps the settings it began with: `Procedure::rules` says which are its own.
#[derive(Debug, Clone)]
pub struct Rules {
    /// The legal order that a new case begins under.
    pub law: PackId,
    pub calendar: Calendar,
    pub settings: Settings,
    pub rules_version: u32,
    pub ground_rules_version: u32,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            law: PackId::FIRST,
            calendar: Calendar::brazil(),
            settings: Settings::USUAL,
            rules_version: AcceptedText::Rules.current(),
            ground_rules_version: AcceptedText::GroundRules.current(),
        }
    }
}

impl Rules {
    pub fn with(&self, settings: Settings) -> Self {
        Self { settings, ..self.clone() }
    }
}

impl Deref for Rules {
    type Target = Settings;
    fn deref(&self) -> &Settings {
        &self.settings
    }
}

impl DerefMut for Rules {
    fn deref_mut(&mut self) -> &mut Settings {
        &mut self.settings
    }
}

impl Rules {
    /// The defaults, with the calendar and the answering times of a legal order.
    pub fn under(law: PackId) -> Self {
        let pack = law.pack();
        Self {
            law,
            calendar: Calendar::of_pack(pack),
            settings: Settings {
                invitation_days: pack.times.invitation.days,
                first_reply_days: pack.times.first_reply.days,
                first_reply_in_working_days: pack.times.first_reply.working_days,
                ..Settings::USUAL
            },
            ..Self::default()
        }
    }
}

// Which rule set a date (domain.md, "Deadlines").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineRule {
    Invitation,
    FirstReply,
    RoomReply,
    ProposalValidity,
    MediatorAccepts,
    Mediation,
    Procedure,
    Signatures,
    Obligation,
    Confirmation,
    Reflection,
    ReplaceRepresentative,
    RemittedMediation,
    SilentConsumer,
    OmbudsmanEntry,
    LegalEntry,
    FollowUp,
    /// From overdue to breach.
    Breach,
    /// An officer's question.
    Question,
    /// A side accepts the mediator's terms.
    GroundRules,
    /// Nobody who may mediate is free: the coordinator is told every day.
    MediatorMissing,
    /// A coordinator admits or refuses a complaint.
    Admission,
    /// A team of the operator's let its time pass: the coordinator is told every day.
    EntryOverdue,
}

impl DeadlineRule {
    pub const ALL: [Self; 23] = [
        Self::Invitation,
        Self::FirstReply,
        Self::RoomReply,
        Self::ProposalValidity,
        Self::MediatorAccepts,
        Self::Mediation,
        Self::Procedure,
        Self::Signatures,
        Self::Obligation,
        Self::Confirmation,
        Self::Reflection,
        Self::ReplaceRepresentative,
        Self::RemittedMediation,
        Self::SilentConsumer,
        Self::OmbudsmanEntry,
        Self::LegalEntry,
        Self::FollowUp,
        Self::Breach,
        Self::Question,
        Self::GroundRules,
        Self::MediatorMissing,
        Self::Admission,
        Self::EntryOverdue,
    ];
}
