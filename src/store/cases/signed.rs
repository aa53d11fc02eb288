//! Signs the ends of channels, and keeps the checkpoint of each conclusion (record.md, "Checkpoints", "Agreement").

use super::Recorded;
use super::bytes::altered;
use super::row::{LastSigned, SealedCase, SealedOver};
use super::sealed::{SEAL_PAUSE, SEAL_TRIES, not_as_sealed};
use super::warm::{CaseWriter, WarmCase};
use crate::store::Store;
use crate::store::connect::transaction;
use crate::store::error::StoreError;
use crate::store::files::StoredDocument;
use crate::store::schema::{cases, signed_heads};
use crate::store::sql::Key;
use acordo_domain::case::event::FactKind;
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_record::{Checkpoint, Hash, Note};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::sync::Arc;

/// How much of a channel is signed.
#[derive(Debug, Clone, Copy)]
enum SignedPart {
    Whole,
    /// Up to this size, unless more was signed before.
    UpTo(u64),
    /// Up to this size, also where more was signed since: what is signed again is what was there then.
    Before(u64),
}

/// What the signer answers.
enum SigningAnswer {
    Signed(String),
    /// Another process has moved the case, or signed more of it.
    Behind,
    /// More than what was asked for was signed before.
    Passed,
}

impl Store {
    /// Signs the end of a channel. Only a head that extends the one signed last is ever signed.
    pub async fn sign_checkpoint(&self, case_id: CaseId, channel: Channel) -> Result<String, StoreError> {
        self.sign_part(case_id, channel, SignedPart::Whole).await
    }

    /// Signs a channel as it was when it had this size. Whoever gets it learns nothing of what came later.
    pub async fn sign_checkpoint_at(&self, case_id: CaseId, channel: Channel, size: u64) -> Result<String, StoreError> {
        self.sign_part(case_id, channel, SignedPart::Before(size)).await
    }

    async fn sign_part(&self, case_id: CaseId, channel: Channel, part: SignedPart) -> Result<String, StoreError> {
        self.case(case_id).await?;
        let warm = self.0.warm.get(case_id);
        for _ in 0..SEAL_TRIES {
            // Held until it is signed: nothing of this process is appended in between.
            let mut writer = self.lock_writer(&warm).await?;
            if let SigningAnswer::Signed(note) = self.sign(&warm, &mut writer, channel, part).await? {
                return Ok(note);
            }
            writer.may_be_stale = true;
            drop(writer);
            tokio::time::sleep(SEAL_PAUSE).await;
        }
        Err(StoreError::Busy)
    }

    /// The checkpoint of `procedure` at the conclusion of this version, as it was signed then.
    pub async fn kept_checkpoint(&self, case_id: CaseId, version: u32) -> Result<String, StoreError> {
        let warm = self.0.warm.get(case_id);
        // Whoever concludes holds the lock until it is kept.
        drop(self.lock_writer(&warm).await?);
        let seq = warm.with_committed(|case| case.procedure.concluded_as(version).map(|concluded| concluded.seq));
        let seq = seq.flatten().ok_or(StoreError::NotFound)?;
        let kept = self.kept_at(&warm, version, seq).await?;
        kept.ok_or_else(|| altered(format!("the checkpoint at the conclusion of version {version} is not there")))
    }

    /// After an append, before anything else happens in the case.
    pub(super) async fn keep_concluded(&self, warm: &WarmCase, writer: &mut CaseWriter, events: &[Arc<Recorded>]) {
        writer.unkept |= events.iter().any(|recorded| recorded.event.kind == FactKind::AgreementConcluded);
        if writer.unkept
            && let Err(error) = self.keep_checkpoints(warm, writer).await
        {
            // The agreement is concluded all the same; who locks the case next tries again.
            tracing::error!(case = %warm.id, %error, "the checkpoint of a conclusion was not kept yet");
        }
    }

    /// Signs and keeps the checkpoint at each conclusion that has none. The writer is locked, so that nothing is
    /// appended before.
    pub(super) async fn keep_checkpoints(&self, warm: &WarmCase, writer: &mut CaseWriter) -> Result<(), StoreError> {
        let agreements = writer.speculative.procedure.agreements();
        let conclusions: Vec<(u32, u64)> = agreements.map(|concluded| (concluded.version, concluded.seq)).collect();
        for (version, seq) in conclusions {
            match self.kept_at(warm, version, seq).await {
                Ok(None) => {}
                // Of one that was changed is told where it is needed.
                Ok(Some(_)) | Err(StoreError::Altered(_)) => continue,
                Err(error) => return Err(error),
            }
            match self.sign(warm, writer, Channel::Procedure, SignedPart::UpTo(seq)).await? {
                SigningAnswer::Signed(note) => {
                    let documents = self.documents();
                    documents.put(warm.id, version, StoredDocument::Checkpoint, note.as_bytes()).await?;
                }
                SigningAnswer::Behind => {
                    writer.may_be_stale = true;
                    return Ok(());
                }
                // It was there when more was signed, and is told of where it is needed; the case goes on.
                SigningAnswer::Passed => {}
            }
        }
        writer.unkept = false;
        Ok(())
    }

    /// The kept note that says what the record says at this size.
    async fn kept_at(&self, warm: &WarmCase, version: u32, seq: u64) -> Result<Option<String>, StoreError> {
        let (instance, channel) = (self.0.log_key.instance(), Channel::Procedure);
        let size = usize::try_from(seq).unwrap_or(usize::MAX);
        let root = warm.with_leaves(|leaves| Some(acordo_record::tree::root(leaves.get(&channel)?.get(..size)?)));
        let Some(root) = root else { return Ok(None) };
        let text = Checkpoint::of_channel(instance, &warm.name, &channel.to_string(), seq, root).text();
        let kept = self.documents().all(warm.id, version, StoredDocument::Checkpoint).await?;
        let its = |bytes: &Vec<u8>| {
            let note = Note::parse(bytes).ok().filter(|note| note.text() == text);
            note.is_some_and(|note| note.signed_once(instance, &self.0.log_keys).is_ok())
        };
        Ok(kept.into_iter().find(its).and_then(|bytes| String::from_utf8(bytes).ok()))
    }

    /// Signs a part of a channel, from its first event on.
    async fn sign(
        &self,
        warm: &WarmCase,
        writer: &mut CaseWriter,
        channel: Channel,
        part: SignedPart,
    ) -> Result<SigningAnswer, StoreError> {
        let leaves = warm.with_leaves(|leaves| leaves.get(&channel).cloned().unwrap_or_default());
        if leaves.is_empty() {
            return Err(StoreError::NotFound);
        }
        let (version, order, known) = (writer.version, writer.order, writer.seal());
        let name = channel.to_string();
        let (key, case, channel, store) = (Key(warm.id.0), warm.name.clone(), name.clone(), self.clone());
        let signed = transaction!(self, |conn| {
            // Locks the case against other processes: what was signed of it and its seal are written together.
            diesel::update(cases::table.find(key)).set(cases::version.eq(cases::version)).execute(conn).await?;
            let whole: Option<SealedCase> =
                cases::table.find(key).select(SealedCase::as_select()).first(conn).await.optional()?;
            let whole = whole.ok_or_else(|| altered(format!("the row of case {case} is gone")))?;
            if whole.seal != known && store.0.database.is_shared() {
                return Ok(Err(SigningAnswer::Behind));
            }
            let mut all: Vec<LastSigned> = signed_heads::table
                .filter(signed_heads::case_id.eq(key))
                .select(LastSigned::as_select())
                .load(conn)
                .await?;
            let before = LastSigned::hash_of_all(&all);
            let over = |signed| SealedOver { case: &case, order: &order, signed };
            if !whole.holds(&store.0.head_keys, over(&before)) {
                return Err(not_as_sealed(&case, &whole));
            }
            let last = all.iter().position(|last| last.channel == channel);
            if let Some(last) = last {
                all[last].check(&leaves)?;
            }
            let before = last.map_or(0, |last| all[last].size());
            let size = match part {
                SignedPart::Whole => leaves.len() as u64,
                SignedPart::UpTo(size) if size < before => return Ok(Err(SigningAnswer::Passed)),
                SignedPart::UpTo(size) | SignedPart::Before(size) => size,
            };
            let signed = usize::try_from(size).ok().and_then(|size| leaves.get(..size)).ok_or(StoreError::NotFound)?;
            let root = acordo_record::tree::root(signed);
            // The leaves extend what was signed last, so that a part of it contradicts nothing.
            if size <= before {
                return Ok(Ok((size, root, None)));
            }
            let new = LastSigned::new(&channel, size, &root);
            diesel::insert_into(signed_heads::table)
                .values((signed_heads::case_id.eq(key), &new))
                .on_conflict((signed_heads::case_id, signed_heads::channel))
                .do_update()
                .set(&new)
                .execute(conn)
                .await?;
            all.retain(|last| last.channel != channel);
            all.push(new);
            let hash = LastSigned::hash_of_all(&all);
            let whole = whole.sealed(&store.0.head_keys, over(&hash), version);
            diesel::update(cases::table.find(key)).set(cases::seal.eq(&whole.seal)).execute(conn).await?;
            Ok::<Result<(u64, Hash, Option<(SealedCase, Hash)>), SigningAnswer>, StoreError>(Ok((
                size,
                root,
                Some((whole, hash)),
            )))
        })?;
        let (size, root, sealed) = match signed {
            Ok(signed) => signed,
            Err(other) => return Ok(other),
        };
        if let Some((row, hash)) = sealed {
            (writer.row, writer.signed) = (Some(row), hash);
        }
        let checkpoint = Checkpoint::of_channel(self.0.log_key.instance(), &warm.name, &name, size, root);
        Ok(SigningAnswer::Signed(checkpoint.sign(&self.0.log_key)))
    }
}
