//! A final PDF by itself: what is attached to it is checked as a bundle of the agreement is. Its pages are bound by its
//! seal alone; where there is none by a certificate of the key file, the answer says so.

use std::collections::BTreeMap;

use super::{Check, DoubtCode, FailureCode, Inquiry, SealReport};
use crate::bundle::bag::BagFile;
use crate::bundle::{CaseFile, Profile, Taker, parts};
use crate::checkpoint::{Checkpoint, channel_origin};
use crate::hash::hex;
use crate::names::{is_case, is_instance};
use crate::note::Note;
use crate::pdf::{self, Seal};
use crate::time::Time;

/// The names under which the proof is attached.
pub const ATTACHED: [&str; 4] =
    ["agreement.json", "agreement-shown.pdf", "agreement_concluded.jsonl", "checkpoint.txt"];

const CHANNEL: &str = "procedure";

/// The attached files under the paths that they have in a bundle.
pub(super) struct Attached {
    files: BTreeMap<String, Vec<u8>>,
    case: Option<(String, String)>,
    seal: Seal,
}

impl Attached {
    /// None where the document carries no proof.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut attached = pdf::attachments(bytes)?;
        let [json, shown, line, note] = ATTACHED.map(|name| attached.remove(name));
        let (json, shown, line, note) = (json?, shown?, line?, note?);
        let told = Note::parse(&note).and_then(|note| Checkpoint::parse(note.text()));
        let case = told.as_ref().ok().and_then(|told| case_of(&told.origin));
        let size = told.as_ref().map_or(0, |told| told.size);
        let files = [
            (parts::AGREEMENT.to_owned(), json),
            (parts::AGREEMENT_SHOWN.to_owned(), shown),
            (parts::record_path(CHANNEL), line),
            (parts::checkpoint_path(CHANNEL, size), note),
        ];
        Some(Self { files: files.into(), case, seal: pdf::seal(bytes) })
    }

    pub fn files(&self) -> impl Iterator<Item = (&str, BagFile<'_>)> {
        self.files.iter().map(|(path, data)| (path.as_str(), BagFile::new(data)))
    }
}

/// Instance and case of a checkpoint of `procedure`.
fn case_of(origin: &str) -> Option<(String, String)> {
    let (instance, rest) = origin.rsplit_once("/case/")?;
    let (case, _) = rest.split_once('/')?;
    let fine = is_instance(instance) && is_case(case) && origin == channel_origin(instance, case, CHANNEL);
    fine.then(|| (instance.to_owned(), case.to_owned()))
}

impl Check<'_> {
    pub(super) fn document(&mut self, attached: &Attached, question: &Inquiry<'_>) {
        let Some((instance, case)) = attached.case.clone() else {
            return self.fail(FailureCode::Checkpoint, ATTACHED[3], "not a checkpoint of a case's procedure");
        };
        self.report.instance = Some(instance.clone());
        self.report.case = Some(case.clone());
        self.report.profile = Some(Profile::Agreement);
        if question.late_hours.is_some() {
            self.doubt(DoubtCode::LateUnknown, "", "a document by itself does not show when it was anchored");
        }
        // What a bundle's summary says beside these is asked of nobody here: no event is after the last day.
        let case = CaseFile {
            case,
            exported_at: Time::LAST,
            instance,
            language: String::new(),
            parties: Vec::new(),
            phases: Vec::new(),
            profile: Profile::Agreement,
            reference: String::new(),
            // No origin is in a document.
            taker: Taker::Register,
            v: 1,
            withheld: Vec::new(),
        };
        let mut channels: Vec<_> = self.channel(&case, CHANNEL).into_iter().collect();
        for line in std::mem::take(&mut self.left_out) {
            self.fail(FailureCode::FileMissing, line.path, "a conclusion has no evidence");
        }
        self.logs(&case, &mut channels, None);
        self.attached_agreement(&case, channels.first());
        for note in question.seen {
            self.seen(&case, &channels, note);
        }
        // In the words of who looks at the document's attachments.
        for place in self.report.failures.iter_mut().map(|failure| &mut failure.place) {
            *place = match place.as_str() {
                path if path.starts_with("data/record/") => ATTACHED[2].to_owned(),
                path if path.starts_with("data/checkpoints/") => ATTACHED[3].to_owned(),
                path => path.strip_prefix("data/").unwrap_or(path).to_owned(),
            };
        }
        self.pages(attached.seal);
    }

    /// What binds the pages around the attachments.
    fn pages(&mut self, seal: Seal) {
        let trusted = match seal {
            Seal::None => false,
            Seal::Broken => return self.fail(FailureCode::Seal, "", "the seal on the pages does not hold"),
            Seal::By(certificate) => {
                let known = self.keys.seals().iter().any(|s| s.sha256 == certificate && s.window.until.is_none());
                self.report.seal = Some(SealReport { certificate: hex(&certificate), trusted: known });
                known
            }
        };
        if trusted {
            // It binds the attachments too, whoever has the key of the checkpoint by now.
            self.report.doubts.retain(|doubt| doubt.code != DoubtCode::KeyEnded);
        } else if self.report.failures_total == 0 && !self.report.doubts.iter().any(|d| d.code == DoubtCode::KeyEnded) {
            let words =
                "what is attached is genuine; the pages were not checked: read the attached agreement-shown.pdf";
            self.doubt(DoubtCode::PagesUnchecked, "", words);
        }
    }
}
