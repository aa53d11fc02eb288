//! `acordo verify`: the report of a bundle or of a final PDF, for people or as JSON. It needs no database and no network.
//! `acordo check`: whether everything stored is what was written.

use super::{CommandResult, Failed, say};
use crate::config::Config;
use crate::evidence::EvidenceFiles;
use crate::export::Audit;
use crate::texts::Language;
use acordo_record::{FileVerdict, Inquiry, KeyFile, Time};
use std::fs::File;
use std::io::{IsTerminal, Read, Seek};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The question as it was asked on the command line.
#[derive(Debug)]
pub struct VerifyArgs<'a> {
    pub bundle: &'a Path,
    pub key: &'a Path,
    pub seen: &'a [PathBuf],
    pub now: Option<Time>,
    pub late_hours: Option<u64>,
    pub json: bool,
    pub language: Language,
    /// Where the PDF goes that the signers were shown, out of the PDF that was handed in.
    pub shown: Option<&'a Path>,
}

/// The name under which a final PDF has it attached.
const SHOWN: &str = acordo_record::ATTACHED[1];

pub fn verify(asked: &VerifyArgs<'_>) -> CommandResult {
    let VerifyArgs { bundle, key, seen, now, late_hours, json, language, shown } = *asked;
    let mut file = File::open(bundle).map_err(|error| could_not(bundle, error))?;
    let keys = KeyFile::read(&read(key)?).map_err(|error| could_not(key, error))?;
    let mut notes = Vec::new();
    for path in seen {
        let found = acordo_record::notes_kept(&read(path)?);
        if found.is_empty() {
            return Err(could_not(path, "it holds no signed note"));
        }
        notes.extend(found);
    }
    let clock = || Time::from_unix_millis(jiff::Timestamp::now().as_millisecond()).ok();
    let question = Inquiry { keys: &keys, seen: &notes, now: now.or_else(clock), late_hours };
    let report = if file.stream_position().is_ok() {
        acordo_record::verify_from(&mut file, &question).map_err(|error| could_not(bundle, error))?
    } else {
        // From a pipe nothing can be read twice.
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|error| could_not(bundle, error))?;
        acordo_record::verify(&bytes, &question)
    };
    if let Some(path) = shown.filter(|_| report.verdict() == FileVerdict::AttachedGenuine) {
        let attached = acordo_record::pdf::attachments(&read(bundle)?).and_then(|mut all| all.remove(SHOWN));
        let bytes = attached.ok_or_else(|| could_not(path, "it is not attached"))?;
        std::fs::write(path, bytes).map_err(|error| could_not(path, error))?;
    }
    if json {
        say(&serde_json::to_string_pretty(&report)?)?;
    } else {
        say(&super::report::words(&report, notes.len(), language))?;
    }
    Ok(ExitCode::from(report.exit_code()))
}

fn read(path: &Path) -> Result<Vec<u8>, Failed> {
    std::fs::read(path).map_err(|error| could_not(path, error))
}

fn could_not(path: &Path, why: impl std::fmt::Display) -> Failed {
    Failed { code: 2, words: format!("cannot check {}: {why}", path.display()) }
}

/// Checks every case of the store, its documents and files.
pub fn store(config: &Config) -> CommandResult {
    let checked = super::run::with_store_there(config, async |store| {
        let audit = Audit::new(store, EvidenceFiles::to_read(&config.data_dir.join("evidence")));
        let total = audit.store().case_count().await?;
        let (mut done, mut faults) = (0_u64, 0_usize);
        for fault in audit.beside_cases().await? {
            say(&fault)?;
            faults += 1;
        }
        let mut after = None;
        loop {
            let cases = audit.store().cases_after(after, CASES_AT_ONCE).await?;
            let Some(last) = cases.last() else { break };
            after = Some(*last);
            for case in cases {
                for fault in audit.case(case).await? {
                    clear_bar();
                    // Some faults are words of the store's log, which name the case already.
                    let named = fault.contains(&case.to_string());
                    say(&if named { fault } else { format!("case {case}: {fault}") })?;
                    faults += 1;
                }
                done += 1;
                bar(done, total);
            }
        }
        clear_bar();
        let plural = |count: u64, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        say(&format!("{} checked, {}", plural(done, "case"), plural(faults as u64, "fault")))?;
        Ok(ExitCode::from(u8::from(faults > 0)))
    });
    // Exit 1 is a verdict; not to have come to one is another thing.
    checked.map_err(|failed| Failed { code: 2, ..failed })
}

/// Ids that are read at a time.
const CASES_AT_ONCE: u32 = 100;
const BAR_CHARS: u64 = 40;

/// How far it is, where somebody looks at it.
fn bar(done: u64, total: u64) {
    if std::io::stderr().is_terminal() {
        let full = (done * BAR_CHARS).checked_div(total).unwrap_or(BAR_CHARS).min(BAR_CHARS);
        let (full, rest) = ("#".repeat(full as usize), ".".repeat((BAR_CHARS - full) as usize));
        eprint!("\r[{full}{rest}] {done}/{total}");
    }
}

fn clear_bar() {
    if std::io::stderr().is_terminal() {
        eprint!("\r\x1b[K");
    }
}
