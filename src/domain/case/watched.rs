//! Whose reads of a case are written down, and who is told of them.

use crate::case::audience::{Readable, capacity, invited_side, readable};
use crate::case::register::register_of;
use crate::case::state::{Case, Procedure};
use crate::id::OrganisationId;
use crate::seat::{Actor, Capacity, Channel, Side};

/// Somebody who looks into a case without being one of its parties or its mediator: by a role, or as an officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WatchedReader {
    pub capacity: Capacity,
    /// For whom they look.
    pub organisation: OrganisationId,
}

impl WatchedReader {
    /// `None` for those whose case it is, and for the system, which shows nothing to anybody.
    pub fn of(procedure: &Procedure, actor: &Actor) -> Option<Self> {
        let filed = procedure.filed.as_ref()?;
        let capacity = capacity(procedure, actor)?;
        let organisation = match capacity {
            Capacity::Ombudsman | Capacity::Legal | Capacity::QueueOfficer => procedure.entries.last()?.organisation,
            Capacity::Coordinator => filed.operator,
            Capacity::Approver => filed.company,
            Capacity::Invited if invited_side(procedure, actor) == Side::Company => filed.company,
            Capacity::Register => register_of(procedure, actor)?,
            Capacity::Invited
            | Capacity::Consumer
            | Capacity::Company
            | Capacity::Mediator
            | Capacity::AssignedMediator
            | Capacity::Companion
            | Capacity::System => return None,
        };
        Some(Self { capacity, organisation })
    }

    /// Whoever takes an agreement along by the register, whatever else they are in the case.
    pub fn by_register(procedure: &Procedure, actor: &Actor) -> Option<Self> {
        register_of(procedure, actor).map(|organisation| Self { capacity: Capacity::Register, organisation })
    }
}

/// The channels of which the page of a case shows this actor something.
pub fn shown_channels(case: &Case, actor: &Actor) -> Vec<Channel> {
    let Some(readable) = Readable::of(case, actor) else { return Vec::new() };
    readable.channels().filter(|channel| readable.size(*channel) > 0).collect()
}

/// The channels of which this actor is told who read them: those that they read themselves, whole and from now on. Who is
/// only invited, or reads the first words alone, would learn from it what others do.
pub fn told_of(procedure: &Procedure, actor: &Actor) -> Vec<Channel> {
    readable(procedure, actor).into_iter().filter(|span| span.to.is_none()).map(|span| span.channel).collect()
}
