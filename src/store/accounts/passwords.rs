//! Another password for an account: in one step with all that follows from it.

use super::Accounts;
use super::sessions::ending_sessions;
use crate::store::connect::transaction;
use crate::store::error::StoreError;
use crate::store::schema::{credentials, one_time_links};
use crate::store::sql::{At, Key};
use acordo_domain::id::UserId;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

#[derive(Debug, Clone)]
pub struct NewPassword {
    pub user: UserId,
    /// The kind of the credential.
    pub kind: String,
    pub hash: String,
    /// The credential that was compared, which must still be the one. None: whatever there is, also nothing.
    pub former: Option<String>,
    /// Hash of the link that is used up by it.
    pub link: Option<[u8; 32]>,
    /// The session that goes on.
    pub keep: Option<Uuid>,
    /// Kind and payload of the mail that it owes.
    pub owed: Option<(String, String)>,
    /// Why the sessions end.
    pub why: String,
}

impl Accounts<'_> {
    /// Gives an account a password: the link is used up, every other link and every other session ends, and the mail
    /// waits; or none of it happens. The sessions that are over, or none where the link or the former password is gone.
    pub async fn renew_password(&self, new: NewPassword) -> Result<Option<Vec<Uuid>>, StoreError> {
        let now = At(self.0.now());
        let user = Key(new.user.0);
        let done = transaction!(self.0, |conn| {
            if let Some(link) = new.link {
                let used = diesel::update(one_time_links::table.find(link.to_vec()))
                    .filter(one_time_links::used_at.is_null())
                    .filter(one_time_links::expires_at.gt(now))
                    .set(one_time_links::used_at.eq(now))
                    .execute(conn)
                    .await?;
                if used == 0 {
                    return Ok(None);
                }
            }
            let secret = (credentials::secret.eq(&new.hash), credentials::updated_at.eq(now));
            let put = match &new.former {
                Some(former) => {
                    let theirs = credentials::table.find((user, &new.kind)).filter(credentials::secret.eq(former));
                    diesel::update(theirs).set(secret).execute(conn).await?
                }
                None => {
                    diesel::insert_into(credentials::table)
                        .values((credentials::user_id.eq(user), credentials::kind.eq(&new.kind), secret))
                        .on_conflict((credentials::user_id, credentials::kind))
                        .do_update()
                        .set(secret)
                        .execute(conn)
                        .await?
                }
            };
            if put == 0 {
                return Ok(None);
            }
            // Those that were used stay, so that who follows one is told so.
            diesel::update(one_time_links::table.filter(one_time_links::user_id.eq(user)))
                .filter(one_time_links::used_at.is_null())
                .filter(one_time_links::expires_at.gt(now))
                .set(one_time_links::expires_at.eq(now))
                .execute(conn)
                .await?;
            let ended = ending_sessions!(conn, user, now, &new.why, new.keep, &new.owed);
            Ok::<_, StoreError>(Some(ended))
        })?;
        self.0.0.work.notify_waiters();
        Ok(done)
    }
}
