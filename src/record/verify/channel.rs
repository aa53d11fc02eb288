//! The lines of one channel: headers, chain, parts, erasures.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Check, FailureCode, LeftOutReport};
use crate::bundle::parts::{self, BundleLine, LINE_MAX, Opening, stem};
use crate::bundle::{CaseFile, Profile};
use crate::canonical;
use crate::commit::{Salt, Slot, commitment};
use crate::forms::{Erasure, RecordedAuthor, RecordedEvidence, RecordedOrigin, evidence_ending};
use crate::hash::{Hash, from_base64};
use crate::header::{Header, leaf};
use crate::names::{PartName, SYSTEM, SignerSeat};
use crate::time::Time;
use crate::tree;

/// An event whose header has been read. Content is kept only of the kinds that
/// later rules look into.
#[derive(Debug)]
pub(super) struct VerifiedEvent {
    pub seq: u64,
    pub at: Time,
    pub kind: String,
    pub seat: String,
    pub leaf: Hash,
    pub content: Option<Vec<u8>>,
    pub proof: Option<Vec<Hash>>,
    /// The parts that the header commits to, and whether each is there.
    parts: BTreeMap<PartName, PartPresence>,
    /// The erasure's list, in a `parts_erased`.
    erasure: Option<Erasure>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PartPresence {
    Opened,
    Failed,
    Absent,
}

impl VerifiedEvent {
    /// The seats whose origins its header commits to.
    pub fn origins(&self) -> impl Iterator<Item = SignerSeat> {
        let of_seat = |part: &PartName| if let PartName::OriginOf(seat) = part { Some(*seat) } else { None };
        self.parts.keys().filter_map(of_seat)
    }

    /// Whether its header commits to the part.
    pub fn has(&self, part: PartName) -> bool {
        self.parts.contains_key(&part)
    }

    /// Where to look for it.
    pub fn place(&self, channel: &str) -> String {
        format!("{channel} {}", self.seq)
    }
}

/// A channel as far as the bundle shows it.
#[derive(Debug)]
pub(super) struct VerifiedChannel {
    pub name: String,
    pub events: Vec<VerifiedEvent>,
    /// Whether every event from the first on is there.
    pub whole: bool,
    /// What the checkpoints say where the events do not, by rising size: the profile agreement has only their word, and
    /// the paths to them.
    pub told: Vec<(u64, Hash)>,
    pub withheld: BTreeMap<PartName, u64>,
    /// `(seq, part)` that opened erasures name.
    pub erased: BTreeSet<(u64, PartName)>,
}

impl VerifiedChannel {
    pub fn last(&self) -> Option<&VerifiedEvent> {
        self.events.last()
    }

    /// The size at its head's checkpoint.
    pub fn size(&self) -> u64 {
        self.told.last().map_or_else(|| self.last().map_or(0, |event| event.seq), |(size, _)| *size)
    }

    /// The root at a size, if the bundle shows it.
    pub fn root_at(&self, size: u64) -> Option<Hash> {
        if let Some((_, root)) = self.told.iter().find(|(told, _)| *told == size) {
            return Some(*root);
        }
        if !self.whole {
            // The left siblings of a line's path are all that was there before it.
            let event = self.events.iter().find(|event| event.seq == size)?;
            let (told, _) = self.told.iter().find(|(told, _)| *told >= event.seq)?;
            return tree::root_up_to(&event.leaf, size - 1, *told, event.proof.as_deref()?);
        }
        let size = usize::try_from(size).ok().filter(|n| (1..=self.events.len()).contains(n))?;
        let leaves: Vec<Hash> = self.events[..size].iter().map(|e| e.leaf).collect();
        Some(tree::root(&leaves))
    }
}

/// The channel that a file's first line says it is of.
pub(super) fn name_in_first_line(data: &[u8]) -> Option<String> {
    let line = BundleLine::parse(data.split(|b| *b == b'\n').next()?).ok()?;
    Some(Header::parse(&from_base64(&line.header)?).ok()?.channel)
}

impl Check<'_> {
    /// Reads and checks a channel's file.
    pub(super) fn channel(&mut self, case: &CaseFile, name: &str) -> Option<VerifiedChannel> {
        let path = parts::record_path(&stem(name));
        let Some(data) = self.take(&path) else {
            self.fail(FailureCode::NoEvents, path, "the profile shows this channel, but it has no events here");
            return None;
        };
        let Some(data) = data.strip_suffix(b"\n") else {
            self.fail(FailureCode::Line, path, "the file does not end with a line");
            return None;
        };
        let mut events: Vec<VerifiedEvent> = Vec::new();
        for (i, line) in data.split(|b| *b == b'\n').enumerate() {
            let place = format!("{path}:{}", i + 1);
            if let Some(event) = self.line(case, name, line, &place, events.last()) {
                events.push(event);
            }
        }
        self.report.events += events.len() as u64;
        let whole = case.profile != Profile::Agreement;
        let mut channel = VerifiedChannel {
            name: name.to_owned(),
            events,
            whole,
            told: Vec::new(),
            withheld: BTreeMap::new(),
            erased: BTreeSet::new(),
        };
        self.erasures(&mut channel);
        self.count(case, &mut channel);
        Some(channel)
    }

    fn line(
        &mut self,
        case: &CaseFile,
        channel: &str,
        bytes: &[u8],
        place: &str,
        last: Option<&VerifiedEvent>,
    ) -> Option<VerifiedEvent> {
        if bytes.len() >= LINE_MAX {
            self.fail(FailureCode::Line, place, "longer than 1 MiB");
            return None;
        }
        let line = match BundleLine::parse(bytes) {
            Ok(line) => line,
            Err(error) => {
                self.fail(FailureCode::Line, place, error.to_string());
                return None;
            }
        };
        let Some(bytes) = from_base64(&line.header) else {
            self.fail(FailureCode::Line, place, "the header is not base64");
            return None;
        };
        let header = match Header::parse(&bytes) {
            Ok(header) => header,
            Err(error) => {
                self.fail(FailureCode::Header, place, error.to_string());
                return None;
            }
        };
        if header.case != case.case || header.channel != channel {
            self.fail(FailureCode::Header, place, "of another case or channel");
        }
        self.chain(case.profile, &header, last, place);
        self.kind(case.profile, &header, place);
        if (line.proof.is_some()) != (case.profile == Profile::Agreement) {
            self.fail(FailureCode::LineProof, place, "a path is there in the profile agreement, and only there");
        }
        let mut event = VerifiedEvent {
            seq: header.seq,
            at: header.at,
            kind: header.kind.clone(),
            seat: header.seat.clone(),
            leaf: leaf(&bytes),
            content: None,
            proof: line.proof.map(|path| path.into_iter().map(|h| h.0).collect()),
            parts: header.parts.keys().map(|name| (*name, PartPresence::Absent)).collect(),
            erasure: None,
        };
        for (name, part) in line.parts {
            let Some(expected) = header.parts.get(&name) else {
                self.fail(FailureCode::Line, place, format!("the header has no part {name}"));
                continue;
            };
            self.salt(part.salt.0, place);
            let slot = Slot { case: &header.case, channel: &header.channel, seq: header.seq, kind: &header.kind };
            let bytes = from_base64(&part.bytes);
            let committed = bytes.filter(|b| commitment(slot, name, &Salt(part.salt.0), b) == *expected);
            let outcome = match committed {
                None => Err((FailureCode::Commitment, format!("the part {name} is not what the header commits to"))),
                Some(bytes) => {
                    self.part(channel, &mut event, name, bytes).map_err(|words| (FailureCode::PartForm, words))
                }
            };
            let presence = match outcome {
                Ok(()) => PartPresence::Opened,
                Err((code, words)) => {
                    self.fail(code, place, words);
                    PartPresence::Failed
                }
            };
            event.parts.insert(name, presence);
        }
        Some(event)
    }

    fn chain(&mut self, profile: Profile, header: &Header, last: Option<&VerifiedEvent>, place: &str) {
        let whole = profile != Profile::Agreement;
        let (before, leaf) = last.map_or((0, [0; 32]), |event| (event.seq, event.leaf));
        let follows = if whole { header.seq == before + 1 } else { header.seq > before };
        if !follows {
            self.fail(FailureCode::Chain, place, format!("number {} after {before}", header.seq));
        } else if header.seq == before + 1 && header.prev != leaf {
            self.fail(FailureCode::Chain, place, "prev is not the leaf of the event before");
        }
        if last.is_some_and(|event| header.at < event.at) {
            self.fail(FailureCode::TimeOrder, place, "earlier than the event before");
        }
    }

    fn kind(&mut self, profile: Profile, header: &Header, place: &str) {
        if !profile.has_kind(&header.kind) {
            self.fail(FailureCode::KindNotShown, place, format!("the profile does not show {}", header.kind));
        }
        let misplaced = match header.kind.as_str() {
            "agreement_signed" => header.channel != "joint",
            "agreement_concluded" | "agreement_sealed" => header.channel != "procedure" || header.seat != SYSTEM,
            _ => false,
        };
        let of_signers = header.parts.keys().any(|part| matches!(part, PartName::OriginOf(_)));
        if of_signers && header.kind != "agreement_concluded" {
            let words = format!("{} has an origin of a signer", header.kind);
            self.fail(FailureCode::KindMisplaced, place, words);
        }
        if misplaced {
            self.fail(FailureCode::KindMisplaced, place, format!("{} cannot be here", header.kind));
        }
    }

    /// The form of a part that is what its header commits to.
    fn part(&mut self, channel: &str, event: &mut VerifiedEvent, name: PartName, bytes: Vec<u8>) -> Result<(), String> {
        let words = |error: canonical::CanonicalError| format!("the part {name}: {error}");
        match name {
            PartName::Author => canonical::exact::<RecordedAuthor>(&bytes).map(|_| ()).map_err(words),
            PartName::Origin | PartName::OriginOf(_) => {
                canonical::exact::<RecordedOrigin>(&bytes).map(|_| ()).map_err(words)
            }
            PartName::Evidence => {
                let evidence: RecordedEvidence = canonical::exact(&bytes).map_err(words)?;
                self.evidence(channel, event.seq, evidence)
            }
            PartName::Content => {
                if event.kind == "parts_erased" {
                    event.erasure = Some(canonical::exact(&bytes).map_err(words)?);
                } else {
                    canonical::check(&bytes).map_err(words)?;
                }
                if bytes.first() != Some(&b'{') {
                    return Err("the part content is not an object".to_owned());
                }
                let looked_into = event.kind.starts_with("agreement_")
                    || matches!(event.kind.as_str(), "phase_changed" | "obligations_started");
                event.content = looked_into.then_some(bytes);
                Ok(())
            }
        }
    }

    fn evidence(&mut self, channel: &str, seq: u64, evidence: RecordedEvidence) -> Result<(), String> {
        let ending = evidence_ending(&evidence.media_type)
            .ok_or_else(|| format!("{} is not a media type of evidence", evidence.media_type))?;
        let path = parts::evidence_path(&evidence.sha256.0, ending);
        match self.file(&path) {
            Some(file) if file.size == evidence.size && file.sha256 == evidence.sha256.0 => {}
            Some(_) => self.fail(FailureCode::Evidence, path, "not the file that the part names"),
            None => {
                let (channel, name) = (channel.to_owned(), evidence.name);
                self.left_out.push(LeftOutReport { channel, seq, name, path });
            }
        }
        Ok(())
    }

    /// Collects what the channel's erasures name, and checks that they may.
    fn erasures(&mut self, channel: &mut VerifiedChannel) {
        let by_seq: BTreeMap<u64, &VerifiedEvent> = channel.events.iter().map(|e| (e.seq, e)).collect();
        let mut erased = BTreeSet::new();
        for event in &channel.events {
            let Some(erasure) = &event.erasure else { continue };
            let place = event.place(&channel.name);
            if erasure.parts.is_empty() {
                self.fail(FailureCode::Erasure, &place, "it erases nothing");
            }
            for named in &erasure.parts {
                let target = by_seq.get(&named.seq);
                let there = match target {
                    Some(target) => target.kind != "parts_erased" && target.parts.contains_key(&named.part),
                    None => !channel.whole,
                };
                if named.seq == 0 || named.seq >= event.seq || !there {
                    let words = format!("it names the part {} of event {}", named.part, named.seq);
                    self.fail(FailureCode::Erasure, &place, words);
                } else {
                    erased.insert((named.seq, named.part));
                }
            }
        }
        channel.erased = erased;
    }

    /// Counts each part once, and checks that the profile's are there.
    fn count(&mut self, case: &CaseFile, channel: &mut VerifiedChannel) {
        for event in &channel.events {
            for (name, presence) in &event.parts {
                let erased = channel.erased.contains(&(event.seq, *name));
                let opening = case.profile.opening(*name, case.taker);
                let place = event.place(&channel.name);
                match presence {
                    PartPresence::Opened => self.report.parts.opened += 1,
                    PartPresence::Failed => self.report.parts.failed += 1,
                    PartPresence::Absent if erased => self.report.parts.erased += 1,
                    PartPresence::Absent => {
                        self.report.parts.withheld += 1;
                        *channel.withheld.entry(*name).or_default() += 1;
                        if opening == Opening::Opened {
                            self.fail(
                                FailureCode::PartMissing,
                                &place,
                                format!("the part {name} is neither there nor erased"),
                            );
                        }
                    }
                }
                if *presence != PartPresence::Absent {
                    if opening == Opening::Closed {
                        self.fail(
                            FailureCode::PartNotOpened,
                            &place,
                            format!("the profile does not open the part {name}"),
                        );
                    }
                    if erased {
                        self.fail(
                            FailureCode::PartNotErased,
                            &place,
                            format!("the part {name} was erased, and is there"),
                        );
                    }
                }
            }
        }
    }
}

/// The content of an event as a form.
pub(super) fn content<T: DeserializeOwned + Serialize>(event: &VerifiedEvent) -> Option<Result<T, String>> {
    let bytes = event.content.as_ref()?;
    Some(canonical::exact::<T>(bytes).map_err(|error| error.to_string()))
}
