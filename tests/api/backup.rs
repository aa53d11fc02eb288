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
        let apart = folder.path().join("apart");
        let (code, said) = acordo(app.data(), app.url(), &["backup", "--to", apart.to_str().unwrap()]);
        assert_eq!(code, Some(0), "{said}");
        app.running.abort().await;

        let without = folder.path().join("without keys");
        let (code, said) = acordo(&without, &new_url, &["restore", "--from", apart.to_str().unwrap()]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("the keys are not in this backup"), "{said}");
        let (code, said) = acordo(&new, &new_url, &["restore", "--from", to_text]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("1 case checked, 0 faults"), "{said}");
        assert_eq!(acordo(&new, &new_url, &["restore", "--from", to_text]).0, Some(1), "there is something already");
        if engine == Engine::Sqlite {
            let running = reopen(&new).await.unwrap();
            let restored = running.state.store.case(case).await.unwrap();
            assert_eq!(restored.procedure.phase(), Phase::Negotiation);
            running.stop().await;
        }

        // One that an earlier version made does not say which seals are in it.
        let manifest = to.join("backup.json");
        let mut told: serde_json::Value = serde_json::from_slice(&std::fs::read(&manifest).unwrap()).unwrap();
        assert_eq!(told.as_object_mut().unwrap().remove("seals"), Some("current".into()));
        std::fs::write(&manifest, told.to_string()).unwrap();
        let older = folder.path().join("older");
        let older_url = match engine {
            Engine::Sqlite => format!("sqlite:{}", older.join("acordo.sqlite3").display()),
            Engine::Postgres => database::fresh(engine, folder.path()).await.unwrap(),
        };
        let (code, said) = acordo(&older, &older_url, &["restore", "--from", to_text]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("1 case checked, 0 faults"), "{said}");

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
        assert!(said.contains("1 fault"), "{said}");
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

/// In the place of PostgreSQL's program: it tells how it was called, and makes no dump.
#[cfg(unix)]
fn told_by(program: &str, folder: &Path) -> std::path::PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let (file, told) = (folder.join(program), folder.join("told"));
    let script = format!("#!/bin/sh\n{{ echo \"arguments: $*\"; env | grep ^PG; }} > {}\n", told.display());
    std::fs::write(&file, script).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    told
}

#[cfg(unix)]
#[test]
fn the_password_of_the_database_is_in_no_list_of_processes() {
    on_a_runtime(async {
        let app = begun(Engine::Sqlite).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let told = told_by("pg_dump", folder.path());
        let url = "postgres://ana:hunter2@db.example.org:5433/cases?sslmode=verify-full&sslrootcert=system";
        let mut command = Command::new(env!("CARGO_BIN_EXE_acordo"));
        command.args(["backup", "--to"]).arg(folder.path().join("backup"));
        command.env("DATABASE_URL", url).env("ACORDO_DATA_DIR", app.data()).env("ACORDO_INSTANCE", "test.example/log");
        // The script itself needs `env` and `grep`.
        let path = format!("{}:{}", folder.path().display(), std::env::var("PATH").unwrap());
        let output = command.env("PATH", path).output().unwrap();
        let told = std::fs::read_to_string(told).unwrap_or_else(|_| panic!("{output:?}"));
        let arguments = told.lines().next().unwrap();
        assert!(!arguments.contains("hunter2") && !arguments.contains("postgres://"), "{told}");
        for each in ["PGPASSWORD=hunter2", "PGHOST=db.example.org", "PGPORT=5433", "PGSSLMODE=verify-full"] {
            assert!(told.lines().any(|line| line == each), "{each}: {told}");
        }
        app.stop().await;
    });
}

#[test]
fn a_restore_does_not_play_what_an_older_database_left_into_the_new_one() {
    on_a_runtime(async {
        let app = begun(Engine::Sqlite).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let (to, new) = (folder.path().join("backup"), folder.path().join("new"));
        let to = to.to_str().unwrap();
        assert_eq!(acordo(app.data(), app.url(), &["backup", "--to", to, "--keys"]).0, Some(0));
        app.stop().await;
        let url = format!("sqlite:{}", new.join("acordo.sqlite3").display());
        std::fs::create_dir_all(&new).unwrap();
        for left in ["-wal", "-shm", "-journal"] {
            let left = new.join(format!("acordo.sqlite3{left}"));
            std::fs::write(&left, "of another database").unwrap();
            let (code, said) = acordo(&new, &url, &["restore", "--from", to]);
            assert_eq!(code, Some(1), "{said}");
            assert!(said.contains(left.to_str().unwrap()), "{said}");
            assert!(!new.join("acordo.sqlite3").exists());
            std::fs::remove_file(left).unwrap();
        }
        let (code, said) = acordo(&new, &url, &["restore", "--from", to]);
        assert_eq!(code, Some(0), "{said}");
    });
}

#[test]
fn what_is_shown_of_the_settings_is_what_is_in_force() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_acordo"))
        .arg("config")
        .current_dir(folder.path())
        .env_remove("DATABASE_URL")
        .env("ACORDO_DATA_DIR", "there")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().find(|line| line.starts_with("database_url ")).unwrap();
    assert!(line.contains("sqlite:there/acordo.sqlite3") && line.contains("(default)"), "{line}");
    let url = "postgres://acordo@localhost/acordo?password=hunter2";
    assert!(!acordo(folder.path(), url, &["config"]).1.contains("hunter2"));
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
    let file = format!("sqlite:{}", data.join("acordo.sqlite3").display());
    for task in [&["check"][..], &["mail", "list"], &["mail", "retry", "--all"]] {
        for url in [url, &file] {
            let (code, said) = acordo(&data, url, task);
            assert!(matches!(code, Some(1 | 2)) && said.contains("no keys"), "{task:?}: {said}");
            assert!(!data.exists(), "{task:?} made something");
        }
    }
    let (code, said) = acordo(&data, url, &["config"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("postgres://acordo:…@localhost/acordo") && !said.contains("hunter2"), "{said}");
    assert!(said.contains("(the environment variable DATABASE_URL)") && said.contains("127.0.0.1:8080"), "{said}");
    for (key, ..) in acordo::config::all_settings() {
        assert!(said.lines().any(|line| line.starts_with(&format!("{key} "))), "{key} is not said");
    }
    // Of a release the commit is told.
    let version = acordo(&data, url, &["--version"]).1;
    assert_eq!(version.contains("(development)"), cfg!(debug_assertions), "{version}");
    assert!(!data.exists(), "something was made");
}
