//! The name of a command without its fields: what policy, metrics and `allowed` speak about.

use crate::case::command::Command;

macro_rules! kinds {
    ($($variant:ident = $name:literal),* $(,)?) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CommandKind { $($variant),* }
        impl CommandKind {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The `type` of protocol.md.
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $name),* } }
            pub fn from_name(name: &str) -> Option<Self> { match name { $($name => Some(Self::$variant),)* _ => None } }
        }
        impl Command {
            pub const fn kind(&self) -> CommandKind { match self { $(Self::$variant { .. } => CommandKind::$variant),* } }
        }
    };
}

kinds! {
    CaseAdmit = "case.admit",
    CaseRefuse = "case.refuse",
    InvitationAccept = "invitation.accept",
    InvitationRefuse = "invitation.refuse",
    SeatJoin = "seat.join",
    SeatHandOver = "seat.hand_over",
    PartyIdentify = "party.identify",
    MediatorRequest = "mediator.request",
    MediatorAssign = "mediator.assign",
    MediatorAccept = "mediator.accept",
    MediatorDecline = "mediator.decline",
    GroundRulesAccept = "ground_rules.accept",
    StageMove = "stage.move",
    SummaryWrite = "summary.write",
    SummaryConfirm = "summary.confirm",
    SummaryCorrect = "summary.correct",
    MessagePost = "message.post",
    MessageHide = "message.hide",
    NotePut = "note.put",
    DisclosureAsk = "disclosure.ask",
    DisclosureAnswer = "disclosure.answer",
    DisclosureUse = "disclosure.use",
    FloorPause = "floor.pause",
    FloorOpen = "floor.open",
    ProposalMake = "proposal.make",
    ProposalWithdraw = "proposal.withdraw",
    ProposalAccept = "proposal.accept",
    ProposalDecline = "proposal.decline",
    IdeaGive = "idea.give",
    IdeaAllowConveying = "idea.allow_conveying",
    IdeaConvey = "idea.convey",
    AgreementWord = "agreement.word",
    AgreementWaiveReflection = "agreement.waive_reflection",
    AgreementSign = "agreement.sign",
    AgreementRefuse = "agreement.refuse",
    ObligationReportDone = "obligation.report_done",
    ObligationConfirm = "obligation.confirm",
    ObligationDispute = "obligation.dispute",
    MediationLeave = "mediation.leave",
    ImpasseDeclare = "impasse.declare",
    CaseWithdraw = "case.withdraw",
    EvidenceAdd = "evidence.add",
    AgreementDraft = "agreement.draft",
    AgreementSeal = "agreement.seal",
    AgreementLapse = "agreement.lapse",
    InvitationLapse = "invitation.lapse",
    ProposalExpire = "proposal.expire",
    SeatLeave = "seat.leave",
    ParticipantRemove = "participant.remove",
    ConsentGive = "consent.give",
    ConsentWithdraw = "consent.withdraw",
    CaseEscalate = "case.escalate",
    CaseReopen = "case.reopen",
    DeadlineExtend = "deadline.extend",
    FeedbackGive = "feedback.give",
    EscalationClaim = "escalation.claim",
    EscalationRelease = "escalation.release",
    EscalationHandOver = "escalation.hand_over",
    EscalationPrioritise = "escalation.prioritise",
    EscalationNote = "escalation.note",
    EscalationAsk = "escalation.ask",
    EscalationAnswer = "escalation.answer",
    EscalationRecommend = "escalation.recommend",
    EscalationReleaseItem = "escalation.release_item",
    EvidenceAllowSharing = "evidence.allow_sharing",
    EscalationRemit = "escalation.remit",
    EscalationForward = "escalation.forward",
    EscalationClose = "escalation.close",
    DeadlineRemind = "deadline.remind",
    CaseClose = "case.close",
    QuestionLapse = "question.lapse",
    EntryMarkBreached = "entry.mark_breached",
    ObligationMarkOverdue = "obligation.mark_overdue",
    ObligationMarkBreached = "obligation.mark_breached",
    ObligationPresume = "obligation.presume",
    SeatVacate = "seat.vacate",
    HandoverFile = "handover.file",
    PaperFile = "paper.file",
}
