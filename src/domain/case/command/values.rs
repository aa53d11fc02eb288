//! The values that commands and facts are made of: complaints, codes, queues, papers.

use crate::id::EvidenceId;
pub use crate::language::Language;
use crate::limit::{PROOF_CHARS_MAX, PROOF_CHARS_MIN};
use crate::money::Money;
use crate::phase::{Outcome, WithAgreement, WithoutAgreement};
use crate::seat::Seat;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A complaint as filed by `POST complaints`. It becomes the first event of `joint`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Complaint {
    /// What was bought, in the consumer's words.
    #[schema(max_length = 200)]
    pub product: String,
    #[serde(default)]
    #[schema(max_length = 100)]
    pub order_number: Option<String>,
    /// What happened.
    #[schema(max_length = 10000)]
    pub story: String,
    /// The day it happened, `2026-11-01`; never in the future.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub happened_on: Option<jiff::civil::Date>,
    /// Numbers that customer care gave before.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub earlier_protocols: Vec<String>,
    #[serde(default)]
    pub amount_in_dispute: Option<Money>,
    pub remedy: Remedy,
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub remedy_words: Option<String>,
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub accessibility: Option<String>,
}

/// A company's account of the matter, with which it invites a consumer: nobody has to tell it again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// What was bought.
    #[schema(max_length = 200)]
    pub product: String,
    #[serde(default)]
    #[schema(max_length = 100)]
    pub order_number: Option<String>,
    /// What happened, as the company knows it.
    #[schema(max_length = 10000)]
    pub story: String,
    /// The day it happened, `2026-11-01`; never in the future.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub happened_on: Option<jiff::civil::Date>,
    #[serde(default)]
    pub amount_in_dispute: Option<Money>,
    /// What customer care already did.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub care: Vec<CareContact>,
}

/// One contact with customer care: its number, its day, and what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CareContact {
    #[serde(default)]
    #[schema(max_length = 100)]
    pub protocol: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub on: Option<jiff::civil::Date>,
    #[schema(max_length = 2000)]
    pub answer: String,
}

/// What a consumer says who was invited by a company: what the company cannot know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnAccount {
    pub remedy: Remedy,
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub remedy_words: Option<String>,
    /// The consumer's own words; where there are none, the company's account stands alone.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub story: Option<String>,
    #[serde(default)]
    pub amount_in_dispute: Option<Money>,
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub accessibility: Option<String>,
}

/// Something that the company knows of the consumer and that no mail and no page says: the invited person gives it
/// to show that the invitation reached the right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// The order, contract or invoice.
    OrderNumber,
    /// The first three digits of the tax number (in Brazil CPF).
    IdentifierStart,
    /// The last four digits of the telephone number.
    PhoneEnd,
    PostalCode,
}

impl ProofKind {
    pub const ALL: [Self; 4] = [Self::OrderNumber, Self::IdentifierStart, Self::PhoneEnd, Self::PostalCode];

    /// Letters and digits alone, in capitals, so that a missing dot or dash is no wrong answer; `None` where the
    /// kind does not look like this.
    pub fn normal(self, answer: &str) -> Option<String> {
        let plain: String = answer
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_uppercase)
            .take(PROOF_CHARS_MAX + 1)
            .collect();
        let digits = |count| plain.chars().count() == count && plain.chars().all(|c| c.is_ascii_digit());
        let fits = match self {
            Self::OrderNumber => (PROOF_CHARS_MIN..=PROOF_CHARS_MAX).contains(&plain.chars().count()),
            Self::IdentifierStart => digits(3),
            Self::PhoneEnd => digits(4),
            Self::PostalCode => (4..=10).contains(&plain.chars().count()),
        };
        fits.then_some(plain)
    }
}

/// What the consumer asks for, as on the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    Refund,
    Replace,
    Repair,
    RedoService,
    ReducePrice,
    CancelContract,
    CorrectRecord,
    Deliver,
    Explain,
    Other,
}

/// The trade of the company in this case: a code, so that `procedure` stays free of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Trade {
    Retail,
    Telecom,
    Travel,
    Banking,
    Energy,
    Health,
    Education,
    Insurance,
    Delivery,
    Other,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident),* $(,)? })*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($variant),* }
        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
        }
    )* };
}

codes! {
    /// Why the operator does not take a case.
    RefuseGround { OutOfScope, NotAConsumerDispute, InCourt, Abusive, Incomplete }
    /// Lei 13.140 leaves the ground to the mediator; it is a code, never words.
    ImpasseGround { TimeOver, NoAgreement, Conduct, NotSuitable, NoRepresentative }
    HandOverReason { Absence, Expertise, Authority, Conflict, Workload, Other }
    DeclineGround { AmountTooLow, AmountTooHigh, TooLate, NotWhatIAsked, NotPossible, Other }
    AgreementRefuseGround { WordingWrong, TermsNotMine, ChangedMind, NeedAdvice, Other }
    HideGround { Insult, Threat, PersonalData, OffTopic }
    /// Why the mediator removed a person.
    RemoveGround { Insult, Threat, Disruption }
    /// What a side may allow beyond what the rules give (Lei 13.140, art. 30).
    ConsentScope { JointExport, FormerCaucus }
    /// Why a case went to a queue.
    EscalationGround {
        Impasse, PartyLeft, NoFirstReply, ProcedureOver, RepresentativeMissing, ProposalsRefused, Breach, RemitOver,
        Forwarded, InvitationRefused, NoMediator, CompanyOverdue, TermsNotAccepted
    }
    /// Which queue, seen from the case: `company_*` are teams of the company that is complained about.
    Queue { CompanyOmbudsman, CompanyLegal, OperatorOmbudsman, OperatorLegal }
    /// Order on the board, before age.
    Priority { Urgent, Normal, Low }
    ForwardGround { NotAgreed, NotCompetent, ConflictOfInterest, FinalAnswer, LegalQuestion, Overdue }
    /// How an operator's officer ends a case; a company's officer has `final_answer` alone. Which of them fit follows
    /// from whether an agreement was concluded, and from what is still owed.
    ClosingOutcome { NoAgreement, FinalAnswer, ReferredToCourt, EnforcedElsewhere, Released, Fulfilled, SettledUnconfirmed }
    /// Why a certificate can be had.
    CertificateGround { Refused, Silent, MediationEnded, MediationNotBegun, Closed }
    /// What closed a proposal before anybody decided it and before its time was over.
    ProposalEnd { PhaseOver, Agreement }
    /// The papers of procedure. The agreement is a document of its own.
    PaperKind { FinalTerm, Certificate, Procedure, Enforcement }
    /// An apology is never exported as an admission.
    MessageKind { Apology }
    /// The five stages are a view over the phases; the mediator moves between the first three.
    Stage { Opening, Facts, Negotiating, Agreement, Signing }
}

/// A file in a channel, as the record's `evidence` part holds it (record.md, "An event").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidencePart {
    pub id: EvidenceId,
    pub media_type: String,
    pub name: String,
    pub original_sha256: String,
    pub sha256: String,
    pub size: u64,
}

/// The complaint as it is passed on: its own words, from `joint`'s first event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverComplaint {
    pub complaint: Complaint,
    pub legal_name: String,
}

/// A file that its owner marked may be shared, under the new id that it has in the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SharedEvidence {
    pub shared_from: EvidenceId,
    pub part: EvidencePart,
}

impl Queue {
    pub const fn is_legal(self) -> bool {
        matches!(self, Self::CompanyLegal | Self::OperatorLegal)
    }
    pub const fn is_operator(self) -> bool {
        matches!(self, Self::OperatorOmbudsman | Self::OperatorLegal)
    }
    /// Up, never down: where its officer may pass a case on.
    pub const fn above(self) -> &'static [Self] {
        match self {
            Self::CompanyOmbudsman => &[Self::OperatorOmbudsman, Self::CompanyLegal],
            Self::CompanyLegal => &[Self::OperatorOmbudsman, Self::OperatorLegal],
            Self::OperatorOmbudsman => &[Self::OperatorLegal],
            Self::OperatorLegal => &[],
        }
    }
    /// A note goes along only within one organisation.
    pub const fn note_goes_along(self, to: Self) -> bool {
        self.is_operator() == to.is_operator()
    }
    /// The seat that its officer takes.
    pub const fn seat(self) -> Seat {
        if self.is_legal() { Seat::Legal } else { Seat::Ombudsman }
    }
    pub const fn name(self) -> &'static str {
        match self {
            Self::CompanyOmbudsman => "company_ombudsman",
            Self::CompanyLegal => "company_legal",
            Self::OperatorOmbudsman => "operator_ombudsman",
            Self::OperatorLegal => "operator_legal",
        }
    }
}

impl ClosingOutcome {
    pub const fn outcome(self) -> Outcome {
        match self {
            Self::NoAgreement => Outcome::Without(WithoutAgreement::NoAgreement),
            Self::FinalAnswer => Outcome::Without(WithoutAgreement::FinalAnswer),
            Self::ReferredToCourt => Outcome::Without(WithoutAgreement::ReferredToCourt),
            Self::EnforcedElsewhere => Outcome::With(WithAgreement::EnforcedElsewhere),
            Self::Released => Outcome::With(WithAgreement::Released),
            Self::Fulfilled => Outcome::With(WithAgreement::Fulfilled),
            Self::SettledUnconfirmed => Outcome::With(WithAgreement::SettledUnconfirmed),
        }
    }
}

impl PaperKind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::FinalTerm => "final_term",
            Self::Certificate => "certificate",
            Self::Procedure => "procedure",
            Self::Enforcement => "enforcement",
        }
    }
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}
