//! Mails with a link to come in by: asked for, into a case, or to an address that is to become somebody's.

use crate::contact::{EMAIL_BYTES_MAX, EmailAddress, as_looked_up};
use crate::identity::account::{RESET_HOURS, make_reset_link, may_have_password};
use crate::identity::links::make_link;
use crate::identity::session::PASSWORD;
use crate::identity::{OwedLink, make_address_link};
use crate::notify::fault::MailError;
use crate::notify::letter::{Button, Letter};
use crate::notify::post::{Post, letter_id};
use crate::notify::wording::CaseNames;
use crate::store::{StoreError, Work};
use crate::texts::{self, Value};
use acordo_domain::case::audience::capacity;
use acordo_domain::id::{CaseId, UserId};
use uuid::Uuid;

impl Post {
    /// Owes a user a fresh link, into a case or only to sign in. A user with a password gets none.
    pub async fn owe_link(&self, user: UserId, case_id: Option<CaseId>) -> Result<(), StoreError> {
        let with_password = self.0.store.accounts().credential(user, PASSWORD).await?.is_some();
        if with_password || !self.0.linked.entry((user, case_id)).or_insert(()).is_fresh() {
            return Ok(());
        }
        let payload = OwedLink::Link { user, case: case_id }.payload()?;
        self.0.store.outbox().owe(case_id, OwedLink::KIND, &payload).await.map(|_| ())
    }

    /// Owes what an address asked for. The same is done for one that nobody has, so that neither the answer nor its
    /// time tells which it is.
    pub async fn owe_asked(&self, email: &str, case_id: Option<CaseId>) -> Result<(), StoreError> {
        let email = as_looked_up(email);
        if email.len() > EMAIL_BYTES_MAX || !self.0.asked.entry((email.clone(), case_id)).or_insert(()).is_fresh() {
            return Ok(());
        }
        let payload = OwedLink::Asked { email, case: case_id }.payload()?;
        self.0.store.outbox().owe(None, OwedLink::KIND, &payload).await.map(|_| ())
    }

    /// Owes a link to choose a new password by. The same is done for an address that nobody has.
    pub async fn owe_reset(&self, email: &str) -> Result<(), StoreError> {
        let email = as_looked_up(email);
        if email.len() > EMAIL_BYTES_MAX || !self.0.reset_asked.entry(email.clone()).or_insert(()).is_fresh() {
            return Ok(());
        }
        let payload = OwedLink::PasswordAsked { email }.payload()?;
        self.0.store.outbox().owe(None, OwedLink::KIND, &payload).await.map(|_| ())
    }

    /// The link was used: the next one that is asked for goes out at once.
    pub fn forget_reset(&self, email: &str) {
        self.0.reset_asked.invalidate(&as_looked_up(email));
    }

    /// Owes a link to the address that somebody wants their mails at. Whether it is known is told to nobody.
    pub async fn owe_address(
        &self,
        user: UserId,
        case_id: Option<CaseId>,
        address: &EmailAddress,
        case_only: bool,
    ) -> Result<(), StoreError> {
        let payload = OwedLink::Address { user, case: case_id, address: address.to_string(), case_only }.payload()?;
        self.0.store.outbox().owe(case_id, OwedLink::KIND, &payload).await.map(|_| ())
    }

    /// Delivers one piece of owed work of the kind `link`.
    pub(super) async fn deliver_link(&self, work: &Work) -> Result<(), MailError> {
        let owed = serde_json::from_str(&work.payload).map_err(|error| MailError::Never(error.to_string()))?;
        match owed {
            OwedLink::Link { user, case } => self.link(work.id, user, case).await,
            OwedLink::Asked { email, case } => self.asked(work.id, &email, case).await,
            OwedLink::PasswordAsked { email } => self.reset(work.id, &email).await,
            OwedLink::PasswordChanged { user } => self.password_changed(work.id, user).await,
            OwedLink::Draft { draft } => self.draft(work.id, draft).await,
            OwedLink::Farewell { user, address } => self.farewell(work.id, user, &address).await,
            OwedLink::Address { user, case, address, case_only } => {
                self.address(work.id, user, case, &address, case_only).await
            }
        }
    }

    async fn asked(&self, work: Uuid, email: &str, case_id: Option<CaseId>) -> Result<(), MailError> {
        let Some(user) = self.0.store.accounts().user_by_email(email).await? else { return Ok(()) };
        self.link(work, user.id, case_id).await
    }

    /// Who has a password is not let in by a mailbox alone.
    async fn link(&self, work: Uuid, to: UserId, case_id: Option<CaseId>) -> Result<(), MailError> {
        let accounts = self.0.store.accounts();
        if accounts.credential(to, PASSWORD).await?.is_some() {
            return Ok(());
        }
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
            kept: Vec::new(),
            notes: vec![
                texts::text(language, "mail-link-note", &[]),
                texts::text(language, "mail-ignore", &[]),
                texts::text(language, "mail-footer-plain", &[("host", host)]),
            ],
        };
        self.send(&letter).await
    }

    /// Whoever comes in by links anyway gets one of those.
    async fn reset(&self, work: Uuid, email: &str) -> Result<(), MailError> {
        let Some(user) = self.0.store.accounts().user_by_email(email).await? else { return Ok(()) };
        if !may_have_password(&self.0.store, user.id).await? {
            return self.link(work, user.id, None).await;
        }
        if user.disabled_at.is_some() {
            return Ok(());
        }
        let token = make_reset_link(&self.0.store, user.id).await?;
        let base = self.base(&user, None).await?;
        let say = |key: &str| texts::text(user.language, key, &[]);
        let hours = texts::text(user.language, "mail-reset-note", &[("hours", Value::from(RESET_HOURS))]);
        let letter = Letter {
            id: letter_id(&[work.as_bytes()]),
            to_name: user.name.clone(),
            to_address: user.email.clone(),
            language: user.language,
            subject: say("mail-reset-subject"),
            paragraphs: vec![say("mail-reset-body")],
            button: Some(Button { label: say("mail-reset-button"), url: format!("{base}/password/{}", token.text()) }),
            kept: Vec::new(),
            notes: vec![
                hours,
                say("mail-reset-ignore"),
                texts::text(user.language, "mail-footer-plain", &[("host", self.host().into())]),
            ],
        };
        self.send(&letter).await
    }

    async fn password_changed(&self, work: Uuid, user: UserId) -> Result<(), MailError> {
        let Some(user) = self.0.store.accounts().user(user).await? else { return Ok(()) };
        let say = |key: &str| texts::text(user.language, key, &[]);
        let letter = Letter {
            id: letter_id(&[work.as_bytes()]),
            to_name: user.name.clone(),
            to_address: user.email.clone(),
            language: user.language,
            subject: say("mail-password-subject"),
            paragraphs: vec![say("mail-password-body"), say("mail-password-not-you")],
            button: Some(Button {
                label: say("mail-reset-button"),
                url: format!("{}/password", self.base(&user, None).await?),
            }),
            kept: Vec::new(),
            notes: vec![texts::text(user.language, "mail-footer-plain", &[("host", self.host().into())])],
        };
        self.send(&letter).await
    }

    async fn farewell(&self, work: Uuid, former: UserId, address: &str) -> Result<(), MailError> {
        let Some(user) = self.0.store.accounts().user(former).await? else { return Ok(()) };
        let say = |key: &str| texts::text(user.language, key, &[]);
        let letter = Letter {
            id: letter_id(&[work.as_bytes()]),
            to_name: user.name.clone(),
            to_address: address.to_owned(),
            language: user.language,
            subject: say("mail-farewell-subject"),
            paragraphs: vec![say("mail-farewell-body"), say("mail-farewell-not-you")],
            button: None,
            kept: Vec::new(),
            notes: vec![texts::text(user.language, "mail-footer-plain", &[("host", self.host().into())])],
        };
        self.send(&letter).await
    }

    async fn address(
        &self,
        work: Uuid,
        to: UserId,
        case_id: Option<CaseId>,
        address: &str,
        case_only: bool,
    ) -> Result<(), MailError> {
        let accounts = self.0.store.accounts();
        let Some(user) = accounts.user(to).await?.filter(|user| user.disabled_at.is_none()) else { return Ok(()) };
        let address = EmailAddress::parse(address).ok_or(MailError::Never("the address is none".to_owned()))?;
        let case = match case_id {
            Some(id) => Some(self.0.store.case(id).await?),
            None => None,
        };
        let token = make_address_link(&self.0.store, to, case_id, &address, case_only).await?;
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
            kept: Vec::new(),
            notes: vec![
                say("mail-ignore"),
                texts::text(user.language, "mail-footer-plain", &[("host", self.host().into())]),
            ],
        };
        self.send(&letter).await
    }
}
