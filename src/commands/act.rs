//! Executes a command of a client; HTTP and sockets both end here.

use crate::identity::Identity;
use crate::identity::session::SignedIn;
use crate::problem::{Code, Fault, Shell};
use crate::store::{Done, Execution, Origin, Store};
use acordo_domain::case::command::{Command, Sender};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::{CaseId, CommandId};

/// Who asks, and from where.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub who: std::sync::Arc<SignedIn>,
    pub origin: Origin,
}

/// Executes the command. A signing code is checked here and used up together with the signature.
#[tracing::instrument(skip_all, fields(%case, command = %id))]
pub async fn act(
    store: &Store,
    identity: &Identity,
    visitor: &Visitor,
    case: CaseId,
    id: CommandId,
    command: &Command,
) -> Result<Done, Fault> {
    if command.kind().sender() != Sender::People {
        return Err(Shell::CommandNotForClients.into());
    }
    let (signing, code_fault) = match command.needs().signing {
        Some(code) => {
            match identity.check_code(&visitor.who, case, code.challenge, code.document_hash, code.response).await {
                Ok(proof) => (Some(proof), None),
                Err(error) => (None, Some(Fault::from(error))),
            }
        }
        None => (None, None),
    };
    let actor = visitor.who.actor();
    let execution = Execution { case, actor: &actor, id, command, origin: visitor.origin.clone(), signing };
    let done = store.execute(execution).await.map_err(Fault::from);
    metrics::counter!("acordo_commands_total", "done" => if done.is_ok() { "yes" } else { "no" }).increment(1);
    match (done, code_fault) {
        // A signature sent again finds its code used up and its answer kept; only where the code
        // was what lacked is its own fault the one to tell.
        (Err(fault), Some(code)) if fault.code == Code::Domain(Refusal::SigningProofMissing) => Err(code),
        (done, _) => done,
    }
}
