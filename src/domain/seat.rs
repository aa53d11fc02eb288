//! Sides, seats, capacities, and channels.

use crate::id::{OrganisationId, UserId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use utoipa::ToSchema;

/// A person is on one side of a case, ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Consumer,
    Company,
}

impl Side {
    pub const BOTH: [Self; 2] = [Self::Consumer, Self::Company];
    pub const fn other(self) -> Self {
        match self {
            Self::Consumer => Self::Company,
            Self::Company => Self::Consumer,
        }
    }
    pub const fn seat(self) -> Seat {
        match self {
            Self::Consumer => Seat::Consumer,
            Self::Company => Seat::Company,
        }
    }
    pub const fn name(self) -> &'static str {
        match self {
            Self::Consumer => "consumer",
            Self::Company => "company",
        }
    }
}

/// A role in one case. People take a seat, hand it over and leave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Seat {
    Consumer,
    Company,
    Mediator,
    Ombudsman,
    Legal,
}

impl Seat {
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Consumer => Some(Side::Consumer),
            Self::Company => Some(Side::Company),
            Self::Mediator | Self::Ombudsman | Self::Legal => None,
        }
    }
}

/// The name under which an event is recorded: a seat, the coordinator, or the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    Consumer,
    Company,
    Mediator,
    Ombudsman,
    Legal,
    Coordinator,
    System,
}

impl Voice {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Consumer => "consumer",
            Self::Company => "company",
            Self::Mediator => "mediator",
            Self::Ombudsman => "ombudsman",
            Self::Legal => "legal",
            Self::Coordinator => "coordinator",
            Self::System => "system",
        }
    }
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Consumer => Some(Side::Consumer),
            Self::Company => Some(Side::Company),
            Self::Mediator | Self::Ombudsman | Self::Legal | Self::Coordinator | Self::System => None,
        }
    }
}

impl From<Seat> for Voice {
    fn from(seat: Seat) -> Self {
        match seat {
            Seat::Consumer => Self::Consumer,
            Seat::Company => Self::Company,
            Seat::Mediator => Self::Mediator,
            Seat::Ombudsman => Self::Ombudsman,
            Seat::Legal => Self::Legal,
        }
    }
}

/// The quality in which somebody acts on a case. Without a capacity the case does not exist for them: 404.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    Consumer,
    Company,
    Mediator,
    Ombudsman,
    Legal,
    /// Operator staff who admit and assign: names and dates, no content.
    Coordinator,
    /// Named as mediator, has not accepted yet.
    AssignedMediator,
    /// A manager of the company in the case, for authority.
    Approver,
    /// Ombudsman or legal staff of the organisation whose queue holds the case.
    QueueOfficer,
    /// Joins a side's seat: lawyer, relative, proxy or interpreter.
    Companion,
    /// Of the teams that keep a company's or the centre's agreements, without another part in the case: its concluded
    /// agreements and what became of their obligations, nothing else.
    Register,
    /// A manager or rep of a company that was invited and has not answered.
    Invited,
    System,
}

impl From<Seat> for Capacity {
    fn from(seat: Seat) -> Self {
        match seat {
            Seat::Consumer => Self::Consumer,
            Seat::Company => Self::Company,
            Seat::Mediator => Self::Mediator,
            Seat::Ombudsman => Self::Ombudsman,
            Seat::Legal => Self::Legal,
        }
    }
}

impl Capacity {
    pub const ALL: [Self; 13] = [
        Self::Consumer,
        Self::Company,
        Self::Mediator,
        Self::Ombudsman,
        Self::Legal,
        Self::Coordinator,
        Self::AssignedMediator,
        Self::Approver,
        Self::QueueOfficer,
        Self::Companion,
        Self::Register,
        Self::Invited,
        Self::System,
    ];
}

/// What a user is in an organisation. A role gives no sight of a case; a capacity does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Manager,
    Rep,
    Viewer,
    Admin,
    Coordinator,
    Mediator,
    Auditor,
    Ombudsman,
    Legal,
}

/// A company, or the mediation centre that runs the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    Company,
    Operator,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Membership {
    pub organisation: OrganisationId,
    pub kind: OrganisationKind,
    pub role: Role,
}

/// A person's name as others in the case see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub id: UserId,
    pub name: String,
}

/// The author of a command: a signed-in person with their memberships, or the system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    Person { person: Person, memberships: Vec<Membership> },
    System,
}

/// A log inside a case with a fixed audience. `nth` counts from 1: a successor begins with
/// new caucuses and notes, `caucus:consumer/2`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Channel {
    Procedure,
    Joint,
    Caucus {
        side: Side,
        nth: u16,
    },
    /// `internal:company`
    Internal,
    /// `notes:mediator`
    Notes {
        nth: u16,
    },
    Sealed {
        side: Side,
    },
    Review {
        entry: u16,
    },
    Desk {
        entry: u16,
    },
    Challenge {
        side: Side,
    },
}

/// The text names no channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such channel")]
pub struct BadChannel;

impl fmt::Display for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Procedure => f.write_str("procedure"),
            Self::Joint => f.write_str("joint"),
            Self::Caucus { side, nth: 1 } => write!(f, "caucus:{}", side.name()),
            Self::Caucus { side, nth } => write!(f, "caucus:{}/{nth}", side.name()),
            Self::Internal => f.write_str("internal:company"),
            Self::Notes { nth: 1 } => f.write_str("notes:mediator"),
            Self::Notes { nth } => write!(f, "notes:mediator/{nth}"),
            Self::Sealed { side } => write!(f, "sealed:{}", side.name()),
            Self::Review { entry } => write!(f, "review:{entry}"),
            Self::Desk { entry } => write!(f, "desk:{entry}"),
            Self::Challenge { side } => write!(f, "challenge:{}", side.name()),
        }
    }
}
impl fmt::Debug for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Channel {
    type Err = BadChannel;
    fn from_str(text: &str) -> Result<Self, BadChannel> {
        fn number(text: &str, least: u16) -> Result<u16, BadChannel> {
            let plain = !text.starts_with(['0', '+']);
            text.parse().ok().filter(|n| plain && *n >= least).ok_or(BadChannel)
        }
        fn side(text: &str) -> Result<Side, BadChannel> {
            match text {
                "consumer" => Ok(Side::Consumer),
                "company" => Ok(Side::Company),
                _ => Err(BadChannel),
            }
        }
        let (base, nth) = match text.split_once('/') {
            Some((base, nth)) => (base, number(nth, 2)?),
            None => (text, 1),
        };
        let once = |channel| {
            if nth == 1 { Ok(channel) } else { Err(BadChannel) }
        };
        match base.split_once(':') {
            None if base == "procedure" => once(Self::Procedure),
            None if base == "joint" => once(Self::Joint),
            Some(("caucus", whose)) => Ok(Self::Caucus { side: side(whose)?, nth }),
            Some(("internal", "company")) => once(Self::Internal),
            Some(("notes", "mediator")) => Ok(Self::Notes { nth }),
            Some(("sealed", whose)) => once(Self::Sealed { side: side(whose)? }),
            Some(("review", entry)) => once(Self::Review { entry: number(entry, 1)? }),
            Some(("desk", entry)) => once(Self::Desk { entry: number(entry, 1)? }),
            Some(("challenge", whose)) => once(Self::Challenge { side: side(whose)? }),
            _ => Err(BadChannel),
        }
    }
}
impl TryFrom<String> for Channel {
    type Error = BadChannel;
    fn try_from(text: String) -> Result<Self, BadChannel> {
        text.parse()
    }
}
impl From<Channel> for String {
    fn from(channel: Channel) -> Self {
        channel.to_string()
    }
}
