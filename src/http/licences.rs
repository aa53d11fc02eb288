//! The licence, the notices of everything that is linked in or shipped with the pages, and the way to the source
//! (AGPL-3.0, § 13).

use crate::http::app_state::AppState;
use crate::http::pages;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::{HttpResponse, get, web};

/// Gathered by `src/build.rs`.
const LIBRARIES: &str = include_str!(concat!(env!("OUT_DIR"), "/notices.txt"));
/// Gathered by `frontend/scripts/notices.ts` when the pages are built.
const OF_PAGES: &str = "notices-of-pages.txt";

/// What `acordo licences` prints and `/licences.txt` answers.
pub fn text() -> String {
    let pages = pages::file_text(OF_PAGES).unwrap_or_default();
    format!(
        "acordo {} is free software: GNU Affero General Public License, version 3 or later.\n\
         It is built with the libraries below; each is named with its own licence.\n\n{LIBRARIES}\n\
         The pages are built with:\n\n{pages}",
        env!("CARGO_PKG_VERSION")
    )
}

#[get("/licences.txt")]
pub async fn licences() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").insert_header((CACHE_CONTROL, "no-cache")).body(text())
}

/// Everybody who uses an installation may have its source: the operator says where it is.
#[get("/source")]
pub async fn source(state: web::Data<AppState>) -> HttpResponse {
    match &state.config.source_url {
        Some(url) => HttpResponse::Found().insert_header((LOCATION, url.as_str())).finish(),
        None => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(
            "acordo is free software (AGPL-3.0-or-later): you may have the source of the version that runs here.\n\
             Its operator has not set `source_url`; ask them for it.\n",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_library_is_named_with_its_licence_and_text() {
        let text = text();
        for library in ["actix-web ", "diesel ", "serde ", "typst ", "argon2 "] {
            let named = text.lines().find(|line| line.starts_with(library) && line.contains(" – "));
            assert!(
                named.is_some_and(|line| line.contains("MIT") || line.contains("Apache-2.0")),
                "{library}{named:?}"
            );
        }
        assert!(text.contains("Permission is hereby granted, free of charge"));
        assert!(text.contains("Apache License"));
        assert!(!text.lines().any(|line| line.starts_with("serde_derive ")), "macros are not linked in");
        assert!(!text.lines().any(|line| line.starts_with("proptest ")), "what only tests use is not shipped");
    }
}
