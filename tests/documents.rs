//! What documents and comments point at exists: files, pages, scripts. The top level holds only what was agreed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Paths are written from the root, from the page's folder, or from a package's.
const STARTS: &[&str] = &["", "frontend", "src/domain", "src/record", "src/paper"];
const FOLDERS: &[&str] = &["src/", "tests/", "frontend/", "migrations/", "docs/"];
/// Made by a build.
const MADE: &[&str] = &["frontend/build", "frontend/node_modules"];
/// Files that name missing paths on purpose: the tests of these checks.
const MADE_UP: &[&str] = &["tests/circles.rs", "tests/documents.rs", "tests/tidy.rs"];
/// Besides dot files. rustup reads its file under this name only.
const TOP: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "docs",
    "frontend",
    "migrations",
    "rust-toolchain.toml",
    "src",
    "tests",
];

/// Files that are in the repository or about to be.
fn tracked() -> Vec<String> {
    let output = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(ROOT)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = String::from_utf8(output.stdout).unwrap();
    files.lines().filter(|file| Path::new(ROOT).join(file).exists()).map(str::to_owned).collect()
}

fn is_there(path: &str) -> bool {
    STARTS.iter().any(|start| Path::new(ROOT).join(start).join(path).exists())
        || MADE.iter().any(|made| path.starts_with(made))
}

/// The words of a text that look like paths or names of documents.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || "_./-{}$@*".contains(c)))
        .map(|word| word.trim_end_matches(['.', '/', '-']))
        .filter(|word| !word.contains(['{', '}', '$', '@', '*']))
}

fn phantoms(file: &str, text: &str, documents: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, line) in (1..).zip(text.lines()) {
        for word in words(line) {
            let is_path = FOLDERS.iter().any(|folder| word.starts_with(folder));
            if is_path && !is_there(word) && !is_decision(word, documents) {
                found.push(format!("{file}:{at}: {word} is not there"));
            }
            let is_document = !is_path && word.ends_with(".md") && !word.contains('/');
            if is_document && !documents.iter().any(|one| Path::new(one).file_name().is_some_and(|name| name == word)) {
                found.push(format!("{file}:{at}: there is no document {word}"));
            }
        }
        for script in line.split("npm run ").skip(1) {
            let name =
                script.trim_start_matches("-s ").split(|c: char| !(c.is_ascii_alphanumeric() || c == ':')).next();
            if let Some(name) = name.filter(|name| !name.is_empty() && !scripts().contains(&format!("\"{name}\":"))) {
                found.push(format!("{file}:{at}: there is no script {name}"));
            }
        }
    }
    found
}

/// A decision is named by its number alone.
fn is_decision(word: &str, documents: &[String]) -> bool {
    let number = word.strip_prefix("docs/decisions/").filter(|rest| rest.len() == 4);
    number.is_some_and(|_| documents.iter().any(|one| one.starts_with(&format!("{word}-"))))
}

fn scripts() -> String {
    ["frontend/package.json", "tests/e2e/package.json"]
        .map(|file| fs::read_to_string(Path::new(ROOT).join(file)).unwrap())
        .concat()
}

/// The relative links of a page that lead nowhere.
fn broken_links(file: &str, text: &str) -> Vec<String> {
    let folder = Path::new(ROOT).join(file).parent().unwrap().to_owned();
    let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
    links
        .filter(|link| !link.is_empty() && !link.contains("://"))
        .filter(|link| !folder.join(link).exists())
        .map(|link| format!("{file}: the link to {link} leads nowhere"))
        .collect()
}

#[test]
fn what_documents_and_comments_name_is_there() {
    let files = tracked();
    let documents: Vec<String> = files.iter().filter(|file| file.ends_with(".md")).cloned().collect();
    assert!(documents.len() > 10, "the documents are read");
    let endings = ["md", "rs", "ts", "svelte", "mjs", "js", "py", "toml", "sql", "yml", "css"];
    let mut found = Vec::new();
    for file in &files {
        let ending =
            Path::new(file).extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
        let is_read = endings.contains(&ending.as_str()) || file == "tests/run" || file == ".ci/run";
        if !is_read || MADE_UP.contains(&file.as_str()) {
            continue;
        }
        let text = fs::read_to_string(PathBuf::from(ROOT).join(file)).unwrap();
        found.extend(phantoms(file, &text, &documents));
        if ending == "md" {
            found.extend(broken_links(file, &text));
        }
    }
    assert!(found.is_empty(), "{} phantoms:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_setting_is_documented_with_its_example() {
    let page = fs::read_to_string(Path::new(ROOT).join("docs/operating.md")).unwrap();
    for (key, example, what) in acordo::config::all_settings() {
        let row = format!("| `{key}` | `{example}` | {what} |");
        assert!(page.lines().any(|line| line == row), "docs/operating.md lacks the row\n{row}");
    }
}

#[test]
fn the_top_level_is_what_was_agreed() {
    let mut top: Vec<String> = tracked().iter().map(|file| file.split('/').next().unwrap().to_owned()).collect();
    top.retain(|name| !name.starts_with('.'));
    top.sort();
    top.dedup();
    assert_eq!(top, TOP);
}

#[test]
fn a_phantom_is_found() {
    let documents = ["docs/api.md".to_owned(), "docs/decisions/0005-parts.md".to_owned()];
    let text = "see `src/bus`, docs/decisions/0009 and protocol.md; run npm run types";
    let found = phantoms("a.md", text, &documents).join("\n");
    for expected in ["src/bus is not", "decisions/0009 is not", "no document protocol.md", "no script types"] {
        assert!(found.contains(expected), "{expected} was not found in:\n{found}");
    }
    let fine = "see `src/store`, src/domain/case/decide/mod.rs, docs/decisions/0005 and api.md; npm run check";
    assert_eq!(phantoms("a.md", fine, &documents), Vec::<String>::new());
    assert_eq!(broken_links("docs/a.md", "[x](nothing.md) [y](api.md#there) [z](https://example.org)").len(), 1);
}
