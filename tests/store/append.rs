//! Events have one order, a race one winner, a command one append; nothing is answered before it is durable.

use crate::store::bare::{count, on_both};
use crate::store::fixture::{Fixture, command_id, say};
use acordo::store::{Arrival, Recorded, StoreError, Watcher};
use acordo_domain::case::command::Command;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::Case;
use acordo_domain::seat::Channel;
use std::sync::{Arc, Mutex};

#[derive(Default)]
struct Heard(Mutex<Vec<u64>>);

impl Watcher for Heard {
    fn committed(&self, _: &Case, events: &[Arc<Recorded>]) {
        self.0.lock().unwrap().extend(events.iter().map(|recorded| recorded.version));
    }
}

on_both! {
    async fn of_sixteen_who_accept_the_invitation_one_succeeds(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.file().await;
        let racers: Vec<_> = (0..16)
            .map(|racer| {
                let fixture = fixture.clone();
                let who = if racer % 2 == 0 { fixture.rep.id } else { fixture.manager.id };
                let command = Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: None };
                tokio::spawn(async move { fixture.does(case, who, command).await })
            })
            .collect();
        let mut won = 0;
        for racer in racers {
            match racer.await.unwrap() {
                Ok(_) => won += 1,
                Err(StoreError::Refused(_)) => {}
                Err(other) => panic!("{other}"),
            }
        }
        assert_eq!(won, 1);
        fixture.store.verify_case(case).await.unwrap();
    }

    async fn a_channel_is_read_whole_while_it_grows(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let writer = fixture.clone();
        let writing = tokio::spawn(async move {
            for turn in 0..200 {
                writer.done(case, writer.consumer.id, say(Channel::Joint, &format!("mensagem {turn}"))).await;
            }
        });
        let mut read = 0;
        while !writing.is_finished() {
            let now = fixture.store.whole_channel(case, Channel::Joint).await.unwrap().len();
            assert!(now >= read);
            read = now;
        }
        writing.await.unwrap();
    }

    async fn somebody_without_a_part_in_the_case_takes_nothing_back(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let stranger = crate::store::fixture::person(&fixture.store, "Zoé Alves").await;
        let moved = "SELECT withdrawals AS count FROM cases";
        for (who, withdrawals) in [(stranger.id, 0), (fixture.consumer.id, 1), (fixture.rep.id, 2)] {
            let actor = fixture.actor(who).await;
            let answer = fixture.store.withdraw_command(case, &actor, command_id()).await.unwrap();
            assert_eq!(answer, Arrival::Withdrawn, "whoever asks is told the same");
            assert_eq!(count(&database, moved).await, withdrawals);
        }
        let actor = fixture.actor(stranger.id).await;
        let nowhere = acordo_domain::id::CaseId(uuid::Uuid::now_v7());
        let answer = fixture.store.withdraw_command(nowhere, &actor, command_id()).await.unwrap();
        assert_eq!(answer, Arrival::Withdrawn, "whether there is such a case is not told");
    }

    async fn messages_of_many_at_once_get_every_number_once(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        // A side's first words are an event of the procedure as well.
        for who in [fixture.consumer.id, fixture.rep.id] {
            fixture.done(case, who, say(Channel::Joint, "Bom dia")).await;
        }
        let heard = Arc::new(Heard::default());
        fixture.store.on_commit(heard.clone());
        let before = fixture.case(case).await.size(Channel::Joint);
        let writers: Vec<_> = (0..60)
            .map(|turn| {
                let fixture = fixture.clone();
                let who = [fixture.consumer.id, fixture.rep.id, fixture.mediator.id][turn % 3];
                tokio::spawn(async move {
                    fixture.done(case, who, say(Channel::Joint, &format!("mensagem {turn}"))).await.at[&Channel::Joint]
                })
            })
            .collect();
        let mut numbers = Vec::new();
        for writer in writers {
            numbers.push(writer.await.unwrap());
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (before + 1..=before + 60).collect::<Vec<_>>());
        let heard = heard.0.lock().unwrap().clone();
        assert_eq!(heard.len(), 60);
        assert!(heard.is_sorted(), "watchers hear in the order of the case");
        fixture.store.verify_case(case).await.unwrap();
    }

    async fn an_answered_command_is_visible_to_another_connection(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        for turn in 0..5_i64 {
            let before = count(&database, "SELECT count(*) AS count FROM events WHERE kind = 'message_posted'").await;
            assert_eq!(before, turn);
            fixture.done(case, fixture.consumer.id, say(Channel::Joint, "Bom dia")).await;
            let after = count(&database, "SELECT count(*) AS count FROM events WHERE kind = 'message_posted'").await;
            assert_eq!(after, turn + 1);
            let told = count(
                &database,
                "SELECT count(*) AS count FROM events WHERE seq = (SELECT max(seq) FROM events WHERE channel = 'joint') AND channel = 'joint' AND author IS NOT NULL AND content IS NOT NULL AND key_id IS NULL",
            )
            .await;
            assert_eq!(told, 1, "author and content");
        }
    }

    async fn a_command_sent_twice_happens_once_and_answers_the_same(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let id = command_id();
        let first = fixture.does_as(case, fixture.rep.id, id, say(Channel::Joint, "Uma vez")).await.unwrap();
        let second = fixture.does_as(case, fixture.rep.id, id, say(Channel::Joint, "Uma vez")).await.unwrap();
        assert!(!first.replayed && second.replayed);
        assert_eq!(first.at, second.at);
        assert_eq!(first.events[0].wire, second.events[0].wire);
        // The same holds when the case has gone cold and another process answers.
        let size = fixture.case(case).await.size(Channel::Joint);
        let fixture = fixture.restarted(&database).await;
        let third = fixture.does_as(case, fixture.rep.id, id, say(Channel::Joint, "Uma vez")).await.unwrap();
        assert!(third.replayed);
        assert_eq!(third.at, second.at);
        assert_eq!(fixture.case(case).await.size(Channel::Joint), size);
    }

    async fn a_command_that_is_refused_the_second_time_because_it_was_done_answers_the_first(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.file().await;
        let id = command_id();
        let accept = || Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: None };
        let first = fixture.does_as(case, fixture.rep.id, id, accept()).await.unwrap();
        // So many others that only the database still knows the first one.
        for turn in 0..40 {
            fixture.done(case, fixture.rep.id, say(Channel::Joint, &format!("{turn}"))).await;
        }
        let again = fixture.does_as(case, fixture.rep.id, id, accept()).await.unwrap();
        assert!(again.replayed);
        assert_eq!(first.at, again.at);
        let fresh = fixture.does(case, fixture.rep.id, accept()).await.unwrap_err();
        assert!(matches!(fresh, StoreError::Refused(_)), "{fresh}");
    }

    async fn racing_copies_of_one_command_happen_once(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let other = fixture.mediation().await;
        let id = command_id();
        let before = fixture.case(case).await.size(Channel::Joint);
        let racers: Vec<_> = (0..12)
            .map(|turn| {
                let fixture = fixture.clone();
                tokio::spawn(async move {
                    if turn % 3 == 2 {
                        // Neighbours in the same batch are unaffected.
                        fixture.does(other, fixture.consumer.id, say(Channel::Joint, "vizinha")).await.map(|_| None)
                    } else {
                        fixture.does_as(case, fixture.consumer.id, id, say(Channel::Joint, "Uma vez")).await.map(Some)
                    }
                })
            })
            .collect();
        let mut fresh = 0;
        for racer in racers {
            if let Some(done) = racer.await.unwrap().unwrap() {
                fresh += u32::from(!done.replayed);
            }
        }
        assert_eq!(fresh, 1);
        assert_eq!(fixture.case(case).await.size(Channel::Joint), before + 1);
        fixture.store.verify_case(case).await.unwrap();
        fixture.store.verify_case(other).await.unwrap();
    }

    async fn the_same_id_with_another_body_is_refused(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let other = fixture.mediation().await;
        let id = command_id();
        fixture.does_as(case, fixture.rep.id, id, say(Channel::Joint, "Uma")).await.unwrap();
        let another = fixture.does_as(case, fixture.rep.id, id, say(Channel::Joint, "Outra")).await;
        assert_eq!(another.unwrap_err(), StoreError::IdReused);
        // In another case, or from another person, it is another command.
        assert!(!fixture.does_as(other, fixture.rep.id, id, say(Channel::Joint, "Uma")).await.unwrap().replayed);
        fixture.does_as(case, fixture.consumer.id, id, say(Channel::Joint, "Outra")).await.unwrap();
    }

    async fn filing_twice_with_one_id_makes_one_case(database) {
        let fixture = Fixture::new(database.open().await).await;
        let id = command_id();
        let (first, second) = (fixture.filing().await, fixture.filing().await);
        let done = fixture.store.file(first.clone(), id, Default::default()).await.unwrap();
        let again = fixture.store.file(second, id, Default::default()).await.unwrap();
        assert!(again.replayed);
        assert_eq!(done.at, again.at);
        assert_eq!(again.events[0].case, first.case);
        let mut other = fixture.filing().await;
        other.complaint.story = "Outra história.".to_owned();
        assert_eq!(fixture.store.file(other, id, Default::default()).await.unwrap_err(), StoreError::IdReused);
        assert_eq!(count(&database, "SELECT count(*) AS count FROM cases").await, 1);
    }

    async fn a_reference_that_is_taken_is_drawn_again(database) {
        let fixture = Fixture::new(database.open().await).await;
        let (first, mut second) = (fixture.filing().await, fixture.filing().await);
        second.reference = first.reference;
        let case = second.case;
        fixture.store.file(first, command_id(), Default::default()).await.unwrap();
        fixture.store.file(second.clone(), command_id(), Default::default()).await.unwrap();
        let filed = fixture.case(case).await.procedure.filed.unwrap();
        assert_ne!(filed.reference, second.reference);
        assert_eq!(fixture.store.case_by_reference(filed.reference).await.unwrap(), Some(case));
    }

    async fn a_caller_that_hangs_up_does_not_stop_a_queued_append(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let before = fixture.case(case).await.size(Channel::Joint);
        for _ in 0..8 {
            let asking = { let fixture = fixture.clone(); tokio::spawn(async move {
                fixture.does(case, fixture.consumer.id, say(Channel::Joint, "Já vou")).await
            })};
            tokio::task::yield_now().await;
            asking.abort();
            let _ = asking.await;
        }
        fixture.done(case, fixture.consumer.id, say(Channel::Joint, "Fim")).await;
        let after = fixture.case(case).await.size(Channel::Joint);
        assert!(after > before && after <= before + 9);
        fixture.store.verify_case(case).await.unwrap();
    }

    async fn an_actor_without_a_capacity_finds_no_case(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.file().await;
        let stranger = crate::store::fixture::person(&fixture.store, "Saulo Gil").await;
        let refused = fixture.does(case, stranger.id, say(Channel::Joint, "Oi")).await.unwrap_err();
        assert_eq!(refused, StoreError::Refused(Refusal::NoCapacity.into()));
        let actor = fixture.actor(stranger.id).await;
        assert_eq!(fixture.store.view(case, &actor).await.unwrap_err(), StoreError::NotFound);
        assert_eq!(fixture.store.page(case, &actor, Channel::Joint, 0, 10).await.unwrap_err(), StoreError::NotFound);
        let nowhere = acordo_domain::id::CaseId(uuid::Uuid::now_v7());
        assert_eq!(fixture.does(nowhere, fixture.rep.id, say(Channel::Joint, "Oi")).await.unwrap_err(), StoreError::NotFound);
    }
}
