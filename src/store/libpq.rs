//! How PostgreSQL's own programs (`pg_dump`, `pg_restore`) reach the server that acordo reaches: by their environment.
//! Their arguments stand in the list of processes, for every user of the machine to read.

use super::pg_server::{PgServer, TlsParameters, parameters};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::ffi::OsString;
use std::io::Write;
use tempfile::NamedTempFile;
use tokio_postgres::config::{Host, TargetSessionAttrs};

/// The variables, and what they name, which is there as long as this is.
#[derive(Debug)]
pub struct LibpqEnvironment {
    /// The database alone: `pg_restore` is told it by an argument.
    pub database: String,
    variables: Vec<(&'static str, OsString)>,
    _roots: Option<NamedTempFile>,
}

impl LibpqEnvironment {
    pub fn of(url: &str) -> Result<Self, String> {
        let config = PgServer::of(url)?.into_config();
        let (_, tls) = parameters(url);
        let mut all: Vec<(&'static str, OsString)> = Vec::new();
        let hosts = config.get_hosts().iter().map(|host| match host {
            Host::Tcp(name) => name.clone(),
            #[cfg(unix)]
            Host::Unix(path) => path.display().to_string(),
        });
        let listed = |values: Vec<String>| (!values.is_empty()).then(|| OsString::from(values.join(",")));
        let ports = config.get_ports().iter().map(u16::to_string).collect();
        let addresses = config.get_hostaddrs().iter().map(ToString::to_string).collect();
        for (name, value) in [
            ("PGHOST", listed(hosts.collect())),
            ("PGHOSTADDR", listed(addresses)),
            ("PGPORT", listed(ports)),
            ("PGUSER", config.get_user().map(OsString::from)),
            ("PGPASSWORD", config.get_password().map(os_string)),
            ("PGOPTIONS", config.get_options().map(OsString::from)),
            ("PGCONNECT_TIMEOUT", config.get_connect_timeout().map(|wait| wait.as_secs().max(1).to_string().into())),
        ] {
            all.extend(value.map(|value| (name, value)));
        }
        if config.get_target_session_attrs() == TargetSessionAttrs::ReadWrite {
            all.push(("PGTARGETSESSIONATTRS", "read-write".into()));
        }
        let database = config.get_dbname().or(config.get_user()).unwrap_or_default().to_owned();
        all.push(("PGDATABASE", database.clone().into()));
        let roots = trusted(tls, &mut all)?;
        Ok(Self { database, variables: all, _roots: roots })
    }

    pub fn variables(&self) -> impl Iterator<Item = (&'static str, &OsString)> {
        self.variables.iter().map(|(name, value)| (*name, value))
    }
}

/// As strictly as acordo itself: where there is TLS, the certificate is checked with its name.
fn trusted(tls: TlsParameters, all: &mut Vec<(&'static str, OsString)>) -> Result<Option<NamedTempFile>, String> {
    let TlsParameters { mode, root, certificate, key } = tls;
    match mode.as_deref() {
        None => return Ok(None),
        Some(mode @ ("disable" | "allow" | "prefer")) => {
            all.push(("PGSSLMODE", mode.into()));
            return Ok(None);
        }
        Some(_) => all.push(("PGSSLMODE", "verify-full".into())),
    }
    let pair = [("PGSSLCERT", certificate), ("PGSSLKEY", key)];
    all.extend(pair.into_iter().filter_map(|(name, path)| Some((name, path?.into()))));
    if let Some(own) = root.filter(|own| own != "system") {
        all.push(("PGSSLROOTCERT", own.into()));
        return Ok(None);
    }
    // Only the newest of those programs look for the system's authorities by themselves.
    let failed = |error: std::io::Error| format!("the list of trusted authorities cannot be written: {error}");
    let mut file = NamedTempFile::new().map_err(failed)?;
    for certificate in rustls_native_certs::load_native_certs().certs {
        let text = STANDARD.encode(&certificate);
        writeln!(file, "-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----").map_err(failed)?;
    }
    file.flush().map_err(failed)?;
    all.push(("PGSSLROOTCERT", file.path().into()));
    Ok(Some(file))
}

#[cfg(unix)]
fn os_string(bytes: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec())
}

#[cfg(not(unix))]
fn os_string(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(url: &str) -> Vec<String> {
        let made = LibpqEnvironment::of(url).unwrap();
        made.variables().map(|(name, value)| format!("{name}={}", value.to_string_lossy())).collect()
    }

    #[test]
    fn what_the_address_says_reaches_the_programs_of_postgresql() {
        let said =
            environment("postgres://ana:hunter%202@db1:5433,db2:5434/cases?options=-c%20geqo%3Doff&sslmode=prefer");
        for each in [
            "PGHOST=db1,db2",
            "PGPORT=5433,5434",
            "PGUSER=ana",
            "PGPASSWORD=hunter 2",
            "PGDATABASE=cases",
            "PGOPTIONS=-c geqo=off",
            "PGSSLMODE=prefer",
        ] {
            assert!(said.iter().any(|one| one == each), "{each}: {said:?}");
        }
        assert!(environment("postgres://ana@h/d?password=x").contains(&"PGPASSWORD=x".to_owned()));
        assert!(environment("postgres://ana@h/d?hostaddr=10.0.0.7").contains(&"PGHOSTADDR=10.0.0.7".to_owned()));
        assert!(!environment("postgres://ana@h/d").iter().any(|one| one.starts_with("PGSSL")));
    }

    #[test]
    fn where_acordo_checks_a_certificate_so_do_they() {
        let made = LibpqEnvironment::of("postgres://ana@h/d?sslmode=require").unwrap();
        let value = |name: &str| made.variables().find(|(one, _)| *one == name).map(|(_, value)| value.clone());
        assert_eq!(value("PGSSLMODE"), Some("verify-full".into()));
        let roots = std::fs::read_to_string(value("PGSSLROOTCERT").unwrap()).unwrap();
        assert_eq!(
            roots.matches("-----BEGIN CERTIFICATE-----").count(),
            rustls_native_certs::load_native_certs().certs.len()
        );
    }
}
