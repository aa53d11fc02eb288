//! The upgrade from HTTP to the room's protocol.

use actix_ws::{MessageStream, Session};

pub const SUBPROTOCOL: &str = "acordo.v1";

/// Answers the upgrade.
pub fn shake_hands(
    request: &actix_web::HttpRequest,
    body: actix_web::web::Payload,
) -> Result<(actix_web::HttpResponse, Session, MessageStream), actix_web::Error> {
    actix_ws::handle_with_protocols(request, body, &[SUBPROTOCOL])
}
