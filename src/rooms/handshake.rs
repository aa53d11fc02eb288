//! The upgrade from HTTP to the room's protocol.

use super::frame_guard::guarded;
use super::socket::FRAME_BYTES_MAX;
use actix_ws::{MessageStream, Session};

pub const SUBPROTOCOL: &str = "acordo.v1";

/// Answers the upgrade.
pub async fn shake_hands(
    request: &actix_web::HttpRequest,
    body: actix_web::web::Payload,
) -> Result<(actix_web::HttpResponse, Session, MessageStream), actix_web::Error> {
    let body = guarded(request, body, FRAME_BYTES_MAX).await?;
    actix_ws::handle_with_protocols(request, body, &[SUBPROTOCOL])
}
