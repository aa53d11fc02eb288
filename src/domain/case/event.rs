//! Events: facts in the past. All state is a fold of them.

pub use crate::case::author::Author;
use crate::case::command::{
    Account, AgreementRefuseGround, CertificateGround, ClosingOutcome, Complaint, ConsentScope, DeclineGround,
    EscalationGround, EvidencePart, ForwardGround, HandOverReason, HideGround, ImpasseGround, Language, MessageKind,
    PaperKind, Priority, ProofKind, ProposalEnd, Queue, RefuseGround, RemoveGround, Stage, Trade,
};
pub use crate::case::ending::{FinalTermGround, MediationEnd};
pub use crate::case::left_out::{LeftOut, LeftOutWhat, LeftOutWhy};
pub use crate::case::signature::{IdentityLevel, Signature, SigningMethod};
use crate::id::{EvidenceId, OrganisationId, Reference, UserId};
use crate::identifier::Scheme;
use crate::law::PackId;
use crate::moment::Moment;
use crate::money::Money;
use crate::obligation::DueObligation;
use crate::organisation::LegalIdentity;
use crate::phase::{Outcome, Phase};
use crate::rules::DeadlineRule;
use crate::seat::{Channel, Person, Seat, Side, Voice};
use crate::settings::Settings;
use crate::terms::Terms;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One fact in a channel: immutable, numbered, chained by the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub channel: Channel,
    /// Gap-free within the channel, from 1.
    pub seq: u64,
    /// Never decreases within the channel.
    pub at: Moment,
    pub seat: Voice,
    /// Absent for the system, and once erased.
    pub by: Option<Person>,
    /// Absent once erased (record.md, "Erasure").
    pub fact: Option<Fact>,
    pub kind: FactKind,
    pub evidence: Option<EvidencePart>,
}

/// What `decide` returns: an event before the channel numbers it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    pub channel: Channel,
    pub seat: Voice,
    pub by: Option<Person>,
    pub fact: Fact,
    pub evidence: Option<EvidencePart>,
    /// The record keeps the signer's address and user agent beside this event, for no reader of the channel.
    pub with_origin: bool,
}

/// Where a fact may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Procedure,
    /// Any channel but `procedure`.
    Talk,
    Any,
}

macro_rules! facts {
    ($(in $at:ident as $place:ident { $(
        $(#[$doc:meta])* $variant:ident = $name:tt { $($(#[$field_meta:meta])* $field:ident : $type:ty),* $(,)? }
        $(=> $passed_over:tt)?
    )* })*) => {
        /// The content of an event. Over the wire `{"type": "message_posted", "text": "…"}`.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
        #[serde(tag = "type")]
        pub enum Fact { $($(
            $(#[$doc])* #[serde(rename = $name)] $variant { $($(#[$field_meta])* $field: $type),* },
        )*)* }

        /// The name of a fact: the record's `kind`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum FactKind { $($( #[serde(rename = $name)] $variant, )*)* }

        impl FactKind {
    /// Does it say, in `procedure`, what was agreed in sums, or who signed by which power?
    pub const fn tells_terms(self) -> bool {
        matches!(
            self,
            Self::AgreementConcluded
                | Self::ObligationsStarted
                | Self::ObligationReported
                | Self::ObligationConfirmed
                | Self::ObligationReleased
                | Self::ObligationPresumed
        )
    }

            pub const ALL: &'static [Self] = &[$($(Self::$variant),*),*];
            pub const fn name(self) -> &'static str { match self { $($( Self::$variant => $name, )*)* } }
            pub fn from_name(name: &str) -> Option<Self> { match name { $($( $name => Some(Self::$variant), )*)* _ => None } }
            pub const fn place(self) -> Place { match self { $($( Self::$variant => Place::$at, )*)* } }
        }
        impl Fact {
            pub const fn kind(&self) -> FactKind { match self { $($( Self::$variant { .. } => FactKind::$variant, )*)* } }
        }
        // A pattern of all facts of a place, so that a fold names its own and passes over the others in one word.
        $(#[allow(unused_macros)] macro_rules! $place { () => { $($crate::case::event::Fact::$variant { .. })|* } })*
        macro_rules! unannounced_facts { () => { $($( $(| $crate::case::event::Fact::$variant { $passed_over })? )*)* } }
    };
}

// `=> ..`: nobody waits for this fact, so no letter and no work follow; of the others `owed/facts.rs` says what does.
facts! {
    // procedure: facts only, never words, offers or figures
    in Procedure as facts_of_procedure {
        CaseFiled = "case_filed" { reference: Reference, filed_by: Side, consumer: Person, company: OrganisationId, company_name: String, operator: OrganisationId, trade: Trade, language: Language,
            #[serde(default)] law: PackId,
            #[serde(default)] settings: Settings,
            /// What a consumer whom a company invites is asked for, to show that the invitation reached the right one.
            #[serde(default, skip_serializing_if = "Option::is_none")] proof: Option<ProofKind>,
        }
        CaseAdmitted = "case_admitted" {}
        CaseRefused = "case_refused" { ground: RefuseGround } => ..
        /// The text of that version hashes to this; absent in records of before.
        RulesAccepted = "rules_accepted" { side: Side, rules_version: u32, online: bool, #[serde(default, skip_serializing_if = "Option::is_none")] text_hash: Option<String> } => ..
        Invited = "invited" { side: Side, until: Moment }
        /// The invited person gave what the company knows of them and did not mail.
        AddresseeConfirmed = "addressee_confirmed" { side: Side } => ..
        /// Whoever got the invitation is not the person who was meant.
        InvitationMisdirected = "invitation_misdirected" { side: Side }
        /// The company that invited took it back.
        InvitationCalledBack = "invitation_called_back" { side: Side }
        InvitationAccepted = "invitation_accepted" { side: Side }
        InvitationRefused = "invitation_refused" { side: Side }
        InvitationLapsed = "invitation_lapsed" { side: Side } => ..
        /// A mail server took the invitation, and the time to answer runs from here; or none takes it.
        InvitationDelivered = "invitation_delivered" { side: Side, until: Moment } => ..
        InvitationUndelivered = "invitation_undelivered" { side: Side }
        PhaseChanged = "phase_changed" { phase: Phase }
        SeatTaken = "seat_taken" { seat: Seat, person: Person } => ..
        SeatLeft = "seat_left" { seat: Seat, person: UserId }
        SeatHandedOver = "seat_handed_over" { seat: Seat, from: UserId, to: Person, reason: HandOverReason }
        PartyIdentified = "party_identified" { side: Side } => ..
        MediatorRequested = "mediator_requested" { side: Option<Side> }
        MediatorAssigned = "mediator_assigned" { person: Person, until: Moment }
        MediatorDeclined = "mediator_declined" { person: UserId }
        /// Neither accepted nor declined in time: no bar to being asked again.
        MediatorLapsed = "mediator_lapsed" { person: UserId }
        AssignmentEnded = "assignment_ended" { person: UserId }
        /// Nobody who may mediate is free.
        MediatorMissing = "mediator_missing" {}
        /// The coordinator took the case from a mediator who is away.
        MediatorReplaced = "mediator_replaced" { person: UserId }
        /// Reminders did not help: the coordinator is told.
        MediatorOverdue = "mediator_overdue" {}
        MediatorAccepted = "mediator_accepted" { person: Person }
        GroundRulesAccepted = "ground_rules_accepted" { side: Side, version: u32, #[serde(default, skip_serializing_if = "Option::is_none")] text_hash: Option<String> } => ..
        StageMoved = "stage_moved" { stage: Stage } => ..
        /// For this version of the wording alone.
        ReflectionWaived = "reflection_waived" { #[serde(default)] version: u32 } => ..
        /// Content and origin exactly as record.md, "Agreement".
        AgreementConcluded = "agreement_concluded" { document_hash: String, pdf_hash: String, version: u32, signatures: Vec<Signature> }
        AgreementSealed = "agreement_sealed" { document_hash: String, pdf_hash: String, version: u32 }
        /// One for each obligation of the concluded agreement: who owes what sum of which kind until when.
        ObligationsStarted = "obligations_started" { obligations: Vec<DueObligation>, version: u32 } => ..
        /// Without a sum: the whole.
        ObligationReported = "obligation_reported" {
            id: u16,
            #[serde(default, skip_serializing_if = "Option::is_none")] money: Option<Money>,
            #[serde(default, skip_serializing_if = "Option::is_none")] #[schema(value_type = Option<String>, format = Date)] on: Option<jiff::civil::Date>,
        }
        /// The creditor's receipt. It stands whatever happens later.
        ObligationConfirmed = "obligation_confirmed" {
            id: u16,
            #[serde(default, skip_serializing_if = "Option::is_none")] money: Option<Money>,
            #[serde(default, skip_serializing_if = "Option::is_none")] #[schema(value_type = Option<String>, format = Date)] on: Option<jiff::civil::Date>,
        }
        /// The creditor lets go of what is still owed, or of a part.
        ObligationReleased = "obligation_released" {
            id: u16,
            #[serde(default, skip_serializing_if = "Option::is_none")] money: Option<Money>,
        }
        ObligationDisputed = "obligation_disputed" { id: u16 }
        MediationLeft = "mediation_left" { side: Side } => ..
        /// The side did not accept the mediator's terms while that was waited for.
        TermsLapsed = "terms_lapsed" { side: Side } => ..
        ImpasseDeclared = "impasse_declared" { ground: ImpasseGround } => ..
        CaseWithdrawn = "case_withdrawn" {} => ..
        /// The side spoke in the case for the first time; what it said stays in its channel.
        FirstReplyGiven = "first_reply_given" { side: Side } => ..
        /// Reminders did not help: the mediator or coordinator is told.
        ReplyOverdue = "reply_overdue" { side: Side }
        /// Whoever says that a conflict of interest keeps them out does not come into this case again.
        ConflictDeclared = "conflict_declared" { person: UserId } => ..
        ParticipantRemoved = "participant_removed" { person: UserId, ground: RemoveGround }
        /// The side's last representative is gone; until then another must have come.
        RepresentativeAwaited = "representative_awaited" { side: Side, until: Moment }
        ConsentGiven = "consent_given" { side: Side, scope: ConsentScope } => ..
        ConsentWithdrawn = "consent_withdrawn" { side: Side, scope: ConsentScope } => ..
        DeadlineExtensionAsked = "deadline_extension_asked" { side: Side, rule: DeadlineRule, days: u32 }
        DeadlineExtended = "deadline_extended" { rule: DeadlineRule, days: u32 }
    }
    in Any as facts_of_any_channel {
        /// In `procedure`, or in the channel in which the date runs.
        DeadlineReminded = "deadline_reminded" {
            rule: DeadlineRule,
            #[serde(default, skip_serializing_if = "Option::is_none")] number: Option<u32>,
            nth: u8,
            due: Moment,
        }
    }
    in Procedure as facts_of_queues_and_ends {
        EscalationOpened = "escalation_opened" { entry: u16, queue: Queue, organisation: OrganisationId, ground: EscalationGround, due: Moment }
        EntryClaimed = "entry_claimed" { entry: u16, person: Person } => ..
        EntryReleased = "entry_released" { entry: u16 } => ..
        EntryHandedOver = "entry_handed_over" { entry: u16, to: Person }
        EntryPrioritised = "entry_prioritised" { entry: u16, priority: Priority } => ..
        /// A party was asked: the officer's time is paused.
        EntryPaused = "entry_paused" { entry: u16, side: Side, until: Moment } => ..
        EntryResumed = "entry_resumed" { entry: u16, due: Moment } => ..
        EntryBreached = "entry_breached" { entry: u16 }
        EntryRemitted = "entry_remitted" { entry: u16, until: Moment }
        EntryForwarded = "entry_forwarded" { entry: u16, to: Queue, ground: ForwardGround }
        EntryResolved = "entry_resolved" { entry: u16, outcome: Option<ClosingOutcome> } => ..
        ObligationOverdue = "obligation_overdue" { id: u16 }
        /// With what was still owed then.
        ObligationBreached = "obligation_breached" {
            id: u16,
            #[serde(default, skip_serializing_if = "Option::is_none")] money: Option<Money>,
        }
        ObligationPresumed = "obligation_presumed" {
            id: u16,
            #[serde(default, skip_serializing_if = "Option::is_none")] money: Option<Money>,
        } => ..
        CaseReopened = "case_reopened" { due: Moment }
        PaperFiled = "paper_filed" {
            paper: PaperKind,
            number: u16,
            pdf_hash: String,
            /// Of the same for machines; absent in records of before.
            #[serde(default, skip_serializing_if = "Option::is_none")] data_hash: Option<String>,
            /// Of a case that was open: the size of `procedure` that it tells.
            #[serde(default, skip_serializing_if = "Option::is_none")] size: Option<u64>,
        }
        FinalTermMade = "final_term_made" { ground: FinalTermGround }
        /// From now on a certificate tells this.
        CertificateMade = "certificate_made" { ground: CertificateGround }
        CaseClosed = "case_closed" { outcome: Outcome }
    }
    in Talk as facts_of_talks {
        // joint and caucuses
        /// What a company told with its invitation: the first event of `joint` where the company began.
        AccountGiven = "account_given" { account: Account } => ..
        ComplaintFiled = "complaint_filed" { complaint: Complaint, legal_name: String, #[serde(default)] identifier: Option<String> } => ..
        /// A company is named by the system, from its organisation's record.
        PartyNamed = "party_named" {
            side: Side,
            name: String,
            identifier: String,
            #[serde(default, skip_serializing_if = "Option::is_none")] address: Option<String>,
            #[serde(default, skip_serializing_if = "Option::is_none")] scheme: Option<Scheme>,
            #[serde(default, skip_serializing_if = "Option::is_none")] trade_name: Option<String>,
            /// Of the legal identity; absent for a consumer, and where a company's words were typed.
            #[serde(default, skip_serializing_if = "Option::is_none")] version: Option<u32>,
        }
        MediatorDisclosed = "mediator_disclosed" { text: String, cases_with_company: u32 } => ..
        StageNoted = "stage_noted" { stage: Stage, note: String } => ..
        MessagePosted = "message_posted" {
            text: String,
            #[serde(default, skip_serializing_if = "Option::is_none")] reply_to: Option<u64>,
            #[serde(default, skip_serializing_if = "Vec::is_empty")] evidence: Vec<EvidenceId>,
            #[serde(default, skip_serializing_if = "Option::is_none")] kind: Option<MessageKind>,
        }
        /// With the files that its author sent with it.
        MessageHidden = "message_hidden" {
            target: u64,
            ground: HideGround,
            #[serde(default, skip_serializing_if = "Vec::is_empty")] evidence: Vec<EvidenceId>,
        } => ..
        NotePut = "note_put" { text: String } => ..
        HandOverNoted = "hand_over_noted" { to: Person, note: String } => ..
        EvidenceAdded = "evidence_added" { shared: bool } => ..
        FloorPaused = "floor_paused" {} => ..
        FloorOpened = "floor_opened" {} => ..
        SummaryWritten = "summary_written" { text: String }
        SummaryConfirmed = "summary_confirmed" {}
        SummaryCorrected = "summary_corrected" { text: String }
        DisclosureAsked = "disclosure_asked" { words: String }
        DisclosureAnswered = "disclosure_answered" { id: u64, allow: bool }
        DisclosureUsed = "disclosure_used" { id: u64 } => ..
        /// In `joint`: the exact words that the side allowed to be told.
        WordsDisclosed = "words_disclosed" { side: Side, words: String } => ..
        ProposalMade = "proposal_made" {
            number: u32,
            author: Author,
            terms: Terms,
            terms_hash: String,
            valid_until: Moment,
            #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<String>,
            #[serde(default, skip_serializing_if = "Option::is_none")] answers: Option<u32>,
            #[serde(default)] conveyed: bool,
        }
        ProposalAccepted = "proposal_accepted" { number: u32, terms_hash: String, side: Side }
        ProposalDeclined = "proposal_declined" {
            number: u32,
            side: Side,
            #[serde(default, skip_serializing_if = "Option::is_none")] ground: Option<DeclineGround>,
            #[serde(default, skip_serializing_if = "Option::is_none")] would_work: Option<String>,
        }
        ProposalWithdrawn = "proposal_withdrawn" { number: u32 } => ..
        /// Its time was over.
        ProposalExpired = "proposal_expired" { number: u32 }
        /// Something else ended it before its time was over.
        ProposalClosed = "proposal_closed" { number: u32, by: ProposalEnd } => ..
        /// The outcome of a proposal that needed both: nothing but this is ever told.
        ProposalAnswered = "proposal_answered" { number: u32, agreed: bool }
        IdeaGiven = "idea_given" { terms: Terms, terms_hash: String }
        IdeaConveyingAllowed = "idea_conveying_allowed" { id: u64 }
        IdeaConveyed = "idea_conveyed" { id: u64, number: u32 } => ..
        AgreementWorded = "agreement_worded" { version: u32, clauses: Vec<String> }
        AgreementDrafted = "agreement_drafted" {
            version: u32,
            document_hash: String,
            pdf_hash: String,
            terms: Terms,
            terms_hash: String,
            clauses: Vec<String>,
            /// The company's legal identity that stood at drafting.
            #[serde(default, skip_serializing_if = "Option::is_none")] company: Option<LegalIdentity>,
            language: Language,
            sign_until: Moment,
            /// From when the consumer may sign without waiving the reflection.
            reflection_until: Moment,
        }
        AgreementSigned = "agreement_signed" {
            authority: Option<String>,
            consent_text: String,
            document_hash: String,
            identity_level: IdentityLevel,
            method: SigningMethod,
            name: String,
            pdf_hash: String,
            seat: Seat,
            version: u32,
        }
        AgreementRefused = "agreement_refused" { seat: Seat, ground: AgreementRefuseGround }
        AgreementLapsed = "agreement_lapsed" {
            version: u32,
            /// Who had not signed; nobody where it was never written out.
            #[serde(default, skip_serializing_if = "Vec::is_empty")] missing: Vec<Seat>,
        }
        ObligationObjected = "obligation_objected" { id: u16, text: String } => ..
        ObligationEvidenced = "obligation_evidenced" { id: u16, evidence: Vec<EvidenceId> } => ..
        /// The owner lets this file be passed on with the case.
        EvidenceSharingAllowed = "evidence_sharing_allowed" { id: EvidenceId } => ..
        /// An officer's recommendation that both accepted: these terms are to be signed.
        RecommendationAgreed = "recommendation_agreed" { entry: u16, number: u32, terms: Terms, terms_hash: String }
        FeedbackShared = "feedback_shared" { score: u8, comment: String } => ..

        // review:<n>
        /// What was passed on, what was not, and why: frozen, the first event of its review.
        HandoverFiled = "handover_filed" {
            complaint: Complaint,
            legal_name: String,
            /// What the company told, where it began.
            #[serde(default, skip_serializing_if = "Option::is_none")] account: Option<Box<Account>>,
            evidence: Vec<EvidenceId>,
            left_out: Vec<LeftOut>,
            procedure_size: u64,
            procedure_root: String,
        } => ..
        QuestionAsked = "question_asked" { side: Side, question: String, due: Moment }
        QuestionAnswered = "question_answered" {
            side: Side,
            text: String,
            #[serde(default, skip_serializing_if = "Vec::is_empty")] evidence: Vec<EvidenceId>,
        }
        /// Why the officer sends the case back or on, or ends it.
        DecisionExplained = "decision_explained" { reasons: String } => ..
        QuestionLapsed = "question_lapsed" { side: Side }
        /// One side lets an item of `joint` be passed on; the other has not yet.
        ReleaseAllowed = "release_allowed" { side: Side, channel: Channel, target: u64 } => ..
        /// The item as it was said, now before the officer.
        ItemReleased = "item_released" {
            channel: Channel,
            target: u64,
            said_at: Moment,
            said_by: Voice,
            #[serde(default, skip_serializing_if = "Option::is_none")] name: Option<String>,
            #[serde(default, skip_serializing_if = "Option::is_none")] text: Option<String>,
            #[serde(default, skip_serializing_if = "Option::is_none")] terms: Option<Terms>,
        } => ..

        // sealed:<side>
        AnswerGiven = "answer_given" { channel: Channel, number: u32, accept: bool, terms_hash: String } => ..
        FeedbackGiven = "feedback_given" {
            score: u8,
            solved: bool,
            #[serde(default, skip_serializing_if = "Option::is_none")] comment: Option<String>,
            /// Which end of the case it is about, counted from 1; none in records of before there could be a second.
            #[serde(default)] end: u16,
        } => ..
    }
}

pub(super) use {facts_of_procedure, facts_of_queues_and_ends, facts_of_talks, unannounced_facts};

impl FactKind {
    /// After this the other side is waited for.
    pub const fn takes_the_word(self) -> bool {
        matches!(
            self,
            Self::MessagePosted
                | Self::ComplaintFiled
                | Self::AccountGiven
                | Self::ProposalMade
                | Self::ProposalDeclined
        )
    }
    /// Somebody's words, offer or file, which others want to have read; a fact that only moves the case is none.
    pub const fn is_read_by_people(self) -> bool {
        self.is_message_or_note()
            || matches!(
                self,
                Self::HandOverNoted
                    | Self::ComplaintFiled
                    | Self::AccountGiven
                    | Self::MediatorDisclosed
                    | Self::SummaryWritten
                    | Self::SummaryCorrected
                    | Self::DisclosureAsked
                    | Self::WordsDisclosed
                    | Self::ProposalMade
                    | Self::IdeaGiven
                    | Self::EvidenceAdded
                    | Self::HandoverFiled
                    | Self::QuestionAsked
                    | Self::QuestionAnswered
                    | Self::DecisionExplained
                    | Self::ItemReleased
            )
    }
    /// A message or a note: it may change whose turn it is, but no phase, seat, right or deadline.
    pub const fn is_message_or_note(self) -> bool {
        matches!(self, Self::MessagePosted | Self::NotePut)
    }
}
