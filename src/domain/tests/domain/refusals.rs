//! Every command and every code has a row that refuses; and what the table does not allow is refused to everybody.

use crate::play::{build, capacity_in};
use crate::rows::{self, Row, filings, invitations};
use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::policy::policy;
use acordo_domain::case::refusal::{Refusal, Refused};
use acordo_domain::phase::Phase;
use acordo_domain::seat::Capacity;
use std::collections::BTreeSet;

#[test]
fn each_row_is_refused_for_its_reason_and_changes_nothing() {
    for Row { world, who, command, code, pointer } in rows::rows() {
        let refused = world.asks(&who.actor(), &command, world.now);
        let expected = Refused { code, pointer: pointer.map(str::to_owned) };
        assert_eq!(refused, Err(expected), "{who:?} {command:?} in {:?}", world.phase());
    }
}

#[test]
fn a_bad_complaint_is_refused_and_says_which_field() {
    for (filing, code, pointer) in filings() {
        let refused = World::empty().file(&filing).unwrap_err();
        assert_eq!((refused.code, refused.pointer.as_deref()), (code, Some(pointer)));
    }
}

#[test]
fn a_bad_invitation_of_a_consumer_is_refused_and_says_which_field() {
    for (filing, code, pointer) in invitations() {
        let refused = World::empty().invite(&filing).unwrap_err();
        assert_eq!((refused.code, refused.pointer.as_deref()), (code, Some(pointer)));
    }
}

#[test]
fn every_command_has_a_row_that_refuses_it() {
    let rows = rows::rows();
    for kind in CommandKind::ALL {
        assert!(rows.iter().any(|row| row.command.kind() == *kind), "{} has no refusal row", kind.name());
    }
}

#[test]
fn every_refusal_is_used() {
    let mut used: BTreeSet<Refusal> = rows::rows().into_iter().map(|row| row.code).collect();
    used.extend(filings().into_iter().map(|(_, code, _)| code));
    let unused: Vec<_> = Refusal::ALL.iter().filter(|code| !used.contains(code)).map(|code| code.code()).collect();
    assert_eq!(unused, UNREACHABLE, "codes that no row produces");
}

/// A guard that only a damaged history could trigger: `agreed` without terms.
const UNREACHABLE: &[&str] = &["no_accepted_proposal"];

/// Everybody tries each command in every phase: what the table does not allow is refused, for the right reason.
#[test]
fn a_command_outside_the_policy_is_refused_to_everybody_in_every_phase() {
    let worlds = [
        World::intake(),
        World::negotiation(),
        World::assigned(),
        World::mediation(),
        World::drafted(),
        World::settled(),
        World::escalated(),
        World::claimed(),
        World::with_own_ombudsman(),
        World::breached(),
        World::closed(),
        World::ended(),
    ];
    let mut wrong_role = BTreeSet::new();
    let mut wrong_phase = BTreeSet::new();
    for world in &worlds {
        for who in Who::ALL {
            for kind in CommandKind::ALL {
                let command = build(world, who, *kind, 6);
                assert_eq!(command.kind(), *kind);
                let answer = world.asks(&who.actor(), &command, world.now).map_err(|refused| refused.code);
                let place = format!("{who:?} {} in {:?}: {answer:?}", kind.name(), world.phase());
                let Some(capacity) = capacity_in(world, who) else {
                    assert_eq!(answer, Err(Refusal::NoCapacity), "{place}");
                    continue;
                };
                let phases = policy(*kind, capacity);
                if phases.is_empty() {
                    assert_eq!(answer, Err(Refusal::NotYours), "{place}");
                    wrong_role.insert(*kind);
                } else if !phases.has(world.phase()) {
                    let closed = world.phase().is_closed();
                    let code = if closed { Refusal::CaseClosed } else { Refusal::WrongPhase };
                    assert_eq!(answer, Err(code), "{place}");
                    wrong_phase.insert(*kind);
                }
            }
        }
    }
    for kind in CommandKind::ALL {
        assert!(wrong_role.contains(kind), "{} was open to every role", kind.name());
        let always =
            Capacity::ALL.iter().any(|capacity| Phase::ALL.iter().all(|phase| policy(*kind, *capacity).has(*phase)));
        // Where nobody can mediate any more, nobody is asked to: that capacity ends with the phases.
        let never = *kind == CommandKind::MediatorAccept;
        assert!(always || never || wrong_phase.contains(kind), "{} was open in every phase", kind.name());
    }
    assert!(worlds.iter().any(|world| world.phase() == Phase::ClosedFulfilled));
}

#[test]
fn a_command_is_written_and_read_by_its_name() {
    let world = World::mediation();
    for kind in CommandKind::ALL {
        let command = build(&world, Who::Ana, *kind, 12);
        let text = serde_json::to_value(&command).unwrap();
        assert_eq!(text["type"], kind.name());
        assert_eq!(serde_json::from_value::<Command>(text.clone()).unwrap(), command);
        assert_eq!(CommandKind::from_name(kind.name()), Some(*kind));
        let mut more = text;
        more["unknown"] = 1.into();
        assert!(serde_json::from_value::<Command>(more).is_err(), "{} takes unknown fields", kind.name());
    }
}
