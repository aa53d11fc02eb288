//! Names that a newcomer can look up: no two types share a name, and no variable has a name that says nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn sources(dir: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(dir).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if path.file_name().is_none_or(|name| name != "e2e" && name != "target") {
                sources(&path, found);
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

fn all_sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    sources(&root.join("src"), &mut found);
    sources(&root.join("tests"), &mut found);
    assert!(found.len() > 200, "the sources are not where this test looks");
    found
}

/// The code alone: comments are dropped, strings and characters are emptied.
fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let skip = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(hashes) = raw_string(rest) {
            let end = format!("\"{}", "#".repeat(hashes));
            let begin = hashes + 2;
            begin + rest[begin..].find(&end).map_or(rest.len() - begin, |at| at + end.len())
        } else if next == '"' {
            1 + quoted(&rest[1..])
        } else if rest.starts_with("'\"'") {
            3
        } else if rest.starts_with("'\\\"'") {
            4
        } else {
            out.push(next);
            rest = &rest[next.len_utf8()..];
            continue;
        };
        out.push(' ');
        rest = &rest[skip..];
    }
    out
}

/// The number of hashes, if a raw string (`r#"`) begins here.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// The length of a string in bytes, from after its opening quote to its closing quote inclusive.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The types that a file defines. Associated types, such as `Error` of `TryFrom`, do not count: their trait names them.
fn types(code: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for line in code.lines() {
        let nested = line.starts_with(' ');
        let mut words = line.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
        let mut word = words.next();
        while matches!(word, Some("pub" | "crate" | "super" | "in" | "self" | "case")) {
            word = words.next();
        }
        let defines = matches!(word, Some("struct" | "enum" | "trait" | "union")) || (word == Some("type") && !nested);
        if let Some(name) = words.next().filter(|name| defines && name.starts_with(char::is_uppercase)) {
            found.insert(name);
        }
    }
    found
}

/// How many variables are called `of`, not counting functions and associated items of that name.
fn variables_called_of(code: &str) -> usize {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices("of")
        .filter(|(at, _)| {
            let (before, after) = (&code[..*at], &code[at + 2..]);
            let whole = !before.ends_with(word) && !after.starts_with(word);
            let item = before.ends_with("::") || before.ends_with('.') || before.ends_with("fn ");
            whole && !item
        })
        .count()
}

#[test]
fn no_two_types_have_one_name() {
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in all_sources() {
        for name in types(&code(&text)) {
            homes.entry(name.to_owned()).or_default().push(path.clone());
        }
    }
    homes.retain(|_, paths| paths.len() > 1);
    assert!(homes.is_empty(), "types defined in more than one file: {homes:#?}");
}

#[test]
fn no_variable_is_called_of() {
    let counts = all_sources().into_iter().map(|(path, text)| (path, variables_called_of(&code(&text))));
    let found: Vec<(String, usize)> = counts.filter(|(_, count)| *count > 0).collect();
    assert!(found.is_empty(), "say what it is: {found:#?}");
}

#[test]
fn the_scan_finds_what_it_looks_for() {
    let text = "let of = \"of\"; // of\nfn of() {}\nX::of(of.y)\nlet r = r#\"of \" of\"#;\npub(crate) struct A;\n    type B = u8;\n";
    assert_eq!(variables_called_of(&code(text)), 2);
    assert_eq!(types(&code(text)), BTreeSet::from(["A"]));
}
