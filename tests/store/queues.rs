//! Queues and dates: who lists what in which order, one winner per race, no date lost or doubled.

use crate::store::bare::{Engine, on, on_both};
use crate::store::fixture::{Fixture, person};
use acordo::store::accounts::User;
use acordo::store::{Store, StoreError};
use acordo_domain::case::command::{ClosingOutcome, Command, ImpasseGround, Priority};
use acordo_domain::case::event::Fact;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::{EntryState, InvitationState};
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::moment::DAY_MILLIS;
use acordo_domain::phase::Phase;
use acordo_domain::rules::DeadlineRule;
use acordo_domain::seat::{Capacity, Channel, Role};
use acordo_domain::terms::{Due, DueAfter, Obligation, ObligationKind, Terms};
use std::collections::BTreeMap;
use std::time::Duration;

async fn officer(fixture: &Fixture, name: &str) -> User {
    let user = person(&fixture.store, name).await;
    fixture.store.accounts().add_member(fixture.operator.id, user.id, Role::Ombudsman).await.unwrap();
    user
}

async fn impasse(fixture: &Fixture) -> CaseId {
    let case = fixture.mediation().await;
    fixture.done(case, fixture.mediator.id, Command::ImpasseDeclare { ground: ImpasseGround::NoAgreement }).await;
    case
}

/// Runs all of them at once; a command that loses three times in a row is sent again until it is answered.
async fn race(
    case: CaseId,
    commands: impl Iterator<Item = (&Fixture, UserId, Command)>,
) -> Vec<Result<acordo::store::Done, StoreError>> {
    let running: Vec<_> = commands
        .map(|(fixture, who, command)| {
            let fixture = fixture.clone();
            tokio::spawn(async move {
                loop {
                    match fixture.does(case, who, command.clone()).await {
                        Err(StoreError::Busy) => {}
                        answer => return answer,
                    }
                }
            })
        })
        .collect();
    let mut answers = Vec::with_capacity(running.len());
    for one in running {
        answers.push(one.await.unwrap());
    }
    answers
}

fn won(answers: &[Result<acordo::store::Done, StoreError>]) -> usize {
    answers.iter().filter(|answer| answer.is_ok()).count()
}

on_both! {
    async fn a_team_lists_its_queue_in_the_order_in_which_it_is_served(database) {
        let fixture = Fixture::new(database.open().await).await;
        let olga = officer(&fixture, "Olga Paz").await;
        let (old, young) = (impasse(&fixture).await, impasse(&fixture).await);
        let listed = || async {
            let rows = fixture.store.queue(olga.id, fixture.operator.id, Role::Ombudsman, None, 500).await.unwrap().rows;
            rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
        };
        assert_eq!(listed().await, [old, young]);
        fixture.done(young, olga.id, Command::EscalationPrioritise { priority: Priority::Urgent }).await;
        assert_eq!(listed().await, [young, old]);
        fixture.done(old, olga.id, Command::EscalationClaim {}).await;
        let rows = fixture.store.queue(olga.id, fixture.operator.id, Role::Ombudsman, None, 500).await.unwrap().rows;
        let mine = rows.iter().find(|row| row.id == old).unwrap();
        assert_eq!(mine.capacity, Capacity::Ombudsman);
        assert_eq!(mine.entry.as_ref().unwrap().state, EntryState::Claimed);
        // What was said in the room is in no row of a queue.
        assert!(rows.iter().all(|row| row.subject.is_none()));
        // Neither another organisation's team nor another team of this one lists any of it.
        let legal = fixture.store.queue(olga.id, fixture.operator.id, Role::Legal, None, 500).await.unwrap().rows;
        let other = fixture.store.queue(olga.id, fixture.company.id, Role::Ombudsman, None, 500).await.unwrap().rows;
        assert!(legal.is_empty() && other.is_empty());
    }

    async fn the_companys_own_ombudsman_comes_first_where_there_is_one(database) {
        let fixture = Fixture::new(database.open().await).await;
        let own = person(&fixture.store, "Otília Ramos").await;
        fixture.store.accounts().add_member(fixture.company.id, own.id, Role::Ombudsman).await.unwrap();
        let case = impasse(&fixture).await;
        let entry = fixture.case(case).await.procedure.entries[0].clone();
        assert_eq!(entry.organisation, fixture.company.id);
        let board = || async { fixture.store.queue(own.id, fixture.company.id, Role::Ombudsman, None, 500).await.unwrap().rows.len() };
        assert_eq!(board().await, 1);
        fixture.done(case, own.id, Command::EscalationClaim {}).await;
        assert_eq!(board().await, 1);
        // Once passed on, it is on the next team's board only; a process that has just started knows that too.
        let olga = officer(&fixture, "Olga Paz").await;
        let fixture = fixture.restarted(&database).await;
        let board = || async { fixture.store.queue(own.id, fixture.company.id, Role::Ombudsman, None, 500).await.unwrap().rows.len() };
        fixture.done(case, own.id, Command::EscalationClose { outcome: ClosingOutcome::FinalAnswer, reasons: "Já foi pago.".into() }).await;
        assert_eq!(board().await, 0);
        assert_eq!(fixture.store.queue(olga.id, fixture.operator.id, Role::Ombudsman, None, 500).await.unwrap().rows.len(), 1);
    }

    async fn every_date_strikes_once_although_its_clocks_are_killed_again_and_again(database) {
        let fixture = Fixture::new(database.open().await).await;
        officer(&fixture, "Olga Paz").await;
        let mut cases = Vec::new();
        for _ in 0..4 {
            cases.push(fixture.file().await);
            cases.push(fixture.negotiation().await);
        }
        for day in 0..36u64 {
            database.clock.advance_millis(DAY_MILLIS);
            // Two clocks at once, both stopped midway; then one that finishes.
            let clocks: Vec<_> = (0..2).map(|_| tokio::spawn(strike_all(fixture.store.clone()))).collect();
            for clock in &clocks {
                for _ in 0..(day * 7 % 5) {
                    tokio::task::yield_now().await;
                }
                clock.abort();
            }
            for clock in clocks {
                let _ = clock.await;
            }
            strike_all(fixture.store.clone()).await;
        }
        for case in cases {
            let folded = fixture.case(case).await;
            fixture.store.verify_case(case).await.unwrap();
            let mut told: BTreeMap<(DeadlineRule, Option<u32>, String, u8), u32> = BTreeMap::new();
            for given in folded.procedure.reminded.iter().chain(&folded.joint().reminded) {
                *told.entry((given.rule, given.number, given.due.to_string(), given.nth)).or_default() += 1;
            }
            assert!(told.len() >= 3, "{told:?}");
            assert!(told.values().all(|times| *times == 1), "{told:?}");
            assert_eq!(folded.procedure.entries.len(), 1, "a silent company is escalated once");
            let invited = folded.procedure.rules_accepted.company;
            let lapsed = folded.procedure.invitation.as_ref().map(|invitation| invitation.state);
            assert_eq!(lapsed == Some(InvitationState::Lapsed), !invited);
            assert_eq!(folded.phase(), Phase::EscalatedOmbudsman, "an entry outlives the lapse of the invitation");
        }
    }
}

/// What a process's worker does about due dates, until nothing is due.
async fn strike_all(store: Store) {
    let struck = async {
        while store.is_any_due().await.unwrap() {
            acordo::jobs::dates::strike(&store, store.now()).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), struck).await.expect("a date never strikes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_five_hundred_racing_claims_over_two_nodes_one_wins_and_so_twenty_times() {
    on(Engine::Postgres, |database| async move {
        let (here, there) = Fixture::on_two_nodes(&database).await;
        let mut team = Vec::new();
        for at in 0..25 {
            team.push(officer(&here, &format!("Olga {at}")).await);
        }
        for round in 0..20 {
            let case = impasse(&here).await;
            // Everybody presses twenty times, and each press is a command of its own.
            let claims = std::iter::repeat_n(&team, 20).flatten().enumerate().map(|(at, user)| {
                (if (at + round) % 2 == 0 { &here } else { &there }, user.id, Command::EscalationClaim {})
            });
            let answers = race(case, claims).await;
            assert_eq!((answers.len(), won(&answers)), (500, 1));
            let told = |answer: &Result<_, StoreError>| match answer {
                Ok(_) => true,
                Err(StoreError::Refused(refused)) => refused.code == Refusal::EntryClaimed,
                Err(_) => false,
            };
            assert!(answers.iter().all(told), "who lost is told why");
            let procedure = here.case(case).await.procedure;
            assert_eq!(procedure.entries[0].officer, there.case(case).await.procedure.entries[0].officer);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_five_hundred_racing_acceptances_and_withdrawals_over_two_nodes_one_wins_and_so_twenty_times() {
    on(Engine::Postgres, |database| async move {
        let (here, there) = Fixture::on_two_nodes(&database).await;
        for round in 0..20 {
            let case = here.negotiation().await;
            let terms = Terms {
                obligations: vec![Obligation {
                    kind: ObligationKind::Apologise,
                    debtor: acordo_domain::seat::Side::Company,
                    money: None,
                    due: Due::After(DueAfter { days_after_signature: 5, working_days: true }),
                    description: None,
                }],
                clauses: vec![],
                chosen: vec![],
            };
            let make = Command::ProposalMake {
                channel: Channel::Joint,
                terms,
                note: None,
                valid_days: None,
                valid_until: None,
                answers: None,
            };
            let made = here.done(case, here.rep.id, make).await;
            let hash = made.events.iter().find_map(|recorded| match &recorded.event.fact {
                Some(Fact::ProposalMade { terms_hash, .. }) => Some(terms_hash.clone()),
                _ => None,
            });
            let (one, two) = if round % 2 == 0 { (here.clone(), there.clone()) } else { (there.clone(), here.clone()) };
            let accept = Command::ProposalAccept { channel: Channel::Joint, number: 1, terms_hash: hash.unwrap() };
            let withdraw = Command::ProposalWithdraw { channel: Channel::Joint, number: 1 };
            let both = [(&one, here.consumer.id, accept), (&two, here.rep.id, withdraw)];
            let told = race(case, std::iter::repeat_n(both, 250).flatten()).await;
            assert_eq!((told.len(), won(&told)), (500, 1));
            assert_eq!(here.case(case).await, there.case(case).await);
            here.store.verify_case(case).await.unwrap();
        }
    })
    .await;
}
