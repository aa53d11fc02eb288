//! Another address for somebody who signs in by mailed links: it counts once its own mail was opened.

use super::links::LINK_HOURS;
use super::owed::OwedLink;
use super::session::{AuthError, Identity, SignedIn};
use crate::contact::EmailAddress;
use crate::identity::secret::OneTime;
use crate::store::accounts::{NewAddress, NewOneTimeLink, OneTimeLink, Readdressed};
use crate::store::{Store, StoreError};
use acordo_domain::id::{CaseId, UserId};

/// The purpose of a link that a session of one case asked for.
const OF_CASE: &str = "case_address";

/// A link that makes this address its owner's. It goes to that address and nowhere else.
pub async fn make_address_link(
    store: &Store,
    user: UserId,
    case_id: Option<CaseId>,
    address: &EmailAddress,
    case_only: bool,
) -> Result<OneTime, StoreError> {
    let token = OneTime::fresh();
    let link = NewOneTimeLink {
        hash: token.hash(),
        purpose: if case_only { OF_CASE } else { "address" }.to_owned(),
        user,
        case: case_id,
        expires_at: store.now().plus_hours(LINK_HOURS),
        address: Some(address.to_string()),
        replaces_older: true,
    };
    store.accounts().add_link(&link).await?;
    Ok(token)
}

impl Identity {
    /// An account has one address, and whoever reads its mails can ask for a link to all of it. So a session of one
    /// case may change it in that case, and only where the account has nothing else.
    pub async fn may_change_address(&self, who: &SignedIn, case: Option<CaseId>) -> Result<(), AuthError> {
        match who.case {
            None => Ok(()),
            Some(only) if case == Some(only) => self.has_nothing_but(who.user.id, only).await,
            Some(_) => Err(AuthError::OneCaseOnly),
        }
    }

    async fn has_nothing_but(&self, user: UserId, case: CaseId) -> Result<(), AuthError> {
        let accounts = self.store().accounts();
        let actor = accounts.actor(user).await?.ok_or(AuthError::Ended)?;
        let is_member = !accounts.member_of(user).await?.is_empty();
        let more = is_member || self.store().has_other_cases(&actor, case).await?;
        if more { Err(AuthError::OneCaseOnly) } else { Ok(()) }
    }

    /// From now on mails go to the address of this link, and the former one is told. Whoever reads that one has neither
    /// links nor sessions left: it may have been somebody else's all the time. False if the link was used meanwhile.
    pub(super) async fn take_address(&self, hash: [u8; 32], link: &OneTimeLink) -> Result<bool, AuthError> {
        let address = link.address.as_deref().and_then(EmailAddress::parse).ok_or(AuthError::LinkUnknown)?;
        if link.purpose == OF_CASE {
            self.has_nothing_but(link.user, link.case.ok_or(AuthError::LinkUnknown)?).await?;
        }
        let accounts = self.store().accounts();
        let former = accounts.user(link.user).await?.ok_or(AuthError::LinkUnknown)?;
        let farewell = OwedLink::Farewell { user: link.user, address: former.email.clone() }.payload()?;
        let is_another = former.email != address.as_str();
        let new = NewAddress {
            link: hash,
            former,
            address,
            owed: is_another.then(|| (OwedLink::KIND.to_owned(), farewell)),
            why: "address_changed".to_owned(),
        };
        match accounts.take_address(new).await? {
            Readdressed::Done { ended } => {
                for session in ended {
                    self.tell_end(session, link.user);
                }
                Ok(true)
            }
            Readdressed::LinkGone => Ok(false),
            Readdressed::AddressTaken => Err(AuthError::AddressTaken),
        }
    }
}
