//! `acordo verify`: the report of a bundle, for people or as JSON. It needs no database and no network.

use super::{CommandResult, Failed, say};
use acordo_record::{KeyFile, Note, Report};
use std::path::Path;
use std::process::ExitCode;

pub fn verify(bundle: &Path, key: &Path, seen: Option<&Path>, json: bool) -> CommandResult {
    let bytes = read(bundle)?;
    let keys = String::from_utf8(read(key)?).map_err(|_| could_not(key, "not text"))?;
    let keys = KeyFile::parse(&keys).map_err(|error| could_not(key, error))?;
    let seen = match seen {
        Some(path) => Some(Note::parse(&read(path)?).map_err(|error| could_not(path, error))?),
        None => None,
    };
    let report = acordo_record::verify(&bytes, &keys, seen.as_ref());
    if json {
        say(&serde_json::to_string_pretty(&report)?)?;
    } else {
        say(&words(&report))?;
    }
    Ok(ExitCode::from(report.exit_code()))
}

fn read(path: &Path) -> Result<Vec<u8>, Failed> {
    std::fs::read(path).map_err(|error| could_not(path, error))
}

fn could_not(path: &Path, why: impl std::fmt::Display) -> Failed {
    Failed { code: 2, words: format!("cannot check {}: {why}", path.display()) }
}

/// The report as a person reads it: the verdict first.
fn words(report: &Report) -> String {
    let mut lines = vec![if report.valid { "VALID".to_owned() } else { "NOT VALID".to_owned() }];
    let mut tell = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            lines.push(format!("  {name:<11}{value}"));
        }
    };
    tell("instance", report.instance.clone());
    tell("case", report.reference.clone().or(report.case.clone()));
    tell("profile", report.profile.map(|profile| profile.as_str().to_owned()));
    tell("exported", report.exported_at.map(|at| at.to_string()));
    let parts = report.parts;
    tell("events", Some(report.events.to_string()));
    tell(
        "parts",
        Some(format!(
            "{} opened, {} withheld, {} erased, {} failed",
            parts.opened, parts.withheld, parts.erased, parts.failed
        )),
    );
    for channel in &report.channels {
        let anchor = if channel.anchor_pending { "; anchor pending" } else { "" };
        lines.push(format!("  {}: {} events, last {}{anchor}", channel.channel, channel.size, channel.last_at));
    }
    lines.push(match (report.witnesses.is_empty(), report.longest_delay_millis) {
        (true, _) => "  No witness: times rest on the operator's word.".to_owned(),
        (false, delay) => {
            let delay = delay.map(|millis| format!("; longest from event to checkpoint {} s", millis / 1_000));
            format!("  Witnesses: {}{}", report.witnesses.join(", "), delay.unwrap_or_default())
        }
    });
    for failure in &report.failures {
        lines.push(format!(
            "  FAILED {} [{}]: {}",
            if failure.place.is_empty() { "bundle" } else { &failure.place },
            failure.code.as_str(),
            failure.words
        ));
    }
    let untold = report.failures_total.saturating_sub(report.failures.len() as u64);
    if untold > 0 {
        lines.push(format!("  … and {untold} more"));
    }
    lines.push("It says nothing of what came after the last event shown.".to_owned());
    lines.join("\n")
}
