//! What the operator may set: lengths, limits and switches, with the defaults of domain.md. A case keeps those it
//! began with.

use crate::law::Pack;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The value of one setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum SettingValue {
    Switch(bool),
    Number(u32),
}

impl std::fmt::Display for SettingValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Switch(on) => on.fmt(f),
            Self::Number(number) => number.fmt(f),
        }
    }
}

/// A setting: its name, its usual value, what it may be, and what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    pub name: &'static str,
    /// The same in the configuration.
    pub key: &'static str,
    pub usual_text: &'static str,
    pub usual: SettingValue,
    /// The least and the greatest number; none where it is a switch.
    pub bounds: Option<(u32, u32)>,
    pub what: &'static str,
}

/// A value that does not do. The text says what would.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingFault {
    #[error("it is no setting of a case")]
    Unknown,
    #[error("it is neither true nor false")]
    NoSwitch,
    #[error("it must be a whole number from {low} to {high}")]
    OutOfBounds { low: u32, high: u32 },
    #[error("{law} leaves whole numbers from {low} to {high}")]
    OutsideLaw { low: u32, high: u32, law: &'static str },
    #[error("with {other} as it is, it must not be more than {limit}")]
    AboveAnother { other: &'static str, limit: u32 },
}

trait OneSetting: Sized {
    type Bounds;
    fn value(self) -> SettingValue;
    fn bounds(bounds: Self::Bounds) -> Option<(u32, u32)>;
    fn checked(value: SettingValue, bounds: Self::Bounds) -> Result<Self, SettingFault>;
}

impl OneSetting for bool {
    type Bounds = ();
    fn value(self) -> SettingValue {
        SettingValue::Switch(self)
    }
    fn bounds((): ()) -> Option<(u32, u32)> {
        None
    }
    fn checked(value: SettingValue, (): ()) -> Result<Self, SettingFault> {
        match value {
            SettingValue::Switch(on) => Ok(on),
            SettingValue::Number(_) => Err(SettingFault::NoSwitch),
        }
    }
}

impl OneSetting for u32 {
    type Bounds = (Self, Self);
    fn value(self) -> SettingValue {
        SettingValue::Number(self)
    }
    fn bounds(bounds: (Self, Self)) -> Option<(u32, u32)> {
        Some(bounds)
    }
    fn checked(value: SettingValue, (low, high): (Self, Self)) -> Result<Self, SettingFault> {
        match value {
            SettingValue::Number(number) if (low..=high).contains(&number) => Ok(number),
            SettingValue::Number(_) | SettingValue::Switch(_) => Err(SettingFault::OutOfBounds { low, high }),
        }
    }
}

macro_rules! settings {
    ($($name:ident: $type:ty = $usual:literal, $bounds:expr, $what:literal;)*) => {
        /// The settings of a case. Days are calendar days unless the name says working days.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(default)]
        pub struct Settings { $(#[doc = $what] pub $name: $type),* }

        impl Settings {
            pub const USUAL: Self = Self { $($name: $usual),* };

            /// Every setting, in the order in which it is told.
            pub fn all() -> Vec<Setting> {
                vec![$(Setting {
                    name: stringify!($name),
                    key: concat!("rules.", stringify!($name)),
                    usual_text: stringify!($usual),
                    usual: <$type as OneSetting>::value($usual),
                    bounds: <$type as OneSetting>::bounds($bounds),
                    what: $what,
                }),*]
            }
            pub fn get(&self, name: &str) -> Option<SettingValue> {
                match name {
                    $(stringify!($name) => Some(self.$name.value()),)*
                    _ => None,
                }
            }
            /// Sets one, within its bounds. What depends on several is checked by `check`.
            pub fn set(&mut self, name: &str, value: SettingValue) -> Result<(), SettingFault> {
                match name {
                    $(stringify!($name) => self.$name = <$type as OneSetting>::checked(value, $bounds)?,)*
                    _ => return Err(SettingFault::Unknown),
                }
                Ok(())
            }
        }
    };
}

settings! {
    admit_by_rule: bool = true, (), "every complaint is admitted at once; otherwise a coordinator admits or refuses each";
    admission_working_days: u32 = 2, (1, 30), "working days in which a coordinator admits or refuses a complaint";
    invitation_days: u32 = 30, (5, 60), "days in which an invitation is answered";
    first_reply_days: u32 = 10, (2, 60), "days from the company's invitation to its first word";
    first_reply_in_working_days: bool = false, (), "these days are working days";
    procedure_days: u32 = 90, (15, 730), "days of the whole procedure, from the complaint; signing does not count";
    room_reply_working_days: u32 = 2, (1, 30), "working days to answer in the room, for each side and the mediator, and between two reminders";
    silent_consumer_days: u32 = 15, (5, 180), "days after the third reminder until a silent consumer has given the case up";
    proposal_days: u32 = 5, (1, 60), "days that a proposal is open whose author said nothing";
    proposal_days_max: u32 = 60, (1, 365), "days that a proposal may be open at most";
    mediator_accept_working_days: u32 = 2, (1, 30), "working days in which a mediator accepts or declines";
    ground_rules_working_days: u32 = 2, (1, 30), "working days to accept the mediator's terms, and between two reminders";
    ground_rules_days: u32 = 10, (3, 90), "days after which a side that accepted no terms has left the mediation";
    mediation_days: u32 = 60, (5, 365), "days of the mediation; both sides may prolong it";
    remitted_days: u32 = 15, (2, 180), "days of a mediation to which an officer sent the case back";
    conflict_days: u32 = 365, (365, 3650), "days for which having stood with or against a party bars a mediator";
    replace_representative_working_days: u32 = 2, (1, 30), "working days to send another representative";
    refusals_before_escalation: u32 = 3, (1, 20), "refused proposals after which the consumer may ask for the ombudsman";
    signature_days: u32 = 5, (1, 60), "days in which an agreement is signed";
    reflection_hours: u32 = 24, (0, 720), "hours after the first draft before the consumer signs without waiving them";
    breach_days: u32 = 5, (1, 60), "days from overdue to breach";
    confirmation_reminder_days: u32 = 5, (1, 60), "days between a report and the reminder to confirm it, and on to the next";
    confirmation_days: u32 = 10, (1, 90), "days from the second of these reminders until it counts as done";
    breach_to_company: bool = false, (), "a breach goes to the company's own legal team, where it has one";
    ombudsman_working_days: u32 = 10, (1, 90), "working days of an ombudsman's entry";
    legal_working_days: u32 = 15, (1, 180), "working days of a legal entry";
    question_working_days: u32 = 2, (1, 30), "working days to answer an officer where nothing else was said";
    follow_up_days: u32 = 7, (1, 90), "days after the last obligation until the consumer is asked whether all is well";
    company_pays: bool = true, (), "the company pays for the mediation; otherwise the house does. The consumer never does";
}

/// The least and the greatest number that a legal order leaves for a time to answer; none where it says nothing.
pub fn bounds_by_law(name: &str, pack: &Pack) -> Option<(u32, u32)> {
    let time = match name {
        "invitation_days" => &pack.times.invitation,
        "first_reply_days" => &pack.times.first_reply,
        _ => return None,
    };
    let (low, high) = Settings::all().into_iter().find(|setting| setting.name == name)?.bounds?;
    (time.least.is_some() || time.greatest.is_some())
        .then(|| (time.least.unwrap_or(low).max(low), time.greatest.unwrap_or(high).min(high)))
}

impl Default for Settings {
    fn default() -> Self {
        Self::USUAL
    }
}

impl Settings {
    /// These settings with changes by name, of which the last counts and `None` takes back what was set before. One that
    /// is no setting any more is passed over.
    pub fn changed<'c>(mut self, changes: impl IntoIterator<Item = (&'c str, Option<SettingValue>)>) -> Self {
        let latest: BTreeMap<&str, Option<SettingValue>> = changes.into_iter().collect();
        for (name, value) in latest {
            if let Some(value) = value {
                self.set(name, value).ok();
            }
        }
        self
    }

    /// What several settings have to be together, under a legal order: the name of the one that does not do, and why.
    pub fn check(&self, pack: &'static Pack) -> Result<(), (&'static str, SettingFault)> {
        for (name, value, time) in [
            ("invitation_days", self.invitation_days, &pack.times.invitation),
            ("first_reply_days", self.first_reply_days, &pack.times.first_reply),
        ] {
            // Where the law counts other days, the number alone says nothing.
            let alike = name == "invitation_days" || time.working_days == self.first_reply_in_working_days;
            if let Some((low, high)) = bounds_by_law(name, pack)
                && (value < low || value > high || !alike)
            {
                return Err((name, SettingFault::OutsideLaw { low, high, law: &time.source }));
            }
        }
        // Five of seven days are working days. A holiday among them may give the invitation's last day the last word.
        let replies =
            if self.first_reply_in_working_days { self.invitation_days * 5 / 7 } else { self.invitation_days };
        let within = [
            ("proposal_days", self.proposal_days, "proposal_days_max", self.proposal_days_max),
            ("first_reply_days", self.first_reply_days, "invitation_days", replies),
            // A consumer who waits for the hours to pass still has a day in which to sign.
            ("reflection_hours", self.reflection_hours, "signature_days", (self.signature_days - 1) * 24),
            (
                "ground_rules_working_days",
                self.ground_rules_working_days,
                "ground_rules_days",
                self.ground_rules_days / 2,
            ),
        ];
        match within.into_iter().find(|(_, value, _, limit)| value > limit) {
            Some((name, _, other, limit)) => Err((name, SettingFault::AboveAnother { other, limit })),
            None => Ok(()),
        }
    }
}
