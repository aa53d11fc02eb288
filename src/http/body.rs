//! Request and response bodies besides the domain's own types. The OpenAPI document is made from these.

use crate::frames::{EventFrame, Written};
use acordo_domain::accepted::AcceptedText;
use acordo_domain::case::command::{Account, Complaint, EvidencePart, Language, ProofKind, Trade};
use acordo_domain::id::{CaseId, ChallengeId, OrganisationId, Reference};
use acordo_domain::moment::Moment;
use acordo_domain::phase::Phase;
use acordo_domain::seat::Channel;
use acordo_domain::view::{CaseRow, CaseView, RecordProfile};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// A company that can be complained about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CompanyItem {
    pub id: OrganisationId,
    pub name: String,
    pub trade: Trade,
}

#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CompanyQuery {
    /// Part of the name.
    pub q: Option<String>,
}

/// Versions of the texts that people accept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RulesVersions {
    pub rules_version: u32,
    pub ground_rules_version: u32,
}

/// A version of a text that people accept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AcceptedDocument {
    /// By language: `en`, `es`, `pt-BR`.
    pub languages: std::collections::BTreeMap<String, AcceptedWording>,
    pub name: AcceptedText,
    pub version: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AcceptedWording {
    pub sections: Vec<AcceptedSection>,
    pub title: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AcceptedSection {
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// A complaint with who complains and about whom.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ComplaintForm {
    pub consumer: ConsumerForm,
    pub company: OrganisationId,
    pub complaint: Complaint,
    /// The version of the rules that the consumer read and accepts.
    pub rules_version: u32,
    /// Consent to mediate online (Lei 13.140, art. 46).
    pub online: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsumerForm {
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    #[schema(max_length = 254, format = Email)]
    pub email: String,
    /// CPF; by `party.identify` at the latest.
    #[serde(default)]
    pub identifier: Option<String>,
    pub language: Language,
}

/// Whom a company invites, with its own account of the matter.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitationForm {
    /// The company for which the caller speaks.
    pub company: OrganisationId,
    pub consumer: InviteeForm,
    pub account: Account,
    pub proof: ProofForm,
    /// The version of the rules that the company read and accepts.
    pub rules_version: u32,
    /// Consent to mediate online (Lei 13.140, art. 46).
    pub online: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InviteeForm {
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    #[schema(max_length = 254, format = Email)]
    pub email: String,
    pub language: Language,
}

/// What the consumer is asked for before reading more than who invites.
#[derive(Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProofForm {
    pub kind: ProofKind,
    /// Only compared: no mail, no page and no record shows it. Points, dashes and capitals do not count.
    #[schema(max_length = 100)]
    pub answer: String,
}

/// The answer never reaches a log.
impl std::fmt::Debug for ProofForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ProofForm({:?})", self.kind)
    }
}

/// A complaint that waits for its filer: its address was mailed a link, and nobody else was told anything.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Drafted {
    /// The case that it will be. Until it is confirmed there is none.
    pub case: CaseId,
    pub reference: Reference,
    /// Counts corrections.
    pub revision: i32,
    /// The mail address that the link went to, partly hidden.
    pub sent_to: String,
    /// Until when it can be confirmed. After that it is dropped.
    pub confirm_by: Moment,
    /// Corrects or drops the complaint, in the header `Draft-Key`. Only the mailed one confirms it.
    pub draft_key: String,
}

/// The key never reaches a log.
impl std::fmt::Debug for Drafted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Drafted({})", self.reference)
    }
}

/// A complaint as its filer has left it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DraftView {
    pub reference: Reference,
    /// Counts corrections. What is confirmed is what was read.
    pub revision: i32,
    pub confirm_by: Moment,
    /// Does this key confirm? The mailed one does.
    pub confirms: bool,
    pub company_name: String,
    pub form: ComplaintForm,
}

#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CorrectionQuery {
    /// Of the complaint that is corrected: another correction since is not overwritten.
    pub revision: i32,
}

#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmForm {
    /// From the mailed link.
    #[schema(max_length = 43)]
    pub draft_key: String,
    /// Of the complaint that was read.
    pub revision: i32,
}

/// A key never reaches a log.
impl std::fmt::Debug for ConfirmForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ConfirmForm({})", self.revision)
    }
}

/// The case that a complaint became, and how to follow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Filed {
    pub case: CaseId,
    pub reference: Reference,
    /// The mail address that the link went to, partly hidden.
    pub sent_to: String,
}

/// The tabs of the desk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tab {
    MyTurn,
    Waiting,
    DueToday,
    #[default]
    All,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// What is due first comes first, then what has no date, then what is closed. The tab of what is due has no other
    /// order.
    Due,
    /// What moved last comes first.
    #[default]
    Newest,
    Oldest,
}

#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CasesQuery {
    pub tab: Option<Tab>,
    pub phase: Option<Phase>,
    /// Beginnings of words of the reference, a name, the product or the order number.
    pub q: Option<String>,
    pub sort: Option<Sort>,
    /// From the page before.
    pub cursor: Option<String>,
    /// At most 100; 50 if left out.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u16>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CasePage {
    pub cases: Vec<CaseRow>,
    #[schema(required)]
    pub next: Option<String>,
    pub counts: TabCounts,
    /// The words find a thousand cases or more: listed are those among the thousand filed last.
    pub cut: bool,
}

/// Of all cases of this person, whatever phase and words are asked for. 100 stands for a hundred or more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TabCounts {
    pub my_turn: u64,
    pub waiting: u64,
    pub due_today: u64,
    pub all: u64,
}

/// What a command did, as far as its author may read it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CommandDone<'a> {
    #[schema(value_type = Vec<EventFrame>)]
    pub events: Vec<Written<'a>>,
    #[schema(value_type = BTreeMap<String, u64>)]
    pub at: &'a BTreeMap<Channel, u64>,
    /// Null for somebody whose command was to leave.
    pub case: Option<CaseView>,
}

/// What became of a command that was taken back.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct CommandWithdrawal {
    /// It had happened before. Otherwise it never will.
    pub happened: bool,
}

#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EventsQuery {
    /// Events after this `seq`, oldest first.
    pub after: Option<u64>,
    /// The last events before this `seq`, oldest first.
    pub before: Option<u64>,
    /// At most 500; 100 if left out.
    #[param(minimum = 1, maximum = 500)]
    pub limit: Option<u16>,
}

/// A page of one channel, oldest first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EventPage<'a> {
    #[schema(value_type = Vec<EventFrame>)]
    pub events: Vec<Written<'a>>,
    /// The channel's last `seq`.
    pub head: u64,
}

/// The multipart form of an upload.
#[derive(Debug, ToSchema)]
#[allow(dead_code, reason = "it documents the form; the handler reads it as a stream")]
pub struct EvidenceForm {
    #[schema(value_type = String, format = Binary, content_media_type = "application/octet-stream")]
    pub file: Vec<u8>,
    #[schema(max_length = 500)]
    pub description: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EvidenceDone {
    pub evidence: EvidencePart,
    pub seq: u64,
}

/// Into which channel an owner shares a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareInto {
    pub channel: Channel,
}

/// What the signer has read and wants to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChallengeAsk {
    pub version: u32,
    pub document_hash: String,
}

/// Where the signing code went. It works once, for that document alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChallengeSent {
    pub challenge: ChallengeId,
    pub method: acordo_domain::case::event::SigningMethod,
    /// `m…@example.org`
    pub sent_to: String,
    pub expires_at: Moment,
}

/// Which of the two documents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhichPdf {
    /// What the signers were shown.
    Shown,
    /// With the page that certifies the signatures.
    #[default]
    Final,
}

#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PdfQuery {
    pub which: Option<WhichPdf>,
    /// An earlier version: of what was concluded, for whoever may take it along; of what was only shown, for those in the
    /// joint room. The newest if left out.
    #[param(minimum = 1)]
    pub version: Option<u32>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct VersionQuery {
    /// An earlier version. The newest if left out.
    #[param(minimum = 1)]
    pub version: Option<u32>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BundleQuery {
    /// How much of the record the bundle holds; the agreement if left out.
    pub profile: Option<RecordProfile>,
    /// Which caucus; for the profile `caucus` alone.
    pub channel: Option<Channel>,
    /// Which of several agreements; for the profile `agreement` alone. The last if left out.
    #[param(minimum = 1)]
    pub version: Option<u32>,
}
