//! Due commands. The effect of every deadline is a normal command by the system.

use crate::case::command::Command;
use crate::case::deadline::{Deadline, Sight, deadlines};
use crate::case::state::{Case, Reminded};
use crate::moment::Moment;
use crate::rules::{DeadlineRule, Rules};
use crate::seat::Channel;

fn all(case: &Case, rules: &Rules) -> Vec<Deadline> {
    let review = case.procedure.open_entry().map(|entry| case.talk(Channel::Review { entry: entry.number }));
    deadlines(Sight { procedure: &case.procedure, joint: Some(case.joint()), review, caucuses: case.caucuses() }, rules)
}

/// The reminders given in the channel in which this date runs.
pub(super) fn reminders_given<'a>(case: &'a Case, deadline: &Deadline) -> &'a [Reminded] {
    if deadline.channel == Channel::Procedure {
        &case.procedure.reminded
    } else {
        &case.talk(deadline.channel).reminded
    }
}

/// The next moment at which a command becomes due.
pub fn next_due(case: &Case, rules: &Rules) -> Option<Moment> {
    all(case, rules)
        .iter()
        .flat_map(|deadline| {
            let reminder = deadline.next_reminder(reminders_given(case, deadline), None).map(|(_, at)| at);
            let effect = deadline.effect.as_ref().map(|(at, _)| *at);
            [reminder, effect]
        })
        .flatten()
        .min()
}

/// What is due now: effects in the order of their dates, then reminders. After a long absence a reminder
/// whose date is over is not given any more.
pub fn due(case: &Case, rules: &Rules, now: Moment) -> Option<Command> {
    let all = all(case, rules);
    let effects = all.iter().filter_map(|deadline| deadline.effect.as_ref()).filter(|(at, _)| *at <= now);
    if let Some((_, command)) = effects.min_by_key(|(at, _)| *at) {
        return Some(command.clone());
    }
    all.iter().find_map(|deadline| {
        let (nth, _) = deadline.next_reminder(reminders_given(case, deadline), Some(now))?;
        let (rule, channel, number) = (deadline.rule, deadline.channel, deadline.number);
        Some(Command::DeadlineRemind { rule, channel, number, nth })
    })
}

/// The running date that a command names.
pub(super) fn running(
    case: &Case,
    rules: &Rules,
    rule: DeadlineRule,
    channel: Channel,
    number: Option<u32>,
) -> Option<Deadline> {
    let named = |deadline: &Deadline| deadline.rule == rule && deadline.channel == channel && deadline.number == number;
    all(case, rules).into_iter().find(named)
}
