//! What is owed, as this viewer sees it: who only follows the dates sees no sums.

use crate::case::asker::{Asker, Guard};
use crate::case::audience::sees_terms;
use crate::case::breach::is_breached;
use crate::case::command::CommandKind;
use crate::case::decide::performance::{confirm_done, dispute_done, release, report_done};
use crate::case::policy::policy;
use crate::case::state::Owing;
use crate::obligation::ObligationStep;
use crate::view::ObligationView;

pub(super) fn obligation(asker: &Asker<'_>, owing: &Owing) -> ObligationView {
    let account = owing.account();
    let seen = sees_terms(asker.capacity());
    let sum = |units| if seen { owing.sum(units) } else { None };
    let step = |step: &ObligationStep| ObligationStep { money: step.money.filter(|_| seen), ..*step };
    ObligationView {
        id: owing.what.id,
        kind: owing.what.kind,
        debtor: owing.what.debtor,
        due: owing.what.due,
        state: account.state(),
        overdue: asker.now >= asker.rules.calendar.in_time_until(owing.what.due) && account.unreported() > 0,
        breached: is_breached(asker.procedure(), owing, asker.rules, asker.now),
        version: owing.version,
        place: owing.place,
        money: sum(account.whole),
        owed: sum(account.owed()),
        reported: sum(account.reported()),
        confirmed: sum(account.confirmed),
        released: sum(account.released),
        presumed: sum(account.presumed),
        steps: owing.steps.iter().map(step).collect(),
        allowed: allowed(asker, owing.what.id),
    }
}

fn allowed(asker: &Asker<'_>, id: u16) -> Vec<String> {
    let asked: [(CommandKind, Guard); 4] = [
        (CommandKind::ObligationReportDone, report_done(asker, id).map(drop)),
        (CommandKind::ObligationConfirm, confirm_done(asker, id).map(drop)),
        (CommandKind::ObligationDispute, dispute_done(asker, id)),
        (CommandKind::ObligationRelease, release(asker, id).map(drop)),
    ];
    let phase = asker.procedure().phase();
    asked
        .into_iter()
        .filter(|(command, passes)| passes.is_ok() && policy(*command, asker.capacity()).has(phase))
        .map(|(command, _)| command.name().to_owned())
        .collect()
}
