//! Links in mails: the way in for people without a password. Each works once, for a day, and leads to one case where it
//! names one; a newer one and signing out end it.

use super::session::{AuthError, Begun, Device, Identity, PASSWORD, RESET};
use crate::identity::secret::OneTime;
use crate::store::accounts::{NewOneTimeLink, OneTimeLink, OneTimeLinkState};
use crate::store::{Store, StoreError};
use acordo_domain::case::event::IdentityLevel;
use acordo_domain::id::{CaseId, UserId};

/// A mail may be forwarded, and it stays in a mailbox for years. Who follows a link later is mailed another.
pub const LINK_HOURS: i64 = 24;

/// Who came in by a link.
#[derive(Debug)]
pub struct CameIn {
    pub begun: Begun,
    pub case: Option<CaseId>,
}

impl Identity {
    /// A fresh link for a user. Its token goes into a mail and nowhere else.
    pub async fn make_link(&self, user: UserId, case_id: Option<CaseId>) -> Result<OneTime, StoreError> {
        make_link(self.store(), user, case_id).await
    }

    /// The purpose of a link. Never uses it up: mail scanners follow links.
    pub async fn look_at_link(&self, token: &str) -> Result<OneTimeLink, AuthError> {
        let token = OneTime::parse(token).ok_or(AuthError::LinkUnknown)?;
        let link = self.store().accounts().link(token.hash()).await?;
        link.ok_or(AuthError::LinkUnknown)
    }

    /// Uses a link up and signs its owner in. Of two concurrent tries, one succeeds.
    pub async fn redeem(&self, token: &str, device: Device) -> Result<CameIn, AuthError> {
        let hash = OneTime::parse(token).ok_or(AuthError::LinkUnknown)?.hash();
        let accounts = self.store().accounts();
        // A link to choose a password by lets nobody in without choosing one.
        let link = accounts.link(hash).await?.filter(|link| link.purpose != RESET).ok_or(AuthError::LinkUnknown)?;
        let used = match (link.state, &link.address) {
            (OneTimeLinkState::Open, Some(_)) => self.take_address(hash, &link).await?,
            (OneTimeLinkState::Open, None) => accounts.use_link(hash).await?.is_some(),
            (OneTimeLinkState::Used | OneTimeLinkState::Expired, _) => false,
        };
        if used {
            let begun = self.begin_in(link.user, IdentityLevel::Email, device, link.case, None).await?;
            return Ok(CameIn { begun, case: link.case });
        }
        let (user, case) = (link.user, link.case);
        Err(match link.state {
            OneTimeLinkState::Used | OneTimeLinkState::Open => AuthError::LinkUsed { user, case },
            OneTimeLinkState::Expired => AuthError::LinkExpired { user, case },
        })
    }
}

impl Identity {
    pub async fn has_password(&self, user: UserId) -> Result<bool, StoreError> {
        Ok(self.store().accounts().credential(user, PASSWORD).await?.is_some())
    }

    /// A session into one case for somebody who has just shown that the mailbox is theirs. Who has a password signs in
    /// with it.
    pub async fn enter_case(&self, user: UserId, case: CaseId, device: Device) -> Result<Option<Begun>, AuthError> {
        if self.has_password(user).await? {
            return Ok(None);
        }
        self.begin_in(user, IdentityLevel::Email, device, Some(case), None).await.map(Some)
    }
}

/// A fresh link, its hash stored.
pub async fn make_link(store: &Store, user: UserId, case_id: Option<CaseId>) -> Result<OneTime, StoreError> {
    let token = OneTime::fresh();
    let link = NewOneTimeLink {
        hash: token.hash(),
        purpose: if case_id.is_some() { "case" } else { "sign_in" }.to_owned(),
        user,
        case: case_id,
        expires_at: store.now().plus_hours(LINK_HOURS),
        address: None,
        replaces_older: true,
    };
    store.accounts().add_link(&link).await?;
    Ok(token)
}
