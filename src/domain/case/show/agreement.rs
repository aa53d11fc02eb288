//! The agreement on its way from accepted terms to the sealed paper.

use crate::case::audience::Readable;
use crate::case::decide::consent_text;
use crate::case::event::Signature;
use crate::case::refusal::Refusal;
use crate::case::state::{Concluded, FiledCase, Talk};
use crate::case::take::may_take_record;
use crate::phase::Phase;
use crate::seat::{Seat, Side};
use crate::view::{AgreementState, AgreementView, ConcludedView, RecordProfile, SignerView};

pub(super) fn agreement(readable: &Readable<'_>, filed: &FiledCase) -> Option<AgreementView> {
    let procedure = readable.procedure();
    let joint = readable.joint()?;
    let deal = joint.deal.as_ref()?;
    let concluded = procedure.concluded_and_not_signing();
    if procedure.phase() != Phase::Agreed && concluded.is_none() {
        return None;
    }
    let draft = deal.draft.as_ref();
    let sealed = concluded.and_then(|concluded| concluded.sealed_pdf_hash.clone());
    let state = match (draft, concluded) {
        (_, Some(_)) if sealed.is_some() => AgreementState::Sealed,
        (_, Some(_)) => AgreementState::Concluded,
        (Some(_), None) => AgreementState::Signing,
        (None, None) => AgreementState::Drafting,
    };
    Some(AgreementView {
        terms: deal.terms.clone(),
        terms_hash: deal.terms_hash.clone(),
        clauses: deal.clauses.clone(),
        version: draft.map_or(0, |draft| draft.version),
        document_hash: draft.map(|draft| draft.document_hash.clone()),
        pdf_hash: draft.map(|draft| draft.pdf_hash.clone()),
        state,
        waits_for: (state == AgreementState::Drafting).then(|| waits_for(joint)).flatten(),
        power: None,
        power_lacks: None,
        sign_until: draft.map(|draft| draft.sign_until),
        reflection_until: deal.reflection_until,
        reflection_waived: draft.is_some_and(|draft| procedure.reflection_waived_for(draft.version)),
        consent_text: consent_text(filed.language, readable.seat().unwrap_or(Seat::Consumer)).to_owned(),
        signers: procedure
            .signers()
            .map(|seat| signer(readable, joint, seat, deal.signatures.iter().find(|signature| signature.seat == seat)))
            .collect(),
        sealed_pdf_hash: sealed,
    })
}

/// Every concluded agreement, for whoever may take them along.
pub(super) fn concluded(readable: &Readable<'_>) -> Vec<ConcludedView> {
    if readable.joint().is_none() && may_take_record(readable, RecordProfile::Agreement).is_err() {
        return Vec::new();
    }
    let view = |concluded: &Concluded| ConcludedView {
        version: concluded.version,
        at: concluded.at,
        document_hash: concluded.document_hash.clone(),
        sealed_pdf_hash: concluded.sealed_pdf_hash.clone(),
    };
    readable.procedure().agreements().map(view).collect()
}

fn waits_for(joint: &Talk) -> Option<Refusal> {
    if joint.identified(Side::Consumer).is_none() {
        return Some(Refusal::PartyNotIdentified);
    }
    joint.identified(Side::Company).is_none().then_some(Refusal::LegalIdentityMissing)
}

fn signer(readable: &Readable<'_>, joint: &Talk, seat: Seat, signature: Option<&Signature>) -> SignerView {
    let expected = || match seat {
        Seat::Consumer => joint.parties.get(Side::Consumer).as_ref().map(|party| party.name.clone()),
        Seat::Company | Seat::Mediator | Seat::Ombudsman | Seat::Legal => {
            readable.procedure().holders(seat).next().map(|tenure| tenure.person.name.clone())
        }
    };
    SignerView {
        seat,
        name: signature.map(|signature| signature.name.clone()).or_else(expected),
        signed_at: signature.map(|signature| signature.at),
        method: signature.map(|signature| signature.method),
        identity_level: signature.map(|signature| signature.identity_level),
        authority: signature.and_then(|signature| signature.authority.clone()),
    }
}
