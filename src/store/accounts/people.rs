//! Users and their credentials.

use super::Accounts;
use super::sealed::{check_user, genuine, seal_user};
use crate::contact::{EmailAddress, PersonName, as_looked_up};
use crate::store::code::{name_of, named};
use crate::store::connect::{reading, writing};
use crate::store::error::StoreError;
use crate::store::schema::{credentials, users};
use crate::store::sql::{At, Key};
use acordo_domain::case::command::Language;
use acordo_domain::id::UserId;
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Actor, Person};
use acordo_record::HeadKeys;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub id: UserId,
    pub name: String,
    /// Lower case.
    pub email: String,
    pub language: Language,
    pub disabled_at: Option<Moment>,
}

#[derive(Debug, Clone)]
pub struct NewUser {
    pub name: PersonName,
    pub email: EmailAddress,
    pub language: Language,
}

type UserRow = (Key, String, String, String, Option<At>, Vec<u8>);

/// The row as a user, whose name and address are what was written.
fn user(keys: &HeadKeys, (id, name, email, language, disabled, seal): UserRow) -> Result<User, StoreError> {
    check_user(keys, id, &name, &email, &seal)?;
    let language = named(&language)?;
    Ok(User { id: UserId(id.0), name, email, language, disabled_at: disabled.map(|at| at.0) })
}

type UserColumns = (users::id, users::name, users::email, users::language, users::disabled_at, users::seal);
const COLUMNS: UserColumns = (users::id, users::name, users::email, users::language, users::disabled_at, users::seal);

impl Accounts<'_> {
    /// None if the address belongs to somebody already.
    pub async fn add_user(&self, new: &NewUser) -> Result<Option<User>, StoreError> {
        let id = Uuid::now_v7();
        let now = At(self.0.now());
        let seal = seal_user(&self.0.0.head_keys, Key(id), new.name.as_str(), new.email.as_str());
        let added = writing!(&self.0.0.database, |conn| {
            diesel::insert_into(users::table)
                .values((
                    users::id.eq(Key(id)),
                    users::name.eq(new.name.as_str()),
                    users::email.eq(new.email.as_str()),
                    users::language.eq(name_of(&new.language)),
                    users::created_at.eq(now),
                    users::seal.eq(&seal),
                ))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?
        });
        Ok((added == 1).then(|| User {
            id: UserId(id),
            name: new.name.to_string(),
            email: new.email.to_string(),
            language: new.language,
            disabled_at: None,
        }))
    }

    /// The user with this address, created if there is none. An existing user keeps their name.
    pub async fn ensure_user(&self, new: &NewUser) -> Result<User, StoreError> {
        match self.add_user(new).await? {
            Some(user) => Ok(user),
            None => self.user_by_email(new.email.as_str()).await?.ok_or(StoreError::NotFound),
        }
    }

    pub async fn user(&self, id: UserId) -> Result<Option<User>, StoreError> {
        let row: Option<UserRow> = reading!(&self.0.0.database, |conn| {
            users::table.find(Key(id.0)).select(COLUMNS).first(conn).await.optional()?
        });
        row.map(|row| user(&self.0.0.head_keys, row)).transpose()
    }

    pub async fn user_by_email(&self, email: &str) -> Result<Option<User>, StoreError> {
        let email = as_looked_up(email);
        let row: Option<UserRow> = reading!(&self.0.0.database, |conn| {
            users::table.filter(users::email.eq(&email)).select(COLUMNS).first(conn).await.optional()?
        });
        row.map(|row| user(&self.0.0.head_keys, row)).transpose()
    }

    pub async fn users(&self, ids: &[UserId]) -> Result<Vec<User>, StoreError> {
        let keys: Vec<Key> = ids.iter().map(|id| Key(id.0)).collect();
        let rows: Vec<UserRow> = reading!(&self.0.0.database, |conn| {
            users::table.filter(users::id.eq_any(keys)).select(COLUMNS).load(conn).await?
        });
        rows.into_iter().map(|row| user(&self.0.0.head_keys, row)).filter_map(genuine).collect()
    }

    pub async fn set_language(&self, id: UserId, language: Language) -> Result<(), StoreError> {
        let name = name_of(&language);
        writing!(&self.0.0.database, |conn| {
            diesel::update(users::table.find(Key(id.0))).set(users::language.eq(&name)).execute(conn).await?
        });
        Ok(())
    }

    pub async fn set_disabled(&self, id: UserId, disabled: bool) -> Result<(), StoreError> {
        let at = disabled.then(|| At(self.0.now()));
        writing!(&self.0.0.database, |conn| {
            diesel::update(users::table.find(Key(id.0))).set(users::disabled_at.eq(at)).execute(conn).await?
        });
        Ok(())
    }

    /// The user as somebody who acts on cases. None if unknown or disabled.
    pub async fn actor(&self, id: UserId) -> Result<Option<Actor>, StoreError> {
        let Some(user) = self.user(id).await?.filter(|user| user.disabled_at.is_none()) else {
            return Ok(None);
        };
        let memberships = self.member_of(id).await?.into_iter().map(|member| member.membership).collect();
        Ok(Some(Actor::Person { person: Person { id, name: user.name }, memberships }))
    }

    /// Replaces the credential of this kind (`password`, …).
    pub async fn set_credential(&self, user: UserId, kind: &str, secret: &str) -> Result<(), StoreError> {
        let now = At(self.0.now());
        writing!(&self.0.0.database, |conn| {
            diesel::insert_into(credentials::table)
                .values((
                    credentials::user_id.eq(Key(user.0)),
                    credentials::kind.eq(kind),
                    credentials::secret.eq(secret),
                    credentials::updated_at.eq(now),
                ))
                .on_conflict((credentials::user_id, credentials::kind))
                .do_update()
                .set((credentials::secret.eq(secret), credentials::updated_at.eq(now)))
                .execute(conn)
                .await?
        });
        Ok(())
    }

    pub async fn credential(&self, user: UserId, kind: &str) -> Result<Option<String>, StoreError> {
        Ok(reading!(&self.0.0.database, |conn| {
            credentials::table
                .find((Key(user.0), kind))
                .select(credentials::secret)
                .first::<String>(conn)
                .await
                .optional()?
        }))
    }
}
