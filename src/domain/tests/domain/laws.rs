//! Laws that hold over every history.

use crate::play::{Step, build, capacity_in, start, step, steps};
use crate::world::*;
use acordo_domain::case::apply::apply;
use acordo_domain::case::audience::may_read;
use acordo_domain::case::command::Command;
use acordo_domain::case::command::CommandKind;
use acordo_domain::case::due::{due, next_due};
use acordo_domain::case::event::{Event, Fact, FactKind};
use acordo_domain::case::owed::{NoticeKind, NoticeTo, Owed};
use acordo_domain::case::state::{Case, ProposalState};
use acordo_domain::moment::Moment;
use acordo_domain::phase::Phase;
use acordo_domain::rules::DeadlineRule;
use acordo_domain::seat::*;
use acordo_record::agreement::terms_hash;
use acordo_record::base64;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn legal(from: Phase, to: Phase) -> bool {
    use Phase::*;
    matches!(
        (from, to),
        (
            Intake,
            Negotiation
                | ClosedRefused
                | ClosedWithdrawn
                | ClosedMisdirected
                | ClosedCalledBack
                | EscalatedOmbudsman
        )
            | (
                Negotiation,
                Mediation
                    | Agreed
                    | EscalatedOmbudsman
                    | ClosedWithdrawn
                    | ClosedAbandoned
                    | ClosedFulfilled
                    | ClosedSettledUnconfirmed
                    | ClosedReleased
            )
            | (Mediation, Agreed | EscalatedOmbudsman | EscalatedLegal | ClosedWithdrawn)
            | (
                EscalatedOmbudsman,
                Agreed
                    | Mediation
                    | EscalatedLegal
                    | ClosedFulfilled
                    | ClosedSettledUnconfirmed
                    | ClosedReleased
                    | ClosedEnforcedElsewhere
                    | ClosedWithdrawn
                    | ClosedNoAgreement
                    | ClosedFinalAnswer
                    | ClosedReferredToCourt
            )
            | (
                EscalatedLegal,
                Agreed
                    | Mediation
                    | EscalatedOmbudsman
                    | ClosedFulfilled
                    | ClosedSettledUnconfirmed
                    | ClosedReleased
                    | ClosedEnforcedElsewhere
                    | ClosedWithdrawn
                    | ClosedNoAgreement
                    | ClosedFinalAnswer
                    | ClosedReferredToCourt
            )
            | (Agreed, Negotiation | Mediation | EscalatedOmbudsman | EscalatedLegal | Settled | ClosedWithdrawn)
            | (Settled, ClosedFulfilled | ClosedSettledUnconfirmed | ClosedReleased | EscalatedLegal)
            | (ClosedSettledUnconfirmed, Settled)
            // Something is not solved: a new negotiation, whose end is again that of the agreement that was kept.
            | (ClosedFulfilled | ClosedSettledUnconfirmed | ClosedReleased, Negotiation)
            | (ClosedAbandoned | ClosedNoAgreement, Negotiation)
            | (ClosedRefused, Negotiation | EscalatedOmbudsman)
    )
}

fn check_step(before: &Case, world: &World, events: &[Event]) {
    let after = &world.case;
    for pair in after.procedure.phases.windows(2) {
        assert!(legal(pair[0].phase, pair[1].phase), "{pair:?}");
    }
    for old in &before.joint().proposals {
        let new = after.joint().proposal(old.number).unwrap();
        assert_eq!((&old.terms, &old.terms_hash, old.author), (&new.terms, &new.terms_hash, new.author));
        assert!(old.state == ProposalState::Open || old.state == new.state, "only an open proposal changes");
    }
    let mut authors: Vec<_> = after.joint().open_proposals().map(|proposal| proposal.author).collect();
    authors.sort();
    authors.dedup();
    assert_eq!(authors.len(), after.joint().open_proposals().count(), "one open proposal per author");
    let talks = matches!(
        after.phase(),
        Phase::Negotiation | Phase::Mediation | Phase::EscalatedOmbudsman | Phase::EscalatedLegal
    );
    assert!(talks || authors.is_empty(), "nothing lies on the table outside the talks");
    if let Some(deal) = &after.joint().deal {
        let agreed = |talk: &acordo_domain::case::state::Talk| {
            talk.proposals
                .iter()
                .find(|proposal| proposal.state == ProposalState::Accepted && proposal.terms_hash == deal.terms_hash)
                .cloned()
        };
        // The deal was accepted in the room, or in an officer's review.
        let accepted = after.talks.values().find_map(agreed).unwrap();
        assert_eq!((&deal.terms, &deal.terms_hash), (&accepted.terms, &accepted.terms_hash));
        assert_eq!(deal.terms_hash, base64(&terms_hash(&deal.terms).unwrap()));
    }
    check_notices(world, events);
}

/// The actor gets no letter; every recipient may read what the letter is about, or belongs to a team that is called.
fn check_notices(world: &World, events: &[Event]) {
    let actors: Vec<_> = events.iter().filter_map(|event| event.by.as_ref().map(|by| by.id)).collect();
    for owed in world.owes(events) {
        let Owed::Notice(notice) = owed else { continue };
        if let NoticeTo::User(user) = notice.to {
            assert!(!actors.contains(&user), "{notice:?}");
            let who = Who::ALL.into_iter().find(|who| who.id() == user).unwrap();
            // Somebody who lost a seat, or was asked and did not answer, hears of that and of nothing else.
            let lost =
                matches!(notice.kind, NoticeKind::SeatLost | NoticeKind::AssignmentEnded | NoticeKind::MediationEnded);
            let reads = may_read(&world.case.procedure, &who.actor(), notice.channel, notice.seq);
            assert!(lost || reads, "{notice:?}");
        }
    }
}

fn check_history(world: &World) {
    let mut sizes: BTreeMap<Channel, (u64, Moment)> = BTreeMap::new();
    let mut folded = Case::new(world.case.id);
    for event in &world.history {
        let last = sizes.entry(event.channel).or_insert((0, event.at));
        assert_eq!(event.seq, last.0 + 1, "gap-free");
        assert!(event.at >= last.1, "time never goes back within a channel");
        *last = (event.seq, event.at);
        apply(&mut folded, event);
        // Applying an event twice changes nothing.
        if event.seq % 3 == 0 {
            apply(&mut folded, event);
        }
    }
    assert_eq!(folded, world.case, "state is a fold of the events");
    let text = serde_json::to_string(&folded).unwrap();
    assert_eq!(serde_json::from_str::<Case>(&text).unwrap(), folded, "a snapshot says the same");
    for event in &world.history {
        let text = serde_json::to_string(&event.fact).unwrap();
        assert_eq!(serde_json::from_str::<Option<Fact>>(&text).unwrap(), event.fact);
        assert_eq!(FactKind::from_name(event.kind.name()), Some(event.kind));
    }
    check_agreements(world);
}

/// Each agreement is the one that was drafted, and each signer signed just that. Another one needs a new negotiation.
fn check_agreements(world: &World) {
    let concluded: Vec<_> = world
        .history
        .iter()
        .filter_map(|event| match &event.fact {
            Some(Fact::AgreementConcluded { document_hash, version, signatures, .. }) => {
                Some((event, document_hash, version, signatures))
            }
            _ => None,
        })
        .collect();
    let reopened = world.history.iter().filter(|event| event.kind == FactKind::CaseReopened).count();
    assert!(concluded.len() <= reopened + 1);
    for (event, hash, version, signatures) in &concluded {
        assert_eq!((event.channel, event.seat), (Channel::Procedure, Voice::System));
        let mut seats: Vec<_> = signatures.iter().map(|signature| signature.seat).collect();
        assert!(signatures.windows(2).all(|pair| pair[0].at <= pair[1].at));
        assert!(signatures.iter().all(|signature| signature.document_hash == **hash && signature.version == **version));
        seats.sort();
        assert!(seats == [Seat::Consumer, Seat::Company] || seats == [Seat::Consumer, Seat::Company, Seat::Mediator]);
    }
    let Some((_, _, version, _)) = concluded.last() else { return };
    let drafted = world.history.iter().find_map(|event| match &event.fact {
        Some(Fact::AgreementDrafted { version: drafted, terms, terms_hash, .. }) if drafted == *version => {
            Some((terms, terms_hash))
        }
        _ => None,
    });
    let joint = world.case.joint();
    // While another agreement is being signed the previous one stands.
    let deal = if world.phase() == Phase::Agreed { &joint.standing } else { &joint.deal };
    let deal = deal.as_ref().unwrap();
    assert_eq!(drafted, Some((&deal.terms, &deal.terms_hash)));
    check_owed(world);
}

/// A confirmed obligation stays confirmed, nobody owes less than nothing, and a case is closed as kept only if it was.
fn check_owed(world: &World) {
    for owing in &world.case.procedure.obligations {
        let account = owing.account();
        assert_eq!(account.whole, account.confirmed + account.released + account.presumed + account.owed());
        assert!(account.owed() >= 0 && account.unreported() >= 0, "{account:?}");
        let said = |kind: FactKind| {
            let ids =
                world.history.iter().filter(move |event| event.kind == kind).filter_map(|event| match event.fact {
                    Some(Fact::ObligationConfirmed { id, money, .. } | Fact::ObligationReleased { id, money }) => {
                        Some((id, money.map_or(1, |money| money.amount)))
                    }
                    _ => None,
                });
            ids.filter(|(id, _)| *id == owing.what.id).map(|(_, units)| units).sum::<i64>()
        };
        assert_eq!(said(FactKind::ObligationConfirmed), account.confirmed, "a receipt stands for ever");
        assert_eq!(said(FactKind::ObligationReleased), account.released);
        let done = account.is_done();
        assert!(done || !matches!(world.phase(), Phase::ClosedFulfilled | Phase::ClosedReleased), "{owing:?}");
    }
}

/// Whatever is offered can be sent in some form: at most its arguments are at fault.
fn check_offers(world: &World, who: Who) {
    let Some(view) = world.view(who) else { return };
    for name in &view.allowed {
        let kind = CommandKind::from_name(name).unwrap();
        let answer = |detail| world.asks(&who.actor(), &build(world, who, kind, detail), world.now);
        let passes = |detail| answer(detail).map_or_else(|refused| refused.pointer.is_some(), |_| true);
        assert!((0..36).any(passes), "{who:?} is offered {name} in {:?}: {:?}", world.phase(), answer(0));
    }
}

fn play(mut world: World, steps: &[Step]) -> World {
    for step in steps {
        step.pass(&mut world);
        let who = step.who();
        let command = step.command(&world);
        let before = world.case.clone();
        let allowed = world.view(who).map(|view| view.allowed);
        match world.tells(who, &command) {
            Ok(events) => {
                assert!(!events.is_empty());
                if let Some(allowed) = allowed {
                    assert!(
                        allowed.iter().any(|name| name == command.kind().name()),
                        "{who:?} {command:?} was not offered"
                    );
                }
                check_step(&before, &world, &events);
            }
            Err(_) => assert_eq!(world.case, before, "what is refused changes nothing"),
        }
        check_offers(&world, who);
    }
    for who in Who::ALL {
        check_offers(&world, who);
    }
    check_history(&world);
    world
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_tried_the_laws_hold(from in any::<u8>(), steps in steps(70)) {
        play(start(from), &steps);
    }

    #[test]
    fn a_due_command_is_possible_when_it_is_due_and_not_before(from in any::<u8>(), steps in steps(40)) {
        let mut world = play(start(from), &steps);
        for _ in 0..120 {
            let Some(at) = next_due(&world.case, &world.rules) else { break };
            if world.now < at {
                prop_assert!(due(&world.case, &world.rules, world.now).is_none(), "something before {at}");
                let early = due(&world.case, &world.rules, at).map(|command| {
                    (world.asks(&Actor::System, &command, world.now).is_err(), command)
                });
                prop_assert!(early.as_ref().is_some_and(|(refused, _)| *refused), "{early:?} before {at}");
                world.now = at;
            }
            let command = due(&world.case, &world.rules, world.now).unwrap();
            world.does(Who::System, command);
        }
        // Time alone leads to a phase that needs a person; a coordinator who is needed is told daily, without end.
        let next = next_due(&world.case, &world.rules).and_then(|at| due(&world.case, &world.rules, at));
        let daily = |command: &Command| {
            let rule = if let Command::DeadlineRemind { rule, .. } = command { Some(*rule) } else { None };
            matches!(
                rule,
                Some(
                    DeadlineRule::Admission
                        | DeadlineRule::MediatorMissing
                        | DeadlineRule::EntryOverdue
                )
            )
        };
        prop_assert!(next.as_ref().is_none_or(daily), "{next:?}");
    }

    #[test]
    fn apply_takes_anything_in_any_order(from in any::<u8>(), steps in steps(50), order in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..60)) {
        let world = play(start(from), &steps);
        let mut case = Case::new(world.case.id);
        for (seq, (at, how)) in (1u64..).zip(order) {
            let mut event = at.get(&world.history).clone();
            event.seq = if how % 4 == 0 { u64::from(how) } else { seq };
            if how % 5 == 0 {
                event.fact = None;
                event.by = None;
            }
            if how % 7 == 0 {
                event.channel = Channel::Procedure;
            }
            apply(&mut case, &event);
            for who in Who::ALL {
                acordo_domain::case::show::view(&case, &who.actor(), &world.rules, world.now);
            }
        }
    }
}

#[test]
fn a_random_history_reaches_every_phase_that_commands_can_reach() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<Phase, usize> = BTreeMap::new();
    let strategy = prop::collection::vec(step(), 60..120);
    for round in 0..200u8 {
        let steps = strategy.new_tree(&mut runner).unwrap().current();
        let world = play(start(round), &steps);
        for stay in &world.case.procedure.phases {
            *seen.entry(stay.phase).or_default() += 1;
        }
        assert!(capacity_in(&world, Who::Stranger).is_none());
    }
    for phase in [
        Phase::Intake,
        Phase::Negotiation,
        Phase::Mediation,
        Phase::Agreed,
        Phase::Settled,
        Phase::EscalatedOmbudsman,
        Phase::EscalatedLegal,
        Phase::ClosedNoAgreement,
        Phase::ClosedFulfilled,
        Phase::ClosedRefused,
        Phase::ClosedWithdrawn,
    ] {
        assert!(seen.contains_key(&phase), "{phase:?} was never reached: {seen:?}");
    }
}
