//! What the operator may set: lengths of deadlines and versions of texts, with the defaults of domain.md.

use crate::calendar::Calendar;
use crate::law::PackId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The rules of an installation. Days are calendar days unless the name says working days.
#[derive(Debug, Clone)]
pub struct Rules {
    /// The legal order that a new case begins under.
    pub law: PackId,
    pub calendar: Calendar,
    /// Admit every complaint by rule; otherwise a coordinator does.
    pub admit_by_rule: bool,
    pub invitation_days: u32,
    pub proposal_days: u32,
    pub proposal_days_max: u32,
    pub signature_days: u32,
    pub reflection_hours: u32,
    pub mediator_accept_working_days: u32,
    pub mediation_days: u32,
    pub room_reply_working_days: u32,
    /// From the company's invitation to its first word.
    pub first_reply_days: u32,
    /// Whether these are working days.
    pub first_reply_in_working_days: bool,
    /// The whole procedure, from the complaint; it is paused while an agreement is signed.
    pub procedure_days: u32,
    pub remitted_days: u32,
    pub replace_representative_working_days: u32,
    /// After the third reminder.
    pub silent_consumer_days: u32,
    pub ombudsman_working_days: u32,
    pub legal_working_days: u32,
    /// How long an officer waits for an answer where nothing else was said.
    pub question_working_days: u32,
    /// From due to breach.
    pub breach_days: u32,
    /// Between a report and the first reminder to confirm it, and on to the second.
    pub confirmation_reminder_days: u32,
    /// From the second reminder until it counts as done.
    pub confirmation_days: u32,
    /// After the last obligation: is all well?
    pub follow_up_days: u32,
    /// How many proposals a consumer must have refused, or seen refused, before asking for the ombudsman.
    pub refusals_before_escalation: u32,
    /// A breach goes to the company's own legal team instead of the operator's.
    pub breach_to_company: bool,
    pub rules_version: u32,
    pub ground_rules_version: u32,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            law: PackId::FIRST,
            calendar: Calendar::brazil(),
            admit_by_rule: true,
            invitation_days: 30,
            proposal_days: 5,
            proposal_days_max: 60,
            signature_days: 5,
            reflection_hours: 24,
            mediator_accept_working_days: 2,
            mediation_days: 60,
            room_reply_working_days: 2,
            first_reply_days: 10,
            first_reply_in_working_days: false,
            procedure_days: 90,
            remitted_days: 15,
            replace_representative_working_days: 2,
            silent_consumer_days: 15,
            ombudsman_working_days: 10,
            legal_working_days: 15,
            question_working_days: 2,
            breach_days: 5,
            confirmation_reminder_days: 5,
            confirmation_days: 10,
            follow_up_days: 7,
            refusals_before_escalation: 3,
            breach_to_company: false,
            rules_version: 1,
            ground_rules_version: 1,
        }
    }
}

impl Rules {
    /// The defaults, with the calendar and the answering times of a legal order.
    pub fn under(law: PackId) -> Self {
        let pack = law.pack();
        Self {
            law,
            calendar: Calendar::of_pack(pack),
            invitation_days: pack.times.invitation.days,
            first_reply_days: pack.times.first_reply.days,
            first_reply_in_working_days: pack.times.first_reply.working_days,
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
}

impl DeadlineRule {
    pub const ALL: [Self; 19] = [
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
    ];
}
