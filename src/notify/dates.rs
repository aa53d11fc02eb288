//! Which date a mail names, and how a reminder puts it into words.

use crate::notify::wording::{CaseNames, side_of};
use crate::texts::{self, Language};
use acordo_domain::case::command::Command;
use acordo_domain::case::deadline::{Deadline, Sight, deadlines, mediation_ends};
use acordo_domain::case::owed::{Notice, NoticeKind};
use acordo_domain::case::state::{Case, Reminded};
use acordo_domain::id::UserId;
use acordo_domain::moment::Moment;
use acordo_domain::phase::Phase;
use acordo_domain::rules::{DeadlineRule, Rules};
use acordo_domain::seat::{Channel, Side};
use jiff::tz::TimeZone;

/// The third reminder of an answer is the last one: the notice that the case will count as given up.
const LAST_REPLY_REMINDER: u8 = 3;

/// The sentence of a mail that names its date, and the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// The recipient is asked to act by then.
    Act(Moment),
    /// Something runs until then, for the recipient or for others.
    Runs(Moment),
}

impl Until {
    pub const fn at(self) -> Moment {
        match self {
            Self::Act(at) | Self::Runs(at) => at,
        }
    }
    pub const fn key(self) -> &'static str {
        match self {
            Self::Act(_) => "mail-until",
            Self::Runs(_) => "mail-by",
        }
    }
}

/// Every date that runs in the case now.
pub(super) fn running(case: &Case, rules: &Rules) -> Vec<Deadline> {
    let review = case.procedure.open_entry().map(|entry| case.talk(Channel::Review { entry: entry.number }));
    deadlines(Sight { procedure: &case.procedure, joint: Some(case.joint()), review, caucuses: case.caucuses() }, rules)
}

/// Until when something has to happen, where the notice is about that.
pub fn until(case: &Case, notice: &Notice, rules: &Rules) -> Option<Until> {
    let procedure = &case.procedure;
    let entry = procedure.open_entry();
    let first = |rule| running(case, rules).into_iter().find(|runs| runs.rule == rule).map(|runs| runs.due);
    match notice.kind {
        NoticeKind::Invitation => procedure.invitation.as_ref().map(|invitation| Until::Act(invitation.until)),
        NoticeKind::Proposal => case
            .talk(notice.channel)
            .proposals
            .iter()
            .find(|proposal| proposal.seq == notice.seq)
            .map(|proposal| Until::Act(proposal.valid_until)),
        NoticeKind::MediatorAssigned => {
            procedure.mediation.assigned.as_ref().map(|assigned| Until::Act(assigned.until))
        }
        NoticeKind::DraftReady | NoticeKind::Signed => {
            case.joint().deal.as_ref().and_then(|deal| deal.draft.as_ref()).map(|draft| Until::Act(draft.sign_until))
        }
        NoticeKind::Question => entry.and_then(|entry| entry.asked).map(|asked| Until::Act(asked.until)),
        NoticeKind::ObligationReported => first(DeadlineRule::Confirmation).map(Until::Act),
        NoticeKind::ObligationOverdue => first(DeadlineRule::Breach).map(Until::Runs),
        NoticeKind::RepresentativeAwaited => procedure.awaited.map(|awaited| Until::Runs(awaited.until)),
        NoticeKind::ExtensionAsked | NoticeKind::Extended | NoticeKind::Remitted => {
            mediation_ends(procedure, rules).map(|(_, _, end)| Until::Runs(end))
        }
        NoticeKind::Escalated | NoticeKind::Queued | NoticeKind::Forwarded | NoticeKind::QuestionAnswered => {
            entry.map(|entry| Until::Runs(entry.due))
        }
        // When it is passed on unasked.
        NoticeKind::EntryLate => running(case, rules).into_iter().find_map(|runs| match runs.effect {
            Some((at, Command::EntryPassOn { .. })) => Some(Until::Runs(at)),
            _ => None,
        }),
        // The sentence of a reminder names its date itself.
        NoticeKind::DeadlineReminder
        | NoticeKind::CaseFiledLink
        | NoticeKind::Admitted
        | NoticeKind::InvitationMisdirected
        | NoticeKind::InvitationCalledBack
        | NoticeKind::InvitationUndelivered
        | NoticeKind::InvitationAccepted
        | NoticeKind::InvitationRefused
        | NoticeKind::Message
        | NoticeKind::Private
        | NoticeKind::ProposalAccepted
        | NoticeKind::ProposalDeclined
        | NoticeKind::ProposalNotAgreed
        | NoticeKind::MediatorRequested
        | NoticeKind::AssignmentEnded
        | NoticeKind::MediationStarted
        | NoticeKind::MediationEnded
        | NoticeKind::Identify
        | NoticeKind::LegalIdentityMissing
        | NoticeKind::AgreementReturned
        | NoticeKind::Concluded
        | NoticeKind::ObligationDisputed
        | NoticeKind::ObligationConfirmed
        | NoticeKind::ObligationReleased
        | NoticeKind::SeatGiven
        | NoticeKind::SeatLost
        | NoticeKind::ReplyOverdue
        | NoticeKind::ReplyLate
        | NoticeKind::MediatorLate
        | NoticeKind::MediatorMissing
        | NoticeKind::MediatorAwaited
        | NoticeKind::MediatorReplaced
        | NoticeKind::ToAdmit
        | NoticeKind::EntryBreached
        | NoticeKind::Breached
        | NoticeKind::PaperReady
        | NoticeKind::FollowUp
        | NoticeKind::Reopened
        | NoticeKind::Closed => None,
    }
}

fn given<'a>(case: &'a Case, notice: &Notice) -> &'a [Reminded] {
    if notice.channel == Channel::Procedure { &case.procedure.reminded } else { &case.talk(notice.channel).reminded }
}

/// The reminder that this notice is about: which date, and when it is over.
pub fn reminded<'a>(case: &'a Case, notice: &Notice) -> Option<&'a Reminded> {
    given(case, notice).iter().find(|reminded| reminded.seq == notice.seq)
}

/// What a reminder says: which date, until when, that it is not the first, and what follows on silence.
pub fn reminder(
    case: &Case,
    to: UserId,
    notice: &Notice,
    rules: &Rules,
    (reader, language, zone, now): (&CaseNames, Language, &TimeZone, Moment),
) -> Vec<String> {
    let Some(given_reminder) = reminded(case, notice) else { return Vec::new() };
    let day = |until| texts::deadline(language, until, zone, now);
    let until = told_until(case, given_reminder, notice.channel, rules, now);
    let sentence =
        |until| reader.text_with(language, key_for(case, to, given_reminder.rule), &[("until", day(until).into())]);
    let mut said: Vec<String> = until.map(sentence).into_iter().collect();
    // Counted instead of taken from `nth`: a reminder that was overtaken was never given.
    let same = |other: &&Reminded| {
        (other.rule, other.number, other.due) == (given_reminder.rule, given_reminder.number, given_reminder.due)
    };
    let nth = given(case, notice).iter().filter(same).filter(|other| other.seq <= given_reminder.seq).count();
    if nth > 1 {
        said.push(texts::text(language, "mail-reminder-again", &[("nth", nth.to_string().into())]));
    }
    let consumer = side_of(&case.procedure, to) == Some(Side::Consumer);
    if (given_reminder.rule, given_reminder.nth, consumer) == (DeadlineRule::RoomReply, LAST_REPLY_REMINDER, true) {
        let end = running(case, rules).into_iter().find(|runs| runs.rule == DeadlineRule::SilentConsumer);
        said.extend(end.map(|end| texts::text(language, "mail-reminder-silence", &[("until", day(end.due).into())])));
    }
    said
}

/// The date that a reminder names. Only of an answer in the room it is said that it was expected by then; any other date
/// is one that is still to come, or none.
fn told_until(case: &Case, given: &Reminded, channel: Channel, rules: &Rules, now: Moment) -> Option<Moment> {
    if given.rule == DeadlineRule::RoomReply {
        return Some(given.due);
    }
    let same = |runs: &Deadline| (runs.rule, runs.number, runs.channel) == (given.rule, given.number, channel);
    let effect = running(case, rules).into_iter().find(same).and_then(|runs| runs.effect).map(|(at, _)| at);
    // What follows from not accepting the mediator's terms follows later than the date for it.
    let until = if given.rule == DeadlineRule::GroundRules { effect.unwrap_or(given.due) } else { given.due };
    Some(until).filter(|until| *until > now)
}

/// In mediation it is the mediator who waits for a side, or the case for the mediator.
fn key_for(case: &Case, to: UserId, rule: DeadlineRule) -> &'static str {
    match (rule, case.procedure.mediator()) {
        (DeadlineRule::RoomReply, Some(tenure)) if case.phase() == Phase::Mediation => {
            if tenure.person.id == to {
                "mail-reminder-room_reply-mediator"
            } else {
                "mail-reminder-room_reply-mediated"
            }
        }
        _ => key(rule),
    }
}

const fn key(rule: DeadlineRule) -> &'static str {
    match rule {
        DeadlineRule::Invitation => "mail-reminder-invitation",
        DeadlineRule::FirstReply => "mail-reminder-first_reply",
        DeadlineRule::RoomReply => "mail-reminder-room_reply",
        DeadlineRule::ProposalValidity => "mail-reminder-proposal_validity",
        DeadlineRule::MediatorAccepts => "mail-reminder-mediator_accepts",
        DeadlineRule::Mediation => "mail-reminder-mediation",
        DeadlineRule::Procedure => "mail-reminder-procedure",
        DeadlineRule::Signatures => "mail-reminder-signatures",
        DeadlineRule::Obligation => "mail-reminder-obligation",
        DeadlineRule::Confirmation => "mail-reminder-confirmation",
        DeadlineRule::Reflection => "mail-reminder-reflection",
        DeadlineRule::ReplaceRepresentative => "mail-reminder-replace_representative",
        DeadlineRule::RemittedMediation => "mail-reminder-remitted_mediation",
        DeadlineRule::SilentConsumer => "mail-reminder-silent_consumer",
        DeadlineRule::OmbudsmanEntry => "mail-reminder-ombudsman_entry",
        DeadlineRule::LegalEntry => "mail-reminder-legal_entry",
        DeadlineRule::FollowUp => "mail-reminder-follow_up",
        DeadlineRule::Breach => "mail-reminder-breach",
        DeadlineRule::Question => "mail-reminder-question",
        DeadlineRule::GroundRules => "mail-reminder-ground_rules",
        DeadlineRule::MediatorMissing => "mail-reminder-mediator_missing",
        DeadlineRule::Admission => "mail-reminder-admission",
        DeadlineRule::EntryOverdue => "mail-reminder-entry_overdue",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_date_has_its_reminder_in_every_language_and_says_until_when() {
        for language in Language::ALL {
            for rule in DeadlineRule::ALL {
                let text = texts::text(language, key(rule), &[("until", "§".into()), ("other", "Marina".into())]);
                assert!(text != key(rule) && text.contains('§') && !text.contains('{'), "{text}");
            }
        }
    }
}
