//! Builds the pages where they are missing or older than their sources: when a debug build starts
//! to serve (it reads them from disk), and in `src/build.rs` for a release, which embeds them.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::SystemTime;

/// What the pages are made from, beside `frontend`.
pub const SOURCES: &[&str] = &[
    "frontend/src",
    "frontend/static",
    "frontend/package.json",
    "frontend/package-lock.json",
    "frontend/svelte.config.js",
    "frontend/vite.config.ts",
    "src/locales",
];
/// Set to 1, nothing is built.
pub const SKIP: &str = "ACORDO_SKIP_PAGES";
const NODE_LEAST: (u32, u32) = (20, 19);

/// The state of the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pages {
    /// They are there and newer than their sources, or this is no checkout.
    Fresh,
    Built,
    /// What to do about it.
    NotBuilt(String),
}

/// Checks the pages, and runs npm if they are stale. `root` is the checkout.
pub fn ensure(root: &Path, say: impl Fn(&str)) -> Pages {
    let frontend = root.join("frontend");
    if !frontend.join("package.json").exists() || std::env::var(SKIP).is_ok_and(|set| set == "1") {
        return Pages::Fresh;
    }
    if is_fresh(root) {
        return Pages::Fresh;
    }
    if let Err(why) = node() {
        return Pages::NotBuilt(why);
    }
    // Two servers that start together build once.
    let lock = fs::create_dir_all(root.join("target")).and_then(|()| File::create(root.join("target/pages.lock")));
    if let Ok(lock) = &lock {
        let _ = lock.lock();
        if is_fresh(root) {
            return Pages::Fresh;
        }
    }
    if installed_is_old(&frontend) {
        say("Installing what the pages are built with (npm ci)");
        if let Err(why) = npm(&frontend, &["ci", "--no-fund", "--no-audit", "--loglevel=error"]) {
            return Pages::NotBuilt(why);
        }
    }
    say("Building the pages (npm run build)");
    match npm(&frontend, &["run", "build", "--silent"]) {
        Ok(()) => Pages::Built,
        Err(why) => Pages::NotBuilt(why),
    }
}

fn is_fresh(root: &Path) -> bool {
    let built = changed(&root.join("frontend/build/index.html"));
    let newest = SOURCES.iter().filter_map(|source| newest(&root.join(source))).max();
    built.is_some() && built >= newest
}

fn installed_is_old(frontend: &Path) -> bool {
    let installed = changed(&frontend.join("node_modules/.package-lock.json"));
    installed.is_none() || installed < changed(&frontend.join("package-lock.json"))
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}

/// The latest change in a file or a folder with all that is in it.
fn newest(path: &Path) -> Option<SystemTime> {
    let own = changed(path)?;
    let Ok(entries) = fs::read_dir(path) else { return Some(own) };
    entries.flatten().filter_map(|entry| newest(&entry.path())).chain([own]).max()
}

fn node() -> Result<(), String> {
    let advice = "install Node.js 20.19 or newer, then start again; or run: cd frontend && npm ci && npm run build";
    let output = Command::new("node").arg("--version").output();
    let version = match output {
        Ok(output) => String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        Err(_) => return Err(format!("the pages are not built, because Node.js is missing: {advice}")),
    };
    let mut numbers = version.trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0));
    if (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) < NODE_LEAST {
        return Err(format!("the pages are not built, because Node.js {version} is too old: {advice}"));
    }
    Ok(())
}

/// What npm says goes to our standard error, so that cargo reads nothing of it as its own.
fn npm(frontend: &Path, arguments: &[&str]) -> Result<(), String> {
    let line = arguments.join(" ");
    let output = Command::new("npm").args(arguments).current_dir(frontend).stdin(Stdio::null()).output();
    match output {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let said =
                format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            let last: Vec<&str> = said.lines().rev().take(20).collect();
            let last: Vec<&str> = last.into_iter().rev().collect();
            Err(format!("the pages are not built, because `npm {line}` failed in frontend:\n{}", last.join("\n")))
        }
        Err(error) => Err(format!("the pages are not built, because npm did not start: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_older_than_a_source_are_not_fresh() {
        let house = tempfile::tempdir().unwrap();
        let put = |path: &str, seconds: u64| {
            let path = house.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            let file = File::create(&path).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(seconds)).unwrap();
        };
        put("frontend/package.json", 100);
        assert!(!is_fresh(house.path()), "nothing is built yet");
        put("frontend/build/index.html", 200);
        assert!(is_fresh(house.path()));
        put("src/locales/en/page.ftl", 300);
        assert!(!is_fresh(house.path()));
    }

    #[test]
    fn nothing_is_built_without_a_checkout() {
        let empty = tempfile::tempdir().unwrap();
        assert_eq!(ensure(empty.path(), |_| panic!("nothing to say")), Pages::Fresh);
    }
}
