//! Commands, in the imperative, with the names of docs/domain.md.
//!
//! The table below is the only list of commands: everything that each of them has is declared there.

mod needs;
mod sets;
mod values;

pub use needs::{Needs, SigningCode};
pub use values::*;

use crate::id::{ChallengeId, EvidenceId, UserId};
use crate::moment::Moment;
use crate::phase::{Outcome, PhaseSet};
use crate::rules::DeadlineRule;
use crate::seat::{Capacity, Channel, Side};
use crate::terms::Terms;
use serde::{Deserialize, Serialize};
use sets::*;
use utoipa::ToSchema;

/// Where a command may come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    /// Clients send it as a command, over HTTP or a socket.
    People,
    /// A route of its own builds it from a request: an upload, a shared file.
    Route,
    /// Only the system executes it.
    System,
}

/// One row of the policy: these capacities may give this command in these phases.
#[derive(Debug, Clone, Copy)]
pub struct PolicyRow {
    pub command: CommandKind,
    pub who: &'static [Capacity],
    pub phases: PhaseSet,
}

macro_rules! commands {
    ($(
        $(#[$meta:meta])*
        $variant:ident = $name:tt { $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)? }
        from $sender:ident [$($who:expr => $phases:expr),+]
        $(needs { $($need:ident: $value:expr),+ })?;
    )*) => {
        /// A command to one case. Over the wire `{"type": "message.post", "channel": "joint", "text": "…"}`.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
        #[serde(tag = "type", deny_unknown_fields)]
        pub enum Command { $(
            $(#[$meta])* #[serde(rename = $name)] $variant { $($(#[$field_meta])* $field: $type),* },
        )* }

        /// The name of a command without its fields: what policy, metrics and `allowed` speak about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CommandKind { $($variant),* }

        impl CommandKind {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The `type` of docs/domain.md.
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $name),* } }
            pub fn from_name(name: &str) -> Option<Self> { match name { $($name => Some(Self::$variant),)* _ => None } }
            pub const fn sender(self) -> Sender { match self { $(Self::$variant => Sender::$sender),* } }
        }

        impl Command {
            pub const fn kind(&self) -> CommandKind { match self { $(Self::$variant { .. } => CommandKind::$variant),* } }
            /// What deciding this command needs from outside the case.
            #[allow(unused_variables)]
            pub fn needs(&self) -> Needs<'_> {
                match self { $(
                    Self::$variant { $($field),* } => Needs { $($($need: $value,)+)? ..Needs::NOTHING },
                )* }
            }
        }

        /// The policy. Several rows of one command add up.
        pub const TABLE: &[PolicyRow] =
            &[$($(PolicyRow { command: CommandKind::$variant, who: $who, phases: $phases }),+),*];
    };
}

// Name on the wire, fields, who sends it, who may give it in which phases, and what the decision needs from outside.
commands! {
    // intake
    CaseAdmit = "case.admit" {} from People [HOUSE => INTAKE];
    CaseRefuse = "case.refuse" { ground: RefuseGround } from People [HOUSE => INTAKE];
    // A person who is in the case already gets a better reason from the state than "not yours".
    InvitationAccept = "invitation.accept" { rules_version: u32, online: bool }
        from People [&[Capacity::Invited, Capacity::Consumer, Capacity::Company] => INTAKE.and(NEGOTIATION).and(ESCALATED)];
    InvitationRefuse = "invitation.refuse" {} from People [INVITED => INTAKE.and(ESCALATED)];
    // seats
    SeatJoin = "seat.join" {} from People [&[Capacity::Invited, Capacity::Approver, Capacity::Company] => OPEN];
    SeatHandOver = "seat.hand_over" { to: UserId, note: String, reason: HandOverReason }
        from People [COMPANY => OPEN, MEDIATOR => MEDIATION] needs { named: Some(*to) };
    SeatLeave = "seat.leave" {} from People [COMPANY => OPEN, MEDIATOR => MEDIATION];
    /// The mediator removes a person of the company; the company must send another.
    ParticipantRemove = "participant.remove" { user: UserId, ground: RemoveGround }
        from People [MEDIATOR => MEDIATION];
    ConsentGive = "consent.give" { scope: ConsentScope } from People [PARTIES => ALWAYS];
    ConsentWithdraw = "consent.withdraw" { scope: ConsentScope } from People [PARTIES => ALWAYS];
    PartyIdentify = "party.identify" { name: String, identifier: String } from People [PARTIES => BEFORE_SETTLED];
    // mediator
    MediatorRequest = "mediator.request" {} from People [PARTIES => NEGOTIATION];
    MediatorAssign = "mediator.assign" { user: UserId } from People [HOUSE => NEGOTIATION.and(MEDIATION)]
        needs { named: Some(*user) };
    MediatorAccept = "mediator.accept" { no_conflict: bool, disclosure: String }
        from People [ASSIGNED => NEGOTIATION.and(MEDIATION)] needs { cases_with_company: true };
    MediatorDecline = "mediator.decline" {} from People [&[Capacity::AssignedMediator, Capacity::System] => OPEN];
    GroundRulesAccept = "ground_rules.accept" { version: u32 } from People [PARTIES => MEDIATION];
    StageMove = "stage.move" {
        stage: Stage,
        #[serde(default)]
        note: Option<String>,
    } from People [MEDIATOR => MEDIATION];
    SummaryWrite = "summary.write" { side: Side, text: String } from People [MEDIATOR => MEDIATION];
    SummaryConfirm = "summary.confirm" {} from People [PARTIES => MEDIATION];
    SummaryCorrect = "summary.correct" { text: String } from People [PARTIES => MEDIATION];
    // talk
    MessagePost = "message.post" {
        channel: Channel,
        text: String,
        #[serde(default)]
        reply_to: Option<u64>,
        #[serde(default)]
        evidence: Vec<EvidenceId>,
        #[serde(default)]
        kind: Option<MessageKind>,
    } from People [PARTIES => OPEN, MEDIATOR => MEDIATED];
    MessageHide = "message.hide" { channel: Channel, seq: u64, ground: HideGround }
        from People [MEDIATOR => MEDIATED];
    NotePut = "note.put" { channel: Channel, text: String }
        from People [&[Capacity::Company, Capacity::Approver] => OPEN, MEDIATOR => MEDIATED];
    // disclosure: exact words from a caucus, by leave of the one who said them
    DisclosureAsk = "disclosure.ask" { side: Side, words: String } from People [MEDIATOR => MEDIATION];
    DisclosureAnswer = "disclosure.answer" { id: u64, allow: bool } from People [PARTIES => MEDIATION];
    DisclosureUse = "disclosure.use" { side: Side, id: u64 } from People [MEDIATOR => MEDIATION];
    // moderation
    FloorPause = "floor.pause" {} from People [MEDIATOR => MEDIATED];
    FloorOpen = "floor.open" {} from People [MEDIATOR => MEDIATED];
    // proposals
    // A company's own officer offers as the company; the operator's have no room to offer in.
    ProposalMake = "proposal.make" {
        channel: Channel,
        terms: Terms,
        #[serde(default)]
        note: Option<String>,
        #[serde(default)]
        valid_until: Option<Moment>,
        #[serde(default)]
        answers: Option<u32>,
    } from People [PARTIES => TALKS, MEDIATOR => MEDIATION, OFFICERS => ESCALATED];
    ProposalWithdraw = "proposal.withdraw" { channel: Channel, number: u32 }
        from People [PARTIES => TALKS, MEDIATOR => MEDIATION, OFFICERS => ESCALATED];
    ProposalAccept = "proposal.accept" { channel: Channel, number: u32, terms_hash: String }
        from People [PARTIES => TALKS];
    ProposalDecline = "proposal.decline" {
        channel: Channel,
        number: u32,
        #[serde(default)]
        ground: Option<DeclineGround>,
        #[serde(default)]
        would_work: Option<String>,
    } from People [PARTIES => TALKS];
    IdeaGive = "idea.give" { terms: Terms } from People [PARTIES => MEDIATION];
    IdeaAllowConveying = "idea.allow_conveying" { id: u64 } from People [PARTIES => MEDIATION];
    IdeaConvey = "idea.convey" { side: Side, id: u64 } from People [MEDIATOR => MEDIATION];
    // agreement
    AgreementWord = "agreement.word" { clauses: Vec<String> } from People [SIGNERS => AGREED];
    AgreementWaiveReflection = "agreement.waive_reflection" {} from People [CONSUMER => AGREED];
    AgreementSign = "agreement.sign" {
        version: u32,
        document_hash: String,
        pdf_hash: String,
        name: String,
        consent: bool,
        #[serde(default)]
        authority: Option<String>,
        challenge: ChallengeId,
        response: String,
    } from People [SIGNERS => AGREED]
        needs { signing: Some(SigningCode { challenge: *challenge, response, document_hash }) };
    AgreementRefuse = "agreement.refuse" { ground: AgreementRefuseGround } from People [SIGNERS => AGREED];
    // performance
    ObligationReportDone = "obligation.report_done" {
        id: u16,
        #[serde(default)]
        evidence: Vec<EvidenceId>,
    } from People [PARTIES => OWED];
    ObligationConfirm = "obligation.confirm" { id: u16 } from People [PARTIES => OWED];
    ObligationDispute = "obligation.dispute" { id: u16, text: String } from People [PARTIES => OWED];
    // ends
    MediationLeave = "mediation.leave" {} from People [PARTIES => MEDIATION] needs { company_teams: true };
    ImpasseDeclare = "impasse.declare" { ground: ImpasseGround }
        from People [&[Capacity::Mediator, Capacity::System] => MEDIATION] needs { company_teams: true };
    CaseWithdraw = "case.withdraw" {} from People [CONSUMER => BEFORE_SETTLED];
    CaseEscalate = "case.escalate" { ground: EscalationGround }
        from People [SYSTEM => INTAKE.and(NEGOTIATION).and(MEDIATION), CONSUMER => NEGOTIATION.and(MEDIATION)]
        needs { company_teams: true };
    CaseReopen = "case.reopen" {} from People [CONSUMER => REOPENABLE];
    /// More time for the mediation, once the other side asks for the same.
    DeadlineExtend = "deadline.extend" { rule: DeadlineRule, days: u32 } from People [PARTIES => MEDIATION];
    FeedbackGive = "feedback.give" {
        /// Satisfaction, 1 to 5.
        score: u8,
        solved: bool,
        #[serde(default)]
        comment: Option<String>,
        #[serde(default)]
        share_comment: bool,
    } from People [CONSUMER => KEPT];
    // officers of a queue
    EscalationClaim = "escalation.claim" {} from People [TEAM => ESCALATED];
    // An officer who has not claimed the entry is told so, instead of "not yours".
    EscalationRelease = "escalation.release" {} from People [TEAM => ESCALATED];
    EscalationHandOver = "escalation.hand_over" { to: UserId, note: String } from People [OFFICERS => ESCALATED]
        needs { named: Some(*to) };
    EscalationPrioritise = "escalation.prioritise" { priority: Priority } from People [TEAM => ESCALATED];
    EscalationNote = "escalation.note" { text: String } from People [OFFICERS => ESCALATED.and(AGREED)];
    EscalationAsk = "escalation.ask" {
        side: Side,
        question: String,
        /// Until when an answer is awaited; two working days where nothing is said.
        #[serde(default)]
        due: Option<Moment>,
    } from People [OFFICERS => ESCALATED];
    EscalationAnswer = "escalation.answer" {
        text: String,
        #[serde(default)]
        evidence: Vec<EvidenceId>,
    } from People [PARTIES => ESCALATED];
    EscalationRecommend = "escalation.recommend" {
        terms: Terms,
        reasons: String,
        #[serde(default)]
        valid_until: Option<Moment>,
    } from People [OFFICERS => ESCALATED];
    /// One item is passed on to the officer: of `joint` by leave of both sides, of a caucus by its own.
    EscalationReleaseItem = "escalation.release_item" { channel: Channel, seq: u64 }
        from People [PARTIES => ESCALATED] needs { item: Some((*channel, *seq)) };
    EvidenceAllowSharing = "evidence.allow_sharing" { channel: Channel, id: EvidenceId }
        from People [PARTIES => OPEN];
    EscalationRemit = "escalation.remit" {
        #[serde(default)]
        mediator: Option<UserId>,
    } from People [OFFICERS => ESCALATED] needs { named: *mediator };
    EscalationForward = "escalation.forward" {
        queue: Queue,
        ground: ForwardGround,
        #[serde(default)]
        note: Option<String>,
    } from People [OFFICERS => ESCALATED] needs { company_teams: true };
    EscalationClose = "escalation.close" { outcome: ClosingOutcome } from People [OFFICERS => ESCALATED];
    // files
    // Officers add files to the review alone.
    EvidenceAdd = "evidence.add" {
        channel: Channel,
        evidence: EvidencePart,
        #[serde(default)]
        shared_from: Option<EvidenceId>,
    } from Route [PARTIES => OPEN, MEDIATOR => MEDIATED, OFFICERS => ESCALATED];
    // by the system alone
    AgreementDraft = "agreement.draft" {
        version: u32,
        document_hash: String,
        pdf_hash: String,
        /// Size of `joint` that `agreement.json` names; another size refuses with `conflict` and the draft is made anew.
        joint_size: u64,
    } from System [SYSTEM => AGREED];
    AgreementSeal = "agreement.seal" { version: u32, document_hash: String, pdf_hash: String }
        from System [SYSTEM => CONCLUDED];
    AgreementLapse = "agreement.lapse" {} from System [SYSTEM => AGREED];
    InvitationLapse = "invitation.lapse" {} from System [SYSTEM => INTAKE.and(ESCALATED)];
    ProposalExpire = "proposal.expire" { channel: Channel, number: u32 } from System [SYSTEM => TALKS];
    /// Reminds those whom a running date concerns. Each reminder happens once.
    DeadlineRemind = "deadline.remind" {
        rule: DeadlineRule,
        channel: Channel,
        #[serde(default)]
        number: Option<u32>,
        nth: u8,
    } from System [SYSTEM => ALWAYS];
    CaseClose = "case.close" { outcome: Outcome } from System [SYSTEM => NEGOTIATION];
    QuestionLapse = "question.lapse" { entry: u16 } from System [SYSTEM => ESCALATED.and(AGREED)];
    EntryMarkBreached = "entry.mark_breached" { entry: u16 } from System [SYSTEM => ESCALATED];
    ObligationMarkOverdue = "obligation.mark_overdue" { id: u16 } from System [SYSTEM => OWED];
    ObligationMarkBreached = "obligation.mark_breached" { id: u16 } from System [SYSTEM => OWED]
        needs { company_teams: true };
    /// Nobody confirmed what was reported done, and nobody disputed it.
    ObligationPresume = "obligation.presume" { id: u16 } from System [SYSTEM => OWED];
    /// Somebody lost the membership with which the seat was held.
    SeatVacate = "seat.vacate" { user: UserId } from System [SYSTEM => OPEN];
    /// The handover file for the officer of this entry, gathered by the system.
    HandoverFile = "handover.file" {
        entry: u16,
        complaint: Box<HandoverComplaint>,
        #[serde(default)]
        evidence: Vec<SharedEvidence>,
        procedure_size: u64,
        procedure_root: String,
    } from System [SYSTEM => ESCALATED];
    /// A paper of procedure was made; its hash enters the record.
    PaperFile = "paper.file" { paper: PaperKind, number: u16, pdf_hash: String } from System [SYSTEM => ALWAYS];
}
