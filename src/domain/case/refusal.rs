//! Refusals of commands. Each states a fact, and has a stable code, a status and a sentence in each language.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// For what sort of reason something is refused. Over HTTP each has a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// There is no such thing, or not for the one who asks.
    Missing,
    /// Another one's part.
    NotYours,
    /// The case is not where this could be done.
    NotNow,
    /// What was written is at fault.
    Invalid,
}

macro_rules! refusals {
    ($($(#[$doc:meta])* $variant:ident = $code:tt $reason:ident),* $(,)?) => {
        /// A stable code; `locales` has a sentence for each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        pub enum Refusal { $( $(#[$doc])* #[serde(rename = $code)] $variant, )* }
        impl Refusal {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            pub const fn code(self) -> &'static str { match self { $( Self::$variant => $code, )* } }
            pub const fn reason(self) -> Reason { match self { $( Self::$variant => Reason::$reason, )* } }
        }
    };
}

refusals! {
    /// The actor has no capacity in this case. Answered like a case that does not exist.
    NoCapacity = "not_found" Missing,
    /// The policy table does not give this command to this capacity at all.
    NotYours = "not_yours" NotYours,
    /// The policy table gives it, but not in this phase.
    WrongPhase = "wrong_phase" NotNow,
    CaseClosed = "case_closed" NotNow,
    ChannelNotWritable = "channel_not_writable" NotNow,
    ChannelNotFound = "channel_not_found" Missing,
    FloorPaused = "floor_paused" NotNow,
    GroundRulesNotAccepted = "ground_rules_not_accepted" NotNow,
    GroundRulesAlreadyAccepted = "ground_rules_already_accepted" NotNow,
    RulesVersionUnknown = "rules_version_unknown" Invalid,
    /// Nobody enters an online room without consent to mediate online (Lei 13.140, art. 46).
    OnlineConsentMissing = "online_consent_missing" Invalid,
    AlreadyAdmitted = "already_admitted" NotNow,
    InvitationNotOpen = "invitation_not_open" NotNow,
    InvitationAlreadyAccepted = "invitation_already_accepted" NotNow,
    /// What was given does not show that the invitation reached the right person.
    AddresseeNotConfirmed = "addressee_not_confirmed" Invalid,
    AddresseeAlreadyConfirmed = "addressee_already_confirmed" NotNow,
    /// A consumer whom a company invited says what would solve it; the company cannot know.
    OwnAccountMissing = "own_account_missing" Invalid,
    AlreadySeated = "already_seated" NotNow,
    /// A person is on one side of a case, ever.
    OtherSide = "other_side" NotYours,
    SeatTaken = "seat_taken" NotNow,
    SeatNotHeld = "seat_not_held" NotNow,
    PersonNotEligible = "person_not_eligible" Invalid,
    /// Stood within a year with or against one of the parties, in whatever case of the house.
    MediatorHasConflict = "mediator_has_conflict" Invalid,
    MediatorMissingAlready = "mediator_missing_already" NotNow,
    MediatorAlreadyRequested = "mediator_already_requested" NotNow,
    MediatorNotRequested = "mediator_not_requested" NotNow,
    MediatorAlreadyAssigned = "mediator_already_assigned" NotNow,
    MediatorNotAssigned = "mediator_not_assigned" NotNow,
    /// A mediator has to declare that there is no conflict of interest (Lei 13.140, art. 5).
    ConflictNotExcluded = "conflict_not_excluded" Invalid,
    NoMediator = "no_mediator" NotNow,
    StageNotMovable = "stage_not_movable" NotNow,
    NoSummary = "no_summary" NotNow,
    EventNotFound = "event_not_found" Missing,
    MessageAlreadyHidden = "message_already_hidden" NotNow,
    EvidenceNotFound = "evidence_not_found" Missing,
    DisclosureNotFound = "disclosure_not_found" Missing,
    DisclosureAlreadyAnswered = "disclosure_already_answered" NotNow,
    DisclosureNotAllowed = "disclosure_not_allowed" NotNow,
    DisclosureAlreadyUsed = "disclosure_already_used" NotNow,
    FloorAlreadyPaused = "floor_already_paused" NotNow,
    FloorAlreadyOpen = "floor_already_open" NotNow,
    ProposalNotFound = "proposal_not_found" Missing,
    ProposalNotOpen = "proposal_not_open" NotNow,
    ProposalExpired = "proposal_expired" NotNow,
    ProposalNotExpired = "proposal_not_expired" NotNow,
    ProposalIsYours = "proposal_is_yours" NotYours,
    ProposalIsNotYours = "proposal_is_not_yours" NotYours,
    ProposalAlreadyAnswered = "proposal_already_answered" NotNow,
    AnswersUnknownProposal = "answers_unknown_proposal" Invalid,
    /// Nobody accepts a text other than the one they read.
    TermsHashMismatch = "terms_hash_mismatch" Invalid,
    TermsEmpty = "terms_empty" Invalid,
    TooManyObligations = "too_many_obligations" Invalid,
    TooManyClauses = "too_many_clauses" Invalid,
    /// The library of the case's jurisdiction pack has no such clause.
    ClauseUnknown = "clause_unknown" Invalid,
    ClauseValueMissing = "clause_value_missing" Invalid,
    ClauseValueNotAllowed = "clause_value_not_allowed" Invalid,
    /// Above what the law allows, or below what makes sense.
    ClauseValueOutOfBounds = "clause_value_out_of_bounds" Invalid,
    ClausesExclusive = "clauses_exclusive" Invalid,
    AmountMissing = "amount_missing" Invalid,
    AmountNotAllowed = "amount_not_allowed" Invalid,
    AmountNegative = "amount_negative" Invalid,
    AmountTooLarge = "amount_too_large" Invalid,
    CurrencyMismatch = "currency_mismatch" Invalid,
    /// What is owed is owed in another currency.
    CurrencyNotOwed = "currency_not_owed" Invalid,
    CurrencyUnknown = "currency_unknown" Invalid,
    DateInThePast = "date_in_the_past" Invalid,
    DateTooFar = "date_too_far" Invalid,
    DateInTheFuture = "date_in_the_future" Invalid,
    ValidityInThePast = "validity_in_the_past" Invalid,
    ValidityTooLong = "validity_too_long" Invalid,
    ValidityTwice = "validity_twice" Invalid,
    TextEmpty = "text_empty" Invalid,
    TextTooLong = "text_too_long" Invalid,
    ControlCharacters = "control_characters" Invalid,
    NotPrintable = "not_printable" Invalid,
    TooManyItems = "too_many_items" Invalid,
    IdeaNotFound = "idea_not_found" Missing,
    IdeaNotAllowed = "idea_not_allowed" NotNow,
    IdeaAlreadyAllowed = "idea_already_allowed" NotNow,
    IdeaAlreadyConveyed = "idea_already_conveyed" NotNow,
    NoAcceptedProposal = "no_accepted_proposal" NotNow,
    NoDraft = "no_draft" NotNow,
    DraftExists = "draft_exists" NotNow,
    /// What was to be signed is not the newest version any more.
    DraftReplaced = "draft_replaced" NotNow,
    DocumentHashMismatch = "document_hash_mismatch" Invalid,
    PdfHashMismatch = "pdf_hash_mismatch" Invalid,
    PartyNotIdentified = "party_not_identified" NotNow,
    IdentifierInvalid = "identifier_invalid" Invalid,
    ConsentMissing = "consent_missing" Invalid,
    /// The company's record holds no legal identity that the operator has checked.
    LegalIdentityMissing = "legal_identity_missing" NotNow,
    /// The draft names the company by the newest version already.
    LegalIdentityTaken = "legal_identity_taken" NotNow,
    /// The signer has no power to bind the company: somebody else signs.
    PowerMissing = "power_missing" NotYours,
    PowerTooSmall = "power_too_small" NotYours,
    PowerExpired = "power_expired" NotYours,
    NameMismatch = "name_mismatch" Invalid,
    AlreadySigned = "already_signed" NotNow,
    ReflectionRunning = "reflection_running" NotNow,
    /// The time to reflect is over: there is nothing left to waive.
    ReflectionOver = "reflection_over" NotNow,
    ReflectionAlreadyWaived = "reflection_already_waived" NotNow,
    SigningProofMissing = "signing_proof_missing" Invalid,
    SignaturePeriodOver = "signature_period_over" NotNow,
    SignaturePeriodRunning = "signature_period_running" NotNow,
    AgreementNotConcluded = "agreement_not_concluded" NotNow,
    AgreementAlreadySealed = "agreement_already_sealed" NotNow,
    /// A signed agreement is kept, released or enforced; it is not withdrawn.
    AgreementStands = "agreement_stands" NotNow,
    ObligationNotFound = "obligation_not_found" Missing,
    ObligationNotDebtor = "obligation_not_debtor" NotYours,
    ObligationNotCreditor = "obligation_not_creditor" NotYours,
    /// Nobody lets themselves off what they owe.
    ReleaseNotCreditor = "release_not_creditor" NotYours,
    ObligationNotReported = "obligation_not_reported" NotNow,
    ObligationAlreadyReported = "obligation_already_reported" NotNow,
    ObligationAlreadyConfirmed = "obligation_already_confirmed" NotNow,
    /// The creditor let go of it.
    ObligationAlreadyReleased = "obligation_already_released" NotNow,
    AmountMoreThanOwed = "amount_more_than_owed" Invalid,
    /// What was paid before the agreement is no performance of it.
    DateBeforeAgreement = "date_before_agreement" Invalid,
    InvitationStillOpen = "invitation_still_open" NotNow,
    /// Somebody of the same team was faster.
    EntryClaimed = "entry_claimed" NotNow,
    EntryNotClaimed = "entry_not_claimed" NotNow,
    EntryNotFound = "entry_not_found" Missing,
    /// The officer has nothing in hand until the handover file is there.
    HandoverNotFiled = "handover_not_filed" NotNow,
    HandoverExists = "handover_exists" NotNow,
    QuestionOpen = "question_open" NotNow,
    NoQuestion = "no_question" NotNow,
    /// The question went to the other side.
    QuestionNotYours = "question_not_yours" NotYours,
    AlreadyRemitted = "already_remitted" NotNow,
    QueueNotAbove = "queue_not_above" Invalid,
    /// Only the operator's officer ends a case; a company's has the final answer alone.
    OutcomeNotAllowed = "outcome_not_allowed" NotYours,
    ItemNotReleasable = "item_not_releasable" Invalid,
    ItemAlreadyReleased = "item_already_released" NotNow,
    SharingAlreadyAllowed = "sharing_already_allowed" NotNow,
    ConsentAlreadyGiven = "consent_already_given" NotNow,
    ConsentNotGiven = "consent_not_given" NotNow,
    /// Fewer proposals were refused than the rules ask for.
    TooFewRefusals = "too_few_refusals" NotNow,
    GroundNotAllowed = "ground_not_allowed" Invalid,
    ExtensionAlreadyAsked = "extension_already_asked" NotNow,
    ExtensionOutOfRange = "extension_out_of_range" Invalid,
    ScoreOutOfRange = "score_out_of_range" Invalid,
    FeedbackAlreadyGiven = "feedback_already_given" NotNow,
    /// The company has nobody in the case now: nobody could answer.
    CaseSuspended = "case_suspended" NotNow,
    ReminderNotDue = "reminder_not_due" NotNow,
    PaperNotWanted = "paper_not_wanted" NotNow,
    ObligationBreached = "obligation_breached" NotNow,
    /// The system may do this only once its deadline is over.
    DeadlineNotReached = "deadline_not_reached" NotNow,
    /// Words would pass a wall here: a mediator hands over no notes, a hidden answer has no reasons.
    NoteNotAllowed = "note_not_allowed" Invalid,
    /// The case moved meanwhile in a way that needs another look.
    Conflict = "conflict" NotNow,
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
