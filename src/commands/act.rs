//! Executes a command of a client; HTTP and sockets both end here.

use crate::identity::Identity;
use crate::identity::session::SignedIn;
use crate::problem::{Code, Fault, Shell};
use crate::store::accounts::ProofAnswer;
use crate::store::{Done, Execution, Origin, Store, StoreError};
use acordo_domain::case::command::{Command, Sender};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::{CaseId, CommandId};
use acordo_domain::seat::Actor;

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
    let (addressee_shown, proof_fault) = match shown_proof(store, &actor, case, command).await? {
        Some(answer) => proof_verdict(identity.check_proof(&visitor.who, case, &answer).await?),
        None => (false, None),
    };
    let origin = visitor.origin.clone();
    let execution = Execution { case, actor: &actor, id, command, origin, signing, addressee_shown };
    let done = store.execute(execution).await.map_err(Fault::from);
    metrics::counter!("acordo_commands_total", "done" => if done.is_ok() { "yes" } else { "no" }).increment(1);
    match (done, code_fault, proof_fault) {
        // A signature sent again finds its code used up and its answer kept; only where the code
        // was what lacked is its own fault the one to tell.
        (Err(fault), Some(code), _) if fault.code == Code::Domain(Refusal::SigningProofMissing) => Err(code),
        (Err(fault), _, Some(proof)) if fault.code == Code::Domain(Refusal::AddresseeNotConfirmed) => Err(proof),
        (done, _, _) => done,
    }
}

/// What an invited consumer typed, as it is compared; `None` where nobody is asked, so that no try is counted.
async fn shown_proof(
    store: &Store,
    actor: &Actor,
    case: CaseId,
    command: &Command,
) -> Result<Option<String>, StoreError> {
    let Some(typed) = command.needs().proof else { return Ok(None) };
    let view = match store.view(case, actor).await {
        Ok(view) => view,
        Err(StoreError::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let asked = view.invitation.filter(|invitation| !invitation.confirmed).and_then(|invitation| invitation.proof);
    Ok(asked.and_then(|kind| kind.normal(typed)))
}

fn proof_verdict(answer: ProofAnswer) -> (bool, Option<Fault>) {
    let fault = |code: Shell| Fault::from(code).at("/proof");
    match answer {
        ProofAnswer::Right => (true, None),
        ProofAnswer::Wrong { attempts_left: 0 } | ProofAnswer::Void => (false, Some(fault(Shell::ProofTooManyTries))),
        ProofAnswer::Wrong { attempts_left } => {
            (false, Some(fault(Shell::ProofWrong).with_attempts_left(u8::try_from(attempts_left).unwrap_or(u8::MAX))))
        }
    }
}
