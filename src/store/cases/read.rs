//! Reads for viewers: the case as each may see it, and pages of its channels.

use super::bytes::altered;
use super::load::EventRange;
use super::{Recorded, load};
use crate::store::Store;
use crate::store::connect::{Database, reading};
use crate::store::error::StoreError;
use crate::store::event_id::CaseNumber;
use crate::store::schema::cases;
use crate::store::sql::Key;
use acordo_domain::case::audience::{Span, readable};
use acordo_domain::case::command::Language;
use acordo_domain::case::show;
use acordo_domain::case::state::Case;
use acordo_domain::case::watched::shown_channels;
use acordo_domain::id::{CaseId, Reference};
use acordo_domain::law::PackId;
use acordo_domain::seat::{Actor, Channel};
use acordo_domain::view::CaseView;
use bytestring::ByteString;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// Events of one channel as frames, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub events: Vec<(u64, ByteString)>,
    /// The last `seq` that this viewer may read.
    pub head: u64,
}

/// What a viewer reads of a channel, and how far it goes for them.
struct Reach {
    case: Arc<Case>,
    span: Span,
    head: u64,
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
        let now = self.now();
        let view = show::view(&case, actor, &self.0.rules, now).ok_or(StoreError::NotFound)?;
        self.note_read(&case, actor, shown_channels(&case, actor)).await?;
        if !show::asks_for_powers(&view) {
            return Ok(view);
        }
        let powers = self.powers_of(&case, actor).await?;
        Ok(show::with_powers(view, &powers, &self.0.rules, now))
    }

    /// The jurisdiction pack and the language of a case, for whoever has a part in it.
    pub async fn law_and_language(&self, id: CaseId, actor: &Actor) -> Result<(PackId, Language), StoreError> {
        let case = self.case(id).await?;
        let filed = case.procedure.filed.as_ref().filter(|_| !readable(&case.procedure, actor).is_empty());
        filed.map(|filed| (filed.law, filed.language)).ok_or(StoreError::NotFound)
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
        let reach = self.readable_span(id, actor, channel).await?;
        let above = after.max(reach.span.from.saturating_sub(1));
        self.page_of(&reach, actor, (above, above.saturating_add(u64::from(limit)).min(reach.head))).await
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
        let reach = self.readable_span(id, actor, channel).await?;
        let up_to = before.saturating_sub(1).min(reach.head);
        let above = up_to.saturating_sub(u64::from(limit)).max(reach.span.from.saturating_sub(1));
        self.page_of(&reach, actor, (above, up_to)).await
    }

    /// What of a channel this viewer reads, and up to where.
    async fn readable_span(&self, id: CaseId, actor: &Actor, channel: Channel) -> Result<Reach, StoreError> {
        let case = self.case(id).await?;
        let spans = readable(&case.procedure, actor);
        let span = spans.into_iter().find(|span| span.channel == channel).ok_or(StoreError::NotFound)?;
        self.note_read(&case, actor, [channel]).await?;
        let size = case.size(channel);
        Ok(Reach { head: span.to.map_or(size, |to| to.min(size)), span, case })
    }

    async fn page_of(&self, reach: &Reach, actor: &Actor, (above, up_to): (u64, u64)) -> Result<Page, StoreError> {
        let Reach { case, span, head } = reach;
        if above >= up_to {
            return Ok(Page { events: Vec::new(), head: *head });
        }
        let which = EventRange::Channel(span.channel, above, up_to);
        let stored = self.known_events(&self.0.warm.get(case.id), which).await?;
        let frames = stored.iter().map(|event| Ok((event.seq, event.frame_for(case, actor, span.channel)?)));
        Ok(Page { events: frames.collect::<Result<_, StoreError>>()?, head: *head })
    }

    /// Every event of a channel from the first to the last, for exports and jobs; it checks no rights.
    pub async fn whole_channel(&self, id: CaseId, channel: Channel) -> Result<Vec<Arc<Recorded>>, StoreError> {
        self.case(id).await?;
        let warm = self.0.warm.get(id);
        // What is appended while the rows are read is not missed in them.
        let size = warm.with_leaves(|leaves| leaves.get(&channel).map_or(0, |leaves| leaves.len() as u64));
        load::recorded(id, &self.known_events(&warm, EventRange::Channel(channel, 0, size)).await?)
    }

    /// One event, for jobs that write about it; it checks no rights.
    pub async fn event(&self, id: CaseId, channel: Channel, seq: u64) -> Result<Arc<Recorded>, StoreError> {
        let which = EventRange::Channel(channel, seq.saturating_sub(1), seq);
        self.case(id).await?;
        let found = load::recorded(id, &self.known_events(&self.0.warm.get(id), which).await?)?;
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
        let Some(id) = id.map(|key| CaseId(key.0)) else { return Ok(None) };
        // The column is a copy: the case says under which reference it was filed.
        let filed = self.case(id).await?.procedure.filed.as_ref().map(|filed| filed.reference);
        if filed != Some(reference) {
            return Err(altered(format!("the reference of case {id} in the list of cases")));
        }
        Ok(Some(id))
    }

    /// Every case, in the order of their ids.
    pub async fn cases_after(&self, after: Option<CaseId>, limit: u32) -> Result<Vec<CaseId>, StoreError> {
        let after = Key(after.map_or(uuid::Uuid::nil(), |case| case.0));
        let ids: Vec<Key> = reading!(&self.0.database, |conn| {
            cases::table
                .filter(cases::case_id.gt(after))
                .order(cases::case_id)
                .limit(i64::from(limit))
                .select(cases::case_id)
                .load(conn)
                .await?
        });
        Ok(ids.into_iter().map(|key| CaseId(key.0)).collect())
    }

    /// The number of the next case.
    pub(super) async fn next_case_number(&self) -> Result<CaseNumber, StoreError> {
        CaseNumber::new(match &self.0.database {
            Database::Lite(lite) => lite.case_numbers.fetch_add(1, Ordering::Relaxed),
            Database::Pg(pool) => {
                let mut conn = pool.get().await?;
                diesel::select(diesel::dsl::sql::<diesel::sql_types::BigInt>("nextval('case_numbers')"))
                    .get_result(&mut conn)
                    .await?
            }
        })
    }

    /// How many cases there are.
    pub async fn case_count(&self) -> Result<u64, StoreError> {
        let count: i64 = reading!(&self.0.database, |conn| cases::table.count().get_result(conn).await?);
        Ok(count.unsigned_abs())
    }
}
