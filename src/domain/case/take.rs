//! What somebody may take along: papers of procedure, and how much of the record.

use crate::case::audience::Readable;
use crate::case::claims::enforced;
use crate::case::command::{ConsentScope, PaperKind};
use crate::case::refusal::Refusal;
use crate::case::state::Procedure;
use crate::seat::{Capacity, Channel, Seat, Side};
use crate::view::RecordProfile;

/// Who takes part, and officers. An enforcement packet goes to the side that is owed, and to the legal team that has the
/// breach in hand; whoever owes gets none, nor do their own lawyers.
pub fn may_take_paper(readable: &Readable<'_>, paper: PaperKind, number: u16) -> bool {
    let procedure = readable.procedure();
    match (paper, readable.seat()) {
        (_, None) => false,
        (PaperKind::FinalTerm | PaperKind::Certificate | PaperKind::Procedure, Some(_)) => true,
        (PaperKind::Enforcement, Some(seat)) => {
            let Some(owing) = enforced(procedure, number) else { return seat.side().is_some() };
            let debtor = owing.what.debtor;
            if seat == Seat::Legal {
                debtor == Side::Consumer || of_operator(procedure)
            } else {
                seat.side() == Some(debtor.other())
            }
        }
    }
}

/// Is the case with a team of the operator, which is of neither side?
fn of_operator(procedure: &Procedure) -> bool {
    procedure.entries.last().is_some_and(|entry| entry.queue.is_operator())
}

/// Who takes which record along. What is not in this table nobody takes.
const TAKERS: [(RecordProfile, &[Capacity]); 3] = [
    (RecordProfile::Agreement, OFFICERS_TOO),
    (RecordProfile::Procedural, OFFICERS_TOO),
    (RecordProfile::Joint, TAKE_PART),
];
const TAKE_PART: &[Capacity] = &[Capacity::Consumer, Capacity::Company, Capacity::Mediator];
const OFFICERS_TOO: &[Capacity] = &[
    Capacity::Consumer,
    Capacity::Company,
    Capacity::Mediator,
    Capacity::Ombudsman,
    Capacity::Legal,
    Capacity::Approver,
];
/// These take the joint room along once both sides allow it.
const WITH_CONSENT: &[Capacity] = &[Capacity::Ombudsman, Capacity::Legal];

/// May this viewer take this record along?
pub fn may_take_record(readable: &Readable<'_>, profile: RecordProfile) -> Result<(), Refusal> {
    let capacity = readable.capacity();
    if TAKERS.iter().any(|(taken, by)| *taken == profile && by.contains(&capacity)) {
        return Ok(());
    }
    if profile != RecordProfile::Joint || !WITH_CONSENT.contains(&capacity) {
        return Err(Refusal::NotYours);
    }
    let consents = |side: &Side| readable.procedure().consents(*side, ConsentScope::JointExport);
    if Side::BOTH.iter().all(consents) { Ok(()) } else { Err(Refusal::ConsentNotGiven) }
}

/// A private conversation is taken along by those who had it, and by nobody else.
pub fn may_take_caucus(readable: &Readable<'_>, channel: Channel) -> bool {
    let private = matches!(channel, Channel::Caucus { .. });
    private && TAKE_PART.contains(&readable.capacity()) && readable.talk(channel).is_some()
}

/// Is there an agreement whose final document can be taken along?
pub fn is_sealed(procedure: &Procedure) -> bool {
    procedure.agreements().any(|concluded| concluded.sealed_pdf_hash.is_some())
}
