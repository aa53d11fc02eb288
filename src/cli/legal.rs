//! `acordo organisation identity`, `power` and what lists them.

use super::{Failed, Organisations, say};
use crate::identity::legal::{self, EnteredBy};
use crate::identity::staff;
use crate::store::Store;
use acordo_domain::case::decide::{LegalIdentityForm, PowerForm};

pub async fn of_organisation(store: &Store, task: Organisations) -> Result<(), Failed> {
    match task {
        Organisations::Identity { organisation, name, scheme, identifier, address, trade_name } => {
            let organisation = staff::find(store, &organisation).await?;
            let form = LegalIdentityForm { name, scheme, identifier, address, trade_name };
            let version = legal::enter_identity(store, organisation.id, &form, EnteredBy::Operator).await?;
            say(&format!("{} has version {version} of its legal identity", organisation.name))?;
        }
        Organisations::Identities { organisation } => {
            let organisation = staff::find(store, &organisation).await?;
            for stored in store.accounts().identities(organisation.id).await? {
                let checked = if stored.checked_at.is_some() { "checked" } else { "unchecked" };
                let identity = stored.identity;
                say(&format!(
                    "{:<3} {checked:<9} {} · {} · {}",
                    identity.version, identity.name, identity.identifier, identity.address
                ))?;
            }
        }
        Organisations::Power { organisation, email, document, limit, until } => {
            let form = PowerForm { limit, document, until };
            let id = legal::give_power_to(store, &organisation, email.as_str(), &form).await?;
            say(&id.to_string())?;
        }
        Organisations::EndPower { organisation, power } => {
            let organisation = staff::find(store, &organisation).await?;
            let ended = store.accounts().end_power(organisation.id, power, None).await?;
            say(if ended { "ended" } else { "there is no such power, or it has ended already" })?;
        }
        Organisations::Powers { organisation } => {
            let organisation = staff::find(store, &organisation).await?;
            for given in store.accounts().powers(organisation.id, None).await? {
                let power = given.power;
                let limit =
                    power.limit.map_or_else(|| "any".to_owned(), |limit| format!("{}{}", limit.amount, limit.currency));
                let until = power.until.map_or_else(|| "-".to_owned(), |day| day.to_string());
                let state = if power.ended { "ended" } else { "given" };
                say(&format!("{} {state} {limit} {until} {} · {}", power.id, given.user_name, power.document))?;
            }
        }
        Organisations::Add { .. } | Organisations::List => {}
    }
    Ok(())
}
