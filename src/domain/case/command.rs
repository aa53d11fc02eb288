//! What somebody asks for. Commands are imperative; each names the words of protocol.md.

mod words;

pub use words::*;

use crate::id::{ChallengeId, EvidenceId, UserId};
use crate::moment::Moment;
use crate::phase::Outcome;
use crate::seat::{Channel, Side};
use crate::terms::Terms;
use crate::view::DeadlineRule;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A command to one case. Over the wire `{"type": "message.post", "channel": "joint", "text": "…"}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", deny_unknown_fields)]
pub enum Command {
    // intake
    #[serde(rename = "case.admit")]
    CaseAdmit {},
    #[serde(rename = "case.refuse")]
    CaseRefuse { ground: RefuseGround },
    #[serde(rename = "invitation.accept")]
    InvitationAccept { rules_version: u32, online: bool },
    #[serde(rename = "invitation.refuse")]
    InvitationRefuse {},
    // seats
    #[serde(rename = "seat.join")]
    SeatJoin {},
    #[serde(rename = "seat.hand_over")]
    SeatHandOver { to: UserId, note: String, reason: HandOverReason },
    #[serde(rename = "seat.leave")]
    SeatLeave {},
    /// The mediator shows somebody of the company the door; the company must send another.
    #[serde(rename = "participant.remove")]
    ParticipantRemove { user: UserId, ground: RemoveGround },
    #[serde(rename = "consent.give")]
    ConsentGive { scope: ConsentScope },
    #[serde(rename = "consent.withdraw")]
    ConsentWithdraw { scope: ConsentScope },
    #[serde(rename = "party.identify")]
    PartyIdentify { name: String, identifier: String },
    // mediator
    #[serde(rename = "mediator.request")]
    MediatorRequest {},
    #[serde(rename = "mediator.assign")]
    MediatorAssign { user: UserId },
    #[serde(rename = "mediator.accept")]
    MediatorAccept { no_conflict: bool, disclosure: String },
    #[serde(rename = "mediator.decline")]
    MediatorDecline {},
    #[serde(rename = "ground_rules.accept")]
    GroundRulesAccept { version: u32 },
    #[serde(rename = "stage.move")]
    StageMove {
        stage: Stage,
        #[serde(default)]
        note: Option<String>,
    },
    #[serde(rename = "summary.write")]
    SummaryWrite { side: Side, text: String },
    #[serde(rename = "summary.confirm")]
    SummaryConfirm {},
    #[serde(rename = "summary.correct")]
    SummaryCorrect { text: String },
    // talk
    #[serde(rename = "message.post")]
    MessagePost {
        channel: Channel,
        text: String,
        #[serde(default)]
        reply_to: Option<u64>,
        #[serde(default)]
        evidence: Vec<EvidenceId>,
        #[serde(default)]
        kind: Option<MessageKind>,
    },
    #[serde(rename = "message.hide")]
    MessageHide { channel: Channel, seq: u64, ground: HideGround },
    #[serde(rename = "note.put")]
    NotePut { channel: Channel, text: String },
    // disclosure: exact words from a caucus, by leave of the one who said them
    #[serde(rename = "disclosure.ask")]
    DisclosureAsk { side: Side, words: String },
    #[serde(rename = "disclosure.answer")]
    DisclosureAnswer { id: u64, allow: bool },
    #[serde(rename = "disclosure.use")]
    DisclosureUse { side: Side, id: u64 },
    // moderation
    #[serde(rename = "floor.pause")]
    FloorPause {},
    #[serde(rename = "floor.open")]
    FloorOpen {},
    // proposals
    #[serde(rename = "proposal.make")]
    ProposalMake {
        channel: Channel,
        terms: Terms,
        #[serde(default)]
        note: Option<String>,
        #[serde(default)]
        valid_until: Option<Moment>,
        #[serde(default)]
        answers: Option<u32>,
    },
    #[serde(rename = "proposal.withdraw")]
    ProposalWithdraw { channel: Channel, number: u32 },
    #[serde(rename = "proposal.accept")]
    ProposalAccept { channel: Channel, number: u32, terms_hash: String },
    #[serde(rename = "proposal.decline")]
    ProposalDecline {
        channel: Channel,
        number: u32,
        #[serde(default)]
        ground: Option<DeclineGround>,
        #[serde(default)]
        would_work: Option<String>,
    },
    #[serde(rename = "idea.give")]
    IdeaGive { terms: Terms },
    #[serde(rename = "idea.allow_conveying")]
    IdeaAllowConveying { id: u64 },
    #[serde(rename = "idea.convey")]
    IdeaConvey { side: Side, id: u64 },
    // agreement
    #[serde(rename = "agreement.word")]
    AgreementWord { clauses: Vec<String> },
    #[serde(rename = "agreement.waive_reflection")]
    AgreementWaiveReflection {},
    #[serde(rename = "agreement.sign")]
    AgreementSign {
        version: u32,
        document_hash: String,
        pdf_hash: String,
        name: String,
        consent: bool,
        #[serde(default)]
        authority: Option<String>,
        challenge: ChallengeId,
        response: String,
    },
    #[serde(rename = "agreement.refuse")]
    AgreementRefuse { ground: AgreementRefuseGround },
    // performance
    #[serde(rename = "obligation.report_done")]
    ObligationReportDone {
        id: u16,
        #[serde(default)]
        evidence: Vec<EvidenceId>,
    },
    #[serde(rename = "obligation.confirm")]
    ObligationConfirm { id: u16 },
    #[serde(rename = "obligation.dispute")]
    ObligationDispute { id: u16, text: String },
    // ends
    #[serde(rename = "mediation.leave")]
    MediationLeave {},
    #[serde(rename = "impasse.declare")]
    ImpasseDeclare { ground: ImpasseGround },
    #[serde(rename = "case.withdraw")]
    CaseWithdraw {},
    #[serde(rename = "case.escalate")]
    CaseEscalate { ground: EscalationGround },
    #[serde(rename = "case.reopen")]
    CaseReopen {},
    /// More time for the mediation, once the other side asks for the same.
    #[serde(rename = "deadline.extend")]
    DeadlineExtend { rule: DeadlineRule, days: u32 },
    #[serde(rename = "feedback.give")]
    FeedbackGive {
        /// Satisfaction, 1 to 5.
        score: u8,
        solved: bool,
        #[serde(default)]
        comment: Option<String>,
        #[serde(default)]
        share_comment: bool,
    },
    // officers of a queue
    #[serde(rename = "escalation.claim")]
    EscalationClaim {},
    #[serde(rename = "escalation.release")]
    EscalationRelease {},
    #[serde(rename = "escalation.hand_over")]
    EscalationHandOver { to: UserId, note: String },
    #[serde(rename = "escalation.prioritise")]
    EscalationPrioritise { priority: Priority },
    #[serde(rename = "escalation.note")]
    EscalationNote { text: String },
    #[serde(rename = "escalation.ask")]
    EscalationAsk {
        side: Side,
        question: String,
        /// Until when an answer is awaited; two working days where nothing is said.
        #[serde(default)]
        due: Option<Moment>,
    },
    #[serde(rename = "escalation.answer")]
    EscalationAnswer {
        text: String,
        #[serde(default)]
        evidence: Vec<EvidenceId>,
    },
    #[serde(rename = "escalation.recommend")]
    EscalationRecommend {
        terms: Terms,
        reasons: String,
        #[serde(default)]
        valid_until: Option<Moment>,
    },
    /// One item is passed on to the officer: of `joint` by leave of both sides, of a caucus by its own.
    #[serde(rename = "escalation.release_item")]
    EscalationReleaseItem { channel: Channel, seq: u64 },
    #[serde(rename = "evidence.allow_sharing")]
    EvidenceAllowSharing { channel: Channel, id: EvidenceId },
    #[serde(rename = "escalation.remit")]
    EscalationRemit {
        #[serde(default)]
        mediator: Option<UserId>,
    },
    #[serde(rename = "escalation.forward")]
    EscalationForward {
        queue: Queue,
        ground: ForwardGround,
        #[serde(default)]
        note: Option<String>,
    },
    #[serde(rename = "escalation.close")]
    EscalationClose { outcome: ClosingOutcome },
    // files: made by the upload and share routes, never sent by a client as such
    #[serde(rename = "evidence.add")]
    EvidenceAdd {
        channel: Channel,
        evidence: EvidencePart,
        #[serde(default)]
        shared_from: Option<EvidenceId>,
    },
    // by the system alone
    #[serde(rename = "agreement.draft")]
    AgreementDraft {
        version: u32,
        document_hash: String,
        pdf_hash: String,
        /// Size of `joint` that `agreement.json` names; another size refuses with `conflict` and the draft is made anew.
        joint_size: u64,
    },
    #[serde(rename = "agreement.seal")]
    AgreementSeal { version: u32, document_hash: String, pdf_hash: String },
    #[serde(rename = "agreement.lapse")]
    AgreementLapse {},
    #[serde(rename = "invitation.lapse")]
    InvitationLapse {},
    #[serde(rename = "proposal.expire")]
    ProposalExpire { channel: Channel, number: u32 },
    /// Word to those whom a running date concerns. Each reminder happens once.
    #[serde(rename = "deadline.remind")]
    DeadlineRemind {
        rule: DeadlineRule,
        channel: Channel,
        #[serde(default)]
        number: Option<u32>,
        nth: u8,
    },
    #[serde(rename = "case.close")]
    CaseClose { outcome: Outcome },
    #[serde(rename = "question.lapse")]
    QuestionLapse { entry: u16 },
    #[serde(rename = "entry.mark_breached")]
    EntryMarkBreached { entry: u16 },
    #[serde(rename = "obligation.mark_overdue")]
    ObligationMarkOverdue { id: u16 },
    #[serde(rename = "obligation.mark_breached")]
    ObligationMarkBreached { id: u16 },
    /// Nobody confirmed what was reported done, and nobody disputed it.
    #[serde(rename = "obligation.presume")]
    ObligationPresume { id: u16 },
    /// Somebody lost the membership with which the seat was held.
    #[serde(rename = "seat.vacate")]
    SeatVacate { user: UserId },
    /// What is passed on to the officer of this entry, gathered by the house.
    #[serde(rename = "handover.file")]
    HandoverFile {
        entry: u16,
        complaint: Box<HandoverComplaint>,
        #[serde(default)]
        evidence: Vec<SharedEvidence>,
        procedure_size: u64,
        procedure_root: String,
    },
    /// A paper of procedure was made; its hash enters the record.
    #[serde(rename = "paper.file")]
    PaperFile { paper: PaperKind, number: u16, pdf_hash: String },
}
