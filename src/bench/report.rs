//! One run of load or of idle sockets, and its figures in words.

use super::ledger::Seen;
use super::load::{self, Pace, Run};
use super::server::{BenchFolder, ServerKind};
use super::{BenchArgs, BenchError, measure};
use futures_util::StreamExt;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

const WARM_UP: Duration = Duration::from_millis(500);

/// Plays all rooms until the time is over or the server is gone.
pub async fn play(
    addresses: &[Arc<str>],
    rooms: &[load::LoadRoom],
    pace: Pace,
    run: &Arc<Run>,
    until: impl Future<Output = ()>,
) -> Result<Vec<Seen>, BenchError> {
    let tasks: Vec<_> = rooms
        .iter()
        .map(|room| tokio::spawn(load::play(addresses.to_vec(), room.clone(), pace, rooms.len(), Arc::clone(run))))
        .collect();
    while run.ready.load(Ordering::Relaxed) < rooms.len() as u64 {
        if let Some(failed) = tasks.iter().position(tokio::task::JoinHandle::is_finished) {
            let mut tasks = tasks;
            let ended = tasks.swap_remove(failed).await.map_err(|e| BenchError::Proof(e.to_string()))?;
            return Err(ended
                .err()
                .map_or_else(|| BenchError::Proof("a room ended before it began".into()), Into::into));
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    run.start();
    until.await;
    run.stop.store(true, Ordering::Relaxed);
    let mut seen = Vec::with_capacity(tasks.len());
    for task in tasks {
        seen.push(task.await.map_err(|e| BenchError::Proof(e.to_string()))??);
    }
    Ok(seen)
}

pub async fn load(args: &BenchArgs) -> Result<String, BenchError> {
    let place = BenchFolder::new(args.database.as_deref())?;
    let rooms = place.rooms(args.rooms).await?;
    let mut servers = Vec::with_capacity(args.nodes);
    for _ in 0..args.nodes.max(1) {
        servers.push(place.serve(args.server()).await?);
    }
    let addresses: Vec<Arc<str>> = servers.iter().map(|server| Arc::clone(&server.address)).collect();
    let run = Arc::new(Run { bare: args.bare, ordered_ids: args.ordered_ids, ..Run::default() });
    let cpu_seconds = || servers.iter().map(|server| measure::cpu_seconds(server.pid()).unwrap_or(f64::NAN)).sum();
    let mut cpu = (0.0, 0.0);
    let mut took = Duration::ZERO;
    let seen = play(&addresses, &rooms, args.pace(), &run, async {
        tokio::time::sleep(WARM_UP).await;
        let begun = Instant::now();
        cpu.0 = cpu_seconds();
        run.measured.store(true, Ordering::Relaxed);
        tokio::time::sleep(Duration::from_secs(args.seconds)).await;
        run.measured.store(false, Ordering::Relaxed);
        cpu.1 = cpu_seconds();
        took = begun.elapsed();
    })
    .await?;
    let resident: u64 = servers.iter().map(|server| measure::resident_kib(server.pid()).unwrap_or_default()).sum();
    drop(servers);

    let mut latencies = measure::Latencies::default();
    let (mut sent, mut deliveries, mut acknowledged) = (0, 0, 0);
    let mut faults = Vec::new();
    for room in seen {
        sent += room.sent;
        deliveries += room.deliveries;
        acknowledged += room.acknowledged.len() as u64;
        latencies.append(room.latencies);
        faults.extend(room.faults);
    }
    let store = place.store().await?;
    for room in rooms.iter().filter(|_| !args.bare) {
        let case = room.case.parse().map_err(|_| BenchError::Proof("a case id is no id".into()))?;
        if let Err(error) = store.verify_case(case).await {
            faults.push(format!("case {}: {error}", room.case));
        }
    }
    drop(store);
    if deliveries != 3 * sent || acknowledged != sent {
        faults.push(format!("{sent} sent, {acknowledged} acknowledged, {deliveries} delivered to three each"));
    }
    let count = latencies.len();
    let q = latencies.quantiles(&[0.5, 0.9, 0.99, 0.999, 1.0]);
    let spent = cpu.1 - cpu.0;
    let per_second = count as f64 / took.as_secs_f64();
    let figures = json!({
        "bare": args.bare, "store": args.store, "ordered_ids": args.ordered_ids, "nodes": args.nodes, "rooms": args.rooms, "seconds": took.as_secs_f64(), "rate": args.rate, "messages": count,
        "messages_per_second": per_second, "messages_per_cpu_second": count as f64 / spent,
        "cpu_seconds_per_1000": spent * 1_000.0 / count as f64, "server_cpu_seconds": spent,
        "p50_ms": q[0], "p90_ms": q[1], "p99_ms": q[2], "p999_ms": q[3], "max_ms": q[4],
        "resident_kib": resident, "sent": sent, "deliveries": deliveries, "faults": faults.len(),
    });
    if !faults.is_empty() {
        faults.truncate(10);
        return Err(BenchError::Proof(format!("the proof failed: {}\n{figures}", faults.join("\n"))));
    }
    if args.json {
        return Ok(figures.to_string());
    }
    Ok(format!(
        "{count} messages of 200 bytes in {:.1} s, {} rooms of three, {}\n\
         {per_second:>10.0} messages/s, each delivered to three\n\
         {:>10.0} messages per server CPU-second ({:.3} CPU s per 1,000)\n\
         {:>10.2} ms p50, {:.2} p90, {:.2} p99, {:.2} p99.9, {:.2} max, from sending to the last delivery\n\
         {resident:>10} KiB resident\n\
         proof: {sent} sent, all acknowledged, {deliveries} delivered; nothing lost, repeated or out of order{}",
        took.as_secs_f64(),
        args.rooms,
        args.rate.map_or_else(|| "closed loop".to_owned(), |rate| format!("{rate} a second")),
        count as f64 / spent,
        spent * 1_000.0 / count as f64,
        q[0],
        q[1],
        q[2],
        q[3],
        q[4],
        match args.server() {
            ServerKind::Acordo => "; chains verify",
            ServerKind::Bare => " (bare actix-ws: no rules, no record, nothing stored)",
            ServerKind::BareWithTable => " (bare actix-ws over one table: no rules, no record)",
        },
    ))
}

/// Memory of an idle joined socket, three a case: resident memory with them less that of the server before anybody came,
/// divided by their number. So each bears a third of its warm case.
pub async fn idle(args: &BenchArgs, sockets: usize) -> Result<String, BenchError> {
    let place = BenchFolder::new(args.database.as_deref())?;
    let rooms = place.rooms(sockets.div_ceil(3).max(1)).await?;
    let server = place.serve(ServerKind::Acordo).await?;
    let pid = server.pid();
    let mut open = Vec::with_capacity(sockets);
    let before = measure::resident_kib(pid).unwrap_or_default();
    for (number, room) in (0..sockets).zip(rooms.iter().cycle()) {
        open.push(joined(&server.address, room, number / rooms.len() % 3).await?);
    }
    let after = measure::resident_kib(pid).unwrap_or_default();
    let each = after.saturating_sub(before) as f64 / sockets as f64;
    drop(open);
    if args.json {
        return Ok(
            json!({ "idle_sockets": sockets, "kib_per_socket": each, "empty_kib": before, "resident_kib": after })
                .to_string(),
        );
    }
    Ok(format!(
        "{sockets} idle joined sockets, three a case: {each:.1} KiB each ({before} KiB resident before, {after} KiB with them)"
    ))
}

async fn joined(address: &str, room: &load::LoadRoom, member: usize) -> Result<impl Sized + use<>, BenchError> {
    let mut socket = load::join(address, &room.case, &room.tokens[member], 0).await?;
    while let Some(Ok(frame)) = socket.next().await {
        if frame.to_text().is_ok_and(|text| text.starts_with(r#"{"t":"welcome""#)) {
            break;
        }
    }
    Ok(socket)
}
