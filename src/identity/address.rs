//! Another address for somebody who signs in by mailed links: it counts once its own mail was opened.

use super::links::LINK_HOURS;
use super::session::{AuthError, Identity};
use crate::contact::EmailAddress;
use crate::identity::secret::OneTime;
use crate::store::accounts::{NewOneTimeLink, OneTimeLink};
use crate::store::{Store, StoreError};
use acordo_domain::id::{CaseId, UserId};

/// A link that makes this address its owner's. It goes to that address and nowhere else.
pub async fn make_address_link(
    store: &Store,
    user: UserId,
    case_id: Option<CaseId>,
    address: &EmailAddress,
) -> Result<OneTime, StoreError> {
    let token = OneTime::fresh();
    let link = NewOneTimeLink {
        hash: token.hash(),
        purpose: "address".to_owned(),
        user,
        case: case_id,
        expires_at: store.now().plus_hours(LINK_HOURS),
        address: Some(address.to_string()),
    };
    store.accounts().add_link(&link).await?;
    Ok(token)
}

impl Identity {
    /// From now on mails go to the address of this link. Whoever reads the former one has neither links nor sessions
    /// left: it may have been somebody else's all the time.
    ///
    /// Answers the former one: it is told.
    pub(super) async fn take_address(&self, link: &OneTimeLink) -> Result<Option<EmailAddress>, AuthError> {
        let Some(address) = link.address.as_deref() else { return Ok(None) };
        let address = EmailAddress::parse(address).ok_or(AuthError::LinkUnknown)?;
        let accounts = self.store().accounts();
        let former = accounts.user(link.user).await?.and_then(|user| EmailAddress::parse(&user.email));
        if !accounts.set_email(link.user, &address).await? {
            return Err(AuthError::AddressTaken);
        }
        accounts.drop_links(link.user).await?;
        self.sign_out_everywhere(link.user, "address_changed").await?;
        Ok(former.filter(|former| *former != address))
    }
}
