//! From decided facts to an append, and from its commit to the committed state that everybody sees.

use super::bytes::{canonical, corrupt};
use super::command_index::StoredCommand;
use super::due::head_change;
use super::listed::{self, ListState};
use super::load::snapshot;
use super::recorder::Recorder;
use super::row::{SealedCase, SealedOver};
use super::warm::{CaseWriter, LetterTo, RecentCommand, WarmCase, recipient};
use super::{Origin, Recorded};
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::journal::rows::{Append, AppendOutcome, BeginRow, HeadChange, OwedRow, SnapshotRow};
use crate::store::sql::{At, Key};
use acordo_domain::case::apply::apply;
use acordo_domain::case::event::{Event, FactKind, NewEvent};
use acordo_domain::case::owed::{Owed, owed};
use acordo_domain::case::state::Case;
use acordo_domain::id::ChallengeId;
use acordo_domain::moment::{Moment, SECOND_MILLIS};
use acordo_domain::seat::{Channel, Seat};
use acordo_record::{ChannelHead, Hash};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tokio::sync::{OwnedMutexGuard, oneshot};
use uuid::Uuid;

/// Events between two snapshots.
const SNAPSHOT_EVENTS: u64 = 200;
/// A letter about a message waits this long: a recipient who reads meanwhile needs none, and later messages join it.
const LETTER_WAIT_MILLIS: i64 = 120 * SECOND_MILLIS;

/// Facts that were decided, and what it takes to append them.
pub(super) struct AppendRequest<'a> {
    pub facts: Vec<NewEvent>,
    pub now: Moment,
    pub origin: &'a Origin,
    pub actor: Uuid,
    pub id: Uuid,
    pub hash: [u8; 32],
    pub challenge: Option<ChallengeId>,
    pub begin: Option<BeginRow>,
    /// From where each signer of the concluded version signed.
    pub signed_from: BTreeMap<Seat, Origin>,
}

/// An append, and its effects once it is durable.
pub(super) type Prepared = (Append, AfterCommit);

/// The effects of an append once it is durable.
pub(super) struct AfterCommit {
    version: u64,
    events: Vec<Arc<Recorded>>,
    heads: BTreeMap<Channel, ChannelHead>,
    leaves: Vec<(Channel, Hash)>,
    lists: ListsAfter,
    head: Option<HeadChange>,
    row: SealedCase,
    order: Hash,
    recent: Option<RecentCommand>,
    snapshot: bool,
    owed: bool,
    letters: Vec<(LetterTo, Moment)>,
}

/// What lists say after an append.
enum ListsAfter {
    /// Everything; a new state where that changed.
    Written(Option<ListState>),
    /// Not yet what this append changed.
    Behind,
}

impl AfterCommit {
    /// Of an append that wrote lists and nothing else.
    pub fn of_lists(writer: &CaseWriter, row: SealedCase, listed: Option<ListState>) -> Self {
        Self {
            version: writer.version,
            events: Vec::new(),
            heads: BTreeMap::new(),
            leaves: Vec::new(),
            lists: ListsAfter::Written(listed),
            head: None,
            row,
            order: writer.order,
            recent: None,
            snapshot: false,
            owed: false,
            letters: Vec::new(),
        }
    }
}

impl Store {
    /// Applies the facts to the speculative state and queues them for the journal.
    /// On an error the speculative state is rolled back.
    pub(super) fn submit(
        &self,
        warm: &Arc<WarmCase>,
        writer: OwnedMutexGuard<CaseWriter>,
        request: AppendRequest<'_>,
    ) -> Result<PendingAppend, StoreError> {
        self.submit_with(warm, writer, |store, writer| store.prepare(warm, writer, request))
    }

    /// Queues what is prepared for the journal.
    pub(super) fn submit_with(
        &self,
        warm: &Arc<WarmCase>,
        mut writer: OwnedMutexGuard<CaseWriter>,
        prepare: impl FnOnce(&Self, &mut CaseWriter) -> Result<Prepared, StoreError>,
    ) -> Result<PendingAppend, StoreError> {
        match prepare(self, &mut writer) {
            Ok((append, after_commit)) => match self.0.journal.append(append) {
                Ok(outcome) => {
                    let in_flight = InFlight { warm: warm.clone(), writer, after_commit };
                    Ok(PendingAppend { store: self.clone(), outcome, in_flight: Some(in_flight) })
                }
                Err(_) => {
                    roll_back(warm, &mut writer);
                    Err(StoreError::Busy)
                }
            },
            Err(error) => {
                roll_back(warm, &mut writer);
                Err(error)
            }
        }
    }

    fn prepare(
        &self,
        warm: &Arc<WarmCase>,
        writer: &mut CaseWriter,
        request: AppendRequest<'_>,
    ) -> Result<Prepared, StoreError> {
        let rules = &self.0.rules;
        let base = writer.version;
        if let Some(begin) = &request.begin {
            // A case is begun once; who tries again under another reference has the same number.
            warm.number.get_or_init(|| begin.number);
        }
        let number = *warm.number.get().ok_or_else(|| corrupt("a case without its number"))?;
        let command = StoredCommand { actor: request.actor, id: request.id, hash: request.hash };
        let mut recorder = Recorder {
            warm,
            number,
            command: Some(command),
            version: base,
            heads: BTreeMap::new(),
            order: writer.order,
            leaves: Vec::with_capacity(request.facts.len()),
            rows: Vec::with_capacity(request.facts.len()),
            events: Vec::with_capacity(request.facts.len()),
            wires: Vec::with_capacity(request.facts.len()),
            signed_from: request.signed_from,
            origin: request.origin,
        };
        for new in request.facts {
            recorder.record(writer, new, request.now)?;
        }
        let Recorder { version, order, heads, leaves, rows, events, wires, .. } = recorder;
        let name = &warm.name;
        let recent = RecentCommand {
            actor: request.actor,
            id: request.id,
            hash: request.hash,
            first_version: base + 1,
            event_count: version - base,
        };
        let mut append = Append {
            events: rows,
            begin: request.begin,
            challenge: request.challenge.map(|id| (Key(id.0), At(request.now))),
            ..Append::empty(Key(warm.id.0), base, writer.seal(), [0; 32])
        };
        let case = &writer.speculative;
        let moved: BTreeSet<Channel> = heads.keys().copied().collect();
        let lists = if events.iter().all(|event| event.kind.is_message_or_note()) {
            append.unlisted = (!writer.unlisted).then_some(At(request.now));
            ListsAfter::Behind
        } else {
            let update = listed::update(writer.listed.as_ref(), case, rules, request.now, &moved)?;
            append.listed = writer.unlisted;
            (append.lists, append.register) = (update.change, update.register);
            ListsAfter::Written(update.state)
        };
        let head = head_change(writer, case, rules, request.now);
        append.head.clone_from(&head);
        let over = SealedOver { case: name, order: &order, signed: &writer.signed };
        let row = SealedCase::after(writer.row.as_ref(), &append)?.sealed(&self.0.head_keys, over, version);
        append.seal = row.seal.as_slice().try_into().map_err(corrupt)?;
        append.standings = listed::standings(case, &events);
        let letters = add_owed(&mut append, writer, &events, request.now)?;
        let snapshot_due = version - writer.snapshot_version >= SNAPSHOT_EVENTS;
        if snapshot_due {
            let state = snapshot(case)?;
            let seal = self.0.head_keys.seal_fold(name, version, &state);
            append.snapshot = Some(SnapshotRow { state, seal });
        }
        let owed = !append.owed.is_empty();
        let events = (base + 1..)
            .zip(events.into_iter().zip(wires))
            .map(|(version, (event, wire))| Arc::new(Recorded { case: warm.id, version, event, wire }))
            .collect();
        let after_commit = AfterCommit {
            version,
            events,
            heads,
            leaves,
            lists,
            head,
            row,
            order,
            recent: Some(recent),
            snapshot: snapshot_due,
            owed,
            letters,
        };
        Ok((append, after_commit))
    }

    /// The append is durable: readers see it, a repeated command finds it, and watchers are told.
    fn publish(&self, in_flight: &mut InFlight) -> Vec<Arc<Recorded>> {
        let InFlight { warm, writer, after_commit } = in_flight;
        let version = after_commit.version;
        writer.version = version;
        writer.order = after_commit.order;
        writer.row = Some(after_commit.row.clone());
        writer.heads.append(&mut after_commit.heads);
        match &mut after_commit.lists {
            ListsAfter::Written(listed) => {
                writer.unlisted = false;
                if let Some(listed) = listed.take() {
                    writer.listed = Some(listed);
                }
            }
            ListsAfter::Behind => {
                writer.unlisted = true;
                self.0.behind.add(warm.id);
            }
        }
        if let Some(head) = after_commit.head.take() {
            writer.head = Some(head);
        }
        if after_commit.snapshot {
            writer.snapshot_version = version;
        }
        for (to, until) in after_commit.letters.drain(..) {
            writer.letters.insert(to, until);
        }
        if let Some(recent) = after_commit.recent {
            writer.remember(recent);
        }
        let events = std::mem::take(&mut after_commit.events);
        if events.is_empty() {
            return events;
        }
        // Before the state: whoever reads by its sizes finds a leaf for each.
        warm.add_leaves(after_commit.leaves.drain(..));
        warm.with_committed(|before| self.0.watchers.announce(before, &events));
        warm.update_committed(version, |case| events.iter().for_each(|recorded| apply(case, &recorded.event)));
        if !writer.loaded {
            writer.loaded = true;
            self.0.warm.keep(warm);
        }
        self.0.watchers.tell(&writer.speculative, &events);
        if let Some(hints) = &self.0.hints {
            hints.moved(warm.id, version);
        }
        if after_commit.owed {
            self.0.work.notify_waiters();
        }
        events
    }

    async fn finish(&self, mut in_flight: InFlight, outcome: AppendOutcome) -> Committed {
        match outcome {
            AppendOutcome::Written => {
                let events = self.publish(&mut in_flight);
                self.keep_concluded(&in_flight.warm, &mut in_flight.writer, &events).await;
                Ok(events)
            }
            outcome => {
                roll_back(&in_flight.warm, &mut in_flight.writer);
                // Another process moved the case, or it is unknown whether the write happened.
                in_flight.writer.may_be_stale = matches!(outcome, AppendOutcome::Conflict | AppendOutcome::Failed(_));
                Err(outcome)
            }
        }
    }
}

/// Drops the speculative state of a commit that did not happen.
fn roll_back(warm: &WarmCase, writer: &mut CaseWriter) {
    writer.speculative = warm.with_committed(Case::clone).unwrap_or_else(|| Case::new(warm.id));
}

struct InFlight {
    warm: Arc<WarmCase>,
    writer: OwnedMutexGuard<CaseWriter>,
    after_commit: AfterCommit,
}

/// An append between the journal's queue and its commit. It holds the writer lock until the outcome is
/// known, even if the caller has hung up.
pub(super) struct PendingAppend {
    store: Store,
    outcome: oneshot::Receiver<AppendOutcome>,
    in_flight: Option<InFlight>,
}

type Committed = Result<Vec<Arc<Recorded>>, AppendOutcome>;

const OUTCOME_UNKNOWN: AppendOutcome = AppendOutcome::Failed(StoreError::Unavailable(String::new()));

impl PendingAppend {
    pub async fn committed(mut self) -> Committed {
        let outcome = (&mut self.outcome).await.unwrap_or(OUTCOME_UNKNOWN);
        match self.in_flight.take() {
            Some(in_flight) => self.store.finish(in_flight, outcome).await,
            None => Err(OUTCOME_UNKNOWN),
        }
    }
}

impl Drop for PendingAppend {
    fn drop(&mut self) {
        let Some(mut in_flight) = self.in_flight.take() else { return };
        let (_, nobody) = oneshot::channel();
        let outcome = std::mem::replace(&mut self.outcome, nobody);
        let store = self.store.clone();
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => {
                runtime.spawn(async move {
                    let outcome = outcome.await.unwrap_or(OUTCOME_UNKNOWN);
                    // Nobody waits for the answer; what was committed must be published all the same.
                    drop(store.finish(in_flight, outcome).await);
                });
            }
            Err(_) => {
                roll_back(&in_flight.warm, &mut in_flight.writer);
                in_flight.writer.may_be_stale = true;
            }
        }
    }
}

/// Adds the work that the events owe. A letter about a message joins a waiting one to the same recipient.
fn add_owed(
    append: &mut Append,
    writer: &CaseWriter,
    events: &[Event],
    now: Moment,
) -> Result<Vec<(LetterTo, Moment)>, StoreError> {
    let mut letters = Vec::new();
    for piece in owed(&writer.speculative, events) {
        let mut not_before = now;
        if let Owed::Notice(notice) = &piece {
            let about_message = events.iter().any(|event| {
                event.channel == notice.channel && event.seq == notice.seq && event.kind == FactKind::MessagePosted
            });
            if about_message {
                let to = (recipient(&notice.to), notice.channel);
                if writer.letters.get(&to).is_some_and(|until| *until > now) {
                    continue;
                }
                not_before = now.plus_millis(LETTER_WAIT_MILLIS);
                letters.push((to, not_before));
            }
        }
        append.owed.push(OwedRow {
            id: Key(Uuid::now_v7()),
            kind: kind_of(&piece).to_owned(),
            payload: canonical(&piece)?,
            not_before: At(not_before),
            created_at: At(now),
        });
    }
    Ok(letters)
}

const fn kind_of(piece: &Owed) -> &'static str {
    match piece {
        Owed::Draft { .. } => "draft",
        Owed::Seal { .. } => "seal",
        Owed::AssignMediator => "assign_mediator",
        Owed::Handover { .. } => "handover",
        Owed::Paper { .. } => "paper",
        Owed::Notice(_) => "notice",
    }
}
