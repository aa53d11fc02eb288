//! What the view says about the viewer's part agrees with `decide` and with the audience.

use crate::play::{start, steps};
use crate::world::*;
use acordo_domain::case::audience::{Readable, may_read};
use acordo_domain::case::command::*;
use acordo_domain::case::event::{Author, Fact};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::take::may_take_caucus;
use acordo_domain::seat::*;
use acordo_domain::view::RecordProfile;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Everybody who holds a seat and reads the channel, according to the one function that decides it.
fn named(world: &World, viewer: Who, channel: Channel) -> BTreeSet<(Seat, String, bool)> {
    let procedure = &world.case.procedure;
    let reads = |who: &Who| may_read(procedure, &who.actor(), channel, 1);
    Who::ALL
        .into_iter()
        .filter(reads)
        .flat_map(|who| {
            procedure.seats.iter().filter(move |tenure| tenure.person.id == who.id()).map(move |tenure| (tenure, who))
        })
        .map(|(tenure, who)| (tenure.seat, tenure.person.name.clone(), who == viewer))
        .collect()
}

fn check(world: &World, viewer: Who) {
    let Some(view) = world.view(viewer) else { return };
    assert_eq!(view.listeners.keys().collect::<Vec<_>>(), view.heads.keys().collect::<Vec<_>>(), "{viewer:?}");
    // An invited consumer reads no further than the invitation, so the names are from that moment.
    let only_invited = view.capacity == Capacity::Invited && view.side == Some(Side::Consumer);
    for (channel, list) in view.listeners.iter().filter(|_| !only_invited) {
        let said: BTreeSet<_> = list.iter().map(|one| (one.seat, one.name.clone(), one.you)).collect();
        assert_eq!(said, named(world, viewer, *channel), "{viewer:?} in {channel}");
        assert_eq!(said.len(), list.len(), "named twice to {viewer:?} in {channel}");
    }
    for proposal in &view.proposals {
        assert_eq!(proposal.needs_both, matches!(proposal.author, Author::Mediator | Author::Officer));
        let withdraw = Command::ProposalWithdraw { channel: proposal.channel, number: proposal.number };
        let refused = world.asks(&viewer.actor(), &withdraw, world.now).err().map(|refused| refused.code);
        assert!(
            !proposal.yours || refused != Some(Refusal::ProposalIsNotYours),
            "{viewer:?} may not withdraw what it is told is its own: {proposal:?}"
        );
        assert!(refused.is_some() || proposal.yours, "{viewer:?} may withdraw what is not its own: {proposal:?}");
    }
    let may = |command: &str| view.allowed.iter().any(|allowed| allowed == command);
    for entry in view.entries.iter().filter(|entry| entry.yours && may("escalation.forward")) {
        for queue in [Queue::CompanyOmbudsman, Queue::CompanyLegal, Queue::OperatorOmbudsman, Queue::OperatorLegal] {
            for note in [None, Some("nota".to_owned())] {
                let forward = Command::EscalationForward {
                    reasons: reasons(),
                    queue,
                    ground: ForwardGround::NotAgreed,
                    note: note.clone(),
                };
                let answer = world.asks(&viewer.actor(), &forward, world.now);
                let offered = entry.forwards.iter().any(|to| to.queue == queue && (to.note || note.is_none()));
                // Only the store knows that a company has no legal team.
                if answer.is_ok() || queue != Queue::CompanyLegal {
                    assert_eq!(answer.is_ok(), offered, "{viewer:?} {forward:?}: {answer:?}");
                }
            }
        }
    }
    for entry in view.entries.iter().filter(|entry| entry.yours && may("escalation.close")) {
        for outcome in [ClosingOutcome::NoAgreement, ClosingOutcome::FinalAnswer, ClosingOutcome::ReferredToCourt] {
            let answer =
                world.asks(&viewer.actor(), &Command::EscalationClose { outcome, reasons: reasons() }, world.now);
            assert_eq!(answer.is_ok(), entry.closings.contains(&outcome), "{viewer:?} {outcome:?}: {answer:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_view_says_of_everybodys_part_what_the_rules_say(from in any::<u8>(), steps in steps(50)) {
        let mut world = start(from);
        for step in &steps {
            step.pass(&mut world);
            let command = step.command(&world);
            let _refused_or_done = world.tells(step.who(), &command);
        }
        for viewer in Who::ALL {
            check(&world, viewer);
        }
    }
}

#[test]
fn an_offer_is_made_in_the_name_that_the_view_says() {
    let offers =
        [(World::mediation(), Who::Ana), (World::mediation(), Who::Bruna), (World::mediation(), Who::Mediator)];
    for (mut world, who) in offers.into_iter().chain([(World::with_own_ombudsman(), Who::Ouvidora)]) {
        let name = *world.sees(who).offers_as.get(&Channel::Joint).unwrap();
        let events = world.does(who, propose(refund(900)));
        let made = events.iter().find_map(|event| match &event.fact {
            Some(Fact::ProposalMade { author, .. }) => Some(*author),
            _ => None,
        });
        assert_eq!(made, Some(name), "{who:?}");
        assert!(world.sees(who).proposals.last().unwrap().yours);
    }
    let mut world = World::claimed();
    assert_eq!(world.sees(Who::Ombudsman).offers_as.into_values().collect::<Vec<_>>(), [Author::Officer]);
    let review = world.review();
    world.does(
        Who::Ombudsman,
        Command::EscalationRecommend {
            terms: refund(900),
            reasons: "Porque sim.".into(),
            valid_days: None,
            valid_until: None,
        },
    );
    let seen = world.sees(Who::Ombudsman);
    let recommended = seen.proposals.iter().find(|proposal| proposal.channel == review).unwrap();
    assert!(recommended.yours && recommended.needs_both);
    assert!(!world.sees(Who::Ana).proposals.iter().any(|proposal| proposal.channel == review && proposal.yours));
}

#[test]
fn the_audience_line_names_the_companys_people_and_its_own_officer() {
    let world = World::with_own_ombudsman();
    let names = |who: Who, channel: Channel| -> Vec<String> {
        world.sees(who).listeners[&channel].iter().filter(|one| !one.you).map(|one| one.name.clone()).collect()
    };
    assert_eq!(names(Who::Ana, Channel::Joint), ["Bruna Lima", "Otília Ramos"]);
    assert_eq!(names(Who::Bruna, Channel::Internal), ["Otília Ramos"]);
    assert_eq!(names(Who::Ana, caucus(Side::Consumer)), [""; 0], "the mediator's part has ended");
}

#[test]
fn what_an_officer_reads_anyway_needs_no_release() {
    let released = |world: &World, who: Who| world.sees(who).releasable;
    let operators = World::claimed();
    assert_eq!(released(&operators, Who::Ana), [Channel::Joint, caucus(Side::Consumer)]);
    assert_eq!(released(&operators, Who::Bruna), [Channel::Joint, caucus(Side::Company)]);
    assert_eq!(released(&operators, Who::Ombudsman), []);
    let own = World::with_own_ombudsman();
    assert_eq!(released(&own, Who::Ana), [caucus(Side::Consumer)]);
    assert_eq!(released(&World::mediation(), Who::Ana), []);
}

#[test]
fn the_complaint_and_every_file_come_with_the_view() {
    let mut world = World::mediation();
    let add = |channel, id| Command::EvidenceAdd { channel, evidence: evidence(id), shared_from: None };
    world.does(Who::Ana, add(Channel::Joint, 1));
    world.does(Who::Ana, add(caucus(Side::Consumer), 2));
    for nth in 0..150 {
        world.does(Who::Bruna, message(Channel::Joint, &format!("linha {nth}")));
    }
    let seen = |who: Who| {
        let view = world.sees(who);
        let files: Vec<_> = view.files.iter().map(|file| (file.channel, file.evidence.id, file.yours)).collect();
        (view.complaint, files)
    };
    let nota = |yours| (Channel::Joint, evidence(1).id, yours);
    let recibo = |yours| (caucus(Side::Consumer), evidence(2).id, yours);
    assert_eq!(seen(Who::Ana), (Some(complaint()), vec![nota(true), recibo(true)]));
    assert_eq!(seen(Who::Mediator), (Some(complaint()), vec![nota(false), recibo(false)]));
    assert_eq!(seen(Who::Bruna), (Some(complaint()), vec![nota(false)]));
    assert_eq!(seen(Who::Coordinator), (None, vec![]));
    let claimed = World::claimed();
    assert_eq!(claimed.sees(Who::Ombudsman).complaint, Some(complaint()), "from the handover file");
}

#[test]
fn everybody_is_offered_the_records_and_papers_that_they_may_take() {
    let records = |world: &World, who: Who| world.sees(who).records;
    let procedural = RecordProfile::Procedural;
    let settled = World::settled();
    assert_eq!(records(&settled, Who::Ana), [procedural, RecordProfile::Joint], "the agreement is not sealed yet");
    assert_eq!(records(&settled, Who::Coordinator), []);
    let mut claimed = World::claimed();
    assert_eq!(records(&claimed, Who::Ombudsman), [procedural]);
    for who in [Who::Ana, Who::Bruna] {
        claimed.does(who, Command::ConsentGive { scope: ConsentScope::JointExport });
    }
    assert_eq!(records(&claimed, Who::Ombudsman), [procedural, RecordProfile::Joint]);
    // Somebody who reads only names and dates, or nothing, may not download a record.
    for who in [Who::Coordinator, Who::Legal, Who::Mediator] {
        assert_eq!(claimed.view(who).map(|view| view.records).unwrap_or_default(), [], "{who:?}");
    }
    assert_eq!(records(&World::mediation(), Who::Manager), [procedural]);
    assert_eq!(records(&World::mediation(), Who::Mediator), [procedural, RecordProfile::Joint]);
    for who in [Who::Ana, Who::Bruna, Who::Ombudsman] {
        let mut ended = World::ended();
        let paper = Command::PaperFile {
            paper: PaperKind::FinalTerm,
            number: 1,
            pdf_hash: HASH_A.into(),
            data_hash: HASH_B.into(),
            size: None,
        };
        ended.does(Who::System, paper);
        assert!(ended.sees(who).papers.iter().all(|paper| paper.may_take), "{who:?}");
    }
}

#[test]
fn a_private_conversation_is_taken_along_by_those_who_had_it_alone() {
    let world = World::mediation();
    let consumers = caucus(Side::Consumer);
    let may = |who: Who, channel| {
        let actor = who.actor();
        Readable::of(&world.case, &actor).is_some_and(|readable| may_take_caucus(&readable, channel))
    };
    let takers: Vec<Who> = Who::ALL.into_iter().filter(|who| may(*who, consumers)).collect();
    assert_eq!(takers, [Who::Ana, Who::Mediator]);
    assert!(Who::ALL.into_iter().all(|who| !may(who, Channel::Joint) && !may(who, Channel::Procedure)));
}
