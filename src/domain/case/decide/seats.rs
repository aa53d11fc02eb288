//! Seats.

use super::text::text;
use super::{Decision, Named, Verdict};
use crate::case::asker::{Asker, Guard};
use crate::case::command::{ConsentScope, HandOverReason, PaperKind, RemoveGround};
use crate::case::event::Fact;
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::Tenure;
use crate::id::{OrganisationId, UserId};
use crate::limit::NOTE_CHARS_MAX;
use crate::seat::{Capacity, Channel, Role, Seat, Side};

/// Another member of the company sits down beside those who speak for it.
pub(in crate::case) fn join(asker: &Asker<'_>) -> Guard {
    let procedure = asker.procedure();
    if asker.capacity() == Capacity::Company {
        return Err(Refusal::AlreadySeated.into());
    }
    if asker.side()? != Side::Company || procedure.side_of(asker.person()?) == Some(Side::Consumer) {
        return Err(Refusal::OtherSide.into());
    }
    // The first one in accepts the invitation, and with it the rules.
    if procedure.rules_accepted.company { Ok(()) } else { Err(Refusal::SeatNotHeld.into()) }
}

/// Nobody is removed from a seat that nobody holds.
pub(in crate::case) fn remove_participant(asker: &Asker<'_>) -> Guard {
    let anybody = asker.procedure().holds(Seat::Company);
    if anybody { Ok(()) } else { Err(Refusal::PersonNotEligible.at("/user")) }
}

pub(in crate::case) fn give_consent(asker: &Asker<'_>, scope: ConsentScope) -> Guard<Side> {
    let side = asker.side()?;
    if asker.procedure().consents(side, scope) { Err(Refusal::ConsentAlreadyGiven.into()) } else { Ok(side) }
}

pub(in crate::case) fn withdraw_consent(asker: &Asker<'_>, scope: ConsentScope) -> Guard<Side> {
    let side = asker.side()?;
    if asker.procedure().consents(side, scope) { Ok(side) } else { Err(Refusal::ConsentNotGiven.into()) }
}

pub(in crate::case) fn any_consent_to_give(asker: &Asker<'_>) -> bool {
    ConsentScope::ALL.iter().any(|scope| give_consent(asker, *scope).is_ok())
}

pub(in crate::case) fn any_consent_to_withdraw(asker: &Asker<'_>) -> bool {
    ConsentScope::ALL.iter().any(|scope| withdraw_consent(asker, *scope).is_ok())
}

impl Decision<'_> {
    /// Another member of the company takes its seat, beside those who hold it.
    pub(super) fn join(&mut self) -> Verdict {
        let person = self.person()?.clone();
        join(&self.asker)?;
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
            if reason == HandOverReason::Conflict {
                self.own(Channel::Procedure, Fact::ConflictDeclared { person: from });
            }
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
        self.await_anew(Side::Company);
    }

    pub(super) fn await_anew(&mut self, side: Side) {
        let rules = self.rules();
        let until = rules.calendar.working_days(self.now(), rules.replace_representative_working_days);
        self.follows(Channel::Procedure, Fact::RepresentativeAwaited { side, until });
    }

    fn company_holder(&self, user: UserId) -> Verdict {
        let sits = self.procedure.holders(Seat::Company).any(|tenure| tenure.person.id == user);
        if sits { Ok(()) } else { Err(Refusal::PersonNotEligible.at("/user")) }
    }

    /// The mediator removes a person who abuses others; the company sends another.
    pub(super) fn remove_participant(&mut self, user: UserId, ground: RemoveGround) -> Verdict {
        remove_participant(&self.asker)?;
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
    pub(super) fn file_paper(
        &mut self,
        paper: PaperKind,
        number: u16,
        pdf_hash: &str,
        data_hash: &str,
        size: Option<u64>,
    ) -> Verdict {
        let procedure = self.procedure;
        let wanted = match paper {
            PaperKind::FinalTerm => procedure.final_terms.len(),
            PaperKind::Certificate => procedure.certificates.len(),
            PaperKind::Procedure => procedure.closings.len(),
            PaperKind::Enforcement => procedure.breaches.len(),
        };
        let is_wanted = match size {
            None => (1..=wanted).contains(&usize::from(number)) && procedure.filed_paper(paper, number).is_none(),
            Some(_) => paper == PaperKind::Procedure && procedure.record_as_it_stands() == Some(number),
        };
        if !is_wanted {
            return Err(Refusal::PaperNotWanted.into());
        }
        // What tells the case as it stands tells all of it.
        if size.is_some_and(|size| size != procedure.size) {
            return Err(Refusal::Conflict.at("/size"));
        }
        for (hash, pointer) in [(pdf_hash, "/pdf_hash"), (data_hash, "/data_hash")] {
            if acordo_record::hash_from_base64(hash).is_none() {
                return Err(Refusal::PdfHashMismatch.at(pointer));
            }
        }
        let (pdf_hash, data_hash) = (pdf_hash.to_owned(), Some(data_hash.to_owned()));
        self.follows(Channel::Procedure, Fact::PaperFiled { paper, number, pdf_hash, data_hash, size });
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
        let eligible = self
            .context
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
                !former && !self.procedure.is_barred(named.person.id) && (stood.is_none() || stood == wanted)
            })
            .ok_or_else(|| Refusal::PersonNotEligible.at(pointer))?;
        if mediates && self.context.conflict {
            return Err(Refusal::MediatorHasConflict.at(pointer));
        }
        Ok(eligible)
    }
}
