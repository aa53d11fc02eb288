//! What the operator may set: lengths of deadlines and versions of texts, with the defaults of domain.md.

use crate::calendar::Calendar;

/// The rules of the house. Days are calendar days unless the name says working days.
#[derive(Debug, Clone)]
pub struct Rules {
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
    pub rules_version: u32,
    pub ground_rules_version: u32,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
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
            rules_version: 1,
            ground_rules_version: 1,
        }
    }
}
