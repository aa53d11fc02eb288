//! Lists written anew from the record, after their form changed.

use super::listed;
use crate::store::Store;
use crate::store::connect::{reading, transaction, writing};
use crate::store::error::StoreError;
use crate::store::journal::lists::{write_lists, write_register};
use crate::store::schema::{cases, instance};
use crate::store::sql::Key;
use acordo_domain::id::CaseId;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::BTreeSet;

/// In which form every case's lists are written. A migration that empties the tables raises it.
const FORM: &str = "1";
const WRITTEN: &str = "lists";
const CASES_AT_ONCE: u32 = 500;
/// Another process may move a case meanwhile.
const TRIES: usize = 5;

impl Store {
    /// Writes the lists and the register of every case, unless that was done in this form.
    pub(crate) async fn write_lists_anew(&self) -> Result<(), StoreError> {
        let written: Option<String> = reading!(&self.0.database, |conn| {
            instance::table.find(WRITTEN).select(instance::value).first(conn).await.optional()?
        });
        if written.as_deref() == Some(FORM) {
            return Ok(());
        }
        let (mut last, mut count) = (None, 0_u64);
        loop {
            let some = self.cases_after(last, CASES_AT_ONCE).await?;
            for case in &some {
                match self.write_lists_of(*case).await {
                    Ok(()) => count += 1,
                    // It is told where it is looked at; nothing of it is shown.
                    Err(StoreError::Altered(_)) => {}
                    Err(error) => return Err(error),
                }
            }
            last = some.last().copied();
            if last.is_none() {
                break;
            }
            tracing::info!(count, "lists are written anew");
        }
        writing!(&self.0.database, |conn| {
            diesel::insert_into(instance::table)
                .values((instance::name.eq(WRITTEN), instance::value.eq(FORM)))
                .on_conflict(instance::name)
                .do_update()
                .set(instance::value.eq(FORM))
                .execute(conn)
                .await?
        });
        Ok(())
    }

    async fn write_lists_of(&self, case_id: CaseId) -> Result<(), StoreError> {
        let warm = self.0.warm.get(case_id);
        for _ in 0..TRIES {
            let mut writer = self.lock_writer(&warm).await?;
            writer.listed = None;
            let lists = listed::update(None, &writer.speculative, &self.0.rules, self.now(), &BTreeSet::new())?;
            let (key, version) = (Key(case_id.0), writer.version.cast_signed());
            let still_there = transaction!(self, |conn| {
                // Locks the case against other processes, if it is still as it was read.
                let locked = diesel::update(cases::table.find(key))
                    .filter(cases::version.eq(version))
                    .set(cases::version.eq(version))
                    .execute(conn)
                    .await?;
                if locked == 1 {
                    write_lists!(conn, key, &lists.change, await);
                    if let Some(rows) = &lists.register {
                        write_register!(conn, key, rows, await);
                    }
                }
                Ok::<_, StoreError>(locked == 1)
            })?;
            if still_there {
                return Ok(());
            }
            writer.may_be_stale = true;
        }
        Err(StoreError::Busy)
    }
}
