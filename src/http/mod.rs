//! HTTP: routes, problem details, the OpenAPI document, the embedded pages. One file a resource.

pub mod about;
pub mod access;
pub mod account;
pub mod answer;
pub mod arrival;
pub mod auth;
pub mod body;
pub mod bundle;
pub mod cases;
pub mod clauses;
pub mod companies;
pub mod complaints;
pub mod demo;
pub mod demo_backend;
pub mod documents;
pub mod download;
pub mod evidence;
pub mod legal;
pub mod licences;
pub mod limits;
pub mod live;
mod mailbox;
pub mod members;
mod middleware;
pub mod my_data;
pub mod openapi;
pub mod operations;
mod precheck;
pub mod probe;
pub mod proxies;
pub use middleware::request_middleware;
pub mod app_state;
mod language;
mod pages;
pub mod queues;
pub mod read;
mod reference;
pub mod register;
pub mod register_export;
pub mod report;
mod roles;
mod rules;
pub mod session_view;
pub mod settings;
pub mod signing;
pub mod throttle;
pub mod tokens;
pub mod verifications;
pub mod verify;
pub mod volume;
pub mod words;

use actix_web::middleware::from_fn;
use app_state::AppState;
pub use openapi::{openapi, openapi_text};
use std::sync::LazyLock;
use utoipa_actix_web::service_config::ServiceConfig;

/// Everything under `/api/v1`.
pub fn api(config: &mut ServiceConfig<'_>) {
    config
        .configure(auth::routes)
        .configure(account::routes)
        .configure(companies::routes)
        .configure(about::routes)
        .configure(rules::routes)
        .configure(words::routes)
        .configure(complaints::routes)
        // Before the cases: `live` is the id of none.
        .configure(live::routes)
        .configure(cases::routes)
        .configure(access::routes)
        .configure(clauses::routes)
        .configure(evidence::routes)
        .configure(signing::routes)
        .configure(documents::routes)
        .configure(bundle::routes)
        .configure(my_data::routes)
        .configure(volume::routes)
        .configure(verify::routes)
        .configure(queues::routes)
        .configure(register::routes)
        .configure(register_export::routes)
        .configure(members::routes)
        .configure(settings::routes)
        .configure(legal::routes)
        .configure(demo::routes);
}

/// The whole application of one worker: the interface, its reference, the pages, and the layer around them.
pub fn configure(state: &AppState) -> impl FnOnce(&mut actix_web::web::ServiceConfig) + use<> {
    let state = state.clone();
    move |config| {
        config.app_data(actix_web::web::Data::new(state));
        config.app_data(actix_web::web::QueryConfig::default());
        let mut collected = ServiceConfig::new(config);
        operations::routes(&mut collected);
        collected.service(utoipa_actix_web::scope("/api/v1").wrap(from_fn(precheck::check)).configure(api));
        config.service(reference::routes());
        config.service(mailbox::show_mailbox);
        config.service(licences::licences).service(licences::source);
        config.default_service(actix_web::web::to(pages::page));
    }
}

/// Which methods a path of the interface takes, read off the document.
fn methods_of(path: &str) -> Vec<&'static str> {
    static ROUTES: LazyLock<Vec<(Vec<String>, Vec<&'static str>)>> = LazyLock::new(|| {
        let split = |path: &str| path.split('/').map(str::to_owned).collect();
        openapi().paths.paths.iter().map(|(path, item)| (split(path), methods(item))).collect()
    });
    let asked: Vec<&str> = path.split('/').collect();
    let fits = |route: &[String]| {
        route.len() == asked.len()
            && route.iter().zip(&asked).all(|(step, asked)| step.starts_with('{') || step == asked)
    };
    ROUTES.iter().find(|(route, _)| fits(route)).map(|(_, methods)| methods.clone()).unwrap_or_default()
}

fn methods(item: &utoipa::openapi::PathItem) -> Vec<&'static str> {
    [("GET", &item.get), ("POST", &item.post), ("PUT", &item.put), ("DELETE", &item.delete), ("PATCH", &item.patch)]
        .into_iter()
        .filter(|(_, operation)| operation.is_some())
        .map(|(method, _)| method)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_document_is_the_one_the_handlers_make() {
        let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/frontend/openapi.json");
        let committed = std::fs::read_to_string(committed).unwrap();
        assert!(
            committed == openapi_text().unwrap(),
            "the handlers moved: run `cargo run -- openapi > frontend/openapi.json` and `npm run sync` in frontend"
        );
    }
}
