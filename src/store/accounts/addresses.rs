//! Another address for an account: in one step with all that follows from it.

use super::Accounts;
use super::people::User;
use super::sealed::seal_user;
use super::sessions::ending_sessions;
use crate::contact::EmailAddress;
use crate::store::connect::transaction;
use crate::store::error::StoreError;
use crate::store::schema::{one_time_links, users};
use crate::store::sql::{At, Key};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

#[derive(Debug, Clone)]
pub struct NewAddress {
    /// Hash of the link that is used up by it.
    pub link: [u8; 32],
    /// The account as it was.
    pub former: User,
    pub address: EmailAddress,
    /// Kind and payload of the mail that it owes.
    pub owed: Option<(String, String)>,
    /// Why the sessions end.
    pub why: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Readdressed {
    /// These sessions are over.
    Done { ended: Vec<Uuid> },
    /// The link was used or ended meanwhile.
    LinkGone,
    /// By another account.
    AddressTaken,
}

impl Accounts<'_> {
    /// Makes an address its account's: the link is used up, every other link and every session ends, and the mail to the
    /// former address waits; or none of it happens.
    pub async fn take_address(&self, new: NewAddress) -> Result<Readdressed, StoreError> {
        let now = At(self.0.now());
        let user = Key(new.former.id.0);
        let seal = seal_user(&self.0.0.head_keys, user, &new.former.name, new.address.as_str());
        let done = transaction!(self.0, |conn| {
            let used = diesel::update(one_time_links::table.find(new.link.to_vec()))
                .filter(one_time_links::used_at.is_null())
                .filter(one_time_links::expires_at.gt(now))
                .set(one_time_links::used_at.eq(now))
                .execute(conn)
                .await?;
            if used == 0 {
                return Ok(Readdressed::LinkGone);
            }
            let others: i64 = users::table
                .filter(users::email.eq(new.address.as_str()))
                .filter(users::id.ne(user))
                .count()
                .get_result(conn)
                .await?;
            if others > 0 {
                return Ok(Readdressed::AddressTaken);
            }
            // Somebody else may take it between these two: then the database refuses, and the link is tried again.
            let moved = diesel::update(users::table.find(user))
                .filter(users::email.eq(&new.former.email))
                .filter(users::name.eq(&new.former.name))
                .set((users::email.eq(new.address.as_str()), users::seal.eq(seal)))
                .execute(conn)
                .await?;
            if moved == 0 {
                return Err(StoreError::Busy);
            }
            diesel::delete(one_time_links::table.filter(one_time_links::user_id.eq(user))).execute(conn).await?;
            let ended = ending_sessions!(conn, user, now, &new.why, None, &new.owed);
            Ok(Readdressed::Done { ended })
        })?;
        self.0.0.work.notify_waiters();
        Ok(done)
    }
}
