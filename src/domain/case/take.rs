//! What somebody may take along: papers of procedure, and how much of the record.

use crate::case::audience::Readable;
use crate::case::command::{ConsentScope, PaperKind};
use crate::case::refusal::Refusal;
use crate::case::state::Procedure;
use crate::seat::{Seat, Side};
use crate::view::RecordProfile;

/// Who takes part, and officers; the packet with the agreement's figures goes to the sides and to legal.
pub fn may_take_paper(readable: &Readable<'_>, paper: PaperKind) -> bool {
    match (paper, readable.seat()) {
        (_, None) => false,
        (PaperKind::Enforcement, Some(seat)) => {
            seat.side().is_some() || (seat == Seat::Legal && breached(readable.procedure()))
        }
        (PaperKind::FinalTerm | PaperKind::Certificate | PaperKind::Procedure, Some(_)) => true,
    }
}

/// The parties and the mediator take what they read; anybody else needs both sides' consent for the room.
pub fn may_take_record(readable: &Readable<'_>, profile: RecordProfile) -> Result<(), Refusal> {
    let procedure = readable.procedure();
    let seat = readable.seat().ok_or(Refusal::NotYours)?;
    let takes_part = matches!(seat, Seat::Consumer | Seat::Company | Seat::Mediator);
    let consent = Side::BOTH.iter().all(|side| procedure.consents(*side, ConsentScope::JointExport));
    // What was breached is enforced: the legal team has the agreement (Lei 13.140, art. 30, § 1, IV).
    let enforces = seat == Seat::Legal && breached(procedure);
    let may = match profile {
        // With an agreement the record of the procedure holds its documents.
        RecordProfile::Procedural => takes_part || enforces || !is_sealed(procedure),
        RecordProfile::Joint => takes_part || consent,
        RecordProfile::Agreement => takes_part || enforces,
    };
    if may { Ok(()) } else { Err(Refusal::ConsentNotGiven) }
}

pub fn is_sealed(procedure: &Procedure) -> bool {
    procedure.concluded.as_ref().is_some_and(|concluded| concluded.sealed_pdf_hash.is_some())
}

/// Was something owed not done?
pub fn breached(procedure: &Procedure) -> bool {
    procedure.obligations.iter().any(|owing| owing.breached_at.is_some())
}
