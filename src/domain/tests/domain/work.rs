//! Work that the system owes is done later, by a command of its own: by then people may have gone on, in any way, and
//! no work is lost by it.

use crate::play::{Step, start, steps};
use crate::world::*;
use acordo_domain::case::apply::apply;
use acordo_domain::case::command::*;
use acordo_domain::case::event::Fact;
use acordo_domain::case::owed::{Owed, owed};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::Case;
use acordo_domain::phase::Phase;
use acordo_domain::seat::Side;
use proptest::prelude::*;

fn seal(version: u32) -> Command {
    Command::AgreementSeal { version, document_hash: HASH_A.into(), pdf_hash: HASH_B.into() }
}

fn confirm() -> Command {
    Command::ObligationConfirm { id: 1, money: None, on: None }
}

fn not_solved() -> Command {
    let unsolved = Some("Falta o frete.".to_owned());
    Command::FeedbackGive { score: 2, solved: false, comment: None, share_comment: false, unsolved }
}

#[test]
fn an_agreement_is_sealed_though_it_was_kept_and_talked_about_anew_before() {
    let mut world = World::settled();
    world.does(Who::Ana, confirm());
    world.does(Who::Ana, not_solved());
    assert_eq!(world.phase(), Phase::Negotiation);
    world.does(Who::System, seal(1));
    let sealed = world.case.procedure.concluded.as_ref().unwrap();
    assert_eq!(sealed.sealed_pdf_hash.as_deref(), Some(HASH_B));
    assert!(world.case.procedure.reflection_waived_for(1), "the paper says what was so when it was signed");
}

#[test]
fn an_agreement_is_sealed_though_another_one_was_concluded_before() {
    let mut world = World::closed();
    world.does(Who::Ana, not_solved());
    world.does(Who::Bruna, propose(refund(6_000)));
    world.accepts(Who::Ana, 2);
    world.draft();
    let version = world.sees(Who::Ana).agreement.map(|shown| shown.version);
    world.does(Who::Ana, Command::AgreementWaiveReflection { version });
    for who in [Who::Ana, Who::Bruna] {
        world.signs(who).unwrap();
    }
    let hash_of = |world: &World, version| {
        let concluded = world.case.procedure.concluded_as(version).unwrap();
        concluded.sealed_pdf_hash.clone()
    };
    world.does(Who::System, seal(1));
    assert_eq!((hash_of(&world, 1).as_deref(), hash_of(&world, 2)), (Some(HASH_B), None));
    assert_eq!(world.refuses(Who::System, seal(1)), Refusal::AgreementAlreadySealed);
    world.does(Who::System, seal(2));
    assert_eq!(hash_of(&world, 2).as_deref(), Some(HASH_B));
    assert_eq!(world.refuses(Who::System, seal(3)), Refusal::DraftReplaced);
}

#[test]
fn the_officer_gets_the_handover_file_though_terms_were_accepted_before() {
    let mut world = World::escalated();
    world.does(Who::Ana, propose(refund(100)));
    world.accepts(Who::Bruna, 1);
    assert_eq!(world.phase(), Phase::Agreed);
    world.hands_over();
    world.identify_company();
    world.draft();
    world.does(Who::Bruna, Command::AgreementRefuse { ground: AgreementRefuseGround::Other });
    world.does(Who::Ombudsman, Command::EscalationClaim {});
    world.does(
        Who::Ombudsman,
        Command::EscalationAsk { side: Side::Consumer, question: "Chegou?".into(), due_working_days: None, due: None },
    );
}

/// A life in which the system is slow: what it owes is gathered, and done when all has happened.
fn live(mut world: World, steps: &[Step]) -> (World, Vec<Owed>) {
    let mut owing = Vec::new();
    let mut told = Case::new(world.case.id);
    for event in &world.history {
        apply(&mut told, event);
        owing.extend(owed(&told, std::slice::from_ref(event)));
    }
    for step in steps {
        step.pass(&mut world);
        let (who, command) = (step.who(), step.command(&world));
        let slow =
            matches!(command.kind(), CommandKind::AgreementSeal | CommandKind::PaperFile | CommandKind::HandoverFile);
        if let (false, Ok(events)) = (slow, world.tells(who, &command)) {
            owing.extend(world.owes(&events));
        }
    }
    (world, owing)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_agreement_is_sealed_and_every_paper_filed_however_late_the_system_comes(from in any::<u8>(), steps in steps(90)) {
        let (mut world, owing) = live(start(from), &steps);
        for owed in owing {
            let command = match owed {
                Owed::Seal { version } => {
                    let hash = world.case.procedure.concluded_as(version).unwrap().document_hash.clone();
                    Command::AgreementSeal { version, document_hash: hash, pdf_hash: HASH_B.into() }
                }
                Owed::Paper { paper, number } => {
                    Command::PaperFile { paper, number, pdf_hash: HASH_A.into(), data_hash: HASH_B.into(), size: None }
                }
                Owed::Handover { entry } => {
                    if world.case.procedure.open_entry().is_none_or(|open| open.number != entry) {
                        continue;
                    }
                    world.handing_over()
                }
                Owed::Draft { .. } | Owed::AssignMediator | Owed::Notice(_) => continue,
            };
            match world.tells(Who::System, &command) {
                Ok(_) => {}
                Err(refused) => {
                    let done = [Refusal::AgreementAlreadySealed, Refusal::PaperNotWanted, Refusal::HandoverExists];
                    prop_assert!(done.contains(&refused.code), "{command:?} in {:?}: {refused:?}", world.phase());
                }
            }
        }
        let procedure = &world.case.procedure;
        let concluded = procedure.concluded.iter().chain(&procedure.concluded_before);
        prop_assert!(concluded.clone().all(|concluded| concluded.sealed_pdf_hash.is_some()));
        let sealed = world.history.iter().filter(|event| matches!(event.fact, Some(Fact::AgreementSealed { .. })));
        prop_assert_eq!(sealed.count(), concluded.count());
        for (paper, points) in [
            (PaperKind::FinalTerm, procedure.final_terms.len()),
            (PaperKind::Certificate, procedure.certificates.len()),
            (PaperKind::Procedure, procedure.closings.len()),
            (PaperKind::Enforcement, procedure.breaches.len()),
        ] {
            prop_assert_eq!(procedure.papers.iter().filter(|filed| filed.paper == paper && filed.size.is_none()).count(), points);
        }
    }
}
