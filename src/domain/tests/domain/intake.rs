//! Filing, admission, invitation, seats.

use crate::world::*;
use acordo_domain::case::audience::{Shown, may_read, shown};
use acordo_domain::case::command::*;
use acordo_domain::case::event::FactKind;
use acordo_domain::case::owed::Owed;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::show::{Audience, row};
use acordo_domain::phase::Phase;
use acordo_domain::seat::*;
use acordo_domain::view::{TurnFor, TurnOf};

#[test]
fn a_complaint_opens_the_case_and_invites_the_company() {
    let world = World::intake();
    assert_eq!(
        kinds(&world.history),
        [
            "case_filed",
            "rules_accepted",
            "seat_taken",
            "party_identified",
            "complaint_filed",
            "case_admitted",
            "invited"
        ]
    );
    let view = world.sees(Who::Ana);
    assert_eq!(view.phase, Phase::Intake);
    assert_eq!((view.turn.who, view.turn.what), (TurnOf::Company, TurnFor::AnswerInvitation));
    // The ten days for a first reply end before the thirty for the answer, and something happens then too.
    assert_eq!(view.turn.until, view.deadlines.iter().map(|deadline| deadline.due).min());
    assert!(view.writable.contains(&Channel::Joint));
}

#[test]
fn an_invited_company_reads_the_complaint_and_nothing_after_it() {
    let mut world = World::intake();
    world.does(Who::Ana, message(Channel::Joint, "Mando a nota depois."));
    for who in [Who::Bruna, Who::Manager] {
        let view = world.sees(who);
        assert_eq!(view.capacity, Capacity::Invited);
        assert_eq!(view.heads.keys().copied().collect::<Vec<_>>(), [Channel::Procedure, Channel::Joint]);
        assert_eq!(view.heads[&Channel::Joint], 1);
        assert_eq!(view.complaint, world.sees(Who::Ana).complaint);
        assert!(view.complaint.is_some() && view.files.is_empty() && view.writable.is_empty());
        let row = row(&world.case, Audience::Invited, &world.rules, world.now).unwrap();
        assert_eq!(row.subject, view.complaint.map(|complaint| complaint.product));
        let filed = |seq| may_read(&world.case.procedure, &who.actor(), Channel::Joint, seq);
        assert_eq!((filed(1), filed(2)), (true, false));
        // What identifies the consumer before the state is for those who take part.
        let kind = FactKind::ComplaintFiled;
        assert_eq!(shown(&world.case, &who.actor(), Channel::Joint, 1, kind), Shown::WithoutIdentifier);
        assert_eq!(shown(&world.case, &Who::Ana.actor(), Channel::Joint, 1, kind), Shown::Whole);
        assert!(view.turn.yours && view.parties.is_empty());
        assert_eq!(view.allowed, ["invitation.accept", "invitation.refuse"]);
    }
    for who in [Who::OtherRep, Who::Stranger, Who::Viewer, Who::Mediator, Who::Ombudsman] {
        assert!(world.view(who).is_none(), "{who:?}");
    }
}

#[test]
fn accepting_the_invitation_takes_the_seat_and_begins_the_negotiation() {
    let world = World::negotiation();
    assert_eq!(world.phase(), Phase::Negotiation);
    let view = world.sees(Who::Bruna);
    assert_eq!((view.capacity, view.side), (Capacity::Company, Some(Side::Company)));
    assert!(view.heads.contains_key(&Channel::Joint));
    assert!(view.turn.yours, "the company has not replied yet");
    assert_eq!(world.sees(Who::Manager).capacity, Capacity::Approver);
}

#[test]
fn a_refusal_counts_at_once_and_is_undone_by_accepting_for_thirty_days() {
    let mut world = World::intake();
    let events = world.does(Who::Bruna, Command::InvitationRefuse {});
    assert_eq!(kinds(&events), ["invitation_refused", "phase_changed", "case_closed", "certificate_made"]);
    assert!(world.owes(&events).contains(&Owed::Paper { paper: PaperKind::Certificate, number: 1 }), "on the same day");
    assert_eq!(world.phase(), Phase::ClosedRefused);
    assert!(world.sees(Who::Ana).closed_at.is_some());
    let accept = Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: None };
    let mut other = world.clone();
    other.later(25);
    assert!(other.sees(Who::Bruna).invitation.unwrap().back_until.unwrap() > other.now);
    assert!(other.sees(Who::Manager).allowed.contains(&"invitation.accept".to_owned()));
    other.does(Who::Manager, accept.clone());
    assert_eq!((other.phase(), other.sees(Who::Ana).closed_at), (Phase::Negotiation, None));
    other.clock_strikes();
    assert_eq!(other.phase(), Phase::Negotiation, "nothing that ran before counts");
    world.later(40);
    assert_eq!(world.refuses(Who::Manager, accept), Refusal::InvitationNotOpen);
    // As after a silence, the consumer may go to the operator's ombudsman, however late it is.
    let refused = Command::CaseEscalate { ground: EscalationGround::ProposalsRefused };
    assert_eq!(world.refuses(Who::Ana, refused), Refusal::GroundNotAllowed);
    world.does(Who::Ana, Command::CaseEscalate { ground: EscalationGround::InvitationRefused });
    assert_eq!(world.phase(), Phase::EscalatedOmbudsman);
    // A company that changes its mind while an officer has the case answers there.
    world.does(Who::Bruna, Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: None });
    assert_eq!(world.phase(), Phase::EscalatedOmbudsman);
}

#[test]
fn a_case_that_the_operator_refused_is_not_taken_up_by_the_parties() {
    let mut world = World::waiting_to_be_admitted();
    world.does(Who::Coordinator, Command::CaseRefuse { ground: RefuseGround::InCourt });
    let accept = Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: None };
    // Nobody at the company was invited, so for them there is no case.
    assert_eq!(world.refuses(Who::Bruna, accept), Refusal::NoCapacity);
    let escalate = Command::CaseEscalate { ground: EscalationGround::InvitationRefused };
    assert_eq!(world.refuses(Who::Ana, escalate), Refusal::CaseClosed);
}

#[test]
fn without_a_rule_that_admits_a_coordinator_does() {
    let mut world = World::empty();
    world.rules.admit_by_rule = false;
    let facts = world.file(&filing()).unwrap();
    world.record(facts);
    assert!(world.view(Who::Bruna).is_none(), "nobody was invited yet");
    assert!(world.sees(Who::Coordinator).turn.yours);
    world.does(Who::Coordinator, Command::CaseAdmit {});
    assert!(world.view(Who::Bruna).is_some());
    assert_eq!(world.refuses(Who::Coordinator, Command::CaseAdmit {}), Refusal::AlreadyAdmitted);
}

#[test]
fn a_company_may_file_and_then_the_consumer_is_invited() {
    let mut world = World::invited();
    assert_eq!(
        kinds(&world.history),
        ["case_filed", "rules_accepted", "seat_taken", "account_given", "case_admitted", "invited"]
    );
    assert_eq!(world.sees(Who::Ana).capacity, Capacity::Invited);
    assert_eq!(world.sees(Who::Bruna).capacity, Capacity::Company);
    let accept = accept_with(Some(PROOF));
    assert_eq!(world.refuses(Who::Carlos, accept.clone()), Refusal::OtherSide);
    assert_eq!(world.refuses(Who::Bruna, accept.clone()), Refusal::OtherSide);
    let events = world.does(Who::Ana, accept);
    assert_eq!(
        kinds(&events),
        [
            "addressee_confirmed",
            "invitation_accepted",
            "rules_accepted",
            "seat_taken",
            "complaint_filed",
            "phase_changed"
        ]
    );
    assert_eq!(world.phase(), Phase::Negotiation);
    assert_eq!(world.sees(Who::Ana).capacity, Capacity::Consumer);
    // Where the company began, its account came first: that is what a colleague without the seat reads.
    let colleague = world.sees(Who::Carlos);
    assert_eq!((colleague.capacity, colleague.heads[&Channel::Joint]), (Capacity::Invited, 1));
    assert_eq!((colleague.account, colleague.complaint), (Some(account()), None));
    assert!(world.sees(Who::Bruna).complaint.is_some());
}

#[test]
fn a_colleague_joins_the_seat_and_a_handed_over_seat_reads_nothing_more() {
    let mut world = World::negotiation();
    world.does(Who::Carlos, Command::SeatJoin {});
    assert_eq!(world.sees(Who::Carlos).capacity, Capacity::Company);
    world.does(
        Who::Carlos,
        Command::SeatHandOver {
            to: Who::Manager.id(),
            note: "Cliente quer o reembolso.".into(),
            reason: HandOverReason::Authority,
        },
    );
    let former = world.sees(Who::Carlos);
    assert_eq!(former.capacity, Capacity::Invited);
    assert_eq!(former.heads.keys().copied().collect::<Vec<_>>(), [Channel::Procedure, Channel::Joint]);
    assert_eq!(former.heads[&Channel::Joint], 1, "the complaint, and no word after it");
    assert_eq!(world.sees(Who::Manager).capacity, Capacity::Company);
    assert_eq!(world.case.size(Channel::Internal), 1);
}

#[test]
fn a_member_removed_by_the_company_loses_the_seat_at_once() {
    let world = World::negotiation();
    let gone = Actor::Person { person: Who::Bruna.person(), memberships: vec![] };
    assert!(acordo_domain::case::show::view(&world.case, &gone, &world.rules, world.now).is_none());
}

#[test]
fn a_person_stands_on_one_side_only() {
    let mut world = World::intake();
    let ana_works_there = Actor::Person { person: Who::Ana.person(), memberships: Who::Bruna.memberships() };
    let accept = crate::world::accept();
    let refused = world.asks(&ana_works_there, &accept, world.now).unwrap_err();
    assert_eq!(refused.code, Refusal::OtherSide);
    world.does(Who::Bruna, accept);
    let refused = world.asks(&ana_works_there, &Command::SeatJoin {}, world.now).unwrap_err();
    assert_eq!(refused.code, Refusal::NotYours);
}

#[test]
fn the_consumer_may_withdraw_at_any_time_before_the_signatures() {
    for mut world in [World::intake(), World::negotiation(), World::mediation(), World::drafted(), World::escalated()] {
        let events = world.does(Who::Ana, Command::CaseWithdraw {});
        assert_eq!(kinds(&events)[0], "case_withdrawn");
        assert_eq!(world.phase(), Phase::ClosedWithdrawn);
        assert_eq!(world.refuses(Who::Ana, message(Channel::Joint, "Oi")), Refusal::CaseClosed);
        assert!(world.sees(Who::Ana).writable.is_empty());
    }
}
