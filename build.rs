//! For a release, the pages are built first and embedded. A debug build reads them from disk and
//! builds them when it starts to serve, where one sees it happen; so `cargo check` stays quick.

#[path = "src/frontend.rs"]
#[allow(dead_code)]
mod pages;

use std::path::Path;

fn main() {
    for source in pages::SOURCES.iter().filter(|source| Path::new(source).exists()) {
        println!("cargo::rerun-if-changed={source}");
    }
    println!("cargo::rerun-if-changed=src/frontend.rs");
    println!("cargo::rerun-if-env-changed={}", pages::SKIP);
    if std::env::var("PROFILE").as_deref() != Ok("release") {
        return;
    }
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| ".".to_owned());
    if let pages::Pages::NotBuilt(why) = pages::ensure(Path::new(&root), |_| {}) {
        for line in why.lines() {
            println!("cargo::warning={line}");
        }
    }
}
