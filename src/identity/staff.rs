//! Organisations, their members and the operator's staff, as the command line creates them.

use crate::contact::{self, EmailAddress, NameError, PersonName};
use crate::identity::account::renew;
use crate::identity::password::{PasswordError, Passwords};
use crate::store::accounts::{NewOrganisation, NewUser, Organisation, User};
use crate::store::{Execution, Origin, Store, StoreError};
use crate::texts::Language;
use acordo_domain::case::command::{Command, Trade};
use acordo_domain::id::{CommandId, OrganisationId, UserId};
use acordo_domain::seat::{Actor, OrganisationKind, Role};
use uuid::Uuid;

/// Why a person or an organisation was not entered; each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    #[error(transparent)]
    Name(#[from] NameError),
    #[error(
        "there is no organisation called `{0}`. Make it: acordo organisation add --name \"{0}\" --kind company --trade retail"
    )]
    NoOrganisation(String),
    #[error("an organisation called `{0}` exists already")]
    OrganisationExists(String),
    #[error("this installation has an operator already: {0}")]
    OperatorExists(String),
    #[error("nobody here has the address `{0}`. Enter them: acordo user add --email {0} --name …")]
    NoUser(String),
    #[error(
        "the role {role} does not exist in {kind}. Roles of a company: manager, rep, viewer, ombudsman, legal; of the operator: admin, coordinator, mediator, auditor, ombudsman, legal."
    )]
    Role { role: String, kind: String },
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A person as they are entered.
#[derive(Debug, Clone)]
pub struct NewPerson {
    pub email: EmailAddress,
    pub name: PersonName,
    pub language: Language,
    /// What they are, and where.
    pub place: Option<(Role, String)>,
}

/// Enters somebody, or adds a role to somebody who is there already.
pub async fn add_user(store: &Store, entry: NewPerson) -> Result<User, StaffError> {
    let NewPerson { email, name, language, place } = entry;
    let place = match place {
        Some((role, organisation)) => {
            let organisation = find(store, &organisation).await?;
            if !fits(organisation.kind, role) {
                return Err(StaffError::Role { role: format!("{role:?}").to_lowercase(), kind: organisation.name });
            }
            Some((role, organisation))
        }
        None => None,
    };
    let user = store.accounts().ensure_user(&NewUser { name, email, language }).await?;
    if let Some((role, organisation)) = place {
        store.accounts().add_member(organisation.id, user.id, role).await?;
    }
    Ok(user)
}

/// Takes a role away. Open sockets of theirs notice within seconds.
pub async fn remove_role(store: &Store, address: &str, role: Role, organisation: &str) -> Result<bool, StaffError> {
    let user = user(store, address).await?;
    let organisation = find(store, organisation).await?;
    Ok(leave(store, organisation.id, user.id, role).await?)
}

/// The same by ids. The cases in which that role seated them go on without them.
pub async fn leave(store: &Store, organisation: OrganisationId, user: UserId, role: Role) -> Result<bool, StoreError> {
    let accounts = store.accounts();
    let removed = accounts.remove_member(organisation, user, role).await?;
    // Looked at even where nothing was removed: a former try may have ended between the two.
    let stays: Vec<Role> = accounts
        .member_of(user)
        .await?
        .iter()
        .filter_map(|other| (other.membership.organisation == organisation).then_some(other.membership.role))
        .collect();
    vacate_seats(store, organisation, user, &stays).await?;
    Ok(removed)
}

/// The roles that seat somebody in a case. A company's manager and rep take the same seat.
const SEATS: [&[Role]; 4] = [&[Role::Manager, Role::Rep], &[Role::Mediator], &[Role::Ombudsman], &[Role::Legal]];

/// A company whose last representative in a case is gone sends another; a mediator is replaced; what an officer had
/// in hand goes back to the queue. A member who keeps another role for the same seat keeps the seat.
async fn vacate_seats(
    store: &Store,
    organisation: OrganisationId,
    user: UserId,
    stays: &[Role],
) -> Result<(), StoreError> {
    let lost: Vec<Role> =
        SEATS.into_iter().filter(|seat| !seat.iter().any(|role| stays.contains(role))).flatten().copied().collect();
    for case in store.seats_by(user, organisation, &lost).await? {
        let execution = Execution {
            case,
            actor: &Actor::System,
            id: CommandId(Uuid::now_v7()),
            command: &Command::SeatVacate { user },
            origin: Origin::default(),
            signing: None,
            addressee_shown: false,
        };
        match store.execute(execution).await {
            // A closed case needs nobody, nor does one that they left a moment ago.
            Ok(_) | Err(StoreError::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// A new password ends every session, so that one stolen with the old password ends too; who had another is told.
pub async fn set_password(
    store: &Store,
    passwords: &Passwords,
    address: &str,
    password: &str,
) -> Result<User, StaffError> {
    let user = user(store, address).await?;
    let hash = passwords.hash_strong(password, &[&user.email, &user.name]).await?;
    renew(store, &user, hash, None, (None, None)).await?;
    Ok(user)
}

/// Enables or disables a user. Disabling ends their sessions.
pub async fn set_disabled(store: &Store, address: &str, disabled: bool) -> Result<User, StaffError> {
    let user = user(store, address).await?;
    let accounts = store.accounts();
    accounts.set_disabled(user.id, disabled).await?;
    if disabled {
        accounts.end_sessions(user.id, "disabled").await?;
        for member in accounts.member_of(user.id).await? {
            vacate_seats(store, member.membership.organisation, user.id, &[]).await?;
        }
    }
    Ok(user)
}

pub async fn add_organisation(
    store: &Store,
    kind: OrganisationKind,
    new_name: &str,
    trade: Trade,
) -> Result<Organisation, StaffError> {
    let new_name = contact::name(new_name)?;
    let accounts = store.accounts();
    if let (OrganisationKind::Operator, Some(operator)) = (kind, accounts.operator().await?) {
        return Err(StaffError::OperatorExists(operator.name));
    }
    match find(store, &new_name).await {
        Ok(_) => return Err(StaffError::OrganisationExists(new_name)),
        Err(StaffError::NoOrganisation(_)) => {}
        Err(other) => return Err(other),
    }
    let new = NewOrganisation { kind, name: new_name, trade };
    Ok(accounts.add_organisation(&new).await?)
}

/// Finds an organisation by its whole name, ignoring case.
pub async fn find(store: &Store, wanted: &str) -> Result<Organisation, StaffError> {
    let accounts = store.accounts();
    let same = |organisation: &Organisation| organisation.name.to_lowercase() == wanted.trim().to_lowercase();
    if let Some(operator) = accounts.operator().await?.filter(|organisation| same(organisation)) {
        return Ok(operator);
    }
    let companies = accounts.companies(wanted, 100).await?;
    companies
        .into_iter()
        .find(|organisation| same(organisation))
        .ok_or_else(|| StaffError::NoOrganisation(wanted.to_owned()))
}

pub async fn user(store: &Store, address: &str) -> Result<User, StaffError> {
    let found = store.accounts().user_by_email(address).await?;
    found.ok_or_else(|| StaffError::NoUser(address.to_owned()))
}

const fn fits(kind: OrganisationKind, role: Role) -> bool {
    match (kind, role) {
        (_, Role::Ombudsman | Role::Legal) => true,
        (OrganisationKind::Company, Role::Manager | Role::Rep | Role::Viewer) => true,
        (OrganisationKind::Operator, Role::Admin | Role::Coordinator | Role::Mediator | Role::Auditor) => true,
        (OrganisationKind::Company, Role::Admin | Role::Coordinator | Role::Mediator | Role::Auditor)
        | (OrganisationKind::Operator, Role::Manager | Role::Rep | Role::Viewer) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mediator_belongs_to_the_operator_and_a_rep_to_a_company() {
        assert!(fits(OrganisationKind::Operator, Role::Mediator));
        assert!(!fits(OrganisationKind::Company, Role::Mediator));
        assert!(fits(OrganisationKind::Company, Role::Rep));
        assert!(!fits(OrganisationKind::Operator, Role::Rep));
        assert!(fits(OrganisationKind::Company, Role::Legal));
    }
}
