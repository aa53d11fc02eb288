//! What an organisation is before the law, by version, and its members' powers to bind it.

use super::Accounts;
use super::sealed::{IdentityRow, LegalRows, PowerRow, changing_legal, check_user, legal_rows};
use crate::store::code::{name_of, named};
use crate::store::connect::transaction;
use crate::store::error::StoreError;
use crate::store::schema::{legal_identities, powers};
use crate::store::sql::{At, Key};
use acordo_domain::case::decide::{LegalIdentityForm, PowerForm};
use acordo_domain::id::{OrganisationId, PowerId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::money::{Currency, Money};
use acordo_domain::organisation::{LegalIdentity, Power};
use acordo_record::HeadKeys;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

/// One version, and who stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredIdentity {
    pub identity: LegalIdentity,
    pub entered_at: Moment,
    /// Absent where the command line did it.
    pub entered_by: Option<UserId>,
    /// When the operator checked it; until then no agreement takes it.
    pub checked_at: Option<Moment>,
    pub checked_by: Option<UserId>,
}

/// A power with its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenPower {
    pub power: Power,
    pub user: UserId,
    pub user_name: String,
    pub given_at: Moment,
    pub given_by: Option<UserId>,
    pub ended_at: Option<Moment>,
    pub ended_by: Option<UserId>,
}

fn corrupt(error: impl std::fmt::Display) -> StoreError {
    StoreError::Corrupt(error.to_string())
}

impl IdentityRow {
    fn stored(self) -> Result<StoredIdentity, StoreError> {
        Ok(StoredIdentity {
            identity: LegalIdentity {
                version: u32::try_from(self.version).map_err(corrupt)?,
                name: self.name,
                scheme: named(&self.scheme)?,
                identifier: self.identifier,
                address: self.address,
                trade_name: self.trade_name,
            },
            entered_at: self.entered_at.0,
            entered_by: self.entered_by.map(|key| UserId(key.0)),
            checked_at: self.checked_at.map(|at| at.0),
            checked_by: self.checked_by.map(|key| UserId(key.0)),
        })
    }
}

impl PowerRow {
    fn given(self, keys: &HeadKeys) -> Result<GivenPower, StoreError> {
        let (user_name, email, seal) = self.named;
        check_user(keys, self.user_id, &user_name, &email, &seal)?;
        let limit = match (self.limit_amount, self.limit_currency) {
            (Some(amount), Some(code)) => Some(Money { amount, currency: Currency::try_from(code).map_err(corrupt)? }),
            (_, _) => None,
        };
        let until = self.until_day.map(|day| day.parse()).transpose().map_err(corrupt)?;
        let (id, ended) = (PowerId(self.id.0), self.ended_at.is_some());
        Ok(GivenPower {
            power: Power { id, limit, document: self.document, until, ended },
            user: UserId(self.user_id.0),
            user_name,
            given_at: self.given_at.0,
            given_by: self.given_by.map(|key| UserId(key.0)),
            ended_at: self.ended_at.map(|at| at.0),
            ended_by: self.ended_by.map(|key| UserId(key.0)),
        })
    }
}

impl Accounts<'_> {
    /// The next version. What the command line enters is the operator's own word, and so is checked.
    pub async fn enter_identity(
        &self,
        organisation: OrganisationId,
        form: &LegalIdentityForm,
        by: Option<UserId>,
        checked: bool,
    ) -> Result<u32, StoreError> {
        let now = At(self.0.now());
        let by = by.map(|user| Key(user.0));
        let (form, store) = (form.clone(), self.0.clone());
        transaction!(self.0, |conn| {
            let version = changing_legal!(conn, &store.0.head_keys, organisation, {
                let last: Option<i64> = legal_identities::table
                    .filter(legal_identities::organisation_id.eq(Key(organisation.0)))
                    .select(diesel::dsl::max(legal_identities::version))
                    .first(conn)
                    .await?;
                let version = last.unwrap_or(0) + 1;
                diesel::insert_into(legal_identities::table)
                    .values((
                        legal_identities::organisation_id.eq(Key(organisation.0)),
                        legal_identities::version.eq(version),
                        legal_identities::name.eq(&form.name),
                        legal_identities::scheme.eq(name_of(&form.scheme)),
                        legal_identities::identifier.eq(&form.identifier),
                        legal_identities::address.eq(&form.address),
                        legal_identities::trade_name.eq(form.trade_name.as_ref()),
                        legal_identities::entered_at.eq(now),
                        legal_identities::entered_by.eq(by),
                        legal_identities::checked_at.eq(checked.then_some(now)),
                        legal_identities::checked_by.eq(by.filter(|_| checked)),
                    ))
                    .execute(conn)
                    .await?;
                version
            });
            u32::try_from(version).map_err(corrupt)
        })
    }

    /// The operator has looked at it. False if there is no such version, or it was checked before.
    pub async fn check_identity(
        &self,
        organisation: OrganisationId,
        version: u32,
        by: UserId,
    ) -> Result<bool, StoreError> {
        let now = At(self.0.now());
        let store = self.0.clone();
        let checked = transaction!(self.0, |conn| {
            Ok::<_, StoreError>(changing_legal!(conn, &store.0.head_keys, organisation, {
                diesel::update(legal_identities::table.find((Key(organisation.0), i64::from(version))))
                    .filter(legal_identities::checked_at.is_null())
                    .set((legal_identities::checked_at.eq(now), legal_identities::checked_by.eq(Key(by.0))))
                    .execute(conn)
                    .await?
            }))
        })?;
        Ok(checked == 1)
    }

    /// Every version, the newest first.
    pub async fn identities(&self, organisation: OrganisationId) -> Result<Vec<StoredIdentity>, StoreError> {
        self.legal(organisation).await?.identities.into_iter().map(IdentityRow::stored).collect()
    }

    /// What an agreement that is drafted now takes: the newest version that was checked.
    pub async fn legal_identity(&self, organisation: OrganisationId) -> Result<Option<LegalIdentity>, StoreError> {
        let all = self.identities(organisation).await?;
        Ok(all.into_iter().find(|stored| stored.checked_at.is_some()).map(|stored| stored.identity))
    }

    pub async fn give_power(
        &self,
        organisation: OrganisationId,
        user: UserId,
        form: &PowerForm,
        by: Option<UserId>,
    ) -> Result<PowerId, StoreError> {
        let id = Uuid::now_v7();
        let now = At(self.0.now());
        let (form, store) = (form.clone(), self.0.clone());
        transaction!(self.0, |conn| {
            changing_legal!(conn, &store.0.head_keys, organisation, {
                diesel::insert_into(powers::table)
                    .values((
                        powers::id.eq(Key(id)),
                        powers::organisation_id.eq(Key(organisation.0)),
                        powers::user_id.eq(Key(user.0)),
                        powers::limit_amount.eq(form.limit.map(|limit| limit.amount)),
                        powers::limit_currency.eq(form.limit.map(|limit| limit.currency.code().to_owned())),
                        powers::document.eq(&form.document),
                        powers::until_day.eq(form.until.map(|day| day.to_string())),
                        powers::given_at.eq(now),
                        powers::given_by.eq(by.map(|user| Key(user.0))),
                    ))
                    .execute(conn)
                    .await?
            });
            Ok::<_, StoreError>(())
        })?;
        Ok(PowerId(id))
    }

    /// False if the organisation has given no such power, or it has ended already.
    pub async fn end_power(
        &self,
        organisation: OrganisationId,
        power: PowerId,
        by: Option<UserId>,
    ) -> Result<bool, StoreError> {
        let now = At(self.0.now());
        let store = self.0.clone();
        let ended = transaction!(self.0, |conn| {
            Ok::<_, StoreError>(changing_legal!(conn, &store.0.head_keys, organisation, {
                diesel::update(powers::table.find(Key(power.0)))
                    .filter(powers::organisation_id.eq(Key(organisation.0)))
                    .filter(powers::ended_at.is_null())
                    .set((powers::ended_at.eq(now), powers::ended_by.eq(by.map(|user| Key(user.0)))))
                    .execute(conn)
                    .await?
            }))
        })?;
        Ok(ended == 1)
    }

    /// Every power that was ever given, the newest first; of one member, or of all.
    pub async fn powers(
        &self,
        organisation: OrganisationId,
        user: Option<UserId>,
    ) -> Result<Vec<GivenPower>, StoreError> {
        let rows = self.legal(organisation).await?.powers.into_iter();
        let of_user = rows.filter(|row| user.is_none_or(|user| row.user_id.0 == user.0));
        of_user.map(|row| row.given(&self.0.0.head_keys)).collect()
    }
}
