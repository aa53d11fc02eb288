//! Whoever is responsible for an organisation's people lists and removes them; their cases then ask for somebody else.

use crate::support::app::TestApp;
use crate::support::on_both;
use crate::support::person::{Reply, TestPerson};
use acordo::identity::staff;
use acordo::store::accounts::{NewOrganisation, Organisation};
use acordo_domain::case::command::Trade;
use acordo_domain::id::CaseId;
use acordo_domain::seat::{OrganisationKind, Role, Seat};
use reqwest::Method;
use serde_json::json;

on_both! {
    a_manager_lists_the_people_and_lets_one_go_whose_cases_ask_for_another,
    to_everybody_else_there_is_no_such_page,
    the_last_manager_stays_until_there_is_another,
    an_admin_answers_for_the_operator_s_people_alone,
    a_member_who_keeps_another_role_for_the_seat_keeps_the_seat,
    a_disabled_user_holds_no_seat,
    a_mediator_who_is_let_go_holds_no_seat_even_when_taken_on_again,
    the_entry_of_an_officer_who_is_removed_goes_back_to_the_queue,
    a_coordinator_sees_what_each_mediator_has_in_hand,
}

async fn manager(app: &TestApp) -> TestPerson {
    app.member("Gil Gestor", &app.company, Role::Manager).await
}

async fn lets_go(who: &TestPerson, organisation: &Organisation, user: &TestPerson, role: &str) -> Reply {
    let path = format!("organisations/{}/members/{}?role={role}", organisation.id, user.id);
    TestPerson::send(who.request(Method::DELETE, &path)).await
}

async fn sits(app: &TestApp, case: CaseId, user: &TestPerson) -> bool {
    let case = app.running.state.store.case(case).await.unwrap();
    case.procedure.holders(Seat::Company).any(|tenure| tenure.person.id == user.id)
}

async fn a_manager_lists_the_people_and_lets_one_go_whose_cases_ask_for_another(app: &TestApp) {
    let (case, _, rep) = app.negotiation().await;
    let manager = manager(app).await;
    let path = format!("organisations/{}/members", app.company.id);
    let listed = manager.get(&path).await.is(200).clone();
    let names: Vec<&str> =
        listed["members"].as_array().unwrap().iter().map(|member| member["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Gil Gestor", "Rita Rep"]);
    lets_go(&manager, &app.company, &rep, "rep").await.is(204);
    let folded = app.running.state.store.case(case).await.unwrap();
    assert!(folded.procedure.awaited.is_some() && !folded.procedure.holds(Seat::Company));
    assert_eq!(manager.get(&path).await.is(200)["members"].as_array().unwrap().len(), 1);
    // The second time there is nobody left to remove.
    lets_go(&manager, &app.company, &rep, "rep").await.is(404);
}

async fn to_everybody_else_there_is_no_such_page(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let new = NewOrganisation { kind: OrganisationKind::Company, name: "Loja Umbu".to_owned(), trade: Trade::Retail };
    let other = app.running.state.store.accounts().add_organisation(&new).await.unwrap();
    let stranger = app.member("Sara Outra", &other, Role::Manager).await;
    let path = format!("organisations/{}/members", app.company.id);
    for who in [&consumer, &rep, &stranger, &app.coordinator().await] {
        who.get(&path).await.is(404);
        lets_go(who, &app.company, &rep, "rep").await.is(404);
    }
    app.nobody().get(&path).await.is(401);
    lets_go(&manager(app).await, &app.company, &rep, "king").await.is(400);
    assert!(sits(app, case, &rep).await);
}

async fn the_last_manager_stays_until_there_is_another(app: &TestApp) {
    let new =
        NewOrganisation { kind: OrganisationKind::Company, name: "Loja Sozinha".to_owned(), trade: Trade::Retail };
    let house = app.running.state.store.accounts().add_organisation(&new).await.unwrap();
    let alone = app.member("Ida Sozinha", &house, Role::Manager).await;
    let refused = lets_go(&alone, &house, &alone, "manager").await;
    assert_eq!(refused.is(409)["code"], "last_manager");
    let email = app.running.state.store.accounts().user(alone.id).await.unwrap().unwrap().email;
    let by_hand = staff::remove_role(&app.running.state.store, &email, Role::Manager, "loja sozinha").await;
    assert!(by_hand.unwrap_err().to_string().contains("somebody else"));
    let second = app.member("Ari Segundo", &house, Role::Manager).await;
    lets_go(&alone, &house, &alone, "manager").await.is(204);
    lets_go(&second, &house, &second, "manager").await.is(409);
}

async fn an_admin_answers_for_the_operator_s_people_alone(app: &TestApp) {
    let (admin, mediator) = (app.member("Ada Admin", &app.operator, Role::Admin).await, app.mediator().await);
    let rep = app.rep().await;
    lets_go(&admin, &app.company, &rep, "rep").await.is(404);
    lets_go(&admin, &app.operator, &mediator, "mediator").await.is(204);
    let list = admin.get(&format!("organisations/{}/members", app.operator.id)).await;
    assert_eq!(list.is(200)["members"].as_array().unwrap().len(), 1);
}

async fn a_member_who_keeps_another_role_for_the_seat_keeps_the_seat(app: &TestApp) {
    let (case, _, rep) = app.negotiation().await;
    let store = &app.running.state.store;
    manager(app).await;
    store.accounts().add_member(app.company.id, rep.id, Role::Manager).await.unwrap();
    let email = store.accounts().user(rep.id).await.unwrap().unwrap().email;
    assert!(staff::remove_role(store, &email, Role::Rep, "loja ipê").await.unwrap());
    assert!(sits(app, case, &rep).await);
    assert!(staff::remove_role(store, &email, Role::Manager, "loja ipê").await.unwrap());
    assert!(!sits(app, case, &rep).await);
    // The name of an organisation that nobody knows is refused, not ignored.
    assert!(staff::remove_role(store, &email, Role::Rep, "Loja Nenhuma").await.is_err());
}

async fn a_disabled_user_holds_no_seat(app: &TestApp) {
    let (case, _, rep) = app.negotiation().await;
    let store = &app.running.state.store;
    let email = store.accounts().user(rep.id).await.unwrap().unwrap().email;
    staff::set_disabled(store, &email, true).await.unwrap();
    assert!(!sits(app, case, &rep).await);
}

async fn a_mediator_who_is_let_go_holds_no_seat_even_when_taken_on_again(app: &TestApp) {
    let story = app.mediation().await;
    let store = &app.running.state.store;
    let admin = app.member("Ada Admin", &app.operator, Role::Admin).await;
    // Losing another role does not touch the seat.
    store.accounts().add_member(app.operator.id, story.mediator.id, Role::Auditor).await.unwrap();
    lets_go(&admin, &app.operator, &story.mediator, "auditor").await.is(204);
    assert!(store.case(story.case).await.unwrap().procedure.holds(Seat::Mediator));
    lets_go(&admin, &app.operator, &story.mediator, "mediator").await.is(204);
    assert!(!store.case(story.case).await.unwrap().procedure.holds(Seat::Mediator));
    store.accounts().add_member(app.operator.id, story.mediator.id, Role::Mediator).await.unwrap();
    story.mediator.get(&format!("cases/{}", story.case)).await.is(404);
}

async fn the_entry_of_an_officer_who_is_removed_goes_back_to_the_queue(app: &TestApp) {
    let story = app.mediation().await;
    let admin = app.member("Ada Admin", &app.operator, Role::Admin).await;
    let officers = [
        app.member("Olga Ouvidora", &app.operator, Role::Ombudsman).await,
        app.member("Otto Ouvidor", &app.operator, Role::Ombudsman).await,
    ];
    let impasse = json!({"type": "impasse.declare", "ground": "no_agreement"});
    story.mediator.does(story.case, impasse).await.is(200);
    officers[0].does(story.case, json!({"type": "escalation.claim"})).await.is(200);
    lets_go(&admin, &app.operator, &officers[0], "ombudsman").await.is(204);
    let folded = app.running.state.store.case(story.case).await.unwrap();
    let entry = folded.procedure.open_entry().unwrap();
    assert!(entry.officer.is_none() && !folded.procedure.holds(Seat::Ombudsman));
    officers[1].does(story.case, json!({"type": "escalation.claim"})).await.is(200);
}

async fn a_coordinator_sees_what_each_mediator_has_in_hand(app: &TestApp) {
    let coordinator = app.coordinator().await;
    let story = app.mediation().await;
    let free = app.mediator().await;
    let path = format!("organisations/{}/mediators", app.operator.id);
    let listed = coordinator.get(&path).await.is(200).clone();
    let load = |person: &TestPerson| {
        let mediators = listed["mediators"].as_array().unwrap();
        mediators.iter().find(|one| one["user"] == json!(person.id)).unwrap()["open_cases"].clone()
    };
    assert_eq!((load(&story.mediator), load(&free)), (json!(1), json!(0)));
    // Whom a coordinator may name in the mediator's place is told with the same figure.
    let offered = coordinator.get(&format!("cases/{}/candidates?for=mediator.replace", story.case)).await;
    let people = offered.is(200)["people"].as_array().unwrap().clone();
    assert_eq!(people.iter().map(|one| &one["open_cases"]).collect::<Vec<_>>(), [&json!(0)]);
    // How much a mediator has in hand is the coordination's alone.
    for other in [&story.mediator, &story.consumer, &story.rep] {
        other.get(&path).await.is(404);
    }
    coordinator.get(&format!("organisations/{}/mediators", app.company.id)).await.is(404);
}
