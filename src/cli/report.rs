//! The report of a check as a person reads it on a terminal: the verdict first, then who signed what.

use crate::texts::{self, Language, Value, text};
use acordo_domain::moment::Moment;
use acordo_domain::money::{Currency, Money};
use acordo_domain::phase::Phase;
use acordo_domain::terms::ObligationKind;
use acordo_record::forms::{AgreementDue, AgreementObligation, DaysAfter};
use acordo_record::{
    AgreementReport, ChannelReport, DoubtCode, FailureCode, FileForm, FileVerdict, Report, SignatureReport,
    TermsReport, Time, base64,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use std::collections::BTreeSet;

/// The report in the reader's language, and how many notes that somebody kept were compared.
pub fn words(report: &Report, notes: usize, language: Language) -> String {
    let mut page = ReportPage { language, lines: Vec::new() };
    page.verdict(report);
    page.about(report, notes);
    report.agreements.iter().for_each(|agreement| page.agreement(agreement));
    page.course(report);
    page.faults(report);
    page.unproven(report);
    page.lines.join("\n")
}

struct ReportPage {
    language: Language,
    lines: Vec<String>,
}

impl ReportPage {
    fn say(&self, key: &str) -> String {
        text(self.language, key, &[])
    }

    fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Value<'_>)> = args.iter().map(|(name, value)| (*name, Value::from(*value))).collect();
        text(self.language, key, &args)
    }

    fn line(&mut self, indent: usize, words: impl AsRef<str>) {
        self.lines.push(format!("{:indent$}{}", "", words.as_ref()));
    }

    fn row(&mut self, key: &str, value: impl AsRef<str>) {
        let words = format!("{}: {}", self.say(key), value.as_ref());
        self.line(2, words);
    }

    fn heading(&mut self, key: &str) {
        let words = self.say(key);
        self.line(0, "");
        self.line(0, words);
    }

    /// In the form of the language, in UTC: the terminal knows no zone of the case.
    fn at(&self, at: Time) -> String {
        texts::time_long(self.language, Moment::from_millis(at.unix_millis()), &TimeZone::UTC)
    }

    /// The file says no zone: the day is the one that ends then on the clocks of some place, which is told.
    fn until(&self, at: Time) -> String {
        match ended_day(at) {
            Some((day, offset)) => {
                let day = texts::date_long(self.language, day);
                self.with("verify-due-until", &[("day", &day), ("offset", &offset)])
            }
            None => self.with("verify-due-day", &[("day", &self.at(at))]),
        }
    }

    fn seat(&self, seat: &str) -> String {
        self.say(&format!("seat-{seat}"))
    }

    fn verdict(&mut self, report: &Report) {
        let (word, key) = match report.verdict() {
            FileVerdict::Genuine if report.valid => ("verify-word-genuine", "verify-valid"),
            FileVerdict::Genuine => ("verify-word-not_compared", "verify-valid"),
            FileVerdict::NotValid => ("verify-word-not_valid", "verify-invalid"),
            FileVerdict::AttachedGenuine => ("verify-word-unclear", "verify-attached"),
            FileVerdict::Unclear => ("verify-word-unclear", "verify-unclear"),
        };
        let (word, words) = (self.say(word), self.say(key));
        self.line(0, format!("{word}: {words}"));
        match report.verdict() {
            FileVerdict::Genuine => self.line(2, self.say("verify-valid-body")),
            FileVerdict::AttachedGenuine => self.line(2, self.say("verify-attached-body")),
            FileVerdict::NotValid => {
                self.line(2, self.say("verify-invalid-body"));
                let kinds: BTreeSet<&str> = report.failures.iter().map(|failure| failure_key(failure.code)).collect();
                for kind in kinds {
                    self.line(2, format!("- {}", self.say(kind)));
                }
            }
            FileVerdict::Unclear => {
                let doubts: BTreeSet<&str> = report.doubts.iter().map(|doubt| doubt_key(doubt.code)).collect();
                for doubt in doubts {
                    self.line(2, self.say(doubt));
                }
            }
        }
        if genuine(report) && report.doubts.iter().any(|doubt| doubt.code == DoubtCode::LateUnknown) {
            self.line(2, self.say(doubt_key(DoubtCode::LateUnknown)));
        }
    }

    fn about(&mut self, report: &Report, notes: usize) {
        self.line(0, "");
        for (key, value) in [
            (if genuine(report) { "verify-instance" } else { "verify-instance-claimed" }, report.instance.clone()),
            ("verify-reference", report.reference.clone().or_else(|| report.case.clone())),
            ("verify-profile", report.profile.map(|p| self.say(&format!("verify-profile-{}", p.as_str())))),
            ("verify-exported", report.exported_at.map(|at| self.at(at))),
        ] {
            if let Some(value) = value {
                self.row(key, value);
            }
        }
        self.row("verify-events", report.events.to_string());
        let counts = [
            ("opened", Value::from(report.parts.opened)),
            ("withheld", Value::from(report.parts.withheld)),
            ("erased", Value::from(report.parts.erased)),
            ("failed", Value::from(report.parts.failed)),
        ];
        let counts = text(self.language, "verify-parts-text", &counts);
        self.row("verify-parts", counts);
        if notes > 0 && genuine(report) {
            let fits = report.fitting(notes);
            let told = if fits == notes {
                self.say("verify-seen-fits")
            } else {
                text(self.language, "verify-seen-some", &[("fits", Value::from(fits))])
            };
            self.row("verify-seen", told);
        }
        if !report.left_out.is_empty() {
            self.heading("verify-left-out");
            for file in &report.left_out {
                let (channel, seq) = (self.place(&file.channel), file.seq.to_string());
                let told = [("name", file.name.as_str()), ("channel", &channel), ("seq", &seq)];
                let told = self.with("verify-left-out-file", &told);
                self.line(2, told);
            }
        }
        if report.form == Some(FileForm::Document) {
            let key = match &report.seal {
                None => "verify-seal-none",
                Some(seal) if seal.trusted => "verify-seal-trusted",
                Some(_) => "verify-seal-unknown",
            };
            let told = self.say(key);
            self.row("verify-seal", told);
        }
    }

    fn agreement(&mut self, agreement: &AgreementReport) {
        self.line(0, "");
        let title = self.with("verify-signed", &[("version", &agreement.version.to_string())]);
        self.line(0, title);
        for signature in &agreement.signatures {
            self.signature(signature);
        }
        let concluded = self.at(agreement.concluded_at);
        self.row("verify-concluded", concluded);
        self.row("verify-document-hash", base64(&agreement.document_hash.0));
        self.row("verify-pdf-hash", base64(&agreement.pdf_hash.0));
        if let Some(terms) = &agreement.terms {
            self.terms(terms);
        }
        if !agreement.due_dates.is_empty() {
            self.heading("verify-due-dates");
        }
        for due in &agreement.due_dates {
            let number = text(self.language, "verify-due-number", &[("number", Value::from(due.obligation))]);
            let until = self.until(due.until);
            self.line(2, format!("{number}: {until}"));
        }
    }

    fn signature(&mut self, signature: &SignatureReport) {
        self.line(2, &signature.name);
        let at = signature.at.map(|at| self.at(at)).unwrap_or_default();
        let (seat, method) = (self.seat(&signature.seat), self.say(&format!("method-{}", code_of(&signature.method))));
        let level = self.say(&format!("verify-level-{}", code_of(&signature.identity_level)));
        let told = self.with("verify-signature-at", &[("seat", &seat), ("at", &at)]);
        self.line(4, told);
        let told = self.with("verify-signature-by", &[("method", &method), ("level", &level)]);
        self.line(4, told);
        if let Some(authority) = &signature.authority {
            let told = self.with("verify-authority", &[("authority", authority)]);
            self.line(4, told);
        }
    }

    fn terms(&mut self, terms: &TermsReport) {
        self.heading("verify-says");
        if !terms.subject.is_empty() {
            self.row("verify-subject", &terms.subject);
        }
        for party in &terms.parties {
            let seat = self.seat(&party.seat);
            let mut told = self.with("verify-party", &[("seat", &seat), ("name", &party.name)]);
            if let Some(identifier) = &party.identifier {
                told += &self.with("verify-identifier", &[("identifier", identifier)]);
            }
            self.line(2, told);
        }
        for obligation in &terms.obligations {
            let told = self.obligation(obligation);
            self.line(2, told);
        }
        for clause in &terms.clauses {
            self.line(2, clause);
        }
    }

    fn obligation(&self, obligation: &AgreementObligation) -> String {
        let due = match &obligation.due {
            AgreementDue::Day(day) => {
                let long = day.parse().map(|date| texts::date_long(self.language, date));
                self.with("verify-due-day", &[("day", &long.unwrap_or_else(|_| day.clone()))])
            }
            AgreementDue::After(DaysAfter { days_after_signature, working_days }) => {
                let key = if *working_days { "verify-due-after-working" } else { "verify-due-after" };
                // As a number: a text would never be one day.
                text(self.language, key, &[("days", Value::from(*days_after_signature))])
            }
        };
        let (debtor, creditor) = (self.seat(&obligation.debtor), self.seat(&obligation.creditor));
        // A newer house may have signed a kind that this program has no word for.
        let known = serde_json::from_value::<ObligationKind>(serde_json::Value::String(obligation.kind.clone()));
        let what = match known {
            Ok(_) => {
                let kind = self.say(&format!("obligation-{}", obligation.kind));
                match obligation.text.trim() {
                    "" => kind,
                    words => self.with("verify-what", &[("kind", &kind), ("text", words)]),
                }
            }
            Err(_) => obligation.text.clone(),
        };
        let mut args = vec![("debtor", debtor.as_str()), ("creditor", &creditor), ("due", &due), ("text", &what)];
        let amount = obligation.amount.as_ref().map(|sum| match Currency::try_from(sum.currency.clone()) {
            Ok(currency) => texts::money(self.language, Money { amount: sum.amount, currency }),
            Err(_) => format!("{} {}", sum.amount, sum.currency),
        });
        match &amount {
            Some(amount) => {
                args.push(("amount", amount));
                self.with("verify-amount", &args)
            }
            None => self.with("verify-obligation", &args),
        }
    }

    fn course(&mut self, report: &Report) {
        if !report.phases.is_empty() {
            self.heading("verify-phases");
            for entered in &report.phases {
                let known = Phase::ALL.iter().any(|phase| phase.name() == entered.phase);
                let name = if known { self.say(&format!("phase-{}", entered.phase)) } else { entered.phase.clone() };
                let at = self.at(entered.at);
                self.line(2, format!("{at}: {name}"));
            }
        }
        if !report.channels.is_empty() {
            self.heading("verify-channels");
            for channel in &report.channels {
                let told = self.channel(channel);
                self.line(2, told);
            }
        }
        if !genuine(report) {
            return;
        }
        let named: Vec<&str> = report.witnesses.iter().filter(|w| w.cosigned).map(|w| w.name.as_str()).collect();
        let times = if named.is_empty() {
            self.say("verify-times-operator")
        } else {
            self.with("verify-times-witness", &[("names", &named.join(", "))])
        };
        self.row("verify-times", times);
    }

    /// The sort of channel, where there is a word for it.
    fn place(&self, channel: &str) -> String {
        let sort = channel.split(':').next().unwrap_or_default();
        if matches!(sort, "procedure" | "joint" | "caucus") {
            self.say(&format!("verify-channel-{sort}"))
        } else {
            channel.to_owned()
        }
    }

    fn channel(&self, channel: &ChannelReport) -> String {
        let name = self.place(&channel.channel);
        let mut told = vec![("channel", Value::from(name)), ("count", Value::from(channel.size))];
        match channel.last_at {
            Some(at) => {
                told.push(("at", Value::from(self.at(at))));
                text(self.language, "verify-channel", &told)
            }
            None => text(self.language, "verify-channel-open", &told),
        }
    }

    /// In the words of the rules, which are English: they are for who repairs it.
    fn faults(&mut self, report: &Report) {
        if report.failures.is_empty() && report.doubts.is_empty() {
            return;
        }
        self.heading("verify-details");
        for failure in &report.failures {
            let place = if failure.place.is_empty() { "file" } else { &failure.place };
            self.line(2, format!("FAILED {place} [{}]: {}", failure.code.as_str(), failure.words));
        }
        for doubt in &report.doubts {
            let place = if doubt.place.is_empty() { "file" } else { &doubt.place };
            self.line(2, format!("UNCLEAR {place} [{}]: {}", doubt.code.as_str(), doubt.words));
        }
        let untold = report.failures_total.saturating_sub(report.failures.len() as u64);
        if untold > 0 {
            self.line(2, format!("… + {untold}"));
        }
    }

    fn unproven(&mut self, report: &Report) {
        if !genuine(report) {
            return;
        }
        self.heading("verify-unproven-title");
        let agreement = report.profile == Some(acordo_record::bundle::Profile::Agreement);
        let what = if agreement { "verify-unproven-agreement" } else { "verify-unproven-record" };
        let mut keys = vec![what, "verify-unproven-people"];
        if !report.witnesses.iter().any(|witness| witness.cosigned) {
            keys.push("verify-unproven-times");
        }
        keys.push("verify-unproven-truth");
        for key in keys {
            let words = self.say(key);
            self.line(2, words);
        }
    }
}

/// The day that ends at this moment, and on whose clocks. None where a day ends nowhere then.
fn ended_day(at: Time) -> Option<(Date, String)> {
    const DAY_MINUTES: i64 = 24 * 60;
    let past_millis = at.unix_millis().rem_euclid(DAY_MINUTES * 60_000);
    let past = past_millis / 60_000;
    if past_millis % (15 * 60_000) != 0 {
        return None;
    }
    let offset = if past > DAY_MINUTES / 2 { DAY_MINUTES - past } else { -past };
    let last = texts::day_of(Moment::from_millis(at.unix_millis() - 1 + offset * 60_000), &TimeZone::UTC);
    let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
    let sign = if offset < 0 { "−" } else { "+" };
    let told = match (offset, minutes) {
        (0, _) => String::new(),
        (_, 0) => format!("{sign}{hours}"),
        _ => format!("{sign}{hours}:{minutes:02}"),
    };
    Some((last, told))
}

fn genuine(report: &Report) -> bool {
    matches!(report.verdict(), FileVerdict::Genuine | FileVerdict::AttachedGenuine)
}

/// What a failure means to somebody who is not an engineer.
fn failure_key(code: FailureCode) -> &'static str {
    match code {
        FailureCode::KeyUnknown => "verify-failure-house",
        FailureCode::Seen => "verify-failure-past",
        FailureCode::BundleNote
        | FailureCode::Zip
        | FailureCode::FileUnknown
        | FailureCode::FileMissing
        | FailureCode::FileChanged
        | FailureCode::Bag
        | FailureCode::Manifest
        | FailureCode::CaseFile
        | FailureCode::WithheldCounts
        | FailureCode::NoEvents => "verify-failure-file",
        FailureCode::Line
        | FailureCode::Header
        | FailureCode::Chain
        | FailureCode::LineProof
        | FailureCode::CheckpointMissing
        | FailureCode::Root => "verify-failure-chain",
        FailureCode::KeysFile
        | FailureCode::Checkpoint
        | FailureCode::AgreementSigners
        | FailureCode::AgreementSignatures
        | FailureCode::Passkey
        | FailureCode::Seal => "verify-failure-signature",
        FailureCode::TimeOrder
        | FailureCode::Anchor
        | FailureCode::AnchorMissing
        | FailureCode::AnchorOrder
        | FailureCode::AnchorTime
        | FailureCode::AnchorLate
        | FailureCode::EventAfterExport => "verify-failure-time",
        _ => "verify-failure-content",
    }
}

/// What a doubt means to somebody who is not an engineer.
const fn doubt_key(code: DoubtCode) -> &'static str {
    match code {
        DoubtCode::PagesUnchecked => "verify-doubt-pages",
        DoubtCode::NoProof => "verify-doubt-proof",
        DoubtCode::Clock => "verify-doubt-clock",
        DoubtCode::KeyEnded => "verify-doubt-key",
        DoubtCode::NoRecord => "verify-doubt-record",
        DoubtCode::Collection => "verify-doubt-collection",
        DoubtCode::LateUnknown => "verify-doubt-late",
        DoubtCode::SeenUnknown => "verify-doubt-seen",
    }
}

/// The name under which a report has it.
fn code_of<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_where_it_is_midnight_then() {
        let ended = |text: &str| ended_day(Time::parse(text).unwrap()).map(|(day, offset)| format!("{day} {offset}"));
        assert_eq!(ended("2026-12-12T03:00:00.000Z").unwrap(), "2026-12-11 −3");
        assert_eq!(ended("2026-12-11T22:00:00.000Z").unwrap(), "2026-12-11 +2");
        assert_eq!(ended("2026-12-11T18:30:00.000Z").unwrap(), "2026-12-11 +5:30");
        assert_eq!(ended("2026-12-12T00:00:00.000Z").unwrap(), "2026-12-11 ");
        assert_eq!(ended("2026-12-12T03:00:01.000Z"), None);
    }
}
