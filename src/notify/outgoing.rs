//! The way out for mails: SMTP with a pool, or a folder that the demonstration shows as a page.

use crate::config::Config;
use crate::notify::fault::{MailError, MailSetup};
use crate::notify::letter::Letter;
use crate::notify::smtp::SmtpServer;
use acordo_domain::moment::Moment;
use lettre::address::Envelope;
use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

/// How long a server that does not work is left alone.
const REST_MILLIS: i64 = 5_000;

/// How mails are delivered.
#[derive(Debug, Clone)]
pub struct Outgoing {
    from: Mailbox,
    reply_to: Option<Mailbox>,
    /// After the `@` of message ids.
    host: String,
    way: Way,
}

#[derive(Debug, Clone)]
enum Way {
    Smtp(Arc<SmtpWay>),
    Folder(PathBuf),
}

#[derive(Debug)]
struct SmtpWay {
    server: SmtpServer,
    /// While it does not work it is not asked for every mail.
    resting: Mutex<Option<(Moment, String)>>,
}

impl SmtpWay {
    async fn send(&self, from: &Address, to: &Address, message: &[u8], now: Moment) -> Result<(), MailError> {
        let resting = || self.resting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((until, why)) = resting().clone()
            && now < until
        {
            return Err(MailError::Server(why));
        }
        let sent = self.server.send(from, to, message).await;
        let result = match &sent {
            Ok(()) => "sent",
            Err(MailError::Server(why)) => {
                tracing::error!(why, "the mail server does not work: no mail leaves; try `acordo mail test`");
                *resting() = Some((now.plus_millis(REST_MILLIS), why.clone()));
                "server"
            }
            Err(MailError::Later(_)) => "later",
            Err(MailError::Never(_)) => "refused",
        };
        metrics::counter!("acordo_mails_total", "result" => result).increment(1);
        sent
    }
}

/// A mail in the folder, beside its `.eml`, as the page reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptMail {
    pub id: String,
    pub at: String,
    pub to_name: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub link: Option<String>,
}

impl Outgoing {
    pub fn new(config: &Config) -> Result<Self, MailSetup> {
        let from = header_text(&config.mail_from)
            .ok()
            .and_then(|from| from.parse().ok())
            .ok_or_else(|| MailSetup("smtp.from is no mail address".to_owned()))?;
        let host = config.public_url.split("://").nth(1).unwrap_or_default();
        let host = host.split(':').next().unwrap_or_default().to_owned();
        let reply_to = config.reply_to.as_ref().map(|to| to.parse());
        let reply_to = reply_to.transpose().map_err(|_| MailSetup("smtp.reply_to is no mail address".to_owned()))?;
        let way = match &config.smtp {
            Some(smtp) => {
                Way::Smtp(Arc::new(SmtpWay { server: SmtpServer::new(smtp, &host)?, resting: Mutex::default() }))
            }
            None => Way::Folder(config.mail_dir()),
        };
        Ok(Self { from, reply_to, host, way })
    }

    /// The folder that mails go into, where no server is configured.
    pub fn folder(&self) -> Option<&Path> {
        match &self.way {
            Way::Smtp(_) => None,
            Way::Folder(path) => Some(path),
        }
    }

    /// `now` is the time of this installation: a mail and the case it tells of have one clock.
    /// `operator` is who writes, where the sender has no name of its own.
    pub async fn send(&self, letter: &Letter, operator: Option<&str>, now: Moment) -> Result<(), MailError> {
        let message = self.message(letter, operator, now)?;
        match &self.way {
            Way::Smtp(way) => {
                let to = header_text(&letter.to_address)?.parse();
                let to = to.map_err(|_| MailError::Never("the address is malformed".to_owned()))?;
                way.send(&self.from.email, &to, &message.formatted(), now).await
            }
            Way::Folder(folder) => {
                let (folder, letter) = (folder.clone(), letter.clone());
                let bytes = message.formatted();
                tokio::task::spawn_blocking(move || keep(&folder, &letter, now, &bytes))
                    .await
                    .map_err(|error| MailError::Later(error.to_string()))?
                    .map_err(|error| MailError::Later(error.to_string()))
            }
        }
    }

    /// Every header value is refused if it holds a line end, and every body is encoded, so that
    /// no name or text can speak to the mail server (RUSTSEC-2026-0561).
    fn message(&self, letter: &Letter, operator: Option<&str>, now: Moment) -> Result<Message, MailError> {
        let never = |what: &str| MailError::Never(what.to_owned());
        let address: lettre::Address =
            header_text(&letter.to_address)?.parse().map_err(|_| never("the address is malformed"))?;
        let name = header_text(&letter.to_name)?.to_owned();
        let subject = header_text(&letter.subject)?.to_owned();
        let envelope = Envelope::new(Some(self.from.email.clone()), vec![address.clone()])
            .map_err(|_| never("the envelope is malformed"))?;
        let date = SystemTime::try_from(now.timestamp()).map_err(|_| never("the date is out of range"))?;
        let mut from = self.from.clone();
        if from.name.is_none() {
            from.name = operator.map(header_text).transpose()?.map(str::to_owned);
        }
        let mut builder = Message::builder();
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(reply_to.clone());
        }
        let mut message = builder
            .date(date)
            .message_id(Some(format!("<{}@{}>", letter.id, self.host)))
            .from(from)
            .to(Mailbox::new(Some(name), address))
            .subject(subject)
            .envelope(envelope)
            .multipart(body(letter)?)
            .map_err(|error| MailError::Never(error.to_string()))?;
        // RFC 3834: no answering machine answers.
        let name = HeaderName::new_from_ascii_str("Auto-Submitted");
        message.headers_mut().insert_raw(HeaderValue::new(name, "auto-generated".to_owned()));
        Ok(message)
    }
}

/// The words twice, and what is to be kept beside them.
fn body(letter: &Letter) -> Result<MultiPart, MailError> {
    let words = MultiPart::alternative()
        .singlepart(part(ContentType::TEXT_PLAIN, letter.text())?)
        .singlepart(part(ContentType::TEXT_HTML, letter.html())?);
    if letter.kept.is_empty() {
        return Ok(words);
    }
    let mut whole = MultiPart::mixed().multipart(words);
    for kept in &letter.kept {
        let name = ContentDisposition::attachment(header_text(&kept.name)?);
        let file = SinglePart::builder().header(ContentType::TEXT_PLAIN).header(name);
        whole = whole.singlepart(file.body(encoded(kept.note.clone())?));
    }
    Ok(whole)
}

fn part(kind: ContentType, text: String) -> Result<SinglePart, MailError> {
    Ok(SinglePart::builder().header(kind).body(encoded(text)?))
}

fn encoded(text: String) -> Result<Body, MailError> {
    Body::new_with_encoding(text, ContentTransferEncoding::Base64)
        .map_err(|_| MailError::Never("the body cannot be encoded".to_owned()))
}

/// A header value is one line without control characters, or the mail is not sent.
pub fn header_text(value: &str) -> Result<&str, MailError> {
    if value.chars().any(char::is_control) {
        Err(MailError::Never("a header value holds a control character".to_owned()))
    } else {
        Ok(value)
    }
}

/// Keeps the mail as `.eml` and, for the page, as JSON. A repeated try replaces the same files.
fn keep(folder: &Path, letter: &Letter, now: Moment, bytes: &[u8]) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    let kept = KeptMail {
        id: letter.id.to_string(),
        at: now.to_string(),
        to_name: letter.to_name.clone(),
        to: letter.to_address.clone(),
        subject: letter.subject.clone(),
        text: letter.text(),
        link: letter.button.as_ref().map(|button| button.url.clone()),
    };
    write_whole(folder, &format!("{}.eml", letter.id), bytes)?;
    let json = serde_json::to_vec_pretty(&kept)?;
    write_whole(folder, &format!("{}.json", letter.id), &json)
}

/// Readers see the whole file or none.
fn write_whole(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let draft = folder.join(format!(".{name}"));
    std::fs::write(&draft, bytes)?;
    std::fs::rename(draft, folder.join(name))
}

/// The newest mails of the folder, to one address or to all.
pub fn read_folder(folder: &Path, to: Option<&str>, limit: usize) -> Vec<KeptMail> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut mails: Vec<KeptMail> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .filter_map(|path| serde_json::from_slice(&std::fs::read(path).ok()?).ok())
        .filter(|mail: &KeptMail| to.is_none_or(|to| mail.to == to))
        .collect();
    mails.sort_by(|a, b| (&b.at, &b.id).cmp(&(&a.at, &a.id)));
    mails.truncate(limit);
    mails
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Language;
    use uuid::Uuid;

    fn letter(to_name: &str, to_address: &str, subject: &str) -> Letter {
        Letter {
            id: Uuid::from_u128(1),
            to_name: to_name.to_owned(),
            to_address: to_address.to_owned(),
            language: Language::PtBr,
            subject: subject.to_owned(),
            paragraphs: vec!["Olá\n.\nRCPT TO:<eve@example.org>".to_owned()],
            button: None,
            kept: Vec::new(),
            notes: Vec::new(),
        }
    }
    fn now() -> Moment {
        "2026-11-23T12:00:00.000Z".parse().unwrap()
    }
    fn folder(path: &Path) -> Outgoing {
        Outgoing {
            from: "acordo <acordo@example.org>".parse().unwrap(),
            reply_to: Some("ajuda@example.org".parse().unwrap()),
            host: "example.org".to_owned(),
            way: Way::Folder(path.to_owned()),
        }
    }

    #[tokio::test]
    async fn a_line_end_in_a_header_value_never_leaves() {
        let dir = tempfile::tempdir().unwrap();
        let out = folder(dir.path());
        for bad in [
            letter("Ana\r\nBcc: eve@example.org", "ana@example.org", "x"),
            letter("Ana", "ana@example.org\nRCPT TO:<eve@example.org>", "x"),
            letter("Ana", "ana@example.org", "x\r\nX-Evil: 1"),
            letter("Ana", "ana@example.org", "x\nX-Evil: 1"),
            letter("Ana\u{85}", "ana@example.org", "x"),
        ] {
            assert!(matches!(out.send(&bad, None, now()).await, Err(MailError::Never(_))));
        }
        assert_eq!(read_folder(dir.path(), None, 10), []);
    }

    #[tokio::test]
    async fn bodies_leave_encoded_whatever_they_hold() {
        let dir = tempfile::tempdir().unwrap();
        let out = folder(dir.path());
        out.send(&letter("João \"Jota\" <x>", "joao@example.org", "Sua vez: à proposta"), None, now()).await.unwrap();
        let eml = std::fs::read_to_string(dir.path().join(format!("{}.eml", Uuid::from_u128(1)))).unwrap();
        assert!(!eml.contains("RCPT TO") && eml.is_ascii());
        assert!(eml.contains("Message-ID: <00000000-0000-0000-0000-000000000001@example.org>"));
        assert!(eml.contains("Date: Mon, 23 Nov 2026 12:00:00 +0000"), "{eml}");
        // Nobody's answering machine answers, and people reach a person.
        assert!(eml.contains("Auto-Submitted: auto-generated") && eml.contains("Reply-To: ajuda@example.org"), "{eml}");
        assert_eq!(eml.matches("Content-Transfer-Encoding: base64").count(), 2);
    }

    #[tokio::test]
    async fn a_mail_comes_from_the_operator_by_name() {
        let dir = tempfile::tempdir().unwrap();
        let out = Outgoing { from: "acordo@example.org".parse().unwrap(), ..folder(dir.path()) };
        let read = || std::fs::read_to_string(dir.path().join(format!("{}.eml", Uuid::from_u128(1)))).unwrap();
        out.send(&letter("Ana", "ana@example.org", "x"), Some("Centro Ponte"), now()).await.unwrap();
        assert!(read().contains("From: \"Centro Ponte\" <acordo@example.org>"), "{}", read());
        folder(dir.path()).send(&letter("Ana", "ana@example.org", "x"), Some("Centro Ponte"), now()).await.unwrap();
        assert!(
            read().contains("From: acordo <acordo@example.org>") || read().contains("From: \"acordo\""),
            "{}",
            read()
        );
        let forged = Some("Centro\r\nBcc: eve@example.org");
        assert!(out.send(&letter("Ana", "ana@example.org", "x"), forged, now()).await.is_err());
    }

    #[tokio::test]
    async fn sending_twice_keeps_one_mail_and_the_page_finds_it_by_recipient() {
        let dir = tempfile::tempdir().unwrap();
        let out = folder(dir.path());
        for _ in 0..2 {
            out.send(&letter("Ana", "ana@example.org", "x"), None, now()).await.unwrap();
        }
        assert_eq!(read_folder(dir.path(), Some("ana@example.org"), 10).len(), 1);
        assert_eq!(read_folder(dir.path(), Some("eve@example.org"), 10), []);
    }
}
