//! A log line says in which request and in which case it was written, and nothing of what was said there.

use crate::store::bare::{Engine, TestDatabase};
use crate::store::fixture::{Fixture, say};
use acordo_domain::seat::Channel;
use std::io::Write;
use std::process::Command;
use std::sync::{Arc, Mutex};
use tracing::Instrument;

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Set in the process that does the work of the test below.
const ALONE: &str = "ACORDO_TEST_SPANS_ALONE";

/// The subscriber's caches belong to the process, and other tests fill them, so this test gets a process of its own.
#[test]
fn a_log_line_bears_its_request_and_its_case_and_no_content() {
    if std::env::var_os(ALONE).is_some() {
        return look();
    }
    let name = std::thread::current().name().unwrap().to_owned();
    let alone =
        Command::new(std::env::current_exe().unwrap()).args([&name, "--exact"]).env(ALONE, "1").output().unwrap();
    let said = String::from_utf8_lossy(&alone.stdout);
    assert!(alone.status.success() && said.contains("1 passed"), "{said}");
}

fn look() {
    let lines = Lines::default();
    let writer = lines.clone();
    let log = tracing_subscriber::fmt().with_env_filter("acordo=debug").with_ansi(false);
    let log = log.with_writer(move || writer.clone()).finish();
    // One thread does everything except writing to the database, so that the log is this test's alone.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let _ours = tracing::subscriber::set_default(log);
    let (case, name) = runtime.block_on(async {
        let database = TestDatabase::new(Engine::Sqlite).await.unwrap();
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let request = tracing::info_span!("request", request_id = "4711");
        let said = say(Channel::Joint, "Meu segredo");
        fixture.done(case, fixture.consumer.id, said).instrument(request).await;
        fixture.store.close();
        (case, fixture.consumer.name.clone())
    });
    let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    let executed = text.lines().find(|line| line.contains("4711") && line.contains("executed"));
    let executed = executed.unwrap_or_else(|| panic!("no line of the request in:\n{text}"));
    assert!(executed.contains(&format!("request{{request_id=\"4711\"}}:execute{{case={case}}}")), "{executed}");
    assert!(!text.contains("segredo") && !text.contains(&name), "{text}");
}
