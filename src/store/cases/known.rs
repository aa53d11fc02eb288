//! A command happens once: sent again, it is answered as the first time.

use super::bytes::corrupt;
use super::load::{EventRange, recorded};
use super::warm::{RecentCommand, WarmCase};
use super::{Done, Recorded};
use crate::store::Store;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::commands;
use crate::store::sql::{At, Key};
use acordo_domain::case::audience::may_read;
use acordo_domain::case::state::Procedure;
use acordo_domain::id::{CaseId, CommandId};
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Actor, Channel};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// What became of a command that its sender gave up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    Happened,
    Withdrawn,
}

/// Under whose name a command is remembered; the system's is the nil id.
pub(crate) const fn actor_id(actor: &Actor) -> Uuid {
    match actor {
        Actor::Person { person, .. } => person.id.0,
        Actor::System => Uuid::nil(),
    }
}

/// Says whether two commands are the same, case and body; it gives neither away.
pub(crate) fn command_hash<T: Serialize + ?Sized>(case_id: CaseId, command: &T) -> Result<[u8; 32], StoreError> {
    let body = serde_json::to_vec(command).map_err(corrupt)?;
    let mut hash = Sha256::new();
    hash.update(case_id.0.as_bytes());
    hash.update(&body);
    Ok(hash.finalize().into())
}

/// In place of the hash of a command that never happens; no command has it.
pub(super) const WITHDRAWN: [u8; 32] = [0; 32];

impl Done {
    pub(super) fn of(procedure: &Procedure, actor: &Actor, events: &[Arc<Recorded>], replayed: bool) -> Self {
        let mut at: BTreeMap<Channel, u64> = BTreeMap::new();
        let mut readable = Vec::with_capacity(events.len());
        for recorded in events {
            let event = &recorded.event;
            if *actor == Actor::System || may_read(procedure, actor, event.channel, event.seq) {
                at.insert(event.channel, event.seq);
                readable.push(recorded.clone());
            }
        }
        Self { events: readable, at, replayed }
    }
}

impl Store {
    pub(crate) async fn known_command(&self, actor: Uuid, id: CommandId) -> Result<Option<RecentCommand>, StoreError> {
        let row: Option<(Vec<u8>, i64, i64)> = reading!(&self.0.database, |conn| {
            commands::table
                .find((Key(actor), Key(id.0)))
                .select((commands::hash, commands::first_version, commands::event_count))
                .first(conn)
                .await
                .optional()?
        });
        row.map(|(hash, first, count)| {
            Ok(RecentCommand {
                actor,
                id: id.0,
                hash: hash.try_into().map_err(|_| corrupt("a command's hash"))?,
                first_version: first.unsigned_abs(),
                event_count: count.unsigned_abs(),
            })
        })
        .transpose()
    }

    /// The answer of the first time, as far as the actor may read it now.
    pub(super) async fn replay(
        &self,
        warm: &Arc<WarmCase>,
        actor: &Actor,
        hash: &[u8; 32],
        known: RecentCommand,
    ) -> Result<Done, StoreError> {
        if known.hash == WITHDRAWN {
            return Err(StoreError::Withdrawn);
        }
        if known.hash != *hash {
            return Err(StoreError::IdReused);
        }
        let stored = self.known_events(warm, EventRange::Versions(known.first_version, known.event_count)).await?;
        let events = recorded(warm.id, &stored)?;
        warm.with_committed(|case| Done::of(&case.procedure, actor, &events, true)).ok_or(StoreError::NotFound)
    }

    /// Takes back a command of which its sender has no answer. Either it has happened, or it never will: its id is
    /// taken in the same table that makes a command happen once, so one that is still on its way is refused.
    pub async fn withdraw_command(&self, case: CaseId, actor: &Actor, id: CommandId) -> Result<Arrival, StoreError> {
        let actor = actor_id(actor);
        let at = At(self.now());
        let taken = crate::store::connect::writing!(&self.0.database, |conn| {
            diesel::insert_into(commands::table)
                .values((
                    commands::actor.eq(Key(actor)),
                    commands::id.eq(Key(id.0)),
                    commands::hash.eq(WITHDRAWN.as_slice()),
                    commands::case_id.eq(Key(case.0)),
                    commands::first_version.eq(0),
                    commands::event_count.eq(0),
                    commands::at.eq(at),
                ))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?
        });
        if taken > 0 {
            return Ok(Arrival::Withdrawn);
        }
        let known = self.known_command(actor, id).await?;
        let happened = known.is_some_and(|known| known.hash != WITHDRAWN);
        Ok(if happened { Arrival::Happened } else { Arrival::Withdrawn })
    }

    /// Forgets commands older than this. A client that repeats one later is a new command.
    pub async fn forget_commands(&self, before: Moment) -> Result<usize, StoreError> {
        Ok(crate::store::connect::writing!(&self.0.database, |conn| {
            diesel::delete(commands::table.filter(commands::at.lt(At(before)))).execute(conn).await?
        }))
    }
}
