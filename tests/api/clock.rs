//! A clock that jumps: no case ends because of it.

use crate::support::app::{BEGINNING, begun, on_a_runtime};
use crate::support::database::Engine;
use crate::support::room::PATIENCE;
use acordo::app::{RunningServer, StartError, Tuning, start};
use acordo::config::Config;
use acordo::jobs::Worker;
use acordo::store::{Clock, ClockGuard, HandClock, OpenError};
use acordo_domain::id::CaseId;
use acordo_domain::moment::{DAY_MILLIS, HOUR_MILLIS, Moment};
use acordo_domain::phase::Phase;
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// The machine's clock, as somebody sets it: nobody says that it is moved by hand.
#[derive(Debug)]
struct WallClock(HandClock);

impl Clock for WallClock {
    fn now(&self) -> Moment {
        self.0.now()
    }
}

async fn serve(data: &Path, url: &str, clock: Arc<WallClock>) -> (RunningServer, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let settings = [
        ("ACORDO_PUBLIC_URL", base.clone()),
        ("ACORDO_DATA_DIR", data.display().to_string()),
        ("ACORDO_INSTANCE", "test.example/log".to_owned()),
        ("DATABASE_URL", url.to_owned()),
    ];
    let settings = settings.map(|(name, value)| (name.to_owned(), value));
    let config = Config::from_sources(None, settings).unwrap();
    let tuning = Tuning { workers: Some(1), ..Tuning::of(&config) };
    // The one that stopped may still be letting go of the file.
    let started = async {
        loop {
            let listener = listener.try_clone().unwrap();
            match start(config.clone(), tuning.clone(), listener, clock.clone()).await {
                Err(StartError::Store(OpenError::InUse(_))) => tokio::time::sleep(Duration::from_millis(20)).await,
                other => return other.unwrap(),
            }
        }
    };
    (tokio::time::timeout(PATIENCE, started).await.unwrap(), base)
}

/// Looks at the clock as the worker does, and whether a date would have its effect.
async fn held(server: &RunningServer) -> bool {
    let state = &server.state;
    let worker = Worker {
        store: state.store.clone(),
        post: state.post.clone(),
        exporter: state.exporter.clone(),
        clock: state.clock.clone(),
    };
    worker.catch_up().await.unwrap();
    state.clock.jump().is_some()
}

async fn ready(base: &str) -> String {
    reqwest::get(format!("{base}/readyz")).await.unwrap().text().await.unwrap()
}

async fn waits_for_an_answer(server: &RunningServer, case: CaseId) -> bool {
    server.state.store.case(case).await.unwrap().procedure.phase() == Phase::Intake
}

fn a_jump_ends_no_case(engine: Engine) {
    on_a_runtime(async {
        let Some(app) = begun(engine).await else { return };
        let (case, _) = app.file_complaint().await;
        let (folder, url) = app.stop().await;
        let data = folder.path();
        let beginning: Moment = BEGINNING.parse().unwrap();
        let clock = Arc::new(WallClock(HandClock::at(beginning.plus_hours(1))));

        // What the machine counted is no jump, and neither are two days without a server.
        let (server, base) = serve(data, &url, clock.clone()).await;
        assert!(!held(&server).await);
        assert_eq!(ready(&base).await, "ready\n");
        server.stop().await;
        clock.0.advance_millis(2 * DAY_MILLIS);
        let (server, base) = serve(data, &url, clock.clone()).await;
        assert!(!held(&server).await);

        // The invitation would have lapsed by then.
        clock.0.advance_millis(40 * DAY_MILLIS);
        assert!(held(&server).await);
        assert!(waits_for_an_answer(&server, case).await);
        assert!(ready(&base).await.contains("acordo clock confirm"));
        clock.0.advance_millis(-40 * DAY_MILLIS);
        assert!(!held(&server).await, "the clock is right again");
        assert_eq!(ready(&base).await, "ready\n");

        // Starting anew does not make it believable.
        server.stop().await;
        clock.0.advance_millis(40 * DAY_MILLIS);
        let (server, _) = serve(data, &url, clock.clone()).await;
        assert!(held(&server).await);
        ClockGuard::confirm_by_file(data, clock.now().plus_millis(-2 * HOUR_MILLIS)).unwrap();
        assert!(held(&server).await, "that was about another time");
        assert!(waits_for_an_answer(&server, case).await);

        match engine {
            Engine::Sqlite => ClockGuard::confirm_by_file(data, clock.now()).unwrap(),
            Engine::Postgres => ClockGuard::confirm_in(&server.state.store, clock.now()).await.unwrap(),
        }
        assert!(!held(&server).await);
        assert!(!waits_for_an_answer(&server, case).await);
        server.stop().await;
    });
}

fn a_start_behind(engine: Engine) {
    on_a_runtime(async {
        let Some(app) = begun(engine).await else { return };
        let (folder, url) = app.stop().await;
        let data = folder.path();
        let beginning: Moment = BEGINNING.parse().unwrap();
        let clock = Arc::new(WallClock(HandClock::at(beginning.plus_hours(1))));
        let (server, _) = serve(data, &url, clock.clone()).await;
        assert!(!held(&server).await);
        server.stop().await;

        // The battery of its clock is empty.
        clock.0.advance_millis(-400 * DAY_MILLIS);
        let (server, base) = serve(data, &url, clock.clone()).await;
        assert!(server.state.clock.behind().is_some(), "it is noticed before anything is done");
        assert!(!held(&server).await, "nothing is due too early");
        assert!(ready(&base).await.contains("behind"));
        server.stop().await;

        // What was known is known still: the right time is no jump, and one that is far ahead is.
        clock.0.advance_millis(400 * DAY_MILLIS);
        let (server, base) = serve(data, &url, clock.clone()).await;
        assert!(!held(&server).await && server.state.clock.behind().is_none());
        assert_eq!(ready(&base).await, "ready\n");
        server.stop().await;
        clock.0.advance_millis(40 * DAY_MILLIS);
        let (server, _) = serve(data, &url, clock.clone()).await;
        assert!(held(&server).await);
        server.stop().await;

        // Somebody who knows says that the earlier time is right.
        clock.0.advance_millis(-80 * DAY_MILLIS);
        let (server, _) = serve(data, &url, clock.clone()).await;
        assert!(!held(&server).await && server.state.clock.behind().is_some());
        ClockGuard::confirm_by_file(data, clock.now()).unwrap();
        assert!(!held(&server).await && server.state.clock.behind().is_none());
        server.stop().await;
        let (server, base) = serve(data, &url, clock.clone()).await;
        assert!(!held(&server).await && server.state.clock.behind().is_none());
        assert_eq!(ready(&base).await, "ready\n");
        server.stop().await;
    });
}

#[test]
fn a_clock_that_starts_behind_is_noticed_and_forgets_nothing_on_sqlite() {
    a_start_behind(Engine::Sqlite);
}

#[test]
fn a_clock_that_starts_behind_is_noticed_and_forgets_nothing_on_postgres() {
    a_start_behind(Engine::Postgres);
}

#[test]
fn a_clock_that_jumps_ends_no_case_on_sqlite() {
    a_jump_ends_no_case(Engine::Sqlite);
}

#[test]
fn a_clock_that_jumps_ends_no_case_on_postgres() {
    a_jump_ends_no_case(Engine::Postgres);
}
