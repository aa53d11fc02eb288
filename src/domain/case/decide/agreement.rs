//! From the accepted terms to the last signature (Lei 13.140, art. 20).

use super::consent::consent_text;
use super::performance::kept;
use super::terms::clauses as check_clauses;
use super::text::line;
use super::{Decision, Verdict};
use crate::case::asker::{Asker, Guard};
use crate::case::command::AgreementRefuseGround;
use crate::case::event::{Fact, NewEvent, Signature};
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{Deal, Draft};
use crate::id::ChallengeId;
use crate::identifier::same_name;
use crate::limit::{LEGAL_NAME_CHARS_MAX, PROPOSALS_MAX};
use crate::moment::Moment;
use crate::obligation::DueObligation;
use crate::organisation::power_for;
use crate::phase::{Phase, WithAgreement};
use crate::rules::DeadlineRule;
use crate::seat::{Channel, Seat, Side, Voice};
use acordo_record::hash_from_base64;

pub(in crate::case) fn deal<'a>(asker: &Asker<'a>) -> Guard<&'a Deal> {
    let deal = asker.readable.joint().and_then(|joint| joint.deal.as_ref());
    Ok(deal.ok_or(Refusal::NoAcceptedProposal)?)
}

/// The draft that is to be signed now.
fn draft_now<'a>(asker: &Asker<'a>) -> Guard<(&'a Deal, &'a Draft)> {
    let deal = deal(asker).map_err(|_| Refusal::NoDraft)?;
    // What the draft waits for is said where only the company's record can help.
    let waits = asker.readable.joint().is_some_and(|joint| joint.identity_version().is_none());
    let missing = if waits { Refusal::LegalIdentityMissing } else { Refusal::NoDraft };
    Ok((deal, deal.draft.as_ref().ok_or(missing)?))
}

fn signer(asker: &Asker<'_>) -> Guard<Seat> {
    let seat = asker.seat()?;
    if asker.procedure().is_signer(seat) { Ok(seat) } else { Err(Refusal::NotYours.into()) }
}

fn unsigned(deal: &Deal, seat: Seat) -> Guard {
    let signed = deal.signatures.iter().any(|signature| signature.seat == seat);
    if signed { Err(Refusal::AlreadySigned.into()) } else { Ok(()) }
}

/// Where a mediator sits, the wording is the mediator's to write.
pub(in crate::case) fn word<'a>(asker: &Asker<'a>) -> Guard<&'a Deal> {
    let deal = deal(asker)?;
    let seat = signer(asker)?;
    if seat != Seat::Mediator && asker.procedure().is_signer(Seat::Mediator) {
        return Err(Refusal::NotYours.into());
    }
    let versions = asker.readable.joint().map_or(0, |joint| joint.versions);
    if versions as usize >= PROPOSALS_MAX { Err(Refusal::TooManyItems.into()) } else { Ok(deal) }
}

pub(in crate::case) fn waive_reflection<'a>(asker: &Asker<'a>) -> Guard<&'a Draft> {
    let (deal, draft) = draft_now(asker)?;
    if asker.procedure().reflection_waived_for(draft.version) {
        return Err(Refusal::ReflectionAlreadyWaived.into());
    }
    if deal.reflection_until.is_some_and(|until| asker.now >= until) {
        return Err(Refusal::ReflectionOver.into());
    }
    Ok(draft)
}

pub(in crate::case) fn sign<'a>(asker: &Asker<'a>) -> Guard<(&'a Deal, &'a Draft, Seat)> {
    let (deal, draft) = draft_now(asker)?;
    let seat = signer(asker)?;
    unsigned(deal, seat)?;
    if asker.now >= draft.sign_until {
        return Err(Refusal::SignaturePeriodOver.into());
    }
    let waived = asker.procedure().reflection_waived_for(draft.version);
    let reflecting = !waived && deal.reflection_until.is_some_and(|until| asker.now < until);
    if seat == Seat::Consumer && reflecting {
        return Err(Refusal::ReflectionRunning.into());
    }
    Ok((deal, draft, seat))
}

pub(in crate::case) fn refuse(asker: &Asker<'_>) -> Guard<Seat> {
    let deal = deal(asker)?;
    let seat = signer(asker)?;
    unsigned(deal, seat)?;
    Ok(seat)
}

/// The fields of `agreement.sign` that the domain checks; the shell has checked the response.
pub(super) struct SignatureForm<'a> {
    pub version: u32,
    pub document_hash: &'a str,
    pub pdf_hash: &'a str,
    pub name: &'a str,
    pub consent: bool,
    pub challenge: ChallengeId,
}

fn is_hash(hash: &str) -> bool {
    hash_from_base64(hash).is_some()
}

impl Decision<'_> {
    /// Writes the accepted terms out: the shell rendered the document and hands in its hashes.
    pub(super) fn draft(&mut self, version: u32, document_hash: &str, pdf_hash: &str, joint_size: u64) -> Verdict {
        let deal = self.joint.deal.as_ref().ok_or(Refusal::NoAcceptedProposal)?;
        if deal.draft.is_some() && version == deal.version {
            return Err(Refusal::DraftExists.into());
        }
        if version != deal.version {
            return Err(Refusal::DraftReplaced.at("/version"));
        }
        self.parties_are_named()?;
        if !is_hash(document_hash) {
            return Err(Refusal::DocumentHashMismatch.at("/document_hash"));
        }
        if !is_hash(pdf_hash) {
            return Err(Refusal::PdfHashMismatch.at("/pdf_hash"));
        }
        if joint_size != self.joint.size {
            return Err(Refusal::Conflict.at("/joint_size"));
        }
        let filed = self.procedure.filed.as_ref().ok_or(Refusal::NoCapacity)?;
        let rules = self.rules();
        let fact = Fact::AgreementDrafted {
            version,
            document_hash: document_hash.to_owned(),
            pdf_hash: pdf_hash.to_owned(),
            terms: deal.terms.clone(),
            terms_hash: deal.terms_hash.clone(),
            clauses: deal.clauses.clone(),
            company: self.joint.identity.clone(),
            language: filed.language,
            sign_until: rules.calendar.deadline(self.now(), rules.signature_days),
            reflection_until: deal
                .reflection_until
                .unwrap_or_else(|| self.now().plus_hours(i64::from(rules.reflection_hours))),
        };
        self.own(Channel::Joint, fact);
        Ok(())
    }

    /// Corrected wording: a new version, without the signatures under the former.
    pub(super) fn word_agreement(&mut self, clauses: &[String]) -> Verdict {
        let deal = word(&self.asker)?;
        if deal.terms.obligations.is_empty() && deal.terms.chosen.is_empty() && clauses.is_empty() {
            return Err(Refusal::TermsEmpty.at("/clauses"));
        }
        check_clauses(clauses, "/clauses")?;
        let version = self.next_version(deal);
        self.own(Channel::Joint, Fact::AgreementWorded { version, clauses: clauses.to_vec() });
        Ok(())
    }

    fn next_version(&self, deal: &Deal) -> u32 {
        deal.version.max(self.joint.versions).saturating_add(1)
    }

    /// The draft names a mediator who is gone before signing: the same words are drafted anew, for a successor once
    /// that one accepts, else as a contract of the parties alone; and nobody is bound by a signature under the former.
    pub(super) fn draft_without_mediator(&mut self) {
        if self.phase() != Phase::Agreed || !self.procedure.is_signer(Seat::Mediator) {
            return;
        }
        let Some(deal) = &self.joint.deal else { return };
        if deal.signatures.iter().all(|signature| signature.seat != Seat::Mediator) {
            let (version, clauses) = (self.next_version(deal), deal.clauses.clone());
            self.follows(Channel::Joint, Fact::AgreementWorded { version, clauses });
        }
    }

    /// Nobody waives the time to reflect on a wording other than the one they read.
    pub(super) fn waive_reflection(&mut self, version: Option<u32>) -> Verdict {
        let draft = waive_reflection(&self.asker)?;
        if version.is_some_and(|version| version != draft.version) {
            return Err(Refusal::DraftReplaced.at("/version"));
        }
        self.own(Channel::Procedure, Fact::ReflectionWaived { version: draft.version });
        Ok(())
    }

    pub(super) fn sign(&mut self, signing: &SignatureForm<'_>) -> Verdict {
        let (deal, draft, seat) = sign(&self.asker)?;
        if signing.version != draft.version {
            return Err(Refusal::DraftReplaced.at("/version"));
        }
        if signing.document_hash != draft.document_hash {
            return Err(Refusal::DocumentHashMismatch.at("/document_hash"));
        }
        if signing.pdf_hash != draft.pdf_hash {
            return Err(Refusal::PdfHashMismatch.at("/pdf_hash"));
        }
        if !signing.consent {
            return Err(Refusal::ConsentMissing.at("/consent"));
        }
        self.check_signer(seat, signing)?;
        let authority = self.authority(seat, deal)?;
        let proof = self.context.signing.ok_or(Refusal::SigningProofMissing)?;
        if proof.challenge != signing.challenge {
            return Err(Refusal::SigningProofMissing.at("/challenge"));
        }
        let filed = self.procedure.filed.as_ref().ok_or(Refusal::NoCapacity)?;
        let signature = Signature {
            at: self.case.time_in(Channel::Joint, self.now()),
            authority,
            consent_text: consent_text(filed.language, seat).to_owned(),
            document_hash: draft.document_hash.clone(),
            identity_level: proof.identity_level,
            method: proof.method,
            name: signing.name.trim().to_owned(),
            pdf_hash: draft.pdf_hash.clone(),
            seat,
            version: draft.version,
        };
        self.put_signature(&signature);
        let last = self.procedure.signers().all(|signer| {
            signer == seat || deal.signatures.iter().any(|given_signature| given_signature.seat == signer)
        });
        if last {
            self.conclude(deal, signature);
        }
        Ok(())
    }

    /// The typed name is the signer's own or the party's.
    fn check_signer(&self, seat: Seat, signing: &SignatureForm<'_>) -> Verdict {
        line(signing.name, LEGAL_NAME_CHARS_MAX, "/name")?;
        let person = self.person()?;
        let as_party = seat == Seat::Consumer
            && self.joint.identified(Side::Consumer).is_some_and(|(name, _)| same_name(name, signing.name));
        if !as_party && !same_name(&person.name, signing.name) {
            return Err(Refusal::NameMismatch.at("/name"));
        }
        Ok(())
    }

    /// The power in the company's record that covers what it is to owe, in the words that the signature states.
    fn authority(&self, seat: Seat, deal: &Deal) -> Result<Option<String>, Refused> {
        if seat != Seat::Company {
            return Ok(None);
        }
        let today = self.rules().calendar.day(self.now());
        let stated = power_for(self.context.powers, deal.terms.owed_by(Side::Company), today)?;
        Ok(Some(stated.words.clone()))
    }

    fn put_signature(&mut self, signature: &Signature) {
        let Signature {
            at: _,
            authority,
            consent_text,
            document_hash,
            identity_level,
            method,
            name,
            pdf_hash,
            seat,
            version,
        } = signature.clone();
        self.facts.push(NewEvent {
            channel: Channel::Joint,
            seat: self.voice,
            by: self.person.cloned(),
            fact: Fact::AgreementSigned {
                authority,
                consent_text,
                document_hash,
                identity_level,
                method,
                name,
                pdf_hash,
                seat,
                version,
            },
            evidence: None,
            with_origin: true,
        });
    }

    /// Signed by all: the conclusion enters the procedure in the same transaction as the last signature, as its last
    /// event, so that the checkpoint over it covers all that came of it.
    fn conclude(&mut self, deal: &Deal, last: Signature) {
        let signed_at = last.at;
        let (document_hash, pdf_hash, version) = (last.document_hash.clone(), last.pdf_hash.clone(), last.version);
        let mut signatures = deal.signatures.clone();
        signatures.push(last);
        self.conclusion = Some(NewEvent {
            channel: Channel::Procedure,
            seat: Voice::System,
            by: None,
            fact: Fact::AgreementConcluded { document_hash, pdf_hash, version, signatures },
            evidence: None,
            with_origin: true,
        });
        let obligations = self.due_obligations(deal, signed_at);
        let nothing_owed = obligations.is_empty();
        let outcome = kept(&self.procedure.obligations);
        self.follows(Channel::Procedure, Fact::ObligationsStarted { obligations, version });
        self.enter(Phase::Settled);
        self.resolve_entry();
        if nothing_owed {
            self.close_with_agreement(outcome.unwrap_or(WithAgreement::Fulfilled));
        }
    }

    fn due_obligations(&self, deal: &Deal, signed_at: Moment) -> Vec<DueObligation> {
        let calendar = &self.rules().calendar;
        deal.terms
            .obligations
            .iter()
            .zip(self.procedure.obligations.last().map_or(1, |last| last.what.id.saturating_add(1))..)
            .map(|(obligation, id)| DueObligation {
                id,
                kind: obligation.kind,
                debtor: obligation.debtor,
                due: calendar.due(signed_at, obligation.due),
                money: obligation.money,
            })
            .collect()
    }

    pub(super) fn refuse_agreement(&mut self, ground: AgreementRefuseGround) -> Verdict {
        let seat = refuse(&self.asker)?;
        self.own(Channel::Joint, Fact::AgreementRefused { seat, ground });
        self.back_to_former_phase();
        Ok(())
    }

    pub(super) fn lapse_agreement(&mut self) -> Verdict {
        let deal = self.joint.deal.as_ref().ok_or(Refusal::NoDraft)?;
        let version = deal.draft.as_ref().map_or(deal.version, |draft| draft.version);
        let missing = if deal.draft.is_some() { deal.unsigned(self.procedure.signers()).collect() } else { Vec::new() };
        self.is_over(DeadlineRule::Signatures, Channel::Joint, None).map_err(|_| Refusal::SignaturePeriodRunning)?;
        self.own(Channel::Joint, Fact::AgreementLapsed { version, missing });
        self.back_to_former_phase();
        Ok(())
    }

    /// Where the terms came from an officer, the entry is still open and goes on.
    fn back_to_former_phase(&mut self) {
        self.enter(self.procedure.former_phase().unwrap_or(Phase::Negotiation));
    }

    /// Whatever was done meanwhile: the seal is made some moments after the last signature.
    pub(super) fn seal(&mut self, version: u32, document_hash: &str, pdf_hash: &str) -> Verdict {
        if self.procedure.concluded.is_none() {
            return Err(Refusal::AgreementNotConcluded.into());
        }
        let concluded = self.procedure.concluded_as(version).ok_or_else(|| Refusal::DraftReplaced.at("/version"))?;
        if concluded.sealed_pdf_hash.is_some() {
            return Err(Refusal::AgreementAlreadySealed.into());
        }
        if document_hash != concluded.document_hash {
            return Err(Refusal::DocumentHashMismatch.at("/document_hash"));
        }
        if !is_hash(pdf_hash) {
            return Err(Refusal::PdfHashMismatch.at("/pdf_hash"));
        }
        self.own(
            Channel::Procedure,
            Fact::AgreementSealed { document_hash: document_hash.to_owned(), pdf_hash: pdf_hash.to_owned(), version },
        );
        Ok(())
    }
}
