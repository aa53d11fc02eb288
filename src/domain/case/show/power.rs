//! What the viewer's own powers mean for what lies on the table. They are no part of the case, and tell a viewer
//! nothing about it: the same function that refuses a signature says beforehand that somebody else must give it.

use crate::case::state::ProposalState;
use crate::moment::Moment;
use crate::organisation::{StatedPower, power_for};
use crate::phase::Phase;
use crate::rules::Rules;
use crate::seat::{Capacity, Side};
use crate::view::{AgreementState, CaseView, PowerView};
use jiff::civil::Date;

/// The view of somebody on the company's side, with what their powers let them sign.
pub fn with_powers(mut view: CaseView, powers: &[StatedPower], rules: &Rules, now: Moment) -> CaseView {
    if view.capacity != Capacity::Company {
        return view;
    }
    let today: Date = rules.calendar.day(now);
    for proposal in &mut view.proposals {
        if proposal.state == ProposalState::Open {
            proposal.power_lacks = power_for(powers, proposal.terms.owed_by(Side::Company), today).err();
        }
    }
    if let Some(agreement) = view.agreement.as_mut().filter(|agreement| {
        view.phase == Phase::Agreed && matches!(agreement.state, AgreementState::Drafting | AgreementState::Signing)
    }) {
        match power_for(powers, agreement.terms.owed_by(Side::Company), today) {
            Ok(stated) => agreement.power = Some(shown(stated)),
            Err(lacks) => agreement.power_lacks = Some(lacks),
        }
    }
    view
}

/// Does the view of this capacity depend on powers?
pub const fn asks_for_powers(view: &CaseView) -> bool {
    let unsigned = matches!(view.phase, Phase::Negotiation | Phase::Mediation | Phase::Agreed)
        || matches!(view.phase, Phase::EscalatedOmbudsman | Phase::EscalatedLegal);
    matches!(view.capacity, Capacity::Company) && unsigned
}

fn shown(stated: &StatedPower) -> PowerView {
    let StatedPower { power, words } = stated;
    PowerView { words: words.clone(), limit: power.limit, document: power.document.clone(), until: power.until }
}
