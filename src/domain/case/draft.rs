//! What the agreement says, ready to be written out; `agreement.json` and the PDF are made from this alone.

use crate::case::command::{Language, Trade};
use crate::case::state::Case;
use crate::id::{CaseId, Reference};
use crate::identifier::formatted;
use crate::moment::Moment;
use crate::organisation::LegalIdentity;
use crate::phase::Phase;
use crate::seat::{Seat, Side};
use crate::terms::Terms;

/// Everything that is frozen at drafting.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftInput {
    pub case: CaseId,
    pub reference: Reference,
    pub language: Language,
    pub trade: Trade,
    pub version: u32,
    /// The accepted proposal.
    pub number: u32,
    pub accepted_at: Moment,
    /// Size of `joint` that the draft names; `agreement.draft` gives it back.
    pub joint_size: u64,
    pub consumer: DraftParty,
    pub company: DraftParty,
    /// The version of the company's record that stands now.
    pub identity: LegalIdentity,
    /// The name under which the company trades here.
    pub company_name: String,
    /// Who mediated, where the mediator signs too.
    pub mediator: Option<String>,
    pub terms: Terms,
    pub terms_hash: String,
    pub clauses: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftParty {
    pub name: String,
    pub identifier: String,
    pub address: Option<String>,
}

/// The draft that is wanted now: terms accepted, both parties identified, that version not yet drafted, and nobody
/// waited for who is to sign it in the mediator's place.
pub fn joint_draft_input(case: &Case) -> Option<DraftInput> {
    let filed = case.procedure.filed.as_ref()?;
    let joint = case.joint();
    let deal = joint.deal.as_ref()?;
    if case.phase() != Phase::Agreed || deal.draft.is_some() || case.procedure.awaits_successor() {
        return None;
    }
    let party = |side| {
        let (name, identifier) = joint.identified(side)?;
        let address = joint.parties.get(side).as_ref().and_then(|party| party.address.clone());
        Some(DraftParty { name: name.to_owned(), identifier: formatted(identifier), address })
    };
    let mediated = case.procedure.is_signer(Seat::Mediator);
    Some(DraftInput {
        case: case.id,
        reference: filed.reference,
        language: filed.language,
        trade: filed.trade,
        version: deal.version,
        number: deal.number,
        accepted_at: deal.accepted_at,
        joint_size: joint.size,
        consumer: party(Side::Consumer)?,
        company: party(Side::Company)?,
        identity: joint.identity.clone()?,
        company_name: filed.company_name.clone(),
        mediator: case.procedure.mediator().filter(|_| mediated).map(|tenure| tenure.person.name.clone()),
        terms: deal.terms.clone(),
        terms_hash: deal.terms_hash.clone(),
        clauses: deal.clauses.clone(),
    })
}
