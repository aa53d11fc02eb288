//! Signatures, conclusions, seals, and the files they name.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::channel::{VerifiedChannel, VerifiedEvent, content};
use super::{AgreementReport, Check, DueReport, FailureCode, SignatureReport};
use crate::agreement::{document_hash, sign_challenge};
use crate::bundle::{BundleParty, CaseFile, Profile, parts};
use crate::canonical;
use crate::forms::{AgreementFront, Method, RecordedConclusion, RecordedSignature, SealedAgreement};
use crate::hash::{HashText, sha256};
use crate::names::{PartName, SignerSeat, is_seat};
use crate::passkey;
use crate::time::Time;

/// A form together with the event that holds it.
struct Told<'e, T> {
    event: &'e VerifiedEvent,
    place: String,
    form: T,
}

/// The signatures given in `joint`: the opened ones by version and seat, the
/// erased ones by seat and time.
struct GivenSignatures<'a> {
    opened: BTreeMap<(u64, &'a str), &'a Told<'a, RecordedSignature>>,
    erased: BTreeMap<(&'a str, Time), Vec<u64>>,
}

impl<'a> GivenSignatures<'a> {
    fn new(joint: &'a VerifiedChannel, signed: &'a [Told<'a, RecordedSignature>]) -> Self {
        let seated = signed.iter().filter(|s| is_seat(&s.form.seat));
        let opened = seated.map(|s| ((s.form.version, s.form.seat.as_str()), s)).collect();
        let mut erased: BTreeMap<(&str, Time), Vec<u64>> = BTreeMap::new();
        for event in joint.events.iter().filter(|e| e.kind == "agreement_signed") {
            if joint.erased.contains(&(event.seq, PartName::Content)) {
                erased.entry((&event.seat, event.at)).or_default().push(event.seq);
            }
        }
        Self { opened, erased }
    }
}

impl Check<'_> {
    pub(super) fn agreement(&mut self, case: &CaseFile, channels: &[VerifiedChannel]) {
        let named = |name: &str| channels.iter().find(|c| c.name == name);
        let (procedure, joint) = (named("procedure"), named("joint"));
        let concluded: Vec<Told<'_, RecordedConclusion>> = self.told(procedure, "agreement_concluded");
        let sealed: Vec<Told<'_, SealedAgreement>> = self.told(procedure, "agreement_sealed");
        let signed: Vec<Told<'_, RecordedSignature>> = self.told(joint, "agreement_signed");

        self.signed(case, &signed);
        let given = joint.map(|joint| GivenSignatures::new(joint, &signed));
        let mut first = BTreeMap::new();
        for conclusion in &concluded {
            self.concluded(case, conclusion);
            if let Some(given) = &given {
                self.list_is_what_was_given(conclusion, given);
            }
            let due_dates = procedure.map(|procedure| due_dates(procedure, conclusion.event.seq)).unwrap_or_default();
            self.report.agreements.push(AgreementReport { due_dates, ..told_of(conclusion) });
            let key = (conclusion.form.version, conclusion.form.document_hash);
            first.entry(key).or_insert(conclusion.event.seq);
        }
        for seal in &sealed {
            let first = first.get(&(seal.form.version, seal.form.document_hash));
            if first.is_none_or(|seq| *seq > seal.event.seq) {
                self.fail(
                    FailureCode::AgreementMissing,
                    &seal.place,
                    "sealed, but no conclusion of that version and document",
                );
            }
        }
        if case.profile == Profile::Agreement && sealed.is_empty() {
            self.fail(FailureCode::AgreementMissing, "data/record/procedure.jsonl", "no sealed agreement is opened");
        }
        // Without an opened seal the files do not belong in the bundle.
        if let Some(last) = sealed.last() {
            self.files(case, joint, last, conclusion_of(last, &concluded));
        }
    }

    /// The conclusion that a document has attached, and the files that it names.
    pub(super) fn attached_agreement(&mut self, case: &CaseFile, procedure: Option<&VerifiedChannel>) {
        let concluded: Vec<Told<'_, RecordedConclusion>> = self.told(procedure, "agreement_concluded");
        let [conclusion] = concluded.as_slice() else {
            return self.fail(FailureCode::AgreementMissing, "data/record/", "not one conclusion, opened");
        };
        if procedure.is_some_and(|procedure| procedure.events.len() != 1) {
            self.fail(FailureCode::AgreementMissing, "data/record/", "not the conclusion alone");
        }
        self.report.agreements.push(told_of(conclusion));
        self.concluded(case, conclusion);
        let (json, shown) = (self.need(parts::AGREEMENT), self.need(parts::AGREEMENT_SHOWN));
        let other = "not the file whose hash the record holds";
        if json.is_some_and(|json| document_hash(json) != conclusion.form.document_hash.0) {
            self.fail(FailureCode::AgreementMismatch, parts::AGREEMENT, other);
        }
        if shown.is_some_and(|pdf| sha256(pdf) != conclusion.form.pdf_hash.0) {
            self.fail(FailureCode::AgreementMismatch, parts::AGREEMENT_SHOWN, other);
        }
        if let Some(front) = json.and_then(|json| self.front(case, None, conclusion.form.version, json)) {
            self.terms(&conclusion.form, front);
        }
    }

    /// What the signed document says, for the report.
    fn terms(&mut self, conclusion: &RecordedConclusion, front: AgreementFront) {
        let told = self.report.agreements.iter_mut().rev();
        let mut of_this =
            told.filter(|told| told.version == conclusion.version && told.document_hash == conclusion.document_hash);
        if let Some(told) = of_this.next() {
            told.terms = Some(front.into());
        }
    }

    /// The opened events of a kind, with their content read as its form.
    fn told<'e, T: DeserializeOwned + Serialize>(
        &mut self,
        channel: Option<&'e VerifiedChannel>,
        kind: &str,
    ) -> Vec<Told<'e, T>> {
        let Some(channel) = channel else { return Vec::new() };
        let mut told = Vec::new();
        for event in channel.events.iter().filter(|e| e.kind == kind) {
            let place = event.place(&channel.name);
            match content::<T>(event) {
                Some(Ok(form)) => told.push(Told { event, place, form }),
                Some(Err(words)) => self.fail(FailureCode::AgreementForm, place, words),
                None => {}
            }
        }
        told
    }

    fn signed(&mut self, case: &CaseFile, signed: &[Told<'_, RecordedSignature>]) {
        let mut once = BTreeSet::new();
        for signature in signed {
            self.signature(case, &signature.form, &signature.place, false);
            if signature.form.seat != signature.event.seat {
                self.fail(FailureCode::AgreementForm, &signature.place, "the seat is not the header's");
            }
            if !once.insert((signature.form.version, &signature.form.seat)) {
                self.fail(FailureCode::AgreementSigners, &signature.place, "a seat signed the same version twice");
            }
        }
    }

    /// The form of one signature, and a passkey's assertion.
    fn signature(&mut self, case: &CaseFile, signature: &RecordedSignature, place: &str, in_list: bool) {
        if signature.at.is_some() != in_list || !is_seat(&signature.seat) || signature.version == 0 {
            self.fail(FailureCode::AgreementForm, place, "a signature's time, seat or version is not as it should be");
        }
        match (&signature.assertion, signature.method) {
            (Some(assertion), Method::Passkey) => {
                let hash = sign_challenge(&case.case, signature.version, &signature.seat, &signature.document_hash.0);
                if let Err(error) = passkey::verify(assertion, &hash) {
                    self.fail(FailureCode::Passkey, place, format!("{}: {error}", signature.seat));
                }
            }
            (None, Method::Password | Method::Totp | Method::EmailCode) => {}
            _ => self.fail(FailureCode::AgreementForm, place, "an assertion is there for a passkey, and only for one"),
        }
    }

    fn concluded(&mut self, case: &CaseFile, conclusion: &Told<'_, RecordedConclusion>) {
        let Told { event, place, form } = conclusion;
        let mut seats = BTreeSet::new();
        let mut last = None;
        for signature in &form.signatures {
            self.signature(case, signature, place, true);
            let same = signature.document_hash == form.document_hash
                && signature.pdf_hash == form.pdf_hash
                && signature.version == form.version;
            if !same {
                let words = format!("{} signed another document, PDF or version", signature.seat);
                self.fail(FailureCode::AgreementMismatch, place, words);
            }
            if !seats.insert(signature.seat.as_str()) {
                self.fail(FailureCode::AgreementSigners, place, format!("{} signed twice", signature.seat));
            }
            if signature.at < last {
                self.fail(FailureCode::AgreementSignatures, place, "the signatures are not in the order of signing");
            }
            last = signature.at;
        }
        if !(seats.contains("consumer") && seats.contains("company")) {
            self.fail(FailureCode::AgreementSigners, place, "not both parties signed");
        }
        let signers: BTreeSet<&str> = event.origins().map(SignerSeat::as_str).collect();
        if signers != seats || event.has(PartName::Origin) {
            self.fail(FailureCode::AgreementForm, place, "there is not one origin for each signer");
        }
    }

    /// In profile `joint`: the list equals the opened `agreement_signed` of
    /// that version; an erased one is recognised by seat and time.
    fn list_is_what_was_given(&mut self, conclusion: &Told<'_, RecordedConclusion>, given: &GivenSignatures<'_>) {
        let version = conclusion.form.version;
        let mut matched = BTreeSet::new();
        let mut last = 0;
        for listed in &conclusion.form.signatures {
            let bare = RecordedSignature { at: None, ..listed.clone() };
            let seat = listed.seat.as_str();
            let opened = given.opened.get(&(version, seat));
            let opened = opened.filter(|s| s.form == bare && Some(s.event.at) == listed.at).map(|s| s.event.seq);
            let erased = || {
                let all = given.erased.get(&(seat, listed.at?))?;
                all.iter().copied().find(|seq| *seq > last)
            };
            match opened.or_else(erased) {
                Some(seq) if seq > last => {
                    matched.insert(seq);
                    last = seq;
                }
                _ => {
                    let words = format!("the signature of {seat} is not the next one given in joint");
                    self.fail(FailureCode::AgreementSignatures, &conclusion.place, words);
                }
            }
        }
        let of_version = given.opened.range((version, "")..(version + 1, ""));
        for (_, extra) in of_version.filter(|(_, s)| !matched.contains(&s.event.seq)) {
            self.fail(FailureCode::AgreementSignatures, &extra.place, "this signature is not in the conclusion's list");
        }
    }

    /// The three files belong to the last sealed agreement.
    fn files(
        &mut self,
        case: &CaseFile,
        joint: Option<&VerifiedChannel>,
        seal: &Told<'_, SealedAgreement>,
        conclusion: Option<&Told<'_, RecordedConclusion>>,
    ) {
        let json = self.need(parts::AGREEMENT);
        let shown = self.need(parts::AGREEMENT_SHOWN);
        let sealed = self.need(parts::AGREEMENT_FINAL);
        let other = "not the file whose hash the record holds";
        if json.is_some_and(|json| document_hash(json) != seal.form.document_hash.0) {
            self.fail(FailureCode::AgreementMismatch, parts::AGREEMENT, other);
        }
        if sealed.is_some_and(|pdf| sha256(pdf) != seal.form.pdf_hash.0) {
            self.fail(FailureCode::AgreementMismatch, parts::AGREEMENT_FINAL, other);
        }
        if let (Some(pdf), Some(conclusion)) = (shown, conclusion)
            && sha256(pdf) != conclusion.form.pdf_hash.0
        {
            self.fail(FailureCode::AgreementMismatch, parts::AGREEMENT_SHOWN, other);
        }
        let Some(front) = json.and_then(|json| self.front(case, joint, seal.form.version, json)) else { return };
        let parties: Vec<BundleParty> = front.parties.iter().cloned().map(BundleParty::from).collect();
        if case.parties != parties {
            self.fail(FailureCode::CaseFile, parts::CASE_FILE, "the parties are not those of the agreement");
        }
        if let Some(conclusion) = conclusion {
            self.terms(&conclusion.form, front);
        }
    }

    /// What `agreement.json` says of itself, if it has its form.
    fn front(
        &mut self,
        case: &CaseFile,
        joint: Option<&VerifiedChannel>,
        version: u64,
        json: &[u8],
    ) -> Option<AgreementFront> {
        let mut fail = |code, words: &str| self.fail(code, parts::AGREEMENT, words);
        let front = match canonical::at_least::<AgreementFront>(json) {
            Ok(front) if front.is_sound() => front,
            Ok(_) => {
                fail(FailureCode::AgreementForm, "parties, seats or days that cannot be");
                return None;
            }
            Err(error) => {
                fail(FailureCode::AgreementForm, &error.to_string());
                return None;
            }
        };
        if front.case != case.case || front.version != version {
            fail(FailureCode::AgreementMismatch, "of another case or version");
        }
        if let Some(joint) = joint {
            let drafted =
                |e: &VerifiedEvent| e.seq == front.record.size.saturating_add(1) && e.kind == "agreement_drafted";
            let marked = joint.root_at(front.record.size).map(HashText) == Some(front.record.root);
            if !marked || !joint.events.iter().any(drafted) {
                fail(FailureCode::AgreementMismatch, "record is not joint just before agreement_drafted");
            }
        }
        Some(front)
    }
}

/// Who signed what, for the report.
fn told_of(conclusion: &Told<'_, RecordedConclusion>) -> AgreementReport {
    let signature = |signature: &RecordedSignature| SignatureReport {
        name: signature.name.clone(),
        seat: signature.seat.clone(),
        at: signature.at,
        method: signature.method,
        identity_level: signature.identity_level,
        authority: signature.authority.clone(),
    };
    AgreementReport {
        version: conclusion.form.version,
        concluded_at: conclusion.event.at,
        document_hash: conclusion.form.document_hash,
        pdf_hash: conclusion.form.pdf_hash,
        signatures: conclusion.form.signatures.iter().map(signature).collect(),
        terms: None,
        due_dates: Vec::new(),
    }
}

/// What the last `obligations_started` between the conclusion before and this one says. It is content like any other, so
/// what is no date is passed over.
fn due_dates(procedure: &VerifiedChannel, conclusion: u64) -> Vec<DueReport> {
    let before = procedure.events.iter().rev().filter(|event| event.seq < conclusion);
    let mut same = before.take_while(|event| event.kind != "agreement_concluded");
    let started = same.find(|event| event.kind == "obligations_started").and_then(|event| event.content.as_ref());
    let content: Option<serde_json::Value> = started.and_then(|bytes| canonical::typed(bytes).ok());
    let obligations = content.as_ref().and_then(|content| content.get("obligations")?.as_array());
    let due = |(obligation, number): (&serde_json::Value, u64)| {
        let until = Time::parse(obligation.get("due")?.as_str()?).ok()?;
        Some(DueReport { obligation: number, until })
    };
    obligations.into_iter().flatten().zip(1..).filter_map(due).collect()
}

/// The conclusion that a seal follows: the last before it of its version and
/// document.
fn conclusion_of<'t, 'e>(
    seal: &Told<'_, SealedAgreement>,
    concluded: &'t [Told<'e, RecordedConclusion>],
) -> Option<&'t Told<'e, RecordedConclusion>> {
    concluded.iter().rev().find(|c| {
        c.event.seq < seal.event.seq
            && c.form.version == seal.form.version
            && c.form.document_hash == seal.form.document_hash
    })
}
