//! Legal identities of organisations and powers of their members, as the command line and the interface enter them.

use crate::identity::staff::StaffError;
use crate::store::{Execution, Origin, Store, StoreError};
use acordo_domain::case::command::Command;
use acordo_domain::case::decide::{LegalIdentityForm, PowerForm};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::{CommandId, OrganisationId, PowerId, UserId};
use acordo_domain::seat::{Actor, Role};
use uuid::Uuid;

/// Who enters something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnteredBy {
    /// Whoever runs the installation, by the command line: the operator's own word.
    Operator,
    /// A manager; the operator checks it.
    Member(UserId),
    /// An admin of the operator, for the operator itself.
    Admin(UserId),
}

impl EnteredBy {
    const fn user(self) -> Option<UserId> {
        match self {
            Self::Operator => None,
            Self::Member(user) | Self::Admin(user) => Some(user),
        }
    }
}

/// Enters the next version. Drafts that waited for it are written once it is checked.
pub async fn enter_identity(
    store: &Store,
    organisation: OrganisationId,
    form: &LegalIdentityForm,
    by: EnteredBy,
) -> Result<u32, StoreError> {
    let form = form.checked()?;
    let checked = !matches!(by, EnteredBy::Member(_));
    let version = store.accounts().enter_identity(organisation, &form, by.user(), checked).await?;
    if checked {
        name_waiting_cases(store, organisation).await?;
    }
    Ok(version)
}

/// The operator checked a version: from now on agreements take it.
pub async fn check_identity(
    store: &Store,
    organisation: OrganisationId,
    version: u32,
    by: UserId,
) -> Result<bool, StoreError> {
    let checked = store.accounts().check_identity(organisation, version, by).await?;
    // Looked at even where nothing was checked: a former try may have ended between the two.
    name_waiting_cases(store, organisation).await?;
    Ok(checked)
}

async fn name_waiting_cases(store: &Store, organisation: OrganisationId) -> Result<(), StoreError> {
    for case in store.agreed_with(organisation).await? {
        let execution = Execution {
            addressee_shown: false,
            case,
            actor: &Actor::System,
            id: CommandId(Uuid::now_v7()),
            command: &Command::LegalIdentityTake {},
            origin: Origin::default(),
            signing: None,
        };
        match store.execute(execution).await {
            // A draft that is there keeps the version that stood when it was written.
            Ok(_) | Err(StoreError::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Gives a power to a member who may sit in a case for the company.
pub async fn give_power(
    store: &Store,
    organisation: OrganisationId,
    user: UserId,
    form: &PowerForm,
    by: Option<UserId>,
) -> Result<PowerId, StoreError> {
    let form = form.checked(store.rules().calendar.day(store.now()))?;
    let accounts = store.accounts();
    let seats = [Role::Manager, Role::Rep];
    let sits = accounts
        .member_of(user)
        .await?
        .iter()
        .any(|held| held.membership.organisation == organisation && seats.contains(&held.membership.role));
    if !sits {
        return Err(Refusal::PersonNotEligible.at("/user").into());
    }
    accounts.give_power(organisation, user, &form, by).await
}

/// By the command line: of the member with this address.
pub async fn give_power_to(
    store: &Store,
    organisation: &str,
    address: &str,
    form: &PowerForm,
) -> Result<PowerId, StaffError> {
    let organisation = super::staff::find(store, organisation).await?;
    let user = super::staff::user(store, address).await?;
    Ok(give_power(store, organisation.id, user.id, form, None).await?)
}
