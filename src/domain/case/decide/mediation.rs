//! The mediator comes, discloses, and leads.

use super::text::{check, text};
use super::{Answer, Asked};
use crate::case::command::Stage;
use crate::case::event::Fact;
use crate::case::floor::{mediator_presides, note_channel};
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{Assignment, Summary};
use crate::id::UserId;
use crate::limit::{DISCLOSURE_CHARS_MAX, NOTE_CHARS_MAX, PROPOSALS_MAX, SUMMARY_CHARS_MAX, WORDS_CHARS_MAX};
use crate::moment::Moment;
use crate::phase::Phase;
use crate::seat::{Capacity, Channel, Role, Seat, Side};

impl Asked<'_> {
    pub(super) fn mediator_accepts_until(&self) -> Moment {
        let rules = self.rules();
        rules.calendar.working_days(self.now(), rules.mediator_accept_working_days)
    }

    pub(super) fn request_mediator(&mut self) -> Answer {
        let side = self.side()?;
        if self.procedure.mediation.requested_at.is_some() {
            return Err(Refusal::MediatorAlreadyRequested.into());
        }
        self.own(Channel::Procedure, Fact::MediatorRequested { side: Some(side) });
        Ok(())
    }

    pub(super) fn assign_mediator(&mut self, user: UserId) -> Answer {
        let mediation = &self.procedure.mediation;
        let filed = self.procedure.filed.as_ref().ok_or(Refusal::NoCapacity)?;
        if self.procedure.holds(Seat::Mediator) {
            return Err(Refusal::SeatTaken.into());
        }
        // In mediation a mediator left or was declined by time: nobody has to ask again.
        if mediation.requested_at.is_none() && self.phase() != Phase::Mediation {
            return Err(Refusal::MediatorNotRequested.into());
        }
        if mediation.assigned.as_ref().is_some_and(|assigned| self.now() < assigned.until) {
            return Err(Refusal::MediatorAlreadyAssigned.into());
        }
        let named = self.eligible(user, "/user", filed.operator, &[Role::Mediator])?;
        if mediation.declined.contains(&user) {
            return Err(Refusal::PersonNotEligible.at("/user"));
        }
        let person = named.person.clone();
        let until = self.mediator_accepts_until();
        self.own(Channel::Procedure, Fact::MediatorAssigned { person, until });
        Ok(())
    }

    fn assignment(&self) -> Result<&Assignment, Refused> {
        self.procedure.mediation.assigned.as_ref().ok_or(Refusal::MediatorNotAssigned.into())
    }

    pub(super) fn accept_mediation(&mut self, no_conflict: bool, disclosure: &str) -> Answer {
        let person = self.assignment()?.person.clone();
        if !no_conflict {
            return Err(Refusal::ConflictNotExcluded.at("/no_conflict"));
        }
        text(disclosure, DISCLOSURE_CHARS_MAX, "/disclosure")?;
        self.own(Channel::Procedure, Fact::MediatorAccepted { person: person.clone() });
        self.own(Channel::Procedure, Fact::SeatTaken { seat: Seat::Mediator, person });
        if self.phase() != Phase::Mediation {
            self.clear_the_table();
            self.enter(Phase::Mediation);
        }
        let cases_with_company = self.given.cases_with_company;
        self.own(Channel::Joint, Fact::MediatorDisclosed { text: disclosure.to_owned(), cases_with_company });
        Ok(())
    }

    /// By the one assigned, or by the system once the time to accept is over.
    pub(super) fn decline_mediation(&mut self) -> Answer {
        let assigned = self.assignment()?;
        if self.capacity == Capacity::System && self.now() < assigned.until {
            return Err(Refusal::DeadlineNotReached.into());
        }
        let person = assigned.person.id;
        self.own(Channel::Procedure, Fact::MediatorDeclined { person });
        Ok(())
    }

    pub(super) fn accept_ground_rules(&mut self, version: u32) -> Answer {
        let side = self.side()?;
        if self.procedure.mediation.ground_rules.get(side).is_some() {
            return Err(Refusal::GroundRulesAlreadyAccepted.into());
        }
        if version != self.rules().ground_rules_version {
            return Err(Refusal::RulesVersionUnknown.at("/version"));
        }
        self.own(Channel::Procedure, Fact::GroundRulesAccepted { side, version });
        Ok(())
    }

    /// The first three stages are the mediator's to move; agreement and signing follow from what happens.
    pub(super) fn move_stage(&mut self, stage: Stage, note: Option<&str>) -> Answer {
        let movable = matches!(stage, Stage::Opening | Stage::Facts | Stage::Negotiating);
        if !movable || crate::case::apply::stage(self.procedure) == stage {
            return Err(Refusal::StageNotMovable.at("/stage"));
        }
        self.own(Channel::Procedure, Fact::StageMoved { stage });
        if let Some(note) = note {
            text(note, NOTE_CHARS_MAX, "/note")?;
            self.own(Channel::Joint, Fact::StageNoted { stage, note: note.to_owned() });
        }
        Ok(())
    }

    /// The caucus of the side that answers there.
    fn own_caucus(&self) -> Result<Channel, Refused> {
        let side = self.side()?;
        if !self.procedure.holds(Seat::Mediator) {
            return Err(Refusal::NoMediator.into());
        }
        self.ground_rules_accepted()?;
        Ok(self.caucus(side))
    }

    pub(super) fn write_summary(&mut self, side: Side, words: &str) -> Answer {
        text(words, SUMMARY_CHARS_MAX, "/text")?;
        let channel = self.caucus(side);
        self.own(channel, Fact::SummaryWritten { text: words.to_owned() });
        Ok(())
    }

    fn waiting_summary(&self) -> Result<Channel, Refused> {
        let channel = self.own_caucus()?;
        let waits = self.case.talk(channel).summary.as_ref().is_some_and(Summary::waits);
        if waits { Ok(channel) } else { Err(Refusal::NoSummary.into()) }
    }

    pub(super) fn confirm_summary(&mut self) -> Answer {
        let channel = self.waiting_summary()?;
        self.own(channel, Fact::SummaryConfirmed {});
        Ok(())
    }

    pub(super) fn correct_summary(&mut self, words: &str) -> Answer {
        let channel = self.waiting_summary()?;
        text(words, SUMMARY_CHARS_MAX, "/text")?;
        self.own(channel, Fact::SummaryCorrected { text: words.to_owned() });
        Ok(())
    }

    pub(super) fn ask_disclosure(&mut self, side: Side, words: &str) -> Answer {
        text(words, WORDS_CHARS_MAX, "/words")?;
        let channel = self.caucus(side);
        if self.case.talk(channel).disclosures.len() >= PROPOSALS_MAX {
            return Err(Refusal::TooManyItems.into());
        }
        self.own(channel, Fact::DisclosureAsked { words: words.to_owned() });
        Ok(())
    }

    pub(super) fn answer_disclosure(&mut self, id: u64, allow: bool) -> Answer {
        let channel = self.own_caucus()?;
        let asked = self.case.talk(channel).disclosures.iter().find(|asked| asked.id == id);
        let asked = asked.ok_or_else(|| Refusal::DisclosureNotFound.at("/id"))?;
        if asked.allowed.is_some() {
            return Err(Refusal::DisclosureAlreadyAnswered.into());
        }
        self.own(channel, Fact::DisclosureAnswered { id, allow });
        Ok(())
    }

    /// The exact words that the side allowed, told in `joint`.
    pub(super) fn use_disclosure(&mut self, side: Side, id: u64) -> Answer {
        let channel = self.caucus(side);
        let asked = self.case.talk(channel).disclosures.iter().find(|asked| asked.id == id);
        let asked = asked.ok_or_else(|| Refusal::DisclosureNotFound.at("/id"))?;
        if asked.allowed != Some(true) {
            return Err(Refusal::DisclosureNotAllowed.into());
        }
        if asked.used {
            return Err(Refusal::DisclosureAlreadyUsed.into());
        }
        let words = asked.words.clone();
        self.own(channel, Fact::DisclosureUsed { id });
        self.own(Channel::Joint, Fact::WordsDisclosed { side, words });
        Ok(())
    }

    /// Where the agreement was found after the final term, nobody leads any more.
    pub(super) fn presides(&self) -> Answer {
        if mediator_presides(self.procedure) { Ok(()) } else { Err(Refusal::WrongPhase.into()) }
    }

    pub(super) fn pause_floor(&mut self) -> Answer {
        self.presides()?;
        if self.joint.paused {
            return Err(Refusal::FloorAlreadyPaused.into());
        }
        self.own(Channel::Joint, Fact::FloorPaused {});
        Ok(())
    }

    pub(super) fn open_floor(&mut self) -> Answer {
        self.presides()?;
        if !self.joint.paused {
            return Err(Refusal::FloorAlreadyOpen.into());
        }
        self.own(Channel::Joint, Fact::FloorOpened {});
        Ok(())
    }

    /// Notes go where only one's own people read them.
    pub(super) fn put_note(&mut self, channel: Channel, words: &str) -> Answer {
        if note_channel(self.procedure, self.capacity) != Some(channel) {
            return Err(self.not_writable(channel));
        }
        check(words, NOTE_CHARS_MAX, false).map_err(|code| code.at("/text"))?;
        self.own(channel, Fact::NotePut { text: words.to_owned() });
        Ok(())
    }
}
