//! Complaints that their filers have not confirmed yet. They stand outside the record: nobody else knows of them.

use super::Store;
use super::code::{name_of, named};
use super::connect::{reading, transaction, writing};
use super::error::StoreError;
use super::outbox::waiting;
use super::schema::{complaint_drafts as drafts, owed};
use super::sql::{At, Key};
use acordo_domain::case::command::Language;
use acordo_domain::id::{CaseId, CommandId, Reference, UserId};
use acordo_domain::moment::Moment;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Clone, Copy)]
pub struct Drafts<'s>(pub(super) &'s Store);

/// A complaint as it was sent at first.
#[derive(Debug, Clone)]
pub struct NewDraft {
    /// The command that the complaint becomes when it is confirmed.
    pub id: CommandId,
    pub case: CaseId,
    pub reference: Reference,
    pub said: [u8; 32],
    pub form: String,
    pub email: String,
    pub language: Language,
    pub filer: [u8; 32],
    pub expires_at: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintDraft {
    pub id: CommandId,
    pub case: CaseId,
    pub reference: Reference,
    /// Of what it was made; counts corrections.
    pub revision: i32,
    /// As JSON, and where the link goes; gone when the draft has ended.
    pub form: Option<String>,
    pub email: Option<String>,
    pub language: Language,
    pub expires_at: Moment,
    /// It is becoming a case.
    pub claimed: bool,
    pub ended: Option<DraftEnd>,
    /// Who confirmed it.
    pub user: Option<UserId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftEnd {
    Confirmed,
    Dropped,
    Expired,
}

/// Who shows a key to a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftHolder {
    /// The page on which it was filed.
    Filer,
    /// Who reads the mails of the address: only they confirm.
    Mailbox,
}

/// What a correction changes.
#[derive(Debug, Clone)]
pub struct Revision {
    /// The revision that was corrected.
    pub corrects: i32,
    pub form: String,
    pub email: String,
    pub language: Language,
}

/// A mail that is owed in the same transaction.
#[derive(Debug, Clone)]
pub struct OwedMail {
    pub kind: &'static str,
    pub payload: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = drafts)]
struct Row {
    id: Key,
    case_id: Key,
    reference: String,
    revision: i32,
    form: Option<String>,
    email: Option<String>,
    language: String,
    expires_at: At,
    claimed_at: Option<At>,
    ended: Option<String>,
    user_id: Option<Key>,
}

impl Row {
    fn draft(self, now: Moment) -> Result<ComplaintDraft, StoreError> {
        let expired = (self.expires_at.0 <= now).then_some(DraftEnd::Expired);
        Ok(ComplaintDraft {
            id: CommandId(self.id.0),
            case: CaseId(self.case_id.0),
            reference: named(&self.reference)?,
            revision: self.revision,
            form: self.form,
            email: self.email,
            language: named(&self.language)?,
            expires_at: self.expires_at.0,
            claimed: self.claimed_at.is_some(),
            ended: self.ended.as_deref().map(named).transpose()?.or(expired),
            user: self.user_id.map(|user| UserId(user.0)),
        })
    }
}

impl Drafts<'_> {
    /// Keeps a complaint and owes the mail about it. Sent again under the same id it is the draft of the first time, under
    /// a new key of its filer; another complaint under that id is refused.
    pub async fn add(&self, new: &NewDraft, mail: OwedMail) -> Result<ComplaintDraft, StoreError> {
        let (id, now, new) = (new.id, At(self.0.now()), new.clone());
        transaction!(self.0, |conn| {
            let added = diesel::insert_into(drafts::table)
                .values((
                    drafts::id.eq(Key(new.id.0)),
                    drafts::case_id.eq(Key(new.case.0)),
                    drafts::reference.eq(new.reference.to_string()),
                    drafts::said.eq(new.said.to_vec()),
                    drafts::revision.eq(1),
                    drafts::form.eq(&new.form),
                    drafts::email.eq(&new.email),
                    drafts::language.eq(name_of(&new.language)),
                    drafts::filer_hash.eq(new.filer.to_vec()),
                    drafts::created_at.eq(now),
                    drafts::expires_at.eq(At(new.expires_at)),
                ))
                .on_conflict(drafts::id)
                .do_nothing()
                .execute(conn)
                .await?;
            if added == 1 {
                diesel::insert_into(owed::table)
                    .values(waiting(None, Uuid::now_v7(), mail.kind, &mail.payload, now))
                    .execute(conn)
                    .await?;
                return Ok(());
            }
            let same = diesel::update(drafts::table.find(Key(new.id.0)))
                .filter(drafts::said.eq(new.said.to_vec()))
                .set(drafts::filer_hash.eq(new.filer.to_vec()))
                .execute(conn)
                .await?;
            if same == 1 { Ok(()) } else { Err(StoreError::IdReused) }
        })?;
        self.0.0.work.notify_waiters();
        self.get(id).await?.ok_or(StoreError::NotFound)
    }

    pub async fn get(&self, id: CommandId) -> Result<Option<ComplaintDraft>, StoreError> {
        let now = self.0.now();
        let row: Option<Row> = reading!(&self.0.0.database, |conn| {
            drafts::table.find(Key(id.0)).select(Row::as_select()).first(conn).await.optional()?
        });
        row.map(|row| row.draft(now)).transpose()
    }

    /// The draft that a key opens, also after its end.
    pub async fn held_by(&self, hash: [u8; 32]) -> Result<Option<(ComplaintDraft, DraftHolder)>, StoreError> {
        let now = self.0.now();
        let row: Option<(Row, Vec<u8>)> = reading!(&self.0.0.database, |conn| {
            drafts::table
                .filter(drafts::filer_hash.eq(hash.to_vec()).or(drafts::link_hash.eq(hash.to_vec())))
                .select((Row::as_select(), drafts::filer_hash))
                .first(conn)
                .await
                .optional()?
        });
        row.map(|(row, filer)| {
            let holder = if filer == hash { DraftHolder::Filer } else { DraftHolder::Mailbox };
            Ok((row.draft(now)?, holder))
        })
        .transpose()
    }

    /// A link that is about to be mailed opens the draft from now on, and the one before it no more. False if the draft
    /// was corrected or ended meanwhile.
    pub async fn link(&self, id: CommandId, revision: i32, hash: [u8; 32]) -> Result<bool, StoreError> {
        let changed = writing!(&self.0.0.database, |conn| {
            diesel::update(drafts::table.find(Key(id.0)))
                .filter(drafts::ended.is_null())
                .filter(drafts::revision.eq(revision))
                .set(drafts::link_hash.eq(hash.to_vec()))
                .execute(conn)
                .await?
        });
        Ok(changed == 1)
    }

    /// Where a mail is given, it is owed with the correction, and the link that was mailed before opens nothing any more.
    /// False if the draft was corrected by somebody else, is becoming a case, or has ended.
    pub async fn revise(&self, id: CommandId, new: &Revision, mail: Option<OwedMail>) -> Result<bool, StoreError> {
        let (now, new) = (At(self.0.now()), new.clone());
        let changed = transaction!(self.0, |conn| {
            let open = drafts::table
                .find(Key(id.0))
                .filter(drafts::ended.is_null())
                .filter(drafts::claimed_at.is_null())
                .filter(drafts::expires_at.gt(now))
                .filter(drafts::revision.eq(new.corrects));
            let set = (
                drafts::revision.eq(new.corrects + 1),
                drafts::form.eq(&new.form),
                drafts::email.eq(&new.email),
                drafts::language.eq(name_of(&new.language)),
            );
            if diesel::update(open).set(set).execute(conn).await? == 0 {
                return Ok::<_, StoreError>(false);
            }
            if let Some(mail) = &mail {
                let no_link = drafts::link_hash.eq(None::<Vec<u8>>);
                diesel::update(drafts::table.find(Key(id.0))).set(no_link).execute(conn).await?;
                diesel::insert_into(owed::table)
                    .values(waiting(None, Uuid::now_v7(), mail.kind, &mail.payload, now))
                    .execute(conn)
                    .await?;
            }
            Ok(true)
        })?;
        self.0.0.work.notify_waiters();
        Ok(changed)
    }

    /// False if it is becoming a case or has ended.
    pub async fn drop(&self, id: CommandId) -> Result<bool, StoreError> {
        let now = At(self.0.now());
        let changed = writing!(&self.0.0.database, |conn| {
            diesel::update(drafts::table.find(Key(id.0)))
                .filter(drafts::ended.is_null())
                .filter(drafts::claimed_at.is_null())
                .set((
                    drafts::form.eq(None::<String>),
                    drafts::email.eq(None::<String>),
                    drafts::ended.eq(name_of(&DraftEnd::Dropped)),
                    drafts::ended_at.eq(now),
                ))
                .execute(conn)
                .await?
        });
        Ok(changed == 1)
    }

    /// From now on nothing of this revision changes: it becomes a case. Claimed again it is still claimed: whoever
    /// stopped in between goes on.
    pub async fn claim(&self, id: CommandId, revision: i32) -> Result<bool, StoreError> {
        let now = At(self.0.now());
        let changed = writing!(&self.0.0.database, |conn| {
            diesel::update(drafts::table.find(Key(id.0)))
                .filter(drafts::ended.is_null())
                .filter(drafts::expires_at.gt(now))
                .filter(drafts::revision.eq(revision))
                .set(drafts::claimed_at.eq(now))
                .execute(conn)
                .await?
        });
        Ok(changed == 1)
    }

    /// It was refused as a case, and can be corrected again.
    pub async fn release(&self, id: CommandId) -> Result<(), StoreError> {
        writing!(&self.0.0.database, |conn| {
            diesel::update(drafts::table.find(Key(id.0)))
                .filter(drafts::ended.is_null())
                .set(drafts::claimed_at.eq(None::<At>))
                .execute(conn)
                .await?
        });
        Ok(())
    }

    /// It has become a case. Of two who say so, one is the first.
    pub async fn confirm(&self, id: CommandId, user: UserId) -> Result<bool, StoreError> {
        let now = At(self.0.now());
        let changed = writing!(&self.0.0.database, |conn| {
            diesel::update(drafts::table.find(Key(id.0)))
                .filter(drafts::ended.is_null())
                .set((
                    drafts::form.eq(None::<String>),
                    drafts::email.eq(None::<String>),
                    drafts::ended.eq(name_of(&DraftEnd::Confirmed)),
                    drafts::ended_at.eq(now),
                    drafts::user_id.eq(Key(user.0)),
                ))
                .execute(conn)
                .await?
        });
        Ok(changed == 1)
    }

    /// Empties drafts whose time is over, and forgets those that ended before this moment. How many were emptied.
    pub async fn tidy(&self, before: Moment) -> Result<usize, StoreError> {
        let now = At(self.0.now());
        let emptied = writing!(&self.0.0.database, |conn| {
            diesel::update(drafts::table.filter(drafts::ended.is_null()).filter(drafts::expires_at.le(now)))
                .set((
                    drafts::form.eq(None::<String>),
                    drafts::email.eq(None::<String>),
                    drafts::ended.eq(name_of(&DraftEnd::Expired)),
                    drafts::ended_at.eq(now),
                ))
                .execute(conn)
                .await?
        });
        writing!(&self.0.0.database, |conn| {
            diesel::delete(drafts::table.filter(drafts::ended_at.lt(At(before)))).execute(conn).await?
        });
        Ok(emptied)
    }
}
