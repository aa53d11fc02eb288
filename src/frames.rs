//! The frames of the live room, exactly as docs/api.md writes them.

use crate::problem::Problem;
use acordo_domain::case::command::{Command, EvidencePart};
use acordo_domain::case::event::Fact;
use acordo_domain::id::{CommandId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Channel, Person, Seat, Voice};
use acordo_domain::view::{CaseView, Turn};
use bytestring::ByteString;
use serde::{Deserialize, Serialize, Serializer};
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

/// JSON that was written before, put into other JSON as it is: the parts of a record are kept as text and shown as
/// they are kept, and an event's frame is written once for all who read it.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a>(pub &'a str);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_transcode::transcode(&mut serde_json::Deserializer::from_str(self.0), serializer)
    }
}

/// A fact as it is kept: its content, and apart from it the name of its kind.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct WrittenFact<'a> {
    #[serde(rename = "type")]
    pub kind: &'a str,
    #[serde(flatten)]
    pub content: Written<'a>,
}

/// One event as a viewer gets it. `event` is null once its content was erased.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WireEvent<'a> {
    #[schema(value_type = Channel)]
    pub channel: &'a str,
    pub seq: u64,
    pub at: Moment,
    #[schema(value_type = Voice)]
    pub seat: &'a str,
    #[schema(required, value_type = Option<Person>)]
    pub by: Option<Written<'a>>,
    #[schema(required, value_type = Option<Fact>)]
    pub event: Option<WrittenFact<'a>>,
    #[schema(required, value_type = Option<EvidencePart>)]
    pub evidence: Option<Written<'a>>,
}

/// `{"t":"event", …}`: the same bytes over HTTP and over the socket.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(tag = "t")]
pub enum EventFrame<'a> {
    #[serde(rename = "event")]
    Event(WireEvent<'a>),
}

/// How far a channel was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReadMarks {
    /// By this person, on whichever device.
    pub yours: u64,
    /// By whoever holds a seat now and is not this person.
    #[schema(value_type = BTreeMap<String, u64>)]
    pub seats: BTreeMap<Seat, u64>,
}

impl ReadMarks {
    /// Of the channels in this view, and of nobody without a seat.
    pub fn shown(view: &CaseView, viewer: UserId, all: &[(UserId, Channel, u64)]) -> BTreeMap<Channel, Self> {
        let mut shown: BTreeMap<Channel, Self> = BTreeMap::new();
        for (user, channel, seq) in all {
            if !view.heads.contains_key(channel) {
                continue;
            }
            let marks = shown.entry(*channel).or_default();
            if *user == viewer {
                marks.yours = *seq;
            } else if let Some(held) = view.seats.iter().find(|held| held.person == *user) {
                let mark = marks.seats.entry(held.seat).or_default();
                *mark = (*mark).max(*seq);
            }
        }
        shown
    }
}

/// What the server sends.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum ServerFrame<'a> {
    Welcome {
        you: You,
        case: Box<CaseView>,
        #[schema(value_type = BTreeMap<String, u64>)]
        heads: BTreeMap<Channel, u64>,
        /// How far each readable channel was read, by this person and by the others.
        #[schema(value_type = BTreeMap<String, ReadMarks>)]
        marks: BTreeMap<Channel, ReadMarks>,
    },
    Event(WireEvent<'a>),
    /// The case as it stands now: the page replaces its own by it.
    Case {
        case: Box<CaseView>,
    },
    /// Whose turn it is now, where a message alone moved it. The whole case follows within ten seconds.
    Turn {
        turn: Turn,
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

impl ServerFrame<'_> {
    /// As text. What cannot be written was kept wrongly: no other field of a frame can fail.
    pub fn text(&self) -> Result<ByteString, serde_json::Error> {
        serde_json::to_string(self).map(ByteString::from)
    }
}

/// What the page of a list sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(tag = "t", rename_all = "snake_case", deny_unknown_fields)]
pub enum ListClientFrame {
    Ping { n: u64 },
}

/// What the server says to the page of a list: never which case, nor what happened in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum ListServerFrame {
    /// From here on each change is told. What no hint tells is seen by asking again after so many seconds.
    Watching {
        ask_again_seconds: u32,
    },
    /// Something moved that you may read: ask for the list again.
    Changed,
    Pong {
        n: u64,
    },
    /// The close frame follows.
    Bye {
        code: ByeCode,
    },
}

impl ListServerFrame {
    pub fn text(&self) -> ByteString {
        serde_json::to_string(self).map(ByteString::from).unwrap_or_default()
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn event<'a>(kind: &'a str, content: Option<&'a str>) -> ServerFrame<'a> {
        ServerFrame::Event(WireEvent {
            channel: "joint",
            seq: 2,
            at: Moment::from_millis(0),
            seat: "company",
            by: Some(Written(r#"{"id":"0193a0de-0000-7000-8000-000000000001","name":"Ana"}"#)),
            event: content.map(|content| WrittenFact { kind, content: Written(content) }),
            evidence: None,
        })
    }

    #[test]
    fn what_was_written_before_stands_in_a_frame_byte_for_byte() {
        let front = r#"{"t":"event","channel":"joint","seq":2,"at":"1970-01-01T00:00:00.000Z","seat":"company","by":{"id":"0193a0de-0000-7000-8000-000000000001","name":"Ana"},"event":"#;
        let text = |content| event("message_posted", content).text().unwrap().to_string();
        assert_eq!(text(None), format!(r#"{front}null,"evidence":null}}"#));
        assert_eq!(text(Some("{}")), format!(r#"{front}{{"type":"message_posted"}},"evidence":null}}"#));
        let all: String = (1..0x300).filter_map(char::from_u32).chain("\u{2028}😀\u{e000}".chars()).collect();
        let value = serde_json::json!({ "text": all, "n": u64::MAX, "m": i64::MIN, "list": [null, true, {"a": {}}] });
        let canonical = String::from_utf8(acordo_record::canonical::to_canonical(&all).unwrap()).unwrap();
        assert_eq!(serde_json::to_string(&Written(&canonical)).unwrap(), canonical);
        let kept = value.to_string();
        let shown = format!(r#"{front}{{"type":"message_posted",{},"evidence":null}}"#, &kept[1..]);
        assert_eq!(text(Some(&kept)), shown);
    }

    #[test]
    fn a_part_that_is_no_json_is_an_error_and_no_frame() {
        assert!(event("message_posted", Some("{\"text\":")).text().is_err());
    }
}
