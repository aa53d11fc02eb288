//! Who answered an invitation, who never did, and what is known of whoever it was.

use super::ContentWriter;
use crate::export::paper;
use crate::texts::{self, Value};
use acordo_domain::case::claims::{CertificateClaims, InvitationAnswer, PaperClaims};
use acordo_domain::case::command::CertificateGround;
use acordo_domain::case::state::InvitationState;
use acordo_domain::moment::Moment;
use acordo_domain::seat::Side;
use acordo_paper::{Block, Section};

impl ContentWriter<'_> {
    /// Who answered, and who never did.
    pub(super) fn answers(&self) -> Section {
        let yes_no = |came: bool| self.say(if came { "paper-yes" } else { "paper-no" });
        let claimed = match self.claims() {
            Some(PaperClaims::Certificate(claimed)) => claimed,
            Some(PaperClaims::FinalTerm(_) | PaperClaims::Enforcement(_) | PaperClaims::Procedure) | None => {
                return Section { title: self.say("paper-answers"), blocks: Vec::new() };
            }
        };
        let came = [InvitationAnswer::Accepted, InvitationAnswer::AcceptedSilent];
        let accepted = |side: Side| match claimed.invited {
            Some((invited, _)) if invited == side => came.contains(&claimed.answer),
            Some(_) | None => true,
        };
        let mut rows = Vec::new();
        for (side, seat) in [(Side::Consumer, "consumer"), (Side::Company, "company")] {
            let wrote = self.first_word(side, *claimed.first_word.get(side));
            rows.push(vec![
                self.say(&format!("paper-seat-{seat}")),
                yes_no(accepted(side)),
                wrote.map_or_else(|| self.say("paper-never"), |at| self.when(at)),
            ]);
        }
        let columns = ["paper-column-who", "paper-column-accepted", "paper-column-first-word"];
        let mut blocks = vec![self.table(&columns, rows)];
        blocks.extend(self.said_of_answer(&claimed).map(Block::Notice));
        Section { title: self.say("paper-answers"), blocks }
    }

    /// What came of the invitation, in one sentence, where there is more to say than that it was accepted.
    fn said_of_answer(&self, claimed: &CertificateClaims) -> Option<String> {
        let (invited, _) = claimed.invited?;
        let unconfirmed = if self.is_unconfirmed() { "-unconfirmed" } else { "" };
        let said = match claimed.answer {
            InvitationAnswer::Refused { .. } => format!("refused{unconfirmed}"),
            InvitationAnswer::Silent => format!("never-answered{unconfirmed}"),
            InvitationAnswer::AcceptedSilent if claimed.ground == CertificateGround::Silent => {
                if let Some(day) = self.first_reply_day() {
                    return Some(texts::text(
                        self.language,
                        "paper-company-silent-until",
                        &[("day", Value::from(day))],
                    ));
                }
                "wrote-nothing".to_owned()
            }
            InvitationAnswer::AcceptedSilent => "wrote-nothing".to_owned(),
            InvitationAnswer::Accepted | InvitationAnswer::Open => return None,
        };
        Some(self.say(&format!("paper-{}-{said}", invited.name())))
    }

    /// The last day on which the company's first word was in time, as its silence was certified.
    fn first_reply_day(&self) -> Option<String> {
        let procedure = &self.point.case.procedure;
        let since = procedure.anew(procedure.invitation.as_ref()?.since);
        let rules = &self.point.rules;
        let due = if rules.first_reply_in_working_days {
            rules.calendar.working_days(since, rules.first_reply_days)
        } else {
            rules.calendar.deadline(since, rules.first_reply_days)
        };
        Some(paper::last_day(self.language, due, &self.point.zone))
    }

    /// A company gave the address, and nobody there has shown to be the consumer.
    pub(super) fn is_unconfirmed(&self) -> bool {
        let invitation = self.point.case.procedure.invitation.as_ref();
        self.filed.filed_by == Side::Company && invitation.is_some_and(|invitation| invitation.confirmed_at.is_none())
    }

    /// The first thing that a side wrote in the case: the complaint or account with which it began, or a message or
    /// proposal. Accepting or refusing to take part is told apart.
    fn first_word(&self, side: Side, message: Option<Moment>) -> Option<Moment> {
        let filed = (self.filed.filed_by == side).then_some(self.filed.at);
        filed.into_iter().chain(message).min()
    }

    /// The law's rule on silence is cited where it decided: nobody answered, in the days that it names, which are over, at
    /// an address that is not in doubt.
    pub(super) fn was_silent_by_law(&self) -> bool {
        let invitation = self.point.case.procedure.invitation.as_ref();
        let lapsed = invitation.is_some_and(|invitation| invitation.state == InvitationState::Lapsed);
        lapsed && !self.is_unconfirmed() && self.filed.settings.invitation_days == self.law().times.invitation.days
    }
}
