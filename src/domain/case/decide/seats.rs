//! Seats, and the legal identity of parties.

use super::text::{line, text};
use super::{Decision, Named, Verdict};
use crate::case::command::{HandOverReason, PaperKind, RemoveGround};
use crate::case::event::Fact;
use crate::case::guard;
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::Tenure;
use crate::id::{OrganisationId, UserId};
use crate::identifier::is_identifier;
use crate::limit::{LEGAL_NAME_CHARS_MAX, NOTE_CHARS_MAX};
use crate::seat::{Capacity, Channel, Role, Seat, Side};

impl Decision<'_> {
    /// Another member of the company takes its seat, beside those who hold it.
    pub(super) fn join(&mut self) -> Verdict {
        let person = self.person()?.clone();
        guard::seats::join(&self.asker)?;
        self.own(Channel::Procedure, Fact::SeatTaken { seat: Seat::Company, person });
        Ok(())
    }

    pub(super) fn hand_over(&mut self, to: UserId, note: &str, reason: HandOverReason) -> Verdict {
        let from = self.person()?.id;
        let filed = self.procedure.filed.as_ref().ok_or(Refusal::NoCapacity)?;
        if to == from || self.procedure.seats.iter().any(|tenure| tenure.person.id == to) {
            return Err(Refusal::AlreadySeated.at("/to"));
        }
        if self.capacity == Capacity::Mediator {
            let named = self.eligible(to, "/to", filed.operator, &[Role::Mediator])?;
            if !note.is_empty() {
                // What was said in a caucus does not pass to the next mediator without that side's consent.
                return Err(Refusal::NoteNotAllowed.at("/note"));
            }
            let person = named.person.clone();
            let until = self.mediator_accepts_until();
            self.own(Channel::Procedure, Fact::SeatLeft { seat: Seat::Mediator, person: from });
            self.own(Channel::Procedure, Fact::MediatorAssigned { person, until });
            self.reopen_floor();
            return Ok(());
        }
        let named = self.eligible(to, "/to", filed.company, &[Role::Manager, Role::Rep])?;
        let to = named.person.clone();
        if !note.is_empty() {
            text(note, NOTE_CHARS_MAX, "/note")?;
            self.own(Channel::Internal, Fact::HandOverNoted { to: to.clone(), note: note.to_owned() });
        }
        self.own(Channel::Procedure, Fact::SeatHandedOver { seat: Seat::Company, from, to, reason });
        Ok(())
    }

    /// A person who leaves reads nothing more; the side's last representative must be replaced.
    pub(super) fn leave_seat(&mut self) -> Verdict {
        let person = self.person()?.id;
        if self.capacity == Capacity::Mediator {
            self.own(Channel::Procedure, Fact::SeatLeft { seat: Seat::Mediator, person });
            self.reopen_floor();
            return Ok(());
        }
        self.own(Channel::Procedure, Fact::SeatLeft { seat: Seat::Company, person });
        self.await_representative(person);
        Ok(())
    }

    /// The side's last representative is gone.
    pub(super) fn await_representative(&mut self, leaving: UserId) {
        let others = self.procedure.holders(Seat::Company).any(|tenure| tenure.person.id != leaving);
        if others {
            return;
        }
        let rules = self.rules();
        let until = rules.calendar.working_days(self.now(), rules.replace_representative_working_days);
        self.follows(Channel::Procedure, Fact::RepresentativeAwaited { side: Side::Company, until });
    }

    fn company_holder(&self, user: UserId) -> Verdict {
        let sits = self.procedure.holders(Seat::Company).any(|tenure| tenure.person.id == user);
        if sits { Ok(()) } else { Err(Refusal::PersonNotEligible.at("/user")) }
    }

    /// The mediator removes a person who abuses others; the company sends another.
    pub(super) fn remove_participant(&mut self, user: UserId, ground: RemoveGround) -> Verdict {
        guard::seats::remove_participant(&self.asker)?;
        self.company_holder(user)?;
        self.own(Channel::Procedure, Fact::ParticipantRemoved { person: user, ground });
        self.follows(Channel::Procedure, Fact::SeatLeft { seat: Seat::Company, person: user });
        self.await_representative(user);
        Ok(())
    }

    /// The membership with which the seat was held has ended: its holder reads nothing more, and the case
    /// goes on without them.
    pub(super) fn vacate(&mut self, user: UserId) -> Verdict {
        let procedure = self.procedure;
        let assigned = procedure.mediation.assigned.as_ref().is_some_and(|assigned| assigned.person.id == user);
        let held = |tenure: &&Tenure| tenure.person.id == user && tenure.seat != Seat::Consumer;
        if !assigned && !procedure.seats.iter().any(|tenure| held(&tenure)) {
            return Err(Refusal::PersonNotEligible.at("/user"));
        }
        if assigned {
            self.follows(Channel::Procedure, Fact::MediatorDeclined { person: user });
        }
        for tenure in procedure.seats.iter().filter(held) {
            self.vacate_seat(tenure.seat, user);
        }
        Ok(())
    }

    fn vacate_seat(&mut self, seat: Seat, person: UserId) {
        let in_hand = self.procedure.officer().is_some_and(|officer| officer.id == person);
        if let (Seat::Ombudsman | Seat::Legal, Some(entry), true) = (seat, self.procedure.open_entry(), in_hand) {
            // Back to the queue, with the deadline that it has.
            self.follows(Channel::Procedure, Fact::EntryReleased { entry: entry.number });
        }
        self.follows(Channel::Procedure, Fact::SeatLeft { seat, person });
        match seat {
            Seat::Company => self.await_representative(person),
            Seat::Mediator => {
                self.reopen_floor();
                self.draft_without_mediator();
            }
            Seat::Consumer | Seat::Ombudsman | Seat::Legal => {}
        }
    }

    /// The system made a paper that this point of the procedure calls for.
    pub(super) fn file_paper(&mut self, paper: PaperKind, number: u16, pdf_hash: &str) -> Verdict {
        let procedure = self.procedure;
        let wanted = match paper {
            PaperKind::FinalTerm | PaperKind::Certificate => procedure.final_terms.len(),
            PaperKind::Procedure => usize::from(procedure.closed_at.is_some()),
            PaperKind::Enforcement => procedure.obligations.iter().filter(|owing| owing.breached_at.is_some()).count(),
        };
        let there =
            procedure.papers.iter().any(|paper_filed| paper_filed.paper == paper && paper_filed.number == number);
        if number == 0 || usize::from(number) > wanted || there {
            return Err(Refusal::PaperNotWanted.into());
        }
        if acordo_record::hash_from_base64(pdf_hash).is_none() {
            return Err(Refusal::PdfHashMismatch.at("/pdf_hash"));
        }
        self.follows(Channel::Procedure, Fact::PaperFiled { paper, number, pdf_hash: pdf_hash.to_owned() });
        Ok(())
    }

    /// The named person, where the role and the past of the case let them take such a seat.
    pub(super) fn eligible(
        &self,
        user: UserId,
        pointer: &str,
        organisation: OrganisationId,
        roles: &[Role],
    ) -> Result<&Named, Refused> {
        let mediates = roles.contains(&Role::Mediator);
        let wanted = if mediates { None } else { Some(Side::Company) };
        let company = self.procedure.filed.as_ref().map(|filed| filed.company);
        // A member of a party cannot be its mediator, whatever their other roles (Lei 13.140, art. 5).
        let partial = |named: &Named| {
            mediates && named.memberships.iter().any(|membership| Some(membership.organisation) == company)
        };
        self.context
            .named
            .filter(|named| named.person.id == user && !partial(named))
            .filter(|named| {
                named
                    .memberships
                    .iter()
                    .any(|membership| membership.organisation == organisation && roles.contains(&membership.role))
            })
            .filter(|named| {
                let stood = self.procedure.side_of(named.person.id);
                let former = mediates && self.procedure.mediation.former.contains(&named.person.id);
                !former && (stood.is_none() || stood == wanted)
            })
            .ok_or_else(|| Refusal::PersonNotEligible.at(pointer))
    }

    /// Legal name and identifier, by the time the agreement is drafted at the latest.
    pub(super) fn identify(&mut self, name: &str, identifier: &str) -> Verdict {
        let side = guard::seats::identify(&self.asker)?;
        line(name, LEGAL_NAME_CHARS_MAX, "/name")?;
        if !is_identifier(identifier) {
            return Err(Refusal::IdentifierInvalid.at("/identifier"));
        }
        self.own(
            Channel::Joint,
            Fact::PartyNamed { side, name: name.trim().to_owned(), identifier: identifier.trim().to_owned() },
        );
        self.own(Channel::Procedure, Fact::PartyIdentified { side });
        Ok(())
    }
}
