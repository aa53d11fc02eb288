//! The house rules that a compiler does not see: who may know whom, how long a file may be, what is never left behind.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// module → the sibling modules it may name, besides domain and record (docs/architecture.md).
/// `texts` and `problem` may be named by anyone; the composition root (app, main, demo, bench) may name all.
const LAYERS: &[(&str, &[&str])] = &[
    ("config", &[]),
    ("texts", &[]),
    ("problem", &[]),
    ("pages", &[]),
    ("store", &["bus"]),
    ("bus", &[]),
    ("notify", &["store", "config", "identity"]),
    ("identity", &["store", "config"]),
    ("evidence", &[]),
    ("export", &["store", "config", "evidence"]),
    ("rooms", &["store", "bus", "identity", "config", "http"]),
    ("jobs", &["store", "bus", "notify", "export", "config"]),
    ("http", &["evidence", "store", "rooms", "identity", "export", "insights", "config", "notify", "bus"]),
];

const ROOTS: &[&str] = &["app", "main", "lib", "cli", "demo", "bench"];

/// What the bench measures against: a server of its own, on the same library and nothing else.
const RIVAL: &str = "src/bench/bare.rs";

/// crate → the only modules, or the one file, that may name it.
const CRATES: &[(&str, &[&str])] = &[
    ("diesel", &["store"]),
    ("diesel_async", &["store"]),
    ("diesel_migrations", &["store"]),
    ("tokio_postgres", &["store"]),
    ("actix_web", &["http", "rooms", "app", RIVAL]),
    ("actix_ws", &["rooms", RIVAL]),
    ("actix_multipart", &["http"]),
    ("async_nats", &["bus"]),
    ("lettre", &["notify"]),
    ("jsonwebtoken", &["identity"]),
    ("argon2", &["identity"]),
    ("acordo_paper", &["export"]),
    ("tokio_tungstenite", &["bench"]),
];

const LINES_MAX: usize = 450;
const FORBIDDEN_FOLDERS: &[&str] = &["util", "utils", "common", "helper", "helpers", "manager", "managers", "misc"];
/// What is not left behind: searched for in every source but this one, which has to name it.
const LEFTOVERS: &[&str] = &[
    "todo!(",
    "unimplemented!(",
    "#[ignore",
    "dbg!(",
    "test.only(",
    "it.only(",
    "describe.only(",
    "test.skip(",
    "it.skip(",
];

fn files(dir: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(name.as_str(), "node_modules" | "build" | ".svelte-kit" | "target" | "test-results") {
                files(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            found.push(path);
        }
    }
}

/// The code without comments and string contents, so that prose about `diesel` is no breach.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn module_of(path: &Path, src: &Path) -> String {
    let first = path.strip_prefix(src).unwrap().components().next().unwrap();
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

fn names_crate(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + name.len()..];
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
            && (after.starts_with("::") || after.starts_with(';') || after.starts_with("\n"))
    })
}

fn siblings_named(code: &str) -> Vec<String> {
    let mut named = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        if let Some(list) = rest.strip_prefix('{') {
            let list = &list[..list.find("};").unwrap_or(list.len())];
            let mut depth = 0;
            let mut word = String::new();
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => named.push(std::mem::take(&mut word)),
                    c if depth == 0 && !c.is_whitespace() => word.push(c),
                    _ => {}
                }
            }
            named.push(word);
        } else {
            named.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    named.iter().map(|name| name.split("::").next().unwrap_or_default().to_owned()).collect()
}

fn breaches(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let src = root.join("src");
    let layers: BTreeMap<_, _> = LAYERS.iter().copied().collect();
    let mut rust = Vec::new();
    files(&src, &[".rs"], &mut rust);
    for path in &rust {
        let shown = path.strip_prefix(root).unwrap().display().to_string();
        let text = fs::read_to_string(path).unwrap();
        let code = code(&text);
        let module = module_of(path, &src);
        if matches!(module.as_str(), "domain" | "record" | "paper") {
            continue; // their Cargo.toml is the wall
        }
        for (name, homes) in CRATES {
            if !homes.contains(&module.as_str()) && !homes.contains(&shown.as_str()) && names_crate(&code, name) {
                found.push(format!("{shown}: {name} may be named only in {homes:?}"));
            }
        }
        if ROOTS.contains(&module.as_str()) {
            continue;
        }
        let Some(allowed) = layers.get(module.as_str()) else {
            found.push(format!("{shown}: {module} stands in no layer; see LAYERS in tests/tidy.rs"));
            continue;
        };
        for sibling in siblings_named(&code) {
            if layers.contains_key(sibling.as_str())
                && sibling != module
                && sibling != "texts"
                && sibling != "problem"
                && !allowed.contains(&sibling.as_str())
            {
                found.push(format!("{shown}: {module} may not know {sibling}"));
            }
            if sibling != "lib" && ROOTS.contains(&sibling.as_str()) {
                found.push(format!("{shown}: {module} may not know the composition root ({sibling})"));
            }
        }
    }

    let mut sources = Vec::new();
    for dir in ["src", "frontend/src", "tests"] {
        files(&root.join(dir), &[".rs", ".ts", ".svelte", ".mjs"], &mut sources);
    }
    for path in &sources {
        let shown = path.strip_prefix(root).unwrap().display().to_string();
        let text = fs::read_to_string(path).unwrap();
        let generated = shown.ends_with("schema.d.ts") || shown.ends_with("messages/keys.ts");
        if text.lines().count() > LINES_MAX && !generated {
            found.push(format!("{shown}: {} lines; past {LINES_MAX} a file is two ideas", text.lines().count()));
        }
        if !shown.ends_with("tidy.rs") {
            for leftover in LEFTOVERS {
                if text.contains(leftover) {
                    found.push(format!("{shown}: {leftover} is left behind"));
                }
            }
        }
        for folder in Path::new(&shown).parent().into_iter().flat_map(Path::components) {
            if FORBIDDEN_FOLDERS.contains(&folder.as_os_str().to_string_lossy().as_ref()) {
                found.push(format!("{shown}: a folder named {:?} says nothing", folder.as_os_str()));
            }
        }
    }

    let names = |database: &str| -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(root.join("migrations").join(database))
            .map(|entries| entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect())
            .unwrap_or_default();
        names.sort();
        names
    };
    if names("sqlite") != names("postgres") {
        found.push("migrations: sqlite and postgres do not have the same names".to_owned());
    }
    found
}

#[test]
fn the_house_is_tidy() {
    let found = breaches(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(found.is_empty(), "{} breaches:\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_breach_is_found() {
    let house = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &str| {
        let path = house.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("src/http/cases.rs", "use diesel::prelude::*;\n");
    put("src/store/cases.rs", "use crate::http::Problem;\nuse crate::{bus, rooms::Room};\n");
    put("src/rooms/common/x.rs", "fn f() { todo!() }\n");
    put("src/novelty/x.rs", "\n");
    put("src/export/long.rs", &"// line\n".repeat(LINES_MAX + 1));
    put("migrations/sqlite/0001_start/up.sql", "");
    let found = breaches(house.path()).join("\n");
    for expected in [
        "diesel may be named only",
        "store may not know http",
        "store may not know rooms",
        "todo!( is left",
        "\"common\" says nothing",
        "novelty stands in no layer",
        "451 lines",
        "do not have the same names",
    ] {
        assert!(found.contains(expected), "{expected} was not found in:\n{found}");
    }
}
