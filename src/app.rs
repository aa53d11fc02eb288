//! The composition root: builds everything from one configuration, serves, and stops without losing anything.

use crate::config::Config;
use crate::evidence::EvidenceFiles;
use crate::export::{ExportPlace, Exporter, JOBS_FOLDER};
use crate::http::app_state::{AppParts, AppState};
use crate::http::arrival::BodyPace;
use crate::http::limits::{HEAD_WAIT, KEEP_ALIVE, Rates, UNSENT_WAIT};
use crate::http::probe::WriteProbe;
use crate::http::proxies::Proxies;
use crate::http::throttle::Throttle;
use crate::http::verifications::Verifications;
use crate::identity::keys::{Keys, KeysError};
use crate::identity::{Identity, SessionWatcher};
use crate::jobs;
use crate::notify::{MailSetup, Post};
use crate::private;
use crate::rooms::{self, Rooms};
use crate::store::{Clock, ClockGuard, OpenError, Store, StoreSettings, StoredSeals};
use crate::words::{WordLists, WordsError};
use acordo_domain::id::UserId;
use acordo_domain::rules::Rules;
use actix_web::dev::ServerHandle;
use actix_web::rt::net::TcpStream;
use actix_web::{App, HttpServer};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::any::Any;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::task::JoinHandle;
use uuid::Uuid;

/// How long requests under way may take to end when the server stops.
const STOP_WAIT_SECONDS: u64 = 15;

/// Cases whose folded state stays in memory: some kilobytes each.
const WARM_CASES_MAX: u64 = 10_000;

/// Settings that tests and the load generator change.
#[derive(Debug, Clone)]
pub struct Tuning {
    pub rules: Rules,
    pub rates: Rates,
    pub body_pace: BodyPace,
    pub rooms: rooms::RoomLimits,
    /// Threads that answer requests; as many as there are cores if absent.
    pub workers: Option<usize>,
}

impl Tuning {
    pub fn of(config: &Config) -> Self {
        Self {
            rules: config.rules(),
            rates: Rates::of(&config.limits),
            body_pace: BodyPace::of(&config.limits),
            rooms: rooms::RoomLimits {
                sockets_per_user_max: config.limits.sockets_per_user_max as usize,
                frames: crate::commands::pace::Rate::per_second(config.limits.frames_per_second_max),
            },
            workers: None,
        }
    }
}

/// Why the server did not start; each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(
        "cannot listen on {address}: {source}. Is another server running there? Set ACORDO_LISTEN to another address."
    )]
    Listen { address: SocketAddr, source: std::io::Error },
    #[error("the data folder does not do: {0}")]
    Data(std::io::Error),
    #[error(transparent)]
    Keys(#[from] KeysError),
    #[error(transparent)]
    Store(#[from] OpenError),
    #[error("{0}")]
    Identity(String),
    #[error(transparent)]
    Mail(#[from] MailSetup),
    #[error(transparent)]
    Words(#[from] WordsError),
    #[error("cannot serve: {0}")]
    Serve(std::io::Error),
}

/// A running server.
#[derive(Debug)]
pub struct RunningServer {
    pub address: SocketAddr,
    pub state: AppState,
    handle: ServerHandle,
    served: JoinHandle<std::io::Result<()>>,
    jobs: jobs::RunningWorker,
}

/// Listens where the configuration says.
pub fn listen(config: &Config) -> Result<TcpListener, StartError> {
    let address = config.listen;
    TcpListener::bind(address).map_err(|source| StartError::Listen { address, source })
}

/// Builds everything and serves. Call it on a runtime with several threads: connections to
/// PostgreSQL live on it, so that no busy worker holds up another.
pub async fn start(
    config: Config,
    tuning: Tuning,
    listener: TcpListener,
    clock: Arc<dyn Clock>,
) -> Result<RunningServer, StartError> {
    let words = WordLists::read(config.words_folder.as_deref())?;
    private::folder(&config.data_dir).map_err(StartError::Data)?;
    let keys = Keys::open(&config.keys_dir(), &config.instance)?;
    let (made, seals) = (keys.made, keys.seals);
    let store = Store::open(StoreSettings {
        url: config.database_url.reveal().to_owned(),
        clock: clock.clone(),
        log_key: keys.log,
        head_keys: keys.heads,
        former_log_keys: keys.former_logs,
        seals,
        rules: tuning.rules.clone(),
        warm_cases_max: WARM_CASES_MAX,
    })
    .await
    .inspect_err(|error| {
        if matches!(error, OpenError::OtherKeys(_) | OpenError::SealsUnknown | OpenError::InstanceLost(_)) {
            Keys::unmake(&made);
        }
    })?;
    if seals != StoredSeals::Current {
        Keys::sealed(&config.keys_dir())?;
    }
    store.look_through_meanwhile().map_err(StartError::Data)?;
    let identity = Identity::new(store.clone(), keys.tokens, keys.pepper)
        .map_err(|error| StartError::Identity(error.to_string()))?;
    let rooms = Rooms::over(store.clone(), tuning.rooms);
    identity.tell_presence(Arc::new(rooms.clone()));
    let files = EvidenceFiles::open(&config.data_dir.join("evidence"), config.limits.evidence_bytes_max)
        .map_err(StartError::Data)?;
    let zone = crate::texts::zone(&config.zone);
    let folder = config.data_dir.join("exports");
    private::folder(&folder).map_err(StartError::Data)?;
    private::folder(&folder.join(JOBS_FOLDER)).map_err(StartError::Data)?;
    let place = ExportPlace { folder, site: config.public_url.clone() };
    let exporter = Exporter::new(store.clone(), files.clone(), zone, keys.public.clone(), place);
    let post = Post::new(store.clone(), &config)?;
    if let (Some(folder), false) = (post.outgoing().folder(), config.demo) {
        tracing::warn!(folder = %folder.display(), "no mail server is configured (smtp.url): mails go into this folder");
    }
    let guard = if config.demo {
        ClockGuard::default()
    } else {
        let away_days_max = config.limits.clock_days_max;
        ClockGuard::start(&store, clock, &config.data_dir, away_days_max).await.map_err(OpenError::from)?
    };
    let jobs = jobs::start(store.clone(), exporter.clone(), post.clone(), guard.clone());
    let state = AppState::new(AppParts {
        origins: origins(&config),
        keys_text: keys_text(&keys.public),
        keys: keys.public,
        throttle: Throttle::new(tuning.rates),
        body_pace: tuning.body_pace,
        verifications: Verifications::default(),
        proxies: Proxies::new(config.trust_proxy.clone(), config.proxy_header),
        numbers: numbers(),
        store,
        identity,
        rooms,
        exporter,
        files,
        post,
        words,
        clock: guard,
        writing: WriteProbe::default(),
        demo: OnceLock::new(),
        config,
    });
    let address = listener.local_addr().map_err(StartError::Serve)?;
    let mut server = HttpServer::new({
        let state = state.clone();
        move || {
            App::new()
                .wrap(actix_web::middleware::from_fn(crate::http::request_middleware))
                .configure(crate::http::configure(&state))
        }
    })
    .on_connect(settle)
    .keep_alive(KEEP_ALIVE)
    .client_request_timeout(HEAD_WAIT)
    .shutdown_timeout(STOP_WAIT_SECONDS)
    .disable_signals();
    if let Some(workers) = tuning.workers {
        server = server.workers(workers);
    }
    let server = server.listen(listener).map_err(StartError::Serve)?.run();
    let handle = server.handle();
    Ok(RunningServer { address, state, handle, served: tokio::spawn(server), jobs })
}

impl RunningServer {
    /// Stops: sockets are told 1012 and finish what they accepted, requests under way are answered,
    /// jobs end between two pieces of work.
    pub async fn stop(self) {
        self.end(true).await;
    }

    /// Drops all connections; what was answered is durable all the same.
    pub async fn abort(self) {
        self.end(false).await;
    }

    async fn end(self, graceful: bool) {
        self.state.rooms.stop();
        self.handle.stop(graceful).await;
        self.jobs.stop().await;
        if let Ok(Err(error)) = self.served.await {
            tracing::error!(%error, "the server ended badly");
        }
        self.state.store.close();
    }

    /// Serves until somebody asks to stop.
    pub async fn until_asked(self) {
        asked_to_stop().await;
        tracing::info!("stopping");
        self.stop().await;
    }
}

impl SessionWatcher for Rooms {
    fn ended(&self, session: Uuid, _: UserId) {
        self.end_session(session);
    }

    fn changed(&self, user: UserId) {
        self.recheck_session(user);
    }
}

async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}

/// The kernel drops a peer that accepts nothing: its unsent bytes hold memory.
fn settle(connection: &dyn Any, _: &mut actix_web::dev::Extensions) {
    if let Some(stream) = connection.downcast_ref::<TcpStream>() {
        let _ = stream.set_nodelay(true);
        #[cfg(target_os = "linux")]
        let _ = socket2::SockRef::from(stream).set_tcp_user_timeout(Some(UNSENT_WAIT));
    }
}

/// The site's own address; in a demonstration also the hosts that keep people's cookies apart.
fn origins(config: &Config) -> Vec<String> {
    let mut origins = vec![config.public_url.clone()];
    if config.demo {
        let port = config.public_url.rsplit(':').next().and_then(|port| port.parse::<u16>().ok());
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        for host in ["localhost", "127.0.0.1"] {
            origins.push(format!("http://{host}{port}"));
        }
        for host in crate::demo::HOSTS {
            origins.push(format!("http://{host}.localhost{port}"));
        }
    }
    origins
}

fn keys_text(keys: &acordo_record::KeyFile) -> String {
    keys.to_string()
}

/// One recorder a process: the metrics crate has no other way.
fn numbers() -> Option<PrometheusHandle> {
    static NUMBERS: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    let made = NUMBERS.get_or_init(|| {
        let seconds = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0];
        let builder = PrometheusBuilder::new();
        let builder = builder.set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &seconds).ok()?;
        builder.install_recorder().ok()
    });
    if let Some(handle) = made.clone() {
        tokio::spawn(async move {
            let mut every = tokio::time::interval(Duration::from_secs(10));
            loop {
                every.tick().await;
                handle.run_upkeep();
            }
        });
    }
    made.clone()
}
