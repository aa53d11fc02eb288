//! The forms that parts of events have, exactly: no key more, none less.

use serde::{Deserialize, Deserializer, Serialize};

use crate::hash::HashText;
use crate::names::PartName;
use crate::time::Time;

/// The part `author`: who acted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedAuthor {
    pub id: String,
    pub name: String,
}

/// The part `origin`: from where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedOrigin {
    #[serde(deserialize_with = "nullable")]
    pub address: Option<String>,
    #[serde(deserialize_with = "nullable")]
    pub user_agent: Option<String>,
}

/// The part `evidence`: one file. `sha256` and `size` are of the copy that
/// others see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedEvidence {
    pub id: String,
    pub media_type: String,
    pub name: String,
    pub original_sha256: HashText,
    pub sha256: HashText,
    pub size: u64,
}

/// The content of `parts_erased`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erasure {
    pub basis: String,
    pub parts: Vec<ErasedPart>,
}

/// One part that an erasure names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErasedPart {
    pub part: PartName,
    pub seq: u64,
}

/// How a signer showed who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordedLevel {
    Email,
    Password,
    TwoFactor,
    Passkey,
}

/// By what a signature was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    Password,
    Totp,
    Passkey,
    EmailCode,
}

/// A WebAuthn assertion, each field base64.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assertion {
    pub authenticator_data: String,
    pub client_data_json: String,
    /// DER SubjectPublicKeyInfo.
    pub public_key: String,
    pub signature: String,
}

/// A signature: the content of `agreement_signed`, and with `at` an item of
/// the list in `agreement_concluded`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedSignature {
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
    pub assertion: Option<Assertion>,
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
    pub at: Option<Time>,
    #[serde(deserialize_with = "nullable")]
    pub authority: Option<String>,
    pub consent_text: String,
    pub document_hash: HashText,
    pub identity_level: RecordedLevel,
    pub method: Method,
    pub name: String,
    /// Of the PDF that was shown.
    pub pdf_hash: HashText,
    pub seat: String,
    pub version: u64,
}

/// The content of `agreement_concluded`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedConclusion {
    pub document_hash: HashText,
    /// Of the PDF that was shown.
    pub pdf_hash: HashText,
    /// In signing order.
    pub signatures: Vec<RecordedSignature>,
    pub version: u64,
}

/// The content of `agreement_sealed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedAgreement {
    pub document_hash: HashText,
    /// Of the final PDF.
    pub pdf_hash: HashText,
    pub version: u64,
}

/// What `agreement.json` holds at least. What else there is stands under further keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementFront {
    pub case: String,
    pub clauses: Vec<String>,
    pub language: String,
    /// 32 random bytes: without them an outsider could guess terms against the
    /// document hash.
    pub nonce: HashText,
    pub obligations: Vec<AgreementObligation>,
    pub parties: Vec<AgreementParty>,
    pub record: RecordMark,
    pub subject: String,
    pub version: u64,
}

/// A party, by the name that binds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementParty {
    #[serde(deserialize_with = "nullable")]
    pub identifier: Option<String>,
    pub name: String,
    pub seat: String,
}

/// Something that is owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementObligation {
    #[serde(deserialize_with = "nullable")]
    pub amount: Option<AgreementAmount>,
    pub creditor: String,
    pub debtor: String,
    pub due: AgreementDue,
    pub id: u64,
    pub kind: String,
    pub text: String,
}

/// A sum in the smallest unit of its currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementAmount {
    pub amount: i64,
    pub currency: String,
}

/// A day, or so many days after the last signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum AgreementDue {
    Day(String),
    After(DaysAfter),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DaysAfter {
    pub days_after_signature: u64,
    pub working_days: bool,
}

impl AgreementFront {
    /// What is not a matter of types: both parties once, seats of parties, days that exist.
    pub fn is_sound(&self) -> bool {
        let mut seats: Vec<&str> = self.parties.iter().map(|party| party.seat.as_str()).collect();
        seats.sort_unstable();
        let owed = |obligation: &AgreementObligation| {
            let day = match &obligation.due {
                AgreementDue::Day(day) => Time::parse(&format!("{day}T00:00:00.000Z")).is_ok(),
                AgreementDue::After(_) => true,
            };
            day && PARTIES.contains(&obligation.debtor.as_str()) && PARTIES.contains(&obligation.creditor.as_str())
        };
        seats == PARTIES && self.obligations.iter().all(owed)
    }
}

/// The seats that an agreement binds, in the order of their names.
const PARTIES: [&str; 2] = ["company", "consumer"];

/// The state of `joint` just before `agreement_drafted`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordMark {
    pub root: HashText,
    pub size: u64,
}

/// A key that must be there, though its value may be null.
pub(crate) fn nullable<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

/// A key that may be absent, but is not null.
pub(crate) fn not_null<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// The media types of evidence and the endings of their files.
const MEDIA: [(&str, &str); 16] = [
    ("application/pdf", "pdf"),
    ("image/jpeg", "jpg"),
    ("image/png", "png"),
    ("image/webp", "webp"),
    ("image/heic", "heic"),
    ("audio/mpeg", "mp3"),
    ("audio/ogg", "ogg"),
    ("video/mp4", "mp4"),
    ("text/plain", "txt"),
    ("message/rfc822", "eml"),
    ("image/gif", "gif"),
    ("video/quicktime", "mov"),
    ("video/3gpp", "3gp"),
    ("audio/mp4", "m4a"),
    ("application/xml", "xml"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
];

/// The ending of an evidence file, `None` for a media type that is not taken.
pub fn evidence_ending(media_type: &str) -> Option<&'static str> {
    MEDIA.iter().find(|(media, _)| *media == media_type).map(|(_, ending)| *ending)
}
