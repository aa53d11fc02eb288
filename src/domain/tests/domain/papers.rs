//! What the papers of a case claim, held against what happened: over random lives, and as a table of every way in
//! which a case closes, which docs/papers.md shows.

use crate::play::{Step, start, step};
use crate::world::*;
use acordo_domain::case::claims::{FinalTermSays, InvitationAnswer, PaperClaims, called_for, claims, procedure_at};
use acordo_domain::case::command::*;
use acordo_domain::case::due::{due, next_due};
use acordo_domain::case::event::{Event, Fact, FinalTermGround};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::Procedure;
use acordo_domain::moment::Moment;
use acordo_domain::phase::{Outcome, Phase};
use acordo_domain::seat::*;
use proptest::prelude::*;

/// The facts of `procedure` up to this event, in their order.
fn told(world: &World, seq: u64) -> Vec<(Moment, &Fact)> {
    let of_procedure = |event: &&Event| event.channel == Channel::Procedure && event.seq <= seq;
    world.history.iter().filter(of_procedure).filter_map(|event| Some((event.at, event.fact.as_ref()?))).collect()
}

fn has(facts: &[(Moment, &Fact)], is: impl Fn(&Fact) -> bool) -> bool {
    facts.iter().any(|(_, fact)| is(fact))
}

/// Every paper that the procedure called for so far.
fn called(procedure: &Procedure) -> Vec<(PaperKind, u16)> {
    let numbers = |paper: PaperKind| (1..).take_while(move |number| called_for(procedure, paper, *number).is_some());
    PaperKind::ALL.iter().flat_map(|paper| numbers(*paper).map(|number| (*paper, number))).collect()
}

fn claimed(world: &World, paper: PaperKind, number: u16) -> (PaperClaims, u64) {
    let now = &world.case.procedure;
    let (seq, _) = called_for(now, paper, number).unwrap();
    let seq = seq.unwrap_or(now.size);
    let then = procedure_at(world.case.id, &world.history, seq);
    (claims(&then, paper, number).unwrap(), seq)
}

/// No paper contradicts the events.
fn check(world: &World) {
    for (paper, number) in called(&world.case.procedure) {
        let (claims, seq) = claimed(world, paper, number);
        let facts = told(world, seq);
        let signed = has(&facts, |fact| matches!(fact, Fact::AgreementConcluded { .. }));
        match claims {
            PaperClaims::FinalTerm(term) => {
                let span = term.mediation.expect("a final term is of a mediation that began");
                assert!(span.began <= term.ended && !span.mediators.is_empty());
                let accepted = |side| {
                    has(&facts, |fact| matches!(fact, Fact::GroundRulesAccepted { side: on, .. } if *on == side))
                };
                assert!(Side::BOTH.into_iter().all(accepted), "both accepted the mediator's terms");
                match term.says {
                    FinalTermSays::AgreementStands { .. } => assert!(signed),
                    FinalTermSays::NoAgreement(ground) => {
                        assert!(!signed, "no term says that there was no agreement where one was signed");
                        check_ground(&facts, ground);
                    }
                }
            }
            PaperClaims::Certificate(certificate) => {
                let closed =
                    has(&facts[facts.len().saturating_sub(3)..], |fact| matches!(fact, Fact::CaseClosed { .. }));
                assert_eq!(certificate.closed.is_some(), closed || world_closed_at(&facts));
                assert_eq!(certificate.agreement.is_some(), signed);
                let last = facts.iter().rev().find_map(|(_, fact)| match fact {
                    Fact::InvitationAccepted { .. } => Some("accepted"),
                    Fact::InvitationRefused { .. } => Some("refused"),
                    Fact::InvitationLapsed { .. } => Some("silent"),
                    Fact::EscalationOpened { ground: EscalationGround::NoFirstReply, .. } => Some("late"),
                    _ => None,
                });
                let accepted = has(&facts, |fact| matches!(fact, Fact::InvitationAccepted { .. }));
                match certificate.answer {
                    InvitationAnswer::Accepted => assert!(accepted),
                    InvitationAnswer::Refused { .. } => assert!(!accepted && last == Some("refused")),
                    InvitationAnswer::Silent => assert!(!accepted && matches!(last, Some("silent" | "late"))),
                    InvitationAnswer::Open => assert!(!accepted && last.is_none()),
                }
                for span in &certificate.mediations {
                    assert!(span.ended.is_none_or(|ended| ended >= span.began));
                    assert!(!span.agreed || signed);
                }
            }
            PaperClaims::Enforcement(packet) => {
                assert!(packet.signed.is_some() && signed);
                assert!(has(&facts, |fact| matches!(fact, Fact::ObligationBreached { .. })));
            }
            PaperClaims::Procedure => assert!(has(&facts, |fact| matches!(fact, Fact::CaseClosed { .. }))),
        }
    }
    check_outcomes(world);
}

fn world_closed_at(facts: &[(Moment, &Fact)]) -> bool {
    let last = facts.iter().rev().find_map(|(_, fact)| match fact {
        Fact::PhaseChanged { phase } => Some(*phase),
        _ => None,
    });
    last.is_some_and(Phase::is_closed)
}

/// A ground is a fact of the same case.
fn check_ground(facts: &[(Moment, &Fact)], ground: FinalTermGround) {
    let left = |side| has(facts, |fact| matches!(fact, Fact::MediationLeft { side: who } if *who == side));
    let escalated = |why| has(facts, |fact| matches!(fact, Fact::EscalationOpened { ground, .. } if *ground == why));
    let impasse = |time: bool| {
        has(
            facts,
            |fact| matches!(fact, Fact::ImpasseDeclared { ground } if time == (*ground == ImpasseGround::TimeOver)),
        )
    };
    let so = match ground {
        FinalTermGround::MediatorDeclaration => impasse(false) || impasse(true),
        FinalTermGround::TimeOver => impasse(true),
        FinalTermGround::NoMediator => escalated(EscalationGround::NoMediator),
        FinalTermGround::ConsumerLeft => left(Side::Consumer),
        FinalTermGround::CompanyLeft => left(Side::Company),
        FinalTermGround::Withdrawn => has(facts, |fact| matches!(fact, Fact::CaseWithdrawn {})),
        FinalTermGround::RepresentativeMissing => {
            has(facts, |fact| matches!(fact, Fact::RepresentativeAwaited { .. }))
                && escalated(EscalationGround::RepresentativeMissing)
        }
        FinalTermGround::ProcedureOver => escalated(EscalationGround::ProcedureOver),
        FinalTermGround::ProposalsRefused => escalated(EscalationGround::ProposalsRefused),
        FinalTermGround::Abandoned => has(facts, |fact| matches!(fact, Fact::DeadlineReminded { .. })),
        FinalTermGround::AgreementStands
        | FinalTermGround::Agreement
        | FinalTermGround::InvitationRefused
        | FinalTermGround::InvitationLapsed
        | FinalTermGround::OfficerClosed
        | FinalTermGround::Unconfirmed => false,
    };
    assert!(so, "{ground:?} without its fact");
}

/// What closes a case with a concluded agreement never says that there was none, and the other way round.
fn check_outcomes(world: &World) {
    let mut signed = false;
    let mut mediates = false;
    let mut terms = 0;
    for event in world.history.iter().filter(|event| event.channel == Channel::Procedure) {
        match &event.fact {
            Some(Fact::AgreementConcluded { .. }) => signed = true,
            Some(Fact::CaseClosed { outcome }) => {
                assert_eq!(matches!(outcome, Outcome::With(_)), signed, "{outcome:?}");
            }
            Some(Fact::FinalTermMade { .. }) => terms += 1,
            Some(Fact::MediatorAccepted { .. }) => mediates = true,
            _ => {}
        }
    }
    assert!(mediates || terms == 0, "no mediation, no final term");
    assert_eq!(terms, world.case.procedure.final_terms.len());
}

/// One step of a life, and sometimes months of clock.
fn live(world: &mut World, step: &Step) {
    step.pass(world);
    if step.wait == 7 {
        world.later(90);
    }
    let who = step.who();
    let command = step.command(world);
    let _ = world.tells(who, &command);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_paper_contradicts_the_events(from in any::<u8>(), steps in prop::collection::vec(step(), 1..120)) {
        let mut world = start(from);
        for step in &steps {
            live(&mut world, step);
        }
        // All the clocks run out, the case is taken up again where it can be, and they run out once more.
        for _ in 0..3 {
            for _ in 0..200 {
                let Some(at) = next_due(&world.case, &world.rules) else { break };
                world.now = world.now.max(at);
                let Some(command) = due(&world.case, &world.rules, world.now) else { break };
                world.does(Who::System, command);
            }
            check(&world);
            world.later(45);
            let before = world.phase();
            if world.tells(Who::Ana, &Command::CaseReopen {}).is_ok() {
                prop_assert!(before.is_closed() && !world.phase().is_closed());
                world.now = world.now.plus_millis(52);
                world.clock_strikes();
                prop_assert!(!world.phase().is_closed(), "no date of before counts");
            }
        }
        check(&world);
    }
}

/// A case that closes in some way, from some phase.
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
    let close = |outcome| Command::EscalationClose { outcome };
    let withdraw = (Who::Ana, Command::CaseWithdraw {});
    let mut never_came = World::intake();
    never_came.later(20);
    never_came.clock_strikes();
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
    reported.does(Who::Bruna, Command::ObligationReportDone { id: 1, evidence: vec![] });
    let mut alone = World::drafted_alone();
    alone.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
    for who in [Who::Ana, Who::Bruna] {
        alone.signs(who).unwrap();
    }
    let kept = [
        (Who::Bruna, Command::ObligationReportDone { id: 1, evidence: vec![] }),
        (Who::Ana, Command::ObligationConfirm { id: 1 }),
    ];
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
            ended_by(World::intake(), &[(Who::Coordinator, Command::CaseRefuse { ground: RefuseGround::InCourt })]),
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
        ending("escalated", "breach, paid late and confirmed", ended_by(World::breached(), &kept)),
        ending(
            "escalated",
            "breach, enforced elsewhere",
            ended_by(legal(), &[(Who::Legal, close(ClosingOutcome::EnforcedElsewhere))]),
        ),
        ending(
            "escalated",
            "breach, released by the creditor",
            ended_by(legal(), &[(Who::Legal, close(ClosingOutcome::Released))]),
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
                    .map(|owing| format!("{} {}", owing.what.id, code(&owing.state)))
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

/// `ACORDO_WRITE_DOCS=1` writes the table into the page.
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

#[test]
fn a_paper_tells_what_was_so_on_its_day() {
    let mut world = World::intake();
    world.does(Who::Bruna, Command::InvitationRefuse {});
    world.later(3);
    world.does(Who::Bruna, accept());
    let (PaperClaims::Certificate(certificate), _) = claimed(&world, PaperKind::Certificate, 1) else { panic!() };
    assert!(matches!(certificate.answer, InvitationAnswer::Refused { .. }), "typeset late, it still tells of that day");
    let too_many = Command::PaperFile { paper: PaperKind::Certificate, number: 2, pdf_hash: HASH_A.into() };
    assert_eq!(world.refuses(Who::System, too_many), Refusal::PaperNotWanted);
}
