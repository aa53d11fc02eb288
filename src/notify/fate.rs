//! The fate of an invitation's mail is part of the case: a mail server took it, or none ever will.

use crate::notify::fault::MailError;
use crate::store::{Execution, Origin, Store, StoreError};
use acordo_domain::case::command::Command;
use acordo_domain::id::{CaseId, CommandId};
use acordo_domain::seat::Actor;
use uuid::Uuid;

/// A mail that is tried again later has no fate yet.
pub(super) async fn record(store: &Store, case: CaseId, sent: &Result<(), MailError>) {
    let delivered = match sent {
        Ok(()) => true,
        Err(MailError::Never(_)) => false,
        Err(_) => return,
    };
    let execution = Execution {
        case,
        actor: &Actor::System,
        id: CommandId(Uuid::now_v7()),
        command: &Command::InvitationRecordMail { delivered },
        origin: Origin::default(),
        signing: None,
        addressee_shown: false,
    };
    match store.execute(execution).await {
        // Somebody else of the company got it before, or it was answered meanwhile.
        Ok(_) | Err(StoreError::Refused(_)) => {}
        Err(error) => tracing::error!(%case, %error, "what became of an invitation's mail was not recorded"),
    }
}
