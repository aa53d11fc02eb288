//! Drafting and signing.

use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::draft::joint_draft_input;
use acordo_domain::case::event::{Fact, NewEvent};
use acordo_domain::case::owed::Owed;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::organisation::{LegalIdentity, StatedPower};
use acordo_domain::phase::Phase;
use acordo_domain::seat::*;
use acordo_domain::view::{AgreementState, TurnFor, TurnOf};

#[test]
fn the_draft_waits_until_both_parties_are_identified() {
    let mut world = World::agreed();
    assert!(joint_draft_input(&world.case).is_none());
    let view = world.sees(Who::Bruna);
    assert!(view.turn.yours && view.turn.what == TurnFor::LegalIdentity);
    assert_eq!(view.agreement.unwrap().waits_for, Some(Refusal::LegalIdentityMissing));
    let drafting = world.drafting();
    assert_eq!(world.refuses(Who::System, drafting), Refusal::LegalIdentityMissing);
    let signing = world.signing(Who::Bruna);
    assert_eq!(world.refuses(Who::Bruna, signing), Refusal::LegalIdentityMissing);
    world.identity = Some(identity(1));
    let named = world.does(Who::System, Command::LegalIdentityTake {});
    assert!(world.owes(&named).contains(&Owed::Draft { version: 1 }));
    let input = joint_draft_input(&world.case).unwrap();
    assert_eq!((input.version, input.joint_size), (1, world.case.size(Channel::Joint)));
    assert_eq!((&input.identity, input.mediator.as_deref()), (&identity(1), Some("Marcos Telles")));
    assert_eq!(input.company.address.as_deref(), Some("Rua das Flores, 1, São Paulo"));
    assert_eq!(world.sees(Who::Ana).turn.who, TurnOf::System);
    world.draft();
    assert_eq!(world.sees(Who::Ana).agreement.unwrap().state, AgreementState::Signing);
    assert!(joint_draft_input(&world.case).is_none());
}

#[test]
fn a_company_with_a_legal_identity_is_named_by_the_acceptance_itself() {
    let mut world = World::mediation();
    world.identity = Some(identity(3));
    world.does(Who::Bruna, propose(refund(200_000)));
    let accept = world.acceptance(1);
    let events = world.does(Who::Ana, accept);
    assert_eq!(
        kinds(&events),
        ["proposal_accepted", "party_named", "party_identified", "phase_changed", "first_reply_given"][..events.len()]
    );
    assert!(world.owes(&events).contains(&Owed::Draft { version: 1 }));
    let party = world.sees(Who::Ana).parties[1].clone();
    assert_eq!((party.identified, party.name.as_deref()), (true, Some("Aurora Comércio Ltda.")));
    world.draft();
    let drafted = world.history.iter().rev().find_map(|event| match &event.fact {
        Some(Fact::AgreementDrafted { company, .. }) => company.clone(),
        _ => None,
    });
    assert_eq!(drafted, Some(identity(3)));
}

#[test]
fn the_version_that_stands_at_drafting_is_the_one_that_is_taken() {
    let mut world = World::agreed();
    world.identify_company();
    world.identity = Some(LegalIdentity { name: "Aurora S.A.".into(), ..identity(2) });
    let stale = world.drafting();
    assert_eq!(world.refuses(Who::System, stale), Refusal::Conflict);
    assert_eq!(kinds(&world.does(Who::System, Command::LegalIdentityTake {})), ["party_named"]);
    assert_eq!(world.refuses(Who::System, Command::LegalIdentityTake {}), Refusal::LegalIdentityTaken);
    world.draft();
    // A later change of the company's record leaves the draft as it is.
    world.identity = Some(identity(3));
    assert_eq!(world.refuses(Who::System, Command::LegalIdentityTake {}), Refusal::DraftExists);
    assert_eq!(world.sees(Who::Ana).parties[1].name.as_deref(), Some("Aurora S.A."));
    world.signs(Who::Bruna).unwrap();
}

#[test]
fn what_was_once_typed_for_a_company_does_not_name_it_in_a_new_draft() {
    let mut world = World::agreed();
    let typed = Fact::PartyNamed {
        side: Side::Company,
        name: "Padaria do Bairro Ltda.".into(),
        identifier: "11222333000181".into(),
        address: None,
        scheme: None,
        trade_name: None,
        version: None,
    };
    let fact = |channel, fact| NewEvent {
        channel,
        seat: Voice::Company,
        by: Some(Who::Bruna.person()),
        fact,
        evidence: None,
        with_origin: false,
    };
    let identified = Fact::PartyIdentified { side: Side::Company };
    world.record(vec![fact(Channel::Joint, typed), fact(Channel::Procedure, identified)]);
    assert!(joint_draft_input(&world.case).is_none());
    assert_eq!(world.sees(Who::Bruna).turn.what, TurnFor::LegalIdentity);
    world.identify_company();
    assert_eq!(joint_draft_input(&world.case).unwrap().company.name, "Aurora Comércio Ltda.");
}

#[test]
fn a_signature_for_the_company_states_the_power_that_covers_what_it_owes() {
    let mut world = World::drafted();
    for (powers, lacks) in [
        (vec![], Refusal::PowerMissing),
        (vec![power(Some(199_999))], Refusal::PowerTooSmall),
        (vec![until("2026-11-22")], Refusal::PowerExpired),
    ] {
        world.powers = powers;
        assert_eq!(world.signs(Who::Bruna).unwrap_err().code, lacks);
        assert_eq!(world.sees(Who::Bruna).agreement.unwrap().power_lacks, Some(lacks), "it is said beforehand");
        assert_eq!(world.sees(Who::Ana).agreement.unwrap().power_lacks, None, "and to nobody else");
    }
    world.powers = vec![power(Some(1)), power(Some(200_000))];
    assert_eq!(world.sees(Who::Bruna).agreement.unwrap().power.unwrap().limit, Some(brl(200_000)));
    let events = world.signs(Who::Bruna).unwrap();
    let Some(Fact::AgreementSigned { authority, .. }) = &events[0].fact else { panic!() };
    assert_eq!(authority.as_deref(), Some("Procuração de 2026"));
    // Nobody but the company's signer needs a power.
    world.powers.clear();
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: None });
    world.signs(Who::Ana).unwrap();
    world.signs(Who::Mediator).unwrap();
}

#[test]
fn an_offer_beyond_the_power_says_so_to_the_rep_before_anybody_signs() {
    let mut world = World::negotiation();
    world.powers = vec![power(Some(100_000))];
    world.does(Who::Bruna, propose(refund(100_001)));
    assert_eq!(world.sees(Who::Bruna).proposals[0].power_lacks, Some(Refusal::PowerTooSmall));
    world.does(Who::Bruna, propose(refund(100_000)));
    assert_eq!(world.sees(Who::Bruna).proposals[1].power_lacks, None);
    assert_eq!(world.sees(Who::Ana).proposals[0].power_lacks, None);
}

fn until(day: &str) -> StatedPower {
    let mut stated = power(None);
    stated.power.until = Some(day.parse().unwrap());
    stated
}

#[test]
fn the_agreement_that_is_drafted_is_the_one_that_was_accepted() {
    let world = World::drafted();
    let joint = world.case.joint();
    let accepted = joint.proposal(1).unwrap();
    let drafted = world.history.iter().find_map(|event| match &event.fact {
        Some(Fact::AgreementDrafted { terms, terms_hash, .. }) => Some((terms, terms_hash)),
        _ => None,
    });
    assert_eq!(drafted, Some((&accepted.terms, &accepted.terms_hash)));
}

#[test]
fn a_draft_that_names_another_size_of_the_room_is_made_anew() {
    let mut world = World::agreed();
    world.identify_company();
    let stale = world.drafting();
    world.does(Who::Ana, message(Channel::Joint, "Obrigada"));
    let refused = world.refused(Who::System, stale);
    assert_eq!((refused.code, refused.pointer.as_deref()), (Refusal::Conflict, Some("/joint_size")));
    world.draft();
}

#[test]
fn the_consumer_signs_after_a_day_of_reflection_or_waives_it() {
    let mut world = World::drafted();
    assert_eq!(world.signs(Who::Ana).unwrap_err().code, Refusal::ReflectionRunning);
    let mut patient = world.clone();
    patient.now = patient.now.plus_hours(24);
    patient.signs(Who::Ana).unwrap();
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
    assert_eq!(
        world.refuses(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) }),
        Refusal::ReflectionAlreadyWaived
    );
    world.signs(Who::Ana).unwrap();
    // The company need not wait.
    World::drafted().signs(Who::Bruna).unwrap();
}

#[test]
fn the_last_signature_concludes_in_any_order() {
    for order in [
        [Who::Ana, Who::Bruna, Who::Mediator],
        [Who::Mediator, Who::Ana, Who::Bruna],
        [Who::Bruna, Who::Mediator, Who::Ana],
    ] {
        let mut world = World::drafted();
        world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
        world.signs(order[0]).unwrap();
        world.signs(order[1]).unwrap();
        assert_eq!(world.phase(), Phase::Agreed);
        assert!(world.sees(order[2]).turn.yours);
        let events = world.signs(order[2]).unwrap();
        assert_eq!(
            kinds(&events),
            ["agreement_signed", "obligations_started", "phase_changed", "certificate_made", "agreement_concluded"]
        );
        assert_eq!(world.phase(), Phase::Settled);
        assert!(world.owes(&events).contains(&Owed::Seal { version: 1 }));
        let Some(Fact::AgreementConcluded { signatures, .. }) = &events[4].fact else { panic!() };
        let signed: Vec<_> = signatures.iter().map(|signature| signature.name.clone()).collect();
        assert_eq!(signed, order.map(|who| who.person().name));
        assert_eq!(signatures[2].at, events[0].at);
    }
}

#[test]
fn a_signature_holds_exactly_the_keys_of_the_record() {
    let mut world = World::drafted();
    let fact = world.signs(Who::Bruna).unwrap()[0].fact.clone().unwrap();
    let mut keys: Vec<_> = serde_json::to_value(&fact).unwrap().as_object().unwrap().keys().cloned().collect();
    keys.sort();
    assert_eq!(
        keys.join(" "),
        "authority consent_text document_hash identity_level method name pdf_hash seat type version"
    );
    let facts = world.asks(&Who::Mediator.actor(), &world.signing(Who::Mediator), world.now).unwrap();
    assert!(facts[0].with_origin);
}

#[test]
fn each_seat_declares_its_own_words() {
    let mut world = World::drafted();
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: None });
    let mut declared = Vec::new();
    for who in [Who::Ana, Who::Bruna, Who::Mediator] {
        let facts = world.asks(&who.actor(), &world.signing(who), world.now).unwrap();
        let Fact::AgreementSigned { consent_text, .. } = &facts[0].fact else { panic!("{:?}", facts[0].fact) };
        declared.push(consent_text.clone());
    }
    assert!(declared[0].contains("sei que posso me aconselhar"), "{declared:?}");
    assert!(declared[1].contains("assino pela empresa"), "{declared:?}");
    assert!(declared[2].contains("não sou parte"), "{declared:?}");
}

#[test]
fn names_are_compared_as_people_read_them() {
    let mut world = World::drafted_alone();
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
    let mut signing = world.signing(Who::Ana);
    if let Command::AgreementSign { name, .. } = &mut signing {
        *name = "  ana  CONCEICAO ".into();
    }
    world.does(Who::Ana, signing);
}

#[test]
fn changed_wording_is_a_new_version_and_voids_the_signatures() {
    let mut world = World::drafted();
    world.signs(Who::Bruna).unwrap();
    let old = world.signing(Who::Mediator);
    let reflection = world.sees(Who::Ana).agreement.unwrap().reflection_until;
    let word = Command::AgreementWord { clauses: vec!["Nada mais é devido entre as partes.".into()] };
    assert_eq!(world.refuses(Who::Ana, word.clone()), Refusal::NotYours);
    let events = world.does(Who::Mediator, word);
    assert_eq!(world.owes(&events)[0], Owed::Draft { version: 2 });
    assert_eq!(world.refuses(Who::Mediator, old.clone()), Refusal::NoDraft);
    world.now = world.now.plus_hours(3);
    world.draft();
    assert_eq!(world.refuses(Who::Mediator, old), Refusal::DraftReplaced);
    let shown = world.sees(Who::Ana).agreement.unwrap();
    assert_eq!((shown.version, shown.reflection_until), (2, reflection));
    assert!(shown.signers.iter().all(|signer| signer.signed_at.is_none()));
    world.signs(Who::Bruna).unwrap();
}

#[test]
fn without_a_mediator_a_party_may_correct_the_wording_and_two_sign() {
    let mut world = World::drafted_alone();
    world.does(Who::Ana, Command::AgreementWord { clauses: vec![] });
    world.draft();
    world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(2) });
    world.signs(Who::Ana).unwrap();
    world.signs(Who::Bruna).unwrap();
    assert_eq!(world.phase(), Phase::Settled);
}

#[test]
fn a_refusal_or_the_deadline_returns_the_case_to_the_phase_it_came_from() {
    let mut world = World::drafted();
    let mut alone = World::drafted_alone();
    world.does(Who::Ana, Command::AgreementRefuse { ground: AgreementRefuseGround::NeedAdvice });
    assert_eq!(world.phase(), Phase::Mediation);
    assert!(world.sees(Who::Ana).agreement.is_none());
    assert_eq!(alone.refuses(Who::System, Command::AgreementLapse {}), Refusal::SignaturePeriodRunning);
    alone.later(9);
    assert_eq!(alone.signs(Who::Bruna).unwrap_err().code, Refusal::SignaturePeriodOver);
    alone.does(Who::System, Command::AgreementLapse {});
    assert_eq!(alone.phase(), Phase::Negotiation);
    // A later agreement never reuses a version number.
    alone.does(Who::Bruna, propose(refund(300)));
    alone.accepts(Who::Ana, 2);
    assert_eq!(joint_draft_input(&alone.case).unwrap().version, 2);
    alone.draft();
    assert_eq!(alone.sees(Who::Ana).agreement.unwrap().version, 2);
}

#[test]
fn the_final_paper_is_sealed_once_and_over_the_signed_text() {
    let mut world = World::settled();
    let seal = |version, document_hash: &str| Command::AgreementSeal {
        version,
        document_hash: document_hash.into(),
        pdf_hash: HASH_B.into(),
    };
    assert_eq!(world.refuses(Who::System, seal(2, HASH_A)), Refusal::DraftReplaced);
    assert_eq!(world.refuses(Who::System, seal(1, HASH_B)), Refusal::DocumentHashMismatch);
    world.does(Who::System, seal(1, HASH_A));
    assert_eq!(world.refuses(Who::System, seal(1, HASH_A)), Refusal::AgreementAlreadySealed);
    let shown = world.sees(Who::Mediator).agreement.unwrap();
    assert_eq!((shown.state, shown.sealed_pdf_hash.as_deref()), (AgreementState::Sealed, Some(HASH_B)));
}
