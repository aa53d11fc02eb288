//! No two files depend on each other, not even through others, so that one can be read without the other.
//!
//! A module and the files in its folder count as one: an import from the `mod.rs` right above closes no circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

type Module = Vec<String>;

/// Where each package keeps its files, and the folders in it that are packages or tests of their own.
const PACKAGES: [(&str, &[&str]); 4] = [
    ("src", &["domain", "record", "paper", "main.rs"]),
    ("src/domain", &["tests"]),
    ("src/record", &["tests"]),
    ("src/paper", &["tests"]),
];

/// The words and punctuation of a source, without comments, strings and `#[cfg(test)]` modules.
fn tokens(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => while chars.next().is_some_and(|c| c != '\n') {},
            '"' => {
                while let Some(c) = chars.next() {
                    match c {
                        '\\' => drop(chars.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            // A quotation mark as a character literal; anything else after `'` is read as a word.
            '\'' if chars.peek() == Some(&'"') => drop(chars.next()),
            ':' if chars.peek() == Some(&':') => {
                chars.next();
                found.push("::".to_owned());
            }
            c if c.is_alphanumeric() || c == '_' => {
                let mut word = c.to_string();
                while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                    word.push(c);
                }
                found.push(word);
            }
            c if c.is_whitespace() => {}
            c => found.push(c.to_string()),
        }
    }
    without_test_modules(found)
}

fn without_test_modules(tokens: Vec<String>) -> Vec<String> {
    let marks = |at: usize| tokens[at..].iter().take(8).map(String::as_str).collect::<String>() == "#[cfg(test)]mod";
    match (0..tokens.len()).find(|at| marks(*at) && tokens.get(at + 9).is_some_and(|next| next == "{")) {
        // Test modules are at the end of a file.
        Some(at) => tokens[..at].to_vec(),
        None => tokens,
    }
}

/// One name that a `use` brings in.
#[derive(Debug)]
struct Import {
    public: bool,
    path: Vec<String>,
    name: String,
}

/// The imports of a file, and every path that its code names.
fn read(tokens: &[String]) -> (Vec<Import>, Vec<Vec<String>>) {
    let (mut imports, mut paths) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at] == "use" {
            let end = tokens[at..].iter().position(|token| token == ";").map_or(tokens.len(), |more| at + more);
            let public = at > 0 && matches!(tokens[at - 1].as_str(), "pub" | ")");
            tree(&tokens[at + 1..end], &[], public, &mut imports);
            at = end;
        } else if is_word(&tokens[at]) && tokens.get(at + 1).is_some_and(|next| next == "::") {
            let mut path = vec![tokens[at].clone()];
            while tokens.get(at + 1).is_some_and(|next| next == "::")
                && tokens.get(at + 2).is_some_and(|next| is_word(next))
            {
                path.push(tokens[at + 2].clone());
                at += 2;
            }
            paths.push(path);
        }
        at += 1;
    }
    (imports, paths)
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

fn tree(tokens: &[String], prefix: &[String], public: bool, imports: &mut Vec<Import>) {
    let mut depth = 0;
    let branches = tokens.split(|token| {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        token == "," && depth == 0
    });
    for branch in branches.filter(|branch| !branch.is_empty()) {
        let open = branch.iter().position(|token| token == "{");
        let renamed = branch.iter().position(|token| token == "as");
        let own = &branch[..open.or(renamed).unwrap_or(branch.len())];
        let mut path = prefix.to_vec();
        path.extend(own.iter().filter(|token| *token != "::").cloned());
        if let Some(open) = open {
            tree(&branch[open + 1..branch.len() - 1], &path, public, imports);
            continue;
        }
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let name = renamed.and_then(|at| branch.get(at + 1)).or(path.last()).cloned().unwrap_or_default();
        imports.push(Import { public, path, name });
    }
}

#[derive(Debug, Default)]
struct Package {
    /// Module → its file, as shown in messages.
    files: BTreeMap<Module, String>,
    imports: BTreeMap<Module, Vec<Import>>,
    paths: BTreeMap<Module, Vec<Vec<String>>>,
}

impl Package {
    fn of(root: &Path, source: &str, apart: &[&str]) -> Self {
        let mut package = Self::default();
        package.walk(&root.join(source), source, &[], apart);
        package
    }

    fn walk(&mut self, folder: &Path, shown: &str, module: &[String], apart: &[&str]) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if module.is_empty() && apart.contains(&name.as_str()) {
                continue;
            }
            let shown = format!("{shown}/{name}");
            let mut child = module.to_vec();
            if entry.path().is_dir() {
                child.push(name);
                self.walk(&entry.path(), &shown, &child, apart);
            } else if let Some(stem) = name.strip_suffix(".rs") {
                if !matches!(stem, "mod" | "lib") {
                    child.push(stem.to_owned());
                }
                let (imports, paths) = read(&tokens(&fs::read_to_string(entry.path()).unwrap()));
                self.files.insert(child.clone(), shown);
                self.imports.insert(child.clone(), imports);
                self.paths.insert(child, paths);
            }
        }
    }

    /// The path from the package's root, if it leads into this package.
    fn absolute(&self, from: &Module, path: &[String]) -> Option<Vec<String>> {
        match path.first()?.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([from, &path[1..]].concat()),
            "super" => {
                let ups = path.iter().take_while(|step| *step == "super").count();
                Some([&from[..from.len().checked_sub(ups)?], &path[ups..]].concat())
            }
            first => {
                let child = [from.as_slice(), &[first.to_owned()]].concat();
                if self.files.contains_key(&child) {
                    return Some([from, path].concat());
                }
                let import = self.imports[from].iter().find(|import| import.name == *first && import.path != path)?;
                let module = self.absolute(from, &import.path).filter(|path| self.files.contains_key(path))?;
                Some([module.as_slice(), &path[1..]].concat())
            }
        }
    }

    /// The module that defines the item at the path, following `pub use`.
    fn defining(&self, path: &[String], hops: u8) -> Module {
        let depth = (0..path.len()).take_while(|depth| self.files.contains_key(&path[..=*depth])).count();
        let (module, rest) = (path[..depth].to_vec(), &path[depth..]);
        let Some(item) = rest.first().filter(|_| hops > 0) else { return module };
        let exported =
            self.imports.get(&module).into_iter().flatten().find(|import| import.public && import.name == *item);
        match exported.and_then(|import| self.absolute(&module, &import.path)) {
            Some(path) => self.defining(&[path.as_slice(), &rest[1..]].concat(), hops - 1),
            None => module,
        }
    }

    fn known_to(&self, module: &Module) -> BTreeSet<Module> {
        let used = self.imports[module].iter().filter(|import| !import.public || import.name == "*");
        let used = used.map(|import| &import.path).filter_map(|path| {
            let path = self.absolute(module, path)?;
            // A module imported by name counts through the items that are then taken from it.
            (!self.files.contains_key(&path)).then_some(path)
        });
        let named = self.paths[module].iter().filter_map(|path| self.absolute(module, path));
        let mut known: BTreeSet<Module> = used.chain(named).map(|path| self.defining(&path, 8)).collect();
        known.remove(module);
        known.remove(&module[..module.len().saturating_sub(1)]);
        known
    }

    /// Each group of files that depend on one another in a circle.
    fn circles(&self) -> Vec<Vec<String>> {
        let known: BTreeMap<&Module, BTreeSet<Module>> =
            self.files.keys().map(|module| (module, self.known_to(module))).collect();
        let reached = |from: &Module| {
            let (mut seen, mut next) = (BTreeSet::new(), vec![from.clone()]);
            while let Some(module) = next.pop() {
                for other in known.get(&module).into_iter().flatten() {
                    if seen.insert(other.clone()) {
                        next.push(other.clone());
                    }
                }
            }
            seen
        };
        let reached: BTreeMap<&Module, BTreeSet<Module>> =
            self.files.keys().map(|module| (module, reached(module))).collect();
        let mut circles: BTreeSet<Vec<String>> = BTreeSet::new();
        for (module, far) in reached.iter().filter(|(module, far)| far.contains(**module)) {
            let together = far.iter().filter(|other| reached.get(other).is_some_and(|back| back.contains(*module)));
            circles.insert(together.map(|other| self.files[other].clone()).collect());
        }
        circles.into_iter().collect()
    }
}

fn circles(root: &Path) -> Vec<Vec<String>> {
    PACKAGES.iter().flat_map(|(source, apart)| Package::of(root, source, apart).circles()).collect()
}

#[test]
fn no_two_files_know_each_other() {
    let found = circles(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(found.is_empty(), "{} circles:\n{found:#?}", found.len());
}

#[test]
fn a_circle_is_found_through_names_that_are_passed_on() {
    let house = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &str| {
        let path = house.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("src/lib.rs", "pub mod a;\npub mod b;\npub mod c;\n");
    put("src/a/mod.rs", "mod inner;\nmod other;\npub use inner::Inner;\npub struct Own;\n");
    put("src/a/inner.rs", "use super::Own;\nuse crate::b::{self, X as Y};\npub struct Inner;\n");
    put("src/a/other.rs", "use super::Inner;\n// use crate::c::D;\nconst TEXT: &str = \"crate::c::D\";\n");
    put("src/b.rs", "fn f() { crate::c::g() }\npub struct X;\n");
    put("src/c.rs", "use crate::a;\nfn g(_: a::Inner) {}\n#[cfg(test)]\nmod tests { use crate::a::other; }\n");
    put("src/domain/lib.rs", "pub mod x;\npub mod y;\n");
    put("src/domain/x.rs", "use crate::y::*;\n");
    put("src/domain/y.rs", "fn f() { super::x::g() }\n");
    let found = circles(house.path());
    let expected: [&[&str]; 2] = [&["src/a/inner.rs", "src/b.rs", "src/c.rs"], &["src/domain/x.rs", "src/domain/y.rs"]];
    assert_eq!(found, expected);
    put("src/c.rs", "fn g() {}\n");
    put("src/domain/y.rs", "fn f() {}\n");
    assert_eq!(circles(house.path()), Vec::<Vec<String>>::new());
}
