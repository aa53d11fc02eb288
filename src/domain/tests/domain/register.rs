//! The register of agreements, and whose reads are written down.

use crate::play::{start, steps};
use crate::world::*;
use acordo_domain::case::audience::{Readable, capacity, may_read, readable};
use acordo_domain::case::command::*;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::register::{Registered, register, register_entries, registers};
use acordo_domain::case::take::{agreement_taker, may_take_record};
use acordo_domain::case::watched::{WatchedReader, shown_channels, told_of};
use acordo_domain::obligation::ObligationState;
use acordo_domain::seat::*;
use acordo_domain::terms::{Due, DueAfter, Obligation};
use acordo_domain::view::{RecordProfile, RegisterRow, RegisterState};
use proptest::prelude::*;

fn rows(world: &World) -> Vec<RegisterRow> {
    register(&world.case, &world.rules, world.now)
}

fn reads_register(world: &World, who: Who) -> bool {
    Registered::of(&world.case, &who.actor()).is_some()
}

/// "Legal and ombudsman officers of a company, its managers and viewers have the register; the operator's legal and
/// ombudsman teams: those of the centre's cases."
const KEEPERS: [Who; 7] =
    [Who::Manager, Who::Viewer, Who::Ouvidora, Who::Jurista, Who::Ombudsman, Who::Colleague, Who::Legal];

#[test]
fn the_register_opens_with_the_agreement_and_for_its_keepers_alone() {
    let (before, after) = (World::drafted(), World::settled());
    for who in Who::ALL {
        assert!(!reads_register(&before, who), "{who:?} before everybody signed");
        assert_eq!(reads_register(&after, who), KEEPERS.contains(&who), "{who:?}");
        assert_eq!(!registers(&who.actor()).is_empty(), KEEPERS.contains(&who), "{who:?}");
    }
    let of_another = Actor::Person {
        person: Who::Stranger.person(),
        memberships: vec![Membership {
            organisation: OTHER_COMPANY,
            kind: OrganisationKind::Company,
            role: Role::Legal,
        }],
    };
    assert!(Registered::of(&after.case, &of_another).is_none());
    assert_eq!(capacity(&after.case.procedure, &of_another), None);
}

#[test]
fn whoever_has_the_register_alone_reads_nothing_of_the_case() {
    let world = World::settled();
    for who in [Who::Viewer, Who::Ouvidora, Who::Jurista, Who::Ombudsman, Who::Legal] {
        let actor = who.actor();
        assert_eq!(capacity(&world.case.procedure, &actor), Some(Capacity::Register), "{who:?}");
        assert!(Readable::of(&world.case, &actor).is_none() && readable(&world.case.procedure, &actor).is_empty());
        assert!(world.view(who).is_none());
        for event in &world.history {
            assert!(!may_read(&world.case.procedure, &actor, event.channel, event.seq), "{who:?} {event:?}");
        }
    }
}

#[test]
fn a_consumer_who_works_for_the_company_finds_the_own_case_in_no_register() {
    let world = World::settled();
    let membership = Membership { organisation: COMPANY, kind: OrganisationKind::Company, role: Role::Viewer };
    let ana = Actor::Person { person: Who::Ana.person(), memberships: vec![membership] };
    assert!(Registered::of(&world.case, &ana).is_none());
    assert_eq!(capacity(&world.case.procedure, &ana), Some(Capacity::Consumer));
}

#[test]
fn who_takes_which_record_follows_the_table() {
    let mut consented = World::settled();
    for side in [Who::Ana, Who::Bruna] {
        consented.does(side, Command::ConsentGive { scope: ConsentScope::JointExport });
    }
    let mut breached = World::breached();
    let legal = Who::Legal;
    breached.does(legal, Command::EscalationClaim {});
    let mut open = breached.clone();
    for side in [Who::Ana, Who::Bruna] {
        open.does(side, Command::ConsentGive { scope: ConsentScope::JointExport });
    }
    let agreement = |world: &World, who: Who| agreement_taker(&world.case, &who.actor()).and_then(Result::ok);
    let takes = |world: &World, who: Who, profile| {
        Readable::of(&world.case, &who.actor()).is_some_and(|reader| may_take_record(&reader, profile).is_ok())
    };
    // Who, in which world, takes the agreement as what, the procedural record, the joint one.
    let settled = World::settled();
    for (world, who, taker, procedural, joint) in [
        (&settled, Who::Ana, Some(Capacity::Consumer), true, true),
        (&settled, Who::Bruna, Some(Capacity::Company), true, true),
        (&settled, Who::Manager, Some(Capacity::Approver), true, false),
        (&settled, Who::Viewer, Some(Capacity::Register), false, false),
        (&settled, Who::Jurista, Some(Capacity::Register), false, false),
        (&settled, Who::Legal, Some(Capacity::Register), false, false),
        (&settled, Who::Coordinator, None, false, false),
        (&settled, Who::Stranger, None, false, false),
        (&settled, Who::OtherRep, None, false, false),
        (&consented, Who::Manager, Some(Capacity::Approver), true, false),
        (&consented, Who::Legal, Some(Capacity::Register), false, false),
        (&breached, Who::Legal, Some(Capacity::Legal), true, false),
        (&open, Who::Legal, Some(Capacity::Legal), true, true),
        // The rest of the team has the register and nothing more.
        (&open, Who::Ombudsman, Some(Capacity::Register), false, false),
    ] {
        assert_eq!(agreement(world, who), taker, "{who:?}");
        assert_eq!(takes(world, who, RecordProfile::Procedural), procedural, "{who:?} procedural");
        assert_eq!(takes(world, who, RecordProfile::Joint), joint, "{who:?} joint");
    }
    assert_eq!(agreement_taker(&settled.case, &Who::Coordinator.actor()), Some(Err(Refusal::NotYours)));
    assert_eq!(agreement_taker(&settled.case, &Who::Stranger.actor()), None, "there is no such case");
}

#[test]
fn the_register_says_what_is_owed_done_and_in_breach() {
    let mut world = World::settled();
    let shown = rows(&world);
    assert_eq!((shown.len(), shown[0].state, shown[0].sealed), (1, RegisterState::Owed, false));
    assert_eq!((shown[0].company_name.as_str(), shown[0].consumer_name.as_str()), ("Loja Aurora", "Ana Conceição"));
    world.later(9);
    assert!(rows(&world)[0].obligations[0].overdue && rows(&world)[0].state == RegisterState::Owed);
    let mut broken = World::breached();
    assert_eq!((rows(&broken)[0].state, rows(&broken)[0].obligations[0].breached), (RegisterState::Breached, true));
    broken.does(Who::Bruna, Command::ObligationReportDone { id: 1, evidence: vec![], money: None, on: None });
    assert_eq!(rows(&broken)[0].state, RegisterState::Breached, "nobody has confirmed it");
    broken.does(Who::Ana, Command::ObligationConfirm { id: 1, money: None, on: None });
    let shown = &rows(&broken)[0];
    assert_eq!((shown.state, shown.obligations[0].state), (RegisterState::Done, ObligationState::Confirmed));
    assert!(shown.obligations[0].breached, "that it was late stays said");
}

#[test]
fn what_is_owed_after_a_case_went_elsewhere_is_in_breach_in_time() {
    let mut world = World::mediation();
    let mut terms = refund(200_000);
    let due = Due::After(DueAfter { days_after_signature: 90, working_days: false });
    terms.obligations.push(Obligation { due, ..terms.obligations[0].clone() });
    world.does(Who::Bruna, propose(terms));
    world.accepts(Who::Ana, 1);
    world.identify_company();
    world.draft();
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
    for who in [Who::Ana, Who::Bruna, Who::Mediator] {
        world.signs(who).unwrap();
    }
    world.later(40);
    world.clock_strikes();
    world.hands_over();
    world.does(Who::Legal, Command::EscalationClaim {});
    let (outcome, reasons) = (ClosingOutcome::EnforcedElsewhere, reasons());
    world.does(Who::Legal, Command::EscalationClose { outcome, reasons });
    world.does(Who::Ana, Command::ObligationConfirm { id: 1, money: None, on: None });
    let second = |world: &World| {
        let row = &rows(world)[0];
        (row.state, row.obligations[1].overdue, row.obligations[1].breached)
    };
    assert_eq!(second(&world), (RegisterState::Owed, false, false));
    let found = register_entries(&world.case, &world.rules);
    world.later(52);
    world.clock_strikes();
    assert_eq!(second(&world), (RegisterState::Owed, true, false), "five days more");
    world.later(30);
    world.clock_strikes();
    assert_eq!(second(&world), (RegisterState::Breached, true, true));
    assert_eq!(register_entries(&world.case, &world.rules), found, "no event says so");
    assert_eq!((found[0].state, found[0].state_at(world.now)), (RegisterState::Owed, RegisterState::Breached));
    world.does(Who::Ana, Command::ObligationRelease { id: 2, money: None });
    assert_eq!(rows(&world)[0].state, RegisterState::Done);
}

#[test]
fn the_reads_of_whom_are_written_down() {
    let world = World::settled();
    let watched = |world: &World, who: Who| WatchedReader::of(&world.case.procedure, &who.actor());
    for who in [Who::Ana, Who::Bruna, Who::Stranger, Who::System] {
        assert_eq!(watched(&world, who), None, "{who:?}");
    }
    assert_eq!(watched(&World::mediation(), Who::Mediator), None);
    for (who, capacity, organisation) in [
        (Who::Carlos, Capacity::Invited, COMPANY),
        (Who::Manager, Capacity::Approver, COMPANY),
        (Who::Coordinator, Capacity::Coordinator, OPERATOR),
        (Who::Viewer, Capacity::Register, COMPANY),
        (Who::Legal, Capacity::Register, OPERATOR),
    ] {
        assert_eq!(watched(&world, who), Some(WatchedReader { capacity, organisation }), "{who:?}");
    }
    let claimed = World::claimed();
    let officer = WatchedReader { capacity: Capacity::Ombudsman, organisation: OPERATOR };
    assert_eq!(watched(&claimed, Who::Ombudsman), Some(officer));
    let waiting = WatchedReader { capacity: Capacity::QueueOfficer, organisation: OPERATOR };
    assert_eq!(watched(&claimed, Who::Colleague), Some(waiting));
    assert_eq!(shown_channels(&claimed.case, &Who::Colleague.actor()), [Channel::Procedure]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// It moves with the agreements and with what becomes of their obligations, with the hour, and with nothing else that
    /// happens in a case.
    #[test]
    fn the_register_moves_with_agreements_and_obligations_alone(tale in any::<u8>(), played in steps(60)) {
        let mut world = start(tale);
        for step in played {
            step.pass(&mut world);
            let before = rows(&world);
            let command = step.command(&world);
            let Ok(events) = world.tells(step.who(), &command) else { continue };
            // A case that is taken up again opens the question what was done.
            let tells = |kind: &str| {
                kind.starts_with("agreement_") || kind.starts_with("obligation") || kind == "case_reopened"
            };
            if !events.iter().any(|event| event.channel == Channel::Procedure && tells(event.kind.name())) {
                prop_assert_eq!(&before, &rows(&world), "{:?}", events);
            }
            for who in Who::ALL {
                let (actor, procedure) = (who.actor(), &world.case.procedure);
                // Nobody is told of reads in a channel that they do not read whole.
                for channel in told_of(procedure, &actor) {
                    let end = world.case.size(channel) + 1;
                    prop_assert!(may_read(procedure, &actor, channel, end), "{:?} and {}", who, channel);
                }
                let registered = Registered::of(&world.case, &actor).is_some();
                prop_assert_eq!(registered, KEEPERS.contains(&who) && procedure.concluded.is_some() && !procedure.is_barred(who.id()));
                if capacity(procedure, &actor) == Some(Capacity::Register) {
                    prop_assert!(world.view(who).is_none());
                }
            }
        }
    }
}
