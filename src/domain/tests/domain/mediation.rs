//! The mediator, the caucuses, and what crosses their walls.

use crate::world::*;
use acordo_domain::case::audience::{may_read, readable};
use acordo_domain::case::command::*;
use acordo_domain::case::decide::Named;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::phase::Phase;
use acordo_domain::seat::*;
use acordo_domain::view::{MediatorState, TurnFor, TurnOf};

#[test]
fn an_assigned_mediator_sees_names_and_dates_and_no_word_until_accepting() {
    let mut world = World::assigned();
    let view = world.sees(Who::Mediator);
    assert_eq!(view.capacity, Capacity::AssignedMediator);
    assert_eq!(view.heads.keys().copied().collect::<Vec<_>>(), [Channel::Procedure]);
    assert!(view.turn.yours && view.turn.what == TurnFor::AcceptMediation);
    assert!(!may_read(&world.case.procedure, &Who::Mediator.actor(), Channel::Joint, 1));
    world.does(Who::Mediator, Command::MediatorAccept { no_conflict: true, disclosure: "Nenhum.".into() });
    assert!(may_read(&world.case.procedure, &Who::Mediator.actor(), Channel::Joint, 1));
    let seen = world.sees(Who::Ana).mediator.unwrap();
    assert_eq!((seen.state, seen.cases_with_company), (MediatorState::Accepted, Some(3)));
}

#[test]
fn nobody_mediates_who_has_disclosed_nothing() {
    let mut world = World::assigned();
    let accept = |no_conflict, disclosure: &str| Command::MediatorAccept { no_conflict, disclosure: disclosure.into() };
    for nothing in ["", " ", "\n\t "] {
        let refused = world.refused(Who::Mediator, accept(true, nothing));
        assert_eq!((refused.code, refused.pointer.as_deref()), (Refusal::TextEmpty, Some("/disclosure")));
    }
    // A mediator with a conflict of interest declines; no explanation makes up for it.
    assert_eq!(world.refuses(Who::Mediator, accept(false, "Sou primo da gerente.")), Refusal::ConflictNotExcluded);
    let events = world.does(Who::Mediator, accept(true, "Nenhum conflito. A loja paga a câmara."));
    assert_eq!(events.last().unwrap().channel, Channel::Joint, "both sides read who pays before they write");
}

#[test]
fn a_side_writes_in_mediation_only_after_its_own_acceptance_of_the_ground_rules() {
    let mut world = World::mediator_came();
    let hello = |channel| message(channel, "Olá");
    assert_eq!(world.refuses(Who::Ana, hello(Channel::Joint)), Refusal::GroundRulesNotAccepted);
    assert_eq!(world.refuses(Who::Ana, hello(caucus(Side::Consumer))), Refusal::GroundRulesNotAccepted);
    assert_eq!(world.sees(Who::Ana).turn.who, TurnOf::Both);
    world.does(Who::Ana, Command::GroundRulesAccept { version: 1 });
    world.does(Who::Ana, hello(Channel::Joint));
    world.does(Who::Ana, hello(caucus(Side::Consumer)));
    assert_eq!(world.refuses(Who::Bruna, hello(Channel::Joint)), Refusal::GroundRulesNotAccepted);
    assert_eq!(world.sees(Who::Mediator).turn.who, TurnOf::Company);
}

#[test]
fn a_caucus_is_no_channel_for_the_other_side() {
    let mut world = World::mediation();
    let theirs = caucus(Side::Consumer);
    world.does(Who::Ana, message(theirs, "Aceito menos."));
    world.does(Who::Mediator, message(theirs, "Entendi."));
    assert_eq!(world.refuses(Who::Bruna, message(theirs, "?")), Refusal::ChannelNotFound);
    assert!(!may_read(&world.case.procedure, &Who::Bruna.actor(), theirs, 1));
    assert!(!world.sees(Who::Bruna).heads.contains_key(&theirs));
    assert_eq!(world.sees(Who::Ana).heads[&theirs], 2);
    assert_eq!(world.refuses(Who::Ana, message(Channel::Internal, "?")), Refusal::ChannelNotFound);
    assert_eq!(world.refuses(Who::Ana, message(Channel::Procedure, "?")), Refusal::ChannelNotWritable);
}

#[test]
fn nobody_reads_what_is_not_in_their_list() {
    let world = World::mediation();
    let reads = |who: Who| {
        readable(&world.case.procedure, &who.actor())
            .iter()
            .map(|span| span.channel.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(reads(Who::Ana), "procedure joint caucus:consumer sealed:consumer");
    assert_eq!(reads(Who::Bruna), "procedure joint caucus:company internal:company sealed:company");
    assert_eq!(reads(Who::Mediator), "procedure joint caucus:consumer caucus:company notes:mediator");
    // Of `joint` the complaint alone.
    assert_eq!(reads(Who::Manager), "procedure internal:company joint");
    assert_eq!(reads(Who::Carlos), "procedure joint");
    for who in [Who::Manager, Who::Carlos] {
        assert!(!may_read(&world.case.procedure, &who.actor(), Channel::Joint, 2));
    }
    assert_eq!(reads(Who::Coordinator), "procedure");
    for who in [Who::Successor, Who::OtherRep, Who::Viewer, Who::Stranger, Who::Ombudsman, Who::System] {
        assert_eq!(reads(who), "", "{who:?}");
    }
    assert_eq!(readable(&World::escalated().case.procedure, &Who::Ombudsman.actor()).len(), 1);
}

#[test]
fn exact_words_leave_a_caucus_only_by_leave() {
    let mut world = World::mediation();
    let words = "Preciso do dinheiro até sexta.".to_owned();
    let id = world.does(Who::Mediator, Command::DisclosureAsk { side: Side::Consumer, words: words.clone() })[0].seq;
    let tell = Command::DisclosureUse { side: Side::Consumer, id };
    assert_eq!(world.refuses(Who::Mediator, tell.clone()), Refusal::DisclosureNotAllowed);
    assert_eq!(world.sees(Who::Ana).turn.what, TurnFor::AnswerDisclosure);
    assert_eq!(world.sees(Who::Bruna).turn.what, TurnFor::Mediate, "the other side knows of no question");
    world.does(Who::Ana, Command::DisclosureAnswer { id, allow: true });
    let events = world.does(Who::Mediator, tell.clone());
    assert_eq!(kinds(&events), ["disclosure_used", "words_disclosed"]);
    assert_eq!(world.refuses(Who::Mediator, tell), Refusal::DisclosureAlreadyUsed);
}

#[test]
fn a_side_confirms_or_corrects_what_the_mediator_heard() {
    let mut world = World::mediation();
    world.does(
        Who::Mediator,
        Command::SummaryWrite { side: Side::Company, text: "A loja quer manter a cliente.".into() },
    );
    assert_eq!(world.refuses(Who::Ana, Command::SummaryConfirm {}), Refusal::NoSummary);
    assert!(world.sees(Who::Bruna).turn.yours);
    world.does(Who::Bruna, Command::SummaryCorrect { text: "E o prazo.".into() });
    assert_eq!(world.sees(Who::Mediator).summaries[0].correction.as_deref(), Some("E o prazo."));
    assert!(world.sees(Who::Ana).summaries.is_empty());
}

#[test]
fn a_paused_floor_silences_the_sides_and_not_the_mediator() {
    let mut world = World::mediation();
    world.does(Who::Mediator, Command::FloorPause {});
    assert_eq!(world.refuses(Who::Ana, message(Channel::Joint, "!")), Refusal::FloorPaused);
    assert_eq!(world.refuses(Who::Ana, propose(refund(10))), Refusal::FloorPaused);
    world.does(Who::Ana, message(caucus(Side::Consumer), "Posso falar aqui?"));
    world.does(Who::Mediator, message(Channel::Joint, "Respirem."));
    // A pause ends with the mediation, so that nobody is silenced for good.
    world.does(Who::Bruna, Command::MediationLeave {});
    assert_eq!(world.phase(), Phase::EscalatedOmbudsman);
    world.does(Who::Ana, message(Channel::Joint, "E agora?"));
}

#[test]
fn a_successor_begins_with_new_caucuses_and_notes() {
    let mut world = World::mediation();
    world.does(Who::Ana, message(caucus(Side::Consumer), "Segredo."));
    world.does(Who::Mediator, Command::NotePut { channel: Channel::Notes { nth: 1 }, text: "Mapa.".into() });
    let hand_over = |note: &str| Command::SeatHandOver {
        to: Who::Successor.id(),
        note: note.into(),
        reason: HandOverReason::Absence,
    };
    assert_eq!(world.refuses(Who::Mediator, hand_over("Ana aceita menos.")), Refusal::NoteNotAllowed);
    world.does(Who::Mediator, hand_over(""));
    assert!(world.view(Who::Mediator).is_none());
    assert_eq!(world.sees(Who::Ana).turn.what, TurnFor::AcceptMediation);
    assert_eq!(world.refuses(Who::Ana, message(caucus(Side::Consumer), "?")), Refusal::ChannelNotWritable);
    world.does(Who::Successor, Command::MediatorAccept { no_conflict: true, disclosure: "Nenhum.".into() });
    let second = Channel::Caucus { side: Side::Consumer, nth: 2 };
    let heads = world.sees(Who::Successor).heads;
    assert!(heads.contains_key(&second) && heads.contains_key(&Channel::Notes { nth: 2 }));
    assert!(!heads.contains_key(&caucus(Side::Consumer)) && !heads.contains_key(&Channel::Notes { nth: 1 }));
    assert!(world.sees(Who::Ana).heads.contains_key(&caucus(Side::Consumer)));
    assert_eq!(world.refuses(Who::Ana, message(second, "?")), Refusal::GroundRulesNotAccepted);
}

#[test]
fn a_mediator_who_declines_or_stays_silent_is_replaced() {
    let mut world = World::assigned();
    let again = Command::MediatorAssign { user: Who::Mediator.id() };
    let other = Command::MediatorAssign { user: Who::Successor.id() };
    assert_eq!(world.refuses(Who::Coordinator, other.clone()), Refusal::MediatorAlreadyAssigned);
    assert_eq!(world.refuses(Who::System, Command::MediatorDecline {}), Refusal::DeadlineNotReached);
    world.later(5);
    world.does(Who::System, Command::MediatorDecline {});
    assert!(world.view(Who::Mediator).is_none());
    // Silence is not a refusal: the coordinator may ask the same person again.
    world.clone().does(Who::Coordinator, again.clone());
    world.does(Who::System, other);
    world.does(Who::Successor, Command::MediatorDecline {});
    let declined = Command::MediatorAssign { user: Who::Successor.id() };
    assert_eq!(world.refuses(Who::Coordinator, declined), Refusal::PersonNotEligible);
    world.does(Who::Coordinator, again);
}

#[test]
fn an_impasse_makes_the_final_term_and_opens_the_operators_queue() {
    let mut world = World::mediation();
    world.does(Who::Ana, propose(refund(100)));
    let events = world.does(Who::Mediator, Command::ImpasseDeclare { ground: ImpasseGround::NoAgreement });
    assert_eq!(
        kinds(&events),
        [
            "impasse_declared",
            "proposal_closed",
            "escalation_opened",
            "phase_changed",
            "final_term_made",
            "seat_left",
            "certificate_made"
        ]
    );
    assert_eq!(world.sees(Who::Ombudsman).capacity, Capacity::QueueOfficer);
    assert_eq!(world.sees(Who::Ombudsman).heads.len(), 1);
    // The room stays open to the parties; the caucuses do not.
    world.does(Who::Ana, message(Channel::Joint, "Oi"));
    assert_eq!(world.refuses(Who::Ana, message(caucus(Side::Consumer), "Oi")), Refusal::ChannelNotWritable);
    assert_eq!(world.refuses(Who::Mediator, message(Channel::Joint, "Oi")), Refusal::NoCapacity);
}

#[test]
fn an_agreement_found_after_the_final_term_is_not_the_mediators() {
    let mut world = World::escalated();
    world.does(Who::Ana, propose(refund(100)));
    world.accepts(Who::Bruna, 1);
    world.identify_company();
    world.draft();
    let signing = world.signing(Who::Mediator);
    assert_eq!(world.refuses(Who::Mediator, signing), Refusal::NoCapacity);
    assert_eq!(world.sees(Who::Ana).agreement.unwrap().signers.len(), 2);
}

#[test]
fn time_over_is_an_impasse_after_sixty_days_and_not_before() {
    let mut world = World::mediation();
    let over = Command::ImpasseDeclare { ground: ImpasseGround::TimeOver };
    assert_eq!(world.refuses(Who::System, over.clone()), Refusal::DeadlineNotReached);
    world.later(65);
    world.does(Who::System, over);
    assert_eq!(world.phase(), Phase::EscalatedOmbudsman);
}

#[test]
fn evidence_is_shared_by_its_owner_alone_and_out_of_what_they_read() {
    let mut world = World::mediation();
    let add = |channel, id, shared_from: Option<u128>| Command::EvidenceAdd {
        channel,
        evidence: evidence(id),
        shared_from: shared_from.map(|id| evidence(id).id),
    };
    world.does(Who::Ana, add(caucus(Side::Consumer), 1, None));
    assert_eq!(world.refuses(Who::Mediator, add(Channel::Joint, 2, Some(1))), Refusal::EvidenceNotFound);
    assert_eq!(world.refuses(Who::Bruna, add(Channel::Joint, 2, Some(1))), Refusal::EvidenceNotFound);
    let events = world.does(Who::Ana, add(Channel::Joint, 2, Some(1)));
    assert_eq!(events[0].evidence.as_ref().unwrap().id, evidence(2).id);
    let mut attached = message(Channel::Joint, "Veja.");
    if let Command::MessagePost { evidence: ids, .. } = &mut attached {
        ids.push(evidence(1).id);
    }
    assert_eq!(world.refused(Who::Ana, attached).pointer.as_deref(), Some("/evidence/0"));
}

#[test]
fn a_mediator_who_also_belongs_to_the_company_is_not_eligible() {
    let mut world = World::negotiation();
    world.does(Who::Ana, Command::MediatorRequest {});
    let assign = Command::MediatorAssign { user: Who::Mediator.id() };
    let mut memberships = Who::Mediator.memberships();
    memberships.extend(Who::Viewer.memberships());
    let named = Named { person: Who::Mediator.person(), memberships, load: 0 };
    let refused = world.asks_naming(&Actor::System, &assign, &named).unwrap_err();
    assert_eq!(refused.code, Refusal::PersonNotEligible);
}
