//! Encodes frames and faults as text.

use crate::frames::{ByeCode, ServerFrame};
use crate::problem::Fault;
use crate::texts::Language;
use acordo_domain::id::CommandId;
use bytestring::ByteString;

/// One frame as text. The types hold nothing that JSON cannot write.
pub fn frame(frame: &ServerFrame<'_>) -> ByteString {
    frame.text().unwrap_or_default()
}

pub fn refused(id: Option<CommandId>, fault: &Fault, language: Language) -> ByteString {
    if fault.code.status() >= 500 {
        tracing::error!(fault = %fault, "a command over a socket failed");
    }
    metrics::counter!("acordo_refused_total", "code" => fault.code.text(), "way" => "socket").increment(1);
    frame(&ServerFrame::Refused { id, problem: fault.to_problem(language, None) })
}

pub const fn bye_name(code: ByeCode) -> &'static str {
    match code {
        ByeCode::Protocol => "protocol",
        ByeCode::SessionEnded => "session_ended",
        ByeCode::SeatLost => "seat_lost",
        ByeCode::SlowConsumer => "slow_consumer",
        ByeCode::ServerStopping => "server_stopping",
    }
}
