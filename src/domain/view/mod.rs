//! What a viewer is shown of a case: a fold of the events that this viewer may read, and nothing else.

mod part;
mod queue;
mod register;

pub use part::{FileView, ForwardView, ListenerView, RecordProfile};
pub use queue::{AwaitedView, ConsentView, EntryRow, EntryView, ExtensionView, PaperView, QuestionView, ReleaseView};
pub use register::{RegisterObligation, RegisterRow, RegisterState};

use crate::case::command::{Account, Complaint, Language, ProofKind, Stage, Trade};
use crate::case::event::{Author, IdentityLevel, SigningMethod};
use crate::case::refusal::Refusal;
use crate::case::state::{InvitationState, ProposalState};
use crate::id::{CaseId, OrganisationId, Reference, UserId};
use crate::identifier::Scheme;
use crate::moment::Moment;
use crate::money::Money;
use crate::obligation::{ObligationState, ObligationStep};
use crate::phase::Phase;
use crate::rules::DeadlineRule;
use crate::seat::{Capacity, Channel, Seat, Side};
use crate::terms::{ObligationKind, Terms};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The case as one viewer may see it. The case's own version is never shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CaseView {
    pub id: CaseId,
    pub reference: Reference,
    pub phase: Phase,
    /// The stage a person sees; a view over phase and the mediator's `stage.move`.
    pub stage: Stage,
    pub trade: Trade,
    pub language: Language,
    pub company: CompanyView,
    pub consumer_name: String,
    pub filed_by: Side,
    pub filed_at: Moment,
    /// IANA name of the zone in which the case's days begin and end. Its dates are told in it, wherever the reader is.
    pub zone: String,
    pub capacity: Capacity,
    /// The side the viewer speaks for, if any.
    pub side: Option<Side>,
    pub seats: Vec<SeatView>,
    pub turn: Turn,
    pub deadlines: Vec<DeadlineView>,
    /// Sequence head of each readable channel.
    #[schema(value_type = BTreeMap<String, u64>)]
    pub heads: BTreeMap<Channel, u64>,
    /// Channels this viewer may write messages or notes to right now.
    pub writable: Vec<Channel>,
    /// Who reads each readable channel from a seat, the viewer included: its audience line.
    #[schema(value_type = BTreeMap<String, Vec<ListenerView>>)]
    pub listeners: BTreeMap<Channel, Vec<ListenerView>>,
    /// In whose name this viewer puts terms on the table of a channel; absent where it puts none. `allowed` says
    /// whether it may now.
    #[schema(value_type = BTreeMap<String, Author>)]
    pub offers_as: BTreeMap<Channel, Author>,
    /// Channels whose items this viewer may pass on to the officer now.
    pub releasable: Vec<Channel>,
    /// Commands that policy and state would let this viewer try now, by their `type`.
    pub allowed: Vec<String>,
    pub invitation: Option<InvitationView>,
    /// What a company told with its invitation, where it began and this viewer may read it.
    pub account: Option<Account>,
    /// The complaint as filed, where this viewer reads `joint` or the handover file.
    pub complaint: Option<Complaint>,
    /// Every file of the readable channels, oldest first in each.
    pub files: Vec<FileView>,
    pub mediator: Option<MediatorView>,
    pub ground_rules: GroundRulesView,
    pub floor_paused: bool,
    /// Every proposal of the readable channels, oldest first.
    pub proposals: Vec<ProposalView>,
    pub ideas: Vec<IdeaView>,
    pub disclosures: Vec<DisclosureView>,
    pub summaries: Vec<SummaryView>,
    pub agreement: Option<AgreementView>,
    /// Every agreement that was signed by all, oldest first, where this viewer may take them along.
    pub agreements: Vec<ConcludedView>,
    pub obligations: Vec<ObligationView>,
    pub parties: Vec<PartyView>,
    /// Every stay in a queue, oldest first.
    pub entries: Vec<EntryView>,
    /// The officer's question that waits for its answer, where this viewer reads the review.
    pub question: Option<QuestionView>,
    /// Items released to the officer, or on the way there.
    pub releases: Vec<ReleaseView>,
    pub papers: Vec<PaperView>,
    /// The record of the procedure can be taken as it stands: the case is open, or something was done since it closed.
    pub record_as_it_stands: bool,
    /// The records that this viewer may take along now.
    pub records: Vec<RecordProfile>,
    pub consents: Vec<ConsentView>,
    /// The side that must send another representative.
    pub awaited: Option<AwaitedView>,
    /// More time for the mediation that one side asked for and the other has not.
    pub extension: Option<ExtensionView>,
    /// The consumer's own score, once given.
    pub feedback: Option<u8>,
    pub closed_at: Option<Moment>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CompanyView {
    pub id: OrganisationId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SeatView {
    pub seat: Seat,
    pub person: UserId,
    pub name: String,
    pub since: Moment,
}

/// Whose turn it is and for what: one function of what the viewer may read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Turn {
    pub who: TurnOf,
    pub what: TurnFor,
    /// Does the viewer have to act?
    pub yours: bool,
    pub until: Option<Moment>,
    /// The proposal in question, where there is one.
    pub number: Option<u32>,
    pub channel: Option<Channel>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TurnOf {
    Consumer,
    Company,
    Mediator,
    Both,
    Coordinator,
    Officer,
    /// Signers who have not signed: more than one seat.
    Several,
    System,
    Nobody,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TurnFor {
    Admit,
    AnswerInvitation,
    Reply,
    AnswerProposal,
    AcceptGroundRules,
    AssignMediator,
    /// Both sides signed the agreement, and the mediator did not.
    ReplaceMediator,
    AcceptMediation,
    Mediate,
    AnswerDisclosure,
    ConfirmSummary,
    Identify,
    /// The company's manager fills its record.
    LegalIdentity,
    Draft,
    Sign,
    Perform,
    ConfirmObligation,
    /// A side that lost its last representative sends another.
    Replace,
    /// An officer of the queue claims the case.
    Claim,
    AnswerQuestion,
    Review,
    Nothing,
}

/// Which rule set this date (domain.md, "Deadlines"); the page answers "why this date?" from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeadlineView {
    pub rule: DeadlineRule,
    pub due: Moment,
    pub started: Moment,
    pub owner: TurnOf,
    /// The obligation, proposal, entry or message it belongs to.
    pub number: Option<u32>,
    /// Paused now.
    pub paused: bool,
    /// How the rule says its length; absent where somebody set the date itself.
    pub length: Option<DeadlineLength>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeadlineLength {
    pub value: u32,
    pub unit: LengthUnit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LengthUnit {
    /// Calendar days; the end moves to the next working day.
    Days,
    WorkingDays,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct InvitationView {
    pub side: Side,
    pub until: Moment,
    pub state: InvitationState,
    /// When the recipient's mail server took it.
    pub received_at: Option<Moment>,
    /// No mail server takes it.
    pub undeliverable: bool,
    /// Until when a refusal, or a silence that closed the case, can be undone by accepting.
    pub back_until: Option<Moment>,
    /// What an invited consumer is asked for, to show that it reached the right person.
    pub proof: Option<ProofKind>,
    /// That was shown.
    pub confirmed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MediatorView {
    pub state: MediatorState,
    pub person: Option<UserId>,
    pub name: Option<String>,
    /// Words of the disclosure, once accepted and where readable.
    pub disclosure: Option<String>,
    pub cases_with_company: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MediatorState {
    Requested,
    Assigned,
    Accepted,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct GroundRulesView {
    /// The version to accept.
    pub version: u32,
    pub accepted: Vec<Side>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ProposalView {
    pub channel: Channel,
    pub number: u32,
    /// Its event in the channel.
    pub seq: u64,
    pub author: Author,
    pub terms: Terms,
    pub terms_hash: String,
    pub note: Option<String>,
    pub made_at: Moment,
    pub valid_until: Moment,
    pub answers: Option<u32>,
    pub state: ProposalState,
    /// The viewer's own answer to a proposal that needs both; never the other side's.
    pub own_answer: Option<bool>,
    /// Was it put in the name in which this viewer offers here?
    pub yours: bool,
    /// Nobody's side put it, so both answer, unseen until both have.
    pub needs_both: bool,
    /// Is the viewer among its addressees and has not answered?
    pub awaits_you: bool,
    /// Of an open proposal: why this viewer could not sign it for the company, so that somebody else would have to.
    pub power_lacks: Option<Refusal>,
    /// Against the author's proposal before this one, or the one it answers: what changed.
    pub changes: Vec<crate::diff::Change>,
    /// The same of the clauses that were chosen from the library.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clause_changes: Vec<crate::diff::ClauseChange>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct IdeaView {
    pub channel: Channel,
    pub id: u64,
    pub terms: Terms,
    pub allowed: bool,
    pub conveyed: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DisclosureView {
    pub channel: Channel,
    pub id: u64,
    pub words: String,
    pub allowed: Option<bool>,
    pub used: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SummaryView {
    pub channel: Channel,
    pub text: String,
    pub confirmed: bool,
    pub correction: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AgreementView {
    pub terms: Terms,
    pub terms_hash: String,
    pub clauses: Vec<String>,
    /// 0 while the first draft is being written out.
    pub version: u32,
    pub document_hash: Option<String>,
    pub pdf_hash: Option<String>,
    pub state: AgreementState,
    /// What the first draft waits for: `party_not_identified` or `legal_identity_missing`.
    pub waits_for: Option<Refusal>,
    /// The power that this viewer's signature for the company would state.
    pub power: Option<PowerView>,
    /// Why this viewer cannot sign for the company: somebody else must.
    pub power_lacks: Option<Refusal>,
    pub sign_until: Option<Moment>,
    pub reflection_until: Option<Moment>,
    pub reflection_waived: bool,
    /// What this reader declares by signing, each seat its own; it goes into the signature word by word.
    pub consent_text: String,
    pub signers: Vec<SignerView>,
    /// Hash of the final, sealed PDF.
    pub sealed_pdf_hash: Option<String>,
}

/// An agreement that was signed by all. Its documents can be had for ever, by its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ConcludedView {
    pub version: u32,
    pub at: Moment,
    pub document_hash: String,
    /// Hash of the final PDF, once it is there.
    pub sealed_pdf_hash: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgreementState {
    Drafting,
    Signing,
    Concluded,
    Sealed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SignerView {
    pub seat: Seat,
    pub name: Option<String>,
    pub signed_at: Option<Moment>,
    pub method: Option<SigningMethod>,
    pub identity_level: Option<IdentityLevel>,
    pub authority: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ObligationView {
    pub id: u16,
    pub kind: ObligationKind,
    pub debtor: Side,
    pub due: Moment,
    pub state: ObligationState,
    pub overdue: bool,
    pub breached: bool,
    /// The version of the agreement that it comes from, and its place in the terms, from 1.
    pub version: u32,
    pub place: u16,
    /// The sum that was agreed; absent, like the others, where none is owed or the viewer sees no sums.
    pub money: Option<Money>,
    /// What is still owed of it.
    pub owed: Option<Money>,
    /// Said to be paid and not answered; it is still owed.
    pub reported: Option<Money>,
    pub confirmed: Option<Money>,
    pub released: Option<Money>,
    /// Counted as paid by the creditor's silence.
    pub presumed: Option<Money>,
    /// Everything that was said about it, in its order.
    pub steps: Vec<ObligationStep>,
    /// What this viewer may do about it now, by the `type` of the command.
    pub allowed: Vec<String>,
}

/// Legal name and identifier as they go into the agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PartyView {
    pub side: Side,
    pub name: Option<String>,
    pub identifier: Option<String>,
    /// The register of a company's number.
    pub scheme: Option<Scheme>,
    pub address: Option<String>,
    /// The name under which a company trades, where its record has one.
    pub trade_name: Option<String>,
    /// Is this all that the agreement needs of the party?
    pub identified: bool,
}

/// A power as its holder sees it before signing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PowerView {
    /// As the signature will state it.
    pub words: String,
    pub limit: Option<Money>,
    pub document: String,
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<jiff::civil::Date>,
}

/// The zone of rows that were written before they named theirs.
fn brazil() -> String {
    crate::calendar::BRAZIL.to_owned()
}

/// One row of a list of cases, per case and audience.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CaseRow {
    pub id: CaseId,
    pub reference: Reference,
    pub phase: Phase,
    pub stage: Stage,
    pub trade: Trade,
    pub language: Language,
    pub company_name: String,
    pub consumer_name: String,
    /// The product of the complaint, where this audience reads `joint`.
    pub subject: Option<String>,
    pub turn: Turn,
    pub capacity: Capacity,
    pub filed_at: Moment,
    /// When something moved last that this reader may read, to five seconds.
    pub last_at: Moment,
    /// As in the case itself.
    #[serde(default = "brazil")]
    #[schema(required)]
    pub zone: String,
    /// The stay in a queue, as long as it lasts.
    pub entry: Option<EntryRow>,
    /// Unread events by channel that this person may read.
    #[schema(value_type = BTreeMap<String, u64>)]
    pub unread: BTreeMap<Channel, u64>,
}
