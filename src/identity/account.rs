//! What people change of their own account: the password, by the former one or by a mailed link, and their sessions.

use super::owed::OwedLink;
use super::password::{PASSWORD_BYTES_MAX, PasswordError};
use super::secret::OneTime;
use super::session::{AuthError, Begun, Device, Identity, PASSWORD, RESET, SignedIn};
use crate::store::accounts::{NewOneTimeLink, NewPassword, OneTimeLinkState, Session, User};
use crate::store::{Store, StoreError};
use acordo_domain::id::UserId;
use uuid::Uuid;

/// It opens an account, so it is worth less and less the longer it lies in a mailbox.
pub const RESET_HOURS: i64 = 2;

/// Why a password was not renewed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenewError {
    #[error("the present password is another")]
    Wrong,
    /// Consumers come in by links alone.
    #[error("this account has no password")]
    NoPassword,
    /// Used, too old, or ended by another.
    #[error("the link to choose a password is over")]
    LinkOver,
    #[error("the new password is the present one")]
    Same,
    #[error("the new password is easy to guess")]
    TooWeak,
    #[error("the new password is too long")]
    TooLong,
    #[error(transparent)]
    Other(#[from] AuthError),
}

impl From<StoreError> for RenewError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

impl From<PasswordError> for RenewError {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::TooWeak => Self::TooWeak,
            PasswordError::TooLong => Self::TooLong,
            PasswordError::Busy | PasswordError::Failed => Self::Other(error.into()),
        }
    }
}

/// Gives somebody a password, ends their links and their sessions but one, and tells them by mail if they had another
/// before. The sessions that are over, or none if a link or the former password is gone meanwhile.
pub(super) async fn renew(
    store: &Store,
    user: &User,
    hash: String,
    former: Option<String>,
    (link, keep): (Option<[u8; 32]>, Option<Uuid>),
) -> Result<Option<Vec<Uuid>>, StoreError> {
    let accounts = store.accounts();
    let had_one = former.is_some() || accounts.credential(user.id, PASSWORD).await?.is_some();
    let owed = OwedLink::PasswordChanged { user: user.id }.payload()?;
    let new = NewPassword {
        user: user.id,
        kind: PASSWORD.to_owned(),
        hash,
        former,
        link,
        keep,
        owed: had_one.then(|| (OwedLink::KIND.to_owned(), owed)),
        why: "new_password".to_owned(),
    };
    accounts.renew_password(new).await
}

/// A fresh link to choose a password by, its hash stored.
pub async fn make_reset_link(store: &Store, user: UserId) -> Result<OneTime, StoreError> {
    let token = OneTime::fresh();
    let link = NewOneTimeLink {
        hash: token.hash(),
        purpose: RESET.to_owned(),
        user,
        case: None,
        expires_at: store.now().plus_hours(RESET_HOURS),
        address: None,
        // A stranger who asks again takes nothing away; the first that is used ends the others.
        replaces_older: false,
    };
    store.accounts().add_link(&link).await?;
    Ok(token)
}

/// People of an organisation sign in by password; consumers only if somebody gave them one.
pub async fn may_have_password(store: &Store, user: UserId) -> Result<bool, StoreError> {
    let accounts = store.accounts();
    Ok(accounts.credential(user, PASSWORD).await?.is_some() || !accounts.member_of(user).await?.is_empty())
}

impl Identity {
    /// Another password in place of the present one. All other sessions end.
    pub async fn change_password(
        &self,
        who: &SignedIn,
        present: &str,
        new: &str,
        device: &Device,
    ) -> Result<(), RenewError> {
        let (user, accounts) = (&who.user, self.store().accounts());
        let kept = accounts.credential(user.id, PASSWORD).await?.ok_or(RenewError::NoPassword)?;
        let tried = self.count_try(&user.email, Some(user.id), device).await?;
        // One that is too long to be a password is not this one.
        if present.len() > PASSWORD_BYTES_MAX || !self.passwords().check(present, Some(kept.clone())).await? {
            return Err(RenewError::Wrong);
        }
        tried.forget(self).await?;
        if new == present {
            return Err(RenewError::Same);
        }
        let hash = self.passwords().hash_strong(new, &[&user.email, &user.name]).await?;
        let ended = renew(self.store(), user, hash, Some(kept), (None, Some(who.session))).await?;
        // Another device changed it in this very moment.
        ended.ok_or(RenewError::Wrong)?.into_iter().for_each(|session| self.tell_end(session, user.id));
        Ok(())
    }

    /// Chooses a password by a mailed link, and signs in with it. What is refused leaves the link whole.
    pub async fn reset_password(&self, token: &str, new: &str, device: Device) -> Result<Begun, RenewError> {
        let unknown = || RenewError::Other(AuthError::LinkUnknown);
        let hash = OneTime::parse(token).ok_or_else(unknown)?.hash();
        let accounts = self.store().accounts();
        let link = accounts.link(hash).await?.filter(|link| link.purpose == RESET).ok_or_else(unknown)?;
        if link.state != OneTimeLinkState::Open {
            return Err(RenewError::LinkOver);
        }
        let user = accounts.user(link.user).await?.filter(|user| user.disabled_at.is_none()).ok_or_else(unknown)?;
        let password = self.passwords().hash_strong(new, &[&user.email, &user.name]).await?;
        let ended = renew(self.store(), &user, password.clone(), None, (Some(hash), None))
            .await?
            .ok_or(RenewError::LinkOver)?;
        ended.into_iter().for_each(|session| self.tell_end(session, user.id));
        Ok(self.begin_by_password(user.id, password, device).await?)
    }

    /// Where this person is signed in; a session of one case sees those of its case.
    pub async fn sessions_of(&self, who: &SignedIn) -> Result<Vec<Session>, StoreError> {
        let all = self.store().accounts().sessions(who.user.id).await?;
        Ok(all.into_iter().filter(|session| who.case.is_none() || session.case == who.case).collect())
    }

    /// Ends another session of the same person. False if there is none with this id that they see.
    pub async fn end_session_of(&self, who: &SignedIn, session: Uuid) -> Result<bool, StoreError> {
        let theirs = self.sessions_of(who).await?.iter().any(|other| other.id == session);
        if theirs {
            self.end_one(who.user.id, session).await?;
        }
        Ok(theirs)
    }

    /// Ends every session of the same person that they see, but this one.
    pub async fn end_other_sessions(&self, who: &SignedIn) -> Result<(), StoreError> {
        for other in self.sessions_of(who).await?.into_iter().filter(|other| other.id != who.session) {
            self.end_one(who.user.id, other.id).await?;
        }
        Ok(())
    }

    async fn end_one(&self, user: UserId, session: Uuid) -> Result<(), StoreError> {
        self.store().accounts().end_session(session, "ended_elsewhere").await?;
        self.tell_end(session, user);
        Ok(())
    }
}
