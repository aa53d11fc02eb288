//! Checkpoints, their place in the instance log, and what they say about time.

use std::collections::{BTreeMap, BTreeSet};

use super::channel::VerifiedChannel;
use super::{ChannelReport, Check, FailureCode};
use crate::anchor::{Anchored, TlogProof};
use crate::bundle::parts::{self, stem};
use crate::bundle::{CaseFile, Profile};
use crate::checkpoint::{Checkpoint, channel_origin, decimal};
use crate::hash::Hash;
use crate::note::Note;
use crate::tree::{self, Frontier};

/// How old an event may be at the export whose checkpoint is not anchored yet.
const PENDING_MAX_MILLIS: i64 = 24 * 3_600_000;

/// What all proofs of a bundle must agree on.
#[derive(Default)]
struct InstanceLog {
    roots: BTreeMap<u64, Hash>,
    indices: BTreeSet<u64>,
}

impl Check<'_> {
    pub(super) fn logs(&mut self, case: &CaseFile, channels: &mut [VerifiedChannel]) {
        let mut log = InstanceLog::default();
        let mut pending = false;
        for channel in channels.iter_mut() {
            pending |= self.checkpoints(case, channel, &mut log);
        }
        let latest = channels.iter().filter_map(|c| c.last()).max_by_key(|e| e.at);
        if let Some(event) = latest.filter(|e| pending && e.at > case.exported_at) {
            let words = format!("an event at {} is later than the export, and the head is not anchored", event.at);
            self.fail(FailureCode::AnchorOverdue, parts::CASE_FILE, words);
        }
    }

    /// One channel's checkpoints. Returns whether its head is not anchored yet.
    fn checkpoints(&mut self, case: &CaseFile, channel: &mut VerifiedChannel, log: &mut InstanceLog) -> bool {
        let Some((last_seq, last_at)) = channel.last().map(|e| (e.seq, e.at)) else { return false };
        let stem = stem(&channel.name);
        let sizes = self.checkpoint_sizes(&stem);
        let agreement = case.profile == Profile::Agreement;
        let head = if agreement { sizes.last().copied().unwrap_or(0) } else { last_seq };
        if agreement && sizes.len() > 1 {
            let words = "the profile agreement has one checkpoint, the head's";
            self.fail(FailureCode::Checkpoint, parts::checkpoint_path(&stem, sizes[0]), words);
        }
        if !sizes.contains(&head) {
            let words = format!("there is no checkpoint at the head of {}", channel.name);
            self.fail(FailureCode::CheckpointMissing, format!("data/checkpoints/{stem}"), words);
        }
        let roots = roots_at(channel, &sizes);
        let mut anchored: Vec<(u64, Anchored)> = Vec::new();
        let mut pending = false;
        for size in sizes {
            let Some((note, root)) = self.checkpoint(case, channel, &stem, size, &roots) else {
                self.take(&parts::proof_path(&stem, size));
                continue;
            };
            if agreement && size == head {
                self.line_proofs(channel, size, &root);
                channel.told = Some((size, root));
            }
            match self.anchor(case, &stem, size, &note) {
                Proof::Holds(proof) => anchored.push((size, proof)),
                Proof::Fails => {}
                Proof::Absent if size == head => pending = true,
                Proof::Absent => {
                    let path = parts::proof_path(&stem, size);
                    self.fail(FailureCode::AnchorMissing, path, "only the head's checkpoint may lack its proof");
                }
            }
        }
        self.anchor_order(&stem, &anchored, log);
        let covered = anchored.last().map_or(0, |(size, _)| *size);
        if pending {
            self.overdue(case, channel, covered);
        }
        self.delay(channel, &anchored);
        self.report.channels.push(ChannelReport {
            channel: channel.name.clone(),
            size: head,
            last_at,
            anchored_size: covered,
            anchor_pending: pending,
        });
        pending
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

    fn checkpoint(
        &mut self,
        case: &CaseFile,
        channel: &VerifiedChannel,
        stem: &str,
        size: u64,
        roots: &BTreeMap<u64, Hash>,
    ) -> Option<(Note, Hash)> {
        let path = parts::checkpoint_path(stem, size);
        let data = self.need(&path)?;
        let read = Note::parse(data).and_then(|note| {
            note.signed_once(&case.instance, self.keys.logs(&case.instance))?;
            Ok((Checkpoint::parse(note.text())?, note))
        });
        let (checkpoint, note) = match read {
            Ok(read) => read,
            Err(error) => {
                self.fail(FailureCode::Checkpoint, path, error.to_string());
                return None;
            }
        };
        if checkpoint.origin != channel_origin(&case.instance, &case.case, &channel.name) || checkpoint.size != size {
            self.fail(FailureCode::Checkpoint, path, "of another channel or size");
            return None;
        }
        if channel.whole {
            match roots.get(&size) {
                Some(root) if *root == checkpoint.root => {}
                Some(_) => self.fail(FailureCode::Root, path, "the events have another root"),
                None => self.fail(FailureCode::Root, path, "the record has fewer events"),
            }
        }
        Some((note, checkpoint.root))
    }

    /// In the profile agreement each line shows its own way to the root.
    fn line_proofs(&mut self, channel: &VerifiedChannel, size: u64, root: &Hash) {
        for event in &channel.events {
            let path = event.proof.as_deref().unwrap_or_default();
            if !tree::includes(&event.leaf, event.seq - 1, size, path, root) {
                let words = "the path does not lead to the root of the checkpoint";
                self.fail(FailureCode::LineProof, event.place(&channel.name), words);
            }
        }
    }

    fn anchor(&mut self, case: &CaseFile, stem: &str, size: u64, note: &Note) -> Proof {
        let path = parts::proof_path(stem, size);
        let Some(data) = self.take(&path) else { return Proof::Absent };
        let read = TlogProof::parse(data)
            .and_then(|proof| Ok((proof.verify(&case.instance, self.keys, note.text())?, proof.salt)));
        match read {
            Ok((anchored, salt)) => {
                self.salt(salt.0, &path);
                Proof::Holds(anchored)
            }
            Err(error) => {
                self.fail(FailureCode::Anchor, path, error.to_string());
                Proof::Fails
            }
        }
    }

    /// A channel's checkpoints have rising indices, and there is one instance
    /// log: one root for a size, one entry for an index.
    fn anchor_order(&mut self, stem: &str, anchored: &[(u64, Anchored)], log: &mut InstanceLog) {
        let mut last = None;
        for (size, proof) in anchored {
            let path = parts::proof_path(stem, *size);
            if last.is_some_and(|before| proof.index <= before) {
                self.fail(FailureCode::AnchorOrder, &path, "not after the anchor of the checkpoint before");
            }
            last = Some(proof.index);
            if !log.indices.insert(proof.index) {
                self.fail(FailureCode::AnchorOrder, &path, "another checkpoint has the same place in the instance log");
            }
            if *log.roots.entry(proof.head.size).or_insert(proof.head.root) != proof.head.root {
                self.fail(FailureCode::AnchorOrder, &path, "the instance log has two roots at one size");
            }
        }
    }

    fn overdue(&mut self, case: &CaseFile, channel: &VerifiedChannel, covered: u64) {
        let exported = case.exported_at.unix_millis();
        let late = |millis: i64| exported.saturating_sub(millis) > PENDING_MAX_MILLIS;
        let first = channel.events.iter().find(|event| event.seq > covered);
        if let Some(event) = first.filter(|event| late(event.at.unix_millis())) {
            let words = "not anchored, though it is more than 24 hours older than the export";
            self.fail(FailureCode::AnchorOverdue, event.place(&channel.name), words);
        }
    }

    /// How long the slowest event waited for a checkpoint that a witness saw.
    fn delay(&mut self, channel: &VerifiedChannel, anchored: &[(u64, Anchored)]) {
        let mut checkpoints = anchored.iter();
        let Some(mut current) = checkpoints.next() else { return };
        for event in &channel.events {
            while event.seq > current.0 {
                match checkpoints.next() {
                    Some(next) => current = next,
                    None => return,
                }
            }
            let Some(seconds) = current.1.witnessed_at else { continue };
            let witnessed = i64::try_from(seconds).unwrap_or(i64::MAX).saturating_mul(1000);
            let waited = witnessed.saturating_sub(event.at.unix_millis());
            self.report.longest_delay_millis = self.report.longest_delay_millis.max(Some(waited));
        }
    }
}

enum Proof {
    Holds(Anchored),
    Fails,
    Absent,
}

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
