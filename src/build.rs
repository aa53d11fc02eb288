//! For a release, the pages are built first and embedded. A debug build reads them from disk and
//! builds them when it starts to serve, where one sees it happen; so `cargo check` stays quick.
//! Every build gathers the notices of the libraries that are linked into the binary.

#[path = "frontend.rs"]
#[allow(dead_code)]
mod pages;

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    for source in pages::SOURCES.iter().filter(|source| Path::new(source).exists()) {
        println!("cargo::rerun-if-changed={source}");
    }
    println!("cargo::rerun-if-changed=src/frontend.rs");
    println!("cargo::rerun-if-changed=Cargo.lock");
    println!("cargo::rerun-if-env-changed={}", pages::SKIP);
    let release = variable("PROFILE") == "release";
    // A debug build is of a checkout that changes by the minute; it would be built anew with every commit.
    let commit = if release { commit() } else { None };
    println!("cargo::rustc-env=BUILT_COMMIT={}", commit.unwrap_or_else(|| "development".to_owned()));
    match notices() {
        Ok(text) => {
            if let Err(error) = fs::write(PathBuf::from(variable("OUT_DIR")).join("notices.txt"), text) {
                println!("cargo::error=the notices of the libraries cannot be written: {error}");
            }
        }
        Err(why) => println!("cargo::error=the notices of the libraries cannot be gathered: {why}"),
    }
    if !release {
        return;
    }
    if let pages::Pages::NotBuilt(why) = pages::ensure(Path::new(&variable("CARGO_MANIFEST_DIR")), |_| {}) {
        for line in why.lines() {
            println!("cargo::warning={line}");
        }
    }
}

/// The commit that is built, and whether something was changed since.
fn commit() -> Option<String> {
    let git = |arguments: &[&str]| {
        let output = Command::new("git").args(arguments).output().ok().filter(|output| output.status.success())?;
        String::from_utf8(output.stdout).ok().map(|text| text.trim().to_owned())
    };
    // `HEAD` names a branch and stays as it is with each commit on it; its log does not. In a worktree they are elsewhere.
    for file in ["HEAD", "logs/HEAD"] {
        if let Some(path) = git(&["rev-parse", "--git-path", file]).filter(|path| Path::new(path).exists()) {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    let head = git(&["rev-parse", "--short=12", "HEAD"])?;
    let clean = git(&["status", "--porcelain", "--untracked-files=no"])?.is_empty();
    Some(if clean { head } else { format!("{head}, changed") })
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

/// The names, licences and texts of all packages that are linked into the binary. Equal texts are printed once.
fn notices() -> Result<String, String> {
    let metadata = metadata()?;
    let packages: BTreeMap<&str, &Value> =
        list(&metadata["packages"]).filter_map(|package| Some((package["id"].as_str()?, package))).collect();
    let mut names = String::new();
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for id in linked(&metadata, &packages) {
        let Some(package) = packages.get(id).filter(|package| !package["source"].is_null()) else { continue };
        let field = |name: &str| package[name].as_str().unwrap_or_default();
        let name = format!("{} {}", field("name"), field("version"));
        let licence = package["license"].as_str().unwrap_or("licence in the text below");
        let _ = writeln!(names, "{name} – {licence} – {}", field("repository"));
        let folder = Path::new(field("manifest_path")).parent().unwrap_or(Path::new(""));
        for text in licence_texts(folder) {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    let mut by_first: Vec<(Vec<String>, String)> = texts.into_iter().map(|(text, names)| (names, text)).collect();
    by_first.sort();
    for (users, text) in by_first {
        let _ = write!(names, "\n{}\n{}\n\n{}\n", "=".repeat(80), users.join(", "), text.trim_end());
    }
    Ok(names)
}

/// First from what is on this machine; an ordinary build has not downloaded what only tests need, and cargo asks for it.
fn metadata() -> Result<Value, String> {
    cargo_metadata(&["--offline"]).or_else(|_| cargo_metadata(&[]))
}

fn cargo_metadata(more: &[&str]) -> Result<Value, String> {
    let manifest = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let output = Command::new(variable("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", &variable("TARGET")])
        .args(more)
        .arg("--manifest-path")
        .arg(manifest)
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
}

/// What the program's package reaches by ordinary dependencies; macros run at build time and stay out.
fn linked<'a>(metadata: &'a Value, packages: &BTreeMap<&str, &Value>) -> BTreeSet<&'a str> {
    let nodes: BTreeMap<&str, &Value> =
        list(&metadata["resolve"]["nodes"]).filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let is_macro = |id: &str| {
        let targets = packages.get(id).map(|package| list(&package["targets"]));
        targets.into_iter().flatten().any(|target| list(&target["kind"]).any(|kind| kind == "proc-macro"))
    };
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = metadata["resolve"]["root"].as_str().into_iter().collect();
    while let Some(id) = open.pop() {
        if is_macro(id) || !reached.insert(id) {
            continue;
        }
        let Some(node) = nodes.get(id) else { continue };
        for dependency in list(&node["deps"]) {
            if list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null()) {
                open.extend(dependency["pkg"].as_str());
            }
        }
    }
    reached
}

fn licence_texts(folder: &Path) -> Vec<String> {
    let names = ["license", "licence", "copying", "notice", "unlicense", "copyright"];
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.retain(|path| {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        names.iter().any(|wanted| name.starts_with(wanted))
    });
    files.sort();
    let texts = files.iter().filter_map(|path| fs::read(path).ok());
    // Line ends differ between packages with one text.
    texts.map(|bytes| String::from_utf8_lossy(&bytes).replace("\r\n", "\n").trim().to_owned()).collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
