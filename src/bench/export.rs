//! One export of much evidence: how much memory the server takes for it, and whether others wait meanwhile.

use super::load::LoadRoom;
use super::server::{BenchFolder, Server, ServerKind};
use super::{BenchArgs, BenchError, measure, seed};
use crate::evidence::EvidenceFiles;
use crate::store::Store;
use acordo_domain::case::command::{Command, EvidencePart};
use acordo_domain::id::{CaseId, EvidenceId, UserId};
use acordo_domain::seat::Channel;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use uuid::Uuid;

const MEGABYTE: usize = 1_000_000;
const FILE_MEGABYTES: usize = 20;
const LOOK: Duration = Duration::from_millis(20);

/// Fills one room with so many megabytes of evidence, and has its record taken along.
pub async fn run(args: &BenchArgs, megabytes: usize) -> Result<String, BenchError> {
    let place = BenchFolder::new(args.database.as_deref())?;
    let rooms = place.rooms(1).await?;
    let room = rooms.first().ok_or_else(|| BenchError::Seed("there is no room".into()))?;
    let files = megabytes.div_ceil(FILE_MEGABYTES).max(1);
    let store = place.store().await?;
    fill(&store, &place.evidence()?, room, files).await?;
    seed::forgive(&store).await?;
    drop(store);
    let server = place.serve(ServerKind::Acordo).await?;
    // A first, small export: what the program keeps from then on is not this one's.
    let before = warmed(&server, room).await?;

    let done = Arc::new(AtomicBool::new(false));
    let watched = tokio::spawn(watch(server.pid(), Arc::clone(&server.address), Arc::clone(&done)));
    let (begun, cpu) = (Instant::now(), measure::cpu_seconds(server.pid()).unwrap_or(f64::NAN));
    let path = format!("/api/v1/cases/{}/record.zip?profile=joint", room.case);
    let got = download(&server.address, &path, &room.tokens[0]).await?;
    let took = begun.elapsed();
    let cpu = measure::cpu_seconds(server.pid()).unwrap_or(f64::NAN) - cpu;
    done.store(true, Ordering::Relaxed);
    let (most, mut health) = watched.await.map_err(|error| BenchError::Proof(error.to_string()))??;
    let wanted = (files * FILE_MEGABYTES * MEGABYTE) as u64;
    if got.size < wanted {
        return Err(BenchError::Proof(format!("{} bytes came, and the evidence alone has {wanted}", got.size)));
    }
    let q = health.quantiles(&[0.5, 0.99, 1.0]);
    let (first, seconds, count) = (got.first_byte.as_secs_f64(), took.as_secs_f64(), health.len());
    let more = most.saturating_sub(before);
    if args.json {
        let figures = json!({
            "bytes": got.size, "files": files, "first_byte_seconds": first, "seconds": seconds, "server_cpu_seconds": cpu,
            "resident_before_kib": before, "resident_most_kib": most, "healthz_p50_ms": q[0], "healthz_p99_ms": q[1],
            "healthz_max_ms": q[2],
        });
        return Ok(figures.to_string());
    }
    Ok(format!(
        "{} bytes of record with {files} files, made and checked in {first:.1} s, sent after {seconds:.1} s\n\
         {cpu:>10.1} s of the server's CPU\n\
         {most:>10} KiB resident at most, {more} more than before\n\
         {:>10.2} ms p50, {:.2} p99, {:.2} max of {count} /healthz meanwhile",
        got.size, q[0], q[1], q[2],
    ))
}

/// Evidence of the consumer, each file another.
async fn fill(store: &Store, kept: &EvidenceFiles, room: &LoadRoom, files: usize) -> Result<(), BenchError> {
    let case: CaseId = room.case.parse().map_err(|_| BenchError::Seed("a case id is no id".into()))?;
    let fault = |fault: crate::problem::Fault| BenchError::Seed(fault.to_string());
    let line: Vec<u8> = (0..=62).map(|n| b' ' + n).chain([b'\n']).collect();
    let body = line.repeat(MEGABYTE / line.len());
    for number in 0..files {
        let mut arriving = kept.begin().await.map_err(fault)?;
        arriving.write(format!("{number:>63}\n").repeat(FILE_MEGABYTES).as_bytes()).await.map_err(fault)?;
        for _ in 0..FILE_MEGABYTES {
            arriving.write(&body).await.map_err(fault)?;
        }
        let (id, name) = (EvidenceId(Uuid::now_v7()), format!("extrato-{number}.txt"));
        let arrived = arriving.done().await.map_err(fault)?;
        let file = kept.keep(case, id, arrived, &name).await.map_err(fault)?;
        let evidence = EvidencePart {
            id,
            media_type: file.media_type.to_owned(),
            name,
            original_sha256: file.original_sha256,
            sha256: file.sha256,
            size: file.size,
        };
        let command = Command::EvidenceAdd { channel: Channel::Joint, evidence, shared_from: None };
        seed::act(store, case, UserId(room.people[0]), &command).await?;
    }
    Ok(())
}

pub async fn warmed(server: &Server, room: &LoadRoom) -> Result<u64, BenchError> {
    let path = format!("/api/v1/cases/{}/record.zip?profile=procedural", room.case);
    download(&server.address, &path, &room.tokens[0]).await?;
    Ok(measure::resident_kib(server.pid()).unwrap_or_default())
}

/// The most memory the server took, and how long it took to say that it is well.
async fn watch(pid: u32, address: Arc<str>, done: Arc<AtomicBool>) -> Result<(u64, measure::Latencies), BenchError> {
    let (mut most, mut health) = (0, measure::Latencies::default());
    while !done.load(Ordering::Relaxed) {
        most = most.max(measure::resident_kib(pid).unwrap_or_default());
        let asked = Instant::now();
        download(&address, "/healthz", "").await?;
        health.add(asked.elapsed());
        tokio::time::sleep(LOOK).await;
    }
    Ok((most, health))
}

struct Download {
    size: u64,
    first_byte: Duration,
}

/// Takes a file and keeps nothing of it.
async fn download(address: &str, path: &str, token: &str) -> Result<Download, BenchError> {
    read(address, path, token, |_| ()).await
}

/// Takes a file, and keeps it.
pub async fn taken(address: &str, path: &str, token: &str) -> Result<Vec<u8>, BenchError> {
    let mut bytes = Vec::new();
    read(address, path, token, |chunk| bytes.extend_from_slice(chunk)).await?;
    Ok(bytes)
}

async fn read(address: &str, path: &str, token: &str, mut each: impl FnMut(&[u8])) -> Result<Download, BenchError> {
    let asked = Instant::now();
    let mut stream = TcpStream::connect(address).await?;
    let request =
        format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {token}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut reader = BufReader::with_capacity(256 * 1024, stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).await? == 0 {
            return Err(BenchError::Proof(format!("{path}: no answer")));
        }
    }
    if !head.starts_with("HTTP/1.1 200") {
        return Err(BenchError::Proof(format!("{path}: {}", head.lines().next().unwrap_or_default())));
    }
    let first_byte = asked.elapsed();
    let mut chunk = vec![0; 256 * 1024];
    let mut size = 0;
    loop {
        match reader.read(&mut chunk).await? {
            0 => return Ok(Download { size, first_byte }),
            read => {
                size += read as u64;
                each(&chunk[..read]);
            }
        }
    }
}
