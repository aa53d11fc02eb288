//! Commands about the mediator, and by the mediator.

use super::talk::{ground_rules_accepted, mediator_presides};
use super::text::text;
use super::{Decision, Verdict};
use crate::accepted::AcceptedText;
use crate::case::apply::stage;
use crate::case::asker::{Asker, Guard};
use crate::case::command::{EscalationGround, HideGround, Stage};
use crate::case::event::{Event, Fact, MediationEnd};
use crate::case::refusal::Refusal;
use crate::case::state::{Assignment, Disclosure, FiledCase, Summary, Talk};
use crate::id::{EvidenceId, UserId};
use crate::limit::{DISCLOSURE_CHARS_MAX, NOTE_CHARS_MAX, PROPOSALS_MAX, SUMMARY_CHARS_MAX, WORDS_CHARS_MAX};
use crate::moment::Moment;
use crate::phase::Phase;
use crate::rules::DeadlineRule;
use crate::seat::{Capacity, Channel, Role, Seat, Side};

pub(in crate::case) fn request(asker: &Asker<'_>) -> Guard<Side> {
    let side = asker.side()?;
    let requested = asker.procedure().mediation.requested_at.is_some();
    if requested { Err(Refusal::MediatorAlreadyRequested.into()) } else { Ok(side) }
}

pub(in crate::case) fn assign<'a>(asker: &Asker<'a>) -> Guard<&'a FiledCase> {
    let procedure = asker.procedure();
    let filed = procedure.filed.as_ref().ok_or(Refusal::NoCapacity)?;
    if procedure.holds(Seat::Mediator) {
        return Err(Refusal::SeatTaken.into());
    }
    // In mediation a mediator left or was declined by time: nobody has to ask again.
    if procedure.mediation.requested_at.is_none() && procedure.phase() != Phase::Mediation {
        return Err(Refusal::MediatorNotRequested.into());
    }
    if procedure.mediation.assigned.as_ref().is_some_and(|assigned| asker.now < assigned.until) {
        return Err(Refusal::MediatorAlreadyAssigned.into());
    }
    Ok(filed)
}

/// Whom the coordinator replaces: the mediator, or who was asked and has not answered.
pub(in crate::case) fn replace(asker: &Asker<'_>) -> Guard<UserId> {
    let procedure = asker.procedure();
    let assigned = procedure.mediation.assigned.as_ref().map(|assigned| &assigned.person);
    let away = procedure.mediator().map(|tenure| &tenure.person).or(assigned);
    Ok(away.ok_or(Refusal::NoMediator)?.id)
}

/// What the one assigned accepts or declines.
pub(in crate::case) fn assignment<'a>(asker: &Asker<'a>) -> Guard<&'a Assignment> {
    Ok(asker.procedure().mediation.assigned.as_ref().ok_or(Refusal::MediatorNotAssigned)?)
}

/// While an agreement is signed a mediator comes only in the place of the one out of whose mediation it came.
pub(in crate::case) fn accept<'a>(asker: &Asker<'a>) -> Guard<&'a Assignment> {
    let procedure = asker.procedure();
    if procedure.phase() == Phase::Agreed && !procedure.awaits_successor() {
        return Err(Refusal::WrongPhase.into());
    }
    assignment(asker)
}

/// The terms are those of the mediator who is there and has disclosed: whoever comes later asks anew.
pub(in crate::case) fn accept_ground_rules(asker: &Asker<'_>) -> Guard<Side> {
    let side = asker.side()?;
    if !asker.procedure().holds(Seat::Mediator) {
        return Err(Refusal::NoMediator.into());
    }
    let accepted = asker.procedure().mediation.ground_rules.get(side).is_some();
    if accepted { Err(Refusal::GroundRulesAlreadyAccepted.into()) } else { Ok(side) }
}

/// The first three stages are the mediator's to move; agreement and signing follow from what happens.
pub(in crate::case) fn move_stage(asker: &Asker<'_>, to: Stage) -> Guard {
    let movable = match to {
        Stage::Opening | Stage::Facts | Stage::Negotiating => stage(asker.procedure()) != to,
        Stage::Agreement | Stage::Signing => false,
    };
    if movable { Ok(()) } else { Err(Refusal::StageNotMovable.at("/stage")) }
}

/// The caucus of the side that answers there.
pub(in crate::case) fn own_caucus<'a>(asker: &Asker<'a>) -> Guard<(Channel, &'a Talk)> {
    let side = asker.side()?;
    if !asker.procedure().holds(Seat::Mediator) {
        return Err(Refusal::NoMediator.into());
    }
    ground_rules_accepted(asker.procedure(), side)?;
    asker.caucus_talk(side)
}

pub(in crate::case) fn waiting_summary(asker: &Asker<'_>) -> Guard<Channel> {
    let (channel, talk) = own_caucus(asker)?;
    let waits = talk.summary.as_ref().is_some_and(Summary::waits);
    if waits { Ok(channel) } else { Err(Refusal::NoSummary.into()) }
}

pub(in crate::case) fn ask_disclosure(asker: &Asker<'_>, side: Side) -> Guard<Channel> {
    let (channel, talk) = asker.caucus_talk(side)?;
    if talk.disclosures.len() < PROPOSALS_MAX { Ok(channel) } else { Err(Refusal::TooManyItems.into()) }
}

fn disclosure(talk: &Talk, id: u64) -> Guard<&Disclosure> {
    talk.disclosures.iter().find(|asked| asked.id == id).ok_or_else(|| Refusal::DisclosureNotFound.at("/id"))
}

pub(in crate::case) fn answer_disclosure(asker: &Asker<'_>, id: u64) -> Guard<Channel> {
    let (channel, talk) = own_caucus(asker)?;
    let answered = disclosure(talk, id)?.allowed.is_some();
    if answered { Err(Refusal::DisclosureAlreadyAnswered.into()) } else { Ok(channel) }
}

pub(in crate::case) fn use_disclosure<'a>(asker: &Asker<'a>, side: Side, id: u64) -> Guard<(Channel, &'a Disclosure)> {
    let (channel, talk) = asker.caucus_talk(side)?;
    let asked = disclosure(talk, id)?;
    if asked.allowed != Some(true) {
        return Err(Refusal::DisclosureNotAllowed.into());
    }
    if asked.used { Err(Refusal::DisclosureAlreadyUsed.into()) } else { Ok((channel, asked)) }
}

/// Where the agreement was found after the final term, nobody leads any more.
pub(in crate::case) fn presides(asker: &Asker<'_>) -> Guard {
    if mediator_presides(asker.procedure()) { Ok(()) } else { Err(Refusal::WrongPhase.into()) }
}

fn paused(asker: &Asker<'_>) -> bool {
    asker.readable.joint().is_some_and(|joint| joint.paused)
}

pub(in crate::case) fn pause_floor(asker: &Asker<'_>) -> Guard {
    presides(asker)?;
    if paused(asker) { Err(Refusal::FloorAlreadyPaused.into()) } else { Ok(()) }
}

pub(in crate::case) fn open_floor(asker: &Asker<'_>) -> Guard {
    presides(asker)?;
    if paused(asker) { Ok(()) } else { Err(Refusal::FloorAlreadyOpen.into()) }
}

pub(in crate::case) fn any_stage(asker: &Asker<'_>) -> bool {
    Stage::ALL.iter().any(|stage| move_stage(asker, *stage).is_ok())
}

pub(in crate::case) fn any_side_to_ask(asker: &Asker<'_>) -> bool {
    Side::BOTH.iter().any(|side| ask_disclosure(asker, *side).is_ok())
}

pub(in crate::case) fn any_disclosure_to_answer(asker: &Asker<'_>) -> bool {
    any_in_a_caucus(asker, |_, caucus| {
        caucus.disclosures.iter().any(|asked| answer_disclosure(asker, asked.id).is_ok())
    })
}

pub(in crate::case) fn any_disclosure_to_use(asker: &Asker<'_>) -> bool {
    any_in_a_caucus(asker, |side, caucus| {
        caucus.disclosures.iter().any(|asked| use_disclosure(asker, side, asked.id).is_ok())
    })
}

/// The caucuses with the present mediator, as far as they are read.
pub(super) fn any_in_a_caucus(asker: &Asker<'_>, some: impl Fn(Side, &Talk) -> bool) -> bool {
    Side::BOTH.into_iter().any(|side| asker.caucus_talk(side).is_ok_and(|(_, talk)| some(side, talk)))
}

impl Decision<'_> {
    pub(super) fn mediator_accepts_until(&self) -> Moment {
        let rules = self.rules();
        rules.calendar.working_days(self.now(), rules.mediator_accept_working_days)
    }

    pub(super) fn request_mediator(&mut self) -> Verdict {
        let side = request(&self.asker)?;
        self.own(Channel::Procedure, Fact::MediatorRequested { side: Some(side) });
        Ok(())
    }

    pub(super) fn assign_mediator(&mut self, user: UserId) -> Verdict {
        let filed = assign(&self.asker)?;
        let named = self.eligible(user, "/user", filed.operator, &[Role::Mediator])?;
        if self.procedure.mediation.declined.contains(&user) {
            return Err(Refusal::PersonNotEligible.at("/user"));
        }
        let person = named.person.clone();
        let until = self.mediator_accepts_until();
        self.own(Channel::Procedure, Fact::MediatorAssigned { person, until });
        Ok(())
    }

    /// The mediator who is away reads nothing more; the next one begins with caucuses and notes of their own.
    pub(super) fn replace_mediator(&mut self, user: Option<UserId>) -> Verdict {
        let away = replace(&self.asker)?;
        let filed = self.procedure.filed.as_ref().ok_or(Refusal::NoCapacity)?;
        let next = match user {
            None => None,
            Some(user) if user == away => return Err(Refusal::PersonNotEligible.at("/user")),
            Some(user) if self.procedure.mediation.declined.contains(&user) => {
                return Err(Refusal::PersonNotEligible.at("/user"));
            }
            Some(user) => Some(self.eligible(user, "/user", filed.operator, &[Role::Mediator])?.person.clone()),
        };
        self.own(Channel::Procedure, Fact::MediatorReplaced { person: away });
        if self.procedure.holds(Seat::Mediator) {
            self.follows(Channel::Procedure, Fact::SeatLeft { seat: Seat::Mediator, person: away });
            self.reopen_floor();
        }
        if let Some(person) = next {
            let until = self.mediator_accepts_until();
            self.own(Channel::Procedure, Fact::MediatorAssigned { person, until });
        }
        self.draft_without_mediator();
        Ok(())
    }

    /// Told once; the coordinator is reminded of it every day.
    pub(super) fn find_nobody(&mut self) -> Verdict {
        assign(&self.asker)?;
        if self.procedure.mediation.missing_since.is_some() {
            return Err(Refusal::MediatorMissingAlready.into());
        }
        self.follows(Channel::Procedure, Fact::MediatorMissing {});
        Ok(())
    }

    pub(super) fn accept_mediation(&mut self, no_conflict: bool, disclosure: &str) -> Verdict {
        let person = accept(&self.asker)?.person.clone();
        if !no_conflict {
            return Err(Refusal::ConflictNotExcluded.at("/no_conflict"));
        }
        if self.context.conflict {
            return Err(Refusal::MediatorHasConflict.into());
        }
        text(disclosure, DISCLOSURE_CHARS_MAX, "/disclosure")?;
        self.own(Channel::Procedure, Fact::MediatorAccepted { person: person.clone() });
        self.own(Channel::Procedure, Fact::SeatTaken { seat: Seat::Mediator, person });
        // Whoever comes while an agreement is signed comes to sign it.
        if !matches!(self.phase(), Phase::Mediation | Phase::Agreed) {
            self.clear_the_table();
            self.enter(Phase::Mediation);
        }
        let cases_with_company = self.context.cases_with_company;
        self.own(Channel::Joint, Fact::MediatorDisclosed { text: disclosure.to_owned(), cases_with_company });
        Ok(())
    }

    /// By the assigned mediator, or by the system once the time to accept is over.
    pub(super) fn decline_mediation(&mut self) -> Verdict {
        let assigned = assignment(&self.asker)?;
        if self.capacity == Capacity::System && self.now() < assigned.until {
            return Err(Refusal::DeadlineNotReached.into());
        }
        let person = assigned.person.id;
        let silent = self.capacity == Capacity::System;
        let fact = if silent { Fact::MediatorLapsed { person } } else { Fact::MediatorDeclined { person } };
        self.own(Channel::Procedure, fact);
        Ok(())
    }

    pub(super) fn accept_ground_rules(&mut self, version: u32) -> Verdict {
        let side = accept_ground_rules(&self.asker)?;
        if version != self.rules().ground_rules_version {
            return Err(Refusal::RulesVersionUnknown.at("/version"));
        }
        self.own(
            Channel::Procedure,
            Fact::GroundRulesAccepted { side, version, text_hash: AcceptedText::GroundRules.hash(version) },
        );
        Ok(())
    }

    pub(super) fn move_stage(&mut self, stage: Stage, note: Option<&str>) -> Verdict {
        move_stage(&self.asker, stage)?;
        self.own(Channel::Procedure, Fact::StageMoved { stage });
        if let Some(note) = note {
            text(note, NOTE_CHARS_MAX, "/note")?;
            self.own(Channel::Joint, Fact::StageNoted { stage, note: note.to_owned() });
        }
        Ok(())
    }

    pub(super) fn write_summary(&mut self, side: Side, words: &str) -> Verdict {
        text(words, SUMMARY_CHARS_MAX, "/text")?;
        self.own(self.asker.caucus(side), Fact::SummaryWritten { text: words.to_owned() });
        Ok(())
    }

    pub(super) fn confirm_summary(&mut self) -> Verdict {
        let channel = waiting_summary(&self.asker)?;
        self.own(channel, Fact::SummaryConfirmed {});
        Ok(())
    }

    pub(super) fn correct_summary(&mut self, words: &str) -> Verdict {
        let channel = waiting_summary(&self.asker)?;
        text(words, SUMMARY_CHARS_MAX, "/text")?;
        self.own(channel, Fact::SummaryCorrected { text: words.to_owned() });
        Ok(())
    }

    pub(super) fn ask_disclosure(&mut self, side: Side, words: &str) -> Verdict {
        let channel = ask_disclosure(&self.asker, side)?;
        text(words, WORDS_CHARS_MAX, "/words")?;
        self.own(channel, Fact::DisclosureAsked { words: words.to_owned() });
        Ok(())
    }

    pub(super) fn answer_disclosure(&mut self, id: u64, allow: bool) -> Verdict {
        let channel = answer_disclosure(&self.asker, id)?;
        self.own(channel, Fact::DisclosureAnswered { id, allow });
        Ok(())
    }

    /// The exact words that the side allowed, told in `joint`.
    pub(super) fn use_disclosure(&mut self, side: Side, id: u64) -> Verdict {
        let (channel, asked) = use_disclosure(&self.asker, side, id)?;
        let words = asked.words.clone();
        self.own(channel, Fact::DisclosureUsed { id });
        self.own(Channel::Joint, Fact::WordsDisclosed { side, words });
        Ok(())
    }

    pub(super) fn pause_floor(&mut self) -> Verdict {
        pause_floor(&self.asker)?;
        self.own(Channel::Joint, Fact::FloorPaused {});
        Ok(())
    }

    pub(super) fn open_floor(&mut self) -> Verdict {
        open_floor(&self.asker)?;
        self.own(Channel::Joint, Fact::FloorOpened {});
        Ok(())
    }

    /// The files that the author of a message sent with it; another's, which it only names, stay.
    fn sent_with(&self, talk: &Talk, channel: Channel, seq: u64) -> Vec<EvidenceId> {
        let item = self.context.item.filter(|item| item.channel == channel && item.seq == seq);
        let Some(Event { by: Some(by), fact: Some(Fact::MessagePosted { evidence, .. }), .. }) = item else {
            return Vec::new();
        };
        let own = |id: &&EvidenceId| talk.evidence.get(*id).is_some_and(|exhibit| exhibit.owner == Some(by.id));
        evidence.iter().filter(own).copied().collect()
    }

    pub(super) fn hide_message(&mut self, channel: Channel, seq: u64, ground: HideGround) -> Verdict {
        presides(&self.asker)?;
        let talk = match channel {
            Channel::Joint | Channel::Caucus { .. } => self.asker.talk(channel),
            Channel::Procedure
            | Channel::Internal
            | Channel::Notes { .. }
            | Channel::Sealed { .. }
            | Channel::Review { .. }
            | Channel::Desk { .. }
            | Channel::Challenge { .. } => None,
        };
        let talk = talk.ok_or_else(|| self.asker.not_writable(channel))?;
        if !talk.messages.has(seq) {
            return Err(Refusal::EventNotFound.at("/seq"));
        }
        if talk.hidden.has(seq) {
            return Err(Refusal::MessageAlreadyHidden.into());
        }
        let evidence = self.sent_with(talk, channel, seq);
        self.own(channel, Fact::MessageHidden { target: seq, ground, evidence });
        Ok(())
    }

    /// The mediator's terms were not accepted in time: the mediation is over, and nobody left it.
    pub(super) fn lapse_mediation(&mut self) -> Verdict {
        self.is_over(DeadlineRule::GroundRules, Channel::Procedure, None)?;
        let accepted = &self.procedure.mediation.ground_rules;
        let absent: Vec<Side> = Side::BOTH.into_iter().filter(|side| accepted.get(*side).is_none()).collect();
        for side in &absent {
            self.own(Channel::Procedure, Fact::TermsLapsed { side: *side });
        }
        let remitted = self.procedure.mediation.remitted.is_some();
        let ground = if remitted { EscalationGround::RemitOver } else { EscalationGround::TermsNotAccepted };
        self.escalate(
            ground,
            match absent.as_slice() {
                [Side::Consumer] => MediationEnd::ConsumerDidNotAccept,
                [Side::Company] => MediationEnd::CompanyDidNotAccept,
                _ => MediationEnd::NeitherAccepted,
            },
        )
    }
}
