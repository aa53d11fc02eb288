//! A case in a list. Rows exist per case and audience, so that no row tells one audience what another did.

use crate::case::apply::stage;
use crate::case::audience::{Readable, capacity, invited_side};
use crate::case::show::queue::entry_row;
use crate::case::state::{Case, Procedure};
use crate::case::turn::turn;
use crate::moment::Moment;
use crate::rules::Rules;
use crate::seat::{Actor, Capacity, Channel, Seat, Side};
use crate::view::CaseRow;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// People who share a row. `Audience::of` says which is a person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The holders of the consumer's seat, or the person invited to it.
    Consumer,
    /// The holders of the company's seat.
    Company,
    /// The company's managers and reps without the seat: the card, no content.
    Invited,
    /// The assigned mediator, later the accepted one.
    Mediator,
    Coordinator,
    /// The queue that holds the case: what its team reads before anybody claims.
    Entry,
}

impl Audience {
    pub const ALL: [Self; 6] =
        [Self::Consumer, Self::Company, Self::Invited, Self::Mediator, Self::Coordinator, Self::Entry];

    /// In whose list this person finds the case.
    pub fn of(procedure: &Procedure, actor: &Actor) -> Option<Self> {
        match capacity(procedure, actor)? {
            Capacity::Consumer => Some(Self::Consumer),
            Capacity::Company => Some(Self::Company),
            Capacity::Approver => Some(Self::Invited),
            Capacity::Invited => match invited_side(procedure, actor) {
                Side::Consumer => Some(Self::Consumer),
                Side::Company => Some(Self::Invited),
            },
            Capacity::Mediator | Capacity::AssignedMediator => Some(Self::Mediator),
            Capacity::Coordinator => Some(Self::Coordinator),
            Capacity::Ombudsman | Capacity::Legal | Capacity::QueueOfficer => Some(Self::Entry),
            Capacity::Companion | Capacity::Register | Capacity::System => None,
        }
    }

    /// The case as this audience reads it now, if it does.
    fn readable(self, case: &Case) -> Option<Readable<'_>> {
        let procedure = &case.procedure;
        let holds = |seat| procedure.holds(seat);
        let seated = |capacity| Some(Readable::by(case, capacity));
        match self {
            Self::Consumer if holds(Seat::Consumer) => seated(Capacity::Consumer),
            Self::Consumer => procedure.invitee.as_ref().map(|_| Readable::invited(case, Side::Consumer)),
            Self::Company if holds(Seat::Company) => seated(Capacity::Company),
            Self::Company => None,
            Self::Invited => (procedure.invitation.is_some() || procedure.rules_accepted.company)
                .then(|| Readable::invited(case, Side::Company)),
            Self::Mediator if holds(Seat::Mediator) => seated(Capacity::Mediator),
            Self::Mediator => procedure.mediation.assigned.as_ref().and_then(|_| seated(Capacity::AssignedMediator)),
            Self::Coordinator => seated(Capacity::Coordinator),
            Self::Entry => {
                let kept = procedure.entries.last().is_some_and(|entry| entry.is_kept());
                kept.then(|| Readable::by(case, Capacity::QueueOfficer))
            }
        }
    }
}

/// The numbers by which the parties call the matter, as far as this audience reads them.
pub fn numbers(case: &Case, audience: Audience) -> Vec<String> {
    let Some(readable) = audience.readable(case) else { return Vec::new() };
    let told = readable.account().and_then(|account| account.order_number.clone());
    let complained = readable.complaint().and_then(|complaint| complaint.order_number.clone());
    told.into_iter().chain(complained).collect()
}

/// The row of this audience; `None` while the case is not in its list. `unread` is the reader's own and left empty.
pub fn row(case: &Case, audience: Audience, rules: &Rules, now: Moment) -> Option<CaseRow> {
    let filed = case.procedure.filed.as_ref()?;
    let readable = audience.readable(case)?;
    let procedure = readable.procedure();
    let last_at = readable
        .channels()
        .filter_map(|channel| {
            if channel == Channel::Procedure {
                Some(procedure.last_at)
            } else {
                readable.talk(channel).map(|talk| talk.last_at)
            }
        })
        .max()
        .unwrap_or(procedure.last_at);
    Some(CaseRow {
        id: readable.id(),
        reference: filed.reference,
        phase: procedure.phase(),
        stage: stage(procedure),
        trade: filed.trade,
        language: filed.language,
        company_name: filed.company_name.clone(),
        consumer_name: filed.consumer.name.clone(),
        subject: readable
            .joint()
            .and_then(|joint| joint.subject.clone())
            .or_else(|| readable.account().map(|account| account.product.clone()))
            .or_else(|| readable.complaint().map(|complaint| complaint.product.clone())),
        turn: turn(&readable, rules, now),
        capacity: readable.capacity(),
        filed_at: filed.at,
        last_at,
        zone: rules.calendar.zone_name().to_owned(),
        entry: entry_row(procedure),
        unread: BTreeMap::new(),
    })
}
