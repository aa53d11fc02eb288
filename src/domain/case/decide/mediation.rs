//! Commands about the mediator, and by the mediator.

use super::text::{check, text};
use super::{Decision, Verdict};
use crate::case::command::Stage;
use crate::case::event::Fact;
use crate::case::guard;
use crate::case::refusal::Refusal;
use crate::id::UserId;
use crate::limit::{DISCLOSURE_CHARS_MAX, NOTE_CHARS_MAX, SUMMARY_CHARS_MAX, WORDS_CHARS_MAX};
use crate::moment::Moment;
use crate::phase::Phase;
use crate::seat::{Capacity, Channel, Role, Seat, Side};

impl Decision<'_> {
    pub(super) fn mediator_accepts_until(&self) -> Moment {
        let rules = self.rules();
        rules.calendar.working_days(self.now(), rules.mediator_accept_working_days)
    }

    pub(super) fn request_mediator(&mut self) -> Verdict {
        let side = guard::mediation::request(&self.asker)?;
        self.own(Channel::Procedure, Fact::MediatorRequested { side: Some(side) });
        Ok(())
    }

    pub(super) fn assign_mediator(&mut self, user: UserId) -> Verdict {
        let filed = guard::mediation::assign(&self.asker)?;
        let named = self.eligible(user, "/user", filed.operator, &[Role::Mediator])?;
        if self.procedure.mediation.declined.contains(&user) {
            return Err(Refusal::PersonNotEligible.at("/user"));
        }
        let person = named.person.clone();
        let until = self.mediator_accepts_until();
        self.own(Channel::Procedure, Fact::MediatorAssigned { person, until });
        Ok(())
    }

    pub(super) fn accept_mediation(&mut self, no_conflict: bool, disclosure: &str) -> Verdict {
        let person = guard::mediation::assignment(&self.asker)?.person.clone();
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
        let cases_with_company = self.context.cases_with_company;
        self.own(Channel::Joint, Fact::MediatorDisclosed { text: disclosure.to_owned(), cases_with_company });
        Ok(())
    }

    /// By the assigned mediator, or by the system once the time to accept is over.
    pub(super) fn decline_mediation(&mut self) -> Verdict {
        let assigned = guard::mediation::assignment(&self.asker)?;
        if self.capacity == Capacity::System && self.now() < assigned.until {
            return Err(Refusal::DeadlineNotReached.into());
        }
        let person = assigned.person.id;
        self.own(Channel::Procedure, Fact::MediatorDeclined { person });
        Ok(())
    }

    pub(super) fn accept_ground_rules(&mut self, version: u32) -> Verdict {
        let side = guard::mediation::accept_ground_rules(&self.asker)?;
        if version != self.rules().ground_rules_version {
            return Err(Refusal::RulesVersionUnknown.at("/version"));
        }
        self.own(Channel::Procedure, Fact::GroundRulesAccepted { side, version });
        Ok(())
    }

    pub(super) fn move_stage(&mut self, stage: Stage, note: Option<&str>) -> Verdict {
        guard::mediation::move_stage(&self.asker, stage)?;
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
        let channel = guard::mediation::waiting_summary(&self.asker)?;
        self.own(channel, Fact::SummaryConfirmed {});
        Ok(())
    }

    pub(super) fn correct_summary(&mut self, words: &str) -> Verdict {
        let channel = guard::mediation::waiting_summary(&self.asker)?;
        text(words, SUMMARY_CHARS_MAX, "/text")?;
        self.own(channel, Fact::SummaryCorrected { text: words.to_owned() });
        Ok(())
    }

    pub(super) fn ask_disclosure(&mut self, side: Side, words: &str) -> Verdict {
        let channel = guard::mediation::ask_disclosure(&self.asker, side)?;
        text(words, WORDS_CHARS_MAX, "/words")?;
        self.own(channel, Fact::DisclosureAsked { words: words.to_owned() });
        Ok(())
    }

    pub(super) fn answer_disclosure(&mut self, id: u64, allow: bool) -> Verdict {
        let channel = guard::mediation::answer_disclosure(&self.asker, id)?;
        self.own(channel, Fact::DisclosureAnswered { id, allow });
        Ok(())
    }

    /// The exact words that the side allowed, told in `joint`.
    pub(super) fn use_disclosure(&mut self, side: Side, id: u64) -> Verdict {
        let (channel, asked) = guard::mediation::use_disclosure(&self.asker, side, id)?;
        let words = asked.words.clone();
        self.own(channel, Fact::DisclosureUsed { id });
        self.own(Channel::Joint, Fact::WordsDisclosed { side, words });
        Ok(())
    }

    pub(super) fn pause_floor(&mut self) -> Verdict {
        guard::mediation::pause_floor(&self.asker)?;
        self.own(Channel::Joint, Fact::FloorPaused {});
        Ok(())
    }

    pub(super) fn open_floor(&mut self) -> Verdict {
        guard::mediation::open_floor(&self.asker)?;
        self.own(Channel::Joint, Fact::FloorOpened {});
        Ok(())
    }

    pub(super) fn put_note(&mut self, channel: Channel, words: &str) -> Verdict {
        guard::talk::note(&self.asker, channel)?;
        check(words, NOTE_CHARS_MAX, false).map_err(|code| code.at("/text"))?;
        self.own(channel, Fact::NotePut { text: words.to_owned() });
        Ok(())
    }
}
