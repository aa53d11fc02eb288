//! `acordo backup` and `acordo restore`: everything that cannot be made anew, in one folder.

use super::run::lite_path;
use super::{CommandResult, Failed, check, say};
use crate::config::Config;
use crate::identity::keys::Keys;
use crate::private;
use crate::store::{LibpqEnvironment, StoredSeals};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// What a backup is, beside its parts. Written last: a folder without it is none.
const MANIFEST: &str = "backup.json";
const LITE: &str = "database.sqlite3";
const DUMP: &str = "database.dump";
const EVIDENCE: &str = "evidence";
const KEYS: &str = "keys";
/// Files on their way in, which nothing names yet.
const ARRIVING: &str = "arriving";

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    version: String,
    instance: String,
    made_at: String,
    /// The file of the database in this folder.
    database: String,
    evidence_files: u64,
    keys: bool,
    /// Which seals the database has; versions that did not say it made the first.
    #[serde(default)]
    seals: SealsForm,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SealsForm {
    #[default]
    Former,
    Current,
}

fn failed(words: impl Into<String>) -> Failed {
    Failed { code: 1, words: words.into() }
}

/// While a server runs or not. The database comes first and the files after it: a file is there before its event is.
pub fn backup(config: &Config, to: &Path, with_keys: bool) -> CommandResult {
    if to.exists() && fs::read_dir(to)?.next().is_some() {
        return Err(failed(format!("{} is not empty: a backup goes into a folder of its own", to.display())));
    }
    let stored = Keys::read(&config.keys_dir(), &config.instance)?.seals;
    private::folder(to)?;
    let database = match lite_path(config) {
        Some(path) => {
            crate::store::copy_sqlite(&path, &to.join(LITE)).map_err(failed)?;
            LITE
        }
        None => {
            dump(config.database_url.reveal(), &to.join(DUMP))?;
            DUMP
        }
    };
    private::narrow(&to.join(database), 0o600)?;
    let evidence_files = copy_folder(&config.evidence_dir(), &to.join(EVIDENCE))?;
    if with_keys {
        copy_folder(&config.keys_dir(), &to.join(KEYS))?;
    }
    let manifest = Manifest {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        instance: config.instance.clone(),
        made_at: jiff::Timestamp::now().to_string(),
        database: database.to_owned(),
        evidence_files,
        keys: with_keys,
        seals: if stored == StoredSeals::Current { SealsForm::Current } else { SealsForm::Former },
    };
    fs::write(to.join(MANIFEST), serde_json::to_string_pretty(&manifest)?)?;
    synced(&to.join(MANIFEST))?;
    synced(to)?;
    say(&format!("{}: the database and {evidence_files} files", to.display()))?;
    say(if with_keys {
        "The keys are in it: who has this folder can rewrite the record. Keep it locked away."
    } else {
        "The keys are not in it (--keys): keep a copy of them elsewhere, without them nothing here starts."
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Into an installation that is empty. Then everything is checked as `acordo check` does.
pub fn restore(config: &Config, from: &Path) -> CommandResult {
    let text = fs::read_to_string(from.join(MANIFEST))
        .map_err(|error| failed(format!("{} is no whole backup ({MANIFEST}: {error})", from.display())))?;
    let manifest: Manifest = serde_json::from_str(&text)?;
    if manifest.instance != config.instance {
        return Err(failed(format!(
            "this backup is of {}, and the configuration says {}. Set instance = \"{}\".",
            manifest.instance, config.instance, manifest.instance
        )));
    }
    private::folder(&config.data_dir)?;
    let keys = config.keys_dir();
    if manifest.keys && !holds_something(&keys)? {
        copy_folder(&from.join(KEYS), &keys)?;
    }
    if !manifest.keys && !holds_something(&keys)? {
        return Err(failed(format!(
            "the keys are not in this backup: put the whole folder of keys that was kept apart from it at {}, with its file \"seals\"",
            keys.display()
        )));
    }
    // Without them nothing that is restored could be shown.
    let there = Keys::read(&keys, &config.instance)?.seals;
    if manifest.seals == SealsForm::Former && there == StoredSeals::Current {
        Keys::expect_former_seals(&keys)?;
    }
    if holds_something(&config.evidence_dir())? {
        return Err(failed(format!("{} holds files already", config.evidence_dir().display())));
    }
    match (lite_path(config), manifest.database.as_str()) {
        (Some(path), LITE) => {
            // What an older database left beside its file would be played into the one that is restored.
            let beside = ["-wal", "-shm", "-journal"].map(|ending| {
                let mut name = path.clone().into_os_string();
                name.push(ending);
                PathBuf::from(name)
            });
            if let Some(there) = [&path].into_iter().chain(&beside).find(|path| path.exists()) {
                return Err(failed(format!("{} is there already", there.display())));
            }
            copy_file(&from.join(LITE), &path)?;
            synced(path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")))?;
        }
        (None, DUMP) => undump(config.database_url.reveal(), &from.join(DUMP))?,
        _ => return Err(failed("this backup is of another kind of database than database_url names")),
    }
    copy_folder(&from.join(EVIDENCE), &config.evidence_dir())?;
    say("Restored. Now everything is checked against its seals.")?;
    check::store(config)
}

fn dump(url: &str, to: &Path) -> Result<(), Failed> {
    let server = LibpqEnvironment::of(url).map_err(failed)?;
    let mut dump = Command::new("pg_dump");
    run(dump
        .args(["--format=custom", "--no-owner", "--no-privileges"])
        .arg("--file")
        .arg(to)
        .envs(server.variables()))?;
    synced(to)?;
    Ok(())
}

fn undump(url: &str, from: &Path) -> Result<(), Failed> {
    let server = LibpqEnvironment::of(url).map_err(failed)?;
    let mut restore = Command::new("pg_restore");
    run(restore
        .args(["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"])
        .args(["--dbname", &server.database])
        .arg(from)
        .envs(server.variables()))
}

fn run(command: &mut Command) -> Result<(), Failed> {
    let program = command.get_program().to_string_lossy().into_owned();
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failed(format!("{program} ended with {status}"))),
        Err(error) => Err(failed(format!("{program} cannot be run: {error}. It comes with PostgreSQL's clients."))),
    }
}

fn holds_something(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(entries) => Ok(entries.filter_map(Result::ok).any(|entry| entry.file_name() != ARRIVING)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// All files and folders in it, for their owner alone; how many files.
fn copy_folder(from: &Path, to: &Path) -> io::Result<u64> {
    private::folder(to)?;
    let mut count = 0;
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        other => other?,
    };
    for entry in entries {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            if entry.file_name() != ARRIVING {
                count += copy_folder(&source, &target)?;
            }
        } else {
            copy_file(&source, &target)?;
            count += 1;
        }
    }
    synced(to)?;
    Ok(count)
}

/// For its owner alone, and on the disk when this returns.
fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to)?;
    private::narrow(to, 0o600)?;
    synced(to)
}

/// A file, or the names in a folder.
fn synced(path: &Path) -> io::Result<()> {
    if cfg!(unix) || path.is_file() { fs::File::open(path)?.sync_all() } else { Ok(()) }
}
