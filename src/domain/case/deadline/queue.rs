//! The dates of an entry in a queue.

use super::mediated::daily;
use super::{Deadline, Sight, owner};
use crate::case::command::Command;
use crate::case::state::Entry;
use crate::moment::Moment;
use crate::phase::Phase;
use crate::rules::{DeadlineRule, Rules};
use crate::seat::Channel;
use crate::view::{LengthUnit, TurnOf};

/// The officer's service deadline, and the question that pauses it.
pub(super) fn queue(entry: &Entry, sight: Sight<'_>, rules: &Rules, all: &mut Vec<Deadline>) {
    let (rule, days) = if entry.queue.is_legal() {
        (DeadlineRule::LegalEntry, rules.legal_working_days)
    } else {
        (DeadlineRule::OmbudsmanEntry, rules.ombudsman_working_days)
    };
    let number = u32::from(entry.number);
    let mut deadline = Deadline::new(rule, Channel::Procedure, entry.since, entry.due, TurnOf::Officer)
        .number(number)
        .long(days, LengthUnit::WorkingDays);
    // While an agreement is signed nobody waits for the officer.
    let waits = sight.procedure.phase() != Phase::Agreed;
    match entry.breached_at {
        None if waits => {
            deadline = deadline.warned(&[2]).then(Command::EntryMarkBreached { entry: entry.number });
        }
        Some(breached) if waits && entry.queue.is_operator() => {
            let first = rules.calendar.deadline(breached, 0);
            let again = daily(DeadlineRule::EntryOverdue, sight.procedure, breached, first, rules).number(number);
            all.push(Deadline { paused: entry.asked.is_some(), ..again });
        }
        Some(breached) if waits => {
            let offered = sight.review.and_then(|review| review.proposals.last()).map(|offer| offer.made_at);
            let since = [entry.acted_at, offered].into_iter().flatten().fold(breached, Moment::max);
            (deadline.started, deadline.due) = (since, rules.calendar.working_days(since, days));
            deadline = deadline.warned(&[2]).then(Command::EntryPassOn { entry: entry.number });
        }
        None | Some(_) => {}
    }
    // No officer is late while waiting for a party.
    deadline.paused = entry.asked.is_some();
    if deadline.paused {
        deadline.effect = None;
    }
    all.push(deadline);
    if let Some(asked) = entry.asked {
        all.push(
            Deadline::new(DeadlineRule::Question, Channel::Procedure, asked.since, asked.until, owner(asked.side))
                .number(number)
                .warned(&[1])
                .then(Command::QuestionLapse { entry: entry.number }),
        );
    }
}
