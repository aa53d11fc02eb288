//! Every running deadline: which rule set it, since when, whom it concerns, when it is reminded of, and
//! what the system does when it is over. `show` tells them, `due` fires them; there is no second list.

mod mediated;
mod queue;

use crate::case::breach::breach;
use crate::case::command::{Command, EscalationGround, ImpasseGround};
use crate::case::state::{Both, InvitationState, Procedure, Reminded, Talk};
use crate::case::turn::{first_reply_due, reply_owed};
use crate::moment::{DAY_MILLIS, Moment};
use crate::phase::{Phase, WithoutAgreement};
use crate::rules::{DeadlineRule, Rules};
use crate::seat::{Channel, Seat, Side};
use crate::view::{LengthUnit, TurnOf};
use mediated::{daily, mediated, mediator};
use queue::queue;

/// A reminder that falls due at midnight is given within this time, if the server runs.
const REMINDED_WITHIN_MILLIS: i64 = 60 * 60 * 1000;

/// A date that runs now.
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline {
    pub rule: DeadlineRule,
    /// The obligation, proposal, entry or message it belongs to.
    pub number: Option<u32>,
    /// Where it runs: who reads that channel sees the date and its reminders.
    pub channel: Channel,
    pub started: Moment,
    pub due: Moment,
    pub owner: TurnOf,
    /// Paused.
    pub paused: bool,
    /// How the rule says its length; none where somebody set the date itself.
    pub length: Option<(u32, LengthUnit)>,
    /// When reminders are due, the first being number 1.
    pub reminders: Vec<Moment>,
    pub effect: Option<(Moment, Command)>,
}

impl Deadline {
    /// What is told: the date, or the later moment of its effect where a reminder came late.
    pub fn told(&self) -> Moment {
        // The date of an obligation is the one that was agreed, also where it is in time a day later.
        if self.rule == DeadlineRule::Obligation {
            return self.due;
        }
        self.effect.as_ref().map_or(self.due, |(at, _)| self.due.max(*at))
    }
    pub(super) fn new(rule: DeadlineRule, channel: Channel, started: Moment, due: Moment, owner: TurnOf) -> Self {
        Self {
            rule,
            number: None,
            channel,
            started,
            due,
            owner,
            paused: false,
            length: None,
            reminders: Vec::new(),
            effect: None,
        }
    }
    pub(super) fn number(mut self, number: u32) -> Self {
        self.number = Some(number);
        self
    }
    pub(super) fn long(mut self, value: u32, unit: LengthUnit) -> Self {
        self.length = Some((value, unit));
        self
    }
    /// A reminder so many days before the end, if the deadline is that long.
    fn warned(mut self, days_before: &[i64]) -> Self {
        self.reminders = days_before
            .iter()
            .map(|days| self.due.plus_millis(-days * DAY_MILLIS))
            .filter(|at| *at > self.started)
            .collect();
        self
    }
    fn then(mut self, command: Command) -> Self {
        self.effect = Some((self.due, command));
        self
    }
    /// The next reminder that was not given: its number and time. One that was overtaken is not given any more.
    pub fn next_reminder(&self, given: &[Reminded], now: Option<Moment>) -> Option<(u8, Moment)> {
        if self.paused {
            return None;
        }
        let of_mine = |reminded: &&Reminded| {
            // What was given before this date began to run was given for another one.
            let counts = reminded.at >= self.started;
            counts && reminded.rule == self.rule && reminded.number == self.number && reminded.due == self.due
        };
        let last = given.iter().filter(of_mine).map(|reminded| reminded.nth).max().unwrap_or(0);
        let pending = self.reminders.iter().copied().zip(1u8..).filter(|(_, nth)| *nth > last);
        match now {
            None => pending.map(|(at, nth)| (nth, at)).next(),
            Some(now) => pending.filter(|(at, _)| *at <= now).map(|(at, nth)| (nth, at)).last(),
        }
    }
}

/// What a viewer, or the system, reads of the case for this purpose.
#[derive(Debug, Clone, Copy)]
pub struct Sight<'a> {
    pub procedure: &'a Procedure,
    pub joint: Option<&'a Talk>,
    /// The review of the entry that is open.
    pub review: Option<&'a Talk>,
    /// The caucuses with the present mediator, as far as they are read.
    pub caucuses: Both<Option<&'a Talk>>,
}

const fn owner(side: Side) -> TurnOf {
    match side {
        Side::Consumer => TurnOf::Consumer,
        Side::Company => TurnOf::Company,
    }
}

/// Every date that runs, the earliest first.
pub fn deadlines(sight: Sight<'_>, rules: &Rules) -> Vec<Deadline> {
    let mut all = Vec::new();
    let rules = &*sight.procedure.rules(rules);
    opening(sight, rules, &mut all);
    talks(sight, rules, &mut all);
    mediation(sight.procedure, rules, &mut all);
    mediator(sight.procedure, rules, &mut all);
    mediated(sight, rules, &mut all);
    signing(sight, rules, &mut all);
    performance(sight.procedure, rules, &mut all);
    if let Some(entry) = sight.procedure.open_entry() {
        queue(entry, sight, rules, &mut all);
    }
    closing(sight.procedure, rules, &mut all);
    all.sort_by_key(|deadline| deadline.due);
    all
}

/// From the complaint to the first word of the other side.
fn opening(sight: Sight<'_>, rules: &Rules, all: &mut Vec<Deadline>) {
    let procedure = sight.procedure;
    let phase = procedure.phase();
    if let (Phase::Intake, false, Some(filed)) = (phase, procedure.admitted, &procedure.filed) {
        let days = rules.admission_working_days;
        let first = rules.calendar.working_days(filed.at, days);
        let admission = daily(DeadlineRule::Admission, procedure, filed.at, first, rules);
        all.push(admission.long(days, LengthUnit::WorkingDays));
    }
    let Some(invitation) = &procedure.invitation else { return };
    let runs = match invitation.state {
        InvitationState::Open => {
            matches!(phase, Phase::Intake | Phase::EscalatedOmbudsman | Phase::EscalatedLegal)
        }
        // A refusal closes the case at once; in older records it lay here until its time was over.
        InvitationState::Refused => phase == Phase::Intake,
        InvitationState::Accepted
        | InvitationState::Lapsed
        | InvitationState::Misdirected
        | InvitationState::CalledBack => false,
    };
    if runs {
        let mut deadline = Deadline::new(
            DeadlineRule::Invitation,
            Channel::Procedure,
            invitation.received_at().unwrap_or(invitation.since),
            invitation.until,
            owner(invitation.side),
        )
        .long(rules.invitation_days, LengthUnit::Days)
        .then(Command::InvitationLapse {});
        if invitation.state == InvitationState::Open {
            deadline = deadline.warned(&[7, 1]);
        }
        all.push(deadline);
    }
    if let Some((since, due, unit)) = first_reply_due(procedure, rules) {
        all.push(
            Deadline::new(DeadlineRule::FirstReply, Channel::Procedure, since, due, TurnOf::Company)
                .long(rules.first_reply_days, unit)
                .warned(&[3, 1])
                .then(Command::CaseEscalate { ground: EscalationGround::NoFirstReply }),
        );
    }
}

/// How long the case was paused because an agreement was being signed.
fn time_agreed(procedure: &Procedure) -> i64 {
    let ends = procedure.phases.iter().skip(1).map(|stay| stay.since);
    procedure
        .phases
        .iter()
        .zip(ends)
        .filter(|(stay, _)| stay.phase == Phase::Agreed && procedure.anew(stay.since) == stay.since)
        .map(|(stay, end)| end.millis() - stay.since.millis())
        .sum()
}

fn talks(sight: Sight<'_>, rules: &Rules, all: &mut Vec<Deadline>) {
    let procedure = sight.procedure;
    let phase = procedure.phase();
    let talking = matches!(phase, Phase::Negotiation | Phase::Mediation);
    if let (true, Some(filed), false) = (talking, &procedure.filed, procedure.was_escalated()) {
        let since = procedure.anew(filed.at);
        let due = rules.calendar.deadline(since.plus_millis(time_agreed(procedure)), rules.procedure_days);
        all.push(
            Deadline::new(DeadlineRule::Procedure, Channel::Procedure, since, due, TurnOf::Several)
                .long(rules.procedure_days, LengthUnit::Days)
                .warned(&[7])
                .then(Command::CaseEscalate { ground: EscalationGround::ProcedureOver }),
        );
    }
    if let Some(awaited) = procedure.awaited.filter(|_| talking) {
        all.push(
            Deadline::new(
                DeadlineRule::ReplaceRepresentative,
                Channel::Procedure,
                awaited.since,
                awaited.until,
                owner(awaited.side),
            )
            .long(rules.replace_representative_working_days, LengthUnit::WorkingDays)
            .then(Command::CaseEscalate { ground: EscalationGround::RepresentativeMissing }),
        );
    }
    if let Some(assigned) = &procedure.mediation.assigned
        && (talking || procedure.awaits_successor())
        && !procedure.holds(Seat::Mediator)
    {
        all.push(
            Deadline::new(
                DeadlineRule::MediatorAccepts,
                Channel::Procedure,
                assigned.at,
                assigned.until,
                TurnOf::Mediator,
            )
            .long(rules.mediator_accept_working_days, LengthUnit::WorkingDays)
            .warned(&[1])
            .then(Command::MediatorDecline {}),
        );
    }
    if talking || matches!(phase, Phase::EscalatedOmbudsman | Phase::EscalatedLegal) {
        proposals(sight, all);
    }
    if phase == Phase::Negotiation
        && let Some(joint) = sight.joint
    {
        room_reply(procedure, joint, rules, all);
    }
}

fn proposals(sight: Sight<'_>, all: &mut Vec<Deadline>) {
    let review = sight.procedure.open_entry().map(|entry| Channel::Review { entry: entry.number });
    for (channel, talk) in [(Some(Channel::Joint), sight.joint), (review, sight.review)] {
        let (Some(channel), Some(talk)) = (channel, talk) else { continue };
        for proposal in talk.open_proposals() {
            let owner = proposal.author.side().map_or(TurnOf::Both, |side| owner(side.other()));
            let number = proposal.number;
            all.push(
                Deadline::new(DeadlineRule::ProposalValidity, channel, proposal.made_at, proposal.valid_until, owner)
                    .number(number)
                    .warned(&[1])
                    .then(Command::ProposalExpire { channel, number }),
            );
        }
    }
}

/// The side that did not write last is reminded three times; a consumer who stays silent abandons the case.
fn room_reply(procedure: &Procedure, joint: &Talk, rules: &Rules, all: &mut Vec<Deadline>) {
    // Who asked for mediation waits for a mediator, and so does the other side: neither owes a word.
    let mediation = &procedure.mediation;
    if procedure.awaited.is_some()
        || mediation.requested_at.is_some()
        || mediation.assigned.is_some()
        || joint.proposals.iter().any(|proposal| proposal.state == crate::case::state::ProposalState::Open)
    {
        return;
    }
    let (side, since, due) = reply_owed(procedure, joint, rules);
    let number = joint.last_word.map_or(0, |word| u32::try_from(word.from_seq).unwrap_or(u32::MAX));
    let working = rules.room_reply_working_days;
    let mut reply = Deadline::new(DeadlineRule::RoomReply, Channel::Joint, since, due, owner(side))
        .number(number)
        .long(working, LengthUnit::WorkingDays);
    let second = rules.calendar.working_days(due.plus_millis(-1), working);
    reply.reminders = vec![due, second, rules.calendar.working_days(second.plus_millis(-1), working)];
    let third = joint.reminded.iter().find(|reminded| {
        reminded.rule == DeadlineRule::RoomReply
            && reminded.number == Some(number)
            && reminded.due == due
            && reminded.at >= since
            && reminded.nth == 3
    });
    if let (Side::Consumer, Some(third)) = (side, third) {
        let end = rules.calendar.deadline(third.at, rules.silent_consumer_days);
        all.push(
            Deadline::new(DeadlineRule::SilentConsumer, Channel::Joint, third.at, end, TurnOf::Consumer)
                .number(number)
                .long(rules.silent_consumer_days, LengthUnit::Days)
                .warned(&[3])
                .then(Command::CaseClose { outcome: WithoutAgreement::Abandoned.into() }),
        );
    }
    all.push(reply);
}

/// When mediation's time is over: from both sides' acceptance of the mediator's terms, or from the officer
/// who sent the case back; both sides may prolong it.
pub fn mediation_ends(procedure: &Procedure, rules: &Rules) -> Option<(DeadlineRule, Moment, Moment)> {
    if procedure.phase() != Phase::Mediation {
        return None;
    }
    let mediation = &procedure.mediation;
    let rules = procedure.rules(rules);
    let more = procedure.extension.days;
    if let Some(remitted) = mediation.remitted {
        let due =
            if more == 0 { remitted.until } else { rules.calendar.deadline(remitted.until.plus_millis(-1), more) };
        return Some((DeadlineRule::RemittedMediation, remitted.since, due));
    }
    let began = mediation.began_at?;
    Some((DeadlineRule::Mediation, began, rules.calendar.deadline(began, rules.mediation_days.saturating_add(more))))
}

fn mediation(procedure: &Procedure, rules: &Rules, all: &mut Vec<Deadline>) {
    let Some((rule, started, due)) = mediation_ends(procedure, rules) else { return };
    let days = if rule == DeadlineRule::RemittedMediation { rules.remitted_days } else { rules.mediation_days };
    all.push(
        Deadline::new(rule, Channel::Procedure, started, due, TurnOf::Mediator)
            .long(days.saturating_add(procedure.extension.days), LengthUnit::Days)
            .warned(&[7, 1])
            .then(Command::ImpasseDeclare { ground: ImpasseGround::TimeOver }),
    );
}

fn signing(sight: Sight<'_>, rules: &Rules, all: &mut Vec<Deadline>) {
    if sight.procedure.phase() != Phase::Agreed {
        return;
    }
    let Some(deal) = sight.joint.and_then(|joint| joint.deal.as_ref()) else { return };
    let Some(draft) = &deal.draft else {
        // Nothing can be drafted before both are named; that is part of signing, and is not waited for without end.
        let since = deal.worded_at.unwrap_or(deal.accepted_at);
        let until = rules.calendar.deadline(since, rules.signature_days);
        all.push(
            Deadline::new(DeadlineRule::Signatures, Channel::Joint, since, until, TurnOf::Several)
                .long(rules.signature_days, LengthUnit::Days)
                .warned(&[2, 1])
                .then(Command::AgreementLapse {}),
        );
        return;
    };
    all.push(
        Deadline::new(DeadlineRule::Signatures, Channel::Joint, draft.at, draft.sign_until, TurnOf::Several)
            .warned(if sight.procedure.is_signer(Seat::Mediator) { &[2, 1] } else { &[1] })
            .then(Command::AgreementLapse {}),
    );
    if let (Some(until), false) = (deal.reflection_until, sight.procedure.reflection_waived_for(draft.version)) {
        all.push(Deadline::new(DeadlineRule::Reflection, Channel::Joint, draft.at, until, TurnOf::Consumer));
    }
}

fn performance(procedure: &Procedure, rules: &Rules, all: &mut Vec<Deadline>) {
    if !matches!(procedure.phase(), Phase::Settled | Phase::EscalatedOmbudsman | Phase::EscalatedLegal) {
        return;
    }
    let calendar = &rules.calendar;
    for owing in &procedure.obligations {
        let (id, number) = (owing.what.id, u32::from(owing.what.id));
        let started = procedure.concluded.as_ref().map_or(procedure.last_at, |concluded| concluded.at);
        let started = procedure.anew(started);
        let (due, in_time) = (owing.what.due, calendar.in_time_until(owing.what.due));
        let account = owing.account();
        // A part that was paid or reported stops no clock of the rest.
        if account.unreported() > 0 && owing.breached_at.is_none() {
            let deadline = if owing.overdue_at.is_none() {
                let mut runs =
                    Deadline::new(DeadlineRule::Obligation, Channel::Procedure, started, due, owner(owing.what.debtor))
                        .warned(&[3]);
                runs.effect = Some((in_time, Command::ObligationMarkOverdue { id }));
                runs
            } else {
                let (from, breach) = breach(owing, rules);
                Deadline::new(DeadlineRule::Breach, Channel::Procedure, from, breach, owner(owing.what.debtor))
                    .long(rules.breach_days, LengthUnit::Days)
                    .then(Command::ObligationMarkBreached { id })
            };
            all.push(deadline.number(number));
        }
        if let Some(reported) = account.reported_at() {
            let first = calendar.deadline(reported, rules.confirmation_reminder_days);
            let second = calendar.deadline(first.plus_millis(-1), rules.confirmation_reminder_days);
            let due = calendar.deadline(second.plus_millis(-1), rules.confirmation_days);
            let creditor = owner(owing.what.debtor.other());
            let mut deadline =
                Deadline::new(DeadlineRule::Confirmation, Channel::Procedure, reported, due, creditor).number(number);
            deadline.reminders = vec![first, second];
            // Nothing is presumed before two reminders.
            if let Some(at) = procedure.was_reminded(DeadlineRule::Confirmation, Some(number), due, 2) {
                // It is given in the minutes after its day: that day is counted from, not the one that just began.
                let given = at.plus_millis(-REMINDED_WITHIN_MILLIS);
                let end = due.max(calendar.deadline(given, rules.confirmation_days));
                deadline.effect = Some((end, Command::ObligationPresume { id }));
            }
            all.push(deadline);
        }
    }
}

/// A week after the last obligation the consumer is asked whether all is well.
fn closing(procedure: &Procedure, rules: &Rules, all: &mut Vec<Deadline>) {
    let kept =
        matches!(procedure.phase(), Phase::ClosedFulfilled | Phase::ClosedSettledUnconfirmed | Phase::ClosedReleased);
    if let (true, Some(closed)) = (kept, procedure.closed_at) {
        let due = rules.calendar.deadline(closed, rules.follow_up_days);
        let mut deadline = Deadline::new(DeadlineRule::FollowUp, Channel::Procedure, closed, due, TurnOf::Consumer)
            .long(rules.follow_up_days, LengthUnit::Days);
        deadline.reminders = vec![due];
        if procedure.was_reminded(DeadlineRule::FollowUp, None, due, 1).is_none() {
            all.push(deadline);
        }
    }
}
