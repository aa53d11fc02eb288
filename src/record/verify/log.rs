//! Checkpoints, their place in the instance log, and what they say about time.

use std::collections::{BTreeMap, BTreeSet};

use super::channel::VerifiedChannel;
use super::signed::unsigned;
use super::{ChannelReport, Check, DoubtCode, FailureCode};
use crate::anchor::{Anchored, TlogProof};
use crate::bundle::parts::{self, stem};
use crate::bundle::{CaseFile, Profile};
use crate::checkpoint::{Checkpoint, channel_origin, decimal};
use crate::hash::{Hash, hash_from_base64};
use crate::note::Note;
use crate::time::Time;
use crate::tree::{self, Frontier};

const HOUR_MILLIS: i64 = 3_600_000;
/// How much earlier than an event a checkpoint over it may be witnessed: clocks differ.
const WITNESS_EARLY_MILLIS: i64 = 5 * 60_000;
/// How long after the export a checkpoint in it may be witnessed: clocks differ.
const WITNESS_LATE_MILLIS: i64 = 24 * HOUR_MILLIS;

/// What all proofs of a bundle must agree on.
#[derive(Default)]
struct InstanceLog {
    roots: BTreeMap<u64, Hash>,
    indices: BTreeSet<u64>,
}

/// A checkpoint as read: its signature holds.
struct SignedHead {
    note: Note,
    root: Hash,
    /// The end of its key in the key file.
    key_until: Option<Time>,
}

/// A checkpoint with the proofs that it is in the instance log, the first first.
struct AnchoredHead {
    size: u64,
    proofs: Vec<Anchored>,
}

impl AnchoredHead {
    fn index(&self) -> Option<u64> {
        self.proofs.first().map(|proof| proof.index)
    }

    /// The earliest of the proofs' times.
    fn witnessed_at(&self) -> Option<Time> {
        self.proofs.iter().filter_map(Anchored::witnessed_at).min()
    }
}

impl Check<'_> {
    pub(super) fn logs(&mut self, case: &CaseFile, channels: &mut [VerifiedChannel], late_hours: Option<u64>) {
        let mut log = InstanceLog::default();
        for channel in channels.iter_mut() {
            let late = channel.events.iter().find(|event| event.at > case.exported_at);
            if let Some(event) = late {
                self.fail(FailureCode::EventAfterExport, event.place(&channel.name), "later than the export");
            }
            let anchored = self.checkpoints(case, channel, &mut log);
            if let Some(hours) = late_hours.filter(|_| !self.keys.witnesses().is_empty()) {
                self.late(channel, &anchored, hours);
            }
        }
        if late_hours.is_some() && self.keys.witnesses().is_empty() {
            self.doubt(DoubtCode::LateUnknown, "", "the key file has no witness: nobody else vouches for the times");
        }
    }

    /// One channel's checkpoints; those that are anchored, by rising sizes.
    fn checkpoints(
        &mut self,
        case: &CaseFile,
        channel: &mut VerifiedChannel,
        log: &mut InstanceLog,
    ) -> Vec<AnchoredHead> {
        let Some((last_seq, last_at)) = channel.last().map(|e| (e.seq, e.at)) else { return Vec::new() };
        let stem = stem(&channel.name);
        let sizes = self.checkpoint_sizes(&stem);
        let agreement = case.profile == Profile::Agreement;
        let head = if agreement { sizes.last().copied().unwrap_or(0) } else { last_seq };
        if !sizes.contains(&head) {
            let words = format!("there is no checkpoint at the head of {}", channel.name);
            self.fail(FailureCode::CheckpointMissing, format!("data/checkpoints/{stem}"), words);
        }
        let roots = roots_at(channel, &sizes);
        let mut anchored: Vec<AnchoredHead> = Vec::new();
        let mut signed_roots: Vec<(u64, Hash)> = Vec::new();
        for size in sizes.iter().copied() {
            let Some(signed) = self.checkpoint(case, channel, &stem, size) else {
                self.take_proofs(&stem, size);
                continue;
            };
            let before = signed.key_until.map(|until| (until, self.report.clone(), self.salts.clone()));
            let proofs = self.anchors(case, &stem, size, &signed.note);
            let found = AnchoredHead { size, proofs: proofs.unwrap_or_default() };
            if let Some((until, report, salts)) = before
                && found.witnessed_at().is_none_or(|at| at >= until)
            {
                // Whoever stole the key could have made it: it proves nothing, and accuses nobody.
                (self.report, self.salts) = (report, salts);
                if size == head {
                    let words = "signed by a key that was stolen later: ask for this file again under the new key";
                    self.doubt(DoubtCode::KeyEnded, parts::checkpoint_path(&stem, size), words);
                }
                continue;
            }
            self.root(channel, &stem, size, &signed.root, &roots);
            signed_roots.push((size, signed.root));
            self.witnessed(case, channel, &stem, &found);
            if !found.proofs.is_empty() {
                anchored.push(found);
            } else if size != head && !self.files.contains_key(parts::proof_path(&stem, size, 0).as_str()) {
                let path = parts::proof_path(&stem, size, 0);
                self.fail(FailureCode::AnchorMissing, path, "only the head's checkpoint may lack its proof");
            }
        }
        if agreement {
            self.joined(channel, &stem, &sizes, signed_roots);
        }
        self.anchor_order(&stem, &anchored, log);
        let covered = anchored.last().map_or(0, |found| found.size);
        self.delay(channel, &anchored);
        self.report.channels.push(ChannelReport {
            channel: channel.name.clone(),
            size: head,
            last_at: (last_seq == head).then_some(last_at),
            anchored_size: covered,
            anchored_at: anchored.last().and_then(AnchoredHead::witnessed_at),
            pending_from: channel.events.iter().find(|event| event.seq > covered).map(|event| event.at),
        });
        anchored
    }

    /// The sizes of which there are checkpoint files, ascending.
    fn checkpoint_sizes(&self, stem: &str) -> Vec<u64> {
        let size = |path: &&str| {
            let name = path.strip_prefix("data/checkpoints/")?.strip_suffix(".txt")?;
            decimal(name.strip_prefix(stem)?.strip_prefix('-')?)
        };
        let mut sizes: Vec<u64> = self.files.keys().filter_map(size).collect();
        sizes.sort_unstable();
        sizes
    }

    fn checkpoint(&mut self, case: &CaseFile, channel: &VerifiedChannel, stem: &str, size: u64) -> Option<SignedHead> {
        let path = parts::checkpoint_path(stem, size);
        let data = self.need(&path)?;
        let read = Note::parse(data).and_then(|note| {
            let key = note.signed_once(&case.instance, self.keys.logs(&case.instance))?;
            Ok((Checkpoint::parse(note.text())?, self.keys.window(key).until, note))
        });
        let (checkpoint, key_until, note) = match read {
            Ok(read) => read,
            Err(error) => {
                self.fail(unsigned(&error).unwrap_or(FailureCode::Checkpoint), path, error.to_string());
                return None;
            }
        };
        if checkpoint.origin != channel_origin(&case.instance, &case.case, &channel.name) || checkpoint.size != size {
            self.fail(FailureCode::Checkpoint, path, "of another channel or size");
            return None;
        }
        Some(SignedHead { note, root: checkpoint.root, key_until })
    }

    /// The events lead to the root that was signed.
    fn root(&mut self, channel: &VerifiedChannel, stem: &str, size: u64, root: &Hash, roots: &BTreeMap<u64, Hash>) {
        if !channel.whole {
            return;
        }
        let words = match roots.get(&size) {
            Some(ours) if ours == root => return,
            Some(_) => "the events have another root",
            None => "the record has fewer events",
        };
        self.fail(FailureCode::Root, parts::checkpoint_path(stem, size), words);
    }

    /// In the profile agreement each line shows its own way to the first checkpoint over it, each checkpoint but the
    /// head's is the first over some line, and each continues the one before.
    fn joined(&mut self, channel: &mut VerifiedChannel, stem: &str, sizes: &[u64], signed: Vec<(u64, Hash)>) {
        for event in &channel.events {
            // A checkpoint that does not count proves nothing of its lines.
            let Some(over) = sizes.iter().find(|size| **size >= event.seq) else { continue };
            let Some((size, root)) = signed.iter().find(|(size, _)| size == over) else { continue };
            let path = event.proof.as_deref().unwrap_or_default();
            if !tree::includes(&event.leaf, event.seq - 1, *size, path, root) {
                let words = "the path does not lead to the root of the first checkpoint over it";
                self.fail(FailureCode::LineProof, event.place(&channel.name), words);
            }
        }
        let mut before = 0;
        for size in sizes.iter().take(sizes.len().saturating_sub(1)) {
            if !channel.events.iter().any(|event| event.seq > before && event.seq <= *size) {
                let words = "not the first checkpoint over any line, and not the head's";
                self.fail(FailureCode::Checkpoint, parts::checkpoint_path(stem, *size), words);
            }
            before = *size;
        }
        for (from, to) in sizes.iter().zip(sizes.iter().skip(1)) {
            let path = parts::consistency_path(stem, *from, *to);
            let Some(proof) = self.need(&path).map(hashes_in) else { continue };
            let root = |size| signed.iter().find(|(signed, _)| *signed == size);
            let (Some(old), Some(new)) = (root(*from), root(*to)) else { continue };
            let holds = proof.is_some_and(|proof| tree::continues((old.0, &old.1), (new.0, &new.1), &proof));
            if !holds {
                self.fail(FailureCode::Consistency, path, "the second checkpoint does not continue the first");
            }
        }
        channel.told = signed;
    }

    /// Notes the proofs of a checkpoint that cannot be read as belonging there.
    fn take_proofs(&mut self, stem: &str, size: u64) {
        for nth in 0.. {
            if self.take(&parts::proof_path(stem, size, nth)).is_none() {
                return;
            }
        }
    }

    /// The proofs of a checkpoint: against the first head after its batch, and
    /// beside it against later ones. `None` if one does not hold.
    fn anchors(&mut self, case: &CaseFile, stem: &str, size: u64, note: &Note) -> Option<Vec<Anchored>> {
        let mut proofs: Vec<Anchored> = Vec::new();
        let mut salt = None;
        for nth in 0..=PROOFS_MAX {
            let path = parts::proof_path(stem, size, nth);
            let Some(data) = self.take(&path) else { break };
            let read = TlogProof::parse(data)
                .and_then(|proof| Ok((proof.verify(&case.instance, self.keys, note.text())?, proof.salt)));
            let (anchored, its_salt) = match read {
                Ok(read) => read,
                Err(error) => {
                    self.fail(FailureCode::Anchor, path, error.to_string());
                    self.take_proofs(stem, size);
                    return None;
                }
            };
            match (proofs.last(), salt) {
                (Some(before), Some(salt)) => {
                    if anchored.index != before.index || its_salt != salt || anchored.head.size <= before.head.size {
                        let words = "not the same entry under a larger head than the proof before";
                        self.fail(FailureCode::AnchorOrder, path, words);
                    }
                }
                _ => self.salt(its_salt.0, &path),
            }
            self.cosigned.extend(anchored.cosigned.iter().map(|(name, _)| name.clone()));
            salt = Some(its_salt);
            proofs.push(anchored);
        }
        Some(proofs)
    }

    /// A witness saw the checkpoint when it could.
    fn witnessed(&mut self, case: &CaseFile, channel: &VerifiedChannel, stem: &str, found: &AnchoredHead) {
        let Some(at) = found.witnessed_at() else { return };
        let path = || parts::proof_path(stem, found.size, 0);
        let covered = channel.events.iter().rev().find(|event| event.seq <= found.size);
        if let Some(event) = covered.filter(|e| e.at.unix_millis() - at.unix_millis() > WITNESS_EARLY_MILLIS) {
            let words = format!("witnessed at {at}, before {} happened", event.place(&channel.name));
            self.fail(FailureCode::AnchorTime, path(), words);
        }
        if at.unix_millis() - case.exported_at.unix_millis() > WITNESS_LATE_MILLIS {
            self.fail(FailureCode::AnchorTime, path(), format!("witnessed at {at}, after the export"));
        }
    }

    /// A channel's checkpoints have rising indices, and there is one instance
    /// log: one root for a size, one entry for an index.
    fn anchor_order(&mut self, stem: &str, anchored: &[AnchoredHead], log: &mut InstanceLog) {
        let mut last = None;
        for found in anchored {
            let path = parts::proof_path(stem, found.size, 0);
            let Some(index) = found.index() else { continue };
            if last.is_some_and(|before| index <= before) {
                self.fail(FailureCode::AnchorOrder, &path, "not after the anchor of the checkpoint before");
            }
            last = Some(index);
            if !log.indices.insert(index) {
                self.fail(FailureCode::AnchorOrder, &path, "another checkpoint has the same place in the instance log");
            }
            for proof in &found.proofs {
                if *log.roots.entry(proof.head.size).or_insert(proof.head.root) != proof.head.root {
                    self.fail(FailureCode::AnchorOrder, &path, "the instance log has two roots at one size");
                }
            }
        }
    }

    /// `--late`: the first checkpoint over each event that all witnesses asked
    /// cosigned, on one head, is witnessed within so many hours.
    fn late(&mut self, channel: &VerifiedChannel, anchored: &[AnchoredHead], hours: u64) {
        let within = i64::try_from(hours).unwrap_or(i64::MAX).saturating_mul(HOUR_MILLIS);
        let seen: Vec<(u64, Time)> = anchored.iter().filter_map(|f| Some((f.size, self.seen_by_all(f)?))).collect();
        let mut checkpoints = seen.iter();
        let mut current = checkpoints.next();
        for event in &channel.events {
            while current.is_some_and(|(size, _)| *size < event.seq) {
                current = checkpoints.next();
            }
            let waited = current.map(|(_, at)| at.unix_millis().saturating_sub(event.at.unix_millis()));
            if waited.is_none_or(|waited| waited > within) {
                let words = match current {
                    Some((_, at)) => format!("at {}, but not witnessed before {at}", event.at),
                    None => format!("at {}, and no witness has seen it", event.at),
                };
                return self.fail(FailureCode::AnchorLate, event.place(&channel.name), words);
            }
        }
    }

    /// When every witness of that time had cosigned one head over the checkpoint.
    fn seen_by_all(&self, found: &AnchoredHead) -> Option<Time> {
        let first = found.proofs.first()?.witnessed_at();
        let witnesses = self.keys.witnesses();
        let asked: Vec<&str> =
            witnesses.into_iter().filter(|name| first.is_none_or(|at| self.keys.is_witness_at(name, at))).collect();
        let by_all = |proof: &&Anchored| {
            !asked.is_empty() && asked.iter().all(|name| proof.cosigned.iter().any(|(signed, _)| signed == name))
        };
        found.proofs.iter().filter(by_all).filter_map(Anchored::witnessed_at).min()
    }

    /// How long the slowest event waited for a checkpoint that a witness saw.
    fn delay(&mut self, channel: &VerifiedChannel, anchored: &[AnchoredHead]) {
        let mut checkpoints = anchored.iter().filter_map(|found| Some((found.size, found.witnessed_at()?)));
        let Some(mut current) = checkpoints.next() else { return };
        for event in &channel.events {
            while event.seq > current.0 {
                match checkpoints.next() {
                    Some(next) => current = next,
                    None => return,
                }
            }
            let waited = current.1.unix_millis().saturating_sub(event.at.unix_millis());
            self.report.longest_delay_millis = self.report.longest_delay_millis.max(Some(waited));
        }
    }
}

/// One hash in base64 a line.
fn hashes_in(data: &[u8]) -> Option<Vec<Hash>> {
    let text = std::str::from_utf8(data).ok()?;
    if text.is_empty() {
        return Some(Vec::new());
    }
    text.strip_suffix('\n')?.split('\n').map(hash_from_base64).collect()
}

/// Proofs beside the first of one checkpoint.
const PROOFS_MAX: u32 = 999;

/// The roots at these ascending sizes, in one pass over the events.
fn roots_at(channel: &VerifiedChannel, sizes: &[u64]) -> BTreeMap<u64, Hash> {
    let mut frontier = Frontier::new();
    let mut roots = BTreeMap::new();
    if channel.whole {
        for event in &channel.events {
            frontier.append(event.leaf);
            if sizes.binary_search(&frontier.size()).is_ok() {
                roots.insert(frontier.size(), frontier.root());
            }
        }
    }
    roots
}
