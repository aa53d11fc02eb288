//! A case in a list. Rows exist per case and audience, so that no row tells one audience what another did.

use crate::case::apply::stage;
use crate::case::audience::Readable;
use crate::case::state::{Case, Procedure};
use crate::case::turn::turn;
use crate::moment::Moment;
use crate::rules::Rules;
use crate::seat::{Capacity, Channel, Seat};
use crate::view::CaseRow;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Who shares a row. A person's audience in a case follows from their capacity, `Audience::of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Who holds the consumer's seat, or is invited to it.
    Consumer,
    /// Who holds the company's seat.
    Company,
    /// The company's managers and reps without the seat: the card, no content.
    Invited,
    /// The assigned mediator, later the accepted one.
    Mediator,
    Coordinator,
}

impl Audience {
    pub const ALL: [Self; 5] = [Self::Consumer, Self::Company, Self::Invited, Self::Mediator, Self::Coordinator];

    /// Whose list shows the case to somebody of this capacity.
    pub fn of(procedure: &Procedure, capacity: Capacity) -> Option<Self> {
        match capacity {
            Capacity::Consumer => Some(Self::Consumer),
            Capacity::Company => Some(Self::Company),
            Capacity::Approver => Some(Self::Invited),
            Capacity::Invited => {
                let consumer = procedure
                    .invitation
                    .as_ref()
                    .is_some_and(|invitation| invitation.side == crate::seat::Side::Consumer);
                // A rep may join while the consumer has not answered yet: the company then already agreed.
                Some(if consumer && !procedure.holds(Seat::Consumer) && !procedure.rules_accepted.company {
                    Self::Consumer
                } else {
                    Self::Invited
                })
            }
            Capacity::Mediator | Capacity::AssignedMediator => Some(Self::Mediator),
            Capacity::Coordinator => Some(Self::Coordinator),
            Capacity::Ombudsman | Capacity::Legal | Capacity::QueueOfficer | Capacity::Companion | Capacity::System => {
                None
            }
        }
    }

    /// The capacity in which this audience sees the case now, if it does.
    fn capacity(self, procedure: &Procedure) -> Option<Capacity> {
        let holds = |seat| procedure.holds(seat);
        match self {
            Self::Consumer if holds(Seat::Consumer) => Some(Capacity::Consumer),
            Self::Consumer => procedure.invitation.is_some().then_some(Capacity::Invited),
            Self::Company => holds(Seat::Company).then_some(Capacity::Company),
            Self::Invited => {
                (procedure.invitation.is_some() || procedure.rules_accepted.company).then_some(Capacity::Invited)
            }
            Self::Mediator if holds(Seat::Mediator) => Some(Capacity::Mediator),
            Self::Mediator => procedure.mediation.assigned.is_some().then_some(Capacity::AssignedMediator),
            Self::Coordinator => Some(Capacity::Coordinator),
        }
    }
}

/// The row of this audience; `None` while the case is not in its list. `unread` is the reader's own and left empty.
pub fn row(case: &Case, audience: Audience, rules: &Rules, now: Moment) -> Option<CaseRow> {
    let filed = case.procedure.filed.as_ref()?;
    let of = Readable::by(case, audience.capacity(&case.procedure)?);
    let procedure = of.procedure();
    let last_at = of
        .channels()
        .filter_map(|channel| match channel {
            Channel::Procedure => Some(procedure.last_at),
            other => of.talk(other).map(|talk| talk.last_at),
        })
        .max()
        .unwrap_or(procedure.last_at);
    Some(CaseRow {
        id: of.id(),
        reference: filed.reference,
        phase: procedure.phase(),
        stage: stage(procedure),
        trade: filed.trade,
        language: filed.language,
        company_name: filed.company_name.clone(),
        consumer_name: filed.consumer.name.clone(),
        subject: of.joint().and_then(|joint| joint.subject.clone()),
        turn: turn(&of, rules, now),
        capacity: of.capacity(),
        filed_at: filed.at,
        last_at,
        unread: BTreeMap::new(),
    })
}
