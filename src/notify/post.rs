//! Delivers owed notices and links: finds the recipients and sends each a mail in their language.

use crate::config::Config;
use crate::identity::links::make_link;
use crate::identity::session::PASSWORD;
use crate::identity::{Issued, SignedIn};
use crate::notify::fault::{MailError, MailSetup};
use crate::notify::letter::{Button, Letter};
use crate::notify::outgoing::Outgoing;
use crate::notify::variant::Variant;
use crate::notify::wanted;
use crate::notify::wording::{self, CaseNames};
use crate::notify::{dates, ending, fate, invited, kept};
use crate::store::accounts::User;
use crate::store::{Store, StoreError, Work};
use crate::texts::{self, Language, Value};
use acordo_domain::case::audience::may_read;
use acordo_domain::case::event::Fact;
use acordo_domain::case::owed::{Notice, NoticeKind, NoticeTo, Owed};
use acordo_domain::case::state::Case;
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::seat::{Actor, Channel, Membership, OrganisationKind};
use jiff::tz::TimeZone;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// The least time between two letters about new messages in one case.
const MESSAGES_SECONDS: u64 = 900;
/// The least time between two links for one person into one case.
const LINKS_SECONDS: u64 = 60;
/// The earlier one is still good, and works for two hours.
const RESETS_SECONDS: u64 = 300;
/// Tries to mail a code, with growing pauses; after the last one the code has nearly expired.
const CODE_TRIES: u32 = 5;

/// The mail service. Cheap to clone.
#[derive(Clone)]
pub struct Post(pub(super) Arc<PostInner>);

pub(super) struct PostInner {
    pub(super) store: Store,
    outgoing: Outgoing,
    public_url: String,
    demo: bool,
    pub(super) zone: TimeZone,
    /// Recipients who were mailed about messages of a case recently.
    told: moka::sync::Cache<(UserId, CaseId), ()>,
    /// Users who were owed a link recently, so that clicks of others cannot flood a mailbox.
    pub(super) linked: moka::sync::Cache<(UserId, Option<CaseId>), ()>,
    /// The same for addresses that somebody typed.
    pub(super) asked: moka::sync::Cache<(String, Option<CaseId>), ()>,
    pub(super) reset_asked: moka::sync::Cache<String, ()>,
}

impl fmt::Debug for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Post({:?})", self.0.outgoing)
    }
}

impl From<StoreError> for MailError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound | StoreError::Altered(_) => Self::Never(error.to_string()),
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
            told: recently(MESSAGES_SECONDS),
            linked: recently(LINKS_SECONDS),
            reset_asked: recently(RESETS_SECONDS),
            asked: recently(LINKS_SECONDS),
        })))
    }

    pub fn outgoing(&self) -> &Outgoing {
        &self.0.outgoing
    }

    /// Delivers one piece of owed work of the kinds `notice` and `link`.
    pub async fn deliver(&self, work: &Work) -> Result<(), MailError> {
        if work.kind == "link" {
            return self.deliver_link(work).await;
        }
        let unreadable = |error: serde_json::Error| MailError::Never(error.to_string());
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
        let opens = reads && !matches!(notice.kind, NoticeKind::SeatLost | NoticeKind::MediationEnded);
        let letter = self.notice_letter(&case, (&user, &actor), notice, opens).await?;
        let sent = self.send(&letter).await;
        if notice.kind == NoticeKind::Invitation {
            fate::record(store, id, &sent).await;
        }
        sent?;
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
        let Variant { stem, words } = Variant::of(case, notice);
        let mut paragraphs = match invited {
            Some(invitation) => invited::before_the_date(invitation, &reader, language, &self.0.zone),
            None => {
                let said = words.iter().map(|(name, key)| (*name, texts::text(language, key, &[]).into()));
                vec![reader.text_with(language, &format!("{stem}-body"), &said.collect::<Vec<_>>())]
            }
        };
        paragraphs.extend(self.which_obligation(case, notice, language).await?);
        if notice.kind == NoticeKind::DeadlineReminder {
            let wording = (&reader, language, &self.0.zone, self.0.store.now());
            paragraphs.extend(dates::reminder(case, user.id, notice, rules, wording));
        }
        if notice.kind == NoticeKind::Escalated {
            paragraphs.extend(ending::moved(case, language));
        }
        if ending::is_explained(case, notice.kind) {
            paragraphs.push(texts::text(language, "mail-reasons", &[]));
        }
        if notice.kind == NoticeKind::MediationEnded {
            paragraphs.extend(ending::of_mediation(case, notice.seq, language));
        }
        if notice.kind == NoticeKind::Closed {
            paragraphs.extend(ending::told(case, actor, rules, self.0.store.now(), (&reader, language)));
        }
        // A date that has passed meanwhile is left out.
        let until = dates::until(case, notice, rules).filter(|until| opens && until.at() > self.0.store.now());
        if let Some(until) = until {
            let last = texts::deadline(language, until.at(), &self.0.zone, self.0.store.now());
            paragraphs.push(texts::text(language, until.key(), &[("until", last.into())]));
        }
        let mut subject = format!("{stem}-subject");
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
            button: Some(Button { label: reader.text(language, &format!("{stem}-button")), url }),
            kept: kept::notes(&self.0.store, case, (user.id, actor), notice).await?,
            notes,
        })
    }

    /// Of which obligation an event tells: by its place in the agreement and its kind, never by its words or its sum.
    async fn which_obligation(
        &self,
        case: &Case,
        notice: &Notice,
        language: Language,
    ) -> Result<Option<String>, MailError> {
        let told = matches!(
            notice.kind,
            NoticeKind::ObligationReported
                | NoticeKind::ObligationDisputed
                | NoticeKind::ObligationConfirmed
                | NoticeKind::ObligationReleased
                | NoticeKind::ObligationOverdue
        );
        if !told || notice.channel != Channel::Procedure {
            return Ok(None);
        }
        let recorded = self.0.store.event(case.id, notice.channel, notice.seq).await?;
        let id = match &recorded.event.fact {
            Some(
                Fact::ObligationReported { id, .. }
                | Fact::ObligationDisputed { id }
                | Fact::ObligationConfirmed { id, .. }
                | Fact::ObligationReleased { id, .. }
                | Fact::ObligationOverdue { id },
            ) => *id,
            _ => return Ok(None),
        };
        let owing = case.procedure.obligations.iter().find(|owing| owing.what.id == id);
        Ok(owing.map(|owing| wording::obligation(owing.what.id, owing.what.kind, language)))
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
            kept: Vec::new(),
            notes: vec![
                texts::text(language, "mail-ignore", &[]),
                reader.text_with(language, "mail-footer", &[("host", host)]),
            ],
        };
        match self.send(&letter).await {
            Err(MailError::Later(why) | MailError::Server(why)) => {
                tracing::warn!(why, "a signing code waits for the mail server");
                tokio::spawn(self.clone().keep_trying(letter));
                Ok(())
            }
            other => other,
        }
    }

    pub(super) async fn send(&self, letter: &Letter) -> Result<(), MailError> {
        let operator = self.0.store.accounts().operator().await?;
        self.0.outgoing.send(letter, operator.as_ref().map(|operator| operator.name.as_str()), self.0.store.now()).await
    }

    async fn keep_trying(self, letter: Letter) {
        for attempt in 1..=CODE_TRIES {
            tokio::time::sleep(Duration::from_secs(u64::from(attempt) * 4)).await;
            match self.send(&letter).await {
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
    pub(super) async fn base(&self, user: &User, case: Option<&Case>) -> Result<String, MailError> {
        if !self.0.demo {
            return Ok(self.0.public_url.clone());
        }
        let consumer = case.and_then(|case| case.procedure.filed.as_ref()).map(|filed| filed.consumer.id);
        let memberships = self.0.store.accounts().member_of(user.id).await?;
        let memberships: Vec<Membership> = memberships.into_iter().map(|member| member.membership).collect();
        Ok(self.demo_base(consumer == Some(user.id), &memberships))
    }

    /// Where somebody comes in who has no account yet.
    pub(super) fn consumers_base(&self) -> String {
        if self.0.demo { self.demo_base(true, &[]) } else { self.0.public_url.clone() }
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

    pub(super) fn host(&self) -> String {
        self.0.public_url.split("://").nth(1).unwrap_or_default().to_owned()
    }
}

/// What was done within so many seconds.
fn recently<K: std::hash::Hash + Eq + Send + Sync + 'static>(seconds: u64) -> moka::sync::Cache<K, ()> {
    moka::sync::Cache::builder().max_capacity(100_000).time_to_live(Duration::from_secs(seconds)).build()
}

/// The same letter has the same id however often it is tried, so that a mail server or a reader
/// can tell the second copy.
pub(super) fn letter_id(pieces: &[&[u8]]) -> Uuid {
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
