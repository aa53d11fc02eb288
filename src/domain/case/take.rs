//! What somebody may take along: papers of procedure, and how much of the record.

use crate::case::audience::Readable;
use crate::case::claims::enforced;
use crate::case::command::{ConsentScope, PaperKind};
use crate::case::refusal::Refusal;
use crate::case::register::Registered;
use crate::case::state::{Case, Procedure};
use crate::seat::{Actor, Capacity, Channel, Seat, Side};
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
    (RecordProfile::Agreement, REGISTER_TOO),
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
const REGISTER_TOO: &[Capacity] = &[
    Capacity::Consumer,
    Capacity::Company,
    Capacity::Mediator,
    Capacity::Ombudsman,
    Capacity::Legal,
    Capacity::Approver,
    Capacity::Register,
];
/// These take the joint room along once both sides allow it.
const WITH_CONSENT: &[Capacity] = &[Capacity::Ombudsman, Capacity::Legal];

fn takes(profile: RecordProfile, capacity: Capacity) -> bool {
    TAKERS.iter().any(|(taken, by)| *taken == profile && by.contains(&capacity))
}

/// May this viewer take this record along?
pub fn may_take_record(readable: &Readable<'_>, profile: RecordProfile) -> Result<(), Refusal> {
    let capacity = readable.capacity();
    if takes(profile, capacity) {
        return Ok(());
    }
    if profile != RecordProfile::Joint || !WITH_CONSENT.contains(&capacity) {
        return Err(Refusal::NotYours);
    }
    let consents = |side: &Side| readable.procedure().consents(*side, ConsentScope::JointExport);
    if Side::BOTH.iter().all(consents) { Ok(()) } else { Err(Refusal::ConsentNotGiven) }
}

/// In which capacity this actor takes a concluded agreement along: by their part in the case, else by the register.
/// `None` where the case does not exist for them.
pub fn agreement_taker(case: &Case, actor: &Actor) -> Option<Result<Capacity, Refusal>> {
    let part = Readable::of(case, actor).map(|readable| readable.capacity());
    let register = Registered::of(case, actor).map(|_| Capacity::Register);
    let taker = part.into_iter().chain(register).find(|capacity| takes(RecordProfile::Agreement, *capacity));
    (part.is_some() || register.is_some()).then(|| taker.ok_or(Refusal::NotYours))
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

/// The channels whose files a volume for a court lists: the joint room as far as this viewer takes it along, and the
/// reviews that they read. What was said in private is in none.
pub fn listed_in_volume(readable: &Readable<'_>) -> Vec<Channel> {
    let joint = may_take_record(readable, RecordProfile::Joint).is_ok();
    let listed = |channel: &Channel| match channel {
        Channel::Joint => joint && readable.talk(Channel::Joint).is_some(),
        Channel::Review { .. } => true,
        Channel::Procedure
        | Channel::Caucus { .. }
        | Channel::Internal
        | Channel::Notes { .. }
        | Channel::Sealed { .. }
        | Channel::Desk { .. }
        | Channel::Challenge { .. } => false,
    };
    readable.channels().filter(listed).collect()
}
