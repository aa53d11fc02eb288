//! What a clock makes possible, and when. The date that is kept of a case is never later than the right one: a message
//! that moves a coming date later writes nothing, and whoever finds nothing due then puts it off.

use super::row::SealedCase;
use super::warm::CaseWriter;
use crate::store::Store;
use crate::store::connect::{reading, writing};
use crate::store::error::StoreError;
use crate::store::journal::rows::HeadChange;
use crate::store::schema::cases;
use crate::store::sql::{At, Key};
use acordo_domain::case::command::Command;
use acordo_domain::case::due::{due, next_due};
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use acordo_domain::moment::Moment;
use acordo_domain::rules::Rules;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

/// What the table of cases has to say of this case, where it does not say it yet.
pub(super) fn head_change(writer: &CaseWriter, case: &Case, rules: &Rules, now: Moment) -> Option<HeadChange> {
    let head = HeadChange { phase: case.phase().name(), next_due_at: next_due(case, rules).map(At) };
    let kept = writer.head.as_ref().filter(|kept| kept.phase == head.phase);
    let holds = kept.is_some_and(|kept| match (kept.next_due_at, head.next_due_at) {
        (Some(kept), Some(due)) => kept == due || (kept < due && kept > At(now)),
        (kept, None) => kept.is_none() || !case.phase().is_closed(),
        (None, Some(_)) => false,
    });
    (!holds).then_some(head)
}

/// A case whose kept date has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueCase {
    pub at: Moment,
    pub case: CaseId,
}

impl Store {
    /// Whether any case may have a due command.
    pub async fn is_any_due(&self) -> Result<bool, StoreError> {
        Ok(!self.due_cases(self.now(), None, 1).await?.is_empty())
    }

    /// Cases that may have a due command, the longest overdue first, from the one after `after`.
    pub async fn due_cases(&self, now: Moment, after: Option<DueCase>, limit: u32) -> Result<Vec<DueCase>, StoreError> {
        let found: Vec<(Option<At>, Key)> = reading!(&self.0.database, |conn| {
            let mut query = cases::table
                .filter(cases::next_due_at.le(At(now)))
                .order((cases::next_due_at, cases::case_id))
                .limit(i64::from(limit))
                .select((cases::next_due_at, cases::case_id))
                .into_boxed();
            if let Some(after) = after {
                let (at, case) = (At(after.at), Key(after.case.0));
                query = query.filter(cases::next_due_at.ge(at));
                query = query.filter(cases::next_due_at.gt(at).or(cases::case_id.gt(case)));
            }
            query.load(conn).await?
        });
        Ok(found.into_iter().filter_map(|(at, key)| Some(DueCase { at: at?.0, case: CaseId(key.0) })).collect())
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

    pub async fn due_command_at(&self, id: CaseId, now: Moment) -> Result<Option<Command>, StoreError> {
        let case = self.case(id).await?;
        Ok(due(&case, &self.0.rules, now))
    }

    /// Nothing of this case is due yet: keeps the right date.
    pub async fn put_off(&self, id: CaseId) -> Result<(), StoreError> {
        let warm = self.0.warm.get(id);
        let mut writer = self.lock_writer(&warm).await?;
        let due = next_due(&writer.speculative, &self.0.rules).map(At);
        let Some(row) = writer.row.clone().filter(|row| row.next_due_at != due) else { return Ok(()) };
        let row = SealedCase { next_due_at: due, ..row };
        let row = row.sealed(&self.0.head_keys, writer.sealed_over(&warm.name), writer.version);
        let kept = writing!(&self.0.database, |conn| {
            diesel::update(cases::table.find(Key(id.0)))
                .filter(cases::seal.eq(writer.seal()))
                .set((cases::next_due_at.eq(due), cases::seal.eq(&row.seal)))
                .execute(conn)
                .await?
        });
        if kept == 1 {
            writer.head = Some(HeadChange { phase: writer.speculative.phase().name(), next_due_at: due });
            writer.row = Some(row);
        } else {
            writer.may_be_stale = true;
        }
        Ok(())
    }
}
