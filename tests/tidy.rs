//! The project's rules that a compiler does not see: who may depend on whom, how long files may be, what is left
//! behind.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What the bench measures acordo against: a server on the same library that does nothing else.
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
    ("lettre", &["notify", "src/contact.rs"]),
    ("unicode_normalization", &["src/contact.rs"]),
    ("jsonwebtoken", &["identity"]),
    ("argon2", &["identity"]),
    ("acordo_paper", &["export"]),
    ("tokio_tungstenite", &["bench"]),
];

const LINES_MAX: usize = 450;
const FORBIDDEN_FOLDERS: &[&str] = &["util", "utils", "common", "helper", "helpers", "manager", "managers", "misc"];
/// What is never left behind: searched for in every source except this one, which has to name it.
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

/// The code without comments, so that prose about `diesel` is no breach.
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

/// Which module may depend on which, as docs/architecture.md says.
#[derive(Debug, Default)]
struct Layers {
    /// The places as the table writes them, such as `src/store`.
    places: BTreeSet<String>,
    /// What each module may name besides itself and what all may name; the composition root may name anything.
    known: BTreeMap<String, BTreeSet<String>>,
    roots: BTreeSet<String>,
    by_all: BTreeSet<String>,
}

impl Layers {
    fn read(root: &Path) -> Self {
        let text = fs::read_to_string(root.join("docs/architecture.md")).unwrap_or_default();
        let quoted = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
        let mut layers = Self::default();
        if let Some(line) = text.lines().find(|line| line.starts_with("All may know ")) {
            layers.by_all = quoted(line).into_iter().collect();
        }
        for row in text.lines().filter(|line| line.starts_with("| `")) {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            let [places, _, known] = cells[..] else { continue };
            for place in quoted(places) {
                if let Some(path) = place.strip_prefix("src/") {
                    let module = path.trim_end_matches(".rs").to_owned();
                    if known == "all" {
                        layers.roots.insert(module);
                    } else {
                        let known = known.split(',').map(|name| name.trim().to_owned()).filter(|name| name != "–");
                        layers.known.insert(module, known.collect());
                    }
                }
                layers.places.insert(place);
            }
        }
        layers
    }

    /// Rows without their place, places without a row, and names that no row explains.
    fn phantoms(&self, root: &Path) -> Vec<String> {
        let mut found = Vec::new();
        for place in self.places.iter().filter(|place| !root.join(place).exists()) {
            found.push(format!("docs/architecture.md: {place} is not there"));
        }
        for entry in fs::read_dir(root.join("src")).into_iter().flatten().flatten() {
            let place = format!("src/{}", entry.file_name().to_string_lossy());
            // A module with several files is in the table once, as its folder or as its first file.
            let file = format!("{place}.rs");
            if !self.places.contains(&place) && !self.places.contains(&file) {
                found.push(format!("{place}: docs/architecture.md has no row for it"));
            }
        }
        for name in self.known.values().flatten().chain(&self.by_all) {
            if !self.known.contains_key(name) {
                found.push(format!("docs/architecture.md: {name} may be known and has no row"));
            }
        }
        found
    }
}

/// Ways to take a date apart or to put it into words. A date is said the same way everywhere.
const DATE_WAYS: &[&str] = &["strftime", ".weekday()", "to_zoned(", "to_zoned_datetime(", "to_datetime("];
/// Where these are allowed: the calendar counts days, the texts say them, the typesetter fills in a PDF's own fields.
const DATE_HOMES: &[&str] =
    &["src/domain/calendar.rs", "src/domain/law/holidays.rs", "src/texts/dates.rs", "src/paper/typesetter.rs"];

fn breaches(root: &Path) -> Vec<String> {
    let src = root.join("src");
    let layers = Layers::read(root);
    let mut found = layers.phantoms(root);
    let mut rust = Vec::new();
    files(&src, &[".rs"], &mut rust);
    for path in &rust {
        let shown = path.strip_prefix(root).unwrap().display().to_string();
        let text = fs::read_to_string(path).unwrap();
        let code = code(&text);
        let module = module_of(path, &src);
        for way in DATE_WAYS {
            if !DATE_HOMES.contains(&shown.as_str()) && code.contains(way) {
                found.push(format!(
                    "{shown}: {way} may stand only in {DATE_HOMES:?}; others say a date by texts::dates"
                ));
            }
        }
        if matches!(module.as_str(), "domain" | "record" | "paper") {
            continue; // their Cargo.toml is the wall
        }
        for (name, homes) in CRATES {
            if !homes.contains(&module.as_str()) && !homes.contains(&shown.as_str()) && names_crate(&code, name) {
                found.push(format!("{shown}: {name} may be named only in {homes:?}"));
            }
        }
        if layers.roots.contains(&module) {
            continue;
        }
        let Some(allowed) = layers.known.get(&module) else { continue };
        for sibling in siblings_named(&code).into_iter().filter(|sibling| *sibling != module) {
            let is_layer = layers.known.contains_key(&sibling);
            if is_layer && !allowed.contains(&sibling) && !layers.by_all.contains(&sibling) {
                found.push(format!("{shown}: {module} may not know {sibling}"));
            }
            if layers.roots.contains(&sibling) {
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
    put(
        "docs/architecture.md",
        "All may know `texts`.\n| place | what | may know |\n| --- | --- | --- |\n| `src/store` | x | – |\n\
         | `src/http`, `src/rooms`, `src/export` | x | store |\n| `src/bus` | x | – |\n| `src/app.rs` | x | all |\n",
    );
    put("src/app.rs", "use crate::http;\nuse crate::store;\n");
    put("src/rooms/x.rs", "use crate::store::Store;\nuse crate::app;\n");
    put("src/http/cases.rs", "use diesel::prelude::*;\n");
    put("src/store/cases.rs", "use crate::http::Problem;\nuse crate::{bus, rooms::Room};\n");
    put("src/rooms/common/x.rs", "fn f() { todo!() }\n");
    put("src/novelty/x.rs", "\n");
    put("src/export/when.rs", "fn f() { at.strftime() }\n");
    put("src/export/long.rs", &"// line\n".repeat(LINES_MAX + 1));
    put("migrations/sqlite/0001_start/up.sql", "");
    let found = breaches(house.path()).join("\n");
    for expected in [
        "diesel may be named only",
        "store may not know http",
        "store may not know rooms",
        "todo!( is left",
        "\"common\" says nothing",
        "docs/architecture.md: src/bus is not there",
        "docs/architecture.md: texts may be known and has no row",
        "src/novelty: docs/architecture.md has no row for it",
        "rooms may not know the composition root (app)",
        "451 lines",
        "src/export/when.rs: strftime may stand only",
        "do not have the same names",
    ] {
        assert!(found.contains(expected), "{expected} was not found in:\n{found}");
    }
    for fine in ["app may not", "rooms may not know store", "http may not know store"] {
        assert!(!found.contains(fine), "{fine} was found in:\n{found}");
    }
}
