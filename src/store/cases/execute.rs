//! `execute`: the one way to change a case.

use super::append::AppendRequest;
use super::bytes::corrupt;
use super::known::{actor_id, command_hash};
use super::warm::WarmCase;
use super::{Done, Execution, Origin, Watcher};
use crate::store::Store;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::journal::rows::{AppendOutcome, BeginRow};
use crate::store::sql::{At, Key};
use acordo_domain::case::decide::{CaseOpening, Context, Filing, Teams, decide, open};
use acordo_domain::case::event::{Fact, NewEvent};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::{CaseId, CommandId, Reference};
use acordo_domain::moment::Moment;
use acordo_domain::rules::Rules;
use acordo_domain::seat::{Actor, Channel, Seat};
use acordo_record::PartName;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// How long a command is decided again because somebody else moved the case. Each time somebody else won, so a room in
/// which two people type at two processes goes on, and nobody is told to come back.
const DECIDED_AGAIN: Duration = Duration::from_secs(10);
/// Between two tries at most, so that those who lose do not meet again.
const PAUSE_MILLIS_MAX: u64 = 8;
/// How often a reference is drawn anew.
const REFERENCES_MAX: u32 = 8;

impl Store {
    /// Everything after this call is told to this watcher.
    pub fn on_commit(&self, watcher: Arc<dyn Watcher>) {
        self.0.watchers.add(watcher);
    }

    /// Decides a command and makes what follows durable, all or nothing, before it answers.
    /// A command with an id that this actor used before is not done again: it answers the same.
    #[tracing::instrument(skip_all, fields(case = %execution.case))]
    pub async fn execute(&self, execution: Execution<'_>) -> Result<Done, StoreError> {
        let Execution { case, actor, id, command, origin, signing, addressee_shown } = execution;
        let warm = self.0.warm.get(case);
        let hash = command_hash(case, command)?;
        let who = actor_id(actor);
        let needs = command.needs();
        let until = Instant::now() + DECIDED_AGAIN;
        while Instant::now() < until {
            let mut writer = self.lock_writer(&warm).await?;
            if writer.commands.is_withdrawn(who, id.0) {
                return Err(StoreError::Withdrawn);
            }
            if let Some(known) = self.known_command(&warm, &writer, who, id).await? {
                drop(writer);
                return self.replay(&warm, actor, &hash, known).await;
            }
            let answers = self.answers(&writer.speculative, actor, &needs).await?;
            let now = self.now();
            let context = Context {
                now,
                command_id: id,
                signing,
                named: answers.named.as_ref(),
                conflict: answers.conflict,
                cases_with_company: answers.cases_with_company,
                company_teams: answers.company_teams,
                legal_identity: answers.legal_identity.as_ref(),
                powers: &answers.powers,
                item: answers.item.as_ref(),
                addressee_shown,
                rules: &self.0.rules,
            };
            let facts = match decide(&writer.speculative, actor, command, &context) {
                Ok(facts) => facts,
                Err(refused) => {
                    // It may be refused because this process is behind another.
                    if self.0.database.is_shared() && self.stored_version(case).await? != writer.version {
                        writer.may_be_stale = true;
                        continue;
                    }
                    return Err(refused.into());
                }
            };
            if facts.is_empty() {
                return Ok(Done { events: Vec::new(), at: BTreeMap::new(), replayed: false });
            }
            let request = AppendRequest {
                signed_from: self.signed_from(case, &facts).await?,
                facts,
                now,
                origin: &origin,
                actor: who,
                id: id.0,
                hash,
                challenge: needs.signing.and(signing).map(|proof| proof.challenge),
                begin: None,
            };
            match self.submit(&warm, writer, request)?.committed().await {
                Ok(events) => {
                    tracing::debug!(events = events.len(), "executed");
                    return self.done(&warm, actor, &events);
                }
                Err(AppendOutcome::Conflict) => {
                    let pause = Duration::from_millis(rand::random_range(0..=PAUSE_MILLIS_MAX));
                    tokio::time::sleep(pause).await;
                }
                Err(other) => return Err(failure(other)),
            }
        }
        Err(StoreError::Busy)
    }

    /// Opens a case with a consumer's complaint.
    pub async fn file(&self, filing: Filing, id: CommandId, origin: Origin) -> Result<Done, StoreError> {
        let actor = Actor::Person { person: filing.consumer.clone(), memberships: Vec::new() };
        self.begin(CaseOpening::Complaint(Box::new(filing)), &actor, id, origin).await
    }

    /// Would this open a case, if its filer confirmed it now?
    pub async fn may_begin(&self, opening: &CaseOpening, id: CommandId) -> Result<(), StoreError> {
        let rules = self.0.rules.with(self.accounts().settings(opening.operator()).await?);
        open(opening, &opening_context(id, self.now(), &rules))?;
        Ok(())
    }

    /// Opens a case by its filer. Should the reference be taken, another one is drawn; the events say which.
    #[tracing::instrument(skip_all, fields(case = %opening.case()))]
    pub async fn begin(
        &self,
        opening: CaseOpening,
        actor: &Actor,
        id: CommandId,
        origin: Origin,
    ) -> Result<Done, StoreError> {
        let mut opening = opening;
        let who = opening.filer().id.0;
        let hash = said(&opening)?;
        // A case begins with what its operator has set by now, and keeps it.
        let rules = self.0.rules.with(self.accounts().settings(opening.operator()).await?);
        if let Some((case, known)) = self.opened_before(who, id).await? {
            return self.filed_before(actor, &hash, id, case, known).await;
        }
        let number = self.next_case_number().await?;
        for _ in 0..REFERENCES_MAX {
            let warm = self.0.warm.get(opening.case());
            let writer = warm.writer.clone().lock_owned().await;
            let now = self.now();
            let facts = open(&opening, &opening_context(id, now, &rules))?;
            let begin = BeginRow {
                number,
                actor: Key(who),
                command: Key(id.0),
                hash,
                reference: opening.reference().to_string(),
                company: Key(opening.company().0),
                operator: Key(opening.operator().0),
                filed_at: At(now),
            };
            let request = AppendRequest {
                facts,
                now,
                origin: &origin,
                actor: who,
                id: id.0,
                hash,
                challenge: None,
                begin: Some(begin),
                signed_from: BTreeMap::new(),
            };
            match self.submit(&warm, writer, request)?.committed().await {
                Ok(events) => return self.done(&warm, actor, &events),
                Err(AppendOutcome::ReferenceTaken) => opening.refer_to(Reference::from_bits(rand::random())),
                Err(AppendOutcome::Conflict) => return Err(Refusal::Conflict.into()),
                Err(AppendOutcome::AlreadyOpened) => {
                    let (case, known) = self
                        .opened_before(who, id)
                        .await?
                        .ok_or_else(|| corrupt("a case was opened before and is not there"))?;
                    return self.filed_before(actor, &hash, id, case, known).await;
                }
                Err(other) => return Err(failure(other)),
            }
        }
        Err(StoreError::Busy)
    }

    /// The case that this actor opened by this command, and the command's hash.
    async fn opened_before(&self, actor: Uuid, id: CommandId) -> Result<Option<(CaseId, [u8; 32])>, StoreError> {
        use crate::store::schema::openings;
        let row: Option<(Key, Vec<u8>)> = reading!(&self.0.database, |conn| {
            openings::table
                .find((Key(actor), Key(id.0)))
                .select((openings::case_id, openings::hash))
                .first(conn)
                .await
                .optional()?
        });
        row.map(|(case, hash)| Ok((CaseId(case.0), hash.try_into().map_err(|_| corrupt("the hash of an opening"))?)))
            .transpose()
    }

    /// The same filing again answers the case that it made the first time.
    async fn filed_before(
        &self,
        actor: &Actor,
        hash: &[u8; 32],
        id: CommandId,
        case: CaseId,
        known: [u8; 32],
    ) -> Result<Done, StoreError> {
        if known != *hash {
            return Err(StoreError::IdReused);
        }
        let warm = self.0.warm.get(case);
        let writer = self.lock_writer(&warm).await?;
        let known = self.known_command(&warm, &writer, actor_id(actor), id).await?;
        drop(writer);
        let known = known.ok_or_else(|| corrupt("a case was opened by a command that is not there"))?;
        self.replay(&warm, actor, hash, known).await
    }

    fn done(&self, warm: &Arc<WarmCase>, actor: &Actor, events: &[Arc<super::Recorded>]) -> Result<Done, StoreError> {
        warm.with_committed(|case| Done::of(&case.procedure, actor, events, false)).ok_or(StoreError::NotFound)
    }

    /// From where each signer of the agreement that these facts conclude signed, as the record keeps it.
    async fn signed_from(&self, case_id: CaseId, facts: &[NewEvent]) -> Result<BTreeMap<Seat, Origin>, StoreError> {
        let concluded = facts.iter().find_map(|new| {
            if let Fact::AgreementConcluded { version, .. } = &new.fact { Some(*version) } else { None }
        });
        let Some(concluded) = concluded else { return Ok(BTreeMap::new()) };
        let mut found = BTreeMap::new();
        for line in self.known_lines(&self.0.warm.get(case_id), Channel::Joint).await? {
            let parts = (line.parts.get(&PartName::Content), line.parts.get(&PartName::Origin));
            let ("agreement_signed", (Some(content), Some(origin))) = (line.kind.as_str(), parts) else { continue };
            let signed: serde_json::Value = serde_json::from_slice(&content.bytes).map_err(corrupt)?;
            if signed["version"] == concluded {
                let seat = signed["seat"].as_str().unwrap_or_default();
                found.insert(crate::store::code::named(seat)?, serde_json::from_slice(&origin.bytes).map_err(corrupt)?);
            }
        }
        Ok(found)
    }
}

/// Nothing is known of a case that is not there yet.
fn opening_context(id: CommandId, now: Moment, rules: &Rules) -> Context<'_> {
    Context {
        now,
        command_id: id,
        signing: None,
        named: None,
        conflict: false,
        cases_with_company: 0,
        company_teams: Teams::default(),
        legal_identity: None,
        powers: &[],
        item: None,
        addressee_shown: false,
        rules,
    }
}

/// Two openings are the same command if the filer said the same; the ids are drawn anew each time.
fn said(opening: &CaseOpening) -> Result<[u8; 32], StoreError> {
    let nobody = CaseId(Uuid::nil());
    match opening {
        CaseOpening::Complaint(filing) => command_hash(
            nobody,
            &(&filing.company, &filing.complaint, &filing.legal_name, &filing.identifier, filing.rules_version),
        ),
        CaseOpening::Invitation(filing) => command_hash(
            nobody,
            &(&filing.company, &filing.account, &filing.consumer, &filing.proof, filing.rules_version),
        ),
    }
}

/// The outcomes that end an execution.
fn failure(outcome: AppendOutcome) -> StoreError {
    match outcome {
        AppendOutcome::Failed(error) => error,
        AppendOutcome::ChallengeVoid => Refusal::SigningProofMissing.into(),
        AppendOutcome::Written
        | AppendOutcome::Conflict
        | AppendOutcome::AlreadyOpened
        | AppendOutcome::ReferenceTaken => StoreError::Busy,
    }
}

impl From<Refusal> for StoreError {
    fn from(code: Refusal) -> Self {
        Self::Refused(code.into())
    }
}
