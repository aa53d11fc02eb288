//! `kill -9` under load: after each round, everything that was acknowledged is there and every chain verifies.

use super::load::Run;
use super::report::play;
use super::server::{BenchFolder, ServerKind};
use super::{BenchArgs, BenchError};
use acordo_domain::id::{CaseId, CommandId};
use std::sync::Arc;
use std::time::Duration;

pub async fn run(args: &BenchArgs, rounds: u32) -> Result<String, BenchError> {
    let place = BenchFolder::new(args.database.as_deref())?;
    let rooms = place.rooms(args.rooms).await?;
    let (mut acknowledged, mut faults) = (0_usize, Vec::new());
    for round in 0..rounds {
        let mut server = place.serve(ServerKind::Acordo).await?;
        let run = Arc::new(Run { dies: true, ..Run::default() });
        let address = Arc::clone(&server.address);
        // A different moment in each round, spread over the batches of the journal.
        let after = Duration::from_millis(150 + u64::from(round % 20) * 17);
        let seen = play(std::slice::from_ref(&address), &rooms, args.pace(), &run, async {
            tokio::time::sleep(after).await;
            if let Err(error) = server.kill() {
                tracing::error!(%error, "the server could not be killed");
            }
        })
        .await?;
        let store = place.store().await?;
        for (room, seen) in rooms.iter().zip(&seen) {
            let case: CaseId = room.case.parse().map_err(|_| BenchError::Proof("a case id is no id".into()))?;
            if let Err(error) = store.verify_case(case).await {
                faults.push(format!("round {round}, case {case}: {error}"));
            }
            acknowledged += seen.acknowledged.len();
            for id in seen.acknowledged.iter().copied().map(CommandId) {
                let mut known = false;
                for person in room.people {
                    known = known || store.has_happened(case, person, id).await?;
                }
                if !known {
                    faults.push(format!("round {round}: command {id} was acknowledged and is gone"));
                }
            }
            faults.extend(seen.faults.iter().map(|fault| format!("round {round}: {fault}")));
        }
        drop(store);
    }
    if acknowledged == 0 {
        faults.push("nothing was acknowledged, so nothing was shown".into());
    }
    if faults.is_empty() {
        Ok(format!("{rounds} rounds of kill -9: {acknowledged} acknowledged commands, all there; every chain verifies"))
    } else {
        faults.truncate(10);
        Err(BenchError::Proof(format!("the proof failed:\n{}", faults.join("\n"))))
    }
}
