//! Signed-in devices: a session is a family of refresh tokens, each good for one rotation.

use super::Accounts;
use crate::store::connect::{reading, transaction, writing};
use crate::store::error::StoreError;
use crate::store::schema::{credentials, session_tokens, sessions, users};
use crate::store::sql::{At, Key};
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::moment::Moment;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

/// Two tabs may refresh at the same time; after this a used token means a stolen one.
const ROTATION_GRACE_MILLIS: i64 = 20_000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: Uuid,
    pub user: UserId,
    /// How the person proved who they are: `email`, `password`, `two_factor`, `passkey`.
    pub level: String,
    pub address: Option<String>,
    pub user_agent: Option<String>,
    pub created_at: Moment,
    pub last_used_at: Moment,
    pub expires_at: Moment,
    pub ended_at: Option<Moment>,
    /// The only case that it leads to.
    pub case: Option<CaseId>,
}

#[derive(Debug, Clone)]
pub struct NewSession {
    pub user: UserId,
    pub level: String,
    /// Hash of the first refresh token.
    pub token_hash: [u8; 32],
    pub expires_at: Moment,
    pub address: Option<String>,
    pub user_agent: Option<String>,
    pub case: Option<CaseId>,
    /// Kind and secret of the credential that was compared, which must still be the one.
    pub credential: Option<(String, String)>,
}

/// What became of a refresh token that somebody showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refreshed {
    Rotated(Session),
    /// Used before: the whole session was ended, because one of its two holders stole the token.
    Reused(Session),
    /// Unknown, expired or ended.
    Refused,
}

type SessionRow = (Key, Key, String, Option<String>, Option<String>, At, At, At, Option<At>, Option<Key>);
type SessionColumns = (
    sessions::id,
    sessions::user_id,
    sessions::level,
    sessions::address,
    sessions::user_agent,
    sessions::created_at,
    sessions::last_used_at,
    sessions::expires_at,
    sessions::ended_at,
    sessions::case_id,
);
const COLUMNS: SessionColumns = (
    sessions::id,
    sessions::user_id,
    sessions::level,
    sessions::address,
    sessions::user_agent,
    sessions::created_at,
    sessions::last_used_at,
    sessions::expires_at,
    sessions::ended_at,
    sessions::case_id,
);

fn session((id, user, level, address, user_agent, created, used, expires, ended, case): SessionRow) -> Session {
    Session {
        id: id.0,
        user: UserId(user.0),
        level,
        address,
        user_agent,
        created_at: created.0,
        last_used_at: used.0,
        expires_at: expires.0,
        ended_at: ended.map(|at| at.0),
        case: case.map(|case| CaseId(case.0)),
    }
}

/// Sessions that ended and users whose roles changed, with the time of each: their sockets are checked again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    pub ended: Vec<(Uuid, UserId, Moment)>,
    pub roles: Vec<(UserId, Moment)>,
}

/// Ends the sessions of a person but `keep`, and owes the mail that tells of it. The sessions that are over.
macro_rules! ending_sessions {
    ($conn:ident, $user:expr, $now:expr, $why:expr, $keep:expr, $owed:expr) => {{
        use crate::store::schema::{owed, sessions};
        let keep: Option<uuid::Uuid> = $keep;
        let ended: Vec<Key> = diesel::update(sessions::table.filter(sessions::user_id.eq($user)))
            .filter(sessions::ended_at.is_null())
            .filter(sessions::id.ne(Key(keep.unwrap_or_default())))
            .set((sessions::ended_at.eq($now), sessions::ended_why.eq($why)))
            .returning(sessions::id)
            .get_results($conn)
            .await?;
        if let Some((kind, payload)) = $owed {
            diesel::insert_into(owed::table)
                .values(crate::store::outbox::waiting(None, uuid::Uuid::now_v7(), kind, payload, $now))
                .execute($conn)
                .await?;
        }
        ended.into_iter().map(|id| id.0).collect()
    }};
}

pub(super) use ending_sessions;

impl Accounts<'_> {
    /// Sessions that ended and people whose roles changed since then, whichever process did it.
    pub async fn changes_since(&self, since: Moment) -> Result<Changes, StoreError> {
        type EndedSession = (Key, Key, Option<At>);
        type Moved = (Key, Option<At>);
        let (ended, roles): (Vec<EndedSession>, Vec<Moved>) = reading!(&self.0.0.database, |conn| {
            let ended = sessions::table
                .filter(sessions::ended_at.ge(At(since)))
                .select((sessions::id, sessions::user_id, sessions::ended_at))
                .load(conn)
                .await?;
            let moved = users::table
                .filter(users::roles_changed_at.ge(At(since)))
                .select((users::id, users::roles_changed_at))
                .load(conn)
                .await?;
            (ended, moved)
        });
        let ended = ended.into_iter().filter_map(|(id, user, at)| Some((id.0, UserId(user.0), at?.0))).collect();
        let roles = roles.into_iter().filter_map(|(user, at)| Some((UserId(user.0), at?.0))).collect();
        Ok(Changes { ended, roles })
    }

    /// None if the credential that was compared was replaced meanwhile: what ends the sessions of the former one ends
    /// this one too, or comes before it.
    pub async fn begin_session(&self, new: NewSession) -> Result<Option<Session>, StoreError> {
        let id = Uuid::now_v7();
        let now = self.0.now();
        let begun = Session {
            id,
            user: new.user,
            level: new.level.clone(),
            address: new.address.clone(),
            user_agent: new.user_agent.clone(),
            created_at: now,
            last_used_at: now,
            expires_at: new.expires_at,
            ended_at: None,
            case: new.case,
        };
        let is_begun = transaction!(self.0, |conn| {
            if let Some((kind, secret)) = &new.credential {
                // Written as it is, and so held until this is done: of two, the later one sees what the first did.
                let still = diesel::update(credentials::table.find((Key(new.user.0), kind)))
                    .filter(credentials::secret.eq(secret))
                    .set(credentials::secret.eq(secret))
                    .execute(conn)
                    .await?;
                if still == 0 {
                    return Ok(false);
                }
            }
            diesel::insert_into(sessions::table)
                .values((
                    sessions::id.eq(Key(id)),
                    sessions::user_id.eq(Key(new.user.0)),
                    sessions::level.eq(&new.level),
                    sessions::address.eq(&new.address),
                    sessions::user_agent.eq(&new.user_agent),
                    sessions::created_at.eq(At(now)),
                    sessions::last_used_at.eq(At(now)),
                    sessions::expires_at.eq(At(new.expires_at)),
                    sessions::case_id.eq(new.case.map(|case| Key(case.0))),
                ))
                .execute(conn)
                .await?;
            diesel::insert_into(session_tokens::table)
                .values((
                    session_tokens::hash.eq(new.token_hash.to_vec()),
                    session_tokens::session_id.eq(Key(id)),
                    session_tokens::created_at.eq(At(now)),
                ))
                .execute(conn)
                .await?;
            Ok::<_, StoreError>(true)
        })?;
        Ok(is_begun.then_some(begun))
    }

    /// Uses a refresh token up and puts another in its place.
    pub async fn rotate(&self, old: [u8; 32], new: [u8; 32]) -> Result<Refreshed, StoreError> {
        let now = self.0.now();
        transaction!(self.0, |conn| {
            // The session's row first: of two who hold tokens of one session, the second sees what the first did.
            let its_session =
                session_tokens::table.filter(session_tokens::hash.eq(old.to_vec())).select(session_tokens::session_id);
            let found: Option<SessionRow> = diesel::update(sessions::table.filter(sessions::id.eq_any(its_session)))
                .filter(sessions::ended_at.is_null())
                .filter(sessions::expires_at.gt(At(now)))
                .set(sessions::last_used_at.eq(At(now)))
                .returning(COLUMNS)
                .get_result(conn)
                .await
                .optional()?;
            let Some(found) = found.map(session) else { return Ok(Refreshed::Refused) };
            let parent: Option<Vec<u8>> =
                session_tokens::table.find(old.to_vec()).select(session_tokens::parent).first(conn).await?;
            let first = diesel::update(session_tokens::table.find(old.to_vec()))
                .filter(session_tokens::used_at.is_null())
                .set(session_tokens::used_at.eq(At(now)))
                .execute(conn)
                .await?
                == 1;
            // Once a token that came from this one was renewed, whoever holds it has this one no more; and of two
            // that came from one, a single browser keeps only the later.
            let family = if first { parent } else { Some(old.to_vec()) };
            let renewed: i64 = match family {
                None => 0,
                Some(parent) => {
                    session_tokens::table
                        .filter(session_tokens::parent.eq(parent))
                        .filter(session_tokens::hash.ne(old.to_vec()))
                        .filter(session_tokens::used_at.is_not_null())
                        .count()
                        .get_result(conn)
                        .await?
                }
            };
            let used: Option<At> =
                session_tokens::table.find(old.to_vec()).select(session_tokens::used_at).first(conn).await?;
            let stale = !first && used.is_none_or(|at| at.0.plus_millis(ROTATION_GRACE_MILLIS) < now);
            if stale || renewed > 0 {
                diesel::update(sessions::table.find(Key(found.id)))
                    .set((sessions::ended_at.eq(At(now)), sessions::ended_why.eq("token_reused")))
                    .execute(conn)
                    .await?;
                return Ok(Refreshed::Reused(Session { ended_at: Some(now), ..found }));
            }
            diesel::insert_into(session_tokens::table)
                .values((
                    session_tokens::hash.eq(new.to_vec()),
                    session_tokens::session_id.eq(Key(found.id)),
                    session_tokens::created_at.eq(At(now)),
                    session_tokens::parent.eq(old.to_vec()),
                ))
                .execute(conn)
                .await?;
            Ok::<_, StoreError>(Refreshed::Rotated(found))
        })
    }

    /// The live session of a refresh token that was not renewed yet: where nothing can be written, it stays as it is.
    pub async fn session_of(&self, token: [u8; 32]) -> Result<Option<Session>, StoreError> {
        let now = At(self.0.now());
        let row: Option<SessionRow> = reading!(&self.0.0.database, |conn| {
            session_tokens::table
                .inner_join(sessions::table)
                .filter(session_tokens::hash.eq(token.to_vec()))
                .filter(session_tokens::used_at.is_null())
                .filter(sessions::ended_at.is_null())
                .filter(sessions::expires_at.gt(now))
                .select(COLUMNS)
                .first(conn)
                .await
                .optional()?
        });
        Ok(row.map(session))
    }

    pub async fn session(&self, id: Uuid) -> Result<Option<Session>, StoreError> {
        let row: Option<SessionRow> = reading!(&self.0.0.database, |conn| {
            sessions::table.find(Key(id)).select(COLUMNS).first(conn).await.optional()?
        });
        Ok(row.map(session))
    }

    /// The sessions of a user that are neither ended nor over, newest first.
    pub async fn sessions(&self, user: UserId) -> Result<Vec<Session>, StoreError> {
        let now = At(self.0.now());
        let rows: Vec<SessionRow> = reading!(&self.0.0.database, |conn| {
            sessions::table
                .filter(sessions::user_id.eq(Key(user.0)))
                .filter(sessions::ended_at.is_null())
                .filter(sessions::expires_at.gt(now))
                .order(sessions::id.desc())
                .select(COLUMNS)
                .load(conn)
                .await?
        });
        Ok(rows.into_iter().map(session).collect())
    }

    pub async fn end_session(&self, id: Uuid, why: &str) -> Result<(), StoreError> {
        let now = At(self.0.now());
        writing!(&self.0.0.database, |conn| {
            diesel::update(sessions::table.find(Key(id)))
                .filter(sessions::ended_at.is_null())
                .set((sessions::ended_at.eq(now), sessions::ended_why.eq(why)))
                .execute(conn)
                .await?
        });
        Ok(())
    }

    /// Ends every session of a user, for instance after a new password.
    pub async fn end_sessions(&self, user: UserId, why: &str) -> Result<(), StoreError> {
        let now = At(self.0.now());
        writing!(&self.0.0.database, |conn| {
            diesel::update(sessions::table.filter(sessions::user_id.eq(Key(user.0))))
                .filter(sessions::ended_at.is_null())
                .set((sessions::ended_at.eq(now), sessions::ended_why.eq(why)))
                .execute(conn)
                .await?
        });
        Ok(())
    }

    /// Moves the expiry of every live session to this time.
    pub async fn extend_sessions(&self, until: Moment) -> Result<(), StoreError> {
        let now = At(self.0.now());
        writing!(&self.0.0.database, |conn| {
            diesel::update(sessions::table)
                .filter(sessions::ended_at.is_null())
                .filter(sessions::expires_at.gt(now))
                .set(sessions::expires_at.eq(At(until)))
                .execute(conn)
                .await?
        });
        Ok(())
    }

    /// Deletes sessions and links that were over before this time, and wrong passwords of yesterday.
    pub async fn forget_expired(&self, before: Moment) -> Result<usize, StoreError> {
        use crate::store::schema::{one_time_links, sign_in_tries};
        let day_ago = self.0.now().plus_days(-1);
        transaction!(self.0, |conn| {
            let sessions =
                diesel::delete(sessions::table.filter(sessions::expires_at.lt(At(before)))).execute(conn).await?;
            let links = diesel::delete(one_time_links::table.filter(one_time_links::expires_at.lt(At(before))))
                .execute(conn)
                .await?;
            let tries = diesel::delete(sign_in_tries::table.filter(sign_in_tries::begun_at.lt(At(day_ago))))
                .execute(conn)
                .await?;
            Ok::<_, StoreError>(sessions + links + tries)
        })
    }
}
