//! Checks a bundle against every rule of the record, trusting nothing but the
//! keys it is given.

mod agreement;
mod channel;
mod document;
mod log;
mod report;
mod seen;
mod signed;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Read, Seek, SeekFrom};

use crate::bundle::bag::{self, BagFile, BagFiles};
use crate::bundle::parts::{self, PROCEDURE, phase_of, stem};
use crate::bundle::zip::{self, ZipEntry};
use crate::bundle::{BundlePhase, CaseFile, Profile, WithheldPart, WithheldReason};
use crate::canonical;
use crate::hash::hex;
use crate::key::KeyFile;
use crate::names::{PartName, is_case, is_instance, is_seat};
use crate::note::Note;
use crate::time::Time;

pub use document::ATTACHED;
pub use report::{
    AgreementReport, ChannelReport, Doubt, DoubtCode, DueReport, FAILURES_MAX, Failure, FailureCode, FileForm,
    FileVerdict, LeftOutReport, PartCounts, PhaseReport, Report, SealReport, SignatureReport, TermsReport,
    WitnessReport,
};
pub use seen::{notes_in, notes_kept};

use channel::{VerifiedChannel, VerifiedEvent};
use document::Attached;

/// What a bundle is checked against, besides the rules.
#[derive(Debug, Clone, Copy)]
pub struct Inquiry<'a> {
    pub keys: &'a KeyFile,
    /// Notes that somebody kept: the record must have their roots at their sizes.
    pub seen: &'a [Note],
    /// The reader's clock; without it no date is too late.
    pub now: Option<Time>,
    /// Strict about time: every event was witnessed within so many hours.
    pub late_hours: Option<u64>,
}

impl<'a> Inquiry<'a> {
    /// Only whether the record is genuine.
    pub fn of(keys: &'a KeyFile) -> Self {
        Self { keys, seen: &[], now: None, late_hours: None }
    }
}

/// Checks a bundle, or a final PDF by itself.
pub fn verify(file: &[u8], question: &Inquiry<'_>) -> Report {
    // Bytes in memory can always be read.
    verify_from(&mut Cursor::new(file), question).unwrap_or_default()
}

/// The same of a file that need not fit into memory: evidence is hashed as it passes.
///
/// # Errors
/// When the file cannot be read; that says nothing about it.
pub fn verify_from<S: Read + Seek>(file: &mut S, question: &Inquiry<'_>) -> io::Result<Report> {
    let mut begins = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.by_ref().take(crate::pdf::BEGINS.len() as u64).read_to_end(&mut begins)?;
    if begins == crate::pdf::BEGINS {
        file.seek(SeekFrom::Start(0))?;
        let mut whole = Vec::new();
        file.read_to_end(&mut whole)?;
        return Ok(verify_document(&whole, question));
    }
    let entries = if zip::looks_whole(file)? { Some(zip::read(file, keeps)) } else { None };
    let mut check = Check::new(question, BagFiles::new());
    check.report.form = entries.as_ref().map(|_| FileForm::Bundle);
    match &entries {
        None => check.no_record(),
        Some(Err(zip::ZipError::Io(kind, words))) => return Err(io::Error::new(*kind, words.clone())),
        Some(Err(error)) => check.fail(FailureCode::Zip, "", error.to_string()),
        Some(Ok(entries)) if is_collection(entries) => check.collection(),
        Some(Ok(entries)) => check.run(entries, question),
    }
    Ok(check.finished(question))
}

/// A bundle never holds a ZIP: what does, and has no bag of its own, is a folder of them.
fn is_collection(entries: &[ZipEntry]) -> bool {
    let any = |is: &dyn Fn(&str) -> bool| entries.iter().any(|entry| is(&entry.name));
    any(&|name| name.ends_with(".zip")) && !any(&|name| name.ends_with("bagit.txt"))
}

/// Of evidence no rule reads more than size and digest.
fn keeps(name: &str) -> bool {
    !name.split_once('/').is_some_and(|(_, path)| path.starts_with(parts::EVIDENCE))
}

fn verify_document(file: &[u8], question: &Inquiry<'_>) -> Report {
    if !crate::pdf::looks_whole(file) {
        let mut check = Check::new(question, BagFiles::new());
        check.no_record();
        return check.finished(question);
    }
    let attached = Attached::read(file);
    let files = attached.as_ref().map(|attached| attached.files().collect()).unwrap_or_default();
    let mut check = Check::new(question, files);
    check.report.form = Some(FileForm::Document);
    match &attached {
        Some(attached) => check.document(attached, question),
        None => {
            check.doubt(DoubtCode::NoProof, "", "this file carries no proof: ask for the original, or for the bundle")
        }
    }
    check.finished(question)
}

/// How far the issuer's clock may be ahead of the reader's.
const CLOCK_MAX_MILLIS: i64 = 24 * 3_600_000;

/// A check under way.
struct Check<'a> {
    report: Report,
    keys: &'a KeyFile,
    /// By path inside the bundle's folder.
    files: BagFiles<'a>,
    /// Files that some rule asked for.
    used: BTreeSet<String>,
    /// Lines whose evidence file is not there.
    left_out: Vec<LeftOutReport>,
    /// Salts of parts and anchors: none is used twice.
    salts: BTreeSet<[u8; 32]>,
    /// The witnesses that cosigned a head.
    cosigned: BTreeSet<String>,
}

impl<'a> Check<'a> {
    fn new(question: &Inquiry<'a>, files: BagFiles<'a>) -> Self {
        Self {
            report: Report::default(),
            keys: question.keys,
            files,
            used: BTreeSet::new(),
            left_out: Vec::new(),
            salts: BTreeSet::new(),
            cosigned: BTreeSet::new(),
        }
    }

    fn finished(self, question: &Inquiry<'_>) -> Report {
        let mut report = self.report;
        let witness = |name: &str| WitnessReport { name: name.to_owned(), cosigned: self.cosigned.contains(name) };
        report.witnesses = question.keys.witnesses().into_iter().map(witness).collect();
        report.valid = report.failures_total == 0 && report.doubts.is_empty() && report.events > 0;
        let unproven = report.doubts.iter().any(|doubt| doubt.code == DoubtCode::KeyEnded);
        if unproven || report.failures_total > 0 {
            // It tells what was proven, and here that is nothing.
            report.agreements.clear();
            report.phases.clear();
            report.left_out.clear();
        }
        report
    }

    fn fail(&mut self, code: FailureCode, place: impl Into<String>, words: impl Into<String>) {
        self.report.fail(code, place, words);
    }

    fn doubt(&mut self, code: DoubtCode, place: impl Into<String>, words: impl Into<String>) {
        self.report.doubt(code, place, words);
    }

    /// The file, noted as one that belongs there.
    fn take(&mut self, path: &str) -> Option<&'a [u8]> {
        self.file(path).map(|file| file.data)
    }

    fn file(&mut self, path: &str) -> Option<BagFile<'a>> {
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

    fn no_record(&mut self) {
        self.doubt(DoubtCode::NoRecord, "", "this is no bundle, or only half of one: ask for it again");
    }

    fn collection(&mut self) {
        self.report.form = None;
        self.doubt(DoubtCode::Collection, "", "this holds several files: unpack it and check each by itself");
    }

    fn run(&mut self, entries: &'a [ZipEntry], question: &Inquiry<'_>) {
        let Some(folder) = self.unpack(entries) else { return };
        self.bag();
        let case = self.case_file(folder);
        self.keys_file();
        self.readme();
        // Without the summary it is unknown which files belong in the bundle.
        let Some(case) = case else { return };
        self.bundle_note(&case);
        self.clock(&case, question.now);
        self.record(&case, question);
        let unknown: Vec<&str> = self.files.keys().filter(|path| !self.used.contains(**path)).copied().collect();
        for path in unknown {
            self.fail(FailureCode::FileUnknown, path, "this file does not belong into the bundle");
        }
    }

    /// Finds the ZIP's one folder, and the files in it.
    fn unpack(&mut self, entries: &'a [ZipEntry]) -> Option<&'a str> {
        let folder = entries.first().and_then(|e| e.name.split_once('/')).map(|(folder, _)| folder);
        let Some(folder) = folder else {
            self.fail(FailureCode::Zip, "", "the bundle has no folder");
            return None;
        };
        for entry in entries {
            match entry.name.split_once('/') {
                Some((first, path)) if first == folder => {
                    self.files.insert(path, BagFile { size: entry.size, sha256: entry.sha256, data: &entry.data });
                }
                _ => self.fail(FailureCode::FileUnknown, &entry.name, "this file is outside of the bundle's folder"),
            }
        }
        Some(folder)
    }

    /// What any BagIt tool checks, and a little more.
    fn bag(&mut self) {
        if self.need(bag::BAGIT).is_some_and(|data| data != bag::DECLARATION.as_bytes()) {
            self.fail(FailureCode::Bag, bag::BAGIT, "not BagIt 1.0 in UTF-8");
        }
        let payload = self.listed(bag::is_payload);
        let oxum = bag::oxum(payload.iter().map(|(_, file)| file.size));
        if self.need(bag::BAG_INFO).is_some_and(|data| bag::payload_oxum(data) != Some(&oxum)) {
            self.fail(FailureCode::Bag, bag::BAG_INFO, "not a plain bag-info with the right Payload-Oxum");
        }
        self.manifest(bag::MANIFEST, &payload);
        let tags = self.listed(|path| bag::TAGS.contains(&path));
        self.manifest(bag::TAG_MANIFEST, &tags);
    }

    fn listed(&self, is_listed: impl Fn(&str) -> bool) -> Vec<(&'a str, BagFile<'a>)> {
        self.files.iter().filter(|(path, _)| is_listed(path)).map(|(path, file)| (*path, *file)).collect()
    }

    fn manifest(&mut self, path: &str, files: &[(&'a str, BagFile<'a>)]) {
        let Some(found) = self.need(path) else { return };
        let expected = bag::manifest(files.iter().map(|(path, file)| (*path, file.sha256)));
        if found == expected.as_bytes() {
            return;
        }
        let text = String::from_utf8_lossy(found);
        let listed: BTreeMap<&str, &str> =
            text.lines().filter_map(|line| line.split_once("  ")).map(|(digest, path)| (path, digest)).collect();
        let mut explained = false;
        for (path_of_file, file) in files {
            if listed.get(path_of_file).is_some_and(|digest| *digest != hex(&file.sha256)) {
                self.fail(FailureCode::FileChanged, *path_of_file, format!("not the file that {path} lists"));
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
        let case: CaseFile = match canonical::exact(data) {
            Ok(case) => case,
            Err(error) => {
                self.fail(FailureCode::CaseFile, path, error.to_string());
                return None;
            }
        };
        let fine = case.v == 1
            && is_case(&case.case)
            && is_instance(&case.instance)
            && parts::LANGUAGES.contains(&case.language.as_str())
            && case.taker.takes(case.profile)
            && case.parties.iter().all(|party| is_seat(&party.seat));
        if !fine {
            self.fail(FailureCode::CaseFile, path, "v, case, instance, language, taker or a seat is not of its form");
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

    fn readme(&mut self) {
        let text = self.need(parts::README).map(std::str::from_utf8);
        if text.is_some_and(|text| !text.is_ok_and(|text| text.ends_with('\n'))) {
            self.fail(FailureCode::Bag, parts::README, "not UTF-8 that ends with a line feed");
        }
    }

    fn clock(&mut self, case: &CaseFile, now: Option<Time>) {
        let Some(now) = now else { return };
        if case.exported_at.unix_millis().saturating_sub(now.unix_millis()) > CLOCK_MAX_MILLIS {
            let words = format!(
                "exported at {}, which is still to come: the clock of this machine or of the issuer is wrong",
                case.exported_at
            );
            self.doubt(DoubtCode::Clock, parts::CASE_FILE, words);
        }
    }

    /// The events, and everything that rests on them.
    fn record(&mut self, case: &CaseFile, question: &Inquiry<'_>) {
        let mut channels = Vec::new();
        for name in self.channel_names(case.profile) {
            if let Some(channel) = self.channel(case, &name) {
                channels.push(channel);
            }
        }
        self.withheld(case, &channels);
        self.logs(case, &mut channels, question.late_hours);
        self.agreement(case, &channels);
        self.phases(case, &channels);
        for note in question.seen {
            self.seen(case, &channels, note);
        }
    }

    /// The phases that the case went through, where all of `procedure` is there: the summary says the same.
    fn phases(&mut self, case: &CaseFile, channels: &[VerifiedChannel]) {
        let whole = channels.iter().find(|channel| channel.name == PROCEDURE && channel.whole);
        let Some(procedure) = whole else { return };
        let of_event = |event: &VerifiedEvent| phase_of(event.seq, &event.kind, event.at, event.content.as_deref());
        let phases: Vec<BundlePhase> = procedure.events.iter().filter_map(of_event).collect();
        if case.phases != phases {
            self.fail(FailureCode::CaseFile, parts::CASE_FILE, "the phases are not those of the procedure");
        }
        self.report.phases = phases.into_iter().map(|stay| PhaseReport { at: stay.at, phase: stay.phase }).collect();
    }

    /// The channels that the profile shows. Which caucus it is, its file says.
    fn channel_names(&mut self, profile: Profile) -> Vec<String> {
        match profile {
            Profile::Agreement | Profile::Procedural => vec![PROCEDURE.to_owned()],
            Profile::Joint => vec![PROCEDURE.to_owned(), "joint".to_owned()],
            Profile::Caucus => {
                let first = self.files.iter().find(|(path, _)| path.starts_with("data/record/caucus-"));
                let name = first.and_then(|(path, data)| {
                    let name = channel::name_in_first_line(data.data)?;
                    (profile.has_channel(&name) && **path == *parts::record_path(&stem(&name))).then_some(name)
                });
                if name.is_none() {
                    self.fail(FailureCode::NoEvents, "data/record", "there is no caucus whose file has its name");
                }
                name.into_iter().collect()
            }
        }
    }

    /// The summary counts what the lines lack, and says why.
    fn withheld(&mut self, case: &CaseFile, channels: &[VerifiedChannel]) {
        let mut counted: BTreeMap<(&str, PartName), u64> = BTreeMap::new();
        for channel in channels {
            for (part, count) in &channel.withheld {
                counted.insert((&channel.name, *part), *count);
            }
        }
        let mut told: BTreeMap<(&str, PartName), u64> = BTreeMap::new();
        let mut files: BTreeMap<&str, BTreeMap<WithheldReason, u64>> = BTreeMap::new();
        let mut plain = true;
        for row in &case.withheld {
            let repeated = match (row.part, row.reason) {
                (WithheldPart::Part(part), WithheldReason::Profile) => {
                    told.insert((&row.channel, part), row.count).is_some()
                }
                (WithheldPart::EvidenceFile, WithheldReason::TooLarge | WithheldReason::Lost) => {
                    files.entry(&row.channel).or_default().insert(row.reason, row.count).is_some()
                }
                _ => true,
            };
            plain &= !repeated && row.count > 0;
        }
        let files: BTreeMap<&str, u64> = files
            .into_iter()
            .map(|(name, rows)| (name, rows.values().fold(0_u64, |sum, row| sum.saturating_add(*row))))
            .collect();
        let left_out = std::mem::take(&mut self.left_out);
        let mut absent: BTreeMap<&str, u64> = BTreeMap::new();
        for line in &left_out {
            *absent.entry(&line.channel).or_default() += 1;
        }
        if !plain || told != counted || files.iter().any(|(name, count)| absent.get(name) != Some(count)) {
            let words = "withheld does not count what is not there, or does not say why";
            self.fail(FailureCode::WithheldCounts, parts::CASE_FILE, words);
        }
        for line in left_out.iter().filter(|line| !files.contains_key(line.channel.as_str())) {
            self.fail(FailureCode::FileMissing, &line.path, "this file is missing");
        }
        self.report.left_out = left_out;
    }
}
