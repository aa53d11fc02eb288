//! Links that work once: the way in for people without a password.

use super::Accounts;
use crate::store::connect::{reading, transaction, writing};
use crate::store::error::StoreError;
use crate::store::schema::one_time_links;
use crate::store::sql::{At, Key};
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::moment::Moment;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

#[derive(Debug, Clone)]
pub struct NewOneTimeLink {
    /// Hash of the token; the token itself is never stored.
    pub hash: [u8; 32],
    pub purpose: String,
    pub user: UserId,
    pub case: Option<CaseId>,
    pub expires_at: Moment,
    /// The address that this link makes its owner's: whoever opens it reads the mails there.
    pub address: Option<String>,
    /// Older ones of the same kind, into the same case, open nothing any more.
    pub replaces_older: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneTimeLink {
    pub purpose: String,
    pub user: UserId,
    pub case: Option<CaseId>,
    pub address: Option<String>,
    pub state: OneTimeLinkState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OneTimeLinkState {
    Open,
    Used,
    Expired,
}

type LinkRow = (String, Key, Option<Key>, At, Option<At>, Option<String>);
type LinkColumns = (
    one_time_links::purpose,
    one_time_links::user_id,
    one_time_links::case_id,
    one_time_links::expires_at,
    one_time_links::used_at,
    one_time_links::address,
);
const COLUMNS: LinkColumns = (
    one_time_links::purpose,
    one_time_links::user_id,
    one_time_links::case_id,
    one_time_links::expires_at,
    one_time_links::used_at,
    one_time_links::address,
);

fn link((purpose, user, case, expires, used, address): LinkRow, now: Moment) -> OneTimeLink {
    let state = match used {
        Some(_) => OneTimeLinkState::Used,
        None if expires.0 <= now => OneTimeLinkState::Expired,
        None => OneTimeLinkState::Open,
    };
    OneTimeLink { purpose, user: UserId(user.0), case: case.map(|case| CaseId(case.0)), address, state }
}

impl Accounts<'_> {
    /// Stores a link.
    pub async fn add_link(&self, new: &NewOneTimeLink) -> Result<(), StoreError> {
        let (now, new) = (At(self.0.now()), new.clone());
        transaction!(self.0, |conn| {
            let theirs = one_time_links::table
                .filter(one_time_links::user_id.eq(Key(new.user.0)))
                .filter(one_time_links::purpose.eq(&new.purpose))
                .filter(one_time_links::used_at.is_null())
                .filter(one_time_links::expires_at.gt(now));
            match new.case.filter(|_| new.replaces_older) {
                Some(case) => {
                    let older = theirs.filter(one_time_links::case_id.eq(Key(case.0)));
                    diesel::update(older).set(one_time_links::expires_at.eq(now)).execute(conn).await?
                }
                None if new.replaces_older => {
                    let older = theirs.filter(one_time_links::case_id.is_null());
                    diesel::update(older).set(one_time_links::expires_at.eq(now)).execute(conn).await?
                }
                None => 0,
            };
            diesel::insert_into(one_time_links::table)
                .values((
                    one_time_links::hash.eq(new.hash.to_vec()),
                    one_time_links::purpose.eq(&new.purpose),
                    one_time_links::user_id.eq(Key(new.user.0)),
                    one_time_links::case_id.eq(new.case.map(|case| Key(case.0))),
                    one_time_links::created_at.eq(now),
                    one_time_links::expires_at.eq(At(new.expires_at)),
                    one_time_links::address.eq(&new.address),
                ))
                .execute(conn)
                .await?;
            Ok::<_, StoreError>(())
        })
    }

    /// The links of somebody who signed out, all or those into one case, open nothing any more; who follows one is
    /// mailed another. Those for another purpose than coming in (`but`) stay.
    pub async fn end_links(&self, user: UserId, case: Option<CaseId>, but: &str) -> Result<(), StoreError> {
        let now = At(self.0.now());
        writing!(&self.0.0.database, |conn| {
            let theirs = one_time_links::table
                .filter(one_time_links::user_id.eq(Key(user.0)))
                .filter(one_time_links::purpose.ne(but))
                .filter(one_time_links::used_at.is_null())
                .filter(one_time_links::expires_at.gt(now));
            let end = one_time_links::expires_at.eq(now);
            match case {
                Some(case) => {
                    let of_case = theirs.filter(one_time_links::case_id.eq(Key(case.0)));
                    diesel::update(of_case).set(end).execute(conn).await?
                }
                None => diesel::update(theirs).set(end).execute(conn).await?,
            }
        });
        Ok(())
    }

    /// Looks at a link without using it up.
    pub async fn link(&self, hash: [u8; 32]) -> Result<Option<OneTimeLink>, StoreError> {
        let now = self.0.now();
        let row: Option<LinkRow> = reading!(&self.0.0.database, |conn| {
            one_time_links::table.find(hash.to_vec()).select(COLUMNS).first(conn).await.optional()?
        });
        Ok(row.map(|row| link(row, now)))
    }

    /// Uses a link up. Of two concurrent tries one succeeds; the other gets None, as does a link that is used,
    /// expired or unknown.
    pub async fn use_link(&self, hash: [u8; 32]) -> Result<Option<OneTimeLink>, StoreError> {
        let now = self.0.now();
        let row: Option<LinkRow> = writing!(&self.0.0.database, |conn| {
            diesel::update(one_time_links::table.find(hash.to_vec()))
                .filter(one_time_links::used_at.is_null())
                .filter(one_time_links::expires_at.gt(At(now)))
                .set(one_time_links::used_at.eq(At(now)))
                .returning(COLUMNS)
                .get_result(conn)
                .await
                .optional()?
        });
        Ok(row.map(|row| OneTimeLink { state: OneTimeLinkState::Open, ..link(row, now) }))
    }
}
