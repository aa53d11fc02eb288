//! A real mail server: aiosmtpd from PyPI, which keeps what it receives in a Maildir.

use super::mailbox::until;
use crate::support::app::{TestApp, new_user, run_set};
use crate::support::database::Engine;
use acordo_domain::case::command::Language;
use acordo_domain::moment::{DAY_MILLIS, SECOND_MILLIS};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// Stopped when dropped.
struct MailServer {
    process: Child,
    folder: PathBuf,
}

fn python() -> String {
    std::env::var("ACORDO_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

impl MailServer {
    fn start(port: u16, folder: &Path) -> Self {
        let there = Command::new(python()).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status();
        assert!(
            there.is_ok_and(|status| status.success()),
            "the test mail server is missing: run tests/run, or pip install -r tests/requirements.txt"
        );
        let folder = folder.join("maildir");
        let process = Command::new(python())
            .args(["-m", "aiosmtpd", "-n", "-l", &format!("127.0.0.1:{port}"), "-c", "aiosmtpd.handlers.Mailbox"])
            .arg(&folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        Self { process, folder }
    }

    /// The mails that arrived, headers and all.
    fn mails(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.join("new"));
        let read = |entry: std::fs::DirEntry| std::fs::read_to_string(entry.path()).ok();
        entries.map(|entries| entries.flatten().filter_map(read).collect()).unwrap_or_default()
    }

    async fn mail_to(&self, email: &str) -> String {
        until(&format!("a mail to {email}"), async || {
            self.mails().into_iter().find(|mail| mail.contains(&format!("X-RcptTo: {email}")))
        })
        .await
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The decoded parts of a mail.
fn bodies(mail: &str) -> String {
    let mail = mail.replace("\r\n", "\n");
    let parts = mail.split("Content-Transfer-Encoding: base64\n\n").skip(1);
    let decode = |part: &str| {
        let encoded: String = part.split("\n--").next().unwrap().split_whitespace().collect();
        String::from_utf8(STANDARD.decode(encoded).unwrap()).unwrap()
    };
    parts.map(decode).collect::<Vec<_>>().join("\n")
}

/// The server does not accept this login.
#[test]
fn a_wrong_password_kills_no_mail_and_is_told() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let settings = [("ACORDO_SMTP_URL", format!("smtp://acordo:wrong@127.0.0.1:{port}"))];
    run_set(
        Engine::Sqlite,
        &settings,
        |_| {},
        async |app| {
            let folder = tempfile::tempdir().unwrap();
            let server = MailServer::start(port, folder.path());
            complain(app, "joao@example.org").await;
            let outbox = app.running.state.store.outbox();
            // Twenty tries: a mail that the server only defers is given up after twelve.
            one_try_failed(app).await;
            let store = &app.running.state.store;
            for _ in 0..20 {
                // As long as the longest wait between two tries.
                app.clock.advance_millis(300 * SECOND_MILLIS);
                until("another try", async || {
                    let next = store.outbox().next_at().await.unwrap()?;
                    (next > store.now()).then_some(())
                })
                .await;
            }
            let failed = until("the reason", async || {
                let failed = outbox.failed_mails(10).await.unwrap();
                failed
                    .iter()
                    .any(|(work, _)| work.last_error.as_deref().is_some_and(|why| why.contains("signing in")))
                    .then_some(failed)
            })
            .await;
            assert!(failed.iter().all(|(_, given_up)| !given_up), "{failed:?}");
            assert_eq!(outbox.dead(10).await.unwrap(), []);
            assert!(outbox.mails_stuck().await.unwrap().0 > 0);
            assert_eq!(server.mails().len(), 0);
        },
    );
}

fn with_port(test: impl AsyncFnOnce(&TestApp, u16, TempDir)) {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let settings = [
        ("ACORDO_SMTP_URL", format!("smtp://127.0.0.1:{port}")),
        ("ACORDO_SMTP_FROM", "acordo <acordo@example.org>".to_owned()),
    ];
    run_set(Engine::Sqlite, &settings, |_| {}, async |app| test(app, port, tempfile::tempdir().unwrap()).await);
}

async fn complain(app: &TestApp, email: &str) {
    app.nobody().post("complaints", &app.complaint(email)).await.is(201);
}

/// Waits until some work has failed once, so that its next try lies ahead.
async fn one_try_failed(app: &TestApp) {
    let store = &app.running.state.store;
    until("a failed try", async || {
        let next = store.outbox().next_at().await.unwrap()?;
        // Work in progress is claimed for two minutes; the first wait after a failure is ten seconds.
        (next > store.now() && next <= store.now().plus_millis(15 * SECOND_MILLIS)).then_some(())
    })
    .await;
}

#[test]
fn mails_leave_by_a_real_mail_server_as_text_and_html() {
    with_port(async |app, port, folder| {
        let server = MailServer::start(port, folder.path());
        complain(app, "joao@example.org").await;
        // The server may have come up only after the first try.
        let mail = arrives(app, &server, "joao@example.org").await;
        assert!(
            mail.contains("From: \"acordo\" <acordo@example.org>")
                || mail.contains("From: acordo <acordo@example.org>"),
            "{mail}"
        );
        assert!(mail.contains("multipart/alternative") && mail.contains("Message-ID: <"));
        let bodies = bodies(&mail);
        assert!(
            bodies.contains("Olá, Ana Souza.") && bodies.contains(&format!("{}/complain/confirm/", app.base)),
            "{bodies}"
        );
        assert!(bodies.contains("<html lang=\"pt-BR\">"));
        assert!(!app.data().join("mail").exists(), "a mail went into the folder besides");
    });
}

/// Lets the clock run past the waits between tries until the mail has arrived.
async fn arrives(app: &TestApp, server: &MailServer, email: &str) -> String {
    let ticking = async {
        let mut ticks = tokio::time::interval(std::time::Duration::from_millis(200));
        loop {
            ticks.tick().await;
            app.clock.advance_millis(5 * SECOND_MILLIS);
        }
    };
    tokio::select! {
        mail = server.mail_to(email) => mail,
        () = ticking => unreachable!("the clock ticks for ever"),
    }
}

#[test]
fn while_the_mail_server_is_away_mail_waits_and_then_flows() {
    with_port(async |app, port, folder| {
        for email in ["um@example.org", "dois@example.org", "tres@example.org"] {
            complain(app, email).await;
        }
        one_try_failed(app).await;
        let server = MailServer::start(port, folder.path());
        for email in ["um@example.org", "dois@example.org", "tres@example.org"] {
            arrives(app, &server, email).await;
        }
        let ids: Vec<String> = server
            .mails()
            .iter()
            .filter_map(|mail| mail.lines().find(|line| line.starts_with("Message-ID:")).map(str::to_owned))
            .collect();
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "a mail arrived twice");
        assert_eq!(app.running.state.store.outbox().dead(10).await.unwrap(), []);
    });
}

#[test]
fn a_name_that_somebody_forged_a_header_with_goes_to_the_dead_letters_and_the_rest_flows() {
    with_port(async |app, port, folder| {
        let server = MailServer::start(port, folder.path());
        let state = &app.running.state;
        let new = new_user("Eva", "eva@example.org", Language::En);
        let eva = state.store.accounts().add_user(&new).await.unwrap().unwrap();
        // No form lets such a name in; should one ever be stored, its mail does not leave.
        let file = app.data().join("acordo.sqlite3").display().to_string();
        tokio::task::spawn_blocking(move || {
            use diesel::{Connection, RunQueryDsl};
            let mut database = diesel::SqliteConnection::establish(&file).unwrap();
            diesel::sql_query("PRAGMA busy_timeout = 5000").execute(&mut database).unwrap();
            let forge =
                "UPDATE users SET name = 'Eva' || char(13, 10) || 'Bcc: everybody@example.org' WHERE name = 'Eva'";
            assert_eq!(diesel::sql_query(forge).execute(&mut database).unwrap(), 1);
        })
        .await
        .unwrap();
        state.post.owe_link(eva.id, None).await.unwrap();
        complain(app, "joao@example.org").await;
        arrives(app, &server, "joao@example.org").await;
        let dead =
            until("the dead letter", async || state.store.outbox().dead(10).await.unwrap().into_iter().next()).await;
        assert_eq!(dead.kind, "link");
        assert!(dead.last_error.unwrap().contains("not what was written"), "it says why");
        assert!(server.mails().iter().all(|mail| !mail.contains("everybody@example.org")));
    });
}

#[test]
fn a_reminder_leaves_once_by_a_real_mail_server_in_the_reader_s_language() {
    with_port(async |app, port, folder| {
        let server = MailServer::start(port, folder.path());
        let (case, consumer, rep) = app.negotiation().await;
        rep.says(case, "joint", "Como posso ajudar?").await.is(200);
        let accounts = app.running.state.store.accounts();
        let consumer = accounts.user(consumer.id).await.unwrap().unwrap().email;
        arrives(app, &server, &consumer).await;
        app.clock.advance_millis(3 * DAY_MILLIS);
        let reminders = || {
            let of_mine = |mail: &String| mail.contains(&format!("X-RcptTo: {consumer}"));
            let said = server.mails().iter().filter(|mail| of_mine(mail)).map(|mail| bodies(mail)).collect::<Vec<_>>();
            said.into_iter().filter(|body| body.contains("esperava sua resposta até quarta, 25 de novembro")).count()
        };
        until("the reminder", async || {
            app.clock.advance_millis(SECOND_MILLIS);
            (reminders() > 0).then_some(())
        })
        .await;
        // The letter to the company may still be on its way; the reminder came exactly once.
        assert_eq!(reminders(), 1);
    });
}
