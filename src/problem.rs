//! Problem details (RFC 9457): every refusal and error, with a stable code, a status and a sentence.
//!
//! The table of refusals says for what sort of reason each is given, and each reason has a status here: a new refusal
//! does not compile until it has one. The sentences of a case's refusals are in `locales/*/case.ftl`, those of the
//! others in `locales/*/problem.ftl`.

use crate::texts::{self, Language};
use acordo_domain::case::refusal::{Reason, Refusal, Refused};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! shell_codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal $status:literal),* $(,)?) => {
        /// Refusals of the shell, before a command reaches the domain.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Shell { $( $(#[$doc])* $variant, )* }
        impl Shell {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            pub const fn code(self) -> &'static str { match self { $( Self::$variant => $code, )* } }
            pub const fn status(self) -> u16 { match self { $( Self::$variant => $status, )* } }
        }
    };
}

shell_codes! {
    // what was sent
    BrokenJson = "broken_json" 400,
    UnknownField = "unknown_field" 400,
    MissingField = "missing_field" 400,
    InvalidField = "invalid_field" 400,
    UnknownCommand = "unknown_command" 400,
    UnknownFrame = "unknown_frame" 400,
    /// What has a route of its own, or only the system does, is no command that a client may send.
    CommandNotForClients = "command_not_for_clients" 400,
    InvalidParameter = "invalid_parameter" 400,
    BodyTooLarge = "body_too_large" 413,
    BodyTooSlow = "body_too_slow" 408,
    IdRequired = "id_required" 400,
    /// The same idempotency key with another body.
    IdReused = "id_reused" 422,
    CommandWithdrawn = "command_withdrawn" 409,
    EmailInvalid = "email_invalid" 422,
    /// An address, a link or a number in the name of a person.
    NameLure = "name_lure" 422,
    CompanyNotFound = "company_not_found" 422,
    SettingUnknown = "setting_unknown" 422,
    SettingOutOfBounds = "setting_out_of_bounds" 422,
    SettingsDisagree = "settings_disagree" 422,
    // where it was sent
    NotFound = "not_found" 404,
    RouteNotFound = "route_not_found" 404,
    MethodNotAllowed = "method_not_allowed" 405,
    /// The websocket needs an upgrade request with the subprotocol `acordo.v1`.
    UpgradeRequired = "upgrade_required" 426,
    OriginRefused = "origin_refused" 403,
    DemoOnly = "demo_only" 404,
    // who sent it
    Unauthenticated = "unauthenticated" 401,
    SessionExpired = "session_expired" 401,
    SessionEnded = "session_ended" 401,
    WrongCredentials = "wrong_credentials" 401,
    LinkUnknown = "link_unknown" 404,
    LinkUsed = "link_used" 410,
    LinkExpired = "link_expired" 410,
    /// The complaint was corrected meanwhile, or is becoming a case.
    DraftChanged = "draft_changed" 409,
    /// It was confirmed or dropped, or its seven days are over.
    DraftOver = "draft_over" 410,
    /// Told only to whoever reads the mails of its address.
    AccountDisabled = "account_disabled" 403,
    /// The new address already belongs to an account.
    AddressTaken = "address_taken" 409,
    /// The session began with a link into another case.
    OneCaseOnly = "one_case_only" 403,
    /// The present password, which a new one is to replace.
    PasswordWrong = "password_wrong" 422,
    PasswordSame = "password_same" 422,
    /// A mailed link to choose one: used, too old, or ended by another.
    PasswordLinkOver = "password_link_over" 410,
    PasswordWeak = "password_weak" 422,
    PasswordTooLong = "password_too_long" 422,
    /// Who comes in by mailed links has none that could be changed.
    NoPassword = "no_password" 409,
    /// Who has a password signs in with the address that the organisation gave.
    AddressNotYours = "address_not_yours" 403,
    // files
    FileMissing = "file_missing" 400,
    FileEmpty = "file_empty" 422,
    FileTooLarge = "file_too_large" 413,
    UnsupportedMedia = "unsupported_media" 415,
    /// It announces more points than anybody can open.
    PictureTooLarge = "picture_too_large" 422,
    RangeNotSatisfiable = "range_not_satisfiable" 416,
    TooManyFiles = "too_many_files" 422,
    // signing
    CodeWrong = "code_wrong" 422,
    CodeExpired = "code_expired" 422,
    CodeTooManyTries = "code_too_many_tries" 422,
    // people
    /// A company always has somebody who answers for its people.
    LastManager = "last_manager" 409,
    // an invited consumer
    ProofWrong = "proof_wrong" 422,
    /// Five wrong answers in a row, or fifteen in all.
    ProofTooManyTries = "proof_too_many_tries" 422,
    /// What the consumer is to be asked for does not look like what it says it is.
    ProofUnusable = "proof_unusable" 422,
    // documents
    /// It is being made.
    NotReady = "not_ready" 409,
    /// The case has none of this kind.
    NoDocument = "no_document" 404,
    BundleInvalid = "bundle_invalid" 422,
    // how much
    RateLimited = "rate_limited" 429,
    /// What one person may do in a day.
    QuotaUsed = "quota_used" 429,
    /// Mails that strangers may cause to one address in a day.
    AddressQuotaUsed = "address_quota_used" 429,
    TooManySockets = "too_many_sockets" 429,
    /// Of one person, under way.
    TooManyExports = "too_many_exports" 429,
    /// A person keeps only so many exports of many agreements.
    TooManyJobs = "too_many_jobs" 429,
    /// One export holds only so many agreements.
    TooManyAgreements = "too_many_agreements" 422,
    /// An export of no agreement.
    NothingSelected = "nothing_selected" 422,
    /// Of all people together, under way.
    ExportsBusy = "exports_busy" 503,
    // us
    Internal = "internal" 500,
    /// The stored record is not what was written.
    RecordAltered = "record_altered" 500,
    Unavailable = "unavailable" 503,
    Busy = "busy" 503,
    StorageFull = "storage_full" 507,
}

/// A stable code: the domain's or the shell's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    Domain(Refusal),
    Shell(Shell),
}

impl From<Shell> for Code {
    fn from(code: Shell) -> Self {
        Self::Shell(code)
    }
}
impl From<Refusal> for Code {
    fn from(code: Refusal) -> Self {
        Self::Domain(code)
    }
}

impl Code {
    pub const fn text(self) -> &'static str {
        match self {
            Self::Domain(code) => code.code(),
            Self::Shell(code) => code.code(),
        }
    }
    pub const fn status(self) -> u16 {
        match self {
            Self::Domain(code) => status_of(code),
            Self::Shell(code) => code.status(),
        }
    }
    /// Every code there is, for the test that each has a sentence in each language.
    pub fn all() -> impl Iterator<Item = Self> {
        let domain = Refusal::ALL.iter().copied().map(Self::Domain);
        domain.chain(Shell::ALL.iter().copied().map(Self::Shell))
    }
}

/// 404: no such thing for you. 403: not your part. 409: the case is elsewhere. 422: what you wrote.
const fn status_of(code: Refusal) -> u16 {
    match code.reason() {
        Reason::Missing => 404,
        Reason::NotYours => 403,
        Reason::NotNow => 409,
        Reason::Invalid => 422,
    }
}

/// `application/problem+json`, as it leaves the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// `urn:acordo:problem:<code>`: a name, not an address.
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    /// One sentence in the caller's language.
    pub detail: String,
    /// Stable; what a program matches on.
    #[schema(value_type = ProblemCode)]
    pub code: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Seconds to wait before trying again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
    /// Tries that are left, where they are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempts_left: Option<u8>,
}

/// Which field is at fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldError {
    /// A JSON pointer into the body, `/terms/obligations/0/money/amount`.
    pub pointer: String,
    #[schema(value_type = ProblemCode)]
    pub code: String,
    pub detail: String,
}

/// Every code, for programs that make their types from the document.
#[derive(Debug)]
pub struct ProblemCode;

impl utoipa::PartialSchema for ProblemCode {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{ObjectBuilder, Type};
        let codes = Code::all().map(Code::text);
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(codes)).into()
    }
}

impl ToSchema for ProblemCode {}

/// A problem before it has a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub code: Code,
    pub pointer: Option<String>,
    pub retry_after_seconds: Option<u64>,
    pub attempts_left: Option<u8>,
    /// The methods that an address does take.
    pub allow: Option<String>,
    /// What the log adds to the code. Never content, never sent.
    pub cause: Option<String>,
}

impl Fault {
    pub fn new(code: impl Into<Code>) -> Self {
        Self {
            code: code.into(),
            pointer: None,
            retry_after_seconds: None,
            attempts_left: None,
            allow: None,
            cause: None,
        }
    }
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }
    pub fn after_seconds(mut self, seconds: u64) -> Self {
        self.retry_after_seconds = Some(seconds);
        self
    }
    pub fn with_attempts_left(mut self, attempts: u8) -> Self {
        self.attempts_left = Some(attempts);
        self
    }
    pub fn because(mut self, cause: impl std::fmt::Display) -> Self {
        self.cause = Some(cause.to_string());
        self
    }
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::new(Shell::Internal).because(cause)
    }

    /// The problem in words of the caller's language.
    pub fn to_problem(&self, language: Language, request_id: Option<String>) -> Problem {
        let code = self.code.text();
        let detail = texts::problem(language, code);
        Problem {
            kind: format!("urn:acordo:problem:{code}"),
            title: code.replace('_', " "),
            status: self.code.status(),
            errors: self
                .pointer
                .iter()
                .map(|pointer| FieldError { pointer: pointer.clone(), code: code.to_owned(), detail: detail.clone() })
                .collect(),
            detail,
            code: code.to_owned(),
            request_id,
            retry_after: self.retry_after_seconds,
            attempts_left: self.attempts_left,
        }
    }
}

impl From<Refused> for Fault {
    fn from(refused: Refused) -> Self {
        Self { pointer: refused.pointer, ..Self::new(refused.code) }
    }
}
impl From<Shell> for Fault {
    fn from(code: Shell) -> Self {
        Self::new(code)
    }
}
impl From<Refusal> for Fault {
    fn from(code: Refusal) -> Self {
        Self::new(code)
    }
}

/// A full disk is told apart: somebody can make room on it.
impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind::{QuotaExceeded, StorageFull};
        match error.kind() {
            StorageFull | QuotaExceeded => Self::new(Shell::StorageFull).because(error),
            _ => Self::internal(error),
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code.text())?;
        match &self.cause {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}
impl std::error::Error for Fault {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_code_means_one_thing_and_has_an_error_status() {
        let mut seen = BTreeSet::new();
        for code in Code::all() {
            assert!((400..600).contains(&code.status()), "{}", code.text());
            // Without a capacity the answer is the same as for a page that does not exist.
            if code != Code::Domain(Refusal::NoCapacity) {
                assert!(seen.insert(code.text()), "{} stands twice", code.text());
            }
        }
    }

    #[test]
    fn each_code_has_a_sentence_of_its_own_in_each_language() {
        for language in Language::ALL {
            let mut seen = BTreeSet::new();
            for code in Code::all().filter(|code| *code != Code::Domain(Refusal::NoCapacity)) {
                let sentence = texts::problem(language, code.text());
                assert!(seen.insert(sentence), "{} has no sentence of its own in {}", code.text(), language.tag());
            }
        }
    }
}
