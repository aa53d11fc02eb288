//! A backup that is taken while people work, the loss of everything, and what is restored.

use crate::support::app::{TestApp, begun, on_a_runtime, reopen};
use crate::support::database::{self, Engine};
use acordo_domain::phase::Phase;
use std::path::Path;
use std::process::{Command, Output};

/// The program with this folder and database: its exit code, and what it said.
fn acordo(data: &Path, url: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_acordo"));
    command.args(arguments).env("DATABASE_URL", url).env("ACORDO_DATA_DIR", data);
    let Output { status, stdout, stderr } = command.env("ACORDO_INSTANCE", "test.example/log").output().unwrap();
    (status.code(), [stdout, stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat())
}

fn what_was_backed_up_is_restored(engine: Engine) {
    on_a_runtime(async {
        let Some(app): Option<TestApp> = begun(engine).await else { return };
        let (case, consumer, _) = app.negotiation().await;
        consumer.says(case, "joint", "Antes da cópia").await.is(200);
        super::evidence::upload(&consumer, case, "joint", "nota.txt", b"nota fiscal 77".to_vec()).await.is(201);
        let folder = tempfile::tempdir().unwrap();
        let (to, new) = (folder.path().join("backup"), folder.path().join("new"));
        let (to_text, new_url) = (
            to.to_str().unwrap(),
            match engine {
                Engine::Sqlite => format!("sqlite:{}", new.join("acordo.sqlite3").display()),
                Engine::Postgres => database::fresh(engine, folder.path()).await.unwrap(),
            },
        );
        let (code, said) = acordo(app.data(), app.url(), &["backup", "--to", to_text, "--keys"]);
        assert_eq!(code, Some(0), "{said}");
        consumer.says(case, "joint", "Depois da cópia").await.is(200);
        assert_eq!(acordo(app.data(), app.url(), &["backup", "--to", to_text]).0, Some(1), "it is not written over");
        app.running.abort().await;

        let (code, said) = acordo(&new, &new_url, &["restore", "--from", to_text]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("1 cases checked, 0 faults"), "{said}");
        assert_eq!(acordo(&new, &new_url, &["restore", "--from", to_text]).0, Some(1), "there is something already");
        if engine == Engine::Sqlite {
            let running = reopen(&new).await.unwrap();
            let restored = running.state.store.case(case).await.unwrap();
            assert_eq!(restored.procedure.phase(), Phase::Negotiation);
            running.stop().await;
        }

        // What was changed in the backup meanwhile is found.
        let evidence = to.join("evidence").join(case.to_string());
        let file = std::fs::read_dir(evidence).unwrap().next().unwrap().unwrap().path();
        std::fs::write(file, "nota fiscal 78").unwrap();
        let other = folder.path().join("other");
        let url = match engine {
            Engine::Sqlite => format!("sqlite:{}", other.join("acordo.sqlite3").display()),
            Engine::Postgres => database::fresh(engine, folder.path()).await.unwrap(),
        };
        let (code, said) = acordo(&other, &url, &["restore", "--from", to_text]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("1 faults"), "{said}");
    });
}

#[test]
fn what_was_backed_up_is_restored_on_sqlite() {
    what_was_backed_up_is_restored(Engine::Sqlite);
}

#[test]
fn what_was_backed_up_is_restored_on_postgres() {
    what_was_backed_up_is_restored(Engine::Postgres);
}

#[test]
fn what_only_reads_makes_nothing_and_secrets_are_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let url = "postgres://acordo:hunter2@localhost/acordo";
    for task in ["list", "export"] {
        let (code, said) = acordo(&data, url, &["keys", task]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("no keys"), "{said}");
    }
    let (code, said) = acordo(&data, url, &["config"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("postgres://acordo:…@localhost/acordo") && !said.contains("hunter2"), "{said}");
    assert!(said.contains("(the environment variable DATABASE_URL)") && said.contains("127.0.0.1:8080"), "{said}");
    for (key, ..) in acordo::config::all_settings() {
        assert!(said.lines().any(|line| line.starts_with(&format!("{key} "))), "{key} is not said");
    }
    assert!(acordo(&data, url, &["--version"]).1.contains("(development)"));
    assert!(!data.exists(), "something was made");
}
