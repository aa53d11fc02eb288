//! A code that nothing raises is a promise that nobody keeps, so every code of a problem is raised somewhere.

use acordo::problem::{Code, Shell};
use acordo_domain::case::refusal::Refusal;
use std::fs;
use std::path::Path;

/// The code of all sources below a folder, without comments and tests.
fn sources(folder: &Path, out: &mut String) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() {
            if name != "tests" {
                sources(&path, out);
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let own = text.split("#[cfg(test)]\nmod ").next().unwrap();
            // problem.rs gives each refusal its status, which is not raising it.
            let own = if name == "problem.rs" { own.replace("R::", "") } else { own.to_owned() };
            out.extend(own.lines().flat_map(|line| [line.split("//").next().unwrap(), "\n"]));
        }
    }
}

/// Whether a code is named, by its type or by the short alias that long matches use.
fn is_raised(sources: &str, code: Code) -> bool {
    let names = match code {
        Code::Shell(code) => vec![format!("Shell::{code:?}")],
        Code::Domain(code) => vec![format!("Refusal::{code:?}"), format!("R::{code:?}")],
    };
    names.iter().any(|name| {
        let whole = |(at, _): (usize, &str)| !sources[at + name.len()..].starts_with(|c: char| c.is_alphanumeric());
        sources.match_indices(name.as_str()).any(whole)
    })
}

#[test]
fn every_code_is_raised_somewhere() {
    let mut all = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    let unraised: Vec<&str> = Code::all().filter(|code| !is_raised(&all, *code)).map(Code::text).collect();
    assert!(unraised.is_empty(), "nobody raises {unraised:?}");
}

#[test]
fn a_code_is_not_raised_by_one_that_begins_alike() {
    let sources = "Err(Shell::NotFoundHere.into())\nErr(Refusal::Conflict.into())";
    assert!(!is_raised(sources, Shell::NotFound.into()));
    assert!(is_raised(sources, Refusal::Conflict.into()));
    assert!(!is_raised(sources, Refusal::NotYours.into()));
}
