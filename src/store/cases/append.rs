//! From decided facts to an append, and from its commit to the committed state that everybody sees.

use super::bytes::{
    EventParts, canonical, channel_name, content, corrupt, frame, fresh_salt, stored_origins, stored_part,
};
use super::listed::{self, ListState};
use super::load::snapshot;
use super::row::SealedCase;
use super::warm::{CaseWriter, LetterTo, RecentCommand, WarmCase, recipient};
use super::{Origin, Recorded};
use crate::store::Store;
use crate::store::code::name_of;
use crate::store::error::StoreError;
use crate::store::journal::lists::ListChange;
use crate::store::journal::rows::{
    Append, AppendOutcome, BeginRow, CommandRow, EventRow, HeadChange, OwedRow, PartsRow, SnapshotRow,
};
use crate::store::sql::{At, Key};
use acordo_domain::case::apply::apply;
use acordo_domain::case::due::next_due;
use acordo_domain::case::event::{Event, Fact, FactKind, NewEvent};
use acordo_domain::case::owed::{Owed, owed};
use acordo_domain::case::state::Case;
use acordo_domain::id::ChallengeId;
use acordo_domain::moment::{Moment, SECOND_MILLIS};
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Channel, Seat};
use acordo_record::{ChannelHead, Hash, PartInput, PartName, Salt, SignerSeat, Time, in_order};
use bytestring::ByteString;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tokio::sync::{OwnedMutexGuard, oneshot};
use uuid::Uuid;

/// A line of a bundle may have 1 MiB (record.md, "Bundle"); base64 takes four bytes for three.
const EVENT_BYTES_MAX: usize = 1024 * 1024 / 4 * 3 - 4096;
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

/// The effects of an append once it is durable.
struct AfterCommit {
    events: Vec<Arc<Recorded>>,
    heads: BTreeMap<Channel, ChannelHead>,
    leaves: Vec<(Channel, Hash)>,
    listed: Option<ListState>,
    head: Option<HeadChange>,
    row: SealedCase,
    order: Hash,
    recent: RecentCommand,
    snapshot: bool,
    owed: bool,
    letters: Vec<(LetterTo, Moment)>,
}

impl Store {
    /// Applies the facts to the speculative state and queues them for the journal.
    /// On an error the speculative state is rolled back.
    pub(super) fn submit(
        &self,
        warm: &Arc<WarmCase>,
        mut writer: OwnedMutexGuard<CaseWriter>,
        request: AppendRequest<'_>,
    ) -> Result<PendingAppend, StoreError> {
        match self.prepare(warm, &mut writer, request) {
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
    ) -> Result<(Append, AfterCommit), StoreError> {
        let rules = &self.0.rules;
        let base = writer.version;
        let mut recorder = Recorder {
            warm,
            version: base,
            heads: BTreeMap::new(),
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
        let Recorder { version, heads, leaves, rows, events, wires, .. } = recorder;
        let name = &warm.name;
        let ends = heads.iter().map(|(channel, head)| self.head_row(name, &channel_name(*channel), head)).collect();
        let recent = RecentCommand {
            actor: request.actor,
            id: request.id,
            hash: request.hash,
            first_version: base + 1,
            event_count: version - base,
        };
        let mut append = Append {
            case: Key(warm.id.0),
            base: base.cast_signed(),
            events: rows,
            heads: ends,
            seal: [0; 32],
            command: CommandRow {
                actor: Key(request.actor),
                id: Key(request.id),
                hash: request.hash,
                at: At(request.now),
            },
            begin: request.begin,
            head: None,
            lists: ListChange::default(),
            standings: Vec::new(),
            register: None,
            owed: Vec::new(),
            challenge: request.challenge.map(|id| (Key(id.0), At(request.now))),
            snapshot: None,
        };
        let case = &writer.speculative;
        let moved: BTreeSet<Channel> = heads.keys().copied().collect();
        let lists = listed::update(writer.listed.as_ref(), case, rules, request.now, &moved)?;
        (append.lists, append.register) = (lists.change, lists.register);
        let listed = lists.state;
        // Where the sides talk each message moves the date by which an answer is due.
        let words_alone = writer.head.is_some()
            && !matches!(case.phase(), Phase::Negotiation | Phase::Mediation)
            && events.iter().all(|event| event.kind.is_message_or_note());
        let head = (!words_alone)
            .then(|| HeadChange { phase: case.phase().name(), next_due_at: next_due(case, rules).map(At) });
        let head = head.filter(|head| writer.head.as_ref() != Some(head));
        append.head.clone_from(&head);
        let order = leaves.iter().fold(writer.order, |order, (_, leaf)| in_order(&order, leaf));
        let row = SealedCase::after(writer.row.as_ref(), &append)?.sealed(&self.0.head_keys, name, version, &order);
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
        let snapshot = snapshot_due;
        Ok((append, AfterCommit { events, heads, leaves, listed, head, row, order, recent, snapshot, owed, letters }))
    }

    /// The append is durable: readers see it, a repeated command finds it, and watchers are told.
    fn publish(&self, in_flight: &mut InFlight) -> Vec<Arc<Recorded>> {
        let InFlight { warm, writer, after_commit } = in_flight;
        let version = after_commit.recent.first_version + after_commit.recent.event_count - 1;
        writer.version = version;
        writer.order = after_commit.order;
        writer.row = Some(after_commit.row.clone());
        writer.heads.append(&mut after_commit.heads);
        if let Some(listed) = after_commit.listed.take() {
            writer.listed = Some(listed);
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
        writer.remember(after_commit.recent);
        let events = std::mem::take(&mut after_commit.events);
        // Before the state: whoever reads by its sizes finds a leaf for each.
        warm.add_leaves(after_commit.leaves.drain(..));
        warm.with_committed(|before| self.0.watchers.announce(before, &events));
        warm.update_committed(version, |case| events.iter().for_each(|recorded| apply(case, &recorded.event)));
        if !writer.loaded {
            writer.loaded = true;
            self.0.warm.keep(warm);
        }
        self.0.watchers.tell(&writer.speculative, &events);
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
                in_flight.writer.may_be_stale =
                    matches!(outcome, AppendOutcome::Conflict | AppendOutcome::Failed(_) | AppendOutcome::CommandKnown);
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

/// Turns facts into events with bytes, one after the other.
struct Recorder<'a> {
    warm: &'a WarmCase,
    version: u64,
    heads: BTreeMap<Channel, ChannelHead>,
    leaves: Vec<(Channel, Hash)>,
    rows: Vec<EventRow>,
    events: Vec<Event>,
    wires: Vec<ByteString>,
    signed_from: BTreeMap<Seat, Origin>,
    origin: &'a Origin,
}

impl Recorder<'_> {
    fn record(&mut self, writer: &mut CaseWriter, new: NewEvent, now: Moment) -> Result<(), StoreError> {
        let with_origin = new.with_origin;
        let event = writer.speculative.number(new, now);
        let fact = event.fact.as_ref().ok_or_else(|| corrupt("a new event without its fact"))?;
        let parts = EventParts {
            author: event.by.as_ref().map(canonical).transpose()?,
            content: Some(content(fact)?),
            evidence: event.evidence.as_ref().map(canonical).transpose()?,
        };
        if let Fact::AgreementSigned { seat, .. } = fact {
            self.signed_from.insert(*seat, self.origin.clone());
        }
        let origins = if with_origin { self.origins_of(fact)? } else { Vec::new() };
        let channel = channel_name(event.channel);
        let (kind, seat) = (event.kind.name(), event.seat.name());
        let named = [
            (PartName::Author, &parts.author),
            (PartName::Content, &parts.content),
            (PartName::Evidence, &parts.evidence),
        ];
        let named = named.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
        let named = named.chain(origins.iter().map(|(name, text)| (*name, text)));
        let present: Vec<(PartName, Salt, &String)> = named.map(|(name, text)| (name, fresh_salt(), text)).collect();
        let inputs: Vec<PartInput<'_>> = present
            .iter()
            .map(|(name, salt, text)| PartInput { name: *name, salt: *salt, bytes: text.as_bytes() })
            .collect();
        if inputs.iter().map(|part| part.bytes.len()).sum::<usize>() > EVENT_BYTES_MAX {
            return Err(StoreError::TooLarge);
        }
        let head = self
            .heads
            .entry(event.channel)
            .or_insert_with(|| writer.heads.get(&event.channel).cloned().unwrap_or_default());
        let sealed = head
            .append(&acordo_record::AppendInput {
                case: &self.warm.name,
                channel: &channel,
                kind,
                seat,
                at: Time::from_unix_millis(event.at.millis()).map_err(corrupt)?,
                parts: &inputs,
            })
            .map_err(corrupt)?;
        if sealed.seq != event.seq || sealed.at.unix_millis() != event.at.millis() {
            return Err(corrupt(format!("the record and the fold of {channel} disagree")));
        }
        self.version += 1;
        self.leaves.push((event.channel, sealed.leaf));
        let wire = frame(&channel, event.seq, event.at, seat, kind, &parts)?;
        let salts: BTreeMap<PartName, Salt> = present.iter().map(|(name, salt, _)| (*name, *salt)).collect();
        let stored = |name, text: Option<String>| Some(stored_part(text?, salts.get(&name)?));
        let of_signers = matches!(fact, Fact::AgreementConcluded { .. });
        let mut origins = origins.into_iter().filter_map(|(name, text)| stored(name, Some(text)));
        let rows = PartsRow {
            author: stored(PartName::Author, parts.author),
            content: stored(PartName::Content, parts.content),
            origin: if of_signers { Some(stored_origins(origins)?) } else { origins.next() },
            evidence: stored(PartName::Evidence, parts.evidence),
        };
        self.rows.push(EventRow {
            version: self.version.cast_signed(),
            channel,
            seq: event.seq.cast_signed(),
            kind,
            seat,
            at: At(event.at),
            header: sealed.header,
            parts: rows,
        });
        apply(&mut writer.speculative, &event);
        self.events.push(event);
        self.wires.push(wire);
        Ok(())
    }

    /// For a conclusion one of each signer, in the order of the names; otherwise the actor's own.
    fn origins_of(&self, fact: &Fact) -> Result<Vec<(PartName, String)>, StoreError> {
        let Fact::AgreementConcluded { signatures, .. } = fact else {
            return Ok(vec![(PartName::Origin, canonical(self.origin)?)]);
        };
        let mut origins = BTreeMap::new();
        for signature in signatures {
            let seat =
                SignerSeat::parse(&name_of(&signature.seat)).ok_or_else(|| corrupt("a signer without a seat"))?;
            let from = self.signed_from.get(&signature.seat).cloned().unwrap_or_default();
            origins.insert(PartName::OriginOf(seat), canonical(&from)?);
        }
        Ok(origins.into_iter().collect())
    }
}
