//! The dates of a mediation besides its own: who is to answer, in the room and in the caucuses; who accepts the
//! mediator's terms; and that somebody is found to mediate.

use super::{Deadline, Sight};
use crate::case::command::Command;
use crate::case::state::Procedure;
use crate::case::turn::{ReplyOwed, caucus_reply, mediated_reply};
use crate::moment::Moment;
use crate::phase::Phase;
use crate::rules::{DeadlineRule, Rules};
use crate::seat::{Channel, Side};
use crate::view::{LengthUnit, TurnOf};

/// The coordinator is told on the first date, and then on every working day for as long as it lasts.
pub(super) fn daily(
    rule: DeadlineRule,
    procedure: &Procedure,
    since: Moment,
    first: Moment,
    rules: &Rules,
) -> Deadline {
    let told = procedure.reminded.iter().filter(|reminded| reminded.rule == rule && reminded.at >= since);
    let due = told.map(|reminded| reminded.at).max().map_or(first, |last| rules.calendar.deadline(last, 0));
    let mut deadline = Deadline::new(rule, Channel::Procedure, since, due, TurnOf::Coordinator);
    deadline.reminders = vec![due];
    deadline
}

/// Nobody who may mediate is free; or the mediator is there, and a side has not accepted the terms.
pub(super) fn mediator(procedure: &Procedure, rules: &Rules, all: &mut Vec<Deadline>) {
    let phase = procedure.phase();
    if let Some(since) = procedure.mediation.missing_since
        && matches!(phase, Phase::Negotiation | Phase::Mediation)
    {
        let first = rules.calendar.deadline(since, 0);
        all.push(daily(DeadlineRule::MediatorMissing, procedure, since, first, rules));
    }
    let accepted = procedure.mediation.ground_rules;
    let owner = match (accepted.consumer.is_some(), accepted.company.is_some()) {
        (true, true) => return,
        (false, false) => TurnOf::Both,
        (false, true) => TurnOf::Consumer,
        (true, false) => TurnOf::Company,
    };
    let Some(since) = procedure.mediator().map(|tenure| tenure.since) else { return };
    if phase != Phase::Mediation || procedure.awaited.is_some() {
        return;
    }
    let since = since.max(procedure.phase_since());
    let days = rules.ground_rules_working_days;
    let due = rules.calendar.working_days(since, days);
    let second = rules.calendar.working_days(due.plus_millis(-1), days);
    let end = rules.calendar.deadline(since, rules.ground_rules_days).max(second);
    let mut deadline = Deadline::new(DeadlineRule::GroundRules, Channel::Procedure, since, due, owner)
        .long(days, LengthUnit::WorkingDays);
    deadline.reminders = vec![due, second];
    deadline.effect = Some((end, Command::MediationLapse {}));
    all.push(deadline);
}

/// In mediation the sides and the mediator answer each other, in the room and in the caucuses.
pub(super) fn mediated(sight: Sight<'_>, rules: &Rules, all: &mut Vec<Deadline>) {
    let procedure = sight.procedure;
    let mut reply = |channel, owed: Option<ReplyOwed>| {
        let Some(ReplyOwed { who, since, number }) = owed else { return };
        let working = rules.room_reply_working_days;
        let due = rules.calendar.working_days(since, working);
        let mut reply = Deadline::new(DeadlineRule::RoomReply, channel, since, due, who)
            .number(number)
            .long(working, LengthUnit::WorkingDays);
        reply.reminders = vec![due, rules.calendar.working_days(due.plus_millis(-1), working)];
        all.push(reply);
    };
    let nth = procedure.mediation.nth.max(1);
    if let Some(joint) = sight.joint
        && procedure.awaited.is_none()
        && joint.open_proposals().next().is_none()
    {
        reply(Channel::Joint, mediated_reply(procedure, joint));
    }
    for side in Side::BOTH {
        if let Some(caucus) = sight.caucuses.get(side) {
            reply(Channel::Caucus { side, nth }, caucus_reply(procedure, side, caucus));
        }
    }
}
