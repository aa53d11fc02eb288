//! The application state that every handler is given: built once by the composition root, cheap to clone.

use crate::config::Config;
use crate::evidence::EvidenceFiles;
use crate::export::Exporter;
use crate::http::arrival::BodyPace;
use crate::http::demo_backend::DemoBackend;
use crate::http::probe::WriteProbe;
use crate::http::proxies::Proxies;
use crate::http::throttle::Throttle;
use crate::http::verifications::Verifications;
use crate::identity::Identity;
use crate::notify::Post;
use crate::rooms::Rooms;
use crate::store::{ClockGuard, Store};
use crate::words::WordLists;
use metrics_exporter_prometheus::PrometheusHandle;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

#[derive(Clone)]
pub struct AppState(Arc<AppParts>);

#[allow(missing_debug_implementations, reason = "`AppState` prints what is no secret")]
pub struct AppParts {
    pub config: Config,
    pub store: Store,
    pub identity: Identity,
    pub rooms: Rooms,
    pub exporter: Exporter,
    pub files: EvidenceFiles,
    pub throttle: Throttle,
    pub proxies: Proxies,
    pub body_pace: BodyPace,
    pub verifications: Verifications,
    pub post: Post,
    pub words: WordLists,
    pub clock: ClockGuard,
    pub writing: WriteProbe,
    /// Set in a demonstration once its people are there; empty everywhere else.
    pub demo: OnceLock<Arc<dyn DemoBackend>>,
    /// The only origins that may send forms and open sockets from a browser.
    pub origins: Vec<String>,
    /// The public keys, as `/.well-known/acordo-keys` answers them.
    pub keys: acordo_record::KeyFile,
    pub keys_text: String,
    pub numbers: Option<PrometheusHandle>,
}

impl AppState {
    pub fn new(parts: AppParts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for AppState {
    type Target = AppParts;
    fn deref(&self) -> &AppParts {
        &self.0
    }
}

impl std::fmt::Debug for AppState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AppState({})", self.config.public_url)
    }
}
