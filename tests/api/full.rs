//! A disk that is full, and a database that is damaged.

use crate::support::app::{TestApp, begun, on_a_runtime, reopen};
use crate::support::database::Engine;
use crate::support::person::{Reply, TestPerson};
use crate::support::room::PATIENCE;
use acordo::identity::Device;
use acordo_domain::case::event::IdentityLevel;
use reqwest::{Client, Method};
use std::io::{Seek, SeekFrom, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// The program over a copy of this folder, on a disk of its own that is small. Nobody but it sees that disk.
struct SmallDisk {
    child: Child,
    base: String,
    /// Its folder, as others reach it.
    folder: PathBuf,
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        self.child.kill().and_then(|()| self.child.wait()).ok();
    }
}

impl SmallDisk {
    async fn start(from: &Path, ahead: i64) -> Self {
        let disk = from.join("disk");
        std::fs::create_dir(&disk).unwrap();
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let base = format!("http://{address}");
        let script = "mount -t tmpfs -o size=64m,mode=700 tmpfs \"$0/disk\" && cp -a \"$0/acordo.sqlite3\" \"$0/keys\" \"$0/evidence\" \"$0/disk\" \
                      && exec \"$1\" serve";
        let child = Command::new("unshare")
            .args(["--map-root-user", "--mount", "sh", "-c", script])
            .arg(from)
            .arg(env!("CARGO_BIN_EXE_acordo"))
            .env("ACORDO_LISTEN", address.to_string())
            .env("ACORDO_PUBLIC_URL", &base)
            .env("ACORDO_DATA_DIR", &disk)
            .env("ACORDO_INSTANCE", "test.example/log")
            .env("DATABASE_URL", format!("sqlite:{}", disk.join("acordo.sqlite3").display()))
            .env("ACORDO_TEST_CLOCK_AHEAD_MILLIS", ahead.to_string())
            .env("ACORDO_SKIP_PAGES", "1")
            .env("ACORDO_LOG", "error")
            .stdout(Stdio::null())
            .spawn()
            .expect("unshare (util-linux) makes the small disk");
        let folder = PathBuf::from(format!("/proc/{}/root{}", child.id(), disk.display()));
        let mut disk = Self { child, base, folder };
        let ready = async {
            while !reqwest::get(format!("{}/readyz", disk.base)).await.is_ok_and(|answer| answer.status() == 200) {
                assert!(disk.child.try_wait().unwrap().is_none(), "this machine allows no disk of one's own");
                sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(Duration::from_secs(60), ready).await.expect("it was not ready");
        disk
    }

    fn fill(&self) {
        let mut filler = std::fs::File::create(self.folder.join("filler")).unwrap();
        for size in [1 << 20, 4_096, 1] {
            while filler.write_all(&vec![7; size]).is_ok() {}
        }
    }

    fn free(&self) {
        std::fs::remove_file(self.folder.join("filler")).unwrap();
    }

    async fn ready(&self) -> String {
        reqwest::get(format!("{}/readyz", self.base)).await.unwrap().text().await.unwrap()
    }

    async fn renew(&self, refresh: &str) -> Reply {
        let request = Client::new().request(Method::POST, format!("{}/api/v1/auth/refresh", self.base));
        let request = request.header("origin", &self.base).header("cookie", format!("acordo_refresh={refresh}"));
        TestPerson::send(request).await
    }
}

#[test]
fn a_full_disk_refuses_what_is_written_and_signs_nobody_out() {
    on_a_runtime(async {
        let app = begun(Engine::Sqlite).await.unwrap();
        let (case, consumer, _) = app.negotiation().await;
        let state = &app.running.state;
        let session = state.identity.begin(consumer.id, IdentityLevel::Email, Device::default()).await.unwrap();
        let ahead = state.store.now().millis() - jiff::Timestamp::now().as_millisecond();
        let (folder, _) = app.stop().await;
        let disk = SmallDisk::start(folder.path(), ahead).await;
        let consumer = consumer.at(&disk.base);
        consumer.says(case, "joint", "cabe").await.is(200);
        assert_eq!(disk.ready().await, "ready\n");

        disk.fill();
        let refused = async {
            // What was set aside for the log of writes is used up first.
            while consumer.says(case, "joint", "não cabe").await.status == 200 {}
        };
        timeout(PATIENCE, refused).await.unwrap();
        consumer.says(case, "joint", "não cabe").await.refused(507, "storage_full");
        consumer.get(&format!("cases/{case}")).await.is(200);
        let renewed = disk.renew(&session.refresh).await;
        assert_eq!(renewed.is(200)["user"]["name"], "Ana Souza");
        let record = consumer.get(&format!("cases/{case}/record.zip?profile=procedural")).await;
        assert!(matches!(record.status.as_u16(), 200 | 507), "{}", record.json);
        let told = async { while !disk.ready().await.contains("the disk is full") {} };
        timeout(PATIENCE, told).await.unwrap();

        disk.free();
        consumer.says(case, "joint", "cabe de novo").await.is(200);
        // The token that was shown while nothing could be written is as good as before.
        disk.renew(&session.refresh).await.is(200);
        let told = async { while disk.ready().await != "ready\n" {} };
        timeout(PATIENCE, told).await.unwrap();
    });
}

#[test]
fn a_damaged_database_is_told_at_the_start() {
    on_a_runtime(async {
        let app: TestApp = begun(Engine::Sqlite).await.unwrap();
        app.mediation().await;
        let (folder, _) = app.stop().await;
        let path = folder.path().join("acordo.sqlite3");
        let whole = std::fs::read(&path).unwrap();
        for (what, from, bytes) in [("a page", whole.len() / 2 / 4_096 * 4_096, 4_096), ("the beginning", 0, 100)] {
            let mut file = std::fs::File::options().write(true).open(&path).unwrap();
            file.seek(SeekFrom::Start(from as u64)).unwrap();
            file.write_all(&vec![0xa5; bytes]).unwrap();
            drop(file);
            let words = reopen(folder.path()).await.expect_err(what).to_string();
            assert!(words.contains("is damaged") && words.contains("backup"), "{what}: {words}");
            std::fs::write(&path, &whole).unwrap();
        }
        reopen(folder.path()).await.unwrap().stop().await;
    });
}
