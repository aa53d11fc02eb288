//! PostgreSQL over TLS: a server of its own with an authority of its own, as an operator would have it.

use crate::support::app::{begun_on, on_a_runtime};
use crate::support::database::postgres;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

struct TlsServer {
    folder: TempDir,
    port: u16,
    programs: PathBuf,
}

/// PostgreSQL refuses to run as root.
fn as_postgres(program: &Path) -> Command {
    let root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    if !root {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]).arg(program);
    command
}

fn done(command: &mut Command) {
    let Output { status, stdout, stderr } = command.stdin(Stdio::null()).output().unwrap();
    let said = [stdout, stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(status.success(), "{command:?}: {said}");
}

impl TlsServer {
    fn start() -> Self {
        let programs = std::fs::read_dir("/usr/lib/postgresql").unwrap().map(|found| found.unwrap().path().join("bin"));
        let programs = programs.max().expect("PostgreSQL is installed");
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let server = Self { folder: tempfile::tempdir().unwrap(), port, programs };
        server.make_certificates();
        let data = server.path("data");
        std::fs::write(server.path("password"), "segredo").unwrap();
        done(Command::new("chmod").args(["-R", "a+rX"]).arg(server.folder.path()));
        done(Command::new("chmod").arg("777").arg(server.folder.path()));
        let mut initdb = as_postgres(&server.programs.join("initdb"));
        initdb.args(["-U", "postgres", "--auth=scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--pwfile"]);
        done(initdb.arg(server.path("password")).arg("-D").arg(&data));
        for (name, from) in [("server.crt", "server.pem"), ("server.key", "server.key"), ("ca.crt", "ca.pem")] {
            done(as_postgres(Path::new("install")).args(["-m", "600"]).arg(server.path(from)).arg(data.join(name)));
        }
        let rules = "hostssl all owner 127.0.0.1/32 cert\nhostssl all all 127.0.0.1/32 scram-sha-256\n";
        std::fs::write(server.path("pg_hba.conf"), rules).unwrap();
        let options = format!(
            "-p {port} -h 127.0.0.1 -k {} -c ssl=on -c ssl_ca_file=ca.crt -c hba_file={}",
            server.folder.path().display(),
            server.path("pg_hba.conf").display()
        );
        let mut start = as_postgres(&server.programs.join("pg_ctl"));
        done(
            start
                .arg("-D")
                .arg(&data)
                .args(["-w", "-l"])
                .arg(server.path("log"))
                .args(["-o", &options, "start"])
                .stdout(Stdio::null()),
        );
        server
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// An authority, the server's certificate for `localhost`, and a client's for `owner`.
    fn make_certificates(&self) {
        let openssl =
            |arguments: &str| done(Command::new("openssl").args(arguments.split(' ')).current_dir(&self.folder));
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
        openssl(&format!("req -x509 {key} -days 3650 -subj /CN=authority -keyout ca.key -out ca.pem"));
        for (name, subject, more) in [
            ("server", "localhost", "subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth\n"),
            ("client", "owner", "extendedKeyUsage=clientAuth\n"),
        ] {
            std::fs::write(self.path(&format!("{name}.ext")), format!("basicConstraints=CA:FALSE\n{more}")).unwrap();
            openssl(&format!("req {key} -subj /CN={subject} -keyout {name}.key -out {name}.csr"));
            openssl(&format!(
                "x509 -req -in {name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -extfile {name}.ext -out {name}.pem"
            ));
        }
    }

    fn url(&self, who: &str, host: &str, database: &str, parameters: &str) -> String {
        let parameters = parameters.replace("CA", &self.path("ca.pem").display().to_string());
        let client =
            format!("sslcert={}&sslkey={}", self.path("client.pem").display(), self.path("client.key").display());
        let parameters = parameters.replace("CLIENT", &client);
        format!("postgres://{who}@{host}:{}/{database}?{parameters}", self.port)
    }
}

impl Drop for TlsServer {
    fn drop(&mut self) {
        let mut stop = as_postgres(&self.programs.join("pg_ctl"));
        stop.arg("-D").arg(self.path("data")).args(["-m", "immediate", "stop"]).stdout(Stdio::null()).status().ok();
    }
}

/// `acordo migrate` with this database: whether it did, and what it said.
fn migrates(url: &str) -> (bool, String) {
    let data = tempfile::tempdir().unwrap();
    let mut migrate = Command::new(env!("CARGO_BIN_EXE_acordo"));
    let Output { status, stderr, .. } = migrate
        .arg("migrate")
        .env("DATABASE_URL", url)
        .env("ACORDO_DATA_DIR", data.path().join("data"))
        .env("ACORDO_INSTANCE", "test.example/log")
        .output()
        .unwrap();
    (status.success(), String::from_utf8_lossy(&stderr).into_owned())
}

#[test]
fn a_case_goes_over_tls_and_what_is_wrong_is_said() {
    if postgres().is_none() {
        return;
    }
    let server = TlsServer::start();
    let fine =
        |database: &str| server.url("postgres:segredo", "localhost", database, "sslmode=verify-full&sslrootcert=CA");
    // Every connection of the program: migrations, reads, and the journal.
    on_a_runtime(async {
        let app = begun_on(&fine("postgres")).await;
        let (case, consumer, _) = app.negotiation().await;
        consumer.says(case, "joint", "Por TLS").await.is(200);
        app.running.abort().await;
    });
    let psql = |sql: &str| {
        let mut psql = Command::new(server.programs.join("psql"));
        psql.arg(fine("postgres")).args(["-q", "-c", sql]);
        done(&mut psql);
    };
    psql("CREATE ROLE owner LOGIN");
    psql("CREATE DATABASE own OWNER owner");
    let own = server.url("owner", "localhost", "own", "sslmode=verify-full&sslrootcert=CA&CLIENT");
    assert_eq!(migrates(&own), (true, String::new()));

    let refused = [
        (server.url("postgres:segredo", "localhost", "postgres", "sslmode=verify-full"), "sslrootcert="),
        (server.url("postgres:segredo", "127.0.0.1", "postgres", "sslmode=require&sslrootcert=CA"), "for another name"),
        (server.url("postgres:segredo", "localhost", "postgres", "sslmode=prefer"), "no encryption"),
        (server.url("owner", "localhost", "own", "sslmode=verify-full&sslrootcert=CA"), "certificate"),
        (fine("postgres").replace("segredo", "engano"), "refuses the password of `postgres`"),
        (fine("nowhere"), "has no database `nowhere`"),
        (fine("postgres").replace(&format!(":{}/", server.port), ":1/"), "nothing answers at localhost:1"),
    ];
    for (url, words) in refused {
        let (did, said) = migrates(&url);
        assert!(!did && said.contains(words), "{url}: {said}");
        assert!(!said.contains("segredo") && !said.contains("engano"), "{said}");
    }
}
