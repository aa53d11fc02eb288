//! Two processes on one PostgreSQL: each is right although the other writes too.

use crate::store::bare::Engine;
use crate::store::bare::on;
use crate::store::fixture::{Fixture, command_id, say};
use acordo::store::{Arrival, Filter, Recorded, StoreError, Watcher};
use acordo_domain::case::command::Command;
use acordo_domain::case::state::Case;
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use std::sync::{Arc, Mutex};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_write_into_one_case_and_nothing_is_lost() {
    on(Engine::Postgres, |database| async move {
        let (here, there) = Fixture::on_two_nodes(&database).await;
        let case = here.mediation().await;
        let before = there.case(case).await.size(Channel::Joint);
        let writers: Vec<_> = [here.clone(), there.clone()]
            .into_iter()
            .map(|fixture| {
                tokio::spawn(async move {
                    let mut written = 0;
                    for turn in 0..25 {
                        // Nobody is told to come back because somebody else types.
                        fixture.done(case, fixture.consumer.id, say(Channel::Joint, &format!("{turn}"))).await;
                        written += 1;
                    }
                    written
                })
            })
            .collect();
        let mut written = 0;
        for writer in writers {
            written += writer.await.unwrap();
        }
        // Who wrote last here hears of what was written there after it.
        for fixture in [&here, &there] {
            let heard = async {
                while fixture.case(case).await.size(Channel::Joint) < before + written {
                    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                }
            };
            tokio::time::timeout(std::time::Duration::from_secs(10), heard).await.expect("events are missing");
            assert_eq!(fixture.case(case).await.size(Channel::Joint), before + written);
            fixture.store.verify_case(case).await.unwrap();
        }
        assert_eq!(here.case(case).await, there.case(case).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_is_verified_while_another_node_writes_into_it() {
    on(Engine::Postgres, |database| async move {
        let (here, there) = Fixture::on_two_nodes(&database).await;
        let case = here.mediation().await;
        let writer = tokio::spawn(async move {
            for turn in 0..200 {
                there.done(case, there.consumer.id, say(Channel::Joint, &format!("{turn}"))).await;
            }
        });
        while !writer.is_finished() {
            here.store.verify_case(case).await.unwrap();
        }
        writer.await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_that_is_behind_looks_before_it_refuses() {
    on(Engine::Postgres, |database| async move {
        let (here, there) = Fixture::on_two_nodes(&database).await;
        let case = here.negotiation().await;
        // This node knows the case as it is now…
        there.case(case).await;
        here.done(case, here.consumer.id, Command::MediatorRequest {}).await;
        here.by_system(case, Command::MediatorAssign { user: here.mediator.id }).await.unwrap();
        // …and would refuse what has become possible since.
        let accept = Command::MediatorAccept { no_conflict: true, disclosure: "O centro me paga.".to_owned() };
        there.done(case, there.mediator.id, accept).await;
        let actor = here.actor(here.mediator.id).await;
        assert_eq!(here.store.view(case, &actor).await.unwrap().capacity, acordo_domain::seat::Capacity::Mediator);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_command_repeated_on_another_node_happens_once() {
    on(Engine::Postgres, |database| async move {
        let (here, there) = Fixture::on_two_nodes(&database).await;
        let case = here.mediation().await;
        let id = crate::store::fixture::command_id();
        there.case(case).await;
        let first = here.does_as(case, here.rep.id, id, say(Channel::Joint, "uma")).await.unwrap();
        let again = there.does_as(case, there.rep.id, id, say(Channel::Joint, "uma")).await.unwrap();
        assert!(again.replayed);
        assert_eq!(first.at, again.at);
    })
    .await;
}

struct Window {
    case: CaseId,
    seen: Mutex<Vec<u64>>,
}

impl Watcher for Window {
    fn committed(&self, case: &Case, events: &[Arc<Recorded>]) {
        if case.id == self.case {
            self.seen.lock().unwrap().extend(events.iter().map(|recorded| recorded.version));
        }
    }
    fn watched(&self) -> Vec<CaseId> {
        vec![self.case]
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_watcher_on_one_node_hears_what_another_commits() {
    on(Engine::Postgres, |database| async move {
        let (here, there) = Fixture::on_two_nodes(&database).await;
        let case = here.mediation().await;
        here.done(case, here.rep.id, say(Channel::Joint, "Bom dia")).await;
        there.case(case).await;
        let window = Arc::new(Window { case, seen: Mutex::default() });
        there.store.on_commit(window.clone());
        let mut told = Vec::new();
        for turn in 0..3 {
            let done = here.done(case, here.rep.id, say(Channel::Joint, &format!("{turn}"))).await;
            told.push(done.events[0].version);
        }
        there.store.catch_up_watched().await.unwrap();
        there.store.catch_up_watched().await.unwrap();
        assert_eq!(*window.seen.lock().unwrap(), told);
    })
    .await;
}

/// Hears of a case that it has in memory, and asks for none.
struct Ear(Window);

impl Watcher for Ear {
    fn committed(&self, case: &Case, events: &[Arc<Recorded>]) {
        self.0.committed(case, events);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hint_brings_what_nobody_asks_for() {
    on(Engine::Postgres, |database| async move {
        let (here, there) = Fixture::on_two_nodes(&database).await;
        let case = here.mediation().await;
        let before = there.case(case).await.size(Channel::Joint);
        let ear = Arc::new(Ear(Window { case, seen: Mutex::default() }));
        there.store.on_commit(ear.clone());
        // Until both know of each other a hint has nobody to go to.
        let mut said = 0;
        while ear.0.seen.lock().unwrap().is_empty() && said < 1_500 {
            here.done(case, here.rep.id, say(Channel::Joint, &format!("{said}"))).await;
            said += 1;
            tokio::time::sleep(std::time::Duration::from_millis(40)).await;
        }
        assert!(said < 1_500, "never heard");
        assert_eq!(there.case(case).await.size(Channel::Joint), before + said);
        there.store.verify_case(case).await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_signed_of_a_channel_never_gets_smaller() {
    on(Engine::Postgres, |database| async move {
        let (here, there) = Fixture::on_two_nodes(&database).await;
        let case = here.mediation().await;
        for turn in 0..5 {
            here.done(case, here.consumer.id, say(Channel::Joint, &format!("{turn}"))).await;
        }
        let size = here.case(case).await.size(Channel::Joint);
        assert_eq!(there.case(case).await.size(Channel::Joint), size);
        let connect = async || {
            let (client, connection) = tokio_postgres::connect(&database.url, tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(connection);
            client
        };
        // Both have read what was signed before, and wait for the row: each signs the same end.
        let (holder, watcher) = (connect().await, connect().await);
        holder.batch_execute("BEGIN; SELECT 1 FROM cases FOR UPDATE").await.unwrap();
        let waiting = async |count: i64| {
            let sql = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() \
                       AND wait_event_type = 'Lock'";
            while watcher.query_one(sql, &[]).await.unwrap().get::<_, i64>(0) < count {
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
        };
        let (first, second) = (here.store.clone(), there.store.clone());
        let first = tokio::spawn(async move { first.sign_checkpoint(case, Channel::Joint).await });
        waiting(1).await;
        let second = tokio::spawn(async move { second.sign_checkpoint(case, Channel::Joint).await });
        waiting(2).await;
        holder.batch_execute("COMMIT").await.unwrap();
        let note = first.await.unwrap().unwrap();
        assert_eq!(second.await.unwrap().unwrap(), note);
        assert_eq!(note.lines().nth(1), Some(size.to_string().as_str()), "{note}");
        let kept = watcher.query_one("SELECT size FROM signed_heads WHERE channel = 'joint'", &[]).await.unwrap();
        assert_eq!(kept.get::<_, i64>(0), size as i64);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signature_forgets_no_command_that_another_node_withdrew() {
    on(Engine::Postgres, |database| async move {
        let (here, there) = Fixture::on_two_nodes(&database).await;
        let case = here.mediation().await;
        here.done(case, here.rep.id, say(Channel::Joint, "Bom dia")).await;
        there.case(case).await;
        let (id, consumer) = (command_id(), here.actor(here.consumer.id).await);
        let withdrawn = there.store.withdraw_command(case, &consumer, id).await.unwrap();
        assert_eq!(withdrawn, Arrival::Withdrawn);
        here.store.sign_checkpoint(case, Channel::Joint).await.unwrap();
        let late = here.does_as(case, here.consumer.id, id, say(Channel::Joint, "Aceito.")).await;
        assert!(matches!(late, Err(StoreError::Withdrawn)), "{late:?}");
        for fixture in [&here, &there] {
            fixture.store.verify_case(case).await.unwrap();
        }
    })
    .await;
}

/// Dates, signatures and withdrawals move no version, and each is seen by whoever appends next.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_node_changed_beside_the_events_stays_changed() {
    on(Engine::Postgres, |database| async move {
        let (here, there) = Fixture::on_two_nodes(&database).await;
        let case = here.mediation().await;
        for fixture in [&here, &there] {
            fixture.done(case, fixture.rep.id, say(Channel::Joint, "Bom dia")).await;
        }
        let consumer = here.actor(here.consumer.id).await;
        for change in ["a date", "a withdrawal", "a signature"] {
            match change {
                "a date" => here.store.put_off(case).await.unwrap(),
                "a withdrawal" => drop(here.store.withdraw_command(case, &consumer, command_id()).await.unwrap()),
                _ => drop(here.store.sign_checkpoint(case, Channel::Joint).await.unwrap()),
            }
            there.done(case, there.consumer.id, say(Channel::Joint, "E então?")).await;
            here.done(case, here.mediator.id, say(Channel::Joint, "Já vejo.")).await;
            database.open().await.verify_case(case).await.unwrap();
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_that_another_node_wrote_are_not_taken_for_ones_own() {
    on(Engine::Postgres, |database| async move {
        let here = Fixture::new(database.open().await).await;
        let case = here.mediation().await;
        here.done(case, here.mediator.id, say(Channel::Joint, "Senhora?")).await;
        here.store.write_lists().await;
        here.done(case, here.consumer.id, say(Channel::Joint, "Pois não.")).await;
        // A process that starts writes what it finds behind.
        let there = Fixture { store: database.open().await, ..here.clone() };
        there.store.write_lists().await;
        here.done(case, here.mediator.id, say(Channel::Joint, "Senhora?")).await;
        here.store.write_lists().await;
        for who in [here.consumer.id, here.rep.id, here.mediator.id] {
            let actor = here.actor(who).await;
            let listed = there.store.rows(&actor, &Filter::default()).await.unwrap().cases.remove(0).turn;
            let shown = here.store.view(case, &actor).await.unwrap().turn;
            assert_eq!((listed.yours, &listed.who, &listed.what), (shown.yours, &shown.who, &shown.what));
        }
    })
    .await;
}
