//! How a case came to where the play begins, with secrets on the way: people who left, their successors, queues.

use crate::play::start;
use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::phase::Phase;
use acordo_domain::seat::*;

pub const TALES: u8 = 26;

/// Where a tale begins.
pub fn opening(tale: u8) -> World {
    match tale % TALES {
        0..=3 => World::mediation(),
        4 | 5 => with_teams(World::mediation()),
        6 => World::breached(),
        7 => {
            let mut world = with_teams(World::settled());
            world.settle_on(|settings| settings.breach_to_company = true);
            world.later(40);
            world.clock_strikes();
            world
        }
        8 | 9 => World::claimed(),
        10 => World::negotiation(),
        11 => {
            let mut world = World::claimed();
            world.does(Who::Ana, propose(refund(100)));
            world.accepts(Who::Bruna, 1);
            world.sides_sign();
            world.later(40);
            world
        }
        24 => World::invited(),
        25 => World::confirmed(),
        other => {
            let mut world = start(other);
            if other.is_multiple_of(3) && world.phase() == Phase::Mediation {
                // So that there is something to answer in secret.
                world.does(Who::Mediator, propose(refund(70_000)));
            }
            world
        }
    }
}

fn with_teams(mut world: World) -> World {
    world.teams.ombudsman = true;
    world.teams.legal = true;
    world
}

/// The next step of this tale.
pub fn next(tale: u8, at: usize, world: &World) -> Option<(Who, Command)> {
    let impasse = || Command::ImpasseDeclare { ground: ImpasseGround::NoAgreement };
    let accept = || Command::MediatorAccept { no_conflict: true, disclosure: "Nada.".into() };
    let successor = || Command::MediatorAssign { user: Who::Successor.id() };
    let rules = || Command::GroundRulesAccept { version: 1 };
    let said = |channel| match channel {
        Channel::Internal => Command::NotePut { channel, text: "Foi assim.".into() },
        _ => message(channel, "Foi assim."),
    };
    let ask = |side| Command::EscalationAsk { side, question: "Tem a nota?".into(), due_working_days: None, due: None };
    let recommend = || Command::EscalationRecommend {
        terms: refund(5_000),
        reasons: "Culpa de ambos.".into(),
        valid_days: None,
        valid_until: None,
    };
    let handed = || world.handing_over();
    let note = || Command::EscalationNote { text: "Conferir o pedido.".into() };
    let steps: Vec<(Who, Command)> = match tale % TALES {
        // A rep is removed, and a colleague takes over.
        0 => vec![
            (Who::Bruna, said(Channel::Joint)),
            (Who::Mediator, Command::ParticipantRemove { user: Who::Bruna.id(), ground: RemoveGround::Insult }),
            (Who::Carlos, Command::SeatJoin {}),
            (Who::Carlos, said(caucus(Side::Company))),
        ],
        // The seat is handed over, with a note that only the company reads.
        1 => vec![
            (Who::Bruna, said(caucus(Side::Company))),
            (
                Who::Bruna,
                Command::SeatHandOver {
                    to: Who::Carlos.id(),
                    note: "Pode ir até mil.".into(),
                    reason: HandOverReason::Absence,
                },
            ),
            (Who::Carlos, said(Channel::Joint)),
        ],
        // The mediator loses the seat, and another one comes.
        2 => vec![
            (Who::Ana, said(caucus(Side::Consumer))),
            (Who::System, Command::SeatVacate { user: Who::Mediator.id() }),
            (Who::System, successor()),
            (Who::Successor, accept()),
            (Who::Ana, rules()),
            (Who::Bruna, rules()),
        ],
        // The officer sends the case back to another mediator, to whom one side opens what it told the former one.
        3 => vec![
            (Who::Bruna, said(caucus(Side::Company))),
            (Who::Mediator, impasse()),
            (Who::System, handed()),
            (Who::Ombudsman, Command::EscalationClaim {}),
            (Who::Ombudsman, note()),
            (Who::Ombudsman, Command::EscalationRemit { mediator: None, reasons: reasons() }),
            (Who::System, successor()),
            (Who::Successor, accept()),
            (Who::Ana, rules()),
            (Who::Bruna, rules()),
            (Who::Ana, Command::ConsentGive { scope: ConsentScope::FormerCaucus }),
        ],
        // The company's own ombudsman, then the operator's, each with a review and a desk.
        4 => vec![
            (Who::Mediator, impasse()),
            (Who::System, handed()),
            (Who::Ouvidora, Command::EscalationClaim {}),
            (Who::Ouvidora, note()),
            (Who::Ouvidora, ask(Side::Consumer)),
            (Who::Ana, Command::EscalationAnswer { text: "Tenho.".into(), evidence: vec![] }),
            (Who::Ouvidora, Command::EscalationClose { outcome: ClosingOutcome::FinalAnswer, reasons: reasons() }),
            (Who::System, handed()),
            (Who::Ombudsman, Command::EscalationClaim {}),
            (Who::Ombudsman, note()),
            (Who::Ombudsman, ask(Side::Company)),
            (Who::Bruna, Command::EscalationAnswer { text: "Temos.".into(), evidence: vec![] }),
        ],
        // From the company's ombudsman to its own legal team, with a note for the colleagues.
        5 => vec![
            (Who::Mediator, impasse()),
            (Who::System, handed()),
            (Who::Ouvidora, Command::EscalationClaim {}),
            (
                Who::Ouvidora,
                Command::EscalationForward {
                    reasons: reasons(),
                    queue: Queue::CompanyLegal,
                    ground: ForwardGround::NotAgreed,
                    note: Some("Ver o contrato.".into()),
                },
            ),
            (Who::System, handed()),
            (Who::Jurista, Command::EscalationClaim {}),
            (Who::Jurista, recommend()),
        ],
        6 => vec![(Who::System, handed()), (Who::Legal, Command::EscalationClaim {}), (Who::Legal, ask(Side::Company))],
        7 => vec![
            (Who::System, handed()),
            (Who::Jurista, Command::EscalationClaim {}),
            (Who::Jurista, ask(Side::Consumer)),
        ],
        // A question that is answered with a file; then terms for both sides.
        8 => vec![
            (Who::Ombudsman, ask(Side::Consumer)),
            (Who::Ana, Command::EvidenceAdd { channel: world.review(), evidence: evidence(0xE11), shared_from: None }),
            (Who::Ana, Command::EscalationAnswer { text: "Anexei.".into(), evidence: vec![evidence(0xE11).id] }),
            (Who::Ombudsman, recommend()),
        ],
        // The entry is handed over within the team, with a note; then the colleague loses the seat.
        9 => vec![
            (Who::Ombudsman, recommend()),
            (Who::Ombudsman, note()),
            (
                Who::Ombudsman,
                Command::EscalationHandOver { to: Who::Colleague.id(), note: "Falta a nota fiscal.".into() },
            ),
            (Who::Colleague, note()),
            (Who::System, Command::SeatVacate { user: Who::Colleague.id() }),
        ],
        10 => vec![
            (Who::Carlos, Command::SeatJoin {}),
            (Who::Bruna, said(Channel::Joint)),
            (Who::Bruna, Command::SeatLeave {}),
            (Who::Carlos, propose(refund(4_000))),
        ],
        // Agreed in one officer's review, broken, and claimed by another officer.
        11 => {
            let due = |command: Command| (Who::System, command);
            vec![
                due(Command::ObligationMarkOverdue { id: 1 }),
                due(Command::ObligationMarkBreached { id: 1 }),
                due(handed()),
                (Who::Legal, Command::EscalationClaim {}),
                (Who::Legal, note()),
                (Who::Legal, ask(Side::Company)),
                (Who::Bruna, Command::EscalationAnswer { text: "Pago amanhã.".into(), evidence: vec![] }),
            ]
        }
        // A company invited the consumer, and goes on writing while colleagues join.
        24 => vec![
            (Who::Bruna, said(Channel::Joint)),
            (Who::Carlos, Command::SeatJoin {}),
            (Who::Ana, confirm()),
            (Who::Bruna, said(Channel::Joint)),
            (Who::Bruna, Command::SeatLeave {}),
            (Who::Ana, Command::InvitationRefuse {}),
            (Who::Ana, accept_with(None)),
        ],
        25 => vec![
            (Who::Bruna, said(Channel::Internal)),
            (Who::Carlos, Command::SeatJoin {}),
            (Who::Carlos, said(Channel::Joint)),
            (Who::Ana, Command::InvitationRefuse {}),
        ],
        _ => Vec::new(),
    };
    steps.into_iter().nth(at)
}
