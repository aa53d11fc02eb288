//! What the papers of a case claim, compared with what happened, over random lives.

use crate::play::{Step, start, step};
use crate::world::*;
use acordo_domain::case::claims::{FinalTermSays, InvitationAnswer, PaperClaims, called_for, claims, procedure_at};
use acordo_domain::case::command::*;
use acordo_domain::case::due::{due, next_due};
use acordo_domain::case::event::{Event, Fact, FinalTermGround};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::{Owing, Procedure};
use acordo_domain::moment::Moment;
use acordo_domain::money::Money;
use acordo_domain::obligation::{ObligationStep, ObligationStepKind, Performance};
use acordo_domain::phase::{Outcome, Phase, WithAgreement};
use acordo_domain::seat::*;
use proptest::prelude::*;

/// The facts of `procedure` up to this event, in order.
fn told(world: &World, seq: u64) -> Vec<(Moment, &Fact)> {
    let of_procedure = |event: &&Event| event.channel == Channel::Procedure && event.seq <= seq;
    world.history.iter().filter(of_procedure).filter_map(|event| Some((event.at, event.fact.as_ref()?))).collect()
}

fn has(facts: &[(Moment, &Fact)], is: impl Fn(&Fact) -> bool) -> bool {
    facts.iter().any(|(_, fact)| is(fact))
}

/// Every paper that the procedure has called for so far.
pub fn called(procedure: &Procedure) -> Vec<(PaperKind, u16)> {
    let numbers = |paper: PaperKind| (1..).take_while(move |number| called_for(procedure, paper, *number).is_some());
    PaperKind::ALL.iter().flat_map(|paper| numbers(*paper).map(|number| (*paper, number))).collect()
}

pub fn claimed(world: &World, paper: PaperKind, number: u16) -> (PaperClaims, u64) {
    let now = &world.case.procedure;
    let (seq, _) = called_for(now, paper, number).unwrap();
    let seq = seq.unwrap_or(now.size);
    let then = procedure_at(world.case.id, &world.history, seq);
    (claims(&then, paper, number).unwrap(), seq)
}

/// No paper contradicts the events.
pub fn check(world: &World) {
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
                    InvitationAnswer::AcceptedSilent => {
                        let spoke = |fact: &Fact| matches!(fact, Fact::FirstReplyGiven { side: Side::Company });
                        assert!(accepted && !has(&facts, spoke));
                    }
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
                check_owed(&facts, &packet.obligations);
                let broken = |id: &u16| packet.obligations.iter().find(|owing| owing.what.id == *id).unwrap();
                match facts.last() {
                    Some((_, Fact::ObligationBreached { id, money })) => {
                        let broken = broken(id);
                        assert!(broken.account().unreported() > 0, "nothing is broken that is done, or said to be");
                        assert_eq!(*money, broken.sum(broken.account().owed()));
                    }
                    // A part was paid or released since: what is left is still enforced.
                    Some((_, Fact::ObligationConfirmed { id, .. } | Fact::ObligationReleased { id, .. })) => {
                        assert!(broken(id).breached_at.is_some() && broken(id).account().owed() > 0);
                    }
                    last => panic!("a packet is of a breach, or of what became of it: {last:?}"),
                }
            }
            PaperClaims::Procedure => assert!(has(&facts, |fact| matches!(fact, Fact::CaseClosed { .. }))),
        }
    }
    check_owed(&told(world, u64::MAX), &world.case.procedure.obligations);
    check_outcomes(world);
}

/// The state of an obligation is the sum of what was said about it: no receipt is ever lost, the rest is still owed.
fn check_owed(facts: &[(Moment, &Fact)], obligations: &[Owing]) {
    for owing in obligations {
        let account = owing.account();
        let units = |money: Option<Money>| money.map_or(account.whole, |money| money.amount);
        let (mut receipts, mut released, mut words) = (0, 0, 0);
        for (_, fact) in facts {
            match fact {
                Fact::ObligationConfirmed { id, money, on } if *id == owing.what.id => {
                    receipts += units(*money);
                    words += 1;
                    let step = |step: &&ObligationStep| step.what == ObligationStepKind::Confirmed && step.on == *on;
                    assert!(owing.steps.iter().any(|said| step(&said)), "a receipt keeps its day");
                }
                Fact::ObligationReleased { id, money } if *id == owing.what.id => {
                    released += units(*money);
                    words += 1;
                }
                _ => {}
            }
        }
        assert_eq!((account.confirmed, account.released), (receipts, released), "{owing:?}");
        let kept = [ObligationStepKind::Confirmed, ObligationStepKind::Released];
        assert_eq!(owing.steps.iter().filter(|step| kept.contains(&step.what)).count(), words);
        assert_eq!(account.owed() + account.presumed, account.whole - receipts - released);
        assert!((0..=account.owed()).contains(&account.reported()) && account.presumed >= 0, "{owing:?}");
    }
}

fn world_closed_at(facts: &[(Moment, &Fact)]) -> bool {
    let last = facts.iter().rev().find_map(|(_, fact)| match fact {
        Fact::PhaseChanged { phase } => Some(*phase),
        _ => None,
    });
    last.is_some_and(Phase::is_closed)
}

/// A ground is backed by a fact of the same case.
fn check_ground(facts: &[(Moment, &Fact)], ground: FinalTermGround) {
    let left = |side| has(facts, |fact| matches!(fact, Fact::MediationLeft { side: who } if *who == side));
    // Of the last mediation: who did not accept the terms of an earlier one may have accepted these.
    let lately = facts.iter().rposition(|(_, fact)| matches!(fact, Fact::MediatorAccepted { .. })).unwrap_or(0);
    let lapsed = |side| {
        has(facts.get(lately..).unwrap(), |fact| matches!(fact, Fact::TermsLapsed { side: who } if *who == side))
    };
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
        FinalTermGround::ConsumerDidNotAccept => lapsed(Side::Consumer) && !lapsed(Side::Company),
        FinalTermGround::CompanyDidNotAccept => lapsed(Side::Company) && !lapsed(Side::Consumer),
        FinalTermGround::NeitherAccepted => lapsed(Side::Consumer) && lapsed(Side::Company),
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
        | FinalTermGround::BothLeft
        | FinalTermGround::InvitationRefused
        | FinalTermGround::InvitationLapsed
        | FinalTermGround::OfficerClosed
        | FinalTermGround::Unconfirmed => false,
    };
    assert!(so, "{ground:?} without its fact");
}

/// The outcome of a case with a concluded agreement never says that there was none, nor the other way round.
fn check_outcomes(world: &World) {
    let mut signed = false;
    let mut mediates = false;
    let mut terms = 0;
    for event in world.history.iter().filter(|event| event.channel == Channel::Procedure) {
        match &event.fact {
            // The conclusion itself is the last event of its transaction, also where that closes the case.
            Some(Fact::ObligationsStarted { .. }) => signed = true,
            Some(Fact::CaseClosed { outcome }) => {
                assert_eq!(matches!(outcome, Outcome::With(_)), signed, "{outcome:?}");
                let then = procedure_at(world.case.id, &world.history, event.seq);
                let owes = |is: fn(&Performance) -> bool| then.obligations.iter().any(|owing| is(&owing.account()));
                let (owed, presumed, released) =
                    (owes(|one| one.owed() > 0), owes(|one| one.presumed > 0), owes(|one| one.released > 0));
                match outcome {
                    Outcome::With(WithAgreement::Fulfilled) => assert!(!owed && !presumed && !released),
                    Outcome::With(WithAgreement::SettledUnconfirmed) => assert!(!owed && presumed),
                    Outcome::With(WithAgreement::Released) => assert!(!owed && !presumed && released),
                    Outcome::With(WithAgreement::EnforcedElsewhere) => assert!(owed),
                    Outcome::Without(_) => {}
                }
            }
            Some(Fact::FinalTermMade { .. }) => terms += 1,
            Some(Fact::MediatorAccepted { .. }) => mediates = true,
            _ => {}
        }
    }
    assert!(mediates || terms == 0, "no mediation, no final term");
    assert_eq!(terms, world.case.procedure.final_terms.len());
}

/// One step of a life, and now and then months of clock.
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
        // All deadlines pass, the case is reopened where it can be, and they pass once more.
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

#[test]
fn a_paper_tells_what_was_so_on_its_day() {
    let mut world = World::intake();
    world.does(Who::Bruna, Command::InvitationRefuse {});
    world.later(3);
    world.does(Who::Bruna, Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: None });
    let (PaperClaims::Certificate(certificate), _) = claimed(&world, PaperKind::Certificate, 1) else { panic!() };
    assert!(matches!(certificate.answer, InvitationAnswer::Refused { .. }), "typeset late, it still tells of that day");
    let too_many = Command::PaperFile {
        paper: PaperKind::Certificate,
        number: 2,
        pdf_hash: HASH_A.into(),
        data_hash: HASH_B.into(),
        size: None,
    };
    assert_eq!(world.refuses(Who::System, too_many), Refusal::PaperNotWanted);
}

#[test]
fn a_certificate_made_with_an_agreement_tells_of_it() {
    let world = World::settled();
    let (PaperClaims::Certificate(certificate), _) = claimed(&world, PaperKind::Certificate, 1) else { panic!() };
    assert_eq!(certificate.agreement, Some(world.now));
    assert!(certificate.mediations.iter().all(|span| span.agreed && span.ended == Some(world.now)));
}

#[test]
fn a_record_of_an_open_case_is_kept_as_it_stands_and_moves_no_date() {
    let mut world = World::settled();
    let (before, shown) = (next_due(&world.case, &world.rules), world.sees(Who::Ana));
    let mut sizes = Vec::new();
    for _ in 0..2 {
        let size = world.case.procedure.size;
        world.does(
            Who::System,
            Command::PaperFile {
                paper: PaperKind::Procedure,
                number: 1,
                pdf_hash: HASH_A.into(),
                data_hash: HASH_B.into(),
                size: Some(size),
            },
        );
        sizes.push(Some(size));
    }
    let procedure = &world.case.procedure;
    assert_eq!(procedure.records_so_far(1).map(|record| record.size).collect::<Vec<_>>(), sizes);
    assert!(procedure.filed_paper(PaperKind::Procedure, 1).is_none(), "the one of the end is still to come");
    assert_eq!(next_due(&world.case, &world.rules), before);
    assert_eq!((world.sees(Who::Ana).papers, world.sees(Who::Ana).turn), (shown.papers, shown.turn));
}
