//! How a socket ends, of a room as of a list.

use crate::frames::{ByeCode, ServerFrame};
use crate::identity::Identity;
use crate::identity::session::AuthError;
use crate::rooms::encode;
use acordo_domain::seat::Actor;
use actix_ws::{CloseCode, CloseReason, Session};
use std::time::Duration;
use tokio::time::timeout;
use uuid::Uuid;

/// A reader that accepts nothing for this long is disconnected, however little is queued for it.
pub const SEND_WAIT: Duration = Duration::from_secs(30);

/// Why a socket ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The peer left.
    Gone,
    Bye(ByeCode),
    /// Something failed on our side; the peer comes back.
    Failed,
}

impl End {
    /// Says so, and closes.
    pub async fn close(self, mut ws: Session) {
        let why = match self {
            Self::Gone => {
                let _ = ws.close(None).await;
                "gone"
            }
            Self::Failed => {
                let _ = timeout(SEND_WAIT, ws.close(Some(CloseCode::Again.into()))).await;
                "failed"
            }
            Self::Bye(code) => {
                let reason = CloseReason {
                    code: CloseCode::from(code.close_code()),
                    description: Some(encode::bye_name(code).to_owned()),
                };
                let _ = timeout(SEND_WAIT, async {
                    let _ = ws.text(encode::frame(&ServerFrame::Bye { code })).await;
                    let _ = ws.close(Some(reason)).await;
                })
                .await;
                encode::bye_name(code)
            }
        };
        metrics::counter!("acordo_sockets_closed_total", "why" => why).increment(1);
    }
}

/// Whether the session goes on, and its person is who they were.
pub async fn still_present(identity: &Identity, session: Uuid, actor: &Actor) -> Result<(), End> {
    match identity.present(session).await {
        // A user whose roles changed reconnects with the new ones.
        Ok(who) if who.actor() != *actor => Err(End::Failed),
        Ok(_) => Ok(()),
        Err(AuthError::Ended) => Err(End::Bye(ByeCode::SessionEnded)),
        Err(error) => {
            tracing::debug!(%error, "a session could not be looked at");
            Ok(())
        }
    }
}
