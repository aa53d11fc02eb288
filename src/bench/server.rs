//! The server under test: this same program as a child process, with a data folder of its own.

use super::BenchError;
use super::load::LoadRoom;
use super::seed;
use crate::evidence::EvidenceFiles;
use crate::identity::Identity;
use crate::identity::keys::Keys;
use crate::identity::token::Tokens;
use crate::store::{Store, StoreSettings, SystemClock};
use acordo_domain::rules::Rules;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const INSTANCE: &str = "bench.example/log";
const WARM_CASES: u64 = 10_000;

/// What is put under load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServerKind {
    Acordo,
    Bare,
    /// Bare rooms over one SQLite table.
    BareWithTable,
}

/// A temporary folder with keys and database; gone when dropped.
#[derive(Debug)]
pub struct BenchFolder {
    folder: PathBuf,
    url: String,
}

impl BenchFolder {
    pub fn new(database: Option<&str>) -> Result<Self, BenchError> {
        let folder = std::env::temp_dir().join(format!("acordo-bench-{}", uuid::Uuid::now_v7().simple()));
        std::fs::create_dir_all(&folder)?;
        let url = database.map_or_else(|| format!("sqlite:{}", folder.join("acordo.db").display()), str::to_owned);
        Ok(Self { folder, url })
    }

    /// Opens the store in this process. On SQLite the server must not run meanwhile.
    pub async fn store(&self) -> Result<Store, BenchError> {
        Ok(self.open().await?.0)
    }

    async fn open(&self) -> Result<(Store, Tokens, [u8; 32]), BenchError> {
        let dir = self.folder.join("keys");
        let keys = Keys::open(&dir, INSTANCE).map_err(|e| BenchError::Seed(e.to_string()))?;
        let settings = StoreSettings {
            url: self.url.clone(),
            clock: Arc::new(SystemClock),
            log_key: keys.log,
            head_keys: keys.heads,
            former_log_keys: keys.former_logs,
            seals: keys.seals,
            rules: Rules::default(),
            warm_cases_max: WARM_CASES,
        };
        let store = Store::open(settings).await?;
        Keys::sealed(&dir).map_err(|e| BenchError::Seed(e.to_string()))?;
        Ok((store, keys.tokens, keys.pepper))
    }

    pub async fn rooms(&self, count: usize) -> Result<Vec<LoadRoom>, BenchError> {
        let (store, tokens, pepper) = self.open().await?;
        let identity = Identity::new(store.clone(), tokens, pepper).map_err(|e| BenchError::Seed(e.to_string()))?;
        let rooms = seed::rooms(&store, &identity, count).await?;
        // What making the rooms owes would be worked off while the load is measured.
        seed::forgive(&store).await?;
        Ok(rooms)
    }

    /// What a verifier of its records is given.
    pub fn keys(&self) -> Result<acordo_record::KeyFile, BenchError> {
        let keys = Keys::read(&self.folder.join("keys"), INSTANCE).map_err(|e| BenchError::Seed(e.to_string()))?;
        Ok(keys.public)
    }

    /// Where the server will look for evidence.
    pub fn evidence(&self) -> Result<EvidenceFiles, BenchError> {
        Ok(EvidenceFiles::open(&self.folder.join("evidence"), u64::MAX)?)
    }

    pub async fn serve(&self, kind: ServerKind) -> Result<Server, BenchError> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let mut command = Command::new(std::env::current_exe()?);
        match kind {
            ServerKind::Acordo => command.arg("serve"),
            ServerKind::Bare | ServerKind::BareWithTable => command.args(["bench", "--serve-bare", &address]),
        };
        if kind == ServerKind::BareWithTable {
            command.arg("--serve-bare-file").arg(self.folder.join("yardstick.db"));
        }
        let child = command
            .env_clear()
            .envs(
                ["PATH", "HOME", "LD_LIBRARY_PATH", "ACORDO_SKIP_PAGES"]
                    .into_iter()
                    .filter_map(|name| Some((name, std::env::var_os(name)?))),
            )
            .env("ACORDO_LISTEN", &address)
            .env("ACORDO_PUBLIC_URL", format!("http://{address}"))
            .env("ACORDO_DATA_DIR", &self.folder)
            .env("ACORDO_INSTANCE", INSTANCE)
            .env("ACORDO_DATABASE_URL", &self.url)
            .env("ACORDO_LIMITS_REQUESTS_PER_SECOND_MAX", "100000")
            .env("ACORDO_LIMITS_FRAMES_PER_SECOND_MAX", "100000")
            .env("ACORDO_LIMITS_SOCKETS_PER_USER_MAX", "20000")
            .env("ACORDO_LOG", "warn")
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()?;
        let mut server = Server { child, address: address.into() };
        server.wait_ready().await?;
        Ok(server)
    }
}

impl Drop for BenchFolder {
    fn drop(&mut self) {
        // What is left behind in the temporary folder harms nobody.
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

#[derive(Debug)]
pub struct Server {
    child: Child,
    pub address: Arc<str>,
}

impl Server {
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    async fn wait_ready(&mut self) -> Result<(), BenchError> {
        let end = Instant::now() + Duration::from_secs(30);
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait()? {
                return Err(BenchError::Server(status.to_string()));
            }
            if self.answers().await.unwrap_or(false) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err(BenchError::Server("it was not ready within 30 s".into()))
    }

    async fn answers(&self) -> std::io::Result<bool> {
        let mut stream = tokio::net::TcpStream::connect(&*self.address).await?;
        let request = format!("GET /readyz HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        Ok(answer.starts_with("HTTP/1.1 200"))
    }

    /// `kill -9`: no destructor runs, nothing is flushed.
    pub fn kill(&mut self) -> std::io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        self.kill().ok();
    }
}
