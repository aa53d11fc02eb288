//! The public page shows the table that the code obeys, word for word.

use acordo_domain::case::kind::CommandKind;
use acordo_domain::case::policy::{PhaseSet, policy};
use acordo_domain::phase::Phase;
use acordo_domain::seat::Capacity;

const PAGE: &str = include_str!("../../../../docs/domain.md");

/// One letter a phase; both stays in an escalation count as one, and so do the two happy ends.
fn letters(phases: PhaseSet) -> String {
    let both = |one, other| {
        assert_eq!(phases.has(one), phases.has(other));
        phases.has(one)
    };
    let named = [
        ('I', phases.has(Phase::Intake)),
        ('N', phases.has(Phase::Negotiation)),
        ('M', phases.has(Phase::Mediation)),
        ('E', both(Phase::EscalatedOmbudsman, Phase::EscalatedLegal)),
        ('A', phases.has(Phase::Agreed)),
        ('S', phases.has(Phase::Settled)),
        ('F', both(Phase::ClosedFulfilled, Phase::ClosedSettledUnconfirmed)),
    ];
    named.iter().filter(|(_, has)| *has).map(|(letter, _)| *letter).collect()
}

fn name(capacity: Capacity) -> String {
    serde_json::to_value(capacity).unwrap().as_str().unwrap().replace('_', " ")
}

fn line(command: CommandKind) -> String {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for capacity in Capacity::ALL {
        let phases = letters(policy(command, capacity));
        if phases.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(of, _)| *of == phases) {
            Some((_, who)) => who.push(name(capacity)),
            None => groups.push((phases, vec![name(capacity)])),
        }
    }
    let who: Vec<String> = groups.iter().map(|(phases, who)| format!("{} {phases}", who.join(", "))).collect();
    format!("| `{}` | {} |", command.name(), who.join(" · "))
}

#[test]
fn the_page_shows_the_policy_table_as_it_is() {
    let section = PAGE.split("## ").find(|section| section.starts_with("Who may do what")).unwrap();
    let shown: Vec<&str> = section.lines().filter(|line| line.starts_with("| `")).collect();
    let table: Vec<String> = CommandKind::ALL.iter().map(|command| line(*command)).collect();
    assert_eq!(shown.join("\n"), table.join("\n"), "docs/domain.md should say:\n{}", table.join("\n"));
}

#[test]
fn no_phase_after_the_end_lets_anybody_act_but_the_seal() {
    for command in CommandKind::ALL {
        for capacity in Capacity::ALL {
            for phase in policy(*command, capacity).iter().filter(|phase| phase.is_closed()) {
                assert_eq!(*command, CommandKind::AgreementSeal, "{capacity:?} in {phase:?}");
            }
        }
    }
}
