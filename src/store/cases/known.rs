//! A command happens once: sent again, it is answered as the first time.

use super::bytes::corrupt;
use super::command_index::StoredCommand;
use super::load::{EventRange, recorded};
use super::row::SealedCase;
use super::warm::{CaseWriter, RecentCommand, WarmCase};
use super::{Done, Recorded};
use crate::store::Store;
use crate::store::connect::{reading, transaction};
use crate::store::error::StoreError;
use crate::store::event_id::IdRange;
use crate::store::schema::{cases, events, openings, standings, withdrawn_commands};
use crate::store::sql::{At, Key};
use acordo_domain::case::audience::{capacity, may_read};
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

/// How often a withdrawal begins anew because another process moved the case.
const WITHDRAW_TRIES: u32 = 50;

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
    /// What this command did, if it has happened. The row of its first event says whether it is the one.
    pub(super) async fn known_command(
        &self,
        warm: &WarmCase,
        writer: &CaseWriter,
        actor: Uuid,
        id: CommandId,
    ) -> Result<Option<RecentCommand>, StoreError> {
        if let Some(recent) = writer.recent(actor, id.0) {
            return Ok(Some(recent));
        }
        let Some((first_version, event_count)) = writer.commands.find(actor, id.0) else { return Ok(None) };
        let IdRange { first, last } = self.number(warm).await?.all();
        let stored: Option<Option<Vec<u8>>> = reading!(&self.0.database, |conn| {
            events::table
                .filter(events::id.between(first, last))
                .filter(events::version.eq(first_version.cast_signed()))
                .select(events::command)
                .first(conn)
                .await
                .optional()?
        });
        let stored = stored.flatten().map(|stored| StoredCommand::parse(&stored)).transpose()?;
        let known = stored.filter(|stored| (stored.actor, stored.id) == (actor, id.0));
        Ok(known.map(|stored| RecentCommand { actor, id: id.0, hash: stored.hash, first_version, event_count }))
    }

    /// Has this command happened in the case?
    pub async fn has_happened(&self, case: CaseId, actor: Uuid, id: CommandId) -> Result<bool, StoreError> {
        let warm = self.0.warm.get(case);
        let writer = self.lock_writer(&warm).await?;
        Ok(self.known_command(&warm, &writer, actor, id).await?.is_some())
    }

    /// The answer of the first time, as far as the actor may read it now.
    pub(super) async fn replay(
        &self,
        warm: &Arc<WarmCase>,
        actor: &Actor,
        hash: &[u8; 32],
        known: RecentCommand,
    ) -> Result<Done, StoreError> {
        if known.hash != *hash {
            return Err(StoreError::IdReused);
        }
        let stored = self.known_events(warm, EventRange::Versions(known.first_version, known.event_count)).await?;
        let events = recorded(warm.id, &stored)?;
        warm.with_committed(|case| Done::of(&case.procedure, actor, &events, true)).ok_or(StoreError::NotFound)
    }

    /// Takes back a command of which its sender has no answer. Either it has happened, or it never will: who appends
    /// has to find as many withdrawn commands as were known when it was decided.
    pub async fn withdraw_command(&self, case: CaseId, actor: &Actor, id: CommandId) -> Result<Arrival, StoreError> {
        let person = actor;
        let actor = actor_id(actor);
        let warm = self.0.warm.get(case);
        for _ in 0..WITHDRAW_TRIES {
            let mut writer = match self.lock_writer(&warm).await {
                // Nothing happens in a case that there is not, and whether there is one is not told.
                Err(StoreError::NotFound) => return Ok(Arrival::Withdrawn),
                writer => writer?,
            };
            if self.known_command(&warm, &writer, actor, id).await?.is_some() {
                return Ok(Arrival::Happened);
            }
            if writer.commands.is_withdrawn(actor, id.0) {
                return Ok(Arrival::Withdrawn);
            }
            // Of somebody who never had a part in it nothing can arrive.
            if capacity(&writer.speculative.procedure, person).is_none() && !self.had_a_seat(case, actor).await? {
                return Ok(Arrival::Withdrawn);
            }
            let (version, withdrawals, at) = (writer.version, writer.commands.withdrawals, At(self.now()));
            let row = writer.row.clone().ok_or(StoreError::NotFound)?;
            let row = SealedCase { withdrawals: withdrawals + 1, ..row };
            let row = row.sealed(&self.0.head_keys, writer.sealed_over(&warm.name), version);
            let (seal, before) = (row.seal.clone(), writer.seal());
            let taken = transaction!(self, |conn| {
                let moved = diesel::update(cases::table.find(Key(case.0)))
                    .filter(cases::seal.eq(before))
                    .set((cases::withdrawals.eq(withdrawals + 1), cases::seal.eq(seal)))
                    .execute(conn)
                    .await?;
                if moved == 1 {
                    diesel::insert_into(withdrawn_commands::table)
                        .values((
                            withdrawn_commands::case_id.eq(Key(case.0)),
                            withdrawn_commands::actor.eq(Key(actor)),
                            withdrawn_commands::id.eq(Key(id.0)),
                            withdrawn_commands::at.eq(at),
                        ))
                        .execute(conn)
                        .await?;
                }
                Ok::<bool, StoreError>(moved == 1)
            })?;
            if taken {
                writer.commands.withdraw(actor, id.0);
                writer.row = Some(row);
                return Ok(Arrival::Withdrawn);
            }
            writer.may_be_stale = true;
        }
        Err(StoreError::Busy)
    }

    async fn had_a_seat(&self, case: CaseId, user: Uuid) -> Result<bool, StoreError> {
        let seat: Option<String> = reading!(&self.0.database, |conn| {
            standings::table
                .filter(standings::case_id.eq(Key(case.0)))
                .filter(standings::user_id.eq(Key(user)))
                .select(standings::seat)
                .first(conn)
                .await
                .optional()?
        });
        Ok(seat.is_some())
    }

    /// The commands of a case that were withdrawn.
    pub(super) async fn withdrawn_commands(&self, case: CaseId) -> Result<Vec<(Uuid, Uuid)>, StoreError> {
        let rows: Vec<(Key, Key)> = reading!(&self.0.database, |conn| {
            withdrawn_commands::table
                .filter(withdrawn_commands::case_id.eq(Key(case.0)))
                .select((withdrawn_commands::actor, withdrawn_commands::id))
                .load(conn)
                .await?
        });
        Ok(rows.into_iter().map(|(actor, id)| (actor.0, id.0)).collect())
    }

    /// Forgets what was withdrawn, and which commands opened cases, before this. What happened in a case is known as long
    /// as the case is.
    pub async fn forget_commands(&self, before: Moment) -> Result<usize, StoreError> {
        let before = At(before);
        let openings = crate::store::connect::writing!(&self.0.database, |conn| {
            diesel::delete(openings::table.filter(openings::at.lt(before))).execute(conn).await?
        });
        let withdrawn = crate::store::connect::writing!(&self.0.database, |conn| {
            diesel::delete(withdrawn_commands::table.filter(withdrawn_commands::at.lt(before))).execute(conn).await?
        });
        Ok(openings + withdrawn)
    }
}
