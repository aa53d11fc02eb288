//! How PostgreSQL is reached: in clear or by TLS, whose certificates are believed, and why it did not answer.
//!
//! The parameters of the address are libpq's own: `sslmode`, `sslrootcert`, `sslcert`, `sslkey`. Where there is TLS the
//! certificate is always checked, with its name.

use diesel::{ConnectionError, ConnectionResult};
use diesel_async::AsyncPgConnection;
use percent_encoding::percent_decode_str;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, RootCertStore};
use std::error::Error as _;
use std::future::poll_fn;
use std::io;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::mpsc;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::error::SqlState;
use tokio_postgres::{AsyncMessage, Client, Config, Connection, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

const CONNECT_WAIT: Duration = Duration::from_secs(10);

/// A server, and how to reach it. Cheap to clone.
#[derive(Clone)]
pub(crate) struct PgServer {
    config: Config,
    tls: Option<Arc<ClientConfig>>,
}

/// Never its password.
impl std::fmt::Debug for PgServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PgServer({})", self.place())
    }
}

/// What the address says of TLS.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct TlsParameters {
    pub mode: Option<String>,
    pub root: Option<String>,
    pub certificate: Option<String>,
    pub key: Option<String>,
}

impl PgServer {
    pub fn of(url: &str) -> Result<Self, String> {
        let (rest, parameters) = parameters(url);
        let mut config: Config = rest.parse().map_err(|error: tokio_postgres::Error| told(&error))?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT_WAIT);
        }
        let tls = match parameters.mode.as_deref() {
            None | Some("disable" | "allow" | "prefer") => None,
            Some("require" | "verify-ca" | "verify-full") => Some(Arc::new(tls(&parameters)?)),
            Some(other) => {
                return Err(format!("sslmode={other} is none of disable, prefer, require, verify-ca, verify-full"));
            }
        };
        config.ssl_mode(if tls.is_some() { SslMode::Require } else { SslMode::Disable });
        Ok(Self { config, tls })
    }

    pub(super) fn into_config(self) -> Config {
        self.config
    }

    /// What is said goes over a network that others may read.
    pub fn is_in_clear(&self) -> bool {
        let local = |host: &Host| match host {
            Host::Tcp(name) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()),
            #[cfg(unix)]
            Host::Unix(_) => true,
        };
        // Where addresses are given, they are what is reached, whatever the names.
        let (hosts, addresses) = (self.config.get_hosts(), self.config.get_hostaddrs());
        let is_local =
            if addresses.is_empty() { hosts.iter().all(local) } else { addresses.iter().all(IpAddr::is_loopback) };
        self.tls.is_none() && !is_local
    }

    pub async fn connect(&self) -> ConnectionResult<AsyncPgConnection> {
        let failed = |error: tokio_postgres::Error| ConnectionError::BadConnection(self.why(&error));
        match &self.tls {
            Some(tls) => {
                let tls = MakeRustlsConnect::new(ClientConfig::clone(tls));
                let (client, connection) = self.config.connect(tls).await.map_err(failed)?;
                AsyncPgConnection::try_from_client_and_connection(client, connection).await
            }
            None => {
                let (client, connection) = self.config.connect(NoTls).await.map_err(failed)?;
                AsyncPgConnection::try_from_client_and_connection(client, connection).await
            }
        }
    }

    /// A connection of its own that listens, and the texts that it hears until it ends.
    pub async fn listen(&self, channel: &str) -> Result<(Client, mpsc::UnboundedReceiver<String>), String> {
        let failed = |error: tokio_postgres::Error| self.why(&error);
        let (tell, heard) = mpsc::unbounded_channel();
        let client = match &self.tls {
            Some(tls) => {
                let tls = MakeRustlsConnect::new(ClientConfig::clone(tls));
                let (client, connection) = self.config.connect(tls).await.map_err(failed)?;
                tokio::spawn(hear(connection, tell));
                client
            }
            None => {
                let (client, connection) = self.config.connect(NoTls).await.map_err(failed)?;
                tokio::spawn(hear(connection, tell));
                client
            }
        };
        client.batch_execute(&format!("LISTEN {channel}")).await.map_err(failed)?;
        Ok((client, heard))
    }

    /// Where the server is, for people: hosts, ports, database.
    fn place(&self) -> String {
        let ports = self.config.get_ports();
        let hosts = self.config.get_hosts().iter().enumerate().map(|(number, host)| {
            let port = ports.get(number).or(ports.first()).copied().unwrap_or(5432);
            match host {
                Host::Tcp(name) => format!("{name}:{port}"),
                #[cfg(unix)]
                Host::Unix(path) => format!("{}:{port}", path.display()),
            }
        });
        hosts.collect::<Vec<_>>().join(", ")
    }

    /// Why there is no connection, and what to do.
    fn why(&self, error: &tokio_postgres::Error) -> String {
        let (place, user) = (self.place(), self.config.get_user().unwrap_or_default());
        let database = self.config.get_dbname().unwrap_or(user);
        if let Some(db) = error.as_db_error() {
            let said = db.message();
            return match *db.code() {
                SqlState::INVALID_PASSWORD => format!("PostgreSQL at {place} refuses the password of `{user}`"),
                SqlState::INVALID_AUTHORIZATION_SPECIFICATION => {
                    format!("PostgreSQL at {place} does not let `{user}` in: {said} (pg_hba.conf, or the role)")
                }
                SqlState::INVALID_CATALOG_NAME => {
                    format!("PostgreSQL at {place} has no database `{database}`. Make it: createdb {database}")
                }
                SqlState::INSUFFICIENT_PRIVILEGE => {
                    format!("PostgreSQL at {place} does not let `{user}` into `{database}`: {said}")
                }
                SqlState::TOO_MANY_CONNECTIONS => format!("PostgreSQL at {place} has no connection left: {said}"),
                SqlState::CANNOT_CONNECT_NOW => format!("PostgreSQL at {place} is starting or stopping: {said}"),
                _ => format!("PostgreSQL at {place}: {said} ({})", db.code().code()),
            };
        }
        let text = told(error);
        if text.contains("UnknownIssuer") {
            return format!(
                "the certificate of PostgreSQL at {place} is from no authority that is trusted here. Name yours in \
                 database_url: sslrootcert=/path/of/ca.pem"
            );
        }
        if text.contains("not valid for name") || text.contains("NotValidForName") {
            return format!("the certificate of PostgreSQL at {place} is for another name: {text}");
        }
        if text.contains("does not support TLS") {
            return format!("PostgreSQL at {place} offers no TLS: set `ssl = on` there, or leave sslmode out");
        }
        match cause(error) {
            Some(io::ErrorKind::ConnectionRefused) => {
                format!("nothing answers at {place}: is PostgreSQL running there?")
            }
            Some(io::ErrorKind::TimedOut) => format!("PostgreSQL at {place} did not answer in time"),
            _ => format!("PostgreSQL at {place} cannot be reached: {text}"),
        }
    }
}

/// Drives a connection, and passes on what it is notified of.
async fn hear<S, T>(mut connection: Connection<S, T>, tell: mpsc::UnboundedSender<String>)
where
    S: AsyncRead + AsyncWrite + Unpin,
    T: AsyncRead + AsyncWrite + Unpin,
{
    while let Some(Ok(message)) = poll_fn(|cx| connection.poll_message(cx)).await {
        if let AsyncMessage::Notification(notification) = message
            && tell.send(notification.payload().to_owned()).is_err()
        {
            return;
        }
    }
}

fn cause(error: &tokio_postgres::Error) -> Option<io::ErrorKind> {
    let mut source = error.source();
    while let Some(inner) = source {
        if let Some(error) = inner.downcast_ref::<io::Error>() {
            return Some(error.kind());
        }
        source = inner.source();
    }
    None
}

/// An error with its causes, each said once.
fn told(error: &tokio_postgres::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        let more = inner.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        source = inner.source();
    }
    text
}

/// The address without its parameters of TLS, and these.
pub(super) fn parameters(url: &str) -> (String, TlsParameters) {
    let mut found = TlsParameters::default();
    let Some((base, query)) = url.split_once('?') else { return (url.to_owned(), found) };
    let mut rest = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
        match name {
            "sslmode" => found.mode = Some(value),
            "sslrootcert" => found.root = Some(value),
            "sslcert" => found.certificate = Some(value),
            "sslkey" => found.key = Some(value),
            _ => rest.push(pair),
        }
    }
    let base = base.to_owned();
    (if rest.is_empty() { base } else { format!("{base}?{}", rest.join("&")) }, found)
}

fn tls(parameters: &TlsParameters) -> Result<ClientConfig, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_root_certificates(roots(parameters.root.as_deref())?);
    match (&parameters.certificate, &parameters.key) {
        (None, None) => Ok(builder.with_no_client_auth()),
        (Some(certificate), Some(key)) => {
            let chain = certificates("sslcert", certificate)?;
            let key = PrivateKeyDer::from_pem_file(key)
                .map_err(|error| format!("sslkey={key} is no private key in PEM that can be read: {error}"))?;
            builder.with_client_auth_cert(chain, key).map_err(|error| format!("sslcert and sslkey: {error}"))
        }
        _ => Err("sslcert and sslkey go together".to_owned()),
    }
}

fn certificates(name: &str, path: &str) -> Result<Vec<CertificateDer<'static>>, String> {
    let unread = |why: String| format!("{name}={path} is no certificate in PEM that can be read: {why}");
    let found: Result<Vec<_>, _> =
        CertificateDer::pem_file_iter(path).map_err(|error| unread(error.to_string()))?.collect();
    let found = found.map_err(|error| unread(error.to_string()))?;
    if found.is_empty() { Err(unread("there is none in it".to_owned())) } else { Ok(found) }
}

/// One's own authority alone; else those that the system trusts, or the public ones where it has no list.
fn roots(own: Option<&str>) -> Result<RootCertStore, String> {
    let mut roots = RootCertStore::empty();
    match own.filter(|own| *own != "system") {
        Some(path) => {
            for certificate in certificates("sslrootcert", path)? {
                roots.add(certificate).map_err(|error| format!("sslrootcert={path}: {error}"))?;
            }
        }
        None => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
            if roots.is_empty() {
                roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
            }
        }
    }
    Ok(roots)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parameters_of_tls_are_read_and_the_others_stay() {
        let (rest, found) =
            parameters("postgres://u:p@h/d?sslmode=verify-full&application_name=a&sslrootcert=%2Fca.pem");
        assert_eq!(rest, "postgres://u:p@h/d?application_name=a");
        let expected = TlsParameters {
            mode: Some("verify-full".to_owned()),
            root: Some("/ca.pem".to_owned()),
            ..TlsParameters::default()
        };
        assert_eq!(found, expected);
        assert_eq!(parameters("postgres://u@h/d"), ("postgres://u@h/d".to_owned(), TlsParameters::default()));
    }

    #[test]
    fn what_does_not_do_is_told_without_the_password() {
        let told = |more: &str| PgServer::of(&format!("postgres://u:hunter2@h/d?{more}")).unwrap_err();
        for (more, word) in [
            ("sslmode=verify", "verify-full"),
            ("sslmode=require&sslcert=/nothing", "sslkey"),
            ("sslmode=require&sslrootcert=/nothing.pem", "sslrootcert=/nothing.pem"),
            ("ssl=on", "ssl"),
        ] {
            let text = told(more);
            assert!(text.contains(word) && !text.contains("hunter2"), "{more}: {text}");
        }
    }

    #[test]
    fn a_server_elsewhere_is_reached_in_clear_only_where_nothing_asks_for_tls() {
        for (url, clear) in [
            ("postgres://u@db.example.org/d", true),
            ("postgres://u@10.0.0.7/d?sslmode=prefer", true),
            ("postgres://u@db.example.org/d?sslmode=require", false),
            ("postgres://u@localhost/d", false),
            ("postgres://u@127.0.0.1,db.example.org/d", true),
            ("postgres://u@[::1]/d", false),
            ("postgres:///d?host=/var/run/postgresql", false),
            ("postgres://u@localhost/d?hostaddr=10.0.0.7", true),
            ("postgres://u@/d?hostaddr=10.0.0.7", true),
            ("postgres://u@db.example.org/d?hostaddr=127.0.0.1", false),
        ] {
            assert_eq!(PgServer::of(url).unwrap().is_in_clear(), clear, "{url}");
        }
    }
}
