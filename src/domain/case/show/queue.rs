//! The case in a queue, as `procedure` and the reviews that this viewer reads tell it.

use crate::case::audience::Readable;
use crate::case::deadline::mediation_ends;
use crate::case::decide::closings;
use crate::case::state::{Entry, Procedure};
use crate::case::take::may_take_paper;
use crate::rules::Rules;
use crate::seat::{Capacity, Channel, Side};
use crate::view::{EntryRow, EntryView, ExtensionView, ForwardView, PaperView, QuestionView, ReleaseView};

pub(super) fn entries(readable: &Readable<'_>) -> Vec<EntryView> {
    let procedure = readable.procedure();
    let officer = matches!(readable.capacity(), Capacity::Ombudsman | Capacity::Legal);
    procedure
        .entries
        .iter()
        .map(|entry| EntryView {
            number: entry.number,
            queue: entry.queue,
            organisation: entry.organisation,
            ground: entry.ground,
            state: entry.state,
            priority: entry.priority,
            officer: entry.officer.clone(),
            since: entry.since,
            due: entry.due,
            breached: entry.breached_at.is_some(),
            waiting_for: entry.asked.map(|asked| asked.side),
            ended_at: entry.ended_at,
            outcome: entry.outcome,
            handed_over: readable
                .talk(Channel::Review { entry: entry.number })
                .is_some_and(|review| review.handed_over),
            // Only the last entry gives its officer a capacity at all.
            yours: officer && procedure.entries.last().is_some_and(|last| last.number == entry.number),
            open: procedure.open_entry().is_some_and(|open| open.number == entry.number),
            of_company: !entry.queue.is_operator(),
            forwards: entry
                .queue
                .above()
                .iter()
                .map(|to| ForwardView { queue: *to, note: entry.queue.note_goes_along(*to) })
                .collect(),
            closings: closings(procedure, entry.queue).to_vec(),
        })
        .collect()
}

pub(super) fn entry_row(procedure: &Procedure) -> Option<EntryRow> {
    let entry: &Entry = procedure.entries.last()?;
    Some(EntryRow {
        number: entry.number,
        queue: entry.queue,
        ground: entry.ground,
        state: entry.state,
        priority: entry.priority,
        officer: entry.officer.clone(),
        since: entry.since,
        due: entry.due,
        breached: entry.breached_at.is_some(),
        ended_at: entry.ended_at,
    })
}

pub(super) fn question(readable: &Readable<'_>) -> Option<QuestionView> {
    let entry = readable.procedure().open_entry()?;
    let channel = Channel::Review { entry: entry.number };
    let question = readable.talk(channel)?.question.as_ref()?;
    Some(QuestionView {
        channel,
        seq: question.seq,
        side: question.side,
        question: question.text.clone(),
        asked_at: question.asked_at,
        due: question.due,
    })
}

pub(super) fn releases(readable: &Readable<'_>) -> Vec<ReleaseView> {
    let Some(entry) = readable.procedure().entries.last() else { return Vec::new() };
    let Some(review) = readable.talk(Channel::Review { entry: entry.number }) else { return Vec::new() };
    review
        .releases
        .iter()
        .map(|release| ReleaseView {
            channel: release.channel,
            seq: release.target,
            allowed: Side::BOTH.into_iter().filter(|side| *release.allowed.get(*side)).collect(),
            done: release.done,
        })
        .collect()
}

pub(super) fn papers(readable: &Readable<'_>) -> Vec<PaperView> {
    readable
        .procedure()
        .papers
        .iter()
        // The record of an open case is had as it stands.
        .filter(|paper| paper.size.is_none())
        .map(|paper| PaperView {
            paper: paper.paper,
            number: paper.number,
            pdf_hash: paper.pdf_hash.clone(),
            at: paper.at,
            may_take: may_take_paper(readable, paper.paper, paper.number),
        })
        .collect()
}

pub(super) fn extension(readable: &Readable<'_>, rules: &Rules) -> Option<ExtensionView> {
    let procedure = readable.procedure();
    let (rule, _, _) = mediation_ends(procedure, rules)?;
    let asked = &procedure.extension.asked;
    let by = Side::BOTH.into_iter().find_map(|side| asked.get(side).map(|days| (side, days)))?;
    Some(ExtensionView { rule, days: by.1, asked_by: by.0 })
}
