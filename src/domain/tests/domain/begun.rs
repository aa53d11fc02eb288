//! A company begins a case: its account, what the invited consumer reads and does, and what the company hears of it.

use crate::world::*;
use acordo_domain::case::audience::{may_read, readable};
use acordo_domain::case::command::*;
use acordo_domain::case::event::Fact;
use acordo_domain::case::owed::{Notice, NoticeKind, NoticeTo, Owed};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::show::{Audience, row};
use acordo_domain::case::state::InvitationState;
use acordo_domain::phase::Phase;
use acordo_domain::seat::*;
use acordo_domain::view::{TurnFor, TurnOf};

/// The kinds of the events that Ana may read.
fn reads(world: &World) -> Vec<&'static str> {
    let procedure = &world.case.procedure;
    let mine =
        |event: &&acordo_domain::case::event::Event| may_read(procedure, &Who::Ana.actor(), event.channel, event.seq);
    world.history.iter().filter(mine).map(|event| event.kind.name()).collect()
}

fn told(world: &World, events: &[acordo_domain::case::event::Event], who: Who) -> Vec<NoticeKind> {
    let to = NoticeTo::User(who.id());
    let owed = world.owes(events).into_iter().filter_map(|owed| match owed {
        Owed::Notice(Notice { to: whom, kind, .. }) if whom == to => Some(kind),
        _ => None,
    });
    owed.collect()
}

#[test]
fn the_invited_consumer_reads_who_invites_and_the_account_only_once_it_is_certain_who_they_are() {
    let mut world = World::invited();
    let view = world.sees(Who::Ana);
    assert_eq!((view.capacity, view.side), (Capacity::Invited, Some(Side::Consumer)));
    assert_eq!((view.company.name.as_str(), view.account.clone()), ("Loja Aurora", None));
    let invitation = view.invitation.unwrap();
    assert_eq!((invitation.proof, invitation.confirmed), (Some(ProofKind::OrderNumber), false));
    assert_eq!((view.turn.who, view.turn.what, view.turn.yours), (TurnOf::Consumer, TurnFor::AnswerInvitation, true));
    assert_eq!(view.allowed, ["invitation.accept", "invitation.confirm", "invitation.disown", "invitation.refuse"]);
    assert!(!serde_json::to_string(&world.sees(Who::Ana)).unwrap().contains("Geladeira"));

    world.does(Who::Ana, confirm());
    let view = world.sees(Who::Ana);
    assert_eq!(view.account, Some(account()));
    assert_eq!(view.allowed, ["invitation.accept", "invitation.refuse"]);
    let card = row(&world.case, Audience::Consumer, &world.rules, world.now).unwrap();
    assert_eq!(card.subject.as_deref(), Some("Geladeira"));
}

#[test]
fn whatever_else_happens_before_the_answer_is_not_the_invited_consumers_to_read() {
    let mut world = World::confirmed();
    let before = (reads(&world), serde_json::to_string(&world.sees(Who::Ana)).unwrap());
    world.does(Who::Bruna, message(Channel::Joint, "Vamos oferecer a troca."));
    world.does(Who::Bruna, Command::NotePut { channel: Channel::Internal, text: "Até mil.".into() });
    world.does(Who::Carlos, Command::SeatJoin {});
    world.does(Who::Bruna, Command::SeatLeave {});
    assert_eq!(before, (reads(&world), serde_json::to_string(&world.sees(Who::Ana)).unwrap()));
    assert_eq!(
        before.0,
        [
            "case_filed",
            "rules_accepted",
            "seat_taken",
            "account_given",
            "case_admitted",
            "invited",
            "addressee_confirmed"
        ]
    );
    let spans = readable(&world.case.procedure, &Who::Ana.actor());
    assert!(spans.iter().all(|span| span.to.is_some()), "{spans:?}");

    world.does(Who::Ana, accept_with(None));
    assert_eq!(reads(&world).len(), world.history.iter().filter(|event| event.channel != Channel::Internal).count());
}

#[test]
fn accepting_takes_the_seat_with_the_consumers_own_wish_and_the_companys_account() {
    let mut world = World::confirmed();
    let events = world.does(Who::Ana, accept_with(None));
    assert_eq!(
        kinds(&events),
        ["invitation_accepted", "rules_accepted", "seat_taken", "complaint_filed", "phase_changed"]
    );
    let Some(Fact::ComplaintFiled { complaint, .. }) = &events[3].fact else { panic!("{events:?}") };
    assert_eq!((complaint.product.as_str(), complaint.remedy), ("Geladeira", Remedy::Refund));
    assert_eq!((complaint.amount_in_dispute, complaint.earlier_protocols.len()), (Some(brl(350_000)), 1));
    assert_eq!(told(&world, &events, Who::Bruna), [NoticeKind::InvitationAccepted]);
    let view = world.sees(Who::Ana);
    assert_eq!((view.phase, view.capacity), (Phase::Negotiation, Capacity::Consumer));
    assert_eq!(view.turn.who, TurnOf::Company, "the consumer spoke last");
    assert_eq!(view.account, Some(account()), "nobody has to tell it twice");
}

#[test]
fn what_the_company_does_not_know_may_stay_with_what_it_said() {
    let mut world = World::confirmed();
    let own = OwnAccount { story: None, amount_in_dispute: None, ..own_account() };
    let accept = Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: Some(Box::new(own)) };
    world.does(Who::Ana, accept);
    assert_eq!(world.phase(), Phase::Negotiation);
}

#[test]
fn a_refusal_counts_at_once_and_can_be_undone_until_the_time_is_over() {
    let mut world = World::invited();
    let events = world.does(Who::Ana, Command::InvitationRefuse {});
    assert_eq!(told(&world, &events, Who::Bruna), [NoticeKind::InvitationRefused]);
    assert_eq!(world.phase(), Phase::ClosedRefused);
    assert_eq!(world.sees(Who::Ana).invitation.unwrap().state, InvitationState::Refused);
    let mut back = world.clone();
    back.later(20);
    back.does(Who::Ana, accept_with(Some(PROOF)));
    assert_eq!(back.phase(), Phase::Negotiation);

    world.later(40);
    assert_eq!(world.refuses(Who::Ana, accept_with(Some(PROOF))), Refusal::InvitationNotOpen);
}

#[test]
fn an_invited_consumer_who_stays_silent_is_reminded_and_the_invitation_lapses() {
    let mut world = World::invited();
    world.later(25);
    let before = world.history.len();
    world.clock_strikes();
    let reminded = world.history[before..].to_vec();
    assert_eq!(kinds(&reminded), ["deadline_reminded"]);
    assert_eq!(told(&world, &reminded, Who::Ana), [NoticeKind::DeadlineReminder]);
    let (channel, seq) = (reminded[0].channel, reminded[0].seq);
    assert!(may_read(&world.case.procedure, &Who::Ana.actor(), channel, seq), "or the mail is not sent");
    world.later(20);
    world.clock_strikes();
    assert_eq!(world.phase(), Phase::ClosedRefused);
}

#[test]
fn somebody_else_who_got_the_invitation_says_so_and_reads_nothing_more() {
    let mut world = World::invited();
    let events = world.does(Who::Ana, Command::InvitationDisown {});
    assert_eq!(kinds(&events), ["invitation_misdirected", "phase_changed", "case_closed"]);
    assert!(events.iter().all(|event| event.by.is_none()), "the company learns nothing about who answered");
    assert_eq!(world.view(Who::Ana), None);
    assert_eq!(row(&world.case, Audience::Consumer, &world.rules, world.now), None);
    let company = told(&world, &events, Who::Bruna);
    assert!(company.contains(&NoticeKind::InvitationMisdirected), "{company:?}");
    assert_eq!(told(&world, &events, Who::Ana), []);
    // It is neither a refusal nor a silence, so there is no paper about either.
    assert!(world.sees(Who::Bruna).papers.is_empty() && world.case.procedure.final_terms.is_empty());
    assert_eq!(world.sees(Who::Bruna).invitation.unwrap().state, InvitationState::Misdirected);
    assert_eq!(world.phase(), Phase::ClosedMisdirected, "nobody withdrew anything");
}

#[test]
fn the_company_calls_its_invitation_back_as_long_as_nobody_answered_it() {
    for mut world in [World::invited(), World::confirmed()] {
        assert!(world.sees(Who::Bruna).allowed.iter().any(|name| name == "invitation.call_back"));
        let events = world.does(Who::Bruna, Command::InvitationCallBack {});
        assert_eq!(kinds(&events), ["invitation_called_back", "phase_changed", "case_closed"]);
        assert_eq!(told(&world, &events, Who::Ana), [NoticeKind::InvitationCalledBack]);
        assert!(may_read(&world.case.procedure, &Who::Ana.actor(), events[0].channel, events[0].seq));
        assert_eq!(world.phase(), Phase::ClosedCalledBack);
        assert_eq!(world.refuses(Who::Ana, accept_with(Some(PROOF))), Refusal::CaseClosed);
        assert!(world.sees(Who::Bruna).papers.is_empty() && world.case.procedure.certificates.is_empty());
        world.later(60);
        world.clock_strikes();
        assert_eq!(world.phase(), Phase::ClosedCalledBack);
    }
    // Of a complaint it is the consumer who takes back.
    let mut filed = World::intake();
    assert_eq!(filed.refuses(Who::Bruna, Command::InvitationCallBack {}), Refusal::NotYours);
}

#[test]
fn the_coordinator_admits_a_companys_invitation_by_hand() {
    let mut world = World::empty();
    world.rules.admit_by_rule = false;
    let facts = world.invite(&company_filing()).unwrap();
    world.record(facts);
    assert!(world.view(Who::Ana).is_none(), "nobody was invited yet");
    world.does(Who::Bruna, message(Channel::Joint, "Ainda sem convite."));
    world.does(Who::Coordinator, Command::CaseAdmit {});
    world.does(Who::Ana, confirm());
    assert_eq!(world.sees(Who::Ana).account, Some(account()));
    assert!(!reads(&world).contains(&"message_posted"));
}
