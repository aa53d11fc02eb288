//! The docs show the policy table that the code obeys, word for word.

use acordo_domain::case::command::CommandKind;
use acordo_domain::case::policy::policy;
use acordo_domain::phase::{Phase, PhaseSet};
use acordo_domain::seat::Capacity;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/domain.md");

/// One letter per phase; all closed phases together are `*`.
fn letters(phases: PhaseSet) -> String {
    let all_ends = Phase::ALL.into_iter().filter(|phase| phase.is_closed()).all(|phase| phases.has(phase));
    let named = [
        ('I', phases.has(Phase::Intake)),
        ('N', phases.has(Phase::Negotiation)),
        ('M', phases.has(Phase::Mediation)),
        ('O', phases.has(Phase::EscalatedOmbudsman)),
        ('L', phases.has(Phase::EscalatedLegal)),
        ('A', phases.has(Phase::Agreed)),
        ('S', phases.has(Phase::Settled)),
        ('F', !all_ends && phases.has(Phase::ClosedFulfilled)),
        ('U', !all_ends && phases.has(Phase::ClosedSettledUnconfirmed)),
        ('D', !all_ends && phases.has(Phase::ClosedAbandoned)),
        ('G', !all_ends && phases.has(Phase::ClosedNoAgreement)),
        ('R', !all_ends && phases.has(Phase::ClosedRefused)),
        ('X', !all_ends && phases.has(Phase::ClosedReleased)),
        ('E', !all_ends && phases.has(Phase::ClosedEnforcedElsewhere)),
        ('*', all_ends),
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
        match groups.iter_mut().find(|(letters_of_group, _)| *letters_of_group == phases) {
            Some((_, who)) => who.push(name(capacity)),
            None => groups.push((phases, vec![name(capacity)])),
        }
    }
    let who: Vec<String> = groups.iter().map(|(phases, who)| format!("{} {phases}", who.join(", "))).collect();
    format!("| `{}` | {} |", command.name(), who.join(" · "))
}

/// `ACORDO_WRITE_DOCS=1` writes the table into the docs.
#[test]
#[allow(clippy::disallowed_methods, reason = "the page is no part of the domain")]
fn the_page_shows_the_policy_table_as_it_is() {
    let page = std::fs::read_to_string(PAGE).unwrap();
    let section = page.split("## ").find(|section| section.starts_with("Who may do what")).unwrap();
    let shown: Vec<&str> = section.lines().filter(|line| line.starts_with("| `")).collect();
    let table: Vec<String> = CommandKind::ALL.iter().map(|command| line(*command)).collect();
    let (shown, table) = (shown.join("\n"), table.join("\n"));
    if shown != table && std::env::var_os("ACORDO_WRITE_DOCS").is_some() {
        std::fs::write(PAGE, page.replace(&shown, &table)).unwrap();
        return;
    }
    assert_eq!(shown, table, "run this test with ACORDO_WRITE_DOCS=1; docs/domain.md should say:\n{table}");
}

#[test]
fn after_the_end_nothing_is_done_but_a_seal_a_paper_a_consent_a_receipt_or_taking_it_up_again() {
    let after_the_end = [
        CommandKind::AgreementSeal,
        CommandKind::PaperFile,
        CommandKind::DeadlineRemind,
        CommandKind::ConsentGive,
        CommandKind::ConsentWithdraw,
        CommandKind::CaseReopen,
        CommandKind::FeedbackGive,
        CommandKind::InvitationAccept,
        CommandKind::CaseEscalate,
        // A receipt for what was paid later; the case stays put away.
        CommandKind::ObligationConfirm,
        CommandKind::ObligationRelease,
    ];
    for command in CommandKind::ALL {
        for capacity in Capacity::ALL {
            for phase in policy(*command, capacity).iter().filter(|phase| phase.is_closed()) {
                assert!(after_the_end.contains(command), "{capacity:?} {} in {phase:?}", command.name());
            }
        }
    }
}
