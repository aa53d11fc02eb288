//! One long record: how long it takes to be taken along, and to be verified.

use super::server::{BenchFolder, ServerKind};
use super::{BenchArgs, BenchError, measure, seed};
use crate::store::Store;
use acordo_domain::case::command::Command;
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::seat::Channel;
use acordo_record::{Inquiry, verify};
use serde_json::json;
use std::time::Instant;

/// Messages that are under way at once: the journal commits them together.
const AT_ONCE: usize = 200;

/// Fills one room with so many messages, has its record taken along, and verifies it.
pub async fn run(args: &BenchArgs, events: usize) -> Result<String, BenchError> {
    let place = BenchFolder::new(args.database.as_deref())?;
    let rooms = place.rooms(1).await?;
    let room = rooms.first().ok_or_else(|| BenchError::Seed("there is no room".into()))?;
    let case: CaseId = room.case.parse().map_err(|_| BenchError::Seed("a case id is no id".into()))?;
    let store = place.store().await?;
    fill(&store, case, UserId(room.people[0]), events).await?;
    seed::forgive(&store).await?;
    drop(store);
    let server = place.serve(ServerKind::Acordo).await?;
    super::export::warmed(&server, room).await?;
    let cpu = || measure::cpu_seconds(server.pid()).unwrap_or(f64::NAN);
    let (begun, before) = (Instant::now(), cpu());
    let path = format!("/api/v1/cases/{}/record.zip?profile=joint", room.case);
    let bundle = super::export::taken(&server.address, &path, &room.tokens[0]).await?;
    let (exported, export_cpu) = (begun.elapsed().as_secs_f64(), cpu() - before);
    let keys = place.keys()?;
    let begun = Instant::now();
    let report = verify(&bundle, &Inquiry::of(&keys));
    let verified = begun.elapsed().as_secs_f64();
    if !report.valid || report.events < events as u64 {
        return Err(BenchError::Proof(format!("{} events: {:?}", report.events, report.failures)));
    }
    if args.json {
        let figures = json!({
            "events": report.events, "bytes": bundle.len(), "export_seconds": exported,
            "export_server_cpu_seconds": export_cpu, "verify_seconds": verified,
        });
        return Ok(figures.to_string());
    }
    Ok(format!(
        "{} events, {} bytes of record\n{exported:>10.2} s to make, check and send it ({export_cpu:.2} s of the server's CPU)\n\
         {verified:>10.2} s to verify it",
        report.events,
        bundle.len(),
    ))
}

async fn fill(store: &Store, case: CaseId, who: UserId, events: usize) -> Result<(), BenchError> {
    let mut left = events;
    while left > 0 {
        let now = left.min(AT_ONCE);
        let said = (0..now).map(|turn| {
            let text = format!("Mensagem {turn}: a geladeira continua sem gelar, e a visita marcada não veio.");
            let command = Command::MessagePost {
                channel: Channel::Joint,
                text,
                reply_to: None,
                evidence: Vec::new(),
                kind: None,
            };
            async move { seed::act(store, case, who, &command).await }
        });
        futures_util::future::try_join_all(said).await?;
        left -= now;
    }
    Ok(())
}
