//! Sessions: signing in, staying signed in, signing out. A session is a family of refresh tokens, each
//! good for one rotation; access tokens last ten minutes.

use crate::contact::{EMAIL_BYTES_MAX, as_looked_up};
use crate::identity::device;
use crate::identity::level::{level, level_name};
use crate::identity::password::{PASSWORD_BYTES_MAX, PasswordError, Passwords};
use crate::identity::secret::OneTime;
use crate::identity::token::{ACCESS_SECONDS, TokenError, Tokens};
use crate::store::accounts::{MemberOf, NewSession, Refreshed, Session, User};
use crate::store::{Store, StoreError};
use acordo_domain::case::event::IdentityLevel;
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Actor, Person};
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::{Arc, RwLock};
use std::time::Duration;
use uuid::Uuid;

pub const SESSION_DAYS: i64 = 30;
/// A right that ended on another node is noticed after this.
const SEEN_SECONDS: u64 = 2;
/// After this many wrong passwords for one account from one device or address, further tries from there have to wait.
const WRONG_MAX: i32 = 20;
const WRONG_SECONDS: u64 = 900;

/// Why a caller is not authenticated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AuthError {
    #[error("no sign of who this is")]
    Missing,
    /// The access token ran out; the refresh token may still do.
    #[error("the access token has expired")]
    Expired,
    #[error("the session is over")]
    Ended,
    #[error("wrong e-mail or password")]
    Wrong,
    #[error("too many wrong passwords for this account from there")]
    TooMany { retry_after_seconds: u64 },
    #[error("no such link")]
    LinkUnknown,
    #[error("the address belongs to somebody else")]
    AddressTaken,
    /// A link into one case changes nothing of others.
    #[error("the account has more than this case")]
    OneCaseOnly,
    /// A fresh link should be mailed to its owner.
    #[error("the link is used up")]
    LinkUsed { user: UserId, case: Option<CaseId> },
    #[error("the link has expired")]
    LinkExpired { user: UserId, case: Option<CaseId> },
    #[error("too many at once")]
    Busy,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("{0}")]
    Internal(String),
}

impl From<PasswordError> for AuthError {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::Busy => Self::Busy,
            PasswordError::TooWeak | PasswordError::TooLong => Self::Wrong,
            PasswordError::Failed => Self::Internal(error.to_string()),
        }
    }
}

/// The device of a session, as the session list shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Device {
    pub address: Option<String>,
    pub user_agent: Option<String>,
    /// The address, or the network that counts as one.
    pub network: String,
    /// The mark of a device on which somebody signed in before.
    pub mark: Option<String>,
}

/// A signed-in user with all their memberships.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub user: User,
    pub memberships: Vec<MemberOf>,
    pub session: Uuid,
    /// How they proved who they are.
    pub level: IdentityLevel,
    /// The only case that this session leads to: it began with a link into that case.
    pub case: Option<CaseId>,
}

impl SignedIn {
    pub fn actor(&self) -> Actor {
        Actor::Person {
            person: Person { id: self.user.id, name: self.user.name.clone() },
            memberships: self.memberships.iter().map(|member| member.membership.clone()).collect(),
        }
    }
}

/// A session that was just begun or renewed: two tokens for two cookies.
#[derive(Clone)]
pub struct Begun {
    pub who: Arc<SignedIn>,
    pub access: String,
    pub refresh: String,
    pub access_seconds: i64,
    pub refresh_seconds: i64,
    /// For a device on which a password was right.
    pub mark: Option<String>,
}

impl fmt::Debug for Begun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Begun({})", self.who.session)
    }
}

/// Is told of changes that sockets must follow at once.
pub trait SessionWatcher: Send + Sync {
    /// A session is over: its sockets close.
    fn ended(&self, session: Uuid, user: UserId);
    /// A user's roles may have changed: their sockets check them again.
    fn changed(&self, user: UserId);
}

/// The service for sessions, passwords, links and signing codes. Cheap to clone.
#[derive(Clone)]
pub struct Identity(pub(super) Arc<IdentityInner>);

pub(super) struct IdentityInner {
    store: Store,
    tokens: Tokens,
    pepper: [u8; 32],
    passwords: Passwords,
    seen: moka::sync::Cache<Uuid, Arc<SignedIn>>,
    watchers: RwLock<Vec<Arc<dyn SessionWatcher>>>,
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity")
    }
}

impl Identity {
    /// `tokens` and `pepper` come from the keys.
    pub fn new(store: Store, tokens: Tokens, pepper: [u8; 32]) -> Result<Self, PasswordError> {
        let identity = Self(Arc::new(IdentityInner {
            store,
            tokens,
            pepper,
            passwords: Passwords::new()?,
            seen: moka::sync::Cache::builder()
                .max_capacity(100_000)
                .time_to_live(Duration::from_secs(SEEN_SECONDS))
                .build(),
            watchers: RwLock::default(),
        }));
        identity.follow_others();
        Ok(identity)
    }

    pub fn store(&self) -> &Store {
        &self.0.store
    }
    pub(super) fn pepper(&self) -> &[u8; 32] {
        &self.0.pepper
    }
    pub fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    /// Rooms register here, so that their sockets follow sessions and roles.
    pub fn tell_presence(&self, watcher: Arc<dyn SessionWatcher>) {
        if let Ok(mut watchers) = self.0.watchers.write() {
            watchers.push(watcher);
        }
    }

    /// The user of this access token, with their present memberships.
    pub async fn verify(&self, access: &str) -> Result<Arc<SignedIn>, AuthError> {
        let access = self.0.tokens.verify(access, self.0.store.now()).map_err(|error| match error {
            TokenError::Expired => AuthError::Expired,
            TokenError::Invalid | TokenError::Unsigned => AuthError::Missing,
        })?;
        self.present(access.session).await
    }

    /// The user of a session that has not ended. Sockets ask from time to time.
    pub async fn present(&self, session: Uuid) -> Result<Arc<SignedIn>, AuthError> {
        if let Some(who) = self.0.seen.get(&session) {
            return Ok(who);
        }
        let accounts = self.0.store.accounts();
        let found = accounts.session(session).await?.ok_or(AuthError::Ended)?;
        if found.ended_at.is_some() || found.expires_at <= self.0.store.now() {
            return Err(AuthError::Ended);
        }
        let who = self.who(&found).await?;
        self.0.seen.insert(session, who.clone());
        Ok(who)
    }

    async fn who(&self, session: &Session) -> Result<Arc<SignedIn>, AuthError> {
        let accounts = self.0.store.accounts();
        let user = accounts.user(session.user).await?.ok_or(AuthError::Ended)?;
        if user.disabled_at.is_some() {
            return Err(AuthError::Ended);
        }
        let memberships = accounts.member_of(user.id).await?;
        let (level, case) = (level(&session.level), session.case);
        Ok(Arc::new(SignedIn { user, memberships, session: session.id, level, case }))
    }

    /// Signs in by password. An unknown address costs the same work as a known one.
    pub async fn sign_in(&self, email: &str, password: &str, device: Device) -> Result<Begun, AuthError> {
        let email = as_looked_up(email);
        if password.len() > PASSWORD_BYTES_MAX || email.len() > EMAIL_BYTES_MAX {
            return Err(AuthError::Wrong);
        }
        let accounts = self.0.store.accounts();
        let user = accounts.user_by_email(&email).await?.filter(|user| user.disabled_at.is_none());
        let known = user.as_ref().map(|user| user.id);
        let tried = self.count_try(&email, known, &device).await?;
        let kept = match &user {
            Some(user) => accounts.credential(user.id, PASSWORD).await?,
            None => None,
        };
        let right = self.0.passwords.check(password, kept.clone()).await?;
        match user {
            Some(user) if right => {
                tried.forget(self).await?;
                self.begin_by_password(user.id, kept.unwrap_or_default(), device).await
            }
            _ => Err(AuthError::Wrong),
        }
    }

    /// Begins a session for a user whose identity was just proven.
    pub async fn begin(&self, user: UserId, level: IdentityLevel, device: Device) -> Result<Begun, AuthError> {
        self.begin_in(user, level, device, None, None).await
    }

    /// The same for a password with this hash, unless it was replaced while it was compared.
    pub(super) async fn begin_by_password(
        &self,
        user: UserId,
        hash: String,
        device: Device,
    ) -> Result<Begun, AuthError> {
        let credential = Some((PASSWORD.to_owned(), hash));
        let begun = self.begin_in(user, IdentityLevel::Password, device, None, credential).await?;
        Ok(Begun { mark: Some(device::fresh_mark(&self.0.pepper, user)), ..begun })
    }

    /// The same, into one case alone, or as long as a credential is still the one that was compared.
    pub(super) async fn begin_in(
        &self,
        user: UserId,
        level: IdentityLevel,
        device: Device,
        case: Option<CaseId>,
        credential: Option<(String, String)>,
    ) -> Result<Begun, AuthError> {
        let refresh = OneTime::fresh();
        let session = self
            .0
            .store
            .accounts()
            .begin_session(NewSession {
                user,
                level: level_name(level).to_owned(),
                token_hash: refresh.hash(),
                expires_at: self.0.store.now().plus_days(SESSION_DAYS),
                address: device.address,
                user_agent: device.user_agent.map(|text| cut(&text, 300)),
                case,
                credential,
            })
            .await?
            .ok_or(AuthError::Wrong)?;
        let who = self.who(&session).await?;
        self.begun(who, &refresh, session.expires_at)
    }

    /// Keeps everybody signed in: the clock of a demonstration is about to be put forward by so much, and no visitor
    /// was away for that long.
    pub async fn extend_sessions(&self, millis: i64) -> Result<(), AuthError> {
        let until = self.0.store.now().plus_millis(millis).plus_days(SESSION_DAYS);
        Ok(self.0.store.accounts().extend_sessions(until).await?)
    }

    /// A fresh pair for a refresh token. A token that was used before ends the whole session:
    /// one of its two holders stole it.
    pub async fn refresh(&self, token: &str) -> Result<Begun, AuthError> {
        let old = OneTime::parse(token).ok_or(AuthError::Missing)?;
        let new = OneTime::fresh();
        let accounts = self.0.store.accounts();
        let rotated = match accounts.rotate(old.hash(), new.hash()).await {
            // Nobody is signed out because the disk is full: the token stays good, and a fresh access token is only signed.
            Err(StoreError::Full) => {
                let session = accounts.session_of(old.hash()).await?.ok_or(StoreError::Full)?;
                let who = self.who(&session).await?;
                return self.begun(who, &old, session.expires_at);
            }
            other => other?,
        };
        match rotated {
            Refreshed::Rotated(session) => {
                let who = self.who(&session).await?;
                self.begun(who, &new, session.expires_at)
            }
            Refreshed::Reused(session) => {
                tracing::warn!(session = %session.id, "a refresh token was used twice; its session is over");
                self.tell_end(session.id, session.user);
                Err(AuthError::Ended)
            }
            Refreshed::Refused => Err(AuthError::Ended),
        }
    }

    fn begun(&self, who: Arc<SignedIn>, refresh: &OneTime, expires_at: Moment) -> Result<Begun, AuthError> {
        let now = self.0.store.now();
        let access = self
            .0
            .tokens
            .sign(who.user.id, who.session, now)
            .map_err(|error| AuthError::Internal(error.to_string()))?;
        Ok(Begun {
            who,
            access,
            refresh: refresh.text(),
            access_seconds: ACCESS_SECONDS,
            refresh_seconds: (expires_at.millis() - now.millis()) / 1_000,
            mark: None,
        })
    }

    /// Ends one session and the links that wait in mails, those of its case if it leads to one; its sockets hear of it
    /// before this returns.
    pub async fn sign_out(&self, session: Uuid, user: UserId) -> Result<(), AuthError> {
        let accounts = self.0.store.accounts();
        let case = accounts.session(session).await?.and_then(|session| session.case);
        // The links first: where the second fails, the session is still there to sign out of.
        accounts.end_links(user, case, RESET).await?;
        accounts.end_session(session, "signed_out").await?;
        self.tell_end(session, user);
        Ok(())
    }

    /// Ends the session of a refresh token, for a browser whose access token ran out.
    pub async fn sign_out_by_refresh(&self, token: &str) -> Result<(), AuthError> {
        match self.refresh(token).await {
            Ok(begun) => self.sign_out(begun.who.session, begun.who.user.id).await,
            Err(AuthError::Store(error)) => Err(AuthError::Store(error)),
            Err(_) => Ok(()),
        }
    }

    /// Ends every session of somebody, for instance after a new password.
    pub async fn sign_out_everywhere(&self, user: UserId, why: &str) -> Result<(), AuthError> {
        let accounts = self.0.store.accounts();
        let sessions = accounts.sessions(user).await?;
        accounts.end_sessions(user, why).await?;
        for session in sessions {
            self.tell_end(session.id, user);
        }
        Ok(())
    }

    /// A user got a role or lost one: the cached entry is dropped, and their sockets check again.
    pub fn tell_roles(&self, user: UserId) {
        // Rare, and the cache of the last seconds is small.
        let theirs: Vec<Uuid> =
            self.0.seen.iter().filter(|(_, who)| who.user.id == user).map(|(session, _)| *session).collect();
        theirs.iter().for_each(|session| self.0.seen.invalidate(session));
        if let Ok(watchers) = self.0.watchers.read() {
            for watcher in watchers.iter() {
                watcher.changed(user);
            }
        }
    }

    pub(super) fn tell_end(&self, session: Uuid, user: UserId) {
        self.0.seen.invalidate(&session);
        if let Ok(watchers) = self.0.watchers.read() {
            for watcher in watchers.iter() {
                watcher.ended(session, user);
            }
        }
    }
}

/// A try that was counted before its password is compared.
pub(super) struct CountedTry {
    account: [u8; 32],
    source: [u8; 32],
}

impl CountedTry {
    /// It was right.
    pub async fn forget(&self, identity: &Identity) -> Result<(), StoreError> {
        identity.store().accounts().forget_tries(self.account, self.source).await
    }
}

impl Identity {
    /// Counts a try from this device or network, or refuses it because there were too many.
    pub(super) async fn count_try(
        &self,
        email: &str,
        known: Option<UserId>,
        device: &Device,
    ) -> Result<CountedTry, AuthError> {
        let account = Sha256::digest(email.as_bytes()).into();
        let source = device::source(self.pepper(), known, device.mark.as_deref(), &device.network);
        let (max, seconds) = (WRONG_MAX, WRONG_SECONDS);
        match self.store().accounts().count_try(account, source, max, seconds).await? {
            Some(retry_after_seconds) => Err(AuthError::TooMany { retry_after_seconds }),
            None => Ok(CountedTry { account, source }),
        }
    }
}

/// The kind under which a password's hash is kept.
pub const PASSWORD: &str = "password";
/// The purpose of a link by which somebody chooses a new password. It signs nobody in.
pub const RESET: &str = "password";

fn cut(text: &str, chars: usize) -> String {
    text.chars().take(chars).collect()
}
