//! Queues, leaving, time and reopening: tries that are too early, too late, or without the right.

use super::{Row, after, at, long, row};
use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::EvidenceId;
use acordo_domain::moment::Moment;
use acordo_domain::phase::{WithAgreement, WithoutAgreement};
use acordo_domain::rules::DeadlineRule;
use acordo_domain::seat::*;
use uuid::Uuid;

fn ask(side: Side) -> Command {
    Command::EscalationAsk { side, question: "Tem a nota fiscal?".into(), due_working_days: None, due: None }
}

fn ask_until(due_working_days: Option<u32>, due: Option<Moment>) -> Command {
    Command::EscalationAsk { side: Side::Consumer, question: "Tem a nota fiscal?".into(), due_working_days, due }
}

fn recommend_for(valid_days: Option<u32>, valid_until: Option<Moment>) -> Command {
    Command::EscalationRecommend { terms: refund(100), reasons: "Culpa de ambos.".into(), valid_days, valid_until }
}

fn forward(queue: Queue, note: Option<&str>) -> Command {
    Command::EscalationForward {
        reasons: reasons(),
        queue,
        ground: ForwardGround::NotAgreed,
        note: note.map(str::to_owned),
    }
}

fn recommend(reasons: &str) -> Command {
    Command::EscalationRecommend { terms: refund(100), reasons: reasons.into(), valid_days: None, valid_until: None }
}

fn release(channel: Channel, seq: u64) -> Command {
    Command::EscalationReleaseItem { channel, seq }
}

fn close(outcome: ClosingOutcome) -> Command {
    Command::EscalationClose { outcome, reasons: reasons() }
}

fn asked() -> World {
    after(World::claimed(), Who::Ombudsman, ask(Side::Consumer))
}

/// Claimed, but without a handover file yet.
fn unfiled() -> World {
    after(World::escalated(), Who::Ombudsman, Command::EscalationClaim {})
}

/// Files go into the open review, put there by the side that was asked or by the officer who has the entry in hand.
pub fn review_file_rows() -> Vec<Row> {
    use Refusal as R;
    let file =
        |entry| Command::EvidenceAdd { channel: Channel::Review { entry }, evidence: evidence(7), shared_from: None };
    let mut second = World::with_own_ombudsman();
    second.does(Who::Ouvidora, close(ClosingOutcome::FinalAnswer));
    second.hands_over();
    second.does(Who::Ombudsman, Command::EscalationClaim {});
    second.does(Who::Ombudsman, ask(Side::Consumer));
    let mut agreed = asked();
    agreed.does(Who::Bruna, propose(refund(100)));
    agreed.accepts(Who::Ana, 1);
    let at_channel = |world: World, who, command, code| at(world, who, command, code, "/channel");
    let desk = Command::EvidenceAdd { channel: Channel::Desk { entry: 1 }, evidence: evidence(7), shared_from: None };
    vec![
        row(World::claimed(), Who::Ana, file(1), R::NoQuestion),
        row(asked(), Who::Bruna, file(1), R::QuestionNotYours),
        row(unfiled(), Who::Ombudsman, file(1), R::HandoverNotFiled),
        row(World::escalated(), Who::Ombudsman, file(1), R::NotYours),
        row(asked(), Who::Manager, file(1), R::NotYours),
        row(asked(), Who::Coordinator, file(1), R::NotYours),
        row(asked(), Who::Mediator, file(1), R::NoCapacity),
        row(asked(), Who::Ouvidora, file(1), R::NoCapacity),
        // The former review can be read but not written to; one that does not exist yet is no channel.
        at_channel(second.clone(), Who::Ana, file(1), R::ChannelNotWritable),
        at_channel(second.clone(), Who::Ombudsman, file(1), R::ChannelNotFound),
        at_channel(second, Who::Ana, file(3), R::ChannelNotFound),
        at_channel(World::mediation(), Who::Ana, file(1), R::ChannelNotFound),
        at_channel(World::mediation(), Who::Mediator, file(1), R::ChannelNotFound),
        // A party that is busy signing answers once the review goes on.
        at_channel(agreed.clone(), Who::Ana, file(1), R::ChannelNotWritable),
        row(agreed, Who::Ombudsman, file(1), R::WrongPhase),
        row(World::ended(), Who::Ana, file(1), R::CaseClosed),
        row(World::ended(), Who::Ombudsman, file(1), R::CaseClosed),
        // An officer does not write in the room, and keeps notes, not files, on the desk.
        at_channel(World::claimed(), Who::Ombudsman, desk, R::ChannelNotWritable),
        at_channel(
            World::with_own_ombudsman(),
            Who::Ouvidora,
            Command::EvidenceAdd { channel: Channel::Joint, evidence: evidence(7), shared_from: None },
            R::ChannelNotWritable,
        ),
    ]
}

/// A company's officer proposes as the company; the operator's officer is on neither side.
pub fn officer_offer_rows() -> Vec<Row> {
    use Refusal as R;
    let own = World::with_own_ombudsman;
    let offered = after(own(), Who::Ana, propose(refund(100)));
    let into = |channel| Command::ProposalMake {
        channel,
        terms: refund(1),
        note: None,
        valid_days: None,
        valid_until: None,
        answers: None,
    };
    let withdraw = |number| Command::ProposalWithdraw { channel: Channel::Joint, number };
    let answers = Command::ProposalMake {
        channel: Channel::Joint,
        terms: refund(1),
        note: None,
        valid_days: None,
        valid_until: None,
        answers: Some(1),
    };
    let company_offered = after(own(), Who::Bruna, propose(refund(1)));
    let mut agreed = offered.clone();
    agreed.accepts(Who::Bruna, 1);
    let mut breached = World::settled();
    breached.settle_on(|settings| settings.breach_to_company = true);
    breached.teams.legal = true;
    breached.later(40);
    breached.clock_strikes();
    breached.hands_over();
    breached.does(Who::Jurista, Command::EscalationClaim {});
    vec![
        at(World::claimed(), Who::Ombudsman, propose(refund(1)), R::ChannelNotFound, "/channel"),
        at(own(), Who::Ouvidora, into(Channel::Review { entry: 1 }), R::ChannelNotWritable, "/channel"),
        at(own(), Who::Ouvidora, into(caucus(Side::Company)), R::ChannelNotFound, "/channel"),
        row(World::escalated(), Who::Ombudsman, propose(refund(1)), R::NotYours),
        row(offered.clone(), Who::Ouvidora, offered.acceptance(1), R::NotYours),
        row(offered, Who::Ouvidora, withdraw(1), R::ProposalIsNotYours),
        at(company_offered, Who::Ouvidora, answers, R::ProposalIsYours, "/answers"),
        row(agreed, Who::Ouvidora, propose(refund(1)), R::WrongPhase),
        row(breached, Who::Jurista, propose(refund(1)), R::ObligationBreached),
        row(
            after(own(), Who::Ouvidora, close(ClosingOutcome::FinalAnswer)),
            Who::Ouvidora,
            propose(refund(1)),
            R::NoCapacity,
        ),
    ]
}

/// An officer gives a number of days or a date: too short, too long, or both at once.
pub fn officer_until_rows() -> Vec<Row> {
    use Refusal as R;
    let world = World::claimed();
    let by = |command, code, pointer| at(world.clone(), Who::Ombudsman, command, code, pointer);
    let now = world.now;
    let soon = now.plus_days(3);
    vec![
        by(ask_until(Some(0), None), R::ValidityInThePast, "/due_working_days"),
        by(ask_until(Some(31), None), R::ValidityTooLong, "/due_working_days"),
        by(ask_until(Some(2), Some(soon)), R::ValidityTwice, "/due"),
        by(ask_until(None, Some(now.plus_days(-1))), R::ValidityInThePast, "/due"),
        by(ask_until(None, Some(now.plus_days(31))), R::ValidityTooLong, "/due"),
        by(recommend_for(Some(0), None), R::ValidityInThePast, "/valid_days"),
        by(recommend_for(Some(61), None), R::ValidityTooLong, "/valid_days"),
        by(recommend_for(Some(2), Some(soon)), R::ValidityTwice, "/valid_until"),
        by(recommend_for(None, Some(now.plus_days(-1))), R::ValidityInThePast, "/valid_until"),
        by(recommend_for(None, Some(now.plus_days(61))), R::ValidityTooLong, "/valid_until"),
    ]
}

pub fn officer_rows() -> Vec<Row> {
    use Refusal as R;
    let name = Command::EscalationClaim {};
    vec![
        row(World::claimed(), Who::Ombudsman, name.clone(), R::EntryClaimed),
        row(former_mediator(), Who::Mediator, name, R::PersonNotEligible),
        row(World::escalated(), Who::Ombudsman, Command::EscalationRelease {}, R::EntryNotClaimed),
        row(World::breached(), Who::Ana, propose(refund(1)), R::ObligationBreached),
        row(World::escalated(), Who::Ana, Command::EscalationPrioritise { priority: Priority::Low }, R::NotYours),
        row(World::claimed(), Who::Ana, Command::EscalationNote { text: "a".into() }, R::NotYours),
        at(World::claimed(), Who::Ombudsman, Command::EscalationNote { text: " ".into() }, R::TextEmpty, "/text"),
        at(
            World::claimed(),
            Who::Ombudsman,
            Command::EscalationHandOver { to: Who::Legal.id(), note: "a".into() },
            R::PersonNotEligible,
            "/to",
        ),
        row(unfiled(), Who::Ombudsman, ask(Side::Consumer), R::HandoverNotFiled),
        row(unfiled(), Who::Ombudsman, recommend("porque sim"), R::HandoverNotFiled),
        row(unfiled(), Who::Ana, release(Channel::Joint, 1), R::HandoverNotFiled),
        row(asked(), Who::Ombudsman, ask(Side::Company), R::QuestionOpen),
        row(
            World::claimed(),
            Who::Ana,
            Command::EscalationAnswer { text: "a".into(), evidence: vec![] },
            R::NoQuestion,
        ),
        row(asked(), Who::Bruna, Command::EscalationAnswer { text: "a".into(), evidence: vec![] }, R::QuestionNotYours),
        row(asked(), Who::System, Command::QuestionLapse { entry: 1 }, R::DeadlineNotReached),
        at(asked(), Who::System, Command::QuestionLapse { entry: 9 }, R::EntryNotFound, "/entry"),
        at(World::claimed(), Who::Ombudsman, recommend(&long(10_001)), R::TextTooLong, "/reasons"),
        at(World::claimed(), Who::Ana, release(Channel::Internal, 1), R::ItemNotReleasable, "/channel"),
        at(World::claimed(), Who::Ana, release(caucus(Side::Company), 1), R::ItemNotReleasable, "/channel"),
        at(World::claimed(), Who::Ana, release(Channel::Joint, 1), R::ItemNotReleasable, "/seq"),
        at(World::claimed(), Who::Ana, release(Channel::Joint, 99), R::EventNotFound, "/seq"),
        row(
            after(said(), Who::Ana, release(Channel::Joint, 3)),
            Who::Ana,
            release(Channel::Joint, 3),
            R::ItemAlreadyReleased,
        ),
        at(
            World::claimed(),
            Who::Ana,
            Command::EvidenceAllowSharing { channel: Channel::Joint, id: EvidenceId(Uuid::from_u128(5)) },
            R::EvidenceNotFound,
            "/id",
        ),
        row(after(filed(), Who::Ana, allow()), Who::Ana, allow(), R::SharingAlreadyAllowed),
        row(
            remitted_once(),
            Who::Ombudsman,
            Command::EscalationRemit { mediator: None, reasons: reasons() },
            R::AlreadyRemitted,
        ),
        at(
            World::claimed(),
            Who::Ombudsman,
            Command::EscalationRemit { mediator: Some(Who::Mediator.id()), reasons: reasons() },
            R::PersonNotEligible,
            "/mediator",
        ),
        at(World::claimed(), Who::Ombudsman, forward(Queue::CompanyOmbudsman, None), R::QueueNotAbove, "/queue"),
        at(
            World::with_own_ombudsman(),
            Who::Ouvidora,
            forward(Queue::OperatorOmbudsman, Some("nota")),
            R::NoteNotAllowed,
            "/note",
        ),
        at(
            World::with_own_ombudsman(),
            Who::Ouvidora,
            close(ClosingOutcome::NoAgreement),
            R::OutcomeNotAllowed,
            "/outcome",
        ),
        row(World::escalated(), Who::Ana, close(ClosingOutcome::NoAgreement), R::NotYours),
        row(World::escalated(), Who::System, Command::EntryMarkBreached { entry: 1 }, R::DeadlineNotReached),
        at(World::claimed(), Who::System, Command::EntryPassOn { entry: 1 }, R::EntryNotFound, "/entry"),
        row(World::claimed(), Who::System, World::claimed().handing_over(), R::HandoverExists),
    ]
}

/// A former mediator of the case who belongs to the ombudsman's team cannot be its officer.
fn former_mediator() -> World {
    let mut world = World::escalated();
    world.promoted = Some(Who::Mediator);
    world
}

fn said() -> World {
    after(World::claimed(), Who::Ana, message(Channel::Joint, "Paguei em duas vezes."))
}

fn filed() -> World {
    after(
        World::mediation(),
        Who::Ana,
        Command::EvidenceAdd { channel: Channel::Joint, evidence: evidence(1), shared_from: None },
    )
}

fn allow() -> Command {
    Command::EvidenceAllowSharing { channel: Channel::Joint, id: evidence(1).id }
}

fn remitted_once() -> World {
    let mut world = World::claimed();
    world.does(Who::Ombudsman, Command::EscalationRemit { mediator: None, reasons: reasons() });
    world.does(Who::Ana, Command::MediationLeave {});
    world.hands_over();
    world.does(Who::Ombudsman, Command::EscalationClaim {});
    world
}

fn consent() -> Command {
    Command::ConsentGive { scope: ConsentScope::JointExport }
}

fn extend(days: u32) -> Command {
    Command::DeadlineExtend { rule: DeadlineRule::Mediation, days }
}

fn feedback(score: u8) -> Command {
    Command::FeedbackGive { score, solved: true, comment: None, share_comment: false, unsolved: None }
}

fn removes() -> Command {
    Command::ParticipantRemove { user: Who::Bruna.id(), ground: RemoveGround::Insult }
}

pub fn time_rows() -> Vec<Row> {
    use Refusal as R;
    vec![
        row(World::mediation(), Who::Ana, Command::SeatLeave {}, R::NotYours),
        at(
            World::mediation(),
            Who::Mediator,
            Command::ParticipantRemove { user: Who::Ana.id(), ground: RemoveGround::Insult },
            R::PersonNotEligible,
            "/user",
        ),
        at(
            World::mediation(),
            Who::System,
            Command::SeatVacate { user: Who::Carlos.id() },
            R::PersonNotEligible,
            "/user",
        ),
        row(
            after(World::mediation(), Who::Mediator, removes()),
            Who::Ana,
            message(Channel::Joint, "a"),
            R::CaseSuspended,
        ),
        row(after(World::mediation(), Who::Ana, consent()), Who::Ana, consent(), R::ConsentAlreadyGiven),
        row(
            World::mediation(),
            Who::Ana,
            Command::ConsentWithdraw { scope: ConsentScope::JointExport },
            R::ConsentNotGiven,
        ),
        row(
            World::negotiation(),
            Who::Ana,
            Command::CaseEscalate { ground: EscalationGround::ProposalsRefused },
            R::TooFewRefusals,
        ),
        at(
            World::negotiation(),
            Who::Ana,
            Command::CaseEscalate { ground: EscalationGround::Breach },
            R::GroundNotAllowed,
            "/ground",
        ),
        row(
            World::negotiation(),
            Who::System,
            Command::CaseEscalate { ground: EscalationGround::NoFirstReply },
            R::DeadlineNotReached,
        ),
        row(World::negotiation(), Who::Ana, Command::CaseReopen {}, R::WrongPhase),
        row(World::breached(), Who::Ana, Command::CaseWithdraw {}, R::AgreementStands),
        at(
            World::negotiation(),
            Who::System,
            Command::CaseClose { outcome: WithAgreement::Fulfilled.into() },
            R::OutcomeNotAllowed,
            "/outcome",
        ),
        row(
            World::negotiation(),
            Who::System,
            Command::CaseClose { outcome: WithoutAgreement::Abandoned.into() },
            R::DeadlineNotReached,
        ),
        at(World::mediation(), Who::Ana, extend(0), R::ExtensionOutOfRange, "/days"),
        row(after(World::mediation(), Who::Ana, extend(7)), Who::Ana, extend(7), R::ExtensionAlreadyAsked),
        row(
            World::negotiation(),
            Who::System,
            Command::DeadlineRemind {
                rule: DeadlineRule::FirstReply,
                channel: Channel::Procedure,
                number: None,
                nth: 1,
            },
            R::ReminderNotDue,
        ),
        at(World::closed(), Who::Ana, feedback(6), R::ScoreOutOfRange, "/score"),
        row(after(World::closed(), Who::Ana, feedback(5)), Who::Ana, feedback(5), R::FeedbackAlreadyGiven),
        row(World::settled(), Who::System, Command::ObligationMarkOverdue { id: 1 }, R::DeadlineNotReached),
        row(World::settled(), Who::System, Command::ObligationMarkBreached { id: 1 }, R::DeadlineNotReached),
        row(World::settled(), Who::System, Command::ObligationPresume { id: 1 }, R::DeadlineNotReached),
        row(
            World::mediation(),
            Who::System,
            Command::PaperFile {
                paper: PaperKind::FinalTerm,
                number: 1,
                pdf_hash: HASH_A.into(),
                data_hash: HASH_B.into(),
                size: None,
            },
            R::PaperNotWanted,
        ),
        at(
            World::escalated(),
            Who::System,
            Command::PaperFile {
                paper: PaperKind::FinalTerm,
                number: 1,
                pdf_hash: "x".into(),
                data_hash: HASH_B.into(),
                size: None,
            },
            R::PdfHashMismatch,
            "/pdf_hash",
        ),
        row(World::closed(), Who::System, record_so_far(2, 1), R::PaperNotWanted),
        row(World::settled(), Who::System, record_so_far(2, 1), R::PaperNotWanted),
        at(World::settled(), Who::System, record_so_far(1, 1), R::Conflict, "/size"),
    ]
}

fn record_so_far(number: u16, size: u64) -> Command {
    let (pdf_hash, data_hash) = (HASH_A.into(), HASH_B.into());
    Command::PaperFile { paper: PaperKind::Procedure, number, pdf_hash, data_hash, size: Some(size) }
}
