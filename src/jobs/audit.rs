//! A slow pass over the whole store, again and again: what somebody changed is found though nobody opens the case.

use crate::export::Audit;
use acordo_domain::id::CaseId;
use std::time::Duration;
use tokio::task::JoinHandle;

/// Between two cases: a thousand take under three hours, and nobody feels it.
const PAUSE: Duration = Duration::from_secs(10);

/// Runs until it is aborted. It changes nothing, so nothing is lost when it stops in the middle.
pub(super) fn start(audit: Audit) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut after: Option<CaseId> = None;
        let mut faults = 0;
        loop {
            tokio::time::sleep(PAUSE).await;
            match audit.store().cases_after(after, 1).await.map(|cases| cases.first().copied()) {
                Ok(Some(case)) => {
                    faults += look(&audit, case).await;
                    after = Some(case);
                }
                Ok(None) => {
                    faults += look_beside(&audit).await;
                    metrics::gauge!("acordo_audit_faults").set(f64::from(faults));
                    (after, faults) = (None, 0);
                }
                Err(error) => tracing::warn!(%error, "the store cannot be checked"),
            }
        }
    })
}

/// People, organisations, and cases whose row is gone.
async fn look_beside(audit: &Audit) -> u32 {
    match audit.beside_cases().await {
        Ok(faults) => {
            faults.iter().for_each(|fault| tracing::error!(fault, "the store is not what was written"));
            u32::try_from(faults.len()).unwrap_or(u32::MAX)
        }
        Err(error) => {
            tracing::warn!(%error, "people and organisations cannot be checked");
            0
        }
    }
}

async fn look(audit: &Audit, case: CaseId) -> u32 {
    metrics::counter!("acordo_audit_cases_total").increment(1);
    match audit.case(case).await {
        Ok(faults) => {
            for fault in &faults {
                tracing::error!(%case, fault, "a case is not what was written");
            }
            u32::try_from(faults.len()).unwrap_or(u32::MAX)
        }
        Err(error) => {
            tracing::warn!(%case, %error, "a case cannot be checked");
            0
        }
    }
}
