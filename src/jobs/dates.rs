//! Dates that have come: each case that is due gets its command, once.

use super::fresh;
use crate::store::{Execution, Origin, Store, StoreError};
use acordo_domain::id::CaseId;
use acordo_domain::moment::Moment;
use acordo_domain::seat::Actor;

/// Cases looked up at once.
const PAGE: u32 = 64;
/// After so many cases other work has its turn.
const ROUND: usize = 512;

/// Executes the commands that are due by `now`, or a good part of them; returns how many cases it moved or put off. A
/// case that cannot be read keeps none of the others waiting.
pub async fn strike(store: &Store, now: Moment) -> usize {
    let (mut did, mut looked_at) = (0, 0);
    let mut after = None;
    loop {
        let page = match store.due_cases(now, after, PAGE).await {
            Ok(page) => page,
            Err(error) => {
                tracing::warn!(%error, "due cases cannot be read");
                return did;
            }
        };
        for due in &page {
            did += usize::from(strike_one(store, due.case, now).await);
        }
        after = page.last().copied();
        looked_at += page.len();
        if page.len() < PAGE as usize || looked_at >= ROUND {
            return did;
        }
    }
}

async fn strike_one(store: &Store, case: CaseId, now: Moment) -> bool {
    let command = match store.due_command_at(case, now).await {
        Ok(Some(command)) => command,
        Ok(None) => {
            let kept = store.put_off(case).await;
            if let Err(error) = &kept {
                tracing::warn!(%case, %error, "a date that moved could not be kept");
            }
            return kept.is_ok();
        }
        Err(error) => {
            tracing::warn!(%case, %error, "a due command cannot be read");
            return false;
        }
    };
    let execution = Execution {
        case,
        actor: &Actor::System,
        id: fresh(),
        command: &command,
        origin: Origin::default(),
        signing: None,
        addressee_shown: false,
    };
    match store.execute(execution).await {
        Ok(_) => true,
        // Somebody acted in the same moment; the next round sees what is due then.
        Err(StoreError::Refused(refused)) => {
            tracing::info!(%case, code = refused.code.code(), "a due command came too late");
            false
        }
        Err(error) => {
            tracing::warn!(%case, %error, "a due command failed");
            false
        }
    }
}
