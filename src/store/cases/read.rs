//! Reads for viewers: the case as each may see it, and pages of its channels.

use super::bytes::channel_name;
use super::load::EventRange;
use super::{Recorded, load};
use crate::store::Store;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::cases;
use crate::store::sql::{At, Key};
use acordo_domain::case::audience::{Span, readable};
use acordo_domain::case::command::Command;
use acordo_domain::case::due::due;
use acordo_domain::case::show;
use acordo_domain::case::state::Case;
use acordo_domain::id::{CaseId, Reference};
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Actor, Channel};
use acordo_domain::view::CaseView;
use bytestring::ByteString;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::sync::Arc;

/// Events of one channel as frames, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub events: Vec<(u64, ByteString)>,
    /// The last `seq` that this viewer may read.
    pub head: u64,
}

impl Store {
    /// The whole committed case. It is never shown to anybody unfiltered.
    pub async fn case(&self, id: CaseId) -> Result<Arc<Case>, StoreError> {
        let warm = self.0.warm.get(id);
        if let Some(committed) = warm.committed() {
            if !self.0.database.is_shared() || self.stored_version(id).await? == warm.version() {
                return Ok(committed);
            }
            let mut writer = warm.writer.clone().lock_owned().await;
            writer.may_be_stale = true;
        }
        drop(self.lock_writer(&warm).await?);
        warm.committed().ok_or(StoreError::NotFound)
    }

    /// The case as this viewer may see it. Without a capacity there is no case.
    pub async fn view(&self, id: CaseId, actor: &Actor) -> Result<CaseView, StoreError> {
        let case = self.case(id).await?;
        show::view(&case, actor, &self.0.rules, self.now()).ok_or(StoreError::NotFound)
    }

    /// What this viewer may read.
    pub async fn spans(&self, id: CaseId, actor: &Actor) -> Result<Vec<Span>, StoreError> {
        let spans = readable(&self.case(id).await?.procedure, actor);
        if spans.is_empty() { Err(StoreError::NotFound) } else { Ok(spans) }
    }

    /// Events after this `seq`, at most `limit`.
    pub async fn page(
        &self,
        id: CaseId,
        actor: &Actor,
        channel: Channel,
        after: u64,
        limit: u32,
    ) -> Result<Page, StoreError> {
        let (span, head) = self.readable_span(id, actor, channel).await?;
        let above = after.max(span.from.saturating_sub(1));
        self.page_of(id, channel, above, above.saturating_add(u64::from(limit)).min(head), head).await
    }

    /// The last events before this `seq`, at most `limit`, oldest first.
    pub async fn page_before(
        &self,
        id: CaseId,
        actor: &Actor,
        channel: Channel,
        before: u64,
        limit: u32,
    ) -> Result<Page, StoreError> {
        let (span, head) = self.readable_span(id, actor, channel).await?;
        let up_to = before.saturating_sub(1).min(head);
        let above = up_to.saturating_sub(u64::from(limit)).max(span.from.saturating_sub(1));
        self.page_of(id, channel, above, up_to, head).await
    }

    async fn readable_span(&self, id: CaseId, actor: &Actor, channel: Channel) -> Result<(Span, u64), StoreError> {
        let case = self.case(id).await?;
        let spans = readable(&case.procedure, actor);
        let span = spans.into_iter().find(|span| span.channel == channel).ok_or(StoreError::NotFound)?;
        let size = case.size(channel);
        Ok((span, span.to.map_or(size, |to| to.min(size))))
    }

    async fn page_of(
        &self,
        id: CaseId,
        channel: Channel,
        above: u64,
        up_to: u64,
        head: u64,
    ) -> Result<Page, StoreError> {
        if above >= up_to {
            return Ok(Page { events: Vec::new(), head });
        }
        let which = EventRange::Channel(channel_name(channel).into_owned(), above, up_to);
        let stored = self.stored_events(id, which).await?;
        let events = stored.iter().map(|event| Ok((event.seq, event.frame()?))).collect::<Result<_, StoreError>>()?;
        Ok(Page { events, head })
    }

    /// Every event of a channel from the first to the last, for exports and jobs; it checks no rights.
    pub async fn whole_channel(&self, id: CaseId, channel: Channel) -> Result<Vec<Arc<Recorded>>, StoreError> {
        let which = EventRange::Channel(channel_name(channel).into_owned(), 0, u64::MAX);
        load::recorded(id, &self.stored_events(id, which).await?)
    }

    /// One event, for jobs that write about it; it checks no rights.
    pub async fn event(&self, id: CaseId, channel: Channel, seq: u64) -> Result<Arc<Recorded>, StoreError> {
        let which = EventRange::Channel(channel_name(channel).into_owned(), seq.saturating_sub(1), seq);
        let found = load::recorded(id, &self.stored_events(id, which).await?)?;
        found.into_iter().next().ok_or(StoreError::NotFound)
    }

    /// The case behind a public reference.
    pub async fn case_by_reference(&self, reference: Reference) -> Result<Option<CaseId>, StoreError> {
        let id: Option<Key> = reading!(&self.0.database, |conn| {
            cases::table
                .filter(cases::reference.eq(reference.to_string()))
                .select(cases::case_id)
                .first(conn)
                .await
                .optional()?
        });
        Ok(id.map(|key| CaseId(key.0)))
    }

    /// Cases with a due command, the longest overdue first.
    pub async fn due_cases(&self, limit: u32) -> Result<Vec<CaseId>, StoreError> {
        let now = At(self.now());
        let ids: Vec<Key> = reading!(&self.0.database, |conn| {
            cases::table
                .filter(cases::next_due_at.le(now))
                .order(cases::next_due_at)
                .limit(i64::from(limit))
                .select(cases::case_id)
                .load(conn)
                .await?
        });
        Ok(ids.into_iter().map(|key| CaseId(key.0)).collect())
    }

    /// When the next case is due.
    pub async fn next_due_at(&self) -> Result<Option<Moment>, StoreError> {
        let at: Option<Option<At>> = reading!(&self.0.database, |conn| {
            cases::table
                .filter(cases::next_due_at.is_not_null())
                .order(cases::next_due_at)
                .select(cases::next_due_at)
                .first(conn)
                .await
                .optional()?
        });
        Ok(at.flatten().map(|at| at.0))
    }

    /// The command that is due in this case now, if there is one.
    pub async fn due_command(&self, id: CaseId) -> Result<Option<Command>, StoreError> {
        let case = self.case(id).await?;
        let now = self.now();
        Ok(due(&case, &self.0.rules, now))
    }
}
