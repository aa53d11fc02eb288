//! Who may do what, when: one table, command × capacity × phase. It is data; what it does not allow is refused.

use crate::case::kind::CommandKind;
use crate::phase::Phase;
use crate::seat::Capacity;

/// A set of phases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhaseSet(u16);

impl PhaseSet {
    pub const NONE: Self = Self(0);
    const fn of(phases: &[Phase]) -> Self {
        let mut bits = 0;
        let mut i = 0;
        while i < phases.len() {
            bits |= 1 << phases[i] as u16;
            i += 1;
        }
        Self(bits)
    }
    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    pub const fn has(self, phase: Phase) -> bool {
        self.0 & (1 << phase as u16) != 0
    }
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    pub fn iter(self) -> impl Iterator<Item = Phase> {
        Phase::ALL.into_iter().filter(move |phase| self.has(*phase))
    }
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    pub command: CommandKind,
    pub who: &'static [Capacity],
    pub phases: PhaseSet,
}

const INTAKE: PhaseSet = PhaseSet::of(&[Phase::Intake]);
const NEGOTIATION: PhaseSet = PhaseSet::of(&[Phase::Negotiation]);
const MEDIATION: PhaseSet = PhaseSet::of(&[Phase::Mediation]);
const AGREED: PhaseSet = PhaseSet::of(&[Phase::Agreed]);
const SETTLED: PhaseSet = PhaseSet::of(&[Phase::Settled]);
const ESCALATED: PhaseSet = PhaseSet::of(&[Phase::EscalatedOmbudsman, Phase::EscalatedLegal]);
/// Where proposals are exchanged.
const TALKS: PhaseSet = NEGOTIATION.and(MEDIATION).and(ESCALATED);
/// Where the mediator is in the room.
const MEDIATED: PhaseSet = MEDIATION.and(AGREED).and(SETTLED);
const BEFORE_SETTLED: PhaseSet = INTAKE.and(TALKS).and(AGREED);
/// Every phase before `closed`.
const OPEN: PhaseSet = BEFORE_SETTLED.and(SETTLED);
/// Where something is owed, by agreement: a breach is a matter of the legal queue.
const OWED: PhaseSet = SETTLED.and(PhaseSet::of(&[Phase::EscalatedLegal]));
/// Where the agreement was kept, or taken as kept.
const KEPT: PhaseSet = PhaseSet::of(&[Phase::ClosedFulfilled, Phase::ClosedSettledUnconfirmed]);
const REOPENABLE: PhaseSet = PhaseSet::of(&[Phase::ClosedAbandoned, Phase::ClosedSettledUnconfirmed]);
const ALWAYS: PhaseSet = PhaseSet::of(&Phase::ALL);
/// An agreement that was concluded is sealed wherever the case is by then.
const CONCLUDED: PhaseSet = OWED.and(KEPT);

const PARTIES: &[Capacity] = &[Capacity::Consumer, Capacity::Company];
const SIGNERS: &[Capacity] = &[Capacity::Consumer, Capacity::Company, Capacity::Mediator];
const MEDIATOR: &[Capacity] = &[Capacity::Mediator];
const SYSTEM: &[Capacity] = &[Capacity::System];
const HOUSE: &[Capacity] = &[Capacity::Coordinator, Capacity::System];
/// Who has the entry in hand.
const OFFICERS: &[Capacity] = &[Capacity::Ombudsman, Capacity::Legal];
/// The same, and the rest of the team.
const TEAM: &[Capacity] = &[Capacity::Ombudsman, Capacity::Legal, Capacity::QueueOfficer];

macro_rules! table {
    ($($command:ident: $who:expr, $phases:expr;)*) => {
        /// The table. Several lines of one command add up.
        pub const TABLE: &[Row] = &[$(Row { command: CommandKind::$command, who: $who, phases: $phases }),*];
    };
}

table! {
    CaseAdmit: HOUSE, INTAKE;
    CaseRefuse: HOUSE, INTAKE;
    // Who already stands in the case is answered by the state, with a better reason than "not yours".
    InvitationAccept: &[Capacity::Invited, Capacity::Consumer, Capacity::Company], INTAKE.and(NEGOTIATION).and(ESCALATED);
    InvitationRefuse: &[Capacity::Invited], INTAKE.and(ESCALATED);
    InvitationLapse: SYSTEM, INTAKE.and(ESCALATED);
    SeatJoin: &[Capacity::Invited, Capacity::Approver, Capacity::Company], OPEN;
    SeatHandOver: &[Capacity::Company], OPEN;
    SeatHandOver: MEDIATOR, MEDIATION;
    SeatLeave: &[Capacity::Company], OPEN;
    SeatLeave: MEDIATOR, MEDIATION;
    SeatVacate: SYSTEM, OPEN;
    ParticipantRemove: MEDIATOR, MEDIATION;
    ConsentGive: PARTIES, ALWAYS;
    ConsentWithdraw: PARTIES, ALWAYS;
    PartyIdentify: PARTIES, BEFORE_SETTLED;
    MediatorRequest: PARTIES, NEGOTIATION;
    MediatorAssign: HOUSE, NEGOTIATION.and(MEDIATION);
    MediatorAccept: &[Capacity::AssignedMediator], NEGOTIATION.and(MEDIATION);
    MediatorDecline: &[Capacity::AssignedMediator, Capacity::System], OPEN;
    GroundRulesAccept: PARTIES, MEDIATION;
    StageMove: MEDIATOR, MEDIATION;
    SummaryWrite: MEDIATOR, MEDIATION;
    SummaryConfirm: PARTIES, MEDIATION;
    SummaryCorrect: PARTIES, MEDIATION;
    MessagePost: PARTIES, OPEN;
    MessagePost: MEDIATOR, MEDIATED;
    MessageHide: MEDIATOR, MEDIATED;
    NotePut: &[Capacity::Company, Capacity::Approver], OPEN;
    NotePut: MEDIATOR, MEDIATED;
    DisclosureAsk: MEDIATOR, MEDIATION;
    DisclosureAnswer: PARTIES, MEDIATION;
    DisclosureUse: MEDIATOR, MEDIATION;
    FloorPause: MEDIATOR, MEDIATED;
    FloorOpen: MEDIATOR, MEDIATED;
    ProposalMake: PARTIES, TALKS;
    ProposalMake: MEDIATOR, MEDIATION;
    // A company's own officer, as the company; to the operator's there is no room.
    ProposalMake: OFFICERS, ESCALATED;
    ProposalWithdraw: PARTIES, TALKS;
    ProposalWithdraw: MEDIATOR, MEDIATION;
    ProposalWithdraw: OFFICERS, ESCALATED;
    ProposalAccept: PARTIES, TALKS;
    ProposalDecline: PARTIES, TALKS;
    ProposalExpire: SYSTEM, TALKS;
    IdeaGive: PARTIES, MEDIATION;
    IdeaAllowConveying: PARTIES, MEDIATION;
    IdeaConvey: MEDIATOR, MEDIATION;
    AgreementWord: SIGNERS, AGREED;
    AgreementWaiveReflection: &[Capacity::Consumer], AGREED;
    AgreementSign: SIGNERS, AGREED;
    AgreementRefuse: SIGNERS, AGREED;
    AgreementDraft: SYSTEM, AGREED;
    AgreementLapse: SYSTEM, AGREED;
    AgreementSeal: SYSTEM, CONCLUDED;
    ObligationReportDone: PARTIES, OWED;
    ObligationConfirm: PARTIES, OWED;
    ObligationDispute: PARTIES, OWED;
    ObligationMarkOverdue: SYSTEM, OWED;
    ObligationMarkBreached: SYSTEM, OWED;
    ObligationPresume: SYSTEM, OWED;
    MediationLeave: PARTIES, MEDIATION;
    ImpasseDeclare: &[Capacity::Mediator, Capacity::System], MEDIATION;
    CaseWithdraw: &[Capacity::Consumer], BEFORE_SETTLED;
    CaseEscalate: SYSTEM, INTAKE.and(NEGOTIATION).and(MEDIATION);
    CaseEscalate: &[Capacity::Consumer], NEGOTIATION.and(MEDIATION);
    CaseClose: SYSTEM, NEGOTIATION;
    CaseReopen: &[Capacity::Consumer], REOPENABLE;
    FeedbackGive: &[Capacity::Consumer], KEPT;
    DeadlineExtend: PARTIES, MEDIATION;
    DeadlineRemind: SYSTEM, ALWAYS;
    PaperFile: SYSTEM, ALWAYS;
    EscalationClaim: TEAM, ESCALATED;
    EscalationPrioritise: TEAM, ESCALATED;
    // Whoever has not claimed it is told so, not that it is not theirs.
    EscalationRelease: TEAM, ESCALATED;
    EscalationHandOver: OFFICERS, ESCALATED;
    EscalationNote: OFFICERS, ESCALATED.and(AGREED);
    EscalationAsk: OFFICERS, ESCALATED;
    EscalationAnswer: PARTIES, ESCALATED;
    EscalationRecommend: OFFICERS, ESCALATED;
    EscalationReleaseItem: PARTIES, ESCALATED;
    EvidenceAllowSharing: PARTIES, OPEN;
    EscalationRemit: OFFICERS, ESCALATED;
    EscalationForward: OFFICERS, ESCALATED;
    EscalationClose: OFFICERS, ESCALATED;
    QuestionLapse: SYSTEM, ESCALATED.and(AGREED);
    EntryMarkBreached: SYSTEM, ESCALATED;
    HandoverFile: SYSTEM, ESCALATED;
    EvidenceAdd: PARTIES, OPEN;
    EvidenceAdd: MEDIATOR, MEDIATED;
    // Into the review alone.
    EvidenceAdd: OFFICERS, ESCALATED;
}

const CAPACITIES: usize = Capacity::ALL.len();
const COMMANDS: usize = CommandKind::ALL.len();

/// The same table, dense, so that the hot path looks up one cell.
static CELLS: [[PhaseSet; CAPACITIES]; COMMANDS] = {
    let mut cells = [[PhaseSet::NONE; CAPACITIES]; COMMANDS];
    let mut row = 0;
    while row < TABLE.len() {
        let line = &TABLE[row];
        let mut who = 0;
        while who < line.who.len() {
            let cell = &mut cells[line.command as usize][line.who[who] as usize];
            *cell = cell.and(line.phases);
            who += 1;
        }
        row += 1;
    }
    cells
};

/// The phases in which this capacity may give this command.
pub fn policy(command: CommandKind, capacity: Capacity) -> PhaseSet {
    CELLS[command as usize][capacity as usize]
}
