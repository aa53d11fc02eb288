//! The outcome of a check in the OpenAPI document, as `acordo_record::Report` writes it; a test holds the two together.

use acordo_domain::moment::Moment;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The outcome of checking a bundle, or a final PDF by itself.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyReport {
    pub valid: bool,
    /// `bundle` or `document`; `null` if it is neither.
    #[schema(required)]
    pub form: Option<String>,
    #[schema(required)]
    pub instance: Option<String>,
    #[schema(required)]
    pub case: Option<String>,
    #[schema(required)]
    pub reference: Option<String>,
    /// `agreement`, `procedural`, `joint` or `caucus`.
    #[schema(required)]
    pub profile: Option<String>,
    #[schema(required)]
    pub exported_at: Option<Moment>,
    pub events: u64,
    pub parts: VerifyCounts,
    pub channels: Vec<VerifyChannel>,
    /// Who signed what; nothing where something failed.
    pub agreements: Vec<VerifyAgreement>,
    /// The course of the case, where all of `procedure` is there and nothing failed.
    pub phases: Vec<VerifyPhase>,
    /// Of a PDF by itself: the seal that binds its pages, where one holds.
    #[schema(required)]
    pub seal: Option<VerifySeal>,
    /// Evidence that is not in the file, and the file says so.
    pub left_out: Vec<VerifyLeftOut>,
    pub witnesses: Vec<VerifyWitness>,
    #[schema(required)]
    pub longest_delay_millis: Option<i64>,
    pub failures: Vec<VerifyFailure>,
    pub failures_total: u64,
    /// Why it could not be told; it does not weigh where something failed.
    pub doubts: Vec<VerifyFailure>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyAgreement {
    pub version: u64,
    pub concluded_at: Moment,
    /// What each of them signed.
    pub document_hash: String,
    /// Of the PDF that they were shown.
    pub pdf_hash: String,
    /// In the order of signing.
    pub signatures: Vec<VerifySignature>,
    /// What the signed document says; only where it is in the file.
    #[schema(required)]
    pub terms: Option<VerifyTerms>,
    /// Until when each obligation was to be kept, where the record of the procedure is in the file.
    pub due_dates: Vec<VerifyDueDate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyDueDate {
    /// Its number in the agreement.
    pub obligation: u64,
    pub until: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifySignature {
    pub name: String,
    pub seat: String,
    #[schema(required)]
    pub at: Option<Moment>,
    /// `password`, `totp`, `passkey` or `email_code`.
    pub method: String,
    /// `email`, `password`, `two_factor` or `passkey`.
    pub identity_level: String,
    #[schema(required)]
    pub authority: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyTerms {
    pub subject: String,
    pub language: String,
    pub parties: Vec<VerifyParty>,
    pub clauses: Vec<String>,
    pub obligations: Vec<VerifyObligation>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyParty {
    pub seat: String,
    pub name: String,
    #[schema(required)]
    pub identifier: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyObligation {
    pub id: u64,
    pub debtor: String,
    pub creditor: String,
    pub kind: String,
    pub text: String,
    #[schema(required)]
    pub amount: Option<VerifyAmount>,
    pub due: VerifyDue,
}

/// In the smallest unit of the currency.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyAmount {
    pub amount: i64,
    pub currency: String,
}

/// A day, or so many days after the signature.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(untagged)]
pub enum VerifyDue {
    Day(String),
    After { days_after_signature: u64, working_days: bool },
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyPhase {
    pub at: Moment,
    pub phase: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifySeal {
    /// SHA-256 of the certificate, in lower-case hex.
    pub certificate: String,
    /// Whether the house's keys name it.
    pub trusted: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyLeftOut {
    pub channel: String,
    pub seq: u64,
    /// As its owner called it.
    pub name: String,
    /// Where it would be.
    pub path: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyWitness {
    pub name: String,
    /// Whether it vouches for a time in this file. That it does not is no fault.
    pub cosigned: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyCounts {
    pub opened: u64,
    pub withheld: u64,
    pub erased: u64,
    pub failed: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyChannel {
    pub channel: String,
    pub size: u64,
    #[schema(required)]
    pub last_at: Option<Moment>,
    pub anchored_size: u64,
    #[schema(required)]
    pub anchored_at: Option<Moment>,
    #[schema(required)]
    pub pending_from: Option<Moment>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyFailure {
    pub code: String,
    pub place: String,
    pub words: String,
}
