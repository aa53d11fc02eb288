//! Delivers owed notices and links: finds the recipients and sends each a mail in their language.

use crate::config::Config;
use crate::contact::EmailAddress;
use crate::identity::session::{PASSWORD, make_link};
use crate::identity::{Issued, SignedIn, make_address_link};
use crate::notify::letter::{Button, Letter};
use crate::notify::outgoing::{MailError, MailSetup, Outgoing};
use crate::notify::wanted;
use crate::notify::wording::{self, CaseNames};
use crate::notify::{dates, invited};
use crate::store::accounts::User;
use crate::store::{Store, StoreError, Work};
use crate::texts::{self, Value};
use acordo_domain::case::audience::{capacity, may_read};
use acordo_domain::case::owed::{Notice, NoticeKind, NoticeTo, Owed};
use acordo_domain::case::state::Case;
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::seat::{Actor, Membership, OrganisationKind};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// The least time between two letters about new messages in one case.
const MESSAGES_SECONDS: u64 = 900;
/// The least time between two links for one person into one case.
const LINKS_SECONDS: u64 = 60;
/// Tries to mail a code, with growing pauses; after the last one the code has nearly expired.
const CODE_TRIES: u32 = 5;

/// The mail service. Cheap to clone.
#[derive(Clone)]
pub struct Post(Arc<PostInner>);

struct PostInner {
    store: Store,
    outgoing: Outgoing,
    public_url: String,
    demo: bool,
    zone: TimeZone,
    /// Recipients who were mailed about messages of a case recently.
    told: moka::sync::Cache<(UserId, CaseId), ()>,
    /// Users who were owed a link recently, so that clicks of others cannot flood a mailbox.
    linked: moka::sync::Cache<(UserId, Option<CaseId>), ()>,
}

impl fmt::Debug for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Post({:?})", self.0.outgoing)
    }
}

/// Owed work besides the domain's notices. It holds ids only: the token is made together with the mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum OwedLink {
    Link {
        user: UserId,
        case: Option<CaseId>,
    },
    /// To the address that is to become theirs.
    Address {
        user: UserId,
        case: Option<CaseId>,
        address: String,
    },
}

impl From<StoreError> for MailError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::Never(error.to_string()),
            other => Self::Later(other.to_string()),
        }
    }
}

impl Post {
    pub fn new(store: Store, config: &Config) -> Result<Self, MailSetup> {
        Ok(Self(Arc::new(PostInner {
            store,
            outgoing: Outgoing::new(config)?,
            public_url: config.public_url.clone(),
            demo: config.demo,
            zone: texts::zone(&config.zone),
            told: moka::sync::Cache::builder()
                .max_capacity(100_000)
                .time_to_live(Duration::from_secs(MESSAGES_SECONDS))
                .build(),
            linked: moka::sync::Cache::builder()
                .max_capacity(100_000)
                .time_to_live(Duration::from_secs(LINKS_SECONDS))
                .build(),
        })))
    }

    pub fn outgoing(&self) -> &Outgoing {
        &self.0.outgoing
    }

    /// Owes a user a fresh link, into a case or only to sign in. A user with a password gets none.
    pub async fn owe_link(&self, user: UserId, case_id: Option<CaseId>) -> Result<(), StoreError> {
        let with_password = self.0.store.accounts().credential(user, PASSWORD).await?.is_some();
        if with_password || !self.0.linked.entry((user, case_id)).or_insert(()).is_fresh() {
            return Ok(());
        }
        let payload = serde_json::to_string(&OwedLink::Link { user, case: case_id })
            .map_err(|error| StoreError::Corrupt(error.to_string()))?;
        self.0.store.outbox().owe(case_id, "link", &payload).await.map(|_| ())
    }

    /// Owes a link to the address that somebody wants their mails at. Whether it is known is told to nobody.
    pub async fn owe_address(
        &self,
        user: UserId,
        case_id: Option<CaseId>,
        address: &EmailAddress,
    ) -> Result<(), StoreError> {
        let payload = serde_json::to_string(&OwedLink::Address { user, case: case_id, address: address.to_string() })
            .map_err(|error| StoreError::Corrupt(error.to_string()))?;
        self.0.store.outbox().owe(case_id, "link", &payload).await.map(|_| ())
    }

    /// Delivers one piece of owed work of the kinds `notice` and `link`.
    pub async fn deliver(&self, work: &Work) -> Result<(), MailError> {
        let unreadable = |error: serde_json::Error| MailError::Never(error.to_string());
        if work.kind == "link" {
            return match serde_json::from_str(&work.payload).map_err(unreadable)? {
                OwedLink::Link { user, case } => self.link(work.id, user, case).await,
                OwedLink::Address { user, case, address } => self.address(work.id, user, case, &address).await,
            };
        }
        let (Some(id), Owed::Notice(notice)) = (work.case, serde_json::from_str(&work.payload).map_err(unreadable)?)
        else {
            return Err(MailError::Never(format!("{} is no mail", work.kind)));
        };
        match &notice.to {
            NoticeTo::User(user) => self.tell(id, *user, &notice).await,
            NoticeTo::Members { organisation, roles } => {
                let members = self.0.store.accounts().members(*organisation).await?;
                let users: BTreeSet<UserId> =
                    members.iter().filter(|member| roles.contains(&member.role)).map(|member| member.user.id).collect();
                // One piece of work for each, so that one bad address does not repeat the others' mails.
                for user in users {
                    let one = Owed::Notice(Notice { to: NoticeTo::User(user), ..notice.clone() });
                    let one = serde_json::to_string(&one).map_err(unreadable)?;
                    self.0.store.outbox().owe(Some(id), "notice", &one).await?;
                }
                Ok(())
            }
        }
    }

    async fn tell(&self, id: CaseId, to: UserId, notice: &Notice) -> Result<(), MailError> {
        let store = &self.0.store;
        let accounts = store.accounts();
        let Some(user) = accounts.user(to).await?.filter(|user| user.disabled_at.is_none()) else { return Ok(()) };
        let Some(actor) = accounts.actor(to).await? else { return Ok(()) };
        let case = store.case(id).await?;
        // Rights are those of now: a recipient who has lost their seat is told that, and nothing more.
        let reads = may_read(&case.procedure, &actor, notice.channel, notice.seq);
        let apart = wanted::without_a_part(&case.procedure, &actor, notice.kind);
        if !reads && !apart {
            return Ok(());
        }
        let read = store.read_marks(id, to).await?;
        let seen = read.get(&notice.channel).copied().unwrap_or(0);
        if !wanted::still(&case, to, notice, seen, store.rules()) {
            return Ok(());
        }
        let of_talk = matches!(notice.kind, NoticeKind::Message | NoticeKind::Private);
        if of_talk && self.0.told.contains_key(&(to, id)) {
            return Ok(());
        }
        let opens = reads && notice.kind != NoticeKind::SeatLost;
        let letter = self.notice_letter(&case, (&user, &actor), notice, opens).await?;
        self.0.outgoing.send(&letter, self.0.store.now()).await?;
        if of_talk {
            self.0.told.insert((to, id), ());
        }
        Ok(())
    }

    /// `opens`: the button leads into the case. Otherwise it leads to the recipient's list of cases.
    async fn notice_letter(
        &self,
        case: &Case,
        (user, actor): (&User, &Actor),
        notice: &Notice,
        opens: bool,
    ) -> Result<Letter, MailError> {
        let reader = CaseNames::of(case, actor).ok_or(MailError::Never("the case was never filed".to_owned()))?;
        let reader = if opens { reader } else { reader.apart() };
        let rule = dates::reminded(case, notice).filter(|_| notice.kind == NoticeKind::DeadlineReminder);
        let page =
            rule.map_or_else(|| wording::page_of_notice(notice.kind), |reminded| wording::page_of_rule(reminded.rule));
        let (url, once) = self.way_in(user, opens.then_some(case), page).await?;
        let language = user.language;
        let rules = self.0.store.rules();
        let invited = invited::invitation(case, user.id, notice.kind);
        let mut paragraphs = match (invited, wording::author_key(case, notice)) {
            (Some(invitation), _) => invited::before_the_date(invitation, &reader, language, &self.0.zone),
            (None, Some(key)) => {
                let author = texts::text(language, key, &[]);
                let body = format!("mail-{}-body", notice.kind.name());
                vec![reader.text_with(language, &body, &[("author", author.into())])]
            }
            (None, None) => vec![reader.text(language, &format!("mail-{}-body", notice.kind.name()))],
        };
        if notice.kind == NoticeKind::DeadlineReminder {
            let wording = (&reader, language, &self.0.zone);
            paragraphs.extend(dates::reminder(case, user.id, notice, rules, wording));
        }
        // A date that has passed meanwhile is left out.
        let until = dates::until(case, notice, rules).filter(|until| opens && until.at() > self.0.store.now());
        if let Some(until) = until {
            let day = texts::day_and_time(language, until.at(), &self.0.zone);
            paragraphs.push(texts::text(language, until.key(), &[("until", day.into())]));
        }
        let mut subject = format!("mail-{}-subject", notice.kind.name());
        if invited.is_some() {
            "mail-invited-subject".clone_into(&mut subject);
            paragraphs.extend(invited::after_the_date(&reader, language));
        }
        let mut notes = Vec::new();
        if once {
            notes.push(texts::text(language, "mail-link-note", &[]));
        }
        let host = self.host();
        notes.push(reader.text_with(language, "mail-footer", &[("host", host.into())]));
        Ok(Letter {
            id: letter_id(&[
                case.id.0.as_bytes(),
                notice.channel.to_string().as_bytes(),
                &notice.seq.to_be_bytes(),
                notice.kind.name().as_bytes(),
                user.id.0.as_bytes(),
            ]),
            to_name: user.name.clone(),
            to_address: user.email.clone(),
            language,
            subject: reader.text(language, &subject),
            paragraphs,
            button: Some(Button { label: reader.text(language, &format!("mail-{}-button", notice.kind.name())), url }),
            notes,
        })
    }

    async fn link(&self, work: Uuid, to: UserId, case_id: Option<CaseId>) -> Result<(), MailError> {
        let accounts = self.0.store.accounts();
        let Some(user) = accounts.user(to).await?.filter(|user| user.disabled_at.is_none()) else { return Ok(()) };
        let language = user.language;
        // A case in which they have no part is not named to them.
        let (case, reader) = match (case_id, accounts.actor(to).await?) {
            (Some(id), Some(actor)) => {
                let case = self.0.store.case(id).await?;
                let names = capacity(&case.procedure, &actor).and_then(|_| CaseNames::of(&case, &actor));
                (names.is_some().then_some(case), names)
            }
            _ => (None, None),
        };
        let token = make_link(&self.0.store, to, case.as_deref().map(|case| case.id)).await?;
        let base = self.base(&user, case.as_deref()).await?;
        let key = if reader.is_some() { "mail-case-link" } else { "mail-link" };
        let say = |piece: &str| match &reader {
            Some(reader) => reader.text(language, &format!("{key}-{piece}")),
            None => texts::text(language, &format!("{key}-{piece}"), &[]),
        };
        let host: Value<'_> = self.host().into();
        let letter = Letter {
            id: letter_id(&[work.as_bytes()]),
            to_name: user.name.clone(),
            to_address: user.email.clone(),
            language,
            subject: say("subject"),
            paragraphs: vec![say("body")],
            button: Some(Button { label: say("button"), url: format!("{base}/l/{}", token.text()) }),
            notes: vec![
                texts::text(language, "mail-link-note", &[]),
                texts::text(language, "mail-ignore", &[]),
                texts::text(language, "mail-footer-plain", &[("host", host)]),
            ],
        };
        self.0.outgoing.send(&letter, self.0.store.now()).await
    }

    async fn address(&self, work: Uuid, to: UserId, case_id: Option<CaseId>, address: &str) -> Result<(), MailError> {
        let accounts = self.0.store.accounts();
        let Some(user) = accounts.user(to).await?.filter(|user| user.disabled_at.is_none()) else { return Ok(()) };
        let address = EmailAddress::parse(address).ok_or(MailError::Never("the address is none".to_owned()))?;
        let case = match case_id {
            Some(id) => Some(self.0.store.case(id).await?),
            None => None,
        };
        let token = make_address_link(&self.0.store, to, case_id, &address).await?;
        let base = self.base(&user, case.as_deref()).await?;
        let say = |key: &str| texts::text(user.language, key, &[]);
        let letter = Letter {
            id: letter_id(&[work.as_bytes()]),
            to_name: user.name.clone(),
            to_address: address.to_string(),
            language: user.language,
            subject: say("mail-address-subject"),
            paragraphs: vec![say("mail-address-body")],
            button: Some(Button { label: say("mail-address-button"), url: format!("{base}/l/{}", token.text()) }),
            notes: vec![
                say("mail-ignore"),
                texts::text(user.language, "mail-footer-plain", &[("host", self.host().into())]),
            ],
        };
        self.0.outgoing.send(&letter, self.0.store.now()).await
    }

    /// Mails a signing code at once. No table holds it: if this process dies, the signer asks for
    /// another. A server that is away is tried again for a minute in the background.
    pub async fn signing_code(&self, who: &SignedIn, case_id: CaseId, issued: &Issued) -> Result<(), MailError> {
        let user = &who.user;
        let case = self.0.store.case(case_id).await?;
        let reader =
            CaseNames::of(&case, &who.actor()).ok_or(MailError::Never("the case was never filed".to_owned()))?;
        let language = user.language;
        let host: Value<'_> = self.host().into();
        let letter = Letter {
            id: Uuid::now_v7(),
            to_name: user.name.clone(),
            to_address: user.email.clone(),
            language,
            subject: reader.text(language, "mail-code-subject"),
            paragraphs: vec![reader.text_with(language, "mail-code-body", &[("code", issued.code.as_str().into())])],
            button: None,
            notes: vec![
                texts::text(language, "mail-ignore", &[]),
                reader.text_with(language, "mail-footer", &[("host", host)]),
            ],
        };
        match self.0.outgoing.send(&letter, self.0.store.now()).await {
            Err(MailError::Later(why)) => {
                tracing::warn!(why, "a signing code waits for the mail server");
                tokio::spawn(self.clone().keep_trying(letter));
                Ok(())
            }
            other => other,
        }
    }

    async fn keep_trying(self, letter: Letter) {
        for attempt in 1..=CODE_TRIES {
            tokio::time::sleep(Duration::from_secs(u64::from(attempt) * 4)).await;
            match self.0.outgoing.send(&letter, self.0.store.now()).await {
                Ok(()) => return,
                Err(error) => tracing::warn!(%error, attempt, "a signing code was not sent"),
            }
        }
    }

    /// The address of the button, and whether it works only once. A user without a password gets a one-time link.
    async fn way_in(&self, user: &User, case: Option<&Case>, page: &str) -> Result<(String, bool), MailError> {
        let base = self.base(user, case).await?;
        let id = case.map(|case| case.id);
        if self.0.store.accounts().credential(user.id, PASSWORD).await?.is_some() {
            let path = id.map_or_else(|| "/cases".to_owned(), |id| format!("/cases/{id}{page}"));
            return Ok((format!("{base}{path}"), false));
        }
        let token = make_link(&self.0.store, user.id, id).await?;
        Ok((format!("{base}/l/{}", token.text()), true))
    }

    /// In the demonstration each side has a host of its own, so that one browser plays all of them.
    async fn base(&self, user: &User, case: Option<&Case>) -> Result<String, MailError> {
        if !self.0.demo {
            return Ok(self.0.public_url.clone());
        }
        let consumer = case.and_then(|case| case.procedure.filed.as_ref()).map(|filed| filed.consumer.id);
        let memberships = self.0.store.accounts().member_of(user.id).await?;
        let memberships: Vec<Membership> = memberships.into_iter().map(|member| member.membership).collect();
        Ok(self.demo_base(consumer == Some(user.id), &memberships))
    }

    fn demo_base(&self, is_consumer: bool, memberships: &[Membership]) -> String {
        let operator = memberships.iter().any(|membership| membership.kind == OrganisationKind::Operator);
        let who = match (is_consumer || memberships.is_empty(), operator) {
            (true, _) => "consumer",
            (false, true) => "mediator",
            (false, false) => "company",
        };
        wording::demo_url(&self.0.public_url, who)
    }

    fn host(&self) -> String {
        self.0.public_url.split("://").nth(1).unwrap_or_default().to_owned()
    }
}

/// The same letter has the same id however often it is tried, so that a mail server or a reader
/// can tell the second copy.
fn letter_id(pieces: &[&[u8]]) -> Uuid {
    let mut bytes = b"acordo/letter/v1".to_vec();
    for piece in pieces {
        bytes.extend_from_slice(&(piece.len() as u64).to_be_bytes());
        bytes.extend_from_slice(piece);
    }
    let hash = acordo_record::sha256(&bytes);
    let mut id = [0; 16];
    id.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(id).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_tried_again_keeps_its_id() {
        assert_eq!(letter_id(&[b"a", b"b"]), letter_id(&[b"a", b"b"]));
        assert_ne!(letter_id(&[b"a", b"b"]), letter_id(&[b"ab", b""]));
    }
}
