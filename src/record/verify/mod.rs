//! Checks a bundle against every rule of the record, trusting nothing but the
//! keys it is given.

mod agreement;
mod channel;
mod log;
mod report;

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::bag::{self, BagFiles};
use crate::bundle::parts::{self, stem};
use crate::bundle::{CaseFile, KeysFile, Profile, zip};
use crate::canonical;
use crate::checkpoint::{Checkpoint, channel_origin};
use crate::hash::{Hash, base64, from_base64, hex, sha256};
use crate::key::{KeyFile, KeyKind, Vkey};
use crate::names::{PartName, is_case, is_instance, is_seat};
use crate::note::Note;

pub use report::{ChannelReport, FAILURES_MAX, Failure, FailureCode, PartCounts, Report};

use channel::VerifiedChannel;

/// Checks a bundle. `seen` is a checkpoint that somebody kept: the record must
/// have that root at that size.
pub fn verify(bundle: &[u8], keys: &KeyFile, seen: Option<&Note>) -> Report {
    let mut check = Check {
        report: Report::default(),
        keys,
        files: BagFiles::new(),
        used: BTreeSet::new(),
        digests: BTreeMap::new(),
        salts: BTreeSet::new(),
    };
    check.run(bundle, seen);
    let mut report = check.report;
    report.valid = report.failures_total == 0 && report.events > 0;
    report
}

/// A check under way.
struct Check<'a> {
    report: Report,
    keys: &'a KeyFile,
    /// By path inside the bundle's folder.
    files: BagFiles<'a>,
    /// Files that some rule asked for.
    used: BTreeSet<String>,
    /// Digests of evidence, so that a file named often is hashed once.
    digests: BTreeMap<String, Hash>,
    /// Salts of parts and anchors: none is used twice.
    salts: BTreeSet<[u8; 32]>,
}

impl<'a> Check<'a> {
    fn fail(&mut self, code: FailureCode, place: impl Into<String>, words: impl Into<String>) {
        self.report.fail(code, place, words);
    }

    /// The file, noted as one that belongs there.
    fn take(&mut self, path: &str) -> Option<&'a [u8]> {
        let found = self.files.get(path).copied();
        if found.is_some() {
            self.used.insert(path.to_owned());
        }
        found
    }

    fn need(&mut self, path: &str) -> Option<&'a [u8]> {
        let found = self.take(path);
        if found.is_none() {
            self.fail(FailureCode::FileMissing, path, "this file is missing");
        }
        found
    }

    fn salt(&mut self, salt: [u8; 32], place: &str) {
        if !self.salts.insert(salt) {
            self.fail(FailureCode::SaltReused, place, "a salt is used a second time");
        }
    }

    fn run(&mut self, bundle: &'a [u8], seen: Option<&Note>) {
        let folder = match self.unpack(bundle) {
            Some(folder) => folder,
            None => return,
        };
        self.bag();
        let case = self.case_file(folder);
        self.keys_file();
        self.need(parts::README);
        // Without the summary it is unknown which files belong in the bundle.
        let Some(case) = case else { return };
        self.bundle_note(&case);
        self.record(&case, seen);
        let unknown: Vec<&str> = self.files.keys().filter(|path| !self.used.contains(**path)).copied().collect();
        for path in unknown {
            self.fail(FailureCode::FileUnknown, path, "this file does not belong into the bundle");
        }
    }

    /// Opens the ZIP and finds its one folder.
    fn unpack(&mut self, bundle: &'a [u8]) -> Option<&'a str> {
        let entries = match zip::read(bundle) {
            Ok(entries) => entries,
            Err(error) => {
                self.fail(FailureCode::Zip, "", error.to_string());
                return None;
            }
        };
        let folder = entries.first().and_then(|e| e.name.split_once('/')).map(|(folder, _)| folder);
        let Some(folder) = folder else {
            self.fail(FailureCode::Zip, "", "the bundle has no folder");
            return None;
        };
        for entry in entries {
            match entry.name.split_once('/') {
                Some((first, path)) if first == folder => {
                    self.files.insert(path, entry.data);
                }
                _ => self.fail(FailureCode::FileUnknown, entry.name, "this file is outside of the bundle's folder"),
            }
        }
        Some(folder)
    }

    /// What any BagIt tool checks, and a little more.
    fn bag(&mut self) {
        if self.need(bag::BAGIT).is_some_and(|data| data != bag::DECLARATION.as_bytes()) {
            self.fail(FailureCode::Bag, bag::BAGIT, "not BagIt 1.0 in UTF-8");
        }
        let payload = bag::payload(&self.files);
        let oxum = bag::oxum(&payload);
        if self.need(bag::BAG_INFO).is_some_and(|data| bag::payload_oxum(data) != Some(&oxum)) {
            self.fail(FailureCode::Bag, bag::BAG_INFO, "not a plain bag-info with the right Payload-Oxum");
        }
        self.manifest(bag::MANIFEST, &payload);
        let tags = bag::tags(&self.files);
        self.manifest(bag::TAG_MANIFEST, &tags);
    }

    fn manifest(&mut self, path: &str, files: &[(&'a str, &'a [u8])]) {
        let Some(found) = self.need(path) else { return };
        let expected = bag::manifest(files.iter().copied());
        if found == expected.as_bytes() {
            return;
        }
        let text = String::from_utf8_lossy(found);
        let listed: BTreeMap<&str, &str> =
            text.lines().filter_map(|line| line.split_once("  ")).map(|(digest, path)| (path, digest)).collect();
        let mut explained = false;
        for (file, data) in files {
            if listed.get(file).is_some_and(|digest| *digest != hex(&sha256(data))) {
                self.fail(FailureCode::FileChanged, *file, format!("not the file that {path} lists"));
                explained = true;
            }
        }
        if !explained {
            self.fail(FailureCode::Manifest, path, "does not list exactly the files that are there, sorted");
        }
    }

    fn case_file(&mut self, folder: &str) -> Option<CaseFile> {
        let path = parts::CASE_FILE;
        let data = self.need(path)?;
        let case: CaseFile = match canonical::typed(data) {
            Ok(case) => case,
            Err(error) => {
                self.fail(FailureCode::CaseFile, path, error.to_string());
                return None;
            }
        };
        let fine = case.v == 1
            && is_case(&case.case)
            && is_instance(&case.instance)
            && case.parties.iter().all(|party| is_seat(&party.seat));
        if !fine {
            self.fail(FailureCode::CaseFile, path, "v, case, instance or a seat is not of its form");
        }
        if folder != crate::bundle::folder(&case.reference, case.profile) {
            self.fail(FailureCode::CaseFile, path, "the folder is not named after reference and profile");
        }
        self.report.instance = Some(case.instance.clone());
        self.report.case = Some(case.case.clone());
        self.report.reference = Some(case.reference.clone());
        self.report.profile = Some(case.profile);
        self.report.exported_at = Some(case.exported_at);
        fine.then_some(case)
    }

    fn keys_file(&mut self) {
        let path = parts::KEYS_FILE;
        let Some(data) = self.need(path) else { return };
        match canonical::typed::<KeysFile>(data) {
            Ok(keys) => {
                let log = |text: &String| Vkey::parse(text).is_ok_and(|key| key.kind() == KeyKind::Log);
                let fine = keys.v == 1
                    && keys.log.iter().all(log)
                    && keys.seal.iter().all(|der| from_base64(der).is_some_and(|der| !der.is_empty()));
                if !fine {
                    self.fail(FailureCode::KeysFile, path, "v, a log key or a certificate is not of its form");
                }
            }
            Err(error) => self.fail(FailureCode::KeysFile, path, error.to_string()),
        }
    }

    fn bundle_note(&mut self, case: &CaseFile) {
        let path = bag::BUNDLE_NOTE;
        let Some(data) = self.need(path) else { return };
        let Some(tag_manifest) = self.files.get(bag::TAG_MANIFEST) else { return };
        let expected = parts::bundle_text(&case.instance, &case.case, tag_manifest);
        let outcome = Note::parse(data).and_then(|note| {
            note.signed_once(&case.instance, self.keys.logs(&case.instance))?;
            Ok(note.text() == expected)
        });
        match outcome {
            Ok(true) => {}
            Ok(false) => self.fail(FailureCode::BundleNote, path, "signed for other files, or another case"),
            Err(error) => self.fail(FailureCode::BundleNote, path, error.to_string()),
        }
    }

    /// The events, and everything that rests on them.
    fn record(&mut self, case: &CaseFile, seen: Option<&Note>) {
        let mut channels = Vec::new();
        for name in self.channel_names(case.profile) {
            if let Some(channel) = self.channel(case, &name) {
                channels.push(channel);
            }
        }
        self.withheld(case, &channels);
        self.logs(case, &mut channels);
        self.agreement(case, &channels);
        if let Some(note) = seen {
            self.seen(case, &channels, note);
        }
        if self.report.channels.iter().any(|channel| channel.anchored_size > 0) {
            self.report.witnesses = self.keys.witnesses().into_iter().map(str::to_owned).collect();
        }
    }

    /// The channels that the profile shows. Which caucus it is, its file says.
    fn channel_names(&mut self, profile: Profile) -> Vec<String> {
        match profile {
            Profile::Agreement | Profile::Procedural => vec!["procedure".to_owned()],
            Profile::Joint => vec!["procedure".to_owned(), "joint".to_owned()],
            Profile::Caucus => {
                let first = self.files.iter().find(|(path, _)| path.starts_with("data/record/caucus-"));
                let name = first.and_then(|(path, data)| {
                    let name = channel::name_in_first_line(data)?;
                    (profile.has_channel(&name) && **path == *parts::record_path(&stem(&name))).then_some(name)
                });
                if name.is_none() {
                    self.fail(FailureCode::NoEvents, "data/record", "there is no caucus whose file has its name");
                }
                name.into_iter().collect()
            }
        }
    }

    fn withheld(&mut self, case: &CaseFile, channels: &[VerifiedChannel]) {
        let mut counted: BTreeMap<(&str, PartName), u64> = BTreeMap::new();
        for channel in channels {
            for (part, count) in &channel.withheld {
                counted.insert((&channel.name, *part), *count);
            }
        }
        let mut told: BTreeMap<(&str, PartName), u64> = BTreeMap::new();
        let once = case.withheld.iter().all(|row| told.insert((&row.channel, row.part), row.count).is_none());
        if !once || told != counted {
            self.fail(
                FailureCode::WithheldCounts,
                parts::CASE_FILE,
                "withheld does not count the parts that are withheld",
            );
        }
    }

    /// `--seen`: a kept checkpoint binds the record to its past.
    fn seen(&mut self, case: &CaseFile, channels: &[VerifiedChannel], note: &Note) {
        let place = "seen";
        let signed = note.signed_once(&case.instance, self.keys.logs(&case.instance));
        let kept = match signed.and_then(|()| Checkpoint::parse(note.text())) {
            Ok(kept) => kept,
            Err(error) => return self.fail(FailureCode::Seen, place, error.to_string()),
        };
        let origin =
            |channel: &&VerifiedChannel| channel_origin(&case.instance, &case.case, &channel.name) == kept.origin;
        let Some(channel) = channels.iter().find(origin) else {
            return self.fail(FailureCode::Seen, place, "the bundle does not show the channel of this checkpoint");
        };
        match channel.root_at(kept.size) {
            Some(root) if root == kept.root => {}
            Some(root) => {
                let words = format!("at size {} the record has the root {}", kept.size, base64(&root));
                self.fail(FailureCode::Seen, place, words);
            }
            None => self.fail(FailureCode::Seen, place, "the bundle does not show the record at that size"),
        }
    }
}
