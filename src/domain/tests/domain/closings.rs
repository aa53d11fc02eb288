//! What each paper says about every way in which a case closes: a table that docs/papers.md shows.

use crate::papers::{called, check, claimed};
use crate::world::*;
use acordo_domain::case::claims::{FinalTermSays, InvitationAnswer, PaperClaims};
use acordo_domain::case::command::*;
use acordo_domain::case::due::next_due;
use acordo_domain::phase::Phase;
use acordo_domain::seat::*;

/// A case that closes in a certain way, from a certain phase.
struct Ending {
    phase: &'static str,
    way: &'static str,
    world: World,
}

fn ended_by(world: World, ways: &[(Who, Command)]) -> World {
    let mut world = world;
    for (who, command) in ways {
        world.does(*who, command.clone());
    }
    world
}

fn silent(mut world: World) -> World {
    for _ in 0..300 {
        let Some(at) = next_due(&world.case, &world.rules) else { break };
        world.now = world.now.max(at);
        world.clock_strikes();
        if world.phase().is_closed() {
            break;
        }
    }
    world
}

fn in_hand(mut world: World, who: Who) -> World {
    world.hands_over();
    world.does(who, Command::EscalationClaim {});
    world
}

fn endings() -> Vec<Ending> {
    let close = |outcome| Command::EscalationClose { outcome, reasons: reasons() };
    let withdraw = (Who::Ana, Command::CaseWithdraw {});
    let mut never_came = World::intake();
    never_came.later(20);
    never_came.clock_strikes();
    let mut came_and_stayed_silent = World::negotiation();
    came_and_stayed_silent.later(20);
    came_and_stayed_silent.clock_strikes();
    let refused_and_reviewed = in_hand(
        ended_by(
            World::intake(),
            &[
                (Who::Bruna, Command::InvitationRefuse {}),
                (Who::Ana, Command::CaseEscalate { ground: EscalationGround::InvitationRefused }),
            ],
        ),
        Who::Ombudsman,
    );
    let mut waits = World::negotiation();
    waits.does(Who::Bruna, message(Channel::Joint, "Podemos trocar?"));
    let mut reported = World::settled();
    reported.does(Who::Bruna, Command::ObligationReportDone { id: 1, evidence: vec![], money: None, on: None });
    let mut alone = World::drafted_alone();
    alone.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
    for who in [Who::Ana, Who::Bruna] {
        alone.signs(who).unwrap();
    }
    let kept = [
        (Who::Bruna, Command::ObligationReportDone { id: 1, evidence: vec![], money: None, on: None }),
        (Who::Ana, Command::ObligationConfirm { id: 1, money: None, on: None }),
    ];
    let part = Some(brl(120_000));
    let paid_in_part = |mut world: World| {
        world.does(Who::Bruna, Command::ObligationReportDone { id: 1, evidence: vec![], money: part, on: None });
        world.does(Who::Ana, Command::ObligationConfirm { id: 1, money: None, on: None });
        world
    };
    let broken_in_part = || {
        let mut world = paid_in_part(World::settled());
        while world.phase() == Phase::Settled {
            world.later(1);
            world.clock_strikes();
        }
        world
    };
    let let_go = (Who::Ana, Command::ObligationRelease { id: 1, money: None });
    let rates = |solved: bool| {
        let unsolved = (!solved).then(|| "Falta a nota fiscal.".to_owned());
        (Who::Ana, Command::FeedbackGive { score: 3, solved, comment: None, share_comment: false, unsolved })
    };
    let mut nobody_mediates = World::mediation();
    nobody_mediates.does(Who::Mediator, Command::SeatLeave {});
    nobody_mediates.later(70);
    nobody_mediates.clock_strikes();
    let legal = || in_hand(World::breached(), Who::Legal);
    let no_agreement = (Who::Ombudsman, close(ClosingOutcome::NoAgreement));
    let ending = |phase, way, world| Ending { phase, way, world };
    vec![
        ending(
            "intake",
            "the operator refuses the case",
            ended_by(
                World::waiting_to_be_admitted(),
                &[(Who::Coordinator, Command::CaseRefuse { ground: RefuseGround::InCourt })],
            ),
        ),
        ending(
            "intake",
            "the company refuses the invitation",
            ended_by(World::intake(), &[(Who::Bruna, Command::InvitationRefuse {})]),
        ),
        ending("intake", "the consumer withdraws", ended_by(World::intake(), std::slice::from_ref(&withdraw))),
        ending(
            "escalated",
            "refused, asked for the ombudsman, closed there",
            ended_by(refused_and_reviewed, std::slice::from_ref(&no_agreement)),
        ),
        ending(
            "escalated",
            "the company never came, closed by the ombudsman",
            ended_by(in_hand(never_came, Who::Ombudsman), std::slice::from_ref(&no_agreement)),
        ),
        ending(
            "escalated",
            "the company accepted and wrote nothing, closed by the ombudsman",
            ended_by(in_hand(came_and_stayed_silent, Who::Ombudsman), std::slice::from_ref(&no_agreement)),
        ),
        ending(
            "negotiation",
            "the consumer withdraws",
            ended_by(World::negotiation(), std::slice::from_ref(&withdraw)),
        ),
        ending("negotiation", "the consumer stays silent", silent(waits)),
        ending("mediation", "the consumer withdraws", ended_by(World::mediation(), std::slice::from_ref(&withdraw))),
        ending(
            "mediation",
            "withdrawn before both accepted the mediator's terms",
            ended_by(World::mediator_came(), std::slice::from_ref(&withdraw)),
        ),
        ending("escalated", "impasse, closed by the ombudsman", World::ended()),
        ending(
            "escalated",
            "impasse, final answer of the operator's ombudsman",
            ended_by(World::claimed(), &[(Who::Ombudsman, close(ClosingOutcome::FinalAnswer))]),
        ),
        ending(
            "escalated",
            "impasse, referred to court",
            ended_by(World::claimed(), &[(Who::Ombudsman, close(ClosingOutcome::ReferredToCourt))]),
        ),
        ending(
            "escalated",
            "nobody mediated any more, closed by the ombudsman",
            ended_by(in_hand(nobody_mediates, Who::Ombudsman), std::slice::from_ref(&no_agreement)),
        ),
        ending(
            "agreed",
            "withdrawn before signing, in mediation",
            ended_by(World::drafted(), std::slice::from_ref(&withdraw)),
        ),
        ending("settled", "all confirmed, after a mediation", World::closed()),
        ending("settled", "all confirmed, without a mediator", ended_by(alone, &kept)),
        ending("settled", "reported and never confirmed", silent(reported)),
        ending(
            "settled",
            "confirmed without a report",
            ended_by(World::settled(), &[(Who::Ana, Command::ObligationConfirm { id: 1, money: None, on: None })]),
        ),
        ending(
            "settled",
            "a part paid and confirmed, the rest released by the creditor",
            ended_by(paid_in_part(World::settled()), std::slice::from_ref(&let_go)),
        ),
        ending(
            "negotiation",
            "all confirmed, then not solved, then solved",
            ended_by(World::closed(), &[rates(false), rates(true)]),
        ),
        ending(
            "negotiation",
            "all confirmed, then not solved, then silence",
            silent(ended_by(
                World::closed(),
                &[rates(false), (Who::Bruna, message(Channel::Joint, "Aqui está a nota. Falta algo?"))],
            )),
        ),
        ending("escalated", "breach, paid late and confirmed", ended_by(World::breached(), &kept)),
        ending(
            "escalated",
            "breach, a part paid late and confirmed, then the rest",
            ended_by(paid_in_part(World::breached()), &kept),
        ),
        ending(
            "escalated",
            "a part paid in time, breach, the rest paid late and confirmed",
            ended_by(broken_in_part(), &kept),
        ),
        ending(
            "escalated",
            "a part paid in time, breach, the rest enforced elsewhere",
            ended_by(in_hand(broken_in_part(), Who::Legal), &[(Who::Legal, close(ClosingOutcome::EnforcedElsewhere))]),
        ),
        ending(
            "escalated",
            "breach, enforced elsewhere",
            ended_by(legal(), &[(Who::Legal, close(ClosingOutcome::EnforcedElsewhere))]),
        ),
        ending(
            "escalated",
            "breach, released by the creditor",
            ended_by(legal(), &[(Who::Ana, Command::ObligationRelease { id: 1, money: None })]),
        ),
    ]
}

fn code(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or_default().to_owned()
}

fn words(world: &World, paper: PaperKind) -> String {
    let all = called(&world.case.procedure).into_iter().filter(|(kind, _)| *kind == paper);
    let said: Vec<String> = all
        .map(|(kind, number)| match claimed(world, kind, number).0 {
            PaperClaims::FinalTerm(term) => match term.says {
                FinalTermSays::NoAgreement(ground) => format!("no agreement, `{}`", code(&ground)),
                FinalTermSays::AgreementStands { .. } => "the agreement stands".to_owned(),
            },
            PaperClaims::Certificate(certificate) => {
                let answer = match certificate.answer {
                    InvitationAnswer::Accepted => "accepted",
                    InvitationAnswer::AcceptedSilent => "accepted and wrote nothing",
                    InvitationAnswer::Refused { .. } => "refused",
                    InvitationAnswer::Silent => "no answer",
                    InvitationAnswer::Open => "not answered yet",
                };
                let spans = certificate.mediations.iter().map(|span| match (span.ended, span.agreed) {
                    (Some(_), true) => "mediation with agreement",
                    (Some(_), false) => "mediation without agreement",
                    (None, _) => "mediation under way",
                });
                let spans: Vec<&str> = spans.collect();
                let spans = if spans.is_empty() { "no mediation".to_owned() } else { spans.join(", ") };
                let agreement = if certificate.agreement.is_some() { ", agreement signed" } else { "" };
                format!("`{}`: {answer}, {spans}{agreement}", code(&certificate.ground))
            }
            PaperClaims::Enforcement(packet) => {
                let states: Vec<String> = packet
                    .obligations
                    .iter()
                    .map(|owing| {
                        let account = owing.account();
                        let confirmed = match account.confirmed {
                            0 => String::new(),
                            units => format!(", {units} confirmed"),
                        };
                        let (id, state) = (owing.what.id, code(&account.state()));
                        format!("{id} {state}, {} of {} owed{confirmed}", account.owed(), account.whole)
                    })
                    .collect();
                format!("not kept in time: {}", states.join(", "))
            }
            PaperClaims::Procedure => "made".to_owned(),
        })
        .collect();
    if said.is_empty() { "none".to_owned() } else { said.join("; ") }
}

fn agreement(world: &World) -> &'static str {
    match &world.case.procedure.concluded {
        None => "none",
        Some(concluded) if concluded.signatures.iter().any(|signature| signature.seat == Seat::Mediator) => {
            "final term, signed by the mediator too"
        }
        Some(_) => "contract of the parties",
    }
}

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/papers.md");

/// `ACORDO_WRITE_DOCS=1` writes the table into docs/papers.md.
#[test]
#[allow(clippy::disallowed_methods, reason = "the page is no part of the domain")]
fn the_page_shows_what_each_paper_says_of_each_way_to_close() {
    let rows: Vec<String> = endings()
        .iter()
        .map(|Ending { phase, way, world }| {
            check(world);
            let outcome = world.phase().name();
            assert!(world.phase().is_closed(), "{way}: {outcome}");
            let [term, certificate, packet] =
                [PaperKind::FinalTerm, PaperKind::Certificate, PaperKind::Enforcement].map(|kind| words(world, kind));
            let agreement = agreement(world);
            format!("| {phase} | {way} | `{outcome}` | {agreement} | {term} | {certificate} | {packet} |")
        })
        .collect();
    let page = std::fs::read_to_string(PAGE).unwrap();
    let table = |line: &&str| line.starts_with("| ") && !line.starts_with("| phase") && !line.starts_with("| ---");
    let shown: Vec<&str> = page.lines().filter(table).collect();
    let (shown, rows) = (shown.join("\n"), rows.join("\n"));
    if shown != rows && std::env::var_os("ACORDO_WRITE_DOCS").is_some() {
        let (head, _) = page.split_once("| --- | --- | --- | --- | --- | --- | --- |\n").unwrap();
        let text = format!("{head}| --- | --- | --- | --- | --- | --- | --- |\n{rows}\n");
        std::fs::write(PAGE, text).unwrap();
        return;
    }
    assert_eq!(shown, rows, "run this test with ACORDO_WRITE_DOCS=1");
}
