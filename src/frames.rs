//! The frames of the live room, exactly as protocol.md writes them.

use crate::problem::Problem;
use acordo_domain::case::command::{Command, EvidencePart};
use acordo_domain::case::event::Fact;
use acordo_domain::id::CommandId;
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Channel, Person, Seat, Voice};
use acordo_domain::view::CaseView;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What a page or program sends. One JSON object a frame.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, ToSchema)]
#[serde(tag = "t", rename_all = "snake_case", deny_unknown_fields)]
pub enum ClientFrame {
    /// The first frame. A channel that is not named starts with its last 100 events.
    Resume {
        #[schema(value_type = BTreeMap<String, u64>)]
        after: BTreeMap<Channel, u64>,
    },
    Do {
        id: CommandId,
        command: Box<Command>,
    },
    Typing {
        channel: Channel,
    },
    Seen {
        channel: Channel,
        seq: u64,
    },
    Ping {
        n: u64,
    },
}

/// One event as a viewer gets it. `event` is null once its content was erased.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WireEvent {
    pub channel: Channel,
    pub seq: u64,
    pub at: Moment,
    pub seat: Voice,
    #[schema(required)]
    pub by: Option<Person>,
    #[schema(required)]
    pub event: Option<Fact>,
    #[schema(required)]
    pub evidence: Option<EvidencePart>,
}

/// `{"t":"event", …}`: the same bytes over HTTP and over the socket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "t")]
pub enum EventFrame {
    #[serde(rename = "event")]
    Event(WireEvent),
}

/// What the server sends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum ServerFrame {
    Welcome {
        you: You,
        case: Box<CaseView>,
        #[schema(value_type = BTreeMap<String, u64>)]
        heads: BTreeMap<Channel, u64>,
    },
    Event(Box<WireEvent>),
    /// The case as it stands now: the page replaces its own by it.
    Case {
        case: Box<CaseView>,
    },
    /// The command is durable.
    Done {
        id: CommandId,
        #[schema(value_type = BTreeMap<String, u64>)]
        at: BTreeMap<Channel, u64>,
    },
    Refused {
        #[schema(required)]
        id: Option<CommandId>,
        problem: Problem,
    },
    Presence {
        #[schema(value_type = BTreeMap<String, Presence>)]
        seats: BTreeMap<Seat, Presence>,
    },
    Typing {
        channel: Channel,
        seat: Seat,
    },
    Seen {
        channel: Channel,
        seat: Seat,
        seq: u64,
    },
    Pong {
        n: u64,
    },
    /// `after` was beyond the head: forget this channel, it starts again.
    Reset {
        channel: Channel,
    },
    /// The close frame follows.
    Bye {
        code: ByeCode,
    },
}

/// Who the server takes you for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct You {
    #[serde(flatten)]
    pub person: Person,
    #[schema(required)]
    pub seat: Option<Seat>,
}

/// Has somebody of this seat the case's page open? Never in which channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    Online,
    Away,
}

/// Why the server closes, with the close code that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ByeCode {
    Protocol,
    SessionEnded,
    SeatLost,
    SlowConsumer,
    ServerStopping,
}

impl ByeCode {
    pub const fn close_code(self) -> u16 {
        match self {
            Self::Protocol => 4000,
            Self::SessionEnded => 4001,
            Self::SeatLost => 4003,
            Self::SlowConsumer => 4008,
            Self::ServerStopping => 1012,
        }
    }
}
