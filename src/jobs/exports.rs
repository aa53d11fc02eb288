//! Exports of many agreements, one after the other.

use crate::export::{ExportError, Exporter, JobDone};
use crate::problem::{Code, Fault, Shell};
use crate::store::{ExportJob, StoreError};
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::Instant;
use uuid::Uuid;

/// How often this process looks for jobs that another one took on, or left half-done.
const LOOK_EVERY: Duration = Duration::from_secs(5);
const TIDY_EVERY: Duration = Duration::from_secs(600);

/// Runs until it is aborted: what is half-done then is made anew.
pub(super) fn start(exporter: Exporter) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut tidied: Option<Instant> = None;
        loop {
            if tidied.is_none_or(|at| at.elapsed() >= TIDY_EVERY) {
                tidied = Some(Instant::now());
                if let Err(error) = exporter.tidy_jobs().await {
                    tracing::warn!(%error, "exports of many agreements that are over cannot be tidied");
                }
            }
            // Created before looking, so that a job taken on in between is noticed.
            let wanted = exporter.jobs_wanted().notified();
            match work(&exporter).await {
                Ok(true) => {}
                Ok(false) => {
                    let _ = tokio::time::timeout(LOOK_EVERY, wanted).await;
                }
                Err(error) => {
                    tracing::warn!(%error, "exports of many agreements cannot be claimed");
                    tokio::time::sleep(LOOK_EVERY).await;
                }
            }
        }
    })
}

/// Makes one job, if there is one.
async fn work(exporter: &Exporter) -> Result<bool, StoreError> {
    let Some((job, claim)) = exporter.store().export_jobs().claim().await? else { return Ok(false) };
    match exporter.make_job(&job, claim).await {
        Ok(JobDone::Ready) => metrics::counter!("acordo_export_jobs_total", "end" => "ready").increment(1),
        Ok(JobDone::NotOurs) => {}
        Err(error) => failed(exporter, &job, claim, error).await?,
    }
    Ok(true)
}

async fn failed(exporter: &Exporter, job: &ExportJob, claim: Uuid, error: ExportError) -> Result<(), StoreError> {
    tracing::error!(job = %job.id, %error, "an export of many agreements was not made");
    // What may pass by itself is tried again; the claim counts how often.
    let again = matches!(error, ExportError::Store(StoreError::Unavailable(_)));
    let code = match Fault::from(error).code {
        Code::Shell(code @ (Shell::StorageFull | Shell::RecordAltered)) => code.code(),
        _ => Shell::Internal.code(),
    };
    if !again {
        metrics::counter!("acordo_export_jobs_total", "end" => "failed").increment(1);
    }
    exporter.store().export_jobs().failed(job.id, claim, code, again).await
}
