//! A mail server, step by step: what fails before the recipient is named is the server's state and says nothing of the
//! mail; only a refused recipient or message is final.

use crate::config::{MailTls, Smtp};
use crate::notify::fault::{MailError, MailSetup};
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// No answer for so long is none.
const STEP_WAIT: Duration = Duration::from_secs(20);
/// Lines that stay open between mails.
const IDLE_MAX: usize = 4;
const MECHANISMS: [Mechanism; 2] = [Mechanism::Plain, Mechanism::Login];

pub struct SmtpServer {
    host: String,
    port: u16,
    /// From the first byte on, as in `smtps://`.
    whole: bool,
    tls: MailTls,
    parameters: TlsParameters,
    credentials: Option<Credentials>,
    hello: ClientId,
    idle: Mutex<Vec<AsyncSmtpConnection>>,
}

impl fmt::Debug for SmtpServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SmtpServer({}:{})", self.host, self.port)
    }
}

/// What a step came to, worded for an operator.
type StepResult<T> = Result<T, StepFailure>;

struct StepFailure {
    why: String,
    /// The server said no for good.
    refused: bool,
    /// But to us, not to this mail.
    about_us: bool,
}

impl StepFailure {
    fn server(self) -> MailError {
        MailError::Server(self.why)
    }
    fn mail(self) -> MailError {
        match (self.refused, self.about_us) {
            (true, true) => MailError::Server(self.why),
            (true, false) => MailError::Never(self.why),
            (false, _) => MailError::Later(self.why),
        }
    }
}

/// The server wants something from us that has nothing to do with this mail: a password, the right to relay.
fn is_about_us(error: &Error) -> bool {
    let code = error.status().map(|code| code.to_string()).unwrap_or_default();
    matches!(code.as_str(), "500" | "501" | "502" | "503" | "504" | "530" | "535" | "538")
        || error.to_string().to_lowercase().contains("relay")
}

async fn step<T>(what: &str, doing: impl Future<Output = Result<T, Error>>) -> StepResult<T> {
    match tokio::time::timeout(STEP_WAIT, doing).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => {
            let (refused, about_us) = (error.is_permanent(), is_about_us(&error));
            let mut why = format!("{what}: {error}");
            let mut cause = std::error::Error::source(&error);
            while let Some(inner) = cause {
                if !why.contains(&inner.to_string()) {
                    why = format!("{why}: {inner}");
                }
                cause = inner.source();
            }
            Err(StepFailure { why, refused, about_us })
        }
        Err(_) => {
            let why = format!("{what}: no answer in {} seconds", STEP_WAIT.as_secs());
            Err(StepFailure { why, refused: false, about_us: false })
        }
    }
}

impl SmtpServer {
    pub fn new(smtp: &Smtp, hello: &str) -> Result<Self, MailSetup> {
        let url = MailUrl::parse(smtp.url.reveal()).ok_or_else(|| MailSetup("smtp.url cannot be read".to_owned()))?;
        let local = is_local(&url.host);
        let tls = smtp.tls.unwrap_or(match (local, &url.user) {
            (true, _) => MailTls::None,
            (false, Some(_)) => MailTls::Required,
            (false, None) => MailTls::Offered,
        });
        if !url.whole && !local && url.user.is_some() && tls != MailTls::Required {
            tracing::warn!("smtp.tls lets the password of the mail server go over the network in clear");
        }
        let mut parameters = TlsParameters::builder(url.host.clone());
        if let Some(path) = &smtp.ca {
            let unread = |why: String| MailSetup(format!("smtp.ca ({}) {why}", path.display()));
            let pem = std::fs::read(path).map_err(|error| unread(format!("cannot be read: {error}")))?;
            let ca = Certificate::from_pem(&pem).map_err(|_| unread("is no certificate in PEM".to_owned()))?;
            parameters = parameters.add_root_certificate(ca);
        }
        Ok(Self {
            parameters: parameters.build().map_err(|error| MailSetup(format!("TLS cannot be set up: {error}")))?,
            credentials: url.user.map(|user| Credentials::new(user, url.password)),
            host: url.host,
            port: url.port,
            whole: url.whole,
            tls,
            hello: ClientId::Domain(if hello.is_empty() { "localhost".to_owned() } else { hello.to_owned() }),
            idle: Mutex::default(),
        })
    }

    /// Hands one mail over.
    pub async fn send(&self, from: &Address, to: &Address, message: &[u8]) -> Result<(), MailError> {
        let mut line = match self.idle_line().await {
            Some(line) => line,
            None => self.connect().await.map_err(StepFailure::server)?,
        };
        match self.hand_over(&mut line, from, to, message).await {
            Ok(()) => {
                let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
                if idle.len() < IDLE_MAX {
                    idle.push(line);
                }
                Ok(())
            }
            Err(error) => {
                let _ = tokio::time::timeout(STEP_WAIT, line.abort()).await;
                Err(error)
            }
        }
    }

    async fn hand_over(
        &self,
        line: &mut AsyncSmtpConnection,
        from: &Address,
        to: &Address,
        message: &[u8],
    ) -> Result<(), MailError> {
        let mut options = Vec::new();
        if !from.to_string().is_ascii() || !to.to_string().is_ascii() {
            if !line.server_info().supports_feature(Extension::SmtpUtfEight) {
                return Err(MailError::Never("the server takes no addresses with letters beyond ASCII".to_owned()));
            }
            options.push(MailParameter::SmtpUtfEight);
        }
        step("MAIL FROM", line.command(Mail::new(Some(from.clone()), options))).await.map_err(StepFailure::server)?;
        step("RCPT TO", line.command(Rcpt::new(to.clone(), Vec::new()))).await.map_err(StepFailure::mail)?;
        step("DATA", line.command(Data)).await.map_err(StepFailure::mail)?;
        step("the message", line.message(message)).await.map_err(StepFailure::mail)?;
        Ok(())
    }

    async fn idle_line(&self) -> Option<AsyncSmtpConnection> {
        loop {
            let mut line = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
            if tokio::time::timeout(STEP_WAIT, line.test_connected()).await == Ok(true) {
                return Some(line);
            }
        }
    }

    async fn connect(&self) -> StepResult<AsyncSmtpConnection> {
        let whole = self.whole.then(|| self.parameters.clone());
        let place = (self.host.as_str(), self.port);
        let connecting = AsyncSmtpConnection::connect_tokio1(place, Some(STEP_WAIT), &self.hello, whole, None);
        let mut line = step("connecting", connecting).await?;
        let upgrade = match self.tls {
            MailTls::Required => !self.whole,
            MailTls::Offered => !self.whole && line.can_starttls(),
            MailTls::None => false,
        };
        if upgrade {
            step("STARTTLS", line.starttls(self.parameters.clone(), &self.hello)).await?;
        }
        if let Some(credentials) = &self.credentials {
            step("signing in", line.auth(&MECHANISMS, credentials)).await?;
        }
        Ok(line)
    }
}

/// `smtp://user:password@host:587`; what would be read otherwise in an address is written `%40`.
#[derive(PartialEq, Eq)]
struct MailUrl {
    whole: bool,
    host: String,
    port: u16,
    user: Option<String>,
    password: String,
}

impl MailUrl {
    fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let whole = match scheme {
            "smtps" => true,
            "smtp" => false,
            _ => return None,
        };
        let rest = rest.split(['?', '#']).next()?.trim_end_matches('/');
        let (account, place) = match rest.rsplit_once('@') {
            Some((account, place)) => (Some(account), place),
            None => (None, rest),
        };
        let (host, port) = match place.strip_prefix('[').and_then(|place| place.split_once(']')) {
            Some((host, port)) => (host, port.strip_prefix(':')),
            None => place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port))),
        };
        let port = match (port, whole, account) {
            (Some(port), ..) => port.parse().ok()?,
            (None, true, _) => 465,
            (None, false, Some(_)) => 587,
            (None, false, None) => 25,
        };
        let (user, password) = match account.map(|account| account.split_once(':').unwrap_or((account, ""))) {
            Some((user, password)) => (Some(decoded(user)?), decoded(password)?),
            None => (None, String::new()),
        };
        (!host.is_empty() && !host.contains('/')).then(|| Self { whole, host: host.to_owned(), port, user, password })
    }
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, more)) = rest.split_first() {
        rest = more;
        if *first == b'%' {
            let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &rest[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

fn is_local(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Secret;
    use std::sync::Arc;
    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
    use tokio::net::TcpListener;

    /// A server that answers well, but for one verb, and keeps what it was sent.
    async fn server(verb: &'static str, answer: &'static str, starttls: bool) -> (u16, Arc<Mutex<String>>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(String::new()));
        let hears = heard.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (read, mut write) = stream.into_split();
                let mut lines = BufReader::new(read).lines();
                let greeting = if verb == "CONNECT" { answer } else { "220 mail.example.org" };
                let _ = write.write_all(format!("{greeting}\r\n").as_bytes()).await;
                let mut in_message = false;
                while let Ok(Some(line)) = lines.next_line().await {
                    hears.lock().unwrap().push_str(&format!("{line}\n"));
                    let said = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
                    let reply = match said.as_str() {
                        _ if in_message && line != "." => continue,
                        "." if verb == "MESSAGE" => answer,
                        "." => "250 kept",
                        said if said == verb && answer.is_empty() => return,
                        said if said == verb => answer,
                        "EHLO" if starttls => "250-mail.example.org\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN",
                        "EHLO" => "250-mail.example.org\r\n250 AUTH PLAIN LOGIN",
                        "AUTH" => "235 fine",
                        "DATA" => "354 go on",
                        _ => "250 fine",
                    };
                    in_message = said == "DATA" && reply.starts_with("354");
                    let _ = write.write_all(format!("{reply}\r\n").as_bytes()).await;
                }
            }
        });
        (port, heard)
    }

    fn to(port: u16, account: &str, tls: Option<MailTls>) -> SmtpServer {
        let smtp = Smtp { url: Secret::new(format!("smtp://{account}127.0.0.1:{port}")), tls, ca: None };
        SmtpServer::new(&smtp, "acordo.example.org").unwrap()
    }

    async fn send(server: &SmtpServer) -> Result<(), MailError> {
        let (from, to) = ("acordo@example.org".parse().unwrap(), "ana@example.org".parse().unwrap());
        server.send(&from, &to, b"Subject: x\r\n\r\nx\r\n").await
    }

    #[tokio::test]
    async fn only_a_refused_recipient_or_message_is_final() {
        let outcome = async |verb, answer| {
            let (port, _) = server(verb, answer, false).await;
            match send(&to(port, "user:wrong@", None)).await {
                Ok(()) => "sent",
                Err(MailError::Server(_)) => "server",
                Err(MailError::Later(_)) => "later",
                Err(MailError::Never(_)) => "never",
            }
        };
        for (verb, answer, wanted) in [
            ("NOTHING", "250 fine", "sent"),
            ("CONNECT", "554 go away", "server"),
            ("CONNECT", "421 too busy", "server"),
            ("EHLO", "550 not you", "server"),
            ("EHLO", "", "server"),
            ("AUTH", "535 5.7.8 wrong password", "server"),
            ("AUTH", "454 later", "server"),
            ("AUTH", "", "server"),
            ("MAIL", "550 5.7.1 not your address", "server"),
            ("MAIL", "", "server"),
            ("RCPT", "550 5.1.1 no such user", "never"),
            ("RCPT", "450 greylisted", "later"),
            ("RCPT", "530 authentication required", "server"),
            ("RCPT", "554 5.7.1 relay access denied", "server"),
            ("RCPT", "", "later"),
            ("DATA", "554 no", "never"),
            ("MESSAGE", "554 5.6.0 spam", "never"),
            ("MESSAGE", "451 disk full", "later"),
        ] {
            assert_eq!(outcome(verb, answer).await, wanted, "{verb} {answer}");
        }
        let gone = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
        assert!(matches!(send(&to(gone, "", None)).await, Err(MailError::Server(_))));
    }

    #[tokio::test]
    async fn a_password_never_leaves_in_clear_where_encryption_is_asked_for() {
        for starttls in [false, true] {
            let (port, heard) = server("STARTTLS", "454 not now", starttls).await;
            let failed = send(&to(port, "user:secret@", Some(MailTls::Required))).await;
            assert!(matches!(failed, Err(MailError::Server(_))), "{failed:?}");
            let heard = heard.lock().unwrap().clone();
            assert!(!heard.contains("AUTH") && !heard.contains("MAIL"), "{heard}");
        }
        // A server elsewhere with a password is asked for encryption without being told so.
        let remote = |url: &str, tls| SmtpServer::new(&Smtp { url: Secret::new(url), tls, ca: None }, "").unwrap().tls;
        assert_eq!(remote("smtp://user:secret@mail.example.org", None), MailTls::Required);
        assert_eq!(remote("smtp://mail.example.org", None), MailTls::Offered);
        assert_eq!(remote("smtp://user:secret@localhost", None), MailTls::None);
        assert_eq!(remote("smtp://user:secret@mail.example.org", Some(MailTls::None)), MailTls::None);
    }

    #[tokio::test]
    async fn a_line_is_used_again_and_a_dead_one_is_not() {
        let (port, heard) = server("NOTHING", "", false).await;
        let server = to(port, "", None);
        for _ in 0..3 {
            assert_eq!(send(&server).await, Ok(()));
        }
        let heard = heard.lock().unwrap().clone();
        assert_eq!((heard.matches("EHLO").count(), heard.matches("RCPT").count()), (1, 3), "{heard}");
    }

    #[test]
    fn an_address_of_a_server_is_read_with_its_account() {
        let read = |text| MailUrl::parse(text).map(|url| (url.whole, url.host, url.port, url.user, url.password));
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(read("smtp://mail.example.org"), Some((false, "mail.example.org".into(), 25, None, String::new())));
        assert_eq!(
            read("smtps://ana%40example.org:p%3Ass@mail:2465/?tls=required"),
            Some((true, "mail".into(), 2465, some("ana@example.org"), "p:ss".into()))
        );
        assert_eq!(read("smtp://u:p@[::1]"), Some((false, "::1".into(), 587, some("u"), "p".into())));
        for bad in ["mail", "http://mail", "smtp://", "smtp://h:x", "smtp://u:%zz@h", "smtp://h/path"] {
            assert!(read(bad).is_none(), "{bad}");
        }
    }
}
