//! Proposals, answers, and whose turn it is.

use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::ProposalState;
use acordo_domain::diff::ChangeKind;
use acordo_domain::phase::Phase;
use acordo_domain::rules::Rules;
use acordo_domain::seat::*;
use acordo_domain::terms::Terms;
use acordo_domain::view::{TurnFor, TurnOf};

fn states(world: &World) -> Vec<ProposalState> {
    world.case.joint().proposals.iter().map(|proposal| proposal.state).collect()
}

fn counter(amount: i64, answers: u32) -> Command {
    Command::ProposalMake {
        channel: Channel::Joint,
        terms: refund(amount),
        note: Some("Que tal?".into()),
        valid_days: None,
        valid_until: None,
        answers: Some(answers),
    }
}

fn decline(number: u32) -> Command {
    Command::ProposalDecline { channel: Channel::Joint, number, ground: None, would_work: None }
}

#[test]
fn proposals_are_numbered_as_their_terms_enter_and_a_new_one_supersedes_the_former() {
    let mut world = World::negotiation();
    world.does(Who::Bruna, propose(refund(100)));
    world.does(Who::Bruna, propose(refund(200)));
    world.does(Who::Ana, propose(refund(900)));
    assert_eq!(states(&world), [ProposalState::Superseded, ProposalState::Open, ProposalState::Open]);
    let view = world.sees(Who::Ana);
    assert_eq!(view.proposals.iter().map(|proposal| proposal.number).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(view.proposals[1].awaits_you && !view.proposals[2].awaits_you);
    assert_eq!(view.proposals[1].changes.len(), 1);
}

#[test]
fn a_counter_proposal_marks_its_parent() {
    let mut world = World::negotiation();
    world.does(Who::Bruna, propose(refund(100)));
    world.does(Who::Ana, counter(900, 1));
    assert_eq!(states(&world), [ProposalState::Countered, ProposalState::Open]);
    assert_eq!(world.refuses(Who::Bruna, counter(500, 1)), Refusal::ProposalNotOpen);
    assert_eq!(world.refuses(Who::Ana, counter(500, 2)), Refusal::ProposalIsYours);
    let turn = world.sees(Who::Bruna).turn;
    assert!(turn.yours);
    assert_eq!((turn.what, turn.number), (TurnFor::AnswerProposal, Some(2)));
}

#[test]
fn an_acceptance_names_number_and_hash_and_supersedes_every_other() {
    let mut world = World::negotiation();
    world.does(Who::Bruna, propose(refund(100)));
    world.does(Who::Ana, propose(refund(900)));
    let mut wrong = world.acceptance(1);
    if let Command::ProposalAccept { terms_hash, .. } = &mut wrong {
        *terms_hash = world.case.joint().proposal(2).unwrap().terms_hash.clone();
    }
    assert_eq!(world.refuses(Who::Ana, wrong), Refusal::TermsHashMismatch);
    world.accepts(Who::Ana, 1);
    assert_eq!(states(&world), [ProposalState::Accepted, ProposalState::Superseded]);
    assert_eq!(world.phase(), Phase::Agreed);
    // Of two racing acceptances the second is refused.
    let late = world.acceptance(2);
    assert_eq!(world.refuses(Who::Bruna, late), Refusal::WrongPhase);
}

#[test]
fn a_proposal_cannot_be_accepted_after_its_deadline() {
    let mut world = World::negotiation();
    let until = world.now.plus_hours(1);
    world.does(
        Who::Bruna,
        Command::ProposalMake {
            channel: Channel::Joint,
            terms: refund(100),
            note: None,
            valid_days: None,
            valid_until: Some(until),
            answers: None,
        },
    );
    let accept = world.acceptance(1);
    let ana = Who::Ana.actor();
    assert!(world.asks(&ana, &accept, until.plus_millis(-1)).is_ok());
    assert_eq!(world.asks(&ana, &accept, until).unwrap_err().code, Refusal::ProposalExpired);
    let expire = Command::ProposalExpire { channel: Channel::Joint, number: 1 };
    assert_eq!(world.refuses(Who::System, expire.clone()), Refusal::ProposalNotExpired);
    world.now = until;
    // The page shows it as expired although the job has not run yet.
    assert_eq!(world.sees(Who::Ana).proposals[0].state, ProposalState::Expired);
    world.does(Who::System, expire);
    assert_eq!(world.refuses(Who::Ana, accept), Refusal::ProposalExpired);
}

#[test]
fn an_offer_for_a_day_holds_until_the_end_of_tomorrow_whatever_its_author_s_clock_says() {
    let mut world = World::negotiation();
    let made = world.now;
    world.does(
        Who::Bruna,
        Command::ProposalMake {
            channel: Channel::Joint,
            terms: refund(100),
            note: None,
            valid_days: Some(1),
            valid_until: None,
            answers: None,
        },
    );
    let valid_until = world.sees(Who::Ana).proposals[0].valid_until;
    assert_eq!(valid_until, world.rules.calendar.deadline(made, 1));
    assert_eq!(world.rules.calendar.end_of(world.rules.calendar.day(valid_until.plus_millis(-1))), valid_until);
}

#[test]
fn leaving_negotiation_closes_what_lies_on_the_table() {
    let mut world = World::assigned();
    world.does(Who::Bruna, propose(refund(100)));
    world.does(Who::Ana, propose(refund(900)));
    world.does(Who::Mediator, Command::MediatorAccept { no_conflict: true, disclosure: "Nenhum.".into() });
    assert_eq!(states(&world), [ProposalState::Closed, ProposalState::Closed]);
}

#[test]
fn a_mediators_proposal_needs_both_and_an_early_no_changes_nothing_that_others_see() {
    let mut world = World::mediation();
    world.does(Who::Mediator, propose(refund(300)));
    let before: Vec<_> = [Who::Bruna, Who::Mediator].map(|who| world.sees(who)).into();
    let events = world.does(Who::Ana, decline(1));
    assert_eq!(kinds(&events), ["answer_given"]);
    assert!(world.owes(&events).is_empty());
    let after: Vec<_> = [Who::Bruna, Who::Mediator].map(|who| world.sees(who)).into();
    assert_eq!(before, after);
    let own = world.sees(Who::Ana);
    assert_eq!(own.proposals[0].own_answer, Some(false));
    assert_eq!((own.turn.who, own.turn.yours), (TurnOf::Both, false));
    assert_eq!(world.refuses(Who::Ana, decline(1)), Refusal::ProposalAlreadyAnswered);

    let accept = world.acceptance(1);
    let events = world.does(Who::Bruna, accept);
    assert_eq!(kinds(&events), ["answer_given", "proposal_answered"]);
    assert_eq!(states(&world), [ProposalState::NotAgreed]);
    assert_eq!(world.phase(), Phase::Mediation);
}

#[test]
fn a_mediators_proposal_that_both_accept_is_the_agreement() {
    let mut world = World::mediation();
    world.does(Who::Mediator, propose(refund(300)));
    world.accepts(Who::Bruna, 1);
    let accept = world.acceptance(1);
    let events = world.does(Who::Ana, accept);
    assert_eq!(kinds(&events), ["answer_given", "proposal_answered", "phase_changed"]);
    assert_eq!(world.phase(), Phase::Agreed);
    assert_eq!(world.case.joint().deal.as_ref().unwrap().terms, refund(300));
}

#[test]
fn time_over_a_mediators_proposal_says_the_same_whoever_had_answered() {
    let run = |answer: bool| {
        let mut world = World::mediation();
        world.does(Who::Mediator, propose(refund(300)));
        if answer {
            world.accepts(Who::Bruna, 1);
        }
        world.later(20);
        world.does(Who::System, Command::ProposalExpire { channel: Channel::Joint, number: 1 });
        world.sees(Who::Ana)
    };
    assert_eq!(run(true), run(false));
}

#[test]
fn a_conveyed_idea_bears_its_givers_name_and_the_next_number() {
    let mut world = World::mediation();
    let events = world.does(Who::Ana, Command::IdeaGive { terms: refund(700) });
    let id = events[0].seq;
    let convey = Command::IdeaConvey { side: Side::Consumer, id };
    assert_eq!(world.refuses(Who::Mediator, convey.clone()), Refusal::IdeaNotAllowed);
    world.does(Who::Ana, Command::IdeaAllowConveying { id });
    world.does(Who::Mediator, convey.clone());
    assert_eq!(world.refuses(Who::Mediator, convey), Refusal::IdeaAlreadyConveyed);
    let shown = &world.sees(Who::Bruna).proposals[0];
    assert_eq!(shown.author, acordo_domain::case::event::Author::Consumer);
    assert!(shown.awaits_you);
    assert!(world.sees(Who::Bruna).ideas.is_empty());
    assert_eq!(world.sees(Who::Mediator).ideas[0].conveyed, Some(1));
}

#[test]
fn in_negotiation_the_turn_is_the_companys_until_its_first_reply_and_then_who_did_not_write_last() {
    let mut world = World::negotiation();
    world.does(Who::Ana, message(Channel::Joint, "Bom dia"));
    assert_eq!(world.sees(Who::Ana).turn.who, TurnOf::Company);
    world.does(Who::Bruna, message(Channel::Joint, "Bom dia, Ana"));
    let turn = world.sees(Who::Ana).turn;
    assert!(turn.yours && turn.until.is_some());
    assert_eq!(turn.what, TurnFor::Reply);
    world.does(Who::Ana, message(Channel::Joint, "E agora?"));
    assert!(world.sees(Who::Bruna).turn.yours);
}

#[test]
fn the_difference_of_money_and_dates_is_shown_against_what_was_answered() {
    let mut world = World::negotiation();
    world.does(Who::Bruna, propose(refund(100)));
    world.does(Who::Ana, counter(900, 1));
    let changes = &world.sees(Who::Bruna).proposals[1].changes;
    assert_eq!(changes[0].money_before, Some(brl(100)));
    assert_eq!(changes[0].money_after, Some(brl(900)));
}

#[test]
fn a_clause_of_the_library_is_part_of_the_terms_and_of_what_changed() {
    let mut world = World::negotiation();
    world.does(Who::Bruna, propose(chosen(&[("release_at_signature", None), ("late_penalty", Some(100))])));
    world.does(Who::Bruna, propose(chosen(&[("late_penalty", Some(200)), ("forum_consumer", None)])));
    let said = |world: &World, number: usize| world.sees(Who::Ana).proposals[number - 1].clone();
    assert_ne!(said(&world, 1).terms_hash, said(&world, 2).terms_hash);
    let changes = said(&world, 2).clause_changes;
    let told: Vec<_> = changes.iter().map(|change| (change.clause.as_str(), change.what)).collect();
    let wanted = [
        ("late_penalty", ChangeKind::Changed),
        ("forum_consumer", ChangeKind::New),
        ("release_at_signature", ChangeKind::Dropped),
    ];
    assert_eq!(told, wanted);
    world.accepts(Who::Ana, 2);
    assert_eq!(world.sees(Who::Ana).agreement.unwrap().terms.chosen, said(&world, 2).terms.chosen);
}

#[test]
fn terms_without_a_chosen_clause_are_written_as_they_always_were() {
    let before = r#"{"obligations":[],"clauses":["Paz."]}"#;
    let terms: Terms = serde_json::from_str(before).unwrap();
    assert_eq!((serde_json::to_string(&terms).unwrap().as_str(), terms.chosen.len()), (before, 0));
}

#[test]
fn each_case_has_the_library_of_the_law_that_it_began_under() {
    let yearly = || propose(chosen(&[("interest_yearly", Some(800))]));
    assert_eq!(World::negotiation().refuses(Who::Bruna, yearly()), Refusal::ClauseUnknown);
    let mut british = World::empty();
    british.rules = Rules::under("uk/1".parse().unwrap());
    let facts = british.file(&filing()).unwrap();
    british.record(facts);
    british.does(Who::Bruna, accept());
    british.does(Who::Bruna, yearly());
}

#[test]
fn terms_may_be_one_chosen_clause_and_stay_terms_when_the_free_words_go() {
    let mut world = World::negotiation();
    let only = Terms { obligations: vec![], ..chosen(&[("release_at_signature", None)]) };
    world.does(Who::Bruna, propose(only));
    world.accepts(Who::Ana, 1);
    world.does(Who::Ana, Command::AgreementWord { clauses: vec![] });
}
