//! Whose turn it is: one function of what the viewer may read.

use crate::case::audience::Readable;
use crate::case::state::{InvitationState, Procedure, Summary, Talk};
use crate::moment::Moment;
use crate::phase::Phase;
use crate::rules::Rules;
use crate::seat::{Capacity, Channel, Seat, Side, Voice};
use crate::view::{LengthUnit, Turn, TurnFor, TurnOf};

/// A set of those who may be waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct WaitSet(u8);

impl WaitSet {
    const NOBODY: Self = Self(0);
    const CONSUMER: Self = Self(1);
    const COMPANY: Self = Self(2);
    const BOTH: Self = Self(3);
    const MEDIATOR: Self = Self(4);
    const COORDINATOR: Self = Self(8);
    const OFFICER: Self = Self(16);
    const SYSTEM: Self = Self(32);

    const fn side(side: Side) -> Self {
        match side {
            Side::Consumer => Self::CONSUMER,
            Side::Company => Self::COMPANY,
        }
    }
    const fn seat(seat: Seat) -> Self {
        match seat {
            Seat::Consumer => Self::CONSUMER,
            Seat::Company => Self::COMPANY,
            Seat::Mediator => Self::MEDIATOR,
            Seat::Ombudsman | Seat::Legal => Self::OFFICER,
        }
    }
    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
    const fn name(self) -> TurnOf {
        match self {
            Self::NOBODY => TurnOf::Nobody,
            Self::CONSUMER => TurnOf::Consumer,
            Self::COMPANY => TurnOf::Company,
            Self::BOTH => TurnOf::Both,
            Self::MEDIATOR => TurnOf::Mediator,
            Self::COORDINATOR => TurnOf::Coordinator,
            Self::OFFICER => TurnOf::Officer,
            Self::SYSTEM => TurnOf::System,
            _ => TurnOf::Several,
        }
    }
}

/// Something that is waited for.
#[derive(Debug, Clone, Copy)]
struct Wait {
    who: WaitSet,
    what: TurnFor,
    until: Option<Moment>,
    number: Option<u32>,
    channel: Option<Channel>,
    /// The viewer has done its part, which nobody else sees.
    done: bool,
}

impl Wait {
    const fn new(who: WaitSet, what: TurnFor) -> Self {
        Self { who, what, until: None, number: None, channel: None, done: false }
    }
    const fn until(mut self, until: Moment) -> Self {
        self.until = Some(until);
        self
    }
    const fn number(mut self, number: u32) -> Self {
        self.number = Some(number);
        self
    }
    const fn within(mut self, channel: Channel) -> Self {
        self.channel = Some(channel);
        self
    }
}

/// Everything waited for in order of weight, and what is so if nothing is.
struct Waits {
    list: Vec<Wait>,
    default: Wait,
}

/// What waits for this viewer comes first; else what waits for somebody.
pub fn turn(readable: &Readable<'_>, rules: &Rules, now: Moment) -> Turn {
    let me = viewer(readable);
    let rules = &*readable.procedure().rules(rules);
    let waits = waits(readable, rules, now);
    let mine = |wait: &Wait| wait.who.meets(me) && !wait.done;
    let chosen = waits.list.iter().find(|wait| mine(wait)).or_else(|| waits.list.first()).unwrap_or(&waits.default);
    Turn {
        who: chosen.who.name(),
        what: chosen.what,
        yours: mine(chosen),
        until: chosen.until,
        number: chosen.number,
        channel: chosen.channel,
    }
}

fn viewer(readable: &Readable<'_>) -> WaitSet {
    match readable.capacity() {
        Capacity::Consumer => WaitSet::CONSUMER,
        Capacity::Company => WaitSet::COMPANY,
        Capacity::Mediator | Capacity::AssignedMediator => WaitSet::MEDIATOR,
        Capacity::Coordinator => WaitSet::COORDINATOR,
        Capacity::Ombudsman | Capacity::Legal | Capacity::QueueOfficer => WaitSet::OFFICER,
        // Only an invitation waits for somebody without a seat.
        Capacity::Invited => match (&readable.procedure().invitation, readable.side()) {
            (Some(invitation), Some(side))
                if invitation.side == side && invitation.state != InvitationState::Accepted =>
            {
                WaitSet::side(side)
            }
            _ => WaitSet::NOBODY,
        },
        Capacity::Approver | Capacity::Companion | Capacity::Register | Capacity::System => WaitSet::NOBODY,
    }
}

fn waits(readable: &Readable<'_>, rules: &Rules, now: Moment) -> Waits {
    let mut list = Vec::new();
    let nothing = Wait::new(WaitSet::NOBODY, TurnFor::Nothing);
    let default = match readable.procedure().phase() {
        Phase::Intake => intake(readable, rules),
        Phase::Negotiation => {
            awaited(readable, &mut list);
            proposals(readable, now, &mut list);
            mediator_pending(readable, &mut list);
            reply(readable, rules).unwrap_or(nothing)
        }
        Phase::Mediation => {
            awaited(readable, &mut list);
            ground_rules(readable, rules, &mut list);
            proposals(readable, now, &mut list);
            questions(readable, &mut list);
            mediator_pending(readable, &mut list);
            mediating(readable, rules)
        }
        Phase::EscalatedOmbudsman | Phase::EscalatedLegal => {
            question(readable, &mut list);
            proposals(readable, now, &mut list);
            obligations(readable, &mut list);
            review(readable)
        }
        Phase::Agreed => {
            unnamed(readable, &mut list);
            successor(readable, &mut list);
            agreed(readable)
        }
        Phase::Settled => {
            obligations(readable, &mut list);
            nothing
        }
        Phase::ClosedFulfilled
        | Phase::ClosedSettledUnconfirmed
        | Phase::ClosedReleased
        | Phase::ClosedNoAgreement
        | Phase::ClosedRefused
        | Phase::ClosedWithdrawn
        | Phase::ClosedMisdirected
        | Phase::ClosedCalledBack
        | Phase::ClosedAbandoned
        | Phase::ClosedFinalAnswer
        | Phase::ClosedReferredToCourt
        | Phase::ClosedEnforcedElsewhere => nothing,
    };
    Waits { list, default }
}

/// Until the nearest date that changes something: a company that says nothing is first passed over, then not invited.
fn intake(readable: &Readable<'_>, rules: &Rules) -> Wait {
    let procedure = readable.procedure();
    match &procedure.invitation {
        Some(invitation) => {
            let until =
                first_reply_due(procedure, rules).map_or(invitation.until, |(_, due, _)| due.min(invitation.until));
            Wait::new(WaitSet::side(invitation.side), TurnFor::AnswerInvitation).until(until)
        }
        None => Wait::new(WaitSet::COORDINATOR, TurnFor::Admit),
    }
}

/// A side that lost its last representative sends another.
fn awaited(readable: &Readable<'_>, list: &mut Vec<Wait>) {
    if let Some(awaited) = readable.procedure().awaited {
        list.push(Wait::new(WaitSet::side(awaited.side), TurnFor::Replace).until(awaited.until));
    }
}

/// An officer's question. `procedure` tells that there is one, never what it says.
fn question(readable: &Readable<'_>, list: &mut Vec<Wait>) {
    let Some(entry) = readable.procedure().open_entry() else { return };
    if let Some(asked) = entry.asked {
        list.push(
            Wait::new(WaitSet::side(asked.side), TurnFor::AnswerQuestion)
                .until(asked.until)
                .within(Channel::Review { entry: entry.number }),
        );
    }
}

/// An officer takes the case, then reviews it.
fn review(readable: &Readable<'_>) -> Wait {
    match readable.procedure().open_entry() {
        Some(entry) if entry.officer.is_none() => Wait::new(WaitSet::OFFICER, TurnFor::Claim).until(entry.due),
        Some(entry) => Wait::new(WaitSet::OFFICER, TurnFor::Review).until(entry.due),
        None => Wait::new(WaitSet::NOBODY, TurnFor::Nothing),
    }
}

fn proposals(readable: &Readable<'_>, now: Moment, list: &mut Vec<Wait>) {
    let review = readable.procedure().open_entry().map(|entry| Channel::Review { entry: entry.number });
    for channel in review.into_iter().chain([Channel::Joint]) {
        let Some(talk) = readable.talk(channel) else { continue };
        // The newest proposal decides.
        for proposal in talk.proposals.iter().rev().filter(|proposal| proposal.stands(now)) {
            let who = proposal.author.side().map_or(WaitSet::BOTH, |side| WaitSet::side(side.other()));
            let mut wait = Wait::new(who, TurnFor::AnswerProposal)
                .until(proposal.valid_until)
                .number(proposal.number)
                .within(channel);
            wait.done = own_answer(readable, channel, proposal.number).is_some();
            list.push(wait);
        }
    }
}

/// The viewer's own hidden answer; the other side's is in a channel that it cannot read.
pub(super) fn own_answer(readable: &Readable<'_>, channel: Channel, number: u32) -> Option<bool> {
    readable.talk(Channel::Sealed { side: readable.side()? })?.answer_to(channel, number)
}

fn mediator_pending(readable: &Readable<'_>, list: &mut Vec<Wait>) {
    let procedure = readable.procedure();
    if procedure.holds(Seat::Mediator) {
        return;
    }
    let mediation = &procedure.mediation;
    if let Some(assigned) = &mediation.assigned {
        list.push(Wait::new(WaitSet::MEDIATOR, TurnFor::AcceptMediation).until(assigned.until));
    } else if mediation.requested_at.is_some() || procedure.phase() == Phase::Mediation {
        list.push(Wait::new(WaitSet::COORDINATOR, TurnFor::AssignMediator));
    }
}

fn ground_rules(readable: &Readable<'_>, rules: &Rules, list: &mut Vec<Wait>) {
    let procedure = readable.procedure();
    let who = Side::BOTH
        .into_iter()
        .filter(|side| procedure.mediation.ground_rules.get(*side).is_none())
        .fold(WaitSet::NOBODY, |who, side| who.with(WaitSet::side(side)));
    if who != WaitSet::NOBODY && procedure.holds(Seat::Mediator) {
        let since = procedure.mediator().map_or(procedure.phase_since(), |tenure| tenure.since);
        let until = rules.calendar.working_days(since, rules.ground_rules_working_days);
        list.push(Wait::new(who, TurnFor::AcceptGroundRules).until(until));
    }
}

/// Questions of a caucus; each viewer knows only of those in a caucus that it reads.
fn questions(readable: &Readable<'_>, list: &mut Vec<Wait>) {
    // A mediator who is gone waits for no answer.
    if !readable.procedure().holds(Seat::Mediator) {
        return;
    }
    let nth = readable.procedure().mediation.nth;
    for side in Side::BOTH {
        let channel = Channel::Caucus { side, nth };
        let Some(caucus) = readable.talk(channel) else { continue };
        if caucus.disclosures.iter().any(|asked| asked.allowed.is_none()) {
            list.push(Wait::new(WaitSet::side(side), TurnFor::AnswerDisclosure).within(channel));
        }
        if caucus.summary.as_ref().is_some_and(Summary::waits) {
            list.push(Wait::new(WaitSet::side(side), TurnFor::ConfirmSummary).within(channel));
        }
    }
}

fn reply(readable: &Readable<'_>, rules: &Rules) -> Option<Wait> {
    let (side, _, until) = reply_owed(readable.procedure(), readable.joint()?, rules);
    Some(Wait::new(WaitSet::side(side), TurnFor::Reply).until(until).within(Channel::Joint))
}

/// Since when and until when an invited company that has not said a word is waited for, while nobody else has the case.
pub(super) fn first_reply_due(procedure: &Procedure, rules: &Rules) -> Option<(Moment, Moment, LengthUnit)> {
    let invitation = procedure.invitation.as_ref().filter(|invitation| {
        invitation.side == Side::Company
            && invitation.state != InvitationState::Refused
            && procedure.first_reply.company.is_none()
            && !procedure.was_escalated()
            && matches!(procedure.phase(), Phase::Intake | Phase::Negotiation)
    })?;
    let since = procedure.anew(invitation.since);
    Some(if rules.first_reply_in_working_days {
        (since, rules.calendar.working_days(since, rules.first_reply_days), LengthUnit::WorkingDays)
    } else {
        (since, rules.calendar.deadline(since, rules.first_reply_days), LengthUnit::Days)
    })
}

/// The mediator leads; after a word of theirs both sides answer.
fn mediating(readable: &Readable<'_>, rules: &Rules) -> Wait {
    let mediate = Wait::new(WaitSet::MEDIATOR, TurnFor::Mediate);
    let owed = readable.joint().and_then(|joint| mediated_reply(readable.procedure(), joint));
    let Some(ReplyOwed { who, since, .. }) = owed else { return mediate };
    let until = rules.calendar.working_days(since, rules.room_reply_working_days);
    if who == TurnOf::Mediator {
        return mediate.until(until);
    }
    Wait::new(WaitSet::BOTH, TurnFor::Reply).until(until).within(Channel::Joint)
}

/// Who is to write, since when, and after which event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ReplyOwed {
    pub who: TurnOf,
    pub since: Moment,
    pub number: u32,
}

/// In `joint`, once both accepted the mediator's terms: after a side's word the mediator, after the mediator's both.
pub(super) fn mediated_reply(procedure: &Procedure, joint: &Talk) -> Option<ReplyOwed> {
    let began = procedure.mediation.began_at?;
    if !procedure.holds(Seat::Mediator) || procedure.phase() != Phase::Mediation {
        return None;
    }
    // While a proposal is open its own time runs.
    let from = began.max(procedure.phase_since()).max(joint.cleared_at.unwrap_or(began));
    Some(match joint.last_word {
        Some(word) if word.voice == Voice::Mediator && word.at >= began => {
            // Who may not write is not waited for.
            let who = if joint.paused { TurnOf::Mediator } else { TurnOf::Both };
            ReplyOwed { who, since: word.at.max(from), number: number(word.seq) }
        }
        Some(word) => ReplyOwed { who: TurnOf::Mediator, since: word.from_at.max(from), number: number(word.from_seq) },
        None => ReplyOwed { who: TurnOf::Mediator, since: from, number: 0 },
    })
}

/// In a caucus: the side that was asked something, or the mediator to whom it wrote.
pub(super) fn caucus_reply(procedure: &Procedure, side: Side, caucus: &Talk) -> Option<ReplyOwed> {
    if !procedure.holds(Seat::Mediator) || procedure.phase() != Phase::Mediation {
        return None;
    }
    if let Some(asked) = caucus.asked {
        let who = if side == Side::Consumer { TurnOf::Consumer } else { TurnOf::Company };
        return Some(ReplyOwed { who, since: asked.at, number: number(asked.seq) });
    }
    let word = caucus.last_word.filter(|word| word.voice.side() == Some(side))?;
    Some(ReplyOwed { who: TurnOf::Mediator, since: word.from_at, number: number(word.from_seq) })
}

fn number(seq: u64) -> u32 {
    u32::try_from(seq).unwrap_or(u32::MAX)
}

/// The company until its first reply, then the side that did not write last: which side, since when, until when.
pub(super) fn reply_owed(procedure: &Procedure, joint: &Talk, rules: &Rules) -> (Side, Moment, Moment) {
    let (side, since) = match joint.last_word {
        Some(word) if joint.spoken.company && word.voice == Voice::Company => (Side::Consumer, word.from_at),
        Some(word) if joint.spoken.company => (Side::Company, word.from_at),
        _ => (Side::Company, procedure.phase_since()),
    };
    // Nobody answers while an agreement is signed or the case is closed: back in the talks, the time starts anew.
    let since = since.max(procedure.phase_since()).max(joint.cleared_at.unwrap_or(since));
    (side, since, rules.calendar.working_days(since, rules.room_reply_working_days))
}

/// Who is not named yet: a consumer says it in the case, a company in its record.
fn unnamed(readable: &Readable<'_>, list: &mut Vec<Wait>) {
    for (side, what) in [(Side::Consumer, TurnFor::Identify), (Side::Company, TurnFor::LegalIdentity)] {
        let named = match readable.joint() {
            // What was once typed for a company identifies it no longer.
            Some(joint) => joint.identified(side).is_some(),
            None => *readable.procedure().identified.get(side),
        };
        if !named {
            list.push(Wait::new(WaitSet::side(side), what));
        }
    }
}

/// Somebody is asked to sign in the mediator's place; or is to be, since both sides signed and wait.
fn successor(readable: &Readable<'_>, list: &mut Vec<Wait>) {
    let procedure = readable.procedure();
    let written = readable.joint().and_then(|joint| joint.deal.as_ref()).is_some_and(|deal| deal.draft.is_some());
    let awaited = procedure.awaits_successor() && !written;
    if let Some(assigned) = procedure.mediation.assigned.as_ref().filter(|_| awaited) {
        list.push(Wait::new(WaitSet::MEDIATOR, TurnFor::AcceptMediation).until(assigned.until));
    }
    // In the room it is told who has not signed.
    if procedure.mediation.signature_overdue && readable.joint().is_none() {
        list.push(Wait::new(WaitSet::COORDINATOR, TurnFor::ReplaceMediator));
    }
}

fn agreed(readable: &Readable<'_>) -> Wait {
    let procedure = readable.procedure();
    let all = procedure.signers().fold(WaitSet::NOBODY, |who, seat| who.with(WaitSet::seat(seat)));
    let Some(joint) = readable.joint() else {
        // Drafts and single signatures are not told outside the room.
        return Wait::new(all, TurnFor::Sign);
    };
    match joint.deal.as_ref().and_then(|deal| deal.draft.as_ref().map(|draft| (deal, draft))) {
        None => Wait::new(WaitSet::SYSTEM, TurnFor::Draft),
        Some((deal, draft)) => {
            let missing =
                deal.unsigned(procedure.signers()).fold(WaitSet::NOBODY, |who, seat| who.with(WaitSet::seat(seat)));
            Wait::new(missing, TurnFor::Sign).until(draft.sign_until).within(Channel::Joint)
        }
    }
}

fn obligations(readable: &Readable<'_>, list: &mut Vec<Wait>) {
    let owing = &readable.procedure().obligations;
    for reported in owing.iter().filter(|owing| owing.account().reported() > 0) {
        let creditor = WaitSet::side(reported.what.debtor.other());
        list.push(Wait::new(creditor, TurnFor::ConfirmObligation).number(u32::from(reported.what.id)));
    }
    let mut due: Vec<_> = owing.iter().filter(|owing| owing.account().unreported() > 0).collect();
    due.sort_by_key(|owing| (owing.what.due, owing.what.id));
    list.extend(due.into_iter().map(|owing| {
        Wait::new(WaitSet::side(owing.what.debtor), TurnFor::Perform)
            .until(owing.what.due)
            .number(u32::from(owing.what.id))
    }));
}
