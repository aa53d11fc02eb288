//! Every date that runs now, with the rule that set it: the list that fires them, as far as it may be read.

use crate::case::audience::Readable;
use crate::case::deadline::{Sight, deadlines as running};
use crate::case::state::Both;
use crate::moment::Moment;
use crate::rules::{DeadlineRule, Rules};
use crate::seat::{Channel, Side};
use crate::view::{DeadlineLength, DeadlineView};

pub(super) fn deadlines(readable: &Readable<'_>, rules: &Rules, now: Moment) -> Vec<DeadlineView> {
    let procedure = readable.procedure();
    let review = procedure.open_entry().and_then(|entry| readable.talk(Channel::Review { entry: entry.number }));
    let nth = procedure.mediation.nth.max(1);
    let caucus = |side| readable.talk(Channel::Caucus { side, nth });
    let caucuses = Both { consumer: caucus(Side::Consumer), company: caucus(Side::Company) };
    running(Sight { procedure, joint: readable.joint(), review, caucuses }, rules)
        .into_iter()
        // These two are over for everybody the moment their time is, before any clock has struck.
        .filter(|deadline| {
            now < deadline.due || !matches!(deadline.rule, DeadlineRule::ProposalValidity | DeadlineRule::Reflection)
        })
        .map(|deadline| DeadlineView {
            rule: deadline.rule,
            due: deadline.told(),
            started: deadline.started,
            owner: deadline.owner,
            number: deadline.number,
            paused: deadline.paused,
            length: deadline.length.map(|(value, unit)| DeadlineLength { value, unit }),
        })
        .collect()
}
