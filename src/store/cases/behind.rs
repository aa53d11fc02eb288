//! Lists behind the commits of messages: a lively talk moves whose turn it is with every message, and its rows in the
//! lists are written once for many of them. Who reads a list has what is behind written first, so that no list of this
//! process is ever older than its cases; and which cases are behind is written with the first message that leaves one
//! behind, so that a start catches up with these alone.

use super::append::Prepared;
use super::listed;
use super::row::SealedCase;
use super::warm::{CaseWriter, WarmCase};
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::journal::rows::{Append, AppendOutcome};
use crate::store::schema::unlisted;
use crate::store::sql::{At, Key};
use crate::store::{Store, StoreInner};
use acordo_domain::id::CaseId;
use acordo_domain::moment::SECOND_MILLIS;
use acordo_domain::seat::Channel;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use futures_util::StreamExt;
use std::collections::BTreeSet;
use std::sync::{Arc, Weak};
use std::time::Duration;

/// How long lists may be behind where nobody reads them: in a process alone with its database, and beside others, who
/// cannot have them written first.
const PAUSE_ALONE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_secs(1);
/// Cases of a process that ended are looked for this often, where others may end.
const LOOK: Duration = Duration::from_secs(30);
/// Behind for so long, a case is nobody's who still runs.
const LEFT_MILLIS: i64 = 15 * SECOND_MILLIS;
/// How often it is tried where other processes move the case.
const TRIES: u32 = 5;
/// Cases that are written side by side, so that they share a commit: more while a reader waits, few where messages would
/// wait behind them.
const TOGETHER_MAX: usize = 64;
const TOGETHER_BEHIND: usize = 4;

impl Store {
    /// Writes the lists of all cases that are behind. Who comes while it is done waits for it too.
    pub async fn write_lists(&self) {
        self.write_lists_together(TOGETHER_MAX).await;
    }

    /// On a task of its own: who asked and went away takes no case along that was not written yet.
    async fn write_lists_together(&self, together: usize) {
        if self.0.behind.is_empty() {
            // Who began before may still be writing what this one waits for.
            drop(self.0.behind.writing.lock().await);
            return;
        }
        let store = self.clone();
        drop(tokio::spawn(async move { store.write_all_behind(together).await }).await);
    }

    async fn write_all_behind(&self, together: usize) {
        let _writing = self.0.behind.writing.lock().await;
        let cases = self.0.behind.take();
        if cases.is_empty() {
            return;
        }
        let mut written = futures_util::stream::iter(cases)
            .map(|case| async move { (case, self.write_behind(case).await) })
            .buffer_unordered(together);
        while let Some((case, done)) = written.next().await {
            if let Err(error) = done {
                tracing::warn!(%case, %error, "its lists stay behind for now");
                self.0.behind.add(case);
            }
        }
    }

    async fn write_behind(&self, case: CaseId) -> Result<(), StoreError> {
        let warm = self.0.warm.get(case);
        for _ in 0..TRIES {
            let writer = match self.lock_writer(&warm).await {
                Ok(writer) => writer,
                // What cannot be read is told where it is read; its lists stay as they are.
                Err(StoreError::NotFound | StoreError::Altered(_)) => return Ok(()),
                Err(error) => return Err(error),
            };
            let pending = self.submit_with(&warm, writer, |store, writer| store.prepare_lists(&warm, writer))?;
            match pending.committed().await {
                Ok(_) => return Ok(()),
                Err(AppendOutcome::Failed(error)) => return Err(error),
                // Another process has moved the case.
                Err(_) => {}
            }
        }
        Err(StoreError::Busy)
    }

    /// An append without events, which writes what lists say of the case as it is.
    fn prepare_lists(&self, warm: &WarmCase, writer: &CaseWriter) -> Result<Prepared, StoreError> {
        let row: SealedCase = writer.row.clone().ok_or(StoreError::NotFound)?;
        // The seal moves, so that whoever knew what the lists said finds the case moved.
        let row = SealedCase { lists: row.lists + 1, ..row };
        let row = row.sealed(&self.0.head_keys, writer.sealed_over(&warm.name), writer.version);
        let seal = row.seal.as_slice().try_into().map_err(super::bytes::corrupt)?;
        let mut append = Append::empty(Key(warm.id.0), writer.version, writer.seal(), seal);
        append.listed = true;
        append.lists_written = Some(row.lists);
        let moved = BTreeSet::from([Channel::Joint]);
        let (case, rules) = (&writer.speculative, &self.0.rules);
        let update = listed::update(writer.listed.as_ref(), case, rules, self.now(), &moved)?;
        (append.lists, append.register) = (update.change, update.register);
        Ok((append, super::append::AfterCommit::of_lists(writer, row, update.state)))
    }

    /// Takes over the cases that were left behind, and goes on writing lists until the store is dropped.
    pub(crate) async fn write_lists_behind(&self) -> Result<(), StoreError> {
        self.take_over_unlisted(0).await?;
        tokio::spawn(go_on(Arc::downgrade(&self.0)));
        Ok(())
    }

    async fn take_over_unlisted(&self, millis: i64) -> Result<(), StoreError> {
        let before = At(self.now().plus_millis(-millis));
        let left: Vec<Key> = reading!(&self.0.database, |conn| {
            unlisted::table.filter(unlisted::since.le(before)).select(unlisted::case_id).load(conn).await?
        });
        left.into_iter().for_each(|case| self.0.behind.add(CaseId(case.0)));
        Ok(())
    }
}

async fn go_on(inner: Weak<StoreInner>) {
    loop {
        let Some(store) = inner.upgrade().map(Store) else { return };
        // The store is not held while nothing is behind: it ends with its last user.
        let more = {
            let behind = Arc::clone(&store.0.behind);
            let shared = store.is_shared();
            drop(store);
            async move {
                tokio::select! {
                    () = behind.more.notified() => {}
                    () = tokio::time::sleep(LOOK) => {}
                }
                shared
            }
        };
        let shared = more.await;
        tokio::time::sleep(if shared { PAUSE } else { PAUSE_ALONE }).await;
        let Some(store) = inner.upgrade().map(Store) else { return };
        if shared && let Err(error) = store.take_over_unlisted(LEFT_MILLIS).await {
            tracing::warn!(%error, "cases that were left behind in the lists cannot be read");
        }
        store.write_lists_together(TOGETHER_BEHIND).await;
    }
}
