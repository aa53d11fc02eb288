//! Companies, the operator, and their members.

use super::sealed::{
    IdentityRow, LegalRows, OrganisationColumns, PowerRow, changing_legal, check_organisation, check_user, genuine,
    legal_rows, seal_organisation,
};
use super::{Accounts, User};
use crate::store::code::{name_of, named};
use crate::store::connect::{reading, transaction, writing};
use crate::store::error::StoreError;
use crate::store::schema::{former_members, members, organisations, powers, users};
use crate::store::sql::{At, Key};
use acordo_domain::case::command::Trade;
use acordo_domain::id::{OrganisationId, UserId};
use acordo_domain::seat::{Membership, OrganisationKind, Role};
use acordo_record::HeadKeys;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    pub trade: Trade,
}

#[derive(Debug, Clone)]
pub struct NewOrganisation {
    pub kind: OrganisationKind,
    pub name: String,
    pub trade: Trade,
}

/// What a user is, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberOf {
    pub membership: Membership,
    pub organisation_name: String,
}

/// A member of one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub user: User,
    pub role: Role,
}

type OrganisationFields =
    (organisations::id, organisations::kind, organisations::name, organisations::trade, organisations::seal);
const COLUMNS: OrganisationFields =
    (organisations::id, organisations::kind, organisations::name, organisations::trade, organisations::seal);

/// The row as an organisation, which is what was written.
fn organisation(keys: &HeadKeys, row: OrganisationColumns) -> Result<Organisation, StoreError> {
    check_organisation(keys, &row)?;
    let (id, kind, name, trade, _) = row;
    Ok(Organisation { id: OrganisationId(id.0), kind: named(&kind)?, name, trade: named(&trade)? })
}

impl Accounts<'_> {
    pub async fn add_organisation(&self, new: &NewOrganisation) -> Result<Organisation, StoreError> {
        let id = Uuid::now_v7();
        let now = At(self.0.now());
        let (keys, kind, trade) = (&self.0.0.head_keys, name_of(&new.kind), name_of(&new.trade));
        let seal = seal_organisation(keys, Key(id), [&kind, &new.name, &trade]);
        let legal_seal = LegalRows::none().sealed(keys, OrganisationId(id));
        writing!(&self.0.0.database, |conn| {
            diesel::insert_into(organisations::table)
                .values((
                    organisations::id.eq(Key(id)),
                    organisations::kind.eq(&kind),
                    organisations::name.eq(&new.name),
                    organisations::name_key.eq(new.name.to_lowercase()),
                    organisations::trade.eq(&trade),
                    organisations::created_at.eq(now),
                    organisations::seal.eq(&seal),
                    organisations::legal_seal.eq(&legal_seal),
                ))
                .execute(conn)
                .await?
        });
        Ok(Organisation { id: OrganisationId(id), kind: new.kind, name: new.name.clone(), trade: new.trade })
    }

    pub async fn organisation(&self, id: OrganisationId) -> Result<Option<Organisation>, StoreError> {
        let row: Option<OrganisationColumns> = reading!(&self.0.0.database, |conn| {
            organisations::table.find(Key(id.0)).select(COLUMNS).first(conn).await.optional()?
        });
        row.map(|row| organisation(&self.0.0.head_keys, row)).transpose()
    }

    /// The mediation centre that runs this installation: the first one created.
    pub async fn operator(&self) -> Result<Option<Organisation>, StoreError> {
        let kind = name_of(&OrganisationKind::Operator);
        let row: Option<OrganisationColumns> = reading!(&self.0.0.database, |conn| {
            organisations::table
                .filter(organisations::kind.eq(&kind))
                .order((organisations::created_at, organisations::id))
                .select(COLUMNS)
                .first(conn)
                .await
                .optional()?
        });
        row.map(|row| organisation(&self.0.0.head_keys, row)).transpose()
    }

    /// Companies whose name has these words, by name.
    pub async fn companies(&self, words: &str, limit: u32) -> Result<Vec<Organisation>, StoreError> {
        let kind = name_of(&OrganisationKind::Company);
        let escaped = words.trim().to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let pattern = format!("%{escaped}%");
        let rows: Vec<OrganisationColumns> = reading!(&self.0.0.database, |conn| {
            organisations::table
                .filter(organisations::kind.eq(&kind))
                .filter(organisations::name_key.like(&pattern).escape('\\'))
                .order((organisations::name_key, organisations::id))
                .limit(i64::from(limit))
                .select(COLUMNS)
                .load(conn)
                .await?
        });
        rows.into_iter().map(|row| organisation(&self.0.0.head_keys, row)).filter_map(genuine).collect()
    }

    pub async fn add_member(&self, organisation: OrganisationId, user: UserId, role: Role) -> Result<(), StoreError> {
        let now = At(self.0.now());
        transaction!(self.0, |conn| {
            diesel::insert_into(members::table)
                .values((
                    members::organisation_id.eq(Key(organisation.0)),
                    members::user_id.eq(Key(user.0)),
                    members::role.eq(name_of(&role)),
                    members::since.eq(now),
                ))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?;
            diesel::update(users::table.find(Key(user.0))).set(users::roles_changed_at.eq(now)).execute(conn).await?;
            Ok::<_, StoreError>(())
        })
    }

    /// The last one who answers for an organisation's people stays until there is another.
    pub async fn remove_member(
        &self,
        organisation: OrganisationId,
        user: UserId,
        role: Role,
    ) -> Result<bool, StoreError> {
        let leads = matches!(role, Role::Manager | Role::Admin);
        let role = name_of(&role);
        let now = At(self.0.now());
        let store = self.0.clone();
        let removed = transaction!(self.0, |conn| {
            if leads {
                // Two managers who let each other go at the same moment wait here for one another.
                diesel::update(organisations::table.find(Key(organisation.0)))
                    .set(organisations::name.eq(organisations::name))
                    .execute(conn)
                    .await?;
                let held: Vec<Key> = members::table
                    .inner_join(users::table)
                    .filter(members::organisation_id.eq(Key(organisation.0)))
                    .filter(members::role.eq(&role))
                    .filter(users::disabled_at.is_null())
                    .select(users::id)
                    .load(conn)
                    .await?;
                if held.iter().any(|key| key.0 == user.0) && held.len() == 1 {
                    return Err(StoreError::LastManager);
                }
            }
            diesel::update(users::table.find(Key(user.0))).set(users::roles_changed_at.eq(now)).execute(conn).await?;
            let gone =
                diesel::delete(members::table.find((Key(organisation.0), Key(user.0), &role))).execute(conn).await?;
            if gone == 1 {
                diesel::insert_into(former_members::table)
                    .values((
                        former_members::organisation_id.eq(Key(organisation.0)),
                        former_members::user_id.eq(Key(user.0)),
                        former_members::role.eq(&role),
                        former_members::until.eq(now),
                    ))
                    .on_conflict((former_members::organisation_id, former_members::user_id, former_members::role))
                    .do_update()
                    .set(former_members::until.eq(now))
                    .execute(conn)
                    .await?;
            }
            // Who is no member any more binds nobody, also if they come back.
            let stays: i64 = members::table
                .filter(members::organisation_id.eq(Key(organisation.0)))
                .filter(members::user_id.eq(Key(user.0)))
                .count()
                .get_result(conn)
                .await?;
            if stays == 0 {
                changing_legal!(conn, &store.0.head_keys, organisation, {
                    diesel::update(powers::table)
                        .filter(powers::organisation_id.eq(Key(organisation.0)))
                        .filter(powers::user_id.eq(Key(user.0)))
                        .filter(powers::ended_at.is_null())
                        .set(powers::ended_at.eq(now))
                        .execute(conn)
                        .await?
                });
            }
            Ok::<_, StoreError>(gone)
        })?;
        Ok(removed == 1)
    }

    /// Does any enabled user have this role there?
    pub async fn has_role(&self, organisation: OrganisationId, role: Role) -> Result<bool, StoreError> {
        let role = name_of(&role);
        let count: i64 = reading!(&self.0.0.database, |conn| {
            members::table
                .inner_join(users::table)
                .filter(members::organisation_id.eq(Key(organisation.0)))
                .filter(members::role.eq(&role))
                .filter(users::disabled_at.is_null())
                .count()
                .get_result(conn)
                .await?
        });
        Ok(count > 0)
    }

    /// All memberships of a user.
    pub async fn member_of(&self, user: UserId) -> Result<Vec<MemberOf>, StoreError> {
        let rows: Vec<(OrganisationColumns, String)> = reading!(&self.0.0.database, |conn| {
            members::table
                .inner_join(organisations::table)
                .filter(members::user_id.eq(Key(user.0)))
                .order((organisations::name_key, members::role))
                .select((COLUMNS, members::role))
                .load(conn)
                .await?
        });
        rows.into_iter()
            .map(|(row, role)| {
                check_organisation(&self.0.0.head_keys, &row)?;
                let (id, kind, name, ..) = row;
                let membership =
                    Membership { organisation: OrganisationId(id.0), kind: named(&kind)?, role: named(&role)? };
                Ok(MemberOf { membership, organisation_name: name })
            })
            .collect()
    }

    /// The members of an organisation, by name; disabled users are left out.
    pub async fn members(&self, organisation: OrganisationId) -> Result<Vec<Member>, StoreError> {
        type MemberRow = (Key, String, String, String, String, Vec<u8>);
        let rows: Vec<MemberRow> = reading!(&self.0.0.database, |conn| {
            members::table
                .inner_join(users::table)
                .filter(members::organisation_id.eq(Key(organisation.0)))
                .filter(users::disabled_at.is_null())
                .order((users::name, users::id, members::role))
                .select((users::id, users::name, users::email, users::language, members::role, users::seal))
                .load(conn)
                .await?
        });
        rows.into_iter()
            .map(|(id, name, email, language, role, seal)| {
                check_user(&self.0.0.head_keys, id, &name, &email, &seal)?;
                let user = User { id: UserId(id.0), name, email, language: named(&language)?, disabled_at: None };
                Ok(Member { user, role: named(&role)? })
            })
            .filter_map(genuine)
            .collect()
    }
}
