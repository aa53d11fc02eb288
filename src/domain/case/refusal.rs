//! Why a command was not done. A refusal states the fact; it has a stable code, a status and a sentence in each language.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! refusals {
    ($($(#[$doc:meta])* $variant:ident = $code:tt),* $(,)?) => {
        /// A stable code. `http` gives each a status, `locales` a sentence; both match without a wildcard.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        pub enum Refusal { $( $(#[$doc])* #[serde(rename = $code)] $variant, )* }
        impl Refusal {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            pub const fn code(self) -> &'static str { match self { $( Self::$variant => $code, )* } }
        }
    };
}

refusals! {
    /// The actor has no capacity in this case. Answered like a case that does not exist.
    NoCapacity = "not_found",
    /// The policy table does not give this command to this capacity at all.
    NotYours = "not_yours",
    /// The policy table gives it, but not in this phase.
    WrongPhase = "wrong_phase",
    CaseClosed = "case_closed",
    ChannelNotWritable = "channel_not_writable",
    ChannelNotFound = "channel_not_found",
    FloorPaused = "floor_paused",
    GroundRulesNotAccepted = "ground_rules_not_accepted",
    GroundRulesAlreadyAccepted = "ground_rules_already_accepted",
    RulesVersionUnknown = "rules_version_unknown",
    /// Nobody enters an online room without consent to mediate online (Lei 13.140, art. 46).
    OnlineConsentMissing = "online_consent_missing",
    AlreadyAdmitted = "already_admitted",
    InvitationNotOpen = "invitation_not_open",
    InvitationAlreadyAccepted = "invitation_already_accepted",
    AlreadySeated = "already_seated",
    /// One person stands on one side of a case, ever.
    OtherSide = "other_side",
    SeatTaken = "seat_taken",
    SeatNotHeld = "seat_not_held",
    PersonNotEligible = "person_not_eligible",
    MediatorAlreadyRequested = "mediator_already_requested",
    MediatorNotRequested = "mediator_not_requested",
    MediatorAlreadyAssigned = "mediator_already_assigned",
    MediatorNotAssigned = "mediator_not_assigned",
    /// Nobody mediates who has not declared to be free of conflict (Lei 13.140, art. 5).
    ConflictNotExcluded = "conflict_not_excluded",
    NoMediator = "no_mediator",
    StageNotMovable = "stage_not_movable",
    NoSummary = "no_summary",
    EventNotFound = "event_not_found",
    MessageAlreadyHidden = "message_already_hidden",
    EvidenceNotFound = "evidence_not_found",
    DisclosureNotFound = "disclosure_not_found",
    DisclosureAlreadyAnswered = "disclosure_already_answered",
    DisclosureNotAllowed = "disclosure_not_allowed",
    DisclosureAlreadyUsed = "disclosure_already_used",
    FloorAlreadyPaused = "floor_already_paused",
    FloorAlreadyOpen = "floor_already_open",
    ProposalNotFound = "proposal_not_found",
    ProposalNotOpen = "proposal_not_open",
    ProposalExpired = "proposal_expired",
    ProposalNotExpired = "proposal_not_expired",
    ProposalIsYours = "proposal_is_yours",
    ProposalIsNotYours = "proposal_is_not_yours",
    ProposalAlreadyAnswered = "proposal_already_answered",
    AnswersUnknownProposal = "answers_unknown_proposal",
    /// Nobody accepts a text other than the one they read.
    TermsHashMismatch = "terms_hash_mismatch",
    TermsEmpty = "terms_empty",
    TooManyObligations = "too_many_obligations",
    TooManyClauses = "too_many_clauses",
    AmountMissing = "amount_missing",
    AmountNotAllowed = "amount_not_allowed",
    AmountNegative = "amount_negative",
    AmountTooLarge = "amount_too_large",
    CurrencyMismatch = "currency_mismatch",
    DateInThePast = "date_in_the_past",
    DateTooFar = "date_too_far",
    DateInTheFuture = "date_in_the_future",
    ValidityInThePast = "validity_in_the_past",
    ValidityTooLong = "validity_too_long",
    TextEmpty = "text_empty",
    TextTooLong = "text_too_long",
    ControlCharacters = "control_characters",
    TooManyItems = "too_many_items",
    IdeaNotFound = "idea_not_found",
    IdeaNotAllowed = "idea_not_allowed",
    IdeaAlreadyAllowed = "idea_already_allowed",
    IdeaAlreadyConveyed = "idea_already_conveyed",
    NoAcceptedProposal = "no_accepted_proposal",
    NoDraft = "no_draft",
    DraftExists = "draft_exists",
    /// What was to be signed is not the newest version any more.
    DraftReplaced = "draft_replaced",
    DocumentHashMismatch = "document_hash_mismatch",
    PdfHashMismatch = "pdf_hash_mismatch",
    PartyNotIdentified = "party_not_identified",
    IdentifierInvalid = "identifier_invalid",
    ConsentMissing = "consent_missing",
    AuthorityMissing = "authority_missing",
    NameMismatch = "name_mismatch",
    AlreadySigned = "already_signed",
    ReflectionRunning = "reflection_running",
    /// The time to reflect is over: there is nothing left to waive.
    ReflectionOver = "reflection_over",
    ReflectionAlreadyWaived = "reflection_already_waived",
    SigningProofMissing = "signing_proof_missing",
    SignaturePeriodOver = "signature_period_over",
    SignaturePeriodRunning = "signature_period_running",
    AgreementNotConcluded = "agreement_not_concluded",
    AgreementAlreadySealed = "agreement_already_sealed",
    ObligationNotFound = "obligation_not_found",
    ObligationNotDebtor = "obligation_not_debtor",
    ObligationNotCreditor = "obligation_not_creditor",
    ObligationNotReported = "obligation_not_reported",
    ObligationAlreadyReported = "obligation_already_reported",
    ObligationAlreadyConfirmed = "obligation_already_confirmed",
    InvitationStillOpen = "invitation_still_open",
    /// Somebody of the same team was faster.
    EntryClaimed = "entry_claimed",
    EntryNotClaimed = "entry_not_claimed",
    EntryNotFound = "entry_not_found",
    /// The officer has nothing in hand until the handover file is there.
    HandoverNotFiled = "handover_not_filed",
    HandoverExists = "handover_exists",
    QuestionOpen = "question_open",
    NoQuestion = "no_question",
    /// The question went to the other side.
    QuestionNotYours = "question_not_yours",
    AlreadyRemitted = "already_remitted",
    QueueNotAbove = "queue_not_above",
    /// Only the operator's officer ends a case; a company's has the final answer alone.
    OutcomeNotAllowed = "outcome_not_allowed",
    ItemNotReleasable = "item_not_releasable",
    ItemAlreadyReleased = "item_already_released",
    SharingAlreadyAllowed = "sharing_already_allowed",
    ConsentAlreadyGiven = "consent_already_given",
    ConsentNotGiven = "consent_not_given",
    /// Fewer proposals were refused than the rules ask for.
    TooFewRefusals = "too_few_refusals",
    GroundNotAllowed = "ground_not_allowed",
    ExtensionAlreadyAsked = "extension_already_asked",
    ExtensionOutOfRange = "extension_out_of_range",
    ScoreOutOfRange = "score_out_of_range",
    FeedbackAlreadyGiven = "feedback_already_given",
    /// The company has nobody in the case now: nobody could answer.
    CaseSuspended = "case_suspended",
    ReminderNotDue = "reminder_not_due",
    PaperNotWanted = "paper_not_wanted",
    ObligationBreached = "obligation_breached",
    /// The system may do this only once its deadline is over.
    DeadlineNotReached = "deadline_not_reached",
    /// Words would pass a wall here: a mediator hands over no notes, a hidden answer has no reasons.
    NoteNotAllowed = "note_not_allowed",
    /// The case moved meanwhile in a way that needs another look.
    Conflict = "conflict",
}

/// A refusal, and where in the command the fault lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{}", .code.code())]
pub struct Refused {
    pub code: Refusal,
    /// A JSON pointer into the command, `/terms/obligations/0/money/amount`, where one field is at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
}

impl From<Refusal> for Refused {
    fn from(code: Refusal) -> Self {
        Self { code, pointer: None }
    }
}
impl Refusal {
    pub fn at(self, pointer: impl Into<String>) -> Refused {
        Refused { code: self, pointer: Some(pointer.into()) }
    }
}
